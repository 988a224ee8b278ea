"""What a statement says beside its figures: adjusted or not, what its change is measured against."""

from __future__ import annotations

from datetime import date

from kennzahl.facts import Basis, Kind
from kennzahl.reading.clauses import opening
from kennzahl.reading.cues import Cue
from kennzahl.reading.estimates import MISSED_BY
from kennzahl.reading.fitting import DIVIDENDS
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import is_year
from kennzahl.reading.view import COMMA, Figure, Named, View

ITEMS = frozenset({"costs", "impairment", "tax", "other", "provisions", "fine"})
"""What adjusted figures leave out."""
UNADJUSTED = DIVIDENDS | {"payout_ratio", "cet1_ratio"}
"""What is paid out is not adjusted, the earnings that cover it are; "core" capital is called so."""
PLANNED = 7  # words from "forecast for the year by" to the amount
REVISED = 7  # words from "cut" to "target"
NEXT = 3  # words from a comparison to its period
NEAR_METRIC = 4  # words between an adjective or "before items" and the metric it qualifies
CLOSE = 4  # words from a figure to the adjustment that belongs to it
LABEL = 6  # words from a figure to the day that it is compared with
AT_STORES = 4  # words from "sales" to "stores open at least a year"
ORGANIC = 8  # words from "organic" to the rate of growth
PLACED = 6  # words from a rate of growth to where or when it is organic
BEHIND = 6  # words between a figure and "excluding items" behind it


def adjusted(statement: Statement, siblings: list[Statement]) -> bool:
    """Does an adjustment ("bereinigt", "excluding items") bear on this statement?"""
    if statement.named is not None and statement.named.mention.term.adjusted:
        return statement.metric != "revenue"  # "Kernumsatz"
    if statement.metric in UNADJUSTED or (statement.metric == "other" and statement.lead.role == "share"):
        return False
    partner = statement.lead.partner
    if partner is not None:
        for sibling in siblings:
            if sibling is not statement and partner in sibling.slots.values():
                return adjusted(sibling, [s for s in siblings if s is not statement])
    cues = statement.view.cues.get("adjusted", ())
    around = [*cues, *statement.view.cues.get("organic", ())]
    whole = [cue for cue in cues if not any(other.first < cue.first <= other.last for other in around)]
    return any(_bears(cue, statement, siblings) for cue in whole)


def _bears(cue: Cue, statement: Statement, siblings: list[Statement]) -> bool:
    view, lead, named = statement.view, statement.lead, statement.named
    own = set(statement.slots.values())
    if named is not None and named.first <= cue.first and cue.last <= named.last:
        return False  # "comparable sales" are called so
    if view.forms(cue.first - 1, cue.first - 1) == ["("] and view.forms(cue.last + 1, cue.last + 1) == [")"]:
        return False  # "97.4 (adjusted)": only the figure before is restated
    if statement.metric in ITEMS and view.has("leaving_out", cue.first, cue.last) and cue.last < lead.first:
        return view.count(COMMA, cue.last, lead.first) > 0  # "excluding a charge of 5 million"
    along = view.has("along", cue.last + 1, cue.last + 1)
    if named is not None and 0 <= named.first - cue.last - 1 <= 1 and not along:
        return True  # "das bereinigte Ebitda"
    of_next = any(other.first == cue.last + 1 and other is not named for other in view.metrics)
    if of_next and cue.first > lead.last and view.has("and", lead.last + 1, cue.first):
        return False  # "sales of 6 million and an | adjusted | margin above last year's"
    if (owner := _metric_before(view, cue)) is not None:
        return owner is named  # "earnings before special items on | a 4 percent fall in sales"
    before = [figure for figure in view.figures if figure.last < cue.first]
    alike = [s.slots.get("change_pct") for s in siblings if s.named is named and s is not statement]
    ahead = bool(before) and before[-1] in alike and view.count(COMMA, before[-1].last, cue.first)
    ahead = ahead and lead.first - cue.last <= CLOSE and not view.count(COMMA, cue.last, lead.first)
    if (
        before
        and not (ahead and cue.last < lead.first)  # "rose 26 percent by IFRS, by non-IFRS 27 percent"
        and cue.first - before[-1].last <= CLOSE
        and not any(f in own for f in before[-1:])
        and not _per_share_of(before[-1], own)
    ):
        return False  # "38 cents a share, before items, on revenue of": it belongs to what stands before
    if before and before[-1] in own and cue.first - before[-1].last <= CLOSE and along:
        return True  # "33 cents a share before items | on | revenue of $5 million"
    follows = [figure for figure in view.figures if 0 < figure.first - cue.last <= NEAR_METRIC + 1]
    items = {figure for sibling in siblings if sibling.metric in ITEMS for figure in sibling.slots.values()}
    if follows and follows[0] not in own | items and (named is None or not 0 < named.first - cue.last <= 2):
        return False  # "29 percent, and adjusted by 27 percent": it belongs to what stands behind
    if statement.metric in ITEMS and cue.last < lead.first and not view.count(COMMA, cue.last, lead.first):
        return False  # "excluding a charge of 5 million": the charge is what is left out
    others = [
        figure
        for sibling in siblings
        if sibling is not statement and sibling.metric not in ITEMS
        for figure in sibling.slots.values()
    ]
    if named is not None and (
        0 <= named.first - cue.last - 1 <= NEAR_METRIC - 1 or 0 <= cue.first - named.last - 1 <= 1
    ):
        return not any(min(cue.first, named.first) < figure.first < max(cue.last, named.last) for figure in others)
    if cue.last < lead.first:
        between = [figure for figure in others if cue.last < figure.first < lead.first]
        return not between and not view.has("contrast", cue.last + 1, lead.first)
    if "," in view.forms(cue.last + 1, cue.last + 2):
        own -= {
            figure for slot, figure in statement.slots.items() if slot == "prior"
        }  # "$3.10, excluding items, from $3"
    last = max((figure.last for figure in own), default=cue.first)
    return 0 < cue.first - last <= BEHIND and not any(last < figure.first < cue.first for figure in others)


