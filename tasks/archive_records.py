"""Web archives of strangers (Common Crawl's CC-NEWS and others), record by record, whatever state they are in.

A packed archive is one member (``tasks.members``) a record. What is inside a member is read by FastWARC.
"""

from __future__ import annotations

import mmap
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

from tasks.members import HEAD_BYTES, RECORD, Gzip, Packing
from tasks.zstd_members import DICTIONARY, FRAME, Zstd

MAX_RECORD_BYTES = 16 * 2**20  # a page of the largest size that is read, and its headers

_TYPE = re.compile(rb"^WARC-Type:[ \t]*([a-z-]{1,20})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)

Problem = Literal["damaged", "too_large", "not_warc", "bad_date"]


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page as somebody else captured it, its transfer and content encodings undone."""

    url: str
    moment: datetime
    status: int
    headers: dict[str, str]
    payload: bytes

    @property
    def media_type(self) -> str:
        """The type alone, in lower case; empty where the server said none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(slots=True)
class Progress:
    """How far an archive has been gone through: records of any type, and those that could not be used by problem."""

    records: int = 0
    problems: Counter[str] = field(default_factory=Counter)

    def note(self, problem: Problem) -> None:
        """Count a record that could not be used."""
        self.problems[problem] += 1


def pages(path: Path, progress: Progress, wanted: Callable[[bytes], bool] | None = None) -> Iterator[ArchivedPage]:
    """The responses of an archive in their order.

    Args:
        progress: is counted up.
        wanted: says by the first 16 KB of a response record, headers included, whether the rest is worth unpacking.

    Raises:
        OSError: the file cannot be read at all.
        ValueError: it is packed as one piece; the message says what to do.
    """
    for record in _records(path, progress, wanted):
        progress.records += 1
        try:
            page = _page(record)
        except (OSError, ValueError, EOFError, OverflowError, UnicodeError):
            progress.note("damaged")
            continue
        if page == "bad_date":
            progress.note("bad_date")
        elif isinstance(page, ArchivedPage):
            if len(page.payload) > MAX_RECORD_BYTES:
                progress.note("too_large")
            else:
                yield page


def _records(path: Path, progress: Progress, wanted: Callable[[bytes], bool] | None) -> Iterator[bytes]:
    """The whole of every response record that is wanted."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content[: len(RECORD)] == RECORD:
            yield from _plain(content, progress, wanted)
            return
        packing, at = _packing(content)
        if at < 0:
            yield from _plain(content, progress, wanted)
        elif at > 0 and content[:4] != DICTIONARY:
            progress.note("damaged")
        first = at
        while at >= 0:
            member = packing.member(at)
            head = member.unpack(HEAD_BYTES)
            if at == first and _goes_on(head):
                raise ValueError(f"it is packed in one piece; {packing.advice}")
            if not head.startswith(RECORD):
                # noise that looks like a member, or one whose first bytes are damaged
                progress.note("damaged" if member.is_broken else "not_warc")
            elif not _is_response(head) or (wanted is not None and not wanted(head)):
                progress.records += 1
            else:
                rest = member.unpack(MAX_RECORD_BYTES - len(head) + 1)
                if member.is_broken:
                    progress.note("damaged")
                elif len(head) + len(rest) > MAX_RECORD_BYTES:
                    progress.note("too_large")
                elif _is_short(head, len(head) + len(rest)):
                    progress.note("damaged")
                else:
                    yield head + rest
            # where a damaged member would have ended nobody knows
            behind = at if member.is_broken else member.position
            at = packing.next(max(at + 1, behind))


def _packing(content: mmap.mmap) -> tuple[Packing, int]:
    """How an archive is packed, by its first bytes, or where they are damaged by what is found in it; and where its
    first member begins, -1 where it has none.

    Raises:
        ValueError: nothing can be unpacked; the message says why.
    """
    packing: Packing = Zstd(content) if content[:4] in {FRAME, DICTIONARY} else Gzip(content)
    at = packing.next(0)
    if at < 0 and isinstance(packing, Gzip):
        packing = Zstd(content)
        at = packing.next(0)
    elif at < 0 and isinstance(packing, Zstd) and packing.problem:
        raise ValueError(packing.problem)
    return packing, at


def _plain(content: mmap.mmap, progress: Progress, wanted: Callable[[bytes], bool] | None) -> Iterator[bytes]:
    """An archive that is not packed: records begin with ``WARC/`` behind an empty line."""
    at = content.find(b"WARC/1.")
    if at != 0:
        progress.note("not_warc")
    while at >= 0:
        head = content[at : at + HEAD_BYTES]
        length = _LENGTH.search(head)
        body = head.find(b"\r\n\r\n") + 4
        end = at + body + int(length[1]) if length and body >= 4 else -1
        if not 0 <= end <= len(content) or content[end : end + 4] not in {b"\r\n\r\n", b""}:
            progress.note("damaged")
            at = content.find(b"\r\n\r\nWARC/", at + 5)
            at = at + 4 if at >= 0 else -1
            continue
        if not _is_response(head) or (wanted is not None and not wanted(head)):
            progress.records += 1
        elif end - at > MAX_RECORD_BYTES:
            progress.note("too_large")
        else:
            yield content[at:end] + b"\r\n\r\n"
        at = end + 4 if end + 4 < len(content) else -1


_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)


def _is_response(head: bytes) -> bool:
    kind = _TYPE.search(head[:4_096])
    return kind is not None and kind[1].lower() == b"response"


def _goes_on(head: bytes) -> bool:
    """Whether another record follows within these bytes."""
    length, end = _LENGTH.search(head), head.find(b"\r\n\r\n")
    return length is not None and end >= 0 and head[end + 4 + int(length[1]) :].startswith(b"\r\n\r\nWARC/")


def _is_short(head: bytes, size: int) -> bool:
    """Whether a record has fewer bytes than it says."""
    length, end = _LENGTH.search(head), head.find(b"\r\n\r\n")
    return length is None or end < 0 or size < end + 4 + int(length[1])


def _page(record: bytes) -> ArchivedPage | Literal["bad_date"] | None:
    """The page of a response record; None where it is no HTTP."""
    from fastwarc.warc import ArchiveIterator

    for parsed in ArchiveIterator(BytesIO(record), parse_http=True, auto_decode="all", quirks_mode=True):
        http = parsed.http_headers
        if http is None:
            return None
        date = parsed.record_date
        if date is None:
            return "bad_date"
        return ArchivedPage(
            (parsed.headers.get("WARC-Target-URI") or "").strip("<>"),
            (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC),
            int(http.status_code or 0),
            {str(name).lower(): str(value) for name, value in http},
            parsed.reader.read(MAX_RECORD_BYTES + 1),
        )
    raise ValueError("no record")
