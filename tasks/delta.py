"""Delta tables on disk: make, append, read, delete, compact. Writers that meet reopen the table and try again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa
import pyarrow.dataset as pads
import pyarrow.fs as fs

from kennzahl.schema import Table
from tasks.arrow import conform, schema_of

if TYPE_CHECKING:
    from deltalake import DeltaTable

ATTEMPTS = 8
_INDEXED = "reading_id,recorded_at"

T = TypeVar("T")


def append(root: Path, table: Table, data: pa.Table) -> None:
    """Add rows to ``root/<table>`` in one commit, making the table on its first row. No rows, no commit.

    Raises:
        ValueError: the rows do not have the declared shape.
        deltalake.exceptions.CommitFailedError: other writers were in the way at every attempt.
    """
    from deltalake import write_deltalake

    if not data:
        return
    rows = conform(data, table).cast(_stored_schema(table).remove_metadata())

    def write() -> None:
        write_deltalake(_opened(root, table), rows, mode="append", schema_mode="merge")

    _retried(write)


def dataset(root: Path, table: Table) -> pads.Dataset:
    """The newest version of a table for scanning; without rows where it was never written."""
    from deltalake import DeltaTable

    location = root / table.name
    if not DeltaTable.is_deltatable(str(location)):
        return pads.dataset(schema_of(table).empty_table())
    # The declared schema gives columns that an older version of the table lacks as nulls.
    files = fs.SubTreeFileSystem(str(location), fs.LocalFileSystem())
    return DeltaTable(str(location)).to_pyarrow_dataset(filesystem=files, schema=_stored_schema(table))


def delete(root: Path, table: Table, predicate: str) -> int:
    """Remove the rows that satisfy an SQL predicate; the number of rows removed."""

    def remove() -> int:
        removed = _opened(root, table).delete(predicate).get("num_deleted_rows")
        return int(removed or 0)

    return _retried(remove)


def compact(root: Path, table: Table, retention: timedelta) -> None:
    """Merge small files, and remove those that no version within ``retention`` needs."""

    def merge() -> None:
        opened = _opened(root, table)
        opened.optimize.compact()
        opened.vacuum(retention_hours=int(retention.total_seconds() // 3600), dry_run=False)

    _retried(merge)


def _opened(root: Path, table: Table) -> DeltaTable:
    from deltalake import DeltaTable

    location = root / table.name
    if not DeltaTable.is_deltatable(str(location)):
        location.mkdir(parents=True, exist_ok=True)
        DeltaTable.create(
            str(location),
            _stored_schema(table),
            mode="ignore",
            description=table.grain,
            configuration={"delta.dataSkippingStatsColumns": _INDEXED},
        )
    return DeltaTable(str(location))


def _stored_schema(table: Table) -> pa.Schema:
    """All columns nullable, so that a later version may add one; ``conform`` is what refuses nulls."""
    return pa.schema([field.with_nullable(True) for field in schema_of(table)])


def _retried(action: Callable[[], T]) -> T:
    from deltalake.exceptions import CommitFailedError

    for attempt in range(ATTEMPTS):
        try:
            return action()
        except CommitFailedError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(random.uniform(0.5, 1.5) * 0.05 * 2**attempt)  # noqa: S311
    raise AssertionError("unreachable")
