"""``sources.yaml``: where news comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """One row of ``sources.yaml``. ``url`` is a feed or a page; ``path`` a folder whose files are captured like the inbox."""

    name: str
    kind: Literal["feed", "page", "folder"]
    url: str | None = None
    path: Path | None = None
    language: str | None = None
    region: str | None = None
    allow_private: bool = False
    freshness_hours: float | None = None
    contact: str | None = None


def load_sources(path: Path) -> list[Source]:
    """The sources of a file; none where the file does not exist.

    Raises:
        ValueError: the file is wrong; the message names file, row, field and what to do.
    """
    raise NotImplementedError
