"""Plain numbers in several parts: "2 million 300 thousand", "five and two thirds", "a dollar and a half"."""

from __future__ import annotations

from decimal import Decimal

from kennzahl.reading.mentions.lexicon import word_behind
from kennzahl.reading.mentions.quantities import notation
from kennzahl.reading.mentions.quantities.drafts import COUNT, Draft
from kennzahl.reading.mentions.quantities.measures import Measures
from kennzahl.reading.mentions.quantities.numbers import DIGITS, EXACT, SHARES, Number, read_digits
from kennzahl.reading.mentions.quantities.plain import Part, Plain

_MOST_PARTS = 12
_LEAST_ROOM = 1000
_LEAST_PART = 100
"""Of parts behind a comma, or digits: less is the next number of a list."""


def complete(draft: Draft, measures: Measures, plain: Plain) -> None:
    """Adds to a measured number the parts that follow it, and then takes its scale and unit."""
    _divide(draft, measures, plain)
    for _ in range(_MOST_PARTS):
        if not (_add_smaller(draft, measures) or _add_fraction(draft, measures, plain)):
            return
        if draft.unit is COUNT:
            measures.scale_and_unit(draft)


def _divide(draft: Draft, measures: Measures, plain: Plain) -> None:
    """ "31 | thousandths"."""
    if draft.unmeasured and draft.number == int(draft.number) and not draft.is_size and draft.number > 1:
        found = plain.parts.at(measures.folded, measures.gap(draft.end))
        if found:
            draft.number, draft.end = SHARES.divide(draft.number, found[1]), found[0]
            draft.digit, draft.form = Decimal("0.0001"), "fraction"
            measures.scale_and_unit(draft)


def _add_smaller(draft: Draft, measures: Measures) -> bool:
    """ "3 million | 200 thousand"."""
    room = EXACT.multiply(draft.digit, draft.scale)
    spaced = measures.grammar.words.glued and draft.form == "words"  # "hundert | fünfzig", which is one word
    if room < (_LEAST_PART if spaced else _LEAST_ROOM) or not (draft.unit is COUNT or _has_prefix(draft, measures)):
        return False
    position, link = measures.gap(draft.end), ""
    if measures.text[draft.end : draft.end + 1] == ",":
        position, link = measures.gap(draft.end + 1), ","
        if joiner := measures.grammar.and_.at(measures.folded, position):
            position, link = measures.gap(joiner[0]), "and"  # "one million, and twenty"
    elif joiner := measures.grammar.and_.at(measures.folded, position):
        position, link = measures.gap(joiner[0]), "and"
    if position == draft.end or (part := _part(position, measures, link)) is None:
        return False
    scale_end, worth = _scaled(part.end, measures)
    value = EXACT.multiply(part.value, worth)
    if not 1 <= value < room:
        return False
    in_words = draft.form == "words" and part.words and link != ","
    noun = word_behind(measures.folded, part.end)
    ends = not noun or noun in measures.grammar.function_words or (not link and room == _LEAST_PART)
    if value < _LEAST_PART and not (in_words and ends):
        return False  # "two million and three firms"
    _add(draft, value, scale_end)
    draft.digit = EXACT.multiply(part.digit, worth)
    return True


def _has_prefix(draft: Draft, measures: Measures) -> bool:
    """Whether the unit stands before the number ("$3 million"), so that more of it may follow."""
    first = measures.text[draft.start : draft.end].lstrip("+-−– ")[:1]
    return draft.form == "digits" and draft.unit.money is not None and not first.isdigit()


def _scaled(end: int, measures: Measures) -> tuple[int, Decimal]:
    """Where the scales behind a number end, and what they are worth: "5 | hundred thousand"."""
    worth = Decimal(1)
    for _ in range(2):
        if (found := measures.grammar.scales.at(measures.folded, measures.gap(end))) is None:
            break
        end, worth = found[0], EXACT.multiply(worth, found[1])
    return end, worth


def _part(position: int, measures: Measures, link: str) -> Number | None:
    grammar = measures.grammar
    if (number := grammar.words.at(measures.folded, position)) or link == ",":
        said = measures.folded[number.start : number.end] if number else ""
        return number if said not in grammar.never_alone or measures.follows(position + len(said)) else None
    token = DIGITS.match(measures.text, position)
    read = read_digits(token[0], grammar.decimal) if token else None
    if token is None or read is None or (link and not grammar.scales.at(measures.folded, measures.gap(token.end()))):
        return None
    return Number(position, token.end(), *read)


def _add_fraction(draft: Draft, measures: Measures, plain: Plain) -> bool:
    """ "two and | a half", "a million and | a half", "a dollar and | a half"."""
    if draft.number != int(draft.number) or draft.is_size or (draft.unit is not COUNT and draft.scale != 1):
        return False
    grammar, folded = measures.grammar, measures.folded
    position = measures.gap(draft.end)
    if joiner := grammar.and_.at(folded, position):
        position = measures.gap(joiner[0])
    elif not grammar.words.glued or position == draft.end or draft.unit is not COUNT:
        return False
    if joiner and (number := notation.fraction(measures.text, position)):
        _add(draft, EXACT.multiply(number.value, draft.scale), number.end)
        draft.digit = number.digit
        return True
    found = plain.fractions.at(folded, position) or _counted_parts(position, measures, plain)
    if (
        found is None
        or found[1].skip
        or (
            found[1].doubtful
            and not measures.follows(found[0])
            and not plain.ends(folded, found[0], grammar.function_words)
        )
    ):
        return False
    _add(draft, EXACT.multiply(found[1].value, draft.scale), found[0])
    draft.digit = Decimal("0.01") if draft.scale == 1 else draft.digit
    return True


def _counted_parts(position: int, measures: Measures, plain: Plain) -> tuple[int, Part] | None:
    """ "two and | three twenty-fifths"."""
    number = measures.grammar.words.at(measures.folded, position)
    found = plain.parts.at(measures.folded, measures.gap(number.end)) if number else None
    return (found[0], Part(SHARES.divide(number.value, found[1]))) if number and found else None


def _add(draft: Draft, value: Decimal, end: int) -> None:
    sign = -1 if draft.number < 0 else 1
    draft.number = EXACT.fma(draft.number, draft.scale, sign * value)
    draft.digit, draft.scale, draft.end = EXACT.multiply(draft.digit, draft.scale), Decimal(1), end
