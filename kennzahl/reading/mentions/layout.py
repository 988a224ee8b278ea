"""Texts laid out for a quick search: a byte a character, every digit the same one, and all that is neither digit nor
letter a space.

So words are found behind their space: a search that begins with a literal skips to it, where one for a choice of
letters looks at each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CODE_PAGE = "cp1252"  # the letters of Western Europe, and its typographic signs
DIGIT, SPACE = b"0", b" "
ANY_DIGIT = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Digits that are no decimal ones."""

_BEYOND = re.compile(rf"(?![0-9])[\d{ANY_DIGIT}]")
"""Digits that ASCII has not: the code page has only some of them, and would make a space of the others."""


def laid_out(text: str) -> bytes:
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


def choice(words: Iterable[bytes], longest: bool = False) -> bytes:
    """A pattern for the shortest, or the longest, of these words that stands somewhere, as a tree: shared letters are
    read once."""
    branches: dict[bytes, set[bytes]] = {}
    for word in words:
        branches.setdefault(word[:1], set()).add(word[1:])
    ends = branches.pop(b"", None) is not None
    if not branches or (ends and not longest):
        return b""
    choices = [re.escape(letter) + choice(rest, longest) for letter, rest in sorted(branches.items())]
    tree = choices[0] if len(choices) == 1 and not ends else b"(?:" + b"|".join(choices) + b")"
    return tree + b"?" if ends else tree
