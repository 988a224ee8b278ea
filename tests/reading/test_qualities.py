"""Kind, basis and adjustment of a fact: what was, what is planned, what others say, and what it is compared with."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def last(language: str, text: str) -> Fact:
    return read(Article("test", text, language=language)).facts[-1]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Intel will spend $5 billion on dividends and expects revenue of $9 billion.", "guidance"),
        # A month, a dividend declared, a plan that is only compared with, what would have been.
        ("en", "Intel said sales rose 24 percent in the four weeks ended May 3 to $128 million.", "actual"),
        ("en", "Intel raised its dividend by 22 percent.", "actual"),
        ("en", "Intel proposed a dividend of 22 cents a share.", "guidance"),
        ("en", "Intel's margin reached 8.5 percent, topping its target.", "actual"),
        ("en", "Intel set a target of 8.5 percent for its operating margin.", "guidance"),
        ("de", "Bei Siemens konnte ein Gewinn von 74 Millionen Euro erzielt werden.", "actual"),
        ("de", "Siemens dürfte einen Gewinn von 74 Millionen Euro erzielen.", "guidance"),
        ("de", "Siemens hat sich einen Gewinn von 74 Millionen Euro vorgenommen.", "guidance"),
        ("de", "Siemens geht für das Jahr von einem Gewinn von 74 Millionen Euro aus.", "guidance"),
        ("de", "Dafür geht der Vorstand von Siemens von einem Gewinn von 74 Millionen Euro aus.", "guidance"),
        ("de", "Ihr Jahresziel (Gewinn: 74 Millionen Euro) bekräftigten die Münchner von Siemens.", "guidance"),
        ("de", "Siemens peilt für das Jahr (per 30. September) 74 Millionen Euro Gewinn an.", "guidance"),
        ("de", "Bei Siemens werden die Kosten auf 74 Millionen Euro geschätzt.", "actual"),
        ("de", "Siemens baut in Köln. Dort sollen 300 Menschen arbeiten.", "guidance"),
        ("de", "Siemens, an dem Bosch 30 Prozent hält, will Werke schließen.", "actual"),
        # What analysts had expected; a range is the company's own.
        ("de", "Siemens verdiente 77 Millionen Euro, erwartet worden waren 81 Millionen Euro.", "consensus"),
        (
            "de",
            "Analysten erwarten viel. Die Bruttomarge von Siemens soll zwischen 61 und 62 Prozent liegen.",
            "guidance",
        ),
        # A relative clause is not planned because the main clause is, and the other way round.
        ("de", "Siemens fließt ein Erlös von 18 Millionen Euro zu, der investiert werden soll.", "actual"),
        ("en", "Intel plans to sell its chip unit, which contributed revenue of $5 billion.", "actual"),
        ("en", "Intel spent $5 billion on research, which will hurt earnings.", "actual"),
        ("en", "Intel, which makes a fifth of its revenue in Europe, expects growth.", "actual"),
        ("en", "Intel has an annual research budget of $7 billion.", "actual"),
        ("en", "Intel foresees a gross margin of 58 percent.", "guidance"),
        ("en", "Intel is looking for fresh financing of $5 billion.", "guidance"),
        # What others say.
        ("en", "Intel's net profit is likely to rise to $9 billion, estimates showed.", "consensus"),
        ("en", "Intel reportedly made revenue of $5 billion.", "other"),
        ("de", "Angeblich soll Siemens 86 Milliarden Euro Umsatz erwirtschaftet haben.", "other"),
        ("en", "Intel will cut 5,000 jobs.", "guidance"),
        ("en", "Intel is working on plans to shed 5,000 jobs.", "guidance"),
        ("en", "Intel shed 5,000 jobs.", "actual"),
        ("en", "Intel said it would cut its staff by 5,000 jobs.", "guidance"),
    ],
)
def test_kind(language: str, text: str, kind: str) -> None:
    assert last(language, text).kind == kind


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Intel's operating margin was 19.2 percent, up from 18.2 percent in the fourth quarter.", "qoq"),
        ("Intel's operating margin was 19.2 percent, up from 18.2 percent in the fourth quarter of 2005.", "yoy"),
        ("Intel will invest $8 billion in 2007, compared with $10 billion in 2006.", "yoy"),
        ("Intel now expects revenue of $8 billion, up from its previous forecast of $7 billion.", "guidance"),
        ("Intel cut its full-year sales target by 3 percent to $8 billion.", "guidance"),
        ("Intel cut its costs by 3 percent to $8 billion.", "yoy"),
        ("In the third quarter of 2012 Intel added 300,000 subscribers.", "qoq"),
        ("In the third quarter of 2012 Intel added 300,000 subscribers, more than a year earlier.", "yoy"),
        ("In 2012 Intel added 300,000 subscribers.", "yoy"),
    ],
)
def test_basis(text: str, basis: str) -> None:
    assert last("en", text).basis == basis


@pytest.mark.parametrize(
    ("language", "text", "adjusted"),
    [
        # The consensus is compared with the adjusted figure of the sentence before.
        (
            "en",
            "Intel expects earnings of $3.10 a share, excluding items, up from $2.90. Analysts expected $3.16.",
            True,
        ),
        ("en", "Intel expects earnings of $3.10 a share. Analysts expected $3.16.", False),
        ("en", "Intel had a 25 percent drop in earnings before special items on a 4 percent fall in sales.", False),
        ("en", "Intel's sales fell 4 percent, and earnings before special items dropped 25 percent.", True),
        ("de", "Das Betriebsergebnis von SAP stieg nach IFRS um 29 Prozent, nach Non-IFRS um 27 Prozent.", True),
        ("en", "Intel's quarterly dividend of 72 cents a share was covered by adjusted earnings.", False),
    ],
)
def test_adjusted(language: str, text: str, adjusted: bool) -> None:
    assert last(language, text).adjusted is adjusted


@pytest.mark.parametrize(
    "text",
    [
        "Intel's shipment growth was 30 percent, down from 49 percent in the first quarter of 2012.",
        "Intel forecast 30 percent shipment growth, down from 49 percent in the first quarter of 2012.",
    ],
)
def test_growth_that_is_compared_with_was_of_its_own_period(text: str) -> None:
    fact = last("en", text)
    assert fact.change_pct is not None
    assert (fact.change_pct.printed, fact.kind) == ("49 percent", "actual")
    assert fact.period is not None
    assert fact.period.label == "2012-Q1"
