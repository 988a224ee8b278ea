"""Names and words of any Western language are letters to the patterns that look for capitals."""

from __future__ import annotations

import re

import pytest

from kennzahl.reading.companies.clauses import REST
from kennzahl.reading.companies.ownership import OWNS, TAIL, THROWN_IN
from kennzahl.reading.mentions.anchors import small
from kennzahl.reading.mentions.companies.gluing import INSIDE
from kennzahl.reading.periods.headings import ENTRY


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (OWNS, " Énergie's "),
        (TAIL, " Österreich (MU.VI)"),
        (REST, " Ångström"),
        (THROWN_IN, " Étoile's ticketing unit, "),
        (ENTRY, ": É"),
    ],
)
def test_capitals_may_have_an_accent(pattern: re.Pattern[str], text: str) -> None:
    found = pattern.match(text + "été")
    assert found is not None
    assert found.end() > 0


def test_names_with_an_accent_are_seen_where_they_are_glued() -> None:
    assert [seam.start() for seam in INSIDE.finditer("caféÉtoile")] == [4]


def test_capitals_with_an_accent_have_a_small_letter() -> None:
    assert small("Étés|ÇA") == "étés|ça"
