"""The lexicons of numbers, scales, hedges and currencies agree with themselves and with CLDR."""

from __future__ import annotations

from collections import Counter

import pytest

from kennzahl.catalog import load_catalog
from kennzahl.languages import available, section
from kennzahl.reading.mentions.quantities.grammar import grammar

LANGUAGES = [language for language in available() if language in ("de", "en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_scale_word_means_one_value(language: str) -> None:
    scales = section(language, "numbers")["scales"]
    counted = Counter(word for words in scales.values() for word in words)
    assert [word for word, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_glued_letters_mean_what_the_words_mean(language: str) -> None:
    numbers = section(language, "numbers")
    worth = {word: value for value, words in numbers["scales"].items() for word in words}
    for letters, value in numbers["glued_scales"].items():
        assert worth.get(letters, value) == value
    for letters, value in numbers["code_scales"].items():
        assert worth.get(letters.lower(), value) == value


def test_a_german_billion_is_a_million_millions() -> None:
    german, english = grammar("de").scales.entries, grammar("en").scales.entries
    assert german.get("billion") == english.get("trillion") == 10**12
    assert german.get("milliarde") == english.get("billion") == 10**9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_lexicon_is_text(language: str) -> None:
    """YAML reads a bare ``no``, ``on`` or ``null`` as something else."""
    numbers = section(language, "numbers")
    for key in ("function_words", "people", "months", "links", "comparison", "hedge_fillers", "ordinal_nouns", "clock"):
        assert [word for word in numbers[key] if not isinstance(word, str)] == [], key
    assert [name for name in numbers["names"]["before"] if not isinstance(name, str)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hedge_has_a_sign_a_width_on_both_sides_and_a_reason(language: str) -> None:
    for word, hedge in section(language, "hedges").items():
        assert hedge["approx"] in ("~", ">", "<"), word
        assert hedge["reason"], word
        for side in ("below", "above"):
            assert hedge[side] == "unbounded" or 0 <= hedge[side] <= 0.2, word
        assert hedge["approx"] != ">" or hedge["below"] == 0, word
        assert hedge["approx"] != "<" or hedge["above"] == 0, word


def test_every_currency_belongs_to_a_family_that_exists() -> None:
    catalogue = load_catalog("currencies")
    for code, entry in catalogue["currencies"].items():
        assert entry["family"] in catalogue["families"], code
    for name, family in catalogue["families"].items():
        assert family["default"] in catalogue["currencies"], name


def test_no_symbol_means_two_currencies() -> None:
    catalogue = load_catalog("currencies")
    symbols = Counter(
        symbol
        for entry in (*catalogue["families"].values(), *catalogue["currencies"].values())
        for symbol in entry.get("symbols", ())
    )
    assert [symbol for symbol, count in symbols.items() if count > 1] == []


def test_codes_are_iso_4217() -> None:
    numbers = pytest.importorskip("babel.numbers")
    known = set(numbers.list_currencies())
    assert set(load_catalog("currencies")["currencies"]) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_compact_scales_are_those_of_cldr(language: str) -> None:
    babel = pytest.importorskip("babel")
    locale = babel.Locale(language)
    months = {
        name.lower().rstrip(".")
        for width in ("wide", "abbreviated")
        for name in locale.months["format"][width].values()
    }
    assert months <= set(section(language, "numbers")["months"])
    scales = grammar(language).scales.entries
    for power in (6, 9, 12):
        patterns = locale.compact_decimal_formats["long"]["other"]
        word = str(patterns[str(10**power)].pattern).replace("0", "").strip(" \u00a0'")
        assert scales.get(word.lower()) == 10**power
