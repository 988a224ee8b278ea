"""Companies that are only parts of another in an article: "the operator of the Muster and Beispiel chains", "its Muster
stores". Their figures are the other's, and they are its segments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kennzahl.facts import Article, Sentence
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

BEFORE, BEHIND = 60, 80
"""Characters around a name in which the words stand that make it a part."""
REACH = len("operator")
"""Of the words that begin what makes a part, some stand for the owner themselves."""
NAME = r"[A-Z][\w'’.]*(?: (?:&|[A-Z][\w'’.]*)){0,4}"


def parts_of(
    article: Article,
    sentences: Sequence[Sentence],
    own: Mapping[int, tuple[CompanyMention, ...]],
    topics: Mapping[int, CompanyMention],
) -> dict[str, CompanyMention]:
    """The slug of each company that is a part, and where its owner is named."""
    owns, named = _patterns(article.language)
    found: dict[str, CompanyMention] = {}
    for sentence in sentences:
        mentions = own[sentence.start]
        for mention in mentions:
            if not mention.is_name or mention.role not in ("subject", "other"):
                continue
            begun = owns.search(article.text, max(sentence.start, mention.start - BEFORE), mention.start)
            if begun and named.match(article.text, mention.end, min(sentence.end, mention.end + BEHIND)):
                before = [m for m in mentions if m.end <= begun.start() + REACH and m.role == "subject"]
                owner = before[-1] if before else topics.get(sentence.start)
                if owner is not None and owner.company != mention.company and owner.role == "subject":
                    found.setdefault(mention.company.slug, owner)
    return found


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends before the name of a part ("operator of the"), and what follows it ("and Muster chains")."""
    words = lexicon(language).parts
    owns = rf"(?:{_either(words['owners'])}) (?:the )?(?:{NAME}(?:,| and| &| or) ){{0,2}}$"
    return re.compile(owns), re.compile(
        rf"(?:(?:,| and| &| or) {NAME}){{0,2}}(?: [a-z-]+){{0,4}}? (?:{_either(words['nouns'])})\b"
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
