"""What a million facts take: the checks across articles against a ledger of ten millions, and the gate.

    python -m benchmarks.scale [--part across|gate] [--facts N] [--ledger N] [--memory 6GB] [--json]

Each part runs in a process of its own and prints wall time, processor time (which other programs stretch less) and its
memory; the synthetic tables are made before the clock starts. Floors, on two cores: checks across articles in 120 s,
the gate in 30 s and 3 GB beside the import of Great Expectations.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from benchmarks import scale_tables
from benchmarks.speed import peak_mb
from tasks import across

FLOORS = {"across": {"wall_s": 120.0}, "gate": {"wall_s": 30.0, "memory_mb": 3000.0}}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a part took. ``memory_mb`` is the most that it had beyond what was there before it began."""

    part: str
    facts: int
    wall_s: float
    processor_s: float
    memory_mb: float
    found: dict[str, int]


def measure_across(folder: Path, memory: str) -> Cost:
    """Check all facts of a ledger against each other; DuckDB goes to disk beyond ``memory``."""
    config: dict[str, Any] = {"threads": 2, "memory_limit": memory, "temp_directory": str(folder)}
    with duckdb.connect(config=config) as connection:
        connection.execute("set enable_progress_bar = false")
        for table in ("read_facts", "articles", "read_verdicts"):
            connection.execute(f"create view {table} as from '{folder}/{table}.parquet'")

        def work() -> dict[str, int]:
            across.prepare(connection)
            connection.execute(f"copy verdicts_across to '{folder}/verdicts.parquet'")
            counted = f"""select concat("check", ' ', outcome), count(*) from '{folder}/verdicts.parquet' group by 1"""
            return dict(connection.sql(counted).fetchall())

        return _measured("across", _rows(folder / "read_facts.parquet"), work)


def measure_gate(folder: Path) -> Cost:
    """Hold the tables of a publication against all expectations; reading the files counts."""
    from expectations import validate
    from expectations.loading import context

    context()

    def work() -> dict[str, int]:
        results = validate({file.stem: pq.read_table(file) for file in folder.glob("*.parquet")}).results
        for failure in (each for each in results if not each.success):
            print(f"  {failure.severity}: {failure.words}", file=sys.stderr)
        return {"passed": sum(each.success for each in results), "failed": sum(not each.success for each in results)}

    return _measured("gate", _rows(folder / "kpi_facts.parquet"), work)


def _measured(part: str, facts: int, work: Callable[[], dict[str, int]]) -> Cost:
    memory, wall, processor = peak_mb(), time.perf_counter(), _processor()
    found = work()
    return Cost(
        part,
        facts,
        time.perf_counter() - wall,
        _processor() - processor,
        peak_mb() - memory,
        dict(sorted(found.items())),
    )


def _rows(file: Path) -> int:
    rows: int = pq.read_metadata(file).num_rows
    return rows


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measured(part: str, facts: int, ledger: int, memory: str) -> Cost:
    """Make the tables of one part and measure it. What a process was forked from counts to its peak, so each does one
    thing: this one is to be small until it measures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make, size = {
            "across": (scale_tables.write_ledger, ledger + facts),
            "gate": (scale_tables.write_publication, facts),
        }[part]
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            other.submit(make, folder, size).result()
        return measure_gate(folder) if part == "gate" else measure_across(folder, memory)


def show(cost: Cost) -> None:
    """Print one part, and by how much it misses its floor."""
    print(f"{cost.part}: {cost.facts:,} facts")
    print(f"  {cost.wall_s:.1f} s, {cost.processor_s:.1f} s of processor time, {cost.memory_mb:,.0f} MB")
    for name, number in cost.found.items():
        print(f"  {name:24}{number:12,}")
    for name, most in FLOORS[cost.part].items():
        if getattr(cost, name) > most:
            print(f"  over its floor: {name} {getattr(cost, name):.0f}, at most {most:.0f}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a million facts take")
    parser.add_argument("--part", choices=FLOORS, action="append", help="only this one")
    parser.add_argument("--facts", type=int, default=1_000_000, metavar="N", help="facts to check (1000000)")
    parser.add_argument("--ledger", type=int, default=10_000_000, metavar="N", help="facts before them (10000000)")
    parser.add_argument("--memory", default="6GB", help="that the checks across articles may take (6GB)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a part")
    arguments = parser.parse_args(argv)
    for part in arguments.part or FLOORS:
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            cost = process.submit(measured, part, arguments.facts, arguments.ledger, arguments.memory).result()
        print(json.dumps(asdict(cost))) if arguments.json else show(cost)


if __name__ == "__main__":
    main()
