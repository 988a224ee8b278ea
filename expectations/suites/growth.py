"""The growth verdicts against the figures that they were computed from: a proof of our own arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations import proof
from expectations.loading import library
from expectations.suites.suite import Frames, Suite

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation


def _frame(frames: Frames) -> pd.DataFrame:
    """Facts with value, prior and change in one unit, and the growth verdict of each (``unchecked`` where none is).

    Figures that people have corrected need not have been judged again.
    """
    facts, verdicts = frames["kpi_facts"], frames["kpi_checks"]
    growth = verdicts.loc[verdicts["check"] == "growth", ["fact_id", "outcome"]]
    outcomes = growth.rename(columns={"outcome": proof.OUTCOME}).drop_duplicates("fact_id")
    stated = facts["unit"].eq(facts["prior_unit"]).fillna(False)
    stated &= facts["correction"].isna() | facts["fact_id"].isin(outcomes["fact_id"])
    for figure in proof.FIGURES:
        stated &= facts[f"{figure}_printed"].notna()
    columns = ["fact_id", *(name for name in proof.COLUMNS if name != proof.OUTCOME)]
    joined = facts.loc[stated.astype(bool), columns].merge(outcomes, on="fact_id", how="left")
    joined[proof.OUTCOME] = joined[proof.OUTCOME].fillna("unchecked")
    return joined


def _expectations() -> list[Expectation]:
    library()  # first, since the next line imports Great Expectations too
    from expectations.growth import ExpectGrowthToMatchFigures

    return [ExpectGrowthToMatchFigures(description="every growth verdict follows from value, prior and change")]


SUITE = Suite("kpi_checks", ("kpi_facts", "kpi_checks"), _frame, _expectations, if_empty=None)
