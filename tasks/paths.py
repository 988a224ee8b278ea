"""Where everything lies below one data folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The folders of one data folder ``root`` (``data/`` in the project). Nothing is created by naming it."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where people drop files."""
        return self.root / "raw" / "inbox"

    @property
    def samples(self) -> Path:
        """The tracked example articles."""
        return self.root / "raw" / "samples"

    @property
    def captures(self) -> Path:
        """WARC files, append-only: what came in, byte for byte."""
        return self.root / "raw" / "captures"

    @property
    def ledger(self) -> Path:
        """Delta tables, append-only: the truth."""
        return self.root / "ledger"

    @property
    def curated(self) -> Path:
        """Parquet tables for BI: derived, replaceable, always complete."""
        return self.root / "curated"

    @property
    def state(self) -> Path:
        """What can be derived again from the captures at any time: indexes."""
        return self.root / "state"

    @property
    def lock(self) -> Path:
        """The file that keeps two local runs apart."""
        return self.root / ".lock"

    @property
    def staging(self) -> Path:
        """Where a publication is built, on the same file system as the tables."""
        return self.root / ".staging"

    @property
    def corrections(self) -> Path:
        """What people have decided, beside the data folder: it is written by hand, and worth a place in git."""
        return self.root.parent / "corrections.yaml"

    def create(self) -> DataPaths:
        """Make the folders that a run writes to; harmless where they exist."""
        for folder in (self.inbox, self.captures, self.ledger, self.curated, self.state, self.staging):
            folder.mkdir(parents=True, exist_ok=True)
        return self
