"""``articles``, and the inputs and articles of a batch: every one was really read, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import MAY_BE_NULL, Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

TABLE = "articles"


def _hashed() -> Expectation:
    expectation: Expectation = library().expectations.ExpectColumnValuesToMatchRegex(
        column="text_sha256", regex=r"^[0-9a-f]{64}$", description="every text has its SHA-256"
    )
    return expectation


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure(TABLE),
        _hashed(),
        gxe.ExpectColumnValuesToBeBetween(column="text_length", min_value=1, description="every article has a text"),
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


def _of_batch() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure("ledger.articles"),
        _hashed(),
        gxe.ExpectColumnValueLengthsToBeBetween(column="text", min_value=1, description="every article has a text"),
        gxe.ExpectColumnValuesToBeBetween(column="figure_count", min_value=0, description="figures are counted"),
    ]


def _inputs() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure("ledger.captures"),
        gxe.ExpectColumnValueLengthsToBeBetween(column="target", min_value=1, description="every input has an address"),
        gxe.ExpectColumnValuesToBeBetween(column="article_count", min_value=0, description="articles are counted"),
    ]


SUITE = Suite(TABLE, (TABLE,), published(TABLE), _expectations, if_empty="critical")
BATCH = Suite("ledger.articles", ("ledger.articles",), published("ledger.articles"), _of_batch, if_empty=None)
INPUTS = Suite("ledger.captures", ("ledger.captures",), published("ledger.captures"), _inputs, if_empty="critical")
