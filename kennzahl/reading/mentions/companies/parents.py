"""The owner of the company that a text speaks of: "Der Mutterkonzern", "die Konzernmutter"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kennzahl.catalog.companies import catalogue
from kennzahl.facts import Company
from kennzahl.languages import section
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.scan import Scan

REACH = 60
"""Characters before a name in which a text says that another belongs to it."""
MOST_NAMED = 50
"""Mentions before an owner that are looked at for his name."""
BEHIND = 40
"""Characters behind a name in which the verb stands that says so."""


class _Belonging(NamedTuple):
    """How a text says that one company belongs to another: ``before`` ends right before the name of an owner ("Tochter
    der"), ``tied`` before one behind whom the verb stands (``belongs``: "die zur | Muster-Gruppe gehört")."""

    before: re.Pattern[str]
    tied: re.Pattern[str]
    belongs: re.Pattern[str]


class _Words(NamedTuple):
    """What a company is to its subsidiaries ("Mutterkonzern"), and they to it, behind its name ("Siemens-Tochter")."""

    owners: frozenset[str]
    owned: frozenset[str]
    belonging: _Belonging | None


@cache
def _words(language: str) -> _Words:
    data = section(language, "companies")
    owners, owned = frozenset(data.get("owners", ())), frozenset(data.get("owned", ()))
    told = data.get("belonging")
    if told is None:
        return _Words(owners, owned, None)
    ties, belongs, nouns = ("|".join(told[kind]) for kind in ("ties", "verbs", "nouns"))
    described = r"(?:[\w-]+ ){0,2}"
    before = rf"(?:\b(?:{belongs}) (?:\w+ ){{0,3}}(?:{ties}) |(?:{nouns}) (?:{'|'.join(told['of'])}) ){described}$"
    belonging = _Belonging(
        re.compile(before, re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{ties}) {described}$", re.IGNORECASE),
        re.compile(rf"[\w-]* (?:\w+ ){{0,2}}(?:{belongs})\b", re.IGNORECASE),
    )
    return _Words(owners, owned, belonging)


def opens(scan: Scan, index: int) -> bool:
    """Is the word the subject that its sentence begins with: "Der | Mutterkonzern", with no name behind it?"""
    lexicon = scan.lexicon
    if scan.lowers[index] not in _words(lexicon.language).owners or index - 1 not in scan.firsts:
        return False
    alone = scan.gap(index) in (" ", ",", ", ") and scan.taken[index + 1 : index + 2] != b"\x01"
    return alone and scan.lower(index - 1) in lexicon.subject_articles


def of(scan: Scan, index: int, company: Company, named: Sequence[CompanyMention]) -> Company | None:
    """Whose subsidiary the text has called the company ("der | Muster-Tochter") before, else what is known of it."""
    for mention in reversed(named):
        last = scan.index_before(mention.end)
        if mention.start >= scan.starts[index] or mention.company == company or scan.gap(last) != "-":
            continue
        if scan.lower(last + 1) in _words(scan.lexicon.language).owned:
            return mention.company
    if (told := _told(scan, index, company, named)) is not None:
        return told
    entry = catalogue().entry(company)
    owner = entry and entry.parent
    return next((other.company for other in catalogue().by_slug.values() if owner in other.names), None)


def _told(scan: Scan, index: int, company: Company, named: Sequence[CompanyMention]) -> Company | None:
    """Whom the text has said before that the company belongs to: "gehört zur | Muster-Gruppe", "Tochter der | Muster
    AG", "die zum | Muster-Konzern gehört"."""
    told, text = _words(scan.lexicon.language).belonging, scan.article.text
    if told is None:
        return None
    for mention in reversed(named[-MOST_NAMED:]):
        if mention.start >= scan.starts[index] or mention.company == company:
            continue
        since = max(0, mention.start - REACH)
        if told.before.search(text, since, mention.start) is not None:
            return mention.company
        behind = told.belongs.match(text, mention.end, mention.end + BEHIND)
        if behind is not None and told.tied.search(text, since, mention.start) is not None:
            return mention.company
    return None
