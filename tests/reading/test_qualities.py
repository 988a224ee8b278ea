"""Basis and adjustment of a fact: what it is compared with, and what it leaves out."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def last(language: str, text: str) -> Fact:
    return read(Article("test", text, language=language)).facts[-1]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Intel's operating margin was 19.2 percent, up from 18.2 percent in the fourth quarter.", "qoq"),
        ("Intel's operating margin was 19.2 percent, up from 18.2 percent in the fourth quarter of 2005.", "yoy"),
        ("Intel will invest $8 billion in 2007, compared with $10 billion in 2006.", "yoy"),
        ("Intel now expects revenue of $8 billion, up from its previous forecast of $7 billion.", "guidance"),
        ("Intel expects revenue of $8 billion, up $50 million from its previous forecast.", "guidance"),
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
    ("text", "basis"),
    [
        # What was before is no plan; a plan may move from what is.
        ("Siemens will die Marge auf 6 Prozent steigern; 2009 waren es 5,4 Prozent.", "yoy"),
        ("Siemens will die Marge auf 6 Prozent steigern; bisher waren 5,4 Prozent geplant.", "guidance"),
        ("Siemens steigerte den Umsatz von zuvor 4 auf 5 Millionen Euro.", "yoy"),
        ("Siemens will die Marge heuer von 5,4 auf 6 Prozent steigern.", "yoy"),
        ("Siemens will die Marge mittelfristig von 5,4 auf 6 Prozent steigern.", None),
        ("Siemens will die Belegschaft von derzeit 780 auf 690 Mitarbeiter verkleinern.", None),
        ("Siemens hob die Prognose für den Umsatz von 5 auf 6 Millionen Euro an.", "guidance"),
        ("Siemens peilt 6 Millionen Euro Umsatz an, 200.000 Euro mehr als bisher geplant.", "guidance"),
        ("Siemens beschäftigte Ende Juni 900 Menschen, 60 weniger als zum Jahreswechsel.", None),
        ("Siemens zählte 9000 Kunden, ein Viertel mehr als vor der Pandemie.", None),
        ("Siemens zählte 9000 Kunden, ein Viertel mehr als vor einem Jahr.", "yoy"),
        ("Siemens hat die Schulden in zwei Jahren von 85 auf 52 Millionen Euro gesenkt.", None),
        ("Siemens eröffnet 20 neue Filialen.", None),
        ("Die Eigenkapitalquote von Siemens betrug am 30. Juni 2016 30 Prozent (31. Dezember 2015: 29 Prozent).", None),
        ("Die Eigenkapitalquote von Siemens betrug Ende 2016 30 Prozent (31. Dezember 2015: 29 Prozent).", "yoy"),
    ],
)
def test_german_basis(text: str, basis: str | None) -> None:
    assert last("de", text).basis == basis


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
        ("en", "Intel's loss, excluding charges of $22 million, was $4 million.", True),
        ("en", "Intel lost $4 million, excluding a charge of $22 million.", False),
        ("en", "Intel's adjusted costs were $5 million.", True),
        ("en", "Intel's quarterly dividend of 72 cents a share was covered by adjusted earnings.", False),
    ],
)
def test_adjusted(language: str, text: str, adjusted: bool) -> None:
    assert last(language, text).adjusted is adjusted


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Flächenbereinigt legte der Umsatz von Siemens im abgelaufenen Jahr 2016 um 3 Prozent zu.", "organic_growth"),
        ("Flächenbereinigt lief es gut, der Umsatz von Siemens stieg im abgelaufenen Jahr um 3 Prozent.", "revenue"),
    ],
)
def test_an_adverb_that_opens_a_clause_bears_on_all_of_it(text: str, metric: str) -> None:
    assert last("de", text).metric == metric


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


@pytest.mark.parametrize(
    ("language", "text", "adjusted"),
    [
        ("en", "Intel forecast 31 to 37 cents a share before items on sales of $5 million.", [True, False]),
        ("en", "Intel earned 33 cents a share before items on sales of $5 million.", [True, False]),
        ("en", "Intel earned 37 cents a share, excluding items, on turnover of $5 million.", [True, False]),
        ("en", "Intel earned $5 million, and adjusted net profit was $6 million.", [False, True]),
        (
            "en",
            "Intel earned $5 million excluding items. On that basis, sales sank to $60 million.",
            [True, True],
        ),
        ("en", "Intel earned $5 million. On that basis, sales sank to $60 million.", [False, False]),
        ("en", "Intel earned $5 million excluding items. Revenue fell 5 percent to $60 million.", [True, False]),
        (
            "de",
            "Intel verdiente bereinigt 5 Mio. Euro. Auf dieser Basis sank das Ebitda auf 4 Mio. Euro.",
            [True, True],
        ),
    ],
)
def test_what_an_adjustment_beside_two_figures_bears_on(language: str, text: str, adjusted: list[bool]) -> None:
    assert [fact.adjusted for fact in read(Article("test", text, language=language)).facts] == adjusted
