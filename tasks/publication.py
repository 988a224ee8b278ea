"""Replacing the curated files: staged beside them, then moved under a journal that a later run can finish."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from tasks.paths import DataPaths

_JOURNAL = "journal.json"


@contextmanager
def only_publisher(paths: DataPaths) -> Iterator[None]:
    """Hold the place of the one publisher of a data folder; waits for another to finish.

    A publication that died while it moved its files is finished first; what a dead one only staged is removed.
    """
    paths.staging.mkdir(parents=True, exist_ok=True)
    with FileLock(paths.staging / ".lock"):
        _roll_forward(paths)
        _clear(paths)
        yield
        _clear(paths)


def put_in_place(paths: DataPaths, staged: Path, files: Sequence[str]) -> None:
    """Move ``files`` (relative names) from ``staged`` to the curated folder, in this order, all or nothing.

    Each file is replaced in one step, so a reader sees the old or the new one, whole. A death in between is made good
    by the next ``only_publisher``. ``staged`` lies below ``paths.staging``.
    """
    for name in files:
        _flush(staged / name)
    journal = paths.staging / _JOURNAL
    written = journal.with_suffix(".new")
    written.write_text(json.dumps({"staged": staged.name, "files": list(files)}), encoding="utf-8")
    _flush(written)
    written.replace(journal)
    _flush(paths.staging)
    _roll_forward(paths)


def _roll_forward(paths: DataPaths) -> None:
    journal = paths.staging / _JOURNAL
    if not journal.exists():
        return
    plan = json.loads(journal.read_text(encoding="utf-8"))
    for name in plan["files"]:
        source, target = paths.staging / plan["staged"] / name, paths.curated / name
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
            _flush(target.parent)
    journal.unlink()


def _clear(paths: DataPaths) -> None:
    for left in paths.staging.iterdir():
        if left.is_dir():
            shutil.rmtree(left)


def _flush(path: Path) -> None:
    """Make a file's content, or a folder's entries, durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
