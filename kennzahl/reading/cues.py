"""The small words that give a figure its role: prepositions, verbs of change, signs of plans and estimates.

They live in the ``roles`` section of a language; here they are found in a sentence, each once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from kennzahl import languages
from kennzahl.reading.tokens import MAX_CACHED, Token, tokenise

MAX_WORDS = 6  # no cue is longer


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue over tokens ``first`` to ``last``, both in; ``group`` is its place in the lexicon: ``left.prior``."""

    first: int
    last: int
    group: str


class CueBook:
    """The cues of one language, compiled. ``word*`` stands for any word that begins so."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._exact: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._prefixes: list[tuple[str, str]] = []
        self._open: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._longest: dict[str, int] = {}
        for group, phrases in _flat(data):
            for phrase in phrases:
                self._add(phrase, group)
        self._cache: dict[str, tuple[str, ...]] = {}

    def _add(self, phrase: str, group: str) -> None:
        words = tuple(token.form for token in tokenise(phrase.replace("*", "")))
        if phrase.endswith("*") and len(words) == 1:
            self._prefixes.append((words[0], group))
        elif phrase.endswith("*"):
            self._open.setdefault(words[0], []).append((words, group))
        else:
            self._exact[words] = (*self._exact.get(words, ()), group)
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def _single(self, form: str) -> tuple[str, ...]:
        if (known := self._cache.get(form)) is not None:
            return known
        if len(self._cache) >= MAX_CACHED:
            self._cache.clear()
        groups = {
            *self._exact.get((form,), ()),
            *(group for prefix, group in self._prefixes if form.startswith(prefix)),
        }
        return self._cache.setdefault(form, tuple(sorted(groups)))

    def find(self, tokens: list[Token]) -> list[Cue]:
        """All cues of a sentence; a word may belong to several groups, and longer phrases stand beside shorter ones."""
        forms = [token.form for token in tokens]
        found = []
        for first, form in enumerate(forms):
            found += [Cue(first, first, group) for group in self._single(form)]
            for length in range(2, min(self._longest.get(form, 0), MAX_WORDS) + 1):
                groups = self._exact.get(tuple(forms[first : first + length]), ())
                found += [Cue(first, first + length - 1, group) for group in groups]
            for words, group in self._open.get(form, ()):
                last = first + len(words) - 1
                if last < len(forms) and tuple(forms[first:last]) == words[:-1] and forms[last].startswith(words[-1]):
                    found.append(Cue(first, last, group))
        return found


def _flat(data: dict[str, Any], above: str = "") -> list[tuple[str, list[str]]]:
    flat: list[tuple[str, list[str]]] = []
    for name, value in data.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{above}{name}.")
        else:
            flat.append((above + name, value))
    return flat


@cache
def cue_book(language: str) -> CueBook:
    """The compiled cues of a language; its hedges ("rund", "more than") count as fillers."""
    data = dict(languages.section(language, "roles"))
    data["fillers"] = [*data["fillers"], *languages.load(language).get("hedges", {})]
    return CueBook(data)
