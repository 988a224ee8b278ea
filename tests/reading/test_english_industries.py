"""How English news of different industries states a key figure: own sentences, by theme, and what they say."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

BONDS = [
    ("The drugmaker issued $500 million of bonds.", {"funding_raised value 500000000 USD"}),
    ("The refiner sold $750 million of senior notes due 2031.", {"funding_raised value 750000000 USD"}),
    ("The baker priced $1.2 billion in convertible debt.", {"funding_raised value 1200000000 USD"}),
    ("The baker has placed a €300m hybrid bond.", {"funding_raised value 300000000 EUR"}),
    ("The baker launched a $400 million bond sale.", {"funding_raised value 400000000 USD"}),
    ("The bank sold $3 billion of its bonds in Ruritania.", set()),
    ("The bank bought $3 billion of government bonds.", set()),
    ("The baker repaid $300 million of notes.", set()),
]

MORE = [
    ("The tyre maker earned 5 percent more than a year earlier.", {"net_income change_pct 5 %"}),
    ("The tyre maker made 12% less than in 2023.", {"net_income change_pct -12 %"}),
    ("The tyre maker lost nearly 20 percent more this quarter.", {"net_income change_pct 20 %"}),
    ("The tyre maker produced 4 percent more than a year before.", {"production change_pct 4 %"}),
    ("The maker shipped 8% fewer phones.", {"units_sold change_pct -8 %"}),
    ("The tyre maker earned 5 percent more than Rolling Co.", set()),
    ("The tyre maker's engines are 5 percent more efficient.", set()),
]

BOUGHT = [
    ("The airline ordered 10 jets from a planemaker.", {"other value 10 count"}),
    ("The airline has agreed to buy 40 aircraft.", {"other value 40 count"}),
    ("The haulier leased 25 trucks.", {"other value 25 count"}),
    ("Customers have ordered 5,000 trucks.", {"order_intake value 5000 count"}),
    ("The planemaker sold 10 jets to an airline.", {"units_sold value 10 count"}),
]

LOOKED_AFTER = [
    ("The fund house oversaw investments of $410 billion.", {"assets_under_management value 410000000000 USD"}),
    ("The brewer oversaw investments of $410 million in its plants.", {"capex value 410000000 USD"}),
]

GONE = [
    ("The operator shed 95,000 subscribers.", {"subscribers change_abs -95000 count"}),
    ("The bank said 40,000 customers left in 2024.", {"customers change_abs -40000 count"}),
    ("The 40,000 customers lost in 2024 had been with it for long.", {"customers change_abs -40000 count"}),
    ("The operator has 40,000 customers and left its outlook unchanged.", {"customers value 40000 count"}),
    ("The operator shed 900 jobs.", {"job_cuts value 900 count"}),
]

FRESH_MONEY = [
    ("The start-up bagged €12 million in seed funding.", {"funding_raised value 12000000 EUR"}),
    ("The start-up secured $30m of growth funding.", {"funding_raised value 30000000 USD"}),
    ("The start-up completed a $200 million bond placement.", {"funding_raised value 200000000 USD"}),
    ("The maker said people bought 5 million phones.", {"units_sold value 5000000 count"}),
    ("The chain rang up $3m in sales.", {"revenue value 3000000 USD"}),
]


@pytest.mark.parametrize(("text", "expected"), BONDS + MORE + BOUGHT + LOOKED_AFTER + GONE + FRESH_MONEY)
def test_what_it_says(text: str, expected: set[str]) -> None:
    assert said(text, "en") == expected
