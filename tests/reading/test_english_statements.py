"""How English states figures: own sentences, by theme, and what they say. A statement is written metric slot figure."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

PER_SHARE = [
    ("The insurer expects core earnings of $1.07 to $1.13 per share.", {"eps value 1.07..1.13 USD"}),
    ("Operating earnings were 92 cents a share.", {"eps value 0.92 USD"}),
    ("It expects adjusted operating income of $7.45 a share.", {"eps value 7.45 USD"}),
    ("It expects $1.10 to $1.20 per share for the year.", {"eps value 1.10..1.20 USD"}),
    (
        "Earnings were 52 cents a share, including gains of 9 cents a share.",
        {"eps value 0.52 USD", "other value 0.09 USD"},
    ),
    ("Pretax profit was 72 cents per share.", {"other value 0.72 USD"}),
    (
        "Adjusted earnings per share of 86 cents excluded $5 million of costs.",
        {"eps value 0.86 USD", "costs value 5000000 USD"},
    ),
    ("It raised $3.3 billion in a share sale.", {"funding_raised value 3300000000 USD"}),
]

PER_ONE = [
    ("Revenue per available room rose 4 percent.", {"other change_pct 4 %"}),
    ("Costs per available seat mile rose 2.5 percent.", {"other change_pct 2.5 %"}),
    ("Its revenue per quarter is $100 million.", {"revenue value 100000000 USD"}),
    ("Sales per square foot were $400.", {"other value 400 USD"}),
]

NAMES = [
    ("Research and development spending fell 20 percent.", {"rd_expense change_pct -20 %"}),
    ("The markdowns on toxic loans fell to $108 million.", {"impairment value 108000000 USD"}),
    ("Its markdowns of 75 percent drew crowds.", set()),
    ("It signed contracts totaling $11 billion.", {"order_intake value 11000000000 USD"}),
    ("Its insured losses came to $20 billion.", set()),
    ("It targets organic revenue of $430 million.", {"revenue value 430000000 USD"}),
    ("Organic revenue rose 4 percent.", {"organic_growth value 4 %"}),
    ("Net profit on a current value basis rose to $7.5 billion.", {"net_income value 7500000000 USD"}),
    ("Net profit on a building was $7 million.", {"other value 7000000 USD"}),
    ("It has made 12 since 2018.", set()),
]

VERBS = [
    ("It raked in $12 million in the quarter.", {"revenue value 12000000 USD"}),
    ("It mined 60 million tonnes of ore.", {"production value 60000000 count"}),
    ("It sold 60 million tonnes of ore.", {"units_sold value 60000000 count"}),
    ("It offloaded its shale unit for $10 million.", {"deal_value value 10000000 USD"}),
    ("It will pay $2 million to settle the case.", {"fine value 2000000 USD"}),
    ("It will spend $9 million on new plants.", {"capex value 9000000 USD"}),
    ("It manages $3.6 trillion.", {"assets_under_management value 3600000000000 USD"}),
    ("It has 65 percent of the search market.", {"market_share value 65 %"}),
    ("It wrote down goodwill by $25 million.", {"impairment value 25000000 USD"}),
    ("It is adding 5,000 jobs.", {"hires value 5000 count"}),
    ("It plans to hire 5,000 people.", {"hires value 5000 count"}),
]

OF_WHAT = [
    ("Provisions for loans rose to $3 million.", {"provisions value 3000000 USD"}),
    (
        "Net orders for new homes were off 32 percent at 2,574.",
        {"order_intake change_pct -32 %", "order_intake value 2574 count"},
    ),
    ("Revenue from the backlog was down 47 percent.", {"revenue change_pct -47 %"}),
    ("Spending on research and development rose to $5 million.", {"rd_expense value 5000000 USD"}),
    ("It made a loss on revenue of $5 million.", {"revenue value 5000000 USD"}),
    ("Sales rose in Europe, where profit fell 4 percent.", {"net_income change_pct -4 %"}),
]

COMPARED = [
    (
        "Analysts expect earnings to rise to $2.61 a share from $2.26.",
        {"eps value 2.61 USD consensus", "eps prior 2.26 USD consensus"},
    ),
    (
        "Pretax income was $498 million, a gain of $279 million from the year-ago quarter.",
        {"pretax_profit value 498000000 USD", "pretax_profit change_abs 279000000 USD"},
    ),
]

ALL = PER_SHARE + PER_ONE + NAMES + VERBS + OF_WHAT + COMPARED


@pytest.mark.parametrize(("text", "facts"), ALL, ids=[text[:60] for text, _ in ALL])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts
