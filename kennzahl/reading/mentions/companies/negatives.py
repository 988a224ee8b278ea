"""Names that are no companies': indices, agencies, central banks, ministries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kennzahl.catalog.companies import not_companies, words

ANY_CASE = frozenset({"product"})
"""Kinds whose short names count in any case ('iPod'); 'who' and 'it' are not the WHO and the IT."""


@cache
def by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (words, kind) of the names that begin with it, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in sorted(not_companies().items(), key=lambda pair: (-len(pair[0]), pair[0])):
        if name:
            table.setdefault(name[0], []).append((name, kind))
    return {word: tuple(names) for word, names in table.items()}


def spelled_as_name(word: str, kind: str) -> bool:
    """'DAX', 'Fed' and 'Reuters', but not 'Who' or 'Bund' in running text of small letters."""
    return len(word) > 4 or word[:2].isupper() or kind in ANY_CASE or word in ("Dax", "Fed")


def kinds_in(text: str) -> Iterator[str]:
    """The kinds of all such names in a text, e.g. "index" for 'DAX steigt'."""
    printed = words(text)
    lower = [word.casefold() for word in printed]
    for index, word in enumerate(lower):
        for name, kind in by_first_word().get(word, ()):
            if tuple(lower[index : index + len(name)]) == name and spelled_as_name(printed[index], kind):
                yield kind
                break
