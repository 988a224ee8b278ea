"""``kennzahl captures``: what came in, listed or taken out again."""

from __future__ import annotations

import argparse
import json
from collections import deque
from dataclasses import asdict
from pathlib import Path

from cli.errors import UsageError

MOST_ROWS = 1_000

DESCRIPTION = """\
List what was captured: every page, feed and dropped file, byte for byte in the WARC files below DATA/raw/captures.
With --export, write the documents into a folder, each with what was known beside it, as an inbox takes them."""
EPILOG = """\
examples:
  kennzahl captures                                      the newest captures
  kennzahl captures "https://news.example/*" --json
  kennzahl captures "*2025/01*" --export exported

exit codes: 0 done; 2 wrong usage, or a folder that cannot be written to"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "captures",
        help="list or export what came in",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pattern", nargs="?", default="*", metavar="PATTERN", help="of addresses, with * and ?")
    parser.add_argument("--export", type=Path, metavar="DIR", help="write the documents that fit into a folder")
    parser.add_argument("--json", action="store_true", help="one JSON object per capture, all of them")
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (data)")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """List or export; the exit code.

    Raises:
        UsageError: the folder cannot be written to.
    """
    from tasks.captures import export, listed
    from tasks.paths import DataPaths

    paths = DataPaths(arguments.data)
    if arguments.export is not None:
        try:
            count = sum(1 for _ in export(paths, arguments.export, arguments.pattern))
        except OSError as error:
            raise UsageError(f"--export {arguments.export} cannot be written to: {error.strerror}") from error
        print(f"{count} documents in {arguments.export}")
        return 0
    entries = listed(paths, arguments.pattern)
    if arguments.json:
        for entry in entries:
            print(json.dumps(asdict(entry), ensure_ascii=False))
        return 0
    from rich.text import Text

    from cli.terminal import clean, console, table

    shown = table("captured", "what", "address", "file")
    for entry in deque(entries, MOST_ROWS):
        what = "revisit" if entry.original else entry.role
        shown.add_row(*(Text(clean(cell)) for cell in (f"{entry.at:%Y-%m-%d %H:%M}", what, entry.target, entry.file)))
    screen = console()
    screen.print(shown)
    older = f", the newest {MOST_ROWS} of them shown" if len(entries) > MOST_ROWS else ""
    screen.print(f"{len(entries)} captures{older}")
    return 0
