"""What may reach the terminal, and how figures look there."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.figures import in_words
from cli.terminal import clean

ANY_TEXT = st.text(st.characters(codec=None))  # lone surrogates too


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_gets_through(text):
    shown = clean(text)
    assert len(shown) == len(text), "marks keep their places"
    assert clean(shown) == shown
    controls = {char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}} - {"\n"}
    assert not controls
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe 5 % – „gut“", "Größe 5 % – „gut“"),
        ("\x1b[2J\x1b]0;Titel\x07", "\ufffd[2J\ufffd]0;Titel\ufffd"),
        ("5\u202fMrd.\xa0Euro\t", "5 Mrd. Euro "),
        ("a\nb\u2028c", "a\nb\nc"),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("\x9b31m", "\ufffd31m"),
    ],
)
def test_what_remains_is_readable(text, shown):
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("ends", "unit", "hedge", "signed", "words"),
    [
        (("48400000000",), "USD", "=", False, "48.4 bn USD"),
        (("1920000000000",), "EUR", "~", False, "about 1.92 tn EUR"),
        (("-734000000",), "EUR", "=", False, "-734 m EUR"),
        (("540882",), "count", "=", False, "540,882"),
        (("9240000",), "count", ">", False, "more than 9.24 m"),
        (("2.35",), "EUR", "=", False, "2.35 EUR"),
        (("1234567890",), "EUR", "=", False, "1,234,567,890 EUR"),
        (("7800000000", "8000000000"), "EUR", "=", False, "7.8 to 8 bn EUR"),
        (("900000", "1200000"), "EUR", "<", False, "up to 900,000 to 1,200,000 EUR"),
        (("9",), "%", "=", True, "+9 %"),
        (("-29.2",), "%", "=", True, "-29.2 %"),
        (("-0.4",), "pp", "=", True, "-0.4 points"),
        (("0",), "EUR", "=", False, "0 EUR"),
        ((None,), "EUR", "=", False, ""),
        (("5",), None, None, False, "5"),
    ],
)
def test_figures_are_exact_and_short(ends, unit, hedge, signed, words):
    exact = tuple(None if end is None else Decimal(end) for end in ends)
    assert in_words(exact, unit, hedge, signed=signed) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20))
def test_no_digit_is_lost(value):
    number, scale, *_ = [*in_words((value,), "EUR").split(), ""]
    factor = {"tn": 10**12, "bn": 10**9, "m": 10**6}.get(scale, 1)
    assert Decimal(number.replace(",", "")) * factor == value
