"""``kpi_series``: one best figure a row, with who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

TABLE = "kpi_series"


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(TABLE),
        ordered("value_low", "value_high"),
        ordered("period_start", "period_end"),
        ordered("first_published_at", "last_published_at"),
        ordered("source_count", "fact_count"),
        gxe.ExpectColumnValuesToBeBetween(column="source_count", min_value=1, description="every figure has a source"),
    ]


SUITE = Suite(TABLE, (TABLE,), published(TABLE), _expectations, if_empty="warning")
