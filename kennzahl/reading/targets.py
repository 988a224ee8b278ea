"""Where a group of figures goes: to a metric of its sentence, to one that is only understood, or to nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kennzahl.reading.attachment import MONEY_CODE, SMALLEST_AMOUNT, attach, fits_metric, size
from kennzahl.reading.grouping import Group
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import Figure, Named, View

EMPLOYS = 5  # words from "employs" to the headcount
EARNS = 4  # words from "before tax" to "earned"
LARGEST_QUOTE = 10_000  # units of currency for one share in a list of quotations
AROUND = 12  # words around a count in which a verb says what happens to it
ESTIMATE_COST = 5.0  # an estimate rather carries on what it is an estimate of than take a metric farther off
CARRIED_HERE, CARRIED_ON = 6.0, 10.0  # the cost of a metric that is only understood
PROFITS = frozenset({"net_income", "eps", "pretax_profit", "ebit", "ebitda"})
PART = 4  # words from "70 percent of" to "revenue"
SHARE = 1.0  # the cost of a part of revenue
DIVIDENDS = frozenset({"dividend_per_share", "dividend_total"})


@dataclass(slots=True)
class Target:
    """Where a group goes: a metric (None for what is no company's), the words that say so, and how sure that is."""

    named: Named | None
    metric: str | None
    cost: float
    carried: bool = False


def target_of(view: View, group: Group, homes: dict[Figure, Statement], before: Statement | None) -> Target | None:
    partner = group.first.partner
    home = homes.get(partner) if partner is not None else None
    if group.first.per_share:
        return _per_share(view, group, home)
    if home is not None and all(fits_metric(home.metric, figure) for figure in group.figures):
        return Target(home.named, home.metric, home.cost)
    if (whole := _share_of(view, group)) is not None:
        return Target(whole, "other", SHARE)
    found = attach(view, group)
    if found is None:
        return _carried(view, group, list(homes.values()), before)
    named, cost = found
    if (
        group.first.consensus
        and cost > ESTIMATE_COST
        and (carried := _carried(view, group, list(homes.values()), before))
    ):
        return carried
    if named.mention.aside:
        return Target(named, None, cost)
    return Target(named, _metric_at(view, named, group), cost)


def _share_of(view: View, group: Group) -> Named | None:
    """ "70 percent of its revenue": a part of what the company turns over is a figure of its own."""
    lead = group.first
    if lead.role != "share" or len(group.figures) > 1 or lead.consensus:
        return None
    behind = range(lead.last + 1, lead.last + 2 + PART)
    return next((named for named in view.metrics if named.first in behind and named.mention.metric == "revenue"), None)


def by_itself(view: View, group: Group) -> str | None:
    """What a figure is without a word for it: "18.342 Punkte", "Covestro (+ 2,17 Prozent auf 56,50 EUR)", "($1 = 7.77
    yuan)", "70 percent of its revenue"."""
    if all(figure.role == "share" for figure in group.figures):
        return "share_of"
    first, last = group.first.first, group.last.last
    if "=" in (*view.forms(first - 1, first - 1), *view.forms(last + 1, last + 1)):
        return "exchange_rate"
    if any(figure.quantity.unit == "pt" for figure in group.figures):
        return "index"
    change, value = group.of("change"), group.of("value")
    quoted = change is not None and value is not None and change.is_relative and size(value) < LARGEST_QUOTE
    bracketed = view.tokens[max(group.first.first - 1, 0)].form == "(" or group.first.quantity.printed[0] in "+-–−"
    return "share_price" if quoted and bracketed else None


def _per_share(view: View, group: Group, home: Statement | None) -> Target:
    """Money per share is earnings, unless the words say dividend or something else."""
    if home is not None and home.metric in PROFITS:
        return Target(home.named, "eps", home.cost)
    found = attach(view, group)
    if found is None:
        paid = view.has("proposals", 0, len(view.tokens))
        return Target(None, "dividend_per_share" if paid else "eps", 4.0)
    named, cost = found
    if named.mention.aside:
        return Target(named, None, cost)
    metric = named.mention.metric
    if metric in DIVIDENDS:
        return Target(named, "dividend_per_share", cost)
    return Target(named, "eps" if metric in PROFITS or metric == "revenue" else "other", cost)


def _metric_at(view: View, named: Named, group: Group) -> str:
    """What a counted noun means beside this verb, and an abbreviation in brackets behind a metric."""
    metric = named.mention.metric or "other"
    first, last = max(named.first - AROUND, 0), min(named.last + AROUND, len(view.tokens) - 1)
    if metric == "employees" and named.mention.term.counted:
        if any(view.has("employs", word, word) for word in range(group.first.first - EMPLOYS, group.first.first)):
            return metric
        part = any(cue.group == "parts" for cue in view.ending.get(group.first.first - 1, ()))
        if view.has("cuts", first, last) and not (part and len(view.figures) > 1):
            return "job_cuts"
        if named.mention.term.jobs and view.has("hires", first, last):
            return "hires"
    if metric == "units_sold" and named.mention.term.counted and view.has("produced", first, last):
        return "production"
    if metric == "net_income" and _on_something(view, named):
        return "other"  # "a loss on securities" is not the year's
    if metric == "stores" and any(
        view.has("opens_stores", word, word) for word in range(group.first.first - 3, group.first.first)
    ):
        return "other"  # what was opened or closed is not how many there are
    if metric == "net_income" and _is_small(group):
        return "eps"  # "earnings were 52 cents"
    if metric == "net_income" and (exact := _exact_profit(view, named)) is not None:
        return exact
    for other in view.metrics:
        bracketed = other.first - named.last == 2 and view.tokens[named.last + 1].form == "("
        if bracketed and other.mention.metric in PROFITS:
            return other.mention.metric
    return metric


def _on_something(view: View, named: Named) -> bool:
    """Is it the profit or loss on one thing ("loss on Agency securities", "gain from the sale of")?"""
    follows = view.has("of_one_thing", named.last + 1, named.last + 2)
    return follows and not view.has("of_the_whole", named.last + 1, named.last + 3)


def _is_small(group: Group) -> bool:
    lead = group.of("value") or group.of("prior")
    return (
        lead is not None
        and len(lead.quantity.unit) == MONEY_CODE
        and lead.quantity.step < 1
        and size(lead) < SMALLEST_AMOUNT
        and not lead.is_bare
    )


def _exact_profit(view: View, named: Named) -> str | None:
    """ "Vor Steuern verdienten die Münchner 838 Millionen": the verb's profit is what the words before it say."""
    if not view.has("earns", named.first, named.last):
        return None
    for other in view.metrics:
        near = 0 <= named.first - other.last <= EARNS and not view.has("contrast", other.last, named.first)
        if near and other.mention.metric in ("pretax_profit", "ebit", "ebitda"):
            return other.mention.metric
    return None


def _carried(view: View, group: Group, here: list[Statement], before: Statement | None) -> Target | None:
    """A group without a metric of its own carries on what was said just before: in the sentence, or in the one before
    where it is an estimate or a comparison, or where the sentence only refers back."""
    lead = group.first
    if lead.is_bare and lead.partner is None:
        return None
    if lead.consensus and _is_small(group):
        return Target(None, "eps", CARRIED_ON, carried=True)  # "Analysts were expecting 41 cents"
    for statement in reversed(here):
        carries = lead.consensus or lead.role in ("prior", "change")
        carries = carries and all(_near(statement, f) for f in group.figures if len(f.quantity.unit) == MONEY_CODE)
        if carries and all(fits_metric(statement.metric, figure) for figure in group.figures):
            return Target(statement.named, statement.metric, CARRIED_HERE, carried=True)
    if before is None or not all(fits_metric(before.metric, figure) for figure in group.figures):
        return None
    refers = any(cue.first == 0 for cue in view.cues.get("backward", ()))
    subject = group.of("change") is not None and any(
        cue.first <= 8 for name in ("nouns.up", "nouns.down") for cue in view.cues.get(name, ())
    )
    value = group.of("value")
    part = view.has("units", 0, lead.first)
    moves = group.of("change") is not None and value is not None and part and _near(before, value)
    sized = _near(before, lead) or lead.role == "change" or (refers and before.lead.is_relative)
    if (lead.consensus or lead.role == "prior" or refers) and sized:
        return Target(None, before.metric, CARRIED_ON, carried=True)
    if (subject and not view.metrics) or (moves and before.metric == "revenue"):
        return Target(None, before.metric, CARRIED_ON, carried=True)
    return None


def _near(before: Statement, figure: Figure) -> bool:
    """Is the figure of the size of the statement before it? Estimates and comparisons are."""
    one, other = before.lead.quantity, figure.quantity
    a, b = (abs(q.value if q.value is not None else q.low or Decimal(0)) for q in (one, other))
    return one.unit == other.unit and bool(a and b) and Decimal("0.05") < a / b < 20
