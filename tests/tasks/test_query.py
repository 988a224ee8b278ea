"""SQL over the curated tables: all of them, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from kennzahl.schema import MARTS
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tests.tasks.handmade import attempt, batch, revenue_reading


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> DataPaths:
    paths = DataPaths(tmp_path_factory.mktemp("data")).create()
    Ledger(paths.ledger).append(batch(), run_id="run", engine_version="1")
    publish(paths, "first", lambda _: [])
    return paths


@pytest.fixture
def connection(paths: DataPaths) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(paths) as opened:
        yield opened


def test_every_table_is_a_view(connection: duckdb.DuckDBPyConnection) -> None:
    for name, table in MARTS.items():
        assert connection.sql(f"from {name}").columns == list(table.names)


def test_tables_join(connection: duckdb.DuckDBPyConnection) -> None:
    sql = """
        select companies.company, metric_de, value::bigint
        from kpi_facts join articles using (article_id) join companies using (company_slug)
        where kpi_facts.period_end = date '2023-09-30'
    """
    assert connection.sql(sql).fetchall() == [("SAP", "Umsatz", 7_800_000_000)]


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to '{folder}/curated/new.csv'",
        "copy (select 1) to '{folder}/new.csv'",
        "from read_csv('/etc/hostname')",
        "from read_text('{folder}/curated/datapackage.json')",
        "attach '{folder}/new.db'",
        "install httpfs",
        "set enable_external_access = true",
        "from paths",
    ],
)
def test_nothing_else_can_be_read_or_written(connection: duckdb.DuckDBPyConnection, paths: DataPaths, sql: str) -> None:
    files = sorted(paths.root.rglob("*"))
    with pytest.raises(duckdb.Error):
        connection.execute(sql.format(folder=paths.root))
    assert sorted(paths.root.rglob("*")) == files


def test_a_connection_stays_with_the_publication_that_it_opened(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path).create()
    ledger = Ledger(paths.ledger)
    ledger.append([attempt("one", revenue_reading())], run_id="run", engine_version="1")
    publish(paths, "first", lambda _: [])
    with connect(paths) as connection:
        ledger.append([attempt("two", revenue_reading("9,9"))], run_id="run", engine_version="1")
        publish(paths, "second", lambda _: [])
        assert connection.sql("select distinct publication_id from kpi_facts").fetchall() == [("first",)]


def test_before_the_first_publication_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="publish some first with 'kennzahl run'"):
        connect(DataPaths(tmp_path))
