"""Which part of the company a figure is of: as written, and none where a phrase names no part."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("de", "Siemens steigerte den Umsatz in der Sparte Mobility um 5 Prozent auf 2,8 Mrd. €.", "Sparte Mobility"),
        ("de", "Der Cloudumsatz von SAP stieg auf 4,4 Milliarden Euro.", "Cloud"),
        ("en", "Revenue at its cloud unit rose 12 percent to $4.4 billion, Microsoft said.", "cloud unit"),
        # What the money buys is no part of the company.
        ("de", "Microsoft plant Investitionen in Rechenzentren von 80 Milliarden Dollar.", None),
        ("de", "BASF will rund 2 Milliarden Euro in erneuerbare Energien investieren.", None),
        ("en", "Microsoft plans capital expenditure on data centers of $80 billion.", None),
        # A part or a place behind the figure, other names and compounds.
        ("en", "Nike said sales fell 10 percent to $3 billion in Western Europe.", "Western Europe"),
        ("en", "Nike posted a 4 percent decline in sales in its global footwear business.", "footwear business"),
        ("en", "Siemens makes 40 percent of its revenue outside North America.", "outside North America"),
        ("en", "Pfizer said Relaxan sales fell 9 percent, while Calmodin jumped 12 percent to $2 billion.", "Calmodin"),
        ("de", "Siemens will in Bayern zwischen 1.100 und 1.400 Stellen streichen.", "Bayern"),
        ("de", "Bei Siemens entfallen 3200 Jobs auf die Turbinensparte.", "Turbinensparte"),
        ("en", "Thermo Fisher bought gene tester Genolab for $3 billion.", "Genolab"),
        ("de", "Siemens ist mit 51 Prozent an der Neckarwerft beteiligt.", "Neckarwerft"),
        # What only looks like a part: a verb, a rank, a description of the whole, analysts.
        ("en", "Xerox is expected to post revenue of $5.5 billion, it said.", None),
        ("en", "Xerox said a strong quarter propelled revenue to $5.5 billion.", None),
        ("en", "Revenue at Europe's largest aerospace group, Airbus, rose to 9.3 billion euros.", None),
        ("en", "Intel said company-wide sales rose 3 percent to $9 billion.", None),
        ("en", "The planemaker lost $11.8 billion in 2024, Boeing said.", None),
        # A row of names, what is sold, the goods of a profit, a dividend that is not that of every year.
        (
            "en",
            "Its refining, marketing and transport unit lost $75 million, Shell said.",
            "refining, marketing and transport unit",
        ),
        ("en", "Nike has a shoe division and a sportswear unit that lost $75 million.", "sportswear unit"),
        (
            "en",
            "Deere expects a 50 percent decline in sales of its mining trucks and loaders.",
            "mining trucks and loaders",
        ),
        ("en", "Deere said profit from producing ethanol rose to $97 million.", "ethanol"),
        ("en", "Deere's fuel costs rose 5 percent to $3 million.", "fuel"),
        ("en", "Deere paid a special dividend of 5 cents a share.", "special dividend"),
        ("en", "Deere paid a dividend of 5 cents a share.", None),
        ("en", "Shell said refining and marketing earnings tumbled 83 percent.", "refining and marketing"),
        # The part of a share, a place that is not all, the seat of a company.
        ("en", "Nike left Venezuela, where it made 5 percent of its revenue.", "Venezuela"),
        ("en", "Asia, a market where Nike gets 15 percent of sales, grew.", "Asia"),
        ("en", "Nike's sportswear (SW) generates 40 percent of revenue.", "sportswear"),
        ("en", "Nike wants 25 percent of sales coming from Asian markets by 2030.", "Asian markets"),
        ("en", "Nike employs 2,000 people in Germany and other countries.", None),
        ("en", "Samsung Electronics from South Korea reported a 15 percent profit drop.", None),
        # The company behind what describes it.
        ("en", "Nike bought Bandit and Zephyr shoe maker Altan for $12 billion.", "Altan"),
        ("en", "Nike sold its shares in Taiwanese chip maker Zeta for $12 million.", "Zeta"),
        # An estimate is of what the figure is of that it is held against.
        ("en", "Profit at Nike's shoe unit was $56 million, against an average forecast of $98 million.", "shoe unit"),
        # The label of an entry in a list.
        ("de", "Siemens: Umsatz: 4,2 Mrd. Euro (Turbinen: 3,7 Mrd. Euro, Züge: 0,5 Mrd. Euro)", "Züge"),
        # What only stands where a part could.
        ("de", "Im Gegenzug streicht Siemens 700 Stellen.", None),
        ("de", "Siemens erwartet ein Betriebsergebnis in einer Bandbreite von 4 bis 5 Milliarden Euro.", None),
        # A place anywhere in the clause of what is counted or spent; not the speaker's.
        ("de", "In Dresden hat Infineon seine Mannschaft auf 3.200 Mitarbeiter aufgestockt.", "Dresden"),
        ("de", "Am Standort Regensburg sind 3.200 Menschen bei Infineon beschäftigt.", "Standort Regensburg"),
        ("de", "Auch in den USA investiert Infineon zwei Milliarden Dollar in eine Fabrik.", "USA"),
        ("de", "Infineon baut in Dresden. Dort arbeiten 3.200 Menschen.", "Dresden"),
        ("de", "Schwach ist die Lage in Japan, wo Infineon 61 Millionen Euro umsetzte.", "Japan"),
        ("de", "Infineon beschäftigt 58.000 Mitarbeiter, hieß es in Dresden.", None),
        ("de", "Infineon setzte im Vorjahreszeitraum in Summe 61 Millionen Euro um.", None),
        ("en", "Intel plans in Ohio to invest as much as $20 billion.", "Ohio"),
        ("en", "Intel employs 110,000 people, it said in Santa Clara.", None),
        # The part whose share of the whole is stated.
        ("en", "Intel's chip packaging, which now accounts for 12 percent of revenue, grew.", "chip packaging"),
        ("en", "Intel now gets almost a third of its sales from emerging markets.", "emerging markets"),
        (
            "en",
            "Intel makes some 55 percent of its sales outside the United States.",
            "outside the United States",
        ),
        ("de", "Sensoren steuerten bei Infineon zuletzt 12 Prozent des Umsatzes bei.", "Sensoren"),
        ("de", "Der Anteil von Sensoren am Umsatz von Infineon stieg auf 12 Prozent.", "Sensoren"),
        (
            "de",
            "Der Anteil der wiederkehrenden Erlöse am Umsatz von SAP liegt bei 86 Prozent.",
            "wiederkehrenden Erlöse",
        ),
        # A unit by its own name or its compound; a subsidiary and a company are none.
        (
            "de",
            "Am kräftigsten trug bei Siemens die Sparte Mobility bei, deren EBITDA 61 Mio. Euro erreichte.",
            "Sparte Mobility",
        ),
        ("de", "Siemens wuchs in der Sparte Mobility: Hier kletterte der Umsatz auf 3 Mrd. Euro.", "Sparte Mobility"),
        (
            "de",
            "Die Energiesparte von Siemens wächst. In dieser Sparte stieg der Umsatz auf 3 Mrd. Euro.",
            "Energiesparte",
        ),
        ("de", "Siemens trug die Anlaufkosten der neuen Fabrik in Linz von 4,1 Mio. Euro.", "neuen Fabrik in Linz"),
        ("de", "Der Umsatz in der Krankenversicherung der Allianz stieg auf 3 Mrd. Euro.", "Krankenversicherung"),
        ("de", "Bei der Siemens-Tochter Gamesa arbeiten 26.000 Menschen.", None),
        ("de", "Das Quartal, das beste im Urlaubsgeschäft, brachte TUI einen Gewinn von 104 Mio. Euro.", None),
        ("en", "Samsung said its chips division posted a profit of $31 million.", "chips division"),
        ("en", "Berkshire said its reinsurance unit reported a profit of $31 million.", "reinsurance unit"),
        ("en", "DuPont has a food business. The unit reported a profit of $31 million.", "food business"),
        ("en", "Coke said volume grew 7 percent, helped by a 9 percent gain in markets abroad.", "markets abroad"),
        ("en", "Profit at the largest insurer in the United States, MetLife, rose to $216 million.", None),
        ("en", "Starbucks, which runs 1,158 stores in Canada, said sales rose to $3.8 billion.", None),
        # A reason, a seat, a heading that runs into the text, half of a compound.
        ("de", "Porsche verkaufte wegen des schwachen China-Geschäfts 7 Prozent weniger Autos.", None),
        ("de", "Im Laufe des Quartals ging der Umsatz bei Porsche um 8 Prozent zurück.", None),
        ("de", "Die Cloud- und Softwareerlöse von SAP stiegen auf 5 Milliarden Euro.", "Cloud- und Software"),
        ("en", "Sales rose 4 percent at the Springfield, Illinois-based company, Honeywell.", None),
        ("en", "THE WEATHER IMPACT Sales rose 2 percent to $20 billion at Home Depot.", None),
        ("en", "Walmart said sales at U.S. stores grew 2 percent.", "U.S. stores"),
        # Of a deal: what is sold; the company behind the price of a sale is the buyer.
        (
            "de",
            "Sein Zuggeschäft hat Siemens für 5 Milliarden Euro an den Konkurrenten Alstom verkauft.",
            "Zuggeschäft",
        ),
        ("en", "DuPont sold its car paint unit for $5 billion.", "car paint unit"),
        ("en", "DuPont gained from the $6 billion sale of its consumer health products.", "consumer health products"),
        ("en", "DuPont sold its paint unit for $5 billion and bought food maker Danisco for $6 billion.", "Danisco"),
        ("en", "Honeywell, the operator of several stores, now expects sales of $5 billion.", None),
        # Parts under a name of their own, by their goods, by a site far off, and pieces of something.
        (
            "de",
            "Digital Industries musste bei Siemens ein Umsatzminus von 5 Prozent auf 4,3 Milliarden Euro hinnehmen.",
            "Digital Industries",
        ),
        (
            "de",
            "Im Geschäft mit Farben und Lacken von BASF stieg der Umsatz um 5 Prozent.",
            "Geschäft mit Farben und Lacken",
        ),
        ("de", "Am Standort Wien werden, wie berichtet, bei Siemens 600 Stellen gestrichen.", "Standort Wien"),
        (
            "de",
            "Bei Siemens fallen an den österreichischen Standorten 500 Arbeitsplätze weg.",
            "österreichischen Standorten",
        ),
        (
            "de",
            "Siemens hat 7,6 Millionen Exemplare seiner im März gestarteten Konsole Flip ausgeliefert.",
            "Konsole Flip",
        ),
        ("de", "Siemens hat 7,6 Millionen Exemplare ausgeliefert.", None),
        ("en", "Net income for Austin, Texas-based Dell rose to $2.3 billion.", None),
        ("en", "Honeywell said its wireless EBITDA margin was 51.1 percent.", "wireless"),
        ("en", "Travelers reported a 7 percent fall in written premiums.", None),
        ("en", "Oracle said GAAP net profit was $2.5 billion.", None),
        ("en", "In the Middle East, Halliburton's revenue rose 28 percent to $693 million.", "Middle East"),
        ("en", "Ricoh said it would buy IBM's printer business for $725 million.", "IBM's printer business"),
        # The whole is no part either, nor is the first half of a later word.
        ("de", "Heuer will SAP zwölf Millionen Euro in ein neues Reifelager in Linz stecken.", None),
        ("de", "Der Umsatz des Konzerns SAP stieg auf 9,4 Milliarden Euro.", None),
        ("en", "For 2025 Intel's chief executive Jane Doe expects 5.5 million users.", None),
        ("en", "Sales rose, and director John Doe expects revenue of $5 million at Intel.", None),
    ],
)
def test_segments(language: str, text: str, segment: str | None) -> None:
    facts = read(Article("test", text, language=language)).facts
    assert [fact.segment for fact in facts][-1:] == [segment]


def test_a_part_is_referred_back_to():
    text = "Honeywell may sell its car paint unit. Sales at the unit rose 5 percent to $2 billion in 2024."
    assert [fact.segment for fact in read(Article("test", text, language="en")).facts] == ["car paint unit"]


@pytest.mark.parametrize(
    ("language", "text", "segments"),
    [
        (
            "de",
            "Bei der Allianz stiegen die Einnahmen in der Schadenversicherung um 0,8 Prozent, in der Krankensparte um "
            "3,0 Prozent und in der Lebensversicherung um 4,9 Prozent.",
            ["Schadenversicherung", "Krankensparte", "Lebensversicherung"],
        ),
        (
            "en",
            "Honeywell said profit was up 12 percent at its aerospace unit, 13 percent at automation and 43 percent at "
            "specialty materials.",
            ["aerospace unit", "automation", "specialty materials"],
        ),
        (
            "en",
            "Coke said volume slid 2 percent in North America and 5 percent in Europe, but grew 3 percent in Asia.",
            ["North America", "Europe", "Asia"],
        ),
    ],
)
def test_each_entry_of_a_list_has_its_own(language: str, text: str, segments: list[str]) -> None:
    assert [fact.segment for fact in read(Article("test", text, language=language)).facts] == segments


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        # Of a purchase the object may stand behind its price.
        ("de", "Siemens schluckte für 30 Millionen Euro die Softwarefirma Lumotec.", "Lumotec"),
        ("de", "Für 5,1 Milliarden Dollar kaufte Siemens neue Firmen.", None),
        ("en", "BHP made a $12 billion bid for U.S. gas producer Lumotec Energy.", "Lumotec Energy"),
        # A holder holds a part of the company that the text is about.
        (
            "de",
            "SAP wächst. SAP erlöste 5 Mrd. Euro. SAP plant mehr. Der Investor Allianz hält 15 Prozent der Aktien.",
            "SAP",
        ),
        ("en", "BHP grew. BHP had sales of $5 billion. BHP hopes. Alcoa, 40 percent owned by Toyota, lost.", None),
        ("de", "SAP erlöste 5 Milliarden Euro. SAP will wachsen. SAP hält 15 Prozent der Aktien.", None),
    ],
)
def test_what_is_bought_or_held(language: str, text: str, segment: str | None) -> None:
    facts = read(Article("test", text, language=language)).facts
    assert [fact.segment for fact in facts][-1:] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        # What is written down is named behind the figure, behind the metric or before both.
        ("de", "Siemens meldete Wertberichtigungen von 740 Millionen Dollar auf zwei Kohlegruben.", "Kohlegruben"),
        ("de", "Siemens musste auf die Turbinenwerke 30 Millionen Euro abschreiben.", "Turbinenwerke"),
        ("de", "Siemens schreibt 18 Millionen Euro auf die dortigen Anlagen ab.", "dortigen Anlagen"),
        (
            "de",
            "Siemens muss auf den Firmenwert der Tochter Lumotec 5 Millionen Euro abschreiben.",
            "Firmenwert der Tochter Lumotec",
        ),
        ("en", "Intel took a $650 million write-down on its diet foods.", "diet foods"),
        ("en", "Intel booked write-downs of $96 million on its land.", "land"),
        ("de", "Die Abschreibungen von Siemens stiegen um 5 Prozent auf 18 Millionen Euro.", None),
        ("en", "Intel recorded an impairment charge of $96 million on Monday.", None),
        ("en", "Intel booked a write-down of goodwill of $5 million.", None),
    ],
)
def test_what_is_written_down(language: str, text: str, segment: str | None) -> None:
    assert [fact.segment for fact in read(Article("test", text, language=language)).facts][-1:] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        (
            "de",
            "Auf die Krankenversicherung entfielen Prämien von 535 Millionen Euro, so die Allianz.",
            "Krankenversicherung",
        ),
        ("de", "Auf die Bahnsparte entfällt ein Umsatz von 5 Millionen Euro, so Siemens.", "Bahnsparte"),
        ("de", "Auf die Aktie entfiel bei Siemens ein Gewinn von 5 Euro.", None),
        ("en", "Western Europe, its biggest market, reported $12.3 billion in sales, Nike said.", "Western Europe"),
        ("en", "Even Germany, once a driver, reported just $3 billion in sales, Nike said.", "Germany"),
        ("en", "Demand, its biggest worry, rose and sales fell 3 percent, Nike said.", None),
        ("en", "Sales at the largest chain in France, Carrefour, rose 3 percent.", None),
    ],
)
def test_parts_that_open_a_sentence(language: str, text: str, segment: str | None) -> None:
    assert [fact.segment for fact in read(Article("test", text, language=language)).facts][-1:] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("en", "Loews grew. Sales at Alcoa Inc ( AA.N ), in which Loews holds a 40 percent stake, fell.", "Alcoa"),
        (
            "de",
            "Siemens wuchs. Für die türkische Muster Cargo, an der Siemens 25 Prozent hält, lief es gut.",
            "Muster Cargo",
        ),
        ("de", "Siemens wuchs. SAP, das zu 80,1 Prozent der Allianz gehört, braucht Geld.", "SAP"),
        ("de", "Siemens will einen Anteil von 25 Prozent an dem Autohersteller verkaufen.", "Autohersteller"),
        ("de", "Siemens wuchs. Siemens gehört zu 38 Prozent der Stiftung.", None),
    ],
)
def test_what_a_relative_clause_holds(language: str, text: str, segment: str | None) -> None:
    facts = [fact for fact in read(Article("test", text, language=language)).facts if fact.metric == "stake"]
    assert [fact.segment for fact in facts] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("en", "SAP said EBITDA (what was earned before interest, tax and the like) in Asia rose 5 percent.", "Asia"),
        (
            "en",
            "Profit in private and institutional banking fell 7 percent, UBS said.",
            "private and institutional banking",
        ),
        ("en", "SAP said earnings grew to $7 million in capital management.", "capital management"),
        ("en", "SAP said corporate profit rose 42 percent to $304 million.", None),
        ("en", "SAP said sales fell 7 percent at the company's La Muster fashion chain.", "La Muster"),
        ("en", "SAP said sales fell 7 percent at SAP's Kubus.", "Kubus"),
        ("en", "Sales at the third-largest insurer in the United States grew to $7 million, SAP said.", None),
        ("en", "SAP said sales fell 7 percent in the US.", "US"),
        ("en", "SAP said income from continuing operations rose 7 percent.", None),
        ("en", "Excluding results from its credit card unit, SAP earned $7 million.", None),
        ("en", "Profit at the US media giant rose 7 percent, said SAP.", None),
        ("en", "Northwest Airlines flew. Northwest posted a loss of $7 million.", None),
        ("de", "Der Gewinn des sozialen Netzwerks stieg auf 7 Millionen Euro, so SAP.", None),
        ("de", "Der Außenumsatz von SAP stieg auf 7 Millionen Euro.", None),
        ("de", "Die Verwaltungskosten von SAP stiegen auf 7 Millionen Euro.", None),
        ("de", "Die Schließungskosten der Klinik Lahntal betrugen 7 Millionen Euro, so SAP.", "Klinik Lahntal"),
        ("de", "Das Stammgeschäft mit Möbeln erlöste 7 Millionen Euro, so SAP.", "Stammgeschäft mit Möbeln"),
        ("de", "Der Umsatz von SAP wuchs wegen des Zukaufs in den USA um 7 Prozent auf 9 Mio. Euro.", None),
        # What a share is of.
        ("de", "SAP wächst. Der Auslandsanteil am Umsatz betrug 63 Prozent.", "Ausland"),
        ("de", "SAP wächst. Der Online-Anteil am Umsatz stieg auf 63 Prozent.", "Online"),
        ("de", "SAP wächst. Die Marke „Kornblume“ steuert 18 Prozent zum Umsatz bei.", "Kornblume"),
        ("de", "SAP wächst. 90 Prozent der Erlöse kämen aus solchem Direktvertrieb.", "Direktvertrieb"),
        ("en", "SAP, which books over 70 percent of its revenues in the US, grew.", "US"),
        ("en", "SAP wants 30 percent of sales coming from Asian markets, up from 17 percent.", "Asian markets"),
        ("en", "SAP said international revenue, which accounts for half of total sales, is up.", "international"),
    ],
)
def test_how_parts_are_named(language: str, text: str, segment: str | None) -> None:
    assert [fact.segment for fact in read(Article("test", text, language=language)).facts][-1:] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segments"),
    [
        ("de", "SAP gewann 2015 rund 212.000 Stromkunden hinzu.", ["Strom"]),
        ("de", "SAP verlor zwei Millionen Festnetzkunden.", ["Festnetz"]),
        ("de", "SAP gewann 212.000 Neukunden und hat 9 Millionen Bestandskunden.", [None, None]),
        ("de", "SAP hat 9 Millionen Kunden.", [None]),
        ("de", "Der Geschäftsertrag von SAP legte um 8 Prozent auf 716,6 Mio. Euro zu.", [None]),
        ("de", "Bei SAP stiegen die Sachkosten auf 5 Mio. Euro.", [None]),
        # Places before a bracket, and where money is spent.
        (
            "de",
            "SAP steigerte den Umsatz im Ausland (plus 7,7 Prozent) und im Inland (plus 4 Prozent).",
            ["Ausland", "Inland"],
        ),
        ("en", "SAP said sales rose in Asia (up 5 percent) and Europe (up 3 percent).", ["Asia", "Europe"]),
        ("en", "SAP said sales rose as expected (5 percent).", [None]),
        ("de", "SAP will 100 Millionen Euro in Deutschland investieren.", ["Deutschland"]),
        ("de", "SAP will 100 Millionen Euro am Standort Walldorf investieren.", ["Standort Walldorf"]),
        ("de", "SAP will 100 Millionen Euro in Rechenzentren investieren.", [None]),
    ],
)
def test_customers_brackets_and_money_spent(language: str, text: str, segments: list[str | None]) -> None:
    assert [fact.segment for fact in read(Article("test", text, language=language)).facts] == segments


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("SAP was dragged down by its beverage division, where revenues dipped by 4 percent.", "beverage division"),
        ("SAP did well in Western Europe, where sales rose 5 percent.", "Western Europe"),
        ("SAP did well in 2014, where sales rose 5 percent.", None),
        ("SAP sold its Lumotec arm. Lumotec sales had fallen 5 percent, SAP said.", "Lumotec"),
        ("SAP gained from a 4 percent increase in U.S. TV revenue.", "U.S. TV"),
        ("SAP said its Delta Muster wing earned 347 million euros.", "Delta Muster wing"),
        ("MUSTER RAISES OUTLOOK Sales rose 5 percent, said SAP.", None),
        ("Consumer electronics earned an operating profit of 7 million euros, SAP said.", "Consumer electronics"),
        ("Strong markets lifted revenue to 34 million euros, SAP said.", None),
    ],
)
def test_clauses_brands_and_wings(text: str, segment: str | None) -> None:
    assert [fact.segment for fact in read(Article("test", text, language="en")).facts][-1:] == [segment]


@pytest.mark.parametrize(
    ("language", "text", "segments"),
    [
        # Some of the people, and sites by their town.
        ("de", "SAP beschäftigt 36.000 Mitarbeiter, darunter 2.900 Lehrlinge.", [None, "Lehrlinge"]),
        ("de", "SAP will 250 Softwareentwickler einstellen.", ["Softwareentwickler"]),
        ("de", "SAP beschäftigt 36.000 Mitarbeiter.", [None]),
        ("en", "SAP plans to hire 250 engineers.", ["engineers"]),
        ("en", "SAP plans to hire 250 people.", [None]),
        ("de", "In der Fuldaer Zentrale streicht SAP 20 Stellen.", ["Fuldaer Zentrale"]),
        ("de", "SAP will 26.000 Arbeitsplätze außerhalb der USA streichen.", ["außerhalb der USA"]),
        ("de", "Im Stammhaus steckt SAP 18 Millionen Euro in ein neues Gebäude.", ["Stammhaus"]),
        # What a relative clause is about.
        ("de", "SAP wuchs. Gefragt war der neue Falke, von dem SAP 92.055 Stück absetzte.", ["Falke"]),
        ("de", "SAP wuchs dank der Kassen, mit denen SAP 31,6 Millionen Euro umsetzte.", ["Kassen"]),
        ("de", "SAP hat einen Plan, mit dem SAP 31,6 Millionen Euro umsetzte.", [None]),
        ("de", "SAP wuchs, obwohl der Umsatz um 5 Prozent sank.", [None]),
        # A dividend of another kind, also before its figure.
        ("en", "SAP announced a special 7-cent dividend.", ["special 7-cent dividend"]),
        ("en", "SAP announced a 7-cent dividend.", [None]),
    ],
)
def test_people_sites_and_relative_clauses(language: str, text: str, segments: list[str | None]) -> None:
    assert [fact.segment for fact in read(Article("test", text, language=language)).facts] == segments
