"""What governs a figure from the left: the preposition or verb, hedges and adjectives skipped."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.cues import Cue
from kennzahl.reading.tokens import is_year
from kennzahl.reading.view import COMMA, Figure, Named, View

MAX_FILLERS = 7
REVISED = 7  # words from "boosted" to "forecast"
WHOLE = 5  # words from "half" to "Barling's total 2024 revenues"
PARTITIVE = frozenset({"parts", "everywhere", "fillers"})
GOVERNING = frozenset({"left.change", "left.origin", "left.prior", "left.value"})


def figure_before(view: View, figure: Figure) -> Figure | None:
    """The figure that stands before another, or None."""
    return next((other for other in reversed(view.figures) if other.last < figure.first), None)


def figure_behind(view: View, figure: Figure) -> Figure | None:
    """The figure that stands behind another, or None."""
    return next((other for other in view.figures if other.first > figure.last), None)


def left_of_figure(view: View, figure: Figure) -> tuple[int, Cue | None]:
    """The word that governs a figure from the left, hedges and adjectives skipped, and the last word before it."""
    return left_of(view, figure.first - 1)


def left_of(view: View, edge: int) -> tuple[int, Cue | None]:
    weak: Cue | None = None
    beside = edge
    for _ in range(MAX_FILLERS):
        if edge < beside and _is_year_of_attribute(view, edge):
            edge -= 1
        if _is_of_year(view, edge):
            edge -= 3
        ending = view.ending_at(edge)
        if not ending:
            break
        governing = filler = None
        for cue in ending:  # the longest of each; all end at the same word
            if cue.group in GOVERNING:
                governing = cue if governing is None or cue.first < governing.first else governing
            elif cue.group == "fillers":
                filler = cue if filler is None or cue.first < filler.first else filler
        if governing is not None and (filler is None or filler.first > governing.first):
            return edge, governing
        if filler is None or metric_ending(view, edge) is not None:
            break
        if governing is not None and governing.first == filler.first:
            weak = weak or governing  # a word that may be either; the "than" in "more than" is none
        edge = filler.first - 1
    return edge, weak


def _is_year_of_attribute(view: View, word: int) -> bool:
    """ "von den | 2019 | versprochenen 7 Millionen": does a year stand behind an article and before an attribute?"""
    form = view.tokens[word].form if word > 0 else ""
    return is_year(form) and view.has("articles", word - 1, word - 1)


def _is_of_year(view: View, edge: int) -> bool:
    """ "down from | 2006's | 147 percent"."""
    if edge < 2 or view.tokens[edge].form != "s":
        return False
    forms = view.forms(edge - 2, edge)
    return forms[1] == "'" and is_year(forms[0])


def metric_ending(view: View, edge: int) -> Named | None:
    for named in view.metrics:
        if named.last == edge:
            return named
    return None


def moved_behind(view: View, figure: Figure, *groups: str) -> int:
    """The last word of what stands right behind a figure and says that something moved ("6 percent | rise"), or 0."""
    behind = figure.last + 1
    if view.has("basis", behind, behind) and any(cue.group in groups for cue in view.beginning.get(behind + 1, ())):
        behind += 1  # "a 91 percent | year-on-year | slide in profit"
    return max((cue.last for cue in view.beginning.get(behind, ()) if cue.group in groups), default=0)


def moves_plan(view: View, figure: Figure, edge: int) -> bool:
    """ "boosted its 2007 earnings forecast | 25 cents": does a plan that a verb moves end right before an amount?"""
    if figure.quantity.is_range or not is_money(figure.quantity.unit):
        return False
    plan = any(cue.group == "prior_guidance" for cue in view.ending_at(edge))
    return plan and view.has("revises", edge - REVISED, edge - 1)


def parted(view: View, figure: Figure) -> int | None:
    """ "900 | der derzeit rund 2000 Stellen", "900 | of its 2,000 jobs": the first word of what makes a number a whole
    that something is a part of, adverbs and hedges skipped; None if nothing does."""
    word, first = figure.first - 1, None
    while ending := [cue for cue in view.ending_at(word) if cue.group in PARTITIVE]:
        first = word if any(cue.group == "parts" for cue in ending) else first
        word = min(cue.first for cue in ending) - 1
    return first


def parts_a_whole(view: View, figure: Figure, left: Cue | None) -> bool:
    """ "accounts for | half Barling's total revenues": a fraction of what stands behind it without "of"; "contributed
    | 14 percent to the total"."""
    edge = left.first - 1 if left is not None else left_of_figure(view, figure)[0]
    to = figure.last + 1
    if figure.is_relative and view.has("gives_part", edge, edge) and view.has("to", to, to):
        return True
    fraction = figure.is_relative and figure.quantity.form == "fraction"
    following = figure_behind(view, figure)
    beside = following is not None and not following.is_relative and following.first - figure.last <= WHOLE
    whole = fraction and beside and view.has("definite", to, to)
    if whole and following is not None and not view.count(COMMA, to, following.first):
        return True  # "achieved | half | the targeted $5 million in savings"
    verb = edge if left is None else left.last
    if not fraction or not view.has("shares_of", edge if left is None else left.first, verb):
        return False
    return any(0 < n.first - figure.last <= WHOLE and n.mention.metric for n in view.metrics)
