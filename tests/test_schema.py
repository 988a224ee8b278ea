"""The declaration of the tables: it is whole, and what derives from it says the same."""

from __future__ import annotations

import json

import pytest

from kennzahl import schema
from kennzahl.schema import LEDGER, MARTS, Table, dictionary
from kennzahl.schema.package import datapackage

TABLES = [*LEDGER.values(), *MARTS.values()]
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.qualified)


def test_the_tables_of_the_design_are_there() -> None:
    assert [*LEDGER] == ["captures", "articles", "facts", "verdicts", "issues", "clusters", "runs"]
    assert [*MARTS] == [
        "kpi_facts", "kpi_series", "kpi_checks", "issues", "articles", "companies", "metrics", "calendar",
    ]  # fmt: skip


@every_table
def test_a_table_names_each_column_once_and_its_key_has_no_nulls(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= set(table.not_null)


@every_table
def test_every_column_is_described_for_people(table: Table) -> None:
    for column in table.columns:
        assert len(column.description) > 6, column.name
        assert "|" not in column.description, "it would break the dictionary's table"


@every_table
def test_references_lead_to_the_key_of_a_table_of_the_same_layer(table: Table) -> None:
    tables = LEDGER if table.layer == "ledger" else MARTS
    for name, (other, column) in table.references.items():
        assert tables[other].key == (column,)
        assert tables[other].column(column).type == table.column(name).type


@every_table
def test_columns_of_one_name_have_one_type_everywhere(table: Table) -> None:
    types = {column.name: column.type for other in TABLES for column in other.columns}
    assert {column.name: column.type for column in table.columns}.items() <= types.items()


def test_every_curated_table_says_which_publication_wrote_it() -> None:
    assert all("publication_id" in table.not_null for table in MARTS.values())


@pytest.mark.parametrize("figure", ["value", "prior_value", "change_pct", "change_abs"])
def test_every_figure_keeps_its_print_its_interval_and_its_hedge(figure: str) -> None:
    for table in (LEDGER["facts"], MARTS["kpi_facts"]):
        parts = {name for name in table.names if name.startswith(figure)}
        assert {figure} | {f"{figure}_{part}" for part in ("low", "high", "is_range", "printed", "hedge")} <= parts


def test_a_table_is_found_by_its_name() -> None:
    assert schema.table("articles") is schema.table("curated.articles") is MARTS["articles"]
    assert schema.table("ledger.articles") is LEDGER["articles"]


def test_a_wrong_name_is_answered_with_the_right_ones() -> None:
    with pytest.raises(LookupError, match=r"no table 'fact': there is kpi_facts, .*ledger\.facts"):
        schema.table("fact")


def test_the_package_describes_every_table_and_its_references() -> None:
    package = json.loads(json.dumps(datapackage({name: f"{name}.parquet" for name in MARTS}, {"publication_id": "p"})))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert [*resources] == [*MARTS]
    for name, resource in resources.items():
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert [*fields] == list(MARTS[name].names)
        for key in resource["schema"]["foreignKeys"]:
            referred = resources[key["reference"]["resource"]]
            assert key["reference"]["fields"] in {field["name"] for field in referred["schema"]["fields"]}
    facts = {field["name"]: field for field in resources["kpi_facts"]["schema"]["fields"]}
    assert facts["kind"]["constraints"] == {"required": True, "enum": ["actual", "guidance", "consensus", "other"]}
    assert facts["fact_id"]["constraints"] == {"required": True, "unique": True}
    assert facts["published_at"]["type"] == "datetime"


def test_the_dictionary_replaces_what_stands_between_its_markers_only() -> None:
    readme = f"# Kennzahl\n\n{dictionary.BEGIN}\nOUTDATED\n{dictionary.END}\n\nThe end.\n"
    written = dictionary.inserted(readme)
    assert written.startswith("# Kennzahl\n\n") and written.endswith("\n\nThe end.\n")
    assert "OUTDATED" not in written and "| `fact_id` | string, never null |" in written
    assert dictionary.inserted(written) == written


def test_a_readme_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="the README lacks the lines"):
        dictionary.inserted("# Kennzahl\n")
