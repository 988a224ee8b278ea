"""What moved sales or profit is a figure of its own: own sentences, and what they say."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

FORCES = [
    ("Swings in currencies dented its revenue by 2 percent.", {"other value 2 %"}),
    ("Currency moves are expected to cut earnings by 4 percent.", {"other value 4 %"}),
    ("The stronger dollar reduced sales by 3 percent.", {"other value 3 %"}),
    ("A strike trimmed operating profit by 5 percent.", {"other value 5 %"}),
    ("Bad weather lowered sales by 1 to 2 percent.", {"other value 1..2 %"}),
    # a deed of the company, or a growth that a currency is only named beside
    ("The group cut its costs by 4 percent.", {"costs change_pct -4 %"}),
    ("It raised revenue by 8 percent to $5 million.", {"revenue change_pct 8 %", "revenue value 5000000 USD"}),
    ("Hurt by a strong dollar, the maker lifted revenue by 2 percent.", {"revenue change_pct 2 %"}),
]
GERMAN_FORCES = [
    ("Wechselkurse schmälerten den Umsatz um 2 Prozent.", {"other value 2 %"}),
    ("Der starke Euro minderte den Gewinn um 5 Millionen Euro.", {"other value 5000000 EUR"}),
    ("Die Streiks schmälerten das Betriebsergebnis um 3 Prozent.", {"other value 3 %"}),
    ("Muster steigerte den Umsatz um 8 Prozent.", {"revenue change_pct 8 %"}),
]
ONE_OFFS = [
    (
        "Excluding a benefit of 3 cents per share, it earned 40 cents per share.",
        {"other value 0.03 USD", "eps value 0.4 USD"},
    ),
    ("It was helped by a 2-cent-per-share benefit from lower taxes.", {"other value 0.02 USD"}),
    ("It posted a 40 cents per share profit.", {"eps value 0.4 USD"}),
    ("Earnings were 40 cents a share.", {"eps value 0.4 USD"}),
    (
        "The outages would reduce profits by $400 million, or 48 cents a share.",
        {"other value 400000000 USD", "other value 0.48 USD"},
    ),
]
RATES = [
    ("The refiner is earning $1.8 million an hour.", {"other value 1800000 USD"}),
    ("It loses $2 million a day.", {"other value -2000000 USD"}),
    ("It lost $2 million a year ago.", {"net_income prior -2000000 USD"}),
    ("The field produces 40,000 barrels a day.", {"production value 40000 count"}),
    ("Last year it earned $2.", {"eps value 2 USD"}),
    ("It earned $2 million in 2013.", {"net_income value 2000000 USD"}),
]


@pytest.mark.parametrize(("text", "says"), FORCES + ONE_OFFS + RATES)
def test_what_moved_a_metric_or_comes_in_by_the_hour_is_no_level_of_it(text: str, says: set[str]) -> None:
    assert said(text, "en") == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *GERMAN_FORCES,
        ("Die Firma verdient 2 Millionen Euro am Tag.", {"other value 2000000 EUR"}),
        ("Sie erlöste 50 Euro je Kunde.", {"other value 50 EUR"}),
    ],
)
def test_so_in_german(text: str, says: set[str]) -> None:
    assert said(text, "de") == says
