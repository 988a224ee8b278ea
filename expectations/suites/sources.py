"""The sources of a run: whether each of them has news that is as new as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import Suite, published

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

TABLE = "sources"


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column="stale",
            max_value=0,
            severity="warning",
            description="the newest entry of every source is within its freshness_hours",
            notes="the limit is the one that the source has in the list of sources; a feed that stands still is broken",
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="failed_share",
            max_value=0.5,
            severity="warning",
            description="at most half of the pages of every source failed",
            notes="single pages vanish every night; beyond half the source has moved or shuts us out",
        ),
    ]


SUITE = Suite(TABLE, (TABLE,), published(TABLE), _expectations, if_empty=None)
