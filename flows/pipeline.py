"""The road that all flows share: whatever came in is read, checked, published and reported."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

from prefect.artifacts import create_markdown_artifact

from kennzahl.facts import Issue
from kennzahl.version import engine_version
from tasks import across, report, steps
from tasks.capture import iter_captured
from tasks.captured import ArchiveResult, CaptureResult, SourceResult
from tasks.filings.bring import BroughtFilings
from tasks.gate import Gate
from tasks.ledger import BatchRefused, Ledger, Run
from tasks.locking import one_run_at_a_time
from tasks.marts import GateClosed, Publication
from tasks.paths import DataPaths
from tasks.reading import batches, prove_engine, settle_memory
from tasks.sources import Source
from tasks.summary import NotPublished, Outcome, Summary
from tasks.tally import Tally

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What the first steps of a flow brought: issues of inputs that could not be captured, and how the sources, the
    web archives and the inbox did. ``filings`` are the sources of what companies filed, which are asked once it is
    known of whom the news speak; None leaves what was brought in before."""

    issues: Sequence[Issue] = ()
    sources: tuple[SourceResult, ...] = ()
    archives: tuple[ArchiveResult, ...] = ()
    inbox: CaptureResult = field(default_factory=CaptureResult)
    filings: Sequence[Source] | None = None
    refetch: bool = False


def run_pipeline(
    flow: str, paths: DataPaths, bring_in: Callable[[], BroughtIn], patience: float = 0, *, again: bool = False
) -> Summary:
    """Bring in, read what is new, publish, report; one run at a time per data folder.

    Another run may hold the data folder for ``patience`` seconds. New is what was never read; with ``again``, what this
    version of the engine has not read.

    Raises:
        Busy: another run holds the data folder.
        NotPublished: a critical expectation failed; carries the summary.
    """
    paths.create()
    with one_run_at_a_time(paths, patience):
        return _Pipeline(flow, paths, again=again).run(bring_in)


class _Pipeline:
    """One run. It is recorded in ``runs`` however it ends, short of being killed."""

    def __init__(self, flow: str, paths: DataPaths, *, again: bool) -> None:
        self.flow = flow
        self.again = again
        self.paths = paths
        self.ledger = Ledger(paths.ledger)
        self.clock = time.monotonic()
        self.started_at = datetime.now(UTC)
        self.run_id = f"{self.started_at:%Y%m%dT%H%M%SZ}-{uuid4().hex[:6]}"
        self.tally = Tally()
        self.gate = Gate()
        self.brought = BroughtIn()
        self.trouble: list[Issue] = []

    def run(self, bring_in: Callable[[], BroughtIn]) -> Summary:
        try:
            summary = self._published(bring_in)
        except Exception as error:
            self._record("failed", f"{type(error).__name__}: {error}")
            raise
        self._record(summary.outcome, summary.words, summary.publication)
        self._show(summary)
        logger.info("%s: %s", summary.outcome, summary.words)
        if summary.outcome == "blocked":
            raise NotPublished(summary)
        return summary

    def _show(self, summary: Summary) -> None:
        """In Prefect's UI. The tables are published by now: a server that does not answer makes the run no failure."""
        shown = {"summary": (report.markdown(summary), summary.words)}
        if summary.gate.results:
            shown["gate"] = (summary.gate.markdown(), "Great Expectations")
        for name, (text, words) in shown.items():
            try:
                create_markdown_artifact(text, key=f"{self.flow}-{name}", description=words)
            except Exception:  # whatever a client of a busy server raises
                logger.warning("the %s could not be handed to Prefect", name, exc_info=True)

    def _published(self, bring_in: Callable[[], BroughtIn]) -> Summary:
        prove_engine()
        settle_memory()
        self.brought = bring_in()
        self.gate.sources = self.brought.sources
        handled = self.ledger.handled(engine_version() if self.again else None)
        damaged: list[Issue] = []
        try:
            for batch in batches(iter_captured(self.paths, skip=handled, problems=damaged)):
                self.tally += steps.read_batch(self.ledger, batch, self.run_id, self.gate.batch)
        except BatchRefused as refused:
            return self._summary("blocked", f"not committed, the same inputs are read again next time: {refused}")
        filed = self._filed()
        self.trouble = [*self.brought.issues, *damaged, *filed.issues]
        self.tally += steps.record_trouble(self.ledger, self.trouble, self.run_id, handled)
        if self.tally.captures and not self.tally.articles:
            return self._summary("blocked", f"not one article in {self.tally.captures} new inputs: nothing published")
        if not self.tally.captures and not handled:
            return self._summary("unchanged", f"nothing to read yet: drop news files into {self.paths.inbox}")
        try:
            publication = steps.publish(self.paths, self.run_id, self.gate)
        except GateClosed as closed:
            return self._summary("blocked", f"not published, the tables are those of before: {closed}")
        return self._of(publication)

    def _filed(self) -> BroughtFilings:
        if self.brought.filings is None:
            return BroughtFilings()
        filed = steps.bring_filings(self.brought.filings, self.paths, refetch=self.brought.refetch)
        self.brought = replace(self.brought, sources=(*self.brought.sources, *filed.sources))
        return filed

    def _of(self, publication: Publication) -> Summary:
        if not publication.is_new:
            return self._summary("unchanged", "nothing new: the tables are as they were", publication)
        read = f"{self.tally.articles} articles read" if self.tally.captures else "nothing new to read"
        return self._summary("published", f"{read}, the tables are up to date", publication)

    def _summary(self, outcome: Outcome, words: str, publication: Publication | None = None) -> Summary:
        return Summary(
            run_id=self.run_id,
            flow=self.flow,
            outcome=outcome,
            words=words,
            started_at=self.started_at,
            seconds=time.monotonic() - self.clock,
            tally=self.tally,
            gate=self.gate.report,
            sources=self.brought.sources,
            archives=self.brought.archives,
            inbox=self.brought.inbox,
            publication=publication,
            across=across.published(self.paths) if publication is not None and publication.is_new else Counter(),
            trouble=tuple(issue.words for issue in self.trouble),
        )

    def _record(self, outcome: Outcome | Literal["failed"], words: str, publication: Publication | None = None) -> None:
        run = Run(
            run_id=self.run_id,
            flow=self.flow,
            outcome=outcome,
            started_at=self.started_at,
            engine_version=engine_version(),
            words=words,
            captures=self.tally.captures,
            articles=self.tally.articles,
            facts=self.tally.facts,
            issues=self.tally.reasons.total(),
            publication_id=publication.publication_id if publication else None,
        )
        self.ledger.record_run(run)
