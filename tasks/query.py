"""SQL over the curated tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennzahl.schema import MARTS
from tasks.paths import DataPaths

if TYPE_CHECKING:
    import duckdb


def connect(paths: DataPaths, *, memory: str = "1GB", threads: int = 2) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with one view per curated table. It can read nothing else on disk and write nothing there.

    Raises:
        FileNotFoundError: nothing was published yet.
    """
    import duckdb
    import pyarrow as pa
    import pyarrow.dataset as pads

    from tasks.arrow import schema_of

    if not (paths.curated / "datapackage.json").exists():
        raise FileNotFoundError(f"{paths.curated} holds no tables yet: publish some first with 'kennzahl run'")
    connection = duckdb.connect(
        config={"memory_limit": memory, "threads": threads, "temp_directory": "", "python_enable_replacements": False}
    )
    for name in MARTS:
        # Opened here and once, not by DuckDB: a folder that it may read is a folder that it may write, and a file
        # opened anew for each query may be another one after a publication.
        files = sorted((paths.curated / name).glob("**/*.parquet"))
        parquet = pads.ParquetFileFormat()
        opened = [parquet.make_fragment(pa.memory_map(str(file))) for file in files]
        connection.register(name, pads.FileSystemDataset(opened, schema_of(name), parquet))
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
