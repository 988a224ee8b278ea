"""Names that stand in a row: "Muster Inc ( MST.N ) and Sample Corp", "Muster's and Sample's sales"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kennzahl.facts import Article, Company
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention, Role

Row = tuple[CompanyMention, ...]
"""Mentions side by side, those of one company more than once where its ticker stands behind its name."""
TO_TICKER = 20
"""Characters from a name to its ticker: "Muster Holdings Inc ( | MST.N )"."""
POSSESSIVE_END = re.compile(r"^['’]s?(?!\w)")


def rows_in(article: Article, mentions: Sequence[CompanyMention], roles: Sequence[Role] = ("subject",)) -> list[Row]:
    """All rows of different companies that have one of these roles, in the order of the text."""
    rows: list[Row] = []
    row: Row = ()
    end = 0
    for mention in mentions:
        if not mention.is_name or mention.role not in roles:
            continue
        if row and mention.company == row[-1].company:
            beside = mention.start - end <= TO_TICKER and "\n" not in article.text[end : mention.start]
            row = (*row, mention) if beside else row  # "General Motors Co | GM.N"
            continue
        if row and _is_between(article, end, mention.start):
            row = (*row, mention)
        else:
            rows.append(row)
            row = (mention,)
        end = mention.end
    return [row for row in (*rows, row) if len(companies_of(row)) > 1]


def _is_between(article: Article, first: int, last: int) -> bool:
    """Does what stands between two names join them (", ", "'s and ", " Inc ( MST.N ) and ")?"""
    between = POSSESSIVE_END.sub("", article.text[first:last])
    return lexicon(article.language).listed.fullmatch(between) is not None


def companies_of(row: Row) -> list[Company]:
    """The companies of a row, in its order."""
    return list(dict.fromkeys(mention.company for mention in row))


def members(rows: Sequence[Row]) -> dict[int, frozenset[str]]:
    """Where each mention of a row begins, and the slugs of all companies of its row."""
    return {m.start: frozenset(company.slug for company in companies_of(row)) for row in rows for m in row}
