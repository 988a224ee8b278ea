"""Which metric a figure belongs to: every metric word of the sentence is weighed by how the figure stands to it.

What stands together with nothing between ("Umsatz von 5 Mio.", "5 Mio. Umsatz") beats what stands before in the
clause; that beats what comes after. Words for what is no company's figure (share prices, indices) are weighed likewise,
and win figures, too.
"""

from __future__ import annotations

from decimal import Decimal

from kennzahl.catalog.metrics import metrics
from kennzahl.reading.grouping import Group
from kennzahl.reading.view import Figure, Named, View

LIMIT = 30.0
BRIDGE = 9  # the words that may stand between a metric and its figure if only links and fillers stand there
PROFITS = frozenset({"net_income", "eps", "pretax_profit", "ebit", "ebitda"})
BECAUSE = 2.5  # "thanks to acquisitions, sales rose": the reason is not what rose
INSERTED = 6.0  # a metric in an inserted clause, its figure outside of it
VOLUMES = frozenset(
    {
        "units_sold",
        "production",
        "order_intake",
        "order_backlog",
        "transactions",
        "passengers",
        "job_cuts",
        "employees",
        "hires",
        "other",
        "share_buyback",
        "customers",
        "users",
        "subscribers",
        "stores",
    }
)
SMALLEST_AMOUNT = 1000  # units of currency: no company turns over less, but a share may pay it
MANY = 1000  # of whatever a company has at its disposal, an analyst keeps only large numbers
FEW = 12  # "three employees" is no headcount
ADJECTIVES = 3  # between a figure and the metric behind it
COMMAS, STOPS = frozenset({",", "–", "-", "("}), frozenset({";", ":"})
MONEY_CODE = 3  # the length of an ISO 4217 code
LARGEST_SHARE_PRICE = Decimal(1_000_000)  # one share of Berkshire Hathaway; more is an amount
GENERIC = 1.5  # "ounces", "vehicles" only say what is counted: an explicit "production" before wins
COUNTED_CHANGE = 3.0  # "same-store sales at X stores rose 3 percent": the stores did not
ASIDE_HANDICAP = 1.0  # where a metric and a share stand equally near, the metric has it


def attach(view: View, group: Group) -> tuple[Named, float] | None:
    """The metric mention that a group of figures belongs to and what it cost, or None."""
    best: tuple[Named, float] | None = None
    for named in view.metrics:
        if named.mention.term.per_share or not all(fits(named, figure) for figure in group.figures):
            continue
        if named.consumed and any(
            other is not named and _is_profit(other) and other.last < named.first for other in view.metrics
        ):
            continue
        cost = min(_cost(view, named, figure) for figure in group.figures)
        if cost < LIMIT and (best is None or cost < best[1]):
            best = (named, cost)
    return best


def _is_profit(named: Named) -> bool:
    return named.mention.metric in PROFITS


def fits(named: Named, figure: Figure) -> bool:
    """Can a figure of this unit be a value, comparison or change of what this mention names?"""
    unit, aside, term = figure.quantity.unit, named.mention.aside, named.mention.term
    if aside == "share_price" and len(unit) == MONEY_CODE:
        return size(figure) < LARGEST_SHARE_PRICE
    if aside is not None:
        return not (aside == "index" and len(unit) == MONEY_CODE) and not (aside == "physical" and unit != "count")
    if term.verb and unit in ("%", "pp"):
        return False
    if unit == "count" and not _countable(named, figure):
        return False
    return fits_metric(named.mention.metric or "other", figure)


def _countable(named: Named, figure: Figure) -> bool:
    """Does this mention count what the figure counts? A number with a noun of its own belongs to it, or to a volume."""
    quantity, metric = figure.quantity, named.mention.metric or "other"
    if named.mention.term.counted:
        fraction = quantity.step < 1 and quantity.value is not None and quantity.value < 10_000  # an index level
        few = quantity.form == "words" and quantity.value is not None and quantity.value <= FEW and metric != "stores"
        apart = quantity.noun is not None and figure.role == "none" and named.first < figure.first
        return not fraction and not few and not apart
    if quantity.noun is None:
        return quantity.form == "digits" and not (named.mention.term.final and metric == "other")
    if named.mention.term.final and metric == "other":
        return size(figure) >= MANY
    return metric in VOLUMES and quantity.form == "digits"


