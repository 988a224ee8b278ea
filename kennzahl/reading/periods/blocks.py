"""Tables in blocks, as agencies send them: the block above the line "Nine months" is of the quarter that ends them."""

from __future__ import annotations

from datetime import date

from kennzahl.facts import Period
from kennzahl.reading.calendar import Year
from kennzahl.reading.mentions.periods.mention import PeriodMention

LAST_QUARTER = {"H1": "Q2", "9M": "Q3", "H2": "Q4", "": "Q4"}
"""The quarter with which a longer part of a year ends."""


def quarter_above(
    text: str,
    start: int,
    mentions: tuple[PeriodMention, ...],
    headings: tuple[PeriodMention, ...],
    year: Year,
    day: date | None,
) -> Period | None:
    """The quarter of the figures from ``start``, the first of the body, to the first line that only names a period, if
    that is a longer one and the first that the text names at all."""
    if not headings or mentions[0] is not headings[0]:
        return None
    heading = headings[0]
    quarter = LAST_QUARTER.get(heading.part) if heading.unit in ("", "year") else None
    if quarter is None or heading.stated or not any(map(str.isdigit, text[start : heading.span.start])):
        return None
    if day is None:
        return Period(f"????-{quarter}", how="relative")
    return year.period(year.latest(quarter, day), quarter)
