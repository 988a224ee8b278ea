"""Companies that a sentence only mentions, and that the text does not go on with: "Sales at Muster's stores fell"."""

from __future__ import annotations

import re
from functools import cache

from kennzahl.languages import section
from kennzahl.reading.mentions.companies.holdings import acted_on, is_bought, is_subsidiary
from kennzahl.reading.mentions.companies.lexicon import lexicon

AT = 12
"""Characters before a company in which "at the" stands."""
THROUGH = 60
"""Characters before the name of a subsidiary in which "through its" stands."""
OPENING = 5
"""Characters before the name of a company that opens a sentence: "At Muster, ..."."""


def is_at(text: str, start: int, language: str, since: int = 0) -> bool:
    """Does a word right before the company at ``start`` say that something is there ("bei VW")?"""
    return lexicon(language).at.search(text, max(start - AT, since), start) is not None


def is_aside(text: str, start: int, sentence: int, language: str) -> bool:
    """Where something is said to be is spoken of on only if it opens the sentence (which begins at ``sentence``), and
    what somebody has bought or owns ("die Tochter Muster") is not."""
    if is_bought(text, start, language) or is_subsidiary(text, start, language):
        return True
    return start - sentence > OPENING and is_at(text, start, language, sentence)


@cache
def _along(language: str) -> re.Pattern[str] | None:
    """Ends right before a name with which another does something ("mit")."""
    words = "|".join(section(language, "companies").get("along", ()))
    return re.compile(rf"(?<!\w)(?:{words}) $", re.IGNORECASE) if words else None


@cache
def _through(language: str) -> re.Pattern[str] | None:
    """Ends right before the name of a subsidiary through which its owner does something ("über die Tochter")."""
    data = section(language, "companies")
    words, owned = "|".join(data.get("through", ())), "|".join(data.get("owned", ()))
    return re.compile(rf"(?<!\w)(?:{words}) (?:\w+ ){{1,3}}(?:\w+-)*\w*(?:{owned}) $", re.IGNORECASE) if words else None


def is_object(text: str, start: int, sentence: int, language: str) -> bool:
    """Is a name in the accusative, or somebody with whom another does something ("Mit Muster hat die Firma ...")? In
    the accusative one that opens its sentence says what that is about ("Für den Autobauer"). So is a subsidiary through
    which its owner does something ("Über die Tochter Muster hält sie ...")."""
    along, through = _along(language), _through(language)
    if through is not None and through.search(text, max(start - THROUGH, sentence), start):
        return True
    if along is not None and along.search(text, max(start - AT, sentence), start):
        return True
    begun = acted_on(text, start, language)
    return begun is not None and begun - sentence > OPENING
