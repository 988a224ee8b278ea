"""A surplus or deficit without a name, and metrics that only say of what another one is."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

BALANCES = [
    ("Die Bäckerei hat ein Plus von 4 Millionen Euro erwirtschaftet.", {"net_income value 4000000 EUR"}),
    ("Der Zoo fuhr ein Plus von 4 Millionen Euro ein.", {"net_income value 4000000 EUR"}),
    ("Am Jahresende steht ein Plus von 4 Millionen Euro.", {"net_income value 4000000 EUR"}),
    ("Unter dem Strich blieb dem Zoo ein Plus von 400.000 Euro.", {"net_income value 400000 EUR"}),
    ("Operativ schrieb der Zoo ein Plus von 4 Millionen Euro.", {"ebit value 4000000 EUR"}),
    ("Die Gewinn- und Verlustrechnung weist ein Plus von 4 Millionen Euro aus.", {"net_income value 4000000 EUR"}),
    ("Mit einem Minus von 4 Millionen Euro schließt die Klinik das Jahr ab.", {"net_income value -4000000 EUR"}),
    ("Die Klinik rechnet mit einem Minus von 4 Millionen Euro.", {"net_income value -4000000 EUR"}),
    ("Ein Minus von 4 Millionen Euro steht in den Büchern der Messe.", {"net_income value -4000000 EUR"}),
    ("Die Messe machte 4 Millionen Euro Minus.", {"net_income value -4000000 EUR"}),
    ("Gezahlt wurden 4 Millionen Euro plus Zinsen, geblieben ist nichts.", set()),
    ("Im Vergleich zum Vorjahr ist das ein Plus von 4 Millionen Euro.", set()),
    ("Die Kette verzeichnete ein Plus von 4 Millionen Euro.", set()),
    ("Der Umsatz lag bei 80 Millionen Euro, ein Plus von 4 Millionen Euro.", {
        "revenue value 80000000 EUR", "revenue change_abs 4000000 EUR",
    }),
    ("Bei den Einlagen blieb ein Plus von 4 Millionen Euro.", {"deposits change_abs 4000000 EUR"}),
    ("Bei der Messe fiel im Jahr 2023 ein Minus von 4 Millionen Euro an.", {"net_income value -4000000 EUR"}),
    ("Für den Zoo entstand ein Minus von 4 Millionen Euro.", {"net_income value -4000000 EUR"}),
    ("Die Klinik verzeichnete ein Minus in Höhe von 4 Millionen Euro.", {"net_income value -4000000 EUR"}),
    ("Die Therme häufte ein Minus von 4 Millionen Euro an.", {"net_income value -4000000 EUR"}),
    ("Die Messe musste ein Minus von 4 Millionen Euro verkraften.", {"net_income value -4000000 EUR"}),
    ("Die Kette verzeichnete beim Umsatz ein Minus von 4 Millionen Euro.", {"revenue change_abs -4000000 EUR"}),
    ("Der Umsatz sank auf 80 Millionen Euro, das entspricht einem Minus von 4 Millionen Euro.", {
        "revenue value 80000000 EUR", "revenue change_abs -4000000 EUR",
    }),
    ("Die Kette setzte 80 Millionen Euro um, ein Minus von 4 Millionen Euro.", {
        "revenue value 80000000 EUR", "revenue change_abs -4000000 EUR",
    }),
    ("Die Filiale schloss mit einem Fehlbetrag von 4 Millionen Euro.", {"net_income value -4000000 EUR"}),
]  # fmt: skip

SPENT = [
    ("In den Standort fließen 50 Millionen Euro.", {"capex value 50000000 EUR"}),
    ("50 Millionen Euro flossen in die Anlagen in Linz.", {"capex value 50000000 EUR"}),
    ("50 Millionen Euro sind für Neueröffnungen eingeplant.", {"capex value 50000000 EUR"}),
    ("Eingeplant waren 50 Millionen Euro.", set()),
    ("Der Konzern lässt sich den Kauf 300 Millionen Euro kosten.", {"deal_value value 300000000 EUR"}),
    ("Sie ließ es sich 300 Millionen Euro kosten, den Rivalen zu kaufen.", {"deal_value value 300000000 EUR"}),
    ("Die Serie-B-Finanzierung brachte 30 Millionen Euro.", {"funding_raised value 30000000 EUR"}),
]

ATTRIBUTES = [
    ("Die Eigenkapitalquote der Werke stieg auf 45 Prozent.", {"equity_ratio value 45 %"}),
    ("Die Eigenkapitalquote erreichte ein Allzeithoch von 45 Prozent.", {"equity_ratio value 45 %"}),
    ("Die Aktie erreichte ein Allzeithoch von 45 Euro.", set()),
    ("Das Eigenkapital profitierte vom Gewinn und wuchs auf 9 Millionen Euro.", {"equity value 9000000 EUR"}),
    ("Der Umsatz litt unter dem schwachen Auftragseingang und sank auf 9 Millionen Euro.", {
        "revenue value 9000000 EUR",
    }),
    ("Der Auftragseingang wuchs um 3 Prozent und der Umsatz stieg auf 9 Millionen Euro.", {
        "order_intake change_pct 3 %", "revenue value 9000000 EUR",
    }),
    ("Die Investitionen in Patente und immaterielle Vermögenswerte beliefen sich auf 9 Millionen Euro.", {
        "capex value 9000000 EUR",
    }),
    ("Der Umsatz wuchs dank neuer Kunden und höherer Preise um 5 Prozent.", {"revenue change_pct 5 %"}),
    ("Die Zahl der Beschäftigten stieg auf 900.", {"employees value 900 count"}),
    ("Der Anteil der Personalkosten stieg auf 31 Prozent.", {"other value 31 %"}),
    ("Dort arbeiten 4.095 Mitarbeiter (55 Prozent).", {"employees value 4095 count"}),
    ("Die Belegschaft wuchs auf 4.095 Mitarbeiter (5 Prozent).", {
        "employees value 4095 count", "employees change_pct 5 %",
    }),
    ("Beim Umsatz schlugen Währungseffekte von 9 Millionen Euro durch.", {"other value 9000000 EUR"}),
]  # fmt: skip

WHICH = [
    ("Umsatz und Gewinn stiegen um 5 beziehungsweise 3 Prozent.", {
        "revenue change_pct 5 %", "net_income change_pct 3 %",
    }),
    ("Umsatz und Gewinn stiegen auf 9 bzw. 3 Millionen Euro.", {
        "revenue value 9000000 EUR", "net_income value 3000000 EUR",
    }),
    ("Der Umsatz stieg auf 9 Millionen Euro beziehungsweise um 3 Prozent.", {
        "revenue value 9000000 EUR", "revenue change_pct 3 %",
    }),
    ("Der Betriebsgewinn der Sparte vor Abschreibungen (EBITDA) legte auf 9 Millionen Euro zu.", {
        "ebitda value 9000000 EUR",
    }),
    ("Das Ergebnis vor Steuern und ohne Sondereffekte der Sparte (Ebita) beträgt 9 Millionen Euro.", {
        "ebit value 9000000 EUR",
    }),
    ("Unter dem Strich steht ein um 9 Prozent erhöhter Nettogewinn.", {"net_income change_pct 9 %"}),
    ("Der Konzern erwartet 9 Millionen Euro weniger Jahresumsatz.", {"revenue change_abs -9000000 EUR"}),
    ("Kunden: 52 000 (+400).", {"customers value 52000 count", "customers change_abs 400 count"}),
    ("Rückgänge beim Umsatz gab es im Stromgeschäft (-9 Mio. Euro).", {"revenue change_abs -9000000 EUR"}),
    ("Der Markt ist um 2 Prozent geschrumpft.", set()),
    ("Die Mitglieder bekommen wieder 6 Prozent Dividende.", {"other value 6 %"}),
    ("Die Dividende steigt von 6,5 auf 7 Prozent.", {"other value 7 %", "other prior 6.5 %"}),
    ("Die Dividende von 5,64 Prozent lockt Anleger.", set()),
    ("Die Dividende wird um 5 Prozent auf 2 Euro erhöht.", {
        "dividend_per_share value 2 EUR", "dividend_per_share change_pct 5 %",
    }),
    ("Umsatz und Gewinn stiegen um 5 Prozent.", {"revenue change_pct 5 %", "net_income change_pct 5 %"}),
    ("Der Konzern steigerte Umsatz und Gewinn um 5 Prozent.", {"revenue change_pct 5 %", "net_income change_pct 5 %"}),
    ("Der Umsatz stieg und der Gewinn sank um 5 Prozent.", {"net_income change_pct -5 %"}),
    ("Umsatz und Gewinn stiegen um 5 Prozent auf 9 Millionen Euro.", {
        "net_income change_pct 5 %", "net_income value 9000000 EUR",
    }),
    ("Der Wert des Immobilienportfolios betrug 9 Millionen Franken.", {"other value 9000000 CHF"}),
    ("Die Bank bezahlte für die Tochter 9 Millionen Euro in eigenen Aktien.", {"deal_value value 9000000 EUR"}),
    ("Wir rechnen mit einem Ebit vor Einmaleffekten von 9 Millionen Euro.", {"ebit value 9000000 EUR"}),
]  # fmt: skip

MOVED = [
    ("Der Umsatzrückgang betrug 9 Millionen Euro.", {"revenue change_abs -9000000 EUR"}),
    ("Es gab einen Gewinneinbruch von 9 Millionen Euro.", {"net_income change_abs -9000000 EUR"}),
    ("Das Auftragsplus von 9 Millionen Euro half.", {"order_intake change_abs 9000000 EUR"}),
    ("Die Bahn rechnet mit Einnahmeverlusten von 9 Millionen Euro.", {"revenue change_abs -9000000 EUR"}),
    ("Der Kundenzuwachs betrug 5000.", {"customers change_abs 5000 count"}),
    ("Der Gewinnsprung von 5 auf 9 Millionen Euro half.", {
        "net_income value 9000000 EUR", "net_income prior 5000000 EUR",
    }),
    ("Der Gewinnanstieg auf 9 Millionen Euro half.", {"net_income value 9000000 EUR"}),
    ("Ein Ebit-Verlust von 9 Millionen Euro fiel an.", {"ebit value -9000000 EUR"}),
    ("Der Absatz in Drittländern stieg um 3 Prozent auf 9 Millionen Euro.", {
        "revenue change_pct 3 %", "revenue value 9000000 EUR",
    }),
    ("Der Absatz stieg um 3 Prozent auf 900.000 Autos.", {
        "units_sold change_pct 3 %", "units_sold value 900000 count",
    }),
    ("Mit ihren 115 Bussen fuhr sie durch die Stadt.", set()),
    ("Der Betrieb stellt sich auf ein Minus von 9 Millionen Euro ein.", {"net_income value -9000000 EUR"}),
]  # fmt: skip

SWISS = [
    ("Ihr Betriebsgewinn auf Stufe EBITDA fiel um 12 Prozent auf 9 Millionen Franken.", {
        "ebitda change_pct -12 %", "ebitda value 9000000 CHF",
    }),
    ("Das Resultat auf Stufe EBIT betrug 9 Millionen Franken.", {"ebit value 9000000 CHF"}),
    ("2016 hatte ein Plus von 9 Millionen Franken resultiert.", {"net_income value 9000000 CHF"}),
    ("Operative Marge von 4.1%, Vorjahresperiode 3.5%.", {"ebit_margin value 4.1 %", "ebit_margin prior 3.5 %"}),
    ("Der Umsatz soll von den 2019 angepeilten 7 auf 9 Millionen Franken klettern.", {
        "revenue value 9000000 CHF", "revenue prior 7000000 CHF",
    }),
    ("Bei Erlösen von 9 (zuvor 7) Millionen Euro ein Ergebnis von 2 Millionen Euro: das ist das Ziel.", {
        "revenue value 9000000 EUR", "revenue prior 7000000 EUR", "net_income value 2000000 EUR",
    }),
    ("Der Bestand an liquiden Mitteln stieg um 4 Millionen Euro.", {"cash change_abs 4000000 EUR"}),
    ("In Lokalwährungen lag das Plus bei 4,6 Prozent.", {"organic_growth value 4.6 %"}),
]  # fmt: skip


ACQUIRED = [
    ("Die Reederei kauft 12 Jets.", {"other value 12 count"}),
    ("Die Airline bestellt 25 Flugzeuge bei einem europäischen Hersteller.", {"other value 25 count"}),
    ("Die Stadtwerke haben 20 Elektrobusse angeschafft.", {"other value 20 count"}),
    ("Die Spedition schaffte 30 Lastwagen an.", {"other value 30 count"}),
    ("Der Paketdienst least 300 Transporter.", {"other value 300 count"}),
    ("Kunden kauften 30.000 Wohnmobile.", {"units_sold value 30000 count"}),
    ("Weltweit wurden 30.000 Wohnmobile gekauft.", {"units_sold value 30000 count"}),
    ("Der Hersteller verkaufte 90 Flugzeuge.", {"units_sold value 90 count"}),
]

DONE_BEFORE = [
    ("Die Brauerei hatte davor 5 Millionen Euro in das Werk investiert.", {"capex value 5000000 EUR"}),
    ("Die Brauerei hatte zuvor 300 Stellen gestrichen.", {"job_cuts value 300 count"}),
    ("Das Start-up hatte zuvor 20 Millionen Euro bei Investoren eingesammelt.", {"funding_raised value 20000000 EUR"}),
    ("Die Bank hatte bereits zuvor 12 Millionen Euro abgeschrieben.", {"impairment value 12000000 EUR"}),
    ("Die Bank hat bisher 12 Millionen Euro abgeschrieben.", {"impairment value 12000000 EUR"}),
    ("Die Brauerei investiert 7 Millionen Euro, zuvor 5 Millionen Euro.", {
        "capex value 7000000 EUR", "capex prior 5000000 EUR",
    }),
    ("Zuvor hatte die Brauerei 300 Mitarbeiter.", {"employees prior 300 count"}),
    ("Die Bank hatte zuvor einen Gewinn von 12 Millionen Euro.", {"net_income prior 12000000 EUR"}),
]  # fmt: skip


ROUNDS = [
    (
        "Das Start-up wurde in der Finanzierungsrunde mit 5 Milliarden Euro bewertet.",
        {"valuation value 5000000000 EUR"},
    ),
    ("Die Bewertung sank in der Finanzierungsrunde auf 3 Milliarden Euro.", {"valuation value 3000000000 EUR"}),
    ("In der Finanzierungsrunde sammelte es 50 Millionen Euro ein.", {"funding_raised value 50000000 EUR"}),
    ("Investoren steckten 50 Millionen Euro in das Start-up.", {"funding_raised value 50000000 EUR"}),
    ("Die Genossenschaft besorgte sich am Kapitalmarkt 50 Millionen Euro.", {"funding_raised value 50000000 EUR"}),
    ("Die Bank platzierte einen Bond über 50 Millionen Euro.", {"funding_raised value 50000000 EUR"}),
]

TRADES = [
    ("Das Betriebsergebnis vor Bewertung betrug 31 Millionen Euro.", {"ebit value 31000000 EUR"}),
    ("Das Institut legte für faule Kredite 17 Millionen Euro zurück.", {"provisions value 17000000 EUR"}),
    ("Der Energiekonzern förderte 34.000 Barrel Öläquivalent am Tag.", {"production value 34000 count"}),
    ("Die Hütte erschmolz 190.000 Tonnen Rohstahl.", {"production value 190000 count"}),
    ("Die Verkaufsfläche wuchs um 3 Prozent.", {"other change_pct 3 %"}),
    ("Die Pünktlichkeit fiel auf 62,5 Prozent.", {"other value 62.5 %"}),
    ("Der Fondsabsatz erreichte 12 Milliarden Euro.", {"other value 12000000000 EUR"}),
    ("Das Stadtwerk versorgt 900.000 Menschen mit Strom.", {"customers value 900000 count"}),
    ("Die Post stellte 10.000 Aushilfen ein.", {"hires value 10000 count"}),
    ("Der Zulieferer strich im Sommer rund 1.300 Stellen.", {"job_cuts value 1300 count"}),
]

OTHERS = ROUNDS + TRADES + SPENT + ATTRIBUTES + WHICH + MOVED + SWISS


@pytest.mark.parametrize(("text", "facts"), [*BALANCES, *ACQUIRED, *DONE_BEFORE, *OTHERS])
def test_what_a_sentence_says(text: str, facts: set[str]) -> None:
    assert said(text, "de") == facts
