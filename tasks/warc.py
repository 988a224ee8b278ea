"""WARC files: new ones for every attempt, append-only. Written by warcio, read by FastWARC.

What is known beside the bytes (file name, ``--published``, the feed's entry) is a ``metadata`` record in front of the
record it describes, so that a file that breaks off never holds bytes without it.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
import threading
import uuid
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Literal, Self

from kennzahl import __version__

SUFFIX = ".warc.gz"
OPEN_SUFFIX = ".warc.gz.open"  # being written, or left behind by an attempt that died
MAX_HEADER_CHARS = 4_000  # of one HTTP header line worth keeping
ROTATE_BYTES = 1 << 30  # where a writer goes on to the next file, as crawlers do

Kind = Literal["response", "resource", "revisit"]
_PROFILE = "http://netpreserve.org/warc/1.0/revisit/"
PROFILES = {200: _PROFILE + "identical-payload-digest", 304: _PROFILE + "server-not-modified"}


@dataclass(frozen=True, slots=True)
class Document:
    """What goes into one record. ``given`` (the user's word) and ``about`` (name, role, addresses, the feed's entry)
    are JSON values known beside the bytes; only ``given`` takes part in the id.

    A ``revisit`` is not written with its payload: ``original`` is the id of the record that has the same, and ``key``
    its own id.
    """

    kind: Kind
    target: str
    payload: bytes
    moment: datetime
    given: Mapping[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    media_type: str | None = None
    status: int = 200
    headers: Sequence[tuple[str, str]] = ()
    original: str | None = None
    key: str | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the payload in hex; a revisit has the payload of its original."""
        return hashlib.sha256(self.payload).hexdigest()

    @property
    def capture_id(self) -> str:
        """The same target, bytes and knowledge have the same id on every machine."""
        if self.key is not None:
            return self.key
        identity = json.dumps([self.target, self.digest, dict(self.given)], sort_keys=True)
        return str(uuid.uuid5(uuid.NAMESPACE_URL, identity))


@dataclass(frozen=True, slots=True)
class Stored:
    """One record as it was read back, whole and with the digest it was written with. A ``revisit`` has no payload of
    its own: ``digest`` is that of the record ``original``."""

    capture_id: str
    kind: Kind
    target: str
    payload: bytes
    given: Mapping[str, Any]
    about: Mapping[str, Any]
    moment: datetime
    media_type: str | None
    headers: Mapping[str, str]
    digest: str
    original: str | None = None


class Damaged(Exception):
    """A WARC file breaks off or does not hold what was written. ``records`` whole ones came before."""

    def __init__(self, path: Path, records: int) -> None:
        super().__init__(f"{path.name} is damaged after {records} whole records")
        self.path, self.records = path, records


