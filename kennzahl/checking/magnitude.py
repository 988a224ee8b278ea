"""Magnitude: slips of a factor of 1,000, profits above revenue, ratios that cannot be, sales below zero.

A slip detector: it speaks where something is wrong and keeps silent where it sees nothing, since a figure of a
possible size is not thereby confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias

from kennzahl.catalog import load_catalog
from kennzahl.checking import words
from kennzahl.checking.growth import comparable, judge_growth
from kennzahl.checking.intervals import Interval, interval_of, loose_interval_of
from kennzahl.facts import Fact, Quantity, Reading, Verdict

NAME = "magnitude"

_Key: TypeAlias = tuple[object, ...]

_ZERO = Decimal(0)
_ONE = Interval.at(Decimal(1))
_PER_CENT = Decimal("0.01")
_SLIPS = tuple(Decimal(10) ** power for power in (3, 6, -3, -6))
# Without a stated change only two scale words that differ, over numbers that would be near each other with one of them,
# speak of a slip: sales and staff rarely double.
_PLAUSIBLE = Interval(Decimal("0.5"), Decimal(2))
# Nobody calls a growth of a hundred times what is said "more than" that.
_MORE_THAN = Interval(Decimal("0.1"), Decimal(10))
# Articles name the sales of a product or region without saying so, and a group's profit may be several times those; a
# slip of a thousand puts a profit of 1 to 60 % of revenue at 10 to 600 times of it. Where the article has a revenue of
# another period that is above the profit, the small one is hardly the company's.
_BEYOND_PARTS = Decimal(10)
_PARTS_OF_REVENUE = frozenset({"gross_profit", "ebitda", "ebit", "pretax_profit", "net_income"})


def check(reading: Reading) -> Iterator[Verdict]:
    """The first thing wrong with the size of each fact's figures, if there is one."""
    language = reading.article.language
    metrics = load_catalog("metrics")
    revenues = _largest_revenues(reading)
    for index, fact in enumerate(reading.facts):
        metric = metrics.get(fact.metric, {})
        verdict = (
            _out_of_range(index, fact, metric, language)
            or _below_zero(index, fact, metric, language)
            or _slipped(index, fact, metric, language)
            or _above_revenue(index, fact, revenues, language)
        )
        if verdict is not None:
            yield verdict


def _out_of_range(index: int, fact: Fact, metric: dict[str, Any], language: str) -> Verdict | None:
    """A ratio outside of what its metric can be."""
    if fact.value is None or fact.value.unit != "%" or "low" not in metric:
        return None
    claimed = interval_of(fact.value, language)
    possible = Interval(Decimal(str(metric["low"])), Decimal(str(metric["high"])))
    if claimed.overlaps(possible):
        return None
    text = f"{words.figure(fact.value, language)} is outside of what this ratio can be, {words.percent(possible)}"
    return _wrong(index, text, claimed, possible)


def _below_zero(index: int, fact: Fact, metric: dict[str, Any], language: str) -> Verdict | None:
    """An amount below zero of something that cannot be negative."""
    if fact.value is None or metric.get("sign") != "positive":
        return None
    claimed = interval_of(fact.value, language)
    if claimed.high is None or claimed.high >= 0 or "(" in fact.value.printed:
        return None  # statements print expenses in parentheses
    return _wrong(index, f"{words.figure(fact.value, language)} is below zero", claimed, Interval(_ZERO, None))


def _slipped(index: int, fact: Fact, metric: dict[str, Any], language: str) -> Verdict | None:
    """Value and prior a factor of 1,000 apart, where the stated change, or plain plausibility, says otherwise."""
    value, prior, change = fact.value, fact.prior, fact.change_pct
    if value is None or prior is None or not value.value or not prior.value or not comparable(value, prior):
        return None
    if change is None:
        if metric.get("sign") != "positive" or not _in_two_scales(value, prior, language):
            return None  # a profit may really fall to a thousandth
    elif not _open_ended(change, language) and judge_growth(value, prior, change, language).outcome != "inconsistent":
        return None
    for factor in _SLIPS:
        if _would_fit(_scaled(value, factor), prior, change, language):
            return _wrong(
                index,
                _slip_in_words(value, prior, change, factor, language),
                interval_of(value, language),
                interval_of(value, language).times(factor),
            )
    return None


