"""A function, mostly of a word, whose results are looked up once they are known, at the speed of a dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

MAX_REMEMBERED = 50_000  # words of the web are without number; what is remembered of them is not
Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembered(dict[Key, Value], Generic[Key, Value]):
    """``remembered[word]`` is ``work_out(word)``, worked out when first asked for; all is forgotten when it is too
    much. Unlike ``functools.lru_cache`` it can be mapped over words without a call for each that is known."""

    def __init__(self, work_out: Callable[[Key], Value]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: Key) -> Value:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        value = self[word] = self._work_out(word)
        return value
