"""From captures to committed readings, a batch at a time."""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from kennzahl import ids
from kennzahl.articles import read_bytes
from kennzahl.catalog.reasons import issue
from kennzahl.checking import check
from kennzahl.facts import Article, Issue, Reading
from kennzahl.languages import available
from kennzahl.reading import read
from kennzahl.version import engine_version
from tasks.captured import Captured
from tasks.ledger import Attempt, Ledger, Validate
from tasks.tally import Tally, tally_of

BATCH_CAPTURES = 200
BATCH_BYTES = 32_000_000
"""A batch is what is held in memory and committed at once: many small captures, or a few large ones."""
SELDOM = 20_000
"""New objects between two searches for garbage; Python's own 700 are those of a few sentences."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Uncaptured:
    """Stands in for the capture of an input that could not become one; the same trouble always has the same id."""

    capture_id: str
    target: str
    name: str
    digest: str
    file: str
    fetched_at: datetime


def prove_engine() -> None:
    """Read a line in every language, so that a broken lexicon fails the run at once instead of every article."""
    for language in available():
        check(read(Article("proof", "SAP 2024: 8.5 bn, 9 % (7 Mio. €)", language=language)))


@cache
def settle_memory() -> None:
    """Call once all lexicons are loaded: they stay, and looking through them for garbage takes 5 % of reading. A
    process that runs for long does so once: what it reads later is no part of them. Reading leaves few cycles behind,
    so that looking for them less often takes 3 % less."""
    gc.freeze()
    gc.set_threshold(SELDOM)
    atexit.register(gc.unfreeze)  # DuckDB's binding counts as leaked what is never collected


def batches(captures: Iterable[Captured]) -> Iterator[list[Captured]]:
    """Cut into batches of at most ``BATCH_CAPTURES``, and of about ``BATCH_BYTES``."""
    batch: list[Captured] = []
    size = 0
    for captured in captures:
        batch.append(captured)
        size += len(captured.payload)
        if len(batch) >= BATCH_CAPTURES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_batch(ledger: Ledger, batch: Sequence[Captured], run_id: str, validate: Validate | None = None) -> Tally:
    """Read and check every article of every capture, and commit them.

    Raises:
        BatchRefused: ``validate`` named a critical failure; nothing was committed.
    """
    attempts = [attempt(captured) for captured in batch]
    ledger.append(attempts, run_id=run_id, engine_version=engine_version(), validate=validate)
    total = Tally(captures=len(attempts))
    for one in attempts:
        total.reasons.update((issue.kind, issue.reason) for issue in one.issues)
        for reading in one.readings:
            total += tally_of(reading)
    return total


def attempt(captured: Captured) -> Attempt:
    """Read one capture. Nothing that is in it stops the others: what goes wrong is an issue."""
    readings: list[Reading] = []
    issues: list[Issue] = []
    for item in read_bytes(captured.payload, name=captured.name, media_type=captured.media_type, given=captured.given):
        if isinstance(item, Article):
            try:
                reading = read(item)
                readings.append(replace(reading, verdicts=check(reading)))
            except Exception as error:  # a defect of ours in one article must not cost the others
                logger.exception("reading %s of %s failed", item.doc_id, captured.target)
                issues.append(issue("reading_failed", name=item.doc_id, error=f"{type(error).__name__}: {error}"))
        elif item.kind == "note" and readings:
            readings[-1] = replace(readings[-1], issues=(*readings[-1].issues, item))
        else:
            issues.append(item)
    return Attempt(captured, tuple(readings), tuple(issues))


def record_trouble(ledger: Ledger, issues: Sequence[Issue], run_id: str, handled: set[str]) -> Tally:
    """Commit the issues of inputs that never became captures (a vanished file, an unreachable page), each once ever."""
    attempts: dict[str, Attempt] = {}
    for one in issues:
        capture_id = ids.key("uncaptured", one.reason, one.words)
        if capture_id not in handled:
            name = one.printed or one.reason
            standin = Uncaptured(capture_id, f"urn:kennzahl:{one.reason}", name, "", "", datetime.now(UTC))
            attempts[capture_id] = Attempt(standin, (), (one,))
    if attempts:
        ledger.append(list(attempts.values()), run_id=run_id, engine_version=engine_version())
    total = Tally()
    total.reasons.update((one.kind, one.reason) for one in issues)
    return total
