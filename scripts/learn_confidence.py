"""Learns ``kennzahl/catalog/confidence.yaml``: what each feature of a fact says about its being right.

    python -m scripts.learn_confidence [FILE ...] [--gold FOLDER] [--write]

A fact of an annotated article is right where it matches one of theirs on the level ``fact``. Weights are those of a
logistic regression with a quadratic penalty. They are learned from the annotated articles in the files (lines as in
``dev.de.jsonl``), and measured on those of the gold folder, none of which they have seen; without files they are
learned from the gold folder itself and measured out of fold (folds by document).

The engine was developed on the gold articles, so it errs there more seldom than on new ones: what is learned from other
articles separates better, and promises less. The result depends on the engine and the annotations alone; run it again
when one of them has changed.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from benchmarks import corpus
from benchmarks.corpus import Labelled
from kennzahl.contract import to_contract
from kennzahl.evaluation import evaluate, read_documents
from kennzahl.reading import read
from kennzahl.reading.confidence import describe

TARGET = Path(__file__).resolve().parents[1] / "kennzahl" / "catalog" / "confidence.yaml"
FOLDS = 10
PENALTY = 4.0  # of 1, 2, 4, 8 and 16 the best out of fold, and flat around
SUPPORT = 10  # facts and, of them, documents (a third as many) that a feature must be seen in
SMALLEST = 0.02  # a weight below says nothing
STEPS = 50
HEADER = """\
# What each feature of a fact adds to its log-odds of being right (kennzahl/reading/confidence.py). Learned by
# scripts/learn_confidence.py from {facts} facts of {documents} {which} articles, {share:.0%} of them right.
# Area under the curve: {folded:.3f} out of fold.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One fact that was read: its features, and whether people found it, too."""

    doc_id: str
    features: dict[str, float]
    right: bool


def examples(labelled: Iterable[Labelled]) -> list[Example]:
    """All facts that the engine reads in annotated articles."""
    found = []
    for one in labelled:
        reading, doc_id = read(one.article), one.document.doc_id
        said = [to_contract(fact, one.article) for fact in reading.facts]
        result = evaluate({doc_id: one.document.facts}, {doc_id: said})
        wrong = {id(difference.fact) for difference in result.differences if difference.what == "spurious"}
        features = describe(reading.facts, one.article, reading.figures)
        found += [Example(doc_id, f, id(fact) not in wrong) for f, fact in zip(features, said, strict=True)]
    return found


def names_of(found: Sequence[Example]) -> list[str]:
    """The features that are frequent enough to learn from."""
    facts: Counter[str] = Counter()
    documents: dict[str, set[str]] = {}
    for one in found:
        for name, size in one.features.items():
            if size:
                facts[name] += 1
                documents.setdefault(name, set()).add(one.doc_id)
    return sorted(name for name in facts if facts[name] >= SUPPORT and len(documents[name]) >= SUPPORT // 3)


def learn(found: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """The weights of the bias and the features, by Newton's method."""
    x, y = matrix(found, names), np.array([one.right for one in found], float)
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def matrix(found: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    return np.array([[1.0, *(one.features.get(name, 0.0) for name in names)] for one in found])


def area(scores: np.ndarray, right: np.ndarray) -> float:
    """The chance that a right fact scores above a wrong one."""
    good, bad = scores[right], scores[~right]
    wins = (good[:, None] > bad[None, :]).sum() + 0.5 * (good[:, None] == bad[None, :]).sum()
    return float(wins / max(len(good) * len(bad), 1))


def out_of_fold(found: Sequence[Example]) -> np.ndarray:
    """The score of each fact by weights that were learned from other articles."""
    fold = np.array([int(hashlib.sha256(one.doc_id.encode()).hexdigest(), 16) % FOLDS for one in found])
    scores = np.zeros(len(found))
    for number in range(FOLDS):
        rest = [one for one, its in zip(found, fold, strict=True) if its != number]
        names = names_of(rest)
        held = [one for one, its in zip(found, fold, strict=True) if its == number]
        if held:
            scores[fold == number] = matrix(held, names) @ learn(rest, names)
    return scores


def further(path: Path, known: set[str]) -> list[Labelled]:
    """The annotated articles of a file but those of the gold folder."""
    documents = read_documents(path.read_text("utf-8").splitlines(), path.name)
    return [corpus.labelled(one, path.name) for one in documents if one.doc_id not in known]


def show(title: str, scores: np.ndarray, right: np.ndarray) -> None:
    """Print how well scores separate, and how many are right at which confidence."""
    p = 1 / (1 + np.exp(-scores))
    print(f"{title}: {len(right)} facts, {right.mean():.1%} right, {p.mean():.1%} promised")
    print(f"  area under the curve {area(scores, right):.3f}")
    for low, high in ((0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 1.01)):
        inside = (p >= low) & (p < high)
        if inside.any():
            share = right[inside].mean()
            print(f"  confidence {low:.2f} to {min(high, 1):.2f}: {inside.sum():4d} facts, {share:.0%} right")


def truth(found: Sequence[Example]) -> np.ndarray:
    return np.array([one.right for one in found])


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Learn how sure the engine is of a fact")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="annotated articles to learn from")
    parser.add_argument("--gold", type=Path, default=corpus.GOLD, help="folder of dev.de.jsonl and dev.en.jsonl")
    parser.add_argument("--write", action="store_true", help=f"replace {TARGET.name}")
    arguments = parser.parse_args(argv)
    labelled = [one for language in corpus.LANGUAGES for one in corpus.dev(arguments.gold, language)]
    gold, known = examples(labelled), {one.document.doc_id for one in labelled}
    validation = {one.document.doc_id for one in labelled if one.validation}
    learned = examples(one for path in arguments.files for one in further(path, known)) if arguments.files else gold
    if not learned:
        parser.error("the files hold no facts beside those of the gold folder, or the engine reads none")
    names = names_of(learned)
    weights, folded = learn(learned, names), out_of_fold(learned)
    scores = matrix(gold, names) @ weights if arguments.files else folded
    kept = np.array([one.doc_id in validation for one in gold])
    if arguments.files:
        show("learned from, out of fold", folded, truth(learned))
    show("gold", scores, truth(gold))
    if kept.any():
        show("gold, kept for validation", scores[kept], truth(gold)[kept])
    if arguments.write:
        told = {name: round(float(w), 2) for name, w in zip(("bias", *names), weights, strict=True)}
        told = {name: weight for name, weight in told.items() if name == "bias" or abs(weight) >= SMALLEST}
        header = HEADER.format(
            facts=len(learned),
            documents=len({one.doc_id for one in learned}),
            which="other" if arguments.files else "gold",
            share=truth(learned).mean(),
            folded=area(folded, truth(learned)),
        )
        TARGET.write_text(header + yaml.safe_dump({"weights": told}, allow_unicode=True, width=120), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