class WarcWriter:
    """Writes a file of ``folder`` under a temporary name and gives it its real one when closed, whole and durable.

    Nothing is created until the first record. A file that has ``max_bytes`` is closed, and the next one begun; ``path``
    is the newest. Threads may share a writer.
    """

    def __init__(self, folder: Path, max_bytes: int = ROTATE_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._stream: IO[bytes] | None = None
        self._writer: Any = None
        self.path: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, document: Document) -> str:
        """Append a document with what is known of it; returns its capture id."""
        key = document.capture_id
        date = {"WARC-Date": f"{document.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
        known = json.dumps({"digest": document.digest, "given": document.given, "about": document.about}).encode()
        digest = {"WARC-Payload-Digest": f"sha256:{document.digest}"}
        with self._lock:
            stream, writer = self._opened()

            def write(kind: str, payload: bytes, headers: dict[str, str], **more: Any) -> None:
                record = writer.create_warc_record(
                    document.target, kind, BytesIO(payload), len(payload), warc_headers_dict={**date, **headers}, **more
                )
                writer.write_record(record)

            about = {"WARC-Refers-To": f"<urn:uuid:{key}>"}
            write("metadata", known, about, warc_content_type="application/json")
            named = {"WARC-Record-ID": f"<urn:uuid:{key}>", **digest}
            if document.kind == "resource":
                media_type = document.media_type or "application/octet-stream"
                write("resource", document.payload, named, warc_content_type=media_type)
            elif document.kind == "revisit":
                named |= {
                    "WARC-Refers-To": f"<urn:uuid:{document.original}>",
                    "WARC-Profile": PROFILES[document.status],
                }
                write("revisit", b"", named, http_headers=_http_headers(document))
            else:
                write("response", document.payload, named, http_headers=_http_headers(document))
            stream.flush()
            if stream.tell() >= self._max_bytes:
                self._close()
        return key

    def close(self) -> None:
        """Make the file durable and give it its name. Harmless when nothing was written."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._stream is None or self.path is None:
            return
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self.path.with_name(self.path.name + ".open").rename(self.path)
        sync_folder(self._folder)
        self._stream.close()
        self._stream = None

    def _opened(self) -> tuple[IO[bytes], Any]:
        if self._stream is None:
            from warcio.warcwriter import WARCWriter

            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}{SUFFIX}"
            self.path = self._folder / name
            self._stream = (self._folder / f"{name}.open").open("xb")
            fcntl.flock(self._stream, fcntl.LOCK_EX)
            self._writer = WARCWriter(self._stream, gzip=True)
            software = {"software": f"Kennzahl/{__version__}", "format": "WARC File Format 1.0"}
            self._writer.write_record(self._writer.create_warcinfo_record(name, software))
        return self._stream, self._writer


def read_warc(path: Path) -> Iterator[Stored]:
    """The documents of one file in their order.

    Raises:
        Damaged: after the last whole record, where the file breaks off or was altered.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit | WarcRecordType.metadata
    names: dict[str, Kind] = {"response": "response", "resource": "resource"}
    known: dict[str, Any] = {}
    about = None
    whole = 0
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, record_types=kinds, parse_http=True):
                length = record.content_length  # of the payload alone, once the HTTP headers are read
                payload = record.reader.read()
                if len(payload) != length:
                    raise Damaged(path, whole)
                if record.record_type == WarcRecordType.metadata:
                    about, known = record.headers.get("WARC-Refers-To"), json.loads(payload)
                    if not isinstance(known, dict):
                        raise Damaged(path, whole)
                    continue
                kind = names.get(record.headers.get("WARC-Type") or "", "revisit")
                mine = about == record.record_id
                digest = known.get("digest", "") if kind == "revisit" else hashlib.sha256(payload).hexdigest()
                if mine and known.get("digest") != digest:
                    raise Damaged(path, whole)
                if record.record_date is None:
                    raise Damaged(path, whole)
                http = record.http_headers
                headers = {name.lower(): value for name, value in http} if http is not None else {}
                yield Stored(
                    capture_id=_bare(record.record_id),
                    kind=kind,
                    target=record.headers.get("WARC-Target-URI") or "",
                    payload=payload,
                    given=known.get("given", {}) if mine else {},
                    about=known.get("about", {}) if mine else {},
                    moment=record.record_date.astimezone(UTC),
                    media_type=headers.get("content-type") or record.headers.get("Content-Type"),
                    headers=headers,
                    digest=digest,
                    original=_bare(record.headers.get("WARC-Refers-To")) if kind == "revisit" else None,
                )
                whole += 1
        except (OSError, ValueError) as error:
            raise Damaged(path, whole) from error


def _bare(urn: str | None) -> str:
    return str(urn).strip("<>").removeprefix("urn:uuid:")


def recover(folder: Path) -> list[Path]:
    """Finish what attempts that died left behind: each file is cut back to its last whole record and gets its name, or
    goes if it has no document. Files that a live process is writing (they are locked) are let be."""
    recovered = []
    for left in sorted(folder.glob(f"*{OPEN_SUFFIX}")):
        with contextlib.suppress(FileNotFoundError), left.open("r+b") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            members, end = _whole_members(stream)
            if members < 3:  # no more than the file's own info and what is known of the first document
                left.unlink()
                continue
            stream.truncate(end)
            os.fsync(stream.fileno())
            final = left.with_name(left.name.removesuffix(".open"))
            left.rename(final)
            sync_folder(folder)
            recovered.append(final)
    return recovered


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _whole_members(stream: IO[bytes]) -> tuple[int, int]:
    """How many whole gzip members (records) a file begins with, and where the last of them ends."""
    members = end = position = 0
    unpacker = zlib.decompressobj(wbits=31)
    pending = b""
    while chunk := pending or stream.read(1 << 20):
        pending = b""
        try:
            unpacker.decompress(chunk)
        except zlib.error:
            break
        position += len(chunk) - len(unpacker.unused_data)
        if unpacker.eof:
            members, end = members + 1, position
            pending = unpacker.unused_data
            unpacker = zlib.decompressobj(wbits=31)
    return members, end


def _http_headers(document: Document) -> Any:
    """HTTP headers as they may stand in a record: ASCII, one line each, no cookies. What speaks of the transfer gets
    another name, for the payload is stored decoded and whole."""
    from warcio.statusandheaders import StatusAndHeaders

    transfer = {"content-encoding", "transfer-encoding", "content-length"}
    kept = []
    for name, value in document.headers:
        line = " ".join(value.encode("ascii", "replace").decode().split())[:MAX_HEADER_CHARS]
        label = name.encode("ascii", "replace").decode()
        if name.lower() != "set-cookie":
            kept.append((f"X-Crawler-{label}" if name.lower() in transfer else label, line))
    if document.kind != "revisit":
        kept.append(("Content-Length", str(len(document.payload))))
    words = "Not Modified" if document.status == 304 else "OK"
    return StatusAndHeaders(f"{document.status} {words}", kept, protocol="HTTP/1.1")
