"""Printed precision: what a figure may stand for, and what follows from two of them."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kennzahl.checking import check
from kennzahl.checking.intervals import Interval, decimals_of, interval_of, loose_interval_of, relative_change
from kennzahl.facts import Hedge, Quantity
from tests.checking.printing import fact, percent, printed, quantity, reading

MULTIPLE = {"form": "multiple"}
FRACTION = {"form": "fraction"}

# what is printed, its quantity, the strict reading, the loose reading (None: the same)
PRINTED = [
    ("a tenth", quantity("48,4 Mrd. Euro", "48.4e9", "1e8"), ("48.35e9", "48.45e9"), None),
    ("a whole number", percent("12"), ("11.5", "12.5"), None),
    ("zeros may be rounding", quantity("100 Mio.", "1e8", "1e6"), ("99.5e6", "100.5e6"), ("5e7", "15e7")),
    ("zeros behind the mark are printed on purpose", percent("4.0"), ("3.95", "4.05"), None),
    ("grouping is no decimal mark", quantity("1.200", "1200", "1", "count"), ("1199.5", "1200.5"), ("1150", "1250")),
    ("a loss", quantity("-2,5 Mio.", "-2.5e6", "1e5"), ("-2.55e6", "-2.45e6"), None),
    ("nothing", quantity("0", "0", "1", "count"), ("-0.5", "0.5"), None),
    ("a range", quantity("3,3 bis 3,5 Mrd.", None, "1e8", low="3.3e9", high="3.5e9"), ("3.25e9", "3.55e9"), None),
    ("doubled", quantity("verdoppelt", "100", "1", "%", **MULTIPLE), ("80", "120"), None),
    ("halved", quantity("halbiert", "-50", "1", "%", **MULTIPLE), ("-55", "-45"), None),
    ("half as much again", quantity("um die Hälfte", "50", "1", "%", **FRACTION), ("45", "55"), None),
    ("more than halved", quantity("halbiert", "-50", "1", "%", hedge=">", **MULTIPLE), (None, "-50"), None),
    ("a loss of more than", quantity("3,1 Mio.", "-3.1e6", "1e5", hedge=">"), (None, "-3.1e6"), None),
    ("nearly, of what was rounded", percent("2", hedge="~", hedge_word="knapp"), ("1", "2.5"), None),
    ("more than is a bound", percent("2", hedge=">", hedge_word="mehr als"), ("2", None), None),
    ("sizes end at zero", percent("5", hedge="<"), ("0", "5"), None),
]


@pytest.mark.parametrize(("figure", "strict", "loose"), [row[1:] for row in PRINTED], ids=[row[0] for row in PRINTED])
def test_a_printed_figure_is_an_interval(
    figure: Quantity, strict: tuple[str | None, str | None], loose: tuple[str | None, str | None] | None
) -> None:
    def ends(pair: tuple[str | None, str | None]) -> Interval:
        return Interval(*(None if end is None else Decimal(end) for end in pair))

    assert interval_of(figure, "de") == ends(strict)
    assert loose_interval_of(figure, "de") == ends(loose or strict)


@pytest.mark.parametrize(
    ("text", "language", "decimals"),
    [
        ("48,4 Mrd.", "de", 1),
        ("48.4 billion", "en", 1),
        ("1.200", "de", 0),
        ("1,200", "en", 0),
        ("12.75", "de", 2),
        ("über 5", "de", 0),
        ("1.234,50 Euro", "de", 2),
        ("$1,234.5m", "en", 1),
        ("zwölf", "de", 0),
        ("", "xx", 0),
    ],
)
def test_decimals_are_counted_in_the_language_of_the_text(text: str, language: str, decimals: int) -> None:
    assert decimals_of(quantity(text, "1", "1"), language) == decimals


@pytest.mark.parametrize("word", ["gut", "knapp", "rund", "mehr als", "weniger als", "kein Wort von uns"])
def test_a_hedged_figure_is_wider_than_the_bare_one_to_the_side_it_opens(word: str) -> None:
    hedge = {"mehr als": ">", "weniger als": "<"}.get(word, "~")
    bare = interval_of(percent("50"), "de")
    hedged = interval_of(percent("50", hedge=hedge, hedge_word=word), "de")
    assert Decimal(50) in hedged
    opens_up = hedged.high is None or (bare.high is not None and hedged.high > bare.high)
    opens_down = hedged.low is not None and bare.low is not None and hedged.low < bare.low
    assert (opens_down, opens_up) == {
        "gut": (False, True),
        "mehr als": (False, True),
        "knapp": (True, False),
        "weniger als": (True, False),
    }.get(word, (True, True))


numbers = st.decimals("-1e12", "1e12", places=3)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval, open or closed, and a point in it."""
    low, point, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    open_low, open_high = draw(st.booleans()), draw(st.booleans())
    return Interval(None if open_low else low, None if open_high else high), point


