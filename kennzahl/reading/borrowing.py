"""Bare numbers borrow unit and scale: "von 6,8 auf 8,8 Milliarden", "859,0 Mio. CHF nach 388,6", "Net 1.2 mln"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kennzahl.facts import Quantity
from kennzahl.reading.view import Figure

HUNDRED = Decimal(100)
LENT = frozenset(Decimal(10) ** power for power in (-2, 3, 5, 6, 7, 9, 12))
"""Scales that a bare number may borrow: "von 200 auf eine Viertelmillion" means two hundred."""
SMALL_CHANGE = 100  # percent; more is an amount
SMALL = 10_000  # a larger bare number is written out and borrows no scale


def borrow(figure: Figure, partner: Quantity | None, currency: str) -> None:
    """Give a bare number the unit and scale of its partner, or without one the text's currency."""
    quantity = figure.quantity
    if partner is None:
        figure.quantity = replace(quantity, unit=currency, unit_how="assumed")
        return
    number = quantity.value if quantity.value is not None else quantity.low
    bare = number is not None and abs(number) < SMALL and quantity.step <= 1
    if not bare and partner.unit in ("%", "pp"):
        return  # "3.4 percent, or | 2.7 million, of the shares"
    scale = partner.scale if bare and partner.scale in LENT else Decimal(1)
    figure.quantity = replace(scaled(quantity, scale), unit=partner.unit, unit_how=partner.unit_how)


def as_percent(figure: Figure) -> None:
    """ "der Umsatz um 12 Prozent auf 69 Milliarden, der Gewinn um zehn auf 24": the ten are percent, too."""
    quantity = figure.quantity
    number = re.fullmatch(r"\d{1,3}(?:[.,]\d{1,2})?|[^\W\d]+", quantity.printed)
    if number is None or quantity.unit in ("%", "pp") or quantity.noun is not None:
        return
    bare = scaled(quantity, 1 / quantity.scale)
    if bare.value is not None and 0 < bare.value < SMALL_CHANGE:
        figure.quantity = replace(bare, unit="%", unit_how="none")


def scaled(quantity: Quantity, scale: Decimal) -> Quantity:
    """The quantity times a scale."""
    value, low, high = (None if n is None else n * scale for n in (quantity.value, quantity.low, quantity.high))
    return replace(quantity, value=value, low=low, high=high, step=quantity.step * scale, scale=quantity.scale * scale)


def remainder(quantity: Quantity) -> Quantity:
    """What is gone when a fraction is left: "auf ein Drittel" is minus 66.7 percent."""
    value = None if quantity.value is None else HUNDRED - quantity.value
    low, high = (None if n is None else HUNDRED - n for n in (quantity.high, quantity.low))
    return replace(quantity, value=value, low=low, high=high)


def negated(quantity: Quantity) -> Quantity:
    """The same quantity with the opposite sign."""
    value, low, high = (None if n is None else -n for n in (quantity.value, quantity.high, quantity.low))
    return replace(quantity, value=value, low=low, high=high)


def is_negative(quantity: Quantity) -> bool:
    """Is the (lower) number below zero?"""
    number = quantity.value if quantity.value is not None else quantity.low
    return number is not None and number < 0
