"""From the ledger's current view to the curated tables, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from tasks.paths import DataPaths

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

    A ledger (and catalogue and code) unchanged since the last publication leaves every file as it is.

    Raises:
        GateClosed: ``validate`` named a critical failure; the curated tables are those of before.
    """
    raise NotImplementedError