@given(intervals(), intervals())
def test_arithmetic_never_loses_what_is_possible(
    first: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    (a, x), (b, y) = first, other
    assert x + y in a + b
    assert x - y in a - b
    assert a.overlaps(a.hull(b))
    if y:
        quotient, exact = a / b, Fraction(x) / Fraction(y)
        assert quotient.low is None or Fraction(quotient.low) <= exact
        assert quotient.high is None or exact <= Fraction(quotient.high)


def test_of_two_losses_the_amount_is_what_changes() -> None:
    def at(value: int) -> Interval:
        return Interval.at(Decimal(value))

    assert relative_change(at(-20), at(-5)) == at(300)
    assert relative_change(at(-77), at(-100)) == at(-23)
    assert relative_change(at(5), Interval(Decimal(-1), Decimal(1))) == Interval()


@given(
    st.decimals(allow_nan=False, allow_infinity=False), st.decimals(allow_nan=False, allow_infinity=False, min_value=0)
)
@example(Decimal("9" * 40), Decimal(1))
@example(Decimal("1e400"), Decimal("1e-400"))
@settings(max_examples=100)
def test_no_figure_raises(value: Decimal, step: Decimal) -> None:
    figure = quantity("?", str(value), str(step))
    check(reading(fact(value=figure, prior=figure, change_pct=figure, change_abs=figure)))


@st.composite
def honest_facts(draw: st.DrawFn) -> tuple[Quantity, Quantity, Quantity]:
    """Value, prior and change of one truth, each printed in its own scale, precision, rounding and hedge."""
    prior = draw(st.decimals("1e5", "9e11", places=2))
    true_change = draw(st.decimals("-97", "400", places=4))
    value = prior * (1 + true_change / 100)
    sign = draw(st.sampled_from([1, 1, 1, -1]))
    return (
        draw(prints(value * sign)),
        draw(prints(prior * sign)),
        draw(prints(true_change, scales=[""], unit="%")),
    )


@st.composite
def prints(draw: st.DrawFn, amount: Decimal, scales: list[str] | None = None, unit: str = "EUR") -> Quantity:
    precision = [(0, 0), (1, 0), (2, 0), (0, 1), (0, 2)]
    forms = [(scale, *each) for scale in scales or ["Tsd.", "Mio.", "Mrd."] for each in precision]
    word = draw(st.sampled_from([None, None, None, "gut", "knapp", "rund"]))
    rounding = draw(st.sampled_from([ROUND_HALF_EVEN, ROUND_HALF_UP]))
    if word in ("gut", "knapp"):
        rounding = ROUND_FLOOR if (word == "gut") == (amount > 0) else ROUND_CEILING
    hedge: Hedge = "~" if word else "="
    figures = [
        printed(amount, scale, decimals, unit=unit, rounding=rounding, zeros=zeros, hedge=hedge, hedge_word=word)
        for scale, decimals, zeros in forms
    ]
    return draw(st.sampled_from([figure for figure in figures if figure.value] or figures[:1]))  # no "0 billion"


@given(honest_facts())
@settings(max_examples=500, derandomize=True)
def test_no_honestly_printed_triple_is_ever_inconsistent(triple: tuple[Quantity, Quantity, Quantity]) -> None:
    value, prior, change = triple
    for verdict in check(reading(fact(metric="net_income", value=value, prior=prior, change_pct=change))):
        assert verdict.outcome != "inconsistent", verdict.words


@st.composite
def precise_facts(draw: st.DrawFn) -> tuple[Quantity, Quantity, Quantity]:
    """Three significant digits and more, a growth of at least 5 percent, no zeros at the end."""
    prior = draw(st.integers(101, 9_999).filter(lambda number: number % 10)) * Decimal("1e6")
    growth = draw(st.integers(51, 900).filter(lambda number: number % 10)) * Decimal("0.1")
    value = prior * (1 + draw(st.sampled_from([1, -1])) * growth / 100)
    change = (value / prior - 1) * 100
    return printed(value, "Mio.", 1), printed(prior, "Mio.", 0), printed(change, "", 1, unit="%")


def _signed(figure: Quantity, factor: str) -> Quantity:
    assert figure.value is not None
    times = Decimal(factor)
    text = figure.printed if abs(times) == 1 else figure.printed.replace("Mio.", "Mrd.")
    return Quantity(0, len(text), text, figure.unit, figure.value * times, abs(figure.step * times))


@given(precise_facts(), st.sampled_from(["sign", "value scale", "prior scale", "exchange"]))
@settings(max_examples=300, derandomize=True)
def test_planted_faults_are_found(triple: tuple[Quantity, Quantity, Quantity], fault: str) -> None:
    value, prior, change = triple
    assert {verdict.outcome for verdict in check(reading(fact(value=value, prior=prior, change_pct=change)))} == {
        "consistent"
    }
    if fault == "sign":
        change = _signed(change, "-1")
    elif fault == "value scale":
        value = _signed(value, "1000")
    elif fault == "prior scale":
        prior = _signed(prior, "1000")
    else:
        value, prior = prior, value
    verdicts = {verdict.check: verdict for verdict in check(reading(fact(value=value, prior=prior, change_pct=change)))}
    assert verdicts["growth"].outcome == "inconsistent"
    assert ("magnitude" in verdicts) == ("scale" in fault)
