"""A company's own figures beside those that analysts expect of it, and plans that it had before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts(language: str, text: str) -> list[Fact]:
    return list(read(Article("test", text, language=language, published_at=datetime(2012, 10, 30, tzinfo=UTC))).facts)


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        (
            "en",
            "While analysts had expected 14 cents a share, Intel said it would earn 9 cents a share.",
            ["consensus", "guidance"],
        ),
        ("en", "Intel said it would earn 9 cents a share, below analysts' estimates of 14 cents.", None),
        (
            "en",
            "Comcast added 320,000 subscribers, compared with analysts' average forecast of 280,000.",
            ["actual", "consensus"],
        ),
        (
            "en",
            "Comcast added 320,000 subscribers, more than the 280,000 expected by analysts.",
            ["actual", "consensus"],
        ),
        (
            "en",
            "Intel earned $45 million. Analysts were looking for $42 million. For the year, they expect $160 million.",
            ["actual", "consensus", "consensus"],
        ),
        (
            "en",
            "Intel's operating margin of 21 percent beat the 20 percent analysts had forecast.",
            ["actual", "consensus"],
        ),
        ("en", "Analysts on average expect Intel to earn 14 cents a share.", ["consensus"]),
    ],
)
def test_whose_figure_it_is(language: str, text: str, kinds: list[str] | None) -> None:
    assert [fact.kind for fact in facts(language, text)] == (kinds or ["guidance", "consensus"])


def test_what_is_more_than_the_estimate_is_not_at_least_the_estimate() -> None:
    for language, text in (
        ("en", "Comcast added 320,000 subscribers, more than the 280,000 expected by analysts."),
        ("de", "Siemens verdiente 320 Millionen Euro, mehr als die von Analysten erwarteten 280 Millionen."),
    ):
        estimate = facts(language, text)[-1]
        assert estimate.figure.hedge == "="
    (half,) = facts("de", "Siemens hält mehr als die Hälfte an Osram.")
    assert half.value is not None and half.value.hedge == ">"


@pytest.mark.parametrize(
    "sequel",
    [
        "In July it had forecast revenue of $1.3 billion.",
        "It had previously projected $1.3 billion.",
        "Three months ago it was still looking for $1.3 billion.",
        "In July, the company had said it expected $1.3 billion.",
    ],
)
def test_a_plan_of_before_is_what_the_new_one_is_compared_with(sequel: str) -> None:
    (plan,) = facts("en", f"Intel now expects 2012 revenue of $1.2 billion. {sequel}")
    assert (plan.kind, plan.basis) == ("guidance", "guidance")
    assert plan.prior is not None and plan.prior.value == 1_300_000_000


def test_without_a_new_one_it_is_a_plan() -> None:
    earned, plan = facts("en", "Intel earned $12 million. In July it had forecast 2012 revenue of $1.3 billion.")
    assert (earned.metric, plan.metric, plan.kind) == ("net_income", "revenue", "guidance")
    assert plan.value is not None and plan.prior is None


def test_the_growth_of_before_is_no_estimate() -> None:
    text = "Intel's margin of 21 percent beat the 20 percent analysts had forecast and was up from 18 percent in 2010."
    margin, estimate = facts("en", text)
    assert margin.prior is not None and margin.prior.value == 18
    assert estimate.value is not None and estimate.value.value == 20


def test_an_estimate_for_the_year_is_not_of_the_quarter() -> None:
    text = "Intel earned 62 cents a share in the third quarter. Analysts also see full-year earnings of $3.10 a share."
    assert [fact.period.label for fact in facts("en", text) if fact.period] == ["2012-Q3", "2012"]


@pytest.mark.parametrize(
    ("text", "metric", "kind", "value"),
    [
        ("Intel earned $1.7 billion before interest and taxes, up from $1.3 billion.", "ebit", "actual", 1.7e9),
        ("Intel lost $2 million before interest, tax, depreciation and amortization.", "ebitda", "actual", -2e6),
        ("Intel earned $1.7 billion, up from $1.3 billion.", "net_income", "actual", 1.7e9),
        ("Intel's spending on research is seen at $2.8 billion.", "rd_expense", "guidance", 2.8e9),
        ("Intel plans to cut 3,000 jobs, two sources familiar with the matter said.", "job_cuts", "other", 3000),
        ("The union fears that 5,000 positions at Intel will go.", "job_cuts", "other", 5000),
    ],
)
def test_what_the_words_around_make_of_a_figure(text: str, metric: str, kind: str, value: float) -> None:
    (fact,) = facts("en", text)
    assert fact.value is not None
    assert (fact.metric, fact.kind, float(fact.value.value or 0)) == (metric, kind, value)


def test_a_range_after_a_range_stands_behind_a_share() -> None:
    (plan,) = facts("en", "Intel now expects 2012 earnings of $4.80 to $4.95 a share, up from $4.40 to $4.60.")
    assert plan.prior is not None and (float(plan.prior.low or 0), float(plan.prior.high or 0)) == (4.4, 4.6)


def test_a_pronoun_stands_for_the_profit_of_the_sentence_before() -> None:
    text = "Das Ebit von Siemens sank auf 524 Millionen Euro. In der Medizintechnik fiel es auf 258 Millionen Euro."
    assert [fact.metric for fact in facts("de", text)] == ["ebit", "ebit"]


def test_a_name_may_have_a_full_stop_before_its_number() -> None:
    (fact,) = facts("de", "Der Umsatz von ProSiebenSat.1 stieg um 4 Prozent.")
    assert fact.company.name == "ProSiebenSat.1"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        # An estimate of how many come is how many come; what is counted is the last noun.
        (
            "en",
            "Comcast added 331,000 net contract subscribers, more than the 202,000 that analysts had expected.",
            ["subscribers change_abs 331000", "subscribers change_abs 202000"],
        ),
        ("en", "Comcast has 5 million contract customers.", ["customers value 5000000"]),
        ("en", "Intel has 5,000 production workers.", ["employees value 5000"]),
        ("de", "Die Zahl der Bestellungen bei Zalando stieg auf 791 Millionen.", ["transactions value 791000000"]),
        ("de", "Bei Klebstoffen betrug das organische Plus von Henkel 4,9 Prozent.", ["organic_growth value 4.9"]),
    ],
)
def test_what_is_counted(language: str, text: str, told: list[str]) -> None:
    found = facts(language, text)
    assert [
        f"{fact.metric} {slot} {float(quantity.value or 0):.15g}"
        for fact in found
        for slot, quantity in (("value", fact.value), ("change_abs", fact.change_abs))
        if quantity is not None
    ] == told


def test_a_plan_that_was_surpassed_is_no_plan() -> None:
    text = "Siemens hat die Marge auf 30 Prozent verbessert und damit die eigene Prognose von 28 Prozent übertroffen."
    assert [fact.kind for fact in facts("de", text) if fact.value and fact.value.value == 30] == ["actual"]
