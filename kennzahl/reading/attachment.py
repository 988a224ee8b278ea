"""Which metric a figure belongs to: every metric word of the sentence is weighed by how the figure stands to it.

What stands together with nothing between ("Umsatz von 5 Mio.", "5 Mio. Umsatz") beats what stands before in the clause; that
beats what comes after. Words for what is no company's figure (share prices, indices) are weighed likewise, and win figures, too.
"""

from __future__ import annotations

from kennzahl.catalog.metrics import metrics
from kennzahl.reading.view import Figure, Named, View

LIMIT = 30.0
BRIDGE = 9  # the words that may stand between a metric and its figure if only links and fillers stand there
ADJECTIVES = 3  # between a figure and the metric behind it
COMMAS, STOPS = frozenset({",", "–", "-", "("}), frozenset({";", ":"})
ASIDE_HANDICAP = 1.0  # where a metric and a share stand equally near, the metric has it


def attach(view: View, figure: Figure) -> tuple[Named, float] | None:
    """The metric mention that a figure belongs to and what it cost, or None."""
    best: tuple[Named, float] | None = None
    for named in view.metrics:
        if named.mention.term.per_share or not fits(named, figure):
            continue
        cost = _cost(view, named, figure)
        if cost < LIMIT and (best is None or cost < best[1]):
            best = (named, cost)
    return best


def fits(named: Named, figure: Figure) -> bool:
    """Can a figure of this unit be a value, comparison or change of this metric?"""
    unit, aside = figure.quantity.unit, named.mention.aside
    if aside is not None:
        return not (aside in ("index",) and len(unit) == 3) and not (aside == "physical" and unit != "count")
    measure = metrics()[named.mention.metric or "other"].measure
    if unit == "pt":
        return False
    if unit == "pp":
        return measure in ("ratio", "any")
    if unit == "%":
        return (
            measure == "ratio" or figure.role != "share" or named.mention.metric in ("job_cuts", "employees", "stake")
        )
    if unit == "count":
        money = measure in ("money", "per_share") and figure.is_bare
        return measure in ("count", "any") or money or (figure.is_bare and figure.role == "prior")
    return measure in ("money", "per_share", "any") and not (figure.per_share and measure == "any")


def _cost(view: View, named: Named, figure: Figure) -> float:
    handicap = ASIDE_HANDICAP if named.mention.aside else 0.0
    if named.mention.metric == "other":
        handicap += 0.6
    measure = metrics()[named.mention.metric].measure if named.mention.metric else None
    if figure.is_relative and measure == "ratio" and figure.role == "change":
        handicap += 1.5
    if named.last < figure.first:
        between = range(named.last + 1, figure.first)
        if _linked(view, between):
            return handicap
        return handicap + 2.0 + _gap(view, between, figure, named)
    between = range(figure.last + 1, named.first)
    if len(between) <= ADJECTIVES and not _barred(view, between):
        return handicap + 0.2 + 0.1 * len(between)
    if named.mention.term.counted:
        return LIMIT
    return handicap + 6.0 + 1.2 * _gap(view, between, figure, named)


def _linked(view: View, between: range) -> bool:
    """Only links and fillers between metric and figure?"""
    if len(between) > BRIDGE:
        return False
    word = between.start
    while word < between.stop:
        longest = max(
            (cue.last for cue in view.beginning.get(word, ()) if cue.group in ("links", "fillers")), default=-1
        )
        if longest < 0 and view.tokens[word].form not in ("(", ")"):
            return False
        word = max(longest, word) + 1
    return True


def _barred(view: View, between: range) -> bool:
    return any(cue.group == "barriers" for word in between for cue in view.beginning.get(word, ())) or any(
        not view.tokens[word].form[0].isalnum() for word in between
    )


def _gap(view: View, between: range, figure: Figure, named: Named) -> float:
    if not between:
        return 0.0
    low, high = between.start, between.stop - 1
    cost = 0.05 * len(between) + 0.5 * view.count(COMMAS, low, high) + 5.0 * view.count(STOPS, low, high)
    cost += 3.0 * sum(low <= cue.first <= high for cue in view.cues.get("contrast", ()))
    for other in view.metrics:
        if (
            other is not named
            and low <= other.first <= high
            and fits(other, figure)
            and not other.mention.term.per_share
        ):
            cost += 3.0
    return cost
