"""A margin is a profit over a revenue of the same company, part, period and kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kennzahl.checking import check
from kennzahl.facts import Company, Fact, Outcome, Period, Quantity, Verdict
from tests.checking.printing import fact, percent, quantity, reading

REVENUE = fact("revenue", value=quantity("5,2 Mrd.", "5.2e9", "1e8"))
EBIT = fact("ebit", value=quantity("416 Mio.", "416e6", "1e6"))
MARGIN = fact("ebit_margin", value=percent("8.0"))
WHOLE_YEAR_BEFORE = Period("2023")


def million(value: int) -> Quantity:
    return quantity(f"{value} Mio.", str(value * 10**6), "1e6")


def of(*facts: Fact) -> list[Verdict]:
    return [verdict for verdict in check(reading(*facts)) if verdict.check == "margin"]


def test_estimates_need_not_agree_with_each_other() -> None:
    guessed = [replace(one, kind="consensus") for one in (EBIT, REVENUE, replace(MARGIN, value=percent("9.5")))]
    assert of(*guessed) == []


def test_a_profit_margin_above_the_net_one_may_be_an_operating_one() -> None:
    profit = replace(EBIT, value=million(213), metric="net_income")
    assert of(replace(MARGIN, value=percent("15.6"), metric="net_margin"), profit, REVENUE) == []
    (verdict,) = of(replace(MARGIN, value=percent("1.6"), metric="net_margin"), profit, REVENUE)
    assert verdict.outcome == "inconsistent"


SAID: list[tuple[Fact, Fact, Fact, Outcome, str]] = [
    (
        MARGIN,
        EBIT,
        REVENUE,
        "consistent",
        "416 million of 5.2 billion is a margin of 7.9 to 8.1 %; the article says 8.0 %",
    ),
    (
        replace(MARGIN, value=percent("9.5")),
        EBIT,
        REVENUE,
        "inconsistent",
        "416 million of 5.2 billion is a margin of 7.9 to 8.1 %; the article says 9.5 %",
    ),
    (
        replace(MARGIN, value=percent("-4.1"), metric="net_margin"),
        replace(EBIT, value=million(-213), metric="net_income"),
        REVENUE,
        "consistent",
        "-213 million of 5.2 billion is a margin of -4.1 to -4.0 %; the article says -4.1 %",
    ),
    (
        replace(MARGIN, value=percent("10.3")),
        replace(EBIT, value=million(500)),
        REVENUE,
        "consistent",
        "500 million of 5.2 billion is a margin of 8.6 to 10.7 % if its zeros are rounded; the article says 10.3 %",
    ),
    (
        replace(MARGIN, value=percent("0.4"), metric="gross_margin"),
        replace(EBIT, value=quantity("0,0 Mrd.", "0", "1e8"), metric="gross_profit"),
        REVENUE,
        "uninformative",
        "0.0 billion of 5.2 billion is a margin of -1.0 to 1.0 %, which is too wide to tell; the article says 0.4 %",
    ),
]


@pytest.mark.parametrize(("margin", "profit", "revenue", "outcome", "words"), SAID, ids=[row[4] for row in SAID])
def test_the_margin_is_compared_with_profit_over_revenue(
    margin: Fact, profit: Fact, revenue: Fact, outcome: Outcome, words: str
) -> None:
    [verdict] = of(profit, revenue, margin)
    assert (verdict.fact, verdict.outcome, verdict.words) == (2, outcome, words)


def test_an_adjusted_margin_is_an_adjusted_profit_over_the_revenue() -> None:
    assert of(replace(MARGIN, adjusted=True), EBIT, REVENUE) == []
    [verdict] = of(replace(MARGIN, adjusted=True), replace(EBIT, adjusted=True), REVENUE)
    assert verdict.outcome == "consistent"


ELSEWHERE = {
    "another period": replace(EBIT, period=WHOLE_YEAR_BEFORE),
    "another kind": replace(EBIT, kind="guidance"),
    "another company": replace(EBIT, company=Company("andere", "Andere AG")),
    "a part of the company": replace(EBIT, segment="Cloud"),
    "another profit": replace(EBIT, metric="net_income"),
    "another currency": replace(EBIT, value=quantity("416 Mio.", "416e6", "1e6", "USD")),
    "only its change": replace(EBIT, value=None, change_pct=percent("5")),
}


@pytest.mark.parametrize("profit", ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_not_the_same_is_not_compared(profit: Fact) -> None:
    assert of(profit, REVENUE, MARGIN) == []


def test_two_revenues_leave_open_which_one_is_meant() -> None:
    assert of(MARGIN, EBIT, REVENUE, replace(REVENUE, value=million(911))) == []


def test_a_defaulted_period_is_no_period() -> None:
    guessed = Period("2024", how="default")
    assert of(*(replace(each, period=guessed) for each in (MARGIN, EBIT, REVENUE))) == []
