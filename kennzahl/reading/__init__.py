"""Text -> sentences -> mentions -> statements -> facts, every figure accounted for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kennzahl.facts import Article, Reading
from kennzahl.version import is_compiled

__all__ = ["read"]


def read(article: Article) -> Reading:
    """All facts of an article, and an issue for every figure that is in none. See ``kennzahl.reading.reader``.

    Raises:
        StaleEngine: the reader was compiled from other sources than those beside it.
    """
    return _reader()(article)


@cache
def _reader() -> Callable[[Article], Reading]:
    is_compiled()
    from kennzahl.reading.reader import read as read_

    return read_
