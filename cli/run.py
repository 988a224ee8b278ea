"""``kennzahl run``: the whole road once, with Prefect's own server beside it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import UsageError
from cli.running import EXIT_CODES, data_folder, run_flow
from cli.terminal import say_error

if TYPE_CHECKING:
    from tasks.paths import DataPaths
    from tasks.summary import Summary

DEFAULT_SOURCES = Path("sources.yaml")
DESCRIPTION = """\
Fetch the sources, take the files from the inbox, read and check what is new, and publish the tables below
DATA/curated. A first run with an empty inbox reads the samples. Running again is always safe: nothing is read twice,
and a run that was interrupted is simply run again."""
EPILOG = f"""\
examples:
  kennzahl run                                    the inbox and sources.yaml
  kennzahl run --inbox ~/news --published 2025-01-30

{EXIT_CODES}"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "run",
        help="read what is new, check it, publish the tables",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--inbox", type=Path, metavar="DIR", help="take dropped files from here (DATA/raw/inbox)")
    parser.add_argument(
        "--published", metavar="DATE", help="when they were published, where they do not say it: 2025-01-30"
    )
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (data)")
    parser.add_argument(
        "--sources", type=Path, metavar="FILE", help="feeds and pages to fetch (sources.yaml, if there is one)"
    )
    parser.add_argument(
        "--refetch", action="store_true", help="ask feeds again that answered less than 12 hours (refetch_hours) ago"
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Run; the exit code.

    Raises:
        UsageError: an argument is wrong.
    """
    from tasks.locking import Busy, one_run_at_a_time

    _check(arguments)
    paths = data_folder(arguments.data)
    try:
        with one_run_at_a_time(paths):  # asked here already, where the answer takes no time; held by the flow
            if arguments.inbox is None:
                _offer_samples(paths)
    except Busy as busy:
        say_error("kennzahl run", str(busy))
        return 1

    def prepare() -> Callable[[], Summary]:
        from flows.nightly import nightly

        return lambda: nightly(
            data=str(arguments.data),
            sources=str(arguments.sources or DEFAULT_SOURCES),
            inbox=str(arguments.inbox) if arguments.inbox else None,
            published=arguments.published,
            refetch=arguments.refetch,
        )

    return run_flow("run", paths, prepare)


def _check(arguments: argparse.Namespace) -> None:
    """Whatever can be wrong with the arguments, before anything is started."""
    from tasks.dates import moment
    from tasks.sources import load_sources

    if arguments.inbox is not None and not arguments.inbox.is_dir():
        raise UsageError(f"--inbox {arguments.inbox} is no folder")
    if arguments.sources is not None and not arguments.sources.is_file():
        raise UsageError(f"--sources {arguments.sources} is no file")
    try:
        moment(arguments.published)
    except ValueError as error:
        raise UsageError(f"--published {error}") from error
    try:
        load_sources(arguments.sources or DEFAULT_SOURCES)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _offer_samples(paths: DataPaths) -> None:
    from tasks.samples import offer_samples

    if copied := offer_samples(paths):
        print(f"first run: {copied} sample files copied to {paths.inbox}")
