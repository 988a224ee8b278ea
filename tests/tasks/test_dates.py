"""Dates as people give them."""

from __future__ import annotations

import pytest

from tasks.dates import moment


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (None, None),
        ("2025-01-30", "2025-01-30T00:00:00+00:00"),
        ("2025-01-30T07:00", "2025-01-30T07:00:00+00:00"),
        ("2025-01-30T07:00:00+01:00", "2025-01-30T07:00:00+01:00"),
        ("2025-01-30T07:00:00Z", "2025-01-30T07:00:00+00:00"),
    ],
)
def test_days_and_times(given: str | None, meant: str | None) -> None:
    found = moment(given)
    assert (found.isoformat() if found else None) == meant


@pytest.mark.parametrize("given", ["", "yesterday", "2025-02-30", "30.01.2025", "99999-01-01", "2025"])
def test_what_is_no_date_is_said_so(given: str) -> None:
    with pytest.raises(ValueError, match="write it like 2025-01-30"):
        moment(given)
