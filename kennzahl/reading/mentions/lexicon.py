"""Phrases and their meaning, found at a place of a text: longest first, whole words only, in constant time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from kennzahl.reading.mentions.anchors import lower

T = TypeVar("T")

LAST_WORD = re.compile(r"([^\W\d_]+)\s{0,2}$")
NEXT_WORD = re.compile(r"[\s-]{0,2}([^\W\d_]{0,40})")
LONGEST_WORD = 24
"""Characters before a place in which the word before it is looked for."""

_SPACES = "\t\n\r\u00a0\u2007\u2009\u200a\u202f"


def fold(text: str) -> str:
    """The text in lower case with plain spaces, letter for letter: offsets stay what they are."""
    lowered = lower(text)
    for space in _SPACES:  # most texts have none or few of them: quicker than a look at every character
        lowered = lowered.replace(space, " ")
    return lowered


def word_before(text: str, start: int) -> str:
    """The word before a place of a text, or nothing."""
    match = LAST_WORD.search(text, max(0, start - LONGEST_WORD), start)
    return match[1] if match else ""


def word_behind(text: str, end: int) -> str:
    """The word behind a place of a text, or nothing."""
    match = NEXT_WORD.match(text, end)
    return match[1] if match else ""


def _ends(text: str, end: int, raw: str) -> bool:
    if not (text[end - 1].isalnum() and text[end : end + 1].isalnum()):
        return True
    return bool(raw) and raw[end].isupper() and raw[end - 1].islower()


class Lexicon(Generic[T]):
    """Phrases -> meanings. Phrases have to be folded if the texts are."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self.entries = entries
        self._by_beginning = _lengths(entries, slice(2))
        self._by_ending = _lengths(entries, slice(-2, None))

    def at(self, text: str, start: int, raw: str = "") -> tuple[int, T] | None:
        """The longest phrase that begins at ``start``: where it ends, and its meaning.

        With the unfolded text as ``raw``, a word also ends where a sentence was glued to it ("11 DollarDer Euro").
        """
        known = self._by_beginning
        for length in known.get(text[start : start + 2]) or known.get(text[start : start + 1], ()):
            end = start + length
            meaning = self.entries.get(text[start:end])
            if meaning is not None and end <= len(text) and _ends(text, end, raw):
                return end, meaning
        return None

    def before(self, text: str, end: int, limit: int = 0) -> tuple[int, T] | None:
        """The longest phrase that ends at ``end`` and begins at ``limit`` or later: its begin and meaning."""
        if end <= limit:
            return None
        known = self._by_ending
        for length in known.get(text[max(end - 2, 0) : end]) or known.get(text[end - 1 : end], ()):
            start = end - length
            if start < limit:
                continue
            meaning = self.entries.get(text[start:end])
            if meaning is not None and not (text[start].isalnum() and start and text[start - 1].isalnum()):
                return start, meaning
        return None


def phrase_set(entries: Iterable[object]) -> Lexicon[bool]:
    """Phrases that only have to be found, whatever their case in the language file."""
    return Lexicon({str(phrase).lower(): True for phrase in entries})


def _lengths(phrases: Iterable[str], edge: slice) -> dict[str, tuple[int, ...]]:
    """The two letters at an edge of phrases -> the lengths that occur with them, longest first; a phrase of one letter
    is found by that, and with whatever stands beside it."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[edge], set()).add(len(phrase))
    outer = 0 if edge.start is None else -1
    for letters, found in lengths.items():
        found |= lengths.get(letters[outer], set())
    return {letters: tuple(sorted(found, reverse=True)) for letters, found in lengths.items()}