def _would_fit(meant: Quantity, prior: Quantity, change: Quantity | None, language: str) -> bool:
    """Whether a value that may be meant instead of the printed one is of the stated change, or of a likely size."""
    assert meant.value is not None and prior.value is not None  # noqa: S101 - asked for single numbers only
    times = Interval.at(meant.value) / Interval.at(prior.value)
    if change is None:
        return times.overlaps(_PLAUSIBLE)
    if not _open_ended(change, language):
        return judge_growth(meant, prior, change, language).outcome == "consistent"
    claimed = interval_of(change, language)
    least = claimed.high if claimed.low is None else claimed.low
    said = _ONE + Interval.at(least or _ZERO).times(_PER_CENT)
    return said.low is not None and said.low > 0 and (times / said).overlaps(_MORE_THAN)


def _open_ended(change: Quantity, language: str) -> bool:
    """Whether the change is only said to be more than something, which a slip of the scale fits too."""
    return interval_of(change, language).width is None


def _above_revenue(index: int, fact: Fact, revenues: dict[_Key, Fact], language: str) -> Verdict | None:
    """A profit that is larger than every revenue that the article names for that company and period."""
    revenue = revenues.get(_key(fact))
    if fact.metric not in _PARTS_OF_REVENUE or revenue is None or fact.value is None or revenue.value is None:
        return None
    if not _datable(fact) or not comparable(fact.value, revenue.value):
        return None
    claimed, possible = interval_of(fact.value, language), loose_interval_of(revenue.value, language)
    possible = Interval(None, possible.high)
    if loose_interval_of(fact.value, language).overlaps(possible):
        return None
    text = f"a profit of {words.figure(fact.value, language)} is more than the revenue of "
    text += words.figure(revenue.value, language)
    times = claimed / interval_of(revenue.value, language)
    is_far = (
        times.low is not None and times.low >= _BEYOND_PARTS and _size(fact) > _size(revenues[_of_any_period(fact)])
    )
    if revenue.segment in (None, fact.segment) and (fact.sentence == revenue.sentence or is_far):
        return _wrong(index, text, claimed, possible)
    text += ", which may be that of a part"
    return Verdict(index, NAME, "uninformative", text, claimed.low, claimed.high, possible.low, possible.high)


def _in_two_scales(value: Quantity, prior: Quantity, language: str) -> bool:
    """Whether both are printed with a scale word, and not the same."""
    scales = {words.scale_of(value, language)[0], words.scale_of(prior, language)[0]}
    return len(scales) == 2 and Decimal(1) not in scales


def _slip_in_words(value: Quantity, prior: Quantity, change: Quantity | None, factor: Decimal, language: str) -> str:
    times = f"{factor if factor > 1 else 1 / factor:,.0f}"
    figures = words.pair(value, prior, language)
    meant = words.figure(_scaled(value, factor), language)
    reason = f"the stated {words.figure(change, language)} fits" if change else "its size would fit"
    return f"{figures}: with {meant} {reason}, so one of the two is off by a factor of {times}"


def _scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    """The quantity as if it were printed in another scale."""
    assert quantity.value is not None  # noqa: S101 - asked for single numbers only
    return replace(quantity, value=quantity.value * factor, step=quantity.step * factor)


def _datable(fact: Fact) -> bool:
    return fact.period is not None and fact.period.how != "default"


def _largest_revenues(reading: Reading) -> dict[_Key, Fact]:
    """The largest revenue of each company, period and kind, and of each company. Of all segments, since the one named
    last in an article is often that of a product, and a profit of a segment cannot be above the revenue of the whole
    either."""
    largest: dict[_Key, Fact] = {}
    for fact in reading.facts:
        if fact.metric == "revenue" and _datable(fact):
            for key in (_key(fact), _of_any_period(fact)):
                if _size(fact) > _size(largest.get(key)):
                    largest[key] = fact
    return largest


def _size(fact: Fact | None) -> Decimal:
    return (fact.value.value or fact.value.high or _ZERO) if fact and fact.value else _ZERO


def _key(fact: Fact) -> _Key:
    return fact.company.slug, fact.period and fact.period.label, fact.kind


def _of_any_period(fact: Fact) -> _Key:
    return (fact.company.slug,)


def _wrong(index: int, text: str, claimed: Interval, possible: Interval) -> Verdict:
    return Verdict(index, NAME, "inconsistent", text, claimed.low, claimed.high, possible.low, possible.high)
