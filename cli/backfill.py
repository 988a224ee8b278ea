"""``kennzahl backfill``: history from web archives."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import UsageError
from cli.running import EXIT_CODES, data_folder, run_flow

if TYPE_CHECKING:
    from tasks.summary import Summary

DESCRIPTION = """\
Go through web archives (WARC files like those of Common Crawl's CC-NEWS), keep the pages that may hold figures of
companies, read and check them, and publish the tables. A quick look at the raw bytes decides what is kept: the
language, and figures beside words like revenue. An archive is gone through once; a run that was interrupted is
simply run again."""
EPILOG = f"""\
examples:
  kennzahl backfill tests/data/archive.warc.gz
  kennzahl backfill ~/cc-news/*.warc.gz --data data

{EXIT_CODES}"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "backfill",
        help="read the history in web archives, publish the tables",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("archives", nargs="+", metavar="WARC", help="a web archive: .warc, .warc.gz or .warc.zst")
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (data)")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Run; the exit code.

    Raises:
        UsageError: an argument is wrong.
    """
    if missing := [name for name in arguments.archives if not Path(name).is_file()]:
        raise UsageError(f"there is no file {', '.join(missing[:5])}: name WARC files, like archive.warc.gz")

    def prepare() -> Callable[[], Summary]:
        from flows.backfill import backfill

        return lambda: backfill(archives=arguments.archives, data=str(arguments.data))

    return run_flow("backfill", data_folder(arguments.data), prepare)
