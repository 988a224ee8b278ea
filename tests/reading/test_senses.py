"""What a metric word means in its sentence, and which figures are nobody's: own sentences and what they say."""

from __future__ import annotations

import pytest

from kennzahl.facts import Span
from kennzahl.reading.layout import lay_out
from kennzahl.reading.mentions import quantities
from kennzahl.reading.sentences import split
from kennzahl.reading.statements import Spoken, speak
from tests.reading.test_statements import said, spoken

MEANINGS = [
    # jobs: cut, done, or nobody's
    ("The bank would cut its sales force by 20 percent, or 2,200 jobs.", {"job_cuts value 2200 count"}),
    ("The bank will reduce headcount by 300 employees, or about 3 percent.", {"job_cuts value 300 count"}),
    ("The maker is cutting 12,000 jobs - one fifth of its staff.", {"job_cuts value 12000 count"}),
    ("It did not say how many of its 9,000 jobs will be cut.", {"employees value 9000 count"}),
    ("The bank would cut one in five jobs.", {"job_cuts value 20 %"}),
    ("The builder employs 6,500 people.", {"employees value 6500 count"}),
    ("The builder has 6,500 teammates.", {"employees value 6500 count"}),
    ("The survey asked 1,051 people.", set()),
    # sales that are pieces
    (
        "Its March sales slid 12 percent to 243,610.",
        {"units_sold change_pct -12 %", "units_sold value 243610 count"},
    ),
    ("Home sales slipped 14 percent to 4,310.", {"units_sold change_pct -14 %", "units_sold value 4310 count"}),
    ("Sales 243,610 vs 165,112.", {"revenue value 243610 EUR", "revenue prior 165112 EUR"}),
    # what takes away, and what is saved
    ("The strong pound lowered revenue by $1.1 billion.", {"other value 1100000000 USD"}),
    (
        "The unit boosted revenue by $400 million to $2 billion.",
        {"revenue change_abs 400000000 USD", "revenue value 2000000000 USD"},
    ),
    ("It wants to cut $250 million in costs.", {"cost_savings value 250000000 USD"}),
    ("It will reduce interest payments by $165 million.", {"cost_savings value 165000000 USD"}),
    ("Costs rose by $5 million.", {"costs change_abs 5000000 USD"}),
    # parts of a whole
    ("The brewer earns 75 percent of its profit abroad.", {"other value 75 %"}),
    ("Generics made up 47 percent of all prescriptions.", {"other value 47 %"}),
    (
        "The weak dollar accounted for 3 percentage points of its 19 percent revenue gain.",
        {"other value 3 pp", "revenue change_pct 19 %"},
    ),
    ("The gross margin was 20 percent of sales.", {"gross_margin value 20 %"}),
    ("It returns 70 percent of earnings to shareholders.", {"payout_ratio value 70 %"}),
    # shares, dividends, money under management
    (
        "It had 10.5 billion shares outstanding, down from 10.6 billion a year earlier.",
        {"other value 10500000000 count", "other prior 10600000000 count"},
    ),
    ("The board approved the repurchase of an additional 50 million shares.", {"share_buyback value 50000000 count"}),
    ("It bought back $3 billion worth of shares.", {"share_buyback value 3000000000 USD"}),
    ("It was authorized to buy back $3 billion more of its shares.", {"share_buyback value 3000000000 USD"}),
    ("It paid dividends of $53 million.", {"dividend_total value 53000000 USD"}),
    ("It boosted its quarterly dividend 21 percent.", {"dividend_per_share change_pct 21 %"}),
    ("The firm oversees $27 billion in assets.", {"assets_under_management value 27000000000 USD"}),
    ("The bank has $27 billion in assets.", {"total_assets value 27000000000 USD"}),
    ("It has a backlog of 8,500 planes.", {"order_backlog value 8500 count"}),
    (
        "Same-store sales rose 6 percent at its discount stores and 4 percent at its clubs.",
        {"organic_growth value 6 %", "organic_growth value 4 %"},
    ),
    ("It reached a pretax profit margin of 17 percent.", {"other value 17 %"}),
    # cash: had, or paid with
    ("It had $5 billion in cash.", {"cash value 5000000000 USD"}),
    ("It paid $5 billion in cash.", set()),
    ("The $16 billion cash sale of its soap unit closed.", {"deal_value value 16000000000 USD"}),
    # growth compared with growth, plus or minus
    (
        "Shipment growth was 19 percent, down from 2006's 147 percent.",
        {"units_sold change_pct 19 %", "units_sold change_pct 147 %"},
    ),
    ("Sales would be up 3 percent, down from a prior 5 percent.", {"revenue change_pct 3 %"}),
    ("It raised its profit growth goal from 15 percent to 20 percent.", {"net_income change_pct 20 %"}),
    ("Margins rose to 4 percent from 3 percent.", {"ebit_margin value 4 %", "ebit_margin prior 3 %"}),
    ("Capital spending will be $13 billion, plus or minus $500 million.", {"capex value 12500000000..13500000000 USD"}),
    ("It expects revenue ranging from $4 billion to $5 billion.", {"revenue value 4000000000..5000000000 USD"}),
    # what belongs to something else
    ("It saw a 27 percent jump in passenger revenue.", {"revenue change_pct 27 %"}),
    ("The profit margin at its chips division rose to 31 percent.", {"net_margin value 31 %"}),
    ("Earnings before interest and tax rose 14 percent.", {"ebit change_pct 14 %"}),
    ("Pretax profit was 72 cents per share.", {"other value 0.72 USD"}),
    ("The new paper cost 75 cents.", set()),
    ("The contract closed up 59 cents to settle at $62.28.", set()),
    ("The stock led the 1.7 percent gain.", set()),
    ("In order to stay it needs $5 million.", set()),
    # nobody's
    ("S&P 500 companies posted earnings growth of 9.6 percent.", set()),
    ("Average hourly earnings rose 0.3 percent.", set()),
]


