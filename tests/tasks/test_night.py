"""Whole nights on loopback: many feeds, many pages, and somebody who pulls the plug."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tasks.capture import iter_captured
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sources import Source
from tests.servers import Site, article_page, rss
from tests.tasks.test_fetch import NIMBLE, TEXT

FEEDS, PAGES = 8, 15  # pages of each feed
PULLS = 6

NIGHT = """
import sys
from dataclasses import replace
from pathlib import Path
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sources import load_sources
from tasks.web import Limits

sources = load_sources(Path(sys.argv[2]))
fetch_sources(sources, DataPaths(Path(sys.argv[1])), limits=Limits(pause_seconds=0, retries=0))
print("done")
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


def test_a_night_finds_all_and_the_next_one_asks_for_the_feeds_only(paths: DataPaths, site: Site) -> None:
    sources = newspaper(site, FEEDS, PAGES)
    first = fetch_sources(sources, paths, limits=NIMBLE)
    assert first.issues == ()
    assert len(first.captured) == FEEDS * PAGES + 1
    assert Counter(site.asked).most_common(1)[0][1] == 1
    site.asked.clear()
    second = fetch_sources(sources, paths, limits=NIMBLE, refetch=True)
    assert second.captured == ()
    assert sorted(site.asked) == sorted(f"/{feed}.xml" for feed in range(FEEDS))
    assert len(list(iter_captured(paths))) == FEEDS * PAGES + 1


def test_pulling_the_plug_loses_and_doubles_nothing(paths: DataPaths, site: Site) -> None:
    sources = newspaper(site, FEEDS, PAGES)
    file = paths.root / "sources.yaml"
    rows = "".join(f"  - {{name: {one.name}, url: '{one.url}', allow_private: true}}\n" for one in sources)
    file.write_text(f"feeds:\n{rows}", encoding="utf-8")
    dice = random.Random(1)
    total = FEEDS * PAGES + FEEDS + 1
    for _ in range(PULLS):
        site.asked.clear()
        limit = dice.randrange(1, total // 4)
        killed = _night(paths, file, site, limit)
        assert killed in {-signal.SIGKILL, 0}
    assert _night(paths, file, site, None) == 0
    found = Counter(captured.target for captured in iter_captured(paths))
    assert len(found) == FEEDS * PAGES + 1
    assert set(found.values()) == {1}
    assert not list(paths.captures.glob("*.open"))


def _night(paths: DataPaths, sources: Path, site: Site, requests: int | None) -> int:
    """A fetch in a process of its own, killed once so many pages were asked for; how it ended."""
    command = [sys.executable, "-c", NIGHT, str(paths.root), str(sources)]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL)
    try:
        for _ in range(12_000):
            try:
                return process.wait(0.005)
            except subprocess.TimeoutExpired:
                if requests is not None and len(site.asked) >= requests:
                    process.kill()
        pytest.fail("the night does not end")
    finally:
        process.kill()
        process.wait()
