"""Where a number can begin: a quick look that misses nothing and leaves out nearly everything.

Texts are laid out anew for it, a byte a character: every digit is the same one, all that is neither digit nor letter is
a space. Then digits are found as fast as memory is read, and words behind their space: a search that begins with a
literal skips to it, where one for a choice of letters looks at each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CODE_PAGE = "cp1252"  # the letters of Western Europe, and its typographic signs
DIGIT, SPACE = b"0", b" "
ANY_DIGIT = "½¼¾⅓⅔⅛⅜⅝⅞"
"""Digits that are no decimal ones."""

_BEYOND = re.compile(r"(?![0-9])[\d⅓⅔⅛⅜⅝⅞]")
"""Digits that the code page has not."""


class Beginnings:
    """Where digits stand, one of ``phrases`` (folded, in any form of its spaces and signs), or a word that begins with
    one of ``stems``."""

    def __init__(self, phrases: Iterable[str], stems: Iterable[str]) -> None:
        laid_out = {_laid_out(phrase) + SPACE for phrase in phrases} | set(map(_laid_out, stems))
        self._words = re.compile(re.escape(SPACE) + _choice(laid_out))

    def of(self, folded: str) -> Layout:
        """The beginnings in one folded text."""
        return Layout(folded, self._words)


class Layout:
    """One text; positions are asked for in ascending order."""

    def __init__(self, folded: str, words: re.Pattern[bytes]) -> None:
        self._bytes = SPACE + _laid_out(folded) + SPACE  # so that a word's space stands at its own position
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


def _laid_out(text: str) -> bytes:
    """A byte for each character. What the code page has not is a space, and so may begin a word."""
    try:
        encoded = text.encode("ascii" if text.isascii() else CODE_PAGE)  # the first is but a copy
    except UnicodeEncodeError:
        encoded = _BEYOND.sub("0", text).encode(CODE_PAGE, "replace")
    return encoded.translate(_TABLE)


def _kind(byte: int) -> bytes:
    character = bytes([byte]).decode(CODE_PAGE, "replace")
    if character.isdecimal() or character in ANY_DIGIT:
        return DIGIT
    return bytes([byte]) if character.isalpha() else SPACE


_TABLE = b"".join(map(_kind, range(256)))


def _choice(words: Iterable[bytes]) -> bytes:
    """A pattern for the shortest of these words that stands somewhere, as a tree: shared letters are read once."""
    branches: dict[bytes, set[bytes]] = {}
    for word in words:
        branches.setdefault(word[:1], set()).add(word[1:])
    if b"" in branches:
        return b""
    choices = [re.escape(letter) + _choice(rest) for letter, rest in sorted(branches.items())]
    return choices[0] if len(choices) == 1 else b"(?:" + b"|".join(choices) + b")"
