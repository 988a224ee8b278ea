"""How well articles are read.

    python -m benchmarks.accuracy [--gold FOLDER] [--corpus FOLDER] [--json] [--disagreements N]

On annotated articles: precision, recall and F1 of figures, cores, facts and rows, and the share of each attribute that
is right, for the two thirds that the lexicons were developed on, for the third that is kept for validation, and for
both. On unlabelled articles: figures that no fact and no reason accounts for, and value, prior and change that
contradict each other. Errors are listed for unlabelled articles only, never for annotated ones.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks import corpus
from benchmarks.corpus import Labelled
from kennzahl.checking import growth
from kennzahl.contract import to_contract
from kennzahl.evaluation import LEVELS, Evaluation, evaluate
from kennzahl.facts import Article
from kennzahl.reading import read

Facts: TypeAlias = dict[str, list[dict[str, object]]]
"""Facts as the contract writes them, by document."""

MEMORABLE = 5.0
"""Points of F1 between the halves from which on the engine has learned documents instead of language."""


@dataclass(slots=True)
class Unlabelled:
    """What reading articles without annotations shows. ``figures`` are those in scope: money and percentages."""

    articles: int = 0
    facts: int = 0
    figures: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    growth: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)

    @property
    def unread(self) -> float:
        """Share of the figures that nothing accounts for."""
        return self.reasons["unread"] / self.figures if self.figures else 0.0

    @property
    def agreement(self) -> float:
        """Share of the stated growth rates that agree with their own figures, among those that can be told."""
        told = self.growth["consistent"] + self.growth["inconsistent"]
        return self.growth["consistent"] / told if told else 0.0


def measure(labelled: Sequence[Labelled]) -> Evaluation:
    """Read the articles, and hold what was read against what people found."""
    return _evaluate(labelled, _read(labelled))


def halves(labelled: Sequence[Labelled]) -> dict[str, Evaluation]:
    """The measure on both halves, and on all."""
    predicted = _read(labelled)
    return {
        "development": _evaluate((one for one in labelled if not one.validation), predicted),
        "validation": _evaluate((one for one in labelled if one.validation), predicted),
        "together": _evaluate(labelled, predicted),
    }


def _read(labelled: Iterable[Labelled]) -> Facts:
    return {
        one.document.doc_id: [to_contract(fact, one.article) for fact in read(one.article).facts] for one in labelled
    }


def _evaluate(labelled: Iterable[Labelled], predicted: Facts) -> Evaluation:
    return evaluate({one.document.doc_id: one.document.facts for one in labelled}, predicted)


def watch(articles: Iterable[Article]) -> Unlabelled:
    """Read articles that nobody has annotated, and see what they give away."""
    seen = Unlabelled()
    for article in articles:
        reading = read(article)
        seen.articles += 1
        seen.facts += len(reading.facts)
        seen.figures += reading.figures
        seen.reasons.update(issue.reason for issue in reading.issues if issue.span is not None)
        for verdict in growth.check(reading):
            seen.growth[verdict.outcome] += 1
            if verdict.outcome == "inconsistent":
                fact = reading.facts[verdict.fact]
                sentence = " ".join(article.text[fact.sentence.start : fact.sentence.end].split())
                seen.disagreements.append(f"{article.doc_id}: {fact.metric}: {verdict.words}\n    {sentence}")
    return seen


# ---- as JSON


def scores(result: Evaluation) -> dict[str, Any]:
    """Precision, recall and F1 by level; right and all by attribute."""
    levels = {
        level: {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
        for level, tally in result.levels.items()
    }
    attributes = {name: {"right": tally.hits, "of": tally.gold} for name, tally in sorted(result.attributes.items())}
    return {"documents": result.documents, "levels": levels, "attributes": attributes}


def gaps(parts: dict[str, Evaluation]) -> dict[str, float]:
    """Points of F1 that development is ahead of validation, by level."""
    ahead, behind = parts["development"].levels, parts["validation"].levels
    return {level: 100 * (ahead[level].f1 - behind[level].f1) for level in LEVELS}


def shares(seen: Unlabelled) -> dict[str, Any]:
    """The counts of unlabelled articles."""
    return {
        "articles": seen.articles,
        "facts": seen.facts,
        "figures": seen.figures,
        "unread": seen.unread,
        "reasons": dict(seen.reasons.most_common()),
        "agreement": seen.agreement,
        "growth": dict(seen.growth),
    }


# ---- as text


def show_halves(language: str, parts: dict[str, Evaluation]) -> None:
    """Print the levels and the attributes of one language."""
    print(f"\ndev {language}")
    for name, result in parts.items():
        print(f"  {name} ({result.documents} articles)")
        show_levels(result)
    apart = gaps(parts)
    print("  gap     ", "  ".join(f"{level} {points:+.1f}" for level, points in apart.items()), "points of F1")
    if far := [level for level, points in apart.items() if points > MEMORABLE]:
        print(f"  more than {MEMORABLE:.0f} points apart: {', '.join(far)}")
    columns = {name: result.attributes for name, result in parts.items()}
    print("  attribute    " + "".join(f"{name:>14}" for name in columns))
    for attribute in sorted(columns["together"]):
        tallies = (found[attribute] for found in columns.values())
        print(f"  {attribute:12} " + "".join(f"{tally.recall:8.3f} /{tally.gold:4}" for tally in tallies))


def show_levels(result: Evaluation) -> None:
    for level, tally in result.levels.items():
        print(f"    {level:7} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}", end="")
        print(f"   ({tally.hits} of {tally.gold} gold, {tally.predicted} read)")


def show_unlabelled(seen: Unlabelled, disagreements: int) -> None:
    """Print what the unlabelled articles give away."""
    print(f"\nunlabelled: {seen.articles} articles, {seen.facts} facts, {seen.figures} money and percent figures")
    print(f"  unread {seen.unread:.1%}")
    for reason, count in seen.reasons.most_common():
        print(f"    {reason:20} {count:6}  {count / (seen.figures or 1):6.1%}")
    told = seen.growth["consistent"] + seen.growth["inconsistent"]
    print(f"  value, prior and change agree in {seen.growth['consistent']} of {told}: {seen.agreement:.1%}", end="")
    print(f"   (inconsistent {1 - seen.agreement:.1%}; {seen.growth['uninformative']} more cannot be told)")
    for words in seen.disagreements[:disagreements]:
        print(f"  {words}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How well articles are read")
    parser.add_argument("--gold", type=Path, default=corpus.GOLD, help="folder of dev.de.jsonl and dev.en.jsonl")
    parser.add_argument("--corpus", type=Path, default=corpus.UNLABELLED, help="folder of the unlabelled articles")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--disagreements", type=int, default=0, metavar="N", help="list N contradictions, unlabelled")
    arguments = parser.parse_args(argv)
    own = {language: measure(corpus.samples(language)) for language in corpus.LANGUAGES}
    gold = {}
    if arguments.gold.is_dir():
        gold = {language: halves(corpus.dev(arguments.gold, language)) for language in corpus.LANGUAGES}
    seen = watch(corpus.unlabelled(arguments.corpus)) if arguments.corpus.is_dir() else None
    if arguments.json:
        print(json.dumps(_as_json(own, gold, seen), indent=1, ensure_ascii=False))
        return
    for language, result in own.items():
        print(f"own samples {language} ({result.documents} articles)")
        show_levels(result)
    for language, parts in gold.items():
        show_halves(language, parts)
    if seen is not None:
        show_unlabelled(seen, arguments.disagreements)


def _as_json(
    own: dict[str, Evaluation], gold: dict[str, dict[str, Evaluation]], seen: Unlabelled | None
) -> dict[str, Any]:
    measured = {
        language: {name: scores(result) for name, result in parts.items()} | {"gap": gaps(parts)}
        for language, parts in gold.items()
    }
    return {
        "samples": {language: scores(result) for language, result in own.items()},
        "dev": measured,
        "unlabelled": shares(seen) if seen else None,
    }


if __name__ == "__main__":
    main()
