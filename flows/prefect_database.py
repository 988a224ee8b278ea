"""The database of a run's own Prefect server. All in it may be lost, so a damaged one is moved out of the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

NAME = "prefect.db"
_BESIDE = ("-wal", "-shm", "-journal")


def set_aside_if_damaged(home: Path) -> Path | None:
    """Rename a database that SQLite cannot read, so that the server makes a new one; where it is now, None if all is
    well. No server may be running on it."""
    database = home / NAME
    if not database.exists() or _is_sound(database):
        return None
    aside = database.with_name(f"{NAME}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    database.rename(aside)
    for suffix in _BESIDE:
        beside = database.with_name(NAME + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def _is_sound(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as connection:
            return bool(connection.execute("pragma quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        return isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error)
