"""Fetch feeds, sitemaps and pages politely and safely, into WARC; what the captures have is not asked for again."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kennzahl.catalog.reasons import issue
from tasks.addresses import normalised, problem_of
from tasks.capture_index import CaptureIndex, Entry, load_index
from tasks.captured import FetchResult
from tasks.feeds import FeedEntry, read_feed
from tasks.manners import Manners, is_recent
from tasks.paths import DataPaths
from tasks.sitemaps import read_sitemap
from tasks.sources import Source
from tasks.visits import LOCAL, Visit
from tasks.warc import Damaged, Document, WarcWriter, read_warc, recover

if TYPE_CHECKING:
    from tasks.web import Client, Limits, Page

PAGE_TYPES = {"", "text/html", "application/xhtml+xml", "text/plain", "application/json"}
ACCEPT_FEED = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5"
MAX_ENTRIES = 500  # of one feed in one run
MAX_SITEMAPS = 20  # of one index
HOSTS_AT_ONCE = 4
_NEVER = datetime.min.replace(tzinfo=UTC)


def fetch_sources(
    sources: Sequence[Source],
    paths: DataPaths,
    *,
    refetch: bool = False,
    limits: Limits | None = None,
    now: datetime | None = None,
) -> FetchResult:
    """Fetch what the sources have and the captures have not. Problems are issues, never exceptions.

    One host is asked for one thing at a time. Every page is on disc before the next one is asked for, so a run that
    dies is simply run again; then feeds that answered a little ago are not asked again, unless told to ``refetch``.
    """
    from tasks.web import Limits

    recover(paths.captures)
    started = now or datetime.now(UTC)
    limits = limits or Limits()
    manners = Manners(paths.state / "robots.json", limits, started)
    with WarcWriter(paths.captures) as writer:
        run = _Run(paths, load_index(paths), writer, limits, manners, started, refetch)
        hosts: dict[str, list[Source]] = {}
        for source in sources:
            if source.url is not None:
                hosts.setdefault(urlsplit(source.url).hostname or "", []).append(source)
        with ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="fetch") as pool:
            fetched = [result for results in pool.map(run.sources, hosts.values()) for result in results]
    manners.save()
    local = [LOCAL[source.kind](source, paths) for source in sources if source.kind in LOCAL]
    order = {source.name: at for at, source in enumerate(sources)}
    done = sorted([*fetched, *local], key=lambda visit: order[visit.source.name])
    return FetchResult(
        writer.path,
        tuple(key for visit in done for key in visit.captured),
        tuple(visit.result() for visit in done),
        tuple(found for visit in done for found in visit.issues),
    )


@dataclass(slots=True)
class _Run:
    paths: DataPaths
    index: CaptureIndex
    writer: WarcWriter
    limits: Limits
    manners: Manners
    now: datetime
    refetch: bool
    _taken: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sources(self, sources: Iterable[Source]) -> list[Visit]:
        """All sources of one host, one after the other."""
        return [self._visit(source) for source in sources]

    def _visit(self, source: Source) -> Visit:
        from tasks.web import Client

        visit = Visit(source)
        with Client(source.contact, source.allow_private, self.limits) as client:
            client.ask_first = self.manners.ask_first(client, source, time.monotonic() + self.limits.source_seconds)
            url = source.url or ""
            entries = [FeedEntry(url)] if source.kind == "page" else self._entries(client, visit, url)
            for entry in entries:
                if source.kind == "page" or source.wants(entry.url):
                    self._page(client, visit, entry)
        if visit.left:
            visit.issues.append(issue("left_for_next_run", name=source.name, count=visit.left))
        return visit

    def _entries(self, client: Client, visit: Visit, url: str) -> list[FeedEntry]:
        """The pages that a feed or a sitemap names; the sitemaps of an index are asked one after the other."""
        payload, where = self._listing(client, visit, url)
        if payload is None:
            return []
        is_feed = visit.source.kind == "feed"
        try:
            if is_feed:
                entries = read_feed(payload, where, MAX_ENTRIES)
            else:
                sitemap = read_sitemap(payload, where, MAX_ENTRIES)
                entries = list(sitemap.pages)
                for one in self._due(client, visit, sitemap.sitemaps[:MAX_SITEMAPS]):
                    entries += self._sitemap(client, visit, one)
        except ValueError as error:
            visit.problem("bad_feed" if is_feed else "bad_sitemap", url=url, error=str(error))
            return []
        self._judge_age(visit, entries)
        return entries[:MAX_ENTRIES]

    def _sitemap(self, client: Client, visit: Visit, url: str) -> Sequence[FeedEntry]:
        """The pages of one sitemap of an index; an index inside an index is not followed."""
        payload, where = self._listing(client, visit, url)
        try:
            return read_sitemap(payload, where, MAX_ENTRIES).pages if payload is not None else ()
        except ValueError as error:
            visit.problem("bad_sitemap", url=url, error=str(error))
            return ()

    def _listing(self, client: Client, visit: Visit, url: str) -> tuple[bytes | None, str]:
        """The bytes of a feed and the address they are from. One that answered a little ago, or that has not changed,
        is read from its capture: a run that died has left some of it out. So is one with pages left whose host wants
        such pauses that a run can ask it for one thing only: that is to be a page."""
        address = normalised(url)
        last = self.index.newest.get(address)
        stored = self._stored(last) if last else None
        if stored is not None and not self.refetch:
            visit.rested = is_recent(self.index.seen.get(address), visit.source.refetch_hours, self.now)
            has_turn = not visit.rested and self._one_request_only(client, visit, url)
            if last is not None and (visit.rested or (has_turn and self._has_left(visit, url))):
                return stored, last.target
        ask = {"Accept": ACCEPT_FEED} | (_conditions(last) if last and stored is not None else {})
        page = self._try(visit, url, lambda: client.get(url, ask))
        if page is None:
            return None, url
        if page.status == 304 and stored is not None and last is not None:
            self._note(visit, page, url, last)
            return stored, page.url
        self._keep(visit, page, url, {"role": "feed"})
        return page.body, page.url

    def _one_request_only(self, client: Client, visit: Visit, url: str) -> bool:
        """Whether the pause that the host wants is longer than a run stays with a source."""
        from tasks.web import FetchError

        try:
            return self.manners.pause(client, visit.source, url) > self.limits.source_seconds
        except FetchError:
            return False

    def _due(self, client: Client, visit: Visit, sitemaps: Sequence[str]) -> Sequence[str]:
        """The sitemaps of an index that are to be read: all, but where there is one request only, one with pages left,
        or the one that was not asked for longest."""
        if not sitemaps or not self._one_request_only(client, visit, sitemaps[0]):
            return sitemaps
        left = [url for url in sitemaps if self._has_left(visit, url, is_inner=True)]
        return left[:1] or sorted(sitemaps, key=self._seen)[:1]

    def _has_left(self, visit: Visit, url: str, *, is_inner: bool = False) -> bool:
        """Whether a listing, as it was captured, names pages that were not, or (an index) sitemaps that were not
        since."""
        last = self.index.newest.get(normalised(url))
        stored = self._stored(last) if last else None
        if last is None or stored is None:
            return False
        try:
            if visit.source.kind == "feed":
                return self._has_new(visit, read_feed(stored, last.target, MAX_ENTRIES))
            sitemap = read_sitemap(stored, last.target, MAX_ENTRIES)
        except ValueError:
            return False
        inner = () if is_inner else sitemap.sitemaps[:MAX_SITEMAPS]
        return self._has_new(visit, sitemap.pages) or any(
            self._seen(one) < self._seen(url) or self._has_left(visit, one, is_inner=True) for one in inner
        )

    def _seen(self, url: str) -> datetime:
        return self.index.seen.get(normalised(url), _NEVER)

    def _has_new(self, visit: Visit, entries: Iterable[FeedEntry]) -> bool:
        wanted = (entry for entry in entries if visit.source.wants(entry.url) and not problem_of(entry.url))
        return any(self._is_new(normalised(entry.url), entry) for entry in wanted)

    def _page(self, client: Client, visit: Visit, entry: FeedEntry) -> None:
        address = normalised(entry.url)
        if problem := problem_of(entry.url):
            visit.problem("bad_url", url=entry.url, error=problem)
            return
        with self._lock:
            known = address in self._taken or not self._is_new(address, entry)
            self._taken.add(address)
        if known:
            visit.known += 1
            return
        last = self.index.newest.get(address)
        ask = {"Accept": ACCEPT_PAGE} | (_conditions(last) if last else {})
        page = self._try(visit, entry.url, lambda: client.get(entry.url, ask))
        if page is None:
            return
        if page.status == 304 and last is not None:
            self._note(visit, page, entry.url, last)
            visit.known += 1
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

    def _is_new(self, address: str, entry: FeedEntry) -> bool:
        """Whether a page was never captured, or has changed since, as the feed says (and not in the future)."""
        seen = self.index.seen.get(address)
        changed = entry.changed_at
        return seen is None or (changed is not None and seen < changed <= self.now)

    def _try(self, visit: Visit, url: str, ask: Callable[[], Page]) -> Page | None:
        from tasks.web import FetchError

        try:
            return ask()
        except FetchError as error:
            if error.reason == "left_for_next_run":
                visit.left += 1
            else:
                visit.problem(error.reason, url=url, **error.values)
            return None

    def _keep(self, visit: Visit, page: Page, url: str, about: dict[str, str | None]) -> list[str]:
        """Write a page or feed; its capture id unless these very bytes were captured from there before.

        Bytes that are there already are not written again, only that they were seen here too.
        """
        document = self._document(visit, page, url, about)
        with self._lock:
            seen = document.capture_id in self.index.ids
            first = self.index.originals.get(document.digest)
            if seen:
                document = _revisit(document, (first or document).capture_id, {"role": "again"})
            elif first is not None and about.get("role") != "feed":
                document = _revisit(document, first.capture_id, {}, document.capture_id)
            self.index.add(_entry(document))
        self.writer.add(document)
        return [] if seen else [document.capture_id]

    def _note(self, visit: Visit, page: Page, url: str, last: Entry) -> None:
        """Write that a server has nothing newer than what was captured last."""
        document = self._document(visit, page, url, {})
        self.writer.add(_revisit(document, last.capture_id, {"role": "again"}))

    def _document(self, visit: Visit, page: Page, url: str, about: dict[str, str | None]) -> Document:
        source = visit.source
        known = {"name": page.url, "url": page.url, "source": source.name, "language": source.language, **about}
        return Document(
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

    def _stored(self, entry: Entry) -> bytes | None:
        """The bytes of an earlier capture; None where they are lost."""
        try:
            for stored in read_warc(self.paths.captures / entry.file):
                if stored.capture_id == entry.capture_id:
                    return stored.payload
        except (Damaged, OSError):
            pass
        return None

    def _judge_age(self, visit: Visit, entries: Sequence[FeedEntry]) -> None:
        times = [entry.published_at for entry in entries if entry.published_at]
        hours = visit.source.freshness_hours
        visit.newest = max(times, default=None)
        if hours is not None and visit.newest is not None and self.now - visit.newest > timedelta(hours=hours):
            visit.stale = True
            newest = f"{visit.newest:%Y-%m-%d %H:%M}"
            visit.issues.append(issue("stale_source", name=visit.source.name, newest=newest, hours=f"{hours:g}"))


def _conditions(last: Entry) -> dict[str, str]:
    """What asks a server for a page only if it has changed since it was captured."""
    asked = {"If-None-Match": last.etag, "If-Modified-Since": last.last_modified}
    return {name: value for name, value in asked.items() if value}


def _revisit(document: Document, original: str, about: dict[str, str], key: str | None = None) -> Document:
    """The record of bytes that are there already."""
    known = {**document.about, **about}
    return replace(document, kind="revisit", original=original, about=known, key=key or str(uuid.uuid4()))


def _entry(document: Document) -> Entry:
    return Entry(
        document.capture_id,
        "",
        str(document.about.get("role", "article")),
        document.target,
        document.digest,
        document.moment.isoformat(),
        tuple(document.about["addresses"]),
        original=document.original,
    )
