"""A fact as JSON: numbers, ranges, units and evidence."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from kennzahl.contract import to_contract
from kennzahl.facts import Article, Company, Fact, Period, Quantity, Span

TEXT = "Der Umsatz von Muster stieg 2024 um 4,5 Prozent auf 1,2 Milliarden Euro."
ARTICLE = Article("muster", TEXT)


def quantity(value: str | None, unit: str = "EUR", low: str | None = None, high: str | None = None) -> Quantity:
    ends = {"low": Decimal(low), "high": Decimal(high)} if low and high else {}
    return Quantity(0, 1, "", unit, Decimal(value) if value else None, Decimal(1), **ends)


def fact(**parts: object) -> Fact:
    whole = Span(0, len(TEXT))
    return Fact(Company("muster", "Muster"), "revenue", "actual", Span(4, 10), whole, **parts)  # type: ignore[arg-type]


def test_all_fields_of_the_contract():
    stated = fact(value=quantity("1.2E+9"), change_pct=quantity("4.5", "%"), basis="yoy", period=Period("2024"))
    assert to_contract(stated, ARTICLE) == {
        "company": "Muster",
        "segment": None,
        "metric": "revenue",
        "adjusted": False,
        "kind": "actual",
        "period": "2024",
        "value": 1_200_000_000,
        "unit": "EUR",
        "approx": "=",
        "change_pct": 4.5,
        "change_abs": None,
        "prior_value": None,
        "basis": "yoy",
        "quote": "Umsatz",
    }


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"value": quantity("21")}, {"value": 21}),
        ({"value": quantity("-0.5")}, {"value": -0.5}),
        ({"value": quantity(None, low="3.3E+9", high="3.5E+9")}, {"value": [3_300_000_000, 3_500_000_000]}),
        ({"value": quantity("12", "pp")}, {"unit": "%"}),
        ({"change_pct": quantity("-3", "%")}, {"value": None, "unit": None, "change_pct": -3}),
        ({"change_pct": quantity(None, "%", "7", "10")}, {"change_pct": [7, 10]}),
        ({"change_abs": quantity(None, "EUR", "7", "10")}, {"change_abs": None}),
        ({"value": quantity("2"), "prior": quantity("1")}, {"prior_value": 1}),
        ({"value": quantity("2")}, {"period": None}),
    ],
)
def test_numbers_ranges_and_nulls(parts, expected):
    got = to_contract(fact(**parts), ARTICLE)
    assert {name: got[name] for name in expected} == expected


def test_integral_amounts_are_printed_without_a_point():
    assert json.dumps(to_contract(fact(value=quantity("48400000000.00")), ARTICLE)["value"]) == "48400000000"
