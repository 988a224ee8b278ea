"""Margin: is the stated margin the stated profit divided by the stated revenue?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal

from kennzahl.checking import words
from kennzahl.checking.growth import comparable
from kennzahl.checking.intervals import Interval
from kennzahl.checking.judging import Judgement, Read, judge
from kennzahl.facts import Fact, Quantity, Reading, Verdict

NAME = "margin"

_PROFIT_OF = {
    "gross_margin": "gross_profit",
    "ebitda_margin": "ebitda",
    "ebit_margin": "ebit",
    "net_margin": "net_income",
}
_HUNDRED = Decimal(100)


def check(reading: Reading) -> Iterator[Verdict]:
    """One verdict for every margin whose profit and revenue the article states too, each exactly once."""
    language = reading.article.language
    stated: dict[Hashable, list[Quantity]] = defaultdict(list)
    for fact in reading.facts:
        if fact.value is not None:
            stated[_key(fact, fact.metric, fact.adjusted)].append(fact.value)
    for index, fact in enumerate(reading.facts):
        margin, period = fact.value, fact.period
        if fact.metric not in _PROFIT_OF or margin is None or period is None or period.how == "default":
            continue
        if fact.kind == "consensus":
            continue  # three averages, each of other analysts
        profits = stated[_key(fact, _PROFIT_OF[fact.metric], fact.adjusted)]
        # Hardly anybody adjusts revenue: an adjusted margin is an adjusted profit over the plain one.
        revenues = stated[_key(fact, "revenue", fact.adjusted)] or stated[_key(fact, "revenue", False)]
        margins = stated[_key(fact, fact.metric, fact.adjusted)]
        if len(margins) == len(profits) == len(revenues) == 1 and comparable(profits[0], revenues[0]):
            judgement = _judge(margin, profits[0], revenues[0], language)
            if fact.metric == "net_margin" and _could_be_operating(judgement):
                continue  # "profit margin" does not say of which profit, and what is earned before tax is more
            yield judgement.verdict(index, NAME, _explain(judgement, margin, profits[0], revenues[0], language))


def _judge(margin: Quantity, profit: Quantity, revenue: Quantity, language: str) -> Judgement:
    def arithmetic(read: Read) -> tuple[Interval, Interval]:
        return read(margin), (read(profit) / read(revenue)).times(_HUNDRED)

    return judge(arithmetic, language)


def _could_be_operating(judgement: Judgement) -> bool:
    """Is the stated margin above what the net profit allows?"""
    implied, claimed = judgement.implied.high, judgement.claimed.low
    return judgement.outcome == "inconsistent" and implied is not None and claimed is not None and claimed > implied


def _explain(judgement: Judgement, margin: Quantity, profit: Quantity, revenue: Quantity, language: str) -> str:
    allowed = words.percent(judgement.implied)
    if judgement.loosened:
        allowed += " if its zeros are rounded"
    if judgement.outcome == "uninformative":
        allowed += ", which is too wide to tell"
    figures = f"{words.figure(profit, language)} of {words.figure(revenue, language)}"
    return f"{figures} is a margin of {allowed}; the article says {words.figure(margin, language)}"


def _key(fact: Fact, metric: str, adjusted: bool) -> Hashable:
    period = fact.period and (fact.period.label, fact.period.first, fact.period.last)
    return fact.company.slug, (fact.segment or "").casefold(), period, fact.kind, metric, adjusted
