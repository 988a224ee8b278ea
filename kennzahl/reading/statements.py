"""From a sentence's figures to statements: one metric with its value, comparison and change.

Groups of figures (``grouping``) are given to metrics (``attachment``) by their roles (``roles``); two groups of one
metric join where they fill each other up, and stay two statements where both state the same thing ("5 Mio. im Quartal
und 9 Mio. im Halbjahr").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import Quantity
from kennzahl.reading import roles
from kennzahl.reading.attachment import MONEY_CODE, SMALLEST_AMOUNT, attach, fits_metric, size
from kennzahl.reading.borrowing import as_percent, borrow, is_negative, negated
from kennzahl.reading.grouping import Group, bind
from kennzahl.reading.view import Figure, Named, View

Slot = Literal["value", "prior", "change_pct", "change_abs"]
PROFITS = frozenset({"net_income", "eps", "pretax_profit", "ebit", "ebitda"})
DIVIDENDS = frozenset({"dividend_per_share", "dividend_total"})
EMPLOYS = 5  # words from "employs" to the headcount
EARNS = 4  # words from "before tax" to "earned"
LARGEST_QUOTE = 10_000  # units of currency for one share in a list of quotations
APART = 8  # words between a whole statement and what is another one
AROUND = 12  # words around a count in which a verb says what happens to it
ESTIMATE_COST = 5.0  # an estimate rather carries on what it is an estimate of than take a metric farther off
TOPICS = frozenset(
    {"share_price", "index", "macro", "interest_rate", "exchange_rate", "commodity_price", "price_target"}
)
CARRIED_HERE, CARRIED_ON = 6.0, 10.0  # the cost of a metric that is only understood


@dataclass(slots=True, eq=False)
class Statement:
    """What one sentence says of one metric; quantities are as printed, without their signs (``quantities_of``)."""

    view: View
    metric: str
    named: Named | None
    loss: bool = False
    consensus: bool = False
    slots: dict[Slot, Figure] = field(default_factory=dict)
    cost: float = 0.0
    carried: bool = False

    @property
    def figures(self) -> list[Figure]:
        return sorted(self.slots.values(), key=lambda figure: figure.first)

    @property
    def lead(self) -> Figure:
        """The figure that the statement stands on."""
        slots: tuple[Slot, ...] = ("value", "change_pct", "change_abs", "prior")
        return next(self.slots[slot] for slot in slots if slot in self.slots)


@dataclass(slots=True)
class Spoken:
    """The statements of one sentence, the figures set aside with their reasons, and those that found no metric."""

    view: View
    statements: list[Statement] = field(default_factory=list)
    asides: list[tuple[Figure, str]] = field(default_factory=list)

    @property
    def topic(self) -> str | None:
        """What the sentence was about where it was no company's figures: a share price, an index, the economy."""
        return self.asides[-1][1] if self.asides and not self.statements and self.asides[-1][1] in TOPICS else None


@dataclass(slots=True)
class Target:
    """Where a group goes: a metric (None for what is no company's), the words that say so, and how sure that is."""

    named: Named | None
    metric: str | None
    cost: float
    carried: bool = False


def speak(view: View, before: Statement | None, currency: str, topic: str | None = None) -> Spoken:
    """Read one sentence. ``before`` is the last statement of the text so far, whose metric a sentence without one
    carries on; ``currency`` is the text's own, for bare amounts; ``topic`` is what the sentence before was about
    (``Spoken.topic``).
    """
    roles.assign(view)
    roles.mark_consensus(view)
    spoken = Spoken(view)
    spoken.asides += [(figure, "conversion") for figure in view.figures if figure.role == "conversion"]
    spoken.asides += [(figure, "tolerance") for figure in view.figures if figure.rule == "tolerance"]
    homes: dict[Figure, Statement] = {}
    for group in bind(view):
        target = _target(view, group, homes, before)
        if target is None:
            if (reason := _by_itself(view, group) or topic) is not None:
                spoken.asides += [(figure, reason) for figure in group.figures]
            continue
        if target.metric is None:
            reason = (target.named.mention.aside if target.named else None) or "no_metric"
            spoken.asides += [(figure, reason) for figure in group.figures]
            continue
        statement = _filled(view, group, target, currency, spoken, homes)
        if statement.slots:
            home = _joined(statement, spoken.statements)
            homes |= dict.fromkeys(group.figures, home)
    return spoken


def _by_itself(view: View, group: Group) -> str | None:
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


def _target(view: View, group: Group, homes: dict[Figure, Statement], before: Statement | None) -> Target | None:
    partner = group.first.partner
    home = homes.get(partner) if partner is not None else None
    if group.first.per_share:
        return _per_share(view, group, home)
    if home is not None and all(fits_metric(home.metric, figure) for figure in group.figures):
        return Target(home.named, home.metric, home.cost)
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
    if metric == "net_income" and _is_small(group):
        return "eps"  # "earnings were 52 cents"
    if metric == "net_income" and (exact := _exact_profit(view, named)) is not None:
        return exact
    for other in view.metrics:
        bracketed = other.first - named.last == 2 and view.tokens[named.last + 1].form == "("
        if bracketed and other.mention.metric in PROFITS:
            return other.mention.metric
    return metric


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


