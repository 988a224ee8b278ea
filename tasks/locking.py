"""One run per data folder, and one server of its own beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    with _held(paths.lock, paths.root, patience):
        yield


@contextmanager
def one_server_at_a_time(paths: DataPaths) -> Iterator[None]:
    """Hold the lock of the database of Prefect's own server: two that start together would both set it up, and fail.

    Raises:
        Busy: another run has its server there.
    """
    with _held(paths.state / "prefect.lock", paths.root):
        yield


@contextmanager
def _held(file: Path, root: Path, patience: float = 0) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file, timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(f"another run is working in {root}: wait until it has ended, then run again") from None
    try:
        yield
    finally:
        lock.release()
