"""Figures of something else than the metric near them: own sentences, and what they say."""

from __future__ import annotations

import pytest

from kennzahl.facts import Span
from kennzahl.reading.layout import lay_out
from kennzahl.reading.mentions import quantities
from kennzahl.reading.sentences import split
from kennzahl.reading.statements import speak
from tests.reading.test_statements import said

ENGLISH = [
    # how good or dear a thing is
    ("Orders may come once an engine is 15 percent more efficient.", set()),
    ("Customers found homes that were 3 percent more expensive.", set()),
    ("Its drills are 30 percent cheaper, and sales rose 5 percent.", {"revenue change_pct 5 %"}),
    ("Sales rose 6.7 percent, slower than in May.", {"revenue change_pct 6.7 %"}),
    ("Costs were 5 percent higher.", {"costs change_pct 5 %"}),
    # what a law provides for, and what was paid
    ("Violators face a penalty of up to $1 million a day.", set()),
    ("Firms face fines of up to 10 percent of sales.", set()),
    ("It paid a fine of $5 million.", {"fine value 5000000 USD"}),
    # what ran out
    ("The pipeline spilled 3,000 barrels of oil.", set()),
    ("About 40,000 tonnes of acid leaked from the plant.", set()),
    ("It sold 40,000 tonnes of acid.", {"units_sold value 40000 count"}),
    # shares that change hands
    ("One fund bought 1.9 million shares and another sold about 1.35 million.", set()),
    ("It sold about 1.35 million vehicles.", {"units_sold value 1350000 count"}),
    ("It makes jets that seat up to 120 passengers.", set()),
    ("It flew 120,000 passengers.", {"passengers value 120000 count"}),
    # places that are compared, and times
    ("Labour costs are 70 percent lower than in Albania.", set()),
    ("Costs were 7 percent lower than in May.", {"costs change_pct -7 %"}),
    # an amount says itself of what it is; a part of a move, and what moves that was bought
    ("It has $610 million of margin calls, more than its liquidity.", set()),
    ("It has $610 million of cash, more than its debt.", {"cash value 610000000 USD"}),
    ("About two-thirds of the decline in margins will come from idle plants.", set()),
    ("The bonds that he bought have rallied 10 percent.", set()),
    ("It bought 10 percent of the brewer.", {"stake value 10 %"}),
    (
        "A dear currency will dent profits by 4 percent, double what it had thought.",
        {"other value 4 %"},
    ),
    (
        "Its profit forecast has been raised to between $31 million and $33 million.",
        {"net_income value 31000000..33000000 USD"},
    ),
    ("It raised $74 million from investors.", {"funding_raised value 74000000 USD"}),
    ("It achieved half the targeted $180 million cost savings.", {"cost_savings value 180000000 USD"}),
    ("Its profit fell by half to $5 million.", {"net_income change_pct -50 %", "net_income value 5000000 USD"}),
    ("Its capacity is set to expand 5.8 percent.", {"other change_pct 5.8 %"}),
    # conditions
    ("It pays more if the revenue of the unit exceeds $1.5 million.", set()),
    ("It will cut jobs unless sales reach $5 million.", set()),
    ("If it is approved, sales will reach $5 million.", {"revenue value 5000000 USD"}),
    ("It offers savings of up to 30 percent on long stays.", set()),
    ("It absorbed over $1.5 billion of lost sales.", set()),
    ("It lost $1.5 billion.", {"net_income value -1500000000 USD"}),
    ("It has $1 billion in working capital.", {"other value 1000000000 USD"}),
    ("It bought tokens for a 67 percent discount.", set()),
    ("A rival rose 15p to 590.", set()),
    # goods called back, and more parcels than anybody has workers
    ("Costs mount from a recall of 8.5 million vehicles.", {"other value 8500000 count"}),
    ("It handles 500 million parcels and told of hiring plans.", set()),
    (
        "It plans to shrink capacity 4.2 percent in May and 5 percent in June.",
        {"other change_pct -4.2 %", "other change_pct -5 %"},
    ),
    ("Revenue was off 28 percent.", {"revenue change_pct -28 %"}),
    ("It grew its employment 13 percent.", {"employees change_pct 13 %"}),
    # rates that go on, and amounts with a rate behind
    (
        "Inventories climbed 8 percent in spring, 7 percent in summer and 5 percent in autumn.",
        {"other change_pct 8 %", "other change_pct 7 %", "other change_pct 5 %"},
    ),
    ("Inventories will rise between 5 percent and 8 percent.", {"other change_pct 5..8 %"}),
    ("It kept its traffic growth forecast of 6 to 8 percent.", {"other change_pct 6..8 %"}),
    ("The load factor was 82 percent.", {"other value 82 %"}),
    ("Sales: tools $35 billion down 10 percent.", {"revenue value 35000000000 USD", "revenue change_pct -10 %"}),
    ("Revenue was down $5 million.", {"revenue change_abs -5000000 USD"}),
]
GERMAN = [
    ("Der Auftrag kommt, wenn ein Triebwerk um 20 Prozent effizienter ist.", set()),
    ("Die Kosten lagen 5 Prozent höher.", {"costs change_pct 5 %"}),
    ("Die Aktionäre beschlossen einen Aktienrückkauf von bis zu 9 Prozent.", set()),
    ("Der Aktienrückkauf wurde um 9 Prozent erhöht.", {"share_buyback change_pct 9 %"}),
    ("Dort sind die Kosten 70 Prozent niedriger als in Albanien.", set()),
    ("Die Kosten waren 7 Prozent niedriger als in den ersten Monaten.", {"costs change_pct -7 %"}),
    ("Im Schnitt wurden 50.000 Stück gehandelt.", set()),
    ("Der Beitrag liegt bei 22 Prozent, die der Arbeitnehmer zahlt.", set()),
    ("Sie zahlt mehr, wenn der Umsatz 5 Millionen Euro übersteigt.", set()),
    (
        "Das Ergebnis litt durch eine Abschreibung auf die Server im Quartal in Höhe von 195 Mio. Euro.",
        {"impairment value 195000000 EUR"},
    ),
    ("Wegen höherer Kosten sank der Gewinn um 5 Mio. Euro.", {"net_income change_abs -5000000 EUR"}),
    ("Unter Solarfirmen sind Bruttomargen von 10 Prozent üblich.", set()),
    ("Die Firma kommt auf eine Bruttomarge von 10 Prozent.", {"gross_margin value 10 %"}),
    ("Wir haben 600 Leute aufgebaut.", {"hires value 600 count"}),
    ("Die Firma beschäftigt 600 Leute.", {"employees value 600 count"}),
]
CLIENTELE = [
    ("Its net additions came to 320,000 subscribers.", {"subscribers change_abs 320000 count"}),
    ("The forum told of a loss of 700,000 users.", {"users change_abs -700000 count"}),
    ("It connected 193,000 new customers.", {"customers change_abs 193000 count"}),
    (
        "It added 5,000 users and 3,000 customers.",
        {"users change_abs 5000 count", "customers change_abs 3000 count"},
    ),
    (
        "It added 5,000 users and has 3,000 customers.",
        {"users change_abs 5000 count", "customers value 3000 count"},
    ),
    ("It serves 193,000 customers.", {"customers value 193000 count"}),
    (
        "After net additions of 5,000 customers it has 40,000 customers.",
        {"customers change_abs 5000 count", "customers value 40000 count"},
    ),
]
MEANINGS = [
    ("It wants $5 billion of cash flow from operations.", {"operating_cash_flow value 5000000000 USD"}),
    ("It ended the year with $5 billion of cash.", {"cash value 5000000000 USD"}),
    ("It holds 30 percent of the market for drills.", {"market_share value 30 %"}),
    ("It holds 30 percent of the brewer.", {"stake value 30 %"}),
    ("It may buy back up to $5 million of common stock.", {"share_buyback value 5000000 USD"}),
    ("It authorized a buyback of $5 million of common stock.", {"share_buyback value 5000000 USD"}),
    ("It sold $5 million of common stock.", {"funding_raised value 5000000 USD"}),
    ("It made a pretax profit of $32 million.", {"pretax_profit value 32000000 USD"}),
    ("It made an operating loss of $32 million.", {"ebit value -32000000 USD"}),
    ("It made $32 million.", {"net_income value 32000000 USD"}),
    ("It paid down $98 million in debt.", {"other value 98000000 USD"}),
    ("It will repay debt of $98 million.", {"other value 98000000 USD"}),
    ("Its debt fell to $98 million.", {"debt value 98000000 USD"}),
    ("It cut its debt by $98 million.", {"debt change_abs -98000000 USD"}),
    ("Its adjusted net income margin grew to 27.7 percent.", {"net_margin value 27.7 %"}),
    (
        "Profit before interest tax, depreciation and amortisation was $36.9 million.",
        {"ebitda value 36900000 USD"},
    ),
    ("It sold new shares worth $1 billion.", {"funding_raised value 1000000000 USD"}),
    ("It sold its drills unit for $1 billion.", {"deal_value value 1000000000 USD"}),
    ("Bad loans rose 83 percent.", {"other change_pct 83 %"}),
    ("The lender set aside for bad loans another $90 million.", {"provisions value 90000000 USD"}),
    ("Its retail share held steady at 13 percent.", {"market_share value 13 %"}),
    ("Debt trading revenue rose 30 percent.", {"revenue change_pct 30 %"}),
    ("Debt rose 30 percent.", {"debt change_pct 30 %"}),
    ("Net premiums rose 30 percent.", {"premiums change_pct 30 %"}),
    (
        "Revenue came to $1.5 billion, or $748,000 per broker.",
        {"revenue value 1500000000 USD", "other value 748000 USD"},
    ),
]


