"""The growth proof agrees with the engine on honest and faulty facts alike, and catches a verdict that was altered."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations import proof
from kennzahl.checking import check
from kennzahl.checking.growth import NAME
from kennzahl.checking.intervals import interval_of
from kennzahl.facts import Fact, Quantity
from tests.checking.printing import fact, percent, quantity, reading
from tests.checking.test_intervals import honest_facts

BILLION_5_2 = quantity("5,2 Mrd.", "5.2e9", "1e8")
BILLION_4_9 = quantity("4,9 Mrd.", "4.9e9", "1e8")
LOSS_20 = quantity("-21 Mio.", "-21e6", "1e6")
LOSS_5 = quantity("-5 Mio.", "-5e6", "1e6")
DOUBLED = quantity("verdoppelt", "100", "1", "%", form="multiple")


def _row(stated: Fact, outcome: str) -> dict[str, object]:
    row: dict[str, object] = {proof.OUTCOME: outcome}
    for name, figure in zip(proof.FIGURES, (stated.value, stated.prior, stated.change_pct), strict=True):
        assert figure is not None
        row.update(_columns(name, figure))
    return row


def _columns(name: str, figure: Quantity) -> dict[str, object]:
    interval = interval_of(figure, "de")
    low, high = (figure.low, figure.high) if figure.is_range else (interval.low, interval.high)
    values = {"": figure.value, "_low": low, "_high": high, "_step": figure.step}
    return {
        **{f"{name}{part}": None if value is None else float(value) for part, value in values.items()},
        f"{name}_is_range": figure.is_range,
        f"{name}_printed": figure.printed,
        f"{name}_hedge": figure.hedge,
    }


def _frame(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(proof.COLUMNS)).convert_dtypes(dtype_backend="pyarrow")


def _verdict(stated: Fact) -> str:
    return next(verdict.outcome for verdict in check(reading(stated)) if verdict.check == NAME)


STATED = {
    "agrees": fact(value=BILLION_5_2, prior=BILLION_4_9, change_pct=percent("6")),
    "refuted": fact(value=BILLION_5_2, prior=BILLION_4_9, change_pct=percent("12")),
    "too wide": fact(value=BILLION_5_2, prior=BILLION_5_2, change_pct=percent("0.5")),
    "losses": fact(metric="net_income", value=LOSS_20, prior=LOSS_5, change_pct=percent("320")),
    "recovered": fact(metric="net_income", value=BILLION_5_2, prior=LOSS_5, change_pct=percent("320")),
    "doubled": fact(value=BILLION_5_2, prior=quantity("2,6 Mrd.", "2.6e9", "1e8"), change_pct=DOUBLED),
    "more than": fact(value=BILLION_5_2, prior=BILLION_4_9, change_pct=percent("12", hedge=">")),
    "zeros": fact(
        value=quantity("100 Mio.", "1e8", "1e6"), prior=quantity("91 Mio.", "91e6", "1e6"), change_pct=percent("15")
    ),
    "a range": fact(
        value=quantity("5,1 bis 5,3 Mrd.", None, "1e8", low="5.1e9", high="5.3e9"),
        prior=BILLION_4_9,
        change_pct=percent("32"),
    ),
}


@pytest.mark.parametrize("stated", STATED.values(), ids=STATED)
def test_the_proof_agrees_with_the_engine_and_refutes_the_other_outcomes(stated: Fact) -> None:
    outcome = _verdict(stated)
    outcomes = ("consistent", "inconsistent", "uninformative")
    assert list(proof.matches(_frame(*(_row(stated, other) for other in outcomes)))) == [
        other == outcome for other in outcomes
    ]


def test_a_fact_that_was_never_checked_is_refuted() -> None:
    assert not proof.matches(_frame(_row(STATED["agrees"], "unchecked"))).any()


@given(st.lists(honest_facts(), min_size=50, max_size=50))
@settings(max_examples=4, derandomize=True)
def test_the_proof_never_refutes_a_verdict_of_the_engine(triples: list[tuple[Quantity, Quantity, Quantity]]) -> None:
    stated = [
        fact(metric="net_income", value=value, prior=prior, change_pct=change) for value, prior, change in triples
    ]
    flipped = [replace(each, change_pct=_negative(each.change_pct)) for each in stated]
    exchanged = [replace(each, value=each.prior, prior=each.value) for each in stated]
    rows = [_row(each, _verdict(each)) for each in (*stated, *flipped, *exchanged)]
    refuted = [row for row, right in zip(rows, proof.matches(_frame(*rows)), strict=True) if not right]
    assert refuted == []


def _negative(figure: Quantity | None) -> Quantity:
    assert figure is not None and figure.value is not None
    return replace(figure, value=-figure.value)


def test_unbounded_and_zero_priors_tell_nothing() -> None:
    some, none = np.array([1.0]), np.array([0.0])
    change = proof.relative_change(proof.Ends(some, some), proof.Ends(none, none))
    assert (change.low[0], change.high[0]) == (-np.inf, np.inf)
