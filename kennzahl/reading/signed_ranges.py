"""Ranges whose ends have signs in words: "between a loss of 3 million and a profit of 2 million", "zwischen minus 5 und
plus 3 Prozent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kennzahl import languages
from kennzahl.facts import Quantity
from kennzahl.reading.borrowing import scaled
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.mentions import metrics
from kennzahl.reading.tokens import Token, tokenise

BETWEEN = 50
"""Characters between the ends of a range."""
BEFORE = 60
"""Characters before its lower end in which the range begins."""
CLAUSE = 150
"""Characters before a range in which the metric stands."""
BARE = 10_000
"""A larger number is written out and borrows no scale."""


class Words(NamedTuple):
    """What a range in words is made of."""

    opens: frozenset[str]
    joins: frozenset[str]
    losses: frozenset[str]
    gains: frozenset[str]
    fillers: frozenset[str]

    def sign(self, tokens: Sequence[Token]) -> int:
        """-1 where the words name a loss, +1 a profit, 0 for neither and for both."""
        forms = {token.form for token in tokens}
        return (not forms.isdisjoint(self.gains)) - (not forms.isdisjoint(self.losses))

    def are_small(self, tokens: Sequence[Token]) -> bool:
        return all(token.form in self.losses | self.gains | self.fillers for token in tokens)


@cache
def _words(language: str) -> Words | None:
    told = languages.section(language, "numbers")["range"]
    if "losses" not in told:
        return None
    kinds = (told[key] for key in ("opens", "signed_join", "losses", "gains", "sign_fillers"))
    return Words(*(frozenset(kind) for kind in kinds))


def with_signed_ranges(text: str, quantities: Sequence[Quantity], language: str) -> list[Quantity]:
    """The quantities of a text, those that are the ends of such a range joined to one."""
    words = _words(language)
    kept: list[Quantity] = []
    for quantity in quantities:
        before = kept[-1] if kept else None
        near = before is not None and 0 < quantity.start - before.end <= BETWEEN
        joined = _joined(text, before, quantity, words, language) if words and before is not None and near else None
        if joined is not None:
            kept.pop()
        kept.append(joined or quantity)
    return kept


def _joined(text: str, one: Quantity, other: Quantity, words: Words, language: str) -> Quantity | None:
    if one.value is None or other.value is None or not (one.unit == other.unit or one.unit == "count"):
        return None
    around = text[max(0, one.start - BEFORE) : other.end + BEFORE].lower()
    if one.value >= 0 and other.value >= 0 and not any(loss in around for loss in words.losses):
        return None  # most have no sign
    between = tokenise(text, one.end, other.start)
    joins = [index for index, token in enumerate(between) if token.form in words.joins]
    if len(joins) != 1 or not words.are_small([*between[: joins[0]], *between[joins[0] + 1 :]]):
        return None
    before = tokenise(text, max(0, one.start - BEFORE), one.start)
    opened = max((index for index, token in enumerate(before) if token.form in words.opens), default=None)
    if opened is None or not words.are_small(before[opened + 1 :]):
        return None
    behind = tokenise(text, other.end, other.end + BEFORE)[:1]
    low = words.sign([*before[opened + 1 :], *between[: joins[0]]]) or (-1 if one.value < 0 else 0)
    high = words.sign(between[joins[0] + 1 :]) or words.sign(behind) or (-1 if other.value < 0 else 0)
    if low * high >= 0:
        return None
    bare = one.unit == "count" and one.step <= 1 and abs(one.value) < BARE
    ends = [abs(number) for number in (scaled(one, other.scale).value if bare else one.value, other.value) if number]
    if len(ends) < 2:
        return None
    start, end = one.start, other.end
    if _has_metric(text, before[opened].start, one.unit, language):  # whose signs the words are
        start = before[opened + 1].start if opened + 1 < len(before) else start
        end = behind[0].end if words.sign(behind) else end
    low_end, high_end = (-ends[0], ends[1]) if low < 0 else (-ends[1], ends[0])
    return replace(other, start=start, end=end, printed=text[start:end], value=None, low=low_end, high=high_end)


def _has_metric(text: str, opening: int, unit: str, language: str) -> bool:
    """Does the sentence name the profit before the range, so that the words in it only give its signs?"""
    start = max(text.rfind(". ", 0, opening), opening - CLAUSE, 0)
    named = metrics.find(text, language, start, opening)
    return any(mention.metric in PROFITS or (mention.metric and unit == "%") for mention in named)
