"""What stands around a figure: its hedge, the noun it counts, and the signs that it is no quantity at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions.lexicon import LAST_WORD, LONGEST_WORD, word_before
from kennzahl.reading.mentions.quantities.drafts import Draft
from kennzahl.reading.mentions.quantities.grammar import Grammar
from kennzahl.reading.mentions.quantities.plain import Plain, section_of

CUT_LENGTH = 300
"""A text of this length that ends in a digit has been cut off there; a shorter one is a phrase ("$10")."""

_WORD_BEHIND = re.compile(r"\+?[ \u00a0\u202f\n-]{0,2}([^\W\d_][\w&'’/-]{0,80})")
_ORDINAL = re.compile(r"\.[ \u00a0]?([^\W\d_]+)")
_LIST_START = re.compile(r"(?:^|[.!?:;)\n])[ \u00a0]{0,3}$")
_SECTION = re.compile(rf"\d{{1,2}}\.\d{{1,2}} [{HIGH}]")
_OUR_TIME = 1900
_NO_YEAR = re.compile(r"(?<![\d.,])(?!(?:1[5-9]|20)\d\d )\d[\d.,]*(?<=\d) $")
_UPPER_END = re.compile(r" ?([-–—]|[^\W\d_]{2,7}) ?(\d{4,5})(?!\d|[.,]\d)")
_OF_YEARS = 1500, 2100
_FEW_WORDS = 3


def hedge(figures: Sequence[Draft], folded: str, grammar: Grammar) -> None:
    """Marks each figure with the hedge before or behind it."""
    limit = 0
    for figure, following in zip_longest(figures, figures[1:]):
        position = _skip_spaces(folded, figure.start)
        for _ in range(_FEW_WORDS):
            if not figure.is_size and grammar.not_hedges.before(folded, position, limit):
                break  # "more than the | 5 million expected" is more, not the 5 million
            if found := grammar.hedges_before.before(folded, position, limit):
                figure.lead, (figure.hedge_word, figure.hedge) = found
                break
            filler = grammar.hedge_fillers.before(folded, position, limit)
            if filler is None:
                break
            position = _skip_spaces(folded, filler[0])
        stop = following.start if following else len(folded)  # "$1,000 | plus 5%"
        found = None if figure.hedge != "=" else grammar.hedges_after.at(folded, _hedge_behind(figure, folded))
        if found and found[0] <= stop:
            figure.hedge_word, figure.hedge = found[1]
        limit = figure.end


def _hedge_behind(figure: Draft, folded: str) -> int:
    """Where a hedge behind would begin: at once for the sign of "300+ jobs", but "2,000 +9 pct" has none."""
    sign, next_sign = folded[figure.end : figure.end + 1], folded[figure.end + 1 : figure.end + 2]
    if sign == "+":
        return len(folded) if next_sign.isdigit() else figure.end
    return len(folded) if next_sign == "+" else figure.end + 1


def _skip_spaces(text: str, position: int) -> int:
    stop = max(0, position - 3)
    while position > stop and text[position - 1] == " ":
        position -= 1
    return position


def quantities_only(figures: Sequence[Draft], text: str, folded: str, grammar: Grammar) -> list[Draft]:
    """The figures that measure something: no years, ordinals, list numbers, numbers in names, nor what a cut leaves."""
    kept: list[Draft] = []
    cut = len(text.rstrip().removesuffix(",")) if len(text) > CUT_LENGTH else -1
    named = len(text)
    for figure in figures:
        if figure.end == cut and text[figure.end - 1].isdigit():
            if kept and folded[kept[-1].end : figure.lead].strip() in grammar.range_join:
                kept.pop()
        elif figure.unmeasured and (_is_label(figure, text, folded, grammar) or text[named : figure.start] == "-"):
            named = figure.end  # "Boeing 737-800"
        elif folded[figure.start - 1 : figure.start] == "." and grammar.named_before.before(folded, figure.start - 1):
            named = figure.end  # "the world's No.4 PC brand"
        else:
            kept.append(figure)
    return kept


def _is_label(figure: Draft, text: str, folded: str, grammar: Grammar) -> bool:
    """Whether a number without unit only names, dates or numbers something."""
    position = _skip_spaces(folded, figure.start)
    if position < figure.start or folded[position - 1 : position] in (".", "§"):
        dotted = position - 1 if folded[position - 1 : position] == "." else position
        if grammar.named_before.before(folded, position) or grammar.named_before.before(folded, dotted):
            return True
        month = grammar.months.before(folded, dotted)
        if month and text[month[0]].isupper() and figure.number <= 31:
            return True
    printed = text[figure.start : figure.end]
    if "/" in printed and " " not in printed and "-" not in printed and not grammar.plain:
        return True
    if _SECTION.match(text, figure.start) and _LIST_START.search(text, max(0, figure.start - 4), figure.start):
        return True
    return printed.isdecimal() and _is_label_of_digits(printed, figure, text, grammar)


def _is_label_of_digits(printed: str, figure: Draft, text: str, grammar: Grammar) -> bool:
    if printed[0] == "0" and len(printed) > 1:
        return True
    behind = text[figure.end : figure.end + 2]
    if behind[:1] == "/" and behind[1:].isdigit():
        return True
    if len(printed) == 4 and "1500" <= printed < "2100":
        if grammar.plain:
            return _is_year(figure, text, grammar, grammar.plain)
        word = _WORD_BEHIND.match(text, figure.end)
        noun = word[1] if word else ""
        if printed.endswith("00") and _counts(figure, text, grammar):
            return False  # "2000 neue Stellen"
        people = noun.lower() in grammar.people and (noun[:1].isupper() or not grammar.nouns_are_capitalised)
        return not people and (printed >= "1900" or not noun[:1].isupper())
    if len(printed) > 2:
        return False
    if behind[:1] == ")":
        return (
            text[figure.start - 1 : figure.start] == "(" or text.rfind("(", max(0, figure.start - 60), figure.start) < 0
        )
    return behind[:1] == "." and _is_ordinal(figure, text, grammar)


def _is_year(figure: Draft, text: str, grammar: Grammar, plain: Plain) -> bool:
    """Whether a bare number of four digits is a year: one of our time unless it is hedged, counts something, stands
    behind a word like "were" or is all of the text; an older one where a year is due."""
    if figure.hedge != "=" or len(text) <= figure.end - figure.start + 2:
        return False
    lead = LAST_WORD.search(text, max(0, figure.start - LONGEST_WORD), figure.start)
    before = lead[1].lower() if lead else ""
    if lead and before in grammar.range_join and _NO_YEAR.search(text, max(0, lead.start() - 16), lead.start()):
        return False  # "1000 bis 2000"
    upper = _UPPER_END.match(text, figure.end)
    if upper and upper[1].lower() in grammar.range_join and not _OF_YEARS[0] <= int(upper[2]) < _OF_YEARS[1]:
        return int(upper[2]) <= figure.number  # "2000 bis 3000"
    if before in plain.years or figure.number < _OUR_TIME:
        return before in plain.years
    word = _WORD_BEHIND.match(text, figure.end)
    return before not in plain.amounts and not (word and word[1].lower() in grammar.people)


def _is_ordinal(figure: Draft, text: str, grammar: Grammar) -> bool:
    """ "2. Quartal", "am 5. und 6.", and the numbers of a list ("1. Results")."""
    if text[figure.end + 1 : figure.end + 2].strip() == "" and _begins_line(text, figure.start):
        return True
    following = _ORDINAL.match(text, figure.end)
    if following is None:
        return False
    if _LIST_START.search(text, max(0, figure.start - 4), figure.start):
        return True
    if not grammar.ordinal_leads:
        return False
    word = following[1]
    return (
        word[0].islower()
        or word.lower() in grammar.ordinal_nouns
        or word_before(text, figure.start).lower() in grammar.ordinal_leads
    )


def _begins_line(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] == "\n"


def name_counted(figures: Sequence[Draft], text: str, grammar: Grammar) -> None:
    """Gives each count the noun right behind it."""
    for index, figure in enumerate(figures):
        if figure.unit.name == "count":
            stop = figures[index + 1].lead if index + 1 < len(figures) else len(text)
            figure.noun = _noun(figure.end, stop, text, grammar)


def _noun(position: int, stop: int, text: str, grammar: Grammar) -> str | None:
    read = _capitalised_noun if grammar.nouns_are_capitalised else _plain_noun
    return read(position, stop, text, grammar)


def _counts(figure: Draft, text: str, grammar: Grammar) -> bool:
    """Does a round number count people or things that an adjective describes, and no words before make it a year?"""
    noun = (_noun(figure.end, len(text), text, grammar) or "").lower().rpartition(" ")[2]
    return noun in grammar.people and word_before(text, figure.start).lower() not in _dating(grammar.language)


@cache
def _dating(language: str) -> frozenset[str]:
    """The words behind which a number of four digits is a year."""
    return frozenset((section_of(language) or {}).get("years", ()))


def _capitalised_noun(position: int, stop: int, text: str, grammar: Grammar) -> str | None:
    """German: the next capitalised word, over adjectives and adverbs only."""
    for _ in range(_FEW_WORDS + 1):
        word = _WORD_BEHIND.match(text, position)
        if word is None or word.end() > stop or word[1].lower() in grammar.function_words:
            return None
        if word[1][0].isupper() or word[1] in grammar.measure_nouns:
            return None if "\n" in text[position : word.start(1)] else word[1].rstrip("-/'’")
        position = word.end()
    return None


def _plain_noun(position: int, stop: int, text: str, grammar: Grammar) -> str | None:
    """English: the next words up to a plural or before a function word: "AI accelerators", "barrels"."""
    words: list[str] = []
    while len(words) < _FEW_WORDS:
        word = _WORD_BEHIND.match(text, position)
        if word is None or word.end() > stop or word[1].lower() in grammar.function_words:
            break
        if "\n" in text[position : word.start(1)] and word[1][0].isupper():
            break
        words.append(word[1].rstrip("-/'’"))
        position = word.end()
        if words[-1].lower() in grammar.people or grammar.plural.search(words[-1]):
            break
    return " ".join(words) or None
