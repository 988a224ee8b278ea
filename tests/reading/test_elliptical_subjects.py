"""Possessors that stand for what they have: "Ford's fell 9 percent", "jener von BMW stieg um 7 Prozent"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts(language: str, text: str) -> list[Fact]:
    return list(read(Article("test", text, language=language, published_at=datetime(2012, 10, 30, tzinfo=UTC))).facts)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "Chrysler's sales rose 3 percent in September. Ford's dipped 6 percent, Honda Motor Co's slid 4.",
            {"Chrysler": 3, "Ford": -6, "Honda": -4},
        ),
        ("en", "Intel's revenue grew 8 percent. Cisco's dropped by about 2 percent.", {"Intel": 8, "Cisco": -2}),
        ("en", "Intel's revenue grew 8 percent, and that of Cisco was up 3 percent.", {"Intel": 8, "Cisco": 3}),
        ("en", "Intel's revenue grew 8 percent. Cisco Systems Inc's doubled.", {"Intel": 8, "Cisco": 100}),
        (
            "de",
            "Der Absatz von VW stieg um 4 Prozent, der von BMW kletterte um 6 Prozent, jener von Daimler sank um 2.",
            {"Volkswagen": 4, "BMW": 6, "Daimler": -2},
        ),
        (
            "de",
            "Der Umsatz der Lufthansa wuchs um 4 Prozent. Jener der Telekom legte um 6 Prozent zu.",
            {"Deutsche Lufthansa": 4, "Deutsche Telekom": 6},
        ),
        # A noun of change has a company of its own, too, but no metric is left out; what somebody does to a thing is
        # told of the thing.
        ("en", "Intel's shares fell. Cisco's drop of 3 percent was larger.", {}),
        ("de", "VW baut Motoren, die von BMW gekauft werden. Der Umsatz stieg um 4 Prozent.", {"Volkswagen": 4}),
        ("en", "Intel's revenue grew 8 percent. Cisco's plan affects 3 percent of its engineers.", {"Intel": 8}),
    ],
)
def test_a_possessor_without_its_noun_goes_on_with_the_metric(language: str, text: str, told: dict[str, float]) -> None:
    found = {fact.company.name: fact.change_pct.value for fact in facts(language, text) if fact.change_pct is not None}
    assert found == told


def test_it_goes_on_with_the_part_as_well() -> None:
    text = "Chrysler's U.S. sales rose 3 percent in September. Ford's dipped 6 percent."
    assert [(fact.company.name, fact.segment) for fact in facts("en", text)] == [("Chrysler", "U.S."), ("Ford", "U.S.")]
