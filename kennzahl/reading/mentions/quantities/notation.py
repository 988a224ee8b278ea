"""Numbers in the notation of arithmetic: fractions ("2 3/4"), exponents ("1.5e-3"), powers ("10^3", "3 × 10⁵")."""

from __future__ import annotations

import re
from decimal import Decimal

from kennzahl.reading.mentions.quantities.numbers import DIGITS, EXACT, SHARES, VULGAR, Number, read_digits

MAX_EXPONENT = 300
_LONGEST_BASE = 30

_FRACTION = re.compile(r"(?:(\d{1,6})[ -])?(?!0)(\d{1,3})[/⁄](?!0|(?:19|20)\d\d)(\d{1,4})(?![\d/⁄]|[.,]\d)")
_MIXED = re.compile(rf"(\d{{1,6}}) ([{''.join(VULGAR)}])")
_INTEGER = r"([+\-−]?\d{1,3})(?!\w|[.,]\d)"
_EXPONENT = re.compile(f"[eE]{_INTEGER}")
_POWER = re.compile(rf"\^{_INTEGER}(?!\^)")
_RAISED = re.compile(r"(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)")
_TIMES_TEN = re.compile(r"[ ]?[x×·*][ ]?10(?=[\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹])")
_PLAIN_DIGITS = str.maketrans("⁻−⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
_FOUR_PLACES = Decimal("0.0001")


def at(text: str, start: int, sign: str) -> Number | None:
    """The number in such a notation whose digits begin at ``start``; None where there is none, or a plain one.

    ``sign`` is the decimal sign where the grouping does not tell it. Powers are bounded by ``MAX_EXPONENT``.
    """
    if match := _FRACTION.match(text, start):
        return _fraction(match)
    if match := _MIXED.match(text, start):
        numerator, denominator = VULGAR[match[2]]
        return _sum(start, match.end(), match[1], numerator, denominator)
    token = DIGITS.match(text, start)
    if token is None or len(token[0]) > _LONGEST_BASE:
        return None
    base = read_digits(token[0], sign)
    return None if base is None else _raised(text, start, token.end(), *base)


def fraction(text: str, start: int) -> Number | None:
    """The fraction of less than one at a place of a text: "1 and | 1/2"."""
    match = _FRACTION.match(text, start)
    number = _fraction(match) if match and not match[1] else None
    return number if number and number.value < 1 else None


def _fraction(match: re.Match[str]) -> Number | None:
    numerator, denominator = int(match[2]), int(match[3])
    if numerator == denominator or (match[1] and numerator > denominator):
        return None
    return _sum(match.start(), match.end(), match[1] or "0", numerator, denominator)


def _sum(start: int, end: int, whole: str, numerator: int, denominator: int) -> Number:
    share = SHARES.divide(Decimal(numerator), Decimal(denominator))
    digit = max(round(SHARES.divide(Decimal(1), Decimal(denominator)), 4), _FOUR_PLACES)
    return Number(start, end, EXACT.add(Decimal(whole), share), digit)


def _raised(text: str, start: int, end: int, value: Decimal, digit: Decimal) -> Number | None:
    if match := _EXPONENT.match(text, end):
        return _shifted(start, match, value, digit)
    if times := _TIMES_TEN.match(text, end):
        match = _POWER.match(text, times.end()) or _RAISED.match(text, times.end())
        return _shifted(start, match, value, digit) if match else None
    match = _POWER.match(text, end) or (_RAISED.match(text, end) if value == 10 else None)
    if match is None or value == 0:
        return None
    exponent = _exponent(match)
    if abs(exponent) > MAX_EXPONENT:
        return None
    power = EXACT.power(value, exponent)
    return Number(start, match.end(), power, min(Decimal(1), power))


def _shifted(start: int, match: re.Match[str], value: Decimal, digit: Decimal) -> Number | None:
    exponent = _exponent(match)
    if abs(exponent) > MAX_EXPONENT:
        return None
    return Number(start, match.end(), value.scaleb(exponent), digit.scaleb(exponent))


def _exponent(match: re.Match[str]) -> int:
    return int(match[1].translate(_PLAIN_DIGITS))
