"""Series: of all that was printed about one period the best figure, and who supports it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kennzahl.facts import Period, Reading, Verdict
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tests.tasks.handmade import META, Q3_2023, Q3_2024, attempt, revenue_reading

REFUTED = (Verdict(0, "growth", "inconsistent", "8.5 after 7.8 allows 8 to 10 %"),)
UNDATED = Period("????-Q3")
OTHER_STORY = "Mehr Kunden und höhere Preise halfen dem Konzern im Sommer, sagt der Vorstand in Walldorf.\n\n"


def on(day: int) -> datetime:
    return datetime(2024, 10, day, 7, tzinfo=UTC)


def series_of(folder: Path, *readings: Reading) -> list[dict[str, Any]]:
    paths = DataPaths(folder).create()
    attempts = [attempt(str(number), reading) for number, reading in enumerate(readings)]
    Ledger(paths.ledger).append(attempts, run_id="run", engine_version="1")
    publish(paths, "first", lambda _: [])
    with connect(paths) as connection:
        found: list[dict[str, Any]] = connection.sql("from kpi_series").to_arrow_table().to_pylist()
    return found


BEST = [
    ("the finer print", [revenue_reading("8,5"), revenue_reading("8,52", before=OTHER_STORY)], "8.52"),
    ("not refuted", [revenue_reading("8,52", verdicts=REFUTED), revenue_reading("8,5")], "8.5"),
    ("the later", [revenue_reading("8,5", published_at=on(1)), revenue_reading("8,6", published_at=on(2))], "8.6"),
    (
        "the latest outlook, whatever its print",
        [
            revenue_reading("8,55", kind="guidance", published_at=on(1)),
            revenue_reading("9,1", kind="guidance", published_at=on(2)),
        ],
        "9.1",
    ),
]


@pytest.mark.parametrize(("readings", "best"), [case[1:] for case in BEST], ids=[case[0] for case in BEST])
def test_the_best_figure_is(tmp_path: Path, readings: list[Reading], best: str) -> None:
    found = series_of(tmp_path, *readings)
    assert [(row["value"], row["fact_count"]) for row in found] == [(Decimal(best).scaleb(9), 2)]


def test_a_year_before_gives_growth_computed_beside_growth_stated(tmp_path: Path) -> None:
    before, now = series_of(tmp_path, revenue_reading("7,8", None, period=Q3_2023), revenue_reading("8,5", "9"))
    assert (before["growth_stated_pct"], before["growth_computed_pct"]) == (None, None)
    assert now["growth_stated_pct"] == 9 and now["growth_computed_pct"] == pytest.approx(100 * (8.5 / 7.8 - 1))


def test_leap_years_are_no_gap(tmp_path: Path) -> None:
    february = [Period(f"{year}-02", date(year, 2, 1), date(year, 2, last)) for year, last in ((2023, 28), (2024, 29))]
    rows = series_of(tmp_path, *(revenue_reading(f"{n + 1},0", None, period=p) for n, p in enumerate(february)))
    assert [row["growth_computed_pct"] for row in rows] == [None, 100]


def test_copies_are_one_source_and_independent_reports_are_two(tmp_path: Path) -> None:
    copies = [revenue_reading("8,5", url=f"https://{site}.example/1") for site in "ab"]
    assert [row["source_count"] for row in series_of(tmp_path / "copies", *copies)] == [1]
    reports = [revenue_reading("8,5"), revenue_reading("8,5", before=OTHER_STORY)]
    assert [row["source_count"] for row in series_of(tmp_path / "reports", *reports)] == [2]


@pytest.mark.parametrize(
    ("readings", "conflict"),
    [
        ([revenue_reading("8,5"), revenue_reading("8,9", before=OTHER_STORY)], True),
        ([revenue_reading("8,5"), revenue_reading("8,52", before=OTHER_STORY)], False),
        ([revenue_reading("8,5")], False),
        ([revenue_reading("8,5", kind="guidance"), revenue_reading("8,9", before=OTHER_STORY, kind="guidance")], None),
    ],
    ids=["disjoint", "the same, more precise", "alone", "outlooks may differ"],
)
def test_sources_that_exclude_each_other_are_a_conflict(
    tmp_path: Path, readings: list[Reading], conflict: bool | None
) -> None:
    assert [row["is_conflict"] for row in series_of(tmp_path, *readings)] == [conflict]


def test_what_differs_in_its_key_is_another_series(tmp_path: Path) -> None:
    rows = series_of(
        tmp_path,
        revenue_reading("8,5"),
        revenue_reading("8,4", kind="consensus"),
        revenue_reading("7,8", None, period=Q3_2023),
        revenue_reading("30,1", company=META, period=Q3_2024),
    )
    assert len(rows) == len({row["series_id"] for row in rows}) == 4


def test_a_period_without_its_year_is_in_no_series(tmp_path: Path) -> None:
    assert series_of(tmp_path, revenue_reading(period=UNDATED), revenue_reading("9,9", period=None)) == []
