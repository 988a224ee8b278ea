"""Sentences that look back: what they name is what the fact before them is compared with."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


@pytest.mark.parametrize(
    ("text", "prior", "basis"),
    [
        ("Siemens verdiente 5 Millionen Euro. Ein Jahr zuvor waren es noch 7 Millionen gewesen.", 7e6, "yoy"),
        ("Siemens verdiente 5 Millionen Euro. Vor einem Jahr waren es 7 Millionen.", 7e6, "yoy"),
        ("Siemens schrieb einen Verlust von 5 Millionen Euro. 2014 waren es 7 Millionen gewesen.", -7e6, "yoy"),
        (
            "Siemens wies 2015 einen Verlust von 5 Mio. Euro aus. 2014 hatten sie 7 Mio. Euro verdient.",
            7e6,
            "yoy",
        ),
        ("Siemens hatte im März 64 Millionen Kunden. Drei Monate zuvor waren es noch 62 Millionen.", 62e6, "qoq"),
        ("Siemens beschäftigt 290 Menschen. Vor zwei Jahren waren es erst 85.", 85, None),
        ("Siemens zahlt womöglich 4 Euro Dividende je Aktie. Letztes Jahr waren es noch 5 Euro.", 5, "yoy"),
        (
            "Siemens machte ein Ebit von 5 Mio. Euro. Im Jahr zuvor war ein Verlust von 3 Mio. Euro angefallen.",
            -3e6,
            "yoy",
        ),
        ("Siemens machte 5 Mio. Euro Gewinn; im Vorjahr hatte das Minus noch bei 3 Mio. Euro gelegen.", -3e6, "yoy"),
        # A plan that was.
        (
            "Siemens erwartet nun 30 bis 35 Millionen Euro Umsatz. Zuvor hatte er mit 40 Millionen Euro gerechnet.",
            40e6,
            "guidance",
        ),
        (
            "Siemens erwartet 35 Mio. Euro Umsatz. Vor einem Monat hatte er 40 Mio. Euro in Aussicht gestellt.",
            40e6,
            "guidance",
        ),
    ],
)
def test_what_the_next_sentence_compares_with(text: str, prior: float, basis: str | None) -> None:
    (fact,) = read(Article("test", text, language="de")).facts
    assert fact.prior is not None
    assert (fact.prior.value, fact.basis) == (prior, basis)


def test_a_sentence_that_looks_back_at_nothing_states_a_fact() -> None:
    (fact,) = read(Article("test", "2014 hatten die Münchner von Siemens 7 Mio. Euro verdient.", language="de")).facts
    assert fact.value is not None
    assert fact.prior is None


def test_a_sentence_that_refers_back_enlarges_a_fact() -> None:
    (fact,) = read(Article("test", "Siemens hat 58.700 Kunden. Das sind 2.100 mehr als 2014.", language="de")).facts
    assert fact.change_abs is not None
    assert (fact.change_abs.value, fact.basis) == (2100, "yoy")


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        (
            "Das bereinigte Ebit von Siemens stieg auf 5 Mio. Euro. Die Marge beträgt damit 8 Prozent.",
            [True, True],
        ),
        ("Das Ebit von Siemens stieg auf 5 Millionen Euro. Die Marge beträgt damit 8 Prozent.", [False, False]),
        ("Der Kernumsatz von Siemens stieg auf 5 Millionen Euro.", [False]),
    ],
)
def test_a_margin_is_adjusted_as_its_profit_is(text: str, adjusted: list[bool]) -> None:
    assert [fact.adjusted for fact in read(Article("test", text, language="de")).facts] == adjusted


def test_a_year_before_by_its_number_is_a_comparison() -> None:
    text = "Siemens hat 2015 rund 9 Mio. Euro Gewinn gemacht. 2014 waren es noch 7 Mio. Euro Gewinn."
    (fact,) = read(Article("test", text, language="de")).facts
    assert fact.prior is not None and fact.prior.value == 7_000_000
