"""Parts that a text names once and refers back to: "the unit", "in dieser Sparte"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kennzahl.facts import Span
from kennzahl.reading.segments.words import SegmentWords
from kennzahl.reading.tokens import Token, tokenise

Part = tuple[str, Span]
"""A part as written, and where."""
EARLIER = 600  # characters before a sentence in which its part may have been named
SHARED = 40
"""Characters before a compound in which one may stand that shares its end."""
WORDS = 4  # of a part's name before its noun


def in_full(text: str, part: Part, words: SegmentWords) -> Part:
    """ "Schaden- und Unfallversicherung": both words of a compound that share their end, where one was found."""
    if not words.capitalised:
        return part
    start, end = part[1].start, part[1].end
    before, behind = _halves(words.joins)
    if (found := behind.match(text, end)) is not None:
        end = found.end()
    if (found := before.search(text[max(start - SHARED, 0) : start])) is not None:
        start -= len(found.group())
    whole = Span(start, end)
    return part if whole == part[1] else (text[start:end], whole)


@lru_cache
def _halves(joins: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The first half of two compounds that share their end ("Schaden- und"), and the second behind it."""
    joined = "|".join(sorted(joins))
    return re.compile(rf"\b[A-ZÄÖÜ]\w+- (?:{joined}) $"), re.compile(rf"- (?:{joined}) \w+")


def recalled(text: str, start: int, form: str, words: SegmentWords) -> Part | None:
    """The last part before ``start`` that is called so ("the aerospace unit" by "unit"), else the last of any kind."""
    before = tokenise(text, max(start - EARLIER, 0), start)
    for forms in (frozenset({form}), words.units - {words.whole}):
        for last in range(len(before) - 1, -1, -1):
            if (found := _named(text, before, last, forms, words)) is not None:
                return found
    return None


def _named(text: str, tokens: Sequence[Token], last: int, forms: frozenset[str], words: SegmentWords) -> Part | None:
    """ "aerospace unit", "Sparte Mobility", "Energiesparte": the name of the part whose noun is that word."""
    form, first = tokens[last].form, last
    compound = words.capitalised and form not in forms and any(form.endswith(unit) for unit in forms)
    if form not in forms and not compound:
        return None
    while first > 0 and last - first < WORDS and not words.capitalised and _specifies(tokens[first - 1], words):
        first -= 1
    while words.capitalised and last + 1 < len(tokens) and _goes_on(text, tokens[last], tokens[last + 1], words):
        last += 1
    if words.capitalised and first == last and last + 2 < len(tokens) and tokens[last + 1].form in words.dealings:
        last += 2 * _is_proper(text, tokens[last + 2], words)  # "Geschäft mit | Lacken"
    if first == last and not compound:
        return None
    return text[tokens[first].start : tokens[last].end], Span(tokens[first].start, tokens[last].end)


def _goes_on(text: str, last: Token, token: Token, words: SegmentWords) -> bool:
    """Is the next word of the name, and not that of another paragraph (a headline has no full stop)?"""
    return _is_proper(text, token, words) and "\n" not in text[last.end : token.start]


def _is_proper(text: str, token: Token, words: SegmentWords) -> bool:
    return text[token.start].isupper() and token.form not in words.empty


def _specifies(token: Token, words: SegmentWords) -> bool:
    form = token.form
    if form in words.kept:
        return True
    stops = words.empty | words.determiners | words.within
    return form[0].isalpha() and form not in stops and not form.endswith(words.hollow)
