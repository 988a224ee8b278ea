"""Figures that only say how far another one may be off, or was: "plus or minus $500 million", "a 9-cent miss"."""

from __future__ import annotations

from dataclasses import replace

from kennzahl.reading.per_share import is_small_money
from kennzahl.reading.view import Figure, View

BEFORE = 3  # words from "plus or minus" to the figure
SURPRISE = 2  # words from "9-cent" to "earnings miss"


def is_distance(view: View, figure: Figure, previous: Figure | None) -> bool:
    """Does a figure state a tolerance, or by how much an estimate was missed? It has no role of its own then."""
    if view.has("surprises", figure.last + 1, figure.last + SURPRISE) and is_small_money(figure):
        figure.role, figure.rule = "none", "second comparison"
        return True
    if not view.has("tolerance", figure.first - BEFORE, figure.last):
        return False
    figure.role, figure.rule = "none", "tolerance"
    if previous is not None and view.has("plus_or_minus", previous.last + 1, figure.last):
        _give_range(previous, figure)
    return True


def _give_range(figure: Figure, tolerance: Figure) -> None:
    """ "$13 billion, plus or minus | $500 million" is $12.5 to $13.5 billion."""
    value, margin = figure.quantity.value, tolerance.quantity.value
    same = figure.quantity.unit == tolerance.quantity.unit or (figure.is_relative and tolerance.quantity.unit == "pp")
    if same and value is not None and margin is not None and abs(margin) < abs(value):
        low, high = value - abs(margin), value + abs(margin)
        figure.quantity = replace(figure.quantity, value=None, low=low, high=high)
