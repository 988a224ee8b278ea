"""From a sentence's figures to statements: one metric with its value, comparison and change.

Figures are given to metrics (``attachment``) by their roles (``roles``); figures of one metric fill one statement until a place
is taken, then open the next ("5 Mio. im Quartal und 9 Mio. im Halbjahr").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import Quantity
from kennzahl.reading import roles
from kennzahl.reading.attachment import attach, fits
from kennzahl.reading.mentions.metrics import MetricMention, Term
from kennzahl.reading.view import Figure, Named, View

SCALES = tuple(Decimal(10) ** power for power in (12, 9, 7, 6, 5, 3))
Slot = Literal["value", "prior", "change_pct", "change_abs"]
PER_SHARE = {"dividend_per_share": "dividend_per_share", "dividend_total": "dividend_per_share"}
NO_EPS = frozenset(
    {"other", "deal_value", "stake", "impairment", "costs", "share_buyback", "valuation", "equity", "fine"}
)


@dataclass(slots=True, eq=False)
class Statement:
    """What one sentence says of one metric. Quantities are as printed; ``loss`` and directions are not applied yet."""

    view: View
    metric: str | None
    aside: str | None
    named: Named | None
    loss: bool = False
    consensus: bool = False
    rule: str = ""
    slots: dict[Slot, Figure] = field(default_factory=dict)
    cost: float = 0.0
    carried: bool = False

    @property
    def figures(self) -> list[Figure]:
        return sorted(self.slots.values(), key=lambda figure: figure.first)

    @property
    def lead(self) -> Figure:
        """The figure that the statement stands on."""
        for slot in ("value", "change_pct", "change_abs", "prior"):
            if slot in self.slots:
                return self.slots[slot]
        raise ValueError("an empty statement")


@dataclass(slots=True)
class Spoken:
    """The statements of one sentence, and the figures that found no metric."""

    view: View
    statements: list[Statement]
    asides: list[tuple[Figure, str]]
    unread: list[Figure]


def speak(view: View, before: Statement | None, currency: str) -> Spoken:
    """Read one sentence. ``before`` is the last statement of the text so far, whose metric a sentence without one carries
    on; ``currency`` is the text's own, for bare amounts."""
    roles.assign(view)
    _consensus(view)
    statements: list[Statement] = []
    asides: list[tuple[Figure, str]] = []
    unread: list[Figure] = []
    open_: dict[tuple[int, bool], Statement] = {}
    for figure in view.figures:
        if figure.role == "conversion":
            asides.append((figure, "conversion"))
            continue
        target = _target(view, figure, statements, before)
        if target is None:
            unread.append(figure)
            continue
        named, metric, cost, carried = target
        if metric is None:
            asides.append((figure, (named.mention.aside if named else None) or "other"))
            continue
        figure = _dressed(figure, metric, statements, currency)
        slot = _slot(figure, metric)
        if slot is None:
            asides.append((figure, "share_of" if figure.role == "share" else "unit"))
            continue
        statement = _place(view, figure, slot, named, metric, statements, open_)
        statement.cost = max(statement.cost, cost)
        statement.carried = statement.carried or carried
    return Spoken(view, [_finished(statement) for statement in statements], asides, unread)


def _consensus(view: View) -> None:
    """Mark the figures that analysts expect: from their mention up to a contrast or the reported figure's verb."""
    cues = [cue.first for cue in view.cues.get("consensus", ())]
    if not cues:
        return
    past = sorted(cue.first for cue in view.cues.get("past", ()))
    for index, figure in enumerate(view.figures):
        if figure.role == "conversion" or figure.consensus:
            continue
        floor = view.figures[index - 1].last if index else -1
        left = [first for first in cues if first < figure.first]
        if left:
            reach = max(left)
            broken = view.has("contrast", reach + 1, figure.first) or any(reach + 2 < p < figure.first for p in past)
            own = reach > floor or (index > 0 and view.figures[index - 1].consensus)
            figure.consensus = own and not broken
        if not figure.consensus:
            tail = view.forms(figure.last + 1, figure.last + 6)
            stop = next((i for i, form in enumerate(tail) if form in (",", ";", ".", "(")), len(tail))
            figure.consensus = any(figure.last < first <= figure.last + stop for first in cues) and any(
                form in ("expected", "forecast", "estimated", "predicted", "erwartet", "erwarteten", "prognostiziert")
                for form in tail[:stop]
            )


