"""All samples in one publication: the faults that take two articles, no false alarm, and that in any order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kennzahl.checking import check
from kennzahl.checking.registry import CHECKS
from kennzahl.reading import read
from tasks import across
from tasks.ledger import Attempt, Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tests.gold.samples import FINDINGS, all_documents, article
from tests.tasks.handmade import Input

Finding = tuple[str, str, str, float]

_ALL = """
select a.doc_id, f.metric, f.value_double, c.* exclude (publication_id)
from kpi_checks c join kpi_facts f using (fact_id) join articles a using (article_id)
order by c.check_id
"""


@pytest.fixture(scope="module")
def attempts() -> list[Attempt]:
    readings = {name: read(article(name)) for name in all_documents()}
    return [
        Attempt(Input(name), (replace(reading, verdicts=check(reading)),), ()) for name, reading in readings.items()
    ]


def verdicts(folder: Path, *runs: Sequence[Attempt]) -> list[tuple[object, ...]]:
    """What all checks say after the last of several runs."""
    paths = DataPaths(folder).create()
    for number, run in enumerate(runs):
        Ledger(paths.ledger).append(run, run_id=f"run {number}", engine_version="1")
        publish(paths, f"publication {number}", lambda _: [])
    with connect(paths) as connection:
        return connection.sql(_ALL).fetchall()


@pytest.fixture(scope="module")
def said(attempts: list[Attempt], tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    return verdicts(tmp_path_factory.mktemp("all"), attempts)


def test_what_is_inconsistent_is_what_was_planted(said: list[tuple[object, ...]]) -> None:
    planted = {
        (alarm.get("doc_id", fault["doc_id"]), alarm["check"], alarm["metric"], alarm["value"])
        for fault in FINDINGS["faults"]
        for alarm in (fault, *fault.get("also", ()))
    }
    names = [(row[0], row[5], row[1], row[2]) for row in said if row[6] == "inconsistent"]
    assert set(names) == planted and len(names) == len(planted)
    assert {fault["check"] for fault in FINDINGS["faults"]} <= {*CHECKS, *across.NAMES}


def test_both_sides_are_named_and_the_arithmetic_is_in_words(said: list[tuple[object, ...]]) -> None:
    by_check = {(row[0], row[5], row[1]): row[7] for row in said if row[6] == "inconsistent"}
    assert by_check["basf-2024", "history", "revenue"] == (
        "for 2023 takes 67.8 billion EUR; basf-2023 (Wirtschaftsdienst, 23 February 2024) said 68.9 billion EUR: "
        "it was restated, or one of the two is wrong"
    )
    assert by_check["adidas-q3-2024-regional", "sources", "ebit"] == (
        "says 568 million EUR for 2024-Q3; adidas-q3-2024 (Wirtschaftsdienst, 15 October 2024) says 598 million EUR"
    )


@pytest.mark.parametrize("agreement", FINDINGS["agreements"], ids=lambda agreement: agreement["doc_id"])
def test_an_honest_comparison_is_confirmed(said: list[tuple[object, ...]], agreement: dict[str, object]) -> None:
    found = {(row[0], row[5], row[1]): row[6] for row in said}
    assert found[agreement["doc_id"], "history", agreement["metric"]] == "consistent"
    assert found[agreement["confirmed_by"], "hindsight", agreement["metric"]] == "consistent"


def test_articles_in_any_order_over_several_runs_have_the_same_verdicts(
    attempts: list[Attempt], said: list[tuple[object, ...]], tmp_path: Path
) -> None:
    shuffled = random.Random(7).sample(attempts, len(attempts))
    third = len(shuffled) // 3
    runs = shuffled[:third], shuffled[third : 2 * third], shuffled[2 * third :]
    assert verdicts(tmp_path, *runs) == said
