"""Text -> sentences -> mentions -> statements -> facts, every figure accounted for."""

from __future__ import annotations

from kennzahl.facts import Article, Reading
from kennzahl.version import refuse_stale

__all__ = ["read"]


def read(article: Article) -> Reading:
    """All facts of an article, and an issue for every figure that is in none. See ``kennzahl.reading.reader``.

    Raises:
        StaleEngine: the reader was compiled from other sources than those beside it.
    """
    refuse_stale()
    from kennzahl.reading.reader import read as read_

    return read_(article)
