"""Figures side by side: ranges, sums ("5 dollars and 20 cents"), and units that one borrows from the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kennzahl.reading.mentions.quantities import shares
from kennzahl.reading.mentions.quantities.currencies import CENTS
from kennzahl.reading.mentions.quantities.drafts import COUNT, Draft
from kennzahl.reading.mentions.quantities.grammar import Grammar
from kennzahl.reading.mentions.quantities.numbers import EXACT

_DASHES = frozenset("-–—")
_LONGEST_LINK = 40
_LONGEST_LEAD = 40
_LEADING_WORDS = 3
_FARTHEST = 3  # times the lower end of a change that a number behind "to" may be its upper end
_LONGEST_SENTENCE = 200
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")


def joined(figures: Sequence[Draft], folded: str, grammar: Grammar) -> list[Draft]:
    """The figures with units borrowed, and ranges and sums joined into one."""
    result: list[Draft] = []
    for figure in figures:
        _to_percentage_points(result, figure, folded, grammar)
        if result and 0 <= figure.lead - result[-1].end <= _LONGEST_LINK:
            last, link = result[-1], folded[result[-1].end : figure.lead].strip()
            link = link[2:] if link[:2] == "- " else link  # "zwei- bis dreihundert"
            if not link and figure.hedge_word and figure.hedge_word.lower() in grammar.range_join:
                link = figure.hedge_word.lower()  # "from 5 up to 10"
            if (whole := _in_whole_money(last, figure)) is not None:
                result[-1] = whole
            if _is_range(result, figure, _without_apiece(last, link, grammar), folded, grammar):
                last = result[-1]
                _spread(last, figure)
                _extend(last, figure)
                continue
            result[-1] = last
            if _is_sum(last, figure, link, grammar):
                worth = figure.worth(figure.number, figure.scale)
                last.number, last.end = EXACT.fma(last.number, last.scale, worth), figure.end
                last.scale = figure.scale
                last.digit = figure.worth(figure.digit, figure.scale)
                continue
            if grammar.plain and shares.joins(last, figure, folded, grammar.plain):
                continue
            _borrow(last, figure, link, grammar)
        result.append(figure)
    return result


def _in_whole_money(left: Draft, right: Draft) -> Draft | None:
    """ "94 cents | to $1.02": hundredths as a part of the money behind them, where both are of one size."""
    minor, main = left.unit.money, right.unit.money
    if minor is None or main is None or not minor.minor or main.minor or minor.family not in (main.family, CENTS):
        return None
    number = EXACT.multiply(left.number, minor.part)
    if left.upper is not None or right.scale != 1 or not number < right.number <= _FARTHEST * number:
        return None
    return replace(left, number=number, digit=EXACT.multiply(left.digit, minor.part), unit=right.unit)


def _to_percentage_points(before: Sequence[Draft], figure: Draft, folded: str, grammar: Grammar) -> None:
    """ "9 percentage points from acquisitions and 3 points from prices", "up 1.2 points to 83.4 percent": the points of
    one sentence are the same, and those that lead to a percentage are its points."""
    if figure.unit.name == "%" and before and before[-1].unit.name == "pt":
        if folded[before[-1].end : figure.lead].strip() in grammar.onward:  # not "20 points or 1.2 percent"
            before[-1].unit = replace(figure.unit, name="pp")
    elif figure.unit.name == "pt" and before and before[-1].unit.name == "pp":
        between = folded[before[-1].end : figure.start]
        if len(between) <= _LONGEST_SENTENCE and ". " not in between:
            figure.unit = replace(before[-1].unit, factor=COUNT.factor)


def _without_apiece(left: Draft, link: str, grammar: Grammar) -> str:
    """ "$3.61 | per share to | $3.65 per share": the word that stands between two amounts of one share."""
    if left.unit.money:
        for said in grammar.range_apiece:
            if link.startswith((said + " ", said + ",")):
                return link[len(said) :].strip(" ,")
    return link


def _is_range(before: Sequence[Draft], right: Draft, link: str, folded: str, grammar: Grammar) -> bool:
    left = before[-1]
    if left.upper is not None or not _same_measure(left, right):
        return False
    lead = folded[max(0, left.lead - _LONGEST_LEAD) : left.lead].rstrip()
    if link in grammar.range_and and grammar.range_between.before(lead, len(lead)):
        return True
    if link not in grammar.range_join or left.noun or not _ascends(left, right):
        return False
    if link in _DASHES:
        return grammar.plain is not None or not (left.unmeasured and right.unmeasured and right.noun is None)
    if left.unit.name == "%" and right.unit is COUNT:
        return False
    match = _LAST_WORD.search(lead)
    word = match[1] if match else ""
    if word in grammar.range_never_after and grammar.plain:
        return not _is_change(lead[: match.start()], grammar) if match else True
    if word in grammar.range_never_after:
        # "to $650-$750 million, down from $1 billion to $1.3 billion": after a range comes a range.
        if len(before) < 2 or before[-2].upper is None:
            return False
        leading = _without_apiece(before[-2], folded[before[-2].end : left.lead].strip(), grammar).split()
        return len(leading) <= _LEADING_WORDS and leading[-1:] == [word]
    if (
        left.unit is COUNT
        and left.scale == right.scale
        and word in grammar.range_rates
        and right.number > _FARTHEST * left.number
    ):
        return False  # "fell by 15,000 to 147,000"
    return (
        left.unit is COUNT
        or word not in grammar.range_not_after
        or (word in grammar.range_rates and _of_one_size(left, right))
    )


def _of_one_size(left: Draft, right: Draft) -> bool:
    """ "will fall by 6 percent to 7 percent": two rates of one size are the ends of one."""
    return left.unit.name == right.unit.name == "%" and left.number < right.number <= 2 * left.number


def _is_change(lead: str, grammar: Grammar) -> bool:
    """Whether "from X to Y" says how something changed ("rose from 5 to 10"), not how far it reaches."""
    match = _LAST_WORD.search(lead)
    return match is not None and match[1] in grammar.range_not_after


def _same_measure(left: Draft, right: Draft) -> bool:
    """Whether two figures can be ends of one range: the same unit, or one of them without."""
    if left.is_size or right.is_size:
        return left.form == right.form
    if left.unit is COUNT or right.unit is COUNT:
        return right.unit is not COUNT or left.unit is COUNT or right.noun is None
    return left.unit.name == right.unit.name and _family(left) == _family(right)


def _family(draft: Draft) -> str | None:
    return draft.unit.money.family if draft.unit.money else None


def _ascends(left: Draft, right: Draft) -> bool:
    low, high = EXACT.multiply(left.number, left.scale), EXACT.multiply(right.number, right.scale)
    if left.scale == 1:
        low = EXACT.multiply(low, right.scale)
    elif right.scale == 1 and right.number > left.number:
        high = EXACT.multiply(high, left.scale)
    return (
        abs(low) < abs(high) or low < high or (left.scale == 1 and abs(left.number) < abs(right.number * right.scale))
    )


def _spread(left: Draft, right: Draft) -> None:
    """Unit and scale of one end hold for the other."""
    if left.unit is COUNT or (right.unit.money and right.unit.money.code):
        left.unit = right.unit
    else:
        right.unit = left.unit
    hundreds = right.form == "words" and right.digit >= 100 and left.digit == left.scale == 1
    if hundreds and left.number * right.digit < right.number:  # "two to three hundred"
        left.number *= right.digit
    if left.scale == 1 and abs(left.number) < 1000 and (left.number <= right.number or right.number < 10):
        left.scale = right.scale
    elif right.scale == 1 and abs(left.number) < abs(right.number) < 1000:
        right.scale = left.scale


def _extend(left: Draft, right: Draft) -> None:
    left.end, left.upper, left.upper_scale, left.noun = right.end, right.number, right.scale, right.noun
    left.digit = max(left.digit, right.digit)
    if left.hedge == "=" and right.hedge != "<":  # but "5 bis maximal 10"
        left.hedge, left.hedge_word = right.hedge, right.hedge_word


def _is_sum(left: Draft, right: Draft, link: str, grammar: Grammar) -> bool:
    """ "25 dollars and 50 cents"."""
    main, minor = left.unit.money, right.unit.money
    links = grammar.plain.sums if grammar.plain else grammar.range_and
    return bool(
        main
        and minor
        and minor.minor
        and not main.minor
        and minor.family in (main.family, CENTS)
        and (link in links or not link)
        and right.scale == 1
        and (left.scale == 1 or left.form == right.form == "words")  # "a million dollars and two cents"
        and left.digit >= 1
        and right.number < 100
        and left.hedge == right.hedge == "="
    )


def _counts(figure: Draft) -> bool:
    """Is it no percentage ("3.4 percent, or | 2.7 million, of the shares")?"""
    return figure.noun is not None or figure.scale != 1


def _borrow(left: Draft, right: Draft, link: str, grammar: Grammar) -> None:
    """ "von 7 auf 8 Prozent", "44 cents vs 32.3": a bare figure has its neighbour's unit."""
    if left.is_size or right.is_size:
        return
    if left.unit is COUNT and left.noun is None and right.unit is not COUNT and link in grammar.links:
        if left.scale == 1 and right.upper is None:
            left.unit, left.scale = right.unit, right.scale
        elif left.scale != 1 and right.unit.money:
            left.unit = replace(right.unit, factor=COUNT.factor)
    elif left.unmeasured and left.noun is None and right.unit is COUNT and right.scale != 1 and link in grammar.onward:
        if left.number < 1000:  # "210 statt 215 Millionen"
            left.scale = right.scale
    elif right.unit is COUNT and left.unit is not COUNT and not (left.unit.name == "%" and _counts(right)):
        onward = link in grammar.onward and left.unit.money and right.scale != 1 and right.noun is None
        if onward or grammar.comparison.fullmatch(link):
            right.unit, right.noun = left.unit, None
            if right.scale == 1 and abs(right.number) < 1000:
                right.scale = left.scale
