"""Normalisation: offsets are worth something only if it happens once and always the same way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.articles.text import compose, normalise

EXAMPLES = {
    "line ends": ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    "blank lines": ("a\n\n \n\n\nb", "a\n\nb"),
    "spaces": ("a  b\tc", "a b c"),
    "an indented line stays one": ("a.\n\t  B\n c", "a.\n B\n c"),
    "a line that goes on stays one": ("a  \nb\t\nc", "a \nb \nc"),
    "but not beside a blank line": (" a \n \n\t b \n", "a\n\nb"),
    "a no-break space is a space": ("5\u00a0Mrd.\u202f€", "5 Mrd. €"),
    "but not between digits": ("1\u00a0234\u202f567", "1\u00a0234\u202f567"),
    "soft hyphens": ("Umsatz\u00adanstieg", "Umsatzanstieg"),
    "zero width": ("Um\u200bsatz\ufeff", "Umsatz"),
    "controls": ("Um\0sa\x07tz", "Umsatz"),
    "colours of a terminal": ("to \x1b[1;31m8.7\x1b[0m or \x9b31m9 million", "to 8.7 or 9 million"),
    "directions": ("\u202e5,1\u202c", "5,1"),
    "composed letters": ("U\u0308bernahme", "Übernahme"),
    "accents": ("E\u0301lan", "Élan"),
    "lone surrogates": ("a\ud800b", "a\ufffdb"),
}


@pytest.mark.parametrize(("raw", "clean"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_normalises(raw: str, clean: str) -> None:
    assert normalise(raw).text == clean


@given(st.text(alphabet=st.characters(), max_size=200))
def test_twice_is_once(raw: str) -> None:
    once = normalise(raw).text
    assert normalise(once).text == once
    once.encode()


def test_marks_in_great_numbers_cost_nothing() -> None:
    assert normalise("a" + "\u0301\u0323" * 500_000).text.startswith("á")


@pytest.mark.parametrize(
    ("title", "body", "text", "end"),
    [
        (None, "Der Umsatz stieg.", "Der Umsatz stieg.", 0),
        ("Umsatz steigt", "Er stieg um 5 Prozent.", "Umsatz steigt\n\nEr stieg um 5 Prozent.", 13),
        ("Umsatz steigt", "Umsatz steigt\nEr stieg.", "Umsatz steigt\n\nEr stieg.", 13),
        ("Umsatz steigt", "Umsatz steigt", "Umsatz steigt", 13),
        ("Muster AG steigert den Umsatz", "Muster AG steigert den UmsatzDie AG legt zu.", None, 29),
        ("Muster AG", "Muster AG steigert den Umsatz.", "Muster AG\n\nMuster AG steigert den Umsatz.", 9),
    ],
)
def test_the_headline_stands_once(title: str | None, body: str, text: str | None, end: int) -> None:
    composed, title_end = compose(title, body)
    assert composed == (text or "Muster AG steigert den Umsatz\n\nDie AG legt zu.")
    assert title_end == end
