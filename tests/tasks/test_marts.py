"""The curated tables: typed as declared, complete at every instant, untouched while nothing is new."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kennzahl.facts import Issue, Reading, Span, Verdict
from kennzahl.schema import LEDGER, MARTS
from tasks import delta
from tasks.arrow import schema_of
from tasks.ledger import Ledger
from tasks.marts import FILES, PACKAGE, GateClosed, Publication, publish
from tasks.paths import DataPaths
from tasks.publication import only_publisher
from tests.tasks.dying import die
from tests.tasks.handmade import attempt, batch, revenue_reading

DUCKDB_TYPES = {
    "string": "VARCHAR",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "decimal": "DECIMAL(24,4)",
    "bool": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
}
PANDAS_TYPES = {
    "string": "string[pyarrow]",
    "int32": "int32[pyarrow]",
    "int64": "int64[pyarrow]",
    "double": "double[pyarrow]",
    "decimal": "decimal128(24, 4)[pyarrow]",
    "bool": "bool[pyarrow]",
    "date": "date32[day][pyarrow]",
    "timestamp": "timestamp[us, tz=UTC][pyarrow]",
}


def let_pass(tables: Mapping[str, pa.Table]) -> list[str]:
    return []


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return DataPaths(tmp_path).create()


def add(paths: DataPaths, *attempts: object) -> None:
    Ledger(paths.ledger).append(attempts, run_id="run", engine_version="1")  # type: ignore[arg-type]


def published(paths: DataPaths, publication_id: str = "first") -> Publication:
    return publish(paths, publication_id, let_pass)


def rows(paths: DataPaths, table: str) -> list[dict[str, object]]:
    # Opened once: a reader that opens a file by name twice may meet two files.
    content = (paths.curated / FILES[table]).read_bytes()
    found: list[dict[str, object]] = pq.read_table(pa.BufferReader(content)).to_pylist()
    return found


def state_of(paths: DataPaths) -> dict[str, tuple[str, int]]:
    """Content and time of every curated file."""
    files = [path for path in sorted(paths.curated.rglob("*")) if path.is_file()]
    return {path.name: (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in files}


def ids_of(paths: DataPaths) -> set[str]:
    """The publications that the rows of all tables name."""
    return {str(row["publication_id"]) for table in MARTS for row in rows(paths, table)}


def test_a_publication_writes_every_table_and_the_package_that_describes_them(paths: DataPaths) -> None:
    add(paths, *batch())
    publication = published(paths)
    assert publication.is_new and publication.publication_id == "first"
    assert publication.rows["kpi_facts"] == 3 and publication.rows["issues"] == 1
    assert all(publication.rows[table] == len(rows(paths, table)) for table in MARTS)
    assert ids_of(paths) == {"first"}
    package = json.loads((paths.curated / PACKAGE).read_text("utf-8"))
    assert {resource["path"] for resource in package["resources"]} == set(FILES.values())
    assert not [left for left in paths.staging.iterdir() if left.name != ".lock"]


@pytest.mark.parametrize("empty", [False, True], ids=["rows", "no rows"])
def test_duckdb_and_pandas_read_the_declared_types(paths: DataPaths, empty: bool) -> None:
    add(paths, attempt("none") if empty else attempt("one", revenue_reading()))
    published(paths)
    for name, table in MARTS.items():
        file = str(paths.curated / FILES[name])
        described = duckdb.sql(f"describe from read_parquet('{file}')").fetchall()
        assert {row[0]: row[1] for row in described} == {c.name: DUCKDB_TYPES[c.type] for c in table.columns}
        frame = pd.read_parquet(file, dtype_backend="pyarrow")
        assert dict(frame.dtypes.astype(str)) == {c.name: PANDAS_TYPES[c.type] for c in table.columns}


def test_descriptions_travel_with_the_files(paths: DataPaths) -> None:
    add(paths, *batch())
    published(paths)
    schema = pq.read_schema(paths.curated / FILES["kpi_facts"])
    assert schema.equals(schema_of("kpi_facts"), check_metadata=True)
    assert schema.field("change_pct").metadata[b"description"].endswith(b"in percent; null for a range")


def test_an_unchanged_ledger_leaves_every_file_as_it_is(paths: DataPaths) -> None:
    add(paths, *batch())
    published(paths)
    before = state_of(paths)
    Ledger(paths.ledger).tidy()
    add(paths, *batch())
    again = published(paths, "second")
    assert not again.is_new and again.publication_id == "first" and again.rows["kpi_facts"] == 3
    assert state_of(paths) == before


def test_a_lost_file_is_published_again(paths: DataPaths) -> None:
    add(paths, *batch())
    published(paths)
    (paths.curated / FILES["metrics"]).unlink()
    assert published(paths, "second").is_new and ids_of(paths) == {"second"}


@pytest.mark.parametrize("package", ["", "[]", '{"kennzahl": 1}', "{"])
def test_a_broken_package_file_is_published_again(paths: DataPaths, package: str) -> None:
    add(paths, *batch())
    published(paths)
    (paths.curated / PACKAGE).write_text(package)
    assert published(paths, "second").is_new


def test_a_closed_gate_leaves_the_tables_of_before(paths: DataPaths) -> None:
    add(paths, attempt("one", revenue_reading()))
    published(paths)
    before = state_of(paths)
    add(paths, attempt("two", revenue_reading("9,9")))
    with pytest.raises(GateClosed, match="too few articles; no dates") as closed:
        publish(paths, "second", lambda tables: ["too few articles", "no dates"])
    assert closed.value.failures == ("too few articles", "no dates")
    assert state_of(paths) == before
    assert published(paths, "third").is_new


def test_a_damaged_ledger_is_not_published(paths: DataPaths) -> None:
    add(paths, *batch())
    delta.delete(paths.ledger, LEDGER["verdicts"], "true")
    with pytest.raises(GateClosed, match="ledger table verdicts, which now has 0"):
        published(paths)
    assert not state_of(paths)


@pytest.mark.parametrize(
    ("step", "completes"),
    [(4, False), (10, False), (11, True), (15, True)],
    ids=["while staging", "before the journal", "before the first move", "between moves"],
)
def test_a_killed_publication_never_began_or_is_completed(paths: DataPaths, step: int, completes: bool) -> None:
    add(paths, attempt("one", revenue_reading()))
    published(paths)
    add(paths, attempt("two", revenue_reading("9,9")))
    assert die("publish", paths.root, step).returncode == -9
    assert ids_of(paths) == ({"first", "second"} if step == 15 else {"first"}), "and every file is whole"
    with only_publisher(paths):
        assert ids_of(paths) == {"second" if completes else "first"}
    published(paths, "third")
    assert len(ids_of(paths)) == 1 and len(rows(paths, "kpi_facts")) == 2


def test_a_reader_during_publications_always_sees_whole_files(paths: DataPaths) -> None:
    add(paths, attempt("0", revenue_reading("1,1")))
    published(paths, "p0")
    seen: set[str] = set()
    faults: list[str] = []
    done = threading.Event()

    def poll() -> None:
        while not done.is_set():
            for table in ("kpi_facts", "metrics"):
                try:
                    found = {str(row["publication_id"]) for row in rows(paths, table)}
                except (OSError, pa.ArrowException) as error:
                    faults.append(repr(error))
                else:
                    seen.update(found)
                    if len(found) != 1:
                        faults.append(f"{table}: {found}")

    reader = threading.Thread(target=poll)
    reader.start()
    try:
        for number in range(1, 4):
            add(paths, attempt(str(number), revenue_reading(f"{number},2")))
            published(paths, f"p{number}")
    finally:
        done.set()
        reader.join(timeout=60)
    assert not faults and seen <= {"p0", "p1", "p2", "p3"} and len(seen) > 1


def test_the_latest_text_of_an_article_is_the_one_that_counts(paths: DataPaths) -> None:
    url = "https://news.example/sap"
    add(paths, attempt("a", revenue_reading("8,5", url=url, doc_id="first")))
    add(paths, attempt("b", revenue_reading("8,6", url=url, doc_id="update")))
    published(paths)
    assert [row["doc_id"] for row in rows(paths, "articles")] == ["update"]
    assert [row["value"] for row in rows(paths, "kpi_facts")] == [Decimal("8600000000")]


@pytest.mark.parametrize(
    ("outcomes", "verdict", "words"),
    [
        ([], "unchecked", None),
        (["uninformative"], "uninformative", "0 uninformative"),
        (["uninformative", "consistent"], "consistent", "1 consistent"),
        (["consistent", "inconsistent", "uninformative"], "inconsistent", "1 inconsistent"),
    ],
)
def test_the_gravest_verdict_is_the_facts(
    paths: DataPaths, outcomes: list[str], verdict: str, words: str | None
) -> None:
    given = tuple(Verdict(0, f"check {i}", outcome, f"{i} {outcome}") for i, outcome in enumerate(outcomes))  # type: ignore[arg-type]
    add(paths, attempt("one", revenue_reading(verdicts=given)))
    published(paths)
    fact = rows(paths, "kpi_facts")[0]
    assert (fact["verdict"], fact["verdict_words"]) == (verdict, words)
    assert len(rows(paths, "kpi_checks")) == len(outcomes)


def test_unread_figures_are_a_share_of_all_figures(paths: DataPaths) -> None:
    reading = revenue_reading()
    issues = (
        Issue("unread", "unread", "9 was not understood.", Span(3, 4), Span(0, 9), "9"),
        Issue("set_aside", "share_price", "9 is a share price.", Span(5, 6), Span(0, 9), "9"),
    )
    add(paths, attempt("one", Reading(reading.article, reading.facts, (), issues, figures=4)))
    published(paths)
    article = rows(paths, "articles")[0]
    assert (article["unread_count"], article["set_aside_count"], article["unread_share"]) == (1, 1, 0.25)
    assert [row["doc_id"] for row in rows(paths, "issues")] == ["sap", "sap"]


def test_an_input_without_an_article_is_among_the_issues(paths: DataPaths) -> None:
    add(paths, *batch())
    published(paths)
    issue = rows(paths, "issues")[0]
    assert (issue["article_id"], issue["doc_id"], issue["kind"]) == (None, "news.txt", "input")


def test_every_reference_between_the_tables_leads_somewhere(paths: DataPaths) -> None:
    add(paths, *batch())
    published(paths)
    for name, table in MARTS.items():
        for column, (other, key) in table.references.items():
            known = {row[key] for row in rows(paths, other)}
            assert {row[column] for row in rows(paths, name)} - {None} <= known, f"{name}.{column}"


def test_the_calendar_has_every_day_that_the_tables_name(paths: DataPaths) -> None:
    add(paths, *batch())
    published(paths)
    days = rows(paths, "calendar")
    assert (days[0]["date"], days[-1]["date"]) == (date(2023, 7, 1), date(2024, 10, 21))
    assert (days[-1]["year_quarter"], days[-1]["iso_week"], days[-1]["month_de"]) == ("2024-Q4", 43, "Oktober")
    assert (days[-1]["weekday_de"], days[-1]["weekday_en"]) == ("Montag", "Monday")
