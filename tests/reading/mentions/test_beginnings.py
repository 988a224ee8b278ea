"""The quick look for numbers misses none; what it lets pass is looked at closely by others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl.reading.mentions.beginnings import Beginnings
from kennzahl.reading.mentions.lexicon import fold
from kennzahl.reading.mentions.quantities import find

PHRASES, STEMS = ["two", "one-half", "a third of", "s&p 500"], ["zwei", "verdopp"]
PIECES = [*PHRASES, *STEMS, *"5½٣⅔€„“- \n\u00a0яßx_a"]
NAIVE = re.compile(r"[\d½⅔]|(?<!\w)(?:(?:two|one-half|a third of|s&p 500)(?!\w)|zwei|verdopp)")


def beginnings(text: str) -> list[int]:
    layout, found, position = Beginnings(PHRASES, STEMS).of(text), [], 0
    while (start := layout.next(position)) is not None:
        found.append(start[0])
        position = start[0] + 1
    return found


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12))
@settings(max_examples=300)
def test_nothing_is_missed_and_all_come_in_order(pieces: list[str]) -> None:
    text = fold("".join(pieces))
    found = beginnings(text)
    assert {match.start() for match in NAIVE.finditer(text)} <= set(found)
    assert found == sorted(set(found))


def test_what_is_no_beginning_is_passed_over() -> None:
    assert beginnings("twofold and drzwei, a third party and the one") == []
    assert beginnings("zweimal two 7") == [0, 8, 12]


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("Sales rose in 2024 as demand grew.", "en", []),
        ("Sales rose in 2024. Demand grew.", "en", []),
        ("Sales rose in 2024, and the Q3 was the F-16 maker's best.", "en", []),
        ("Der Umsatz stieg 2024 deutlich, im Q3 vor allem.", "de", []),
        ("It has hired 2024 people.", "en", ["2024"]),
        ("It costs 2024 dollars.", "en", ["2024 dollars"]),
        ("Es kostet 2024 Euro. Mehr nicht.", "de", ["2024 Euro"]),
        ("It was worth USD 2024 then.", "en", ["USD 2024"]),
        ("Es sind 2024 Millionen verloren.", "de", ["2024 Millionen"]),
        ("Die Bank zahlt EUR5 je Aktie.", "de", ["EUR5"]),
    ],
)
def test_a_year_and_a_name_are_told_from_an_amount(text: str, language: str, printed: list[str]) -> None:
    assert [quantity.printed for quantity in find(text, language)] == printed
