"""Flows from the command line: Prefect's own server beside them, their summary shown, their end as an exit code."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import UsageError
from cli.terminal import console, say_error

if TYPE_CHECKING:
    from tasks.paths import DataPaths
    from tasks.summary import Summary

EXIT_CODES = """\
exit codes: 0 the tables are up to date (published, or nothing was new); 1 nothing could be published, the tables are
those of before; 2 wrong usage"""
"""Of all commands that run a flow, for their help."""


def data_folder(data: Path) -> DataPaths:
    """The data folder with all that a run writes to.

    Raises:
        UsageError: it cannot be written to, or the corrections beside it are wrong.
    """
    from tasks.corrections import load_corrections
    from tasks.paths import DataPaths

    paths = DataPaths(data)
    try:
        paths.create()
        paths.lock.touch()  # folders that exist can be "created" on a read-only disc as well
    except OSError as error:
        raise UsageError(f"--data {paths.root} cannot be written to: {error.strerror} ({error.filename})") from error
    try:
        load_corrections(paths)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return paths


def run_flow(command: str, paths: DataPaths, prepare: Callable[[], Callable[[], Summary]]) -> int:
    """Run a flow and show its summary; 0 if the tables are up to date, 1 if nothing could be published.

    ``prepare`` imports the flow and binds its arguments: Prefect must not be imported before its server is set up.
    """
    from flows.embedded import embedded_server
    from flows.prefect_database import set_aside_if_damaged
    from tasks.locking import Busy, one_server_at_a_time

    began = time.monotonic()
    home, log = paths.state / "prefect", paths.state / "logs" / "run.log"
    try:
        with one_server_at_a_time(paths):
            if aside := set_aside_if_damaged(home):
                words = f"the database of Prefect's own server was damaged; it is now {aside}, and a new one is made"
                say_error(f"kennzahl {command}", words)
            with embedded_server(home, log):
                return _ended(f"kennzahl {command}", log, prepare(), began)
    except Busy as busy:
        say_error(f"kennzahl {command}", str(busy))
        return 1


def _ended(command: str, log: Path, flow: Callable[[], Summary], began: float) -> int:
    """Run the flow and show its summary; what a person waited for counts from ``began`` (``time.monotonic``)."""
    from expectations.loading import context
    from tasks import report
    from tasks.locking import Busy
    from tasks.summary import NotPublished

    context()  # seconds of importing Great Expectations that pass while the server is still starting
    try:
        summary = flow()
    except NotPublished as blocked:
        report.show(replace(blocked.summary, seconds=time.monotonic() - began), console())
        return 1
    except Busy:
        raise
    except Exception as error:  # noqa: BLE001  # the outermost place: a sentence here, the traceback in the log
        say_error(command, f"nothing published, the tables are those of before: {error}; details: {log}")
        return 1
    report.show(replace(summary, seconds=time.monotonic() - began), console())
    return 0
