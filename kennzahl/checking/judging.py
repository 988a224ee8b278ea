"""From two intervals to one of three answers, the same way for every check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kennzahl.checking.intervals import Interval, interval_of, loose_interval_of
from kennzahl.facts import Outcome, Quantity, Verdict

Read: TypeAlias = Callable[[Quantity], Interval]
"""How a printed quantity is read: strictly, or with its trailing zeros as rounding."""

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the text claims, what its other figures imply, and whether the two agree.

    ``loosened``: only the second reading of trailing zeros saved the claim from being refuted.
    """

    outcome: Outcome
    claimed: Interval
    implied: Interval
    loosened: bool = False

    def verdict(self, fact: int, check: str, words: str) -> Verdict:
        """This judgement as the verdict of ``check`` on the fact with that index."""
        return Verdict(
            fact, check, self.outcome, words, self.claimed.low, self.claimed.high, self.implied.low, self.implied.high
        )


def judge(arithmetic: Callable[[Read], tuple[Interval, Interval]], language: str) -> Judgement:
    """Compare claim and implication, both computed by ``arithmetic`` from quantities it reads with its argument.

    Both readings of trailing zeros must refute a claim before it counts as refuted.
    """
    claimed, implied = arithmetic(lambda quantity: interval_of(quantity, language))
    loosened = not claimed.overlaps(implied)
    if loosened:
        loose_claim, loose_implied = arithmetic(lambda quantity: loose_interval_of(quantity, language))
        if not loose_claim.overlaps(loose_implied):
            return Judgement("inconsistent", claimed, implied)
        claimed, implied = loose_claim, loose_implied
    return Judgement(_unrefuted(claimed, implied), claimed, implied, loosened)


def _unrefuted(claimed: Interval, implied: Interval) -> Outcome:
    """Overlapping is agreement, unless what is implied holds the claim's opposite too."""
    both_signs = (implied.low is None or implied.low < 0) and (implied.high is None or implied.high > 0)
    unbounded = implied.low is None and implied.high is None
    return "uninformative" if unbounded or (both_signs and _ZERO not in claimed) else "consistent"
