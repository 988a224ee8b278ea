"""A small publication in which everything is right, typed as the declaration says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar

import pandas as pd

from kennzahl import schema
from tasks.arrow import from_rows

Number = TypeVar("Number", Decimal, float)
NOW = datetime(2025, 1, 30, 12, tzinfo=UTC)
_DEFAULTS: dict[str, Any] = {
    "string": "text",
    "int32": 1,
    "int64": 1,
    "double": 0.5,
    "decimal": Decimal(5),
    "bool": False,
    "date": date(2024, 1, 1),
    "timestamp": NOW,
    "binary": b"1",
}


def row(table: str, **values: Any) -> dict[str, Any]:
    """A row in which every column that may not be null holds something; the others only what is given."""
    filled = {
        column.name: column.allowed[0] if column.allowed else _DEFAULTS[column.type]
        for column in schema.table(table).columns
        if not column.nullable
    }
    return {**filled, **values}


def figure(name: str, value: Number, step: float, printed: str) -> dict[str, Any]:
    """The columns of one printed figure without a hedge."""
    half = type(value)(step) / 2
    return {
        name: value,
        f"{name}_low": value - half,
        f"{name}_high": value + half,
        f"{name}_is_range": False,
        f"{name}_step": step,
        f"{name}_printed": printed,
        f"{name}_hedge": "=",
    }


def _fact(number: int, growth: float, **more: Any) -> dict[str, Any]:
    return row(
        "kpi_facts",
        fact_id=f"fact{number}",
        article_id="article1",
        company_slug="beispiel",
        metric="revenue",
        unit="EUR",
        prior_unit="EUR",
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        basis="yoy",
        period_how="stated",
        span_start=0,
        span_end=10,
        **figure("value", Decimal(5_200_000_000), 1e8, "5,2 Milliarden Euro"),
        **figure("prior_value", Decimal(4_900_000_000), 1e8, "4,9 Milliarden"),
        **figure("change_pct", growth, 1.0, f"{growth:.0f} Prozent"),
        **more,
    )


def _check(number: int, outcome: str) -> dict[str, Any]:
    words = "5.2 after 4.9 billion allows 4.0 to 8.2 %; the article says something"
    intervals = {"claimed_low": 5.5, "claimed_high": 6.5, "implied_low": 4.0, "implied_high": 8.2}
    return row(
        "kpi_checks",
        check_id=f"check{number}",
        fact_id=f"fact{number}",
        check="growth",
        outcome=outcome,
        words=words,
        **intervals,
    )


ROWS: dict[str, list[dict[str, Any]]] = {
    "articles": [
        row(
            "articles",
            article_id="article1",
            text_sha256="0" * 64,
            published_at=NOW,
            figure_count=9,
            fact_count=2,
            set_aside_count=1,
            unread_count=0,
            unread_share=0.0,
        )
    ],
    "kpi_facts": [_fact(1, 6.0), _fact(2, 12.0)],
    "kpi_checks": [_check(1, "consistent"), _check(2, "inconsistent")],
    "kpi_series": [
        row(
            "kpi_series",
            company_slug="beispiel",
            metric="revenue",
            fact_id="fact1",
            period_start=date(2024, 1, 1),
            period_end=date(2024, 12, 31),
            value_low=Decimal(5),
            value_high=Decimal(6),
            first_published_at=NOW,
            last_published_at=NOW,
        )
    ],
    "issues": [row("issues", article_id="article1", reason="share_price", words="a share price, no key figure")],
    "companies": [row("companies", company_slug="beispiel", isin="DE0007164600", first_published_at=NOW,
                      last_published_at=NOW)],
    "metrics": [row("metrics", metric="revenue")],
    "calendar": [row("calendar", date=date(2024, 1, 1))],
}  # fmt: skip


def _in_ledger(table: str, curated: list[dict[str, Any]], **more: Any) -> list[dict[str, Any]]:
    names = schema.table(table).names
    return [row(table, **{key: value for key, value in {**each, **more}.items() if key in names}) for each in curated]


_READ = {"reading_id": "reading1"}
BATCH: dict[str, list[dict[str, Any]]] = {
    "ledger.captures": [row("ledger.captures", reading_id="whole1", issue_count=0)],
    "ledger.articles": _in_ledger(
        "ledger.articles", ROWS["articles"], **_READ, verdict_count=2, issue_count=1, figure_count=9
    ),
    "ledger.facts": _in_ledger("ledger.facts", ROWS["kpi_facts"], **_READ),
    "ledger.verdicts": _in_ledger("ledger.verdicts", ROWS["kpi_checks"], **_READ),
    "ledger.issues": _in_ledger("ledger.issues", ROWS["issues"], **_READ),
}
SOURCES = pd.DataFrame({"source": ["Blatt"], "stale": [0], "failed_share": [0.1]})


def tables() -> dict[str, pd.DataFrame]:
    """The publication, a batch of the ledger and the sources, on Arrow dtypes."""
    made = {
        name: from_rows(rows, name).to_pandas(types_mapper=pd.ArrowDtype) for name, rows in {**ROWS, **BATCH}.items()
    }
    return {**made, "sources": SOURCES.convert_dtypes(dtype_backend="pyarrow")}
