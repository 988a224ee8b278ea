"""How fast web archives are gone through, on one core, beside trafilatura alone.

    python -m benchmarks.archive [--pages N] [--share 0.05] [--others FOLDER] [--json]

The archive is like one of CC-NEWS: of its pages 5 % are articles with key figures (our own samples, in the pages of
newspapers), the others are the pages of FOLDER (real ones of the shared material, if there) or small talk of our own.
Measured in seconds of processor time; trafilatura reads every page of a sample of the same archive and nothing more.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time
from typing import TypeVar

from benchmarks.speed import pin_to_one_core
from kennzahl.articles import Given, read_bytes
from kennzahl.articles.gate import refusal, refusal_of_head
from kennzahl.checking import check
from kennzahl.facts import Article
from kennzahl.reading import read
from scripts.make_archive import make, pages_of, write
from tasks.archive_records import ArchivedPage, Progress, pages

SHARED_PAGES = Path(__file__).parents[2] / "shared" / "pages"
STEPS = ("decompression", "gate", "page reading", "engine")
PEER_PAGES = 200
T = TypeVar("T")


@dataclass(frozen=True)
class Throughput:
    """Pages a second of ours and of trafilatura, and the share of our time by step; ``kept`` pages passed the gate."""

    pages: int
    kept: int
    articles_with_facts: int
    figure_pages_lost: int
    pages_per_s: float
    trafilatura_per_s: float
    ratio: float
    shares: dict[str, float]


class Clock:
    """Processor time by step."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def time(self, step: str, work: Callable[[], T]) -> T:
        began = process_time()
        try:
            return work()
        finally:
            self.spent[step] += process_time() - began  # type: ignore[assignment]


def measure(archive: Path, with_figures: set[str]) -> Throughput:
    """Go through an archive as ``kennzahl backfill`` does, without writing; then let trafilatura read a sample."""
    clock = Clock()
    kept: list[ArchivedPage] = []
    facts = 0
    progress = Progress()

    def head_is_wanted(head: bytes) -> bool:
        return clock.time("gate", lambda: refusal_of_head(head)) is None

    records = pages(archive, progress, head_is_wanted)
    began = process_time()
    while (page := next(records, None)) is not None:
        payload = page.payload
        if clock.time("gate", lambda: refusal(payload)) is not None:  # noqa: B023 - called at once
            continue
        kept.append(page)
        facts += sum(_facts(article, clock) for article in _articles(page, clock)) > 0
    total = process_time() - began
    clock.spent["decompression"] = total - clock.spent.total()  # type: ignore[assignment]
    count = sum(1 for _ in pages(archive, Progress()))
    theirs = _trafilatura(archive)
    return Throughput(
        pages=count,
        kept=len(kept),
        articles_with_facts=facts,
        figure_pages_lost=len(with_figures - {page.url for page in kept}),
        pages_per_s=count / total,
        trafilatura_per_s=theirs,
        ratio=count / total / theirs,
        shares={step: clock.spent[step] / total for step in STEPS},
    )


def _articles(page: ArchivedPage, clock: Clock) -> list[Article]:
    given = Given(url=page.url, fetched_at=page.moment)
    media_type = page.headers.get("content-type")
    found = clock.time(
        "page reading", lambda: read_bytes(page.payload, name=page.url, media_type=media_type, given=given)
    )
    return [one for one in found if isinstance(one, Article)]


def _facts(article: Article, clock: Clock) -> int:
    def work() -> int:
        reading = read(article)
        check(reading)
        return len(reading.facts)

    return clock.time("engine", work)


def _trafilatura(archive: Path) -> float:
    """Pages a second that trafilatura reads, unpacking not counted."""
    from trafilatura import bare_extraction

    payloads = [page.payload for page in _spread(pages(archive, Progress()), PEER_PAGES)]
    began = process_time()
    for payload in payloads:
        bare_extraction(payload)
    return len(payloads) / (process_time() - began)


def _spread(records: Iterator[ArchivedPage], count: int) -> Iterator[ArchivedPage]:
    for number, page in enumerate(records):
        if number >= count:
            return
        yield page


def show(found: Throughput) -> None:
    """Print what was measured."""
    print(f"{found.pages} pages, one core, processor time")
    print(f"  kennzahl     {found.pages_per_s:8.1f} pages/s")
    print(f"  trafilatura  {found.trafilatura_per_s:8.1f} pages/s")
    print(f"  ratio        {found.ratio:8.1f}")
    print(f"  kept {found.kept}, with facts {found.articles_with_facts}, lost {found.figure_pages_lost}")
    for step, share in found.shares.items():
        print(f"    {step:14} {share:6.1%}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast web archives are gone through, on one core")
    parser.add_argument("--pages", type=int, default=1_000, help="of the archive (1000)")
    parser.add_argument("--share", type=float, default=0.05, help="of its pages, those with figures (0.05)")
    parser.add_argument("--others", type=Path, default=SHARED_PAGES, help="folder of the other pages")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    pin_to_one_core()
    others = pages_of(arguments.others) if arguments.others.is_dir() else []
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.warc.gz"
        made = list(make(arguments.pages, arguments.share, others=others))
        write(iter(made), archive)
        # the first of everything loads lexicons and readers
        _facts(_articles(next(pages(archive, Progress())), Clock())[0], Clock())
        found = measure(archive, {page.url for page in made if page.has_figures})
    print(json.dumps(asdict(found), indent=1)) if arguments.json else show(found)


if __name__ == "__main__":
    main()
