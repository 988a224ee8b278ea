"""Families of German words for one metric, and for whom and what is counted."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

PEOPLE = [
    (
        "Mit 900 Beschäftigten nahm die Bäckerei 61 Millionen Euro ein.",
        {"employees value 900 count", "revenue value 61000000 EUR"},
    ),
    ("Der Personalstand belief sich auf 900 Menschen.", {"employees value 900 count"}),
    ("Beschäftigt wurden Ende Mai 900 Personen.", {"employees value 900 count"}),
    ("Im Saal saßen 900 Personen.", set()),
    ("Die Brauerei gibt 900 Menschen Arbeit.", {"employees value 900 count"}),
    ("900 Menschen verdienen dort ihr Geld.", {"employees value 900 count"}),
    ("Die Spedition macht zehn Depots dicht.", {"stores change_abs -10 count"}),
    (
        "Von den 900 Beschäftigten müssen 50 gehen.",
        {"employees value 900 count", "job_cuts value 50 count"},
    ),
    ("Am Stammsitz fallen 60 Posten weg.", {"job_cuts value 60 count"}),
    ("Die Fabrik schafft 60 Jobs.", {"hires value 60 count"}),
    (
        "Der Umsatz steigt um 5 Prozent, der Konzern stellt 500 Leute ein.",
        {"revenue change_pct 5 %", "hires value 500 count"},
    ),
    ("Offen ist, wie viele der rund 9.000 Stellen wegfallen.", {"employees value 9000 count"}),
    ("Die Bank hält eine Minderheit von 30 Prozent an der Molkerei.", {"stake value 30 %"}),
    ("Die Transportmenge sank auf 5 Millionen TEU.", {"units_sold value 5000000 count"}),
    ("Im Hafen wurden 5 Millionen TEU umgeschlagen.", {"other value 5000000 count"}),
    ("Der Konzern entlässt 500 Leute.", {"job_cuts value 500 count"}),
    ("120 Jobs weniger gibt es dort bald.", {"job_cuts value 120 count"}),
    ("Nun fallen die 60 Stellen weg.", {"job_cuts value 60 count"}),
    ("Die Bank streicht jede zehnte Stelle.", {"job_cuts value 10 %"}),
    ("Jeder fünfte Mitarbeiter soll gehen.", {"job_cuts value 20 %"}),
    ("Jeder fünfte der 400 Arbeitsplätze fällt weg.", {"job_cuts value 20 %", "employees value 400 count"}),
    (
        "Nun wackeln 90 Stellen, nachdem schon im Mai 40 Jobs gestrichen worden waren.",
        {"job_cuts value 90 count", "job_cuts value 40 count"},
    ),
]

COMPOUNDS = [
    ("Die Airline meldet ein Passagierplus von 4 Prozent.", {"passengers change_pct 4 %"}),
    ("Das Bestellplus betrug 4 Prozent.", {"order_intake change_pct 4 %"}),
    ("Es gab einen Auftragsrückgang um 4 Prozent.", {"order_intake change_pct -4 %"}),
    ("Der Ertragsrückgang betrug 4 Prozent.", {"revenue change_pct -4 %"}),
    ("Ein Umsatzschub von 4 Prozent half.", {"revenue change_pct 4 %"}),
]

ORDERS = [
    ("Ende Mai lagen Aufträge für 7 Millionen Euro vor.", {"order_backlog value 7000000 EUR"}),
    ("Die Werft sitzt auf Aufträgen im Wert von 7 Millionen Euro.", {"order_backlog value 7000000 EUR"}),
    ("Der Rahmenvertrag hat ein Volumen von 7 Millionen Euro.", {"order_intake value 7000000 EUR"}),
]

BALANCES = [
    ("Der Bestand an Krediten kletterte auf 7 Millionen Euro.", {"loans value 7000000 EUR"}),
    ("Der Bestand an Einlagen kletterte auf 7 Millionen Euro.", {"deposits value 7000000 EUR"}),
    ("Das Konzernergebnis blieb mit 7 Millionen Euro im roten Bereich.", {"net_income value -7000000 EUR"}),
    ("2011 war das Minus auf 7 Millionen Euro angewachsen.", {"net_income value -7000000 EUR"}),
    ("Die Umsatzrendite vor Steuern fiel auf 4 Prozent.", {"other value 4 %"}),
    ("Das Verhältnis von Kosten zu Ertrag lag bei 74 Prozent.", {"other value 74 %"}),
    ("Die Gearing Ratio lag bei 56 Prozent.", {"other value 56 %"}),
]

SENSES = [
    (
        "Die Marge beim Ergebnis vor Zinsen, Steuern und Abschreibungen (Ebitda) lag bei 9 Prozent.",
        {"ebitda_margin value 9 %"},
    ),
    ("Die operative Marge (Ebitda) lag bei 9 Prozent.", {"ebitda_margin value 9 %"}),
    ("Operativ wurden daraus 7 Millionen Euro Gewinn.", {"ebit value 7000000 EUR"}),
    ("Auf operativer Ebene stieg das Ergebnis auf 7 Millionen Euro.", {"ebit value 7000000 EUR"}),
    ("Operativ lief es gut, der Gewinn stieg auf 7 Millionen Euro.", {"net_income value 7000000 EUR"}),
    ("Die Kette strich 7 Millionen Euro als operativen Gewinn ein.", {"ebit value 7000000 EUR"}),
    ("Der Konzern hat eigene Papiere für 7 Millionen Euro erworben.", {"share_buyback value 7000000 EUR"}),
    ("Der Marktanteil der Gruppe liegt bei 9 Prozent.", {"market_share value 9 %"}),
    ("Der Konzern wird an der Börse mit 7 Milliarden Euro bewertet.", {"market_cap value 7000000000 EUR"}),
    ("Der Konzern wird mit 7 Milliarden Euro bewertet.", {"valuation value 7000000000 EUR"}),
    ("Der Konzern will Aktien für 7 Millionen Euro zurückkaufen.", {"share_buyback value 7000000 EUR"}),
    ("Der Konzern hat Anteile im Wert von 7 Millionen Euro zurückgekauft.", {"share_buyback value 7000000 EUR"}),
    ("Der Konzern will die Tochter für 7 Millionen Euro zurückkaufen.", {"deal_value value 7000000 EUR"}),
    ("Der Börsengang spielte 7 Millionen Euro ein.", {"funding_raised value 7000000 EUR"}),
    ("Der Film spielte 7 Millionen Euro ein.", {"revenue value 7000000 EUR"}),
    ("Umgeschlagen wurden 9.000 Tonnen Güter.", {"other value 9000 count"}),
    (
        "Der Gewinn sank wegen höherer Gehälter von 9 auf 7 Millionen Euro.",
        {"net_income value 7000000 EUR", "net_income prior 9000000 EUR"},
    ),
    (
        "Sie erwartet ein Ebitda von 9 Millionen Euro (bisher 8 Millionen) und einen Gewinn von 7 Millionen Euro.",
        {"ebitda value 9000000 EUR", "ebitda prior 8000000 EUR", "net_income value 7000000 EUR"},
    ),
    ("Der Cashflow nach Dividende erreichte 7 Millionen Euro.", {"operating_cash_flow value 7000000 EUR"}),
    ("Beim Umsatz sollen es sechs Milliarden werden.", {"revenue value 6000000000 EUR"}),
    ("In Europa wurden nach Verbandsangaben 9.000 Wärmepumpen verkauft.", set()),
]

LEFT = [
    ("Am Ende blieben 7 Millionen Euro.", {"net_income value 7000000 EUR"}),
    ("Der Händler rutschte mit 7 Millionen Euro ins Minus.", {"net_income value -7000000 EUR"}),
    ("Die Werft holte Aufträge im Wert von 7 Millionen Euro herein.", {"order_intake value 7000000 EUR"}),
    ("Der Händler hat Räder für 7 Millionen Euro abgesetzt.", {"revenue value 7000000 EUR"}),
    ("Die Züge sind mit 7 Millionen Euro gefüllt.", set()),
    (
        "Der Konzern verdiente 7 Millionen Euro, nachdem im Vorjahr noch ein Verlust von 2 Millionen angefallen war.",
        {"net_income value 7000000 EUR", "net_income prior -2000000 EUR"},
    ),
]

PAYOUTS = [
    ("Vom Cashflow will die Firma 50 bis 75 Prozent ausschütten.", {"payout_ratio value 50..75 %"}),
    ("Vom Gewinn soll es eine Dividende von 4 Prozent geben.", {"other value 4 %"}),
    ("Die Nettoschulden sollen auf das Dreifache des Ebitda sinken.", set()),
    ("Der Gewinn stieg auf das Dreifache.", {"net_income change_pct 200 %"}),
]

PLANTS = [
    ("7 Millionen Euro fließen in ein neues Werk.", {"capex value 7000000 EUR"}),
    ("In Peru entsteht für 7 Millionen Euro eine neue Fabrik.", {"capex value 7000000 EUR"}),
    ("Die Familie kontrolliert 60 Prozent der Brauerei.", {"stake value 60 %"}),
    ("Die Brauerei ist an der Börse 7 Millionen Euro wert.", {"market_cap value 7000000 EUR"}),
    ("Die Brauerei setzt 70 Leute vor die Tür.", {"job_cuts value 70 count"}),
    (
        "Die Firma lieferte 7.000 Pumpen aus, 5 Prozent mehr als im Vorjahr.",
        {"units_sold value 7000 count", "units_sold change_pct 5 %"},
    ),
]

COMPARED = [
    (
        "Das EGT dürfte um 50 Prozent unter den 7 Millionen Euro des Jahres 2015 liegen.",
        {"pretax_profit change_pct -50 %", "pretax_profit prior 7000000 EUR"},
    ),
    (
        "Der Verlust wuchs auf 7 Millionen Euro, im Jahr davor hatte die Brauerei noch 2 Millionen Euro verdient.",
        {"net_income value -7000000 EUR", "net_income prior 2000000 EUR"},
    ),
]

PARTS = [
    ("Weg fallen 60 der weltweit rund 900 Stellen.", {"job_cuts value 60 count", "employees value 900 count"}),
    ("Die Bank streicht 60 ihrer derzeit etwa 900 Jobs.", {"job_cuts value 60 count", "employees value 900 count"}),
    ("Die Bank beschäftigt 900 Kundenberater.", {"employees value 900 count"}),
    ("Die Firma will 4 Euro je Aktie auszahlen.", {"dividend_per_share value 4 EUR"}),
    ("Die Firma will 4 Euro je Aktie verdienen.", {"eps value 4 EUR"}),
    ("Die Marge drehte um 2 Prozentpunkte nach unten.", {"ebit_margin change_abs -2 pp"}),
    (
        "Die Firma verdiente 7 Millionen Euro, nach einem Minus von 2 Millionen Euro im Jahr davor.",
        {"net_income value 7000000 EUR", "net_income prior -2000000 EUR"},
    ),
]

GAINED = [
    ("Der Anbieter gewann im Quartal 900 Kunden.", {"customers change_abs 900 count"}),
    ("Der Anbieter verlor 2011 netto 900 Kunden.", {"customers change_abs -900 count"}),
    ("Der Anbieter verlor 900 Kunden.", {"customers change_abs -900 count"}),
    ("Der Anbieter verlor im Quartal Geld und hat 900 Kunden.", {"customers value 900 count"}),
    ("Der Anbieter gewann den Preis mit 900 Kunden.", {"customers value 900 count"}),
    ("Der Anbieter gewann an Wert, 900 Kunden kamen.", {"customers value 900 count"}),
]

VERBS = [
    (
        "Bei einem Umsatz von 9 Millionen Euro verdiente die Gruppe 7 Millionen Euro.",
        {"revenue value 9000000 EUR", "net_income value 7000000 EUR"},
    ),
    (
        "Bei Erträgen von 9 Millionen Franken verdiente die Bank 7 Millionen Franken.",
        {"revenue value 9000000 CHF", "net_income value 7000000 CHF"},
    ),
    (
        "Mit einem Umsatz von 9 Millionen Euro verdiente die Gruppe 4 Prozent mehr.",
        {"revenue value 9000000 EUR", "net_income change_pct 4 %"},
    ),
    (
        "Bei einem Gewinn von 9 Millionen Euro setzte die Firma 70 Millionen Euro um.",
        {"net_income value 9000000 EUR", "revenue value 70000000 EUR"},
    ),
    ("7 Millionen Euro verdiente die Gruppe.", {"net_income value 7000000 EUR"}),
    ("Mit Autos verdiente die Gruppe 7 Millionen Euro.", {"net_income value 7000000 EUR"}),
    ("Die 7 Millionen Euro verdiente die Gruppe mit Autos.", {"net_income value 7000000 EUR"}),
    ("Vor Steuern wurden 7 Millionen Euro verdient.", {"pretax_profit value 7000000 EUR"}),
    ("Damit sank der Personalstand auf 900, es wurde viel gestrichen.", {"employees value 900 count"}),
    ("Weil sie für den Abbau von 900 Stellen zahlt, sank der Gewinn.", {"job_cuts value 900 count"}),
    ("Ihren Anteil am Werbemarkt baute sie auf 43 Prozent aus.", {"market_share value 43 %"}),
    ("Ihren Anteil an der Bank baute sie auf 43 Prozent aus.", {"stake value 43 %"}),
    ("Die Sparte geht für 7 Millionen Euro an einen Investor.", {"deal_value value 7000000 EUR"}),
    ("Das Los geht für 7 Euro an den Gewinner.", set()),
    ("In China gingen 900 Autos an Kunden.", {"units_sold value 900 count"}),
]

INFLECTED = [
    ("Der Zuwachs des Betriebsergebnisses lag bei 4 Prozent.", {"ebit change_pct 4 %"}),
    ("Mit einem Rückgang des operativen Ergebnisses um 4 Prozent rechnete keiner.", {"ebit change_pct -4 %"}),
    ("Die Bank will 50 Prozent des bereinigten Nettoergebnisses ausschütten.", {"payout_ratio value 50 %"}),
]

FAMILIES = [
    ("Die Vorsorgen für faule Kredite stiegen auf 7 Millionen Euro.", {"provisions value 7000000 EUR"}),
    ("Die Wertberichtigungen auf notleidende Kredite betrugen 7 Millionen.", {"provisions value 7000000 EUR"}),
    ("Er hat für das Alter mit 7 Millionen Euro vorgesorgt.", set()),
    ("Der freie Mittelzufluss lag bei 7 Millionen Euro.", {"free_cash_flow value 7000000 EUR"}),
    ("Der freie Mittelabfluss lag bei 7 Millionen Euro.", {"free_cash_flow value -7000000 EUR"}),
    ("Die Marge vor Steuern sank auf 4 Prozent.", {"other value 4 %"}),
    ("Die Umsatzrendite vor Zinsen und Steuern sank auf 4 Prozent.", {"ebit_margin value 4 %"}),
    ("Die Kapitalanlagen warfen eine Rendite von 4 Prozent ab.", {"other value 4 %"}),
    ("Das Kommissionsgeschäft steuerte 7 Millionen Franken bei.", {"fee_income value 7000000 CHF"}),
    ("Die Nettokaltmieten stiegen auf 7 Millionen Euro.", {"revenue value 7000000 EUR"}),
    ("Der Auftragsstand wuchs auf 7 Millionen Euro.", {"order_backlog value 7000000 EUR"}),
    ("Die Eigenkapitalquote (CET1) stieg auf 14 Prozent.", {"cet1_ratio value 14 %"}),
    ("Die Eigenkapitalquote stieg auf 14 Prozent.", {"equity_ratio value 14 %"}),
    ("Der Verlust vor Zinsen, Steuern und Abschreibungen betrug 7 Millionen.", {"ebitda value -7000000 EUR"}),
    ("Die Bauleistung stieg auf 7 Millionen Euro.", {"other value 7000000 EUR"}),
    ("Der Konzern will sich mit 20 Prozent an der Bank beteiligen.", {"stake value 20 %"}),
    ("Die Firma möchte bei der Brauerei mit 20 Prozent einsteigen.", {"stake value 20 %"}),
    (
        "Der Gewinn betrug 299 (281) Millionen Euro oder 2,20 (2,06) Euro je Aktie.",
        {"net_income value 299000000 EUR", "net_income prior 281000000 EUR", "eps value 2.2 EUR", "eps prior 2.06 EUR"},
    ),
    (
        "Der Verlust betrug 2 Euro je Aktie (Vorjahr: 8 Millionen bzw. 1 Euro je Aktie).",
        {"eps value -2 EUR", "eps prior -1 EUR", "net_income prior -8000000 EUR"},
    ),
]

AFFECTED = [
    ("Betroffen sind 90 Stellen.", {"job_cuts value 90 count"}),
    ("Am Stammsitz sind 90 Vollzeitstellen betroffen.", {"job_cuts value 90 count"}),
    ("Vom Personalabbau sind 90 Mitarbeiter betroffen.", {"job_cuts value 90 count"}),
    ("Von der Pleite sind 90 Mitarbeiter betroffen.", {"employees value 90 count"}),
    ("Betroffen sind 90 Beschäftigte in zwei Werken.", {"employees value 90 count"}),
]

HEADCOUNTS = [
    # somebody reduces it by so many; it shrinks, or is told beside it
    ("Der Konzern will die Zahl der Beschäftigten um 470 senken.", {"job_cuts value 470 count"}),
    ("Die Firma plant, ihre Belegschaft um 90 Leute zu verkleinern.", {"job_cuts value 90 count"}),
    ("Der Vorstand möchte die Belegschaft um 10 Prozent reduzieren.", {"job_cuts value 10 %"}),
    ("Die Belegschaft verringerte sich um 90 Mitarbeiter.", {"employees change_abs -90 count"}),
    (
        "Die Zahl der Mitarbeiter sank um 90 auf 800.",
        {"employees value 800 count", "employees change_abs -90 count"},
    ),
    # jobs in danger, and those that cost nobody theirs
    ("Bis zu 400 Stellen sind in Gefahr.", {"job_cuts value 400 count"}),
    ("Am Stammsitz sind 400 Arbeitsplätze bedroht.", {"job_cuts value 400 count"}),
    ("Der Umbau wird 400 Stellen kosten.", {"job_cuts value 400 count"}),
    ("Die Firma senkt ihre Kosten und beschäftigt 400 Leute.", {"employees value 400 count"}),
    # jobs that come
    ("Die Firma baut am Stammsitz 400 Stellen auf.", {"hires value 400 count"}),
    ("Im Vertrieb sollen 400 Stellen aufgebaut werden.", {"hires value 400 count"}),
    ("Die Firma baut am Stammsitz 400 Stellen ab.", {"job_cuts value 400 count"}),
    # some of all
    (
        "Es fallen bis 2026 rund 60 von insgesamt 900 Vollzeitstellen weg.",
        {"job_cuts value 60 count", "employees value 900 count"},
    ),
    (
        "Die Bank streicht 60 ihrer weltweit mehr als 900 Jobs.",
        {"job_cuts value 60 count", "employees value 900 count"},
    ),
]

OF_REVENUE = [
    (
        "Das Ebit verdoppelte sich auf 15 Mio. Euro (8 Prozent des Umsatzes).",
        {"ebit value 15000000 EUR", "ebit change_pct 100 %", "ebit_margin value 8 %"},
    ),
    ("Der operative Gewinn erreichte 8 Prozent des Umsatzes.", {"ebit_margin value 8 %"}),
    (
        "Das Ebitda lag bei 15 Mio. Euro, das sind 8 Prozent vom Umsatz.",
        {"ebitda value 15000000 EUR", "ebitda_margin value 8 %"},
    ),
    (
        "Das Ebit lag bei 15 Mio. Euro, was 8 Prozent des Umsatzes entspricht.",
        {"ebit value 15000000 EUR", "ebit_margin value 8 %"},
    ),
    ("Der Überschuss betrug 15 Mio. Euro (8 % vom Umsatz).", {"net_income value 15000000 EUR", "net_margin value 8 %"}),
    # a change, a part of sales, what another clause says
    ("Das Ebit stieg auf 15 Mio. Euro (8 Prozent).", {"ebit value 15000000 EUR", "ebit change_pct 8 %"}),
    (
        "Im Ausland kam er auf 15 Mio. Euro Umsatz (8 Prozent des Umsatzes).",
        {"revenue value 15000000 EUR", "other value 8 %"},
    ),
    (
        "Der Gewinn stieg auf 15 Mio. Euro, und 8 Prozent des Umsatzes kamen aus Peru.",
        {"net_income value 15000000 EUR", "other value 8 %"},
    ),
]

GOODS = [
    ("Im Vertrieb sank die Menge auf 31,5 Millionen kWh.", {"units_sold value 31500000 count"}),
    ("Rund 3 Millionen Liter Saft gingen ins Ausland.", {"units_sold value 3000000 count"}),
    ("Verarbeitet wurden 40 Millionen Kilogramm Obst.", {"production value 40000000 count"}),
    (
        "Das Pils brachte es auf 90.000 hl, ein Plus von 4 Prozent.",
        {"units_sold value 90000 count", "units_sold change_pct 4 %"},
    ),
    ("Der Akku des Autos fasst 77 kWh.", set()),
    ("In den Kofferraum passen 500 Liter.", set()),
    ("Ein Haushalt braucht 3.500 Kilowattstunden im Jahr.", set()),
]

BANKS = [
    ("In den Büchern stehen 7 Millionen Euro an Krediten.", {"loans value 7000000 EUR"}),
    ("Das Kundenkreditgeschäft wuchs auf 7 Millionen Euro.", {"loans value 7000000 EUR"}),
    ("Hinzu kommen 7 Millionen Euro an Einlagen.", {"deposits value 7000000 EUR"}),
    ("Das betreute Kundenvolumen stieg auf 7 Millionen Euro.", {"other value 7000000 EUR"}),
    ("Das Provisionsgeschäft legte auf 7 Millionen Euro zu.", {"fee_income value 7000000 EUR"}),
    ("In die Gewinnrücklage fließen 7 Millionen Euro.", {"other value 7000000 EUR"}),
    ("7 Millionen Euro, davon die Hälfte im Ausland, hat das Haus an Steuern entrichtet.", {"tax value 7000000 EUR"}),
    ("Der Auftragswert liegt bei 7 Millionen Euro.", {"order_intake value 7000000 EUR"}),
    ("Das Rohergebnis stieg auf 7 Millionen Euro.", {"gross_profit value 7000000 EUR"}),
    ("An die Städte flossen 7 Millionen Euro Gewerbesteuer.", {"tax value 7000000 EUR"}),
    ("Der Betriebsertrag stieg auf 7 Millionen Franken.", {"revenue value 7000000 CHF"}),
]

UNCHANGED = [
    ("Es bleibt ein Überschuss wie im Vorjahr von 7 Millionen Euro.", {"net_income value 7000000 EUR"}),
    ("Der Umsatz lag wie schon im Vorjahr bei 7 Millionen Euro.", {"revenue value 7000000 EUR"}),
    (
        "Der Gewinn betrug 7 Millionen Euro nach einem Überschuss im Vorjahr von 9 Millionen.",
        {"net_income value 7000000 EUR", "net_income prior 9000000 EUR"},
    ),
]

BRACKETS = [
    (
        "Der Umsatz stieg auf 26 Mio. Euro (+2 Mio. Euro).",
        {"revenue value 26000000 EUR", "revenue change_abs 2000000 EUR"},
    ),
    ("Der Umsatz sank auf 26 Mio. Euro (minus 2).", {"revenue value 26000000 EUR", "revenue change_abs -2000000 EUR"}),
    ("Der Absatz sank auf 700 Tonnen (minus 18).", {"units_sold value 700 count", "units_sold change_abs -18 count"}),
    (
        "Die Menge sank auf 723,7 Millionen kWh (minus 18).",
        {"units_sold value 723700000 count", "units_sold change_abs -18000000 count"},
    ),
    ("Der Umsatz stieg auf 26 Mio. Euro (+2%).", {"revenue value 26000000 EUR", "revenue change_pct 2 %"}),
    ("Das Ebit lag bei 5 (-2) Mio. Euro.", {"ebit value 5000000 EUR", "ebit prior -2000000 EUR"}),
    ("Der Umsatz stieg auf 26 Mio. Euro (Vorjahr: 24).", {"revenue value 26000000 EUR", "revenue prior 24000000 EUR"}),
    ("Der Neunmonats-Nettogewinn sank auf 26 Mio. Euro.", {"net_income value 26000000 EUR"}),
]

SCALED = [
    (
        "Der Umsatz lag bei 70,474 Millionen Euro (plus 0,9).",
        {"revenue value 70474000 EUR", "revenue change_abs 900000 EUR"},
    ),
    (
        "Der Umsatz lag bei 27,283 Mrd. Euro (Vorjahr: 26,7).",
        {"revenue value 27283000000 EUR", "revenue prior 26700000000 EUR"},
    ),
    (
        "Der Gewinn stieg von 1.250 auf 1.410 Mio. Euro.",
        {"net_income value 1410000000 EUR", "net_income prior 1250000000 EUR"},
    ),
]

SENTENCES = (
    PARTS
    + GAINED
    + HEADCOUNTS
    + OF_REVENUE
    + VERBS
    + INFLECTED
    + FAMILIES
    + BRACKETS
    + AFFECTED
    + GOODS
    + BANKS
    + UNCHANGED
    + SCALED
    + COMPARED
    + PLANTS
    + PAYOUTS
    + LEFT
    + SENSES
    + PEOPLE
    + COMPOUNDS
    + ORDERS
    + BALANCES
)


@pytest.mark.parametrize(("text", "facts"), SENTENCES, ids=[text[:50] for text, _ in SENTENCES])
def test_what_a_german_word_says(text: str, facts: set[str]) -> None:
    assert said(text, "de") == facts
