"""What a metric word means in its sentence: "jobs" that are cut, "sales" that are cars, "costs" that are saved."""

from __future__ import annotations

from decimal import Decimal

from kennzahl.facts import is_money
from kennzahl.reading.clientele import lost_again
from kennzahl.reading.deals import (
    advised,
    buys_back,
    buys_securities,
    from_sale,
    hands_over,
    lets_cost,
    pays_for_own_shares,
    sells_securities,
    settles,
)
from kennzahl.reading.effects import EFFECT, adds, is_effect, is_part_added
from kennzahl.reading.exchanges import EXCHANGES, is_multiple, is_of_shares, is_traded, values_shares
from kennzahl.reading.fitting import DIVIDENDS, MANY, PROFITS, is_small, metric_of
from kennzahl.reading.grouping import Group
from kennzahl.reading.people import moved, people_of, surroundings
from kennzahl.reading.per_share import is_per_unit
from kennzahl.reading.pieces import counts_pieces, volume_of_pieces
from kennzahl.reading.profit_words import (
    MARGINS,
    bracketed,
    is_small_profit,
    margin_before,
    margin_of,
    of_ebitda,
    profit_of,
)
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, Figure, Named, View, size

GROWN = PROFITS | {"order_intake", "order_backlog", "units_sold", "net_interest_income", "fee_income", "premiums"}
BUILT = frozenset({"order_intake", "order_backlog", "units_sold", "production"})
"""What a builder counts in homes."""
REPAID = 4  # words from "repaid" to the amount
RATED = PROFITS | {"revenue", "costs", "deal_value", "funding_raised", "capex"}
"""What may be stated for an hour or for each customer."""
SOURCES = frozenset({"funding_raised", "deal_value"})
TRADED = EXCHANGES | {"exchange_rate", "commodity_price"}
PURPOSES = frozenset({"share_buyback", "rd_expense", "deal_value", "provisions"})
NOMINAL = Decimal("0.25")  # the rates of dividends are multiples of it
HIGHEST_RATE = 20  # percent
LARGEST_DIVIDEND = 1_000_000  # units of currency for one share
LARGEST_PRICE = 500_000  # units of currency for one thing that is sold
ASSETS = 4  # words from "sold" to "assets"
OPENED = 3  # words from "opened" to the stores
OF_MARKET = 4  # words from "a share of 33 percent" to "of the market"
PURPOSE = 10  # words from "puts 100 million" to "into buying back its own shares"
MANAGES = 8  # words from "oversees" to the assets
BURNED = 4  # words from "burned" to the amount
SAVED = 4  # words from "save" to the amount
OF_VALUE = 4  # words from "lost a third" to "of its value"


