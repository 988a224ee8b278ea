"""Fetch feeds and pages politely and safely, into WARC."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.captured import FetchResult
from tasks.paths import DataPaths
from tasks.sources import Source


def fetch_sources(sources: Sequence[Source], paths: DataPaths) -> FetchResult:
    """Fetch what the sources have and the captures have not. Problems are issues, never exceptions."""
    raise NotImplementedError