@pytest.mark.parametrize(("text", "says"), ENGLISH + CLIENTELE)
def test_a_figure_is_not_always_that_of_the_metric_beside_it(text: str, says: set[str]) -> None:
    assert said(text, "en") == says


@pytest.mark.parametrize(("text", "says"), GERMAN)
def test_nor_in_german(text: str, says: set[str]) -> None:
    assert said(text, "de") == says


@pytest.mark.parametrize(("text", "says"), MEANINGS)
def test_the_whole_phrase_says_what_a_figure_is(text: str, says: set[str]) -> None:
    assert says <= said(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "It has stores in 44 countries.",
        "It trades at an 8 percent premium to the sector.",
        "Its stock fell on the buyback before ending up 0.9 percent at $63.26.",
        "It buys one of every 20 that it looks at.",
        "The global app market is valued at $2.6 billion.",
        "It plans to shift some 640 store managers.",
    ],
)
def test_what_is_no_figure_of_the_business(text: str) -> None:
    assert said(text, "en") == set()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Barling fell 3 percent after disappointing sales.", 0),
        ("Barling gained 4 percent, helped by strong earnings.", 0),
        ("Barling lost around 1 percent as it delayed a share buyback.", 0),
        ("Barling sales fell 3 percent after a strike.", 1),
        ("Barling lost $3 million after a strike.", 1),
    ],
)
def test_where_a_company_itself_falls_its_shares_do(text: str, counts: int) -> None:
    (sentence,) = split(text, "en")
    view = lay_out(text, sentence, quantities.find(text, "en"), "en", [Span(0, len("Barling"))])
    assert len(speak(view, None, "USD").statements) == counts
