"""The same amount in two currencies, held against the reference rate of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kennzahl.articles import read_bytes
from kennzahl.checking import check, rates
from kennzahl.facts import Article, Conversion, Outcome, Period, Quantity, Reading, Verdict
from kennzahl.reading import read
from tests.checking.printing import fact, quantity

EURO_2_7 = quantity("2.7 billion euros", "2.7e9", "1e8", "EUR", unit_how="word")
DOLLAR_2_9 = quantity("$2.9 billion", "2.9e9", "1e8", "USD", unit_how="assumed")
DOLLAR_3_4 = quantity("$3.4 billion", "3.4e9", "1e8", "USD", unit_how="assumed")
CROWNS_8_26 = quantity("8.26 billion crowns", "8.26e9", "1e7", "NOK", unit_how="assumed")
YEAR_2023 = Period("2023", date(2023, 1, 1), date(2023, 12, 31))
MONDAY, SUNDAY, LONG_AGO = date(2024, 2, 5), date(2024, 2, 4), date(1998, 5, 5)


def said(
    amount: Quantity, converted: Quantity, published: date | None = MONDAY, period: Period | None = None
) -> list[Verdict]:
    moment = datetime(published.year, published.month, published.day, tzinfo=UTC) if published else None
    article = Article("t", "x" * 100, language="en", published_at=moment)
    stated = fact("deal_value", value=amount, period=period)
    reading = Reading(article, (stated,), conversions=(Conversion(0, amount, converted),))
    return [verdict for verdict in check(reading) if verdict.check == "conversion"]


SAID: list[tuple[Quantity, Quantity, date, Period | None, Outcome, str]] = [
    (
        EURO_2_7,
        DOLLAR_2_9,
        MONDAY,
        None,
        "consistent",
        "2.7 billion EUR at 1.0746 USD (ECB, 5 February 2024) are 2.8 to 3.0 billion USD; "
        "the article says 2.9 billion USD",
    ),
    (
        EURO_2_7,
        DOLLAR_3_4,
        MONDAY,
        None,
        "inconsistent",
        "2.7 billion EUR at 1.0746 USD (ECB, 5 February 2024) are 2.8 to 3.0 billion USD; "
        "the article says 3.4 billion USD",
    ),
    (
        EURO_2_7,
        DOLLAR_2_9,
        SUNDAY,
        None,
        "consistent",
        "2.7 billion EUR at 1.0883 USD (ECB, 2 February 2024: there is no rate of 4 February 2024) "
        "are 2.8 to 3.1 billion USD; the article says 2.9 billion USD",
    ),
    (
        EURO_2_7,
        DOLLAR_2_9,
        LONG_AGO,
        None,
        "uninformative",
        "no reference rate of EUR in USD around 5 May 1998; the article says 2.9 billion USD",
    ),
    (
        replace(EURO_2_7, unit="SAR"),
        DOLLAR_2_9,
        MONDAY,
        None,
        "uninformative",
        "no reference rate of SAR in USD around 5 February 2024; the article says 2.9 billion USD",
    ),
    (
        CROWNS_8_26,
        quantity("$1.23 billion", "1.23e9", "1e7", "USD"),
        date(2007, 4, 26),
        None,
        "uninformative",
        '8.26 billion NOK at 0.16747 USD (ECB, 26 April 2007) are something else, but "8.26 billion crowns" '
        "would fit in SEK; the article says 1.23 billion USD",
    ),
    (
        quantity("812 million francs", "812e6", "1e6", "CHF"),
        quantity("904 million dollars", "904e6", "1e6", "USD"),
        date(2024, 1, 30),
        YEAR_2023,
        "consistent",
        "812 million CHF at 1.0618 to 1.1948 USD (ECB, over the period) are 861.6 to 970.8 million USD; "
        "the article says 904 million USD",
    ),
]


@pytest.mark.parametrize(("amount", "converted", "published", "period", "outcome", "words"), SAID)
def test_a_conversion_is_held_against_the_rate_of_its_day(
    amount: Quantity, converted: Quantity, published: date, period: Period | None, outcome: Outcome, words: str
) -> None:
    [verdict] = said(amount, converted, published, period)
    assert (verdict.outcome, verdict.words) == (outcome, words)


@pytest.mark.parametrize("day", [date.min, date(1998, 12, 31), date.max, date(2124, 2, 5)])
def test_no_day_is_too_far_off_to_ask_for(day: date) -> None:
    assert rates.rate("EUR", "USD", day) is None


@pytest.mark.parametrize(
    ("unit", "other", "day", "set_on"),
    [
        ("EUR", "USD", date(2024, 1, 1), date(2023, 12, 29)),
        ("USD", "CHF", date(2024, 4, 1), date(2024, 3, 28)),
        ("EUR", "USD", date(1999, 1, 4), date(1999, 1, 4)),
    ],
)
def test_a_day_without_a_rate_takes_the_last_one_before(unit: str, other: str, day: date, set_on: date) -> None:
    known = rates.rate(unit, other, day)
    assert known is not None and known.day == set_on


def test_a_currency_that_is_set_no_longer_has_no_rate() -> None:
    assert rates.rate("EUR", "RUB", date(2022, 3, 1)) is not None
    assert rates.rate("EUR", "RUB", date(2022, 4, 1)) is None


def test_without_a_date_there_is_no_rate() -> None:
    assert said(EURO_2_7, DOLLAR_2_9, None) == []


def test_a_bare_dollar_may_be_another_countrys() -> None:
    [verdict] = said(EURO_2_7, replace(DOLLAR_3_4, value=quantity("", "3.9e9", "1e8").value))
    assert verdict.outcome == "uninformative" and "would fit in CAD" in verdict.words


def read_text(text: str) -> Reading:
    [article] = read_bytes(text.encode(), name="news.txt")
    assert isinstance(article, Article)
    return read(article)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Novartis buys a laboratory for 2.7 billion euros ($2.9 billion).", [("2.7 billion euros", "$2.9 billion")]),
        ("Novartis earned 2.7 billion euros, up 9 percent.", []),
    ],
)
def test_the_reading_keeps_what_is_converted_beside_its_fact(text: str, pairs: list[tuple[str, str]]) -> None:
    reading = read_text(f"Novartis news\n\n{text}\n")
    assert [(each.amount.printed, each.converted.printed) for each in reading.conversions] == pairs
    for each in reading.conversions:
        assert reading.facts[each.fact].value is not None
