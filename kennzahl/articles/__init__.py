"""Bytes in, articles out: plain text, HTML, JSON and JSON lines, also gzipped."""

from __future__ import annotations

from kennzahl.articles.given import Given
from kennzahl.articles.reader import read_bytes

__all__ = ["Given", "read_bytes"]
