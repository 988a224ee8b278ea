"""What stands around a figure: its hedge, the noun it counts, and the signs that it is no quantity at all."""

from __future__ import annotations

import re
from itertools import zip_longest
from collections.abc import Iterable, Sequence

from kennzahl.reading.mentions.drafts import Draft
from kennzahl.reading.mentions.grammar import Grammar

CUT_LENGTH = 300
"""A text of this length that ends in a digit has been cut off there; a shorter one is a phrase ("$10")."""

_WORD_BEHIND = re.compile(r"[ \u00a0\u202f\n-]{1,2}([^\W\d_][\w&'’/-]*)")
_WORD_BEFORE = re.compile(r"([^\s(]+)[ \u00a0\u202f]{0,2}$")
_NOT_LETTER = re.compile(r"[.!?:;\n“\"„»«•–-]\s*$|^\s*$")
_MAX_ADJECTIVES = 3


def hedge(figures: Iterable[Draft], text: str, folded: str, grammar: Grammar) -> None:
    """Marks each figure with the hedge before or behind it."""
    limit = 0
    for figure in figures:
        position = _left(folded, figure.start)
        for _ in range(3):
            if found := grammar.hedges_before.before(folded, position, limit):
                figure.lead, (figure.hedge_word, figure.hedge) = found
                break
            filler = grammar.hedge_fillers.before(folded, position, limit)
            if filler is None:
                break
            position = _left(folded, filler[0])
        if figure.hedge == "=" and (found := grammar.hedges_after.at(folded, figure.end + 1)):
            figure.hedge_word, figure.hedge = found[1]
        limit = figure.end


def _left(text: str, position: int) -> int:
    stop = max(0, position - 3)
    while position > stop and text[position - 1] == " ":
        position -= 1
    return position


def without_names_and_dates(figures: Sequence[Draft], text: str, folded: str, grammar: Grammar) -> list[Draft]:
    """The figures that measure something. Years, ordinals, list numbers and numbers in names go, and what a cut leaves."""
    kept: list[Draft] = []
    cut = len(text.rstrip()) if len(text) > CUT_LENGTH else -1
    for figure in figures:
        if figure.end == cut and text[figure.end - 1].isdigit():
            if kept and folded[kept[-1].end : figure.lead].strip() in grammar.range_join:
                kept.pop()
            continue
        if not (figure.plain and _is_name_or_date(figure, text, folded, grammar)):
            kept.append(figure)
    return kept


def _is_name_or_date(figure: Draft, text: str, folded: str, grammar: Grammar) -> bool:
    printed = text[figure.start : figure.end]
    whole = printed.isdecimal()
    behind = _WORD_BEHIND.match(text, figure.end)
    word_behind = behind[1].lower() if behind else ""
    if whole and printed[0] == "0" and len(printed) > 1:
        return True
    if whole and len(printed) == 4 and "1900" <= printed < "2100" and word_behind not in grammar.people:
        return True
    if whole and len(printed) <= 2 and _is_ordinal(figure.end, text, grammar):
        return True
    if (
        text[figure.end : figure.end + 1] == ")"
        and text[max(0, figure.start - 1) : figure.start] != "("
        and whole
        and len(printed) <= 2
    ):
        return text.rfind("(", max(0, figure.start - 60), figure.start) < 0
    position = _left(folded, figure.start)
    before = folded[position - 1 : position]
    dotted = position - 1 if before == "." else position
    if whole and len(printed) <= 2 and grammar.months.before(folded, dotted) and text[dotted - 1].isalpha():
        start = grammar.months.before(folded, dotted)
        if start and text[start[0]].isupper():
            return True
    if grammar.named_before.before(folded, position) or grammar.named_before.before(folded, dotted):
        return position != figure.start or before in "§"
    return False


def _is_ordinal(end: int, text: str, grammar: Grammar) -> bool:
    """ "2. Quartal", "am 5. und 6.": a point, and then no new sentence."""
    if grammar.language != "de" or text[end : end + 1] != ".":
        return False
    behind = re.compile(r"\.[ \u00a0]?([^\W\d_]+)").match(text, end)
    return bool(behind) and (behind[1][0].islower() or behind[1].lower() in grammar.ordinal_nouns) if behind else False


def name_counted(figures: Sequence[Draft], text: str, folded: str, grammar: Grammar) -> None:
    """Gives each count the noun right behind it."""
    for figure, following in zip_longest(figures, figures[1:]):
        if figure is not None and figure.unit.name == "count":
            stop = following.lead if following else len(text)
            figure.noun = (_german_noun if grammar.language == "de" else _plain_noun)(figure.end, stop, text, grammar)


def _german_noun(position: int, stop: int, text: str, grammar: Grammar) -> str | None:
    """The next capitalised word, over adjectives and adverbs only."""
    for _ in range(_MAX_ADJECTIVES + 1):
        word = _WORD_BEHIND.match(text, position)
        if word is None or word.end() > stop or word[1].lower() in grammar.function_words:
            return None
        if word[1][0].isupper():
            return word[1].rstrip("-/'’")
        position = word.end()
    return None


def _plain_noun(position: int, stop: int, text: str, grammar: Grammar) -> str | None:
    """The next words up to a function word: "AI accelerators", "barrels"."""
    words: list[str] = []
    while len(words) < _MAX_ADJECTIVES:
        word = _WORD_BEHIND.match(text, position)
        if word is None or word.end() > stop or word[1].lower() in grammar.function_words:
            break
        words.append(word[1].rstrip("-/'’"))
        position = word.end()
    return " ".join(words) or None
