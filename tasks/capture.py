"""The door: dropped files and fetched pages become WARC records before anybody reads them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from tasks.captured import Captured, CaptureResult
from tasks.paths import DataPaths


def capture_inbox(paths: DataPaths, inbox: Path | None = None, published: datetime | None = None) -> CaptureResult:
    """Capture every finished file of ``inbox`` (default ``paths.inbox``) and move it to ``done/`` once that is durable."""
    raise NotImplementedError


def iter_captured(paths: DataPaths, skip: Collection[str] = frozenset()) -> Iterator[Captured]:
    """Every captured document whose ``capture_id`` is not in ``skip``, oldest WARC file first."""
    raise NotImplementedError