def _filled(
    view: View, group: Group, target: Target, currency: str, spoken: Spoken, homes: dict[Figure, Statement]
) -> Statement:
    """The statement of a group; figures that have no place in it are set aside."""
    metric = target.metric or "other"
    loss = bool(target.named and target.named.mention.term.loss)
    statement = Statement(view, metric, target.named, loss, group.first.consensus, {}, target.cost, target.carried)
    for figure in group.figures:
        if figure.by and any("change_pct" in other.slots for other in spoken.statements):
            as_percent(figure)
        if figure.is_bare and metrics()[metric].measure != "count":
            borrow_from(figure, group, spoken, metric, currency)
        slot = _slot(figure, metric)
        if slot == "value" and figure.rule == "coordinated" and figure.is_relative and metric == "job_cuts":
            spoken.asides.append((figure, "superseded"))  # "17,000 jobs, or 10%": the count is the figure
        elif slot is None or slot in statement.slots:
            spoken.asides.append((figure, "share_of" if figure.role == "share" else "unit"))
        else:
            statement.slots[slot] = figure
    value = statement.slots.get("value")
    if value is not None and value.loss is not None:
        statement.loss = value.loss
    return statement


def borrow_from(figure: Figure, group: Group, spoken: Spoken, metric: str, currency: str) -> None:
    """Let a bare number borrow from its group, else from the metric's last value in the sentence, else the text."""
    partner = next(
        (f for f in (figure.partner, *group.figures) if f is not None and f is not figure and not f.is_bare), None
    )
    if (
        partner is not None
        and partner.is_relative
        and figure.role != partner.role
        and metrics()[metric].measure != "ratio"
    ):
        partner = None
    if partner is None:
        earlier = [s.slots["value"] for s in spoken.statements if s.metric == metric and "value" in s.slots]
        partner = earlier[-1] if earlier else None
    if partner is not None or metrics()[metric].measure in ("money", "per_share"):
        borrow(figure, partner.quantity if partner is not None else None, currency)
    elif metrics()[metric].measure == "any" and figure.quantity.step >= 1000:
        borrow(figure, None, currency)


def _slot(figure: Figure, metric: str) -> Slot | None:
    unit, role = figure.quantity.unit, figure.role
    measure = metrics()[metric].measure
    if unit == "pp":
        return "change_abs"
    if unit == "%":
        if measure == "ratio":
            by = role == "change" and figure.rule == "left.change" and metric != "organic_growth"
            return "prior" if role == "prior" else "change_pct" if by and figure.by else "value"
        if role == "share":
            return "value" if metric == "job_cuts" else None
        if metric == "other" and role == "prior":
            return "prior"
        if role in ("none", "value"):
            return "value" if metric in ("job_cuts", "other") else "change_pct" if metric not in DIVIDENDS else None
        return "change_pct" if role == "change" else None
    if role == "share":
        return None
    if role == "change":
        return "change_abs"
    return "prior" if role == "prior" else "value"


def _joined(statement: Statement, statements: list[Statement]) -> Statement:
    """Join a statement to an earlier one of the same metric that lacks just what it says, or append it."""
    for other in reversed(statements):
        if other.metric != statement.metric or other.consensus != statement.consensus:
            continue
        if set(other.slots) & set(statement.slots) or not _fills(other, statement) or _apart(other, statement):
            continue
        if statement.named is other.named or statement.named is None or set(statement.slots) == {"prior"}:
            other.slots |= statement.slots
            return other
    statements.append(statement)
    return statement


def _apart(other: Statement, statement: Statement) -> bool:
    """A second comparison: behind a "but", or far behind a statement that has its own."""
    low, high = other.figures[-1].last, statement.figures[0].first
    if {"value", "prior", "change_pct", "change_abs"} & set(other.slots) and low < high:
        whole = "value" in other.slots and len(other.slots) > 1
        return other.view.has("contrast", low, high) or (whole and high - low > APART)
    return False


def _fills(other: Statement, statement: Statement) -> bool:
    units = {
        f.quantity.unit for slot, f in (*other.slots.items(), *statement.slots.items()) if slot in ("value", "prior")
    }
    return len(units) <= 1 and ("value" in other.slots or "value" in statement.slots)


def quantities_of(statement: Statement) -> Iterator[tuple[Slot, Quantity]]:
    """The statement's quantities with their signs: losses negative, changes by their direction."""
    signed = metrics()[statement.metric].sign == "signed" and statement.metric != "other"
    for slot, figure in statement.slots.items():
        quantity = figure.quantity
        if slot in ("change_pct", "change_abs"):
            flips = figure.direction < 0 and quantity.form != "multiple"
        elif statement.metric == "organic_growth":
            flips = figure.direction < 0
        else:
            flips = signed and (statement.loss if figure.loss is None else figure.loss)
        yield slot, negated(quantity) if flips and not is_negative(quantity) else quantity
