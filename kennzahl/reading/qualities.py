"""What a statement says beside its figures: actual or planned, adjusted or not, what its change is measured against."""

from __future__ import annotations

import re

from kennzahl.facts import Basis, Kind
from kennzahl.reading.cues import Cue, cue_book
from kennzahl.reading.statement import Statement
from kennzahl.reading.targets import DIVIDENDS
from kennzahl.reading.tokens import tokenise
from kennzahl.reading.view import Figure, Named, View

UNESTIMATED = frozenset({"deal_value", "stake", "employees", "job_cuts", "stores", "market_cap", "funding_raised"})
"""What analysts have no consensus of."""
ITEMS = frozenset({"costs", "impairment", "tax", "other", "provisions", "fine"})
"""What adjusted figures leave out."""
PAID = DIVIDENDS | {"payout_ratio"}
"""What is paid out is not adjusted; the earnings that cover it are."""
FAR = 1000.0
LISTENED = 500  # characters before a sentence in which analysts may have been named
REACH = 32  # a modal farther away governs another clause
REVISED = 7  # words from "cut" to "target"
NEXT = 3  # words from a comparison to its period
YEAR = re.compile("(?:19|20)[0-9]{2}")
HAD_TO = 30  # words from "konnte" to the infinitive that ends its clause
GONE = 10  # words around a job cut
NEAR_METRIC = 4  # words between an adjective or "before items" and the metric it qualifies
CLOSE = 4  # words from a figure to the adjustment that belongs to it
BEHIND = 6  # words between a figure and "excluding items" behind it


def _by_metric(statement: Statement) -> Kind | None:
    """Jobs are cut and shares bought back in the future unless the text says it was done; a headcount is of today; what
    a company is worth it does not plan itself."""
    view, lead = statement.view, statement.lead
    if statement.metric == "valuation":
        return "other" if _plan(statement) < FAR else None
    if statement.metric == "share_buyback":
        return "actual" if view.has("bought", 0, len(view.tokens)) else "guidance"
    if statement.metric == "job_cuts":
        gone = any(
            abs(cue.first - lead.first) <= GONE
            and not view.has("to", cue.first - 1, cue.first - 1)
            and not view.has("guidance", cue.first - 1, cue.first - 1)  # "said it would cut its workforce"
            for cue in view.cues.get("gone", ())
        )
        return "actual" if gone else "guidance"
    if statement.metric == "stake" and any(0 < cue.first - lead.last <= CLOSE for cue in view.cues.get("holds", ())):
        return "actual"
    if statement.metric == "employees" and statement.slots.get("value") is not None:
        return "guidance" if view.has("rumour", lead.first - CLOSE, lead.first - 1) else "actual"
    return None


def kind_of(statement: Statement, language: str) -> tuple[Kind, str]:
    """The kind of a statement and the rule that gave it."""
    if any(_reach(statement.view, cue, statement.lead) < FAR for cue in statement.view.cues.get("alleged", ())):
        return "other", "hearsay"
    if statement.consensus and statement.metric not in UNESTIMATED:
        return "consensus", "analysts"
    if _hearsay(statement, language):
        return "consensus", "reported expectation"
    if (kind := _by_metric(statement)) is not None:
        return kind, "metric"
    lead, view = statement.lead, statement.view
    if statement.named is not None and statement.named.mention.plan:
        return "guidance", "plan word"
    plan = _plan(statement)
    past = min((_reach(view, cue, lead) for cue in view.cues.get("past", ())), default=FAR)
    if plan < FAR and plan <= past:
        estimate = next((f.first for f in view.figures if f.first > lead.last and f.consensus), len(view.tokens))
        if view.has("attributed", lead.last, estimate):
            return "consensus", "according to analysts"
        return "guidance", "modal"
    return "actual", "default"


def _plan(statement: Statement) -> float:
    """How far the nearest word of a plan is from a statement's figure."""
    cues = [cue for cue in statement.view.cues.get("guidance", ()) if _plans(cue, statement)]
    cues += [cue for cue in statement.view.cues.get("assumes", ()) if _assumes(cue, statement)]
    return min((_reach(statement.view, cue, statement.lead) for cue in cues), default=FAR)


def _assumes(cue: Cue, statement: Statement) -> bool:
    """ "geht der Vorstand von 5 Millionen aus": a verb in two parts around the figure."""
    view, lead = statement.view, statement.lead
    return (
        cue.last < lead.first
        and view.has("left.origin", cue.last + 1, lead.first)
        and view.has("assumed", lead.last + 1, lead.last + REACH)
    )


