"""Statements of one metric in a sentence that fill each other up: a value, and what it is compared with."""

from __future__ import annotations

from decimal import Decimal

from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.grouping import begins_anew, tells_of_parts
from kennzahl.reading.statement import Slot, Statement
from kennzahl.reading.view import Figure

BRACKETS = 3  # words from "474" to what is in brackets behind its noun
APART = 8  # words between a whole statement and what is another one


def joined(statement: Statement, statements: list[Statement]) -> Statement:
    """Join a statement to an earlier one of the same metric that lacks just what it says, or append it."""
    for other in reversed(statements):
        alike = other.metric == statement.metric or _was_earned(other, statement)
        if not alike or other.consensus != statement.consensus:
            continue
        if set(other.slots) & set(statement.slots) or not _fills(other, statement) or _apart(other, statement):
            continue
        if _contradict(other.slots | statement.slots):
            continue
        compares = {"prior"} in (set(statement.slots), set(other.slots))
        if statement.named is None or _counts_alike(statement, other) or compares or _brackets(other, statement):
            if compares and statement.named is not other.named:
                _keep_signs(other, statement)
            other.slots |= statement.slots
            return other
    statement.previous = statements[-1] if statements else None
    statements.append(statement)
    return statement


def _was_earned(other: Statement, statement: Statement) -> bool:
    """ "Das Ebitda lag bei 5 Millionen; vor einem Jahr waren nur 3 | hängen geblieben": of the same profit."""
    named = statement.named
    earned = named is not None and statement.view.has("earns", named.first, named.last)
    alike = (other.metric == "eps") == (statement.metric == "eps")
    return earned and alike and set(statement.slots) == {"prior"} and other.metric in PROFITS


def _counts_alike(one: Statement, other: Statement) -> bool:
    """The same words, or the same thing counted again ("41.300 Tonnen ..., 1.200 Tonnen weniger")?"""
    if one.named is other.named or one.named is None or other.named is None:
        return one.named is other.named
    counted = one.named.mention.term.counted and set(one.slots) == {"change_abs"}
    words = [one.view.forms(named.first, named.last) for named in (one.named, other.named)]
    return counted and words[0] == words[1]


def _brackets(other: Statement, statement: Statement) -> bool:
    """ "um 42 Tonnen auf 474 Tonnen (| +9 Prozent)": is it the change in brackets right behind a value?"""
    value, lead = other.slots.get("value"), statement.lead
    changed = lead.role == "change" and lead.rule == "brackets"
    return changed and value is not None and 0 < lead.first - value.last <= BRACKETS


def _keep_signs(other: Statement, statement: Statement) -> None:
    """ "Statt eines Überschusses von 4 Millionen fiel ein Verlust von | 1,7 an": each has its own sign."""
    compared, kept = (other, statement) if set(other.slots) == {"prior"} else (statement, other)
    prior = compared.slots["prior"]
    if prior.loss is None and compared.named is not None:
        prior.loss = compared.loss
    other.loss, other.named = kept.loss, kept.named


def _contradict(slots: dict[Slot, Figure]) -> bool:
    """ "added 310,000 clients, and had 13 million, up from 12 million": a change of another stretch of time. A misprint
    is closer to what is right."""
    value, prior = (slots[name].quantity.value if name in slots else None for name in ("value", "prior"))
    change = slots.get("change_abs") or slots.get("change_pct")
    if value is None or not prior or change is None or not change.quantity.value:
        return False
    moved = abs(value - prior) if "change_abs" in slots else abs(value / prior - 1) * 100
    return not Decimal("0.5") <= moved / abs(change.quantity.value) <= 2


def _apart(other: Statement, statement: Statement) -> bool:
    """A second comparison: behind a "but", or far behind a statement that has its own."""
    low, high = other.figures[-1].last, statement.figures[0].first
    if tells_of_parts(other.view, low + 1, high - 1) or begins_anew(other.view, low + 1, high - 1):
        return True
    if set(other.slots) == {"prior"} and other.slots["prior"].guidance_prior and low < high:
        view = other.view  # "had forecast 89 cents for the quarter and | $3.50 for the year": another old plan
        return view.has("and", low, high) and not view.has("guidance", low, high) and not view.has("now", low, high)
    if {"value", "prior", "change_pct", "change_abs"} & set(other.slots) and low < high:
        whole = "value" in other.slots and len(other.slots) > 1
        return other.view.has("contrast", low, high) or (whole and high - low > APART)
    return False


def _fills(other: Statement, statement: Statement) -> bool:
    units = {
        f.quantity.unit for slot, f in (*other.slots.items(), *statement.slots.items()) if slot in ("value", "prior")
    }
    return len(units) <= 1 and ("value" in other.slots or "value" in statement.slots)
