"""German verbs of change, whole families of them: a fall is never read as a rise."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read

FALLS = [
    "bricht um 4 Prozent ein",
    "bröckelt um 4 Prozent ab",
    "sackt um 4 Prozent ab",
    "rutscht um 4 Prozent ab",
    "schmilzt um 4 Prozent",
    "knickt um 4 Prozent ein",
    "flaute um 4 Prozent ab",
    "trübte sich um 4 Prozent ein",
    "kühlte sich um 4 Prozent ab",
    "ließ um 4 Prozent nach",
    "liess um 4 Prozent nach",
    "tauchte um 4 Prozent ab",
    "bildete sich um 4 Prozent zurück",
    "unterschritt den Vorjahreswert um 4 Prozent",
    "wurde um 4 Prozent verkürzt",
    "wurde um 4 Prozent gekappt",
    "wurde um 4 Prozent zusammengestrichen",
    "wurde um 4 Prozent gedrosselt",
    "wurde um 4 Prozent heruntergefahren",
    "wurde um 4 Prozent zurückgeschraubt",
    "wurde um 4 Prozent abgesenkt",
    "wurde um 4 Prozent geschmälert",
]
RISES = [
    "zieht um 4 Prozent an",
    "schnellt um 4 Prozent nach oben",
    "kommt um 4 Prozent voran",
    "wurde um 4 Prozent ausgeweitet",
    "wurde um 4 Prozent hochgefahren",
    "überstieg den Vorjahreswert um 4 Prozent",
]


def fact(sentence: str) -> Fact:
    return read(Article("test", sentence, language="de")).facts[-1]


@pytest.mark.parametrize(("said", "sign"), [*((said, -1) for said in FALLS), *((said, 1) for said in RISES)])
def test_the_sign_of_a_change_is_that_of_its_verb(said: str, sign: int) -> None:
    change = fact(f"Der Umsatz von Siemens {said}.").change_pct
    assert change is not None
    assert change.value == 4 * sign


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("Das Nettoresultat von Siemens stieg auf 7 Millionen Franken.", "net_income"),
        ("Das Betriebsresultat von Siemens stieg auf 7 Millionen Franken.", "ebit"),
        ("Das operative Resultat von Siemens stieg auf 7 Millionen Franken.", "ebit"),
        ("Das Resultat vor Steuern stieg bei Siemens auf 7 Millionen Franken.", "pretax_profit"),
        ("Der Geldfluss aus Geschäftstätigkeit stieg bei Siemens auf 7 Millionen Franken.", "operating_cash_flow"),
        ("Der operative Geldfluss stieg bei Siemens auf 7 Millionen Franken.", "operating_cash_flow"),
        ("Der freie Geldfluss stieg bei Siemens auf 7 Millionen Franken.", "free_cash_flow"),
        ("Das Finanzresultat von Siemens stieg auf 7 Millionen Franken.", "other"),
        ("Die Rohmarge von Siemens stieg auf 7 Prozent.", "gross_margin"),
        ("Die Handelsspanne von Siemens stieg auf 7 Prozent.", "gross_margin"),
        ("Die Tier-1-Quote der Deutschen Bank stieg auf 7 Prozent.", "cet1_ratio"),
        ("Die CET1-Kapitalquote der Deutschen Bank stieg auf 7 Prozent.", "cet1_ratio"),
        ("Das Bilanzvolumen der Deutschen Bank stieg auf 7 Millionen Euro.", "total_assets"),
    ],
)
def test_words_of_the_same_family_name_the_same_figure(sentence: str, metric: str) -> None:
    assert fact(sentence).metric == metric