def _metric_before(view: View, cue: Cue) -> Named | None:
    """The metric right before "before items", which it qualifies; a figure's own words stand behind the figure."""
    return next((named for named in view.metrics if named.last == cue.first - 1 and named.mention.metric), None)


def _per_share_of(figure: Figure, own: set[Figure]) -> bool:
    return any(figure.partner is other or other.partner is figure for other in own)


def organic(statement: Statement, figure: Figure) -> bool:
    """Is this change at constant currencies, like for like or organic?"""
    view = statement.view
    edges = [f.last for f in view.figures if f.last < figure.first]
    floor = max(edges, default=-1)
    named = statement.named
    for cue in view.cues.get("organic", ()):
        moved = named is not None and named.first > figure.last and 0 < cue.first - named.last <= AT_STORES
        if moved and named is not None and not view.count(COMMA, named.last, cue.first):
            return True  # "a 2.5 percent rise in sales | at stores that are open at least a year"
        if floor < cue.first < figure.first and (figure.first - cue.last <= ORGANIC or _opens(view, cue, figure)):
            return True
        follows = any(0 < o.first - cue.last <= NEAR_METRIC and o.is_relative for o in view.figures)
        between = (figure.last + 1, cue.first)
        joined = (
            view.count(frozenset({",", ";"}), *between) or view.has("and", *between) or view.has("either", *between)
        )
        placed = view.has("in_what", figure.last + 1, figure.last + 1)  # "rose 5 percent | at its shops open a year"
        if 0 < cue.first - figure.last <= (PLACED if placed else 3) and not joined and not follows:
            return True
    return False


def _opens(view: View, cue: Cue, figure: Figure) -> bool:
    """ "Organisch legten die Erlöse im Jahr 2019 | um 3 Prozent zu": it stands before all of the clause."""
    return cue.first == 0 and not view.count(frozenset({",", ";", ":"}), cue.last, figure.first)


def basis_of(statement: Statement, kind: Kind, end: date | None = None) -> Basis | None:
    """What change and comparison are measured against; None where neither is stated, or against something else.

    ``end`` is the last day of the figure's period: what is held against the end of the year before is compared with a
    year ago only if it is of such a day itself.
    """
    if not {"prior", "change_pct", "change_abs"} & set(statement.slots):
        return None
    if set(statement.slots) == {"change_abs"} and statement.metric == "stores":
        return None  # "opens 20 stores": so many more than before
    view, first = statement.view, statement.figures[0].first
    if any(slot.startswith("change") and figure.rule == MISSED_BY for slot, figure in statement.slots.items()):
        return "consensus"
    last = statement.figures[-1].last
    prior = statement.slots.get("prior")
    if prior is not None and _of_a_quarter(view, prior):
        return "qoq"
    near = (max(first - 10, 0), min(last + 10, len(view.tokens) - 1))
    if _sequential(view, *near, end) and not view.has("yoy", *near):
        return "qoq"
    planned = prior is not None and prior.guidance_prior and not (kind == "actual" and _only_earlier(view, prior))
    planned = planned and prior is not None and not view.has("after_last", prior.first - 2, prior.first - 1)
    ends = view.counted("year_end", first - LABEL, last + LABEL)
    if ends == 1 and end is not None and end.month != 12 and not view.has("yoy", *near):
        return None
    if prior is not None and (planned or kind == "guidance") and not view.has("yoy", *near):
        if view.has("now", prior.first - 2, prior.first - 1):
            return None  # "von derzeit 780 auf 690"
        if planned or not (_of_last_year(statement, prior) or _from_here(statement, prior)):
            return "guidance"
        return None if view.has("far_ahead", 0, len(view.tokens)) else "yoy"
    if (view.has("no_basis", *near) or _over_years(view, *near)) and not view.has("in_a_year", *near):
        return None
    if kind == "guidance" and _revised(statement):
        return "guidance"
    change = statement.slots.get("change_abs")
    if change is not None and kind == "guidance" and view.has("than_planned", change.last + 1, change.last + NEXT + 1):
        return "guidance"
    if change is not None and kind == "guidance" and view.has("prior_guidance", change.last + 1, change.last + LABEL):
        return "guidance"  # "up $50 million from its previous forecasts"
    if change is not None and view.has("consensus", change.last + 1, change.last + 8):
        return "consensus"
    return "yoy"


