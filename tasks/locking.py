"""One run per data folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from tasks.paths import DataPaths


class Busy(Exception):
    """Another run holds the data folder."""


@contextmanager
def one_run_at_a_time(paths: DataPaths, patience: float = 0) -> Iterator[None]:
    """Hold the data folder's lock, which another run may keep for ``patience`` seconds. Whoever dies gives it back.

    Raises:
        Busy: another run holds it.
    """
    paths.root.mkdir(parents=True, exist_ok=True)
    lock = FileLock(paths.lock, timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(f"another run is working in {paths.root}: wait until it has ended, then run again") from None
    try:
        yield
    finally:
        lock.release()