def sense_of(view: View, named: Named, group: Group, before: Statement | None) -> str | None:
    """The metric that a word names beside these verbs and figures; None where it names none.

    What is taken away from sales, profit or costs is an amount of its own: its figure becomes a value.
    """
    metric = metric_of(named, group.of("value") or group.first)
    if metric == "other" and named.mention.metric in DIVIDENDS and not _is_nominal(view, group.first):
        return None
    if metric in RATED and is_money(group.first.quantity.unit) and is_per_unit(view, group.first):
        return "other"
    if metric == "net_income" and before is not None and lost_again(named, group.first, before):
        return before.metric
    if metric == "net_income" and view.has("of_value", group.last.last + 1, group.last.last + OF_VALUE):
        return None  # "lost $1.7 trillion in market value"
    if _is_of_shares_that_move(view, named, group):
        return None
    if metric in PROFITS and is_small_profit(group) and view.has("of_each_euro", 0, group.first.first):
        return None  # "Von jedem Euro Umsatz blieben | 7 Cent"
    if named.mention.term.understood or metric == "ebit_margin":
        of = margin_before(view, named) or (margin_of(view, named, before) if named.mention.term.understood else None)
        if of is None and named.mention.term.understood and before is not None and before.metric in MARGINS.values():
            of = before.metric  # "Die Ebitda-Marge soll bei 27 Prozent liegen. 2030 will sie | eine Marge von 30"
        return of or named.mention.metric
    if metric == "net_margin" and of_ebitda(view):
        return "ebitda_margin"
    if metric == "employees" and named.mention.term.counted:
        return moved(people_of(view, named, group), group)
    if metric in ("units_sold", "order_intake") and view.has("takes_delivery", 0, len(view.tokens)):
        return "other"  # what is ordered of somebody else
    if metric == "units_sold" and named.mention.term.counted:
        return volume_of_pieces(view, named, group)
    if metric == "revenue" and counts_pieces(view, named, group, before):
        return "units_sold"
    if metric in ("total_assets", "capex") and view.has("manages", group.first.first - MANAGES, group.first.first):
        into = metric == "capex" and view.has("put_into", group.last.last + 1, group.last.last + 2)
        return metric if into else "assets_under_management"
    if metric == "debt" and sells_securities(view, named, group):
        return "funding_raised"
    if metric == "debt" and not group.first.is_relative and _repays(view, named, group.first):
        group.first.role = "value"
        return "other"  # "paid down | $98 million | in debt"
    if metric == "valuation" and (values_shares(view, named) or view.has("on_exchange", 0, len(view.tokens))):
        return "market_cap"
    if metric == "deal_value" and advised(view, group):
        return "other"
    if metric == "total_assets" and view.has("pays", named.first - ASSETS, named.first - 1):
        return "deal_value"  # "sold assets worth | $5 billion"
    if metric == "funding_raised" and not named.mention.term.verb and _own_shares(view, group):
        return "share_buyback"  # "a buyback of up to | $5 million | of common stock"
    if metric == "funding_raised" and _valued_in(view, named, group):
        return "valuation"
    if metric == "funding_raised" and from_sale(view, group):
        return "deal_value"  # "raised | $5 billion | from asset sales"
    if metric in DIVIDENDS and is_money((group.of("value") or group.first).quantity.unit):
        return _dividend(metric, group)
    verb = named.mention.term.final or view.has("brings", named.first, named.last)
    if metric == "revenue" and verb and (source := _source(view, named, group)) is not None:
        return source
    if metric == "organic_growth" and (grown := _grown(view, named)) is not None:
        return grown
    if metric == "order_intake" and view.has("piles_up", 0, len(view.tokens)):
        return "order_backlog"
    if metric == "stores" and view.has("lodges", 0, len(view.tokens)):
        return "other"  # the houses of a hotel or of a hospital
    if metric == "stores" and view.has("opens_stores", group.first.first - OPENED, group.first.first):
        return "other"  # what was opened or closed is not how many there are
    if metric == "other" and view.has("orders_received", named.first, named.last):
        # "Die Aufträge schrumpften um | 13 Prozent", "summierten sich auf | 5 Millionen Euro", but not "5 Aufträge"
        return "order_intake" if group.of("change") is not None or is_money(group.first.quantity.unit) else metric
    if metric == "stake" and group.first.role == "change" and view.has("outstanding", named.first, named.last):
        return "other"  # how many shares there are
    if metric == "stake" and view.has("of_market", group.last.last + 1, group.last.last + OF_MARKET):
        valued = view.has("of_value", group.last.last + 1, group.last.last + OF_MARKET + 1)
        return metric if valued else "market_share"  # "3 percent of its market capitalization"
    if metric == "customers" and view.has("dwellings", named.first, named.last):
        built = [n.mention.metric for n in view.metrics_before(named.first) if n.mention.metric in BUILT]
        return str(built[-1]) if built else metric  # "net contracts fell 5 percent to 900 | homes"
    if metric == "customers" and view.has("travels", *surroundings(view, named)):
        return "passengers"
    money = any(is_money(figure.quantity.unit) for figure in view.figures)
    sells = view.has("sells", named.first, named.last)
    if metric == "deal_value" and sells and group.first.is_bare and group.first.quantity.step >= MANY and not money:
        return "units_sold"  # "expects to sell between 8 and 10 million"
    if metric == "deal_value" and settles(view, named, group):
        return "fine"
    if metric == "deal_value" and named.last < group.first.first and adds(view, group.first):
        return "other"  # "The acquisition will contribute | $9 million"
    if metric == "deal_value" and buys_securities(view, named, group):
        return None
    if metric == "deal_value" and (
        (named.mention.term.share is not None and _own_shares(view, group)) or buys_back(view, named, group)
    ):
        return "share_buyback"
    if metric == "share_buyback" and view.has("buys_again", named.first, named.last):
        return metric if view.has("stocks", 0, named.first) else "deal_value"  # "will die Tochter | zurückkaufen"
    if metric == "revenue" and named.mention.term.particle and _raises(view, named):
        return "funding_raised"
    if metric == "costs" and (bought := lets_cost(view, named)) is not None:
        return bought
    spent = metric == "costs" and named.mention.term.verb
    if (metric == "capex" or spent) and (purpose := _purpose(view, group)) is not None:
        return purpose
    if (metric == "revenue" or metric in PROFITS) and is_effect(view, named, group):
        group.first.role = "value"
        return "other"
    if metric in PROFITS and from_sale(view, group):
        return "other"
    if (metric == "revenue" or metric in PROFITS) and hands_over(view, named, group.first):
        return None
    if (metric == "revenue" or metric in PROFITS) and is_part_added(view, named, group.first):
        return "other"
    if metric == "cash" and view.has("burns", group.first.first - BURNED, group.first.first - 1):
        return "other"
    if metric == "valuation" and named.mention.term.final and is_traded(view, named):
        return "market_cap"  # "Die Anteile waren 5 Millionen Euro wert"
    if is_of_shares(view, named, metric, group) or (metric == "valuation" and is_multiple(group)):
        return None
    if metric == "costs" and pays_for_own_shares(view, named):
        return "share_buyback"
    if metric == "costs" and _is_price(view, named, group):
        return None
    if metric == "costs" and _is_saving(view, named, group):
        group.first.role = "value"
        return "cost_savings"
    if metric in ("ebit", "ebitda") and is_small_profit(group):
        return "eps"  # "were above the $1.60 analysts had estimated"
    return profit_of(view, named, group) if metric == "net_income" else bracketed(view, named) or metric


