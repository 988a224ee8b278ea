"""The words of an article, and what may stand between two words of one name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress

from kennzahl.facts import Article, Sentence
from kennzahl.reading.mentions.companies.gluing import unglue
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.lexicon import Lexicon

LINE_END = re.compile(r" ?\n ?(?!\n)")
"""Where a text breaks its lines at a fixed width."""
WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r"[-‑–.'’/]|[.'’]? ?[ \xa0\n] ?| ?[&+] ?")


@dataclass(slots=True)
class Scan:
    """An article as its words. ``taken`` marks those that a mention covers, ``barred`` those that name no company."""

    article: Article
    sentences: Sequence[Sentence]
    lexicon: Lexicon
    words: list[str] = field(init=False)
    lowers: list[str] = field(init=False)
    """The words in lower case ..."""
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    """... and where each begins and ends."""
    gaps: list[str] = field(init=False)
    """The text between each word and the next; a full stop behind the last."""
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
    bodies: list[int] = field(init=False)
    """Indices of the words for what has figures and is no company."""
    hyphenated: list[int] = field(init=False)
    """Indices of the words behind a hyphen."""
    answers: dict[tuple[str, str], bool] = field(default_factory=dict)
    """What was asked of a word in the whole text, by question and word: asked again at each place, it would cost the
    square of the text."""

    def __post_init__(self) -> None:
        # Lists in step rather than an object for every word: most words are never looked at.
        parts = self.lexicon.word.split(self.article.text)  # gap, word, gap, word, ... gap
        unglue(parts, self.lexicon.glued_behind)
        offsets = list(accumulate(map(len, parts)))
        gaps, self.words = parts[0:-1:2], parts[1::2]
        self.lowers = list(map(str.casefold, self.words))
        self.starts, self.ends = offsets[0:-1:2], offsets[1::2]
        self.gaps = [*gaps[1:], ". "]
        known = list(map(self.lexicon.words.__getitem__, self.words))
        special = [(index, word) for index in compress(range(len(known)), known) if (word := known[index])]
        self.capitals = [index for index, word in special if word.is_capitalised]
        self.openers = [index for index, word in special if word.opens_name]
        self.bodies = [index for index, word in special if word.is_body]
        self.hyphenated = [index for index, gap in enumerate(gaps) if "-" in gap and gap[-1] == "-"]
        self.referring = sorted({index for index, word in special if word.refers}.union(self.hyphenated))
        self.sentence_starts = [sentence.start for sentence in self.sentences]
        self.taken = bytearray(len(self.words))
        self.barred = bytearray(len(self.words))
        self.firsts = frozenset(bisect_left(self.starts, sentence.start) for sentence in self.sentences)

    def gap(self, index: int) -> str:
        """The text between a word and the next; a full stop for the last."""
        return self.gaps[index] if 0 <= index < len(self.gaps) else ". "

    def joins(self, index: int) -> bool:
        """May a word and the next belong to one name? A full stop joins only behind initials ("J. Crew", "E.ON")."""
        gap = self.gaps[index]
        if gap == " ":
            return True
        if not gap:
            return False
        if len(gap) > 5 or not GAP.fullmatch(gap):
            return False
        if gap == "." and self.words[index + 1].isdigit():
            return True  # "ProSiebenSat.1"
        return "." not in gap or len(self.words[index]) <= 2 or self.words[index] in legal_forms().abbreviated

    def owns(self, index: int) -> bool:
        """ "Muster | 's": does a word own what follows?"""
        return self.gap(index) in ("'", "’") and self.lower(index + 1) == "s"

    def spaced(self, index: int) -> str:
        """What stands between a word and the next, where the end of a line is a blank."""
        return LINE_END.sub(" ", self.gap(index))

    def capitalised(self, index: int) -> bool:
        """'Siemens', 'eBay', 'adidas': a word that a name may begin with."""
        word = self.lexicon.words[self.words[index]]
        return word is not None and word.is_capitalised

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or behind an offset."""
        return bisect_left(self.starts, offset)

    def index_before(self, offset: int) -> int:
        """The index of the last word that begins before an offset, or -1."""
        return bisect_right(self.starts, offset - 1) - 1

    def sentence_of(self, index: int) -> Sentence | None:
        """The sentence that a word is in, or None."""
        place = bisect_right(self.sentence_starts, self.starts[index]) - 1
        return self.sentences[place] if place >= 0 else None

    def take(self, first: int, last: int) -> None:
        for index in range(first, last + 1):
            self.taken[index] = 1

    def free(self, first: int, last: int) -> bool:
        return not any(self.taken[first : last + 1]) and not all(self.barred[first : last + 1])

    def lower(self, index: int) -> str:
        return self.lowers[index] if 0 <= index < len(self.words) else ""
