"""How German says what a company earned: parted verbs, participles, brackets, clauses that look back."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

VERBS = [
    (
        "Der Ladenbauer nahm im Sommer 85 Millionen Euro ein, 4 Prozent mehr als im Vorjahr.",
        {"revenue value 85000000 EUR", "revenue change_pct 4 %"},
    ),
    ("Der Ladenbauer nahm für 85 Millionen Euro Kredite auf.", {"other value 85000000 EUR"}),
    ("Auf den Firmenwert schrieb der Konzern 200 Millionen Euro ab.", {"impairment value 200000000 EUR"}),
    ("Der Konzern schrieb einen Brief und erhielt 200 Millionen Euro.", set()),
    ("Um 30 Millionen Euro wurde das Werk abgewertet.", {"impairment value 30000000 EUR"}),
    ("Das Institut legte 40 Millionen Euro für faule Kredite zurück.", {"provisions value 40000000 EUR"}),
    ("Der Verlag schüttete 9 Millionen Euro an die Erben aus.", {"dividend_total value 9000000 EUR"}),
    ("Unterm Strich blieben 14 Millionen Euro.", {"net_income value 14000000 EUR"}),
    ("Am Ende blieben 14 Millionen Euro übrig.", {"net_income value 14000000 EUR"}),
    ("Die Erlöse summierten sich auf 640 Millionen Euro.", {"revenue value 640000000 EUR"}),
    ("Der Streik hat den Konzern 61 Millionen Euro gekostet.", {"costs value 61000000 EUR"}),
    ("Das Ticket hat zuletzt 61 Euro gekostet.", set()),
    ("Ein Stillstand belastete das Ergebnis mit 3 Millionen Euro.", {"costs value 3000000 EUR"}),
    ("In ein neues Lager will die Molkerei 12 Millionen Euro stecken.", {"capex value 12000000 EUR"}),
    ("Der Fonds hält 25 Prozent an der Firma.", {"stake value 25 %"}),
    ("Die Firma gehört zu 60 Prozent der Familie.", {"stake value 60 %"}),
    ("Mindestens 70 Prozent des Gewinns sollen ausgeschüttet werden.", {"payout_ratio value 70 %"}),
]

MONEY = [
    ("An Steuern wurden 7 Millionen Euro fällig.", {"tax value 7000000 EUR"}),
    ("Das Haus nahm 30 Millionen Euro an Beiträgen ein.", {"premiums value 30000000 EUR"}),
    (
        "Die Stromrechnung dürfte sich von sechs auf 21 Millionen Euro mehr als verdreifachen.",
        {"costs prior 6000000 EUR", "costs value 21000000 EUR", "costs change_pct 200 %"},
    ),
    ("Die Stadt schießt 25 Millionen Euro frisches Eigenkapital zu.", {"funding_raised value 25000000 EUR"}),
    ("Die Firma hat eine Series A über 22 Millionen Dollar abgeschlossen.", {"funding_raised value 22000000 USD"}),
    ("Der Überschuss aus dem Zinsgeschäft stieg auf 9 Mio. Euro.", {"net_interest_income value 9000000 EUR"}),
    ("Der Bestellungseingang betrug 9 Mio. Franken.", {"order_intake value 9000000 CHF"}),
    ("Die Rückstellungen für den Personalabbau betrugen 5 Mio. Euro.", {"provisions value 5000000 EUR"}),
    ("Die Banken haben den Kredit über 25 Millionen Euro verlängert.", {"debt value 25000000 EUR"}),
    ("Der Konsortialkredit über 60 Millionen Euro läuft aus.", {"debt value 60000000 EUR"}),
    ("Eine Aufnahme frischer Schulden von 2 Millionen Euro steht an.", {"funding_raised value 2000000 EUR"}),
    ("Für Abfindungen hat die Firma 9 Millionen Euro zurückgelegt.", {"provisions value 9000000 EUR"}),
    ("Die Firma wurde zur Zahlung von 51.000 Euro verurteilt.", {"fine value 51000 EUR"}),
    ("Die Tochter ist rund 70 Millionen Euro wert.", {"valuation value 70000000 EUR"}),
    ("Die Anteile waren am Freitag noch 70 Millionen Euro wert.", {"market_cap value 70000000 EUR"}),
    ("Der Gewinn lag um 3 Millionen Euro unter dem Wert des Vorjahres.", {"net_income change_abs -3000000 EUR"}),
    ("Die Aktie hat zuletzt 2 Euro gekostet, nach einem Absturz um 80 Prozent.", set()),
    ("Das Handelsvolumen der Aktie lag bei 99 Millionen Euro.", set()),
    ("Für den Beschluss ist die erforderliche Mehrheit von 75 Prozent nötig.", set()),
    ("Im Hafen wurden 590.000 Container umgeschlagen.", {"other value 590000 count"}),
    ("Ein Ticket kostet 9 Euro, der Umbau kostet bis zu 28 Millionen Euro.", {"costs value 28000000 EUR"}),
    (
        "Bis zu 15 Millionen Euro steckt die Firma binnen zwölf Monaten in den Rückkauf eigener Aktien.",
        {"share_buyback value 15000000 EUR"},
    ),
    ("Die Firma muss 21 Millionen Euro in die Zinszusatzreserve stecken.", {"provisions value 21000000 EUR"}),
    ("Die Firma investierte 17 Millionen Euro in die Produktentwicklung.", {"rd_expense value 17000000 EUR"}),
    ("In den Auftragsbüchern standen Bestellungen über 14 Millionen Euro.", {"order_backlog value 14000000 EUR"}),
    ("Die operativen Mittelzuflüsse (FFO) stiegen auf 91 Millionen Euro.", {"other value 91000000 EUR"}),
    ("Das entspricht einem Zugewinn an Börsenwert von 80 Millionen Euro.", set()),
    ("Der Containerumschlag ging um 7 Prozent zurück.", {"other change_pct -7 %"}),
]

SOLD = [
    ("Die Vorzugsaktie nahm mit minus 3 Prozent den letzten Platz im Index ein.", set()),
    ("Der Verlag nahm sechs Prozent weniger ein.", {"revenue change_pct -6 %"}),
    ("Die Erholungsrally von 29 Prozent setzte sich mit plus 31 Prozent fort.", set()),
    ("(ausgefallenes Wort im 4. Absatz, 2. Satz ergänzt)", set()),
    ("Die Anteile brachen nach gesenktem Umsatzziel für das Jahr um zehn Prozent ein.", set()),
    ("Der Shanghai Composite verliert und steht bei 2.827 Einheiten.", set()),
    (
        "Die Kapazitäten sollen von 2,5 Millionen Einheiten auf 2 Millionen Einheiten sinken.",
        {"other prior 2500000 count", "other value 2000000 count"},
    ),
    (
        "Der Absatz stieg von 2 Millionen Autos auf 3 Millionen Autos.",
        {"units_sold prior 2000000 count", "units_sold value 3000000 count"},
    ),
    ("Laut Marktprognosen werden weltweit 40.000 Flugzeuge verkauft.", set()),
    (
        "Den Hafen nutzten 1,8 Millionen Passagiere, das sind rund 60.000 weniger als 2015.",
        {"passengers value 1800000 count", "passengers change_abs -60000 count"},
    ),
    ("Vom Sparplan seien 90 Prozent umgesetzt.", set()),
    ("Es wurden 5 Prozent mehr umgesetzt.", {"revenue change_pct 5 %"}),
    ("Für Abfindungen und die Schließung hat das Haus 9 Mio. Euro zurückgestellt.", {"provisions value 9000000 EUR"}),
    ("Der Händler verkaufte 12.000 Fahrräder.", {"units_sold value 12000 count"}),
    ("Für 300 Millionen Euro wurde die Sparte verkauft.", {"deal_value value 300000000 EUR"}),
    ("Die Gründer wollen 20 Prozent verkaufen.", {"stake value 20 %"}),
    ("Der Kauf wurde mit 5 Millionen Euro Umsatz begründet.", {"revenue value 5000000 EUR"}),
]

COMPARED = [
    (
        "Der Gasabsatz ging um 17 Prozent auf 1.140 Gigawattstunden zurück, beim Strom fiel das Minus geringer aus.",
        {"units_sold change_pct -17 %", "units_sold value 1140 count"},
    ),
    (
        "Für das Ebitda rechnet er mit EUR 22 Mio. bis EUR 25 Mio. (zuvor: mindestens EUR 34 Mio.).",
        {"ebitda value 22000000..25000000 EUR", "ebitda prior 34000000 EUR"},
    ),
    (
        "Operativ (Ebitda) verdiente der Verlag 5 Millionen Euro; vor einem Jahr waren wegen hoher Rückstellungen nur "
        "3 Millionen hängen geblieben.",
        {"ebitda value 5000000 EUR", "ebitda prior 3000000 EUR"},
    ),
    (
        "Der Umsatz stieg auf 1,3 (1,1) Milliarden Euro.",
        {"revenue value 1300000000 EUR", "revenue prior 1100000000 EUR"},
    ),
    (
        "Bei einem mit 58 Mio. EUR (Q1 2015: 60 Mio. EUR) leicht rückläufigen Zinsüberschuss blieb es ruhig.",
        {"net_interest_income value 58000000 EUR", "net_interest_income prior 60000000 EUR"},
    ),
    (
        "Der Umsatz kletterte auf 5 Milliarden von 4 Milliarden Euro.",
        {"revenue value 5000000000 EUR", "revenue prior 4000000000 EUR"},
    ),
    ("Die Bruttomarge sank auf 5 Prozent von 6 Prozent.", {"gross_margin value 5 %", "gross_margin prior 6 %"}),
    ("Nur 18 Prozent der Befragten setzten auf Aktien.", set()),
    ("Das soll die Kostenbasis um jährlich 18 Mio. Euro entlasten.", {"cost_savings value 18000000 EUR"}),
    ("Es kostete Vertrauen, das Handelsvolumen betrug 99 Mrd. Dollar.", set()),
    ("Der Leerstand sank auf 2,1 von zuvor 2,6 Prozent.", {"other value 2.1 %", "other prior 2.6 %"}),
    (
        "Der Fehlbetrag belief sich auf 23 Millionen Euro, im Vorjahresquartal waren 40 Millionen Euro angefallen.",
        {"net_income value -23000000 EUR", "net_income prior -40000000 EUR"},
    ),
    (
        "Der Umsatz fiel auf 20 Millionen Euro, nachdem er ein Jahr zuvor bei 24 Millionen Euro gelegen hatte.",
        {"revenue value 20000000 EUR", "revenue prior 24000000 EUR"},
    ),
    (
        "Die Nettoverschuldung, die Ende März noch 3 Milliarden Euro betragen hatte, stieg auf 4 Milliarden Euro.",
        {"net_debt value 4000000000 EUR", "net_debt prior 3000000000 EUR"},
    ),
    (
        "Der Absatz belief sich auf 5.200 Stück und übertraf damit die Prognose von 5.000 Stück.",
        {"units_sold value 5200 count", "units_sold prior 5000 count"},
    ),
    (
        "Das EBT von 27 Mio. Euro lag um 50 Prozent über dem Vorjahreswert (18 Mio. Euro).",
        {"pretax_profit value 27000000 EUR", "pretax_profit change_pct 50 %", "pretax_profit prior 18000000 EUR"},
    ),
    (
        "Der Konzern rechnet mit einem Ergebnis von 9 Millionen Euro sowie von einem Umsatz von 80 Millionen Euro.",
        {"net_income value 9000000 EUR", "revenue value 80000000 EUR"},
    ),
    ("Im Vorjahr wurde eine Rückstellung von 14 Mio. Euro gebildet.", {"provisions value 14000000 EUR"}),
]

CHANGED = [
    ("Die Einnahmen nahmen um 9 Prozent auf 4 Mio. Euro zu.", {"revenue value 4000000 EUR", "revenue change_pct 9 %"}),
    ("Die Einnahmen nahmen um 9 Prozent auf 4 Mio. Euro ab.", {"revenue value 4000000 EUR", "revenue change_pct -9 %"}),
    ("Mit dem Umsatz ging es um 9 Prozent nach oben.", {"revenue change_pct 9 %"}),
    ("Mit dem Umsatz ging es um 9 Prozent zurück.", {"revenue change_pct -9 %"}),
    (
        "Der Überschuss betrug 8 Millionen Euro, ein Minus von 2 Millionen Euro.",
        {"net_income value 8000000 EUR", "net_income change_abs -2000000 EUR"},
    ),
    (
        "Der Vorstand meldete einen Rückgang des Überschusses von 60 Prozent auf 30 Millionen Euro.",
        {"net_income change_pct -60 %", "net_income value 30000000 EUR"},
    ),
    (
        "Die Serviceumsätze wuchsen um 3 Prozent, nach 2 Prozent im Auftaktquartal.",
        {"revenue change_pct 3 %"},
    ),
    (
        "Der Auftragseingang lag bei 410 Millionen Euro und damit 7 Prozent unter Vorjahr.",
        {"order_intake value 410000000 EUR", "order_intake change_pct -7 %"},
    ),
    ("Die Bestellungen lagen 4 Prozent darunter.", {"order_intake change_pct -4 %"}),
    ("Das Briefvolumen gab um fünf Prozent nach.", {"units_sold change_pct -5 %"}),
    (
        "Die Verkaufserlöse kletterten wechselkurs- und portfoliobereinigt um 6 Prozent.",
        {"revenue change_pct 6 %"},
    ),
    ("Bis März sollen 15 weitere Filialen geschlossen werden.", {"stores change_abs -15 count"}),
    ("Das Textilhaus plant fünf neue Läden.", {"stores change_abs 5 count"}),
]

PER_SHARE = [
    ("Je Aktie verdiente der Konzern 2,40 Euro.", {"eps value 2.4 EUR"}),
    (
        "Je Aktie sollen 0,20 (Vorjahr: 0,12) Euro ausgekehrt werden.",
        {"dividend_per_share value 0.2 EUR", "dividend_per_share prior 0.12 EUR"},
    ),
    ("Der Investor bietet 31 statt 29 Euro je Aktie.", {"other value 31 EUR", "other prior 29 EUR"}),
    (
        "Der Gewinn betrug 5 Millionen Euro, je Aktie 1,10 Euro.",
        {"net_income value 5000000 EUR", "eps value 1.1 EUR"},
    ),
]

LOSSES = [
    (
        "Das Ergebnis drehte von plus 2,2 auf minus 5,3 Millionen Euro.",
        {"net_income prior 2200000 EUR", "net_income value -5300000 EUR"},
    ),
    (
        "Vor Steuern kam der Verlag von minus drei auf plus neun Millionen Euro.",
        {"pretax_profit prior -3000000 EUR", "pretax_profit value 9000000 EUR"},
    ),
    (
        "Der Umsatz erreichte 9 Millionen Euro, plus 3 Prozent.",
        {"revenue value 9000000 EUR", "revenue change_pct 3 %"},
    ),
    (
        "Der Gewinn betrug 6 Millionen Euro, nachdem der Verlag im Vorjahr noch 4 Millionen Euro verloren hatte.",
        {"net_income value 6000000 EUR", "net_income prior -4000000 EUR"},
    ),
    (
        "Der Gewinn betrug 6 Millionen Euro, nachdem der Verlag im Vorjahr noch 4 Millionen Euro verdient hatte.",
        {"net_income value 6000000 EUR", "net_income prior 4000000 EUR"},
    ),
    ("Das Ergebnis war mit 7 Millionen Euro negativ.", {"net_income value -7000000 EUR"}),
    ("Der Gewinn wuchs mit 7 Millionen Euro trotz negativer Zinsen.", {"net_income value 7000000 EUR"}),
    ("Das Ergebnis rutschte mit 5 Millionen Euro ins Minus.", {"net_income value -5000000 EUR"}),
    (
        "Unter dem Strich stand ein Verlust von 8 Millionen Euro (Vorjahr: 6 Millionen Euro Gewinn).",
        {"net_income value -8000000 EUR", "net_income prior 6000000 EUR"},
    ),
]

MARGINS = [
    (
        "Von jedem Euro sollen vor Zinsen, Steuern und Abschreibungen 7 Cent übrig bleiben, eine Marge von 7 Prozent.",
        {"ebitda_margin value 7 %"},
    ),
    ("Die Marge stieg auf 21,8 (i. V. 21,5) %.", {"ebit_margin value 21.8 %", "ebit_margin prior 21.5 %"}),
    (
        "Das Ebitda stieg auf 90 Millionen Euro, die Marge auf 22 Prozent.",
        {"ebitda value 90000000 EUR", "ebitda_margin value 22 %"},
    ),
    ("Die Marge stieg auf 9 Prozent.", {"ebit_margin value 9 %"}),
]

JOBS = [
    ("Von den 4100 Stellen werde keine gestrichen.", {"employees value 4100 count"}),
    ("Der Konzern schickt 600 Mitarbeiter in Kurzarbeit.", {"other value 600 count"}),
    ("In Wien suche man 250 Leute.", {"hires value 250 count"}),
    ("In Wien werden 150 Leute aufgenommen.", {"hires value 150 count"}),
    ("800 Beschäftigte vor dem Aus.", {"job_cuts value 800 count"}),
    ("Das Haus beschäftigt 400 Leute, davon etwa die Hälfte in Wien.", {"employees value 400 count"}),
    (
        "Im Werk mit seinen 300 Beschäftigten ruht die Arbeit, 20 Leiharbeiter mussten gehen.",
        {"employees value 300 count", "job_cuts value 20 count"},
    ),
    ("Das Haus streicht 1.600 Stellen, ein Fünftel der Belegschaft.", {"job_cuts value 1600 count"}),
    ("1.600 Jobs fallen in Schweden weg.", {"job_cuts value 1600 count"}),
    ("Rund 700 arbeiten für die Sparte.", {"employees value 700 count"}),
    ("Der Konzern will ihren Anteil auf 51 Prozent erhöhen.", {"stake value 51 %"}),
    ("Im Dezember hörten 675 Millionen Menschen zu.", {"users value 675000000 count"}),
    (
        "Das Ebit übertraf mit 9 Millionen Euro den Vorjahreswert (7 Millionen).",
        {"ebit value 9000000 EUR", "ebit prior 7000000 EUR"},
    ),
    (
        "Statt eines Gewinns von 4 Millionen Euro fiel ein Verlust von 2 Millionen Euro an.",
        {"net_income value -2000000 EUR", "net_income prior 4000000 EUR"},
    ),
    (
        "Es wurden 4 Millionen Dollar Verlust, wo vor Jahresfrist noch 6 Millionen Gewinn gestanden hatten.",
        {"net_income value -4000000 USD", "net_income prior 6000000 USD"},
    ),
    (
        "Das Ebit halbierte sich auf 4 Millionen Euro, der Umsatz schrumpfte von 6 auf 2 Millionen Euro.",
        {
            "ebit value 4000000 EUR",
            "ebit change_pct -50 %",
            "revenue value 2000000 EUR",
            "revenue prior 6000000 EUR",
        },
    ),
    (
        "Der Überschuss betrug 4 Millionen Euro – ein Minus von 1 Million.",
        {"net_income value 4000000 EUR", "net_income change_abs -1000000 EUR"},
    ),
    (
        "Der Umsatz betrug 4 Millionen Euro, +5,2%, davon organisch +3,4%.",
        {"revenue value 4000000 EUR", "revenue change_pct 5.2 %", "revenue change_pct 3.4 %"},
    ),
    (
        "Der Verlust stieg auf 4 Mio. Euro bzw. 0,64 Euro je Aktie (Vorjahr: 3 Mio. Euro bzw. 0,52 Euro je Aktie).",
        {
            "net_income value -4000000 EUR",
            "net_income prior -3000000 EUR",
            "eps value -0.64 EUR",
            "eps prior -0.52 EUR",
        },
    ),
    (
        "Beschäftigt werden 290 Menschen, vor zwei Jahren waren es erst 85.",
        {"employees value 290 count", "employees prior 85 count"},
    ),
    (
        "Die Häuser waren zu 72 Prozent belegt, das Niveau von 2014 (69 Prozent) wurde übertroffen.",
        {"other value 72 %", "other prior 69 %"},
    ),
    (
        "Die Marge ist damit auf 3,1% mehr als halbiert.",
        {"ebit_margin value 3.1 %", "ebit_margin change_pct -50 %"},
    ),
    (
        "Die Aufwandsquote verschlechterte sich um 3 Prozentpunkte auf 52 Prozent.",
        {"other value 52 %", "other change_abs 3 pp"},
    ),
    (
        "41.300 Tonnen Kekse und Gummi liefen vom Band, rund 1.200 Tonnen weniger als im Jahr davor.",
        {"production value 41300 count", "production change_abs -1200 count"},
    ),
    ("In der Umfrage nannten 675 Menschen den Preis.", set()),
    ("3,4 Millionen Menschen bestellten mindestens einmal.", {"customers value 3400000 count"}),
    ("Das Werk sucht 90 Leute.", {"hires value 90 count"}),
    ("Von den 800 Stellen, die wegfallen, sind viele schon abgebaut.", {"job_cuts value 800 count"}),
    ("30 der 120 Arbeitsplätze fallen weg.", {"job_cuts value 30 count", "employees value 120 count"}),
    (
        "Die Belegschaft wird von derzeit 510 auf 470 Köpfe verkleinert.",
        {"employees value 470 count", "employees prior 510 count"},
    ),
]

FAMILIES = [
    ("Vor Zinsen und Steuern blieben davon 7 Millionen Euro hängen.", {"ebit value 7000000 EUR"}),
    ("Das Ergebnis der betrieblichen Tätigkeit sank auf 7 Millionen Euro.", {"ebit value 7000000 EUR"}),
    ("Für 2016 wird ein EBIT-Verlust von 7 Millionen Euro erwartet.", {"ebit value -7000000 EUR"}),
    ("Aus laufender Geschäftstätigkeit flossen 7 Millionen Euro ab.", {"operating_cash_flow value -7000000 EUR"}),
    ("Der Händler steckt 7 Millionen Euro in den Rückkauf eigener Aktien.", {"share_buyback value 7000000 EUR"}),
    ("Der Händler steckt 7 Millionen Euro in ein Lager.", {"capex value 7000000 EUR"}),
    ("Die jährlichen Kosten sollen um 7 Millionen Euro sinken.", {"cost_savings value 7000000 EUR"}),
    ("In der Halle stapeln sich Bestellungen über 7 Millionen Euro.", {"order_backlog value 7000000 EUR"}),
    # the noun before a verb that only makes it
    ("Sie fuhr 2023 einen Verlust von 5 Millionen Euro ein.", {"net_income value -5000000 EUR"}),
    ("Sie hat einen Verlust von 5 Millionen Euro eingefahren.", {"net_income value -5000000 EUR"}),
    ("Ein Stillstand hat das Ergebnis mit 5 Millionen Euro belastet.", {"costs value 5000000 EUR"}),
    ("Sie beteiligt die Aktionäre mit 65 Cent je Aktie am Gewinn.", {"dividend_per_share value 0.65 EUR"}),
    ("Sie erhielt einen Auftrag über 5 Millionen Euro.", {"order_intake value 5000000 EUR"}),
    # what a verb and its object say together
    ("Im Tagesgeschäft erwirtschaftete sie 93 Millionen Euro.", {"ebit value 93000000 EUR"}),
    ("Sie sammelte neue Aufträge über 36 Millionen Euro ein.", {"order_intake value 36000000 EUR"}),
    ("Für die Tochter legt der Konzern 17 Millionen Euro auf den Tisch.", {"deal_value value 17000000 EUR"}),
    ("Der Börsengang spülte 90 Millionen Euro in die Kasse.", {"funding_raised value 90000000 EUR"}),
    ("Die Vermietung spülte 90 Millionen Euro in die Kasse.", {"revenue value 90000000 EUR"}),
    ("In Forschung und Entwicklung steckte sie 18 Millionen Euro.", {"rd_expense value 18000000 EUR"}),
    ("In ein Lager steckte sie 18 Millionen Euro.", {"capex value 18000000 EUR"}),
    ("Der Umbau kostet die Firma 20 Millionen Euro.", {"costs value 20000000 EUR"}),
    ("Ein Ticket kostet 20 Euro.", set()),
    ("An der Börse ist sie gut sieben Milliarden Euro wert.", {"market_cap value 7000000000 EUR"}),
    ("Aus eigener Kraft wuchs sie um 2,2 Prozent.", {"organic_growth value 2.2 %"}),
    ("Der Barmittelbestand betrug 2,8 Millionen Euro.", {"cash value 2800000 EUR"}),
    # what the pieces are
    ("Das Auftragspolster des Herstellers umfasst 8.600 Flugzeuge.", {"order_backlog value 8600 count"}),
    ("Sie holte Bestellungen für 126 Flugzeuge herein.", {"order_intake value 126 count"}),
    ("Die Produktion in Köln sank auf 480.000 Autos.", {"production value 480000 count"}),
    ("Der Absatz in Köln sank auf 480.000 Autos.", {"units_sold value 480000 count"}),
    # what one share gets, and all of them
    ("Sie hebt die Ausschüttung auf 4,70 Euro an.", {"dividend_per_share value 4.7 EUR"}),
    ("Sie hebt die Ausschüttung auf 470 Millionen Euro an.", {"dividend_total value 470000000 EUR"}),
    # points that lead to a percentage
    (
        "Die Auslastung verbesserte sich um 1,2 Punkte auf 83,4 Prozent.",
        {"other change_abs 1.2 pp", "other value 83.4 %"},
    ),
    ("Die Schließung schlägt mit 7 Millionen Euro zu Buche.", {"costs value 7000000 EUR"}),
    ("Die Kette trennt sich von sieben ihrer 40 Häuser.", {"stores value 40 count", "stores change_abs -7 count"}),
    ("Die Kette schließt 40 Läden.", {"stores change_abs -40 count"}),
    ("Derzeit betreibt die Kette 40 Läden.", {"stores value 40 count"}),
    ("Rund 4.000 Versicherte kehrten der Kasse den Rücken.", {"customers change_abs -4000 count"}),
    ("Der Hersteller hielt einen Anteil von 33 Prozent am Weltmarkt.", {"market_share value 33 %"}),
    ("Der Fonds hielt einen Anteil von 33 Prozent am Werk.", {"stake value 33 %"}),
    ("Wertberichtigungen von 7 Millionen Euro auf zwei Minen drückten ihn.", {"impairment value 7000000 EUR"}),
    (
        "Das Ergebnis stieg auf 9 Millionen Euro, wobei 2 Millionen aus dem Verkauf der Sparte stammen.",
        {"net_income value 9000000 EUR", "other value 2000000 EUR"},
    ),
]

SENTENCES = VERBS + MONEY + SOLD + COMPARED + CHANGED + PER_SHARE + LOSSES + MARGINS + JOBS + FAMILIES


@pytest.mark.parametrize(("text", "facts"), SENTENCES, ids=[text[:50] for text, _ in SENTENCES])
def test_what_a_german_sentence_says(text: str, facts: set[str]) -> None:
    assert said(text, "de") == facts
