"""Where a pattern can begin: a quick search for the first letters of everything that a slow one could find.

Python's regular expressions try every alternative at every character; a search for first letters skips to the words
that can begin a match, in a text laid out for it (``layout``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions.layout import DIGIT, SPACE, choice, laid_out

LENGTH = 6
"""Characters by which a beginning is known."""

LETTER = re.compile(rf"(\\.|\(\?P)|[{HIGH}]")
"""A capital letter in a pattern, or what only looks like one."""

_Head = tuple[bytes, bool]
"""First characters, laid out, and whether more of the pattern may follow them."""


class Anchored:
    """Several patterns as one, tried in their order at each place where their beginnings stand.

    They match regardless of case, as ``re.finditer`` would with the patterns as alternatives, but in a text in lower
    case (``lower``). None may match within a word.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        heads = {re.compile(pattern): beginnings(pattern) for pattern in map(small, patterns)}
        every = set().union(*heads.values())

        def starts(letters: bytes) -> list[bytes]:
            return [letters[:length] for length in range(1, len(letters) + 1)]

        self._patterns = {
            letters: tuple(pattern for pattern, own in heads.items() if not own.isdisjoint(starts(letters)))
            for letters in every
        }
        self._anchor = re.compile(re.escape(SPACE) + b"(?=(" + choice(every, longest=True) + b"))")

    def finditer(self, lowered: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """All matches in ``lowered[start:end]`` that do not overlap, in order."""
        layout = SPACE + laid_out(lowered)  # so that the space before a word stands at the word's position
        for found in self._anchor.finditer(layout, start, end + 1):
            if (first := found.start()) < start:
                continue
            for pattern in self._patterns[found[1]]:
                if match := pattern.match(lowered, first, end):
                    start = match.end()
                    yield match
                    break


def small(pattern: str) -> str:
    """The pattern for texts in lower case, which finds in them what it finds in any regardless of case, and sooner."""
    return LETTER.sub(lambda letter: letter[0] if letter[1] else letter[0].lower(), pattern)


def lower(text: str) -> str:
    """The text in lower case, letter for letter: offsets stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ" is two code points in lower case.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def beginnings(pattern: str) -> set[bytes]:
    """The first characters of all that a pattern can match, laid out.

    >>> sorted(beginnings(r"(?:the )?years?|q[1-2]"))
    [b'q0', b'the year', b'year', b'years']

    Raises:
        ValueError: the pattern can begin with anything.
    """
    found = {letters for letters, _ in _sequence(_parser.parse(pattern))}
    if b"" in found:
        raise ValueError(f"nothing to anchor at: {pattern}")
    return found


def _sequence(parts: Iterable[tuple[Any, Any]]) -> set[_Head]:
    heads: set[_Head] = {(b"", True)}
    for code, argument in parts:
        if not any(is_open for _, is_open in heads):
            break
        following = _choices(code, argument)
        heads = {joined for head in heads for joined in _joined(head, following)}
    return heads


def _joined(head: _Head, following: set[_Head]) -> Iterator[_Head]:
    letters, is_open = head
    if not is_open:
        yield head
        return
    for more, goes_on in following:
        longer = (letters + more)[:LENGTH]
        yield longer, goes_on and len(longer) < LENGTH


def _choices(code: Any, argument: Any) -> set[_Head]:
    """What one part of a parsed pattern can begin with."""
    if code is codes.LITERAL:
        return {(laid_out(chr(argument)), True)}
    if code is codes.IN:
        return _members(argument)
    if code is codes.BRANCH:
        return {head for branch in argument[1] for head in _sequence(branch)}
    if code is codes.SUBPATTERN:
        return _sequence(argument[3])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return _repeated(*argument)
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return {(b"", True)}
    return {(b"", False)}


def _repeated(least: int, most: int, parts: Any) -> set[_Head]:
    once = _sequence(parts)
    heads: set[_Head] = {(b"", True)}
    reached = set(heads) if least == 0 else set()
    for times in range(1, min(most, LENGTH) + 1):
        heads = {joined for head in heads for joined in _joined(head, once)}
        if times >= min(least, LENGTH):
            reached |= heads
    return reached


def _members(argument: Any) -> set[_Head]:
    """The members of a class of characters, or an open end for one without bounds."""
    members: set[_Head] = set()
    for code, value in argument:
        if code is codes.LITERAL:
            members.add((laid_out(chr(value)), True))
        elif code is codes.RANGE:
            members |= {(laid_out(chr(number)), True) for number in range(value[0], value[1] + 1)}
        elif code is codes.CATEGORY and value in _CATEGORIES:
            members.add((_CATEGORIES[value], True))
        else:
            return {(b"", False)}
    return members


_CATEGORIES = {codes.CATEGORY_DIGIT: DIGIT, codes.CATEGORY_SPACE: SPACE}
