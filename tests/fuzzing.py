"""A small mutation fuzzer: what may come from the web, broken at random, raises nothing and hangs nowhere.

    python -m tests.fuzzing [--count N] [--seed N] [--only KIND]

Each input follows from its seed and number alone, which are printed where one fails.
"""

from __future__ import annotations

import argparse
import faulthandler
import gzip
import json
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from kennzahl.articles import Given, read_bytes
from kennzahl.articles.gate import refusal, refusal_of_head
from kennzahl.checking import check
from kennzahl.facts import Article
from kennzahl.reading import read
from scripts.make_archive import make, samples, write
from tasks.archive_records import Progress, pages
from tasks.feeds import read_feed
from tasks.sitemaps import read_sitemap
from tasks.sources import load_sources
from tasks.warc import Damaged, read_warc, recover
from tests.servers import article_page, rss

SECONDS = 30  # for one input; honest ones take a hundredth of one
MOST_BYTES = 100_000
MARKS = [
    "<",
    ">",
    "</p>",
    "<p>",
    "<!--",
    "-->",
    "<script>",
    "]]>",
    "<![CDATA[",
    "&#x110000;",
    "&nbsp;",
    "\x00",
    "\u202e",
    "💩",
]
MARKS += ["{", "[", '"', "\\u0000", "\\ud800", "null", "1e999", "-0", "9" * 400, "%s%n", "..", "(" * 200, "<a" * 300]
WORDS = ["1.000.000,00", " Prozent", " Milliarden Euro", " von ", " auf ", "2024/25", "0. Quartal", "31. Februar 2024"]
WEB = ["<!ENTITY a 'b'>", "<!DOCTYPE x [", "&a;", "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: -1", "http://[::1"]
WEB += ["Content-Length: 99999999999", "file:///etc/passwd", "<table><tr><td>" * 100]
TOKENS = [token.encode() for token in (*MARKS, *WORDS, *WEB)] + [b"\xff\xfe", b"\xc3", b"\x1f\x8b\x08"]
TEXT = (
    "Die Muster AG hat ihren Umsatz 2024 um 5 Prozent auf 2,1 Milliarden Euro gesteigert. Der Gewinn fiel auf 80 Mio."
)


def mutated(payload: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """The payload after a few random harms."""
    harmed = bytearray(payload)
    for _ in range(dice.choice((1, 1, 2, 3, 6, 12))):
        at = dice.randrange(len(harmed) + 1)
        end = min(len(harmed), at + dice.choice((1, 2, 8, 40, 400)))
        harm = dice.randrange(8)
        if harm == 0:
            harmed[at:end] = dice.randbytes(end - at)
        elif harm == 1:
            del harmed[at:end]
        elif harm == 2:
            harmed[at:at] = harmed[at:end] * dice.choice((1, 3, 50))
        elif harm == 3:
            harmed[at:at] = dice.choice(TOKENS) * dice.choice((1, 1, 4, 100))
        elif harm == 4:
            del harmed[at:]
        elif harm == 5:
            other = dice.choice(others)
            start = dice.randrange(len(other) + 1)
            harmed[at:end] = other[start : start + 500]
        elif harm == 6 and at < len(harmed):
            harmed[at] ^= 1 << dice.randrange(8)
        else:
            harmed[at:end] = bytes(reversed(harmed[at:end]))
        del harmed[MOST_BYTES:]
    return bytes(harmed)


@cache
def seeds() -> dict[str, list[bytes]]:
    """Honest inputs by kind."""
    texts = [article.text for article in samples()[::6]] + [TEXT]
    atom = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><entry><title>A</title>'
        '<link href="/a"/><updated>2025-01-30T07:00:00+01:00</updated></entry></feed>'
    )
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>/a</loc><n:news><n:publication_date>2025-01-30</n:publication_date></n:news></url></urlset>"
    )
    record = json.dumps(
        {"text": TEXT, "title": "Muster AG", "published": "2025-01-30", "lang": "de", "url": "http://a/"}
    )
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "a.warc.gz"
        write(make(6, share=0.5, weight=200), archive)
        packed = archive.read_bytes()
    plain = gzip.decompress(packed)
    return {
        "html": [article_page(text.partition("\n")[0], text).encode() for text in texts],
        "text": [text.encode() for text in texts],
        "json": [record.encode(), f"[{record}, {record}]".encode()],
        "jsonl": [f"{record}\n{record}\n".encode()],
        "feed": [rss([("http://a.example/1", "Eins"), ("/2", "Zwei")]).encode(), atom.encode()],
        "sitemap": [sitemap.encode(), b"<sitemapindex><sitemap><loc>/a</loc></sitemap></sitemapindex>"],
        "warc": [packed, plain],
        "sources": [(Path(__file__).parents[1] / "sources.yaml").read_bytes().replace(b"\n#  -", b"\n  -")],
    }


