"""Which figures are not reported but expected by analysts."""

from __future__ import annotations

from kennzahl.reading.cues import Cue
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import Figure, View

LINKED = 4  # words from a plan to its figure
BEATEN = 6  # words from "surpassed" to the plan
ESTIMATES = 4  # words from "76 cents" to "that was", and from there to "average estimate"
EXPECTED = 5  # words from "surpassing the" to the figure
YEAR_AGO = 10  # words from "$1.8 billion" to "or $1.86 a share a year ago"
ESTIMATE = 1  # words; "the $0.03 consensus estimate"
MISSED_BY = "missed by"
"""The rule of a figure that says how far an estimate was beaten or missed."""
AVERAGED = 4  # words from "the average 53 cents" to "a share estimate"
STOPS = frozenset({",", ";", ".", "("})
OWN = 5  # words from "its" to "expectations for"
SUBJECT = 6  # words from "while" to "would"
MARGIN = 8  # words from "beating" to "by 10 cents"


def mark_consensus(view: View, goes_on: bool = False) -> None:
    """Mark the figures that analysts expect: from their mention up to a contrast or the verb of what was reported.

    ``goes_on``: the statement before is one of analysts, whose estimates the sentence may go on with.
    """
    spoken_to = {word for cue in view.cues.get("addressed", ()) for word in range(cue.first, cue.last + 1)}
    named = [cue for cue in view.cues.get("consensus", ()) if cue.first not in spoken_to]
    cues = [cue.first for cue in named if not (_is_own(view, cue) or _is_surpassed(view, cue))]
    foreseen: list[Cue] = []
    if not view.has("says", 0, len(view.tokens)):
        foreseen = [*view.cues.get("expected_to_report", ()), *(view.cues.get("is_expected", ()) if goes_on else ())]
    ahead = sorted([*cues, *(cue.last for cue in foreseen)])
    if not ahead and not any(view.cues.get(group) for group in ("held_against", "averages")):
        return
    copulas = {cue.first for cue in view.cues.get("copulas", ())}
    past = [cue.first for cue in view.cues.get("past", ()) if cue.first not in copulas]
    before: Figure | None = None
    for figure in view.figures:
        if (sign := _missed_by(view, figure, before)) != 0:
            figure.direction, figure.rule = sign, MISSED_BY
        elif figure.role != "conversion" and not figure.consensus:
            figure.consensus = _expected(view, figure, before, cues, ahead, past)
            if figure.consensus and figure.role == "prior" and not _starts_from(view, figure, before):
                figure.role = "value"  # what analysts expected is a figure of its own
        before = before if figure.role == "conversion" else figure


def _is_own(view: View, cue: Cue) -> bool:
    """ "raised its income | expectations for the year": are they those of the company itself?"""
    before = cue.first - OWN, cue.first - 1
    whose = view.has("estimated", cue.first, cue.first) and view.has("owners", *before)
    return whose and not view.has("consensus", *before)


def _is_surpassed(view: View, cue: Cue) -> bool:
    """ "revenue | surpassed expectations, | rising 7 percent to 5 billion": nothing is said of what was expected."""
    told = view.has("tops", cue.first, cue.last) and view.has("estimated", cue.first, cue.last)
    behind, verb = view.forms(cue.last + 1, cue.last + 2), cue.last + 2
    goes_on = len(behind) > 1 and behind[0] == "," and behind[1].endswith(view.book.endings.participles)
    return told and goes_on and not view.has("tops", verb, verb)


def _missed_by(view: View, figure: Figure, before: Figure | None) -> int:
    """ "earned 37 cents, beating estimates by | 10 cents": +1 or -1 where a figure says by how much an estimate was
    beaten or missed."""
    if not figure.by:
        return 0
    first = max(figure.first - MARGIN, before.last + 1 if before is not None else 0)
    for group, sign in (("tops", 1), ("misses", -1)):
        for cue in view.cues.get(group, ()):
            ahead = view.has("estimated", cue.last + 1, figure.first - 2)
            behind = cue.last == figure.first - 2 and view.has("estimated", figure.last + 1, figure.last + MARGIN)
            if first <= cue.first and (ahead or behind):  # "exceeded by | 40 percent the average forecast"
                return sign
    return 0


