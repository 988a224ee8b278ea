"""Offers to the reader that look like news: what an investor is promised to earn is no company's business."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from kennzahl import languages
from kennzahl.facts import Article, Quantity, is_money

ENOUGH = 2  # phrases; one stands in any article about the business
LARGEST_OFFER = Decimal(1_000_000)
"""In units of currency: what a saver may be offered. Larger amounts are a company's even in an offer."""


def promised(article: Article, found: Sequence[Quantity]) -> frozenset[int]:
    """Where the amounts stand that an article promises to its readers; nowhere where it is no offer."""
    small = frozenset(q.start for q in found if is_money(q.unit) and (q.high or q.value or 0) < LARGEST_OFFER)
    text = article.text.lower() if small else ""
    if sum(phrase in text for phrase in _phrases(article.language)) < ENOUGH:
        return frozenset()
    return small


@cache
def _phrases(language: str) -> tuple[str, ...]:
    return tuple(languages.load(language).get("promotions", ()))
