"""What a figure is in the trade of its company."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Company
from kennzahl.reading.reader import read
from kennzahl.reading.trades import in_trade


@pytest.mark.parametrize(
    ("metric", "industry", "meant"),
    [
        ("order_intake", "bank", "other"),
        ("order_intake", "chips", "order_intake"),
        ("order_intake", None, "order_intake"),
        ("users", "insurer", "customers"),
        ("users", "internet", "users"),
        ("stores", "machinery", "other"),
        ("stores", "retail", "stores"),
    ],
)
def test_the_trade_tells_what_is_meant(metric: str, industry: str | None, meant: str) -> None:
    assert in_trade(metric, Company("a", "A", industry=industry)) == meant


@pytest.mark.parametrize(("name", "metric"), [("Commerzbank", "other"), ("ASML", "order_intake")])
def test_new_business_of_a_bank_is_no_order_intake(name: str, metric: str) -> None:
    (fact,) = read(Article("test", f"Das Neugeschäft von {name} betrug 5 Milliarden Euro.", 0, "de")).facts
    assert fact.metric == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Ford's sales rose 5 percent in July 2010.", "units_sold"),
        ("Ford's sales rose 5 percent to $7 billion in July 2010.", "revenue"),
        ("Ford's sales rose 5 percent in 2010.", "revenue"),
        ("Walmart's sales rose 5 percent in July 2010.", "revenue"),
    ],
)
def test_the_sales_of_a_month_are_cars_with_who_makes_them(text: str, metric: str) -> None:
    (fact,) = read(Article("test", text, 0, "en")).facts
    assert fact.metric == metric


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("Its sales fell to 2.1 million vehicles, with sales in China down 18 percent.", {"units_sold"}),
        ("It sold 2.1 million vehicles. Sales fell 5 percent to $9 billion.", {"units_sold", "revenue"}),
        ("It sold 30,000 jeeps. Its sales fell 5 percent.", {"units_sold", "revenue"}),
        ("Its sales fell 5 percent.", {"revenue"}),
    ],
)
def test_sales_of_a_maker_of_cars_are_vehicles_where_it_counts_them(sentence: str, metrics: set[str]) -> None:
    text = f"Ford had a bad quarter. {sentence}"
    found = read(Article("test", text, language="en", published_at=datetime(2008, 10, 29, tzinfo=UTC))).facts
    assert {fact.metric for fact in found} == metrics


def test_only_a_house_of_finance_manages_the_assets_of_others() -> None:
    text = "Intel rose. It manages $2 billion in assets."
    assert read(Article("test", text, language="en")).facts == ()
    assert read(Article("test", text.replace("Intel", "UBS"), language="en")).facts != ()


def test_sales_behind_those_that_count_vehicles_are_vehicles() -> None:
    text = "Ford sold 185,186 vehicles in September. Its sales in China fell 11 percent to 87,195."
    assert {fact.metric for fact in read(Article("test", text, language="en")).facts} == {"units_sold"}


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Ford's sales fell 5 percent in May 2008. Toyota had a 4 percent rise in sales.", {"units_sold"}),
        ("Ford's sales fell 5 percent in 2008. Toyota had a 4 percent rise in sales.", {"revenue"}),
        (
            "Ford's sales fell 5 percent in May 2008. Toyota had sales of $9 billion, up 4 percent.",
            {"units_sold", "revenue"},
        ),
        ("Ford's sales fell 5 percent in May 2008. Walmart had a 4 percent rise in sales.", {"units_sold", "revenue"}),
    ],
)
def test_where_a_month_is_told_all_makers_sell_cars(text: str, metrics: set[str]) -> None:
    assert {fact.metric for fact in read(Article("test", text, 0, "en")).facts} == metrics
