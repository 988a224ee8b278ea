"""Of which time a figure of a German text is, of which kind, and what it is held against."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read

TITLE = "Die Nordmühle AG legt Zahlen vor"
QUARTER = "Im dritten Quartal erzielte die Nordmühle AG einen Umsatz von 70 Millionen Euro. "


def last(text: str) -> Fact:
    """The last fact of a text of November 2024."""
    article = Article("test", f"{TITLE}\n\n{text}", len(TITLE), "de", published_at=datetime(2024, 11, 6, tzinfo=UTC))
    return max(read(article).facts, key=lambda fact: fact.span.start)


def label(fact: Fact) -> str | None:
    return fact.period.label if fact.period else None


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        # what a stock came from is of another day than the stock
        ("Die Bilanzsumme wuchs von 5 Millionen Euro zum Jahresende 2023 auf 7 Millionen Euro.", "2024-09-30"),
        ("Die Einlagen stiegen von 5 Millionen Euro zum Jahresende 2023 auf nunmehr 7 Millionen Euro.", "2024-09-30"),
        # early in the year is no stretch of it
        ("Zu Jahresbeginn war das Wachstum höher. Der Gewinn stieg auf 5 Millionen Euro.", "2024-Q3"),
        ("Zum Jahresbeginn lief es gut. Der Gewinn stieg auf 5 Millionen Euro.", "2024-Q3"),
        ("Seit Jahresbeginn verdiente der Konzern 5 Millionen Euro.", "2024-9M"),
        # a dividend is of the year that it is proposed for
        ("Für 2024 schlägt der Vorstand eine Dividende von 2 Euro je Aktie vor.", "2024"),
        ("In den drei Quartalen (Q1-3) stieg der Umsatz auf 5 Millionen Euro.", "2024-9M"),
        ("In neun Monaten verdiente der Konzern 5 Millionen Euro.", "2024-9M"),
        ("Über drei Quartale hinweg liegt der Gewinn bei 5 Millionen Euro.", "2024-9M"),
        ("In neun Monaten wird der Umbau 5 Millionen Euro kosten.", "2024"),
        # a time with its year is one, also where it is compared with
        (
            "Man verlor mehr als im Vergleichszeitraum des Vorjahres, und das Minus wuchs auf 5 Millionen Euro.",
            "2024-Q3",
        ),
        ("Der Gewinn war höher als im Vergleichsquartal 2023 und stieg auf 5 Millionen Euro.", "2024-Q3"),
        ("Im Jahresvergleich 2023 lag der Gewinn bei 5 Millionen Euro.", "2023"),
        # the year before is only that of its own sentence
        ("Im Vorjahr stützte eine Gutschrift von 2 Millionen das Ergebnis. Der Gewinn wuchs um 5 Prozent.", "2024-Q3"),
        ("Im Vorjahr lag der Gewinn bei 5 Millionen Euro.", "2023"),
        # what stands behind a comma is another metric's time
        ("Das Ebit stieg von 4 auf 5 Millionen Euro, der Jahresüberschuss wuchs ebenfalls.", "2024-Q3"),
        ("In neun Monaten stieg er noch um 3 Prozent. Im gleichen Zeitraum lag der Gewinn bei 5 Millionen.", "2024-9M"),
        # what is done every year
        (
            "1950 kaufte der Großvater die Mühle. 60 Leute erwirtschaften jährlich 5 Millionen Euro Umsatz.",
            "2024",
        ),
        ("1950 kaufte der Großvater die Mühle. Der Umsatz liegt bei 5 Millionen Euro pro Jahr.", "2024"),
        # a verb in small letters counts no people
        ("Im Dezember 2022 beschäftigte die Nordmühle AG 500 Mitarbeiter.", "2022-12"),
        # a time in brackets is not that of what stands behind them, and a year that opens a sentence is of all of it
        (
            "2022 machte sie 9 Millionen Umsatz (2021 waren es 8 Millionen) und einen Gewinn von 5 Millionen.",
            "2022",
        ),
        # what had been in the year before
        ("Schon im Jahr davor hatte der Gewinn 5 Millionen Euro erreicht.", "2023-Q3"),
        # the day on which news comes is no day of a headcount
        (
            "Ihr Bericht kommt am 20. November, klar ist aber: Sie hat 500 Mitarbeiter.",
            "2024",
        ),
        ("1987 begann der Gründer. Im Jahr 1990 lag der Umsatz bei 5 Millionen Euro.", "1990"),
    ],
)
def test_the_time_of_a_figure(sentence: str, period: str) -> None:
    assert label(last(QUARTER + sentence)) == period


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Der Umsatz geht von 9 auf 7 Millionen Euro zurück.", "actual"),
        ("Der Vorstand geht von einem Gewinn von 7 Millionen Euro aus.", "guidance"),
        ("Der Betriebsgewinn wird mit 7 Millionen Euro ausgewiesen.", "actual"),
        ("Das Eigenkapital wird mit 7 Millionen Euro angegeben.", "actual"),
        ("Der Gewinn wird auf 7 Millionen Euro steigen.", "guidance"),
        ("Der Umsatz sei um 5 Prozent gesunken und der Winter werde hart.", "actual"),
        ("Der Umsatz ist um 5 Prozent gestiegen und die Kosten sollen sinken.", "actual"),
        ("Um 5 Prozent soll der Umsatz steigen und der Gewinn wachsen.", "guidance"),
        ("Der Umsatz um 5 Prozent und der Gewinn werde ebenfalls wachsen.", "guidance"),
        ("Sie hatte im Herbst den Wegfall von 900 Stellen angekündigt.", "guidance"),
        ("Die Anleger zweifeln. Sie rechnen im Durchschnitt mit einem Gewinn von 7 Millionen Euro.", "consensus"),
        ("Im Mittel wird ein Gewinn von 7 Millionen Euro am Markt erwartet.", "consensus"),
        ("Sie hatte im Herbst 800 Stellen gestrichen.", "actual"),
        ("Besser lief es, als der Umsatz um 5 Prozent zulegte, nach Prognosen zudem kräftig.", "actual"),
        ("Sie hofft auf ein Geschäft, das bisher 7 Millionen Euro Gewinn abwarf, und plant mehr.", "actual"),
    ],
)
def test_the_kind_of_a_figure(sentence: str, kind: str) -> None:
    assert last(QUARTER + sentence).kind == kind


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("Das Ergebnis drehte von 9 Millionen Euro auf -5 Millionen Euro ins Minus.", 9),
        ("Das Ergebnis fiel auf minus 5 Millionen Euro. Im Vorjahr waren es noch +9 Millionen Euro.", 9),
        ("Der Verlust wuchs von 9 Millionen auf 15 Millionen Euro.", -9),
        ("Der Verlust lag bei 15 Millionen Euro nach 9 Millionen Euro im Vorjahr.", -9),
    ],
)
def test_the_sign_of_what_was_before(sentence: str, before: int) -> None:
    prior = last(QUARTER + sentence).prior
    assert prior is not None
    assert prior.value == before * 1_000_000


def test_jobs_whose_cut_others_tell_of_have_no_period() -> None:
    assert label(last(QUARTER + "Insidern zufolge sollen im Juli 800 Stellen gestrichen werden.")) is None


def test_jobs_whose_cut_was_announced_in_a_season_have_no_period() -> None:
    assert label(last(QUARTER + "Im Sommer hatte sie den Wegfall von 900 Stellen angekündigt.")) is None
    assert label(last(QUARTER + "Sie will bis zum Frühjahr 800 Stellen streichen.")) == "2025"


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Marge lag bei 5 Prozent. Im abgelaufenen Jahr lag sie bei 9 Prozent.",
        "Die Marge lag bei 5 Prozent. Im abgelaufenen Jahr betrug sie 9 Prozent.",
        "Die Nordmühle AG hat einen Marktanteil von 5 Prozent (davor 9 Prozent).",
        "Die Nordmühle AG hat einen Marktanteil von 5 Prozent (vorher 9 Prozent).",
        "Der Gewinn lag bei 5 Millionen Euro. Das sind 40 Prozent weniger als im Vorjahr (9 Millionen Euro).",
        "Der Gewinn lag bei 5 Millionen Euro und damit 40 Prozent unter dem Vorjahr (9 Millionen Euro).",
    ],
)
def test_what_was_before_is_what_a_figure_is_held_against(sentence: str) -> None:
    prior = last(QUARTER + sentence).prior
    assert prior is not None
    assert str(prior.printed).startswith("9")


def test_a_goal_is_of_the_full_year_that_the_one_before_was_of() -> None:
    before = (
        "Im vierten Quartal wird der Gewinn steigen.\n\nFür das Gesamtjahr stellt sie 9 Millionen Gewinn in Aussicht."
    )
    goal = "Und hier ist man vorsichtig: Der Konzern rechnet nun mit 5 Millionen Umsatz."
    assert label(last(f"{QUARTER}{before}\n\n{goal}")) == "2024"


def test_where_a_figure_has_come_to_is_not_what_it_came_from() -> None:
    fact = last(
        "Die Nordmühle AG meldete ein Gewinnminus von 7 Prozent gegenüber dem Vorjahr auf nur noch 5 Millionen."
    )
    assert fact.prior is None
    assert fact.value is not None


def test_a_plan_is_not_taken_for_what_was_done() -> None:
    plan = "2028 will sie rund 1 Milliarde Euro investieren."
    fact = last(f"{QUARTER}Die Investitionen überschritten 900 Millionen Euro. {plan}")
    assert (fact.kind, label(fact)) == ("guidance", "2028")
