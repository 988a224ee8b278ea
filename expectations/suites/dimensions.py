"""``companies``, ``metrics`` and ``calendar``: what facts are grouped by is there once and can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import MAY_BE_NULL, Suite, ordered, published, structure

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation


def _companies() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure("companies"),
        gxe.ExpectColumnValueLengthsToBeBetween(column="company", min_value=1, description="every company has a name"),
        gxe.ExpectColumnValuesToMatchRegex(
            column="isin",
            regex=r"^[A-Z]{2}[A-Z0-9]{9}[0-9]$",
            description="isin is two letters, nine letters or digits, and a check digit",
            meta=MAY_BE_NULL,
        ),
        gxe.ExpectColumnValuesToBeBetween(column="article_count", min_value=1, description="a company is written of"),
        ordered("article_count", "fact_count"),
        ordered("first_published_at", "last_published_at"),
    ]


def _metrics() -> list[Expectation]:
    gxe = library().expectations
    return [
        *structure("metrics"),
        *(
            gxe.ExpectColumnValueLengthsToBeBetween(column=name, min_value=1, description=f"every metric has a {name}")
            for name in ("metric_de", "metric_en")
        ),
    ]


def _calendar() -> list[Expectation]:
    gxe = library().expectations
    most = {"quarter": 4, "month": 12, "day": 31, "iso_week": 53, "weekday": 7}
    return [
        *structure("calendar"),
        *(
            gxe.ExpectColumnValuesToBeBetween(
                column=name, min_value=1, max_value=last, description=f"{name} is 1 to {last}"
            )
            for name, last in most.items()
        ),
    ]


COMPANIES = Suite("companies", ("companies",), published("companies"), _companies, if_empty="warning")
METRICS = Suite("metrics", ("metrics",), published("metrics"), _metrics, if_empty="critical")
CALENDAR = Suite("calendar", ("calendar",), published("calendar"), _calendar, if_empty="warning")
