"""The growth verdicts against the figures that they were computed from: a proof of our own arithmetic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from expectations import proof
from expectations.loading import library
from expectations.suites.suite import Frames, Suite

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation


def _frame(facts_in: str, verdicts_in: str, fact: list[str], frames: Frames) -> pd.DataFrame:
    """Facts with value, prior and change in one unit, and the growth verdict of each (``unchecked`` where none is).

    ``fact``: the columns that name a fact in both tables. Figures that people have corrected need not have been judged
    again; the ledger has none.
    """
    facts, verdicts = frames[facts_in], frames[verdicts_in]
    growth = verdicts.loc[verdicts["check"] == "growth", [*fact, "outcome"]]
    outcomes = growth.rename(columns={"outcome": proof.OUTCOME}).drop_duplicates(fact)
    stated = facts["unit"].eq(facts["prior_unit"]).fillna(False)
    if facts_in == "kpi_facts":
        stated &= facts["correction"].isna() | facts["fact_id"].isin(outcomes["fact_id"])
    for figure in proof.FIGURES:
        stated &= facts[f"{figure}_printed"].notna()
    columns = [*fact, *(name for name in proof.COLUMNS if name != proof.OUTCOME)]
    joined = facts.loc[stated.astype(bool), columns].merge(outcomes, on=fact, how="left")
    joined[proof.OUTCOME] = joined[proof.OUTCOME].fillna("unchecked")
    return joined


def _expectations() -> list[Expectation]:
    library()  # first, since the next line imports Great Expectations too
    from expectations.growth import ExpectGrowthToMatchFigures

    return [ExpectGrowthToMatchFigures(description="every growth verdict follows from value, prior and change")]


def _suite(facts: str, verdicts: str, fact: list[str]) -> Suite:
    frame = partial(_frame, facts, verdicts, fact)
    return Suite(verdicts, (facts, verdicts), frame, _expectations, if_empty=None)


SUITE = _suite("kpi_facts", "kpi_checks", ["fact_id"])
BATCH = _suite("ledger.facts", "ledger.verdicts", ["reading_id", "fact_id"])
