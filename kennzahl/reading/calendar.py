"""Labels of periods and the days behind them: calendar years and companies' own.

A *part* is what a label says after its year: ``Q3``, ``H1``, ``9M``, ``09`` (a month), ``09-30`` (a day), or nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from kennzahl.facts import Period

QUARTER = re.compile(r"Q([1-4])")
HALF = re.compile(r"H([12])")
MONTHS = re.compile(r"(\d{1,2})M")
CACHED = 2_000  # days and labels that are remembered: news speak of the same few
REPORTED_LATE = {"Q": 140, "H": 125, "M": 130}
"""Days after its end within which a part is usually reported: an older one is a quarter of the company's own year."""

USUAL_DELAY = 40
"""Days that usually lie between the end of a period and the news of it."""

SLACK = 45
"""A company's "second quarter" may end so many days after the calendar's and still be called by the calendar year."""


@lru_cache(maxsize=CACHED)
def month_end(year: int, month: int) -> date:
    """The last day of a month; ``month`` may run over (13 is January of the next year)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def nearest_month_end(day: date) -> date:
    """Periods of 52 weeks end near the end of a month: December 4 is meant as the end of November."""
    return month_end(day.year, day.month) if day.day > 15 else date(day.year, day.month, 1) - timedelta(days=1)


@lru_cache(maxsize=CACHED)
def months_of(part: str) -> tuple[int, int] | None:
    """The months of a year that a part covers, from its start: ``Q3`` is (6, 9); None for months and days."""
    if not part:
        return 0, 12
    if match := QUARTER.fullmatch(part):
        return 3 * int(match[1]) - 3, 3 * int(match[1])
    if match := HALF.fullmatch(part):
        return 6 * int(match[1]) - 6, 6 * int(match[1])
    if match := MONTHS.fullmatch(part):
        return 0, int(match[1])
    return None


def part_of(months: int) -> str:
    """The part that the first so many months of a year are."""
    return {3: "Q1", 6: "H1", 12: ""}.get(months, f"{months}M")


@lru_cache(maxsize=CACHED)
def _days(end: int, year: int, part: str) -> tuple[date, date]:
    first, last = months_of(part) or (0, 12)
    return month_end(year - 1, end + first) + timedelta(days=1), month_end(year - 1, end + last)


@dataclass(frozen=True, slots=True)
class Year:
    """How a company's years run: ``end`` is the month in which they end. ``slash``: they are named ``2023/24``.
    ``known`` tells an end that the text states from one that was guessed from the day of publication."""

    end: int = 12
    slash: bool = False
    known: bool = True

    def holding(self, day: date) -> int:
        """The year in which the company's year that holds this day ends."""
        return day.year + (day.month > self.end)

    def name(self, year: int) -> str:
        return f"{year - 1}/{year % 100:02d}" if self.slash and self.end != 12 else f"{year}"

    def days(self, year: int, part: str) -> tuple[date, date]:
        """First and last day of a part of the year that ends in ``year``."""
        return _days(self.end, year, part)

    def period(self, year: int, part: str, how: str = "relative") -> Period:
        first, last = self.days(year, part)
        label = self.name(year) + (f"-{part}" if part else "")
        known = self.end == 12 or self.known
        return Period(
            label, first if known else None, last if known else None, "relative" if how == "relative" else "stated",
            self.end != 12,
        )  # fmt: skip

    def latest(self, part: str, day: date) -> int:
        """The year of the latest such part that has ended by that day (a week of grace for early reporters)."""
        year = self.holding(day) + 1
        while self.days(year, part)[1] > day + timedelta(days=7):
            year -= 1
        return year

    def coming(self, part: str, day: date) -> int:
        """The year of the next such part that has not ended by that day. One that has just ended is still ahead for
        those who guide: it is not reported yet."""
        year = self.holding(day) - 1
        while self.days(year, part)[1] < day:
            year += 1
        age, wait = day - self.days(year - 1, part)[1], self.days(year, part)[0] - day
        return year - 1 if age < timedelta(days=60) and wait > timedelta(days=90) else year

    def nearest(self, months: int, last: date) -> tuple[int, str] | None:
        """The part of so many months that ends on that day, give or take a few weeks."""
        parts = {3: ("Q1", "Q2", "Q3", "Q4"), 6: ("H1", "H2"), 12: ("",)}.get(months, (f"{months}M",))
        options = [
            (abs((last - self.days(year, part)[1]).days), year, part)
            for year in range(last.year - 1, last.year + 2)
            for part in parts
        ]
        gap, year, part = min(options)
        return (year, part) if gap <= SLACK else None


def fiscal_year_end(months: int, last: date) -> int:
    """The month in which the company's year ends, if its first so many months end on that day."""
    return (nearest_month_end(last).month + 12 - months - 1) % 12 + 1


def late(part: str, age: int) -> bool:
    """Has the part ended so many days ago that the news cannot be about it?"""
    unit = "Q" if part[:1] == "Q" else "H" if part[:1] == "H" else "M"
    return bool(part) and months_of(part) is not None and age > REPORTED_LATE[unit]


@lru_cache(maxsize=CACHED)
def bounds(label: str) -> tuple[date, date] | None:
    """First and last day of a label, read by the calendar; None for fiscal years over two years and unknown years."""
    match = re.fullmatch(r"(\d{4})(?:-(.+))?", label)
    if not match or not 1 <= int(match[1]) <= 9998:
        return None
    year, part = int(match[1]), match[2] or ""
    if months_of(part) is not None:
        return Year().days(year, part)
    try:
        if len(part) == 2:
            return date(year, int(part), 1), month_end(year, int(part))
        day = date.fromisoformat(label)
    except ValueError:
        return None
    return day, day


def is_day(period: Period) -> bool:
    """Is it a single day?"""
    return period.first is not None and period.first == period.last


def until_month_end(period: Period) -> Period:
    """What has been earned by the last day of a month: "by the end of September" is nine months."""
    last = period.last
    if last is None or last != month_end(last.year, last.month) or last.month % 3:
        return period
    return replace(Year().period(last.year, part_of(last.month)), how=period.how)


def year_of(period: Period) -> Period:
    """The year of a day; another period as it is."""
    return replace(Year().period(int(period.label[:4]), ""), how=period.how) if is_day(period) else period


def at_its_end(period: Period) -> Period:
    """The last day of a period, where it is known."""
    if period.last is None:
        return period
    return replace(period, label=period.last.isoformat(), first=period.last)


def without_day(period: Period, unit: str) -> Period:
    """A deadline by its year or month: "by the end of 2011" is 2011."""
    if not is_day(period) or unit == "day":
        return period
    return replace(period, label=period.label[:7]) if unit == "month" else year_of(period)
