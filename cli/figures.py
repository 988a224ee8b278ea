"""Figures as a person reads them: exact, with their unit, scaled where that loses nothing."""

from __future__ import annotations

from decimal import Decimal

from kennzahl.facts import Quantity

SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
MOST_DECIMALS = 3
HEDGES = {"~": "about ", ">": "more than ", "<": "up to ", "=": "", None: ""}


def of_quantity(quantity: Quantity | None, *, signed: bool = False) -> str:
    """A quantity of the engine; empty for none. ``signed`` writes the plus of a change."""
    if quantity is None:
        return ""
    ends = (quantity.low, quantity.high) if quantity.is_range else (quantity.value,)
    return in_words(ends, quantity.unit, quantity.hedge, signed=signed)


def in_words(
    ends: tuple[Decimal | None, ...], unit: str | None, hedge: str | None = "=", *, signed: bool = False
) -> str:
    """One number, or the two ends of a range.

    >>> in_words((Decimal("48400000000"),), "USD", "~")
    'about 48.4 bn USD'
    >>> in_words((Decimal(7), Decimal(10)), "%", signed=True)
    '+7 to +10 %'
    """
    known = [end for end in ends if end is not None]
    if not known:
        return ""
    scale, name = _scale(known, unit)
    numbers = " to ".join(_number(end / scale, signed) for end in known)
    unit_word = {"count": "", "pp": "points", None: ""}.get(unit, unit)
    return " ".join(part for part in (HEDGES[hedge] + numbers, name, unit_word) if part)


def _scale(ends: list[Decimal], unit: str | None) -> tuple[Decimal, str]:
    """The largest scale that all ends reach and that needs few decimals."""
    if unit not in {"%", "pp"}:
        for scale, name in SCALES:
            if all(abs(end) >= scale and _decimals(end / scale) <= MOST_DECIMALS for end in ends):
                return scale, name
    return Decimal(1), ""


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _number(number: Decimal, signed: bool) -> str:
    return f"{number.normalize():{'+' if signed else ''},f}"
