"""The terminal: what may be printed on it, and how figures look there.

Texts of articles are strangers' texts: everything printed goes through ``clean``, and rich gets ``Text``, never markup.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PLAIN_WIDTH = 160  # where the output is no terminal, tables get room enough for a sentence
REPLACEMENT = "\ufffd"

# Controls (ANSI escapes start with one), bidirectional overrides, lone surrogates; line feeds are harmless.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile(r"[\t\xa0\u2007\u202f]")
_BREAKS = re.compile(r"[\u2028\u2029]")


def clean(text: str) -> str:
    """The text without anything that steers a terminal; every code point keeps its place.

    >>> clean("a\\x1b[31mb")
    'a\ufffd[31mb'
    """
    return _BREAKS.sub("\n", _SPACES.sub(" ", _UNSAFE.sub(REPLACEMENT, text)))


def console() -> Console:
    """A console on stdout: colours and its width on a terminal, plain and wide elsewhere."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH, highlight=False, markup=False, emoji=False)


def table(*headers: str, right: Iterable[str] = ()) -> Table:
    """An empty table; the columns in ``right`` are set flush right."""
    from rich.table import Table

    result = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for header in headers:
        result.add_column(header, justify="right" if header in right else "left", overflow="fold")
    return result


def say_error(command: str, words: str) -> None:
    """One sentence on stderr, in the name of the command."""
    print(f"{command}: {clean(words)}", file=sys.stderr)


def speak_utf8(stream: TextIO) -> None:
    """Write UTF-8 whatever the locale says, and never fail over a character."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
