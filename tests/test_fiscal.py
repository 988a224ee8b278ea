"""Fiscal years: what companies call their years and quarters, and the days behind it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.fiscal import FiscalYear, fiscal_years
from kennzahl.reading.calendar import bounds

NAMED = [
    # company, what it says, first and last day
    ("siemens", "2024-Q3", "2024-04-01", "2024-06-30"),
    ("siemens", "2023/24", "2023-10-01", "2024-09-30"),
    ("thyssenkrupp", "2023/24-9M", "2023-10-01", "2024-06-30"),
    ("microsoft", "2025-Q2", "2024-10-01", "2024-12-31"),
    ("apple", "2025-Q1", "2024-10-01", "2024-12-31"),
    ("nvidia", "2025", "2024-02-01", "2025-01-31"),
    ("oracle", "2024-H2", "2023-12-01", "2024-05-31"),
    ("fedex", "2024-Q4", "2024-03-01", "2024-05-31"),
    ("cisco", "2024-Q1", "2023-08-01", "2023-10-31"),
    ("diageo", "2024-H1", "2023-07-01", "2023-12-31"),
    ("target", "2024", "2024-02-01", "2025-01-31"),
    ("kroger", "2024-Q4", "2024-11-01", "2025-01-31"),
    ("sap", "2024-Q3", "2024-07-01", "2024-09-30"),
]


@pytest.mark.parametrize(("company", "label", "first", "last"), NAMED)
def test_a_company_names_its_own_years(company: str, label: str, first: str, last: str) -> None:
    assert fiscal_years()[company].days(label) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("label", ["", "????-Q3", "2024-03", "2024-03-31", "2024-13M", "0000", "9999", "Q3", "2024-Q5"])
def test_what_is_no_part_of_a_known_year_has_no_days(label: str) -> None:
    assert FiscalYear(9).days(label) is None


def test_a_year_over_two_calendar_years_does_not_end_in_december() -> None:
    assert FiscalYear(12).days("2023/24") is None


@pytest.mark.parametrize("company", ["hella", "viacom", "1and1"])
def test_a_year_that_changed_or_that_nobody_knows_is_not_guessed(company: str) -> None:
    assert company not in fiscal_years()


@given(st.integers(1, 12), st.booleans(), st.integers(1950, 2100))
def test_quarters_halves_and_years_follow_each_other(end: int, by_start: bool, year: int) -> None:
    own = FiscalYear(end, by_start)
    quarters = [own.days(f"{year}-Q{n}") for n in (1, 2, 3, 4)]
    whole, half, following = own.days(f"{year}"), own.days(f"{year}-H1"), own.days(f"{year + 1}")
    assert all(quarters) and whole and half and following
    first, last = zip(*(days for days in quarters if days), strict=True)
    assert (first[0], last[3]) == whole and (first[0], last[1]) == half
    assert [(day - before).days for before, day in zip(last, first[1:], strict=False)] == [1, 1, 1]
    assert (following[0] - whole[1]).days == 1
    assert (first[0].year == year) if by_start and end < 12 else (last[3].year == year)


@given(st.integers(1950, 2100), st.sampled_from(["", "-Q1", "-Q4", "-H2", "-9M"]))
def test_a_year_that_ends_in_december_is_the_calendars(year: int, part: str) -> None:
    assert FiscalYear(12).days(f"{year}{part}") == bounds(f"{year}{part}")
