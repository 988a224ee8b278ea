"""Which figures are not reported but expected by analysts."""

from __future__ import annotations

from kennzahl.reading.view import Figure, View

ESTIMATE = 1  # words; "the $0.03 consensus estimate"
STOPS = frozenset({",", ";", ".", "("})


def mark_consensus(view: View) -> None:
    """Mark the figures that analysts expect: from their mention up to a contrast or the verb of what was reported."""
    spoken_to = {word for cue in view.cues.get("addressed", ()) for word in range(cue.first, cue.last + 1)}
    cues = [cue.first for cue in view.cues.get("consensus", ()) if cue.first not in spoken_to]
    if not cues:
        return
    copulas = {cue.first for cue in view.cues.get("copulas", ())}
    past = [cue.first for cue in view.cues.get("past", ()) if cue.first not in copulas]
    before: Figure | None = None
    for figure in view.figures:
        if figure.role != "conversion" and not figure.consensus:
            figure.consensus = _expected(view, figure, before, cues, past)
            if figure.consensus and figure.role == "prior" and not _starts_from(view, figure, before):
                figure.role = "value"  # what analysts expected is a figure of its own
        before = figure


def _expected(view: View, figure: Figure, before: Figure | None, cues: list[int], past: list[int]) -> bool:
    if figure.role == "prior" and figure.rule == "left.origin" and _behind_comma(view, figure, before):
        return False
    floor = before.last if before is not None else -1
    left = [first for first in cues if first < figure.first]
    if left and (left[-1] > floor or (before is not None and before.consensus)):
        reach = left[-1]
        broken = view.has("contrast", reach + 1, figure.first) or any(reach + 2 < verb < figure.first for verb in past)
        if not broken:
            return True
    tail = view.forms(figure.last + 1, figure.last + 7)
    stop = figure.last + 1 + next((i for i, form in enumerate(tail) if form in STOPS), len(tail))
    named = any(0 < first - figure.last <= ESTIMATE for first in cues if first <= stop)
    return named or (view.has("expected", figure.last, stop) and any(figure.last < first <= stop for first in cues))


def _starts_from(view: View, figure: Figure, before: Figure | None) -> bool:
    """ "expect earnings to rise to 2.61 a share | from 2.26": what an estimate is compared with."""
    if before is None or not before.consensus or before.quantity.unit != figure.quantity.unit:
        return False
    return figure.rule == "left.origin" and not view.has("and", before.last + 1, figure.first)


def _behind_comma(view: View, figure: Figure, before: Figure | None) -> bool:
    """ "rose to 3.9 billion, in line with estimates, from | 3.8": what was estimated stands between two commas."""
    if before is None or before.consensus:
        return False
    commas = [word for word in range(before.last + 1, figure.first) if view.tokens[word].form == ","]
    return len(commas) > 1 and figure.first - commas[-1] <= ESTIMATE + 2
