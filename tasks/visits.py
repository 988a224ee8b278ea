"""What one source gave in one run, and the sources that lie on this machine: folders and web archives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue
from tasks.archives import capture_archives, matching
from tasks.capture import capture_inbox
from tasks.captured import SourceResult
from tasks.paths import DataPaths
from tasks.sources import Source


@dataclass(slots=True)
class Visit:
    """What one source gave in this run."""

    source: Source
    captured: list[str] = field(default_factory=list)
    known: int = 0
    failed: int = 0
    newest: datetime | None = None
    stale: bool = False
    rested: bool = False
    left: int = 0
    issues: list[Issue] = field(default_factory=list)

    def problem(self, reason: str, **values: Any) -> None:
        """Count and keep what went wrong."""
        self.failed += 1
        self.issues.append(issue(reason, name=self.source.name, **values))

    def result(self) -> SourceResult:
        """The same as a plain value."""
        counts = len(self.captured), self.known, self.failed
        return SourceResult(self.source.name, *counts, self.newest, self.stale, self.rested, self.left)


def _folder(source: Source, paths: DataPaths) -> Visit:
    """A folder's files are captured where they lie."""
    visit = Visit(source)
    if source.path is None or not source.path.is_dir():
        visit.problem("unreadable_file", error="there is no such folder")
        return visit
    found = capture_inbox(paths, source.path, source=source.name, language=source.language, keep=True)
    visit.captured += found.captured
    visit.known = len(found.duplicates)
    visit.left = len(found.waiting)
    visit.failed = sum(one.kind == "input" for one in found.issues)
    visit.issues += found.issues
    return visit


def _archive(source: Source, paths: DataPaths) -> Visit:
    """Of the web archives that fit a pattern, what may hold figures is captured."""
    visit = Visit(source)
    files = matching(source.path)
    if not files:
        visit.problem("unreadable_file", error=f"no web archive fits {source.path}")
    found = capture_archives(paths, files, source=source.name, language=source.language)
    visit.captured += found.captured
    visit.known = found.known
    visit.failed += sum(one.kind == "input" for one in found.issues)
    visit.issues += found.issues
    return visit


LOCAL: dict[str, Callable[[Source, DataPaths], Visit]] = {"folder": _folder, "archive": _archive}
"""By kind of source, what captures it without a network."""
