"""One figure that a text states several times is one fact; two figures stay two."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts(text: str, title: str = "") -> list[Fact]:
    whole = f"{title}\n\n{text}" if title else text
    return list(read(Article("test", whole, len(title), "de", datetime(2025, 2, 3, tzinfo=UTC))).facts)


def test_headline_and_body_are_one_fact_with_the_more_precise_figure() -> None:
    (fact,) = facts("SAP steigerte den Umsatz 2024 auf 34,18 Milliarden Euro.", "SAP setzt 34,2 Milliarden Euro um")
    assert fact.value is not None and fact.value.value == Decimal("34180000000")


def test_figures_without_a_metric_of_their_own_do_not_complete_each_other() -> None:
    found = facts("Die Kapazität von SAP verdoppelte sich 2024. 2024 lag das Finanzergebnis bei 3 Milliarden Euro.")
    assert [(fact.metric, fact.value is None) for fact in found] == [("other", True), ("other", False)]


@pytest.mark.parametrize(
    ("text", "prior"),
    [
        ("Der Umsatz von SAP stieg 2024 um ein Zehntel auf 3,72 Mrd. Euro, nach 3,38 Mrd. Euro.", "3.38"),
        ("Der Umsatz von SAP stieg 2024 um ein Zehntel auf 3,72 Mrd. Euro, gegenüber 3,716 Mrd. Euro.", None),
        ("Der Umsatz von SAP lag 2024 bei 3,72 Mrd. Euro, nach 3,716 Mrd. Euro.", "3.716"),
    ],
)
def test_a_figure_that_moved_is_not_compared_with_itself(text: str, prior: str | None) -> None:
    (fact,) = facts(text)
    found = fact.prior.value if fact.prior else None
    assert found == (Decimal(prior) * 10**9 if prior else None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("SAP hat 2024 erstmals mehr als 50 Millionen Euro erlöst, genau genommen 52,3 Millionen Euro.", [52_300_000]),
        ("SAP hat 2024 mehr als 50 Millionen Euro erlöst. 2023 waren es 41 Millionen Euro.", [50_000_000]),
    ],
)
def test_a_round_mark_that_was_passed_is_no_figure_beside_the_exact_one(text: str, values: list[int]) -> None:
    assert [fact.value and fact.value.value for fact in facts(text) if fact.metric == "revenue"] == values
