"""Where a number can begin: a quick look that misses nothing and leaves out nearly everything."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kennzahl.reading.mentions.layout import DIGIT, SPACE, choice, laid_out


class Beginnings:
    """Where digits stand, one of ``phrases`` (folded, in any form of its spaces and signs), or a word that begins with
    one of ``stems``."""

    def __init__(self, phrases: Iterable[str], stems: Iterable[str]) -> None:
        whole = {laid_out(phrase) + SPACE for phrase in phrases} | set(map(laid_out, stems))
        self._words = re.compile(re.escape(SPACE) + choice(whole))

    def of(self, folded: str) -> Layout:
        """The beginnings in one folded text."""
        return Layout(folded, self._words)


class Layout:
    """One text; positions are asked for in ascending order."""

    def __init__(self, folded: str, words: re.Pattern[bytes]) -> None:
        self._bytes = SPACE + laid_out(folded) + SPACE  # so that a word's space stands at its own position
        self._words = words
        self._end = len(folded)
        self._digit = self._word = -1

    def next(self, position: int) -> tuple[int, bool] | None:
        """The first beginning at ``position`` or behind it, and whether it is a digit; None where there is none."""
        if self._digit < position:
            found = self._bytes.find(DIGIT, position + 1)
            self._digit = found - 1 if found >= 0 else self._end
        if self._word < position:
            match = self._words.search(self._bytes, position)
            self._word = match.start() if match else self._end
        start = min(self._digit, self._word)
        return (start, start == self._digit) if start < self._end else None
