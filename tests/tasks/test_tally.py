"""What the summary counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kennzahl import ids
from kennzahl.facts import Issue, Reading, Verdict
from tasks.tally import EXAMPLES, Tally, tally_of
from tests.tasks.handmade import META, revenue_reading


def judged(reading: Reading, *outcomes: str) -> Reading:
    return replace(reading, verdicts=tuple(Verdict(0, "growth", outcome, f"it is {outcome}") for outcome in outcomes))


def total(*readings: Reading) -> Tally:
    tally = Tally()
    for reading in readings:
        tally += tally_of(reading)
    return tally


def test_readings_add_up() -> None:
    aside = Issue("set_aside", "share_price", "a share price")
    unread = Issue("unread", "unread", "nobody knows")
    first = replace(judged(revenue_reading("8,5"), "consistent"), figures=3, issues=(aside, unread))
    second = replace(judged(revenue_reading("9,5", company=META), "inconsistent"), figures=2, issues=(aside,))
    tally = total(first, second)
    assert (tally.articles, tally.figures, tally.facts) == (2, 5, 2)
    assert (tally.count("set_aside"), tally.count("unread"), tally.count("input")) == (2, 1, 0)
    assert tally.outcomes() == {"consistent": 1, "inconsistent": 1}
    assert tally.verdicts == {("growth", "consistent"): 1, ("growth", "inconsistent"): 1}


@pytest.mark.parametrize(
    ("outcomes", "shown"),
    [
        ([], []),
        (["consistent"], ["consistent"]),
        (["consistent"] * 5, ["consistent"] * 3),
        (["uninformative", "consistent", "inconsistent"], ["inconsistent", "consistent", "uninformative"]),
        (["consistent", "consistent", "consistent", "inconsistent"], ["inconsistent", "consistent", "consistent"]),
        (["inconsistent"] * 3 + ["consistent"], ["inconsistent", "consistent", "inconsistent"]),
    ],
)
def test_examples_show_one_of_each_outcome_first(outcomes: list[str], shown: list[str]) -> None:
    tally = total(*(judged(revenue_reading(f"8,{n}"), outcome) for n, outcome in enumerate(outcomes, 1)))
    examples = tally.best_examples()
    assert [example.outcome for example in examples] == shown
    assert len({example.fact_id for example in examples}) == len(examples) <= EXAMPLES


def test_an_example_tells_the_worst_verdict_of_its_fact() -> None:
    [example] = total(judged(revenue_reading(), "consistent", "inconsistent")).best_examples()
    assert (example.outcome, example.words) == ("inconsistent", "it is inconsistent")


def test_an_example_can_be_explained_by_its_id() -> None:
    reading = judged(revenue_reading("8,5", "9"))
    [example] = tally_of(reading).best_examples()
    assert example.fact_id == ids.fact_id(reading.article, reading.facts[0])
    assert example.outcome == "unchecked"
    assert "8,5" in example.headline
    assert "SAP · revenue · 2024-Q3" in example.headline
    assert "8,5" in example.sentence
