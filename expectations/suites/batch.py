"""A batch of the ledger as a whole, before it is committed: nothing is lost between its tables, it was read well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expectations.loading import library
from expectations.suites.coverage import shares, was_read_well
from expectations.suites.suite import Frames, Suite

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.expectations.expectation import Expectation

NEEDS = tuple(f"ledger.{name}" for name in ("captures", "articles", "facts", "verdicts", "issues"))
_FACT = ["reading_id", "fact_id"]


def _frame(frames: Frames) -> pd.DataFrame:
    """One row of totals; no row where there is no input."""
    import pandas as pd

    captures, articles, facts, verdicts, issues = (frames[name] for name in NEEDS)
    lost = {
        "facts": int(articles["fact_count"].sum()) - len(facts),
        "verdicts": int(articles["verdict_count"].sum()) - len(verdicts),
        "issues": int(articles["issue_count"].sum()) + int(captures["issue_count"].sum()) - len(issues),
    }
    committed = pd.concat([captures["reading_id"], articles["reading_id"]])
    judged = verdicts[_FACT].merge(facts[_FACT].drop_duplicates(), how="left", indicator=True)
    orphans = {
        "facts": int((~facts["reading_id"].isin(articles["reading_id"])).sum()),
        "verdicts": int((judged["_merge"] == "left_only").sum()),
        "issues": int((~issues["reading_id"].isin(committed)).sum()),
    }
    totals = pd.DataFrame(
        {
            **{f"lost_{name}": [number] for name, number in lost.items()},
            **{f"orphan_{name}": [number] for name, number in orphans.items()},
            **shares(articles, int((issues["kind"] == "unread").sum()), verdicts),
        }
    )
    return totals if len(captures) else totals.iloc[:0]


def _expectations() -> list[Expectation]:
    gxe = library().expectations
    counted = [
        gxe.ExpectColumnValuesToBeBetween(
            column=f"lost_{name}",
            min_value=0,
            max_value=0,
            description=f"the batch has as many {name} as its articles and inputs say",
        )
        for name in ("facts", "verdicts", "issues")
    ]
    owned = [
        gxe.ExpectColumnValuesToBeBetween(
            column=f"orphan_{name}", max_value=0, description=f"all {name} belong to something in the batch"
        )
        for name in ("facts", "verdicts", "issues")
    ]
    return [*counted, *owned, *was_read_well()]


SUITE = Suite("ledger batch", NEEDS, _frame, _expectations, if_empty="critical")
