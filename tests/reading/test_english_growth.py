"""How English states growth, parts of a whole and amounts of one share: own sentences, and what they say."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read
from tests.reading.test_statements import said

STANDSTILL = [
    ("It expects sales to be flat to down 3 percent.", {"revenue change_pct -3..0 %"}),
    ("It sees comparable sales ranging from flat to up 2 percent.", {"organic_growth value 0..2 %"}),
    ("Sales will be down 2 percent to flat.", {"revenue change_pct -2..0 %"}),
    ("Sales are expected to be flat to 3 percent higher.", {"revenue change_pct 0..3 %"}),
    ("It sees lending income unchanged to up 4 percent.", {"net_interest_income change_pct 0..4 %"}),
    ("Sales were flat and profit fell 3 percent.", {"net_income change_pct -3 %"}),
    ("Sales fell 3 percent and flat margins hurt.", {"revenue change_pct -3 %"}),
    ("Sales were flat, and are to rise 3 percent.", {"revenue change_pct 3 %"}),
]
CURRENCIES = [
    ("Growth was 6 percent after currency adjustments.", {"organic_growth value 6 %"}),
    ("At constant exchange rates, growth came to 6 percent.", {"organic_growth value 6 %"}),
    (
        "Sales there rose 16 percent (6 percent at constant currency) to $5.3 billion.",
        {"revenue change_pct 16 %", "revenue change_pct 6 %", "revenue value 5300000000 USD"},
    ),
    ("Growth was 6 percent in the industry.", set()),
    ("Volumes showed growth of 6 percent before a strong currency hurt.", {"units_sold change_pct 6 %"}),
]
PARTS = [
    ("The chain contributed about 14 percent to total premiums.", {"other value 14 %"}),
    ("Candles contributed 12 percent to sales.", {"other value 12 %"}),
    ("Candles contributed to a 12 percent rise in sales.", {"revenue change_pct 12 %"}),
    ("It contributed $5 million to a fund.", set()),
]
OF_ONE_SHARE = [
    ("It now expects to earn $1.95 to $2 for the year.", {"eps value 1.95..2 USD"}),
    ("It expects to lose 8 cents a share.", {"eps value -0.08 USD"}),
    ("It may lose $5 million this year.", {"net_income value -5000000 USD"}),
    ("It could lose 8 percent of its customers.", set()),
    ("It expects to earn $2 million to $3 million.", {"net_income value 2000000..3000000 USD"}),
]
AMOUNTS = [
    (
        "It posted a net loss of $71,000, compared with a loss of $2.9 million.",
        {"net_income value -71000 USD", "net_income prior -2900000 USD"},
    ),
    ("He made a profit of $71,000.", set()),
    (
        "Its margin fell to 3 percent from 3.1 percent in the fourth quarter and 3.2 percent in the year-ago quarter.",
        {"ebit_margin value 3 %", "ebit_margin prior 3.2 %"},
    ),
    (
        "The bank, which paid $2 billion for the deal, ended the year with $4.8 billion in cash.",
        {"deal_value value 2000000000 USD", "cash value 4800000000 USD"},
    ),
    (
        "New signings rose 12 percent to $14 billion.",
        {"order_intake change_pct 12 %", "order_intake value 14000000000 USD"},
    ),
]
OTHERS = [
    ("It will buy $350 million in convertible senior notes.", set()),
    ("It agreed to buy about $5 billion of mortgage bonds.", set()),
    ("It bought the chain for $5 billion in cash and debt.", {"deal_value value 5000000000 USD"}),
    ("It wants to buy $5 billion of rivals.", {"deal_value value 5000000000 USD"}),
    ("A combined ratio below 100 percent indicates an underwriting profit.", set()),
    ("A combined ratio of 94 percent pleased the insurer.", {"combined_ratio value 94 %"}),
    (
        "Excluding fees and a $9 million revenue gain, revenue rose 5 percent to $89 million.",
        {"other value 9000000 USD", "revenue change_pct 5 %", "revenue value 89000000 USD"},
    ),
    ("Excluding items, it made a $9 million profit.", {"net_income value 9000000 USD"}),
    (
        "It spent $151 million on shipping, up from $112 million a year earlier.",
        {"costs value 151000000 USD", "costs prior 112000000 USD"},
    ),
    ("It spent $151 million on shipping.", set()),
    ("It spent $300 million on new plants.", {"capex value 300000000 USD"}),
    (
        "It spent $30 million, up 5 percent, on research.",
        {"rd_expense value 30000000 USD", "rd_expense change_pct 5 %"},
    ),
    (
        "It lifted its gross margin 3 points, to 36.9 percent of sales.",
        {"gross_margin change_abs 3 pp", "gross_margin value 36.9 %"},
    ),
    (
        "Its gross margin rose, and chips made up 36 percent of sales.",
        {"other value 36 %"},
    ),
]
FORETOLD = [
    (
        "It was expected to have earned $128 million on revenue of $896 million, according to the average forecast.",
        {"net_income value 128000000 USD consensus", "revenue value 896000000 USD consensus"},
    ),
    (
        "Sales rose to $92 million, above the $90 million that analysts were expecting.",
        {"revenue value 92000000 USD", "revenue value 90000000 USD consensus"},
    ),
    ("Sales were expected to rise 5 percent this year, it said.", {"revenue change_pct 5 %"}),
    ("According to its chief, it was expected to earn $9 million.", {"net_income value 9000000 USD"}),
]
THINGS = [
    ("Costs came from the repayment of debt of $58 million.", {"costs value 58000000 USD"}),
    ("It raised its sales incentives by 7 percent.", set()),
    ("Its debt fell to $58 million.", {"debt value 58000000 USD"}),
    ("Overall auto sales came to 13 million vehicles on a seasonally adjusted basis.", set()),
]
OLD_GROWTH = [
    (
        "It expects same-store sales to grow 5 to 8 percent, more than its previous forecast for an increase "
        "of 3 percent to 5 percent.",
        {"organic_growth value 5..8 %", "organic_growth prior 3..5 %"},
    ),
    (
        "It expects sales to rise 8 percent, compared with its earlier forecast for growth of 5 percent.",
        {"revenue change_pct 8 %"},
    ),
    (
        "It expects sales to fall 8 percent, versus a prior forecast for a decline of 5 percent.",
        {"revenue change_pct -8 %"},
    ),
    (
        "It expects sales to rise 8 percent, above its previous forecast of a 5 percent increase.",
        {"revenue change_pct 8 %"},
    ),
    (
        "It sees sales up 3 percent, down from a prior view for a rise of 5 to 7 percent.",
        {"revenue change_pct 3 %"},
    ),
    (
        "Sales rose 3 percent from an earlier low, and profit rose 5 percent.",
        {"revenue change_pct 3 %", "net_income change_pct 5 %"},
    ),
]
MULTIPLES = [
    ("The hands did well, in some cases doubling productivity.", set()),
    ("Profit rose, doubling to $5 million.", {"net_income change_pct 100 %", "net_income value 5000000 USD"}),
    ("It grew by doubling its output.", {"production change_pct 100 %"}),
    ("The phone starts at $99 with a contract.", set()),
    ("It won a contract of $99 million.", {"order_intake value 99000000 USD"}),
]
ANALYSTS = [
    (
        "Excluding a gain of 2 cents, it earned 67 cents per share, missing the average estimate by 3 cents.",
        {"other value 0.02 USD", "eps value 0.67 USD", "eps change_abs -0.03 USD"},
    ),
    (
        "It earned 67 cents per share on sales of $5 million, beating estimates by 3 cents.",
        {"eps value 0.67 USD", "revenue value 5000000 USD", "eps change_abs 0.03 USD"},
    ),
    ("Analysts lauded its operating margin, which was 8.3 percent.", {"ebit_margin value 8.3 %"}),
    ("Subscribers to the Wall Street Journal's site rose tenfold.", {"subscribers change_pct 900 %"}),
    (
        "Profit beat the mean forecast of $46 million.",
        {"net_income value 46000000 USD consensus"},
    ),
    (
        "Sales fell to $61 million, beating the $57 million seen by analysts.",
        {"revenue value 61000000 USD", "revenue value 57000000 USD consensus"},
    ),
    ("Wall Street expected sales of $57 million.", {"revenue value 57000000 USD consensus"}),
]
PLANS = [
    ("It lifted its 2007 earnings outlook 25 cents a share.", set()),
    ("It raised its profit outlook $2 million.", set()),
    ("It cut its earnings forecast to 25 cents per share.", {"eps value 0.25 USD"}),
    ("It raised its earnings forecast by 2 cents a share to $1.20.", {"eps value 1.2 USD"}),
    ("Its profit is seen falling 35 percent.", {"net_income change_pct -35 % consensus"}),
    (
        "Its sales are seen down 15 percent at $9 million.",
        {"revenue change_pct -15 % consensus", "revenue value 9000000 USD consensus"},
    ),
    ("It has seen sales fall 15 percent.", {"revenue change_pct -15 %"}),
]
OF_REVENUE = [
    (
        "Operating profit was $7 million, or 4.8 percent of sales, against 3.6 percent a year ago.",
        {"ebit value 7000000 USD", "ebit_margin value 4.8 %", "ebit_margin prior 3.6 %"},
    ),
    (
        "Operating profit was $7 million, or 4.8 percent higher.",
        {"ebit value 7000000 USD", "ebit change_pct 4.8 %"},
    ),
    ("It took a $61 million pretax loss provision.", {"provisions value 61000000 USD"}),
    ("It took a $61 million pretax loss.", {"pretax_profit value -61000000 USD"}),
    ("The Wall Street Journal said its profit reached $43 million.", {"net_income value 43000000 USD"}),
]
JOINED = [
    (
        "Revenue per room rose 6.6 percent at its hotels worldwide and 5.2 percent in America.",
        {"other change_pct 6.6 %", "other change_pct 5.2 %"},
    ),
    (
        "Output fell 6 percent in Asia and about 5 percent in America.",
        {"production change_pct -6 %", "production change_pct -5 %"},
    ),
    ("Sales rose 6 percent and the margin 20 percent.", {"revenue change_pct 6 %", "ebit_margin value 20 %"}),
    (
        "Sales rose 6 percent in Asia and its market share was 5 percent.",
        {"revenue change_pct 6 %", "market_share value 5 %"},
    ),
    (
        "Shares rose 5 percent to close at $129.02 as it posted a surprising 12 percent jump in quarterly profit.",
        {"net_income change_pct 12 %"},
    ),
    ("It will cut some 900 jobs and shut down 25 sites.", {"job_cuts value 900 count"}),
    ("It will cut 800 jobs and 25 managers.", {"job_cuts value 800 count"}),
    (
        "Excluding some $400 million of special items, it posted earnings of $1.94 a share.",
        {"other value 400000000 USD", "eps value 1.94 USD"},
    ),
]
ALL = (
    ANALYSTS
    + PLANS
    + OF_REVENUE
    + JOINED
    + OLD_GROWTH
    + MULTIPLES
    + FORETOLD
    + THINGS
    + OTHERS
    + STANDSTILL
    + CURRENCIES
    + PARTS
    + OF_ONE_SHARE
    + AMOUNTS
)


@pytest.mark.parametrize(("text", "facts"), ALL, ids=[text[:60] for text, _ in ALL])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts


def test_a_share_goes_on_with_the_whole_of_the_sentence_before() -> None:
    text = "At Intel, chips account for 13 percent of sales. The server arm accounts for 26 percent."
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.value and fact.value.printed) for fact in facts] == [
        ("other", "13 percent"),
        ("other", "26 percent"),
    ]


def test_the_cash_with_which_a_quarter_ended_is_no_plan() -> None:
    text = "Some want more money - the company ended the third quarter with $146 million in cash."
    (fact,) = read(Article("test", f"Intel did well. {text}", language="en")).facts
    assert (fact.metric, fact.kind) == ("cash", "actual")


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("sales to shrink 2 to 4 percent from last quarter", "qoq"),
        ("sales to grow 3 percent over last quarter", "qoq"),
        ("sales to grow 3 percent from last year", "yoy"),
        ("sales to grow 3 percent", "yoy"),
    ],
)
def test_what_is_compared_with_the_last_quarter(words: str, basis: str) -> None:
    (fact,) = read(Article("test", f"Intel expects {words}.", language="en")).facts
    assert fact.basis == basis
