"""What the gate found, as plain values for the summary, the Prefect artifact and the decision to publish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["critical", "warning"]


@dataclass(frozen=True, slots=True)
class ExpectationResult:
    """One expectation on one table. ``observed`` is what was seen, ``words`` the result as one sentence.

    ``is_broken``: the expectation could not be evaluated (a missing column); that says nothing about the data.
    """

    table: str
    expectation: str
    severity: Severity
    success: bool
    observed: str
    words: str
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class GateReport:
    """All results of one gate."""

    results: tuple[ExpectationResult, ...] = ()

    @property
    def critical_failures(self) -> tuple[ExpectationResult, ...]:
        """What closes the gate."""
        return tuple(result for result in self.results if not result.success and result.severity == "critical")

    @property
    def warnings(self) -> tuple[ExpectationResult, ...]:
        """What is shown and published all the same."""
        return tuple(result for result in self.results if not result.success and result.severity == "warning")

    @property
    def is_open(self) -> bool:
        """Whether the tables may be published: something was looked at, and nothing critical failed."""
        return bool(self.results) and not self.critical_failures

    def markdown(self) -> str:
        """A table of all failures, under one line that counts everything."""
        passed = sum(result.success for result in self.results)
        lines = [
            f"{passed} of {len(self.results)} expectations passed; the gate is {'open' if self.is_open else 'closed'}."
        ]
        failures = (*self.critical_failures, *self.warnings)
        if failures:
            lines += ["", "| severity | table | expectation | what was seen |", "|---|---|---|---|"]
            lines += [
                f"| {result.severity} | {result.table} | {result.expectation} | {_cell(result.words)} |"
                for result in failures
            ]
        return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
