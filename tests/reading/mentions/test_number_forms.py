"""Every form in which people write numbers, shares and money, alone and in sentences (tables: ``numbers/*.yaml``)."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl import quantities
from kennzahl.reading.mentions.quantities import find
from kennzahl.reading.mentions.quantities.scanning import MAX_CANDIDATES
from tests.reading.mentions.orderly import assert_orderly

Read: TypeAlias = tuple[str, tuple[Fraction, ...], str]
"""A hedge, a value or the two ends of a range, and a unit."""

FORMS: dict[str, dict[str, dict[str, object]]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (Path(__file__).parent / "numbers").glob("*.yaml")
}
SENTENCES = {
    "en": ("{}", "We took {} in all.", "It was {}, he said.", "Is it {}?"),
    "de": ("{}", "Am Ende hatten wir {}.", "Es waren {}, sagte er.", "Sind das {}?"),
}
AS_THEY_STAND = ("in sentences", "nothing")
DATES_IN_A_SENTENCE = {("de", "1.5")}  # "1.5." is the first of May
KINDS = [(language, kind) for language, kinds in FORMS.items() for kind in kinds]
ACCURACY = Fraction(1, 10_000)


def expected(told: object) -> list[Read]:
    return [_one(part.strip()) for part in str(told).split("|") if part.strip()]


def _one(told: str) -> Read:
    hedge = told[0] if told[0] in "~<>" else "="
    amount, _, unit = told.removeprefix(hedge).strip().partition(" ")
    return hedge, tuple(_number(end) for end in amount.split("..")), unit or "count"


def _number(said: str) -> Fraction:
    numerator, _, denominator = said.partition("/")
    return Fraction(numerator) / Fraction(denominator or 1)


def read(text: str, language: str) -> list[Read]:
    return [
        (
            q.hedge,
            tuple(Fraction(end) for end in ((q.low, q.high) if q.is_range else (q.value,)) if end is not None),
            q.unit,
        )
        for q in quantities(text, language)
    ]


def agrees(found: list[Read], told: list[Read]) -> bool:
    return len(found) == len(told) and all(
        (hedge, unit, len(ends)) == (right_hedge, right_unit, len(right))
        and all(abs(end - exact) <= ACCURACY * abs(exact) for end, exact in zip(ends, right, strict=True))
        for (hedge, ends, unit), (right_hedge, right, right_unit) in zip(found, told, strict=True)
    )


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_every_form_of_a_kind_is_read_alone_and_in_sentences(language: str, kind: str) -> None:
    frames = ("{}",) if kind in AS_THEY_STAND else SENTENCES[language]
    misread = {
        frame.format(text): read(frame.format(text), language)
        for text, told in FORMS[language][kind].items()
        for frame in (frames[:1] if (language, text) in DATES_IN_A_SENTENCE else frames)
        if not agrees(read(frame.format(text), language), expected(told))
    }
    assert misread == {}


def test_both_languages_have_the_same_kinds() -> None:
    assert list(FORMS["de"]) == list(FORMS["en"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "one of them, 1e5 and 10^3"),
        ("en", "two bitcoins"),
        ("en", "5 Albanian lek"),
        ("en", "one in five"),
        ("en", "three fifths"),
        ("de", "jeder Fünfte"),
        ("de", "5 Euro 30"),
        ("de", "Komma fünf"),
    ],
)
def test_what_is_no_figure_of_news_is_none_in_an_article(language: str, text: str) -> None:
    assert [q.unit for q in find(text, language)] != [q.unit for q in quantities(text, language)] or (
        [q.value for q in find(text, language)] != [q.value for q in quantities(text, language)]
    )


def test_a_fraction_says_that_it_is_one() -> None:
    assert [(q.form, q.printed) for q in quantities("two thirds of 1/2, one in five", "en")] == [
        ("fraction", "two thirds"),
        ("digits", "1/2"),
        ("fraction", "one in five"),
    ]


FLOODS = [
    "1",
    "one ",
    "a ",
    "½",
    "1'",
    "^",
    "2^3^",
    "10^",
    "1e5",
    "1/",
    "x10^",
    "million ",
    "one million, ",
    "two thirds ",
]
FLOODS += [
    "und",
    "komma ",
    "point five ",
    "half a ",
    "jeder fünfte ",
    "one in five ",
    "between one hundred and ten ",
    "+/-",
    "zweimillionen",
    "5\u00ad",
    "5 € 30 ",
    "$12 CAD ",
    "( ",
    "-",
    ".",
]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_money_of_today_is_read_by_its_code_and_by_its_names_in_cldr(language: str) -> None:
    locale, today = Locale(language), date(2026, 1, 1)
    for territory in get_global("territory_currencies"):
        for code in get_territory_currencies(territory, today, today):
            names = {get_currency_name(code, count, locale) for count in (1, 5)} if code in locale.currencies else set()
            for said in {code, *(name for name in names if "(" not in name)}:
                assert [(q.value, q.unit) for q in quantities(f"5 {said}.", language)] == [(5, code)], said


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("piece", FLOODS)
def test_a_flood_of_anything_is_read_up_to_a_bound(language: str, piece: str) -> None:
    text = piece * (20_000 // len(piece))
    found = quantities(text, language)
    assert len(found) <= MAX_CANDIDATES
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


WORDS = """1 12,5
3/4 1e5 10^3 ^ ½ ⅓ × 10⁶ one two a half third thirds and in out of every fifth million dozen point five
minus plus dollars dollar $ € cents CAD AUD bitcoin lek from to between ( ) - , . eine zwei Drittel und jeder Fünfte
Komma von einer Euro 30 Rappen Viertelmillion prozentig k M % of a percent"""
PIECES = st.lists(st.one_of(st.sampled_from([*WORDS.split(), " ", "\n", "\u00a0"]), st.text(max_size=3)), max_size=12)


@given(PIECES, st.sampled_from(["", " "]), st.sampled_from(["de", "en", "fr"]))
@settings(max_examples=200)
def test_any_text_is_read_without_error_into_ordered_spans(pieces: list[str], glue: str, language: str) -> None:
    text = glue.join(pieces)
    found = quantities(text, language)
    assert_orderly(found, text)


@given(st.integers(0, 999), st.integers(1, 999).filter(lambda number: number != 1), st.sampled_from(["de", "en"]))
@settings(max_examples=60)
def test_a_fraction_in_digits_reads_back(numerator: int, denominator: int, language: str) -> None:
    if 0 < numerator < denominator:
        (found,) = quantities(f"{numerator}/{denominator}", language)
        assert found.value is not None
        assert abs(found.value - Decimal(numerator) / Decimal(denominator)) < Decimal("1e-9")
