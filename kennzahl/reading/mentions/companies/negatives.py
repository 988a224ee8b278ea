"""Names that are no companies': indices, agencies, central banks, ministries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kennzahl.catalog.companies import not_companies, words

SHORT = 4
"""Up to so many letters a name counts only as printed, or in capitals: 'who' is not the WHO, nor 'die' a newspaper."""


class Negative(NamedTuple):
    """The words of a name in lower case, as printed, and its kind."""

    lower: tuple[str, ...]
    printed: tuple[str, ...]
    kind: str

    def spelled(self, first: str) -> bool:
        """Is the name recognisable when its first word is written like this?"""
        alone = len(self.printed) == 1
        return not (alone and len(first) <= SHORT) or first == self.printed[0] or first.isupper()


@cache
def by_first_word() -> dict[str, tuple[Negative, ...]]:
    """First word, in lower case -> the names that begin with it, the longest first."""
    table: dict[str, list[Negative]] = {}
    for name, kind in not_companies().items():
        printed = tuple(words(name))
        lower = tuple(word.casefold() for word in printed)
        table.setdefault(lower[0], []).append(Negative(lower, printed, kind))
    return {word: tuple(sorted(names, key=lambda name: -len(name.lower))) for word, names in table.items()}


def kinds_in(text: str) -> Iterator[str]:
    """The kinds of all such names in a text, e.g. "index" for 'DAX steigt'."""
    printed = words(text)
    lower = [word.casefold() for word in printed]
    for index, word in enumerate(lower):
        for name in by_first_word().get(word, ()):
            if tuple(lower[index : index + len(name.lower)]) == name.lower and name.spelled(printed[index]):
                yield name.kind
                break