def fits_metric(metric: str, figure: Figure) -> bool:
    """Can a figure of this unit be a value, comparison or change of this metric?"""
    unit, measure = figure.quantity.unit, metrics()[metric].measure
    if unit == "pt":
        return False
    if unit == "pp":
        return measure in ("ratio", "any")
    if unit == "%":
        if measure == "ratio":
            return figure.quantity.form != "multiple"
        if metric in ("job_cuts", "employees"):
            return True
        return figure.role == "change" or (figure.role in ("none", "value") and bool(figure.direction))
    if unit == "count":
        return measure in ("count", "any") or figure.is_bare
    if metric in ("cash", "revenue") and not figure.is_bare and size(figure) < SMALLEST_AMOUNT:
        return False
    return measure in ("money", "per_share", "any") and not (figure.per_share and metric == "stake")


def size(figure: Figure) -> Decimal:
    """The amount without its sign; of a range, its lower end."""
    number = figure.quantity.value if figure.quantity.value is not None else figure.quantity.low
    return abs(number) if number is not None else Decimal(0)


def _cost(view: View, named: Named, figure: Figure) -> float:
    term, metric = named.mention.term, named.mention.metric
    handicap = ASIDE_HANDICAP if named.mention.aside else 0.6 if metric == "other" else 0.0
    if figure.is_relative and figure.role == "change" and metric and metrics()[metric].measure == "ratio":
        handicap += 0.0 if metric == "organic_growth" else 1.5
    if figure.quantity.unit == "count" and figure.quantity.noun and metric and not term.counted:
        handicap += 1.0 if metrics()[metric].measure == "count" else 4.0
        if figure.role not in ("value", "prior", "change") or (metric == "other" and not term.final):
            handicap += 8.0
    if view.inserted(named.first, figure.first):
        handicap += INSERTED
    if view.has("because", named.first - 3, named.first - 1):
        handicap += BECAUSE
    if named.last < figure.first:
        between = range(named.last + 1, figure.first)
        if _linked(view, between):
            return handicap + 0.1
        amount = measure in ("money", "per_share") or named.mention.aside is not None
        if term.verb or (amount and figure.is_bare and figure.quantity.step < 1000 and figure.partner is None):
            return LIMIT
        counted = COUNTED_CHANGE if term.counted and figure.role != "value" else 0.0
        return handicap + 2.0 + counted + _gap(view, between, figure, named)
    between = range(figure.last + 1, named.first)
    if figure.role == "share" and metric in ("job_cuts", "employees") and len(between) <= ADJECTIVES:
        return handicap
    if len(between) <= ADJECTIVES and not _barred(view, between):
        generic = GENERIC if term.counted and metric == "units_sold" else 0.0
        return handicap + generic + 0.2 * len(between)
    if term.final:
        return handicap + 1.5 + _gap(view, between, figure, named)
    if term.counted or term.verb or (figure.is_bare and figure.partner is None):
        return LIMIT
    return handicap + 6.0 + 1.2 * _gap(view, between, figure, named)


def _linked(view: View, between: range) -> bool:
    """Only links and fillers between metric and figure?"""
    if len(between) > BRIDGE:
        return False
    word = between.start
    while word < between.stop:
        longest = max(
            (cue.last for cue in view.beginning.get(word, ()) if cue.group in ("links", "fillers")), default=-1
        )
        if longest < 0 and view.tokens[word].form not in ("(", ")"):
            return False
        word = max(longest, word) + 1
    return True


def _barred(view: View, between: range) -> bool:
    return any(cue.group == "barriers" for word in between for cue in view.beginning.get(word, ())) or any(
        not view.tokens[word].form[0].isalnum() for word in between
    )


def _gap(view: View, between: range, figure: Figure, named: Named) -> float:
    """The cost of the words between; inserted clauses cost nothing, other metrics that would fit cost most."""
    words = [word for word in between if not view.inserted(word, figure.first) or view.inserted(word, named.first)]
    forms = [view.tokens[word].form for word in words]
    cost = 0.05 * len(words) + 0.5 * sum(form in COMMAS for form in forms) + 5.0 * sum(form in STOPS for form in forms)
    cost += 3.0 * sum(cue.first in words for cue in view.cues.get("contrast", ()))
    for other in view.metrics:
        rival = other is not named and other.first in words and not other.mention.term.per_share and not other.consumed
        if rival and fits(other, figure) and not (other.mention.term.counted and figure.role == "change"):
            cost += 3.0
    return cost