def _article(payload: bytes, name: str) -> None:
    for found in read_bytes(payload, name=name, given=Given(url="https://blatt.example/a")):
        if isinstance(found, Article):
            check(read(found))


def _page(payload: bytes) -> None:
    refusal(payload)
    refusal_of_head(payload)
    _article(payload, "a.html")


def _warc(payload: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.warc.gz"
        file.write_bytes(payload)
        for page in pages(file, Progress()):
            refusal(page.payload)
        with suppress(Damaged):
            for _ in read_warc(file):
                pass
        file.rename(file.with_name("a.warc.gz.open"))
        recover(Path(folder))


def _sources(payload: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(ValueError):
        file = Path(folder) / "sources.yaml"
        file.write_bytes(payload)
        load_sources(file)


def _said(reader: Callable[[bytes, str, int], object]) -> Callable[[bytes], None]:
    """A reader that may say that something is wrong, in one line."""

    def work(payload: bytes) -> None:
        try:
            reader(payload, "https://blatt.example/feed", 500)
        except ValueError as error:
            assert "\n" not in str(error), error

    return work


TARGETS: dict[str, Callable[[bytes], None]] = {
    "html": _page,
    "text": lambda payload: _article(payload, "a.txt"),
    "json": lambda payload: _article(payload, "a.json"),
    "jsonl": lambda payload: _article(payload, "a.jsonl"),
    "feed": _said(read_feed),
    "sitemap": _said(read_sitemap),
    "warc": _warc,
    "sources": _sources,
}


def inputs(count: int, seed: int, only: str | None = None) -> Iterator[tuple[int, str, bytes]]:
    """``(number, kind, payload)``, the kinds in turns."""
    kinds = [only] if only else list(TARGETS)
    everything = [one for kind in TARGETS for one in seeds()[kind]]
    for number in range(count):
        dice = random.Random(f"{seed}-{number}")
        kind = kinds[number % len(kinds)]
        yield number, kind, mutated(dice.choice(seeds()[kind]), everything, dice)


def run(kind: str, payload: bytes) -> None:
    """One input.

    Raises:
        TimeoutError: it takes too long.
        Exception: whatever it should not have raised.
    """
    with _in_time():
        TARGETS[kind](payload)


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"not done within {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz; 1 where an input failed."""
    parser = argparse.ArgumentParser(description="Break inputs at random and read them")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", choices=list(TARGETS), help="one kind of input")
    arguments = parser.parse_args(argv)
    faulthandler.dump_traceback_later(3_600, exit=True)
    done: Counter[str] = Counter()
    failed, slowest = 0, (0.0, "")
    for number, kind, payload in inputs(arguments.count, arguments.seed, arguments.only):
        began = time.process_time()
        try:
            run(kind, payload)
        except Exception:  # noqa: BLE001 - that is what is looked for
            failed += 1
            print(f"{kind}, --seed {arguments.seed}, number {number}, {len(payload)} bytes: {payload[:200]!r}")
            traceback.print_exc(limit=-4)
        slowest = max(slowest, (time.process_time() - began, f"{kind} {number}"))
        done[kind] += 1
    print(f"seed {arguments.seed}: {dict(done)}; slowest {slowest[1]}, {slowest[0]:.2f} s; {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
