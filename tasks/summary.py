"""What one run did, as a value: the flows make it, the report shows it, the command's exit code follows from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from expectations.results import GateReport
from tasks.captured import ArchiveResult, CaptureResult, SourceResult
from tasks.marts import Publication
from tasks.tally import Tally

Outcome = Literal["published", "unchanged", "blocked"]


@dataclass(frozen=True, slots=True)
class Summary:
    """One run. ``words`` says the outcome in one sentence; ``publication`` is None where nothing was ever published or
    the gate stayed closed. ``seconds`` is the time from its start to its publication; on the command line from the
    command's start. ``inbox`` is what became of dropped files."""

    run_id: str
    flow: str
    outcome: Outcome
    words: str
    started_at: datetime
    seconds: float
    tally: Tally
    gate: GateReport = field(default_factory=GateReport)
    sources: tuple[SourceResult, ...] = ()
    archives: tuple[ArchiveResult, ...] = ()
    inbox: CaptureResult = field(default_factory=CaptureResult)
    publication: Publication | None = None
    across: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Verdicts across articles in the tables as published: (check, outcome) and how many."""
    trouble: tuple[str, ...] = ()


class NotPublished(Exception):
    """The run read what there was, but nothing could be published; the curated tables are those of before."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(summary.words)
        self.summary = summary
