"""Whole nights on loopback: many feeds, many pages, and somebody who pulls the plug."""

from __future__ import annotations

from collections import Counter

from tasks.capture import iter_captured
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tests.night import NIMBLE, newspaper, pull_the_plug
from tests.servers import Site

FEEDS, PAGES = 8, 15  # pages of each feed
PULLS = 6


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
    found = pull_the_plug(paths, site, sources, PULLS, FEEDS * PAGES + FEEDS + 1)
    assert len(found) == FEEDS * PAGES + 1
    assert set(found.values()) == {1}
    assert not list(paths.captures.glob("*.open"))
