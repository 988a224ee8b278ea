"""Every night: fetch the sources, take the inbox, read what is new, publish."""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from flows.pipeline import BroughtIn, run_pipeline
from tasks import steps
from tasks.captured import FetchResult
from tasks.dates import moment
from tasks.paths import DataPaths
from tasks.sources import load_sources
from tasks.summary import Summary


@flow(name="nightly", persist_result=False)
def nightly(
    data: str = "data",
    sources: str = "sources.yaml",
    inbox: str | None = None,
    published: str | None = None,
    refetch: bool = False,
) -> Summary:
    """Read all news that came in since the last run and publish the tables.

    Args:
        data: the data folder.
        sources: the file that lists feeds and pages; without that file only the inbox is read.
        inbox: another folder to take dropped files from.
        published: when the dropped files were published (2025-01-30), where they do not say it themselves.
        refetch: ask feeds again that answered a little ago (``refetch_hours`` of a source).
    """
    paths = DataPaths(Path(data))

    def bring_in() -> BroughtIn:
        listed = load_sources(Path(sources))
        news = [source for source in listed if source.kind != "filings"]
        filings = [source for source in listed if source.kind == "filings"]
        fetched = steps.fetch_sources(news, paths, refetch=refetch) if news else FetchResult()
        captured = steps.capture_inbox(paths, Path(inbox) if inbox else None, moment(published))
        issues = (*fetched.issues, *captured.issues)
        return BroughtIn(issues, fetched.sources, inbox=captured, filings=filings, refetch=refetch)

    return run_pipeline("nightly", paths, bring_in)
