"""Which profit an article means by the bare word: British news names it before tax once, and then says "profits"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kennzahl import languages
from kennzahl.facts import Article, Company, Fact, Span


def one_profit(facts: Sequence[Fact], article: Article, main: Company | None) -> list[Fact]:
    """The facts, in which the bare profits of the article's company are before tax where no other profit is named."""
    words = _words(article.language)
    if not words or not any(_is_bare(fact, article, main, words) for fact in facts):
        return list(facts)
    text = article.text.lower()
    if not any(name in text for name in words["before_tax"]) or any(name in text for name in words["others"]):
        return list(facts)
    return [replace(f, metric="pretax_profit") if _is_bare(f, article, main, words) else f for f in facts]


def _is_bare(fact: Fact, article: Article, main: Company | None, words: dict[str, tuple[str, ...]]) -> bool:
    if fact.metric != "net_income" or fact.segment is not None or fact.company != main:
        return False
    named: Span | None = next((origin.span for origin in fact.origins if origin.part == "metric"), None)
    return named is not None and article.text[named.start : named.end].lower() in words["bare"]


@cache
def _words(language: str) -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, words in languages.load(language).get("profits", {}).items()}
