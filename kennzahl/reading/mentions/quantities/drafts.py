"""A figure in the making: a number with its unit, before it is known what it is worth in base units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kennzahl.facts import Hedge
from kennzahl.reading.mentions.quantities.grammar import Unit
from kennzahl.reading.mentions.quantities.numbers import EXACT

COUNT = Unit("count")
PERCENT = Unit("%")

_ONE = Decimal(1)


@dataclass(slots=True)
class Draft:
    """A figure at ``text[start:end]``, printed as ``number`` times ``scale``; ``digit`` is the worth of its last digit.

    ``lead`` is where its hedge begins (``start`` without one). ``upper`` is the other end of a range.
    """

    start: int
    end: int
    number: Decimal
    digit: Decimal = _ONE
    form: Literal["digits", "words", "fraction", "multiple"] = "digits"
    unit: Unit = COUNT
    scale: Decimal = _ONE
    lead: int = 0
    hedge: Hedge = "="
    hedge_word: str | None = None
    upper: Decimal | None = None
    upper_scale: Decimal = _ONE
    noun: str | None = None

    def __post_init__(self) -> None:
        self.lead = self.start

    @property
    def unmeasured(self) -> bool:
        """A number and nothing else, neither scale nor unit."""
        return self.unit is COUNT and self.scale == 1

    @property
    def is_size(self) -> bool:
        """A fraction or multiple in words."""
        return self.form in ("fraction", "multiple")

    def worth(self, number: Decimal, scale: Decimal) -> Decimal:
        """``number`` times ``scale`` in base units of this figure's unit."""
        minor = self.unit.money.part if self.unit.money and self.unit.money.minor else _ONE
        return EXACT.multiply(EXACT.multiply(number, EXACT.multiply(scale, self.unit.factor)), minor)
