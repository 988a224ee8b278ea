"""What English figures are compared with: the year before, what analysts expected, and by how much it was missed."""

from __future__ import annotations

from datetime import UTC, datetime

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
        "It had net income of $10.6 million, or 31 cents per diluted share, for its fourth quarter ended December 24, "
        "compared with a net loss of $10.9 million, or 38 cents per share, in the year-earlier quarter.",
        {
            "net_income value 10600000 USD",
            "net_income prior -10900000 USD",
            "eps value 0.31 USD",
            "eps prior -0.38 USD",
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
        "It expects earnings of $20 million, down from an October forecast ranging from $40 million to $44 million.",
        {"net_income value 20000000 USD", "net_income prior 40000000..44000000 USD"},
    ),
    (
        "Earnings per share would be $2.11 to $2.13 on revenue of $10.3 billion, compared with its previous forecast "
        "for earnings of $2.09 to $2.13 per share on revenue of $10 billion.",
        {
            "eps value 2.11..2.13 USD",
            "eps prior 2.09..2.13 USD",
            "revenue value 10300000000 USD",
            "revenue prior 10000000000 USD",
        },
    ),
    (
        "It raised its sales outlook to $475 million from a range of $400 million to $425 million.",
        {"revenue value 475000000 USD", "revenue prior 400000000..425000000 USD"},
    ),
    ("It expects a loss before charges of 15 cents a share.", {"eps value -0.15 USD"}),
    ("Net profit 107,000 vs 87,000 loss", {"net_income value 107000 EUR", "net_income prior -87000 EUR"}),
]

RANGES = [
    (
        "It expects a full-year profit of $3.61 per share to $3.65 per share.",
        {"eps value 3.61..3.65 USD"},
    ),
    (
        "It raised its dividend 1 cent to 16 cents a share.",
        {"dividend_per_share value 0.16 USD", "dividend_per_share change_abs 0.01 USD"},
    ),
]

RATIOS = [
    (
        "Its gross profit margin fell 6.8 percentage points to 30.8 percent of sales.",
        {"gross_margin value 30.8 %", "gross_margin change_abs -6.8 pp"},
    ),
    ("It expects earnings per share to rise by 6 percent to 10 percent.", {"eps change_pct 6..10 %"}),
    (
        "Its hedges boosted earnings by $156 million, or 77 cents per share.",
        {"other value 156000000 USD", "other change_abs 0.77 USD"},
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
        "It expects an impact of $200 million on income and $70 million on profits.",
        {"other value 200000000 USD", "other value 70000000 USD"},
    ),
    ("It agreed to pay $75 million to partially settle a class action lawsuit.", {"fine value 75000000 USD"}),
    ("It agreed to pay $75 million for a rival.", {"deal_value value 75000000 USD"}),
    ("The game industry is forecast to reach $57 billion in revenues this year.", set()),
    ("At $76 billion, its market value is now twice as big as Muster's.", {"market_cap value 76000000000 USD"}),
    ("The deal will add another 7 cents to 13 cents a share to earnings.", {"other value 0.07..0.13 USD"}),
    ("The deal added $5 million to revenue.", {"other value 5000000 USD"}),
    ("It added 5,000 customers to its network.", {"customers change_abs 5000 count"}),
    ("Earnings had benefited from $135 million in insurance payments.", set()),
    ("Revenue, helped by acquisitions, rose to $135 million.", {"revenue value 135000000 USD"}),
    (
        "At the club, whose members have an average income above $75,000, same-store sales rose 4 percent.",
        {"organic_growth value 4 %"},
    ),
    ("Revenue rose 2 percent despite a 3 percent decline in the global rig count.", {"revenue change_pct 2 %"}),
    ("It expects an 18 percent drop in net profit, assuming a 100 yen dollar.", {"net_income change_pct -18 %"}),
    ("It was hit by an explosion which killed 15 workers.", set()),
    ("It supports 1.4 million jobs in all 50 states.", set()),
    ("It delivered 42 planes, among them 777 and 787 planes.", {"units_sold value 42 count"}),
    (
        "Profit beat an average forecast of $4.9 billion, thanks to a 5 percent rise in oil and gas production to "
        "3.8 million barrels.",
        {
            "net_income value 4900000000 USD consensus",
            "production value 3800000 count",
            "production change_pct 5 %",
        },
    ),
    ("Its new console will cost 60 percent more than a rival's.", set()),
    ("Its market value is five times larger than Muster's.", set()),
    ("It gained from strong sales of computers, and raised its full-year forecast by 2 percent.", set()),
    ("It raised its profit forecast by 2 percent.", {"net_income change_pct 2 %"}),
]

