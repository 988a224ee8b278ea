"""Words with their offsets, and a matcher of phrases over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.remembered import MAX_REMEMBERED

WORD = re.compile(rf"((?:[{HIGH}{LOW}]\.){{2,}}|\d+(?:[.,]\d+)*|[^\W\d]\w*(?:[-/&']\w+)*|[^\w\s]|\w)")
POSSESSIVE = "'s"
"""Ends the form of a possessor: apostrophes are straight in forms, and one without an s is a token of its own."""
MIN_PREFIX = 2  # the first part of a compound has at least two letters ("ÖBB-Umsatz", but no "aUmsatz")


class Token(NamedTuple):
    start: int
    end: int
    form: str
    """The word in lower case, apostrophes made straight."""


_token: Callable[[tuple[int, int, str]], Token] = partial(tuple.__new__, Token)
"""A token of its three fields, without a call in Python: there are very many."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words and single punctuation marks of ``text[start:end]``; hyphenated words stay whole."""
    parts = WORD.split(text[start:end].replace("’", "'"))  # every second one is a word
    offsets = list(accumulate(map(len, parts), initial=start))
    return list(map(_token, zip(offsets[1::2], offsets[2::2], map(str.casefold, parts[1::2]), strict=False)))


def is_year(form: str) -> bool:
    """Is a word a bare number that a year is written as?"""
    return len(form) == 4 and form.isdigit() and form[:2] in ("18", "19", "20")


def printed_end(text: str, start: int, folded: str) -> int:
    """Where the letters end in a text that are ``folded`` in lower case: "ß" is folded to two."""
    end, length = start, 0
    while length < len(folded) and end < len(text):
        length += len(text[end].casefold())
        end += 1
    return end


Payload = TypeVar("Payload")


class _Node(Generic[Payload]):
    __slots__ = ("exact", "heads", "payload")

    def __init__(self) -> None:
        self.exact: dict[str, _Node[Payload]] = {}
        self.heads: dict[str, _Node[Payload]] = {}
        self.payload: Payload | None = None


class Match(NamedTuple, Generic[Payload]):
    first: int
    last: int
    payload: Payload
    prefix: str
    """What stands before the head of the first word that is a compound ("cloud" in "Cloudumsatz"), or ""."""


class Phrases(Generic[Payload]):
    """Phrases of a lexicon, found over tokens; the longest wins.

    A phrase is words with spaces between: ``~word`` also matches at the end of a compound, ``word*`` with any of the
    inflections, ``word?`` may be missing, ``a|b`` is a choice.
    """

    def __init__(self, inflections: Iterable[str] = ()) -> None:
        self._root: _Node[Payload] = _Node()
        self._inflections = ("", *inflections)
        self._cache: dict[tuple[int, str], tuple[tuple[_Node[Payload], str], ...]] = {}

    def add(self, phrase: str, payload: Payload) -> None:
        """Add a phrase; the first to claim a phrase keeps it."""
        nodes = [self._root]
        for word in phrase.split():
            optional = word.endswith("?") and len(word) > 1
            following = [
                self._child(node, form, head) for form, head in self._forms(word.rstrip("?")) for node in nodes
            ]
            nodes = [*nodes, *following] if optional else following
        for node in nodes:
            if node.payload is None and node is not self._root:
                node.payload = payload

    def _forms(self, word: str) -> Iterator[tuple[str, bool]]:
        for choice in word.split("|"):
            head = choice.startswith("~")
            stem = choice.lstrip("~").casefold()
            endings = self._inflections if stem.endswith("*") else ("",)
            for ending in endings:
                yield stem.rstrip("*") + ending, head

    @staticmethod
    def _child(node: _Node[Payload], form: str, head: bool) -> _Node[Payload]:
        child = node.exact.setdefault(form, _Node())
        if head:
            node.heads[form] = child
        return child

    def _step(self, node: _Node[Payload], form: str) -> tuple[tuple[_Node[Payload], str], ...]:
        child = node.exact.get(form)
        found: tuple[tuple[_Node[Payload], str], ...] = ((child, ""),) if child is not None else ()
        if not node.heads:
            return found
        key = (id(node), form)
        if (known := self._cache.get(key)) is not None:
            return known
        for cut in range(MIN_PREFIX, len(form) - 1):
            if (child := node.heads.get(form[cut:])) is not None:
                found = (*found, (child, form[:cut]))
                break  # the longest head
        if len(self._cache) >= MAX_REMEMBERED:
            self._cache.clear()
        self._cache[key] = found
        return found

    def followers(self, form: str) -> frozenset[str] | None:
        """The words of which one has to follow where a phrase begins with this word (none of them: no phrase does);
        None where it may stand alone or a compound may follow."""
        nodes = [node for node, _ in self._step(self._root, form)]
        if any(node.payload is not None or node.heads for node in nodes):
            return None
        return frozenset(word for node in nodes for word in node.exact)

    def at(self, tokens: list[Token], index: int) -> Match[Payload] | None:
        """The longest phrase that begins at a token, or None."""
        best: Match[Payload] | None = None
        frontier: Sequence[tuple[_Node[Payload], str]] = self._step(self._root, tokens[index].form)
        last = index
        while frontier:
            for node, prefix in frontier:
                if node.payload is not None:
                    best = Match(index, last, node.payload, prefix)
                    break
            last += 1
            if last == len(tokens):
                break
            form = tokens[last].form
            frontier = [
                (child, prefix or part)
                for node, prefix in frontier
                if node.exact
                for child, part in self._step(node, form)
            ]
        return best

    def find(self, tokens: list[Token]) -> Iterator[Match[Payload]]:
        """All phrases, left to right, without overlap."""
        index = 0
        while index < len(tokens):
            match = self.at(tokens, index)
            if match is None:
                index += 1
            else:
                yield match
                index = match.last + 1
