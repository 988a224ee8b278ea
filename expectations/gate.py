"""Runs the suites on the tables of one publication, or of one batch of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from expectations.loading import context, library
from expectations.results import ExpectationResult, GateReport, Severity
from expectations.suites import (
    articles,
    batch,
    coverage,
    dimensions,
    facts,
    growth,
    issues,
    ranges,
    references,
    series,
    sources,
    verdicts,
)
from expectations.suites.suite import Suite

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa
    from great_expectations.expectations.expectation import Expectation

SUITES: tuple[Suite, ...] = (
    coverage.SUITE,
    articles.SUITE,
    facts.SUITE,
    verdicts.SUITE,
    growth.SUITE,
    ranges.SUITE,
    series.SUITE,
    issues.SUITE,
    dimensions.COMPANIES,
    dimensions.METRICS,
    dimensions.CALENDAR,
    references.SUITE,
    sources.SUITE,
    batch.SUITE,
    articles.INPUTS,
    articles.BATCH,
    facts.BATCH,
    verdicts.BATCH,
    growth.BATCH,
    issues.BATCH,
)


def validate(tables: Mapping[str, pd.DataFrame | pa.Table]) -> GateReport:
    """Hold tables, by name, against all suites: curated ones (``kpi_facts``, ``articles`` ...), those of a batch
    (``ledger.facts`` ...), and ``sources``.

    A suite whose table is not among ``tables`` is left out; one whose column is missing is broken (critical).
    """
    frames = {name: _frame(table) for name, table in tables.items()}
    return GateReport(
        tuple(result for suite in SUITES if frames.keys() >= {*suite.needs} for result in _run(suite, frames))
    )


def evaluate(table: str, frame: pd.DataFrame, expectations: Sequence[Expectation]) -> list[ExpectationResult]:
    """The results of some expectations on one frame. On an empty frame none of them passes."""
    if frame.empty:
        return [_failure(table, each, "there are no rows") for each in expectations]
    source = context().data_sources.add_or_update_pandas(table)
    try:
        asset = source.add_dataframe_asset(table)
        batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": _needed(frame, expectations)})
        suite = library().ExpectationSuite(name=table, expectations=list(expectations))
        validated = batch.validate(suite, result_format="BASIC")
    finally:
        context().data_sources.delete(table)
    return [_result(table, each) for each in validated.results]


def _needed(frame: pd.DataFrame, expectations: Sequence[Expectation]) -> pd.DataFrame:
    """The columns that any expectation names, days and times as naive times.

    Great Expectations hashes all it is given and copies it for every filter; times with a zone it takes one by one.
    """
    import pandas as pd
    import pyarrow as pa

    named: set[str] = set()
    for each in expectations:
        named.update(getattr(each, "column_list", ()))
        named.update(getattr(each, name) for name in ("column", "column_A", "column_B") if hasattr(each, name))
    needed = frame[[name for name in frame.columns if name in named]]
    times = [
        name
        for name, dtype in needed.dtypes.items()
        if isinstance(dtype, pd.ArrowDtype) and pa.types.is_temporal(dtype.pyarrow_dtype)
    ]
    return needed.astype(dict.fromkeys(times, pd.ArrowDtype(pa.timestamp("us"))))


def _run(suite: Suite, frames: Mapping[str, pd.DataFrame]) -> list[ExpectationResult]:
    try:
        frame = suite.frame(frames)
    except KeyError as missing:
        words = f"{suite.table}: the check is broken, nobody looked at the data: there is no column {missing}"
        return [ExpectationResult(suite.table, suite.table, "critical", False, f"no column {missing}", words, True)]
    if frame.empty:
        if suite.if_empty is None:
            return []
        words = f"{suite.table}: there are no rows"
        return [ExpectationResult(suite.table, "expect_rows", suite.if_empty, False, "no rows", words)]
    return evaluate(suite.table, frame, suite.expectations())


def _result(table: str, validated: Any) -> ExpectationResult:
    configuration = validated.expectation_config
    severity: Severity = "warning" if str(configuration.severity.value) == "warning" else "critical"
    trouble = _trouble(validated.exception_info)
    seen = dict(validated.result or {})
    if trouble is not None:
        words = f"{table}: the check is broken, nobody looked at the data: {trouble}"
        return ExpectationResult(table, configuration.type, "critical", False, trouble, words, is_broken=True)
    may_be_null = bool((configuration.meta or {}).get("may_be_null"))
    vacuous = "missing_count" in seen and seen["missing_count"] == seen.get("element_count") and not may_be_null
    success = bool(validated.success) and not vacuous
    observed = "all rows are null" if vacuous else _observed(seen)
    words = f"{table}: {configuration.description}; {observed}"
    if not success and configuration.notes:
        words += f" ({configuration.notes})"
    return ExpectationResult(table, configuration.type, severity, success, observed, words)


def _failure(table: str, expectation: Expectation, observed: str) -> ExpectationResult:
    severity: Severity = "warning" if expectation.severity.value == "warning" else "critical"
    words = f"{table}: {expectation.description}; {observed}"
    return ExpectationResult(table, expectation.expectation_type, severity, False, observed, words)


def _observed(seen: Mapping[str, Any]) -> str:
    if "unexpected_count" in seen:
        wrong, rows = seen["unexpected_count"], seen.get("element_count", 0)
        examples = ", ".join(str(value)[:80] for value in seen.get("partial_unexpected_list", [])[:3])
        return f"{wrong:,} of {rows:,} rows are otherwise" + (f": {examples}" if wrong and examples else "")
    value = seen.get("observed_value")
    return f"saw {value:.3g}" if isinstance(value, float) else f"saw {value}"


def _trouble(exception_info: Mapping[str, Any]) -> str | None:
    """The message of the exception that kept an expectation from being evaluated."""
    raised = [exception_info] if "raised_exception" in exception_info else list(exception_info.values())
    for info in raised:
        if info.get("raised_exception"):
            return str(info.get("exception_message")).strip().splitlines()[0]
    return None


def _frame(table: pd.DataFrame | pa.Table) -> pd.DataFrame:
    import pandas as pd

    return table if isinstance(table, pd.DataFrame) else table.to_pandas(types_mapper=pd.ArrowDtype)
