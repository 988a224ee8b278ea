"""Nouns right behind "der Konzern" that are no names: "Nun hat der Konzern | Werke gebaut".

Behind a verb or a conjunction a company may stand as "the company", and German puts its object next. A name there is
one that the text uses elsewhere, too, or that an object of its own follows ("hat der Konzern | Muster den Umsatz").
"""

from __future__ import annotations

from kennzahl.reading.mentions.companies.nouns import Noun
from kennzahl.reading.mentions.companies.scan import Scan

REACH = 4
"""An article stands at most so many words before its noun."""


def is_object(scan: Scan, noun: Noun, index: int) -> bool:
    """Is the single word behind a noun for a company what the company does something to?"""
    lexicon, word = scan.lexicon, scan.words[index]
    if not lexicon.before_subjects or not (word.isalpha() and word[1:].islower()) or scan.gap(index) == "-":
        return False
    return _may_stand_alone(scan, noun.first) and not (_object_follows(scan, index) or is_used(scan, index))


def _may_stand_alone(scan: Scan, first: int) -> bool:
    """Does the article of a noun stand behind a verb or a conjunction?"""
    lexicon = scan.lexicon
    for article in range(first - 1, max(first - 1 - REACH, 0), -1):
        if scan.gap(article) != " " or scan.taken[article]:
            return False
        if scan.lowers[article] in lexicon.subject_articles:
            before = scan.words[article - 1]
            inside = article not in scan.firsts and scan.gap(article - 1) == " "
            return inside and before.islower() and before not in lexicon.before_subjects
    return False


def _object_follows(scan: Scan, index: int) -> bool:
    """ "hat der Konzern | Muster den Umsatz", "... | Muster 5 Millionen", "... | Muster Partners": an object of its
    own, or more of the name?"""
    behind = scan.words[index + 1] if index + 1 < len(scan.words) else ""
    begins = behind in scan.lexicon.determiners or behind[:1].isdigit() or behind[:1].isupper()
    return scan.gap(index) == " " and begins


def is_used(scan: Scan, index: int) -> bool:
    """Does the text use the word elsewhere by itself, or in "Muster-Chef" and "Musters Umsatz"?"""
    word, lexicon = scan.words[index], scan.lexicon
    for other in scan.capitals:
        text = scan.words[other]
        if other == index or word not in (text, text[:-1] if text.endswith(lexicon.genitive) else text):
            continue
        before = scan.words[other - 1] if other else ""
        qualified = before in lexicon.determiners or before.endswith(lexicon.declined)
        if text != word or scan.gap(other) == "-" or other in scan.firsts or not (before.islower() and qualified):
            return True
    return False
