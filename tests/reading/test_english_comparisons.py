"""What English figures are compared with: the year before, what analysts expected, and by how much it was missed."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read
from tests.reading.test_statements import said

YEAR_AGO = [
    (
        "The dividend was EUR 1.60 per share (previous year: EUR 1.10 per share).",
        {"dividend_per_share value 1.6 EUR", "dividend_per_share prior 1.1 EUR"},
    ),
    (
        "Revenue was EUR 16.4 million (prior year: EUR 11.2 million).",
        {"revenue value 16400000 EUR", "revenue prior 11200000 EUR"},
    ),
    (
        "Profit from ethanol rose to $97 million after posting a $61 million loss in the same quarter last year.",
        {"net_income value 97000000 USD", "net_income prior -61000000 USD"},
    ),
    (
        "Operating profit rose to $97 million after a loss of $61 million a year earlier.",
        {"ebit value 97000000 USD", "ebit prior -61000000 USD"},
    ),
    (
        "Profit rose to $97 million after a $61 million charge a year earlier.",
        {"net_income value 97000000 USD", "costs value 61000000 USD"},
    ),
    (
        "Its market share was 38 percent, above analysts' consensus of 37 percent, and up from 34 percent a year ago.",
        {"market_share value 38 %", "market_share prior 34 %", "market_share value 37 % consensus"},
    ),
    (
        "It raised its full year dividend 12 percent to 69.5 cents a share.",
        {"dividend_per_share value 0.695 USD", "dividend_per_share change_pct 12 %"},
    ),
    ("It raised its dividend 1 cent.", {"dividend_per_share change_abs 0.01 USD"}),
    ("It raised its dividend to 16 cents a share.", {"dividend_per_share value 0.16 USD"}),
]

EXPECTED = [
    (
        "It earned 37 cents per share, beating analysts' estimates by 10 cents.",
        {"eps value 0.37 USD", "eps change_abs 0.1 USD"},
    ),
    (
        "It earned 37 cents per share, missing forecasts by 4 cents.",
        {"eps value 0.37 USD", "eps change_abs -0.04 USD"},
    ),
    ("The 9-cent earnings miss was a surprise, as revenue fell 3 percent.", {"revenue change_pct -3 %"}),
    (
        "Net profit was $875 million, boosted by the $733 million sale of a stake, against an average forecast of "
        "$833 million.",
        {
            "net_income value 875000000 USD",
            "deal_value value 733000000 USD",
            "net_income value 833000000 USD consensus",
        },
    ),
]

BUYBACKS = [
    ("It would buy $1 billion back this year.", {"share_buyback value 1000000000 USD"}),
    ("It would purchase up to about $1 billion of its shares.", {"share_buyback value 1000000000 USD"}),
    ("It would purchase $1 billion in stock.", {"share_buyback value 1000000000 USD"}),
    ("It bought a rival for $5 billion in stock.", {"deal_value value 5000000000 USD"}),
    ("It agreed to sell its half of the venture for $12.4 billion in cash.", {"deal_value value 12400000000 USD"}),
]

NAMES = [
    ("Underlying replacement cost profit fell to $5.2 billion.", {"net_income value 5200000000 USD"}),
    ("It is cutting $400 million in selling, general and administrative costs.", {"cost_savings value 400000000 USD"}),
    ("The number of sales representatives rose 1 percent.", {"employees change_pct 1 %"}),
    ("It keeps an investment grade rating on debt of $5 billion.", {"debt value 5000000000 USD"}),
]
ALL = YEAR_AGO + EXPECTED + BUYBACKS + NAMES


@pytest.mark.parametrize(("text", "facts"), ALL, ids=[text[:60] for text, _ in ALL])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts


@pytest.mark.parametrize(
    ("text", "kind", "basis"),
    [
        ("Intel earned 37 cents per share, beating analysts' estimates by 10 cents.", "actual", "consensus"),
        ("Intel's revenue fell more than expected to $5 billion from $7 billion a year earlier.", "actual", "yoy"),
        ("Intel's costs of $5 billion were as planned.", "actual", None),
        ("Intel expects its revenue to fall more than planned to $5 billion.", "guidance", None),
    ],
)
def test_expected_is_no_plan(text: str, kind: str, basis: str | None) -> None:
    fact = read(Article("test", text, language="en")).facts[0]
    assert (fact.kind, fact.basis) == (kind, basis)