def _valued_in(view: View, named: Named, group: Group) -> bool:
    """ "in der | Finanzierungsrunde mit 5 Millionen bewertet", "Die Bewertung sank in der | Finanzierungsrunde auf 3":
    what all of the company was worth in a round of funding."""
    behind = group.last.last + 1
    before = view.metrics_before(named.first)
    moved = bool(before) and before[-1].mention.metric == "valuation" and group.first.role != "change"
    return view.has("valued", behind, behind) or (moved and not view.count(COMMA, before[-1].last, named.first))


def _is_of_shares_that_move(view: View, named: Named, group: Group) -> bool:
    """ "Die Anteile brachen nach gesenktem | Umsatzziel um 10 Prozent ein", "Der Index steigt auf 2.827 | Einheiten": a
    plan or a count behind shares or an index is only the reason, or its level."""
    before = any(other.mention.aside in EXCHANGES and other.last < named.first for other in view.metrics)
    moves = named.mention.plan and group.first.by and group.first.is_relative and named.last < group.first.first
    level = named.mention.term.counted and named.mention.metric == "units_sold"
    return before and (moves or (level and any(o.mention.aside == "index" for o in view.metrics)))


def _is_nominal(view: View, figure: Figure) -> bool:
    """ "6,5 Prozent Dividende": what a cooperative pays on its shares is a round rate, and a yield is none."""
    if any(named.mention.aside == "share_price" for named in view.metrics):
        return False
    rate = figure.quantity.value
    return rate is not None and rate % NOMINAL == 0 and rate < HIGHEST_RATE


