"""All tables together: every key that one table names is in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import Frames, Suite
from kennzahl import schema

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation


def _frame(frames: Frames) -> pd.DataFrame:
    """One row for every declared reference of the tables at hand: how many rows name something that is not there."""
    import pandas as pd

    rows = [
        (f"{name}.{column}", f"{target}.{key}", _dangling(frames[name][column], frames[target][key]))
        for name in frames
        if name in schema.MARTS
        for column, (target, key) in schema.MARTS[name].references.items()
        if target in frames
    ]
    return pd.DataFrame(rows, columns=["reference", "target", "dangling"])


def _dangling(names: pd.Series, keys: pd.Series) -> int:
    return int((names.notna() & ~names.isin(keys)).sum())


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column="dangling", max_value=0, description="every row that another table names is there"
        )
    ]


SUITE = Suite("references", ("kpi_facts", "articles"), _frame, _expectations, if_empty="critical")
