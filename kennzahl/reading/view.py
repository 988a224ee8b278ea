"""A sentence laid out for reading: its words, its figures, its metrics and its cues, each by word number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import Quantity, Sentence
from kennzahl.reading.cues import MAX_WORDS, Cue, CueBook
from kennzahl.reading.mentions.metrics import MetricMention
from kennzahl.reading.tokens import Token

COMMA, SEMICOLON = frozenset({","}), frozenset({";"})
OPENED, CLOSED = frozenset({"("}), frozenset({")"})
SMALLEST_AMOUNT = 1000  # units of currency: no company turns over less, but a share may pay it
Role = Literal["value", "prior", "change", "share", "conversion", "none"]
LARGE = 1_000_000  # number words that end so are amounts: "sechs Milliarden"


@dataclass(slots=True, eq=False)
class Figure:
    """A quantity at its place in a sentence (words ``first`` to ``last``) and, once known, its role.

    ``direction`` is the sign that the words give to a change; ``loss`` whether a loss word stands at the figure itself
    (``False``: a profit word does); ``by`` whether a preposition makes it the size of a change ("um", "by");
    ``partner`` the figure that it belongs to by grammar; ``recalled`` whether its sentence
    looks back as a whole; ``shares`` whether it counts a company's own shares.
    """

    quantity: Quantity
    first: int
    last: int
    role: Role = "none"
    rule: str = ""
    direction: int = 0
    loss: bool | None = None
    per_share: bool = False
    by: bool = False
    shares: bool = False
    consensus: bool = False
    guidance_prior: bool = False
    recalled: bool = False
    partner: Figure | None = None

    @property
    def is_relative(self) -> bool:
        """A percentage or a multiple: a change, or the value of a ratio."""
        return self.quantity.unit == "%"

    @property
    def is_bare(self) -> bool:
        """A number without unit and noun: it borrows them from its partner."""
        quantity = self.quantity
        number = quantity.form == "digits" or (quantity.form == "words" and quantity.step >= LARGE)
        return quantity.unit == "count" and quantity.noun is None and number


@dataclass(slots=True, eq=False)
class Named:
    """A metric mention at its place in a sentence."""

    mention: MetricMention
    first: int
    last: int
    consumed: bool = False
    """Whether it only says that a comparison was a profit or a loss ("after a loss of 5 million")."""


def size(figure: Figure) -> Decimal:
    """The amount without its sign; of a range, its lower end."""
    number = figure.quantity.value if figure.quantity.value is not None else figure.quantity.low
    return abs(number) if number is not None else Decimal(0)


def in_cents(figure: Figure) -> bool:
    """Is an amount printed to the cent ("$1.20"), or one end of a range ("$1.95 to $2")?"""
    ends = (figure.quantity.low, figure.quantity.high)
    return figure.quantity.step < 1 or any(end is not None and end % 1 for end in ends)


def is_ratio(named: Named) -> bool:
    """Does it name a metric that is a percentage itself (a margin, a share)?"""
    return named.mention.metric is not None and metrics()[named.mention.metric].measure == "ratio"


@dataclass(slots=True)
class View:
    """One sentence. ``cues`` maps a group to its cues in order, ``beginning`` a word to those that begin with it."""

    text: str
    sentence: Sentence
    tokens: list[Token]
    figures: list[Figure]
    metrics: list[Named]
    book: CueBook
    """All cues of its language."""
    cues: defaultdict[str, list[Cue]] = field(default_factory=lambda: defaultdict(list))
    beginning: dict[int, list[Cue]] = field(default_factory=dict)
    named: bool = False
    """Does it name a company?"""
    refers: bool = False  # does it name or go on with one?
    tenses: bool = False
    """Do the language's verbs of the past tell it by themselves? "Wuchs" does; "increased" is a participle, too."""
    insertions: list[tuple[int, int]] = field(default_factory=list)
    """Clauses thrown in between commas or brackets, from mark to mark: the sentence goes on behind them."""

    def inserted(self, word: int, beside: int) -> bool:
        """Does a word stand in an insertion that another word is outside of?"""
        for low, high in self.insertions:  # noqa: SIM110 - asked of every word between figure and metric
            if low < word < high and not low < beside < high:
                return True
        return False

    def relative(self, word: int, beside: int) -> bool:
        """Does a word stand in a relative clause that another word is outside of?"""
        for low, high in self.insertions:
            if low < word < high and not low < beside < high and self.has("relatives", low + 1, low + 2):
                return True
        return False

    def forms(self, first: int, last: int) -> list[str]:
        """The words from ``first`` to ``last``, both included."""
        return [token.form for token in self.tokens[max(first, 0) : last + 1]]

    def has(self, group: str, first: int, last: int) -> bool:
        """Does a cue of the group lie between two words?"""
        for cue in self.cues.get(group, ()):  # noqa: SIM110 - asked more often than anything else
            if first <= cue.first and cue.last <= last:
                return True
        return False

    def ending_at(self, word: int) -> list[Cue]:
        """The cues whose last word this is, the longest first."""
        firsts = range(max(word - MAX_WORDS + 1, 0), word + 1)
        return [cue for first in firsts for cue in self.beginning.get(first, ()) if cue.last == word]

    def metrics_before(self, word: int) -> list[Named]:
        """The words for metrics before a word, what is no company's left out."""
        return [named for named in self.metrics if named.last < word and named.mention.metric]

    def counted(self, group: str, first: int, last: int) -> int:
        """How many cues of the group lie between two words?"""
        return sum(first <= cue.first and cue.last <= last for cue in self.cues.get(group, ()))

    def count(self, marks: frozenset[str], first: int, last: int) -> int:
        """How many of these words stand between two words?"""
        return sum([token.form in marks for token in self.tokens[max(first, 0) : last + 1]])
