"""The batch as a whole: whether the articles were read, and read well. One row of totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.suite import FEW, Frames, Suite

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation


def _frame(frames: Frames) -> pd.DataFrame:
    """One row; no row where there is no article."""
    import pandas as pd

    articles, facts, verdicts = frames["articles"], frames["kpi_facts"], frames["kpi_checks"]
    totals = pd.DataFrame(
        {
            "lost_facts": [int(articles["fact_count"].sum()) - len(facts)],
            **shares(articles, int(articles["unread_count"].sum()), verdicts),
        }
    )
    return totals if len(articles) else totals.iloc[:0]


def shares(articles: pd.DataFrame, unread: int, verdicts: pd.DataFrame) -> dict[str, list[float]]:
    """``unread_share`` of all figures, and ``inconsistent_share`` of the growth rates that can be judged."""
    growth = verdicts.loc[verdicts["check"] == "growth", "outcome"]
    refuted, decided = (growth == "inconsistent").sum(), (growth != "uninformative").sum()
    return {
        "unread_share": [unread / max(int(articles["figure_count"].sum()), FEW)],
        "inconsistent_share": [refuted / max(decided, FEW)],
    }


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column="lost_facts",
            min_value=0,
            max_value=0,
            description="every fact of every article is published, and no other",
        ),
        *was_read_well(),
    ]


def was_read_well() -> list[Expectation]:
    """What is expected of ``shares``."""
    gxe = library().expectations
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column="unread_share",
            max_value=0.5,
            severity="warning",
            description="at most half of the figures are unread",
            notes="more than half unread means a page reader or a lexicon is broken, not hard news",
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="inconsistent_share",
            max_value=0.15,
            severity="warning",
            description="at most 15 % of the growth rates that can be judged are inconsistent",
            notes="journalists are right about 98 times in 100; beyond 15 % it is our reading",
        ),
    ]


SUITE = Suite("coverage", ("articles", "kpi_facts", "kpi_checks"), _frame, _expectations, if_empty="critical")
