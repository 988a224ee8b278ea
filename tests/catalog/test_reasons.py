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


def test_an_unknown_catalogue_is_said() -> None:
    with pytest.raises(LookupError, match="reasons"):
        load_catalog("nothing")


def test_braces_in_values_stay_braces() -> None:
    assert "{error}" in issue("empty_file", name="{error}").words
