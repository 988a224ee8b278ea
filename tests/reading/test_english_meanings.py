"""What English words mean beside other words: own sentences, by theme, and what they say."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

SIGNS = [
    (
        "The loss was $4.8 million, or $4.10 per share, after a profit of $2.2 million, or $2.3 per share, a year ago.",
        {
            "net_income value -4800000 USD",
            "net_income prior 2200000 USD",
            "eps value -4.1 USD",
            "eps prior 2.3 USD",
        },
    ),
    (
        "Its net loss was $6 million following a profit of $4 million in the prior year.",
        {"net_income value -6000000 USD", "net_income prior 4000000 USD"},
    ),
    (
        "Profit was $6 million after a loss of $4 million a year earlier.",
        {"net_income value 6000000 USD", "net_income prior -4000000 USD"},
    ),
    (
        "The loss narrowed to $6 million after a loss of $9 million a year earlier.",
        {"net_income value -6000000 USD", "net_income prior -9000000 USD"},
    ),
    (
        "Operating profit was $6 million, compared with an operating loss of $4 million.",
        {"ebit value 6000000 USD", "ebit prior -4000000 USD"},
    ),
]

PRETAX_AND_VALUE = [
    (
        "It made 24 million pounds before tax, against 12 million.",
        {
            "pretax_profit value 24000000 GBP",
            "pretax_profit prior 12000000 GBP",
        },
    ),
    ("It took a charge of $5 million before tax.", {"costs value 5000000 USD"}),
    ("It lost $5 million before taxes.", {"pretax_profit value -5000000 USD"}),
    ("A sale could value it at $5 million, including debt.", {"valuation value 5000000 USD"}),
    ("A bid that values the company at $5 million was made.", {"valuation value 5000000 USD"}),
    ("It made 300,000 cars before tax changes hit demand.", {"production value 300000 count"}),
]

ONE_THING = [
    (
        "The results include losses of $3 million from exposure to loans and $2 million related to hedges.",
        {"other value -3000000 USD", "other value -2000000 USD"},
    ),
    ("The miller lost $7 million on derivatives.", {"other value -7000000 USD"}),
    ("It lost $9 million from bets on wheat.", {"other value -9000000 USD"}),
    ("The miller lost $7 million in the quarter.", {"net_income value -7000000 USD"}),
    (
        "It made a loss of $7 million on revenue of $90 million.",
        {"net_income value -7000000 USD", "revenue value 90000000 USD"},
    ),
    ("It posted a net loss of $8 million on investments in new shops.", {"net_income value -8000000 USD"}),
    ("The acquisition will contribute $9 million this year.", {"other value 9000000 USD"}),
    ("It made the acquisition for $9 million, adding a brand.", {"deal_value value 9000000 USD"}),
    ("The burden of 12 cents a share is due to a strike.", {"other value 0.12 USD"}),
]

ITEMS = [
    ("It reported a profit excluding items of 41 cents.", {"eps value 0.41 USD"}),
    ("It sees profit per share excluding items of 41 cents to 44 cents.", {"eps value 0.41..0.44 USD"}),
    ("Excluding items of 3 cents a share, profit was 41 cents.", {"other value 0.03 USD", "eps value 0.41 USD"}),
    ("Profit included a charge of 3 cents a share.", {"other value 0.03 USD"}),
]

MOVED = [
    ("The move follows a 31 percent year-on-year slide in the brewer's profit.", {"net_income change_pct -31 %"}),
    (
        "Users climbed 11 percent from the previous quarter to 37 million.",
        {"users change_pct 11 %", "users value 37000000 count"},
    ),
    ("Its headcount fell by 1,200 to 14,800.", {"employees change_abs -1200 count", "employees value 14800 count"}),
    ("It will cut its workforce by 1,000 to 1,500.", {"job_cuts value 1000..1500 count"}),
    ("Its sales fell to a third of last year's level.", {"revenue change_pct -66.6667 %"}),
    (
        "Its revenue was $12 million in Asia, equivalent to a third of total turnover.",
        {"revenue value 12000000 USD", "other value 33.3333 %"},
    ),
    ("The miller generates about half its revenue abroad.", {"other value 50 %"}),
    ("Revenue rose by half.", {"revenue change_pct 50 %"}),
    (
        "The total dividend is 30 percent higher at 94 cents.",
        {"dividend_per_share change_pct 30 %", "dividend_per_share value 0.94 USD"},
    ),
    (
        "The total dividend is 30 percent higher at $94 million.",
        {"dividend_total change_pct 30 %", "dividend_total value 94000000 USD"},
    ),
]

WORDS = [
    ("Its pension deficit stood at $11 million.", {"other value 11000000 USD"}),
    ("The deficit in its pension scheme was $11 million.", {"other value 11000000 USD"}),
    ("The deficit was $11 million.", {"net_income value -11000000 USD"}),
    ("It set up a reserve for bad loans of $8 million.", {"provisions value 8000000 USD"}),
    ("It has bad loans of $8 million.", {"other value 8000000 USD"}),
    ("Issuance of collateralized debt obligations fell 70 percent.", set()),
    ("Its debt fell 70 percent.", {"debt change_pct -70 %"}),
    ("It cut the number of production lines by 20 percent.", set()),
    ("The miller, for which it paid $3.6 million in May, lost customers.", {"deal_value value 3600000 USD"}),
    ("Home closings tumbled 14 percent.", {"units_sold change_pct -14 %"}),
    ("Its interim result was $7 million.", {"net_income value 7000000 USD"}),
    ("It declared a quarterly distribution of 16 cents per common unit.", {"dividend_per_share value 0.16 USD"}),
    ("Net income was 66 cents per common unit.", {"eps value 0.66 USD"}),
    (
        "Economic net income, a gauge of the market valuation of its assets, of $19 million beat estimates.",
        {"net_income value 19000000 USD"},
    ),
    ("The company's retail sales dropped 17 percent.", {"revenue change_pct -17 %"}),
    ("Germany's retail sales dropped 17 percent.", set()),
    ("The yen's value rose 8 percent in the quarter, hurting earnings.", set()),
    ("It has a market worth of $23 billion.", {"market_cap value 23000000000 USD"}),
    ("The share of its revenue from ore fell to 32 percent.", {"other value 32 %"}),
    ("It raised $7 million in refinancing.", {"funding_raised value 7000000 USD"}),
    ("Output should reach 2 million bpd.", {"production value 2000000 count"}),
    ("It is targeting 2 million bpd.", {"production value 2000000 count"}),
    ("It sold 2 million barrels.", {"units_sold value 2000000 count"}),
    ("Prices for its display ads fell 7 percent.", set()),
    ("The plant is firing 1,400 workers.", {"job_cuts value 1400 count"}),
    ("It helps manage about $3 million invested in bonds.", {"assets_under_management value 3000000 USD"}),
    (
        "It repurchased shares in the quarter for a total cost of $34 million.",
        {"share_buyback value 34000000 USD"},
    ),
    ("Its financing was third at $2,768 per vehicle.", {"other value 2768 USD"}),
]

BEFORE_TAX = [
    ("A loss before income taxes of $39 million was the result.", {"pretax_profit value -39000000 USD"}),
    ("Profit before income taxes rose 5 percent.", {"pretax_profit change_pct 5 %"}),
    ("Income taxes rose 5 percent.", {"tax change_pct 5 %"}),
    ("Tax credits for the hybrid car halved.", set()),
    ("Its tax credits halved.", {"tax change_pct -50 %"}),
]

SHARES_OF_MARKETS = [
    ("It leads the caravan market with a 19 percent share.", {"market_share value 19 %"}),
    ("The maker ranked second with 13.6 percent of the market.", {"market_share value 13.6 %"}),
    ("It lost a quarter of its market value.", set()),
    ("It bought a 19 percent share in a rival.", {"stake value 19 %"}),
]

COMPARED = [
    (
        "It made a pretax profit of $17 million, up six percent from the year-ago figure of $16 million.",
        {"pretax_profit value 17000000 USD", "pretax_profit change_pct 6 %", "pretax_profit prior 16000000 USD"},
    ),
    (
        "It cut its sales forecast to 2.2 million units from an earlier 2.3 million.",
        {"units_sold value 2200000 count", "units_sold prior 2300000 count"},
    ),
    (
        "Analysts see net income of $29 million, or 27 cents a share, down from $32 million, or 28 cents, in 2010.",
        {
            "net_income value 29000000 USD consensus",
            "net_income prior 32000000 USD consensus",
            "eps value 0.27 USD consensus",
            "eps prior 0.28 USD consensus",
        },
    ),
    ("Growth in half year revenue was 6 percent.", {"revenue change_pct 6 %"}),
    ("It cut its costs in half.", {"costs change_pct -50 %"}),
]

ADDED = [
    (
        "Operating profit rose to $57 million, with higher sales helping to add $12 million.",
        {"ebit value 57000000 USD", "other value 12000000 USD"},
    ),
    ("The profit included about $6 million from an asset sale.", {"other value 6000000 USD"}),
    ("The profit was about $6 million from one unit.", {"net_income value 6000000 USD"}),
    (
        "Sales rose to $10 million, including $3 million for one drug.",
        {"revenue value 10000000 USD", "revenue value 3000000 USD"},
    ),
    ("It burned through $94 million cash in the quarter.", {"other value 94000000 USD"}),
    ("It had $94 million cash at the end of the quarter.", {"cash value 94000000 USD"}),
    ("Breakup values exceed $110 per share.", set()),
    ("It has sold 178 hotels since 2003.", {"other value 178 count"}),
    ("It has 178 hotels.", {"stores value 178 count"}),
]

BESIDE = [
    (
        "The miller earned $61 million, or 97 cents a share, for the quarter to August 3, down from $70 "
        "million, or $1.06 a share, the year before.",
        {
            "net_income value 61000000 USD",
            "net_income prior 70000000 USD",
            "eps value 0.97 USD",
            "eps prior 1.06 USD",
        },
    ),
    ("The miller sees earnings per share of 91 cents to $1.03.", {"eps value 0.91..1.03 USD"}),
    ("It expects earnings of 94 cents a share to $1.02 a share.", {"eps value 0.94..1.02 USD"}),
    ("Earnings per share rose to $1.02 from 94 cents.", {"eps value 1.02 USD", "eps prior 0.94 USD"}),
    (
        "Its profit will be low while sales at shops that are open longer will grow 2 percent.",
        {"organic_growth value 2 %"},
    ),
    ("It is racking up 452 firm orders.", {"order_intake value 452 count"}),
    (
        "It made a pro forma loss of 17 cents a share, compared with a pro forma loss of 11 cents a share.",
        {"eps value -0.17 USD", "eps prior -0.11 USD"},
    ),
    ("It spent $1.8 million in legal fees.", {"costs value 1800000 USD"}),
    ("The net income included 3 cents a share from a lawsuit that was won.", {"other value 0.03 USD"}),
    ("It reported net subscriber losses of 36,000.", {"subscribers change_abs -36000 count"}),
    ("Its shares sank late and had a loss of 2.3 percent at $71.40 a share.", set()),
    ("Its profit was up 12 percent at $1.20 a share.", {"eps value 1.2 USD", "eps change_pct 12 %"}),
]


NOUNS = [
    ("It was helped by a one-time $14 million gain, net of taxes.", {"other value 14000000 USD"}),
    (
        "It made a near trebling of profit to $2.9 million.",
        {"net_income change_pct 200 %", "net_income value 2900000 USD"},
    ),
    (
        "Its sales dipped 6.5 percent from a year ago to 16,420 units.",
        {"units_sold change_pct -6.5 %", "units_sold value 16420 count"},
    ),
    (
        "Its output grew 8 percent in May from a year earlier to 71 million tonnes.",
        {"production change_pct 8 %", "production value 71000000 count"},
    ),
    ("It intends to add 2,000 seasonal workers.", {"hires value 2000 count"}),
    ("It may keep its profit and paid $6.4 million to the parent.", set()),
    ("It has recalled more than 8 million vehicles.", {"other value 8000000 count"}),
    ("It sold more than 8 million vehicles.", {"units_sold value 8000000 count"}),
    ("The brewer controls almost half the local market.", {"market_share value 50 %"}),
    ("It raised its share of the U.S. market to 15 percent.", {"market_share value 15 %"}),
    ("Its share rose to 15 dollars.", set()),
    ("It expects to earn $81 million in pretax income.", {"pretax_profit value 81000000 USD"}),
    ("It expects to earn $81 million in the year.", {"net_income value 81000000 USD"}),
    (
        "The volume of transactions rose 10 percent to $68 million.",
        {"other change_pct 10 %", "other value 68000000 USD"},
    ),
    ("It would buy 3 percent of its market capitalization.", {"stake value 3 %"}),
    ("It pays out 40 percent of its profit.", {"payout_ratio value 40 %"}),
    ("It expects sales of its new phone to top 10 million.", {"units_sold value 10000000 count"}),
]


PARTS = [
    (
        "The profit of the quarter to May 28, 2007 was $42 million, or 84 cents each share, compared to a year-ago "
        "profit of $33 million, or 68 cents a share.",
        {
            "net_income value 42000000 USD",
            "net_income prior 33000000 USD",
            "eps value 0.84 USD",
            "eps prior 0.68 USD",
        },
    ),
    ("The stock went higher as its small 4 percent profit drop was foreseen.", {"net_income change_pct -4 %"}),
    (
        "It serves 2.1 million customers a week from nearly 770 stores.",
        {"customers value 2100000 count", "stores value 770 count"},
    ),
    (
        "Its customers rose to 2.1 million from 1.7 million customers.",
        {"customers value 2100000 count", "customers prior 1700000 count"},
    ),
    ("A loss before charges of 91 cents a share is in sight.", {"eps value -0.91 USD"}),
    ("It took charges of 93 cents per share.", {"other value 0.93 USD"}),
    ("It will have $4 million in mark-to-market losses.", {"other value -4000000 USD"}),
    ("It lost $9 million in subprime-related losses.", {"other value -9000000 USD"}),
    ("The unit contributed $55 million in pre-tax third-quarter earnings.", {"pretax_profit value 55000000 USD"}),
    ("It had saved $50 million during the quarter.", {"cost_savings value 50000000 USD"}),
    ("It wants to keep its share of the French bread market at 12 percent.", {"market_share value 12 %"}),
    ("It plans a record $19 million spending in chips and placed equipment orders.", set()),
    ("Its collapse is threatening 6,600 jobs.", {"job_cuts value 6600 count"}),
    ("Customers could buy it in 43 nations.", set()),
    (
        "Its net profit was $5 million, ahead of market estimates for a drop to $4 million.",
        {"net_income value 5000000 USD", "net_income value 4000000 USD consensus"},
    ),
    ("Its net profit beat market estimates and rose to $5 million.", {"net_income value 5000000 USD"}),
    ("Its shares, for which it plans a first dividend, remain down 15 percent.", set()),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    SIGNS
    + ONE_THING
    + ITEMS
    + MOVED
    + WORDS
    + BEFORE_TAX
    + PRETAX_AND_VALUE
    + SHARES_OF_MARKETS
    + COMPARED
    + ADDED
    + BESIDE
    + NOUNS
    + PARTS,
)
def test_what_it_says(text: str, expected: set[str]) -> None:
    assert said(text, "en") == expected
