"""What research houses, unions and associations reckon is neither the company's plan nor the market's estimate."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Research firm Muster expects Intel to ship 12 million tablets this quarter.", "other"),
        ("en", "The pilots' union fears Lufthansa will post a loss of $200 million this year.", "other"),
        ("en", "A trade group forecast sales at Intel of $2 billion for 2013.", "other"),
        ("de", "Die Gewerkschaft Verdi rechnet bei der Telekom mit dem Abbau von 400 Stellen.", "other"),
        ("de", "Für 2013 erwartet der Betriebsrat bei Siemens einen Verlust von 20 Millionen Euro.", "other"),
        ("en", "After talks with the union, Intel expects a loss of $20 million in 2013.", "guidance"),
        ("en", "Intel told the union it expects a loss of $20 million in 2013.", "guidance"),
        ("de", "Siemens rechnet nach Gesprächen mit der Gewerkschaft mit dem Abbau von 400 Stellen.", "guidance"),
        ("de", "Siemens erwartet einen Verlust von 20 Millionen Euro, die Gewerkschaft klagt.", "guidance"),
    ],
)
def test_whose_expectation_it_is(language: str, text: str, kind: str) -> None:
    article = Article("test", text, language=language, published_at=datetime(2012, 11, 30, tzinfo=UTC))
    assert [fact.kind for fact in read(article).facts] == [kind]


def test_an_expectation_is_of_the_time_to_come() -> None:
    text = "Research firm Muster expects Intel to ship 12 million tablets this quarter."
    (fact,) = read(Article("test", text, language="en", published_at=datetime(2012, 11, 30, tzinfo=UTC))).facts
    assert fact.period is not None and fact.period.label == "2012-Q4"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # What a counter of a market says without a company is the market's.
        ("en", "Vehicle sales rose 12 percent in September, according to Autodata."),
        # What a share once cost is not what it earned, nor is what somebody buys for himself a deal.
        ("en", "Intel went public at $59 a share."),
        ("en", "Investors who paid $59 a share for Intel lost money."),
        ("de", "Siemens war vor Jahren mit 59 Euro je Aktie an die Börse gegangen."),
        ("en", "The founder of Intel bought a mansion for $88 million."),
        ("de", "Der Gründer von Siemens kaufte eine Villa für 18 Millionen Euro."),
        # What everybody in a market earns is nobody's margin.
        ("en", '"It is a market with margins of twelve percent," an Intel spokesman said.'),
        ("de", '"In dieser Branche sind Margen von zwölf Prozent üblich", sagte ein Sprecher von Siemens.'),
    ],
)
def test_what_is_no_figure_of_the_company(language: str, text: str) -> None:
    assert read(Article("test", text, language=language)).facts == ()


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        ("en", "Intel earned 59 cents a share.", "eps"),
        ("en", "Intel made 59 cents a share before it went public.", "eps"),
        ("en", "Intel bought Altera for $88 million.", "deal_value"),
        ("en", "Intel's operating margin of twelve percent is the best in its market.", "ebit_margin"),
        ("de", "Siemens hat in dem Markt eine operative Marge von zwölf Prozent.", "ebit_margin"),
    ],
)
def test_what_is_one(language: str, text: str, metric: str) -> None:
    assert [fact.metric for fact in read(Article("test", text, language=language)).facts] == [metric]
