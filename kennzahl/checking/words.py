"""Figures and intervals in words, in English and in the units as printed: "5.2 after 4.9 billion", "4.0 to 8.2 %"."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal

from kennzahl.checking.intervals import Interval, decimals_of
from kennzahl.facts import Quantity

_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
    (Decimal(10) ** 3, "thousand"),
)
_HEDGES = {"=": "", "~": "about ", ">": "more than ", "<": "less than "}
_UNITS = {"%": " %", "pp": " points"}
_MOST_DECIMALS = 6
_CONTEXT = Context(prec=100, traps=[])


def figure(quantity: Quantity, language: str) -> str:
    """One figure: "about 5.2 billion", "12 %", '100 % ("verdoppelt")'."""
    number, unit = _parts(quantity, language)
    return number + unit + _as_printed(quantity)


def amount(quantity: Quantity, language: str) -> str:
    """One figure with its currency: "2.7 billion EUR"."""
    return f"{figure(quantity, language)} {quantity.unit}"


def pair(value: Quantity, prior: Quantity, language: str) -> str:
    """Two figures, their unit said once where it is the same: "5.2 after 4.9 billion"."""
    number, unit = _parts(value, language)
    before, unit_before = _parts(prior, language)
    if unit == unit_before:
        return f"{number} after {before}{unit}"
    return f"{number}{unit} after {before}{unit_before}"


def percent(interval: Interval) -> str:
    """An interval of percents: "4.0 to 8.2 %", "at least 150 %"."""
    return between(interval, Decimal(1), " %")


def between(interval: Interval, scale: Decimal, unit: str) -> str:
    """An interval in multiples of ``scale``: "4.0 to 8.2 %", "200 to 400 million"."""
    if interval.low is None and interval.high is None:
        return "anything"
    if interval.low is None or interval.high is None:
        end = interval.low if interval.low is not None else interval.high
        assert end is not None  # noqa: S101 - one of the two ends is there
        word = "at least" if interval.low is not None else "at most"
        return f"{word} {_number(_CONTEXT.divide(end, scale), 1)}{unit}"
    ends = _CONTEXT.divide(interval.low, scale), _CONTEXT.divide(interval.high, scale)
    for decimals in _decimals(ends):
        first, second = (_number(end, decimals) for end in ends)
        if first != second:
            return f"{first} to {second}{unit}"
    return f"{_number(ends[0], 1)}{unit}"


def scale_of(quantity: Quantity, language: str) -> tuple[Decimal, str]:
    """The scale that the quantity was printed in and its unit in words: (1000000000, " billion"), (1, " %")."""
    if quantity.unit in _UNITS:
        return Decimal(1), _UNITS[quantity.unit]
    printed_in = abs(quantity.step).scaleb(decimals_of(quantity, language), _CONTEXT)
    for scale, name in _SCALES:
        if printed_in >= scale:
            return scale, f" {name}"
    return Decimal(1), ""


def width(interval: Interval) -> str:
    """How wide an interval of percents is: "4.2 points", "unbounded"."""
    return "unbounded" if interval.width is None else f"{_number(interval.width, 1)} points"


def number(value: Decimal) -> str:
    """A bare number in five significant digits: "1.0746", "157.32"."""
    return f"{_CONTEXT.divide(value, 1):.5g}"


def day(moment: date) -> str:
    """A day as a person writes it: "30 January 2025"."""
    return f"{moment.day} {moment:%B %Y}"


def _parts(quantity: Quantity, language: str) -> tuple[str, str]:
    scale, unit = scale_of(quantity, language)
    step = _CONTEXT.divide(abs(quantity.step), scale).normalize(_CONTEXT)
    exponent = step.as_tuple().exponent
    decimals = min(_MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
    ends = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
    numbers = [_number(_CONTEXT.divide(end, scale), decimals) for end in ends if end is not None]
    return _HEDGES[quantity.hedge] + " to ".join(numbers), unit


def _as_printed(quantity: Quantity) -> str:
    return f' ("{quantity.printed}")' if quantity.form in ("fraction", "multiple") else ""


def _decimals(ends: tuple[Decimal, Decimal]) -> tuple[int, ...]:
    """The numbers of decimals to try until two ends can be told apart."""
    if all(end == end.to_integral_value(context=_CONTEXT) for end in ends) or max(map(abs, ends)) >= 1000:
        return 0, 1, 2
    return 1, 2


def _number(value: Decimal, decimals: int) -> str:
    text = f"{value:,.{decimals}f}"
    return text.removeprefix("-") if not text.strip("-0.,") else text
