"""Characters that other texts have than news: invisible ones, composed letters in parts, wide and foreign signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from kennzahl.facts import Quantity

_SIGNS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "٪": "%", "﹪": "%", "٫": ".", "٬": ","})
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
_ODD = re.compile(
    rf"""{_INVISIBLE.pattern}+
        | \w[\u0300-\u036f]+
        | [\u2000-\u2006\u2008\u205f\u3000\u2010-\u2012٪٫٬﹣﹪\ufb00-\ufb06\uff01-\uff5e]""",
    re.VERBOSE,
)


class Plainly:
    """A text in the characters that its numbers are read in: ``text``. ``printed`` leads back what is read there."""

    def __init__(self, original: str) -> None:
        self.text = self._original = original
        self._starts: list[int] = []
        self._ends: list[int] = []
        if not original.isascii() and _ODD.search(original):
            self.text = "".join(self._pieces())

    def printed(self, quantity: Quantity) -> Quantity:
        """A quantity of ``text`` as it stands in the original."""
        if not self._starts:
            return quantity
        start, end = self._starts[quantity.start], self._ends[quantity.end - 1]
        return replace(quantity, start=start, end=end, printed=self._original[start:end])

    def _pieces(self) -> Iterator[str]:
        position = 0
        for odd in _ODD.finditer(self._original):
            yield self._unchanged(position, odd.start())
            said = "" if _INVISIBLE.match(odd[0]) else unicodedata.normalize("NFKC", odd[0].translate(_SIGNS))
            yield said
            self._starts += [odd.start()] * len(said)
            self._ends += [odd.end()] * len(said)
            position = odd.end()
        yield self._unchanged(position, len(self._original))

    def _unchanged(self, start: int, end: int) -> str:
        self._starts += range(start, end)
        self._ends += range(start + 1, end + 1)
        return self._original[start:end]
