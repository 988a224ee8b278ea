"""Counting: which facts were found, missed and made up, micro-averaged over documents.

Four levels: ``figure`` (value and unit), ``core`` (with the metric), ``fact`` (with company, period and kind) and
``row`` (with segment, adjusted, change and prior). A predicted fact that only restates the comparison value of a gold
fact is neither right nor wrong: once for each such gold fact it is left out of the count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kennzahl.evaluation.same import (
    ATTRIBUTES,
    DEFAULTS,
    JsonFact,
    Same,
    attribute,
    same_attribute,
    same_core,
    same_fact,
    same_figure,
    same_number,
    same_row,
)

LEVELS: Mapping[str, Same] = {"figure": same_figure, "core": same_core, "fact": same_fact, "row": same_row}


@dataclass(slots=True)
class Tally:
    """Hits among gold and predicted facts."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 without any."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found; 0 without any."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * self.hits / total if total else 0.0

    def add(self, hits: int, gold: int, predicted: int) -> None:
        """Count one more document."""
        self.hits += hits
        self.gold += gold
        self.predicted += predicted


@dataclass(frozen=True, slots=True)
class Difference:
    """A gold fact that was missed, or a predicted one that is not in the gold, on the level ``fact``."""

    doc_id: str
    what: Literal["missed", "spurious"]
    fact: JsonFact


@dataclass(slots=True)
class Evaluation:
    """The result. ``attributes``: right among the core matches that state one; ``by_*``: on the level ``fact``."""

    documents: int = 0
    levels: dict[str, Tally] = field(default_factory=lambda: {level: Tally() for level in LEVELS})
    attributes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_metric: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_document: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    differences: list[Difference] = field(default_factory=list)


def evaluate(gold: Mapping[str, Sequence[JsonFact]], predicted: Mapping[str, Sequence[JsonFact]]) -> Evaluation:
    """Measure predicted facts by document against gold facts. A gold document that is not predicted counts as empty."""
    result = Evaluation(documents=len(gold))
    for doc_id, wanted in gold.items():
        _evaluate_document(result, doc_id, wanted, predicted.get(doc_id, ()))
    return result


def _evaluate_document(result: Evaluation, doc_id: str, gold: Sequence[JsonFact], got: Sequence[JsonFact]) -> None:
    for level, same in LEVELS.items():
        pairs = _pairs(gold, got, same)
        excused = _restatements(gold, got, {j for _, j in pairs})
        result.levels[level].add(len(pairs), len(gold), len(got) - len(excused))
        if level == "core":
            _count_attributes(result, [(gold[i], got[j]) for i, j in pairs])
        elif level == "fact":
            result.by_document[doc_id].add(len(pairs), len(gold), len(got) - len(excused))
            _list_differences(result, doc_id, gold, got, pairs, excused)


def _pairs(gold: Sequence[JsonFact], predicted: Sequence[JsonFact], same: Same) -> list[tuple[int, int]]:
    """Index pairs, one to one, of facts that say the same; those that agree most find each other first."""
    candidates = sorted(
        (-sum(same_attribute(name, wanted, got) for name in ATTRIBUTES), i, j)
        for i, wanted in enumerate(gold)
        for j, got in enumerate(predicted)
        if same(wanted, got)
    )
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append((i, j))
    return pairs


def _restatements(gold: Sequence[JsonFact], predicted: Sequence[JsonFact], matched: set[int]) -> set[int]:
    with_prior = [fact for fact in gold if fact.get("prior_value") is not None]
    excused = set()
    for j, got in enumerate(predicted):
        if j in matched:
            continue
        for wanted in with_prior:
            is_same_kind = (got.get("metric"), got.get("unit")) == (wanted["metric"], wanted.get("unit"))
            if is_same_kind and same_number(wanted["prior_value"], got.get("value")):
                excused.add(j)
                with_prior.remove(wanted)
                break
    return excused


def _count_attributes(result: Evaluation, pairs: Sequence[tuple[JsonFact, JsonFact]]) -> None:
    for wanted, got in pairs:
        for name in ATTRIBUTES:
            default = DEFAULTS.get(name)
            if name not in DEFAULTS or (attribute(wanted, name), attribute(got, name)) != (default, default):
                result.attributes[name].add(same_attribute(name, wanted, got), 1, 1)


def _list_differences(
    result: Evaluation,
    doc_id: str,
    gold: Sequence[JsonFact],
    got: Sequence[JsonFact],
    pairs: Sequence[tuple[int, int]],
    excused: set[int],
) -> None:
    found, matched = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, fact in enumerate(gold):
        result.by_metric[fact["metric"]].add(i in found, 1, 0)
        if i not in found:
            result.differences.append(Difference(doc_id, "missed", fact))
    for j, fact in enumerate(got):
        if j in excused:
            continue
        result.by_metric[fact["metric"]].add(0, 0, 1)
        if j not in matched:
            result.differences.append(Difference(doc_id, "spurious", fact))
