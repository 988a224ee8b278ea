"""``issues``, and those of a batch: whatever did not become a fact has a known reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import Suite, published, structure
from kennzahl.catalog import load_catalog

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation


def _expectations(table: str) -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(table),
        gxe.ExpectColumnValuesToBeInSet(
            column="reason",
            value_set=sorted(load_catalog("reasons")),
            description="every reason is in kennzahl/catalog/reasons.yaml",
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(column="words", min_value=5, description="a person can read why"),
    ]


def _suite(table: str) -> Suite:
    return Suite(table, (table,), published(table), partial(_expectations, table), if_empty=None)


SUITE = _suite("issues")
BATCH = _suite("ledger.issues")
