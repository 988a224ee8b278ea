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
        from expectations import validate  # Great Expectations takes seconds to import: only for a publication

        self.report = validate(tables)
        if not self.report.results:
            return ["no expectation was evaluated: nobody looked at the data"]
        return [result.words for result in self.report.critical_failures]
