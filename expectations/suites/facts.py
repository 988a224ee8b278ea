"""``kpi_facts``, and the facts of a batch: every fact can be found, named, placed in time and shown with its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.results import Severity
from expectations.suites.suite import MAY_BE_NULL, Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation


def _expectations(table: str) -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(table),
        gxe.ExpectColumnValuesToMatchRegex(
            column="unit",
            regex=r"^(?:[A-Z]{3}|%|count)$",
            description="unit is an ISO 4217 code, % or count",
            meta=MAY_BE_NULL,
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(column="quote", min_value=1, description="every fact has its words"),
        gxe.ExpectColumnValuesToBeBetween(
            column="confidence", min_value=0, max_value=1, description="confidence is a share"
        ),
        ordered("value_low", "value_high"),
        ordered("prior_value_low", "prior_value_high"),
        ordered("change_pct_low", "change_pct_high"),
        ordered("period_start", "period_end"),
        ordered("span_start", "span_end"),
        gxe.ExpectColumnValuesToBeBetween(
            column="change_pct",
            min_value=-100_000,
            max_value=100_000,
            severity="warning",
            description="stated growth is below a thousandfold",
            notes="growth beyond a thousandfold is a number that was no percentage",
            meta=MAY_BE_NULL,
        ),
        gxe.ExpectColumnProportionOfNonNullValuesToBeBetween(
            column="period_start",
            min_value=0.3,
            severity="warning",
            description="at least 30 % of the facts have a dated period",
            notes="of annotated news three quarters do; below a third, dates of publication are missing",
        ),
    ]


def _suite(table: str, if_empty: Severity | None) -> Suite:
    return Suite(table, (table,), published(table), partial(_expectations, table), if_empty)


SUITE = _suite("kpi_facts", "warning")
BATCH = _suite("ledger.facts", None)
