"""The metrics of the contract, from ``metrics.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kennzahl.catalog import load_catalog


@dataclass(frozen=True, slots=True)
class Metric:
    """A key figure. ``measure`` is what it is counted in, ``time`` whether over a period or on a day; ``once`` whether
    there is one true figure a period; ``low`` and ``high`` bound a ratio in percent; ``xbrl`` lists the US-GAAP
    concepts that state the same, best first; ``filed_as_printed`` whether a filed figure that differs refutes a printed
    one.
    """

    id: str
    de: str
    en: str
    measure: Literal["money", "per_share", "ratio", "count", "any"]
    time: Literal["flow", "stock"]
    sign: Literal["signed", "positive"]
    low: float | None = None
    high: float | None = None
    once: bool = True
    xbrl: tuple[str, ...] = ()
    filed_as_printed: bool = True


@cache
def metrics() -> dict[str, Metric]:
    """All metrics by id, in the order of the contract."""
    return {
        key: Metric(key, **{**entry, "xbrl": tuple(entry.get("xbrl", ()))})
        for key, entry in load_catalog("metrics").items()
    }
