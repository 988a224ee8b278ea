"""``issues``: whatever did not become a fact has a known reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import Suite, published, structure
from kennzahl.catalog import load_catalog

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

TABLE = "issues"


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(TABLE),
        gxe.ExpectColumnValuesToBeInSet(
            column="reason",
            value_set=sorted(load_catalog("reasons")),
            description="every reason is in kennzahl/catalog/reasons.yaml",
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(column="words", min_value=5, description="a person can read why"),
    ]


SUITE = Suite(TABLE, (TABLE,), published(TABLE), _expectations, if_empty=None)
