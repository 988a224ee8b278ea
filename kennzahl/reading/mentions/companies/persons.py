"""Persons before the house that they speak for: "said Jane Doe of | Muster Securities"."""

from __future__ import annotations

from functools import cache

from kennzahl.languages import section
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.scan import Scan

REACH = 6
"""Words from a person that begins a sentence to the verb behind the house."""
LONGEST = 4
"""Words of a person's name at most: "John A. Doe Jr."."""


@cache
def _at_house(language: str) -> frozenset[str]:
    """What stands between somebody who speaks for a house and its name ("Jane Doe | at")."""
    return frozenset(section(language, "companies").get("investors", {}).get("at", ()))


def speaks_for(scan: Scan, first: int) -> bool:
    """ "Analyst Jane Doe of | Muster": does a person stand before the name whose title says that he judges others?"""
    titled = scan.gap(first - 1) == ", " and scan.lower(first - 1) in scan.lexicon.after["analyst"]
    if titled and scan.lower(first - 2) not in scan.lexicon.determiners:
        return True  # "Jane Doe, chief economist, | Muster Bank"
    at = first - 1 - (scan.lower(first - 1) in scan.lexicon.determiners)
    if scan.lower(at) not in _at_house(scan.lexicon.language):
        return False
    if is_person(scan, at - 1):
        return True
    person = at - 1
    while person > at - 1 - LONGEST and person >= 0 and scan.words[person][0].isupper() and person not in scan.firsts:
        if not scan.spaced(person).startswith((" ", ". ")):
            return False
        person -= 1
    return person < at - 1 and scan.lower(person) in scan.lexicon.after["analyst"] and scan.spaced(person) == " "


def is_person(scan: Scan, last: int) -> bool:
    """Do two names that no other finder took end here, behind a verb of speech, or before one that tells of their
    sentence? No house is called by a place ("Sun Life of Canada")."""
    first, lexicon = last - 1, scan.lexicon
    house = scan.lower(last + 2 if scan.lower(last + 2) not in lexicon.determiners else last + 3)
    if first < 0 or scan.gap(first) not in (" ", ". ") or not house or house in lexicon.not_names:
        return False
    if not all(_may_be_a_persons(scan, index) for index in (first, last)):
        return False
    if scan.lower(first - 1) in lexicon.speaks and first not in scan.firsts:
        return True
    behind = range(last + 2, min(last + 2 + REACH, len(scan.words)))
    return first in scan.firsts and any(scan.lowers[index] in lexicon.speaks for index in behind)


def _may_be_a_persons(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    common = scan.lowers[index] in scan.lexicon.not_names or word in legal_forms().maybe
    return word.istitle() and not scan.taken[index] and not common and scan.lexicon.noun(scan.lowers[index]) is None
