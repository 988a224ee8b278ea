"""Faults planted into facts that state value, prior and relative change, and what the checks make of each."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

from benchmarks.corpus import Labelled
from kennzahl.checking import check
from kennzahl.facts import Article, Company, Fact, Quantity, Reading, Span, Verdict
from kennzahl.reading.mentions import quantities
from kennzahl.reading.sentences import split

LARGE = 5
"""Percent: a smaller growth hides in the rounding of its own figures."""

_FIGURES = ("value", "prior", "change_pct")
_THOUSAND = Decimal(1000)

Plant: TypeAlias = Callable[[Fact, random.Random], Iterator[Fact]]
"""The facts that a fault of one kind makes of an honest one."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with value, prior and relative change, by its number in its reading."""

    reading: Reading
    index: int

    @property
    def fact(self) -> Fact:
        return self.reading.facts[self.index]

    @property
    def is_large(self) -> bool:
        """Whether the stated growth is 5 % or more, up or down."""
        change = self.fact.change_pct
        ends = (change.value, change.low, change.high) if change else ()
        return all(abs(end) >= LARGE for end in ends if end is not None)

    def verdicts(self, planted: Fact | None = None) -> list[Verdict]:
        """What all checks say of the fact, or of what stands in its place."""
        facts = list(self.reading.facts)
        facts[self.index] = planted or self.fact
        found = check(replace(self.reading, facts=tuple(facts)))
        return [verdict for verdict in found if verdict.fact == self.index]

    @property
    def sentence(self) -> str:
        """The words around it, on one line."""
        return " ".join(self.reading.article.text[self.fact.sentence.start : self.fact.sentence.end].split())


@dataclass(frozen=True, slots=True)
class Alarm:
    """An inconsistent verdict on a fact in which nothing was planted."""

    stated: Stated
    verdict: Verdict


@dataclass(slots=True)
class Found:
    """What became of all faults: ``outcomes`` counts (kind, whether the growth is large, outcome)."""

    facts: int
    outcomes: Counter[tuple[str, bool, str]]
    alarms: list[Alarm]

    def counts(self, kind: str, *, large_only: bool = False) -> Counter[str]:
        """Faults of a kind by outcome: ``found``, ``uninformative``, ``missed``."""
        wanted = Counter[str]()
        for (name, is_large, outcome), number in self.outcomes.items():
            if name == kind and (is_large or not large_only):
                wanted[outcome] += number
        return wanted


def plant(stated: Iterable[Stated], seed: int = 1) -> Found:
    """Plant faults of all kinds into all facts, one at a time. Facts that are refuted as they are get none."""
    found = Found(0, Counter(), [])
    for each in stated:
        found.facts += 1
        alarms = [verdict for verdict in each.verdicts() if verdict.outcome == "inconsistent"]
        found.alarms += [Alarm(each, verdict) for verdict in alarms]
        if not alarms:
            chance = random.Random(f"{seed} {each.reading.article.doc_id} {each.index}")
            for kind, plants in KINDS.items():
                for planted in plants(each.fact, chance):
                    found.outcomes[kind, each.is_large, _outcome(each.verdicts(planted))] += 1
    return found


def _outcome(verdicts: Iterable[Verdict]) -> str:
    outcomes = {verdict.outcome for verdict in verdicts}
    if "inconsistent" in outcomes:
        return "found"
    return "uninformative" if "uninformative" in outcomes else "missed"


def _with(fact: Fact, name: str, figure: Quantity) -> Fact:
    """The fact with another figure in one of its places."""
    changed: dict[str, Any] = {name: figure}
    return replace(fact, **changed)


def _sign(fact: Fact, _: random.Random) -> Iterator[Fact]:
    """A rise for a fall."""
    assert fact.change_pct is not None
    yield replace(fact, change_pct=_times(fact.change_pct, Decimal(-1)))


def _scale(fact: Fact, _: random.Random) -> Iterator[Fact]:
    """Millions for billions and the other way round, in the value or in the prior."""
    for factor in (_THOUSAND, 1 / _THOUSAND):
        for name in ("value", "prior"):
            yield _with(fact, name, _times(getattr(fact, name), factor))


