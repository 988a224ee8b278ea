"""How sure the engine is of a fact: a share, learned, that tells right from wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from benchmarks import corpus
from kennzahl.catalog import load_catalog
from kennzahl.facts import Article, Fact
from kennzahl.reading import read
from kennzahl.reading.confidence import confidence, describe
from scripts.learn_confidence import SUPPORT, Example, area, examples, learn, main, names_of, out_of_fold, truth

TEXT = (
    "Infineon steigert Umsatz\n\nDer Chipkonzern Infineon hat seinen Umsatz im Jahr 2024 um 6,1 Prozent auf "
    "5,2 Milliarden Euro gesteigert, nach 4,9 Milliarden Euro im Vorjahr."
)


def article(text: str = TEXT) -> Article:
    return Article("a", text, text.index("\n"), "de", published_at=datetime(2025, 2, 4, tzinfo=UTC))


def only(text: str = TEXT) -> Fact:
    (fact,) = read(article(text)).facts
    return fact


def test_a_confidence_is_a_share() -> None:
    assert 0 < only().confidence < 1
    assert confidence({}) == confidence({"a feature that nobody has weighed": 1.0})


def features(fact: Fact) -> dict[str, float]:
    return describe([fact], article(), 3)[0]


def test_features_say_how_a_fact_was_read() -> None:
    fact = only()
    said = features(fact)
    assert said["states: value and prior and change_pct"] == 1
    assert said["states: growth that agrees"] == 1
    assert said["company: listed"] == 1
    assert fact.change_pct is not None
    tenfold = replace(fact, change_pct=replace(fact.change_pct, value=fact.change_pct.value * 10))
    assert features(tenfold)["states: growth that disagrees"] == 1
    assert features(replace(fact, cost=20.0))["figure: cost of its metric"] == 1
    assert features(replace(fact, repeated=3))["states: more than once"] == 1
    assert all(0 <= size <= 1 for size in said.values())


def test_every_weight_is_of_a_feature_that_exists() -> None:
    kinds = {name.partition(":")[0] for name in features(only())} | {"prior by rule", "change_abs by rule"}
    weights = load_catalog("confidence")["weights"]
    parts = {name.partition(":")[0] for name in weights if name != "bias"}
    assert {part for part in parts if not part.endswith("by rule")} <= kinds
    assert all(abs(weight) < 5 for weight in weights.values())


def test_what_separates_is_learned() -> None:
    """Facts of 40 articles, right where they have one feature; another says nothing."""
    found = [
        Example(f"doc{n // 3}", {"tells": float(n % 2), "idle": float(n % 3 == 0)}, right=n % 2 == 1 or n % 10 == 0)
        for n in range(120)
    ]
    assert names_of(found) == ["idle", "tells"]
    assert names_of(found[: SUPPORT // 2]) == []
    weights = dict(zip(("bias", "idle", "tells"), learn(found, ["idle", "tells"]), strict=True))
    assert weights["tells"] > 1 > abs(weights["idle"])
    right = np.array([one.right for one in found])
    assert area(out_of_fold(found), right) > 0.85


def test_the_area_under_the_curve() -> None:
    right = np.array([True, True, False, False])
    assert area(np.array([3.0, 2.0, 1.0, 0.0]), right) == 1
    assert area(np.array([0.0, 1.0, 2.0, 3.0]), right) == 0
    assert area(np.array([1.0, 1.0, 1.0, 1.0]), right) == 0.5


@pytest.mark.skipif(not corpus.dev_file(corpus.GOLD, "de").exists(), reason="the annotated articles are not here")
def test_right_facts_are_told_from_wrong_ones() -> None:
    """The weights that are in use, on articles that they were not learned from."""
    labelled = [one for language in corpus.LANGUAGES for one in corpus.dev(corpus.GOLD, language)]
    scores = [fact.confidence for one in labelled for fact in read(one.article).facts]
    assert area(np.array(scores), truth(examples(labelled))) > 0.74


def test_they_are_learned_from_any_annotated_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of the gold folder are left out, as they are measured on."""
    gold = tmp_path / "gold"
    gold.mkdir()
    for language in corpus.LANGUAGES:
        corpus.dev_file(gold, language).write_text(line(f"gold {language}", TEXT, right=True), "utf-8")
    more = tmp_path / "more.jsonl"
    written = [line(f"more {n}", TEXT, right=n % 2 == 0) for n in range(SUPPORT * 2)]
    more.write_text("".join([*written, line("gold de", TEXT, right=False)]), "utf-8")
    assert main([str(more), "--gold", str(gold)]) == 0
    said = capsys.readouterr().out
    assert f"learned from, out of fold: {SUPPORT * 2} facts, 50.0% right" in said
    assert "gold: 2 facts, 100.0% right" in said


def line(doc_id: str, text: str, *, right: bool) -> str:
    fact = {
        "company": "Infineon" if right else "Siemens",
        "metric": "revenue",
        "kind": "actual",
        "period": "2024",
        "value": 5_200_000_000,
        "unit": "EUR",
    }
    title, _, body = text.partition("\n\n")
    record = {"doc_id": doc_id, "lang": "de", "published": "2025-02-04", "title": title, "text": body, "facts": [fact]}
    return json.dumps(record) + "\n"
