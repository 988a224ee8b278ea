"""What kind of figure a statement states: reported, planned by the company, expected by analysts, told by others."""

from __future__ import annotations

from kennzahl.facts import Kind
from kennzahl.reading.clauses import clause_of, does, finite, opening, past_verbs, told
from kennzahl.reading.cues import Cue
from kennzahl.reading.deals import is_agreed, is_announced
from kennzahl.reading.estimates import MISSED_BY
from kennzahl.reading.fitting import DIVIDENDS, UNESTIMATED
from kennzahl.reading.people import is_whole
from kennzahl.reading.plans import plan_of
from kennzahl.reading.reach import FAR, reach
from kennzahl.reading.recalls import had_forecast, planned_before
from kennzahl.reading.statement import Statement
from kennzahl.reading.third_parties import reckoned_by_others
from kennzahl.reading.tokens import POSSESSIVE, tokenise
from kennzahl.reading.view import Figure, View

DEEDS = frozenset({"capex", "hires", "cost_savings"})
"""What a company does once."""
HELD = frozenset({"stake", "employees", "stores", "debt", "net_debt", "cash"})
"""What a company has as long as nothing is done with it."""
OFFERED = frozenset({"deal_value", "valuation", "stake", "other"})
"""What a bidder offers."""
THIRD_PARTY = "third party"
"""The rule of what others than analysts expect."""
LISTENED = 500  # characters before a sentence in which analysts may have been named
GONE = 10  # words around a job cut
NEAR = 3  # words from "aus dem" to "Gewinn"
CLOSE = 4  # words from a figure to what is said of it


def kind_of(statement: Statement) -> tuple[Kind, str]:
    """The kind of a statement and the rule that gave it."""
    said_by_others = [cue for group in ("alleged", "reporters") for cue in statement.view.cues.get(group, ())]
    if any(reach(statement.view, cue, statement.lead) < FAR for cue in said_by_others):
        return "other", "hearsay"
    if statement.metric == "market_share" and all(figure.consensus for figure in statement.view.figures):
        return "other", THIRD_PARTY  # "Experten zufolge hat Muster einen Anteil von | 30 Prozent"
    if statement.consensus and statement.lead.rule != MISSED_BY and statement.metric not in UNESTIMATED:
        return "consensus", "analysts"
    if reckoned_by_others(statement):
        return "other", THIRD_PARTY
    if _hearsay(statement):
        return "consensus", "reported expectation"
    lead, view = statement.lead, statement.view
    clause = clause_of(view, lead)
    if (kind := _by_metric(statement, clause)) is not None:
        return kind, "metric"
    if (named := statement.named) is not None and (named.mention.plan or view.has("goals", named.first, named.last)):
        return "guidance", "plan word"
    if named is not None and named.last < lead.first and view.has("intended", named.first - 1, named.first - 1):
        return "guidance", "planned"
    recalled = had_forecast(view, lead) or any(cue.first == 0 for cue in view.cues.get("was_planned", ()))
    if recalled or planned_before(view, lead) or (lead.guidance_prior and "value" in statement.slots):
        return "guidance", "planned before"
    if _is_given(statement) or _is_held(statement):
        return "actual", "starting point"
    if any(cue.last == lead.first - 1 and not finite(view, cue) for cue in past_verbs(view)):
        return "actual", "attribute"  # "mit den im Januar verkauften | 2 Millionen Geräten"
    if statement.metric in OFFERED and _is_offered(view, *clause):
        return "guidance", "offer"
    if _perfect_infinitive(view, clause[1]):
        return "other", "said to have been"
    plan = plan_of(statement, clause)
    cues = (cue for cue in view.cues.get("past", ()) if finite(view, cue) and not _tells_before(view, lead, cue))
    past = min((reach(view, cue, lead) for cue in cues), default=FAR)
    past = 0.0 if _multiplied(statement) else past
    if plan < FAR and plan <= past:
        if statement.metric in UNESTIMATED:
            return "guidance", "modal"
        ends = [f.first for f in view.figures if f.consensus] + [cue.first for cue in view.cues.get("contrast", ())]
        if view.has("attributed", lead.last, min((end for end in ends if end > lead.last), default=len(view.tokens))):
            return "consensus", "according to analysts"
        return "guidance", "modal"
    if _acts(statement) and does(view, lead):
        return "guidance", "present deed"
    return "actual", "told" if told(view, *clause) else "default"


def _by_metric(statement: Statement, clause: tuple[int, int]) -> Kind | None:
    """Jobs are cut and shares bought back in the future unless the text says it was done; a headcount is of today; what
    a company is worth it does not plan itself."""
    view, lead = statement.view, statement.lead
    if statement.metric == "valuation" and view.has("bidding", 0, len(view.tokens)):
        return "guidance"  # "bietet 5 Euro je Aktie, womit er das Unternehmen mit 5 Millionen bewertet"
    if is_agreed(statement) or is_announced(statement):
        return "actual"
    if statement.metric == "valuation" and _is_priced(view):
        return "actual"
    if statement.metric == "valuation":
        return "other" if plan_of(statement, clause) < FAR else None
    if statement.metric == "share_buyback":
        bought = view.has("bought", 0, len(view.tokens)) and not _will(view, *clause)
        return "actual" if bought else "guidance"
    if statement.metric == "job_cuts":
        gone = any(
            abs(cue.first - lead.first) <= GONE
            and not view.has("guidance", cue.last + 1, lead.first - 1)  # "has cut 500 jobs and plans to cut | 400"
            and not (view.has("to", cue.first - 1, cue.first - 1) or view.has("had_planned", cue.first, cue.first))
            and not view.has("guidance", cue.first - NEAR, cue.first - 1)  # "said it would also cut its workforce"
            and not (  # "will close two sites and | cut 600 jobs"
                view.has("and", cue.first - 1, cue.first - 1)
                and view.has("guidance", opening(view, lead), cue.first - 1)
            )
            for cue in view.cues.get("gone", ())
        )
        return "actual" if gone or _is_done(view, *clause) else "guidance"
    if statement.metric == "stake" and any(
        0 < cue.first - lead.last <= CLOSE and not _will(view, *clause)  # "werde 5 Prozent halten"
        for cue in view.cues.get("holds", ())
    ):
        return "actual"
    if statement.metric in ("stores", "employees") and "value" in statement.slots and is_whole(view, lead):
        return "actual"
    if statement.metric == "employees" and "value" in statement.slots:
        planned = view.has("rumour", lead.first - CLOSE, lead.first - 1) or (
            view.has("reaches", lead.first - CLOSE, lead.first - 1) and plan_of(statement, clause) < FAR
        )
        return "guidance" if planned or view.has("remains", lead.first - CLOSE, lead.first - 1) else "actual"
    return None


