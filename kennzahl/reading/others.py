"""Figures of something else than the metric near them: an assumption, a reason, a rival, a quotation, a moved plan."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.facts import is_money
from kennzahl.reading.clauses import opening
from kennzahl.reading.effects import EFFECTS
from kennzahl.reading.estimates import MISSED_BY
from kennzahl.reading.government import left_of_figure, moved_behind
from kennzahl.reading.grouping import Group
from kennzahl.reading.per_share import is_small_money
from kennzahl.reading.profit_words import MARGINS
from kennzahl.reading.share_prices import is_price_move, is_what_was_bought, sells_shares
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, Figure, Named, View, size

LARGEST_QUOTE = 10_000  # units of currency for one share in a list of quotations
LEFT_OUT = 6  # words from "excluding" to the amount
NEAR = 4  # words from "assuming" or "despite" to the figure

MEASURES = frozenset({"ebitda", "ebit", "net_income", "revenue"})
MULTIPLE = 6  # words from "three times" to "the earnings"
USUAL = 2  # words from "margins of 12 percent" to "are typical"
SPILLED = 2  # words from the barrels to "leaked"
SPILLABLE = frozenset({"units_sold", "production", "order_intake", "other"})


def is_supposed(view: View, figure: Figure, named: Named) -> bool:
    """ "expects a drop in profit, assuming a | 100 yen | dollar": what a plan takes for given."""
    start = max(named.last + 1, figure.first - NEAR)
    return named.last < figure.first and view.has("supposing", start, figure.first - 1)


def is_owed_to(view: View, figure: Figure, named: Named) -> bool:
    """ "Earnings benefited from | $5 million | in insurance payments": what moved the metric, not the metric itself."""
    owing = view.cues.get("owing_to")
    if not owing or named.last > figure.first or figure.role == "prior" or not is_money(figure.quantity.unit):
        return False
    edge, left = left_of_figure(view, figure)
    last = left.last if left is not None else edge
    return any(cue.last == last for cue in owing)


def is_left_out(view: View, group: Group, named: Named) -> bool:
    """ "Excluding gains and a | $9 million revenue | boost, sales rose": an amount that is left out, with its noun."""
    lead = group.first
    if len(group.figures) > 1 or named.first < lead.last or named.mention.metric not in EFFECTS:
        return False
    cue = next((cue for cue in reversed(view.cues.get("leaving_out", ())) if cue.last < lead.first), None)
    return cue is not None and lead.first - cue.last <= LEFT_OUT and not view.count(COMMA, cue.last, lead.first)


def is_despite(view: View, figure: Figure, named: Named) -> bool:
    """ "Revenue rose despite a | 3 percent | decline in the number of rigs": something else fell."""
    moved = moved_behind(view, figure, "nouns.up", "nouns.down")
    if not moved or not view.has("of_what", moved + 1, moved + 1) or named.first > figure.last:
        return False
    return view.has("despite", figure.first - NEAR, figure.first - 1)


def is_times_another(view: View, figure: Figure) -> bool:
    """ "Its market value is | five times | larger than Muster's", "three times | as many stores as Muster": somebody
    else's."""
    as_many = view.has("as_many", figure.last + 1, figure.last + 2)
    if figure.quantity.form == "multiple" and as_many and not view.has("yoy", figure.last, len(view.tokens)):
        return True
    behind = next((cue for cue in view.cues.get("exceeds", ()) if 0 < cue.last - figure.last <= NEAR), None)
    if figure.quantity.form != "multiple" or behind is None or behind.last + 1 >= len(view.tokens):
        return False
    return view.text[view.tokens[behind.last + 1].start].isupper()


def is_of_another_clause(view: View, figure: Figure, named: Named) -> bool:
    """ "Die Sparte steuerte | 36 Millionen Euro bei, das Werk machte | Verlust", "That compared with | $5 million, when
    it had a | gain": of what another clause tells?"""
    looks_back = figure.role == "prior" and any(cue.first == 0 for cue in view.cues.get("backward", ()))
    if not (looks_back or view.has("contributes", 0, figure.last + NEAR)) or not figure.last < named.first:
        return False
    return view.count(COMMA, figure.last, named.first) > 0


