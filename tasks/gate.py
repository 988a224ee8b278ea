"""The gate before publication: the tables against their expectations."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from expectations.results import GateReport


class Gate:
    """Validates the tables of a publication (``tasks.marts.Validate``) and keeps the report for the summary."""

    def __init__(self) -> None:
        self.report = GateReport()

    def __call__(self, tables: Mapping[str, pa.Table]) -> list[str]:
        """One sentence for every critical failure; warnings are only kept."""
        from expectations import validate  # pandas and Great Expectations: only when something is published

        report = validate(tables)
        self.results = list(report.results)
        return [result.words for result in report.critical_failures]
