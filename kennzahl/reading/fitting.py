"""What a figure can be: whether its unit, its size and its noun are those of a metric."""

from __future__ import annotations

from decimal import Decimal

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import is_money
from kennzahl.reading.view import SMALLEST_AMOUNT, Figure, Named, size

LARGEST_SHARE_PRICE = Decimal(1_000_000)  # one share of Berkshire Hathaway; more is an amount
INDEXED = Decimal("0.1")
"""Nobody counts things to the hundredth."""
MANY = 1000  # of whatever a company has at its disposal, an analyst keeps only large numbers
MOST_PEOPLE = 5_000_000  # more than any company employs, or has stores
FEW = 12  # "three employees" is no headcount
PROFITS = frozenset({"net_income", "eps", "pretax_profit", "ebit", "ebitda"})
DIVIDENDS = frozenset({"dividend_per_share", "dividend_total"})
UNESTIMATED = frozenset({"deal_value", "stake", "employees", "job_cuts", "stores", "market_cap", "funding_raised"})
"""What analysts have no consensus of."""
ONCE = frozenset({"fine", "funding_raised", "deal_value"})
"""What happens once: it does not rise or fall."""
SHARES = frozenset({"stake", "market_share", "payout_ratio", "combined_ratio"})
"""What cannot be negative."""
PRICED = frozenset({"cash", "revenue"})
"""Words that stand beside prices, which then belong to the next metric ("1.08 dollars in cash")."""
UNITLESS = frozenset({("physical", False), ("price", True), ("exchange_rate", True)})
"""What an aside is no reason for, by whether it is a count: a size is one, a price or a rate is none."""
VOLUMES = frozenset({
    "units_sold", "production", "order_intake", "order_backlog", "transactions", "passengers", "job_cuts", "employees",
    "hires", "other", "share_buyback", "customers", "users", "subscribers", "stores",
})  # fmt: skip
"""What may be counted in things that have another name ("produced 500 ounces")."""


def fits(named: Named, figure: Figure) -> bool:
    """Can a figure of this unit be a value, comparison or change of what this mention names?"""
    unit, aside, term = figure.quantity.unit, named.mention.aside, named.mention.term
    if aside == "share_price" and is_money(unit):
        return size(figure) < LARGEST_SHARE_PRICE
    if aside is not None:
        return not (aside == "index" and is_money(unit)) and (aside, unit == "count") not in UNITLESS
    if unit == "%" and term.final and term.metric == "revenue" and figure.role != "change":
        return False  # "90 Prozent sind umgesetzt"
    if unit == "%" and term.particle and (figure.quantity.value or 0) < 0:
        return False  # "nahm mit minus 3 Prozent den letzten Platz ein"
    nothing = figure.quantity.value == 0 and figure.quantity.form == "words"  # "zero-percent financing"
    if unit in ("%", "pp") and (term.verb or term.amount or nothing):
        return False
    if unit == "count" and (not _countable(named, figure) or (term.verb and _is_plain(figure))):
        return False
    if is_money(unit) and term.final and term.metric == "other":
        return False  # "die Bücher sind mit 5 Millionen gefüllt"
    if is_money(unit) and (term.counted or (term.final and size(figure) < SMALLEST_AMOUNT)):
        return False
    return fits_metric(metric_of(named, figure), figure)


def metric_of(named: Named, figure: Figure) -> str:
    """The metric that a figure is beside this mention, by its unit; a change says nothing of it."""
    term = named.mention.term
    return (term.metric if figure.role == "change" else term.of(figure.quantity.unit)) or "other"


def _countable(named: Named, figure: Figure) -> bool:
    """Does this mention count what the figure counts? A number with a noun of its own belongs to it, or to a volume."""
    quantity, metric = figure.quantity, named.mention.metric or "other"
    if figure.shares:
        return metric == "share_buyback"
    if named.mention.term.counted:
        if metric in ("employees", "stores") and not named.mention.term.anyone and size(figure) > MOST_PEOPLE:
            return False
        # An index level: "auf 12.345,67 Einheiten".
        fraction = quantity.step < 1 and (quantity.step < INDEXED or size(figure) < 10_000)
        few = quantity.form == "words" and quantity.value is not None and quantity.value <= FEW and metric != "stores"
        bare = figure.role == "none" or figure.rule == "left.change"  # "cut 800 jobs and shut down | 25 campuses"
        apart = quantity.noun is not None and bare and named.first < figure.first
        return not fraction and not few and not apart
    if quantity.noun is None:
        return figure.is_bare and not (named.mention.term.final and metric == "other")
    if named.mention.term.final and metric == "other":
        return size(figure) >= MANY
    if metric in ("employees", "hires", "job_cuts") and size(figure) > MOST_PEOPLE:
        return False  # "expects to handle | 500 million parcels | and told of its hiring plans"
    return metric in VOLUMES and quantity.form == "digits"


def fits_metric(metric: str, figure: Figure) -> bool:
    """Can a figure of this unit be a value, comparison or change of this metric?"""
    unit, measure = figure.quantity.unit, metrics()[metric].measure
    if unit == "pt":
        return False
    if unit == "pp":
        return measure in ("ratio", "any")
    if unit == "%":
        if metric in ONCE:
            return False
        if measure == "ratio":
            negative = figure.quantity.value is not None and figure.quantity.value < 0
            return figure.quantity.form != "multiple" and not (negative and metric in SHARES)
        if metric in ("job_cuts", "employees", "other"):
            return True
        if metric in ("share_buyback", "cost_savings") and figure.role != "change":
            return False  # "ein Aktienrückkauf von bis zu 9 Prozent", "savings of up to 30%"
        goal = figure.role == "prior" and figure.partner is not None  # "raised its growth goal from 15 to 20 percent"
        return figure.role == "change" or ((goal or figure.role in ("none", "value")) and bool(figure.direction))
    if unit == "count":
        if metric in ONCE and figure.is_bare and size(figure) < SMALLEST_AMOUNT and not _has_unit(figure.partner):
            return False  # "buys one of every | 20 | that it looks at"
        return measure in ("count", "any") or (figure.is_bare and metric != "stake")
    if (metric in PRICED and is_small(figure)) or (metric == "eps" and size(figure) >= LARGEST_SHARE_PRICE):
        return False
    return measure in ("money", "per_share", "any") and not (figure.per_share and metric == "stake")


def _is_plain(figure: Figure) -> bool:
    """A small number with nothing around it: "has made 12 since"."""
    return figure.is_bare and figure.partner is None and figure.role != "prior" and size(figure) < SMALLEST_AMOUNT


def _has_unit(figure: Figure | None) -> bool:
    """Does a figure, where there is one, lend its unit to a bare one?"""
    return figure is not None and (not figure.is_bare or size(figure) >= SMALLEST_AMOUNT)


def is_small(figure: Figure) -> bool:
    """An amount that a share may earn, but no company?"""
    return is_money(figure.quantity.unit) and not figure.is_bare and size(figure) < SMALLEST_AMOUNT
