"""How the tests print a number: as a journalist would, with the quantity that a reader makes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from kennzahl.facts import Article, Company, Fact, Hedge, Period, Quantity, Reading, Span

SCALES = {"": 0, "Tsd.": 3, "Mio.": 6, "Mrd.": 9, "Bio.": 12}
ARTICLE = Article("test", "x" * 400, language="de", published_at=datetime(2025, 1, 30, tzinfo=UTC))
COMPANY = Company("beispiel", "Beispiel AG")


def printed(
    amount: Decimal,
    scale: str = "Mrd.",
    decimals: int = 1,
    *,
    unit: str = "EUR",
    rounding: str = ROUND_HALF_EVEN,
    zeros: int = 0,
    hedge: Hedge = "=",
    hedge_word: str | None = None,
) -> Quantity:
    """``amount`` in German print. ``zeros``: how many digits before the decimal mark are rounded away too."""
    worth = Decimal(10) ** SCALES[scale]
    last = Decimal(10) ** (zeros if zeros else -decimals)
    digits = (amount / worth / last).quantize(Decimal(1), rounding=rounding) * last
    shown = f"{digits:.{0 if zeros else decimals}f}".replace(".", ",")
    step = worth if zeros else worth.scaleb(-decimals)
    text = f"{shown} {scale}".strip()
    return Quantity(0, len(text), text, unit, digits * worth, step, hedge=hedge, hedge_word=hedge_word)


def quantity(text: str, value: str | None, step: str, unit: str = "EUR", **more: Any) -> Quantity:
    """A quantity spelled out: its print, its value in base units, the worth of its last digit."""
    ends: dict[str, Any] = {key: Decimal(more.pop(key)) for key in ("low", "high") if key in more}
    return Quantity(0, len(text), text, unit, None if value is None else Decimal(value), Decimal(step), **ends, **more)


def percent(value: str, **more: Any) -> Quantity:
    """A printed percentage; its last digit is the last one of ``value``."""
    step = str(Decimal(1).scaleb(int(Decimal(value).as_tuple().exponent)))
    return quantity(f"{value.replace('.', ',')} Prozent", value, step, "%", **more)


def fact(metric: str = "revenue", **fields: Any) -> Fact:
    """An actual of the test's company."""
    defaults: dict[str, Any] = {
        "kind": "actual",
        "span": Span(0, 10),
        "sentence": Span(0, 100),
        "period": Period("2024"),
    }
    return Fact(COMPANY, metric, **{**defaults, **fields})


def reading(*facts: Fact, article: Article = ARTICLE) -> Reading:
    return Reading(article, facts)
