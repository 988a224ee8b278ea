"""Numbers in characters that are not those of news: invisible ones, wide ones, letters in parts, other scripts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl import quantities
from tests.reading.mentions.orderly import assert_orderly

READ = [
    ("en", "5\u200bmillion", 5_000_000, "count"),
    ("en", "$\u200b5", 5, "USD"),
    ("en", "fifty\u00ad-five", 55, "count"),
    ("en", "twenty\u2011five", 25, "count"),
    ("en", "1\u2005000\u3000000", 1_000_000, "count"),
    ("en", "\uff0d\uff15\uff0e\uff12\uff05", "-5.2", "%"),
    ("en", "\uff35\uff33\uff24 \uff15\uff4d", 5_000_000, "USD"),
    ("en", "\ufb01ve dollars", 5, "USD"),
    ("en", "\u0663\u0664\u0665\u066b\u0665\u066a", "345.5", "%"),
    ("en", "\u0665\u066c\u0660\u0660\u0660", 5000, "count"),
    ("en", "2\u2157", "2.6", "count"),
    ("de", "fu\u0308nf Euro", 5, "EUR"),
    ("de", "5 Mil\u00adlionen Eu\u00adro", 5_000_000, "EUR"),
    ("de", "zwei\u00adhundert", 200, "count"),
    ("de", "1.\u2060234\u202f€", 1234, "EUR"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), READ)
def test_a_number_is_read_and_printed_as_it_stands(language: str, text: str, value: int | str, unit: str) -> None:
    said = f"\u00ad“{text}”\u200b."
    (quantity,) = quantities(said, language)
    assert (quantity.value, quantity.unit, quantity.printed) == (Decimal(value), unit, text)
    assert said[quantity.start : quantity.end] == text


@pytest.mark.parametrize("text", ["\u200b", "\u00ad" * 9, "e\u0301\u0302", "\ufeff", "Mil\u00adlionen", "\uff21\uff11"])
def test_odd_characters_alone_are_no_number(text: str) -> None:
    assert quantities(text, "de") == []


WORDS = ["5", "1.234", "fünf", "two", "$", "€", "%", "Mio.", "million", "und", "to", "-", " "]
PIECES = [*WORDS, "\u00ad", "\u200b", "\u0308", "\uff15", "\ufb01"]


@given(st.lists(st.sampled_from(PIECES), max_size=16), st.sampled_from(["de", "en"]))
@settings(max_examples=150)
def test_spans_are_those_of_the_text_as_printed(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    assert_orderly(quantities(text, language), text)
