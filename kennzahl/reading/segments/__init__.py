"""Which part of the company a figure is about: "Sales at the aerospace unit", "North America sales", "Cloudumsatz".

Only what the grammar ties to the metric or its figure counts; names of companies, periods and empty adjectives are no
segments. The words are those of the language's ``segments`` section.
"""

from __future__ import annotations

from kennzahl.reading.segments.recognition import HEADS, SEGMENTED, SPENDING, segment_of

__all__ = ["HEADS", "SEGMENTED", "SPENDING", "segment_of"]
