"""Which period a figure has: that of its own clause, else of its paragraph, else the one that the article is about."""

from __future__ import annotations

from kennzahl.reading.periods.article import PeriodContext
from kennzahl.reading.periods.resolution import period_for

__all__ = ["PeriodContext", "period_for"]
