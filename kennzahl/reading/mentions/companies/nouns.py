"""Common nouns for a company: 'der Versicherungskonzern', 'the chip maker'."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kennzahl.languages import section
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.scan import Scan

LONGEST = 4


class Noun(NamedTuple):
    first: int
    last: int
    industry: str | None
    word: str


@cache
def _not_openers(language: str) -> frozenset[str]:
    """Nouns that are something else at the beginning of a sentence ("Major")."""
    return frozenset(section(language, "companies").get("not_openers", ()))


def noun_ending_at(scan: Scan, last: int) -> Noun | None:
    """The noun for a company whose last word is at ``last``, the longest ("heavy equipment maker" before "maker")."""
    if not 0 <= last < len(scan.words):
        return None
    lexicon, word = scan.lexicon, scan.words[last]
    if lexicon.compounds:
        if not word[0].isupper() and scan.gap(last - 1) != "-":
            return None
        first = last
        while first and scan.gap(first - 1) == "-" and last - first < LONGEST:
            first -= 1
            word = f"{scan.words[first]}-{word}"
        known = lexicon.noun(word)
        return Noun(first, last, *known) if known else None
    if (
        last in scan.firsts
        and word not in legal_forms().maybe
        and scan.lowers[last] not in _not_openers(lexicon.language)
    ):
        word = scan.lowers[last]  # "| Grocer | Muster said"
    if word not in lexicon.last_words:
        return None
    farthest = last
    while farthest and last - farthest < LONGEST - 1 and scan.gaps[farthest - 1] in (" ", "-", "\n"):
        farthest -= 1
    for first in range(farthest, last + 1):
        phrase = scan.article.text[scan.starts[first] : scan.ends[last]].casefold().replace("\n", " ")
        if phrase in lexicon.not_nouns:
            return None
        known = lexicon.noun(phrase)
        if known:
            return Noun(first, last, *known)
    return None
