"""Where company facts are had from: the SEC's servers, a folder of downloaded files, or the SEC's zip."""

from __future__ import annotations

import lzma
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kennzahl.articles.limits import in_words
from tasks.filings.shelf import Label
from tasks.manners import Manners
from tasks.sources import Source
from tasks.web import Client, FetchError, Limits

MAX_BYTES = 64 * 2**20  # the largest filers' files have some 15 MB
SHORTEST_PAUSE = 0.125  # the SEC answers ten requests a second, and then shuts out
TICKERS = "company_tickers.json"

# Whatever a zip's packing (deflate, bzip2, LZMA) and its lock raise of a damaged member.
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an origin says of a company: the file's bytes, or None where they are those that the label speaks of."""

    payload: bytes | None
    etag: str | None = None
    last_modified: str | None = None


class Origin(Protocol):
    """Anything that has company facts.

    Its methods raise ``FetchError``; of files ``OSError``, and ``ValueError`` of damaged ones.
    """

    def facts(self, cik: int, label: Label | None) -> Answer | None:
        """What a company filed; None where it files nothing."""

    def tickers(self) -> bytes | None:
        """The list of companies by ticker; None where there is none."""


@contextmanager
def opened(source: Source, limits: Limits, now: datetime) -> Iterator[Origin]:
    """The origin that a row of ``sources.yaml`` names.

    Raises:
        OSError, zipfile.BadZipFile: there is no such folder or zip.
    """
    if source.url is not None:
        with Client(source.contact, source.allow_private, replace(limits, max_bytes=MAX_BYTES)) as client:
            pause = max(source.pause_seconds or 0, SHORTEST_PAUSE)
            # what is offered to programs has rules of its own; a robots.txt is for those who follow links
            asked = replace(source, robots=False, pause_seconds=pause)
            manners = Manners(Path(), limits, now)
            client.ask_first = manners.ask_first(client, asked, time.monotonic() + limits.source_seconds)
            yield _Server(client, source.url.rstrip("/"), source.tickers)
        return
    assert source.path is not None  # noqa: S101 - a row has one of the two
    if source.path.is_dir():
        yield _Folder(source.path)
        return
    try:
        archive = zipfile.ZipFile(source.path)
    except (NotImplementedError, UnicodeDecodeError) as error:
        raise zipfile.BadZipFile("its list of files is damaged") from error
    with archive:
        yield _Zip(archive)


def file_name(cik: int) -> str:
    """The name of a company's file: CIK0000320193.json."""
    return f"CIK{cik:010d}.json"


@dataclass(frozen=True, slots=True)
class _Server:
    client: Client
    base: str
    list_of_tickers: str | None

    def facts(self, cik: int, label: Label | None) -> Answer | None:
        asked = {"If-None-Match": label.etag, "If-Modified-Since": label.last_modified} if label else {}
        ask = {"Accept": "application/json"} | {name: value for name, value in asked.items() if value}
        try:
            page = self.client.get(f"{self.base}/{file_name(cik)}", ask)
        except FetchError as error:
            if error.values.get("status") == 404:
                return None
            raise
        kept = page.headers.get("etag"), page.headers.get("last-modified")
        return Answer(None if page.status == 304 else page.body, *kept)

    def tickers(self) -> bytes | None:
        return self.client.get(self.list_of_tickers).body if self.list_of_tickers else None


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path

    def facts(self, cik: int, label: Label | None) -> Answer | None:
        file = self.path / file_name(cik)
        if not file.is_file():
            return None
        found = file.stat()
        mark = f"{found.st_mtime_ns}-{found.st_size}"
        return Answer(None if label and label.etag == mark else _bounded(file), mark)

    def tickers(self) -> bytes | None:
        file = self.path / TICKERS
        return _bounded(file) if file.is_file() else None


@dataclass(frozen=True, slots=True)
class _Zip:
    archive: zipfile.ZipFile

    def facts(self, cik: int, label: Label | None) -> Answer | None:
        try:
            info = self.archive.getinfo(file_name(cik))
        except KeyError:
            return None
        mark = f"{info.CRC}-{info.file_size}"
        if label and label.etag == mark:
            return Answer(None, mark)
        try:
            with self.archive.open(info) as stream:
                return Answer(_within(stream.read(MAX_BYTES + 1)), mark)
        except _DAMAGED as error:
            raise ValueError("it is damaged in the zip, or locked") from error

    def tickers(self) -> bytes | None:
        return None


def _bounded(file: Path) -> bytes:
    with file.open("rb") as stream:
        return _within(stream.read(MAX_BYTES + 1))


def _within(payload: bytes) -> bytes:
    if len(payload) > MAX_BYTES:
        raise FetchError("response_too_large", limit=in_words(MAX_BYTES))
    return payload