def _target(
    view: View, figure: Figure, statements: list[Statement], before: Statement | None
) -> tuple[Named | None, str | None, float, bool] | None:
    """The metric of a figure: (mention, metric id or None for an aside, cost, carried on from elsewhere)."""
    partner = figure.partner
    if partner is not None and partner.role != "conversion":
        for statement in statements:
            if partner in statement.slots.values() and not figure.per_share and fits_metric(statement.metric, figure):
                return statement.named, statement.metric, statement.cost, False
    found = attach(view, figure)
    if figure.per_share:
        metric = _per_share_metric(found[0].mention if found else None, before)
        return found[0] if found else None, metric, found[1] if found else 2.0, False
    if found is None:
        return _carried(view, figure, statements, before)
    named, cost = found
    if named.mention.aside:
        return named, None, cost, False
    return named, _metric_at(view, named, figure), cost, False


def _metric_at(view: View, named: Named, figure: Figure) -> str:
    metric = named.mention.metric or "other"
    span = (max(named.first - 12, 0), min(named.last + 12, len(view.tokens) - 1))
    if metric == "employees" and named.mention.term.counted:
        if view.has("cuts", *span):
            return "job_cuts"
        if view.has("hires", *span) and named.mention.term.jobs:
            return "hires"
    if metric == "units_sold" and named.mention.term.counted and view.has("produced", *span):
        return "production"
    if metric == "net_income" and figure.quantity.unit == "%" and figure.role == "value":
        return "net_margin"
    return _bracketed(view, named) or metric


def _bracketed(view: View, named: Named) -> str | None:
    """ "operativer Gewinn (Ebitda)": the abbreviation in brackets names the metric more exactly."""
    for other in view.metrics:
        if (
            other.first - named.last == 2
            and view.tokens[named.last + 1].form == "("
            and other.mention.metric
            in (
                "ebit",
                "ebitda",
                "pretax_profit",
            )
        ):
            return other.mention.metric
    return None


def _per_share_metric(mention: MetricMention | None, before: Statement | None) -> str | None:
    if mention is None:
        return "eps"
    if mention.aside:
        return None if mention.aside != "market" else "eps"
    metric = mention.metric or "eps"
    if metric in NO_EPS:
        return "other" if metric != "equity" else "other"
    return PER_SHARE.get(metric, "eps")


def _carried(
    view: View, figure: Figure, statements: list[Statement], before: Statement | None
) -> tuple[Named | None, str | None, float, bool] | None:
    """A figure without a metric of its own carries on what was said just before: in the sentence, or in the one before
    where it is an estimate or a comparison, or where the sentence only refers back."""
    for statement in reversed(statements):
        if (figure.consensus or figure.role in ("prior", "change")) and fits_metric(statement.metric, figure):
            return statement.named, statement.metric, 6.0, True
    if before is None or before.metric is None or not fits_metric(before.metric, figure):
        return None
    refers = view.tokens and view.tokens[0].form in BACKWARD
    if (figure.consensus or figure.role == "prior" or refers) and _near(before, figure):
        return None, before.metric, 10.0, True
    return None


BACKWARD = frozenset(
    {"er", "es", "sie", "das", "dies", "this", "that", "it", "diese", "dieser", "analysts", "analysten", "experten"}
)


def _near(before: Statement, figure: Figure) -> bool:
    """Is the figure of the size of the statement before it? Estimates and comparisons are."""
    one, other = before.lead.quantity, figure.quantity
    if one.unit != other.unit:
        return False
    a = abs(one.value if one.value is not None else one.low or Decimal(0))
    b = abs(other.value if other.value is not None else other.low or Decimal(0))
    return bool(a and b and Decimal("0.1") < a / b < 10)


def fits_metric(metric: str | None, figure: Figure) -> bool:
    """Can the figure belong to this metric by its unit?"""
    if metric is None:
        return False
    mention = MetricMention(0, 0, Term(metric=metric))
    return fits(Named(mention, 0, 0), figure)


def _slot(figure: Figure, metric: str) -> Slot | None:
    unit, role = figure.quantity.unit, figure.role
    measure = metrics()[metric].measure
    if role == "share":
        return "value" if measure == "ratio" or metric in ("job_cuts",) else None
    if unit == "pp":
        return "change_abs"
    if unit == "%":
        if measure == "ratio":
            return (
                "prior"
                if role == "prior"
                else "value"
                if metric == "organic_growth" or role != "change"
                else "change_pct"
            )
        if metric in ("job_cuts",) and role != "change":
            return "value"
        if metric == "other" and role in ("none", "value"):
            return "value"
        return "change_pct" if role != "prior" else None
    if role == "change":
        return "change_abs"
    return "prior" if role == "prior" else "value"


