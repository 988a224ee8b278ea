"""The summary as people see it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from expectations.results import ExpectationResult, GateReport
from tasks import report
from tasks.captured import CaptureResult
from tasks.marts import Publication
from tasks.summary import Summary
from tasks.tally import Tally, tally_of
from tests.tasks.handmade import revenue_reading

NOTHING = Summary(
    run_id="r1",
    flow="nightly",
    outcome="unchanged",
    words="nothing new: the tables are as they were",
    started_at=datetime(2025, 1, 30, tzinfo=UTC),
    seconds=1.25,
    tally=Tally(),
)


def shown(summary: Summary) -> str:
    out = io.StringIO()
    report.show(summary, Console(file=out, width=160, highlight=False))
    return out.getvalue()


def of_one_article() -> Summary:
    tally = Tally(captures=1)
    tally += tally_of(replace(revenue_reading(), figures=4))
    tally.reasons.update({("set_aside", "share_price"): 1, ("unread", "unread"): 1, ("input", "empty_file"): 1})
    gate = GateReport(
        (
            ExpectationResult("kpi_facts", "count", "critical", True, "1", "kpi_facts has rows"),
            ExpectationResult("kpi_facts", "unread", "warning", False, "25 %", "a quarter of all figures is unread"),
        )
    )
    files = {"kpi_facts": Path("data/curated/kpi_facts/kpi_facts.parquet")}
    return replace(
        NOTHING,
        outcome="published",
        words="1 articles read",
        tally=tally,
        gate=gate,
        publication=Publication("p1", True, {"kpi_facts": 1}, files),
        trouble=("gone.txt disappeared before it could be captured.",),
    )


@pytest.mark.parametrize(
    "line",
    [
        "articles 1 1 de",
        "figures 4",
        "set aside 1 25.0 %",
        "unread 1 25.0 %",
        "facts 1",
        "input: empty_file 1",
        "passed 1 of 2 expectations",
        "warning a quarter of all figures is unread",
        "kpi_facts 1 data/curated/kpi_facts/kpi_facts.parquet",
        "! gone.txt disappeared before it could be captured.",
        "published: 1 articles read (1.2 s)",
    ],
)
def test_the_summary_says(line: str) -> None:
    assert line in [" ".join(printed.split()) for printed in shown(of_one_article()).splitlines()]


def test_each_example_has_its_sentence_and_the_command_that_explains_it() -> None:
    summary = of_one_article()
    [example] = summary.tally.best_examples()
    lines = [printed.strip() for printed in shown(summary).splitlines()]
    at = lines.index(example.headline)
    assert lines[at + 1] == example.sentence
    assert lines[at + 3] == f"kennzahl explain {example.fact_id}"


def test_nothing_new_is_one_line() -> None:
    assert shown(NOTHING) == "unchanged: nothing new: the tables are as they were (1.2 s)\n"


def test_files_that_wait_and_those_that_are_known_are_named() -> None:
    inbox = CaptureResult(captured=("c",), duplicates=("again.txt",), waiting=tuple(f"{n}.part" for n in range(7)))
    lines = [" ".join(line.split()) for line in shown(replace(NOTHING, inbox=inbox)).splitlines()]
    assert lines[:4] == [
        "Inbox",
        "captured 1",
        "known 1 captured before: again.txt",
        "waiting 7 not finished yet, or without their article: 0.part, 1.part, 2.part, 3.part, 4.part and 2 more",
    ]


def test_news_cannot_write_markup_into_the_summary() -> None:
    hostile = replace(NOTHING, trouble=("[bold]x[/bold] <script>alert(1)</script> | a |",))
    assert "[bold]x[/bold] <script>" in shown(hostile)
    summary = of_one_article()
    text = report.markdown(replace(summary, words="<script> | *x* [a](b)"))
    assert "<script>" not in text
    assert "\\[a\\]" in text


def test_markdown_tables_have_as_many_cells_as_columns() -> None:
    for line in report.markdown(of_one_article()).splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") >= 3