def _goes_on(view: View, figure: Figure, before: Figure | None) -> bool:
    """ "38 percent, above a consensus of 37 percent and up from | 34 percent": what comes behind "and" is compared with
    the figure that the estimate is held against."""
    if before is None or not before.consensus or figure.role != "prior":
        return False
    edge, left = left_of_figure(view, figure)
    start = left.first if left is not None and left.group == "left.prior" else edge + 1
    if left is not None and view.has("copulas", start - 1, start - 1):
        start -= 1  # "beat the 20 percent that analysts expected and was up from | 18"
    more = view.forms(start - 1, start - 1)
    if (
        left is not None
        and view.has("than", left.last, left.last)
        and more
        and more[0].endswith(view.book.endings.comparatives)
    ):
        start -= 1  # "... and faster than the | 8 percent of the second quarter"
    return view.has("and", start - 1, start - 1)


def _expected(
    view: View, figure: Figure, before: Figure | None, cues: list[int], ahead: list[int], past: list[int]
) -> bool:
    """``cues`` are the words for analysts, ``ahead`` those and other words before what is expected."""
    if figure.role == "prior" and figure.rule == "left.origin" and _behind_comma(view, figure, before):
        return False
    if _goes_on(view, figure, before):
        return False
    if view.has("expected", figure.first - 1, figure.first - 1) and view.has(
        "held_against", figure.first - EXPECTED, figure.first - 2
    ):
        return True  # "surpassing the expected | 5 percent"
    if _is_the_estimate(view, figure) or _is_foretold(view, figure):
        return True
    if view.has("averages", figure.first - 2, figure.first - 1) and view.has(
        "estimate", figure.last + 1, figure.last + AVERAGED
    ):
        return True  # "above an average | 40 cents a share estimate"
    floor = before.last if before is not None else -1
    left = [first for first in ahead if first < figure.first]
    if left and (left[-1] > floor or (before is not None and before.consensus)):
        reach = left[-1]
        broken = view.has("contrast", reach + 1, figure.first) and not _foretells_more(view, figure, before)
        broken = broken or any(reach + 2 < verb < figure.first for verb in past)
        behind = max(reach, floor) + 1
        broken = broken or _beaten_with(view, reach, figure) or view.has("owing", behind, figure.first)
        broken = broken or view.has("resumes", reach + 1, figure.first) or _told_apart(view, reach, figure)
        broken = broken or _plans_itself(view, reach, figure) or _recounts(view, reach, figure)
        broken = broken or _returns(view, reach, figure)
        if not broken:
            return True
    tail = view.forms(figure.last + 1, figure.last + 7)
    stop = figure.last + 1 + next((i for i, form in enumerate(tail) if form in STOPS), len(tail))
    stop = min((cue.first for cue in view.cues.get("contrast", ()) if figure.last < cue.first < stop), default=stop)
    stop = min((cue.first for cue in view.cues.get("left.prior", ()) if figure.last < cue.first < stop), default=stop)
    stop = min((cue.first for cue in view.cues.get("tops", ()) if figure.last < cue.first < stop), default=stop)
    stop = min((other.first for other in view.figures if figure.last < other.first < stop), default=stop)
    named = any(0 < first - figure.last <= ESTIMATE for first in cues if first < stop)
    return named or (view.has("expected", figure.last, stop) and any(figure.last < first <= stop for first in cues))


def _is_the_estimate(view: View, figure: Figure) -> bool:
    """ "beat the | 66 cents a share that was the analysts' average estimate"."""
    ahead = figure.first - EXPECTED, figure.first - 1
    if view.count(STOPS, *ahead) or not (view.has("tops", *ahead) or view.has("misses", *ahead)):
        return False
    return any(
        cue.last < other.first <= cue.last + ESTIMATES
        for cue in view.cues.get("which_was", ())
        if 0 < cue.first - figure.last <= ESTIMATES
        for other in view.cues.get("consensus", ())
    )


def _is_foretold(view: View, figure: Figure) -> bool:
    """ "It was expected to have earned | $5 million, according to analysts": by whom is said at the end."""
    awaited = any(cue.last < figure.first for cue in view.cues.get("awaited", ()))
    return awaited and any(cue.first > figure.last for cue in view.cues.get("attributed", ()))