def _dressed(figure: Figure, metric: str, statements: list[Statement], currency: str) -> Figure:
    """A bare number borrows unit and scale of its partner ("von 6,8 auf 8,8 Milliarden", "388,6 im Vorjahr")."""
    if not figure.is_bare or metrics()[metric].measure in ("count",):
        return figure
    partner = figure.partner.quantity if figure.partner is not None else None
    if partner is None:
        partner = next(
            (
                s.slots[slot].quantity
                for s in reversed(statements)
                if s.metric == metric
                for slot in s.slots
                if slot == "value"
            ),
            None,
        )
    quantity = figure.quantity
    if partner is None:
        if metrics()[metric].measure in ("money", "per_share"):
            figure.quantity = replace(quantity, unit=currency, unit_how="assumed")
        return figure
    scale = _scale(partner) if abs(quantity.value or quantity.low or 0) < 10_000 and quantity.step <= 1 else Decimal(1)
    times = lambda number: None if number is None else number * scale  # noqa: E731
    figure.quantity = replace(
        quantity,
        unit=partner.unit,
        unit_how=partner.unit_how,
        value=times(quantity.value),
        low=times(quantity.low),
        high=times(quantity.high),
        step=quantity.step * scale,
    )
    return figure


def _scale(quantity: Quantity) -> Decimal:
    """The scale word of a quantity as a number: 10^9 for "8,8 Milliarden"."""
    decimals = re.search(r"[.,](\d{1,2}|\d{4,})(?!\d)", quantity.printed)
    step = quantity.step * (Decimal(10) ** len(decimals[1]) if decimals else 1)
    return next((scale for scale in SCALES if step >= scale), Decimal(1))


def _place(
    view: View,
    figure: Figure,
    slot: Slot,
    named: Named | None,
    metric: str,
    statements: list[Statement],
    open_: dict[tuple[int, bool], Statement],
) -> Statement:
    """Put a figure into the open statement of its metric, or open a new one."""
    for statement in reversed(statements):
        same = statement.metric == metric and (
            statement.named is named or (slot in ("prior", "change_abs", "change_pct") and _accepts(statement, figure))
        )
        if not same or (statement.consensus != figure.consensus and slot in ("value", "prior")):
            continue
        if slot not in statement.slots and _may_join(statement, figure, slot):
            statement.slots[slot] = figure
            return statement
    statement = Statement(view, metric, None, named, loss=_loss(named), consensus=figure.consensus)
    statement.slots[slot] = figure
    statements.append(statement)
    return statement


def _accepts(statement: Statement, figure: Figure) -> bool:
    """May a comparison whose nearest metric word is another mention of the same metric join this statement?"""
    return "value" in statement.slots and statement.slots["value"].last < figure.first


def _may_join(statement: Statement, figure: Figure, slot: Slot) -> bool:
    value = statement.slots.get("value")
    if (
        slot in ("prior", "change_abs")
        and value is not None
        and figure.quantity.unit not in (value.quantity.unit, "pp")
    ):
        return False
    if slot == "value" and value is None and (prior := statement.slots.get("prior")) is not None:
        return prior.quantity.unit == figure.quantity.unit
    return not (slot == "value" and "change_pct" in statement.slots and _enumerates(statement, figure))


def _enumerates(statement: Statement, figure: Figure) -> bool:
    return False


def _loss(named: Named | None) -> bool:
    return bool(named and named.mention.term.loss)


def _finished(statement: Statement) -> Statement:
    value = statement.slots.get("value")
    if value is not None and value.loss is not None:
        statement.loss = value.loss
    return statement


def quantities_of(statement: Statement) -> Iterator[tuple[Slot, Quantity]]:
    """The statement's quantities with their signs: losses negative, changes by their direction."""
    signed = metrics()[statement.metric or "other"].sign == "signed"
    for slot, figure in statement.slots.items():
        quantity = figure.quantity
        if slot in ("change_pct", "change_abs"):
            yield slot, negated(quantity) if figure.direction < 0 and not _is_negative(quantity) else quantity
        else:
            loss = statement.loss if figure.loss is None else figure.loss
            yield slot, negated(quantity) if signed and loss and not _is_negative(quantity) else quantity


def _is_negative(quantity: Quantity) -> bool:
    number = quantity.value if quantity.value is not None else quantity.low
    return number is not None and number < 0


def negated(quantity: Quantity) -> Quantity:
    """The same quantity with the opposite sign."""
    flip = lambda number: None if number is None else -number  # noqa: E731
    return replace(quantity, value=flip(quantity.value), low=flip(quantity.high), high=flip(quantity.low))
