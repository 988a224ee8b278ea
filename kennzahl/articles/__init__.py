"""Bytes in, articles out: plain text, HTML, JSON and JSON lines, also gzipped.

>>> read_bytes(b"Umsatz gestiegen\\n\\nDer Umsatz stieg um 5 Prozent.", name="a.txt")  # doctest: +SKIP
[Article(doc_id='a', ...)]
"""

from __future__ import annotations

from kennzahl.articles.given import Given
from kennzahl.facts import Article, Issue

__all__ = ["Given", "read_bytes"]


def read_bytes(
    payload: bytes, *, name: str, media_type: str | None = None, given: Given | None = None
) -> list[Article | Issue]:
    """Read one dropped file or fetched page.

    Args:
        payload: the bytes as they came, at most ``limits.MAX_FILE_BYTES`` of them are read.
        name: the file's name; its stem is the ``doc_id`` unless ``given`` or the record itself has one.
        media_type: as the server said it ("text/html; charset=utf-8"); without it name and content decide.
        given: what is known beside the bytes.

    Returns:
        The articles in the order of the input. What could not be read is an ``Issue`` of kind ``input``; what was read
        but repaired is an ``Issue`` of kind ``note`` right behind its article. Never empty, never raises.
    """
    raise NotImplementedError
