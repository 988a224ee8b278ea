"""Where a pattern can begin: a quick search for the first letters of everything that a slow one could find.

Python's regular expressions try every alternative at every character; a search for literal letters skips ahead instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 4
"""Letters by which a beginning is known."""

LETTER = re.compile(r"(\\.|\(\?P)|[A-ZÄÖÜ]")
"""A capital letter in a pattern, or what only looks like one."""

_Head = tuple[str, bool]
"""First letters in lower case, up to a digit, and whether more of the pattern may follow them."""


class Anchored:
    """Several patterns as one, tried in their order at each place where their beginnings stand.

    They match regardless of case, as ``re.finditer`` would with the patterns as alternatives, but in a text in lower
    case (``lower``), which is where literals are found quickly. ``not_after`` are characters that no match stands
    behind, as within brackets.
    """

    def __init__(self, patterns: Iterable[str], not_after: str) -> None:
        plain = (LETTER.sub(lambda letter: letter[0] if letter[1] else letter[0].lower(), p) for p in patterns)
        heads = {re.compile(pattern): beginnings(pattern) for pattern in plain}
        every = set().union(*heads.values())
        self._patterns = {
            letters: tuple(pattern for pattern, own in heads.items() if any(letters.startswith(head) for head in own))
            for letters in every
        }
        self._anchor = _search(every, not_after)

    def finditer(self, lowered: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """All matches in ``lowered[start:end]`` that do not overlap, in order."""
        for found in self._anchor.finditer(lowered, start, end):
            if found.start() < start:
                continue
            for pattern in self._patterns[found[0]]:
                if match := pattern.match(lowered, found.start(), end):
                    start = match.end()
                    yield match
                    break


def lower(text: str) -> str:
    """The text in lower case, letter for letter: offsets stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ" is two code points in lower case.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def beginnings(pattern: str) -> set[str]:
    """The first letters of all that a pattern can match.

    >>> sorted(beginnings(r"(?:the )?years?|q[1-2]"))
    ['q1', 'q2', 'the ', 'year']

    Raises:
        ValueError: the pattern can begin with anything.
    """
    found = {letters for letters, _ in _sequence(_parser.parse(pattern))}
    if "" in found:
        raise ValueError(f"nothing to anchor at: {pattern}")
    return found


def _search(letters: Iterable[str], not_after: str) -> re.Pattern[str]:
    """Finds the longest of these beginnings. Each first letter stands before what is asked of the letter before it:
    only patterns that begin with literals let the search skip."""
    choices = []
    for first, group in groupby(sorted(letters, reverse=True), key=lambda letters: letters[0]):
        tails = "|".join(re.escape(letters[1:]) for letters in group)
        choices.append(rf"{re.escape(first)}(?<![{not_after}]{re.escape(first)})(?:{tails})")
    return re.compile("|".join(choices))


def _sequence(parts: Iterable[tuple[Any, Any]]) -> set[_Head]:
    heads: set[_Head] = {("", True)}
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
        yield longer, goes_on and len(longer) < LENGTH and not longer[-1:].isdigit()


def _choices(code: Any, argument: Any) -> set[_Head]:
    """What one part of a parsed pattern can begin with."""
    if code is codes.LITERAL:
        return {(chr(argument), True)}
    if code is codes.IN:
        return _members(argument)
    if code is codes.BRANCH:
        return {head for branch in argument[1] for head in _sequence(branch)}
    if code is codes.SUBPATTERN:
        return _sequence(argument[3])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return _repeated(*argument)
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return {("", True)}
    return {("", False)}


def _repeated(least: int, most: int, parts: Any) -> set[_Head]:
    once = _sequence(parts)
    heads: set[_Head] = {("", True)}
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
            members.add((chr(value), True))
        elif code is codes.RANGE:
            members |= {(chr(number), True) for number in range(value[0], value[1] + 1)}
        elif code is codes.CATEGORY and value is codes.CATEGORY_DIGIT:
            members |= {(digit, True) for digit in "0123456789"}
        else:
            return {("", False)}
    return members
