"""Periods as the text names them, dated against the day of publication.

``find`` gives mentions, not bare periods: "im Vorjahr" names a period too, but no figure's own. A mention without a
year ("im dritten Quartal") is dated twice, for figures that are reported and for plans; who knows the kind of a figure
takes the one or the other.
"""

from __future__ import annotations

from kennzahl.reading.mentions.periods.recognition import find, read

__all__ = ["find", "read"]
