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
