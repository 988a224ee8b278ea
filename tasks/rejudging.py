"""Articles judged again: what the checks within an article say once some of its facts are corrected or set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from kennzahl.checking import check
from kennzahl.corrections import Value
from kennzahl.facts import Article, Company, Fact, Period, Quantity
from kennzahl.reading import read
from tasks.corrected import FIGURES, UNITS
from tasks.rows import Numbered, Row, rows_of, verdict_row

_SLOTS = {"value": "value", "prior_value": "prior", "change_pct": "change_pct", "change_abs": "change_abs"}


def judged_again(
    article: Row, as_read: Mapping[str, Row], now: Mapping[str, Row], changes: Mapping[str, Mapping[str, Value]]
) -> list[Row] | None:
    """The verdicts on the facts of one article, rows of the ledger without ``reading_id`` and ``recorded_at``.

    ``article`` is its row in the ledger; ``as_read`` are its facts there by id, ``now`` those that are left as they are
    corrected, ``changes`` the columns that were set. None where today's engine reads other facts than it read then:
    what was hedged, and how, is in the text only.
    """
    reading = read(_article(article))
    ids = [row["fact_id"] for row in rows_of(reading).facts]
    if len(ids) != len(reading.facts) or set(ids) != as_read.keys():
        return None
    kept = [at for at, fact_id in enumerate(ids) if fact_id in now]
    facts = tuple(_fact(reading.facts[at], now[ids[at]], changes.get(ids[at], {})) for at in kept)
    conversions = tuple(
        replace(one, fact=kept.index(one.fact))
        for one in reading.conversions
        if one.fact in kept and not changes.get(ids[one.fact], {}).keys() & {*FIGURES, "unit"}
    )
    verdicts = check(replace(reading, facts=facts, conversions=conversions))
    unique = Numbered()
    return [verdict_row(verdict, ids[kept[verdict.fact]], unique) for verdict in verdicts]


def _article(row: Row) -> Article:
    known = {field.name: row[field.name] for field in fields(Article) if row.get(field.name) is not None}
    return Article(**known | {"title_end": len(row["title"] or ""), "notes": ()})


def _fact(fact: Fact, row: Row, change: Mapping[str, Value]) -> Fact:
    """The fact with what was set in its row, and in that only."""
    if not change:
        return fact
    company = Company(row["company_slug"], row["company"], row["isin"], row["ticker"], row["lei"], row["industry"],
                      row["country"], row["seat"])  # fmt: skip
    label = row["period_label"]
    dated = change.keys() & {"period_label", "period_start"}
    period = Period(label, row["period_start"], row["period_end"]) if label and dated else fact.period
    figures: dict[str, Any] = {slot: _quantity(getattr(fact, slot), name, row, change) for name, slot in _SLOTS.items()}
    same: dict[str, Any] = {name: row[name] for name in ("metric", "kind", "segment", "adjusted", "basis")}
    return replace(fact, company=company, period=period if label else None, **same, **figures)


def _quantity(before: Quantity | None, name: str, row: Row, change: Mapping[str, Value]) -> Quantity | None:
    unit = row[UNITS[name]] if name in UNITS else "%"
    if name not in change:
        return replace(before, unit=unit) if before is not None and "unit" in change and name in UNITS else before
    if row[name] is None:
        return None
    printed, step = row[f"{name}_printed"], Decimal(str(row[f"{name}_step"]))
    return Quantity(0, len(printed), printed, unit, Decimal(str(row[name])), step)
