"""What a percentage of something is: a margin where it is of revenue and said of a profit, else a share of its own."""

from __future__ import annotations

from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.grouping import Group
from kennzahl.reading.profit_words import MARGINS
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, Figure, Named, View
from kennzahl.reading.wholes import whole_of

CLOSES = 4  # words from "was 12 Prozent" to "vom Konzernumsatz entspricht"
OF_MARKET = 5  # words from "13 percent of" to "the market"
LOCAL = 3  # words from "half the" to "local market"


def ratio_of(view: View, group: Group, whole: Named, here: list[Statement], before: Statement | None) -> str:
    """ "75 percent of profits go to shareholders"; "that is 6 percent of revenue", said of a profit, is its margin."""
    if whole.mention.metric in PROFITS:
        return "payout_ratio" if view.has("payouts", 0, len(view.tokens)) else "other"
    if whole.mention.metric != "revenue":
        return "other"
    if (margin := _margin_told(view, group, here)) is not None:
        return margin
    refers = any(cue.first == 0 for cue in view.cues.get("backward", ())) and not _opens_with_noun(view)
    return MARGINS.get(before.metric, "other") if refers and before is not None else "other"


def margin_beside(view: View, group: Group, home: Statement) -> str | None:
    """ "Operating profit came to $2 million, or | 11.8 percent of sales": the profit in percent of revenue."""
    whole = whole_of(view, group.first) if group.first.is_relative else None
    return MARGINS.get(home.metric) if whole is not None and whole.mention.metric == "revenue" else None


def in_terms_of(view: View, group: Group) -> str | None:
    """ "Operating income as a percentage of revenue was | 12 percent": a margin; "bad debts as a percentage of revenue"
    are another ratio."""
    lead = group.first
    if not lead.is_relative or lead.role == "change":
        return None
    cue = next((cue for cue in reversed(view.cues.get("in_terms_of", ())) if cue.last < lead.first), None)
    if cue is None or view.count(frozenset({",", ";"}), cue.last, lead.first):
        return None
    before = view.metrics_before(cue.first)
    of_revenue = any(n.mention.metric == "revenue" for n in view.metrics if cue.last < n.first < lead.first)
    said = before[-1].mention.metric if before and of_revenue else None
    return MARGINS.get(said or "", "other")


def _margin_told(view: View, group: Group, here: list[Statement]) -> str | None:
    """ "Der operative Gewinn erreichte | 7 Prozent des Umsatzes", "Das Ebit betrug 15 Mio., das sind | 7 Prozent vom
    Umsatz": of the profit that is named last before, if no other figure stands between or the words refer to it."""
    lead = group.first
    said = next(reversed(view.metrics_before(lead.first)), None)
    if said is None or said.mention.term.verb or said.mention.term.final or view.has("earns", said.first, said.last):
        return None  # "Vor Steuern verdiente er | 9 Prozent vom Umsatz"
    told = here[-1] if here and here[-1].named is said else None
    if told is not None:
        refers = any(view.has(words, told.lead.last, lead.first) for words in ("is", "of_the_profit"))
        refers = refers or view.has("represents", lead.last + 1, lead.last + CLOSES)
        return MARGINS.get(told.metric) if refers else None
    apart = any(said.last < figure.first < lead.first for figure in view.figures)
    return None if apart or view.count(COMMA, said.last, lead.first) else MARGINS.get(said.mention.metric or "")


def _opens_with_noun(view: View) -> bool:
    """ "Das Auslandsgeschäft steuert ein Drittel bei": the first word is an article and refers to nothing."""
    second = view.tokens[1:2]
    return bool(second) and view.text[second[0].start].isupper()


def is_share_of_market(view: View, lead: Figure, aside: Named | None) -> bool:
    """ "is second with | 13 percent | of the market", "leads the market with a | 19 percent | share", "raised its |
    share | of the market to 15 percent", "controls | half | the local market"."""
    if lead.quantity.unit != "%" or lead.role not in ("none", "value", "share"):
        return False
    behind = lead.last + 1
    if lead.quantity.form == "fraction":
        edge, _ = left_of_figure(view, lead)
        return view.has("commands", edge, edge) and _is_market(view, behind)
    if lead.quantity.form != "digits":
        return False
    if aside is not None and aside.last < lead.first and view.has("shares", aside.first, aside.last):
        return _of_market(view, aside.last + 1)
    if _of_market(view, behind):
        return True
    share = view.has("shares", behind, behind) and not view.has("of_what", behind + 1, behind + 1)
    return share and view.has("a_market", 0, lead.first) and not view.has("pays", 0, lead.first)


def _of_market(view: View, first: int) -> bool:
    """ "of the light-vehicle | market", but not "of its market value"?"""
    market = next((cue.last for cue in view.cues.get("markets", ()) if first < cue.first <= first + OF_MARKET), None)
    if market is None or not view.has("of", first, first) or view.count(COMMA, first, market):
        return False
    return view.has("definite", first + 1, first + 1) and not view.has("of_value", market - 1, market + 1)


def _is_market(view: View, first: int) -> bool:
    """ "the local | market", but not "the market | value"."""
    place = next((c.last for c in view.cues.get("a_market", ()) if 0 <= c.first - first <= LOCAL), None)
    valued = place is not None and view.has("of_value", place - 1, place + 1)
    return place is not None and view.has("definite", first, first) and not valued
