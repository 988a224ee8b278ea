"""Two plain numbers that make one: shares ("two out of three", "1 in 4") and prices said in short ("5 Euro 30")."""

from __future__ import annotations

from decimal import Decimal

from kennzahl.reading.mentions.quantities.drafts import COUNT, Draft
from kennzahl.reading.mentions.quantities.numbers import SHARES
from kennzahl.reading.mentions.quantities.plain import Plain

_HUNDREDTH = Decimal("0.01")
_MOST = 1_000_000
"""No share is said of more than that."""


def joins(left: Draft, right: Draft, folded: str, plain: Plain) -> bool:
    """Makes one figure of two where they are one; says whether it did. The right one is then part of the left."""
    link = folded[left.end : right.start].strip()
    if _is_share(left, right, link, plain):
        left.number, left.digit = SHARES.divide(left.number, right.number * right.scale), _HUNDREDTH
        left.form, left.noun, left.end = "fraction", right.noun, right.end
        return True
    if not link and _is_short_price(left, right, folded):
        left.number, left.digit, left.end = left.number + right.number * _HUNDREDTH, _HUNDREDTH, right.end
        return True
    return False


def _is_share(left: Draft, right: Draft, link: str, plain: Plain) -> bool:
    return (
        link in plain.ratios
        and left.unmeasured
        and right.unit is COUNT
        and left.noun is None
        and left.upper is right.upper is None
        and not (left.is_size or right.is_size)
        and (right.noun or "").lower() not in plain.not_before
        and 1 <= left.number < right.number * right.scale <= _MOST
        and left.number == int(left.number)
        and right.number == int(right.number)
    )


def _is_short_price(left: Draft, right: Draft, folded: str) -> bool:
    """ "5 Euro 30", "two dollars fifty": hundredths without their name, two digits or a word."""
    money = left.unit.money
    if money is None or money.minor or left.scale != 1 or left.digit < 1 or left.upper is not None:
        return False
    if folded[left.end - 1].isdigit():  # "$5 20"
        return False
    two_digits = right.form == "words" or right.end - right.start == 2
    return (
        right.unit is COUNT
        and right.unmeasured
        and right.noun is None
        and right.upper is None
        and right.hedge == left.hedge == "="
        and two_digits
        and 0 < right.number < 100
        and right.digit == 1
    )
