"""Looking into curated tables."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq


def rows(data: Path, table: str, **where: object) -> list[dict[str, Any]]:
    """The rows of a curated table whose columns have these values; none while it is not published."""
    file = data / "curated" / table / f"{table}.parquet"
    if not file.exists():
        return []
    found = pq.read_table(file).to_pylist()
    return [row for row in found if all(row[column] == value for column, value in where.items())]


def fingerprint(data: Path) -> dict[str, str]:
    """The SHA-256 of every curated file, by name."""
    files = sorted(path for path in (data / "curated").rglob("*") if path.is_file())
    return {str(path.relative_to(data)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
