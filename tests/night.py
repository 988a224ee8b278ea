"""Nights of a newspaper on loopback, and somebody who pulls the plug: what the tests do in small, measured in full.

python -m tests.night [--feeds 50] [--pages 40] [--pulls 20]
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tasks.capture import iter_captured
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sources import Source
from tasks.web import Limits
from tests.servers import Site, article_page, rss, serving

TEXT = "Der Umsatz der Muster AG stieg im dritten Quartal um 5 Prozent auf 2,1 Milliarden Euro. Das teilte sie mit."
NIMBLE = Limits(pause_seconds=0, retries=1, backoff_seconds=0.01)
PATIENCE = 600.0  # seconds that a night may take on a machine that is busy with other things

NIGHT = """
import sys
from pathlib import Path
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sources import load_sources
from tasks.web import Limits

sources = load_sources(Path(sys.argv[2]))
fetch_sources(sources, DataPaths(Path(sys.argv[1])), limits=Limits(pause_seconds=0, retries=0))
"""


def newspaper(site: Site, feeds: int, pages: int) -> list[Source]:
    """Feeds with as many pages each, one of which is in all of them."""
    shared = site.put("/alle.html", article_page("Alle", TEXT))
    sources = []
    for feed in range(feeds):
        links = [
            site.put(f"/{feed}/{page}.html", article_page(f"Seite {feed}.{page}", f"{TEXT} Werk {feed}.{page}."))
            for page in range(pages)
        ]
        body = rss([(link, "x") for link in [*links, shared]])
        url = site.put(f"/{feed}.xml", body, "application/rss+xml", ETag=f'"{feed}"')
        sources.append(Source(f"blatt {feed}", "feed", url=url, allow_private=True, pause_seconds=0))
    return sources


def pull_the_plug(paths: DataPaths, site: Site, sources: Sequence[Source], pulls: int, requests: int) -> Counter[str]:
    """Fetch in processes that are killed at random moments, then once to the end; how often each page was captured.

    ``requests`` is what a whole night asks for; a quarter of them at most is waited for before each kill.
    """
    file = paths.root / "sources.yaml"
    rows = "".join(f"  - {{name: {one.name}, url: '{one.url}', allow_private: true}}\n" for one in sources)
    file.write_text(f"feeds:\n{rows}", encoding="utf-8")
    dice = random.Random(1)
    for _ in range(pulls):
        site.asked.clear()
        _night(paths, file, site, dice.randrange(1, max(2, requests // 4)))
    assert _night(paths, file, site, None) == 0
    return Counter(captured.target for captured in iter_captured(paths))


def _night(paths: DataPaths, sources: Path, site: Site, requests: int | None) -> int:
    """A fetch in a process of its own, killed once so many pages were asked for; how it ended."""
    command = [sys.executable, "-c", NIGHT, str(paths.root), str(sources)]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                return process.wait(0.005)
            except subprocess.TimeoutExpired:
                if requests is not None and len(site.asked) >= requests:
                    process.kill()
        raise TimeoutError("the night does not end")
    finally:
        process.kill()
        process.wait()


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Whole nights on loopback")
    parser.add_argument("--feeds", type=int, default=50)
    parser.add_argument("--pages", type=int, default=40, help="of each feed (40)")
    parser.add_argument("--pulls", type=int, default=20, help="how often the plug is pulled (20)")
    arguments = parser.parse_args(argv)
    expected = arguments.feeds * arguments.pages + 1
    with serving() as site, tempfile.TemporaryDirectory() as folder:
        sources = newspaper(site, arguments.feeds, arguments.pages)
        quiet = DataPaths(Path(folder) / "quiet").create()
        for night in ("first", "second"):
            site.asked.clear()
            began = time.monotonic()
            found = fetch_sources(sources, quiet, limits=replace(NIMBLE, source_seconds=PATIENCE), refetch=True)
            seconds = time.monotonic() - began
            print(
                f"{night} night: {len(found.captured)} of {expected} pages, {len(site.asked)} requests, {seconds:.1f} s"
            )
        dark = DataPaths(Path(folder) / "dark").create()
        captured = pull_the_plug(dark, site, sources, arguments.pulls, expected + arguments.feeds)
        doubled = sum(count > 1 for count in captured.values())
        print(f"plug pulled {arguments.pulls} times: {expected - len(captured)} pages lost, {doubled} doubled")


if __name__ == "__main__":
    main()
