"""Short German texts of business news with all their facts, as rows that name only what each example is about."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


def facts_of(text: str, title: str = "Firmen im Überblick") -> list[str]:
    """Part, metric and kind of each fact with its value, change or prior as printed, in the order of the text."""
    article = Article("test", f"{title}\n\n{text}", title_end=len(title))
    rows = []
    for fact in sorted(read(article).facts, key=lambda fact: fact.span.start):
        figures = (fact.value, fact.change_pct, fact.change_abs, fact.prior)
        told = " | ".join(quantity.printed for quantity in figures if quantity is not None)
        rows.append(f"{fact.segment or '-'}: {fact.metric} {fact.kind} {told}")
    return rows


PARTS = [
    (
        "Siemens steigerte den Umsatz auf 520 Millionen Euro. Zum Wachstum trugen alle Bereiche bei: Software 340 "
        "Millionen Euro (+28 Prozent), Beratung 120 Millionen Euro (-4 Prozent) und Wartung 60 Millionen Euro.",
        ["-", "Software", "Beratung", "Wartung"],
    ),
    (
        "In der Spezialchemie von Evonik stieg der Umsatz um 6 Prozent, während die Basischemie 12 Prozent verlor.",
        ["Spezialchemie", "Basischemie"],
    ),
    (
        "Die Quote in der Schaden- und Unfallversicherung der Allianz stieg auf 93,5 Prozent.",
        ["Schaden- und Unfallversicherung"],
    ),
    (
        "Siemens übernimmt die Softwarefirma Brightly für 1,6 Milliarden Dollar. Brightly erlöste 5 Millionen Euro.",
        ["Brightly"],
    ),
    (
        "Evonik verkauft sein Geschäft mit Lacken für 750 Millionen Euro. "
        "Die Sparte erzielte mit 900 Beschäftigten einen Umsatz von 892 Millionen Euro.",
        ["Geschäft mit Lacken"] * 3,
    ),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_parts(text: str, parts: list[str]) -> None:
    assert [row.partition(":")[0] for row in facts_of(text)][: len(parts)] == parts


def test_a_headline_does_not_run_into_the_name_of_a_part() -> None:
    rows = facts_of("Der Konzern Evonik wächst. Die Sparte erlöste 892 Millionen Euro.", "Evonik hofft auf Sparte")
    assert rows == ["-: revenue actual 892 Millionen Euro"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # Some of the stores are closed; the others are no stores that there were before.
        (
            "Henkel will elf seiner 38 Filialen schließen.",
            ["-: stores guidance elf", "-: stores actual 38"],
        ),
        ("Henkel eröffnete 12 Filialen.", ["-: stores actual 12"]),
        # What is paid for a stake, what money is put aside, what is passed on of a profit.
        (
            "Henkel hält 41 Prozent an der Firma Abex, für die der Konzern 325 Millionen Euro zahlte.",
            ["Abex: stake actual 41 Prozent", "-: deal_value actual 325 Millionen Euro"],
        ),
        ("Henkel zahlte für den Anteil 325 Millionen Euro.", ["-: deal_value actual 325 Millionen Euro"]),
        (
            "Henkel verdiente 142 Millionen Euro, davon fließen 68 Millionen Euro in die Rücklagen.",
            ["-: net_income actual 142 Millionen Euro", "-: other actual 68 Millionen Euro"],
        ),
        (
            "Henkel schüttet 74 Millionen Euro aus, das sind 52 Prozent des Gewinns.",
            ["-: dividend_total actual 74 Millionen Euro", "-: payout_ratio actual 52 Prozent"],
        ),
        # Words of industries and of countries.
        ("Das operative Ergebnis (FFO) von Henkel lag bei 212 Millionen Euro.", ["-: other actual 212 Millionen Euro"]),
        ("Die Passiva von Henkel belaufen sich auf 18,5 Mio. Euro.", ["-: debt actual 18,5 Mio. Euro"]),
        ("Henkel beschäftigt 96 Dienstnehmer.", ["-: employees actual 96"]),
        # Who says so.
        (
            "Henkel verkauft die Tochter. Der Kaufpreis liegt nach Angaben aus Finanzkreisen bei 40 Millionen Euro.",
            ["-: deal_value other 40 Millionen Euro"],
        ),
        # A plan reaches over what only a bracket adds.
        (
            "Henkel erwartet Umsatzerlöse in einer Bandbreite von EUR 180 Mio. bis EUR 190 Mio. (bisher: EUR 200 Mio. "
            "bis EUR 215 Mio.) und ein EBITDA von EUR 14 Mio.",
            [
                "-: revenue guidance EUR 180 Mio. bis EUR 190 Mio. | EUR 200 Mio. bis EUR 215 Mio.",
                "-: ebitda guidance EUR 14 Mio.",
            ],
        ),
        # A year before is that of what was reported, also behind what was expected.
        (
            "Der Gewinn von Henkel betrug im zweiten Quartal 686 Millionen Euro. Analysten hatten mit 670 Millionen "
            "Euro gerechnet. Ein Jahr zuvor waren es noch 710 Millionen Euro gewesen.",
            [
                "-: net_income actual 686 Millionen Euro | 710 Millionen Euro",
                "-: net_income consensus 670 Millionen Euro",
            ],
        ),
    ],
)
def test_facts(text: str, rows: list[str]) -> None:
    assert facts_of(text) == rows


def test_what_comes_or_goes_is_told_twice_and_is_one_fact() -> None:
    rows = facts_of("Henkel schließt bis 2030 elf Filialen.", "Henkel schließt elf Filialen")
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A company grows by its revenue, also to an amount; a rate that the noun before it calls growth is a change.
        (
            "Henkel ist im dritten Quartal um 6,5 Prozent auf 7,5 Milliarden Euro gewachsen.",
            ["-: revenue actual 7,5 Milliarden Euro | 6,5 Prozent"],
        ),
        (
            "Henkel ist in den ersten neun Monaten organisch um 6,5 Prozent auf 7,5 Milliarden Euro gewachsen. Im "
            "dritten Quartal allein lag das Plus bei 5,4 Prozent.",
            [
                "-: revenue actual 7,5 Milliarden Euro",
                "-: organic_growth actual 6,5 Prozent",
                "-: revenue actual 5,4 Prozent",
            ],
        ),
        (
            "Der Umsatz von Henkel stieg auf 5 Milliarden Euro. Im Onlinegeschäft betrug das Wachstum 19 Prozent.",
            ["-: revenue actual 5 Milliarden Euro", "Onlinegeschäft: revenue actual 19 Prozent"],
        ),
        # Behind a comma, a subject and its verb begin anew.
        (
            "In der Kosmetik von Henkel legten die Erlöse um 8 Prozent zu, Fernost verharrte bei 1,1 Milliarden Euro.",
            ["Kosmetik: revenue actual 8 Prozent", "Fernost: revenue actual 1,1 Milliarden Euro"],
        ),
        # What stands behind the figure that a number is held against counts both.
        (
            "Fraport rechnet nun mit 40 statt bisher 39 Mio. Passagieren.",
            ["-: passengers guidance 40 | 39 Mio."],
        ),
        # Which goods are sold, where the words do not mean all of them.
        (
            "Der Absatz von Elektroautos wuchs bei Henkel auf 240.700 Fahrzeuge.",
            ["Elektroautos: units_sold actual 240.700"],
        ),
        ("Der Verkauf von Autos wuchs bei Henkel auf 240.700 Stück.", ["-: units_sold actual 240.700"]),
        # What is adjusted is the margin behind it.
        (
            "Henkel rechnet mit einem Umsatz von 6 Milliarden Euro und einer bereinigten Marge über dem Vorjahr.",
            ["-: revenue guidance 6 Milliarden Euro"],
        ),
        (
            "Henkel hat damit 95 Millionen Dollar Kapital eingesammelt.",
            ["-: funding_raised actual 95 Millionen Dollar"],
        ),
        (
            "Die Stadtwerke Auenthal wollen 60 Millionen Euro in die Fernwärme investieren.",
            ["-: capex guidance 60 Millionen Euro"],
        ),
        (
            "Henkel hat im Quartal operativ 5,9 Milliarden Euro verdient. Im Vorjahr hatte das Ergebnis noch 7,1 "
            "Milliarden Euro betragen.",
            ["-: ebit actual 5,9 Milliarden Euro | 7,1 Milliarden Euro"],
        ),
    ],
)
def test_growth_goods_and_words_of_industries(text: str, rows: list[str]) -> None:
    assert facts_of(text) == rows


def test_an_adjusted_margin_does_not_adjust_the_revenue_before_it() -> None:
    text = "Henkel rechnet mit einem Umsatz von 6 Milliarden Euro und einer bereinigten Marge über dem Vorjahr."
    assert [fact.adjusted for fact in read(Article("test", text)).facts] == [False]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Der Dialysekonzern Fresenius Medical Care steigerte sein Ergebnis auf 1,39 Milliarden Euro.",
            ["-: net_income actual 1,39 Milliarden Euro"],
        ),
        (
            "Die Schadenaufwendungen der Allianz stiegen auf 1,7 Milliarden Euro.",
            ["-: costs actual 1,7 Milliarden Euro"],
        ),
        ("Der NAV je Aktie von Henkel lag bei 43,20 Euro.", ["-: other actual 43,20 Euro"]),
    ],
)
def test_words_that_are_no_part(text: str, rows: list[str]) -> None:
    assert facts_of(text) == rows


def test_a_noun_for_a_company_in_the_genitive_tells_its_name() -> None:
    text = (
        "Der Investor Henkel lotet den Verkauf des Paketdienstes Inpora aus. Inpora erzielte 5 Millionen Euro Umsatz."
    )
    assert [fact.company.name for fact in read(Article("test", text)).facts] == ["Inpora"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # What was planned before is told in a clause of its own.
        (
            "Henkel erwartet nun einen Anstieg des Ebit um 9 bis 11 Prozent, zuvor hatte der Konzern 7 bis 10 Prozent "
            "in Aussicht gestellt.",
            ["-: ebit guidance 9 bis 11 Prozent"],
        ),
        (
            "Im Bereich Property & Casualty Re der Allianz betrug die Combined Ratio 84,5 Prozent.",
            ["Bereich Property & Casualty Re: combined_ratio actual 84,5 Prozent"],
        ),
    ],
)
def test_plans_and_names_with_signs(text: str, rows: list[str]) -> None:
    assert facts_of(text) == rows


def test_a_stake_after_a_placement_is_none_in_the_placement() -> None:
    text = "Der Laborausrüster Winterfeld ist an der Börse. Henkel hält nach der Platzierung noch 58 Prozent."
    assert "Platzierung" not in " ".join(facts_of(text, "Winterfeld geht an die Börse"))


def test_a_plan_is_compared_with_a_fiscal_year_that_is_past() -> None:
    text = "Für 2024/25 erwartet Henkel ein Ebit von 700 Millionen Euro (2023/24: 567 Mio. Euro)."
    assert [fact.basis for fact in read(Article("test", text)).facts] == ["yoy"]
