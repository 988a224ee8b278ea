"""What each check says of a fact, word for word, and where it keeps silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kennzahl.checking import check
from kennzahl.checking.registry import CHECKS
from kennzahl.facts import Article, Fact, Period, Reading, Span, Verdict
from tests.checking.printing import ARTICLE, COMPANY, fact, percent, quantity, reading

NOTHING = quantity("0,0 Mrd.", "0", "1e8")
BILLION_5_2 = quantity("5,2 Mrd.", "5.2e9", "1e8")
BILLION_4_9 = quantity("4,9 Mrd.", "4.9e9", "1e8")
MILLION_14 = quantity("14,55 Mio.", "14.55e6", "1e4")
BILLION_13 = quantity("13,48 Mrd.", "13.48e9", "1e7")
MILLION_6 = quantity("6,1 Mio.", "6.1e6", "1e5")
MILLION_300 = quantity("311 Mio.", "311e6", "1e6")
DOUBLED = quantity("verdoppelt", "100", "1", "%", form="multiple")
DOUBLED_AT_LEAST = quantity("verdoppelt", "100", "1", "%", form="multiple", hedge=">", hedge_word="mehr als")
A_THIRD = quantity("mehr als ein Drittel", "33.3", "0.1", "%", form="fraction", hedge=">", hedge_word="mehr als")


def points(value: str) -> object:
    return quantity(f"{value} Punkte", value, "0.1", "pp")


def million(value: int) -> object:
    return quantity(f"{value} Mio.", str(value * 10**6), "1e6")


# fact, check, outcome, words
SAID = [
    (
        fact(value=BILLION_5_2, prior=BILLION_4_9, change_pct=percent("12")),
        "growth",
        "inconsistent",
        "5.2 after 4.9 billion allows 4.0 to 8.2 %; the article says 12 %",
    ),
    (
        fact(value=BILLION_5_2, prior=BILLION_4_9, change_pct=percent("6")),
        "growth",
        "consistent",
        "5.2 after 4.9 billion allows 4.0 to 8.2 %; the article says 6 %",
    ),
    (
        fact(value=BILLION_5_2, prior=BILLION_5_2, change_pct=percent("0.5")),
        "growth",
        "uninformative",
        "5.2 after 5.2 billion allows -1.9 to 1.9 %, which is too wide to tell (3.8 points, a rise and a fall); "
        "the article says 0.5 %",
    ),
    (
        fact(value=million(100), prior=million(90), change_pct=percent("15")),
        "growth",
        "uninformative",
        "100 after 90 million allows -47.4 to 76.5 % if its zeros are rounded, which is too wide to tell "
        "(123.8 points, a rise and a fall); the article says 15 %",
    ),
    (
        fact(metric="net_income", value=million(-21), prior=million(-5), change_pct=percent("320")),
        "growth",
        "consistent",
        "-21 after -5 million allows 272.7 to 377.8 %; the article says 320 %",
    ),
    (
        fact(metric="net_income", value=million(21), prior=million(-5), change_pct=percent("320")),
        "growth",
        "uninformative",
        "21 after -5 million: no percentage leads from a loss to a profit; the article says 320 %",
    ),
    (
        fact(value=million(41), prior=million(21), change_pct=DOUBLED),
        "growth",
        "consistent",
        '41 after 21 million allows 88.4 to 102.4 %; the article says 100 % ("verdoppelt")',
    ),
    (
        fact(value=million(23), prior=million(21), change_pct=A_THIRD),
        "growth",
        "inconsistent",
        '23 after 21 million allows 4.7 to 14.6 %; the article says more than 33.3 % ("mehr als ein Drittel")',
    ),
    (
        fact(kind="guidance", value=quantity("5 bis 6 Mrd.", None, "1e9", low="5e9", high="6e9"), prior=BILLION_4_9,
             change_pct=percent("45")),
        "growth",
        "inconsistent",
        "5 to 6 after 4.9 billion allows -9.1 to 34.0 %; the article says 45 %",
    ),
    (
        fact(value=quantity("0,4 Mrd.", "4e8", "1e8"), prior=NOTHING, change_pct=percent("12")),
        "growth",
        "uninformative",
        "0.4 after 0.0 billion allows anything, which is too wide to tell (unbounded); the article says 12 %",
    ),
    (
        fact(value=BILLION_5_2, prior=BILLION_4_9, change_abs=MILLION_300),
        "absolute",
        "consistent",
        "5.2 after 4.9 billion allows a change of 200 to 400 million; the article says 311 million",
    ),
    (
        fact(value=BILLION_5_2, change_abs=MILLION_300, change_pct=percent("12")),
        "absolute",
        "inconsistent",
        "5.2 billion with a change of 311 million allows 6.3 to 6.4 %; the article says 12 %",
    ),
    (
        fact(metric="ebit_margin", value=percent("8.2"), prior=percent("7.7"), change_abs=points("0.9")),
        "absolute",
        "inconsistent",
        "8.2 after 7.7 % allows a change of 0.4 to 0.6 points; the article says 0.9 points",
    ),
    (
        fact(metric="net_income", value=million(-8), prior=million(-5), change_abs=million(3)),
        "absolute",
        "consistent",
        "-8 after -5 million allows a change of -4 to -2 million; the article says 3 million",
    ),
    (
        fact(value=MILLION_14, prior=BILLION_13, change_pct=percent("8")),
        "magnitude",
        "inconsistent",
        "14.55 million after 13.48 billion: with 14.55 billion the stated 8 % fits, "
        "so one of the two is off by a factor of 1,000",
    ),
    (
        fact(value=MILLION_14, prior=BILLION_13),
        "magnitude",
        "inconsistent",
        "14.55 million after 13.48 billion: with 14.55 billion its size would fit, "
        "so one of the two is off by a factor of 1,000",
    ),
    (
        fact(value=BILLION_13, prior=MILLION_6, change_pct=DOUBLED_AT_LEAST),
        "magnitude",
        "inconsistent",
        '13.48 billion after 6.1 million: with 13.48 million the stated more than 100 % ("verdoppelt") fits, '
        "so one of the two is off by a factor of 1,000",
    ),
    (
        fact(metric="market_share", value=percent("140")),
        "magnitude",
        "inconsistent",
        "140 % is outside of what this ratio can be, 0 to 100 %",
    ),
    (fact(value=million(-14)), "magnitude", "inconsistent", "-14 million is below zero"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "name", "outcome", "words"), SAID, ids=[row[3][:60] for row in SAID])
def test_a_check_explains_itself(stated: Fact, name: str, outcome: str, words: str) -> None:
    verdict = next(verdict for verdict in check(reading(stated)) if verdict.check == name)
    assert (verdict.outcome, verdict.words) == (outcome, words)


SILENT = {
    "nothing to compare with": fact(value=BILLION_5_2, change_pct=percent("12")),
    "two currencies": fact(value=BILLION_5_2, prior=replace(BILLION_4_9, unit="USD"), change_pct=percent("12")),
    "only a change": fact(change_pct=percent("12")),
    "a profit that fell to a thousandth": fact(metric="net_income", value=MILLION_14, prior=BILLION_13),
    "a difference in another measure": fact(value=BILLION_5_2, change_abs=points("3"), change_pct=percent("12")),
    "expenses in parentheses": fact(metric="costs", value=quantity("(5 Mio.)", "-5e6", "1e6")),
    "two things counted in one sentence": fact(
        metric="employees",
        value=quantity("80", "80", "1", "count"),
        prior=quantity("112.000", "112000", "1", "count"),
    ),
    "a start-up's growth": fact(value=million(14), prior=quantity("90 Tsd.", "9e4", "1e3")),
}


@pytest.mark.parametrize("stated", SILENT.values(), ids=SILENT)
def test_no_verdict_without_something_to_go_by(stated: Fact) -> None:
    assert check(reading(stated)) == ()


def test_twentyfold_is_more_than_doubled() -> None:
    [verdict] = check(reading(fact(value=million(122), prior=MILLION_6, change_pct=DOUBLED_AT_LEAST)))
    assert (verdict.check, verdict.outcome) == ("growth", "consistent")


def test_a_profit_above_the_revenue_of_the_same_period_is_a_slip() -> None:
    revenue, profit = fact(value=million(311)), fact(metric="ebit", value=million(412))
    [verdict] = check(reading(revenue, profit))
    assert (verdict.fact, verdict.check, verdict.outcome) == (1, "magnitude", "inconsistent")
    assert verdict.words == "a profit of 412 million is more than the revenue of 311 million"
    for other in (
        replace(profit, period=Period("2023")),
        replace(profit, kind="guidance"),
        replace(profit, value=million(300)),
        replace(profit, period=Period("2024", how="default")),
    ):
        assert check(reading(revenue, other)) == ()


def test_a_revenue_elsewhere_in_the_text_may_be_that_of_a_part() -> None:
    revenue, profit = fact(value=million(311)), fact(metric="ebit", value=million(412), sentence=Span(100, 200))
    [verdict] = check(reading(revenue, profit))
    assert verdict.outcome == "uninformative"
    [slip] = check(reading(revenue, replace(profit, value=BILLION_13)))
    assert slip.outcome == "inconsistent"
    larger = fact(value=million(911), segment="Cloud")
    assert check(reading(revenue, larger, profit)) == ()


def test_a_profit_above_the_revenue_of_a_part_or_below_that_of_another_year_is_no_slip() -> None:
    profit = fact(metric="ebit", value=BILLION_13, sentence=Span(100, 200))
    part = fact(value=million(311), segment="Cloud")
    year_before = fact(value=quantity("95,2 Mrd.", "95.2e9", "1e8"), period=Period("2023"))
    for revenues in ([part], [fact(value=million(311)), year_before]):
        assert [verdict.outcome for verdict in check(reading(*revenues, profit))] == ["uninformative"]
    [slip] = check(reading(part, replace(profit, segment="Cloud")))
    assert slip.outcome == "inconsistent"


def test_verdicts_follow_the_facts_and_there_is_one_per_fact_and_check() -> None:
    wrong = fact(value=MILLION_14, prior=BILLION_13, change_pct=percent("8"), change_abs=MILLION_300)
    verdicts = check(reading(wrong, fact(value=BILLION_5_2), wrong))
    assert [(verdict.fact, verdict.check) for verdict in verdicts] == [
        (index, name) for index in (0, 2) for name in ("growth", "absolute", "magnitude")
    ]
    assert {verdict.check for verdict in verdicts} <= set(CHECKS)


def test_the_intervals_of_a_verdict_are_the_claim_and_what_follows_from_the_figures() -> None:
    [verdict] = check(reading(fact(value=BILLION_5_2, prior=BILLION_4_9, change_pct=percent("12"))))
    assert (verdict.claimed_low, verdict.claimed_high) == (percent("11.5").value, percent("12.5").value)
    assert verdict.implied_low is not None and verdict.implied_high is not None
    assert 4 < verdict.implied_low < verdict.implied_high < 9


def _dated(sentence: str, printed: str, period: Period, kind: str, language: str = "de", **more: str) -> list[Verdict]:
    """The timing verdicts of a fact whose period is printed in ``sentence``; the article is of 30 January 2025."""
    start = sentence.find(printed)
    span = Span(start, start + len(printed)) if start >= 0 else None
    article = Article("t", sentence, language=language, published_at=datetime(2025, 1, 30, tzinfo=UTC))
    whole = Span(0, len(sentence))
    stated = Fact(
        COMPANY,
        more.get("metric", "units_sold"),
        kind,
        whole,
        whole,
        period=replace(period, span=span),
        value=million(3),
    )  # type: ignore[arg-type]
    return [verdict for verdict in check(Reading(article, (stated,))) if verdict.check == "timing"]


END_OF_2024 = Period("2024-12-31", date(2024, 12, 31), date(2024, 12, 31))
YEAR_2024 = Period("2024", date(2024, 1, 1), date(2024, 12, 31))
YEAR_2026 = Period("2026", date(2026, 1, 1), date(2026, 12, 31))

EXPIRED = [
    ("Bis Ende 2024 will der Konzern 3 Millionen Geräte verkaufen.", "Ende 2024", "de"),
    ("Der Hersteller soll spätestens Ende 2024 so weit sein und 3 Millionen Geräte verkaufen.", "Ende 2024", "de"),
    ("The maker plans to sell 3 million devices by the end of 2024.", "the end of 2024", "en"),
]
RECALLED = [
    ("Bis Ende 2024 wollte der Konzern ursprünglich 3 Millionen Geräte verkaufen.", "Ende 2024", "de"),
    ("Für 2024 erwartet der Konzern 3 Millionen verkaufte Geräte.", "2024", "de"),
    ("The maker had said it will sell 3 million devices by the end of 2024.", "the end of 2024", "en"),
    ("The maker expects 3 million devices for 2024.", "2024", "en"),
]


@pytest.mark.parametrize(("sentence", "printed", "language"), EXPIRED)
def test_a_plan_whose_deadline_has_passed_is_flagged(sentence: str, printed: str, language: str) -> None:
    [verdict] = _dated(sentence, printed, END_OF_2024, "guidance", language)
    assert verdict.outcome == "inconsistent"
    assert verdict.words == (
        "a plan for 2024-12-31, which ended on 31 December 2024; the article is of 30 January 2025"
    )


@pytest.mark.parametrize(("sentence", "printed", "language"), RECALLED)
def test_an_old_outlook_or_one_for_a_year_without_results_is_not(sentence: str, printed: str, language: str) -> None:
    assert _dated(sentence, printed, YEAR_2024, "guidance", language) == []


@pytest.mark.parametrize(
    ("period", "metric"),
    [
        (replace(END_OF_2024, fiscal=True), "units_sold"),
        (replace(END_OF_2024, how="default"), "units_sold"),
        (replace(END_OF_2024, how="inherited"), "units_sold"),
        (END_OF_2024, "dividend_per_share"),
        (Period("2025", date(2025, 1, 1), date(2025, 12, 31)), "units_sold"),
        (Period("????-Q3"), "units_sold"),
    ],
)
def test_plans_that_are_exempt(period: Period, metric: str) -> None:
    sentence, printed, language = EXPIRED[0]
    assert _dated(sentence, printed, period, "guidance", language, metric=metric) == []


def test_a_result_of_a_time_to_come_is_flagged() -> None:
    [verdict] = _dated("Im Jahr 2026 verkaufte der Konzern 3 Millionen Geräte.", "2026", YEAR_2026, "actual")
    assert verdict.words == "a result for 2026, which begins on 1 January 2026; the article is of 30 January 2025"
    for period in (
        replace(YEAR_2026, fiscal=True),
        replace(YEAR_2026, how="article"),
        replace(YEAR_2026, how="relative"),
        Period("2025", date(2025, 1, 1), date(2025, 12, 31)),
        Period("2025-01-31", date(2025, 1, 31), date(2025, 1, 31)),
    ):
        assert _dated("Im Jahr 2026 verkaufte der Konzern 3 Millionen Geräte.", "2026", period, "actual") == []


def test_an_article_without_a_date_gets_no_timing_verdict() -> None:
    undated = replace(ARTICLE, published_at=None)
    assert check(reading(fact(value=million(3), period=YEAR_2026), article=undated)) == ()
