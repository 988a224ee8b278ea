"""Articles from the arguments of a command: files of all formats, gzipped ones, and standard input."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from kennzahl.articles import Given, read_bytes
from kennzahl.articles.limits import MAX_FILE_BYTES, MAX_JSON_CHARS, in_words
from kennzahl.articles.reader import stem_of
from kennzahl.facts import Article, Issue
from tasks.inbox import Said, said_beside

STDIN = "-"
LINE_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of all inputs; ``language`` overrules what the text looks like."""

    published_at: datetime | None = None
    language: str | None = None


def articles(names: Sequence[str], options: Options) -> Iterator[Article | Issue]:
    """The articles of all inputs in order, each followed by its notes; an input that cannot be read is an issue.

    JSON lines are read one at a time, so that a file of any length needs the memory of one article.
    """
    for name in names:
        for found in _read(name, options):
            if isinstance(found, Article) and options.language:
                found = replace(found, language=options.language, language_how="given")
            yield found


def _read(name: str, options: Options) -> Iterator[Article | Issue]:
    try:
        with _opened(name) as stream:
            if name.lower().endswith(LINE_SUFFIXES):
                yield from _lines(name, stream, options)
            elif name == STDIN:
                yield from _standard_input(stream, options)
            else:
                yield from _whole(name, stream.read(MAX_FILE_BYTES + 1), options, said_beside(Path(name)))
    except (OSError, EOFError, zlib.error) as error:
        why = "breaks off" if isinstance(error, EOFError) else getattr(error, "strerror", None) or str(error)
        yield Issue("input", "unreadable_file", f"{name} could not be read: {why}")


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    if name == STDIN:
        return nullcontext(sys.stdin.buffer)
    if name.lower().endswith(LINE_SUFFIXES) and name.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.open(name, "rb"))
    return Path(name).open("rb")


def _whole(name: str, payload: bytes, options: Options, said: Said | Issue) -> Iterator[Article | Issue]:
    """One file. What its ``.meta.json`` ``said`` is nearer to it than the options, as in the inbox."""
    if isinstance(said, Issue):
        yield said
        return
    given = replace(Given(published_at=options.published_at, language=options.language), **said.known)
    yield from read_bytes(payload, name=Path(name).name, given=given)
    yield from said.notes


def _standard_input(stream: BinaryIO, options: Options) -> Iterator[Article | Issue]:
    """JSON lines if the first line is an object of its own, otherwise one article."""
    first = stream.readline(MAX_JSON_CHARS + 1)
    stripped = first.strip()
    if stripped.startswith(b"{") and stripped.endswith(b"}"):
        yield from _lines("stdin", stream, options, first)
    else:
        yield from _whole("stdin", first + stream.read(MAX_FILE_BYTES + 1 - len(first)), options, Said())


def _lines(name: str, stream: BinaryIO, options: Options, first: bytes = b"") -> Iterator[Article | Issue]:
    stem, number = stem_of(Path(name).name), 0
    line = first or stream.readline(MAX_JSON_CHARS + 1)
    while line:
        number += 1
        where = f"{name}, line {number}"
        if len(line) > MAX_JSON_CHARS:
            yield Issue("input", "too_large", f"{where} is larger than {in_words(MAX_JSON_CHARS)}; it was not read")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_JSON_CHARS)
        elif line.strip():
            given = Given(published_at=options.published_at, language=options.language, doc_id=f"{stem}#{number}")
            yield from read_bytes(line, name=where, media_type="application/json", given=given)
        line = stream.readline(MAX_JSON_CHARS + 1)
    if not number:
        yield Issue("input", "empty_file", f"{name} is empty")
