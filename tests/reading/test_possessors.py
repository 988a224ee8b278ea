"""Parts that own what is told of them, and the unit that a name behind a metric is said to be."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Revenue at Genolab Inc, its magazine unit, fell 5 percent to $3 billion, Intel said.", "magazine unit"),
        ("Sales at Genolab Corp, its fast-growing chip business, rose to $3 billion.", "fast-growing chip business"),
        # No unit, or not its own.
        ("Revenue at Genolab Inc, its best customer, fell 5 percent to $3 billion.", None),
        ("Revenue at Genolab Inc, the magazine unit, fell 5 percent to $3 billion.", None),
    ],
)
def test_a_name_behind_a_metric_may_be_said_to_be_a_unit(text: str, segment: str | None) -> None:
    assert [fact.segment for fact in read(Article("d", text, language="en")).facts] == [segment]
