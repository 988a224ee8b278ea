"""Names that lost the blanks around them with their links: "der HändlerMusterwill" is "der Händler Muster will".

Only a text that glues little words to names ("dieMuster") is read so, and only known names are cut out of a word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kennzahl.catalog.companies import catalogue
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.negatives import by_first_word

SHORTEST = 3
"""Letters of a name that is cut out of a word."""
INSIDE = re.compile(rf"(?<=[{LOW}])(?=[{HIGH}])")


def unglue(parts: list[str], behind: frozenset[str]) -> None:
    """Cut names out of the words of a text, which stand between gaps; ``behind`` are words that a name is glued to."""
    if not behind or "" not in parts[2:-1:2]:
        return
    words = enumerate(parts[1::2])
    cuts = [(at, pieces) for at, word in words if not word.islower() and (pieces := _cut(word, behind))]
    for at, pieces in reversed(cuts):
        parts[2 * at + 1 : 2 * at + 2] = [part for piece in pieces for part in ("", piece)][1:]


class _Names(NamedTuple):
    """Names of one word, those of them that are no ordinary words, and the first and last words of longer ones, in
    lower case."""

    whole: frozenset[str]
    sure: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]


@cache
def _names() -> _Names:
    names = [name for known in catalogue().by_word.values() for name in known]
    others = {negative.lower for known in by_first_word().values() for negative in known}
    every = {tuple(name.words) for name in names} | others
    ordinary = {tuple(name.words) for name in names if name.ordinary}
    alone = {words for words in every if len(words) == 1 and len(words[0]) >= SHORTEST}
    return _Names(
        frozenset(words[0] for words in alone),
        frozenset(words[0] for words in alone - ordinary),
        frozenset(words[0] for words in every if len(words[0]) >= SHORTEST),
        frozenset(words[-1] for words in every),
    )


@lru_cache(maxsize=20_000)
def _cut(word: str, behind: frozenset[str]) -> tuple[str, ...]:
    """The pieces of a word that holds a name; () for most words."""
    names, lower = _names(), word.casefold()
    if len(word) <= SHORTEST or lower in names.whole or lower in names.first:
        return ()
    borders = [match.start() for match in INSIDE.finditer(word)]
    for start in (*borders, 0):
        glued = [end for end in range(len(word) - 2, start + 1, -1) if word[end:] in behind]
        for end in (*([len(word)] if start else []), *glued, *(border for border in borders if border > start)):
            name = lower[start:end]
            begins = start > 0 and end == len(word) and name in names.first
            told = end - start > SHORTEST or word[start:end].isupper()
            closes = start == 0 and end in glued and name in names.last - names.whole and told
            if begins or closes or name in (names.whole if start else names.sure):
                return tuple(piece for piece in (word[:start], word[start:end], word[end:]) if piece)
    return ()
