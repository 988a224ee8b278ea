"""The gate: a batch before it is committed, and the tables before they are published, against their expectations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from expectations.results import GateReport
from tasks.captured import SourceResult

FEW_PAGES = 10
"""Shares of fewer pages than this say nothing of a source."""


class Gate:
    """Validates batches and publications (``tasks.ledger.Validate``) and keeps the report for the summary.

    ``sources`` is how the sources of the run did. Of batches only what failed is kept: a backfill has thousands.
    """

    def __init__(self) -> None:
        self.report = GateReport()
        self.sources: Sequence[SourceResult] = ()

    def __call__(self, tables: Mapping[str, pa.Table]) -> list[str]:
        """One sentence for every critical failure of a publication; warnings are only kept."""
        found = self._validated({**tables, "sources": _sources(self.sources)})
        self.report = GateReport((*self.report.results, *found.results))
        if not found.results:
            return ["no expectation was evaluated: nobody looked at the data"]
        return [result.words for result in found.critical_failures]

    def batch(self, tables: Mapping[str, pa.Table]) -> list[str]:
        """One sentence for every critical failure of a batch, whose tables are ``ledger.facts`` and so on."""
        found = self._validated(tables)
        failed = (result for result in found.results if not result.success)
        self.report = GateReport((*self.report.results, *failed))
        return [result.words for result in found.critical_failures]

    def _validated(self, tables: Mapping[str, pa.Table]) -> GateReport:
        from expectations import validate  # Great Expectations takes seconds to import: only where there is something

        return validate(tables)


def _sources(results: Sequence[SourceResult]) -> pa.Table:
    """One row a source that was asked."""
    asked = [each for each in results if not each.rested]
    pages = [each.fetched + each.known + each.failed for each in asked]
    return pa.table(
        {
            "source": pa.array([each.name for each in asked], pa.string()),
            "stale": pa.array([int(each.stale) for each in asked], pa.int32()),
            "failed_share": pa.array(
                [each.failed / max(FEW_PAGES, of) for each, of in zip(asked, pages, strict=True)], pa.float64()
            ),
        }
    )
