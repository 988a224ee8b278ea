"""German parts of a company: in front of the verb, as its subject, in the word for what is counted, and none."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


def _segments(text: str) -> list[str | None]:
    return [fact.segment for fact in read(Article("d", text, title_end=0, language="de")).facts]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        # Behind a preposition, before the verb.
        ("Bei Druckern sank der Umsatz von Siemens um 4 Prozent.", "Druckern"),
        ("Beim Fassbier stieg der Absatz der Siemens AG auf 3 Millionen Hektoliter.", "Fassbier"),
        ("In den eigenen Läden wuchsen die Erlöse von Hugo Boss um 6 Prozent.", "eigenen Läden"),
        ("Mit rezeptfreien Mitteln setzte Stada 1,7 Milliarden Euro um.", "rezeptfreien Mitteln"),
        (
            "Bei Daimler Trucks halbierte sich der operative Gewinn von Daimler auf 37 Mio. Euro.",
            "Daimler Trucks",
        ),
        ("Für das Modell Falke liegen VW 20.000 Bestellungen vor.", "Modell Falke"),
        ("Auf dem Heimatmarkt sank der Umsatz von Siemens um 4 Prozent.", "Heimatmarkt"),
        ("Bei einem Umsatz von 5 Milliarden Euro verdiente Siemens 300 Millionen Euro.", None),
        ("Auf Gruppenebene sank der Umsatz von Siemens um 4 Prozent.", None),
        ("Bei Siemens sank der Umsatz um 4 Prozent.", None),
        # Behind a word that singles it out.
        ("Siemens wächst. Allein in China brach der Absatz um 10 Prozent ein.", "China"),
        ("Siemens wächst. Besonders im Online-Handel stieg der Umsatz um 15 Prozent.", "Online-Handel"),
        ("Siemens wächst. Nur bei Druckern sank der Umsatz um 15 Prozent.", "Druckern"),
        ("Siemens wächst. Allein im vierten Quartal legten die Erlöse um 4 Prozent zu.", None),
        ("Siemens wächst. Auch im Weihnachtsgeschäft legten die Erlöse um 4 Prozent zu.", None),
        # Who earns.
        ("Siemens wächst. Der Online-Shop kam auf 26 Millionen Euro Umsatz.", "Online-Shop"),
        ("Siemens wächst. Die Baumaschinen hingegen erlösten 26 Millionen Euro.", "Baumaschinen"),
        ("Siemens wächst. Der Vorstand verbuchte 26 Millionen Euro Umsatz.", None),
        ("Siemens wächst. Konzernweit setzte die Firma 26 Millionen Euro um.", None),
        # Who has the figure, and what was told of right before.
        ("Bestseller bleibt bei VW der Falke mit 45.137 verkauften Stück.", "Falke"),
        ("Der Konzern lieferte VW zufolge mit 45.137 Autos mehr aus.", None),
        ("Siemens verdiente in Asien 5 Millionen Euro. Hier waren es zuvor 3 Millionen Euro.", "Asien"),
        ("Der Gewinn von Siemens aus fortgeführtem Geschäft stieg auf 5 Millionen Euro.", None),
        ("Der Gewinn aus unserer Geschäftstätigkeit liegt bei 5 Millionen Euro, sagte Siemens.", None),
        # In the word for the metric, which tells what is counted; of any metric, whose it is.
        ("Der Handyabsatz von Samsung stieg auf 71 Millionen Stück.", "Handy"),
        ("Die Nettoverschuldung der Autosparte von Renault sank auf 299 Millionen Euro.", "Autosparte"),
        # What a bank earns with is no part of it; another clause has its own place.
        ("Die Kredite der Sparkasse Ulm stiegen im Kundenkreditgeschäft auf 94 Millionen Euro.", None),
        ("Siemens wirbt in Portugal und hat 500 Beschäftigte.", None),
        ("Siemens hat 500 Mitarbeiter und Lager in Portugal.", None),
        ("Siemens hat in Spanien und in Portugal 500 Mitarbeiter.", "Portugal"),
    ],
)
def test_parts_that_open(text: str, segment: str | None) -> None:
    assert segment in _segments(text)


def test_what_is_held_is_no_description_of_it() -> None:
    text = "Opel sucht Käufer. Opel baut Autos. Siemens will einen Anteil von 7 Prozent an dem Autohersteller abgeben."
    assert _segments(text) == ["Opel"]


def test_an_entry_has_no_part_of_the_one_before() -> None:
    text = "Bei Siemens arbeiten 700 Mitarbeiter für die Energiesparte und rund 3.000 Mitarbeiter anderswo."
    assert _segments(text) == ["Energiesparte", None]


def test_each_clause_has_its_part() -> None:
    text = "Bei RTL sanken die Werbeerlöse um 6 Prozent, das Studiogeschäft wuchs um 21 Prozent auf 150 Millionen Euro."
    assert _segments(text) == ["Werbung", "Studiogeschäft"]


def test_a_part_just_told_of() -> None:
    text = "Siemens hat die Sparte Mobility. 6.000 Stellen fallen in dieser Sparte weg."
    assert _segments(text) == ["Sparte Mobility"]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Siemens wächst. Bei den Münchnern sank der Umsatz um 4 Prozent.", None),
        ("Siemens wächst. Bei den Turbinen sank der Umsatz um 4 Prozent.", "Turbinen"),
        ("Siemens wächst. Bei Druckern sank der Umsatz um 4 Prozent.", "Druckern"),  # no people without an article
        ("Siemens wächst. Die Entwickler erlösten 26 Millionen Euro.", None),
        ("Siemens wächst. Die Händlerin erlöste 26 Millionen Euro.", None),
        ("Siemens wächst. Die Turbinen erlösten 26 Millionen Euro.", "Turbinen"),
    ],
)
def test_people_are_no_part_of_a_company(text: str, segment: str | None) -> None:
    assert _segments(text) == [segment]
