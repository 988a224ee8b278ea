"""Figures side by side: ranges, and units that one borrows from the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kennzahl.reading.mentions.drafts import COUNT, Draft
from kennzahl.reading.mentions.grammar import Grammar, Unit
from kennzahl.reading.mentions.numbers import EXACT

_DASHES = frozenset("-–—")
_LONGEST_LINK = 40
_LAST_WORDS = re.compile(r"([^\W\d_]+)[\s:]*$")


def joined(figures: Sequence[Draft], folded: str, grammar: Grammar) -> list[Draft]:
    """The figures with units borrowed and ranges joined into one."""
    result: list[Draft] = []
    for figure in figures:
        if result and not _is_far(result[-1], figure):
            last, link = result[-1], folded[result[-1].end : figure.lead].strip()
            if _is_range(last, figure, link, folded, grammar):
                _spread(last, figure)
                _extend(last, figure)
                continue
            _borrow(last, figure, link, grammar)
        result.append(figure)
    return result


def _is_far(left: Draft, right: Draft) -> bool:
    return right.lead - left.end > _LONGEST_LINK or right.lead < left.end


def _is_range(left: Draft, right: Draft, link: str, folded: str, grammar: Grammar) -> bool:
    if left.upper is not None or not _same_measure(left, right):
        return False
    before = folded[: left.lead] if left.lead < 30 else folded[left.lead - 30 : left.lead]
    between = grammar.range_between.before(before.rstrip(), len(before.rstrip()))
    if between and link in grammar.range_and:
        return True
    if link not in grammar.range_join or left.noun:
        return False
    if link in _DASHES:
        return _ascends(left, right) and not (left.plain and right.plain and right.noun is None)
    verb = _LAST_WORDS.search(before)
    if verb and grammar.range_not_after.entries.get(verb[1]):
        return False
    return not grammar.range_not_after.entries.get("from") or _ascends(left, right)


def _same_measure(left: Draft, right: Draft) -> bool:
    """Whether two figures can be ends of one range: the same unit, or one of them without."""
    if "fraction" in (left.form, right.form) or "multiple" in (left.form, right.form):
        return left.form == right.form
    if left.unit is COUNT or right.unit is COUNT:
        return right.unit is not COUNT or left.unit is COUNT or right.noun is None
    return left.unit.name == right.unit.name and _family(left) == _family(right)


def _family(draft: Draft) -> str | None:
    return draft.unit.money.family if draft.unit.money else None


def _ascends(left: Draft, right: Draft) -> bool:
    scale = right.scale if left.scale == 1 else left.scale
    other = left.scale if right.scale == 1 and left.number < right.number else right.scale
    return EXACT.multiply(abs(left.number), scale) < EXACT.multiply(abs(right.number), other)


def _spread(left: Draft, right: Draft) -> None:
    """Unit and scale of one end hold for the other."""
    if left.unit is COUNT:
        left.unit = right.unit
    elif right.unit is COUNT:
        right.unit = left.unit
    elif right.unit.money and left.unit.money and left.unit.factor == 1:
        left.unit = right.unit if right.unit.money.how != "symbol" or right.unit.factor != 1 else left.unit
    if (
        left.scale == 1
        and right.scale != 1
        and abs(left.number) < 1000
        and abs(left.number) <= abs(right.number) * 1000
    ):
        left.scale = right.scale
    elif right.scale == 1 and left.scale != 1 and abs(right.number) > abs(left.number) and right.number < 1000:
        right.scale = left.scale


def _extend(left: Draft, right: Draft) -> None:
    left.end, left.upper, left.upper_scale = right.end, right.number, right.scale
    left.digit = max(left.digit, right.digit)
    left.noun = right.noun
    if left.hedge == "=":
        left.hedge, left.hedge_word = right.hedge, right.hedge_word


def _borrow(left: Draft, right: Draft, link: str, grammar: Grammar) -> None:
    """ "von 7 auf 8 Prozent", "44 cents vs 32.3": a bare figure has its neighbour's unit."""
    if (
        link in grammar.links
        and left.bare
        and right.unit is not COUNT
        and left.form in ("digits", "words")
        and right.form in ("digits", "words")
    ):
        if left.scale == 1 and right.scale != 1:
            left.scale = right.scale
        if left.scale == 1 or right.unit.name == "money":
            left.unit = _unit_of(right)
    elif (
        right.unit is COUNT and left.unit is not COUNT and left.form == "digits" and grammar.comparison.fullmatch(link)
    ):
        right.unit, right.noun = _unit_of(left), None
        if right.scale == 1 and abs(right.number) < 1000:
            right.scale = left.scale


def _unit_of(draft: Draft) -> Unit:
    return draft.unit
