"""What kind of figure a statement states: reported, planned by the company, expected by analysts, told by others."""

from __future__ import annotations

from kennzahl.facts import Kind
from kennzahl.reading.clauses import clause_of, does, finite, past_verbs, tells_itself, told
from kennzahl.reading.cues import Cue, cue_book
from kennzahl.reading.deals import is_agreed, is_announced
from kennzahl.reading.estimates import MISSED_BY
from kennzahl.reading.fitting import DIVIDENDS, UNESTIMATED
from kennzahl.reading.people import is_whole
from kennzahl.reading.recalls import had_forecast, planned_before
from kennzahl.reading.statement import Statement
from kennzahl.reading.third_parties import reckoned_by_others
from kennzahl.reading.tokens import POSSESSIVE, tokenise
from kennzahl.reading.view import COMMA, Figure, View

DEEDS = frozenset({"capex", "hires", "cost_savings"})
"""What a company does once."""
HELD = frozenset({"stake", "employees", "stores", "debt", "net_debt", "cash"})
"""What a company has as long as nothing is done with it."""
OFFERED = frozenset({"deal_value", "valuation", "stake", "other"})
"""What a bidder offers."""
THIRD_PARTY = "third party"
"""The rule of what others than analysts expect."""
FAR = 1000.0
LISTENED = 500  # characters before a sentence in which analysts may have been named
REACH = 32  # a modal farther away governs another clause
HAD_TO = 30  # words from "konnte" to the infinitive that ends its clause
GONE = 10  # words around a job cut
NEAR = 3  # words from "aus dem" to "Gewinn"
VERSUS = 2  # words from "against" to "average forecast"
MEASURED = 9  # words from "die eigene Prognose" to "übertroffen"
CLOSE = 4  # words from a figure to what is said of it


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
        return "other" if _plan(statement, clause) < FAR else None
    if statement.metric == "share_buyback":
        bought = view.has("bought", 0, len(view.tokens)) and not _will(view, *clause)
        return "actual" if bought else "guidance"
    if statement.metric == "job_cuts":
        gone = any(
            abs(cue.first - lead.first) <= GONE
            and not view.has("guidance", cue.last + 1, lead.first - 1)  # "has cut 500 jobs and plans to cut | 400"
            and not (view.has("to", cue.first - 1, cue.first - 1) or view.has("had_planned", cue.first, cue.first))
            and not view.has("guidance", cue.first - NEAR, cue.first - 1)  # "said it would also cut its workforce"
            for cue in view.cues.get("gone", ())
        )
        return "actual" if gone or _is_done(view, *clause) else "guidance"
    if statement.metric == "stake" and any(
        0 < cue.first - lead.last <= CLOSE and not _will(view, *clause)  # "werde 5 Prozent halten"
        for cue in view.cues.get("holds", ())
    ):
        return "actual"
    if statement.metric == "employees" and statement.slots.get("value") is not None:
        if is_whole(view, lead):
            return "actual"
        planned = view.has("rumour", lead.first - CLOSE, lead.first - 1) or (
            view.has("reaches", lead.first - CLOSE, lead.first - 1) and _plan(statement, clause) < FAR
        )
        return "guidance" if planned or view.has("remains", lead.first - CLOSE, lead.first - 1) else "actual"
    return None


def kind_of(statement: Statement, language: str) -> tuple[Kind, str]:
    """The kind of a statement and the rule that gave it."""
    said_by_others = [cue for group in ("alleged", "reporters") for cue in statement.view.cues.get(group, ())]
    if any(_reach(statement.view, cue, statement.lead) < FAR for cue in said_by_others):
        return "other", "hearsay"
    if statement.consensus and statement.lead.rule != MISSED_BY and statement.metric not in UNESTIMATED:
        return "consensus", "analysts"
    if reckoned_by_others(statement):
        return "other", THIRD_PARTY
    if _hearsay(statement, language):
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
    plan = _plan(statement, clause)
    past = min((_reach(view, cue, lead) for cue in view.cues.get("past", ()) if finite(view, cue)), default=FAR)
    past = 0.0 if _multiplied(statement, language) else past
    if plan < FAR and plan <= past:
        if statement.metric in UNESTIMATED:
            return "guidance", "modal"
        estimate = next((f.first for f in view.figures if f.first > lead.last and f.consensus), len(view.tokens))
        if view.has("attributed", lead.last, estimate):
            return "consensus", "according to analysts"
        return "guidance", "modal"
    if _acts(statement) and does(view, lead):
        return "guidance", "present deed"
    return "actual", "told" if told(view, *clause) else "default"


def _multiplied(statement: Statement, language: str) -> bool:
    """ "Profit | more than doubled, and Muster raised its forecast": is the figure itself a verb of the past?"""
    view, lead = statement.view, statement.lead
    if lead.quantity.form != "multiple" or view.has("guidance", lead.first - NEAR, lead.first - 1):
        return False
    return any(cue.group == "past" for cue in cue_book(language).find(tokenise(lead.quantity.printed)))


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


