"""A statement: what one sentence says of one metric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kennzahl.catalog.metrics import metrics
from kennzahl.facts import Quantity
from kennzahl.reading.borrowing import is_negative, negated
from kennzahl.reading.view import Figure, Named, View

Slot = Literal["value", "prior", "change_pct", "change_abs"]

LEADS: tuple[Slot, ...] = ("value", "change_pct", "change_abs", "prior")
"""What a statement stands on, the first of these that it has."""


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
    previous: Statement | None = None
    """The statement before it in its sentence."""

    @property
    def figures(self) -> list[Figure]:
        return sorted(self.slots.values(), key=lambda figure: figure.first)

    @property
    def lead(self) -> Figure:
        """The figure that the statement stands on."""
        return next(filter(None, map(self.slots.get, LEADS)))


def _is_signed(statement: Statement) -> bool:
    """ "turned from 3 million to | -5 million": does a sign tell the value from what it came from?"""
    value = statement.slots.get("value")
    return value is not None and value.loss is True and is_negative(value.quantity)


def quantities_of(statement: Statement) -> Iterator[tuple[Slot, Quantity]]:
    """The statement's quantities with their signs: losses negative, changes by their direction."""
    signed = metrics()[statement.metric].sign == "signed"
    for slot, figure in statement.slots.items():
        quantity = figure.quantity
        if slot in ("change_pct", "change_abs"):
            flips = figure.direction < 0 and quantity.form != "multiple"
        elif statement.metric == "organic_growth":
            flips = figure.direction < 0
        else:
            flips = signed and (statement.loss if figure.loss is None else figure.loss)
        told = is_negative(quantity) or quantity.printed.startswith("+") or (slot == "prior" and _is_signed(statement))
        yield slot, negated(quantity) if flips and not told else quantity
