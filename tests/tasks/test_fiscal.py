"""Periods that a company names after its own years, dated at publication; the printed label stays."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kennzahl.facts import Company, Period, Reading
from kennzahl.schema import LEDGER
from tasks.arrow import from_rows
from tasks.decisions import decide
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tasks.rows import rows_of
from tests.tasks.handmade import attempt, revenue_reading

SIEMENS, APPLE, SAP = Company("siemens", "Siemens"), Company("apple", "Apple"), Company("sap", "SAP")
TOSHIBA, UNKNOWN = Company("toshiba", "Toshiba"), Company("muster", "Muster")
DECIDED = ("articles", "facts", "verdicts", "issues")
OCTOBER = datetime(2024, 10, 21, tzinfo=UTC)


def calendar_quarter(year: int, quarter: int, how: str = "stated") -> Period:
    last = date(year, 3 * quarter, 30 if quarter in (2, 3) else 31)
    return Period(f"{year}-Q{quarter}", date(year, 3 * quarter - 2, 1), last, how)  # type: ignore[arg-type]


def dated(reading: Reading) -> tuple[str | None, date | None, date | None]:
    """Label, first and last day of the one fact, as they are published."""
    rows = [row | {"reading_id": "one"} for row in rows_of(reading).facts]
    tables = {name: from_rows(rows if name == "facts" else [], LEDGER[name]) for name in DECIDED}
    [fact] = decide(**tables, corrections=()).facts.to_pylist()
    return fact["period_label"], fact["period_start"], fact["period_end"]


CASES = [
    ("a quarter of its own", SIEMENS, Period("2024-Q3"), "actual", "2024-04-01", "2024-06-30"),
    ("a year over two calendar years", SIEMENS, Period("2022/23"), "actual", "2022-10-01", "2023-09-30"),
    ("a plan for the year that runs", SIEMENS, Period("2024/25"), "guidance", "2024-10-01", "2025-09-30"),
    ("a fiscal year that is the calendar's", SAP, Period("2023"), "actual", "2023-01-01", "2023-12-31"),
    ("no result before its end", SIEMENS, Period("2025-Q3"), "actual", None, None),
    ("no plan for what is long over: it names years by their start", TOSHIBA, Period("2024"), "guidance", None, None),
    ("a company whose year nobody knows", UNKNOWN, Period("2023/24"), "actual", None, None),
    ("a quarter without a year", SIEMENS, Period("????-Q3"), "actual", None, None),
    ("read by the calendar, but not over", APPLE, calendar_quarter(2024, 4), "actual", "2024-07-01", "2024-09-30"),
    ("read by the calendar, and over", APPLE, calendar_quarter(2024, 2), "actual", "2024-04-01", "2024-06-30"),
    ("this quarter", APPLE, calendar_quarter(2024, 4, "relative"), "actual", "2024-10-01", "2024-12-31"),
    (
        "what the text dates itself",
        SIEMENS,
        Period("2024-Q2", date(2024, 2, 1), date(2024, 4, 30)),
        "actual",
        "2024-02-01",
        "2024-04-30",
    ),
]


@pytest.mark.parametrize(
    ("company", "period", "kind", "first", "last"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_period_has_the_days_of_the_companys_year(
    company: Company, period: Period, kind: str, first: str | None, last: str | None
) -> None:
    reading = revenue_reading(company=company, period=period, kind=kind, published_at=OCTOBER)
    days = tuple(day and date.fromisoformat(day) for day in (first, last))
    assert dated(reading) == (period.label, *days)


def test_own_quarters_meet_in_one_series_with_those_of_others(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data").create()
    own = revenue_reading("8,5", company=SIEMENS, period=Period("2024-Q3"))
    calendar = revenue_reading("8,52", company=SIEMENS, period=calendar_quarter(2024, 2), before="Bericht\n\n")
    Ledger(paths.ledger).append([attempt("a", own), attempt("b", calendar)], run_id="run", engine_version="1")
    publish(paths, "first", lambda _: [])
    with connect(paths) as curated:
        assert curated.sql("select fact_count, value from kpi_series").fetchall() == [(2, 8_520_000_000)]
