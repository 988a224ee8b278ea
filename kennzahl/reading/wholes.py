"""What a percentage is of: "70 percent | of its revenue", "(7,7 Prozent | des Umsatzes)"."""

from __future__ import annotations

from kennzahl.reading.view import Figure, Named, View

PART = 4  # words from "70 percent of" to "revenue"


def whole_of(view: View, figure: Figure) -> Named | None:
    """The metric that stands close behind a figure, as that of which it is a part does."""
    behind = range(figure.last + 1, figure.last + 2 + PART)
    return next((named for named in view.metrics if named.first in behind), None)
