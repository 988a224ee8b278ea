"""Words of a plan: which of them speak of what is to come, and how near the next of them is to a figure."""

from __future__ import annotations

from kennzahl.reading.clauses import tells_itself, told
from kennzahl.reading.cues import Cue
from kennzahl.reading.estimates import MISSED_BY
from kennzahl.reading.fitting import DIVIDENDS
from kennzahl.reading.reach import FAR, reach
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA

ACHIEVED = 10  # words from "has met" to "savings goal"
NEAR = 3  # words from "fell" to "an expected"
CLOSE = 4  # words from a plan to its figure
HAD_TO = 30  # words from "konnte" to the infinitive that ends its clause
APPRAISED = 32  # words from "wird" to "geschätzt"
VERSUS = 2  # words from "against" to "average forecast"
MEASURED = 9  # words from "die eigene Prognose" to "übertroffen"


def plan_of(statement: Statement, clause: tuple[int, int]) -> float:
    """How far the nearest word of a plan is from a statement's figure."""
    cues = [cue for cue in statement.view.cues.get("guidance", ()) if _plans(cue, statement)]
    if not told(statement.view, *clause):
        cues += statement.view.cues.get("likely", ())
    return min((reach(statement.view, cue, statement.lead) for cue in cues), default=FAR)


def _plans(cue: Cue, statement: Statement) -> bool:
    """Does this word of a plan speak of what is to come? Not of a month ("ended May 3"), of a plan that the figure is
    held against ("topping its target"), of what was done ("had to be written off"), or of a dividend just declared."""
    view, lead, named = statement.view, statement.lead, statement.named
    inside = named is not None and named.first <= cue.first and cue.last <= named.last
    if inside and named is not None and not named.mention.term.final and not view.has("modals", cue.first, cue.last):
        return False  # "research budget"
    if cue.first == cue.last and cue.first > 0 and view.has("months", cue.first, cue.last):
        return not view.text[view.tokens[cue.first].start].isupper()
    if statement.metric in DIVIDENDS and any(c[:2] == cue[:2] for c in view.cues.get("declares", ())):
        return False
    if view.has("done", cue.first, cue.last + 1) or _names_no_plan(cue, statement):
        return False
    if view.has("passive", cue.first, cue.last) and (
        view.has("infinitive", cue.first - 1, cue.first - 1)  # "zu werden"
        or view.has("had_to", cue.first - HAD_TO, cue.first - 1)
        or view.has("had_to", cue.last + 1, cue.last + 1)
    ):
        return False
    if any(c.first == cue.first for c in view.cues.get("unplanned", ())):
        return False  # "sieht davon ab"
    if tells_itself(view, cue, lead):
        return False
    if lead.rule == MISSED_BY and any(view.has(group, 0, cue.first - 1) for group in ("tops", "misses")):
        return False  # "beat the average forecast by 2 cents"
    appraised = view.has("appraised", cue.last + 1, cue.last + APPRAISED) and statement.metric != "valuation"
    if appraised and view.has("passive", cue.first, cue.last):
        return False  # "wird auf 5 Millionen geschätzt"
    if cue.last == lead.first - 1 and view.has("past", cue.first - NEAR, cue.first - 1):
        return False  # "sales fell an expected | 20 percent"
    if statement.metric == "market_share" and view.has("reckoned", cue.first, cue.last):
        return False  # "estimates its market share at 38 percent"
    expected = [c for c in view.cues.get("consensus", ()) if c.first <= cue.first and cue.last <= c.last]
    if cue.first > lead.last and any(view.has("left.prior", c.first - VERSUS, c.last) for c in expected):
        return False  # "104 million against an average forecast of 98"
    if cue.first > lead.last and _of_the_estimate(cue, statement):
        return False
    if view.has("achieved", cue.first - ACHIEVED, cue.first - 1):
        return False  # "has already met its savings goal of 5 million"
    if view.has("than", cue.first - 1, cue.first - 1):
        return False  # "came in higher than expected at 5 million"
    if view.has("held_against", cue.first - CLOSE, cue.first - 1) and view.has("means", cue.last + 1, cue.last + 1):
        return False  # "beat forecasts with a 5 percent rise"
    if cue.first > lead.last and view.has("surpassed", cue.last + 1, cue.last + MEASURED):
        return False  # "stieg auf 30 Prozent und hat damit die eigene Prognose von 28 bis 29 Prozent übertroffen"
    linked = 0 <= lead.first - cue.last - 1 <= CLOSE
    goal = next(
        (figure.first for figure in view.figures if figure is not lead and figure.last == cue.first - 1), cue.first
    )
    return linked or not view.has("held_against", goal - CLOSE, cue.first - 1)  # "fell shy of its $5 million | goal"


def _of_the_estimate(cue: Cue, statement: Statement) -> bool:
    """ "added 32,000 customers, compared with analysts' average forecast of | 28,000", "more than the | 28,000 expected
    by analysts": a word of what the figure is held against."""
    view, lead = statement.view, statement.lead
    estimate = next((figure for figure in view.figures if figure.first > lead.last and figure.consensus), None)
    if estimate is None or cue.first > estimate.last + CLOSE:
        return False
    apart = range(lead.last + 1, min(cue.first, estimate.first))
    held = any(view.has(group, apart.start, apart.stop) for group in ("left.prior", "held_against", "comparatives"))
    return held or view.count(COMMA, apart.start, apart.stop) > 0


def _names_no_plan(cue: Cue, statement: Statement) -> bool:
    """ "its pension plan", "5 million in commercial projects": the noun of another thing, behind the figure too."""
    view = statement.view
    if any(other.first <= cue.first and cue.last <= other.last for other in view.cues.get("no_plan", ())):
        return True
    noun = view.has("homographs", cue.first, cue.last) and not view.has("speakers", cue.first - 1, cue.first - 1)
    return noun and cue.first > statement.lead.last and not view.count(COMMA, statement.lead.last, cue.first)
