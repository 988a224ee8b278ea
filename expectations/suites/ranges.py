"""``kpi_facts`` by metric: a figure outside of what its metric can be is never published without a verdict on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import FEW, Frames, Suite
from kennzahl.catalog.metrics import metrics

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation


def _frame(frames: Frames) -> pd.DataFrame:
    """One row for each metric that the facts name: how many of its figures lie outside of its range as a whole, and how
    many of those the magnitude check has not spoken of. What people have corrected need not have been judged again.

    Ratios have the range of the catalogue, what cannot be negative begins at zero. A range in print reaches half a step
    beyond its ends; expenses in parentheses are not negative.
    """
    import pandas as pd

    facts, verdicts = frames["kpi_facts"], frames["kpi_checks"]
    known = metrics()
    lows = {name: 0.0 if each.low is None and each.sign == "positive" else each.low for name, each in known.items()}
    highs = {name: each.high for name, each in known.items()}
    beyond = (facts["value_step"] / 2).where(facts["value_is_range"].fillna(False), 0).astype("float64")
    low, high = (facts[f"value_{end}"].astype("float64") for end in ("low", "high"))
    has_figure = facts["value_printed"].notna() & ~facts["value_printed"].str.contains("(", regex=False).fillna(False)
    is_ratio = facts["unit"].eq("%").fillna(False) | facts["metric"].map(highs).isna()
    outside = (high + beyond < facts["metric"].map(lows).astype("float64")) | (
        low - beyond > facts["metric"].map(highs).astype("float64")
    )
    outside = (outside & has_figure & is_ratio).astype(bool)
    spoken_of = verdicts.loc[verdicts["check"] == "magnitude", "fact_id"]
    by_metric = pd.DataFrame(
        {
            "metric": facts["metric"],
            "outside": outside,
            "unnoticed": outside & facts["correction"].isna() & ~facts["fact_id"].isin(spoken_of),
        }
    ).groupby("metric", as_index=False)
    totals = by_metric.sum()
    totals["outside_share"] = totals["outside"] / by_metric.size()["size"].clip(lower=FEW)
    return totals


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column="unnoticed",
            max_value=0,
            description="no figure outside of its metric's range is without a verdict on its magnitude",
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="outside_share",
            max_value=0.1,
            severity="warning",
            description="at most 10 % of a metric's figures are outside of its range",
            notes="such figures are slips or misreadings, and rare; more of them is a metric read from other words",
        ),
    ]


SUITE = Suite("kpi_facts", ("kpi_facts", "kpi_checks"), _frame, _expectations, if_empty=None)
