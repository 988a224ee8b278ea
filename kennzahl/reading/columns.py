"""Tables that a text prints as one line: "Gross loans 261,101 223,440 Net income 3,093 2,873"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kennzahl.reading.view import View

FEWEST = 4
"""Pairs of figures with nothing between that make a sentence a table."""


def line_up(view: View) -> None:
    """Of figures that stand side by side in a table the second is what the first is compared with; further columns are
    of other periods, which only their heads could tell."""
    pairs = [(left, right) for left, right in pairwise(view.figures) if right.first == left.last + 1]
    if len(pairs) < FEWEST:
        return
    for left, right in pairs:
        further = left.rule in ("column", "second comparison")
        right.role, right.rule = ("none", "second comparison") if further else ("prior", "column")
        right.quantity = replace(right.quantity, noun=None)
