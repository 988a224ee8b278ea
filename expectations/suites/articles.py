"""``articles``: every article was really read, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import MAY_BE_NULL, Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

TABLE = "articles"


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(TABLE),
        gxe.ExpectColumnValuesToBeBetween(column="text_length", min_value=1, description="every article has a text"),
        gxe.ExpectColumnValuesToMatchRegex(
            column="text_sha256", regex=r"^[0-9a-f]{64}$", description="every text has its SHA-256"
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="unread_share", min_value=0, max_value=1, description="unread_share is a share", meta=MAY_BE_NULL
        ),
        ordered("unread_count", "figure_count"),
        ordered("set_aside_count", "figure_count"),
        gxe.ExpectColumnValuesToBeBetween(
            column="cluster_size", min_value=1, description="an article is in its own cluster"
        ),
        gxe.ExpectColumnProportionOfNonNullValuesToBeBetween(
            column="published_at",
            min_value=0.5,
            severity="warning",
            description="at least half of the articles are dated",
            notes="without a date no relative period has a year; feeds and pages nearly always give one",
        ),
    ]


SUITE = Suite(TABLE, (TABLE,), published(TABLE), _expectations, if_empty="critical")
