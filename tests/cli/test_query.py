"""``kennzahl query``: the curated tables and nothing else, to be read and not to be changed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kennzahl.schema import MARTS

FACTS = "select company, period_label, value, unit, change_pct from kpi_facts order by value"


def contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_without_sql_the_tables_are_listed(kennzahl, published):
    said = kennzahl("query", "--data", published)
    assert said.code == 0
    for name, table in MARTS.items():
        assert name in said.out
        assert table.grain[:40] in said.out


def test_a_table_for_people(kennzahl, published):
    said = kennzahl("query", FACTS, "--data", published)
    assert (said.code, said.err) == (0, "")
    header, first, *_ = said.out.splitlines()
    assert header.split() == ["company", "period_label", "value", "unit", "change_pct"]
    assert first.split() == ["SAP", "2023-Q3", "7800000000", "EUR"]


def test_rows_of_too_many_columns_are_lists_of_their_fields(kennzahl, published):
    said = kennzahl("query", "from kpi_facts order by value limit 2", "--data", published)
    fields = [line.split() for line in said.out.splitlines()]
    assert [field[1:] for field in fields if field[:1] == ["company"]] == [["SAP"], ["SAP"]]
    assert ["period_label", "2023-Q3"] in fields
    assert kennzahl("query", "from kpi_facts where false", "--data", published).out.endswith("no rows\n")


def test_csv_for_spreadsheets(kennzahl, published):
    rows = list(csv.reader(io.StringIO(kennzahl("query", FACTS, "--data", published, "--format", "csv").out)))
    assert rows[0] == ["company", "period_label", "value", "unit", "change_pct"]
    assert rows[1:3] == [["SAP", "2023-Q3", "7800000000", "EUR", ""], ["SAP", "2024-Q3", "8500000000", "EUR", "9.0"]]


def test_json_for_scripts(kennzahl, published):
    rows = json.loads(kennzahl("query", FACTS, "--data", published, "--format", "json").out)
    assert rows[0] == {
        "company": "SAP", "period_label": "2023-Q3", "value": 7_800_000_000, "unit": "EUR", "change_pct": None,
    }  # fmt: skip
    assert len(rows) == 3


@pytest.mark.parametrize(
    "sql", ["select date '2024-01-31' d, timestamp '2024-01-31 12:00' t, 0.5::decimal(4,2) n, [1] l"]
)
def test_all_types_have_a_json_form(kennzahl, published, sql):
    (row,) = json.loads(kennzahl("query", sql, "--data", published, "--format", "json").out)
    assert row == {"d": "2024-01-31", "t": "2024-01-31T12:00:00", "n": 0.5, "l": [1]}


def test_an_empty_answer(kennzahl, published):
    sql = "select * from kpi_facts where false"
    assert "no rows" in kennzahl("query", sql, "--data", published).out
    assert json.loads(kennzahl("query", sql, "--data", published, "--format", "json").out) == []


def test_a_long_answer_is_cut_for_people_only(kennzahl, published, monkeypatch):
    monkeypatch.setattr("cli.query.MOST_ROWS", 10)
    sql = "select range as n from range(25)"
    said = kennzahl("query", sql, "--data", published)
    assert "only the first 10 rows" in said.out
    assert len(kennzahl("query", sql, "--data", published, "--format", "csv").out.splitlines()) == 26


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("selct 1", "syntax error"),
        ("select * from facts", "The tables are kpi_facts, kpi_series"),
        ("select no_such_column from kpi_facts", "no_such_column"),
        ("select 'a'::int", "Conversion Error"),
    ],
)
def test_an_error_in_the_sql_is_one_line(kennzahl, published, sql, says):
    said = kennzahl("query", sql, "--data", published)
    assert said.code == 2
    assert says in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1 as a) to '{data}/curated/kpi_facts/x.parquet'",
        "copy (select 1 as a) to '{secret}.csv'",
        "explain analyze copy (select 1 as a) to '{data}/curated/x.parquet'",
        "create table more as select 1",
        "drop view kpi_facts",
        "attach '{data}/curated/x.db'",
        "export database '{data}/curated/x'",
        "set enable_external_access = true",
        "install httpfs",
        "select 1; select 2",
        ";",
        "select * from read_text('{secret}')",
        "select * from read_blob('/proc/self/environ')",
        "select * from read_parquet('http://127.0.0.1:9/x.parquet')",
        "from '{secret}'",
        "select * from glob('/*')",
        "select * from query('copy kpi_facts to ''{data}/curated/x''')",
    ],
)
def test_nothing_can_be_written_and_nothing_else_be_read(kennzahl, published, tmp_path, sql):
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    before = contents(published)
    said = kennzahl("query", sql.format(data=published, secret=secret), "--data", published)
    assert said.code == 2
    assert said.err.startswith("kennzahl query: ")
    assert "geheim" not in said.out + said.err
    assert contents(published) == before


def test_before_the_first_run(kennzahl, tmp_path):
    said = kennzahl("query", "select 1", "--data", tmp_path)
    assert said.code == 2
    assert "kennzahl run" in said.err
    assert len(said.err.splitlines()) == 1


def test_values_cannot_steer_the_terminal(kennzahl, published):
    said = kennzahl("query", "select chr(27) || '[31m[red]x[/red]' as a", "--data", published)
    assert "\x1b" not in said.out
    assert "[red]x[/red]" in said.out