def _digits(fact: Fact, chance: random.Random) -> Iterator[Fact]:
    """Two neighbouring digits of a figure swapped; figures without two different ones are left out."""
    for name in _FIGURES:
        swapped = [figure for figure in map(_swapper(getattr(fact, name)), range(12)) if figure is not None]
        if swapped:
            yield _with(fact, name, chance.choice(swapped))


def _exchange(fact: Fact, _: random.Random) -> Iterator[Fact]:
    """The figure of the year before for that of this year."""
    yield replace(fact, value=fact.prior, prior=fact.value)


KINDS: Mapping[str, Plant] = {"sign": _sign, "scale": _scale, "digits": _digits, "exchange": _exchange}


def _times(figure: Quantity, factor: Decimal) -> Quantity:
    ends = [None if end is None else end * factor for end in (figure.value, figure.low, figure.high)]
    low, high = sorted(ends[1:]) if ends[1] is not None and ends[2] is not None else (None, None)  # type: ignore[type-var]
    return replace(figure, value=ends[0], low=low, high=high, step=figure.step * abs(factor))


def _swapper(figure: Quantity) -> Callable[[int], Quantity | None]:
    """The figure with the digits at one place and the next swapped; None where there are none, or equal ones."""
    places = [match.start() for match in re.finditer(r"\d", figure.printed)]

    def swapped(number: int) -> Quantity | None:
        if figure.value is None or not figure.step or number + 1 >= len(places):
            return None
        digits = f"{abs(figure.value) / figure.step:.0f}".zfill(len(places))
        if len(digits) != len(places) or digits[number] == digits[number + 1]:
            return None
        first, second = places[number], places[number + 1]
        printed = list(figure.printed)
        printed[first], printed[second] = printed[second], printed[first]
        moved = digits[:number] + digits[number + 1] + digits[number] + digits[number + 2 :]
        value = Decimal(moved) * figure.step
        return replace(figure, printed="".join(printed), value=value.copy_sign(figure.value))

    return swapped


# ---- where the facts come from


def in_reading(reading: Reading) -> Iterator[Stated]:
    """The facts of a reading that state all three, value and prior in one unit."""
    for index, fact in enumerate(reading.facts):
        if fact.value and fact.prior and fact.change_pct and fact.value.unit == fact.prior.unit:
            yield Stated(reading, index)


def in_gold(labelled: Labelled) -> Iterator[Stated]:
    """The facts that people found which state all three as single numbers, where the text prints them."""
    article = labelled.article
    printed = quantities.find(article.text, article.language)
    for fact in labelled.document.facts:
        value = _as_printed(fact.get("value"), fact.get("unit"), printed, article.text.find(str(fact.get("quote"))))
        if value is None:
            continue
        prior = _as_printed(fact.get("prior_value"), fact.get("unit"), printed, value.start)
        change = _as_printed(fact.get("change_pct"), "%", printed, value.start)
        if prior is not None and change is not None:
            span = _sentence(article, value)
            company = Company("", str(fact.get("company")))
            stated = Fact(
                company, fact["metric"], fact["kind"], span, span, value=value, prior=prior, change_pct=change
            )
            yield Stated(Reading(article, (stated,)), 0)


def _as_printed(number: object, unit: object, printed: Iterable[Quantity], near: int) -> Quantity | None:
    """The quantity of that size that stands nearest, with the sign that people gave it."""
    if not isinstance(number, (int, float)):
        return None
    wanted = Decimal(str(number))
    same = [each for each in printed if each.unit == unit and each.value is not None and abs(each.value) == abs(wanted)]
    nearest = min(same, key=lambda figure: abs(figure.start - near), default=None)
    return nearest and replace(nearest, value=wanted)


def _sentence(article: Article, figure: Quantity) -> Span:
    sentences = split(article.text, article.language, article.title_end)
    return next(Span(one.start, one.end) for one in sentences if one.start <= figure.start < one.end)
