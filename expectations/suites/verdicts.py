"""``kpi_checks``: every verdict belongs to a fact, explains itself, and is given once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import MAY_BE_NULL, Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

TABLE = "kpi_checks"

# In place of a number: an article or a source may well be called None.
_HOLE = (
    r"(?i)(?:^|\s)-?(?:nan|none|inf(?:inity)?)"
    r"(?:;|$| after | to | %| [a-z]{3}\b| (?:million|billion|trillion|thousand|points)\b)"
)


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(TABLE),
        gxe.ExpectCompoundColumnsToBeUnique(
            column_list=["fact_id", "check"],
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


SUITE = Suite(TABLE, (TABLE,), published(TABLE), _expectations, if_empty="warning")
