"""Bring in what the companies in the ledger filed. Without a row under ``filings`` in sources.yaml there is nothing."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue
from tasks.captured import SourceResult
from tasks.filings.companyfacts import FILED, read_company_facts, read_tickers
from tasks.filings.filers import Reporting, are_known, filers, reporting
from tasks.filings.shelf import Label, Shelf
from tasks.manners import is_recent
from tasks.paths import DataPaths
from tasks.sources import Source

if TYPE_CHECKING:
    from tasks.filings.origins import Origin
    from tasks.web import FetchError, Limits

# A host that is down, or has shut us out (longer for each further request), is left alone.
_DOWN = {"unreachable", "refused_address", "too_slow"}
_SHUT_OUT = {403, 429}


@dataclass(frozen=True, slots=True)
class BroughtFilings:
    """How the sources of filings did."""

    sources: tuple[SourceResult, ...] = ()
    issues: tuple[Issue, ...] = ()


def bring_filings(
    sources: Sequence[Source],
    paths: DataPaths,
    *,
    refetch: bool = False,
    limits: Limits | None = None,
    now: datetime | None = None,
) -> BroughtFilings:
    """Put on the shelf what the companies in the ledger filed; the first source that has a company counts.

    A company that was asked for less than ``refetch_hours`` ago is not asked for again, unless told to ``refetch``.
    Problems are issues, never exceptions: what was on the shelf stays there.
    """
    shelf = Shelf.of(paths)
    shelf.keep_only({source.name for source in sources})
    if not sources:
        return BroughtFilings()
    from tasks.web import Limits

    wanted = reporting(paths)
    visits = [_Visit(source, shelf, refetch, now or datetime.now(UTC)) for source in sources]
    for visit in visits:
        had = visit.run(wanted, limits or Limits())
        wanted = [company for company in wanted if company.slug not in had]
    return BroughtFilings(
        tuple(visit.result() for visit in visits), tuple(found for visit in visits for found in visit.issues)
    )


class _Stop(Exception):
    """The source is asked for nothing more in this run."""


@dataclass(slots=True)
class _Visit:
    """One source of filings in one run."""

    source: Source
    shelf: Shelf
    refetch: bool
    now: datetime
    fetched: int = 0
    known: int = 0
    failed: int = 0
    left: int = 0
    issues: list[Issue] = field(default_factory=list)

    def result(self) -> SourceResult:
        return SourceResult(self.source.name, self.fetched, self.known, self.failed, left=self.left)

    def run(self, companies: Sequence[Reporting], limits: Limits) -> set[str]:
        """The companies of which the shelf has this source's figures, by slug."""
        from tasks.filings.origins import opened

        ciks: dict[str, int] = {}
        try:
            with opened(self.source, limits, self.now) as origin:
                ciks = filers(companies, {} if are_known(companies) else self._tickers(origin))
                for at, (slug, cik) in enumerate(ciks.items()):
                    self.left = len(ciks) - at
                    self._one(origin, slug, cik)
                self.left = 0
        except (OSError, zipfile.BadZipFile) as error:
            self._problem("unreadable_file", name=str(self.source.path), error=getattr(error, "strerror", 0) or error)
        except _Stop:
            if self.left:
                self.issues.append(issue("left_for_next_run", name=self.source.name, count=self.left))
        labels = {slug: self.shelf.label(cik) for slug, cik in ciks.items()}
        return {slug for slug, label in labels.items() if label and label.digest and label.source == self.source.name}

    def _one(self, origin: Origin, slug: str, cik: int) -> None:
        from tasks.web import FetchError

        kept = self.shelf.label(cik)
        label = kept if kept and (kept.source, kept.company_slug) == (self.source.name, slug) else None
        if label and self._rests(label):
            self.known += 1
            return
        now = self.now.isoformat()
        try:
            answer = origin.facts(cik, label)
            if answer is None:
                if kept is None or label is not None:
                    self.shelf.put(cik, Label(slug, self.source.name, now, ""), FILED.empty_table())
            elif answer.payload is None and label is not None:
                self.shelf.touch(cik, replace(label, asked_at=now))
                self.known += 1
            else:
                filed = read_company_facts(answer.payload or b"", cik)
                digest = hashlib.sha256(answer.payload or b"").hexdigest()
                found = Label(slug, self.source.name, now, digest, answer.etag, answer.last_modified)
                self.shelf.put(cik, found, filed)
                self.fetched += 1
        except FetchError as error:
            self._failed(error, f"the company facts of {cik}")
        except ValueError as error:
            self._problem("bad_filings", name=self.source.name, what=f"the company facts of {cik}", error=str(error))

    def _rests(self, label: Label) -> bool:
        """Files of one's own machine are looked at each time."""
        is_asked = self.source.url is not None and not self.refetch
        return is_asked and is_recent(label.moment, self.source.refetch_hours, self.now)

    def _tickers(self, origin: Origin) -> Mapping[str, tuple[int, str]]:
        """The SEC's list of companies; none where it cannot be had."""
        from tasks.web import FetchError

        try:
            listed = origin.tickers()
            return read_tickers(listed) if listed is not None else {}
        except FetchError as error:
            self._failed(error, "the list of tickers")
        except ValueError as error:
            self._problem("bad_filings", name=self.source.name, what="the list of tickers", error=str(error))
        return {}

    def _failed(self, error: FetchError, what: str) -> None:
        """Raises: _Stop: the next request would fail as well."""
        if error.reason == "left_for_next_run":
            raise _Stop
        place = f"{self.source.url or self.source.path} ({what})"
        self._problem(error.reason, name=self.source.name, url=place, **error.values)
        if error.reason in _DOWN or error.values.get("status") in _SHUT_OUT:
            raise _Stop

    def _problem(self, reason: str, **values: Any) -> None:
        self.failed += 1
        self.issues.append(issue(reason, **values))
