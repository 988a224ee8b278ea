"""Kennzahl, the engine: bytes -> article -> facts -> verdicts. Pure: no network, no storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kennzahl.facts import Quantity

__version__ = "0.1.0"


def quantities(text: str, language: str) -> list[Quantity]:
    """All quantities of a text, in order: value or range, unit, hedge, span. ``language`` is ``de`` or ``en``.

    Numbers of every kind are read: also those that are no figures of news ("one", "three fifths", "1e5", "2 bitcoins").
    A fraction is a plain number (0.6), a change by a multiple a percentage ("doubled": 100).

    Raises:
        LookupError: no lexicon for that language.
        StaleEngine: the engine was compiled from other sources than those beside it.
    """
    from kennzahl.version import refuse_stale

    refuse_stale()
    from kennzahl.reading.mentions.quantities import everything

    return everything(text, language)
