"""History is alive: what is printed later changes what is said of earlier figures, and never what was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kennzahl.facts import Period, Reading
from kennzahl.schema import LEDGER
from tasks import delta
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tests.tasks.handmade import Q3_2023, Q3_2024, attempt, quantity, revenue_reading

Q3_2025 = Period("2025-Q3", date(2025, 7, 1), date(2025, 9, 30))
OTHERS = "Mehr Kunden und höhere Preise halfen dem Konzern im Sommer, sagt der Vorstand in Walldorf.\n\n"
AGAIN = "Zum ersten Mal seit Jahren nennt der Hersteller wieder Zahlen für das ganze Land.\n\n"


def on(year: int, day: int = 22) -> datetime:
    return datetime(year, 10, day, 7, tzinfo=UTC)


def reported(amount: str, period: Period = Q3_2023, **more: Any) -> Reading:
    """A report of a quarter on the day after it, without a comparison."""
    assert period.last is not None
    known: dict[str, Any] = {"published_at": on(period.last.year), "doc_id": f"{period.label}-{amount}"}
    return revenue_reading(amount, None, period=period, verdicts=(), **(known | more))


def compared(amount: str, before: str, period: Period = Q3_2024) -> Reading:
    """A report of a quarter after what was taken for that of the year before."""
    lead = OTHERS if period == Q3_2024 else AGAIN
    known = reported(amount, period, before=f"{lead}Vor einem Jahr waren es {before} Milliarden Euro.\n\n")
    stated, source = known.facts[0], known.article
    prior = quantity(source.text, f"{before} Milliarden Euro", Decimal(before.replace(",", ".")).scaleb(9))
    return replace(known, facts=(replace(stated, prior=prior, basis="yoy"),))


def changed(amount: str, pct: str) -> Reading:
    """A report of 2024 with its growth alone, which implies the year before."""
    known = reported(amount, Q3_2024, before=f"{OTHERS}Das sind {pct} Prozent mehr.\n\n")
    change = quantity(known.article.text, f"{pct} Prozent", pct, "%")
    return replace(known, facts=(replace(known.facts[0], change_pct=change, basis="yoy"),))


class Folder:
    """A data folder into which articles come night after night."""

    def __init__(self, root: Path) -> None:
        self.paths = DataPaths(root).create()
        self.nights = 0

    def night(self, *readings: Reading) -> None:
        """Articles come in, and the tables are published."""
        self.nights += 1
        attempts = [attempt(f"{self.nights}-{number}", reading) for number, reading in enumerate(readings)]
        Ledger(self.paths.ledger).append(attempts, run_id=f"run {self.nights}", engine_version="1")
        assert publish(self.paths, f"publication {self.nights}", lambda _: []).is_new

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        with connect(self.paths) as connection:
            return connection.sql(sql).fetchall()

    def verdicts(self, year: int) -> list[str]:
        """The verdicts of the facts of that year's third quarter, by publication."""
        found = self.ask("select year(period_end), verdict from kpi_facts order by published_at, doc_id")
        return [verdict for of, verdict in found if of == year]

    def series(self, year: int) -> tuple[Any, ...]:
        """Best value in billions, its verdict, conflict, number of sources."""
        found = self.ask(
            "select year(period_end), value_double / 1e9, verdict, is_conflict, source_count from kpi_series"
        )
        [row] = [row for of, *row in found if of == year]
        return tuple(row)

    def recorded(self) -> dict[str, list[Any]]:
        """Every row of the ledger."""
        tables = {name: delta.dataset(self.paths.ledger, table).to_table() for name, table in LEDGER.items()}
        return {name: table.to_pylist() for name, table in tables.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


CONFIRMED, REFUTED = "consistent", "inconsistent"
LATER = [
    (compared("8,5", "7,8"), CONFIRMED),
    (compared("8,5", "8,2"), REFUTED),
    (changed("8,5", "9"), CONFIRMED),
    (changed("8,5", "4"), REFUTED),
]


@pytest.mark.parametrize(("later", "verdict"), LATER, ids=["says so", "says other", "implies it", "implies other"])
def test_a_later_comparison_changes_verdict_and_series_of_the_earlier_figure(
    later: Reading, verdict: str, folder: Folder
) -> None:
    folder.night(reported("7,8"))
    assert (folder.verdicts(2023), folder.series(2023)) == (["unchecked"], (7.8, "unchecked", False, 1))
    before = folder.recorded()
    folder.night(later)
    assert folder.verdicts(2023) == folder.verdicts(2024) == [verdict]
    assert folder.series(2023) == (7.8, verdict, False, 1)
    after = folder.recorded()
    assert all(row in after[name] for name, rows in before.items() for row in rows), "and nothing is rewritten"
    assert after["verdicts"] == [], "and nothing of it is written down"


def test_a_later_article_that_says_other_for_the_same_quarter_is_a_conflict(folder: Folder) -> None:
    folder.night(reported("7,8"))
    folder.night(reported("8,2", before=OTHERS, published_at=on(2023, 23)))
    assert folder.verdicts(2023) == [REFUTED, REFUTED]
    assert folder.series(2023) == (8.2, REFUTED, True, 2)


def test_a_third_voice_decides_and_the_series_takes_the_other_side(folder: Folder) -> None:
    folder.night(reported("7,8"))
    folder.night(reported("8,2", before=OTHERS, published_at=on(2023, 23)))
    folder.night(reported("7,80", before=AGAIN, published_at=on(2023, 24)))
    assert folder.verdicts(2023) == [CONFIRMED, REFUTED, CONFIRMED]
    assert folder.series(2023) == (7.8, CONFIRMED, True, 3)


def test_the_year_after_confirms_what_the_year_before_refuted(folder: Folder) -> None:
    folder.night(reported("7,8"), compared("8,5", "8,2"))
    assert folder.verdicts(2023) == [REFUTED]
    folder.night(compared("9,1", "8,5", Q3_2025))
    assert (folder.verdicts(2023), folder.verdicts(2024), folder.verdicts(2025)) == ([REFUTED], [REFUTED], [CONFIRMED])
    hindsight = folder.ask("select outcome from kpi_checks where \"check\" = 'hindsight' order by all")
    assert hindsight == [(CONFIRMED,), (REFUTED,)]


def test_an_earlier_article_that_comes_in_late_changes_the_later_one(folder: Folder) -> None:
    folder.night(compared("8,5", "8,2"))
    assert folder.verdicts(2024) == ["unchecked"]
    folder.night(reported("7,8"))
    assert folder.verdicts(2024) == folder.verdicts(2023) == [REFUTED]


def test_a_corrected_text_of_the_later_article_takes_its_objection_back(folder: Folder) -> None:
    url = "https://news.example/sap"
    wrong, right = (replace(each, article=replace(each.article, url=url)) for each in (LATER[1][0], LATER[0][0]))
    folder.night(reported("7,8"), wrong)
    assert folder.verdicts(2023) == [REFUTED]
    folder.night(right)
    assert folder.verdicts(2023) == [CONFIRMED]
    assert len(folder.recorded()["facts"]) == 3


def test_a_figure_that_is_only_a_comparison_is_no_series_of_its_own(folder: Folder) -> None:
    folder.night(compared("8,5", "7,8"))
    assert folder.ask("select period_label from kpi_series") == [("2024-Q3",)]