def is_private(view: View, figure: Figure, named: Named) -> bool:
    """ "Muster bought a villa for | $5 million": what somebody buys for himself is no deal of a company."""
    if named.mention.metric not in ("deal_value", "net_income", "other", "capex"):
        return False
    first, last = min(named.first, figure.first), max(named.last, figure.last)
    return view.has("private_goods", first - NEAR, last + NEAR)


def is_usual(view: View, figure: Figure, metric: str | None) -> bool:
    """ "a market with margins of | twelve percent", "In dieser Branche sind Margen von | zwölf Prozent üblich": what
    everybody in it earns."""
    if metric not in MARGINS.values():
        return False
    everybodys = view.has("market_margins", opening(view, figure), figure.first)
    return everybodys or view.has("usual", figure.last + 1, figure.last + USUAL)


def compares_things(view: View, figure: Figure) -> bool:
    """ "an engine that is | 15 percent | more efficient", "ist 15 Prozent | teurer als bei der Konkurrenz": how good
    or dear a thing is beside another."""
    behind = view.beginning.get(figure.last + 1, ())
    return figure.is_relative and any(cue.group == "qualities" for cue in behind)


def compares_places(view: View, figure: Figure) -> bool:
    """ "Costs there are | 70 percent | lower than in Albania": what is held against another place does not change."""
    if not figure.is_relative:
        return False
    than = figure.last + 2  # behind "lower"
    place = next((cue.last + 1 for cue in view.cues.get("than_in", ()) if cue.first == than), len(view.tokens))
    if place >= len(view.tokens) or view.count(COMMA, figure.last, place) or view.has("in_month", place, place):
        return False
    timed = view.has("yoy", than, place) or any(form.isdigit() for form in view.forms(place + 1, place + 1))
    return not timed and view.tokens[place].form.isalpha() and view.text[view.tokens[place].start].isupper()


def is_threatened(view: View, figure: Figure, named: Named) -> bool:
    """ "Violators face a fine of up to | $5 million | a day": what a law provides for whoever breaks it."""
    return named.mention.metric == "fine" and view.has("each_time", figure.last + 1, figure.last + NEAR)


def is_condition(view: View, figure: Figure, named: Named) -> bool:
    """ "It will pay more if sales exceed | $5 million": what somebody only makes a condition of."""
    since = next((cue.last for cue in reversed(view.cues.get("conditions", ())) if cue.last < figure.first), None)
    if since is None or named.first < since or figure.consensus:
        return False
    return not view.count(COMMA, since, figure.first - 1) and view.has("passes", since, figure.last + NEAR)


def is_spilled(view: View, figure: Figure, named: Named) -> bool:
    """ "The pipeline spilled | 3,000 barrels": what ran out was neither made nor sold."""
    if named.mention.metric not in SPILLABLE or figure.quantity.unit != "count":
        return False
    of = view.has("of", named.last + 1, named.last + 1)  # "3,000 barrels of oil | leaked"
    reach = named.last + SPILLED + (2 if of else 0)
    return view.has("spills", figure.first - NEAR, figure.first - 1) or view.has("spills", named.last + 1, reach)


def is_room(view: View, figure: Figure, named: Named) -> bool:
    """ "jets that seat up to | 120 passengers": for how many there is room is not how many came."""
    if named.mention.metric not in ("passengers", "customers", "users") or figure.quantity.unit != "count":
        return False
    room = [cue.last for cue in view.cues.get("has_room", ()) if 0 < figure.first - cue.last <= NEAR]
    return any(not view.count(COMMA, last, figure.first) for last in room)


def is_of_a_thing(view: View, figure: Figure, named: Named) -> bool:
    """ "has | $610 million | of margin calls, more than its liquidity": an amount says itself of what it is, and no
    metric behind the next comma does."""
    behind = figure.last + 1
    if not is_money(figure.quantity.unit) or named.first < behind or not view.has("of", behind, behind):
        return False
    return view.count(COMMA, behind, named.first) > 0


def is_part_of_move(view: View, figure: Figure, named: Named) -> bool:
    """ "| Two-thirds | of the decline in margins are due to idle plants": a part of a move is no level."""
    return figure.role == "share" and figure.last < named.first and named.mention.metric in MARGINS.values()