@pytest.mark.parametrize(("text", "facts"), MEANINGS, ids=[text[:50] for text, _ in MEANINGS])
def test_meanings(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts


GERMAN = [
    ("Das Unternehmen zahlt Dividenden von 53 Millionen Euro.", {"dividend_total value 53000000 EUR"}),
    ("Der Konzern will die Kosten um 50 Millionen Euro senken.", {"cost_savings value 50000000 EUR"}),
    ("Die Kosten stiegen um 50 Millionen Euro.", {"costs change_abs 50000000 EUR"}),
    ("Die Umfrage erfasste 1.051 Menschen.", set()),
]


@pytest.mark.parametrize(("text", "facts"), GERMAN, ids=[text[:50] for text, _ in GERMAN])
def test_german_meanings(text: str, facts: set[str]) -> None:
    assert said(text, "de") == facts


def one_after_another(first: str, second: str, topic: str | None = None) -> Spoken:
    text = f"{first} {second}"
    found = quantities.find(text, "en")
    sentences = split(text, "en")
    assert len(sentences) == 2
    views = [
        lay_out(text, sentence, [q for q in found if sentence.start <= q.start < sentence.end], "en")
        for sentence in sentences
    ]
    opening = speak(views[0], None, "USD")
    before = opening.statements[-1] if opening.statements else None
    return speak(views[1], before, "USD", topic or opening.topic)


@pytest.mark.parametrize(
    ("first", "second", "metrics"),
    [
        ("Sales of Celor rose 15 percent to $540 million.", "Lyrita more than doubled to $353 million.", ["revenue"]),
        ("Comparable sales fell 3 percent.", "Overall, they were down 5.2 percent.", ["organic_growth"]),
        ("Its March sales slid 12 percent to 243,610.", "Silverino sales fell 10.8 percent.", ["units_sold"]),
        ("Sales dropped 11 percent to $5 million.", "Silverino sales fell 10.8 percent.", ["revenue"]),
        ("Estimates for S&P 500 companies were cut.", "Earnings are forecast to drop 24.7 percent.", []),
    ],
)
def test_a_sentence_goes_on_with_the_one_before(first: str, second: str, metrics: list[str]) -> None:
    topic = spoken(first, "en").topic
    assert [statement.metric for statement in one_after_another(first, second, topic).statements] == metrics


def test_a_metric_word_that_begins_in_a_name_is_none() -> None:
    text = "Earnings at Barling Capital investment services rose 25 percent."
    (sentence,) = split(text, "en")
    start = text.index("Barling")
    name = Span(start, start + len("Barling Capital"))
    view = lay_out(text, sentence, quantities.find(text, "en"), "en", [name])
    assert [named.mention.metric for named in view.metrics] == ["net_income"]


def test_a_company_that_is_up_is_so_by_its_shares() -> None:
    text = "Barling, which supplies chips, was down 8 percent, while rivals missed sales targets."
    (sentence,) = split(text, "en")
    view = lay_out(text, sentence, quantities.find(text, "en"), "en", [Span(0, len("Barling"))])
    assert not speak(view, None, "USD").statements