EXPECTED = [
    (
        "Earnings beat the 76 cents per share that was the average estimate of analysts.",
        {"eps value 0.76 USD consensus"},
    ),
    (
        "EBIT profit amounted to $104 million against a forecast $66 million.",
        {"ebit value 104000000 USD", "ebit value 66000000 USD consensus"},
    ),
    ("The results exceeded by 40 percent the average analyst forecast of $4.37.", {"eps value 4.37 USD consensus"}),
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
    ("Sales of those businesses would bring in more than $5 billion.", {"deal_value value 5000000000 USD"}),
    (
        "It made a net profit of $759 million, in line with a forecast for $752 million.",
        {"net_income value 759000000 USD", "net_income value 752000000 USD consensus"},
    ),
    ("It targets a return on sales of 9 percent.", {"ebit_margin value 9 %"}),
    ("It targets a return on investment of 9 percent.", {"other value 9 %"}),
    ("The film grossed $600 million.", {"other value 600000000 USD"}),
    (
        "It had interest income, net income to common, and diluted EPS of $236.5M, $208.7M, and $1.86.",
        {"net_interest_income value 236500000 USD", "net_income value 208700000 USD", "eps value 1.86 USD"},
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
        "It predicts a profit of 5.5 billion yen, assuming a yen/dollar rate of 147 yen.",
        {"net_income value 5500000000 JPY"},
    ),
    (
        "It saw underlying sales in Asia, which accounts for 14 percent of sales, rise 6 percent.",
        {"other value 14 %", "organic_growth value 6 %"},
    ),
    (
        "It would cut administrative expenses by $30 million and marketing costs by $110 million.",
        {"cost_savings value 30000000 USD", "cost_savings value 110000000 USD"},
    ),
    (
        "The insurer saw a 6 percent dip in net premiums earned to $3.27 billion.",
        {"premiums value 3270000000 USD", "premiums change_pct -6 %"},
    ),
    (
        "Worldwide purchase volume increased 12 percent to $734 billion.",
        {"other value 734000000000 USD", "other change_pct 12 %"},
    ),
    (
        "It struck a deal to sell its outpatient rehabilitation division to privately held Select for about $245 "
        "million in cash.",
        {"deal_value value 245000000 USD"},
    ),
    ("Underlying replacement cost profit fell to $5.2 billion.", {"net_income value 5200000000 USD"}),
    ("It is cutting $400 million in selling, general and administrative costs.", {"cost_savings value 400000000 USD"}),
    ("The number of sales representatives rose 1 percent.", {"employees change_pct 1 %"}),
    ("It keeps an investment grade rating on debt of $5 billion.", {"debt value 5000000000 USD"}),
]
ALL = YEAR_AGO + BESIDE_SALES + RANGES + RATIOS + OF_OTHERS + EXPECTED + BUYBACKS + NAMES


@pytest.mark.parametrize(("text", "facts"), ALL, ids=[text[:60] for text, _ in ALL])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts


def test_a_comparison_goes_on_with_both_figures() -> None:
    text = (
        "Intel reported net earnings of $223 million, or 34 cents a share. That was down from $284 million, or 43 "
        "cents a share, for the same quarter a year ago."
    )
    facts = {fact.metric: fact for fact in read(Article("test", text, language="en")).facts}
    assert [fact.prior and fact.prior.printed for fact in facts.values()] == ["$284 million", "43 cents"]


def test_an_estimate_is_as_organic_as_what_it_is_held_against() -> None:
    text = "Global sales at Intel cafes open at least a year rose 8 percent, against the 6 percent analysts expected."
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.kind) for fact in facts] == [
        ("organic_growth", "actual"),
        ("organic_growth", "consensus"),
    ]


def test_what_had_been_expected_is_what_a_plan_is_compared_with() -> None:
    text = (
        "Intel forecast earnings of $1 per share on revenue of about $1 billion. It had expected a profit of 77 cents "
        "to 87 cents a share on revenue of $925 million to $975 million."
    )
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.prior is not None, fact.basis) for fact in facts] == [
        ("eps", True, "guidance"),
        ("revenue", True, "guidance"),
    ]


def test_the_year_before_stands_behind_both_figures() -> None:
    text = (
        "Intel's net profit was $9 million, or 43 cents per share. It earned $10 million, or 50 cents per share, in "
        "the year-ago quarter."
    )
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.prior and fact.prior.printed) for fact in facts] == [
        ("net_income", "$10 million"),
        ("eps", "50 cents"),
    ]


def test_sales_at_stores_that_are_open_for_long_are_organic() -> None:
    text = "Intel posted a 1.9 percent rise in July sales at stores open at least a year."
    fact = read(Article("test", text, language="en")).facts[0]
    assert (fact.metric, fact.value and fact.value.printed) == ("organic_growth", "1.9 percent")


def test_a_plan_within_some_years_is_for_the_last_of_them() -> None:
    day = datetime(2012, 5, 2, tzinfo=UTC)
    text = "Intel aims for 30 percent of sales from Asia within five years."
    fact = read(Article("test", text, language="en", published_at=day)).facts[0]
    assert fact.period is not None
    assert fact.period.label == "2017"


def test_bare_sales_beside_pieces_are_pieces() -> None:
    text = "Intel shipped 26 million phones. Sales of the tablet came in at 14 million."
    facts = read(Article("test", text, language="en")).facts
    assert [(fact.metric, fact.value and fact.value.unit) for fact in facts] == [("units_sold", "count")] * 2


@pytest.mark.parametrize("basis", ["on that basis", "before items", "on the same basis"])
def test_a_basis_is_no_comparison(basis: str) -> None:
    fact = read(Article("test", f"Intel expects a loss of $50 million {basis} in 2007.", language="en")).facts[0]
    assert fact.period is not None
    assert fact.period.label == "2007"


def test_what_beat_the_estimates_is_none() -> None:
    text = "Intel beat forecasts with a net profit of $2.1 billion, down 6 percent from a year earlier."
    fact = read(Article("test", text, language="en")).facts[0]
    assert (fact.kind, fact.change_pct and fact.change_pct.value) == ("actual", -6)


def test_an_estimate_of_another_figure_is_not_adjusted() -> None:
    text = (
        "Intel targets sales growth of 7 to 9 percent, excluding the impact of one-time items. "
        "Analysts expected a profit of $1.78 per share on revenue of $37.8 billion."
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
