"""Every figure of a text is in a fact, set aside with a reason, or listed as unread. Nothing vanishes silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kennzahl.catalog.reasons import issue
from kennzahl.facts import Fact, Issue, Quantity, Sentence, Span, is_money

MAX_DIGITS = 18  # decimal(24, 4) holds twenty before the point; no company counts beyond 10^18


def in_scope(quantity: Quantity) -> bool:
    """Money and percentages must be accounted for; a bare count need not be a figure at all."""
    return is_money(quantity.unit) or quantity.unit in ("%", "pp")


def too_large(quantity: Quantity) -> bool:
    """Does the figure have more digits than the tables hold?"""
    numbers = (quantity.value, quantity.low, quantity.high)
    return any(number is not None and number.adjusted() >= MAX_DIGITS for number in numbers)


def account(
    quantities: Sequence[Quantity],
    facts: Iterable[Fact],
    asides: Iterable[tuple[Quantity, str]],
    sentences: Sequence[Sentence],
) -> tuple[list[Issue], int]:
    """The issues of all figures in scope that are in no fact, and the number of figures in scope."""
    used = {(q.start, q.end) for fact in facts for q in fact.figures}
    reasons = {(quantity.start, quantity.end): reason for quantity, reason in asides}
    issues = []
    figures = 0
    at = 0
    for quantity in quantities:
        key = (quantity.start, quantity.end)
        if not in_scope(quantity):
            figures += key in used
            continue
        figures += 1
        if key in used:
            continue
        while at + 1 < len(sentences) and sentences[at].end <= quantity.start:
            at += 1
        where = Span(sentences[at].start, sentences[at].end) if sentences else None
        reason = reasons.get(key, "unread")
        issues.append(issue(reason, span=Span(*key), sentence=where, printed=quantity.printed))
    return issues, figures
