"""The ledger: Delta tables, append-only, in which one row of ``articles`` commits a whole reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, Protocol

import pyarrow as pa

from kennzahl.facts import Issue, Reading

LEASE = timedelta(hours=6)
"""How long a writer may take between its first and its committing row."""


class Capture(Protocol):
    """What the ledger keeps of an input; ``tasks.captured.Captured`` has it all."""

    @property
    def capture_id(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def fetched_at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at one input: the readings of its articles, and issues of the input as a whole."""

    capture: Capture
    readings: tuple[Reading, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """Rows that a batch added to the ledger."""

    captures: int = 0
    articles: int = 0
    facts: int = 0
    verdicts: int = 0
    issues: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One run, for the ``runs`` table."""

    run_id: str
    flow: str
    outcome: Literal["published", "unchanged", "blocked", "failed"]
    started_at: datetime
    engine_version: str
    words: str | None = None
    captures: int = 0
    articles: int = 0
    facts: int = 0
    issues: int = 0
    publication_id: str | None = None


class Ledger:
    """The tables below ``root``; they are made on the first write."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def handled(self, engine_version: str | None = None) -> set[str]:
        """Ids of the captures that need no reading: those read by that engine version, or by any."""
        raise NotImplementedError

    def append(self, attempts: Sequence[Attempt], *, run_id: str, engine_version: str) -> Appended:
        """Commit a batch: facts, verdicts and issues first, then the articles, then the captures."""
        raise NotImplementedError

    def record_run(self, run: Run) -> None:
        """Add a row to ``runs``."""
        raise NotImplementedError

    def current(self, table: str) -> pa.Table:
        """The current view of ``captures``, ``articles``, ``facts``, ``verdicts`` or ``issues``; all of ``runs``."""
        raise NotImplementedError

    def tidy(self, *, lease: timedelta = LEASE, retention: timedelta = timedelta(days=7)) -> int:
        """Remove readings that never committed, compact and vacuum; the number of rows removed."""
        raise NotImplementedError
