"""The gate before publication: what a table must be like, as Great Expectations suites written in code.

A *critical* result blocks the publication, a *warning* is shown. An empty or all-null table never passes, and a check
that cannot run (a column is missing) is a broken check, which is critical too: nobody has looked at the data then.
"""

from __future__ import annotations

from expectations.gate import validate
from expectations.results import ExpectationResult, GateReport, Severity

__all__ = ["ExpectationResult", "GateReport", "Severity", "validate"]
