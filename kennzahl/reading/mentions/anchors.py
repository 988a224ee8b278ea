"""Where a pattern can begin: a quick search for the first letters of everything that a slow one could find.

Python's regular expressions try every alternative at every character; a search for literal letters skips ahead instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 4
"""Letters by which a beginning is known."""

MAX_CACHED = 50_000
"""Beginnings of words are without number; what is remembered of them is not."""

LETTER = re.compile(r"(\\.|\(\?P)|[A-ZÄÖÜ]")
"""A capital letter in a pattern, or what only looks like one."""

SPACE = re.compile(r"\s")

_Head = tuple[str, bool]
"""First letters in lower case, up to a digit, and whether more of the pattern may follow them."""


class Anchored:
    """Kinds of things to find, each by its patterns, tried in their order at each place where one of them can begin.

    They match regardless of case, as ``re.finditer`` would with the patterns as alternatives, but in a text in lower
    case (``lower``). A match begins with one of the characters ``joined``, and never behind one, as within brackets;
    it ends with a word. Its ``lastgroup`` is its kind.
    """

    def __init__(self, kinds: Mapping[str, Sequence[str]], joined: str) -> None:
        self._run = re.compile(rf"(?<![{joined}])[{joined}]+")
        self._patterns = _ByBeginning(
            [(kind, small, beginnings(small)) for kind, patterns in kinds.items() for small in map(_small, patterns)]
        )

    def finditer(self, lowered: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """All matches in ``lowered[start:end]`` that do not overlap, in order."""
        for run in self._run.finditer(lowered, start, end):
            first = run.start()
            pattern = self._patterns[lowered[first : first + LENGTH]] if first >= start else None
            if pattern is not None and (match := pattern.match(lowered, first, end)):
                start = match.end()
                yield match


class _ByBeginning(dict[str, re.Pattern[str] | None]):
    """First letters of a place in a text -> one pattern of all that can begin so, compiled when it is first needed."""

    def __init__(self, patterns: Sequence[tuple[str, str, set[str]]]) -> None:
        self._all = patterns
        self._beginnings = set().union(*(own for _, _, own in patterns))
        self._compiled: dict[tuple[int, ...], re.Pattern[str]] = {}

    def __missing__(self, letters: str) -> re.Pattern[str] | None:
        if len(self) >= MAX_CACHED:
            self.clear()
        plain = SPACE.sub(" ", letters)
        known = any(plain[:length] in self._beginnings for length in range(1, len(plain) + 1))
        self[letters] = self._pattern(plain) if known else None
        return self[letters]

    def _pattern(self, letters: str) -> re.Pattern[str]:
        fitting = [n for n, (_, _, own) in enumerate(self._all) if any(letters.startswith(head) for head in own)]
        key = tuple(fitting)
        if key not in self._compiled:
            by_kind: dict[str, list[str]] = {}
            for kind, pattern, _ in map(self._all.__getitem__, fitting):
                by_kind.setdefault(kind, []).append(pattern)
            kinds = "|".join(rf"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in by_kind.items())
            self._compiled[key] = re.compile(rf"(?:{kinds})(?!\w)")
        return self._compiled[key]


def _small(pattern: str) -> str:
    """The pattern with its letters in lower case."""
    return LETTER.sub(lambda letter: letter[0] if letter[1] else letter[0].lower(), pattern)


def lower(text: str) -> str:
    """The text in lower case, letter for letter: offsets stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ" is two code points in lower case.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def beginnings(pattern: str) -> set[str]:
    """The first letters of all that a pattern can match; any white space is a blank.

    >>> sorted(beginnings(r"(?:the )?years?|q[1-2]"))
    ['q1', 'q2', 'the ', 'year']

    Raises:
        ValueError: the pattern can begin with anything.
    """
    found = {letters for letters, _ in _sequence(_parser.parse(pattern))}
    if "" in found:
        raise ValueError(f"nothing to anchor at: {pattern}")
    return found


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
        elif code is codes.CATEGORY and value is codes.CATEGORY_SPACE:
            members.add((" ", True))
        elif code is codes.CATEGORY and value is codes.CATEGORY_DIGIT:
            members |= {(digit, True) for digit in "0123456789"}
        else:
            return {("", False)}
    return members
