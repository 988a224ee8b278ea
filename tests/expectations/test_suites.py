"""Every expectation of every suite on a table that is right, wrong, empty, and without its column."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from expectations import validate
from expectations.gate import SUITES, evaluate
from expectations.suites.suite import Suite
from tests.expectations.tables import ROWS, tables

TABLES = tables()


def _columns(expectation: Any) -> list[str]:
    return [
        *(getattr(expectation, name) for name in ("column", "column_A", "column_B") if hasattr(expectation, name)),
        *getattr(expectation, "column_list", []),
    ]


def _spoiled(frame: pd.DataFrame, expectation: Any) -> pd.DataFrame:
    """The frame with what the expectation must not let pass, by the kind of the expectation."""
    kind, columns = expectation.expectation_type, _columns(expectation)
    wrong = frame.copy()
    if "unique" in kind:
        return pd.concat([frame, frame], ignore_index=True)
    if "null" in kind:
        wrong[columns[0]] = pd.NA
    elif kind == "expect_column_pair_values_a_to_be_greater_than_b":
        low, high = expectation.column_B, expectation.column_A
        step = pd.Timedelta(days=2) if "_at" in high or "period" in high else 2
        wrong[low] = pd.Series([_later(wrong[high].iloc[0], step)] * len(wrong), dtype=frame[low].dtype)
    elif kind == "expect_growth_to_match_figures":
        wrong["growth_outcome"] = "uninformative"
    elif "between" in kind and "lengths" not in kind:
        beyond = expectation.max_value + 1 if expectation.max_value is not None else expectation.min_value - 1
        wrong[columns[0]] = pd.Series([beyond] * len(wrong), dtype=frame[columns[0]].dtype)
    else:
        word = {"expect_column_values_to_not_match_regex": "allows nan to inf"}.get(kind, "")
        wrong[columns[0]] = pd.Series([word] * len(wrong), dtype=frame[columns[0]].dtype)
    return wrong


def _later(value: Any, step: Any) -> Any:
    return (pd.Timestamp(value) + step) if isinstance(step, pd.Timedelta) else value + step


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: f"{suite.table} of {len(suite.needs)}")
def test_an_expectation_passes_fails_refuses_nothing_and_notices_a_missing_column(suite: Suite) -> None:
    frame, expectations = suite.frame(TABLES), suite.expectations()

    for passing in evaluate(suite.table, frame, expectations):
        assert passing.success, passing.words

    for empty in evaluate(suite.table, frame.iloc[:0], expectations):
        assert not empty.success, empty.words
        assert not empty.is_broken, empty.words

    for expectation in expectations:
        [failing] = evaluate(suite.table, _spoiled(frame, expectation), [expectation])
        assert not failing.success, failing.words
        assert not failing.is_broken, failing.words
        assert failing.severity == expectation.severity.value
        assert expectation.description in failing.words

        [broken] = evaluate(suite.table, frame.drop(columns=_columns(expectation)[0]), [expectation])
        assert not broken.success, broken.words
        assert broken.is_broken, broken.words
        assert broken.severity == "critical"
        assert "the check is broken" in broken.words


def test_a_publication_in_which_everything_is_right_passes() -> None:
    report = validate(TABLES)
    assert [result.words for result in report.results if not result.success] == []
    assert report.is_open


def test_thresholds_carry_their_reason() -> None:
    for suite in SUITES:
        for expectation in suite.expectations():
            if expectation.severity.value == "warning":
                assert expectation.notes, expectation.description


def test_no_table_without_rows_passes() -> None:
    for suite in SUITES:
        if suite.if_empty is not None and suite.table in ROWS:
            report = validate({suite.table: TABLES[suite.table].iloc[:0]})
            assert [result for result in report.results if result.table == suite.table and not result.success]


def test_new_captures_without_an_article_close_the_gate() -> None:
    assert not validate({"articles": TABLES["articles"].iloc[:0]}).is_open


def test_facts_that_got_lost_on_the_way_close_the_gate() -> None:
    without = {name: TABLES[name] for name in ("articles", "kpi_checks")} | {"kpi_facts": TABLES["kpi_facts"].iloc[:0]}
    failures = [result.words for result in validate(without).critical_failures]
    assert any("every fact of every article is published" in words for words in failures)


@pytest.mark.parametrize("name", ["articles", "kpi_facts", "kpi_checks", "kpi_series"])
def test_a_table_of_nulls_closes_the_gate(name: str) -> None:
    frame = TABLES[name]
    nulls = pd.DataFrame({column: pd.Series([pd.NA] * len(frame), dtype=frame[column].dtype) for column in frame})
    assert not validate({name: nulls}).is_open


@pytest.mark.parametrize(
    ("table", "column"), [("kpi_facts", "fact_id"), ("kpi_checks", "outcome"), ("articles", "article_id")]
)
def test_a_missing_column_is_a_broken_check(table: str, column: str) -> None:
    report = validate({table: TABLES[table].drop(columns=column)})
    assert not report.is_open
    assert any(result.is_broken for result in report.critical_failures)


def test_a_reference_to_nothing_closes_the_gate_and_says_which() -> None:
    report = validate({**TABLES, "metrics": TABLES["metrics"].assign(metric="ebit").astype(TABLES["metrics"].dtypes)})
    assert [result.table for result in report.critical_failures] == ["references"]


WORDS = {
    "5.2 after nan billion allows 4.0 to 8.2 %": False,
    "5.2 after 4.9 billion allows -inf to 8.2 %": False,
    "says 5.2 billion EUR; None (Radio Inf, 3 May 2024) says 5.3 billion EUR too": True,
    "says 5.2 billion EUR; 2024/05/none (INF) said 5.2 billion EUR": True,
}


@pytest.mark.parametrize(("words", "whole"), WORDS.items())
def test_arithmetic_has_no_holes_but_articles_may_be_called_anything(words: str, whole: bool) -> None:
    frame = TABLES["kpi_checks"].assign(words=words).astype(TABLES["kpi_checks"].dtypes)
    failed = [result.words for result in validate({"kpi_checks": frame}).results if not result.success]
    assert (failed == []) is whole


OUTSIDE = {
    "a share of 140 %": {"metric": "market_share", "unit": "%", "value_low": 139.5, "value_high": 140.5},
    "sales below zero": {"metric": "revenue", "value_low": -8.5, "value_high": -7.5},
}
INSIDE = {
    "a share of 99.7 to 100.2 %": {"metric": "market_share", "unit": "%", "value_low": 99.7, "value_high": 100.2},
    "a loss": {"metric": "net_income", "value_low": -8.5, "value_high": -7.5},
    "shares of a market counted in pieces": {"metric": "market_share", "unit": "count", "value_low": 139.5},
    "expenses in parentheses": {"metric": "costs", "value_low": -8.5, "value_high": -7.5, "value_printed": "(8)"},
}


def _gate_of(**values: Any) -> list[str]:
    """What closes the gate with such a fact, of which no check has spoken."""
    facts = TABLES["kpi_facts"].iloc[:1].assign(prior_value_printed=None, **values)
    frames = {"kpi_facts": facts.astype(TABLES["kpi_facts"].dtypes), "kpi_checks": TABLES["kpi_checks"]}
    return [result.words for result in validate(frames).critical_failures if "range" in result.words]


@pytest.mark.parametrize("values", OUTSIDE.values(), ids=OUTSIDE)
def test_a_figure_outside_of_the_range_of_its_metric_needs_a_verdict(values: dict[str, Any]) -> None:
    assert len(_gate_of(**values)) == 1


@pytest.mark.parametrize("values", INSIDE.values(), ids=INSIDE)
def test_what_a_metric_can_be_needs_none(values: dict[str, Any]) -> None:
    assert _gate_of(**values) == []


LOST = {
    "a fact": ("ledger.facts", "the batch has as many facts as its articles and inputs say"),
    "a verdict": ("ledger.verdicts", "the batch has as many verdicts as its articles and inputs say"),
    "an article": ("ledger.articles", "all facts belong to something in the batch"),
}


@pytest.mark.parametrize(("table", "words"), LOST.values(), ids=LOST)
def test_a_batch_that_lost_something_is_refused(table: str, words: str) -> None:
    batch = {name: frame for name, frame in TABLES.items() if name.startswith("ledger.")}
    assert validate(batch).is_open
    failures = validate({**batch, table: batch[table].iloc[1:]}).critical_failures
    assert any(words in failure.words for failure in failures)


def test_a_gate_that_looked_at_nothing_is_closed() -> None:
    assert not validate({}).is_open


def test_the_report_is_a_table_that_names_what_failed() -> None:
    text = validate({"articles": TABLES["articles"], "kpi_series": TABLES["kpi_series"].iloc[:0]}).markdown()
    assert "the gate is open" in text
    assert "| warning | kpi_series | expect_rows | kpi_series: there are no rows |" in text
