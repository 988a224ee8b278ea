"""``expect_growth_to_match_figures``: our own expectation. Importing this module imports Great Expectations."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.execution_engine import PandasExecutionEngine  # type: ignore[attr-defined]
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider  # type: ignore[attr-defined]
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from expectations import proof


class GrowthMatchesFigures(MulticolumnMapMetricProvider):
    """Row by row: whether the stored growth verdict is what the figures of the row imply."""

    condition_metric_name = "multicolumn_values.growth_matches_figures"
    condition_domain_keys = (
        "batch_id",
        "table",
        "column_list",
        "row_condition",
        "condition_parser",
        "ignore_row_if",
    )
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:
        return pd.Series(proof.matches(column_list), index=column_list.index, dtype=bool)


class ExpectGrowthToMatchFigures(MulticolumnMapExpectation):
    """Expect every stored growth verdict to follow from value, prior and change with their intervals.

    It recomputes the verdict and so tests our arithmetic, not the journalist's: an inconsistent article is no failure.
    """

    column_list: list[str] = pydantic.Field(default_factory=lambda: list(proof.COLUMNS))
    # A null end of an interval is an unbounded one, so no row is left out for its nulls.
    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "never"
    map_metric: ClassVar[str] = GrowthMatchesFigures.condition_metric_name
