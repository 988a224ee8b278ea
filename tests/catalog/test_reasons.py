"""Reasons: every issue has a sentence that a person understands."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from kennzahl.catalog import load_catalog
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue
from kennzahl.reading.reader import MAX_FIGURES
from tasks.inbox import META_FIELDS

PROJECT = Path(__file__).parents[2]
REASONS = load_catalog("reasons")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_whole(reason: str) -> None:
    entry = REASONS[reason]
    assert re.fullmatch("[a-z_]+", reason)
    assert set(entry) <= {"kind", "words", "do"}
    assert entry["kind"] in get_args(get_type_hints(Issue)["kind"])
    fields = {name for _, name, _, _ in Formatter().parse(entry["words"]) if name}
    raised = issue(reason, **dict.fromkeys(fields, "x"))
    assert raised.words.endswith(".")
    assert raised.reason == reason


def test_every_reason_that_the_code_raises_is_declared() -> None:
    source = "".join(
        file.read_text("utf-8")
        for folder in ("kennzahl/articles", "tasks")
        for file in (PROJECT / folder).rglob("*.py")
    )
    raised = set(re.findall(r'(?:\bissue|FetchError|problem)\(\s*"([a-z_]+)"', source))
    assert raised
    assert raised <= set(REASONS)


def test_the_bound_of_figures_is_said_as_it_is() -> None:
    assert f"the first {MAX_FIGURES:,} figures" in issue("beyond_limit", printed="5").words


def test_what_a_meta_file_may_say_is_said_as_it_is() -> None:
    words = issue("unknown_meta", name="a", meta="a.meta.json", keys="'x'").words
    assert all(field in words for field in META_FIELDS)


def test_an_unknown_catalogue_is_said() -> None:
    with pytest.raises(LookupError, match="reasons"):
        load_catalog("nothing")


def test_braces_in_values_stay_braces() -> None:
    assert "{error}" in issue("empty_file", name="{error}").words
