"""All checks within one article, in the order of their verdicts. A new check is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from kennzahl.checking import absolute, conversion, growth, magnitude, margin, timing
from kennzahl.facts import Reading, Verdict

Check: TypeAlias = Callable[[Reading], Iterable[Verdict]]
"""What a check is: it yields at most one verdict per fact, and none where it has nothing to go by."""

CHECKS: dict[str, Check] = {
    growth.NAME: growth.check,
    absolute.NAME: absolute.check,
    margin.NAME: margin.check,
    conversion.NAME: conversion.check,
    magnitude.NAME: magnitude.check,
    timing.NAME: timing.check,
}