def _multiplied(statement: Statement) -> bool:
    """ "Profit | more than doubled, and Muster raised its forecast": is the figure itself a verb of the past?"""
    view, lead = statement.view, statement.lead
    if lead.quantity.form != "multiple" or view.has("guidance", lead.first - NEAR, lead.first - 1):
        return False
    return any(cue.group == "past" for cue in view.book.find(tokenise(lead.quantity.printed)))


def _tells_before(view: View, lead: Figure, verb: Cue) -> bool:
    """ "expects | 9 percent, before it | had planned 7": is it the verb of a clause behind, of what was before?"""
    comma = next((word for word in range(lead.last + 1, verb.first) if view.tokens[word].form == ","), None)
    return comma is not None and view.has("left.prior", comma + 1, comma + 1)


def _is_priced(view: View) -> bool:
    """ "In der Runde wird die Firma mit | 5 Millionen bewertet": what was paid for a part tells what all is worth."""
    return view.has("priced", 0, len(view.tokens)) and not view.has("unsure", 0, len(view.tokens))


def _is_given(statement: Statement) -> bool:
    """ "Vom Gewinn von | 5 Millionen soll die Hälfte bleiben": what something is taken from is there already."""
    view, named, lead = statement.view, statement.named, statement.lead
    start = lead.first if named is None else min(named.first, lead.first)
    return view.has("given", start - NEAR, start - 1) and not view.has("guidance", start - NEAR, lead.first - 1)


def _is_held(statement: Statement) -> bool:
    """ "shall reduce | its stake of | 61 percent": what is the company's already, whatever is planned with it."""
    view, named, lead = statement.view, statement.named, statement.lead
    if named is None or statement.metric not in HELD or not named.last < lead.first:
        return False
    before = view.forms(named.first - NEAR, named.first - 1)
    its = view.has("definite", named.first - NEAR, named.first - 1) or any(form.endswith(POSSESSIVE) for form in before)
    its = its and not view.has("article", named.first - 2, named.first - 1)
    return its and view.has("of", named.last + 1, lead.first - 1) and lead.first - named.last <= NEAR


def _is_offered(view: View, first: int, last: int) -> bool:
    """ "bietet", "hatte geboten": a bid is one until it is taken; an offer that was made may be done."""
    if view.has("bidding", first, last):
        return True
    return view.has("offers", first, last) and not (told(view, first, last) or view.has("perfect", first, last))


def _will(view: View, first: int, last: int) -> bool:
    return view.has("hearsay", first, last) or view.has("passive", first, last)


def _is_done(view: View, first: int, last: int) -> bool:
    """ "hat 500 Stellen gestrichen", "500 Stellen gestrichen worden waren", and no plan of it."""
    past = told(view, first, last) or view.has("perfect", first, last)
    return past and view.has("cut", first, last) and not view.has("modals", first, last)


def _perfect_infinitive(view: View, last: int) -> bool:
    """ "soll 2015 5 Millionen verdient haben": what others say that was, unless a date to come is set ("bis 2020")."""
    last -= view.forms(last, last) == ["."]
    if not view.has("have", last, last) or not view.has("hearsay", 0, last) or view.has("deadline", 0, last):
        return False
    done = view.tokens[last - 1]
    return done.form.endswith(view.book.endings.perfect) and view.text[done.start].islower()


def _acts(statement: Statement) -> bool:
    """Is it of what a company does once, which a report of today announces?"""
    return statement.metric in DEEDS or (statement.metric == "stores" and "change_abs" in statement.slots)


def _hearsay(statement: Statement) -> bool:
    """German "soll" tells what others say: after a sentence about analysts' estimates it is theirs, as long as no other
    paragraph with figures stands between, and it is not what only the company decides on."""
    view, sentence = statement.view, statement.view.sentence
    part = max((word for word in range(statement.lead.first) if view.tokens[word].form == ";"), default=0)
    if not view.has("rumour", part, statement.lead.first) or statement.lead.quantity.low is not None:
        return False  # a range is the company's own
    if statement.metric in DIVIDENDS:
        return False
    before = tokenise(view.text, max(sentence.start - LISTENED, 0), sentence.start)
    heard = [cue for cue in view.book.find(before) if cue.group in ("consensus", "own_plan")]
    if not heard or heard[-1].group != "consensus":
        return False
    paragraph = view.text.find("\n\n", before[heard[-1].last].start, sentence.start)
    return paragraph < 0 or not any(map(str.isdigit, view.text[paragraph : sentence.start]))
