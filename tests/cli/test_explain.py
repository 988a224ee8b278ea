"""``kennzahl explain``: a published figure with its sentence, its origins and its verdicts."""

from __future__ import annotations

import json
import shutil

import pytest


@pytest.fixture
def fact_id(kennzahl, published):
    sql = "select fact_id from kpi_facts where company = 'SAP' and period_label = '2024-Q3'"
    return json.loads(kennzahl("query", sql, "--data", published, "--format", "json").out)[0]["fact_id"]


def test_it_says_what_where_how_and_whether(kennzahl, published, fact_id):
    said = kennzahl("explain", fact_id, "--data", published)
    assert (said.code, said.err) == (0, "")
    for words in (
        "SAP: Revenue, 2024-Q3, actual",
        "8.5 bn EUR, change +9 %, compared with the year before",
        "SAP setzt 8,5 Milliarden Euro um, ein Plus von 9 Prozent.",
        "2024-10-21 20:05 UTC",
        "DE0007164600",
        "2024-07-01 to 2024-09-30",
        "named",
        "growth: consistent: 8.5 after 7.8 allows it",
        fact_id,
    ):
        assert words in said.out, words


def test_the_beginning_of_an_id_suffices(kennzahl, published, fact_id):
    assert (
        kennzahl("explain", fact_id[:12], "--data", published).out
        == kennzahl("explain", fact_id, "--data", published).out
    )


def test_an_ambiguous_or_unknown_id(kennzahl, published):
    ambiguous = kennzahl("explain", "", "--data", published)
    assert (ambiguous.code, "several figures begin with ''" in ambiguous.err) == (2, True)
    unknown = kennzahl("explain", "x' or 'a'='a", "--data", published)
    assert (unknown.code, "there is no figure" in unknown.err) == (2, True)


def test_the_sentence_suffices_where_the_ledger_is_elsewhere(kennzahl, published, fact_id, tmp_path):
    shutil.copytree(published / "curated", tmp_path / "curated")
    said = kennzahl("explain", fact_id, "--data", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert "SAP setzt 8,5 Milliarden Euro um, ein Plus von 9 Prozent." in said.out


def test_before_the_first_run(kennzahl, tmp_path):
    said = kennzahl("explain", "abc", "--data", tmp_path)
    assert said.code == 2
    assert "kennzahl run" in said.err
