"""What each step of reading is worth: accuracy with its knowledge taken out.

    python -m benchmarks.ablation [--gold FOLDER] [--json]

Every row replaces one piece of one step by what somebody would write first, and reads the annotated articles again
(the project's own where no others are at hand). Printed is the F1 of cores and facts, in points lost against the whole
engine; for the accounting, whose work is no fact, the share of figures without a reason.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks import accuracy, corpus
from benchmarks.corpus import Labelled
from kennzahl.facts import Sentence
from kennzahl.reading import assembly, read, reader, roles, statements, targets
from kennzahl.reading.companies import CompanyContext
from kennzahl.reading.fitting import fits
from kennzahl.reading.grouping import Group
from kennzahl.reading.mentions import companies, metrics
from kennzahl.reading.periods.article import PeriodContext
from kennzahl.reading.view import Named, View

LEVELS = ("core", "fact")
FULL_STOP = re.compile(r"[.!?]\s+|\n\n")

Patch = tuple[object, str, object]
"""An object, the name of its attribute, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Ablation:
    """A step, what is taken out of it, and how."""

    step: str
    without: str
    patches: Callable[[], list[Patch]]


def _split_at_full_stops(text: str, language: str, title_end: int = 0) -> list[Sentence]:
    """Sentences as they look at first sight: "Mio." ends one."""
    borders = [0, *(match.end() for match in FULL_STOP.finditer(text)), len(text)]
    spans = [(start, end) for start, end in pairwise(borders) if start < end]
    return [Sentence(start, end, paragraph=0, is_headline=end <= title_end) for start, end in spans]


def _figure_by_figure(view: View) -> list[Group]:
    return [Group([figure]) for figure in view.figures if figure.role != "conversion"]


def _nearest(view: View, group: Group) -> tuple[Named, float] | None:
    """The metric that is fewest words away."""
    fitting = [named for named in view.metrics if all(fits(named, figure) for figure in group.figures)]
    nearest = min(fitting, key=lambda named: abs(named.first - group.first.first), default=None)
    return (nearest, 1.0) if nearest is not None else None


def _without_compounds() -> list[Patch]:
    """Metric words as they stand in the lexicon: no "Umsatzplus", no "Cloudumsatz"."""
    find = metrics.Lexicon.find

    def whole(self: metrics.Lexicon, text: str, tokens: list[Any]) -> list[metrics.MetricMention]:
        return [mention for mention in find(self, text, tokens) if not mention.segment and not mention.direction]

    return [(metrics.Lexicon, "find", whole)]


def _own_sentence_only() -> list[Patch]:
    of = CompanyContext.of
    return [(CompanyContext, "of", lambda *given: replace(of(*given), topics={}, main=None))]


def _no_periods_of_the_article() -> list[Patch]:
    of = PeriodContext.of
    return [(PeriodContext, "of", lambda *given: replace(of(*given), main=None))]


def _values_only(view: View) -> None:
    """No roles: whatever is no percentage is a value."""
    for figure in view.figures:
        figure.role, figure.rule = ("change" if figure.is_relative else "value"), "ablated"
        figure.direction = 1


def _nothing(*given: object) -> Iterator[Any]:
    return iter(())


ABLATIONS: tuple[Ablation, ...] = (
    Ablation("sentences", "abbreviations, glued sentences", lambda: [(reader, "split", _split_at_full_stops)]),
    Ablation("mentions", "compounds of metric words", _without_compounds),
    Ablation("mentions", "companies that no catalogue lists", lambda: [(companies.unlisted, "find", _nothing)]),
    Ablation("mentions", "references (the chipmaker, it)", lambda: [(companies.references, "find", _nothing)]),
    Ablation("statements", "roles by preposition and verb", lambda: [(roles, "assign", _values_only)]),
    Ablation("statements", "groups of figures", lambda: [(statements, "bind", _figure_by_figure)]),
    Ablation("statements", "weighing of metrics (nearest instead)", lambda: [(targets, "attach", _nearest)]),
    Ablation("facts", "companies from other sentences", _own_sentence_only),
    Ablation("facts", "the article's own period", _no_periods_of_the_article),
    Ablation("facts", "merging of repetitions", lambda: [(assembly, "merge", list)]),
)


@contextmanager
def without(ablation: Ablation) -> Iterator[None]:
    """The engine without one piece of a step."""
    with ExitStack() as stack:
        for owner, name, instead in ablation.patches():
            stack.enter_context(patch.object(owner, name, instead))
        yield


def measure(labelled: Sequence[Labelled]) -> dict[str, float]:
    """F1 by level."""
    result = accuracy.measure(labelled)
    return {level: result.levels[level].f1 for level in LEVELS}


def unread(labelled: Sequence[Labelled], reasons: bool) -> float:
    """Share of the figures that are in no fact, without those that have a reason (or with them)."""
    readings = [read(one.article) for one in labelled]
    figures = sum(reading.figures for reading in readings)
    issues = [issue for reading in readings for issue in reading.issues if issue.span is not None]
    return sum(not reasons or issue.reason == "unread" for issue in issues) / (figures or 1)


def compare(labelled: Sequence[Labelled]) -> dict[str, Any]:
    """The whole engine, and the points of F1 that it loses without each piece."""
    whole = measure(labelled)
    lost = []
    for ablation in ABLATIONS:
        with without(ablation):
            rest = measure(labelled)
        points = {level: 100 * (whole[level] - rest[level]) for level in LEVELS}
        lost.append({"step": ablation.step, "without": ablation.without, "points": points})
    accounting = {"unread": unread(labelled, reasons=True), "without reasons": unread(labelled, reasons=False)}
    return {"whole": whole, "lost": lost, "accounting": accounting}


def show(language: str, compared: dict[str, Any]) -> None:
    """Print the comparison of one language."""
    whole = "  ".join(f"{level} {f1:.3f}" for level, f1 in compared["whole"].items())
    print(f"\n{language}: the whole engine reads F1 {whole}; without")
    for row in compared["lost"]:
        points = "  ".join(f"{level} {-lost:+6.1f}" for level, lost in row["points"].items())
        print(f"  {row['step']:12} {row['without']:44} {points}")
    shares = compared["accounting"]
    print(f"  {'accounting':12} {'reasons for figures set aside':44} ", end="")
    print(f"unread {shares['unread']:.1%} -> {shares['without reasons']:.1%}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What each step of reading is worth")
    parser.add_argument("--gold", type=Path, default=corpus.GOLD, help="folder of dev.de.jsonl and dev.en.jsonl")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    compared = {
        language: compare(corpus.dev(arguments.gold, language) if arguments.gold.is_dir() else corpus.samples(language))
        for language in corpus.LANGUAGES
    }
    if arguments.json:
        print(json.dumps(compared, indent=1))
        return
    for language, result in compared.items():
        show(language, result)


if __name__ == "__main__":
    main()
