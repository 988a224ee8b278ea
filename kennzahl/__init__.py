"""Kennzahl, the engine: bytes -> article -> facts -> verdicts. Pure: no network, no storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kennzahl.facts import Quantity

__version__ = "0.1.0"


def quantities(text: str, language: str) -> list[Quantity]:
    """All quantities of a text, in order: value or range, unit, hedge, span. ``language`` is ``de`` or ``en``.

    Raises:
        LookupError: no lexicon for that language.
    """
    from kennzahl.reading.mentions.quantities import find

    return find(text, language)
