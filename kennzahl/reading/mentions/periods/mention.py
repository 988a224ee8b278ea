"""A place where a text names a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kennzahl.facts import Period, Span

Role = Literal["own", "comparison", "former", "deadline", "start", "day", "refer", "balance"]


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One place where the text names a period.

    ``period`` is what it means for a reported figure, ``ahead`` for a plan; both None where the text only refers to a
    period named elsewhere ("im Quartal"), to a period that figures are compared with, or where nothing dates it.
    ``role``: ``own`` (a figure beside it may be of this period), ``comparison``, ``former`` ("2022 waren es
    noch": a comparison where another figure stands before), ``deadline`` ("bis Ende 2027"),
    ``start`` ("seit 2019"), ``day`` (a date that need not be a figure's), ``refer`` (``unit`` of the period that the
    text is about) and ``balance`` (its last day). ``part`` is the label without its year; ``stated`` tells a mention
    with its year. ``plans``: the sentence looks ahead.
    """

    span: Span
    role: Role
    period: Period | None = None
    ahead: Period | None = None
    part: str = ""
    unit: str = ""
    stated: bool = False
    plans: bool = False
