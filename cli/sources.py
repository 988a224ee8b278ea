"""``kennzahl sources check``: what is wrong with sources.yaml, and with each source."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.errors import UsageError

DEFAULT_SOURCES = Path("sources.yaml")
DESCRIPTION = """\
Check the file that lists the sources, then ask each of them: is the feed a feed, how old is its newest entry, may its
pages be fetched (robots.txt), and can one be read. Nothing is captured."""
EPILOG = """\
examples:
  kennzahl sources check                          sources.yaml, and every source in it
  kennzahl sources check my-sources.yaml --offline

exit codes: 0 all is well; 1 a source has a problem; 2 the file is wrong"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "sources",
        help="check the feeds and pages that are fetched",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("action", choices=("check",), help="check: say what is wrong")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the list of sources (sources.yaml)")
    parser.add_argument("--offline", action="store_true", help="check the file only")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Check; the exit code.

    Raises:
        UsageError: the file is missing or wrong.
    """
    from cli.terminal import clean
    from tasks.source_check import check_sources
    from tasks.sources import load_sources

    file = arguments.file or DEFAULT_SOURCES
    if not file.is_file():
        raise UsageError(f"there is no file {file}: name the list of sources, or create it")
    try:
        sources = load_sources(file)
    except ValueError as error:
        raise UsageError(str(error)) from error
    print(f"{file}: {len(sources)} sources, nothing wrong with the file")
    problems = 0
    for checked in check_sources(sources) if not arguments.offline else ():
        problems += not checked.is_fine
        print(
            clean(f"  ok       {checked.name}: {checked.words}" if checked.is_fine else f"  PROBLEM  {checked.words}")
        )
    return 1 if problems else 0
