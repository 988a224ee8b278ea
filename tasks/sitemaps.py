"""News sitemaps, from bytes of strangers: the pages that a site has published of late, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from kennzahl.articles.dates import parse
from kennzahl.articles.decoding import unpack
from kennzahl.facts import Issue
from tasks.feeds import MAX_TITLE, FeedEntry, refuse_bombs

MAX_UNPACKED = 50 * 2**20  # what the sitemap protocol allows
MAX_CHARS = 2_000  # of one field
_FIELDS = {"loc", "lastmod", "publication_date", "title"}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one file lists: ``pages``, and in an index the addresses of other ``sitemaps``, both newest first."""

    pages: tuple[FeedEntry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(payload: bytes, url: str, limit: int) -> Sitemap:
    """The newest ``limit`` pages or sitemaps of one file, gzipped or not; addresses are absolute but not checked.

    Raises:
        ValueError: no sitemap, or one that nobody honest sends; the message says what.
    """
    plain = unpack(payload, url, MAX_UNPACKED)
    if isinstance(plain, Issue):
        raise ValueError("its gzip is damaged or unpacks to too much")
    refuse_bombs(plain, must_be_whole=True)
    collector = _Collector()
    _parse(plain, collector)
    if collector.root not in {"urlset", "sitemapindex"}:
        raise ValueError("it is no sitemap")
    entries = sorted(_entries(collector.rows, url), key=lambda entry: entry.changed_at or _LONG_AGO, reverse=True)
    if collector.root == "sitemapindex":
        return Sitemap(sitemaps=tuple(entry.url for entry in entries[:limit]))
    return Sitemap(pages=tuple(entries[:limit]))


def _entries(rows: list[dict[str, str]], url: str) -> Iterator[FeedEntry]:
    for row in rows:
        if not row.get("loc"):
            continue
        try:
            address = urljoin(url, row["loc"])
        except ValueError:
            address = row["loc"]
        title = row.get("title", "")[:MAX_TITLE] or None
        yield FeedEntry(address, title, parse(row.get("publication_date")), parse(row.get("lastmod")))


def _parse(payload: bytes, target: _Collector) -> None:
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=target)
    parser.feed(payload)
    parser.close()


class _Collector:
    """Keeps the known fields of every ``url`` or ``sitemap`` while a document is parsed."""

    def __init__(self) -> None:
        self.root: str | None = None
        self.rows: list[dict[str, str]] = []
        self._row: dict[str, str] | None = None
        self._field: str | None = None

    def start(self, tag: str, _: object) -> None:
        name = tag.rpartition("}")[2]
        if self.root is None:
            self.root = name
        elif name in {"url", "sitemap"}:
            self._row = {}
        elif self._row is not None and name in _FIELDS and name not in self._row:
            self._field, self._row[name] = name, ""

    def end(self, tag: str) -> None:
        self._field = None
        if tag.rpartition("}")[2] in {"url", "sitemap"} and self._row is not None:
            self.rows.append({name: value.strip() for name, value in self._row.items()})
            self._row = None

    def data(self, text: str) -> None:
        if self._field is not None and self._row is not None and len(self._row[self._field]) < MAX_CHARS:
            self._row[self._field] += text

    def close(self) -> None:
        pass