def beaten_by(group: Group, here: Sequence[Statement]) -> Statement | None:
    """ "Excluding a gain of 2 cents, it earned 67 cents, missing estimates by | 3 cents": what an estimate is held
    against is the last figure before of its unit, and nothing that is left out."""
    lead = group.first
    if lead.rule != MISSED_BY or lead.is_relative:
        return None
    small = is_small_money(lead)
    said = (one for one in reversed(here) if (one.metric == "eps") is small and one.metric != "other")
    return next((one for one in said if not one.consensus and one.lead.quantity.unit == lead.quantity.unit), None)


def moves_forecast(view: View, figure: Figure) -> bool:
    """ "raised its earnings forecast by | 2 cents": how far a plan moved is no figure of the plan."""
    planned = view.has("prior_guidance", figure.first - 2, figure.first - 1)
    return figure.by and planned and figure.rule != MISSED_BY


def explains_itself(view: View, figure: Figure) -> bool:
    """ "A ratio below | 100 percent | indicates a profit": what a level of something means, whoever reaches it."""
    behind = figure.last + 1
    return view.has("article", 0, 0) and view.has("explains", behind, behind)


def is_multiple_of(view: View, lead: Figure) -> bool:
    """ "auf das Dreifache | des Ebitda": what is held against a figure does not change."""
    if lead.quantity.form != "multiple" or not view.has("of_what", lead.last + 1, lead.last + 1):
        return False
    if view.has("article", lead.first - 2, lead.first - 1):
        return False  # "a near | trebling | of profit"
    behind = range(lead.last + 2, lead.last + 2 + MULTIPLE)
    return any(n.first in behind and n.mention.metric in MEASURES and not n.mention.comparison for n in view.metrics)


def is_of_the_asked(view: View, figure: Figure) -> bool:
    """ "54 percent | of the 31 retailers": a part of those whom somebody asked or counted."""
    behind = figure.last + 1
    return figure.is_relative and view.has("of", behind, behind) and view.has("asked", behind + 1, behind + NEAR)


def by_itself(view: View, group: Group) -> str | None:
    """What a figure is without a word for it: "18.342 Punkte", "Muster (+ 1,2 Prozent auf 40,10 EUR)", "($1 = 7.77
    yuan)", "70 percent of its revenue"."""
    if all(figure.role == "share" for figure in group.figures):
        return "share_of"
    first, last = group.first.first, group.last.last
    if "=" in view.forms(first - 1, first - 1) or "=" in view.forms(last + 1, last + 1):
        return "exchange_rate"
    if any(figure.quantity.unit == "pt" for figure in group.figures):
        return "index"
    change, value = group.of("change"), group.of("value")
    quoted = change is not None and value is not None and change.is_relative and size(value) < LARGEST_QUOTE
    bracketed = view.tokens[max(group.first.first - 1, 0)].form == "(" or group.first.quantity.printed[0] in "+-–−"
    return "share_price" if quoted and bracketed else None


def is_of_market(view: View, figure: Figure) -> bool:
    """ "Der Markt ist um | 2 Prozent geschrumpft": what everybody in it sells, where the clause names no metric."""
    start = opening(view, figure)
    market = [cue for cue in view.cues.get("whole_market", ()) if start <= cue.first < figure.first]
    if not market or not figure.is_relative or figure.role != "change":
        return False
    return not any(start <= n.first < figure.first and n.mention.metric for n in view.metrics)


def is_of_no_metric(view: View, figure: Figure) -> bool:
    """Is it a figure that no metric of its sentence may have?"""
    return (
        is_multiple_of(view, figure)
        or explains_itself(view, figure)
        or is_of_the_asked(view, figure)
        or is_times_another(view, figure)
        or compares_things(view, figure)
        or compares_places(view, figure)
        or is_of_market(view, figure)
        or is_price_move(view, figure)
    )


def is_of_something_else(view: View, figure: Figure, named: Named) -> bool:
    """Has the metric nearest to a figure nothing to do with it?"""
    return (
        is_supposed(view, figure, named)
        or is_despite(view, figure, named)
        or is_owed_to(view, figure, named)
        or is_private(view, figure, named)
        or is_threatened(view, figure, named)
        or is_spilled(view, figure, named)
        or is_room(view, figure, named)
        or is_condition(view, figure, named)
        or sells_shares(view, figure, named)
        or is_what_was_bought(view, figure, named)
        or is_of_a_thing(view, figure, named)
        or is_part_of_move(view, figure, named)
    )
