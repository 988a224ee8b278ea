"""Clauses that look back, to a year ago or to the plan: their figures are what others are compared with."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.clauses import ending, opening
from kennzahl.reading.cues import Cue
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.tokens import is_year
from kennzahl.reading.view import COMMA, Figure, Named, View

OF = 2  # words from "revenue" to the amount: "revenue of $860 million"
OPENING = 4  # words in which a clause says of what time it is
DATED = 4  # words from a figure to "last year"
FORESEEN = 5  # words from a figure to the end of "it had previously seen"
EARNINGS = PROFITS - {"ebitda"}
"""What a bare "profit" or "loss" of the time before may be."""
SIGNS = frozenset("+-–−")
APART = frozenset({",", ";"})
"""Between a plan and what it is not."""
CAUSE = 3  # words from "because of the" to what it names
DEEDS = frozenset({"capex", "impairment", "funding_raised", "deal_value", "fine", "share_buyback", "hires"})
"""What a company does or meets with once."""
DONE_BEFORE = 3  # words from "davor" to the figure
HELD = 8  # words from "beat" to "the forecast of"


def opens_prior(view: View, figure: Figure) -> bool:
    """ "...; bisher hatte er 7,6 bis 7,9 Milliarden genannt": the clause opens with what was said before."""
    start = opening(view, figure)
    return any(start <= cue.first <= start + 1 for cue in view.cues.get("opens_prior", ()))


def planned_before(view: View, figure: Figure) -> bool:
    """ "Vor einem Monat hatte der Konzern noch 1,7 Milliarden in Aussicht gestellt": what was planned before."""
    if view.has("consensus", 0, len(view.tokens)):
        return False
    return view.has("had_planned", opening(view, figure), ending(view, figure))


def had_forecast(view: View, figure: Figure) -> bool:
    """ "In October it had forecast revenue of | 1.3 billion": what was planned before, and no more than that ("better
    than it had forecast")."""
    start = opening(view, figure)
    for cue in view.cues.get("had_forecast", ()):
        if not start <= cue.first or not cue.last < figure.first or view.has("consensus", 0, len(view.tokens)):
            continue
        held = view.has("than", cue.first - OPENING, cue.first) or view.has("held_against", start, cue.first)
        held = held or view.has("contrast", cue.last, figure.first)  # "had expected to lose money but earned"
        return not held and not any(cue.last < other.first < figure.first for other in view.figures)
    return False


def is_recalled(view: View, figure: Figure, previous: Figure | None) -> bool:
    """Does its sentence tell nothing but what was before, or was planned before, of this figure and any before it?"""
    if planned_before(view, figure):
        return previous is None or planned_before(view, previous)
    return previous is None and (recalls(view, figure, previous) or had_forecast(view, figure))


def recalls(view: View, figure: Figure, previous: Figure | None) -> bool:
    """ "...; 2022 waren es noch 87 Milliarden", "im Vorjahr hatte das Minus bei 5 Millionen gelegen", "nachdem es vor
    einem Jahr 5 Millionen waren": a clause of a time before and without a metric of its own compares."""
    start = opening(view, figure)
    if previous is not None and (start <= previous.last or previous.quantity.unit != figure.quantity.unit):
        start = max(start, previous.last + 1)
    years = [i for i in range(start, min(start + 4, figure.first)) if is_year(view.tokens[i].form)]
    end = ending(view, figure)
    ahead = [n for n in view.metrics if start <= n.first < figure.first and n.mention.metric and not n.consumed]
    own = [named for named in ahead if not says_which(view, named, start) and not _is_cause(view, named)]
    if (own and own != [profit_then(view, figure)]) or (previous is not None and _counts_others(figure, previous)):
        return False
    if previous is not None and previous.role == "change" and _is_reached(view, figure):
        return False  # "um 7 Prozent gegenüber dem Vorjahr auf nur noch | 5 Millionen"
    if view.has("after_that", start, start):
        return view.has("yoy", start, end) or view.has("then", start, end)
    opens = bool(years) or any(view.has(group, start, start + OPENING) for group in ("yoy", "earlier"))
    return opens and view.has("then", start, figure.first)


def beyond(view: View, figure: Figure, previous: Figure | None) -> bool:
    """ "um 50 Prozent unter den | 422 Millionen des Vorjahres", "kletterte auf 5 Millionen von | 4 Millionen Euro":
    what the change before leads away from."""
    if previous is None:
        return False
    if previous.rule == "left.value" and _reached_from(view, previous, figure):
        return True
    if not previous.by or not is_money(figure.quantity.unit):
        return False
    return figure.first - previous.last <= DATED and view.has("beyond", previous.last + 1, figure.first - 1)


def _reached_from(view: View, reached: Figure, origin: Figure) -> bool:
    """ "auf 5 Millionen | von | 4 Millionen Euro": is what was reached named before what it came from?"""
    alike = reached.quantity.unit == origin.quantity.unit or reached.is_bare
    beside = reached.last + 2 == origin.first and view.has("of", origin.first - 1, origin.first - 1)
    return alike and beside and _is_reached(view, reached)


def _is_reached(view: View, figure: Figure) -> bool:
    """ "auf | 5 Millionen": does the figure say where something has come to?"""
    _, cue = left_of_figure(view, figure)
    return cue is not None and view.has("to", cue.last, cue.last)


def profit_then(view: View, figure: Figure) -> Named | None:
    """ "Der Konzern verdiente 5 Millionen, nachdem im Vorjahr noch ein | Verlust von 3 angefallen war": the profit or
    loss of the time before, where the sentence speaks of a profit already."""
    start = opening(view, figure)
    spoken = [named.mention.metric for named in view.metrics if named.first < start and named.mention.metric]
    if not spoken or spoken[-1] not in EARNINGS:
        return None
    named = next((n for n in reversed(view.metrics) if start <= n.first < figure.first), None)
    return named if named is not None and named.mention.metric == "net_income" else None


def after_profit(view: View, figure: Figure, previous: Figure | None) -> Named | None:
    """ "grew to $87 million after posting a | $51 million | loss the year before": the profit or loss of
    the year before that a profit follows."""
    if previous is None or previous.quantity.unit != figure.quantity.unit or previous.role == "change":
        return None
    beside = (n for n in view.metrics if n.first == figure.last + 1 or n.last == figure.first - 2)
    named = next((n for n in beside if n.mention.metric in EARNINGS), None)
    spoken = any(n.last < previous.first and n.mention.metric in EARNINGS for n in view.metrics)
    if named is None or not spoken:
        return None
    first, last = min(named.first, figure.first), max(named.last, figure.last)
    after = view.has("after_profit", previous.last + 1, first - 1) and first - previous.last <= OPENING + 1
    return named if after and view.has("yoy", last + 1, last + 2 + DATED) else None


def along(view: View, figure: Figure, previous: Figure | None) -> bool:
    """ "after a loss of $3 million, or 12 cents, and revenue of | $40 million a year ago": what stands
    beside a comparison, where a figure of the same metric stands before or the year is named behind only."""
    if previous is None or previous.role != "prior" or figure.is_relative:
        return False
    edge, left = left_of_figure(view, figure)
    last = left.first - 1 if left is not None else edge
    named = next((n for n in view.metrics if n.last == last and n.mention.metric), None)
    if named is None or not view.has("along", named.first - 1, named.first - 1):
        return False
    between = range(previous.last + 1, named.first - 1)
    commas = view.count(COMMA, between.start, between.stop - 1)
    if view.has("yoy", between.start, between.stop - 1) or commas > (previous.rule == "coordinated"):
        return False
    said = any(n.mention.metric == named.mention.metric and n.last < previous.first for n in view.metrics)
    return said or previous.guidance_prior or view.has("yoy", figure.last + 1, figure.last + 1 + DATED)


def year_ago_behind(view: View, figure: Figure) -> bool:
    """ "had earned $9 million, or | 36 cents, in the year-ago quarter": is it the time before of both?"""
    shared = [named.last for named in view.metrics if named.first == figure.last + 1 and named.mention.term.per_share]
    behind = (shared[0] if shared else figure.last) + 1
    behind += view.forms(behind, behind) == [","]
    return any(cue.group == "right.prior" for cue in view.beginning.get(behind, ()))


def _counts_others(figure: Figure, previous: Figure) -> bool:
    """Does the number before count other things ("5 Läden, ... 80 Mitarbeiter")?"""
    one, other = figure.quantity.noun, previous.quantity.noun
    return one is not None and other is not None and one != other


def says_which(view: View, named: Named, start: int) -> bool:
    """ "Der Gewinn stieg auf 5 Millionen; im Vorjahr fiel ein | Verlust von 3 an": does the word say only whether
    the same was a profit or a loss?"""
    profits = any(other.first < start and other.mention.metric in EARNINGS for other in view.metrics)
    return profits and view.has("any_profit", named.last, named.last)


def _is_cause(view: View, named: Named) -> bool:
    """ "vor einem Jahr waren | wegen der Rückstellungen nur 5 Millionen übrig": it only says why."""
    return view.has("because", named.first - CAUSE, named.first - 1)


def speaks_of_another(view: View, figure: Figure) -> bool:
    """ "a loss of $7 million on revenue of | $860 million last year": is the figure that of another metric than the one
    before it?"""
    before = view.metrics_before(figure.first)
    own = before.pop() if before and figure.first - before[-1].last <= OF else None
    between = before and any(before[-1].last < other.first < figure.first for other in view.figures)
    return own is not None and bool(between) and before[-1].mention.metric != own.mention.metric


def was_before(view: View, figure: Figure, index: int) -> bool:
    """ "Die Schulden, die Ende März noch 3 Milliarden betragen hatten, stiegen auf 4": the insertion looks back."""
    following = view.figures[index + 1] if index + 1 < len(view.figures) else None
    if following is None or not view.relative(figure.first, following.first):
        return False
    opening, closing = max((left, right) for left, right in view.insertions if left < figure.first < right)
    metric = any(opening < named.first < figure.first and named.mention.metric for named in view.metrics)
    return following.quantity.unit == figure.quantity.unit and not metric and view.has("then", opening, closing)


def held_against(view: View, left: Cue) -> bool:
    """ "1,2 Millionen und übertraf damit die Prognose | von 1,1 Millionen", "down from an October forecast | ranging
    from 40 to 50 million": a plan that is met or moved."""
    noun = next((c for c in view.cues.get("prior_guidance", ()) if c.last == left.first - 1), None)
    if noun is not None and view.has("left.prior", noun.first - HELD // 2, noun.first - 1):
        return True
    return view.has("prior_guidance", left.first - 2, left.first - 1) and view.has(
        "meets", left.first - HELD, left.first
    )


def multiplied(view: View, figure: Figure, previous: Figure | None) -> bool:
    """ "more than twice the | $163 million that it lost last year": what is multiplied is what was before."""
    if previous is None or previous.quantity.form != "multiple" or figure.is_relative:
        return False
    article = range(previous.last + 1, figure.first)
    return len(article) > 0 and left_of_figure(view, figure)[0] <= previous.last


def foreseen(view: View, figure: Figure, previous: Figure | None) -> bool:
    """ "4 million, above the | 3.6 million it had previously seen": the clause right behind says that it was a plan."""
    behind = figure.last + 1
    if previous is None or previous.quantity.unit != figure.quantity.unit or view.forms(behind, behind) == [","]:
        return False
    return view.has("foreseen", behind, figure.last + FORESEEN)


def year_before(view: View, figure: Figure, previous: Figure) -> bool:
    """ "compared with its earlier forecast of 52 cents and year-ago earnings of | 43 cents": of two comparisons the one
    with the year before is the fact's."""
    if previous.role != "prior" or not previous.guidance_prior or figure.role not in ("none", "value"):
        return False
    first, last = previous.last + 1, figure.first - 1
    dated = view.has("yoy", first, last) or any(is_year(form) for form in view.forms(first, last))
    return view.has("and", first, first) and dated and figure.quantity.unit == previous.quantity.unit


def from_old_plan(view: View, figure: Figure) -> bool:
    """ "compared with a previous target range of | 9 billion", "to 50 from its previously lowered target of | 60", "to
    50 from its May forecast of | 60": what a plan is held against."""
    first = figure.first - HELD
    noun = next((c for c in view.cues.get("prior_guidance", ()) if c.last == figure.first - 2), None)
    named = noun is not None and view.has("of", figure.first - 1, figure.first - 1)
    if named and noun is not None and view.has("left.origin", noun.first - OPENING, noun.first - 1):
        return True
    plans = (cue for cue in view.cues.get("old_plan", ()) if cue.last < figure.first)
    words = [cue.first for cue in plans if not view.has("stretches", cue.last + 1, cue.last + 1)]
    held = (cue for group in ("left.prior", "left.origin") for cue in view.cues.get(group, ()))
    since = [cue.last for cue in held if first <= cue.last and any(_past(view, cue) < word for word in words)]
    if not since:
        return False
    between = range(max(since) + 1, figure.first)
    apart = view.count(APART, between.start, between.stop - 1) or view.has("and", between.start, between.stop - 1)
    return not apart and not any(other.first in between for other in view.figures)


def _past(view: View, cue: Cue) -> int:
    """The last word of a comparison; the first of "statt wie bisher", which says itself that it is a plan."""
    return cue.first if view.has("instead", cue.first, cue.last) else cue.last


def quarter_beside_year(view: View, figure: Figure, previous: Figure) -> Figure | None:
    """ "against 5 million a year ago and | 4 million in the second quarter": of two comparisons in a row, the one with
    a quarter of this year, which is not the fact's."""
    if (
        previous.role != "prior"
        or previous.rule not in ("left.prior", "left.origin")
        or figure.role not in ("none", "value", "prior")
    ):
        return None
    first, last = previous.last + 1, figure.first - 1
    if figure.quantity.unit != previous.quantity.unit or not view.has("and", max(first, last - 1), last):
        return None
    if any(first <= named.first <= last for named in view.metrics):
        return None
    spans = ((previous, first, last), (figure, figure.last + 1, figure.last + DATED + 1))
    of_quarter = [one for one, low, high in spans if view.has("quarters", low, high)]
    of_year = [one for one, low, high in spans if view.has("yoy", low, high)]
    return of_quarter[0] if len(of_quarter) == len(of_year) == 1 and of_quarter != of_year else None


def compared_with_nothing(view: View) -> None:
    """Make values of figures that only look like comparisons.

    "nach einem Gewinn von 3,8 Milliarden zuversichtlich" stands alone; "im Vorjahr | 1,4 Mrd., um 41 Millionen mehr als
    2014" is what a change leads to.
    """
    for only in view.figures:
        if only.role != "prior" or any(_is_comparable(only, other) for other in view.figures if other is not only):
            continue  # but "revenue of $2 billion last year and 300 staff" compares nothing
        dated = only.rule != "left.prior" and view.has("dated", only.last + 1, only.last + DATED)
        alone = only.rule == "left.origin" or dated  # "it brought in $2 billion last year"
        if (alone and not only.guidance_prior) or _was_done(view, only):
            only.role, only.guidance_prior = "value", False
            since = max((other.last for other in view.figures if other.last < only.first), default=-1)
            for named in view.metrics:
                if since < named.first <= only.last + 1:
                    named.consumed = False  # it is a profit of its own, and none that another was
    if len(view.figures) != 2:
        return
    first, change = view.figures
    timed = first.role == "prior" and first.rule == "left.prior" and view.has("yoy", first.first - 3, first.first)
    if timed and change.role == "change" and change.by and view.has("right.change", change.last + 1, change.last + 3):
        first.role = "value"


def _is_comparable(figure: Figure, other: Figure) -> bool:
    """Could one be held against the other: a change, an amount of the same, or one whose currency is not told again?"""
    either = figure.rule == "left.origin" or figure.is_bare or other.is_bare
    return either or other.is_relative or other.quantity.unit == figure.quantity.unit


def _was_done(view: View, figure: Figure) -> bool:
    """ "hatte davor | 5 Millionen in das Werk investiert", "hat bisher | 300 Stellen gestrichen": what was done once is
    no level to compare with."""
    if not view.has("opens_prior", figure.first - DONE_BEFORE, figure.first - 1) or planned_before(view, figure):
        return False
    behind = [n.mention for n in view.metrics if n.first > figure.last]
    deed = any(mention.metric in DEEDS for mention in behind)
    return deed or (any(mention.term.jobs for mention in behind) and view.has("cut", figure.last, len(view.tokens)))


def reaches(view: View, figure: Figure, following: Figure) -> bool:
    """ "write-downs of 740 million | on two mines", "a share of 14 percent, | a rival comes to 31": not from X to Y."""
    counts_others = following.quantity.unit == "count" and following.quantity.noun is not None
    if counts_others and figure.quantity.unit != "count":
        return False
    commas = [word for word in range(figure.last + 1, following.first) if view.tokens[word].form == ","]
    return len(commas) != 1 or view.inserted(commas[0] - 1, following.first)


def is_part(view: View, figure: Figure) -> bool:
    """ "4.000 Leute, davon | die Hälfte in Wien", but not "davon organisch | +3 Prozent"."""
    if not figure.is_relative or figure.quantity.printed[0] in SIGNS:
        return False
    start = opening(view, figure)
    return view.has("of_it", start, figure.first - 1) and not view.has("organic", start, figure.first - 1)
