"""The ledger: Delta tables, append-only, in which one row of ``articles`` commits a whole reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, Protocol
from uuid import uuid4

import pyarrow as pa
import pyarrow.dataset as pads

from kennzahl import ids
from kennzahl.facts import Issue, Reading
from kennzahl.schema import LEDGER
from tasks import delta
from tasks.arrow import from_rows
from tasks.clusters import signature
from tasks.current import Current
from tasks.rows import Row, issue_rows_of_input, rows_of

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


Validate = Callable[[Mapping[str, pa.Table]], Sequence[str]]
"""Given the tables of a batch by name (``ledger.facts`` ...), one sentence for every critical failure."""


class BatchRefused(Exception):
    """A batch is not what the ledger may hold: nothing of it was written. ``failures`` says why, a sentence each."""

    def __init__(self, failures: Sequence[str]) -> None:
        super().__init__("; ".join(failures))
        self.failures = tuple(failures)


class LeaseRanOut(Exception):
    """A batch took so long to write that tidying may have removed its first rows: it was not committed."""


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


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """The tables below ``root``; they are made on the first write. ``clock`` gives the time in UTC."""

    def __init__(self, root: Path, *, clock: Callable[[], datetime] = _now, lease: timedelta = LEASE) -> None:
        self.root = root
        self._clock = clock
        self._lease = lease

    def handled(self, engine_version: str | None = None) -> set[str]:
        """Ids of the captures that need no reading: those read by that engine version, or by any."""
        by_version = None if engine_version is None else pads.field("engine_version") == engine_version
        captures = delta.dataset(self.root, LEDGER["captures"])
        return set(captures.to_table(["capture_id"], filter=by_version)["capture_id"].to_pylist())

    def append(
        self, attempts: Sequence[Attempt], *, run_id: str, engine_version: str, validate: Validate | None = None
    ) -> Appended:
        """Commit a batch: facts, verdicts and issues first, then the articles, then the captures.

        What that engine version has already committed is not written again, so a batch that died half way is simply
        appended once more.

        Raises:
            BatchRefused: ``validate`` named a critical failure.
            LeaseRanOut: writing took longer than the lease; nothing is committed, try again.
        """
        began = self._clock()
        batch = _Batch({"engine_version": engine_version, "run_id": run_id, "recorded_at": began})
        done = self._committed(attempts, engine_version)
        finished = self.handled(engine_version)
        for attempt in attempts:
            if attempt.capture.capture_id not in finished:
                batch.add(attempt, done)
        tables = {name: from_rows(rows, LEDGER[name]) for name, rows in batch.rows.items()}
        if batch.rows["captures"] and validate is not None:
            failures = validate({f"ledger.{name}": table for name, table in tables.items()})
            if failures:
                raise BatchRefused(failures)
        for name in ("facts", "verdicts", "issues"):
            delta.append(self.root, LEDGER[name], tables[name])
        if self._clock() - began > self._lease:
            raise LeaseRanOut(f"writing took longer than {self._lease}; read these inputs again")
        for name in ("articles", "captures"):
            delta.append(self.root, LEDGER[name], tables[name])
        return Appended(**{name: len(rows) for name, rows in batch.rows.items()})

    def record_run(self, run: Run) -> None:
        """Add a row to ``runs``."""
        row = {
            "run_id": run.run_id,
            "flow": run.flow,
            "outcome": run.outcome,
            "words": run.words,
            "capture_count": run.captures,
            "article_count": run.articles,
            "fact_count": run.facts,
            "issue_count": run.issues,
            "engine_version": run.engine_version,
            "publication_id": run.publication_id,
            "started_at": run.started_at,
            "recorded_at": self._clock(),
        }
        delta.append(self.root, LEDGER["runs"], from_rows([row], LEDGER["runs"]))

    def view(self) -> Current:
        """The current view, the same for all tables asked of it."""
        return Current(self.root)

    def current(self, table: str) -> pa.Table:
        """The current view of ``captures``, ``articles``, ``facts``, ``verdicts`` or ``issues``; all of ``runs``."""
        return self.view().table(table)

    def tidy(self, *, retention: timedelta = timedelta(days=7)) -> int:
        """Remove readings that never committed and never will, compact and vacuum; the number of rows removed.

        Rows are left alone until their writer's lease has run out twice: it may still commit them.
        """
        expired = self._clock() - 2 * self._lease
        removed = 0
        for name in ("facts", "verdicts", "issues"):
            rows = delta.dataset(self.root, LEDGER[name])
            old = rows.to_table(["reading_id"], filter=pads.field("recorded_at") < expired)
            orphans = sorted(set(old["reading_id"].to_pylist()) - self._readings())
            for start in range(0, len(orphans), _DELETED_AT_ONCE):
                listed = ", ".join(f"'{reading}'" for reading in orphans[start : start + _DELETED_AT_ONCE])
                removed += delta.delete(self.root, LEDGER[name], f"reading_id in ({listed})")
        for table in LEDGER.values():
            delta.compact(self.root, table, retention)
        return removed

    def _readings(self) -> set[str]:
        """All committed readings, live or not."""
        tables = (delta.dataset(self.root, LEDGER[name]).to_table(["reading_id"]) for name in ("articles", "captures"))
        return {reading for table in tables for reading in table["reading_id"].to_pylist()}

    def _committed(self, attempts: Sequence[Attempt], engine_version: str) -> set[tuple[str, str, str]]:
        """``(capture_id, article_id, text_revision)`` of the batch's captures that this version has committed."""
        captures = [attempt.capture.capture_id for attempt in attempts]
        keys = ["capture_id", "article_id", "text_revision"]
        wanted = (pads.field("engine_version") == engine_version) & pads.field("capture_id").isin(captures)
        rows = delta.dataset(self.root, LEDGER["articles"]).to_table(keys, filter=wanted)
        return set(zip(*(rows[key].to_pylist() for key in keys), strict=True))


