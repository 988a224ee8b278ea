"""Comparisons that name their metric again: "compared with a loss of $262 million"."""

from __future__ import annotations

from kennzahl.reading.cues import Cue
from kennzahl.reading.government import left_of, metric_ending
from kennzahl.reading.recalls import EARNINGS
from kennzahl.reading.view import Figure, View


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
    """ "compared with its previous forecast for | earnings of": the word before the plan whose metric is named."""
    if not view.has("for_what", edge, edge):
        return edge
    return next((c.first - 1 for c in view.cues.get("prior_guidance", ()) if c.last == edge - 1), edge)
