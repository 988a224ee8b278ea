"""Each step of reading earns its keep on our own articles, and the engine is whole again after it was taken apart."""

from __future__ import annotations

import pytest

from benchmarks import ablation, corpus

STEPS = {"sentences", "mentions", "statements", "facts"}
OURS = corpus.samples("de")


@pytest.fixture(scope="module")
def compared():
    return ablation.compare(OURS)


def test_every_step_is_taken_apart():
    assert {piece.step for piece in ablation.ABLATIONS} == STEPS


@pytest.mark.parametrize("step", sorted(STEPS))
def test_reading_is_worse_without_a_step(compared, step):
    assert max(row["points"]["fact"] for row in compared["lost"] if row["step"] == step) > 0


def test_without_reasons_figures_are_unread(compared):
    assert compared["accounting"]["without reasons"] > compared["accounting"]["unread"]


def test_the_engine_is_whole_again(compared):
    assert ablation.measure(OURS) == compared["whole"]
