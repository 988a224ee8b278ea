"""History: go through web archives, read what may hold figures, publish."""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from flows.pipeline import BroughtIn, run_pipeline
from tasks import steps
from tasks.paths import DataPaths
from tasks.summary import Summary

PATIENCE = 3600.0
"""Seconds to wait for a nightly run to end."""


@flow(name="backfill", persist_result=False)
def backfill(archives: list[str], data: str = "data") -> Summary:
    """Read web archives and publish the tables.

    Args:
        archives: paths of WARC files, as the machine that runs the flow sees them. They are not changed.
        data: the data folder.
    """
    files = [Path(name) for name in archives]
    if missing := [str(path) for path in files if not path.is_file()]:
        raise ValueError(f"archives: there is no file {', '.join(missing)}")
    paths = DataPaths(Path(data))

    def bring_in() -> BroughtIn:
        found = steps.capture_archives(paths, files)
        return BroughtIn(tuple(found.issues), archives=tuple(found.archives))

    return run_pipeline("backfill", paths, bring_in, PATIENCE)
