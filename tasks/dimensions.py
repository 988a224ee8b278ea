"""The curated tables that describe others: metrics and calendar (articles and companies come from ``tasks.marts``)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pyarrow as pa

from kennzahl.catalog.metrics import Metric
from kennzahl.catalog.metrics import metrics as catalogue
from tasks.arrow import from_rows

# News of today speak of 1900 to 2100; a misprinted year must not make a calendar of a million days.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)


def metrics(used: Iterable[str] = ()) -> pa.Table:
    """The catalogue of metrics, and after it those of ``used`` that it does not know, under their own keys."""
    known = catalogue()
    unknown = [Metric(key, key, key, "any", "flow", "signed") for key in sorted({*used} - {*known})]
    rows = [
        {
            "metric": metric.id,
            "metric_de": metric.de,
            "metric_en": metric.en,
            "measure": metric.measure,
            "time": metric.time,
            "sign": metric.sign,
            "xbrl": " ".join(metric.xbrl) or None,
        }
        for metric in (*known.values(), *unknown)
    ]
    return from_rows(rows, "metrics")


def calendar(days: Iterable[date | None]) -> pa.Table:
    """Every day from the first to the last of ``days``; none without a day between 1900 and 2100."""
    known = [day for day in days if day is not None and FIRST_DAY <= day <= LAST_DAY]
    if not known:
        return from_rows([], "calendar")
    first = min(known)
    return from_rows([_day(first + timedelta(days=n)) for n in range((max(known) - first).days + 1)], "calendar")


def _day(day: date) -> dict[str, Any]:
    iso = day.isocalendar()
    quarter = (day.month + 2) // 3
    return {
        "date": day,
        "year": day.year,
        "quarter": quarter,
        "month": day.month,
        "day": day.day,
        "iso_year": iso.year,
        "iso_week": iso.week,
        "weekday": iso.weekday,
        "year_quarter": f"{day.year}-Q{quarter}",
        "year_month": f"{day:%Y-%m}",
        **{f"month_{language}": _months(language)[day.month] for language in ("de", "en")},
        **{f"weekday_{language}": _weekdays(language)[iso.weekday - 1] for language in ("de", "en")},
    }


@cache
def _months(language: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "stand-alone", language))


@cache
def _weekdays(language: str) -> dict[int, str]:
    """By number, 0 is Monday."""
    from babel.dates import get_day_names

    return dict(get_day_names("wide", "stand-alone", language))
