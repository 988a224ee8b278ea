"""Absolute change: does the stated difference, in money, pieces or percentage points, follow from the figures?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kennzahl.checking import growth, words
from kennzahl.checking.intervals import Interval
from kennzahl.checking.judging import Judgement, Read, judge
from kennzahl.facts import Quantity, Reading, Verdict

NAME = "absolute"


def check(reading: Reading) -> Iterator[Verdict]:
    """One verdict for every fact that states its change as an amount, and beside it a prior or a percentage."""
    language = reading.article.language
    for index, fact in enumerate(reading.facts):
        value, prior, amount = fact.value, fact.prior, fact.change_abs
        if value is None or amount is None or not _same_measure(value, amount):
            continue
        if prior is not None and growth.comparable(value, prior):
            judgement = _judge_difference(value, prior, amount, language)
            yield judgement.verdict(index, NAME, _explain(judgement, value, prior, amount, language))
        elif prior is None and fact.change_pct is not None:
            judgement = _judge_percentage(value, amount, fact.change_pct, language)
            figures = f"{words.figure(value, language)} with a change of {words.figure(amount, language)}"
            yield judgement.verdict(index, NAME, growth.explain(judgement, figures, fact.change_pct, language))


def _judge_difference(value: Quantity, prior: Quantity, amount: Quantity, language: str) -> Judgement:
    def arithmetic(read: Read) -> tuple[Interval, Interval]:
        return read(amount), read(value) - read(prior)

    def mirrored(read: Read) -> tuple[Interval, Interval]:
        return -read(amount), read(value) - read(prior)

    judgement = judge(arithmetic, language)
    # "The loss grew by 3 million": whether that is +3 or -3 depends on who speaks of it.
    if judgement.outcome == "inconsistent" and _both_losses(value, prior):
        return judge(mirrored, language)
    return judgement


def _judge_percentage(value: Quantity, amount: Quantity, change: Quantity, language: str) -> Judgement:
    def arithmetic(read: Read) -> tuple[Interval, Interval]:
        return read(change), _growth_by(read(value), read(amount))

    def mirrored(read: Read) -> tuple[Interval, Interval]:
        return read(change), _growth_by(read(value), -read(amount))

    judgement = judge(arithmetic, language)
    if judgement.outcome == "inconsistent" and _both_losses(value, value):
        return judge(mirrored, language)
    return judgement


def _growth_by(value: Interval, amount: Interval) -> Interval:
    """The growth in percent of what became ``value`` by a change of ``amount``: 100 / (value / amount - 1)."""
    hundred = Interval.at(Decimal(100))
    return hundred / (value / amount - Interval.at(Decimal(1)))


def _same_measure(value: Quantity, amount: Quantity) -> bool:
    return value.unit == amount.unit or {value.unit, amount.unit} == {"%", "pp"}


def _both_losses(value: Quantity, prior: Quantity) -> bool:
    return bool(value.value and prior.value and value.value < 0 and prior.value < 0)


def _explain(judgement: Judgement, value: Quantity, prior: Quantity, amount: Quantity, language: str) -> str:
    scale, unit = words.scale_of(amount if amount.unit == "pp" or value.unit != "%" else value, language)
    allowed = words.between(judgement.implied, scale, " points" if value.unit == "%" else unit)
    if judgement.loosened:
        allowed += " if its zeros are rounded"
    if judgement.outcome == "uninformative":
        allowed += ", a rise and a fall, which is too wide to tell"
    claim = words.figure(amount, language)
    return f"{words.pair(value, prior, language)} allows a change of {allowed}; the article says {claim}"
