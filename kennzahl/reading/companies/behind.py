"""Companies named behind a figure that have it: "a 5 percent drop in sales at | Muster", "announced by | Muster"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kennzahl.facts import Article, Span
from kennzahl.languages import section
from kennzahl.reading.companies.clauses import DEALS
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.patterns import optional

ANNOUNCED, AT, PHRASE = 60, 10, 90
"""Characters from a figure to a company that announced it, at which it is, or that its noun phrase ends with."""
NOT_FOR = DEALS | {"order_intake", "order_backlog"}
"""What is made by or for others than those who have it."""


class _Words(NamedTuple):
    """What stands between a figure and a company behind it."""

    phrase: re.Pattern[str] | None
    """The noun phrase that goes on behind the figure, with the preposition before who has it: "IPO for", "drop in sales
    at", "( | $9.5 billion) share issue by British bank"."""
    participles: tuple[str, ...]
    """How what is done by somebody ends, who does not have it ("toys made | by")."""
    owners: frozenset[str]
    articles: frozenset[str]
    beyond: frozenset[str]
    """Right before the company, or its article, where it does not have what is before them ("deposits | from")."""
    according: frozenset[str]
    """Before ``beyond``: who is named behind them has it ("according | to")."""


@cache
def _words(language: str) -> _Words | None:
    data = section(language, "companies")
    told = data.get("behind")
    if told is None:
        return None
    participles = tuple(f"{ending} " for ending in told.get("participles", ()))
    owners, beyond, according = (frozenset(told.get(kind, ())) for kind in ("owners", "beyond", "according"))
    phrase = _phrase(told, language) if "places" in told else None
    return _Words(phrase, participles, owners, frozenset(data["articles"]), beyond, according)


def _phrase(told: dict[str, list[str]], language: str) -> re.Pattern[str]:
    ends = "|".join(f"(?P<{kind}>{'|'.join(told[kind])})" for kind in ("places", "makers", "owners"))
    word = rf"(?!(?:{'|'.join(told['breaks'])})\b)[\w.'’]+"  # a hyphen only parts: as a letter, too, it would take ages
    article = optional(lexicon(language).definite)
    phrase = rf"(?: ?\([^()]{{1,40}}\))?(?:[ -]{word}){{1,10}}? (?:{ends}) {article}(?:{word}[ -]){{0,8}}"
    return re.compile(phrase, re.IGNORECASE)


def named_behind(
    figure: Span, article: Article, mentions: Sequence[CompanyMention], metric: str | None
) -> CompanyMention | None:
    """The company with which the noun phrase of a figure ends, if that has it."""
    behind = [m for m in mentions if m.start >= figure.end and m.is_name]
    if not behind or behind[0].start - figure.end > PHRASE or behind[0].role not in ("subject", "other"):
        return None
    text, words, first = article.text, _words(article.language), behind[0]
    if first.start - figure.end <= AT and lexicon(article.language).at.fullmatch(text[figure.end : first.start]):
        return first
    if words is None or words.phrase is None:
        return None
    found = words.phrase.fullmatch(text, figure.end, first.start)
    if found is None or (found["owners"] and metric in NOT_FOR):
        return None
    if found["makers"] and (metric == "order_intake" or text.endswith(words.participles, 0, found.start("makers"))):
        return None  # "of toys made | by Muster"
    return _described_as(article, first, behind[1:])


def is_beyond(article: Article, mention: CompanyMention) -> bool:
    """ "profit rose 5 percent, helped by deposits from | Muster", "die Anteile am | Muster", but not "according to |
    Muster"?"""
    words = _words(article.language)
    printed = article.text[max(0, mention.start - PHRASE) : mention.start].split()[-4:]
    before = [word.casefold() for word in printed]
    if words is None or not before:
        return False
    compounds = lexicon(article.language).compounds
    if compounds and len(before) > 2 and printed[-1][0].isupper() and before[-2] in words.articles:
        before.pop()  # "auf die Klebstoffsparte | Muster"
    if before[-1] in words.articles:
        before.pop()
    if not before or before[-1] not in words.beyond:
        return False
    return len(before) == 1 or before[-2] not in words.according


def is_price_of(figure: Span, article: Article, mention: CompanyMention) -> bool:
    """ "has paid $1 billion for wine maker | Muster": is the company what the price is paid for?"""
    words = _words(article.language)
    behind = article.text[figure.end : mention.start].split(maxsplit=1)[:1]
    return words is not None and not words.owners.isdisjoint(behind)


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
