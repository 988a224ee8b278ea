"""Dates as people give them on the command line and in a flow's parameters."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(given: str | None) -> datetime | None:
    """A day (2025-01-30) or a time (2025-01-30T07:00:00+01:00), with its zone; UTC where it names none.

    Raises:
        ValueError: it is no date; the message says how to write one.
    """
    if given is None:
        return None
    try:
        parsed = datetime.fromisoformat(given)
    except ValueError:
        raise ValueError(f"{given!r} is no date: write it like 2025-01-30 or 2025-01-30T07:00:00+01:00") from None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
