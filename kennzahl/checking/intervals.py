"""Printed numbers as intervals: "48,4 Milliarden" is 48.35 to 48.45, "rund 60" is wider, "mehr als 60" is open above.

Ends are exact ``Decimal``; where an end has to be rounded (a division), it is rounded outward, so that an interval
never loses what it should hold. All intervals are closed: half-up and half-even rounding both fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import cache
from typing import Any, TypeAlias

from kennzahl import languages
from kennzahl.facts import Quantity

# Wide enough for the sums and products of 40-digit figures; without traps, since no input may raise.
_DOWN = Context(prec=100, rounding=ROUND_FLOOR, traps=[])
_UP = Context(prec=100, rounding=ROUND_CEILING, traps=[])
_ZERO = Decimal(0)
_TEN = Decimal(10)
_HUNDRED = Decimal(100)

# Relative widths below and above a hedged figure; None is unbounded (below: down to zero, where sizes end).
_Widths: TypeAlias = tuple[Decimal | None, Decimal | None]

# "ein Drittel" and "verdoppelt" are words for a size, not measurements: a growth of 30 or 36 % is called a third,
# and one of 85 or 115 % a doubling, in honest news. Relative to the fraction, or to the multiple (2 for doubled).
_WORDED_WIDTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included; None is unbounded."""

    low: Decimal | None = None
    high: Decimal | None = None

    @classmethod
    def at(cls, value: Decimal) -> Interval:
        """The single point ``value``."""
        return cls(value, value)

    @property
    def width(self) -> Decimal | None:
        """``high - low``; None where an end is open."""
        if self.low is None or self.high is None:
            return None
        return _UP.subtract(self.high, self.low)

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def overlaps(self, other: Interval) -> bool:
        """Whether any value is in both."""
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(
            None if self.low is None or other.low is None else min(self.low, other.low),
            None if self.high is None or other.high is None else max(self.high, other.high),
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else self.high.copy_negate(),
            None if self.low is None else self.low.copy_negate(),
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else _DOWN.add(self.low, other.low),
            None if self.high is None or other.high is None else _UP.add(self.high, other.high),
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def times(self, factor: Decimal) -> Interval:
        """Every value multiplied by one exact factor above zero."""
        return Interval(
            None if self.low is None else _DOWN.multiply(self.low, factor),
            None if self.high is None else _UP.multiply(self.high, factor),
        )

    def __truediv__(self, other: Interval) -> Interval:
        """All quotients; unbounded where the divisor reaches over zero."""
        if other.high is not None and other.high <= 0:
            return -self / -other if other.low != 0 else Interval()
        if other.low is None or other.low < 0 or other.high == 0:
            return Interval()
        return Interval(_quotient_low(self.low, other), _negated(_quotient_low(_negated(self.high), other)))


def relative_change(value: Interval, prior: Interval) -> Interval:
    """``value / prior - 1`` in percent. Of two losses the amount is what changes: -20 after -5 is +300.

    Unbounded where the prior may be zero.
    """
    return (value / prior - Interval.at(Decimal(1))).times(_HUNDRED)


def interval_of(quantity: Quantity, language: str) -> Interval:
    """What a printed quantity may stand for when its last digit counts: half a step to both sides, or its hedge."""
    return _read(quantity, language, loose=False)


def loose_interval_of(quantity: Quantity, language: str) -> Interval:
    """The second reading of figures that end in zeros: in "100 Millionen" the last digit that is not zero counts.

    A claim is refuted only where both readings refute it. Digits behind a decimal mark are printed on purpose, so
    "4,0" has one reading only.
    """
    return _read(quantity, language, loose=True)


def decimals_of(quantity: Quantity, language: str) -> int:
    """How many digits of the (first) printed number stand behind its decimal mark: 1 for "48,4 Milliarden"."""
    mark = _lexicon(language).get("numbers", {}).get("decimal", ".")
    other = "." if mark == "," else ","
    run = _first_number(quantity.printed)
    if mark in run and run.count(mark) == 1:
        return len(run.rpartition(mark)[2])
    tail = run.rpartition(other)[2] if run.count(other) == 1 else ""
    return len(tail) if tail and len(tail) != 3 else 0


def _read(quantity: Quantity, language: str, *, loose: bool) -> Interval:
    ambiguous = quantity.form in ("digits", "words") and not decimals_of(quantity, language)
    widths = _hedge_widths(quantity, language)
    whole: Interval | None = None
    for end in (quantity.value, quantity.low, quantity.high):
        if end is not None:
            step = _loosened(end, quantity.step) if loose and ambiguous else abs(quantity.step)
            interval = _around(quantity, end, step, widths)
            whole = interval if whole is None else whole.hull(interval)
    return whole or Interval()


def _around(quantity: Quantity, point: Decimal, step: Decimal, widths: _Widths) -> Interval:
    """The interval of one printed end. Hedges speak of sizes ("a loss of more than 5"), hence the sign comes last."""
    below, above = widths
    # A doubling is a multiple of 2, and that is what "fast" or the width of a word is relative to.
    offset = _HUNDRED if quantity.form == "multiple" and quantity.unit == "%" and point > 0 else _ZERO
    size = _UP.add(abs(point), offset)
    half = _UP.divide(step, Decimal(2))
    if quantity.form in ("fraction", "multiple") and (quantity.hedge == "=" or (below and above)):
        half = max(half, _UP.multiply(size, _WORDED_WIDTH))
    # A hedge that leans to one side was written by cutting digits off: up to a whole step may be missing there. To the
    # other side the figure was rounded before the word was chosen ("nearly 2 %" of 2.3), unless it names a bound.
    least = half if below and above else step
    shut = _ZERO if quantity.hedge in ("<", ">") else half
    low = _ZERO if below is None else _DOWN.subtract(size, _reach(size, below, least, shut))
    high = None if above is None else _UP.add(size, _reach(size, above, least, shut))
    span = Interval(_DOWN.subtract(low, offset), None if high is None else _UP.subtract(high, offset))
    return -span if point < 0 else span


def _reach(size: Decimal, width: Decimal, least: Decimal, shut: Decimal) -> Decimal:
    """How far an interval reaches to one side of ``size``: its relative width, but never finer than it was printed;
    ``shut`` where it has no width there."""
    return max(_UP.multiply(size, width), least) if width else shut


def _loosened(value: Decimal, step: Decimal) -> Decimal:
    """The worth of the last digit of ``value`` that is not zero."""
    step = abs(step)
    if not value or not step:
        return step
    while not _UP.remainder(value, _UP.multiply(step, _TEN)):
        step = _UP.multiply(step, _TEN)
    return step


def _hedge_widths(quantity: Quantity, language: str) -> _Widths:
    if quantity.hedge == "=":
        return _ZERO, _ZERO
    known = _hedges(language).get((quantity.hedge_word or "").casefold())
    return known or _UNNAMED[quantity.hedge]


# A hedge without a word of its own ("60+", a form the language file does not list).
_UNNAMED: Mapping[str, _Widths] = {
    "~": (Decimal("0.1"), Decimal("0.1")),
    ">": (_ZERO, None),
    "<": (None, _ZERO),
}


@cache
def _hedges(language: str) -> dict[str, _Widths]:
    """Every hedge word of a language with its relative widths (below, above)."""
    listed = _lexicon(language).get("hedges", {})
    return {str(word).casefold(): (_width(row["below"]), _width(row["above"])) for word, row in listed.items()}


def _width(printed: Any) -> Decimal | None:
    return None if printed == "unbounded" else Decimal(str(printed))


def _lexicon(language: str) -> dict[str, Any]:
    return languages.load(language) if language in languages.available() else {}


def _first_number(printed: str) -> str:
    """The first run of digits with the marks between them: "8,2" of "rund 8,2 bis 8,4 Prozent"."""
    start = next((index for index, sign in enumerate(printed) if sign.isdecimal()), len(printed))
    end = start
    while end < len(printed) and (
        printed[end].isdecimal() or (printed[end] in ".,'’" and printed[end + 1 : end + 2].isdecimal())
    ):
        end += 1
    return printed[start:end]


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.copy_negate()


def _quotient_low(low: Decimal | None, divisor: Interval) -> Decimal | None:
    """The lower end of ``low / divisor`` for a divisor that is not negative."""
    if low is None:
        return None
    if low >= 0:
        return _ZERO if divisor.high is None else _DOWN.divide(low, divisor.high)
    return _DOWN.divide(low, divisor.low) if divisor.low else None
