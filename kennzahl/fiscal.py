"""Fiscal years: from the label that a text prints ("2024-Q3" of a company whose year ends in September) to days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from kennzahl.catalog.companies import catalogue
from kennzahl.reading.calendar import Year, months_of

_LABEL = re.compile(r"(\d{4})(/\d\d)?(?:-(Q[1-4]|H[12]|\d{1,2}M))?")


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """How a company's years run: ``end`` is the month in which they end, 1 to 12. ``by_start``: they are called by the
    calendar year in which they start; most are called by the one in which they end."""

    end: int
    by_start: bool = False

    @property
    def is_calendar(self) -> bool:
        return self.end == 12

    def days(self, label: str) -> tuple[date, date] | None:
        """First and last day of a year or its part, as the company names it; None for months, days and unknown years.

        >>> FiscalYear(9).days("2024-Q3")
        (datetime.date(2024, 4, 1), datetime.date(2024, 6, 30))
        """
        match = _LABEL.fullmatch(label)
        if match is None or not 2 <= int(match[1]) <= 9997:
            return None
        year, two_years, part = int(match[1]), match[2], match[3] or ""
        months = months_of(part)
        if months is None or months[1] > 12 or (two_years and self.is_calendar):
            return None
        starts_in_it = bool(two_years or self.by_start) and not self.is_calendar
        return Year(self.end).days(year + starts_in_it, part)


@cache
def fiscal_years() -> dict[str, FiscalYear]:
    """The fiscal years of the catalogue's companies by slug, as far as they are known."""
    return {
        slug: FiscalYear(entry.year_end, entry.by_start)
        for slug, entry in catalogue().by_slug.items()
        if entry.year_end is not None
    }
