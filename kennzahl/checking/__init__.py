"""Checks: what the figures of a text say of each other, as verdicts that explain themselves."""

from __future__ import annotations

from kennzahl.checking.registry import CHECKS
from kennzahl.facts import Reading, Verdict


def check(reading: Reading) -> tuple[Verdict, ...]:
    """The verdicts of all checks on one reading, in the order of its facts; at most one per fact and check."""
    order = list(CHECKS)
    verdicts = [verdict for run in CHECKS.values() for verdict in run(reading)]
    return tuple(sorted(verdicts, key=lambda verdict: (verdict.fact, order.index(verdict.check))))