def _dividend(metric: str, group: Group) -> str:
    """ "raises the payout to 4.70 euros" is for one share, "a dividend of 3 billion" for all of them."""
    if any(size(figure) >= LARGEST_DIVIDEND for figure in group.figures):
        return "dividend_total"
    return "dividend_per_share" if is_small(group.of("value") or group.first) else metric


def _source(view: View, verb: Named, group: Group) -> str | None:
    """ "Der Börsengang | spülte eine Milliarde Euro in die Kasse": where the money is from, if no business."""
    first = group.first.first
    before = [n.mention.metric for n in view.metrics if n.last < first and n is not verb and n.mention.metric]
    return before[-1] if before and before[-1] in SOURCES else None


def _repays(view: View, named: Named, figure: Figure) -> bool:
    """ "| paid down | $98 million | in debt", but not "after repaying loans has | $98 million of debt"?"""
    since = [
        cue.last for cue in view.cues.get("repays", ()) if figure.first - REPAID <= cue.first and cue.last < named.first
    ]
    return any(not any(last < n.first < figure.first and n is not named for n in view.metrics) for last in since)


def _purpose(view: View, group: Group) -> str | None:
    """ "steckt 100 Millionen | in den Rückkauf eigener Aktien": what the money is put into, where that is no plant."""
    behind = range(group.last.last + 1, group.last.last + PURPOSE)
    return next((n.mention.metric for n in view.metrics if n.first in behind and n.mention.metric in PURPOSES), None)


def _own_shares(view: View, group: Group) -> bool:
    """ "hat eigene Papiere für | 5 Millionen erworben": are its own shares what was bought?"""
    return any(
        0 < group.first.first - named.last <= PURPOSE and named.mention.metric == "share_buyback"
        for named in view.metrics
    )


def _raises(view: View, named: Named) -> bool:
    """ "Der Börsengang | spielte 5 Millionen ein": is it an offering that takes money in?"""
    before = [other.mention.metric for other in view.metrics if 0 < named.first - other.last <= PURPOSE]
    return "funding_raised" in before


def _grown(view: View, named: Named) -> str | None:
    """ "Der Auftragseingang zog | auf vergleichbarer Basis um neun Prozent an": growth of what is not revenue."""
    before = view.metrics_before(named.first)
    of_sales = named.mention.term.money is not None or view.has("sales", named.first, named.last)
    if not before or before[-1].mention.term.counted or of_sales:
        return None  # "comparable sales" are revenue
    grown = before[-1].mention.metric
    return grown if grown in GROWN else None


def _is_price(view: View, named: Named, group: Group) -> bool:
    """ "Die Aktien haben 2,10 Euro | gekostet", "Ein Ticket kostet 9 Euro": what somebody pays for one thing."""
    lead = group.first
    if lead.is_relative and named.last == lead.first - 1 and view.has("exceeds", lead.last + 1, lead.last + 2):
        return True  # "will cost | 60 percent | more than a rival's"
    if not (named.mention.term.verb or named.mention.term.final):
        return False
    before = [other for other in view.metrics if other.last < named.first]
    lead = group.of("value") or group.first
    small = is_money(lead.quantity.unit) and size(lead) < LARGEST_PRICE
    return small or (bool(before) and before[-1].mention.aside in TRADED)


def _is_saving(view: View, named: Named, group: Group) -> bool:
    """ "wants to cut | $5 million in costs", "to cut | costs by $5 million": an amount of costs taken away is saved."""
    lead = group.first
    if not is_money(lead.quantity.unit) or len(group.figures) > 1:
        return False
    if named.first > lead.last:
        return view.has("saves", lead.first - SAVED, lead.first - 1)
    joined = view.has("and", named.first - 1, named.first - 1)  # "cut expenses by $3 million and | costs by $9 million"
    first = 0 if joined else named.first - EFFECT
    return lead.by and lead.role == "change" and view.has("saves", first, lead.last + EFFECT)
