"""The gate as the publication sees it."""

from __future__ import annotations

import pytest

import expectations
from expectations.results import ExpectationResult, GateReport
from tasks.captured import SourceResult
from tasks.gate import Gate


def result(severity: str, success: bool, words: str) -> ExpectationResult:
    return ExpectationResult("kpi_facts", "expect", severity, success, "seen", words)  # type: ignore[arg-type]


def test_only_critical_failures_close_it(monkeypatch: pytest.MonkeyPatch) -> None:
    report = GateReport(
        (result("critical", True, "fine"), result("critical", False, "broken"), result("warning", False, "odd"))
    )
    monkeypatch.setattr(expectations, "validate", lambda tables: report)
    gate = Gate()
    assert gate({}) == ["broken"]
    assert gate.report.results == report.results


def test_of_batches_what_failed_is_kept_beside_the_publication(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [result("critical", True, "fine"), result("warning", False, "odd")]
    monkeypatch.setattr(expectations, "validate", lambda tables: GateReport(tuple(found)))
    gate = Gate()
    assert gate.batch({}) == []
    assert gate({}) == []
    assert [each.words for each in gate.report.results] == ["odd", "fine", "odd"]
    found.append(result("critical", False, "broken"))
    assert gate.batch({}) == ["broken"]
    assert not gate.report.is_open


def test_a_source_that_stands_still_or_fails_is_a_warning() -> None:
    gate = Gate()
    gate.sources = (
        SourceResult("Blatt", fetched=9, stale=True),
        SourceResult("Bote", fetched=4, failed=6),
        SourceResult("Kurier", failed=3),
        SourceResult("Tribüne", failed=30, rested=True),
    )
    assert gate({}) == []
    assert [each.words for each in gate.report.warnings] == [
        "sources: the newest entry of every source is within its freshness_hours; 1 of 3 rows are otherwise: 1 "
        "(the limit is the one that the source has in the list of sources; a feed that stands still is broken)",
        "sources: at most half of the pages of every source failed; 1 of 3 rows are otherwise: 0.6 "
        "(single pages vanish every night; beyond half the source has moved or shuts us out)",
    ]


def test_a_gate_that_looked_at_nothing_is_closed() -> None:
    assert Gate()({}) == ["no expectation was evaluated: nobody looked at the data"]
