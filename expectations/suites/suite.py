"""What a suite is, and the expectations that every table's suite begins with, derived from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from expectations.loading import library
from expectations.results import Severity
from kennzahl import schema

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation

Frames: TypeAlias = "Mapping[str, pd.DataFrame]"
"""The published tables by name."""

MAY_BE_NULL = {"may_be_null": True}
"""``meta`` of an expectation on a column that is null in many rows: with all of them null there is nothing to judge."""

FEW = 50
"""Shares of fewer than this say nothing: one slip among ten growth rates is no alarm."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Expectations on one frame.

    ``frame`` makes it from the published tables that it ``needs`` (a missing column is a KeyError); ``expectations``
    loads Great Expectations. ``if_empty`` says how bad it is to have no rows; None: there is nothing to look at then.
    """

    table: str
    needs: tuple[str, ...]
    frame: Callable[[Frames], pd.DataFrame]
    expectations: Callable[[], list[Expectation]]
    if_empty: Severity | None


def published(table: str) -> Callable[[Frames], pd.DataFrame]:
    """The published table as it is."""

    def frame(frames: Frames) -> pd.DataFrame:
        return frames[table]

    return frame


def structure(table: str) -> list[Expectation]:
    """Keys are unique and there, and closed lists of values are kept to, as the table's declaration says."""
    gxe = library().expectations
    declared = schema.table(table)
    key = ", ".join(declared.key)
    if len(declared.key) == 1:
        unique = gxe.ExpectColumnValuesToBeUnique(column=key, description=f"every row has its own {key}")
    else:
        unique = gxe.ExpectCompoundColumnsToBeUnique(
            column_list=list(declared.key),
            ignore_row_if="any_value_is_missing",
            description=f"every row has its own {key}",
        )
    required = [
        gxe.ExpectColumnValuesToNotBeNull(column=name, description=f"{name} is never null")
        for name in dict.fromkeys((*declared.key, *(set(declared.references) & set(declared.not_null))))
    ]
    closed = [
        gxe.ExpectColumnValuesToBeInSet(
            column=name,
            value_set=list(values),
            description=f"{name} is one of {', '.join(values)}",
            meta=None if name in declared.not_null else MAY_BE_NULL,
        )
        for name, values in declared.allowed.items()
    ]
    return [unique, *required, *closed]


def ordered(low: str, high: str) -> Expectation:
    """Where both are known, ``low`` is not above ``high``."""
    gxe = library().expectations
    expectation: Expectation = gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=high,
        column_B=low,
        or_equal=True,
        ignore_row_if="either_value_is_missing",
        description=f"{low} is not above {high}",
        meta=MAY_BE_NULL,
    )
    return expectation
