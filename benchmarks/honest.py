"""Honest triples: value, prior and change of one truth, each rounded or cut off as newsrooms do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from kennzahl.checking import check
from kennzahl.facts import Fact, Hedge, Quantity
from tests.checking.printing import fact, printed, reading

PRECISIONS = ((0, 0), (1, 0), (2, 0), (0, 1), (0, 2))
"""Decimals, and digits before the decimal mark that are rounded to zeros."""


def triples(count: int, seed: int = 1) -> Iterator[Fact]:
    """So many facts, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        prior = Decimal(chance.randrange(10**7, 10 ** chance.randrange(8, 15))) / 100
        change = Decimal(chance.randrange(-970_000, 4_000_000)) / 10_000
        sign = chance.choice([1, 1, 1, -1])
        value = _printed(prior * (1 + change / 100) * sign, ("Tsd.", "Mio.", "Mrd."), "EUR", chance)
        yield fact(
            metric="net_income",
            value=value,
            prior=_printed(prior * sign, ("Tsd.", "Mio.", "Mrd."), "EUR", chance),
            change_pct=_printed(change, ("",), "%", chance),
        )


def refuted(facts: Iterator[Fact]) -> list[str]:
    """The words of all verdicts by which one of these facts is inconsistent: there should be none."""
    return [verdict.words for each in facts for verdict in check(reading(each)) if verdict.outcome == "inconsistent"]


def _printed(amount: Decimal, scales: tuple[str, ...], unit: str, chance: random.Random) -> Quantity:
    """In a scale and precision that leave something of the amount; "gut" and "knapp" stand before what was cut off."""
    word = chance.choice([None, None, None, "gut", "knapp", "rund"])
    rounding = chance.choice([ROUND_HALF_EVEN, ROUND_HALF_UP])
    if word in ("gut", "knapp"):
        rounding = ROUND_FLOOR if (word == "gut") == (amount > 0) else ROUND_CEILING
    hedge: Hedge = "~" if word else "="
    forms = [(scale, *precision) for scale in scales for precision in PRECISIONS]
    chance.shuffle(forms)
    for scale, decimals, zeros in forms:
        figure = printed(
            amount, scale, decimals, unit=unit, rounding=rounding, zeros=zeros, hedge=hedge, hedge_word=word
        )
        if figure.value:
            break
    return figure
