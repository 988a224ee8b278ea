"""Figures of whole industries, of the state and of cryptocurrencies are no company's."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading.reader import read

ABOUT = "Siemens legt Zahlen vor. "


def owners(text: str) -> list[str]:
    """The companies of the facts of a text that begins with a sentence on Siemens."""
    return [fact.company.name for fact in read(Article("test", ABOUT + text, 0, "de")).facts]


@pytest.mark.parametrize(
    "text",
    [
        "Der Abschluss gilt für die 3,9 Millionen Beschäftigten der Metall- und Elektroindustrie.",
        "In der Stadt streikten 5.500 Beschäftigte des öffentlichen Dienstes.",
        "Die Marktkapitalisierung des Bitcoins beträgt mehr als zwei Billionen Dollar.",
        "Die Marktkapitalisierung aller Digitalwährungen liegt bei 3,7 Billionen Dollar.",
        "Der Umsatz der Branche sank auf 80 Milliarden Euro.",
        "Die Automobilwirtschaft sichert im Land rund 450.000 Arbeitsplätze.",
        "Die Automobilwirtschaft sichert viele Arbeitsplätze. Der Jahresumsatz liegt bei 43 Milliarden Euro.",
        "Die EU-Kommission will zwei Milliarden Euro für Impfstoffe ausgeben.",
        "Einen Kredit von einer Milliarde Euro musste die Regierung aufnehmen.",
        "Weitere 7.000 Arbeitsplätze sollten Zulieferer schaffen.",
        "Der Konzern rechnet damit, dass branchenweit 44.000 Flugzeuge ausgeliefert werden.",
        "Der deutsche Textileinzelhandel setzte zwei Prozent weniger um.",
        "Der Kreuzfahrtmarkt ist auf 1,77 Millionen Passagiere gewachsen.",
        "Die Ausgaben der Nato-Staaten beliefen sich auf 1,5 Billionen Dollar.",
        "Am Handymarkt wurden laut IDC 1,2 Milliarden Geräte abgesetzt.",
        "Landesweit nahmen die Bergbahnen laut Wirtschaftskammer 650 Millionen Euro ein.",
        "Die Branche, die unter hohen Kosten leidet, setzte 50 Milliarden Euro um.",
    ],
)
def test_what_an_outsider_has_is_no_fact(text: str) -> None:
    assert owners(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trotz der Krise der Branche stieg der Umsatz auf 80 Milliarden Euro.",
        "Während die Branche schrumpfte, steigerte der Konzern den Umsatz auf 80 Milliarden Euro.",
        "Nach Angaben der Gewerkschaft streicht der Konzern 4.000 Stellen.",
        "Der Konzern trifft die Branche hart: Er setzte 80 Milliarden Euro um.",
        "Vom Bund erhielt der Konzern einen Auftrag über 500 Millionen Euro.",
        "Der größte Markt ist Wien: Hier stieg der Umsatz auf 80 Milliarden Euro.",
        "Der Baumarkt beschäftigt 4.000 Mitarbeiter.",
        "„Das ist bitter“, sagte ein Mann der IG Metall. Das Unternehmen streicht 4.000 Stellen.",
        "Laut VDMA ist das viel, der Konzern setzte 80 Milliarden Euro um.",
        "Die Branche schrumpft, Siemens steigerte den Umsatz auf 80 Milliarden Euro.",
        "Der Dienst zählt 44 Millionen Nutzer.",
        "In der Branche gilt das als viel: Der Umsatz stieg auf 80 Milliarden Euro.",
        "Die Branche leidet. Der Konzern steigerte den Umsatz dennoch auf 80 Milliarden Euro.",
    ],
)
def test_beside_an_outsider_the_company_keeps_its_figures(text: str) -> None:
    assert owners(text) == ["Siemens"]


def english_owners(text: str) -> list[str]:
    """The companies of the facts of a text that begins with a sentence on Sample Corp."""
    article = Article("test", "Sample Corp reports on Monday. " + text, 0, "en")
    return [fact.company.name for fact in read(article).facts]


@pytest.mark.parametrize(
    "text",
    [
        "Hopes rose as the U.S. economy added 50,000 jobs in March.",
        "The euro zone gained after the German economy created 70,000 jobs.",
        "The Fed paid $70 billion in interest to banks last year.",
        "Since March, the Treasury has bought $60 billion of shares.",
        "Economists polled by Muster News see overall May sales down 0.7 percent.",
        "In May, overall sales grew 0.7 percent, and excluding autos, retail sales rose 0.3 percent.",
        "The monthly deficit is seen at $61 billion, after $60 billion in May.",
        "S&P 500 quarterly earnings are seen down 3 percent.",
        "Energy sector earnings are up 14 percent from a year ago.",
        "Core PPI is forecast to rise 0.4 percent in May, matching the gain of April.",
        "The household debt service ratio fell to 11 percent in the second quarter.",
        "Farms owe more: their net debt has grown by $7 billion, according to the USDA.",
        "ICSC expects same-store sales to rise 2 to 4 percent in March.",
        "Economists in a survey think that sales reached an annual pace of 700,000 units in May.",
        "An auction of $70 billion of U.S. government debt is planned for May.",
        "The regulator collected $176 million in fines last year.",
        "The city has 3,000 employees.",
    ],
)
def test_what_a_whole_economy_has_is_no_fact(text: str) -> None:
    assert english_owners(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell 7 percent as the economy slowed.",
        "The company raised its revenue to $7 billion before the Fed cut interest rates.",
        "It posted a deficit of $7 billion.",
        "While the U.S. economy shrank, the company raised revenue by 7 percent.",
        "Economists were surprised that sales of the company fell 7 percent.",
        "Excluding items, sales rose 7 percent.",
    ],
)
def test_beside_an_economy_the_company_keeps_its_figures(text: str) -> None:
    assert english_owners(text) == ["Sample"]
