"""One figure that a text states several times is one fact; two figures stay two."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts(text: str, title: str = "") -> list[Fact]:
    whole = f"{title}\n\n{text}" if title else text
    return list(read(Article("test", whole, len(title), "de", published_at=datetime(2025, 2, 3, tzinfo=UTC))).facts)


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


def english(text: str) -> list[tuple[str | None, float | None]]:
    """The segment and the change of each fact about revenue or profit."""
    article = Article("test", text, language="en", published_at=datetime(2013, 1, 20, tzinfo=UTC))
    found = [fact for fact in read(article).facts if fact.metric in ("revenue", "net_income")]
    changes = [fact.change_pct.value if fact.change_pct else None for fact in found]
    return [
        (fact.segment, float(change) if change is not None else None)
        for fact, change in zip(found, changes, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Intel's profit rose more than 40 percent in 2012. Its profit rose 43 percent to $5 million in 2012.",
            [(None, 43)],
        ),
        ("Intel's profit rose 43 percent in 2012. It lifted its profit by more than 40 percent in 2012.", [(None, 43)]),
        ("Intel's sales fell more than 20 percent in 2012. In 2012 its sales fell 21 percent.", [(None, -21)]),
        (
            "Intel's profit rose more than 40 percent in 2012. In 2011 its profit rose 43 percent.",
            [(None, 40), (None, 43)],
        ),
        (
            "Intel's profit rose more than 40 percent in 2012. In 2012 its profit rose 70 percent.",
            [(None, 40), (None, 70)],
        ),
        (
            "Intel's profit rose 43 percent in 2012. In 2012 its profit rose more than 45 percent.",
            [(None, 43), (None, 45)],
        ),
    ],
)
def test_a_round_mark_of_a_change_is_the_exact_change_beside_it(
    text: str, found: list[tuple[str | None, float]]
) -> None:
    assert english(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Intel saw a 42 percent increase in toy revenue in 2012. "
            "In 2012 revenue from toy and game sales rose 42 percent.",
            [("toy and game", 42)],
        ),
        (
            "Intel's memory chip revenue rose 42 percent in 2012. In 2012 chip revenue rose 42 percent to $5 million.",
            [("memory chip", 42)],
        ),
        (
            "Intel's memory chip revenue rose 42 percent in 2012. In 2012 chip revenue rose 40 percent.",
            [("memory chip", 42), ("chip", 40)],
        ),
        (
            "Intel's memory revenue rose 42 percent in 2012. In 2012 chip revenue rose 42 percent.",
            [("memory", 42), ("chip", 42)],
        ),
        ("Intel's revenue rose 42 percent in 2012. In 2012 chip revenue rose 42 percent.", [(None, 42), ("chip", 42)]),
    ],
)
def test_a_part_named_in_more_words_is_the_same_part(text: str, found: list[tuple[str | None, float]]) -> None:
    assert english(text) == found


def test_a_fall_by_more_than_a_round_figure_is_that_of_the_exact_amounts() -> None:
    text = "Intel earnings fall over 25 percent\n\nNet income at Intel dropped to $3.72 billion from $5.01 billion."
    (fact,) = read(Article("test", text, 35, "en")).facts
    assert fact.prior is not None and fact.change_pct is not None


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("SAP plant 3 Milliarden Euro Umsatz. Das wäre ein Plus von 9 Prozent.", [9]),
        ("SAP plant 3 Milliarden Euro Umsatz. Dies entspräche einem Zuwachs von 9 Prozent.", [9]),
        ("SAP will 3 Milliarden Euro investieren. Das sind 9 Prozent mehr als im Vorjahr.", [9]),
        ("SAP setzte 2024 3 Milliarden Euro um. Das ist ein Plus von 9 Prozent.", [9]),
        ("SAP verkaufte 474 Tonnen (+9 Prozent).", [9]),
        ("Der Absatz von SAP stieg um 42 Tonnen auf 474 Tonnen (+9 Prozent).", [9]),
        ("SAP plant 3 Milliarden Euro Umsatz. Das Plus von 9 Prozent im Vorjahr war gut.", [None, 9]),
        ("SAP plant 3 Milliarden Euro Umsatz. Das Ergebnis stieg um 9 Prozent.", [None, 9]),
    ],
)
def test_a_change_that_refers_to_the_figure_before_it_is_of_the_same_fact(text: str, changes: list[int | None]) -> None:
    assert [fact.change_pct and fact.change_pct.value for fact in facts(text)] == changes


@pytest.mark.parametrize(
    ("sequel", "periods"),
    [
        ("2023 hat SAP bereits Aktien für 5 Milliarden Euro zurückgekauft.", {"guidance 2025", "actual 2023"}),
        ("SAP will Aktien für 5 Milliarden Euro zurückkaufen.", {"guidance 2025"}),
    ],
)
def test_what_was_done_before_is_not_what_is_planned_now(sequel: str, periods: set[str]) -> None:
    found = facts(sequel, "SAP plant Aktienrückkauf für 5 Milliarden Euro")
    assert {f"{fact.kind} {fact.period.label if fact.period else None}" for fact in found} == periods
