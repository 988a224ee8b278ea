"""Whose money a quoted investor manages: that of his house, never of the company that he speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.facts import Article, Sentence, Span
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

NEAR = 40
"""Characters between the money and the house where it is managed."""
MANAGED = frozenset({"assets_under_management", "total_assets"})


def introduced(figure: Span, metric: str | None, sentence: Sentence, article: Article) -> int | None:
    """Where in its sentence the investor is introduced who manages a figure ("said Jo Sample, fund manager at | Muster
    Capital, which has $2 billion in assets"); None where nobody is, or where he goes on to speak of something else."""
    words = lexicon(article.language)
    if metric not in MANAGED or words.investors is None:
        return None
    since = None
    for found in words.investors.finditer(article.text, sentence.start, figure.start):
        since = None if found["says"] else since or found.end()
    return since


def house(figure: Span, since: int, article: Article, mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    """The last name between an investor's title and the figure, or the one at which he manages it ("in assets at")."""
    names = [mention for mention in mentions if mention.is_name and mention.start >= since]
    before = [mention for mention in names if mention.end <= figure.start]
    if before:
        return before[-1]
    behind = next((mention for mention in names if figure.end <= mention.start < figure.end + NEAR), None)
    at = lexicon(article.language).at
    return behind if behind is not None and at.search(article.text, figure.end, behind.start) else None
