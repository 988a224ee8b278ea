"""From the ledger's current view to the curated tables, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kennzahl import ids
from kennzahl.schema import MARTS
from kennzahl.schema.package import datapackage
from kennzahl.version import engine_version, fingerprint
from tasks import clusters
from tasks.corrections import load_corrections
from tasks.current import Current
from tasks.filings.shelf import Shelf
from tasks.paths import DataPaths
from tasks.publication import only_publisher, put_in_place
from tasks.star import build

FILES = {name: f"{name}/{name}.parquet" for name in MARTS}
"""Where each curated table lies, below the curated folder."""

PACKAGE = "datapackage.json"

Validate = Callable[[Mapping[str, pa.Table]], Sequence[str]]
"""Given all tables by name, one sentence for every critical failure; none opens the gate."""


class GateClosed(Exception):
    """A critical expectation failed: nothing was published. ``failures`` says which, a sentence each."""

    def __init__(self, failures: Sequence[str]) -> None:
        super().__init__("; ".join(failures))
        self.failures = tuple(failures)


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published: its id, whether this call made it, the rows and the file of each table."""

    publication_id: str
    is_new: bool
    rows: Mapping[str, int]
    files: Mapping[str, Path]


def publish(paths: DataPaths, publication_id: str, validate: Validate) -> Publication:
    """Build all curated tables from the ledger, validate them, and put them in place of the old ones.

    A ledger (and catalogue, corrections, code and what was filed) unchanged since the last publication leaves every
    file as it is.

    Raises:
        ValueError: the file of corrections is wrong.
        GateClosed: ``validate`` named a critical failure, or the ledger is damaged; the curated tables are those of
            before.
    """
    with only_publisher(paths):
        view = Current(paths.ledger)
        shelf = Shelf.of(paths)
        corrections = load_corrections(paths)
        code = fingerprint(Path(__file__).parent)
        source = ids.key(view.fingerprint(), engine_version(), code, shelf.fingerprint(), corrections)
        published = _published(paths)
        if published.get("source") == source and all((paths.curated / file).exists() for file in FILES.values()):
            return _publication(paths, published, is_new=False)
        tables = build(view, publication_id, shelf.table(), corrections)
        failures = [*view.damage(), *validate(tables)]
        if failures:
            raise GateClosed(failures)
        said = {
            "publication_id": publication_id,
            "source": source,
            "rows": {name: len(table) for name, table in tables.items()},
        }
        clusters.keep(paths.ledger, tables["articles"], publication_id)
        staged = paths.staging / ids.key(publication_id)
        _stage(staged, tables, said)
        put_in_place(paths, staged, [*FILES.values(), PACKAGE])
        return _publication(paths, said, is_new=True)


def _stage(folder: Path, tables: Mapping[str, pa.Table], said: Mapping[str, Any]) -> None:
    for name, table in tables.items():
        file = folder / FILES[name]
        file.parent.mkdir(parents=True)
        pq.write_table(table, file, compression="zstd")
    package = datapackage(FILES, said)
    (folder / PACKAGE).write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _published(paths: DataPaths) -> dict[str, Any]:
    """What the last publication said of itself; nothing where there is none that can be read."""
    try:
        said = json.loads((paths.curated / PACKAGE).read_text(encoding="utf-8"))["kennzahl"]
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return said if isinstance(said, dict) else {}


def _publication(paths: DataPaths, said: Mapping[str, Any], *, is_new: bool) -> Publication:
    files = {name: paths.curated / file for name, file in FILES.items()}
    return Publication(said["publication_id"], is_new, said["rows"], files)
