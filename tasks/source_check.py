"""What is wrong with a source, without capturing anything: is it there, what it should be, can its pages be read."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kennzahl.articles import Given, read_bytes
from kennzahl.catalog.filers import ciks
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Article
from tasks.archives import matching
from tasks.feeds import FeedEntry, read_feed
from tasks.manners import Manners
from tasks.sitemaps import read_sitemap
from tasks.sources import Source

if TYPE_CHECKING:
    from tasks.web import Client, Limits

MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Checked:
    """One source: whether all is well, and what was found in words."""

    name: str
    is_fine: bool
    words: str


def check_sources(
    sources: Sequence[Source], *, limits: Limits | None = None, now: datetime | None = None
) -> Iterator[Checked]:
    """Ask every source for what it lists and for the newest of its pages, one after the other."""
    from tasks.web import FetchError, Limits

    started = now or datetime.now(UTC)
    limits = limits or Limits()
    manners = Manners(Path(), limits, started)
    for source in sources:
        try:
            if source.kind == "filings":
                words = _filings(source, limits, started)
            else:
                words = _local(source) if source.url is None else _remote(source, manners, limits, started)
            yield Checked(source.name, True, words)
        except FetchError as error:
            values: dict[str, Any] = {"url": source.url, "name": source.name} | error.values
            yield Checked(source.name, False, issue(error.reason, **values).words)
        except (ValueError, OSError, zipfile.BadZipFile) as error:
            yield Checked(source.name, False, f"{source.name}: {error}")


def _local(source: Source) -> str:
    """Raises: ValueError: there is nothing."""
    path = source.path or Path()
    if source.kind == "archive":
        count = len(matching(path))
        if not count:
            raise ValueError(f"no web archive fits {path}; correct path")
        return f"{count} web archives"
    if not path.is_dir():
        raise ValueError(f"there is no folder {path}; create it, or correct path")
    return f"{sum(1 for file in path.rglob('*') if file.is_file())} files"


def _filings(source: Source, limits: Limits, now: datetime) -> str:
    """Raises: ValueError: there is nothing; OSError, BadZipFile: it cannot be opened."""
    from tasks.filings.companyfacts import read_company_facts, read_tickers
    from tasks.filings.origins import opened

    with opened(source, limits, now) as origin:
        listed = origin.tickers()
        tickers = "" if listed is None else f", {len(read_tickers(listed))} tickers"
        for slug, cik in ciks().items():
            answer = origin.facts(cik, None)
            if answer is not None and answer.payload is not None:
                return f"{len(read_company_facts(answer.payload, cik))} figures of {slug}{tickers}"
            if source.url is not None:
                break
    raise ValueError("it has no company facts (CIK##########.json); correct url or path")


def _remote(source: Source, manners: Manners, limits: Limits, now: datetime) -> str:
    from tasks.web import Client

    with Client(source.contact, source.allow_private, limits) as client:
        client.ask_first = manners.ask_first(client, source, time.monotonic() + limits.source_seconds)
        if source.kind == "page":
            return _read(client, source, FeedEntry(source.url or ""))
        entries = _entries(client, source, source.url or "")
        wanted = [entry for entry in entries if source.wants(entry.url)]
        if not wanted:
            raise ValueError(
                f"none of its {len(entries)} entries is wanted; check include and exclude, or wait for news"
            )
        times = [entry.changed_at for entry in wanted if entry.changed_at]
        newest = max(times, default=None)
        if newest and source.freshness_hours and now - newest > timedelta(hours=source.freshness_hours):
            raise ValueError(f"its newest entry is of {newest:%Y-%m-%d %H:%M}; check whether it has moved")
        dated = f", the newest of {newest:%Y-%m-%d %H:%M}" if newest else ", without times"
        return f"{len(wanted)} of {len(entries)} entries wanted{dated}; {_read(client, source, wanted[0])}"


def _entries(client: Client, source: Source, url: str, *, is_top: bool = True) -> list[FeedEntry]:
    page = client.get(url)
    if source.kind == "feed":
        return read_feed(page.body, page.url, MOST_ENTRIES)
    sitemap = read_sitemap(page.body, page.url, MOST_ENTRIES)
    if sitemap.sitemaps and is_top:
        return _entries(client, source, sitemap.sitemaps[0], is_top=False)
    return list(sitemap.pages)


def _read(client: Client, source: Source, entry: FeedEntry) -> str:
    """Raises: ValueError: the page cannot be read."""
    page = client.get(entry.url)
    given = Given(url=page.url, fetched_at=datetime.now(UTC), language=source.language, feed_title=entry.title)
    found = read_bytes(page.body, name=page.url, media_type=page.headers.get("content-type"), given=given)[0]
    if not isinstance(found, Article):
        raise ValueError(f"its first page cannot be read: {found.words}")
    when = f", of {found.published_at:%Y-%m-%d %H:%M}" if found.published_at else ", without a time"
    return f"read {found.title or page.url!r} ({found.language}, {len(found.text.split())} words{when})"
