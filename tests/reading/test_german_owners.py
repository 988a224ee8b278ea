"""Whose figure it is in German texts that speak of a company and of others beside it."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


def owners(text: str, title: str) -> list[str]:
    """The companies of the facts of a text, in its order."""
    article = Article("test", f"{title}\n\n{text}", title_end=len(title), language="de")
    return [fact.company.name for fact in sorted(read(article).facts, key=lambda fact: fact.span.start)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Tochter Alpfein verdiente 5 Millionen Euro.", "Alpfein"),
        ("Die Peru-Tochter Alpfein schrieb einen Verlust von 5 Millionen Euro.", "Alpfein"),
        ("Die Schwester Alpfein steigerte den Umsatz auf 5 Millionen Euro.", "Alpfein"),
        ("Beiersdorfs neue Tochter Alpfein verdiente 5 Millionen Euro.", "Alpfein"),
        ("Der Gewinn von Beiersdorfs Tochter Alpfein sank auf 5 Millionen Euro.", "Alpfein"),
        # the owner is not whom the sentence is about
        ("Beiersdorfs Chemie-Tochter verdiente 5 Millionen Euro.", "Brenntag"),
        ("Die Tochter des Beiersdorf-Konzerns verdiente 5 Millionen Euro.", "Brenntag"),
        # through which the owner does something, and what it is at large
        ("Über die Tochter Alpfein setzt das Unternehmen 5 Millionen Euro um.", "Brenntag"),
        ("Dank der neuen Tochter Alpfein erzielte der Konzern einen Umsatz von 5 Millionen Euro.", "Brenntag"),
        ("Beiersdorfs Gewinn sank auf 5 Millionen Euro.", "Beiersdorf"),
        ("Beiersdorfs Töchter meldeten Ende März Kurzarbeit. Der Umsatz sank auf 5 Millionen Euro.", "Beiersdorf"),
    ],
)
def test_a_subsidiary_is_told_from_its_owner(text: str, names: str) -> None:
    assert owners(text, "Brenntag legt Zahlen vor") == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Während Beiersdorf 5 Millionen Euro verdiente, verbuchte der Hersteller Henkel 6 Millionen Gewinn.",
            "Beiersdorf Henkel",
        ),
        ("Obwohl Beiersdorf gut verdient, meldet Henkel einen Verlust von 6 Millionen Euro.", "Henkel"),
        ("Nachdem Beiersdorf die Preise gesenkt hatte, strich auch Henkel 600 Stellen.", "Henkel"),
        ("Weil Beiersdorf kauft, rechnet Henkel mit einem Umsatz von 6 Millionen Euro.", "Henkel"),
        ("Seit Beiersdorf liefert, erzielt Henkel mit der Marke einen Umsatz von 6 Millionen Euro.", "Henkel"),
        # the main clause has no company of its own, or the first clause is none of that kind
        ("Während Beiersdorf wächst, sinkt die Dividende auf 2 Euro je Aktie.", "Beiersdorf"),
        (
            "Beiersdorf verdiente 5 Millionen Euro, rechnet nach dem Kauf von Henkel mit 6 Millionen Euro.",
            "Beiersdorf Beiersdorf",
        ),
    ],
)
def test_the_subject_of_a_main_clause_stands_behind_its_verb(text: str, names: str) -> None:
    assert owners(text, "Die Branche ist in Bewegung") == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Henkel erlöste 5 Millionen Euro, Beiersdorf kommt auf 6 Millionen Euro.", "Henkel Beiersdorf"),
        ("Henkel verkaufte 5 Millionen Flaschen, Beiersdorf brachte es auf 6 Millionen Flaschen.", "Henkel Beiersdorf"),
        # in which the company has a part, and what it has beside it
        ("Rund 60 Prozent des Ergebnisses stammen aus Beteiligungen, etwa am Konkurrenten Henkel.", "Brenntag"),
        ("Der Gewinn von 5 Millionen Euro beruht auf Verträgen mit Henkel.", "Brenntag"),
        ("Neben der Mehrheit an Henkel hält der Konzern 10 Prozent an einer Brauerei.", "Brenntag"),
        ("Ein Plus von 5 Prozent meldete beim Umsatz auch Henkel.", "Henkel"),
    ],
)
def test_whose_a_figure_is_beside_others(text: str, names: str) -> None:
    assert owners(text, "Brenntag legt Zahlen vor") == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Damit setzt sie mehr um als Henkel (5 Millionen Euro) und Beiersdorf (4 Millionen Euro).",
            "Henkel Beiersdorf",
        ),
        ("Auf dem zweiten Platz folgt Henkel (rund 5 Millionen Euro Umsatz).", "Henkel"),
        ("Andere sparen ebenso: Seit Mai will Henkel 500 Stellen streichen.", "Henkel"),
        ("Der Konkurrent von Henkel , Beiersdorf und Evonik erzielte einen Umsatz von 5 Millionen Euro.", "Brenntag"),
        ("Auch der Konkurrent Henkel (Persil) wächst. Der Umsatz von Brenntag stieg auf 5 Millionen Euro.", "Brenntag"),
    ],
)
def test_whose_a_figure_is_in_brackets_and_behind_colons(text: str, names: str) -> None:
    assert owners(text, "Brenntag legt Zahlen vor") == names.split()


def test_a_paragraph_goes_on_with_who_was_spoken_of_before_another_is_named() -> None:
    text = "Evonik erzielte 2023 einen Gewinn von 5 Millionen Euro.\n\nDer Umsatz stieg auf 9 Millionen Euro.\n\n"
    later = "Henkel schrieb 3 Millionen Verlust. Henkel spart. Henkel leidet. Henkel hofft."
    assert owners(text + later, "Zwei Konzerne") == ["Evonik", "Evonik", "Henkel"]


def test_letters_in_brackets_are_short_for_the_noun_before() -> None:
    text = "Zudem sank der Bestand der Baustoffmärkte (BMW) stark. Der Gewinn lag bei 5 Millionen Euro."
    assert owners(text, "Brenntag legt Zahlen vor") == ["Brenntag"]
    text = "Auch der Autobauer (BMW) wächst. Er erzielte einen Gewinn von 5 Millionen Euro."
    assert owners(text, "Die Branche wächst") == ["BMW"]


def test_a_sentence_may_begin_with_a_name_in_small_letters() -> None:
    text = "Der Umsatz von Henkel stieg auf 5 Millionen Euro. adidas erzielte 6 Millionen Euro Gewinn."
    assert owners(text, "Zwei Konzerne") == ["Henkel", "Adidas"]


def test_a_noun_for_a_company_behind_a_name_tells_it() -> None:
    text = "Die Blaubach Braumanufaktur ist zufrieden. Das Unternehmen erzielte 5 Millionen Euro Umsatz."
    assert owners(text, "Blaubach meldet mehr Umsatz") == ["Blaubach"]


@pytest.mark.parametrize(
    "said",
    [
        "lobt Vorstandsvorsitzende Dr. Jana Henkel",
        "sagte Finanzchefin Jana Henkel",
        "erklärt Prof. Jana Henkel",
        "heißt es von Geschäftsführerin Jana Henkel",
        "betonte Herr Jana Henkel",
        "verkündete die Vorstandschefin des Unternehmens, Jana Henkel",
    ],
)
def test_a_person_with_the_name_of_a_company_is_none(said: str) -> None:
    text = f"Wir sind zufrieden, {said}. Der Konzern erzielte einen Gewinn von 5 Millionen Euro."
    assert owners(text, "Brenntag legt Zahlen vor") == ["Brenntag"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Konzern Henkel erzielte einen Gewinn von 5 Millionen Euro.", "Henkel"),
        ("Das wusste der Chef, Henkel erzielte einen Gewinn von 5 Millionen Euro.", "Henkel"),
        ("Gestern übernahm sogar Henkel 100 Prozent der Anteile an dem Geschäft.", "Henkel"),
        ("Es heißt, dass Henkel 120 Millionen Euro verdient hat.", "Henkel"),
    ],
)
def test_a_company_with_a_common_name_is_one(text: str, name: str) -> None:
    assert owners(text, "Gute Zahlen") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Henkel steigerte den Umsatz um 9 Prozent, Konkurrent Evonik um 4 Prozent.", "Henkel Evonik"),
        ("Der Umsatz von Henkel stieg auf 5 Millionen Euro, Wettbewerber Evonik kam auf 4 Millionen.", "Henkel Evonik"),
        ("Henkel setzte 5 Millionen Euro um, der Rivale Evonik 4 Millionen.", "Henkel Evonik"),
        ("Henkel erlöste 5 Millionen Euro, Erzrivale Evonik schaffte nur 4 Millionen Euro.", "Henkel Evonik"),
        ("Henkel verkaufte 5 Millionen Flaschen, deren Schwester Evonik 226.000.", "Henkel Evonik"),
        # rivals that do nothing, or something without figures
        ("Henkel erlöste 5 Millionen Euro, nachdem es den Konkurrenten Evonik überholt hatte.", "Henkel"),
        ("Die deutsche Mutter Henkel hat angekündigt, Stellen zu streichen. Es geht um 300 Jobs.", "Brenntag"),
        ("Brenntag erlöste 5 Millionen Euro, mit der Tochter Evonik waren es 6 Millionen Euro.", "Brenntag Brenntag"),
    ],
)
def test_rivals_and_relatives_with_figures_of_their_own(text: str, names: str) -> None:
    assert owners(text, "Brenntag legt Zahlen vor") == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wittenfeld, der zur Alvard-Gruppe gehört, wächst. Der Mutterkonzern verdiente 5 Millionen Euro.", "Alvard"),
        ("Wittenfeld, eine Tochter der Alvard AG, wächst. Die Mutter verdiente 5 Millionen Euro.", "Alvard"),
        ("Wittenfeld gehört seit 2019 zur Alvard AG. Die Konzernmutter erlöste 5 Millionen Euro.", "Alvard"),
        ("Wittenfeld liefert an die Alvard AG. Der Mutterkonzern verdiente 5 Millionen Euro.", ""),
    ],
)
def test_the_owner_is_whom_the_text_has_said_that_a_company_belongs_to(text: str, names: str) -> None:
    assert owners(text, "Die Wittenfeld GmbH wächst") == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Anlagenbauer Gebr. Pfannkuch wächst. Der Umsatz stieg auf 5 Millionen Euro.", "Gebr. Pfannkuch"),
        ("Die Norvitra AG hat den Konkurrenten Vetro gekauft. Vetro erlöste 5 Millionen Euro.", "Vetro"),
        ("Die Norvitra AG will den Konkurrenten Kunden abnehmen. Sie erlöste 5 Millionen Euro.", "Norvitra"),
        ("Die Muttergesellschaft Norvitra AG erlöste 5 Millionen Euro.", "Norvitra"),
        ("Norvitra AG wächst: 4 Millionen Euro Umsatz entfielen auf die Glassparte Vetro GmbH.", "Norvitra"),
    ],
)
def test_names_behind_what_a_company_is(text: str, names: str) -> None:
    assert owners(text, "Ein Überblick") == [names]


def test_a_legal_form_is_no_part_of_a_company() -> None:
    text = "Die Tochter Norvitra Bau GmbH, deren Umsatz bei 5 Millionen Euro lag, wächst."
    facts = read(Article("test", text)).facts
    assert [(fact.company.name, fact.segment) for fact in facts] == [("Norvitra Bau", None)]


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("Die Norvitra AG stellt ein EBITDA vor wesentlichen Sondereffekten von 5 Millionen Euro in Aussicht.", True),
        ("Das EBITDA der Norvitra AG ohne wesentliche Sondereffekte lag bei 5 Millionen Euro.", True),
        ("Das EBITDA der Norvitra AG lag trotz wesentlicher Sondereffekte bei 5 Millionen Euro.", False),
    ],
)
def test_what_is_left_out_of_a_profit_may_be_described(text: str, adjusted: bool) -> None:
    facts = read(Article("test", text)).facts
    assert [(fact.metric, fact.adjusted) for fact in facts] == [("ebitda", adjusted)]
