"""The growth check computed a second time: over whole columns, with doubles, from the published table alone.

An independent proof of the engine's arithmetic. Doubles are not exact, so every interval is tried a hair wider and a
hair narrower; and where the table does not say how a figure was read (the zeros of "rund 100", a hedged range, more
decimals than its columns hold), more than one outcome is possible. A stored verdict is refuted only where it is none of
the possible ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

FIGURES = ("value", "prior_value", "change_pct")
PARTS = ("", "_low", "_high", "_is_range", "_step", "_printed", "_hedge")
OUTCOME = "growth_outcome"
COLUMNS = (*(f"{figure}{part}" for figure in FIGURES for part in PARTS), OUTCOME)

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]

_HAIR = 1e-9
_MOST_ZEROS = 15
_TEXT = pd.ArrowDtype(pa.string())
_FINEST = 0.001  # half of a finer step does not fit into four decimals
# Digits behind a decimal mark: one or two of them, or more than three (three may be a group of thousands).
# Without lookaheads, which Arrow does not know.
_DECIMALS = r"\d[.,](?:\d{1,2}|\d{4,})(?:\D|$)"
_MAYBE_DECIMALS = r"\d[.,]\d{3}(?:\D|$)"


@dataclass(frozen=True)
class Ends:
    """Lower and upper ends of a column of intervals; infinite where unbounded."""

    low: Floats
    high: Floats

    def padded(self, hairs: float) -> Ends:
        """Wider (or, below zero, narrower) by a hair to both sides; percent."""

        def pad(end: Floats) -> Floats:
            return _HAIR * hairs * np.maximum(np.abs(np.nan_to_num(end, posinf=0, neginf=0)), 1)

        return Ends(self.low - pad(self.low), self.high + pad(self.high))


def matches(frame: pd.DataFrame) -> Bools:
    """For each row with value, prior, change and a growth outcome: whether that outcome follows from the figures."""
    stored = frame[OUTCOME].astype("object").to_numpy()
    possible = possible_outcomes(frame)
    return np.select([stored == outcome for outcome in possible], list(possible.values()), default=False)


def possible_outcomes(frame: pd.DataFrame) -> Mapping[str, Bools]:
    """For each outcome, the rows where it can be the right one."""
    figures = {name: _Figure.of(frame, name) for name in FIGURES}
    strict = _Reading.of(*(figures[name].strict for name in FIGURES))
    loose = _Reading.of(*(figures[name].loose for name in FIGURES))
    unsure = np.logical_or.reduce([figure.zeros_unsure for figure in figures.values()])
    unknown = np.logical_or.reduce([figure.unknown for figure in figures.values()])
    recovered = (_doubles(frame, "prior_value") < 0) & (_doubles(frame, "value") > 0)
    saved = strict.can_differ & (loose.can_agree | unsure)
    possible = {
        "inconsistent": strict.can_differ & (loose.can_differ | unsure),
        "consistent": (strict.can_agree & strict.can_tell) | (saved & (loose.can_tell | unsure)),
        "uninformative": (strict.can_agree & strict.can_be_vague) | (saved & (loose.can_be_vague | unsure)),
    }
    return {
        outcome: (rows | unknown | recovered) if outcome == "uninformative" else (rows | unknown) & ~recovered
        for outcome, rows in possible.items()
    }


@dataclass(frozen=True)
class _Figure:
    """One figure of all rows in both readings.

    ``zeros_unsure``: the table does not tell how trailing zeros were read; ``unknown``: it does not tell the interval.
    """

    strict: Ends
    loose: Ends
    zeros_unsure: Bools
    unknown: Bools

    @classmethod
    def of(cls, frame: pd.DataFrame, name: str) -> _Figure:
        point, step = _doubles(frame, name), _doubles(frame, f"{name}_step")
        low = np.nan_to_num(_doubles(frame, f"{name}_low"), nan=-np.inf)
        high = np.nan_to_num(_doubles(frame, f"{name}_high"), nan=np.inf)
        is_range = frame[f"{name}_is_range"].fillna(False).to_numpy(dtype=bool)
        printed = frame[f"{name}_printed"].astype(_TEXT).fillna("")
        hedged = frame[f"{name}_hedge"].fillna("=").astype("object").to_numpy() != "="
        decimals = printed.str.contains(_DECIMALS).to_numpy(dtype=bool)
        doubtful = ~printed.str.contains(r"\d").to_numpy(dtype=bool) | printed.str.contains(_MAYBE_DECIMALS).to_numpy(
            dtype=bool
        )
        # The ends of a range are as printed; those of a single figure already hold its precision.
        first, last = np.where(is_range, low, point), np.where(is_range, high, point)
        strict = Ends(np.where(is_range, low - step / 2, low), np.where(is_range, high + step / 2, high))
        rounded_first, rounded_last = (np.where(decimals, step, _loosened(end, step)) for end in (first, last))
        ambiguous = (rounded_first > step) | (rounded_last > step)
        loose = Ends(
            np.where(ambiguous & ~hedged, first - rounded_first / 2, strict.low),
            np.where(ambiguous & ~hedged, last + rounded_last / 2, strict.high),
        )
        unknown = (is_range & hedged) | ((step < _FINEST) & (name != "change_pct"))
        return cls(strict, loose, ambiguous & (hedged | doubtful), unknown)


@dataclass(frozen=True)
class _Reading:
    """What claim and implication can be to each other under one reading of the figures."""

    can_agree: Bools
    can_differ: Bools
    can_tell: Bools
    can_be_vague: Bools

    @classmethod
    def of(cls, value: Ends, prior: Ends, claim: Ends) -> _Reading:
        implied = relative_change(value, prior)
        agree = [_overlap(claim.padded(hairs), implied.padded(hairs)) for hairs in (1, -1)]
        vague = [_vague(claim.padded(-hairs), implied.padded(hairs)) for hairs in (1, -1)]
        return cls(agree[0] | agree[1], ~agree[0] | ~agree[1], ~vague[0] | ~vague[1], vague[0] | vague[1])


def relative_change(value: Ends, prior: Ends) -> Ends:
    """``value / prior - 1`` in percent; unbounded where the prior may be zero."""
    negative = prior.high <= 0
    v_low, v_high = np.where(negative, -value.high, value.low), np.where(negative, -value.low, value.high)
    p_low, p_high = np.where(negative, -prior.high, prior.low), np.where(negative, -prior.low, prior.high)
    p_low = p_low + 0.0  # a zero of the other sign would turn infinity round
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(v_low >= 0, v_low / p_high, v_low / p_low)
        high = np.where(v_high >= 0, v_high / p_low, v_high / p_high)
    unbounded = (p_low < 0) | (p_high <= 0)
    low = np.where(unbounded | np.isnan(low), -np.inf, low)
    high = np.where(unbounded | np.isnan(high), np.inf, high)
    return Ends((low - 1) * 100, (high - 1) * 100)


def _overlap(first: Ends, second: Ends) -> Bools:
    return (first.low <= second.high) & (second.low <= first.high)


def _vague(claim: Ends, implied: Ends) -> Bools:
    unbounded = np.isneginf(implied.low) & np.isposinf(implied.high)
    both_signs = (implied.low < 0) & (implied.high > 0)
    return unbounded | (both_signs & ~((claim.low <= 0) & (claim.high >= 0)))


def _loosened(point: Floats, step: Floats) -> Floats:
    """The worth of the last digit that is not zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        digits = np.rint(np.abs(point) / step)
    digits = np.where(np.isfinite(digits), digits, 0)
    worth = step.copy()
    for power in range(1, _MOST_ZEROS):
        ends_in_zeros = (digits > 0) & (digits % 10.0**power == 0)
        worth = np.where(ends_in_zeros, step * 10.0**power, worth)
    return worth


def _doubles(frame: pd.DataFrame, name: str) -> Floats:
    doubles: Floats = frame[name].astype("float64").to_numpy(dtype=np.float64, na_value=np.nan)
    return doubles
