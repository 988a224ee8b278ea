"""The published facts as the contract writes them: what ``kennzahl read --json`` prints, but from the tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tasks.paths import DataPaths
from tasks.query import connect

Number = int | float

_FACTS = """
select a.doc_id as article, f.*
from articles a left join kpi_facts f using (article_id)
order by a.doc_id, a.article_id, f.span_start, f.fact_id
"""


def published(paths: DataPaths) -> Iterator[dict[str, Any]]:
    """One ``{"doc_id", "facts"}`` for each published article, also for those without facts, by ``doc_id``.

    Raises:
        FileNotFoundError: nothing was published yet.
    """
    with connect(paths) as connection:
        rows = connection.sql(_FACTS).to_arrow_table().to_pylist()
    documents: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        facts = documents.setdefault(row["article"], [])
        if row["fact_id"] is not None:
            facts.append(contract_of(row))
    for doc_id, facts in documents.items():
        yield {"doc_id": doc_id, "facts": facts}


def contract_of(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``kpi_facts`` as the contract's JSON."""
    return {
        "company": row["company"],
        "segment": row["segment"],
        "metric": row["metric"],
        "adjusted": row["adjusted"],
        "kind": row["kind"],
        "period": row["period_label"],
        "value": _amount(row, "value"),
        "unit": row["unit"],
        "approx": row["approx"],
        "change_pct": _amount(row, "change_pct"),
        "change_abs": None if row["change_abs_is_range"] else _amount(row, "change_abs"),
        "prior_value": _amount(row, "prior_value"),
        "basis": row["basis"],
        "quote": row["quote"],
    }


def _amount(row: dict[str, Any], name: str) -> Number | list[Number | None] | None:
    if row[f"{name}_is_range"]:
        return [_number(row[f"{name}_low"]), _number(row[f"{name}_high"])]
    return _number(row[name])


def _number(value: Decimal | float | None) -> Number | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
