"""Again: read all captures with what the engine knows now, publish."""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from flows.pipeline import BroughtIn, run_pipeline
from tasks.paths import DataPaths
from tasks.summary import Summary

PATIENCE = 3600.0
"""Seconds to wait for a nightly run to end."""


@flow(name="replay", persist_result=False)
def replay(data: str = "data") -> Summary:
    """Read every capture that this version of the engine has not read, and publish the tables.

    What older versions read stays in the ledger; the tables show the newest. A run that was killed goes on where it
    was.

    Args:
        data: the data folder.
    """
    return run_pipeline("replay", DataPaths(Path(data)), BroughtIn, PATIENCE, again=True)
