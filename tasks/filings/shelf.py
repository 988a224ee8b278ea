"""What was filed, kept on disk: one small Parquet file per company. Losing it costs asking again."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kennzahl import ids
from tasks.filings.companyfacts import FILED, fingerprint
from tasks.paths import DataPaths

_KEY = b"kennzahl"
KEPT = FILED.append(pa.field("company_slug", pa.string()))
"""The figures of all companies on the shelf."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a company's figures are from: its key, the row of ``sources.yaml``, when it was asked last (UTC), the
    bytes' SHA-256, what the server said of them, and which concepts were taken."""

    company_slug: str
    source: str
    asked_at: str
    digest: str
    etag: str | None = None
    last_modified: str | None = None
    concepts: str = ""

    @property
    def moment(self) -> datetime:
        """When it was asked last."""
        return datetime.fromisoformat(self.asked_at)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of what was filed."""

    folder: Path

    @classmethod
    def of(cls, paths: DataPaths) -> Shelf:
        """The shelf of a data folder."""
        return cls(paths.state / "filings")

    def label(self, cik: int) -> Label | None:
        """The label of a company's figures; None where there are none, or other concepts are wanted by now."""
        label = _label(self._file(cik))
        return label if label is not None and label.concepts == fingerprint() else None

    def put(self, cik: int, label: Label, filed: pa.Table) -> None:
        """Keep a company's figures; a reader sees the old file or the new one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        said = json.dumps({**asdict(label), "concepts": fingerprint()}).encode()
        descriptor, name = tempfile.mkstemp(dir=self.folder, suffix=".tmp")
        os.close(descriptor)
        pq.write_table(filed.replace_schema_metadata({_KEY: said}), name)
        Path(name).replace(self._file(cik))

    def touch(self, cik: int, label: Label) -> None:
        """Note that a company was asked again and had nothing new; what is damaged by now is to be had anew."""
        filed = _read(self._file(cik))
        if filed is None:
            self._file(cik).unlink(missing_ok=True)
        else:
            self.put(cik, label, filed)

    def keep_only(self, sources: Collection[str]) -> None:
        """Take away what came from other sources than these, by name."""
        for file in self._files():
            label = _label(file)
            if label is None or label.source not in sources:
                file.unlink(missing_ok=True)

    def fingerprint(self) -> str:
        """Changes when a figure on the shelf may have."""
        labels = [(file.name, _label(file)) for file in self._files()]
        return ids.key(*((name, label.company_slug, label.digest, label.concepts) for name, label in labels if label))

    def table(self) -> pa.Table:
        """All figures, in the columns of ``KEPT``."""
        tables = []
        for file in self._files():
            label, table = _label(file), _read(file)
            if label is not None and table is not None:
                tables.append(table.append_column("company_slug", pa.repeat(label.company_slug, len(table))))
        return pa.concat_tables(tables).cast(KEPT) if tables else KEPT.empty_table()

    def _file(self, cik: int) -> Path:
        return self.folder / f"{cik:010d}.parquet"

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.parquet"))


def _label(file: Path) -> Label | None:
    """The label of a file; None of what is missing, damaged or of another make."""
    with suppress(OSError, ValueError, TypeError, LookupError, pa.ArrowException):
        label = Label(**json.loads(pq.read_metadata(file).metadata[_KEY]))
        return label if label.moment.tzinfo else None
    return None


def _read(file: Path) -> pa.Table | None:
    """The figures of a file; None of what is missing or damaged."""
    with suppress(OSError, pa.ArrowException):
        return pq.read_table(file, schema=FILED)
    return None
