"""Quantities: every number of a text with its unit, scale, sign, range and hedge.

Worth of the last digit (``step``) of sizes in words: "ein Drittel" and "verdoppelt" count as printed to one point.
"""

from __future__ import annotations

from kennzahl.reading.mentions.quantities.recognition import everything, find, main_currency

__all__ = ["everything", "find", "main_currency"]
