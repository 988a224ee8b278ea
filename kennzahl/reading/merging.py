"""One fact where the text repeats itself: headline and body, lead and detail."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kennzahl.facts import Fact, Quantity, is_money

PASSED = Decimal("1.1")  # times a round mark: what is more is no longer "more than" it
MOVED = 2  # percent: a figure that moves so much is not printed as the figure that it moved from


def merge(facts: list[Fact]) -> list[Fact]:
    """Facts that state the same figure become one: the more precise and complete statement, filled up by the other."""
    merged: list[Fact] = []
    alike: dict[tuple[str, str, bool, str], list[int]] = {}
    stated: dict[tuple[object, ...], list[int]] = {}  # by figure: the same part may have another name
    for fact in facts:
        places = alike.setdefault((fact.company.slug, fact.metric, fact.adjusted, _part(fact)), [])
        figures = [stated.setdefault(key, []) for key in _figures(fact)]
        elsewhere = [index for same in figures for index in same if _of_one_part(fact, merged[index])]
        for index in (*places, *elsewhere):
            if _same(fact, merged[index]):
                merged[index] = _united(merged[index], fact)
                if index not in places:
                    places.append(index)
                break
        else:
            for known in (places, *figures):
                known.append(len(merged))
            merged.append(fact)
    thresholds = {id(merged[i]) for places in alike.values() for i in places if _is_passed(merged[i], merged, places)}
    return [_with_one_basis(_without_itself(fact)) for fact in merged if id(fact) not in thresholds]


def _is_passed(fact: Fact, merged: list[Fact], places: list[int]) -> bool:
    """ "erstmals mehr als 50 Millionen erlöst, genau 52,3": a round mark that the figure itself has just passed."""
    if fact.value is None or fact.value.hedge != ">" or fact.value.value is None or fact.change_pct or fact.prior:
        return False
    mark = fact.value.value
    others = (merged[index] for index in places if merged[index] is not fact)
    return any(
        other.value is not None
        and other.value.value is not None
        and (other.kind, other.value.unit, other.value.hedge) == (fact.kind, fact.value.unit, "=")
        and mark < other.value.value <= mark * PASSED
        and _periods_agree(fact, other)
        for other in others
    )


def superseded(facts: list[Fact], merged: list[Fact]) -> list[Quantity]:
    """The figures that a fuller statement of the same fact has made superfluous."""
    kept = {(quantity.start, quantity.end) for fact in merged for quantity in fact.figures}
    return [q for fact in facts for q in fact.figures if (q.start, q.end) not in kept]


def _part(fact: Fact) -> str:
    return (fact.segment or "").casefold()


def _figures(fact: Fact) -> list[tuple[object, ...]]:
    """What a fact of a part states, each with its company and metric."""
    quantities = [quantity for quantity in (fact.value, fact.change_pct) if quantity is not None and fact.segment]
    return [(fact.company.slug, fact.metric, fact.adjusted, q.unit, q.value, q.low) for q in quantities]


def _of_one_part(one: Fact, other: Fact) -> bool:
    """ "a 42 percent rise in | trading revenue", and later "revenue from | stock and bond trading rose 42 percent": two
    names of one part, of which one says more, and figures that do not differ."""
    words, more = set(_part(one).split()), set(_part(other).split())
    pairs = [(one.value, other.value), (one.change_pct, other.change_pct)]
    stated = [(a, b) for a, b in pairs if a is not None and b is not None]
    alike = all(_equal(a, b) for a, b in stated)
    return alike and bool(stated) and words != more and (words <= more or more <= words)


def _same(one: Fact, other: Fact) -> bool:
    """Do two facts of one company, metric, adjustment and segment state the same figure?"""
    if not _periods_agree(one, other) or _is_done(one, other) or _is_done(other, one):
        return False
    if one.kind != other.kind and ("consensus" in (one.kind, other.kind) or one.value is None or other.value is None):
        return False
    if one.value is not None and other.value is not None:
        if one.kind != other.kind and _dates_differ(one, other):
            return (one.value.unit, one.value.value) == (other.value.unit, other.value.value)
        return _covers(one.value, other.value)
    if one.change_pct is not None and other.change_pct is not None:
        return _covers(one.change_pct, other.change_pct) or _rounds(one.change_pct, other.change_pct)
    if one.change_abs is not None and other.change_abs is not None and one.value is other.value is None:
        return one.metric != "other" and _equal(one.change_abs, other.change_abs)  # "closes eleven stores", twice
    return _completes(one, other) or _completes(other, one)


def _completes(change: Fact, full: Fact) -> bool:
    """ "Profit rose 67 percent", and later "to 56 million from 34": does the change belong to the fuller statement?
    Of two figures without a metric of their own nobody knows whether they tell of the same."""
    if change.metric == "other":
        return False
    if change.value is not None or full.value is None:
        return False
    if change.change_pct is None and change.change_abs is not None and full.change_abs is None:
        alike = change.change_abs.unit == full.value.unit and is_money(full.value.unit)
        return alike and full.change_pct is None and full.prior is None
    if change.change_pct is None or full.change_pct is not None:
        return False
    now, before, said = full.value.value, full.prior.value if full.prior else None, change.change_pct.value
    if now and before and said and change.change_pct.hedge == ">":
        moved = (now / before - 1) * 100
        return said * moved > 0 and abs(said) <= abs(moved)  # "fell more than 25 percent"
    if now is None or before is None or said is None:
        return full.prior is None and full.change_abs is None
    return bool(before) and abs((now / before - 1) * 100 - said) < max(Decimal("0.6"), abs(said) / 50)


def _periods_agree(one: Fact, other: Fact) -> bool:
    if one.period is None or other.period is None or one.period.label == other.period.label:
        return True
    return "article" in (one.period.how, other.period.how) or "default" in (one.period.how, other.period.how)


def _dates_differ(one: Fact, other: Fact) -> bool:
    """ "invested 900 million", and later "will invest about a billion a year until 2030"."""
    return one.period is not None and other.period is not None and one.period.label != other.period.label


def _is_done(plan: Fact, deed: Fact) -> bool:
    """ "plans a buyback of 1 billion", and "had bought back 1 billion in 2011": what was done in a time that the text
    names, and that is over, is not what is planned now."""
    if (plan.kind, deed.kind) != ("guidance", "actual") or plan.period is None or deed.period is None:
        return False
    named = deed.period.how in ("stated", "relative") and plan.period.how == "default"
    first, last = plan.period.first, deed.period.last
    return named and first is not None and last is not None and last < first


def _without_itself(fact: Fact) -> Fact:
    """A figure that is printed twice ("3,72", later "3,716 Mrd.") is not what it is compared with, if it moved."""
    change = fact.change_pct.value if fact.change_pct else None
    if change is None or abs(change) < MOVED or fact.value is None or fact.prior is None:
        return fact
    return replace(fact, prior=None) if _covers(fact.value, fact.prior) else fact


def _with_one_basis(fact: Fact) -> Fact:
    """ "66 cents, beating forecasts by 10 cents", and later "after 63 cents a year ago": the year before counts, and by
    how much an estimate was missed would contradict it."""
    if fact.basis != "consensus" or fact.change_abs is None or (fact.prior is None and fact.change_pct is None):
        return fact
    return replace(fact, change_abs=None, basis="yoy")


def _equal(one: Quantity, other: Quantity) -> bool:
    return (one.unit, one.value, one.low) == (other.unit, other.value, other.low)


def _covers(one: Quantity, other: Quantity) -> bool:
    """Could both be the same amount, one printed more coarsely?"""
    if one.unit != other.unit or one.is_range != other.is_range:
        return False
    if one.value is None or other.value is None:
        return (one.low, one.high) == (other.low, other.high)
    coarse = max(one.step, other.step)
    hedged = Decimal("0.03") * abs(other.value) if "=" not in (one.hedge, other.hedge) else Decimal(0)
    return abs(one.value - other.value) <= max(coarse / 2, hedged)


def _rounds(one: Quantity, other: Quantity) -> bool:
    """ "boosted its profit by more than 40 percent", and later "a 43 percent rise": is one a round mark below the exact
    other?"""
    mark, exact = (one, other) if one.hedge == ">" else (other, one)
    if (mark.hedge, exact.hedge) != (">", "=") or mark.value is None or exact.value is None:
        return False
    return mark.value * exact.value > 0 and abs(mark.value) < abs(exact.value) <= abs(mark.value) * PASSED


def _united(one: Fact, other: Fact) -> Fact:
    first, second = (one, other) if _quality(one) >= _quality(other) else (other, one)
    value, period = first.value or second.value, first.period
    if first.value is not None and second.value is not None and second.value.step < first.value.step:
        value = second.value
    if period is None or (
        period.how in ("article", "default") and second.period and second.period.how in ("stated", "relative")
    ):
        period = second.period
    return replace(
        first,
        value=value,
        segment=max(first.segment or "", second.segment or "", key=len) or None,
        period=period,
        prior=first.prior or second.prior,
        change_pct=_exact(first.change_pct, second.change_pct),
        change_abs=first.change_abs or second.change_abs,
        basis=first.basis or second.basis,
        repeated=one.repeated + other.repeated,
    )


def _exact(first: Quantity | None, second: Quantity | None) -> Quantity | None:
    """Of two statements of one change the one without a hedge, else the first."""
    if first is None or (second is not None and first.hedge != "=" and second.hedge == "="):
        return second
    return first


def _quality(fact: Fact) -> tuple[int, Decimal]:
    filled = sum(x is not None for x in (fact.value, fact.prior, fact.change_pct, fact.change_abs))
    return filled, -fact.figure.step
