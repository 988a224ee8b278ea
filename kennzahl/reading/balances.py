"""A surplus or a deficit that no metric names: "schreibt ein Minus von 5 Millionen", "am Ende blieb ein Plus von 5".

The same nouns say how something else moved ("das ist ein Plus von 5 Millionen"); a verb of the books tells the two
apart.
"""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.clauses import ending, opening
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.view import SMALLEST_AMOUNT, Figure, View

MOVED = 4  # words from the amount to what moved by it: "ein Plus von 5 Millionen | beim Umsatz"
REPRESENTS = 3  # words from "entspricht" to the noun


def balance_of(view: View, figure: Figure) -> str | None:
    """The profit that "ein Plus von" or "ein Minus von" before an amount is, or None where something else moved."""
    if "red" not in view.cues and "plus" not in view.cues:
        return None
    if not (is_money(figure.quantity.unit) or (figure.is_bare and figure.quantity.step >= SMALLEST_AMOUNT)):
        return None
    noun = _noun(view, figure)
    if noun is None:
        return None
    red = view.has("red", noun, noun)
    start, end = opening(view, figure), ending(view, figure)
    told = view.has("balances", start, end) or (red and view.has("red_balances", start, end))
    if not told or view.has("held_to", 0, len(view.tokens)):
        return None
    before = [n for n in view.metrics if n.last < figure.first and (n.first >= start or n.mention.aside)]
    if any(not view.has("bottom_lines", n.first, n.last) for n in before) or _moved_behind(view, figure):
        return None
    return next((n.mention.metric for n in before if n.mention.metric in PROFITS), "net_income")


def in_the_red(view: View, figure: Figure) -> bool:
    """Is the noun beside an amount that is a balance a "Minus"?"""
    noun = _noun(view, figure)
    return noun is not None and view.has("red", noun, noun)


def moves_a_volume(view: View, noun: int) -> bool:
    """ "beim Umsatz ein | Minus von 5 Millionen", "80 Millionen, das entspricht einem | Minus von 5": does the noun say
    how what is no profit moved?"""
    before = [n for n in view.metrics_before(noun) if not n.mention.term.counted]
    if not before or before[-1].mention.metric in PROFITS:
        return False
    stated = any(before[-1].last < figure.first < noun for figure in view.figures)
    return view.has("represents", noun - REPRESENTS, noun - 1) if stated else not before[-1].mention.term.final


def _noun(view: View, figure: Figure) -> int | None:
    """The word of "ein Plus | von 5 Millionen", "5 Millionen Euro | Minus"."""
    _, left = left_of_figure(view, figure)
    before = left.first - 1 if left is not None and view.has("of", left.first, left.last) else None
    for noun in (before, figure.last + 1):
        named = noun is not None and (view.has("red", noun, noun) or view.has("plus", noun, noun))
        if noun is not None and named and view.text[view.tokens[noun].start].isupper():
            return noun  # "5 Millionen plus Zinsen": a noun has a capital
    return None


def _moved_behind(view: View, figure: Figure) -> bool:
    """ "ein Plus von | 5 Millionen | beim Umsatz": is what moved named behind?"""
    return any(0 < n.first - figure.last <= MOVED and not n.mention.term.final for n in view.metrics)