def _sequential(view: View, first: int, last: int, end: date | None) -> bool:
    """ "Compared with the first quarter, sales fell": the quarter before, unless it is one of another year ("from the
    first quarter of 2011")."""
    for cue in view.cues.get("qoq", ()):
        if first <= cue.first and cue.last <= last:
            years = [int(form) for form in view.forms(cue.last + 1, cue.last + 2) if is_year(form)]
            of_a_year = not years and view.has("of", cue.last + 1, cue.last + 1)  # "of the prior fiscal year"
            if not of_a_year and (not years or (end is not None and end.year == years[0])):
                return True
    return False


def _over_years(view: View, first: int, last: int) -> bool:
    """ "between 2009 and | 2012", "von 2009 bis | 2012": a change over several years."""
    for cue in view.cues.get("from_year", ()):
        since, until = view.forms(cue.last + 1, cue.last + 1), view.forms(cue.last + 3, cue.last + 3)
        if not (since and until and is_year(since[0]) and is_year(until[0])):
            continue
        if first <= cue.first <= last and view.has("to_year", cue.last + 2, cue.last + 2):
            return int(until[0]) - int(since[0]) > 1
    return False


def _from_here(statement: Statement, prior: Figure) -> bool:
    """ "soll von 5 | auf 6 Prozent steigen": what is to move is the figure, not the plan."""
    view = statement.view
    plans = any(view.has(group, 0, len(view.tokens)) for group in ("prior_guidance", "revises"))
    return bool(view.cues.get("modals")) and prior.partner is not None and not plans


def _only_earlier(view: View, prior: Figure) -> bool:
    """ "stieg von zuvor | 5 Millionen": a time before, but no word of a plan."""
    start = prior.first - NEAR_METRIC
    weak = {cue.first for cue in view.cues.get("before_now", ())}
    named = [cue.first for cue in view.cues.get("prior_guidance", ()) if start <= cue.first < prior.first]
    return bool(named) and weak.issuperset(named)


def _revised(statement: Statement) -> bool:
    """ "cut its sales target by 3 percent": what is changed is the plan."""
    view, change = statement.view, statement.slots.get("change_pct") or statement.slots.get("change_abs")
    if change is None or not change.by:
        return False
    return any(
        0 < change.first - noun.last <= PLANNED and view.has("revises", noun.first - REVISED, noun.first)
        for noun in view.cues.get("prior_guidance", ())
    )


def _of_a_quarter(view: View, prior: Figure) -> bool:
    """ "up from 18 percent in the fourth quarter": one without a year is that before."""
    for cue in view.cues.get("quarters", ()):
        if 0 < cue.first - prior.last <= NEXT:
            behind = cue.last + 1, cue.last + 2
            return not view.has("of", *behind) and not any(form[0].isdigit() for form in view.forms(*behind))
    return False


def _of_last_year(statement: Statement, prior: Figure) -> bool:
    """Is a plan compared with what was? With a year that is past ("from 7.9 billion in 2006", "; 2022 waren es | 5
    Millionen"), or the last dividend."""
    view = statement.view
    behind = view.forms(prior.last + 1, prior.last + NEXT)
    fiscal = 2 * (view.forms(prior.first - 3, prior.first - 3) == ["/"])  # "(2023/24: 5 Millionen)"
    label = view.forms(prior.first - 2 - fiscal, prior.first - 1) if prior.rule == "label" else []
    since = max(opening(view, prior), max((f.last + 1 for f in statement.figures if f.last < prior.first), default=0))
    opened = view.forms(since, prior.first - 1) if statement.lead is not prior else []
    dated = any(is_year(form) for form in behind + label + opened)
    return statement.metric in DIVIDENDS or dated or view.has("after_last", prior.first - 2, prior.first - 1)
