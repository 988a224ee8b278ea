"""The command line. Each subcommand is a module with ``add_parser``; what a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from cli import backfill, captures, evaluate, explain, query, read, replay, review, run, sources
from cli.errors import UsageError
from cli.terminal import say_error, speak_utf8
from kennzahl import __version__
from kennzahl.version import StaleEngine, refuse_stale

COMMANDS = (run, backfill, replay, read, explain, query, review, evaluate, captures, sources)

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED = 141  # 128 + SIGPIPE

DESCRIPTION = """\
News in, checked company figures out: reads business news in German and English, extracts every key figure of every
company, says for each whether it agrees with the others, and publishes tables that a BI tool opens as they are."""

EPILOG = """\
examples:
  kennzahl run                                   read what lies in data/raw/inbox, publish the tables
  kennzahl read article.txt --published 2025-01-30
  kennzahl query "select company, metric, value from kpi_facts limit 10"
  kennzahl COMMAND --help                        options, examples and exit codes of one command

exit codes: 0 done; 1 a run that could not publish; 2 wrong usage or an unreadable argument; 130 interrupted"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments behind the program's name; None takes the process's own.

    Returns:
        The exit code.
    """
    speak_utf8(sys.stdout)
    speak_utf8(sys.stderr)
    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as end:  # argparse has said why, or has shown the help
        return int(end.code or 0)
    try:
        refuse_stale()
        code: int = arguments.execute(arguments)
        sys.stdout.flush()
    except (UsageError, StaleEngine) as error:
        say_error(f"kennzahl {arguments.command}", str(error))
        return 2
    except BrokenPipeError:
        # Whoever read our output has had enough; the interpreter must not stumble over the pipe when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        say_error(f"kennzahl {arguments.command}", "interrupted")
        return INTERRUPTED
    return code


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="kennzahl",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"kennzahl {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    for command in COMMANDS:
        command.add_parser(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
