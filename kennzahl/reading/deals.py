"""Deals: which are agreed ("its 5 million purchase of Muster"), and what is paid, but for no company: settlements and
buybacks of shares."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.grouping import Group
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import POSSESSIVE
from kennzahl.reading.view import COMMA, Figure, Named, View

BESIDE = 3  # words between a price and the noun of its deal
SECURITIES = 6  # words from an amount to "bonds"
PURPOSE = 10  # words from "to pay 75 million" to "settle a lawsuit"
ADVERB = 2  # words from "will" to "buy"
SPENT_ON = frozenset({"deal_value", "capex", "share_buyback", "rd_expense"})
NEAR = 4  # words around in which the deal is called planned or offered


def is_agreed(statement: Statement) -> bool:
    """ "its $5 million purchase of Muster": neither "a $5 million takeover" nor "its proposed $5 million purchase"."""
    view, lead, named = statement.view, statement.lead, statement.named
    if statement.metric != "deal_value" or named is None or named.mention.term.verb:
        return False
    if not 0 < named.first - lead.last <= BESIDE:
        return False
    before = lead.first - 1
    definite = view.has("definite", before, before) or any(
        form.endswith(POSSESSIVE) for form in view.forms(before, before)
    )
    return definite and not view.has("unsettled", before - NEAR, named.last + 1)


def is_announced(statement: Statement) -> bool:
    """ "said it would buy Muster for | $5 million": a deal that is made, where nothing leaves it open ("under its
    proposal, it would buy", "if")."""
    view = statement.view
    if statement.metric != "deal_value" or view.has("doubtful", 0, len(view.tokens)):
        return False
    return any(view.has("deals", cue.last + 1, cue.last + ADVERB) for cue in view.cues.get("shall", ()))


def settles(view: View, named: Named, group: Group) -> bool:
    """ "will pay | $45 million | to settle a part of it"."""
    behind = group.last.last + 1
    paid = view.has("pays", named.first, named.last) and 0 < group.first.first - named.last <= BESIDE
    return paid and view.has("settles", behind, behind + PURPOSE)


def buys_securities(view: View, named: Named, group: Group) -> bool:
    """ "will buy | $350 million | in convertible notes": what is bought is no company."""
    behind = group.last.last + 1
    return (
        _is_object(view, named, group)
        and view.has("of_what", behind, behind)
        and view.has("securities", behind + 1, behind + BESIDE + 1)
    )


def sells_securities(view: View, named: Named, group: Group) -> bool:
    """ "priced | $500 million | of senior notes", "issued | $2 billion | in debt": money that somebody lends it."""
    lead = group.first
    if len(group.figures) > 1 or not is_money(lead.quantity.unit) or not 0 < named.first - lead.last <= SECURITIES:
        return False
    edge, _ = left_of_figure(view, lead)
    issued = view.has("issues", edge, edge)
    sold = view.has("sells", edge, edge) and named.mention.metric is None
    return (issued or sold) and not view.has("owners", lead.last + 1, named.first)


def buys_back(view: View, named: Named, group: Group) -> bool:
    """ "would buy | $1 billion | back", "purchase | $5 million | of its shares": the object of the verb itself."""
    behind = group.last.last + 1
    if len(group.figures) > 1 or not _is_object(view, named, group):
        return False
    return view.has("back", behind, behind) or view.has("own_shares", behind, behind + PURPOSE)


def _is_object(view: View, verb: Named, group: Group) -> bool:
    """Does an amount stand right behind its verb, hedges apart?"""
    first = group.first.first
    between = set(range(verb.last + 1, first))
    hedges = {word for cue in view.cues.get("fillers", ()) for word in range(cue.first, cue.last + 1)}
    return verb.first < first and not between - hedges and not view.has("article", first - 1, first - 1)


def lets_cost(view: View, named: Named) -> str | None:
    """ "lässt sich den Kauf 5 Millionen | kosten", "ließ es sich 5 Millionen | kosten, den Rivalen zu übernehmen": what
    the money is spent on, where the words say so."""
    if not any(cue.first < named.first for cue in view.cues.get("lets_cost", ())):
        return None
    return next((n.mention.metric for n in view.metrics if n.mention.metric in SPENT_ON), None)


def advised(view: View, group: Group) -> bool:
    """ "advised on | $5 billion of takeovers": those of others."""
    return view.has("advises", group.first.first - NEAR, group.first.first - 1)


def hands_over(view: View, named: Named, figure: Figure) -> bool:
    """ "It keeps some of its profit and | paid | $6 million to the parent": is it what somebody pays?"""
    edge, _ = left_of_figure(view, figure)
    return named.last < edge and view.has("hands_over", edge, edge)


def pays_for_own_shares(view: View, costs: Named) -> bool:
    """ "repurchased 11 million of its shares for a total | cost | of $5 million": what its own shares cost it."""
    before = view.metrics_before(costs.first)
    buyback = bool(before) and before[-1].mention.metric == "share_buyback"
    return (
        buyback
        and not view.count(COMMA, before[-1].last, costs.first)
        and view.has("of", costs.last + 1, costs.last + 1)
    )


def from_sale(view: View, group: Group) -> bool:
    """ "..., wobei 300 Millionen | aus dem Verkauf der Sparte stammen": the part of a profit that one sale made."""
    behind = group.last.last + 1
    return len(group.figures) == 1 and view.has("from_sale", behind, behind + 2)
