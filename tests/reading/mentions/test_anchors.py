"""Anchored patterns find what the same patterns find as alternatives of one regular expression."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.reading.mentions.anchors import Anchored, beginnings, lower

PATTERNS = (
    r"(?<![\w.$])(?P<quarter>(?:the )?(?:first|second) quarter|Q[1-4](?: ?\d\d)?)(?!\w)",
    r"(?<![\w.$])(?P<year>(?:fiscal )?(?:19|20)\d\d)(?!\w)",
    r"(?<![\w.$])(?P<month>(?:end of )?(?:März|May|Mai))(?!\w)",
    r"(?<![\w.$])(?P<half>(?:the )?first[\s-]half)(?!\w)",
)
PIECES = ["the", "The ", "first", "FIRST half", " ", "-", "quarter", "Q3", "q4 24", "2024", "$2024", "fiscal ", "İ"]
PIECES += ["May", "MÄRZ", "end of ", ".", "\n", "mayor", "1999", "19991", "firsthand", "second quarter"]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("quarter", {b"quarte"}),
        ("q[1-3]", {b"q0"}),
        (r"(?:the )?year|\d{4}", {b"the ye", b"year", b"0000"}),
        (r"(?<!\w)(?:ab|c{2,3})d", {b"abd", b"ccd", b"cccd"}),
        (r"in[\s-]{1,2}may", {b"in may", b"in  ma"}),
        (r"half.*", {b"half"}),
    ],
)
def test_the_first_letters_of_a_pattern(pattern, letters):
    assert beginnings(pattern) == letters


@pytest.mark.parametrize("pattern", [r"\w+", r"a*", r".x", r"[^a]"])
def test_a_pattern_that_can_begin_with_anything_has_no_anchor(pattern):
    with pytest.raises(ValueError, match="nothing to anchor at"):
        beginnings(pattern)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.integers(0, 20), st.integers(0, 60))
def test_finds_what_alternatives_find(text, start, length):
    plain = re.compile("|".join(PATTERNS), re.IGNORECASE)
    lowered, end = lower(text), min(start + length, len(text))
    wanted = [(match.span(), match.lastgroup) for match in plain.finditer(lowered, start, end)]
    found = [(match.span(), match.lastgroup) for match in Anchored(PATTERNS).finditer(lowered, start, end)]
    assert found == wanted


@given(st.text(max_size=50))
def test_lower_case_moves_no_letter(text):
    assert len(lower(text)) == len(text)
