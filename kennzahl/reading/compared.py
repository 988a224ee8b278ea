"""Comparisons that name their metric again ("compared with a loss of $262 million"), and those of two rates."""

from __future__ import annotations

from kennzahl.reading.cues import Cue
from kennzahl.reading.government import left_of, metric_ending
from kennzahl.reading.recalls import EARNINGS, from_old_plan
from kennzahl.reading.view import Figure, View, is_ratio

GROWTH = 6  # words from "growth" to its rate
TIME = 6  # words from a rate to the comma in "6 percent in the second quarter,"


def compared_metric(view: View, figure: Figure, left: Cue) -> bool:
    """ "compared with a loss | of $262 million": is the metric before the figure itself what is compared with?"""
    edge = left.first - 1
    named = metric_ending(view, edge - view.has("of", edge, edge))  # "a profit of between"
    if named is None or named.mention.metric is None:
        return False
    _, before = left_of(view, _before_plan(view, named.first - 1))
    if before is None or named.mention.comparison:
        return named.mention.comparison
    of = view.has("of", before.first, before.last)  # "von einem Umsatz von 5 Mio." is the value's own "of"
    timed = view.has("yoy", before.first, before.last)  # "im Vorjahr eine Rückstellung von 14 Mio."
    compared = (before.group == "left.prior" and not timed) or (before.group == "left.origin" and not of)
    if named.mention.metric in EARNINGS and (compared or view.has("to", before.first, before.last)):
        figure.loss, named.consumed = named.mention.term.loss, True
    return compared


def _before_plan(view: View, edge: int) -> int:
    """ "compared with its previous plan for | earnings of": the word before the plan whose metric is named."""
    if not view.has("for_what", edge, edge):
        return edge
    return next((c.first - 1 for c in view.cues.get("prior_guidance", ()) if c.last == edge - 1), edge)


def compare_rates(view: View, figure: Figure, previous: Figure) -> None:
    """Tell what a rate is to the rate before it: that of an old plan, of another period, or of another part."""
    _compare_old_growth(view, figure, previous)
    _compare_growth(view, figure, previous)
    _go_on_changing(view, figure, previous)


def _compare_growth(view: View, figure: Figure, previous: Figure) -> None:
    """ "growth of 19 percent, down from | 147 percent": a rate compared with a rate is the growth of another period."""
    if _is_growth(view, figure, previous):
        figure.role, figure.rule = "change", "growth"
        shrank = view.has("nouns.down", previous.first - GROWTH, previous.first - 1)
        figure.direction = previous.direction = previous.direction or (-1 if shrank else 1)


def _compare_old_growth(view: View, figure: Figure, previous: Figure) -> None:
    """ "growth of 8 percent, above its earlier forecast for a rise of | 5 percent": the rate of an old plan is what
    a ratio is compared with, and else it is dropped."""
    if not (figure.is_relative and previous.is_relative) or "change" not in (figure.role, previous.role):
        return
    if not (figure.guidance_prior or from_old_plan(view, figure)):
        return
    if any(previous.last < named.first < figure.first and is_ratio(named) for named in view.metrics):
        return  # "had forecast growth of 8 percent and a margin of | 16 percent"
    if any(named.last < previous.first and is_ratio(named) for named in view.metrics):
        previous.role, figure.role, figure.guidance_prior = "value", "prior", True
    else:
        figure.role, figure.rule = "none", "second comparison"


def _go_on_changing(view: View, figure: Figure, previous: Figure) -> None:
    """ "rose 6 percent in Asia and | 5 percent in America", "rose 6 percent in May, | 5 percent in June": a rate that
    "and", or a comma behind the time or place of a change, joins to it is one, too."""
    if figure.role != "none" or previous.role != "change" or not (figure.is_relative and previous.is_relative):
        return
    edge, _ = left_of(view, figure.first - 1)
    between = range(previous.last + 1, figure.first)
    own = [named for named in view.metrics if named.first in between and not named.mention.term.counted]
    listed = view.forms(edge, edge) == [","] and edge - previous.last <= TIME
    listed = listed and view.has("in_what", previous.last + 1, previous.last + 1)
    if not own and (listed or view.has("and", edge, edge)):
        figure.role, figure.direction = "change", previous.direction


def _is_growth(view: View, figure: Figure, previous: Figure) -> bool:
    if figure.role != "prior" or not (figure.is_relative and previous.is_relative):
        return False
    if figure.rule == "label" or figure.partner is not None:
        return False
    if any(named.first < figure.first and is_ratio(named) for named in view.metrics):
        return False
    if view.has("growth", previous.first - GROWTH, previous.last + 2):
        return True
    return any(view.has("growth", named.first, named.last) for named in view.metrics if named.last < previous.first)
