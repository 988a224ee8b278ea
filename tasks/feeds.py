"""RSS and Atom, from bytes of strangers."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

MAX_DEPTH = 64  # feeds nest five deep; parsers pay for depth
MAX_BROKEN_BYTES = 1 << 20  # a feed that is not well-formed is read by a slower parser
MAX_TITLE = 300


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: its page's address, and what the feed says of it."""

    url: str
    title: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def changed_at(self) -> datetime | None:
        """When the page was last touched, as far as the feed says."""
        return max(filter(None, (self.published_at, self.updated_at)), default=None)


def read_feed(payload: bytes, url: str, limit: int) -> list[FeedEntry]:
    """The first ``limit`` entries that name a page, in the feed's order; addresses are absolute but not checked.

    Raises:
        ValueError: no feed, or one that nobody honest sends; the message says what.
    """
    refuse_bombs(payload)
    import feedparser

    parsed = feedparser.parse(BytesIO(payload), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        raise ValueError("it is neither RSS nor Atom")
    entries = []
    for entry in parsed.entries[:limit]:
        link = entry.get("link")
        if not isinstance(link, str) or not link.strip():
            continue
        try:
            address = urljoin(url, link.strip())
        except ValueError:
            address = link.strip()
        title = entry.get("title")
        published, updated = _moment(entry, "published_parsed"), _moment(entry, "updated_parsed")
        entries.append(FeedEntry(address, str(title)[:MAX_TITLE] if title else None, published or updated, updated))
    return entries


class _Outline:
    """Counts depth while a document is parsed, and keeps nothing."""

    def __init__(self) -> None:
        self.depth = 0

    def start(self, *_: object) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ValueError(f"it is nested deeper than {MAX_DEPTH} elements")

    def end(self, *_: object) -> None:
        self.depth -= 1

    def data(self, _: str) -> None:
        pass

    def close(self) -> None:
        pass


def refuse_bombs(payload: bytes, *, must_be_whole: bool = False) -> None:
    """Entities of one's own (the stuff of bombs), references to other files and great depth are refused. A feed that is
    merely not well-formed is common: it passes, unless it ``must_be_whole``, if it is small and declares no entity in
    any encoding.

    Raises:
        ValueError: it is refused; the message says why.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    parser = DefusedXMLParser(target=_Outline())
    try:
        parser.feed(payload)
        parser.close()
    except DefusedXmlException as error:
        raise ValueError("it declares entities of its own") from error
    except (ParseError, LookupError, UnicodeError) as error:
        if must_be_whole or len(payload) > MAX_BROKEN_BYTES:
            raise ValueError("it is not well-formed") from error
        if b"<!ENTITY" in payload.replace(b"\x00", b"").upper():
            raise ValueError("it declares entities of its own") from error
        if payload.count(b"<") > 50_000:
            raise ValueError("it is not well-formed") from error


def _moment(entry: Any, key: str) -> datetime | None:
    # asked by its own key, feedparser would answer for a missing update with the publication, and warn
    parsed = dict.get(entry, key)
    if not parsed:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None
