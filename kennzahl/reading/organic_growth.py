"""Growth without what was bought and sold: of revenue a metric of its own."""

from __future__ import annotations

from dataclasses import replace

from kennzahl.facts import Fact
from kennzahl.reading.qualities import organic
from kennzahl.reading.statement import Statement


def with_organic_growth(fact: Fact, statement: Statement) -> list[Fact]:
    """Organic growth of revenue is a metric of its own; of anything else it is that metric, adjusted."""
    if fact.metric == "organic_growth":
        value = fact.value or fact.change_pct
        return [replace(fact, value=value, change_pct=None)] if value else []
    change = statement.slots.get("change_pct")
    if change is None and fact.metric != "revenue":
        change = statement.slots.get("change_abs")
    if change is None or not (organic(statement, change) or _beside_organic(statement)):
        return [fact]
    if fact.metric != "revenue":
        return [replace(fact, adjusted=True)]
    growth = replace(
        fact,
        metric="organic_growth",
        value=fact.change_pct,
        prior=None,
        change_pct=None,
        change_abs=None,
        basis=None,
        adjusted=False,
    )
    if fact.value is None:
        return [growth]
    return [replace(fact, change_pct=None, basis=fact.basis if fact.prior else None), growth]


def _beside_organic(statement: Statement) -> bool:
    """ "Same-store sales rose 8 percent, versus the 5 percent that analysts expected": both are organic."""
    before = statement.previous
    change = before.slots.get("change_pct") if before is not None else None
    if before is None or change is None or not statement.consensus or before.named is not statement.named:
        return False
    return organic(before, change)
