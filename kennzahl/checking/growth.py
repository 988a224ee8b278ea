"""Growth: does the stated percentage follow from the value and the figure it is compared with?"""

from __future__ import annotations

from collections.abc import Iterator

from kennzahl.checking import words
from kennzahl.checking.intervals import Interval, relative_change
from kennzahl.checking.judging import Judgement, Read, judge
from kennzahl.facts import Fact, Quantity, Reading, Verdict

NAME = "growth"


def check(reading: Reading) -> Iterator[Verdict]:
    """One verdict for every fact that states value, prior and relative change in one unit."""
    language = reading.article.language
    for index, fact in enumerate(reading.facts):
        value, prior, change = fact.value, fact.prior, fact.change_pct
        if value is None or prior is None or change is None or not comparable(value, prior):
            continue
        if recovered(fact):
            yield Verdict(index, NAME, "uninformative", _no_rate(value, prior, change, language))
            continue
        judgement = judge_growth(value, prior, change, language)
        yield judgement.verdict(index, NAME, explain(judgement, words.pair(value, prior, language), change, language))


def judge_growth(value: Quantity, prior: Quantity, change: Quantity, language: str) -> Judgement:
    """Whether ``change`` percent lead from ``prior`` to ``value``."""

    def arithmetic(read: Read) -> tuple[Interval, Interval]:
        return read(change), relative_change(read(value), read(prior))

    return judge(arithmetic, language)


def comparable(first: Quantity, second: Quantity) -> bool:
    """Whether two amounts are in the same unit, so that one can be divided by the other."""
    return first.unit == second.unit


def recovered(fact: Fact) -> bool:
    """Whether a loss became a profit: a percentage has no meaning there."""
    value, prior = fact.value, fact.prior
    return bool(value and prior and value.value and prior.value and prior.value < 0 < value.value)


def explain(judgement: Judgement, figures: str, change: Quantity, language: str) -> str:
    """The arithmetic in words. ``figures`` says what the growth was computed from: "5.2 after 4.9 billion"."""
    allowed = words.percent(judgement.implied)
    if judgement.loosened:
        allowed += " if its zeros are rounded"
    if judgement.outcome == "uninformative":
        allowed += f", which is too wide to tell ({_width(judgement.implied)})"
    return f"{figures} allows {allowed}; the article says {words.figure(change, language)}"


def _width(implied: Interval) -> str:
    width = words.width(implied)
    return width if width == "unbounded" else f"{width}, a rise and a fall"


def _no_rate(value: Quantity, prior: Quantity, change: Quantity, language: str) -> str:
    figures, claim = words.pair(value, prior, language), words.figure(change, language)
    return f"{figures}: no percentage leads from a loss to a profit; the article says {claim}"