def _plans(cue: Cue, statement: Statement) -> bool:
    """Does this word of a plan speak of what is to come? Not of a month ("ended May 3"), of a plan that the figure is
    held against ("topping its target"), of what was done ("had to be written off"), or of a dividend just declared."""
    view, lead, named = statement.view, statement.lead, statement.named
    if named is not None and named.first <= cue.first and cue.last <= named.last:
        return False  # "research budget"
    if cue.first == cue.last and cue.first > 0 and view.has("months", cue.first, cue.last):
        return not view.text[view.tokens[cue.first].start].isupper()
    if statement.metric in DIVIDENDS and any(c[:2] == cue[:2] for c in view.cues.get("declares", ())):
        return False
    if view.has("done", cue.first, cue.last + 1):
        return False
    if view.has("passive", cue.first, cue.last) and (
        view.has("had_to", cue.first - HAD_TO, cue.first - 1) or view.has("had_to", cue.last + 1, cue.last + 1)
    ):
        return False
    appraised = view.has("appraised", cue.last + 1, cue.last + REACH) and statement.metric != "valuation"
    if appraised and view.has("passive", cue.first, cue.last):
        return False  # "wird auf 5 Millionen geschätzt"
    linked = 0 <= lead.first - cue.last - 1 <= CLOSE
    return linked or not view.has("held_against", cue.first - CLOSE, cue.first - 1)


def _hearsay(statement: Statement, language: str) -> bool:
    """German "soll" tells what others say: after a sentence about analysts' estimates it is theirs."""
    view, sentence = statement.view, statement.view.sentence
    if not view.has("rumour", 0, statement.lead.first) or statement.lead.quantity.low is not None:
        return False  # a range is the company's own
    before = tokenise(view.text, max(sentence.start - LISTENED, 0), sentence.start)
    heard = [cue.group for cue in cue_book(language).find(before) if cue.group in ("consensus", "own_plan")]
    return bool(heard) and heard[-1] == "consensus"


def _reach(view: View, cue: Cue, figure: Figure) -> float:
    """How far a cue's word is from a figure, clause borders counted heavily."""
    low, high = (cue.last + 1, figure.first - 1) if cue.last < figure.first else (figure.last + 1, cue.first - 1)
    breaks = sum(low <= other.first <= high for other in view.cues.get("contrast", ()))
    opened, closed = view.count(frozenset({"("}), low, high), view.count(frozenset({")"}), low, high)
    breaks += view.count(frozenset({";"}), low, high) + (opened + closed if opened != closed else 0)
    behind = cue.first > figure.last
    breaks += _opens_clause(view, low, high, "which") or (behind and _opens_clause(view, low, high, "relatives"))
    breaks += behind and _closes_clause(view, figure, low, high)
    commas = view.count(frozenset({","}), low, high) + view.counted("and", low, high)
    distance = high - low + 1 + 4.0 * commas + 25.0 * breaks
    return distance if distance < REACH else FAR


def _opens_clause(view: View, low: int, high: int, group: str) -> bool:
    """ "It plans to sell a unit, which contributed | 5 million", "5 million, | which it will invest": a relative clause
    of which only one of the two is a part."""
    commas = [word for word in range(low, high + 1) if view.tokens[word].form == ","]
    return bool(commas) and view.has(group, commas[-1] + 1, commas[-1] + 2)


def _closes_clause(view: View, figure: Figure, low: int, high: int) -> bool:
    """ "The group, which has | a fifth of its sales abroad, expects": the figure's own clause is over before."""
    before = [word for word in range(figure.first) if view.tokens[word].form == ","]
    return (
        bool(before)
        and view.has("which", before[-1] + 1, before[-1] + 2)
        and view.count(frozenset({","}), low, high) > 0
    )


def adjusted(statement: Statement, siblings: list[Statement]) -> bool:
    """Does an adjustment ("bereinigt", "excluding items") bear on this statement?"""
    if statement.named is not None and statement.named.mention.term.adjusted:
        return True
    if statement.metric in PAID:
        return False
    partner = statement.lead.partner
    if partner is not None:
        for sibling in siblings:
            if sibling is not statement and partner in sibling.slots.values():
                return adjusted(sibling, [s for s in siblings if s is not statement])
    cues = statement.view.cues.get("adjusted", ())
    whole = [cue for cue in cues if not any(other.first < cue.first <= other.last for other in cues)]
    return any(_bears(cue, statement, siblings) for cue in whole)


