"""Companies that others own: "die übernommene Muster", "zu 80 Prozent gehört sie dem Investor Muster"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kennzahl.facts import Article, Sentence, Span
from kennzahl.languages import section
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

BEFORE, BEHIND = 60, 60
"""Characters around a share, or before a name, in which the words for who owns it stand."""

CLAUSE = 100
"""Characters from the start of a relative clause to a share in it."""


class _Holdings(NamedTuple):
    """``bought`` ends right before a company that another has bought, ``acted_on`` before one whose case tells no
    subject, ``owned`` before one by what it is to its owner, ``share`` right before the share of its owner; ``owner``
    is all that stands between share and owner, ``words`` say that it is one; ``clause`` runs from the start of a
    relative clause on a share of what stands before it up to the share."""

    bought: re.Pattern[str]
    acted_on: re.Pattern[str] | None
    owned: re.Pattern[str]
    share: re.Pattern[str]
    owner: re.Pattern[str]
    words: re.Pattern[str]
    clause: re.Pattern[str]


@cache
def _holdings(language: str) -> _Holdings | None:
    data = section(language, "companies")
    holders = data.get("holders")
    if holders is None:
        return None
    noun = rf"(?:[^\W\d_{LOW}][\w-]+\s)"
    return _Holdings(
        re.compile(rf"\s(?:{'|'.join(data['bought'])})(?:{'|'.join(lexicon(language).declined)})\s{noun}{{0,2}}$"),
        _acted_on(data["objects"]) if "objects" in data else None,
        re.compile(rf"(?:{'|'.join(data.get('owned', ())) or '(?!)'})\s$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{'|'.join(holders['with'])})\s(?:\w+\s){{0,2}}$"),
        re.compile(rf"\s(?:(?:{'|'.join(data['articles'])})\s)?{noun}?"),
        re.compile("|".join(holders["words"]), re.IGNORECASE),
        re.compile(rf", (?:{'|'.join(data['asides'])}) [^,;:–—]*$"),
    )


def _acted_on(told: dict[str, list[str]]) -> re.Pattern[str]:
    """An article in the accusative and a noun in the singular ("den Autobauer", no "den Autobauern")."""
    articles, adjectives, origins, singular = (
        "|".join(told[kind]) for kind in ("articles", "adjectives", "origins", "singular")
    )
    no_plural = "".join(rf"(?<!{ending})" for ending in told["plural"])
    noun = rf"[{HIGH}][\w-]*(?:\w{no_plural}|(?i:{singular}))"
    described = rf"(?:[{LOW}-]+(?:{adjectives})\s|[{HIGH}]\w+(?:{origins})\s){{0,2}}"
    return re.compile(rf"\s(?:{articles})\s{described}{noun}\s$")


def acted_on(text: str, start: int, language: str) -> int | None:
    """Where the accusative begins that the company named at ``start`` is in ("für| den Autobauer | Muster"), so that
    others are subject; None for another case."""
    holdings = _holdings(language)
    if holdings is None or holdings.acted_on is None:
        return None
    found = holdings.acted_on.search(text, max(0, start - BEFORE), start)
    return found and found.start()


def is_subsidiary(text: str, start: int, language: str) -> bool:
    """Is the company named at ``start`` called a subsidiary right before: "die Billigtochter | Muster"?"""
    holdings = _holdings(language)
    return holdings is not None and holdings.owned.search(text, max(0, start - BEFORE), start) is not None


def is_bought(text: str, start: int, language: str) -> bool:
    """Is the company named at ``start`` one that another has bought ("die im Vorjahr erworbene | Muster")?"""
    holdings = _holdings(language)
    return holdings is not None and holdings.bought.search(text, max(0, start - BEFORE), start) is not None


def holder_of(
    figure: Span, sentence: Sentence, article: Article, mentions: Sequence[CompanyMention]
) -> CompanyMention | None:
    """Who has the share that a figure is: "größter Aktionär ist mit 21 Prozent | Muster", "an der Muster | 21 Prozent
    hält"."""
    holdings = _holdings(article.language)
    if holdings is None:
        return None
    clause = holdings.clause.search(article.text, max(sentence.start, figure.start - CLAUSE), figure.start)
    if clause is not None:
        return next((m for m in mentions if clause.start() < m.start < figure.start and m.is_name), None)
    behind = next((mention for mention in mentions if mention.start >= figure.end and mention.is_name), None)
    if behind is None or not holdings.owner.fullmatch(article.text, figure.end, behind.start):
        return None
    first, last = max(sentence.start, figure.start - BEFORE), min(sentence.end, behind.end + BEHIND)
    if not holdings.share.search(article.text, first, figure.start):
        return None
    return behind if holdings.words.search(article.text, first, last) else None
