"""``kennzahl review``: what waits for a decision of a person, and the entry that decides it."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.errors import UsageError

if TYPE_CHECKING:
    import duckdb
    from rich.console import Console

    from tasks.paths import DataPaths

DESCRIPTION = """\
List the figures that wait for a decision, the most valuable first: what other articles contradict (conflicting), what
contradicts itself (inconsistent), what the engine is not sure of (doubtful), what nobody could place (unread). An item
is worth as much as its kind, times the weight of its metric (headline figures count more), times the reach of its
company (the more stories, the more); copies of a story come behind it. kennzahl/catalog/review.yaml has the weights.

With a decision, write its entry to corrections.yaml beside the data folder; what stands there already stays. It counts
from the next `kennzahl run`, and until the source says something else."""
EPILOG = """\
examples:
  kennzahl review                                            the 20 most valuable items
  kennzahl review --json --limit 1000
  kennzahl review --accept vq2hmz --reason "the article prints both" --author "A. Muster"
  kennzahl review --set-aside vq2hmz --reason "a share price" --author "A. Muster"
  kennzahl review --correct vq2hmz value=5.2e9 unit=USD --reason "press release" --author "A. Muster"
  kennzahl review --year-end muster 9 --reason "annual report" --author "A. Muster"
  kennzahl review --merge muster-group muster --reason "one company" --author "A. Muster"

exit codes: 0 listed, or the entry is written; 2 wrong usage, no such figure, or no tables yet"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "review",
        help="list what waits for a decision, and decide",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder (data)")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="list at most so many (20)")
    parser.add_argument("--json", action="store_true", help="list as JSON")
    decision = parser.add_argument_group("decisions").add_mutually_exclusive_group()
    decision.add_argument("--accept", metavar="ID", help="the article does print this; nothing is to be done")
    decision.add_argument("--set-aside", metavar="ID", help="this is no key figure of a company")
    decision.add_argument(
        "--correct", nargs="+", metavar=("ID", "COLUMN=VALUE"), help="this is what the columns of the fact should be"
    )
    decision.add_argument(
        "--year-end", nargs=2, metavar=("COMPANY", "MONTH"), help="the fiscal year of the company (its slug) ends then"
    )
    decision.add_argument(
        "--merge", nargs=2, metavar=("COMPANY", "INTO"), help="two companies (their slugs) are one, the second"
    )
    parser.add_argument("--reason", metavar="WORDS", help="why it is decided so")
    parser.add_argument("--author", metavar="NAME", help="who decides")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """List or decide; the exit code.

    Raises:
        UsageError: an argument is wrong, or there are no tables.
    """
    from cli.query import connected
    from tasks.paths import DataPaths

    options = ("accept", "set_aside", "correct", "year_end", "merge")
    decides = any(getattr(arguments, option) is not None for option in options)
    if decides and not (arguments.reason and arguments.author):
        raise UsageError("a decision needs --reason and --author")
    if not decides and (arguments.reason or arguments.author):
        raise UsageError("--reason and --author belong to a decision, like --accept ID")
    if arguments.limit < 1:
        raise UsageError("--limit must be at least 1")
    with connected(arguments.data) as curated:
        if decides:
            _decide(curated, DataPaths(arguments.data), arguments)
        else:
            _list(curated, arguments)
    return 0


def _decide(curated: duckdb.DuckDBPyConnection, paths: DataPaths, arguments: argparse.Namespace) -> None:
    from cli.terminal import clean
    from tasks.corrections import add_correction

    try:
        entry = _entry(curated, paths, arguments)
        signed = {"reason": arguments.reason, "author": arguments.author, "date": datetime.now(UTC).date()}
        written = add_correction(paths.corrections, entry | signed)
    except (LookupError, ValueError) as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{paths.corrections} cannot be written: {error.strerror}") from None
    print(clean(written), end="")
    print(f"written to {paths.corrections}; it counts from the next `kennzahl run`")


def _entry(curated: duckdb.DuckDBPyConnection, paths: DataPaths, arguments: argparse.Namespace) -> dict[str, Any]:
    from tasks import review

    if arguments.year_end:
        return review.entry_on_year(curated, *arguments.year_end)
    if arguments.merge:
        return review.entry_on_merge(curated, *arguments.merge)
    if arguments.correct:
        beginning, *assignments = arguments.correct
        return review.entry_on_figure(curated, paths, "correct", beginning, _changes(assignments))
    if arguments.accept is not None:
        return review.entry_on_figure(curated, paths, "accept", arguments.accept, {})
    return review.entry_on_figure(curated, paths, "set_aside", arguments.set_aside, {})


def _changes(assignments: Sequence[str]) -> dict[str, str]:
    pairs = [assignment.partition("=") for assignment in assignments]
    if not pairs or not all(equals for _, equals, _ in pairs):
        raise UsageError("--correct needs an ID and at least one COLUMN=VALUE, like value=5.2e9")
    return {column: value for column, _, value in pairs}


def _list(curated: duckdb.DuckDBPyConnection, arguments: argparse.Namespace) -> None:
    from cli.terminal import clean, console
    from tasks.review import waiting

    rows = waiting(curated)
    shown = rows[: arguments.limit]
    if arguments.json:
        text = json.dumps(shown, ensure_ascii=False, indent=1, default=_plain)
        print(clean(text) if sys.stdout.isatty() else text)
        return
    screen = console()
    counts = ", ".join(f"{number} {waits}" for waits, number in Counter(row["waits"] for row in rows).items())
    screen.print(f"{len(rows)} wait for a decision: {counts}" if rows else "nothing waits for a decision")
    for row in shown:
        _show(screen, row)
    if len(rows) > len(shown):
        screen.print(f"\nand {len(rows) - len(shown)} more: --limit {len(rows)} lists all", style="dim")


def _show(screen: Console, row: dict[str, Any]) -> None:
    from rich.text import Text

    from cli.terminal import clean

    subject = ", ".join(
        row[name] for name in ("company", "segment", "metric_en", "period_label", "printed") if row[name]
    )
    head = Text(f"{row['worth']:g}  {row['waits']}  ", style="dim")
    head.append(clean(subject), style="not dim bold")
    where = ", ".join(part for part in (row["doc_id"], row["source"], _day(row["published_at"])) if part)
    screen.print()
    screen.print(head)
    screen.print(Text(f"  {clean(row['words'])}"))
    screen.print(Text(f"  {clean(row['sentence'] or '')} ({clean(where)})", style="dim"))
    screen.print(Text(f"  {row['id']}"))


def _day(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%d}" if moment else None


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
