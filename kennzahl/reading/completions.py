"""Sentences that complete the fact before them: with what it is compared with, or with how much it changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kennzahl.facts import Basis, Fact, Quantity
from kennzahl.reading.borrowing import is_negative, negated
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.periods.comparisons import year_after
from kennzahl.reading.qualities import basis_of
from kennzahl.reading.statement import Statement, quantities_of
from kennzahl.reading.view import Figure

LOOK_BACK = 4  # facts; a comparison follows the figure that it is compared with
NEXT = 3  # characters between a sentence and the next one
UNLIKE = frozenset({"costs", "impairment", "other"})
"""Metrics of things of all kinds: one of a year ago need not be what another is compared with."""
OPENING = 4  # words; "In the year-ago period, it had a loss of"


def _plausible(fact: Fact, prior: Quantity) -> bool:
    """Can this be what the fact is compared with: of its size, and in line with the change that it states?"""
    now, before = fact.figure.value, prior.value
    if fact.value is None or now is None or not before:
        return fact.change_pct is None
    most = 5 if fact.kind == "guidance" else 20  # plans move less than results
    if not 1 < most * abs(now / before) < most**2:
        return False
    said = fact.change_pct.value if fact.change_pct is not None else None
    return said is None or abs((now / before - 1) * 100 - said) < max(Decimal(2), abs(said) / 10)


def completed(statement: Statement, facts: list[Fact]) -> bool:
    """ "Previously it had expected 5 million.": give a lone comparison to the fact before that lacks one."""
    if set(statement.slots) != {"prior"}:
        return False
    prior, figure = dict(quantities_of(statement))["prior"], statement.slots["prior"]
    for index in range(len(facts) - 1, max(len(facts) - LOOK_BACK, 0) - 1, -1):
        fact = facts[index]
        fits = fact.metric == statement.metric and fact.prior is None and fact.value and fact.value.unit == prior.unit
        planned = fact.kind == "guidance"
        of_its_kind = planned == figure.guidance_prior or (planned and figure.recalled)
        expected = fact.kind == "consensus" and (
            not (figure.recalled and index == len(facts) - 1)
            or _is_reported(fact, facts[max(index - LOOK_BACK, 0) : index])
        )
        if fits and _plausible(fact, prior) and not expected and of_its_kind:
            told = prior.printed.startswith("+")
            if (
                statement.carried
                and not told
                and figure.loss is None
                and fact.value is not None
                and is_negative(fact.value)
            ):
                prior = negated(prior)
            facts[index] = replace(fact, prior=prior, basis=_basis_of_prior(statement, fact, figure))
            return True
    return False


def _is_reported(estimate: Fact, facts: list[Fact]) -> bool:
    """ "It earned 5 million. Analysts had expected 4 million. A year before it was 3.": is what was expected told as
    well, which the time before is rather compared with?"""
    return any(
        fact.kind == "actual" and fact.prior is None and fact.value is not None and fact.change_pct is None
        for fact in facts
        if (fact.metric, fact.company.slug, fact.segment) == (estimate.metric, estimate.company.slug, estimate.segment)
        and fact.period == estimate.period
    )


def enlarged(statement: Statement, facts: list[Fact]) -> bool:
    """ "Das sind 2.100 mehr als im Vorjahr.", "Das wäre ein Plus von 5 Prozent.": give a change alone to the fact that
    the sentence refers to."""
    if set(statement.slots) not in ({"change_abs"}, {"change_pct"}) or not (_refers(statement) and facts):
        return False
    fact, (slot, change) = facts[-1], next(quantities_of(statement))
    told = fact.change_abs if slot == "change_abs" else fact.change_pct
    fits = fact.metric == statement.metric and fact.value is not None
    if slot == "change_abs":
        fits = fits and fact.value is not None and fact.value.unit == change.unit
    elif fact.kind == "actual":
        return False  # of the same period: one fact later on
    if not fits or told is not None or not 0 <= statement.view.sentence.start - fact.sentence.end <= NEXT:
        return False
    basis = fact.basis or basis_of(statement, fact.kind)
    if slot == "change_abs":
        facts[-1] = replace(fact, change_abs=change, basis=basis)
    else:
        facts[-1] = replace(fact, change_pct=change, basis=basis)
    return True


def _refers(statement: Statement) -> bool:
    """Is the subject "that", and no noun behind it ("Das Plus von 5 Prozent")?"""
    view = statement.view
    opens = [cue.last + 1 for cue in view.cues.get("that", ()) if cue.first == 0]
    return statement.carried and any(view.text[view.tokens[word].start].islower() for word in opens)


def _basis_of_prior(statement: Statement, fact: Fact, figure: Figure) -> Basis | None:
    view = statement.view
    if figure.guidance_prior or fact.basis is not None:
        return "guidance" if figure.guidance_prior else fact.basis
    if view.has("no_basis", 0, figure.first):
        return None
    return "qoq" if view.has("qoq", 0, len(view.tokens)) else "yoy"


def compared_with(fact: Fact, statement: Statement, facts: list[Fact]) -> int | None:
    """ "A year earlier it lost 5 million.": the place of the fact that this sentence states the comparison of."""
    opens = any(cue.first <= OPENING for cue in statement.view.cues.get("yoy", ()))
    former = fact.metric not in UNLIKE and any(
        origin.part == "period" and origin.rule.startswith(("former", "a year ago", "own")) for origin in fact.origins
    )
    if (
        not (opens or former)
        or fact.value is None
        or fact.prior
        or fact.change_pct
        or fact.change_abs
        or fact.kind != "actual"
    ):
        return None
    for index in range(len(facts) - 1, max(len(facts) - LOOK_BACK, 0) - 1, -1):
        other = facts[index]
        alike = other.metric == fact.metric or (index == len(facts) - 1 and _says_no_profit(statement, other))
        same = alike and (other.company.slug, other.segment) == (fact.company.slug, fact.segment)
        if (
            same
            and other.kind == "actual"
            and other.prior is None
            and other.value
            and other.value.unit == fact.value.unit
            and (other.change_pct is None or _plausible(other, fact.value))
            and (opens or _a_year_later(fact, other))
        ):
            return index
    return None


def _a_year_later(before: Fact, after: Fact) -> bool:
    """Is the other's period a year later?"""
    following = year_after(before.period) if before.period is not None else None
    return following is not None and after.period is not None and following.label == after.period.label


def _says_no_profit(statement: Statement, fact: Fact) -> bool:
    """ "Im Jahr zuvor war ein Verlust von 3 Millionen angefallen": of whichever profit was just spoken of."""
    named = statement.named
    spoken_of = fact.metric in PROFITS and fact.metric != "eps"
    return named is not None and spoken_of and statement.view.has("any_profit", named.first, named.last)
