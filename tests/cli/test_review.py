"""``kennzahl review``: what waits, the most valuable first, and the entry that decides it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennzahl.facts import Issue, Reading, Span, Verdict
from tasks.corrections import corrections_in
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tests.tasks.handmade import META, attempt, revenue_reading

REFUTED = (Verdict(0, "growth", "inconsistent", "8.5 after 7.8 allows 8 to 10 %; the article says 12 %"),)
OTHER_STORY = "Mehr Kunden und höhere Preise halfen dem Konzern im Sommer, sagt der Vorstand in Walldorf.\n\n"
SIGNED = ("--reason", "so sagt es der Bericht", "--author", "A. Muster")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """SAP's revenue in two stories that exclude each other, Meta's in one that contradicts itself; an unread figure."""
    paths = DataPaths(tmp_path / "data").create()
    meta = revenue_reading("9,1", None, company=META, verdicts=REFUTED)
    unread = Issue("unread", "unread", "9 was not understood.", Span(3, 4), Span(0, 9), "9")
    readings = (
        revenue_reading(),
        revenue_reading("8,9", before=OTHER_STORY, verdicts=()),
        Reading(meta.article, meta.facts, meta.verdicts, (unread,), figures=2),
    )
    attempts = [attempt(str(number), reading) for number, reading in enumerate(readings)]
    Ledger(paths.ledger).append(attempts, run_id="run", engine_version="1")
    publish(paths, "first", lambda _: [])
    return paths.root


def listed(kennzahl, data):
    return json.loads(kennzahl("review", "--json", "--data", data).out)


def test_the_most_valuable_come_first_and_say_why(kennzahl, data):
    rows = listed(kennzahl, data)
    assert [(row["waits"], row["company"]) for row in rows] == [
        ("conflicting", "SAP"),
        ("conflicting", "SAP"),
        ("inconsistent", "Meta"),
        ("unread", None),
    ]
    assert [row["worth"] for row in rows] == [48, 48, 18, 1]
    assert rows[2]["words"] == REFUTED[0].words and rows[3]["words"] == "9 was not understood."
    assert all(row["sentence"] and row["doc_id"] and row["id"] for row in rows)


def test_a_person_reads_the_same(kennzahl, data):
    said = kennzahl("review", "--data", data, "--limit", 3)
    assert (said.code, said.err) == (0, "")
    assert "4 wait for a decision: 2 conflicting, 1 inconsistent, 1 unread" in said.out
    assert "18  inconsistent  Meta, Revenue, 2024-Q3, 9,1 Milliarden Euro" in said.out
    assert "and 1 more: --limit 4 lists all" in said.out and "was not understood" not in said.out


DECISIONS = [
    (("--accept",), (), "accept", {"verdict": "inconsistent"}),
    (("--set-aside",), (), "set_aside", {}),
    (("--correct",), ("value=9.1e6", "unit=USD"), "correct", {"value": "9100000000", "unit": "EUR"}),
]


@pytest.mark.parametrize(("option", "change", "kind", "expect"), DECISIONS, ids=[case[2] for case in DECISIONS])
def test_a_decision_is_written_and_counts_from_the_next_publication(kennzahl, data, option, change, kind, expect):
    fact = listed(kennzahl, data)[2]["id"]
    said = kennzahl("review", "--data", data, *option, fact[:12], *change, *SIGNED)
    assert (said.code, said.err) == (0, "")
    paths = DataPaths(data)
    [one] = corrections_in(paths.corrections)
    assert f"written to {paths.corrections}" in said.out and f"kind: {kind}" in said.out
    assert (one.kind, one.reason, one.author) == (kind, SIGNED[1], SIGNED[3])
    assert one.expect == {"quote": "Meta setzt 9,1 Milliarden Euro um.", **expect}
    publish(paths, "second", lambda _: [])
    assert [row["company"] for row in listed(kennzahl, data)] == ["SAP", "SAP", None]
    assert "correction_idle" not in kennzahl("query", "from issues", "--data", data).out
    explained = kennzahl("explain", fact, "--data", data)
    assert ("by decision: " in explained.out and SIGNED[1] in explained.out) or kind == "set_aside"


def test_an_unread_figure_is_set_aside(kennzahl, data):
    unread = listed(kennzahl, data)[3]["id"]
    assert kennzahl("review", "--data", data, "--set-aside", unread, *SIGNED).code == 0
    publish(DataPaths(data), "second", lambda _: [])
    assert "unread" not in [row["waits"] for row in listed(kennzahl, data)]
    assert kennzahl("review", "--data", data, "--accept", unread, *SIGNED).code == 2, "there is no fact to accept"


def test_companies_are_decided_on(kennzahl, data):
    assert kennzahl("review", "--data", data, "--merge", "meta", "sap", *SIGNED).code == 0
    assert kennzahl("review", "--data", data, "--year-end", "sap", "9", *SIGNED).code == 0
    merge, year = corrections_in(DataPaths(data).corrections)
    assert (merge.subject, merge.into, merge.expect) == ("meta", "sap", {"company": "Meta"})
    assert (year.subject, year.year_end, year.expect) == ("sap", 9, {"year_end": "12"})


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--accept", "x"), "a decision needs --reason and --author"),
        (SIGNED, "belong to a decision"),
        (("--limit", "0"), "--limit must be at least 1"),
        (("--accept", "x" * 20, *SIGNED), "there is no figure"),
        (("--set-aside", "", *SIGNED), "several figures begin with ''"),
        (("--correct", "x", *SIGNED), "at least one COLUMN=VALUE"),
        (("--year-end", "sap", "13", *SIGNED), "entry 1: year_end must be a month from 1 to 12"),
        (("--merge", "nobody", "sap", *SIGNED), "there is no company 'nobody'"),
        (("--merge", "sap", "nobody", *SIGNED), "there is no company 'nobody'"),
        (("--year-end", "nobody", "9", *SIGNED), "there is no company 'nobody'"),
        (("--merge", "sap", "sap", *SIGNED), "entry 1: into leads back to sap"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_written(kennzahl, data, arguments, words):
    said = kennzahl("review", "--data", data, *arguments)
    assert (said.code, said.out) == (2, "") and words in said.err
    assert not DataPaths(data).corrections.exists()


def test_before_the_first_run(kennzahl, tmp_path):
    said = kennzahl("review", "--data", tmp_path)
    assert said.code == 2 and "kennzahl run" in said.err


def test_a_run_says_what_is_wrong_with_the_corrections_before_it_starts(kennzahl, tmp_path):
    (tmp_path / "corrections.yaml").write_text("- kind: accept\n", encoding="utf-8")
    said = kennzahl("run", "--data", tmp_path / "data")
    assert said.code == 2 and "corrections.yaml: entry 1: id is missing" in said.err
