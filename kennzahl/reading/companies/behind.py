"""Companies named behind a figure that have it: "a 5 percent drop in sales at | Muster", "announced by | Muster"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kennzahl.facts import Article, Span
from kennzahl.languages import section
from kennzahl.reading.companies.clauses import DEALS
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

ANNOUNCED, AT, PHRASE = 60, 10, 90
"""Characters from a figure to a company that announced it, at which it is, or that its noun phrase ends with."""
PARTICIPLE = ("ed ", "made ", "built ", "run ", "held ", "sold ", "won ")
NOT_FOR = DEALS | {"order_intake", "order_backlog"}
"""What is made by or for others than those who have it."""


@cache
def _phrase(language: str) -> re.Pattern[str] | None:
    """The noun phrase that goes on behind a figure, with the preposition before who has it: "IPO for", "drop in sales
    at", "( | $9.5 billion) share issue by British bank"."""
    told = section(language, "companies").get("behind", {})
    if "places" not in told:
        return None
    ends = "|".join(f"(?P<{kind}>{'|'.join(told[kind])})" for kind in ("places", "makers", "owners"))
    word = rf"(?!(?:{'|'.join(told['breaks'])})\b)[\w.'’]+"  # a hyphen only parts: as a letter, too, it would take ages
    return re.compile(
        rf"(?: ?\([^()]{{1,40}}\))?(?:[ -]{word}){{1,10}}? (?:{ends}) (?:the )?(?:{word}[ -]){{0,8}}", re.IGNORECASE
    )


def named_behind(
    figure: Span, article: Article, mentions: Sequence[CompanyMention], metric: str | None
) -> CompanyMention | None:
    """The company with which the noun phrase of a figure ends, if that has it."""
    behind = [m for m in mentions if m.start >= figure.end and m.is_name]
    if not behind or behind[0].start - figure.end > PHRASE or behind[0].role not in ("subject", "other"):
        return None
    text, words = article.text, lexicon(article.language)
    first = behind[0]
    if first.start - figure.end <= AT and words.at.fullmatch(text[figure.end : first.start]):
        return first
    phrase = _phrase(article.language)
    found = phrase.fullmatch(text, figure.end, first.start) if phrase is not None else None
    if found is None or (found["owners"] and metric in NOT_FOR):
        return None
    if found["makers"] and (metric == "order_intake" or text.endswith(PARTICIPLE, 0, found.start("makers"))):
        return None  # "of toys made | by Muster"
    return _described_as(article, first, behind[1:])


def is_beyond(article: Article, mention: CompanyMention) -> bool:
    """ "profit rose 5 percent, helped by deposits from | Muster", "die Anteile am | Muster", but not "according to |
    Muster"?"""
    words = article.text[max(0, mention.start - PHRASE) : mention.start].casefold().split()[-3:]
    data = section(article.language, "companies")
    words = words[:-1] if words[-1:] != [] and words[-1] in data["articles"] else words
    beyond = data.get("behind", {}).get("beyond", ())
    return words[-1:] != [] and words[-1] in beyond and words[-2:-1] != ["according"]


def is_price_of(figure: Span, article: Article, mention: CompanyMention) -> bool:
    """ "has paid $1 billion for wine maker | Muster": is the company what the price is paid for?"""
    words = article.text[figure.end : mention.start].split(maxsplit=1)[:1]
    return words != [] and words[0] in section(article.language, "companies").get("behind", {}).get("owners", ())


def announced(figure: Span, article: Article, mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    """'the $204m announced by rival Google': the company right behind a figure, whatever its role."""
    behind = next((m for m in mentions if m.start >= figure.end and m.is_name), None)
    if behind is None or behind.start - figure.end > ANNOUNCED:
        return None
    between = article.text[figure.end : behind.start]
    return behind if lexicon(article.language).announced.fullmatch(between) else None


def _described_as(article: Article, first: CompanyMention, others: Sequence[CompanyMention]) -> CompanyMention:
    """ "Muster Inc's animal health spin-off | Sample": who is named by what it is to another."""
    related = lexicon(article.language).related
    if others and related is not None and related.fullmatch(article.text, first.end, others[0].start):
        return others[0]
    return first
