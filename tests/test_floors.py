"""Accuracy stays above what was reached: pinned floors, and no floor is lowered in silence."""

from __future__ import annotations

import pytest

from benchmarks import accuracy, corpus, floors

PINNED = floors.load()
needs_gold = pytest.mark.skipif(not corpus.GOLD.is_dir(), reason="the annotated articles are not beside the project")


@needs_gold
def test_the_floors_are_of_this_corpus():
    assert corpus.fingerprint(corpus.GOLD) == PINNED["fingerprint"], "annotations changed: measure and pin anew"


@needs_gold
@pytest.mark.parametrize("language", corpus.LANGUAGES)
def test_annotated_articles_are_read_as_well_as_before(language):
    result = accuracy.measure(corpus.dev(corpus.GOLD, language))
    assert list(floors.missed(PINNED["dev"][language], result)) == []


@pytest.mark.parametrize("language", corpus.LANGUAGES)
def test_own_samples_are_read_as_well_as_before(language):
    result = accuracy.measure(corpus.samples(language))
    assert list(floors.missed(PINNED["samples"][language], result)) == []


def test_no_floor_was_lowered_without_a_reason_in_the_changelog():
    changelog = (corpus.ROOT / "CHANGELOG.md").read_text("utf-8")
    assert list(floors.lowered(PINNED, changelog)) == []


@pytest.mark.parametrize(
    ("floor", "changelog", "lowered"),
    [
        ({"f1": 0.8}, "", False),
        ({"f1": 0.8, "was": [0.7, 0.75]}, "", False),
        ({"f1": 0.7, "was": [0.8, 0.6]}, "", True),
        ({"f1": 0.7, "was": [0.8], "lowered_because": "facts of banks count now"}, "", True),
        ({"f1": 0.7, "was": [0.8], "lowered_because": "facts of banks count now"}, "- facts of banks count now", False),
    ],
)
def test_lowering_a_floor_needs_a_reason(floor, changelog, lowered):
    pinned = {"dev": {"de": {"core": floor}}, "samples": {}}
    assert bool(list(floors.lowered(pinned, changelog))) is lowered


def test_scores_below_a_floor_are_named():
    result = accuracy.evaluate({"a": [{"metric": "revenue", "value": 5, "unit": "EUR"}]}, {"a": []})
    assert list(floors.missed({"core": {"f1": 0.5}}, result)) == ["core F1 is 0.000, below its floor of 0.500"]
