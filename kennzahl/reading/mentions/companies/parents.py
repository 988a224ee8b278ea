"""The owner of the company that a text speaks of: "Der Mutterkonzern", "die Konzernmutter"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kennzahl.catalog.companies import catalogue
from kennzahl.facts import Company
from kennzahl.languages import section
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.scan import Scan


class _Words(NamedTuple):
    """What a company is to its subsidiaries ("Mutterkonzern"), and they to it, behind its name ("Siemens-Tochter")."""

    owners: frozenset[str]
    owned: frozenset[str]


@cache
def _words(language: str) -> _Words:
    data = section(language, "companies")
    return _Words(frozenset(data.get("owners", ())), frozenset(data.get("owned", ())))


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
    entry = catalogue().entry(company)
    owner = entry and entry.parent
    return next((other.company for other in catalogue().by_slug.values() if owner in other.names), None)
