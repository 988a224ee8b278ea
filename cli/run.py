"""``kennzahl run``: the whole road once, with Prefect's own server beside it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks.paths import DataPaths


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "run",
        help="read what is new, check it, publish the tables",
        description="Fetch the sources, take the files from the inbox, read and check what is new, and publish the "
        "tables below DATA/curated. A first run with an empty inbox reads the samples. Running again is always safe: "
        "what was read is not read twice, and a run that was interrupted is simply run again.",
        epilog="Exit codes: 0 the tables are up to date; 1 the run could not publish, the tables are those of before; "
        "2 wrong usage.",
    )
    parser.add_argument("--inbox", type=Path, metavar="DIR", help="take the files from here (default: DATA/raw/inbox)")
    parser.add_argument(
        "--published", metavar="DATE", help="when the files were published, where they do not say it (2025-01-30)"
    )
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (default: data)"
    )
    parser.add_argument(
        "--sources", type=Path, metavar="FILE", help="feeds and pages to fetch (default: sources.yaml, if there is one)"
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Run; the exit code."""
    if wrong := _wrong_usage(arguments):
        print(f"kennzahl run: {wrong}", file=sys.stderr)
        return 2

    from flows.embedded import embedded_server
    from tasks.paths import DataPaths

    paths = DataPaths(arguments.data)
    try:
        paths.create()
    except OSError as error:
        print(f"kennzahl run: --data {paths.root} cannot be written to: {error}", file=sys.stderr)
        return 1
    if arguments.inbox is None:
        _offer_samples(paths)
    log = paths.state / "logs" / "run.log"
    with embedded_server(paths.state / "prefect", log):
        return _run(arguments, log)


def _wrong_usage(arguments: argparse.Namespace) -> str | None:
    from tasks.dates import moment
    from tasks.sources import load_sources

    if arguments.inbox is not None and not arguments.inbox.is_dir():
        return f"--inbox {arguments.inbox} is no folder"
    if arguments.sources is not None and not arguments.sources.is_file():
        return f"--sources {arguments.sources} is no file"
    try:
        moment(arguments.published)
        load_sources(arguments.sources or Path("sources.yaml"))
    except ValueError as error:
        return str(error)
    return None


def _run(arguments: argparse.Namespace, log: Path) -> int:
    from rich.console import Console

    from flows.nightly import nightly
    from tasks import report
    from tasks.locking import Busy
    from tasks.summary import NotPublished

    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    try:
        summary = nightly(
            data=str(arguments.data),
            sources=str(arguments.sources or "sources.yaml"),
            inbox=str(arguments.inbox) if arguments.inbox else None,
            published=arguments.published,
        )
    except NotPublished as blocked:
        report.show(blocked.summary, console)
        return 1
    except Busy as busy:
        print(f"kennzahl run: {busy}", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001  # the outermost place: one sentence here, the traceback in the log
        print(f"kennzahl run: could not publish, the tables are those of before: {error}", file=sys.stderr)
        print(f"kennzahl run: details in {log}", file=sys.stderr)
        return 1
    report.show(summary, console)
    return 0


def _offer_samples(paths: DataPaths) -> None:
    from tasks.samples import offer_samples

    if copied := offer_samples(paths):
        print(f"first run: {copied} sample files copied to {paths.inbox}")
