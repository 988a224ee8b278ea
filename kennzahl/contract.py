"""A fact as the contract writes it: the JSON object that gold files hold and ``kennzahl read --json`` prints."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from kennzahl.facts import Article, Fact, Quantity

Number: TypeAlias = int | float


def to_contract(fact: Fact, article: Article) -> dict[str, object]:
    """All fields of one fact in base units, ``quote`` being its evidence to the letter.

    A number is an int where it is integral and a float elsewhere; an explicit range is a pair ``[low, high]``. A
    change in points of a ratio is a plain number; a change that is itself a range has no place in the contract and
    becomes null.
    """
    change_abs = fact.change_abs
    return {
        "company": fact.company.name,
        "segment": fact.segment,
        "metric": fact.metric,
        "adjusted": fact.adjusted,
        "kind": fact.kind,
        "period": fact.period.label if fact.period else None,
        "value": amount(fact.value),
        "unit": _unit(fact.value),
        "approx": fact.approx,
        "change_pct": amount(fact.change_pct),
        "change_abs": None if change_abs is None or change_abs.is_range else amount(change_abs),
        "prior_value": amount(fact.prior),
        "basis": fact.basis,
        "quote": article.text[fact.span.start : fact.span.end],
    }


def amount(quantity: Quantity | None) -> Number | list[Number] | None:
    """A quantity as JSON: a number, a pair for a range, None for none."""
    if quantity is None:
        return None
    if quantity.low is not None and quantity.high is not None:
        return [_number(quantity.low), _number(quantity.high)]
    return None if quantity.value is None else _number(quantity.value)


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)


def _unit(quantity: Quantity | None) -> str | None:
    if quantity is None:
        return None
    return "%" if quantity.unit == "pp" else quantity.unit
