"""``kpi_checks``, and the verdicts of a batch: every verdict belongs to a fact, explains itself, and is given once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.results import Severity
from expectations.suites.suite import MAY_BE_NULL, Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

# In place of a number: an article or a source may well be called None.
_HOLE = (
    r"(?i)(?:^|\s)-?(?:nan|none|inf(?:inity)?)"
    r"(?:;|$| after | to | %| [a-z]{3}\b| (?:million|billion|trillion|thousand|points)\b)"
)


def _expectations(table: str, fact: tuple[str, ...]) -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(table),
        gxe.ExpectCompoundColumnsToBeUnique(
            column_list=[*fact, "check"],
            ignore_row_if="any_value_is_missing",
            description="a check gives one verdict on a fact",
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="words", min_value=10, description="every verdict explains itself"
        ),
        ordered("claimed_low", "claimed_high"),
        ordered("implied_low", "implied_high"),
        gxe.ExpectColumnValuesToNotMatchRegex(
            column="words",
            regex=_HOLE,
            description="the arithmetic in words has no holes",
            meta=MAY_BE_NULL,
        ),
    ]


def _suite(table: str, fact: tuple[str, ...], if_empty: Severity | None) -> Suite:
    """``fact``: the columns that name the fact of a verdict."""
    return Suite(table, (table,), published(table), partial(_expectations, table, fact), if_empty)


SUITE = _suite("kpi_checks", ("fact_id",), "warning")
BATCH = _suite("ledger.verdicts", ("reading_id", "fact_id"), None)
