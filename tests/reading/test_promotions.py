"""Offers to the reader: what they promise is set aside; what a company earns stays, also beside such words."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading.reader import read

OFFERS = [
    (
        "en",
        "Muster Mining Inc makes cloud mining easy and lets users earn passive income. "
        "Starter plan: invest $500 for a net profit of $40. Top plan: invest $30,000 for a net profit of $9,000.",
    ),
    (
        "en",
        "The AI trading bots of Muster Quant Inc suit every budget. "
        "A $1,000 investment brings a profit of $70, with the capital returned after 7 days.",
    ),
    (
        "de",
        "Mit Cloud-Mining der Muster AG erzielen Anleger passives Einkommen. "
        "Wer 5.000 Euro investiert, erhält einen Gewinn von 900 Euro.",
    ),
]
NEWS = [
    ("en", "Muster Mining Inc said its cloud mining business lifted net profit to $40 million.", "net_income"),
    (
        "en",
        "Muster Quant Inc, known for trading bots and a promise of passive income, had revenue of $5 million.",
        "revenue",
    ),
    ("de", "Die Muster AG steigerte den Umsatz mit seinem Partnerprogramm auf 800.000 Euro.", "revenue"),
]


@pytest.mark.parametrize(("language", "text"), OFFERS)
def test_what_is_promised_is_no_fact(language: str, text: str) -> None:
    reading = read(Article("offer", text, language=language))
    assert not reading.facts
    assert {issue.reason for issue in reading.issues} == {"promotion"}


@pytest.mark.parametrize(("language", "text", "metric"), NEWS)
def test_what_a_company_earns_is_a_fact(language: str, text: str, metric: str) -> None:
    assert [fact.metric for fact in read(Article("news", text, language=language)).facts] == [metric]