def _starts_from(view: View, figure: Figure, before: Figure | None) -> bool:
    """ "expect earnings to rise to 2.61 a share | from 2.26": what an estimate is compared with."""
    if (
        before is not None
        and before.role == "change"
        and before.consensus
        and figure.rule in ("left.origin", "left.prior")
    ):
        before = next((o for o in reversed(view.figures) if o.last < before.first and o.role == "value"), before)
    if before is None or not before.consensus or before.quantity.unit != figure.quantity.unit:
        return False
    if view.has("and", before.last + 1, figure.first):
        return False
    _, left = left_of_figure(view, figure)
    if left is not None and view.has("left.change", left.first, left.first) and left.last > left.first:
        return True  # "or 27 cents, down from | $3 million"
    if figure.rule == "coordinated" and figure.partner is before:
        return before.role == "prior"
    return figure.rule == "left.origin" or view.has("yoy", figure.last + 1, figure.last + YEAR_AGO)


def _beaten_with(view: View, since: int, figure: Figure) -> bool:
    """ "exceeded analyst expectations with | a 16 percent rise": what was reported, behind what it is held against."""
    beaten = view.has("held_against", since - LINKED, since)
    return beaten and view.has("means", since + 1, min(since + LINKED, figure.first - 1))


def _foretells_more(view: View, figure: Figure, before: Figure | None) -> bool:
    """ "Analyst Jane Roe forecast Muster would earn 5 million, while Sample would make | 3": does the clause behind
    the contrast say what an analyst foretells, too?"""
    if before is None or not before.consensus:
        return False
    if any(view.has(group, before.last, figure.first) for group in ("says", "own_plan")):
        return False
    begun = [cue.last for cue in view.cues.get("meanwhile", ()) if before.last < cue.first and cue.last < figure.first]
    return bool(begun) and view.has("shall", begun[-1], min(begun[-1] + SUBJECT, figure.first))


def _returns(view: View, since: int, figure: Figure) -> bool:
    """ "was in line with forecasts, | up | 4 percent", "... and | up from | 3 million": behind what it is held against,
    the clause returns to how the result itself has moved."""
    if not view.has("held_against", since - MARGIN, min(since + LINKED, figure.first - 1)):
        return False
    moves = (cue for group in ("left.change", "left.prior") for cue in view.cues.get(group, ()))
    joined = [cue.first - 1 for cue in moves if since < cue.first and cue.last < figure.first]
    return any(view.tokens[word].form == "," or view.has("and", word, word) for word in joined)


def _told_apart(view: View, since: int, figure: Figure) -> bool:
    """ "topped estimates as | its margin reached 5 percent": a clause of its own that tells what was."""
    begun = [cue.last for cue in view.cues.get("reasons", ()) if since < cue.first < figure.first]
    return bool(begun) and any(begun[0] + 1 < cue.first < figure.first for cue in view.cues.get("copulas", ()))


def _plans_itself(view: View, since: int, figure: Figure) -> bool:
    """ "While analysts expected 14 cents, Muster said it would earn | 9", "their estimates were above the company's own
    forecast of | 9": what the company plans, behind what is expected of it."""
    return any(since < cue.first and cue.last < figure.first for cue in view.cues.get("own_plan", ()))


def _recounts(view: View, since: int, figure: Figure) -> bool:
    """ "Analyst Jane Roe said profit had fallen | 10 percent": what an analyst tells of what was."""
    said = next((cue.last for cue in view.cues.get("says", ()) if since < cue.first < figure.first), None)
    if said is None or view.has("guidance", said + 1, figure.first - 1):
        return False
    was = [cue.last for cue in view.cues.get("copulas", ()) if said < cue.first and cue.last < figure.first]
    return bool(was) and not view.has("expected", was[0] + 1, figure.first - 1)


def is_measure(statement: Statement) -> bool:
    """ "surpassed its forecast of 5 million": a plan that the result is held against, so of the result's period."""
    view, lead = statement.view, statement.lead
    return any(
        0 <= lead.first - cue.last - 1 <= LINKED and view.has("held_against", cue.first - BEATEN, cue.first - 1)
        for cue in view.cues.get("guidance", ())
    )


def _behind_comma(view: View, figure: Figure, before: Figure | None) -> bool:
    """ "rose to 3.9 billion, in line with estimates, from | 3.8": what was estimated stands between two commas."""
    if before is None or before.consensus:
        return False
    commas = [word for word in range(before.last + 1, figure.first) if view.tokens[word].form == ","]
    return len(commas) > 1 and figure.first - commas[-1] <= ESTIMATE + 2
