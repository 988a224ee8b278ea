"""The gate as the publication sees it."""

from __future__ import annotations

import pytest

import expectations
from expectations.results import ExpectationResult, GateReport
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
    assert gate.report is report


def test_a_gate_that_looked_at_nothing_is_closed() -> None:
    assert Gate()({}) == ["no expectation was evaluated: nobody looked at the data"]
