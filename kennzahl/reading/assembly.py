"""From the statements of an article to its facts: some complete others, and what is told twice is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kennzahl.facts import Fact, Quantity
from kennzahl.reading.attribution import facts_of
from kennzahl.reading.clientele import CLIENTELE
from kennzahl.reading.companies import row_of
from kennzahl.reading.completions import LOOK_BACK, compared_with, completed, enlarged
from kennzahl.reading.contexts import Contexts
from kennzahl.reading.merging import merge, superseded
from kennzahl.reading.profits import one_profit
from kennzahl.reading.siblings import (
    division_of_bank,
    inherited_segment,
    resumed_segment,
    second_comparison,
    segment_before,
)
from kennzahl.reading.statement import Statement
from kennzahl.reading.statements import Spoken
from kennzahl.reading.trades import in_pieces
from kennzahl.reading.view import Figure

EACH = 3  # words between a figure and "each"


def assemble(spoken: Sequence[Spoken], contexts: Contexts) -> tuple[list[Fact], list[tuple[Quantity, str]]]:
    """The facts of all statements, and the figures of statements that are nobody's, with the reason."""
    facts: list[Fact] = []
    asides: list[tuple[Figure, str]] = []
    for sentence in spoken:
        for statement in sentence.statements:
            if (
                second_comparison(statement, sentence.statements, contexts.article.language)
                or set(statement.slots) == {"prior"}
                or (
                    statement.consensus
                    and statement.slots.keys() == {"change_abs"}
                    and statement.metric not in CLIENTELE
                )
            ):
                if completed(statement, facts):
                    continue
                prior = statement.slots.get("prior")
                recalled = prior is not None and prior.recalled
                if prior is not None and statement.carried:  # "It had forecast 45 million.": of what was just reported
                    recalled = (
                        recalled and prior.guidance_prior and bool(facts) and facts[-1].metric == statement.metric
                    )
                if not recalled:
                    asides += [(figure, "comparison") for figure in statement.slots.values()]
                    continue
                statement.slots = {"value": statement.slots["prior"]}
                told = any(f.metric == statement.metric and f.kind != "actual" for f in facts[-LOOK_BACK:])
                if told and statement.lead.guidance_prior:
                    continue  # the plan that was, of what was just told otherwise
            if enlarged(statement, facts):
                continue
            made = facts_of(statement, sentence.statements, contexts, facts[-LOOK_BACK:])
            if len(made) == 1 and (index := compared_with(made[0], statement, facts)) is not None:
                facts[index] = replace(facts[index], prior=made[0].value, basis=facts[index].basis or "yoy")
                continue
            if not made:
                reason = "comparison" if statement.lead.rule == "growth" else "no_company"
                asides += [(figure, reason) for figure in statement.slots.values()]
            if made and (named := _told_before(statement, sentence.statements, made, facts, contexts.article.language)):
                made = [replace(fact, segment=named) for fact in made]
            if made and _is_for_each(statement):
                row = row_of(made[0].company, statement.lead.quantity.start, sentence.view.sentence, contexts.companies)
                if any(fact.segment == other.name for other in row for fact in made):
                    made = [replace(fact, segment=None) for fact in made]
                made += [replace(fact, company=other) for other in row for fact in list(made)]
            facts += made
    main = contexts.companies.main
    facts = one_profit(in_pieces(facts), contexts.article, main.company if main is not None else None)
    merged = merge(facts)
    nobody = [(figure.quantity, reason) for figure, reason in asides]
    return merged, nobody + [(quantity, "superseded") for quantity in superseded(facts, merged)]


def _told_before(
    statement: Statement, siblings: list[Statement], made: list[Fact], facts: list[Fact], language: str
) -> str | None:
    """The segment that a statement without one takes over from what was told before it."""
    first = made[0]
    if first.segment is not None:
        return None
    if len(made) > 1:
        return inherited_segment(statement, siblings, facts, language)
    return (
        division_of_bank(statement, first, facts)
        or inherited_segment(statement, siblings, facts, language)
        or segment_before(statement, first, facts)
        or resumed_segment(statement, first, facts, language)
    )


def _is_for_each(statement: Statement) -> bool:
    """ "BMW and Audi earned 5 billion | each"?"""
    view, lead = statement.view, statement.lead
    before = any(view.has(group, lead.first - EACH, lead.first - 1) for group in ("each", "both"))
    return before or view.has("each", lead.last + 1, lead.last + EACH)
