"""Where a group of figures goes: to a metric of its sentence, to one that is only understood, or to nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import is_money
from kennzahl.reading.anaphora import follows, is_another_share, is_that_of, of_it_behind, part_of, resumed
from kennzahl.reading.attachment import attach
from kennzahl.reading.balances import balance_of
from kennzahl.reading.deals import sells_securities
from kennzahl.reading.effects import adds_to, is_effect, is_one_off, is_part_added
from kennzahl.reading.fitting import DIVIDENDS, PROFITS, UNESTIMATED, fits, fits_metric, metric_of
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.grouping import Group
from kennzahl.reading.growing import (
    SMALLEST_SUM,
    business_moves,
    company_grows,
    does_more,
    grows_organically,
    is_growth,
    turns_over,
)
from kennzahl.reading.listings import goes_on_row, listed_after, one_of_two, respective
from kennzahl.reading.others import (
    beaten_by,
    is_left_out,
    is_of_another_clause,
    is_of_no_metric,
    is_of_something_else,
    moves_forecast,
)
from kennzahl.reading.per_share import is_per_unit
from kennzahl.reading.profit_words import is_small_profit
from kennzahl.reading.ratios import in_terms_of, is_share_of_market, margin_beside, ratio_of
from kennzahl.reading.senses import GROWN, RATED, sense_of
from kennzahl.reading.share_prices import is_price_of_share, quotes_price
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, SMALLEST_AMOUNT, Figure, Named, View, is_ratio, size
from kennzahl.reading.wholes import whole_of

OUTSTANDING = 3  # words from "98 million shares" to "outstanding"
CAME = 3  # words from "kam" to "auf rund 5 Millionen"
THEY = 2  # words before "they"
OPENING = 8  # words in which a sentence names its subject
NOUN = 4  # words from "growth" to its rate
ESTIMATE_COST = 5.0  # an estimate rather carries on what it is an estimate of than take a metric farther off
ADJACENT = 1.0  # the cost of a metric right behind its figure
CARRIED_HERE, CARRIED_ON = 6.0, 10.0  # the cost of a metric that is only understood
WHOLES = PROFITS | {
    "revenue", "order_intake", "units_sold", "production", "total_assets", "assets_under_management", "loans",
    "deposits", "transactions", "costs", "premiums",
}  # fmt: skip
"""What an analyst keeps a part of."""
ORDERS = frozenset({"order_intake", "order_backlog"})
DEALT = frozenset({"deal_value", "valuation", "market_cap"})
"""What whole companies are worth."""
CASH_FLOWS = frozenset({"operating_cash_flow", "free_cash_flow"})
SECURITIES = frozenset({"interest_rate", "share_price"})
"""What is said of bonds and shares, where no company sells its own."""
AIMED = 8  # words from "targets" to the amount
AMBITION = 3  # times as much, or as little, as was reported: no more is the goal of the same thing
PAYS = 2  # words from "paid" to the amount
ARE = 3  # words from "263 million" to "are"
CALLED = 8  # words from "263 million" to "subscribers"
SHARE = 1.0  # the cost of a part of revenue
EARNED = PROFITS - {"pretax_profit"} | {"revenue"}
"""What is earnings if it is stated for one share."""


@dataclass(slots=True)
class Target:
    """Where a group goes: a metric (None for what is no company's), the words that say so, and how sure that is."""

    named: Named | None
    metric: str | None
    cost: float
    carried: bool = False


def target_of(view: View, group: Group, homes: dict[Figure, Statement], before: Statement | None) -> Target | None:
    here = list(homes.values())
    partner = group.first.partner
    home = homes.get(partner) if partner is not None else None
    if (balance := balance_of(view, group.first)) is not None:
        return Target(None, balance, SHARE)
    if (effect := adds_to(view, group.first)) is not None:
        group.first.role = "value"
        return Target(effect, "other", SHARE)
    if (missed := beaten_by(group, here)) is not None:
        return Target(missed.named, missed.metric, CARRIED_HERE)
    if is_one_off(view, group.first):
        group.first.role = "value"
        return Target(None, "other", SHARE)
    if quotes_price(view, group.first):
        return Target(None, None, SHARE)
    if group.first.per_share:
        return _per_share(view, group, home)
    if home is not None and (margin := margin_beside(view, group, home)) is not None:
        return Target(None, margin, SHARE)
    one = one_of_two(view, group.first)
    if one is not None and fits_metric(metric_of(one, group.first), group.first):
        return Target(one, sense_of(view, one, group, before), SHARE)
    apiece = home is not None and home.metric in RATED and is_per_unit(view, group.first)
    if home is not None and not apiece and all(fits_metric(home.metric, figure) for figure in group.figures):
        return Target(home.named, home.metric, home.cost)
    if (whole := _share_of(view, group)) is not None:
        return Target(whole, ratio_of(view, group, whole, here, before), SHARE)
    if is_another_share(view, group, before):
        return Target(None, "other", SHARE, carried=True)
    if (ratio := in_terms_of(view, group)) is not None:
        return Target(None, ratio, SHARE)
    if group.first.shares and view.has("outstanding", group.first.last + 1, group.first.last + OUTSTANDING):
        return Target(None, "other", SHARE)
    if is_of_no_metric(view, group.first):
        return Target(None, None, SHARE)
    if (named := respective(view, group.first)) is not None and fits_metric(metric_of(named, group.first), group.first):
        return Target(named, sense_of(view, named, group, before), SHARE)
    listed = goes_on_row(view, group.first, homes) or listed_after(view, group, homes)
    if listed is not None:
        return Target(listed.named, listed.metric, listed.cost)
    if (found := attach(view, group)) is not None and is_of_another_clause(view, group.first, found[0]):
        found = None
    if found is None and _is_payout(view, group):
        return Target(None, "payout_ratio", CARRIED_HERE)
    if found is None or of_it_behind(view, group.first):
        if (called := _called(view, group)) is not None:
            return Target(called, sense_of(view, called, group, before), CARRIED_HERE)
        if (parted := part_of(view, group, here, before)) is not None:
            return Target(None, parted.metric, CARRIED_HERE, carried=True)
    if found is None or (found[0].first > group.first.last and found[1] > ADJACENT):
        subject = resumed(view, group, here, before)
        if subject is not None and _affords(subject.metric, group):
            return Target(None, subject.metric, CARRIED_HERE, carried=True)
    if (found is None or found[0].mention.aside) and is_share_of_market(view, group.first, found and found[0]):
        return Target(None, "market_share", SHARE)
    if found is None and (verb := does_more(view, group)) is not None:
        return Target(verb, sense_of(view, verb, group, before), SHARE)
    if found is None:
        return _carried(view, group, here, before)
    named, cost = found
    if is_left_out(view, group, named):
        return Target(named, "other", cost)
    if is_of_something_else(view, group.first, named):
        return Target(None, None, cost)
    if moves_forecast(view, group.first) and view.has("revises", named.last + 1, group.first.first):
        return Target(None, None, cost)  # "benefited from strong sales and raised its forecast by | 2 percent"
    if (
        group.first.consensus
        and (cost > ESTIMATE_COST or (group.first.is_bare and cost > SHARE))
        and group.first.first - named.last not in (1, 2)  # "für das Ebit auf | 93 Mio"
        and (carried := _carried(view, group, here, before))
    ):
        return carried
    told = {statement.metric for statement in here if statement.named is named}
    if group.first.is_relative and told == {"eps"}:
        return Target(named, "eps", cost)  # "pro Aktie ein Gewinn von 31 Pence und damit | 14 Prozent mehr"
    if named.mention.aside in SECURITIES and sells_securities(view, named, group):
        group.first.role = "value"
        return Target(named, "funding_raised", cost)
    silent = named.mention.aside and not named.mention.term.understood
    metric = None if silent else sense_of(view, named, group, before)
    return Target(named, metric if metric is None or _affords(metric, group) else None, cost)


def _called(view: View, group: Group) -> Named | None:
    """ "263 Millionen davon sind | zahlende Abonnenten": what a part is said to be."""
    lead = group.first
    if not lead.is_bare or not view.has("is", lead.last + 1, lead.last + ARE):
        return None
    behind = range(lead.last + 1, lead.last + 1 + CALLED)
    return next((n for n in view.metrics if n.first in behind and n.mention.term.counted), None)


def _is_payout(view: View, group: Group) -> bool:
    """ "Vom Cashflow will die Firma | 50 bis 75 Prozent ausschütten": a part of what is earned, for the owners."""
    lead = group.first
    if len(group.figures) > 1 or not lead.is_relative or lead.by or lead.role == "change":
        return False
    before = [named.mention.metric for named in view.metrics if named.first < lead.first]
    earned = any(metric in EARNED or metric in CASH_FLOWS for metric in before) and None not in before
    return view.has("payouts", lead.last + 1, len(view.tokens)) and (earned or view.has("of_it", 0, lead.first))


def _affords(metric: str, group: Group) -> bool:
    """Can the amount be a company's ("a prize of 16,000 euros" is none)? What "costs 75 cents" has a price."""
    if (
        (metrics()[metric].measure != "money" and metric not in ORDERS)
        or not is_money(group.first.quantity.unit)
        or group.first.is_bare
    ):
        return True
    sums = [size(figure) for figure in group.figures if is_money(figure.quantity.unit)]
    private = metric in WHOLES | DEALT and size(group.first) >= SMALLEST_AMOUNT and max(sums) < SMALLEST_SUM
    return not private and (metric in PROFITS or max(sums) >= SMALLEST_AMOUNT)


def _share_of(view: View, group: Group) -> Named | None:
    """ "70 percent of its revenue", "3 points of the sales increase": a part of what the company turns over, earns or
    has is a figure of its own."""
    lead = group.first
    if lead.role != "share" or any(figure.role != "prior" for figure in group.figures[1:]) or lead.consensus:
        return None
    spoken = next(reversed(view.metrics_before(lead.first)), None)
    if spoken is not None and spoken.mention.metric == "fine":
        return None  # "face fines of up to | 4 percent | of sales"
    tied = view.has("links", lead.first - 1, lead.first - 1)  # "the margin fell in May, to | 20 percent of sales"
    _, left = left_of_figure(view, lead)
    until = left.first - 1 if left is not None and view.has("to", left.first, left.last) else lead.first
    if spoken is not None and is_ratio(spoken) and (tied or not view.count(COMMA, spoken.last, until - 1)):
        return None  # "the gross margin fell 2 points to 20 percent of sales"
    whole = whole_of(view, lead)
    return whole if whole is not None and whole.mention.metric in WHOLES and not whole.mention.term.loss else None


def _per_share(view: View, group: Group, home: Statement | None) -> Target:
    """Money per share is earnings, unless the words say dividend or something else."""
    if home is not None and home.metric in PROFITS:
        return Target(home.named, "eps", home.cost)
    if home is not None and home.metric == "other" and group.first.rule == "coordinated":
        group.first.role = "value" if home.lead.role == "value" else group.first.role
        return Target(home.named, "other", home.cost)  # "boosted earnings by $5 million, or | 7 cents a share"
    found = attach(view, group)
    if found is None and view.has("offers", 0, len(view.tokens)):
        return Target(None, "other", CARRIED_ON)  # what a bidder pays for a share
    if found is None:
        if view.has("bids", 0, len(view.tokens)):
            return Target(None, "other", 4.0)
        if is_price_of_share(view, group.first):
            return Target(None, None, CARRIED_ON)
        paid = view.has("proposals", 0, len(view.tokens))
        return Target(None, "dividend_per_share" if paid else "eps", 4.0)
    named, cost = found
    if named.mention.aside:
        return Target(named, None, cost)
    metric = named.mention.metric
    if metric in DIVIDENDS:
        return Target(named, "dividend_per_share", cost)
    if metric in ("valuation", "market_cap"):
        return Target(named, None, cost)  # what a share is worth
    if metric in PROFITS and (is_effect(view, named, group) or is_part_added(view, named, group.first)):
        group.first.role = "value"
        return Target(named, "other", cost)  # "hurt earnings by 10 cents per share"
    earned = metric in EARNED or group.first.consensus
    return Target(named, "eps" if earned else "other", cost)


def _carried(view: View, group: Group, here: list[Statement], before: Statement | None) -> Target | None:
    """A group without a metric of its own carries on what was said just before: in the sentence, or in the one before
    where it is an estimate or a comparison, or where the sentence only refers back."""
    lead = group.first
    if is_growth(view, group):
        lead.role = "change"
    came = view.has("contributes", 0, len(view.tokens)) or view.has("came_to", lead.first - CAME, lead.first - 1)
    contributes = came and lead.quantity.step >= SMALLEST_AMOUNT
    if (aim := _aimed_at(view, group, before)) is not None:
        return Target(None, aim.metric, CARRIED_ON, carried=True)
    alone = lead.partner is None and not contributes and not _stands_alone(lead, before)
    if lead.is_bare and alone and not is_that_of(view, lead):
        return None
    if lead.consensus and is_small_profit(group):
        return Target(None, "eps", CARRIED_ON, carried=True)  # "Analysts were expecting 41 cents"
    for statement in reversed(here):
        carries = statement.metric not in UNESTIMATED if lead.consensus else lead.role in ("prior", "change")
        carries = carries and all(_near(statement, f) for f in group.figures if f.quantity.unit not in ("%", "pp"))
        if carries and _suits(statement.metric, group):
            return Target(statement.named, statement.metric, CARRIED_HERE, carried=True)
    if turns_over(view, group) and (before is None or before.metric not in PROFITS):
        return Target(None, "revenue", CARRIED_ON, carried=True)
    if company_grows(view, group) or business_moves(view, group):
        return Target(None, "revenue", CARRIED_ON)
    if grows_organically(view, group):
        told = here[-1] if here else before
        of = told.metric if told is not None and told.metric in GROWN else "organic_growth"
        return Target(None, of, CARRIED_ON, carried=of in GROWN)
    if lead.role == "prior":
        before = _of_its_size(before, group)
    if before is None or not _suits(before.metric, group) or not _affords(before.metric, group):
        return None
    refers = any(cue.first == 0 for cue in view.cues.get("backward", ())) or view.has("holds_on", 0, lead.first)
    refers = refers or (follows(before, view) and any(cue.first <= THEY for cue in view.cues.get("they", ())))
    refers = refers or is_that_of(view, lead)
    if contributes and not lead.is_relative:
        return Target(None, before.metric, CARRIED_ON, carried=True)  # "Das Express-Geschäft trug 661 Millionen bei"
    change = group.of("change")
    subject = change is not None and any(
        cue.first <= OPENING or 0 < change.first - cue.last <= NOUN
        for name in ("nouns.up", "nouns.down")
        for cue in view.cues.get(name, ())
    )
    value = group.of("value")
    part = view.has("units", 0, lead.first) or not any(named.mention.metric for named in view.metrics)
    paid = view.has("pays", lead.first - PAYS, lead.first - 1)
    moves = change is not None and value is not None and part and not paid and _near(before, value)
    sized = _near(before, lead) or lead.role == "change" or ((refers or lead.consensus) and before.lead.is_relative)
    compared = group.of("prior") is not None and lead.role != "share"
    if (lead.consensus or compared or refers) and sized:
        return Target(None, before.metric, CARRIED_ON, carried=True)
    nameless = not any(
        all(fits(named, figure) for figure in group.figures)
        for named in view.metrics
        if not (named.mention.term.counted and lead.is_relative)
    )
    if (subject and nameless) or (moves and before.metric == "revenue"):
        return Target(None, before.metric, CARRIED_ON, carried=True)
    return None


def _suits(metric: str, group: Group) -> bool:
    return all(fits_metric(metric, figure) for figure in group.figures)


def _stands_alone(lead: Figure, before: Statement | None) -> bool:
    """ "Der Konsens lag bei | 437 Millionen", "vor einem Jahr waren es | 69 Millionen", "das sind | 2.100 mehr": can a
    number do without a unit?"""
    scaled = lead.quantity.step >= SMALLEST_AMOUNT
    counts = before is not None and metrics()[before.metric].measure == "count"
    return (lead.consensus and scaled) or (lead.role in ("prior", "change") and (scaled or counts))


def _of_its_size(before: Statement | None, group: Group) -> Statement | None:
    """ "It earned $2 million, or 5 cents a share. That was up from | $1 million": the last statement of the sentence
    before whose size the figure has."""
    statement = before
    while statement is not None:
        if _suits(statement.metric, group) and _near(statement, group.first):
            return statement
        statement = statement.previous
    return before


def _aimed_at(view: View, group: Group, before: Statement | None) -> Statement | None:
    """ "Sales rose to $620 million. For 2024, it | targets | $700 million": a goal that names no metric is one of what
    was told before, where it is of about its size."""
    lead = group.first
    if lead.role not in ("none", "value") or lead.consensus or view.metrics or lead.quantity.step < SMALLEST_AMOUNT:
        return None
    if not view.has("aims", lead.first - AIMED, lead.first - 1):
        return None
    told = _of_its_size(before, group)
    level = told.slots.get("value") if told is not None else None
    if told is None or level is None or level.consensus or metrics()[told.metric].measure != "money":
        return None
    return told if not size(level) * AMBITION < size(lead) and not size(lead) * AMBITION < size(level) else None


def _near(before: Statement, figure: Figure) -> bool:
    """Is the figure of the size of the statement before it? Estimates and comparisons are."""
    one, other = before.lead.quantity, figure.quantity
    a, b = (abs(q.value if q.value is not None else q.low or Decimal(0)) for q in (one, other))
    return (one.unit == other.unit or figure.is_bare) and bool(a and b) and Decimal("0.05") < a / b < 20
