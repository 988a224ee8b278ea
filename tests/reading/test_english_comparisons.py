"""What English figures are compared with: the year before, what analysts expected, and by how much it was missed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read
from tests.reading.test_statements import said

YEAR_AGO = [
    (
        "Its dividend came to EUR 1.70 a share (previous year: EUR 1.30).",
        {"dividend_per_share value 1.7 EUR", "dividend_per_share prior 1.3 EUR"},
    ),
    (
        "Revenue was EUR 17.5 million (prior year: EUR 12.5 million).",
        {"revenue value 17500000 EUR", "revenue prior 12500000 EUR"},
    ),
    (
        "Profit from candles grew to $87 million after posting a $51 million loss the year before.",
        {"net_income value 87000000 USD", "net_income prior -51000000 USD"},
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
        "Its market share of 38 percent was above analysts' consensus of 37 percent and up from 34 percent in 2010.",
        {"market_share value 38 %", "market_share prior 34 %", "market_share value 37 % consensus"},
    ),
    (
        "Its yearly dividend was raised 15 percent to 46 cents.",
        {"dividend_per_share value 0.46 USD", "dividend_per_share change_pct 15 %"},
    ),
    ("It raised its dividend 1 cent.", {"dividend_per_share change_abs 0.01 USD"}),
    ("It raised its dividend to 16 cents a share.", {"dividend_per_share value 0.16 USD"}),
]

BESIDE_SALES = [
    (
        "It posted net income of $5 million, or 20 cents a share, on revenue of $55 million, compared with net income "
        "of $3 million, or 12 cents a share, on revenue of $40 million a year earlier.",
        {
            "net_income value 5000000 USD",
            "net_income prior 3000000 USD",
            "eps value 0.2 USD",
            "eps prior 0.12 USD",
            "revenue value 55000000 USD",
            "revenue prior 40000000 USD",
        },
    ),
    (
        "It earned $5 million on sales of $55 million, up from $3 million on sales of $40 million.",
        {
            "net_income value 5000000 USD",
            "net_income prior 3000000 USD",
            "revenue value 55000000 USD",
            "revenue prior 40000000 USD",
        },
    ),
    (
        "Net income was $5 million, compared with a loss of $4 million a year earlier, on revenue of $60 million.",
        {"net_income value 5000000 USD", "net_income prior -4000000 USD", "revenue value 60000000 USD"},
    ),
    (
        "For the quarter that ended on December 24 it had net income of $8 million, or 21 cents per diluted share, "
        "compared with a net loss of $9 million, or 24 cents, in that quarter of the year before.",
        {
            "net_income value 8000000 USD",
            "net_income prior -9000000 USD",
            "eps value 0.21 USD",
            "eps prior -0.24 USD",
        },
    ),
    (
        "It reported net income of $2.2 million or 66 cents per share on revenues of $68 million, up from $1.1 million "
        "or 37 cents per share on revenues of $41 million a year before.",
        {
            "net_income value 2200000 USD",
            "net_income prior 1100000 USD",
            "eps value 0.66 USD",
            "eps prior 0.37 USD",
            "revenue value 68000000 USD",
            "revenue prior 41000000 USD",
        },
    ),
    (
        "Its earnings will be $20 million, down from a May forecast ranging from $30 million to $34 million.",
        {"net_income value 20000000 USD", "net_income prior 30000000..34000000 USD"},
    ),
    (
        "It now sees earnings per share of $3.20 to $3.30 and revenue of $8 billion, compared with its previous plan "
        "for earnings of $3 to $3.10 a share on revenue of $7 billion.",
        {
            "eps value 3.20..3.30 USD",
            "eps prior 3..3.10 USD",
            "revenue value 8000000000 USD",
            "revenue prior 7000000000 USD",
        },
    ),
    (
        "It raised its sales outlook to $80 million from a range of $60 million to $70 million.",
        {"revenue value 80000000 USD", "revenue prior 60000000..70000000 USD"},
    ),
    ("Its loss before charges will be 12 cents a share.", {"eps value -0.12 USD"}),
    ("Net profit 107,000 vs 87,000 loss", {"net_income value 107000 EUR", "net_income prior -87000 EUR"}),
]

RANGES = [
    (
        "Its profit for the year will be $4.10 per share to $4.20 per share.",
        {"eps value 4.10..4.20 USD"},
    ),
    (
        "It raised its dividend 1 cent to 16 cents a share.",
        {"dividend_per_share value 0.16 USD", "dividend_per_share change_abs 0.01 USD"},
    ),
]

RATIOS = [
    (
        "Its gross profit margin shrank 4.5 percentage points to 25.5 percent of sales.",
        {"gross_margin value 25.5 %", "gross_margin change_abs -4.5 pp"},
    ),
    ("Its earnings per share are expected to rise by 4 percent to 7 percent.", {"eps change_pct 4..7 %"}),
    (
        "Its hedges boosted earnings by $90 million, or 45 cents per share.",
        {"other value 90000000 USD", "other value 0.45 USD"},
    ),
    (
        "The combined ratio improved 3.4 points to 101.6.",
        {"combined_ratio value 101.6 %", "combined_ratio change_abs -3.4 pp"},
    ),
    ("The combined ratio rose to 99.9 from 98.8.", {"combined_ratio value 99.9 %", "combined_ratio prior 98.8 %"}),
    ("The margin improved 3.4 points to 21.6 percent.", {"ebit_margin value 21.6 %", "ebit_margin change_abs 3.4 pp"}),
]

OF_OTHERS = [
    (
        "The strike will have an impact of $30 million on income, and of $20 million on profits.",
        {"other value 30000000 USD", "other value 20000000 USD"},
    ),
    ("It will pay $45 million to settle a part of the lawsuit.", {"fine value 45000000 USD"}),
    ("It agreed to pay $75 million for a rival.", {"deal_value value 75000000 USD"}),
    ("The toy industry is forecast to reach revenues of $40 billion by 2030.", set()),
    ("At $30 billion its market value is twice as big as Muster's.", {"market_cap value 30000000000 USD"}),
    ("The deal will add between 5 and 8 cents a share to earnings.", {"other value 0.05..0.08 USD"}),
    ("The deal added $5 million to revenue.", {"other value 5000000 USD"}),
    ("It added 5,000 customers to its network.", {"customers change_abs 5000 count"}),
    ("Earnings benefited from $20 million in payments of its insurers.", set()),
    ("Revenue, helped by acquisitions, rose to $135 million.", {"revenue value 135000000 USD"}),
    (
        "At the club, whose members have an average income of $60,000, same-store sales rose 4 percent.",
        {"organic_growth value 4 %"},
    ),
    ("Revenue rose 2 percent despite a 3 percent decline in the number of rigs.", {"revenue change_pct 2 %"}),
    ("It expects a 15 percent drop in net profit, assuming a 90 yen dollar.", {"net_income change_pct -15 %"}),
    ("It was hit by a fire which killed 3 workers.", set()),
    ("It supports 2 million jobs in all 50 states.", set()),
    ("It delivered 42 planes, among them 777 and 787 planes.", {"units_sold value 42 count"}),
    (
        "Profit beat an average forecast of $2 billion, as its oil and gas production rose 6 percent to "
        "4 million barrels.",
        {
            "net_income value 2000000000 USD consensus",
            "production value 4000000 count",
            "production change_pct 6 %",
        },
    ),
    ("Its new console will cost 60 percent more than a rival's.", set()),
    ("Its market value is five times larger than Muster's.", set()),
    ("It gained from strong sales of computers, and raised its full-year forecast by 2 percent.", set()),
    ("It raised its profit forecast by 2 percent.", {"net_income change_pct 2 %"}),
]

EXPECTED = [
    (
        "Earnings beat the 66 cents a share that was the analysts' average estimate.",
        {"eps value 0.66 USD consensus"},
    ),
    (
        "EBIT profit came to $90 million against a forecast $70 million.",
        {"ebit value 90000000 USD", "ebit value 70000000 USD consensus"},
    ),
    ("The result exceeded by 20 percent an average analyst forecast of $3.50.", {"eps value 3.5 USD consensus"}),
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
        "Net profit was $80 million, boosted by the $30 million sale of a stake, against an average forecast of "
        "$70 million.",
        {
            "net_income value 80000000 USD",
            "deal_value value 30000000 USD",
            "net_income value 70000000 USD consensus",
        },
    ),
]

BUYBACKS = [
    ("It would buy $1 billion back this year.", {"share_buyback value 1000000000 USD"}),
    ("It would purchase up to about $1 billion of its shares.", {"share_buyback value 1000000000 USD"}),
    ("It would purchase $1 billion in stock.", {"share_buyback value 1000000000 USD"}),
    ("It bought a rival for $5 billion in stock.", {"deal_value value 5000000000 USD"}),
    ("It agreed to sell its half of the venture for $3 billion in cash.", {"deal_value value 3000000000 USD"}),
]

NAMES = [
    ("Sales of those businesses would bring in more than $5 billion.", {"deal_value value 5000000000 USD"}),
    (
        "It made a net profit of $59 million, in line with a forecast for $58 million.",
        {"net_income value 59000000 USD", "net_income value 58000000 USD consensus"},
    ),
    ("It targets a return on sales of 9 percent.", {"ebit_margin value 9 %"}),
    ("It targets a return on investment of 9 percent.", {"other value 9 %"}),
    ("The film grossed $600 million.", {"other value 600000000 USD"}),
    (
        "Its interest income, net income and diluted EPS were $200M, $150M and $1.50.",
        {"net_interest_income value 200000000 USD", "net_income value 150000000 USD", "eps value 1.5 USD"},
    ),
    (
        "It had revenue and profit of $5 million and $1 million.",
        {"revenue value 5000000 USD", "net_income value 1000000 USD"},
    ),
    (
        "It had a profit of $5 million and a margin of 3 percent.",
        {"net_income value 5000000 USD", "ebit_margin value 3 %"},
    ),
    ("Its gross loss widened to $1.6 million.", {"gross_profit value -1600000 USD"}),
    ("Its proven reserves rose to 6.7 million ounces.", {"other value 6700000 count"}),
    ("It sold 5 million tonnes.", {"units_sold value 5000000 count"}),
    ("It raised $5 billion from asset sales.", {"deal_value value 5000000000 USD"}),
    ("It sold assets worth $5 billion.", {"deal_value value 5000000000 USD"}),
    ("It had assets of $5 billion.", {"total_assets value 5000000000 USD"}),
    (
        "It predicts a profit of 4 billion yen, assuming a yen/dollar rate of 120 yen.",
        {"net_income value 4000000000 JPY"},
    ),
    (
        "It saw underlying sales in Asia, which accounts for 14 percent of sales, rise 6 percent.",
        {"other value 14 %", "organic_growth value 6 %"},
    ),
    (
        "It would cut administrative expenses by $40 million and marketing costs by $60 million.",
        {"cost_savings value 40000000 USD", "cost_savings value 60000000 USD"},
    ),
    (
        "The insurer had a 5 percent dip in net premiums earned, to $2 billion.",
        {"premiums value 2000000000 USD", "premiums change_pct -5 %"},
    ),
    (
        "Its purchase volume increased 10 percent to $500 billion.",
        {"other value 500000000000 USD", "other change_pct 10 %"},
    ),
    (
        "It struck a deal with a private firm, to which it will sell its dental division for about $90 "
        "million in cash.",
        {"deal_value value 90000000 USD"},
    ),
    ("Its replacement cost profit fell to $4 billion.", {"net_income value 4000000000 USD"}),
    ("It is cutting $300 million of general and administrative costs.", {"cost_savings value 300000000 USD"}),
    ("The number of sales representatives rose 1 percent.", {"employees change_pct 1 %"}),
    ("It keeps an investment grade rating on debt of $5 billion.", {"debt value 5000000000 USD"}),
]
ALL = YEAR_AGO + BESIDE_SALES + RANGES + RATIOS + OF_OTHERS + EXPECTED + BUYBACKS + NAMES


@pytest.mark.parametrize(("text", "facts"), ALL, ids=[text[:60] for text, _ in ALL])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts


def test_a_comparison_goes_on_with_both_figures() -> None:
    text = (
        "Intel had net earnings of $50 million, or 25 cents a share. That was down from $60 million, or 30 cents, "
        "in the third quarter of last year."
    )
    facts = {fact.metric: fact for fact in read(Article("test", text, language="en")).facts}
    assert [fact.prior and fact.prior.printed for fact in facts.values()] == ["$60 million", "30 cents"]


def test_an_estimate_is_as_organic_as_what_it_is_held_against() -> None:
    text = "Global sales at Intel cafes open at least a year rose 8 percent, against the 6 percent analysts expected."
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.kind) for fact in facts] == [
        ("organic_growth", "actual"),
        ("organic_growth", "consensus"),
    ]


def test_what_had_been_expected_is_what_a_plan_is_compared_with() -> None:
    text = (
        "Intel forecasts earnings of $2 a share and revenue of $2 billion. It had expected a profit of $1.60 "
        "to $1.70 per share and revenue of $1.8 billion to $1.9 billion."
    )
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.prior is not None, fact.basis) for fact in facts] == [
        ("eps", True, "guidance"),
        ("revenue", True, "guidance"),
    ]


def test_the_year_before_stands_behind_both_figures() -> None:
    text = (
        "Intel's net profit was $8 million, or 32 cents per share. It had earned $9 million, or 36 cents a share, in "
        "the year-ago quarter."
    )
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.prior and fact.prior.printed) for fact in facts] == [
        ("net_income", "$9 million"),
        ("eps", "36 cents"),
    ]


def test_sales_at_stores_that_are_open_for_long_are_organic() -> None:
    text = "Intel told of a 2.5 percent rise in sales at stores that are open at least a year."
    fact = read(Article("test", text, language="en")).facts[0]
    assert (fact.metric, fact.value and fact.value.printed) == ("organic_growth", "2.5 percent")


def test_a_plan_within_some_years_is_for_the_last_of_them() -> None:
    day = datetime(2012, 5, 2, tzinfo=UTC)
    text = "Intel aims for 30 percent of sales from Asia within five years."
    fact = read(Article("test", text, language="en", published_at=day)).facts[0]
    assert fact.period is not None
    assert fact.period.label == "2017"


def test_bare_sales_beside_pieces_are_pieces() -> None:
    text = "Intel shipped 20 million phones. Sales of its watch came in at 5 million."
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.value and fact.value.unit) for fact in facts] == [("units_sold", "count")] * 2


@pytest.mark.parametrize("basis", ["on that basis", "before items", "on the same basis"])
def test_a_basis_is_no_comparison(basis: str) -> None:
    fact = read(Article("test", f"Intel expects a loss of $50 million {basis} in 2007.", language="en")).facts[0]
    assert fact.period is not None
    assert fact.period.label == "2007"


def test_what_beat_the_estimates_is_none() -> None:
    text = "Intel beat forecasts with a net profit of $3 billion, down 6 percent from 2010."
    fact = read(Article("test", text, language="en")).facts[0]
    assert (fact.kind, fact.change_pct and fact.change_pct.value) == ("actual", -6)


def test_an_estimate_of_another_figure_is_not_adjusted() -> None:
    text = (
        "Intel wants sales to grow 5 to 6 percent without the impact of one-time items. "
        "Analysts expected $1.50 per share and revenue of $30 billion."
    )
    revenue = read(Article("test", text, language="en")).facts[-1]
    assert (revenue.metric, revenue.kind, revenue.adjusted) == ("revenue", "consensus", False)


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


@pytest.mark.parametrize(
    ("behind", "prior", "by", "basis"),
    [
        ("It sells chips.", None, "10 cents", "consensus"),
        ("That compares with 36 cents per share a year earlier.", "36 cents", None, "yoy"),
    ],
)
def test_a_figure_is_compared_with_the_year_before_rather_than_with_estimates(
    behind: str, prior: str | None, by: str | None, basis: str
) -> None:
    text = f"Intel news\n\nIntel earned 46 cents per share, beating forecasts by 10 cents. {behind}"
    fact = read(Article("test", text, language="en")).facts[0]
    assert (fact.prior and fact.prior.printed, fact.change_abs and fact.change_abs.printed) == (prior, by)
    assert fact.basis == basis
