"""A sentence without a metric of its own goes on with what was said before it."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read

SALES = "Siemens setzte 2023 rund 40 Milliarden Euro um."
GROWTH = "Siemens steigerte den Umsatz um 7 Prozent auf 880 Millionen Euro."
SOLD = "Siemens hat 2023 rund 40.000 Wallboxen ausgeliefert."

MARGIN = "Die operative Marge von Siemens lag bei 8 Prozent."

SEQUELS = [
    (SALES, "2024 sollen es 44 Milliarden Euro werden.", "revenue 44000000000 EUR"),
    (SALES, "Konzernweit waren es 1,2 Billionen Euro.", "revenue 1200000000000 EUR"),
    (SALES, "In der Klage geht es um 20 Millionen Euro.", None),
    (SALES, "Es sind 30 Menschen verletzt worden.", None),
    (SOLD, "2024 dürften es 44.000 Wallboxen werden.", "units_sold 44000 count"),
    (SOLD, "2024 dürften es 44.000 werden.", "units_sold 44000 count"),
    (SOLD, "In Peru musste der Konzern ein Minus von 4,2 Prozent auf 9 000 verkraften.", "units_sold 9000 count"),
    (GROWTH, "Ohne Wechselkurseinflüsse wären es 5,6 Prozent gewesen.", "organic_growth 5.6 %"),
    (GROWTH, "Währungseffekte herausgerechnet ging es um 5,6 Prozent nach oben.", "organic_growth 5.6 %"),
    (GROWTH, "Aus eigener Kraft, also Zukäufe herausgerechnet, betrug das Plus 6 Prozent.", "organic_growth 6 %"),
    ("Siemens verdiente 3 Milliarden Euro.", "Davon sollen 40 Prozent bei den Aktionären landen.", "payout_ratio 40 %"),
    (SALES, "Der Vorstand hält an den avisierten 42 Milliarden Euro fest.", "revenue 42000000000 EUR"),
    (SALES, "Hier peilt der Vorstand 44 Milliarden Euro an.", "revenue 44000000000 EUR"),
    (SALES, "Analysten trauen dem Konzern hier 44 Milliarden Euro zu.", "revenue 44000000000 EUR"),
    (MARGIN, "Für das Jahr hat sich der Vorstand hier 9 Prozent vorgenommen.", "ebit_margin 9 %"),
    (SALES, "Die Stadt hat hier 3 Millionen Euro verloren.", None),
    (GROWTH, "Hier leben 20 Prozent aller Deutschen.", None),
    (GROWTH, "Hier arbeiten 900 Menschen.", "employees 900 count"),
    (SALES, "Veranschlagt waren 44 Milliarden Euro.", "revenue 44000000000 EUR"),
    (SALES, "Eingeplant sind 30 Tage.", None),
    ("Siemens freut sich.", "2024 will Siemens um 5 Prozent wachsen.", "revenue 5 %"),
    ("Siemens freut sich.", "2024 soll der Handel nach Angaben von Siemens um 5 Prozent wachsen.", None),
    ("Siemens freut sich.", "2024 soll die Inflation bei Siemens um 5 Prozent wachsen.", None),
    ("Siemens streicht 900 Stellen.", "Rund 130 davon betreffen Peru.", "job_cuts 130 count"),
    (SALES, "Davon entfielen 4,1 Milliarden auf den Heimatmarkt.", "revenue 4100000000 EUR"),
    (SALES, "Davon sollen 2 Milliarden Euro in neue Werke investiert werden.", "capex 2000000000 EUR"),
    (SALES, "Die Bahntechnik folgte mit 1,1 Milliarden.", "revenue 1100000000 EUR"),
    (
        "Siemens hat 8 Millionen Kunden.",
        "4 Millionen davon sind zahlende Abonnenten.",
        "subscribers 4000000 count",
    ),
    ("Siemens hat 8 Millionen Kunden.", "4 Millionen davon bringen Umsatz.", "customers 4000000 count"),
    (
        "Siemens steigerte den Umsatz um 7 Prozent.",
        "Analysten hatten 880 Millionen Euro auf dem Zettel gehabt.",
        "revenue 880000000 EUR",
    ),
]


def test_a_consensus_is_of_the_metric_right_before_it() -> None:
    text = (
        "Siemens verdiente 3 Mio. Euro. Der Konsens hatte für den EBIT auf 9 Mio und für den Gewinn auf 2 Mio gelautet."
    )
    facts = read(Article("test", text, language="de")).facts
    expected = [("net_income", "actual"), ("ebit", "consensus"), ("net_income", "consensus")]
    assert [(fact.metric, fact.kind) for fact in facts] == expected


@pytest.mark.parametrize(("company", "metric"), [("Commerzbank", "other"), ("Siemens", "order_intake")])
def test_new_business_of_a_bank_is_no_orders(company: str, metric: str) -> None:
    facts = read(Article("test", f"Das Neugeschäft der {company} erreichte 3 Milliarden Euro.", language="de")).facts
    assert [fact.metric for fact in facts] == [metric]


@pytest.mark.parametrize(("before", "sequel", "fact"), SEQUELS, ids=[sequel[:50] for _, sequel, _ in SEQUELS])
def test_what_a_sequel_says(before: str, sequel: str, fact: str | None) -> None:
    facts = read(Article("test", f"{before} {sequel}", language="de")).facts
    found = [
        f"{f.metric} {float(f.figure.value or 0):.16g} {f.figure.unit}" for f in facts if f.span.start > len(before)
    ]
    assert found == ([fact] if fact else [])


SUBJECTS = [
    # a metric without a figure, and the pronoun of the next sentence that stands for it
    ("de", "Beim Umsatz lief es gut.", "Er stieg um 5 Prozent auf 30 Mio. Euro.", "revenue 30000000 EUR"),
    ("de", "Sparsam war Siemens bei den Verwaltungskosten.", "Diese sanken auf 8 Mio. Euro.", "costs 8000000 EUR"),
    ("de", "Gestiegen sind die Personalkosten.", "Sie lagen bei 4 Mio. Euro.", "personnel_expense 4000000 EUR"),
    ("de", "Der Verlust war groß.", "Er stieg auf 3 Mio. Euro.", "net_income -3000000 EUR"),
    ("en", "Sales did even better.", "They rose 5 percent to $30 million.", "revenue 30000000 USD"),
    ("en", "Siemens has high costs.", "They fell to $3 million.", "costs 3000000 USD"),
    # behind the verb, or called what it is
    ("de", "Mager war der Auftragseingang.", "Bis Juni lag dieser bei 7 Mio. Euro.", "order_intake 7000000 EUR"),
    ("de", "Besser lief es beim Ebitda.", "Im Mai stieg diese Kennzahl auf 9 Mio. Euro.", "ebitda 9000000 EUR"),
    ("de", "Es hakt beim Umsatz.", "Im Inland sank er um 5 Prozent auf 3 Mio. Euro.", "revenue 3000000 EUR"),
    ("en", "Sales did even better.", "In Europe this figure rose to $30 million.", "revenue 30000000 USD"),
    # a company, no metric, or two of them
    ("en", "Sales did better.", "Siemens plans measures that total $3 million.", None),
    ("de", "Es hakt beim Umsatz.", "Im Mai zahlte er 3 Mio. Euro Strafe.", "fine 3000000 EUR"),
    ("de", "Siemens will die Kosten senken.", "Sie übernimmt die Postbank für 3 Mio. Euro.", "deal_value 3000000 EUR"),
    ("de", "Siemens setzt auf den Umsatz.", "Sie hat 300 Mitarbeiter.", "employees 300 count"),
    ("en", "Siemens wants to cut costs.", "It also has $3 million in cash.", "cash 3000000 USD"),
]


@pytest.mark.parametrize(("language", "named", "sequel", "fact"), SUBJECTS)
def test_a_pronoun_stands_for_the_metric_of_a_sentence_without_figures(
    language: str, named: str, sequel: str, fact: str | None
) -> None:
    first = "Siemens verdiente 9 Mio. Euro." if language == "de" else "Siemens earned $9 million."
    facts = read(Article("test", f"{first} {named} {sequel}", language=language)).facts
    start = len(first) + len(named)
    found = [f"{f.metric} {float(f.figure.value or 0):.16g} {f.figure.unit}" for f in facts if f.span.start > start]
    assert found == ([fact] if fact else [])
