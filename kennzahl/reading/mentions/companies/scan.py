"""The words of an article, and what may stand between two words of one name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kennzahl.facts import Article, Sentence
from kennzahl.reading.mentions.companies.lexicon import Lexicon

WORD = re.compile(r"[^\W_]+")
LONGEST = 60
"""A longer word is no word, and is not looked into."""
GAP = re.compile(r"[-‑–.'’/]|[.'’]? ?[ \xa0\n] ?| ?[&+] ?")


class Token(NamedTuple):
    start: int
    end: int
    text: str
    lower: str


def _words(text: str, little: re.Pattern[str] | None) -> Iterator[tuple[int, int, str]]:
    for match in WORD.finditer(text):
        word, start = match[0], match.start()
        while little and len(word) < LONGEST and not word.islower() and (glued := little.match(word)) is not None:
            yield start, start + glued.end(), glued[0]
            word, start = word[glued.end() :], start + glued.end()
        yield start, match.end(), word


@dataclass(slots=True)
class Scan:
    """An article as its words. ``taken`` marks those that a mention covers, ``barred`` those that name no company."""

    article: Article
    sentences: Sequence[Sentence]
    lexicon: Lexicon
    tokens: list[Token] = field(init=False)
    starts: list[int] = field(init=False)
    sentence_starts: list[int] = field(init=False)
    taken: bytearray = field(init=False)
    barred: bytearray = field(init=False)
    firsts: frozenset[int] = field(init=False)
    """Indices of the words that begin a sentence."""
    capitals: list[int] = field(init=False)
    """Indices of the words that a name may begin with (``capitalised``) ..."""
    openers: list[int] = field(init=False)
    """... of those that a known name begins with ..."""
    referring: list[int] = field(init=False)
    """... and of those that may stand for a company, alone or as the last part of a compound."""

    def __post_init__(self) -> None:
        self.tokens, self.capitals, self.openers, self.referring = [], [], [], []
        known, article = self.lexicon.words, self.article.text
        for index, (start, end, text) in enumerate(_words(article, self.lexicon.glued)):
            word = known.get(text) or self.lexicon.look_up(text)
            self.tokens.append(Token(start, end, text, word.lower))
            if word.is_capitalised:
                self.capitals.append(index)
            if word.opens_name:
                self.openers.append(index)
            if word.refers or (start and article[start - 1] == "-"):
                self.referring.append(index)
        self.starts = [token.start for token in self.tokens]
        self.sentence_starts = [sentence.start for sentence in self.sentences]
        self.taken = bytearray(len(self.tokens))
        self.barred = bytearray(len(self.tokens))
        self.firsts = frozenset(bisect_left(self.starts, sentence.start) for sentence in self.sentences)

    def gap(self, index: int) -> str:
        """The text between a word and the next; a full stop for the last."""
        if not 0 <= index < len(self.tokens) - 1:
            return ". "
        return self.article.text[self.tokens[index].end : self.tokens[index + 1].start]

    def joins(self, index: int) -> bool:
        """May a word and the next belong to one name? A full stop joins only behind initials ("J. Crew", "E.ON")."""
        gap = self.gap(index)
        if gap == " ":
            return True
        if not gap:
            return False
        if len(gap) > 5 or not GAP.fullmatch(gap):
            return False
        return "." not in gap or len(self.tokens[index].text) <= 2 or self.tokens[index].text in ("St", "Bros")

    def capitalised(self, index: int) -> bool:
        """'Siemens', 'eBay', '3M': a word that a name may begin with."""
        word = self.tokens[index].text
        return word.lower() != word

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or behind an offset."""
        return bisect_left(self.starts, offset)

    def index_before(self, offset: int) -> int:
        """The index of the last word that begins before an offset, or -1."""
        return bisect_right(self.starts, offset - 1) - 1

    def sentence_of(self, index: int) -> Sentence | None:
        """The sentence that a word is in, or None."""
        place = bisect_right(self.sentence_starts, self.tokens[index].start) - 1
        return self.sentences[place] if place >= 0 else None

    def take(self, first: int, last: int) -> None:
        for index in range(first, last + 1):
            self.taken[index] = 1

    def free(self, first: int, last: int) -> bool:
        return not any(self.taken[first : last + 1]) and not all(self.barred[first : last + 1])

    def lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""
