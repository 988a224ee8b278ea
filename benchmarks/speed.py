"""How fast articles are read, on one core.

    python -m benchmarks.speed [--corpus FOLDER] [--articles N] [--seed N] [--without-peer] [--json]

Everything is measured in seconds of processor time, which other programs on the machine do not stretch:

* articles: a sample of the unlabelled articles, read by us and by quantulum3 (its classifier switched off), in turns
  of a batch each.
  Quantulum only finds quantities; we read facts.
* gate: the same articles without the sentences that have figures, so without anything to find.
* bulk: texts of a million characters that are nothing but digits, numbers, prices.
* steps: what each step of reading takes of the whole; not for a compiled engine (make compile), whose steps call each
  other without passing by here.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import cache, partial, wraps
from pathlib import Path
from time import process_time
from typing import TypeAlias

from benchmarks import corpus
from kennzahl.facts import Article, Quantity
from kennzahl.reading import accounting, read, reader
from kennzahl.reading.companies import CompanyContext
from kennzahl.reading.mentions import companies, quantities
from kennzahl.reading.periods import PeriodContext
from kennzahl.reading.sentences import split
from kennzahl.version import is_compiled

Peer: TypeAlias = Callable[[Article], object]
MEGABYTE = 1_000_000
WARM_UP = 20  # articles; lexicons are compiled on first use
BATCH = 25
"""Articles that one reads before it is the other's turn: few enough that both see the machine in the same state, and
enough that each finds its own data in the processor's caches, as it does in a run."""
BULK = {
    "1 MB of digits": "1234567890" * (MEGABYTE // 10),
    "1 MB of numbers": "123456789 " * (MEGABYTE // 10),
    "1 MB of prices": "costs $12.5 million " * (MEGABYTE // 20),
}
STEPS: dict[str, tuple[tuple[object, str], ...]] = {
    "quantities": ((quantities, "find"),),
    "sentences": ((reader, "split"),),
    "metrics, roles, statements": ((reader, "_speak"),),
    "companies": ((companies, "find"), (CompanyContext, "of")),
    "periods": ((PeriodContext, "of"),),
    "assembly": ((reader, "assemble"),),
    "accounting": ((accounting, "account"),),
}
"""The functions that make up each step, where the reader looks them up."""


@dataclass(slots=True)
class Speed:
    """What was measured; times in seconds of processor time."""

    compiled: bool = False
    articles: int = 0
    articles_per_s: float = 0.0
    peer_per_s: float | None = None
    ratio: float | None = None
    gate_articles: int = 0
    gate_per_s: float = 0.0
    bulk_s: dict[str, float] = field(default_factory=dict)
    peak_mb: float = 0.0
    steps: dict[str, float] = field(default_factory=dict)
    """Share of the whole by step."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    start = process_time()
    work()
    return process_time() - start


def pin_to_one_core() -> None:
    """Stay on one core, where the system can say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak_mb() -> float:
    """The most memory that this process has had, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


@cache
def _quantulum() -> Callable[[str], object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that its classifier is not installed
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    parse: Callable[[str], object] = parser.parse
    return parse


def quantulum(article: Article) -> object:
    """All quantities by quantulum3 without its classifier; it knows no German, and reads it as English."""
    return _quantulum()(article.text)


def without_figures(article: Article) -> Article:
    """The article with the sentences taken out in which there is a quantity."""
    found = _figures(article)
    kept = [
        article.text[sentence.start : sentence.end]
        for sentence in split(article.text, article.language, article.title_end)
        if not any(sentence.start < quantity.end and quantity.start < sentence.end for quantity in found)
    ]
    return replace(article, text=" ".join(kept), title_end=0)


def _figures(article: Article) -> list[Quantity]:
    return quantities.find(article.text, article.language)


@contextmanager
def stopwatch(taken: dict[str, float]) -> Iterator[None]:
    """Add up what each step takes while this lasts."""

    def timed(step: str, function: Callable[..., object]) -> Callable[..., object]:
        @wraps(function)
        def call(*given: object, **named: object) -> object:
            start = process_time()
            try:
                return function(*given, **named)
            finally:
                taken[step] = taken.get(step, 0.0) + process_time() - start

        return call

    places = [(step, owner, name) for step, functions in STEPS.items() for owner, name in functions]
    before = [(owner, name, getattr(owner, name)) for _, owner, name in places]
    try:
        for (step, owner, name), (_, _, function) in zip(places, before, strict=True):
            setattr(owner, name, timed(step, function))
        yield
    finally:
        for owner, name, function in before:
            setattr(owner, name, function)


def measure(sample: Sequence[Article], warm_up: Sequence[Article], peer: Peer | None) -> Speed:
    """Measure all; the peer comes last, so that its memory is not taken for ours."""
    gated = [article for article in map(without_figures, sample) if article.text and not _figures(article)]
    for article in (*warm_up, *map(without_figures, warm_up)):
        read(article)
    gc.freeze()  # as a run does (tasks.reading.settle_memory); the peer has the good of it, too
    gc.set_threshold(20_000)
    compiled = is_compiled()
    gate = seconds(lambda: [read(article) for article in gated])
    bulk = {name: seconds(partial(read, Article("bulk", text, language="en"))) for name, text in BULK.items()}
    speed = Speed(
        compiled=compiled,
        articles=len(sample),
        gate_articles=len(gated),
        gate_per_s=len(gated) / gate,
        bulk_s=bulk,
        peak_mb=peak_mb(),
        steps={} if compiled else _shares(sample),
    )
    return _raced(speed, sample, warm_up, peer)


def _shares(sample: Sequence[Article]) -> dict[str, float]:
    """What each step takes of the whole."""
    taken: dict[str, float] = {}
    with stopwatch(taken):
        whole = seconds(lambda: [read(article) for article in sample])
    return {step: taken[step] / whole for step in STEPS} | {"rest": 1 - sum(taken.values()) / whole}


def _raced(speed: Speed, sample: Sequence[Article], warm_up: Sequence[Article], peer: Peer | None) -> Speed:
    """Both read each batch, one behind the other, so that neither has the machine to itself."""
    if peer is not None:
        for article in warm_up[:3]:
            peer(article)
        gc.freeze()  # the peer's lexicons, too
    ours = theirs = 0.0
    for first in range(0, len(sample), BATCH):
        batch = sample[first : first + BATCH]
        ours += seconds(partial(list, map(read, batch)))
        theirs += seconds(partial(list, map(peer, batch))) if peer is not None else 0.0
    speed.articles_per_s = len(sample) / ours
    if peer is not None:
        speed.peer_per_s, speed.ratio = len(sample) / theirs, theirs / ours
    return speed


def show(speed: Speed) -> None:
    """Print what was measured."""
    engine = "compiled" if speed.compiled else "not compiled"
    print(f"{speed.articles} articles, one core, processor time, engine {engine}")
    print(f"  kennzahl    {speed.articles_per_s:10.1f} articles/s")
    if speed.peer_per_s is not None:
        print(f"  quantulum3  {speed.peer_per_s:10.1f} articles/s (classifier off)")
        print(f"  ratio       {speed.ratio:10.1f}")
    print(f"  gate        {speed.gate_per_s:10.1f} articles/s ({speed.gate_articles} articles without any figure)")
    for name, taken in speed.bulk_s.items():
        print(f"  {name}: {taken:.2f} s")
    print(f"  peak memory {speed.peak_mb:.0f} MB")
    if speed.steps:
        print("  steps")
    for step, share in speed.steps.items():
        print(f"    {step:28} {share:6.1%}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast articles are read, on one core")
    parser.add_argument("--corpus", type=Path, default=corpus.UNLABELLED, help="folder of the unlabelled articles")
    parser.add_argument("--articles", type=int, default=300, metavar="N", help="how many of them (default 300)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (default 1)")
    parser.add_argument("--without-peer", action="store_true", help="leave quantulum3 out")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    if not arguments.corpus.is_dir():
        parser.error(f"{arguments.corpus} is no folder; --corpus names the one with unlabelled.*.jsonl.gz")
    pin_to_one_core()
    articles = list(corpus.unlabelled(arguments.corpus))
    random.Random(arguments.seed).shuffle(articles)
    sample, warm_up = articles[: arguments.articles], articles[arguments.articles :][:WARM_UP]
    speed = measure(sample, warm_up, None if arguments.without_peer else quantulum)
    if arguments.json:
        print(json.dumps(asdict(speed), indent=1))
    else:
        show(speed)


if __name__ == "__main__":
    main()
