"""``kennzahl replay``: read again what was captured."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cli.running import EXIT_CODES, data_folder, run_flow

if TYPE_CHECKING:
    from tasks.summary import Summary

DESCRIPTION = """\
Read all captures again with this version of Kennzahl and publish the tables: after an update, or after words, companies
or rules were added. Nothing is fetched, nothing is overwritten: the ledger keeps what older versions read. What this
version has read already is not read twice, so a replay that was interrupted is simply run again."""
EPILOG = f"""\
examples:
  kennzahl replay
  kennzahl replay --data /srv/kennzahl

{EXIT_CODES}"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "replay",
        help="read all captures again with this version, publish the tables",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (data)")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Run; the exit code.

    Raises:
        UsageError: an argument is wrong.
    """

    def prepare() -> Callable[[], Summary]:
        from flows.replay import replay

        return lambda: replay(data=str(arguments.data))

    return run_flow("replay", data_folder(arguments.data), prepare)
