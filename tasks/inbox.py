"""What lies in an inbox: which files are finished, which must be let alone, and what is said beside them."""

from __future__ import annotations

import contextlib
import errno
import json
import mimetypes
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kennzahl.articles.dates import parse
from kennzahl.articles.limits import MAX_FILE_BYTES, in_words
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue
from tasks.warc import sync_folder

DONE = "done"
META = ".meta.json"
UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", "~")
FRESH_SECONDS = 2.0  # a file touched within these may still be growing
MAX_META_BYTES = 64 * 1024
MAX_KEY, MAX_KEYS = 40, 5  # of unknown keys that are named
META_FIELDS = ("url", "published_at", "fetched_at", "source", "language", "doc_id")


@dataclass(frozen=True, slots=True)
class Dropped:
    """One finished file: its name relative to the inbox, its bytes, what its ``.meta.json`` says, and what is odd about
    that."""

    name: str
    payload: bytes
    meta: dict[str, Any] = field(default_factory=dict)
    meta_name: str | None = None
    notes: tuple[Issue, ...] = ()

    @property
    def media_type(self) -> str:
        """Its type by its name, for the record's header."""
        kind, encoding = mimetypes.guess_type(self.name)
        return "application/gzip" if encoding == "gzip" else kind or "application/octet-stream"

    def without_payload(self) -> Dropped:
        """The same, without holding its bytes."""
        return replace(self, payload=b"")


def collect(folder: Path, settle_seconds: float) -> Iterator[Dropped | Issue | str]:
    """Every file of the folder in the order of their names: finished (``Dropped``), impossible (``Issue``) or still
    growing (its name). One file is held in memory at a time."""
    root = folder.resolve()
    names = sorted(_walk(folder))
    before = {name: _look(folder / name) for name in names}
    if any(seen is not None and time.time() - seen[1] / 1e9 < FRESH_SECONDS for seen in before.values()):
        time.sleep(settle_seconds)
    metas = {name for name in names if name.endswith(META)}
    used: set[str] = set()
    for name in names:
        if name in metas:
            continue
        if _is_unfinished(name):
            yield name
            continue
        meta_name = next((meta for meta in _meta_names(name) if meta in metas), None)
        used |= {meta_name} if meta_name else set()
        yield _take(root, folder, name, meta_name, before[name])
    yield from sorted(metas - used)


@dataclass(frozen=True, slots=True)
class Said:
    """What a ``.meta.json`` says, its times as times, and what of it is not known."""

    known: dict[str, Any] = field(default_factory=dict)
    notes: tuple[Issue, ...] = ()


def said_beside(path: Path) -> Said | Issue:
    """What the ``.meta.json`` of one file says; nothing where there is none.

    Raises:
        OSError: it is there and cannot be read.
    """
    beside = next((meta for meta in _meta_names(path.name) if path.with_name(meta).is_file()), None)
    return _meta(path.with_name(beside), path.name, beside) if beside else Said()


def move_to_done(folder: Path, dropped: Dropped) -> Issue | None:
    """Move a captured file, and what lay beside it, to ``done/``; never over another file."""
    for name in filter(None, (dropped.name, dropped.meta_name)):
        target = folder / DONE / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            free = target
            counter = 2
            while free.exists() or free.is_symlink():
                free = target.with_name(f"{target.stem}.{counter}{target.suffix}")
                counter += 1
            (folder / name).rename(free)
            sync_folder(free.parent)
        except FileNotFoundError:
            continue  # somebody else took it away; it is captured
        except OSError as error:
            return issue("unmovable_file", name=name, error=_why(error))
    return None


def _walk(folder: Path) -> Iterator[str]:
    """Names of files and links below the folder, not hidden ones or ``done/``; linked folders are not entered."""
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        folders[:] = [name for name in folders if not name.startswith(".") and not (here == folder and name == DONE)]
        links = [name for name in folders if (here / name).is_symlink()]
        for name in (*files, *links):
            if not name.startswith("."):
                yield str((here / name).relative_to(folder))


def _meta_names(name: str) -> tuple[str, str]:
    return name + META, str(Path(name).with_suffix("")) + META


def _look(path: Path) -> tuple[int, int] | None:
    """Size and time of change, to see whether a file still grows."""
    with contextlib.suppress(OSError):
        status = path.stat()
        return status.st_size, status.st_mtime_ns
    return None


def _is_unfinished(name: str) -> bool:
    return name.lower().endswith(UNFINISHED)


def _take(
    root: Path, folder: Path, name: str, meta_name: str | None, before: tuple[int, int] | None
) -> Dropped | Issue | str:
    try:
        name.encode()
    except UnicodeEncodeError:
        return issue("bad_name", name=name.encode("utf-8", "replace").decode())
    try:
        real = (folder / name).resolve(strict=True)
        if not real.is_relative_to(root):
            return issue("outside_inbox", name=name)
        payload = _read(real, name, MAX_FILE_BYTES)
        if isinstance(payload, Issue):
            return payload
        if _look(real) != before or before is None or len(payload) != before[0]:
            return name
        if not payload:  # somebody may still write to it; and all empty files would be one capture
            return issue("empty_file", name=name)
        said = _meta(folder / meta_name, name, meta_name) if meta_name else Said()
        return said if isinstance(said, Issue) else Dropped(name, payload, said.known, meta_name, said.notes)
    except FileNotFoundError:
        return issue("dangling_link" if (folder / name).is_symlink() else "vanished_file", name=name)
    except (OSError, RuntimeError) as error:
        return issue("unreadable_file", name=name, error=_why(error))


def _read(path: Path, name: str, limit: int) -> bytes | Issue:
    """The bytes of a regular file. A pipe would wait forever for a writer, hence the flags."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return issue("not_a_file", name=name)
        payload = stream.read(limit + 1)
    return issue("too_large", name=name, limit=in_words(limit)) if len(payload) > limit else payload


def _meta(path: Path, name: str, meta_name: str) -> Said | Issue:
    """What the file beside an article says."""
    payload = _read(path, meta_name, MAX_META_BYTES)
    if isinstance(payload, Issue):
        return payload
    try:
        said = json.loads(payload.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return issue("bad_meta", name=name, meta=meta_name, error="it is not JSON")
    if not isinstance(said, dict):
        return issue("bad_meta", name=name, meta=meta_name, error="it is not one object")
    known: dict[str, Any] = {}
    for key in META_FIELDS:
        value = said.get(key)
        if value is None:
            continue
        if not isinstance(value, str):
            return issue("bad_meta", name=name, meta=meta_name, error=f"the field {key!r} must be a string")
        if key.endswith("_at"):
            moment: datetime | None = parse(value)
            if moment is None:
                return issue("bad_meta", name=name, meta=meta_name, error=f"{key} {value!r} is no time")
            known[key] = moment
        else:
            known[key] = value
    unknown = ", ".join(sorted(repr(key[:MAX_KEY]) for key in said if key not in META_FIELDS)[:MAX_KEYS])
    return Said(known, (issue("unknown_meta", name=name, meta=meta_name, keys=unknown),) if unknown else ())


def _why(error: BaseException) -> str:
    """An operating system's error in words, without the path (which the sentence has already).

    What ``Path.resolve`` calls a RuntimeError is a link that leads to itself.
    """
    code = errno.ELOOP if isinstance(error, RuntimeError) else getattr(error, "errno", None)
    words = {
        errno.EACCES: "no permission",
        errno.ELOOP: "its links lead in a circle",
        errno.EROFS: "the disc is read-only",
    }
    return words.get(code or 0) or getattr(error, "strerror", None) or type(error).__name__