def _plan(statement: Statement, clause: tuple[int, int]) -> float:
    """How far the nearest word of a plan is from a statement's figure."""
    cues = [cue for cue in statement.view.cues.get("guidance", ()) if _plans(cue, statement)]
    cues += [cue for cue in statement.view.cues.get("assumes", ()) if _assumes(cue, statement)]
    if not told(statement.view, *clause):
        cues += statement.view.cues.get("likely", ())
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
    appraised = view.has("appraised", cue.last + 1, cue.last + REACH) and statement.metric != "valuation"
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
    if view.has("achieved", cue.first - GONE, cue.first - 1):
        return False  # "has already met its savings goal of 5 million"
    if view.has("than", cue.first - 1, cue.first - 1):
        return False  # "came in higher than expected at 5 million"
    if view.has("held_against", cue.first - CLOSE, cue.first - 1) and view.has("means", cue.last + 1, cue.last + 1):
        return False  # "beat forecasts with a 5 percent rise"
    if cue.first > lead.last and view.has("surpassed", cue.last + 1, cue.last + MEASURED):
        return False  # "stieg auf 30 Prozent und hat damit die eigene Prognose von 28 bis 29 Prozent übertroffen"
    linked = 0 <= lead.first - cue.last - 1 <= CLOSE
    return linked or not view.has("held_against", cue.first - CLOSE, cue.first - 1)


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


def _hearsay(statement: Statement, language: str) -> bool:
    """German "soll" tells what others say: after a sentence about analysts' estimates it is theirs, as long as no other
    paragraph with figures stands between, and it is not what only the company decides on."""
    view, sentence = statement.view, statement.view.sentence
    part = max((word for word in range(statement.lead.first) if view.tokens[word].form == ";"), default=0)
    if not view.has("rumour", part, statement.lead.first) or statement.lead.quantity.low is not None:
        return False  # a range is the company's own
    if statement.metric in DIVIDENDS:
        return False
    before = tokenise(view.text, max(sentence.start - LISTENED, 0), sentence.start)
    heard = [cue for cue in cue_book(language).find(before) if cue.group in ("consensus", "own_plan")]
    if not heard or heard[-1].group != "consensus":
        return False
    paragraph = view.text.find("\n\n", before[heard[-1].last].start, sentence.start)
    return paragraph < 0 or not any(map(str.isdigit, view.text[paragraph : sentence.start]))


def _reach(view: View, cue: Cue, figure: Figure) -> float:
    """How far a cue's word is from a figure, clause borders counted heavily."""
    low, high = (cue.last + 1, figure.first - 1) if cue.last < figure.first else (figure.last + 1, cue.first - 1)
    breaks = sum(low <= other.first <= high for other in view.cues.get("contrast", ()))
    opened, closed = view.count(frozenset({"("}), low, high), view.count(frozenset({")"}), low, high)
    listed = view.count(frozenset({"("}), cue.last + 1, cue.last + 2) == 1  # "die Jahresziele (Umsatz 5 Millionen)"
    breaks += view.count(frozenset({";"}), low, high)
    if opened != closed and not (listed and closed == 0):
        return FAR
    behind = cue.first > figure.last
    breaks += not behind and _tells_why(view, figure, low, high)
    breaks += behind and view.has("restricts", cue.first - 1, cue.first - 1)
    breaks += _is_thrown_in(view, cue, figure)
    breaks += _opens_clause(view, low, high, "which") or (behind and _opens_clause(view, low, high, "relatives"))
    breaks += behind and (_closes_clause(view, figure, low, high) or view.has("new_clause", low, high))
    breaks += 2 * (behind and _introduced(view, low, high))
    commas = view.count(COMMA, low, high) + view.counted("and", low, high)
    distance = high - low + 1 + 4.0 * commas + 30.0 * breaks
    return distance if distance < REACH else FAR


def _is_thrown_in(view: View, cue: Cue, figure: Figure) -> bool:
    """ "Muster, on track to grow, saw sales drop | 5 percent": a word in an insertion that the figure is outside of."""
    return any(
        low < cue.first < high and not low < figure.first < high and not _has_subject(view, low + 1)
        for low, high in view.insertions
    )


def _has_subject(view: View, word: int) -> bool:
    """ "Overall, | it plans to grow, helped by": does a clause begin with who does something?"""
    return view.has("speakers", word, word + 1) or view.text[view.tokens[word].start].isupper()


def _opens_clause(view: View, low: int, high: int, group: str) -> bool:
    """ "It plans to sell a unit, which contributed | 5 million", "5 million, | which it will invest": a relative clause
    of which only one of the two is a part."""
    commas = [word for word in range(low, high + 1) if view.tokens[word].form == ","]
    if not commas or view.has("complements", commas[-1] + 1, commas[-1] + 1):
        return False
    return view.has(group, commas[-1] + 1, commas[-1] + 2)


def _tells_why(view: View, figure: Figure, low: int, high: int) -> bool:
    """ "would sell the unit as its loss | more than tripled": a reason that tells what was."""
    begun = [cue.last for cue in view.cues.get("reasons", ()) if low <= cue.first <= high]
    if not begun:
        return False
    past = any(begun[-1] < cue.first < figure.first for cue in view.cues.get("past", ()))
    return past or figure.quantity.form == "multiple"


def _introduced(view: View, low: int, high: int) -> bool:
    """ "Using an income of 5 million, | the unit could be worth": a phrase before the subject of the sentence."""
    return view.has("introduces", 0, 1) and view.count(COMMA, low, high) > 0


def _closes_clause(view: View, figure: Figure, low: int, high: int) -> bool:
    """ "The group, which has | a fifth of its sales abroad, expects": the figure's own clause is over before."""
    before = [word for word in range(figure.first) if view.tokens[word].form == ","]
    which = bool(before) and view.has("which", before[-1] + 1, before[-1] + 2)
    return which and view.count(COMMA, low, high) > 0
