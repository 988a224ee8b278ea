"""Fetch feeds and pages politely and safely, into WARC; what the captures have already is not asked for again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue
from tasks.addresses import normalised, problem_of
from tasks.capture import capture_inbox
from tasks.capture_index import CaptureIndex, Entry, load_index
from tasks.captured import FetchResult, SourceResult
from tasks.feeds import FeedEntry, read_feed
from tasks.paths import DataPaths
from tasks.sources import Source
from tasks.warc import Damaged, Document, WarcWriter, read_warc, recover

if TYPE_CHECKING:
    from tasks.web import Client, Limits, Page

PAGE_TYPES = {"", "text/html", "application/xhtml+xml", "text/plain", "application/json"}
ACCEPT_FEED = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5"
MAX_ENTRIES = 500  # of one feed in one run
HOSTS_AT_ONCE = 4


def fetch_sources(
    sources: Sequence[Source], paths: DataPaths, *, limits: Limits | None = None, now: datetime | None = None
) -> FetchResult:
    """Fetch what the sources have and the captures have not. Problems are issues, never exceptions.

    One host is asked for one thing at a time. Every page is on disc before the next one is asked for, so a run that
    dies is simply run again.
    """
    recover(paths.captures)
    with WarcWriter(paths.captures) as writer:
        run = _Run(paths, load_index(paths), writer, limits, now or datetime.now(UTC))
        hosts: dict[str, list[Source]] = {}
        for source in sources:
            if source.url is not None:
                hosts.setdefault(urlsplit(source.url).hostname or "", []).append(source)
        with ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="fetch") as pool:
            fetched = [result for results in pool.map(run.sources, hosts.values()) for result in results]
    folders = [_folder(source, paths) for source in sources if source.kind == "folder"]
    order = {source.name: at for at, source in enumerate(sources)}
    done = sorted([*fetched, *folders], key=lambda visit: order[visit.source.name])
    return FetchResult(
        writer.path,
        tuple(key for visit in done for key in visit.captured),
        tuple(visit.result() for visit in done),
        tuple(found for visit in done for found in visit.issues),
    )


@dataclass(slots=True)
class _Visit:
    """What one source gave in this run."""

    source: Source
    captured: list[str] = field(default_factory=list)
    known: int = 0
    failed: int = 0
    newest: datetime | None = None
    stale: bool = False
    issues: list[Issue] = field(default_factory=list)

    def problem(self, reason: str, **values: Any) -> None:
        self.failed += 1
        self.issues.append(issue(reason, name=self.source.name, **values))

    def result(self) -> SourceResult:
        return SourceResult(self.source.name, len(self.captured), self.known, self.failed, self.newest, self.stale)


@dataclass(slots=True)
class _Run:
    paths: DataPaths
    index: CaptureIndex
    writer: WarcWriter
    limits: Limits | None
    now: datetime
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sources(self, sources: Iterable[Source]) -> list[_Visit]:
        """All sources of one host, one after the other."""
        return [self._visit(source) for source in sources]

    def _visit(self, source: Source) -> _Visit:
        from tasks.web import Client, Limits

        visit = _Visit(source)
        with Client(source.contact, source.allow_private, self.limits or Limits()) as client:
            entries = [FeedEntry(source.url or "")] if source.kind == "page" else self._entries(client, visit)
            for entry in entries:
                self._page(client, visit, entry)
        return visit

    def _entries(self, client: Client, visit: _Visit) -> list[FeedEntry]:
        """The entries of a feed. One that has not changed is read from its capture: a run that died left some out."""
        url = visit.source.url or ""
        last = self.index.feeds.get(normalised(url))
        payload = self._stored(last) if last else None
        ask = {"Accept": ACCEPT_FEED}
        if last and payload is not None:
            ask |= {"If-None-Match": last.etag} if last.etag else {}
            ask |= {"If-Modified-Since": last.last_modified} if last.last_modified else {}
        page = self._try(visit, url, lambda: client.get(url, ask))
        if page is None:
            return []
        if page.status == 304 and payload is not None:
            page = None
        try:
            entries = read_feed(page.body if page else payload or b"", page.url if page else url, MAX_ENTRIES)
        except ValueError as error:
            visit.problem("bad_feed", url=url, error=str(error))
            return []
        if page is not None:
            self._keep(visit, page, url, {"role": "feed"})
        self._judge_age(visit, entries)
        return entries

    def _page(self, client: Client, visit: _Visit, entry: FeedEntry) -> None:
        address = normalised(entry.url)
        if problem := problem_of(entry.url):
            visit.problem("bad_url", url=entry.url, error=problem)
            return
        with self._lock:
            known = address in self.index.addresses
            self.index.addresses.add(address)
        if known:
            visit.known += 1
            return
        page = self._try(visit, entry.url, lambda: client.get(entry.url, {"Accept": ACCEPT_PAGE}))
        if page is None:
            return
        if page.media_type not in PAGE_TYPES:
            visit.problem("wrong_content_type", url=entry.url, media_type=page.media_type)
            return
        about = {
            "doc_id": page.url,
            "feed_title": entry.title,
            "feed_published_at": entry.published_at.isoformat() if entry.published_at else None,
        }
        visit.captured += self._keep(visit, page, entry.url, about)

    def _try(self, visit: _Visit, url: str, ask: Callable[[], Page]) -> Page | None:
        from tasks.web import FetchError

        try:
            return ask()
        except FetchError as error:
            visit.problem(error.reason, url=url, **error.values)
            return None

    def _keep(self, visit: _Visit, page: Page, url: str, about: dict[str, str | None]) -> list[str]:
        """Write a page or feed; its capture id unless these very bytes were captured from there before."""
        source = visit.source
        known = {"name": page.url, "url": page.url, "source": source.name, "language": source.language, **about}
        document = Document(
            "response",
            page.url,
            page.body,
            datetime.now(UTC),
            about={
                **{key: value for key, value in known.items() if value is not None},
                "addresses": sorted({normalised(hop) for hop in (url, *page.hops)}),
            },
            status=page.status,
            headers=tuple(page.headers.items()),
        )
        with self._lock:
            seen = document.capture_id in self.index.ids
            self.index.ids.add(document.capture_id)
        if seen and about.get("role") == "feed":
            return []
        # a page known under another address is written again: that is how the new address is remembered
        key = self.writer.add(document)
        return [] if seen else [key]

    def _stored(self, entry: Entry) -> bytes | None:
        """The bytes of an earlier capture; None where they are lost."""
        try:
            for stored in read_warc(self.paths.captures / entry.file):
                if stored.capture_id == entry.capture_id:
                    return stored.payload
        except (Damaged, OSError):
            pass
        return None

    def _judge_age(self, visit: _Visit, entries: Sequence[FeedEntry]) -> None:
        times = [entry.published_at for entry in entries if entry.published_at]
        hours = visit.source.freshness_hours
        visit.newest = max(times, default=None)
        if hours is not None and visit.newest is not None and self.now - visit.newest > timedelta(hours=hours):
            visit.stale = True
            newest = f"{visit.newest:%Y-%m-%d %H:%M}"
            visit.issues.append(issue("stale_source", name=visit.source.name, newest=newest, hours=f"{hours:g}"))


def _folder(source: Source, paths: DataPaths) -> _Visit:
    """A folder's files are captured where they lie."""
    visit = _Visit(source)
    if source.path is None or not source.path.is_dir():
        visit.problem("unreadable_file", error="there is no such folder")
        return visit
    found = capture_inbox(paths, source.path, source=source.name, language=source.language, keep=True)
    visit.captured += found.captured
    visit.known = len(found.duplicates)
    visit.failed = sum(one.kind == "input" for one in found.issues)
    visit.issues += found.issues
    return visit
