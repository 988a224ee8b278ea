"""When an article was published: the best of what is known, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo

from kennzahl.articles import dates
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue

SLACK = timedelta(hours=26)  # a day ends up to 26 hours later elsewhere, and clocks are wrong


def choose(
    candidates: Iterable[tuple[str, object]], *, name: str, zone: tzinfo = UTC, fetched_at: datetime | None = None
) -> tuple[datetime | None, str | None, Issue | None]:
    """The first usable of ``(how, value)``, in UTC, and how it is known.

    What was ``given`` and is no date is an issue, and so is a time after the fetch; then the time is None
    rather than the next best guess. A page's own junk is passed over.
    """
    for how, value in candidates:
        if value is None or value == "":
            continue
        moment = dates.parse(value, zone)
        if moment is None and how == "given":
            problem = issue("bad_date", name=name, value=str(value), earliest=dates.EARLIEST, latest=dates.LATEST)
            return None, None, problem
        if moment is None:
            continue
        if fetched_at is not None and moment > fetched_at + SLACK:
            return (
                None,
                None,
                issue("future_date", name=name, value=f"{moment:%Y-%m-%d}", fetched=f"{fetched_at:%Y-%m-%d %H:%M}"),
            )
        return moment, how, None
    return None, None, None