_DELETED_AT_ONCE = 1000


class _Batch:
    """The rows of a batch by table. ``common`` are the columns that all of them have."""

    def __init__(self, common: Row) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in ("captures", "articles", "facts", "verdicts", "issues")}
        self._common = common

    def add(self, attempt: Attempt, done: set[tuple[str, str, str]]) -> None:
        """Add an attempt, without the articles in ``done``."""
        capture = attempt.capture
        whole = self._row(reading_id=uuid4().hex, capture_id=capture.capture_id)
        issues = issue_rows_of_input(attempt.issues, capture.capture_id)
        self.rows["issues"] += [whole | row for row in issues]
        self.rows["captures"].append(
            whole
            | {
                "target": capture.target,
                "name": capture.name,
                "digest": capture.digest,
                "file": capture.file,
                "fetched_at": capture.fetched_at,
                "article_count": len(attempt.readings),
                "issue_count": len(issues),
            }
        )
        for reading in attempt.readings:
            key = (capture.capture_id, ids.article_id(reading.article), ids.text_revision(reading.article))
            if key not in done:
                done.add(key)
                self._add_reading(capture.capture_id, reading)

    def _add_reading(self, capture_id: str, reading: Reading) -> None:
        rows = rows_of(reading)
        common = self._row(reading_id=uuid4().hex, capture_id=capture_id)
        self.rows["facts"] += [common | row for row in rows.facts]
        self.rows["verdicts"] += [common | row for row in rows.verdicts]
        self.rows["issues"] += [common | row for row in rows.issues]
        counts = {"fact_count": len(rows.facts), "verdict_count": len(rows.verdicts), "issue_count": len(rows.issues)}
        minhash = signature(reading.article.text)
        self.rows["articles"].append(common | rows.article | counts | {"minhash": minhash})

    def _row(self, **columns: str) -> Row:
        return self._common | columns
