"""What capturing and fetching return: the nouns between the web or the inbox and the reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from kennzahl.articles import Given
from kennzahl.facts import Issue


@dataclass(frozen=True, slots=True)
class Captured:
    """One WARC record with a document in it: ``kennzahl.articles.read_bytes(payload, name=..., ...)`` reads it.

    ``capture_id`` is stable (derived from target, bytes and what is known beside them), ``digest`` is the SHA-256 of
    the payload in hex, ``file`` the name of the WARC file below ``captures``.
    """

    capture_id: str
    kind: Literal["response", "resource"]
    target: str
    payload: bytes
    name: str
    media_type: str | None
    given: Given
    fetched_at: datetime
    digest: str
    file: str


@dataclass(frozen=True, slots=True)
class CaptureResult:
    """What became of the files of an inbox; names are relative to it."""

    warc: Path | None = None
    captured: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceResult:
    """One source in one fetch. ``newest`` is the latest publication time its feed named; ``stale`` where that is older
    than the source's ``freshness_hours``; ``rested`` where the feed was not asked, for it had answered a little ago;
    ``left`` are pages left for the next run."""

    name: str
    fetched: int = 0
    known: int = 0
    failed: int = 0
    newest: datetime | None = None
    stale: bool = False
    rested: bool = False
    left: int = 0


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What a fetch of all sources brought. ``captured`` are capture ids of pages (feeds themselves are not counted)."""

    warc: Path | None = None
    captured: tuple[str, ...] = ()
    sources: tuple[SourceResult, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveResult:
    """One archive: records of any type, pages captured and known already, and why the others were passed over."""

    name: str
    records: int = 0
    captured: int = 0
    known: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class ArchivesResult:
    """What going through web archives brought; ``captured`` are capture ids."""

    archives: list[ArchiveResult] = field(default_factory=list)
    captured: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def known(self) -> int:
        """Pages that were captured before."""
        return sum(archive.known for archive in self.archives)
