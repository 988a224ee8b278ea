"""SQL over the curated tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.paths import DataPaths

if TYPE_CHECKING:
    import duckdb


def connect(paths: DataPaths, *, memory: str = "1GB", threads: int = 2) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with one view per curated table. It can read nothing else and write nothing.

    Raises:
        FileNotFoundError: nothing was published yet.
    """
    raise NotImplementedError
