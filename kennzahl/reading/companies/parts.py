"""Companies that are only parts of another in an article: "the operator of the Muster and Beispiel chains", "its Muster
stores", "the Muster unit". Their figures are the other's, and they are its segments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kennzahl.facts import Article, Sentence
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.patterns import optional

BEFORE, BEHIND = 60, 80
"""Characters around a name in which the words stand that make it a part."""
OPENING = 8
"""Characters of what makes a part that may stand for its owner themselves ("operator")."""
NAME = rf"[{HIGH}][\w'’.]*(?: (?:&|[{HIGH}][\w'’.]*)){{0,4}}"


def parts_of(
    article: Article,
    sentences: Sequence[Sentence],
    own: Mapping[int, tuple[CompanyMention, ...]],
    topics: Mapping[int, CompanyMention],
) -> dict[str, CompanyMention]:
    """The slug of each company that is a part, and where its owner is named."""
    pattern = _patterns(article.language)
    found: dict[str, CompanyMention] = {}
    for sentence in sentences:
        mentions = own[sentence.start]
        for mention in mentions:
            if not mention.is_name or mention.role not in ("subject", "other"):
                continue
            first, last = max(sentence.start, mention.start - BEFORE), min(sentence.end, mention.end + BEHIND)
            begun, owner = pattern.owns.search(article.text, first, mention.start), topics.get(sentence.start)
            if begun and pattern.named.match(article.text, mention.end, last):
                before = [m for m in mentions if m.end <= begun.start() + OPENING and m.role == "subject"]
                owner = before[-1] if before else owner
            elif not (
                pattern.unit.match(article.text, mention.end, last)
                and pattern.article.search(article.text, first, mention.start)
            ):
                continue
            if owner is not None and owner.company != mention.company and owner.role == "subject":
                found.setdefault(mention.company.slug, owner)
    return found


class _Patterns(NamedTuple):
    """``owns`` ends before the name of a part ("operator of the"), ``named`` follows it ("and Muster chains");
    ``article`` and ``unit`` stand right before and behind one ("the", "unit")."""

    owns: re.Pattern[str]
    named: re.Pattern[str]
    article: re.Pattern[str]
    unit: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = lexicon(language)
    either = {kind: "|".join(map(re.escape, told)) for kind, told in words.parts.items()}
    owners, nouns, units = (either.get(kind) or "(?!)" for kind in ("owners", "nouns", "units"))
    joins = rf"(?:,| &| {'| '.join(sorted(words.list_joins))})"
    return _Patterns(
        re.compile(rf"\b(?:{owners}) {optional(words.definite)}(?:{NAME}{joins} ){{0,2}}$"),
        re.compile(rf"(?:{joins} {NAME}){{0,2}}(?: [{LOW}-]+){{0,4}}? (?:{nouns})\b"),
        re.compile(rf"\b(?:{'|'.join(words.definite) or '(?!)'}) $", re.IGNORECASE),
        re.compile(rf" (?:{units})\b"),
    )
