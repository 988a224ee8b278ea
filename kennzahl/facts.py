"""The nouns of Kennzahl: what the engine reads, finds and says. Plain values, no behaviour beyond naming.

All offsets are code points in ``Article.text``; amounts are exact ``Decimal`` in base units (48.4 Milliarden is
48400000000); a percentage of 21 is ``Decimal(21)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Hedge = Literal["=", "~", ">", "<"]
Kind = Literal["actual", "guidance", "consensus", "other"]
Basis = Literal["yoy", "qoq", "guidance", "consensus"]
Outcome = Literal["consistent", "inconsistent", "uninformative"]


@dataclass(frozen=True, slots=True)
class Value:
    """What the nouns have in common: each is copied and pickled by its fields, in a compiled engine (``make compile``)
    as in any other, where a frozen class refuses to be filled from outside."""

    def __reduce__(self) -> tuple[type[Value], tuple[object, ...]]:
        return type(self), tuple(getattr(self, one.name) for one in fields(self))


@dataclass(frozen=True, slots=True)
class Span(Value):
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article(Value):
    """One revision of one article as it was read.

    ``text`` is headline, blank line, body, normalised once (``kennzahl.articles.text``); the headline is
    ``text[:title_end]`` (0 where there is none). ``*_how`` says where a value came from: ``json-ld``, ``opengraph``,
    ``meta``, ``feed``, ``given`` (by the user), ``relative`` ("7 hours ago"), ``slug``, ``text``, ``detected`` ...
    """

    doc_id: str
    text: str
    title_end: int = 0
    language: str = "de"
    url: str | None = None
    canonical_url: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    fetched_at: datetime | None = None
    source: str | None = None
    language_how: str = "given"
    published_how: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str | None:
        return self.text[: self.title_end] or None

    @property
    def published(self) -> date | None:
        """The day of publication, in UTC: what relative words ("this year") count from."""
        return self.published_at.date() if self.published_at else None


@dataclass(frozen=True, slots=True)
class Sentence(Value):
    """One sentence: its span, the running number of its paragraph, and whether it is (part of) the headline."""

    start: int
    end: int
    paragraph: int = 0
    is_headline: bool = False


CODE_LENGTH = 3  # of an ISO 4217 code


def is_money(unit: str) -> bool:
    """Is a quantity's unit a currency, written as its ISO 4217 code?"""
    return len(unit) == CODE_LENGTH


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """A number with its unit, as printed.

    ``unit`` is an ISO 4217 code, ``%``, ``pp`` (percentage points; basis points are hundredths of it) or ``count``.
    A single number has ``value``; an explicit range ("3,3 bis 3,5 Milliarden") has ``low`` and ``high`` instead.
    ``step`` is the worth of the last printed digit in base units (48,4 Milliarden: 100000000), from which the printed
    precision follows. ``hedge`` is the contract's ``approx``; ``hedge_word`` is the word that said so.
    ``form`` tells digits from number words ("zwölf"), fractions ("ein Drittel", a relative size in percent)
    and multiples ("verdoppelt", a change in percent). ``unit_how`` is ``code``, ``word``, ``symbol``,
    ``assumed`` (a bare "$", a bare "Kronen": the likeliest country) or ``none``.
    ``noun`` is the counted thing of a count where it stands right behind ("260 Stellen" -> "Stellen").
    ``scale`` is what one of the printed number is worth ("8,8 Milliarden": 1000000000, "50 Cent": 0.01).
    """

    start: int
    end: int
    printed: str
    unit: str
    value: Decimal | None
    step: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    hedge: Hedge = "="
    hedge_word: str | None = None
    form: Literal["digits", "words", "fraction", "multiple"] = "digits"
    unit_how: Literal["code", "word", "symbol", "assumed", "none"] = "none"
    noun: str | None = None
    scale: Decimal = Decimal(1)

    @property
    def is_range(self) -> bool:
        return self.low is not None