def _bears(cue: Cue, statement: Statement, siblings: list[Statement]) -> bool:
    view, lead, named = statement.view, statement.lead, statement.named
    own = set(statement.slots.values())
    if named is not None and named.first <= cue.first and cue.last <= named.last:
        return False  # "comparable sales" are called so
    if view.forms(cue.first - 1, cue.first - 1) == ["("] and view.forms(cue.last + 1, cue.last + 1) == [")"]:
        return False  # "97.4 (adjusted)": only the figure before is restated
    if named is not None and 0 <= named.first - cue.last - 1 <= 1:
        return True  # "das bereinigte Ebitda"
    if (owner := _metric_before(view, cue)) is not None:
        return owner is named  # "earnings before special items on | a 4 percent fall in sales"
    before = [figure for figure in view.figures if figure.last < cue.first]
    alike = [s.slots.get("change_pct") for s in siblings if s.named is named and s is not statement]
    ahead = bool(before) and before[-1] in alike and view.count(frozenset({","}), before[-1].last, cue.first)
    ahead = ahead and lead.first - cue.last <= CLOSE and not view.count(frozenset({","}), cue.last, lead.first)
    if (
        before
        and not (ahead and cue.last < lead.first)  # "rose 26 percent by IFRS, by non-IFRS 27 percent"
        and cue.first - before[-1].last <= CLOSE
        and not any(f in own for f in before[-1:])
        and not _per_share_of(before[-1], own)
    ):
        return False  # "38 cents a share, before items, on revenue of": it belongs to what stands before
    follows = [figure for figure in view.figures if 0 < figure.first - cue.last <= NEAR_METRIC + 1]
    items = {figure for sibling in siblings if sibling.metric in ITEMS for figure in sibling.slots.values()}
    if follows and follows[0] not in own | items and (named is None or not 0 < named.first - cue.last <= 2):
        return False  # "29 percent, and adjusted by 27 percent": it belongs to what stands behind
    if statement.metric in ITEMS and cue.last < lead.first and not view.count(frozenset({","}), cue.last, lead.first):
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
    for cue in view.cues.get("organic", ()):
        if floor < cue.first < figure.first and figure.first - cue.last <= 8:
            return True
        follows = any(0 < other.first - cue.last <= NEAR_METRIC for other in view.figures)
        between = (figure.last + 1, cue.first)
        joined = (
            view.count(frozenset({",", ";"}), *between) or view.has("and", *between) or view.has("either", *between)
        )
        if 0 < cue.first - figure.last <= 3 and not joined and not follows:
            return True
    return False


def basis_of(statement: Statement, kind: Kind) -> Basis | None:
    """What change and comparison are measured against; None where neither is stated, or against something else."""
    if not {"prior", "change_pct", "change_abs"} & set(statement.slots):
        return None
    view, first = statement.view, statement.figures[0].first
    last = statement.figures[-1].last
    prior = statement.slots.get("prior")
    if prior is not None and _of_a_quarter(view, prior):
        return "qoq"
    near = (max(first - 10, 0), min(last + 10, len(view.tokens) - 1))
    if view.has("qoq", *near) and not view.has("yoy", *near):
        return "qoq"
    if prior is not None and (prior.guidance_prior or kind == "guidance") and not view.has("yoy", *near):
        return "guidance" if prior.guidance_prior or not _of_last_year(statement, prior) else "yoy"
    if view.has("no_basis", *near):
        return None
    if kind == "guidance" and _revised(statement):
        return "guidance"
    change = statement.slots.get("change_abs")
    if change is not None and view.has("consensus", change.last + 1, change.last + 8):
        return "consensus"
    return "yoy"


def _revised(statement: Statement) -> bool:
    """ "cut its sales target by 3 percent": what is changed is the plan."""
    view, change = statement.view, statement.slots.get("change_pct") or statement.slots.get("change_abs")
    if change is None or not change.by:
        return False
    return any(
        0 < change.first - noun.last <= CLOSE and view.has("revises", noun.first - REVISED, noun.first)
        for noun in view.cues.get("prior_guidance", ())
    )


def _of_a_quarter(view: View, prior: Figure) -> bool:
    """ "up from 18 percent in the fourth quarter": one without a year is that before."""
    for cue in view.cues.get("quarters", ()):
        if 0 < cue.first - prior.last <= NEXT:
            behind = view.forms(cue.last + 1, cue.last + 2)
            return not any(form == "of" or form[:1].isdigit() for form in behind)
    return False


def _of_last_year(statement: Statement, prior: Figure) -> bool:
    """Is a plan compared with what was? With a year that is past ("from 7.9 billion in 2006"), or the last dividend."""
    behind = statement.view.forms(prior.last + 1, prior.last + NEXT)
    return statement.metric in DIVIDENDS or any(YEAR.fullmatch(form) for form in behind)