@dataclass(frozen=True, slots=True)
class Period(Value):
    """A period: the contract's label (``2024-Q3``, ``2023/24``, ``????-Q3``) and, where they are known, its first and
    last day. ``how``: ``stated`` (with its year), ``relative`` (against the publication), ``inherited`` (from another
    sentence), ``article`` (what the article is about), ``default``.
    """

    label: str
    first: date | None = None
    last: date | None = None
    how: Literal["stated", "relative", "inherited", "article", "default"] = "stated"
    fiscal: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Company(Value):
    """A company by its canonical name. ``slug`` is its key; the rest is None where the company is not listed."""

    slug: str
    name: str
    isin: str | None = None
    ticker: str | None = None
    lei: str | None = None
    industry: str | None = None
    country: str | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Origin(Value):
    """Where one part of a fact came from: ``part`` ("company", "period", "metric", "value" ...), the ``rule`` that
    gave it, and the span it was read from (None for a default)."""

    part: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fact(Value):
    """One statement of one key figure of one company for one period: the contract's fields, and their origins.

    ``value``, ``prior``, ``change_pct`` and ``change_abs`` are signed quantities; ``value`` is None where only a change
    is stated. ``change_abs`` is in the unit of the value (percentage points for ratios). ``span`` is the evidence:
    ``article.text[span.start:span.end]`` on one sentence. ``cost`` is how far the figure stands from its metric
    (``kennzahl.reading.attachment``; 0 is right beside it), ``repeated`` how often the article states the fact.
    """

    company: Company
    metric: str
    kind: Kind
    span: Span
    sentence: Span
    segment: str | None = None
    adjusted: bool = False
    period: Period | None = None
    value: Quantity | None = None
    prior: Quantity | None = None
    change_pct: Quantity | None = None
    change_abs: Quantity | None = None
    basis: Basis | None = None
    origins: tuple[Origin, ...] = ()
    confidence: float = 1.0
    cost: float = 0.0
    repeated: int = 1

    @property
    def figure(self) -> Quantity:
        """The quantity that the fact stands on: its value, or the change where only a change is stated."""
        figure = self.value or self.change_pct or self.change_abs
        if figure is None:
            raise ValueError("a fact without value and change")
        return figure

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """All quantities of the fact."""
        return tuple(q for q in (self.value, self.prior, self.change_pct, self.change_abs) if q is not None)

    @property
    def approx(self) -> Hedge:
        return self.figure.hedge


@dataclass(frozen=True, slots=True)
class Verdict(Value):
    """What one check says of one fact. ``words`` carries the arithmetic: "5.2 after 4.9 billion allows 4.0 to 8.2 %;
    the article says 12 %". The intervals are what the text claims and what the other figures imply; None is unbounded.
    """

    fact: int
    check: str
    outcome: Outcome
    words: str
    claimed_low: Decimal | None = None
    claimed_high: Decimal | None = None
    implied_low: Decimal | None = None
    implied_high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Issue(Value):
    """A figure or an input that did not become a fact, and why.

    ``kind``: ``set_aside`` (in no company's business: a share price, an index, a date), ``unread`` (nobody knows),
    ``quarantined`` (breaks the schema), ``input`` (a file or record that could not be read), ``note`` (read, but
    repaired). ``reason`` is a stable id from ``kennzahl/catalog/reasons.yaml``; ``words`` is the sentence for a person.
    """

    kind: Literal["set_aside", "unread", "quarantined", "input", "note"]
    reason: str
    words: str
    span: Span | None = None
    sentence: Span | None = None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Conversion(Value):
    """The same amount in another currency: "2.7 billion euros ($2.9 billion)", both as printed, beside its fact."""

    fact: int
    amount: Quantity
    converted: Quantity


@dataclass(frozen=True, slots=True)
class Reading(Value):
    """All that one attempt at an article gave: every figure is in a fact, set aside with a reason, or unread."""

    article: Article
    facts: tuple[Fact, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    issues: tuple[Issue, ...] = ()
    figures: int = 0
    language_version: str = ""
    notes: tuple[str, ...] = field(default=())
    conversions: tuple[Conversion, ...] = ()
