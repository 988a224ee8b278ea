"""Who has figures and is no company: a whole industry, the state, a cryptocurrency ("die Branche", "des Bundes")."""

from __future__ import annotations

from collections.abc import Iterator

from kennzahl.facts import Company
from kennzahl.reading.mentions.companies.listed import blocked
from kennzahl.reading.mentions.companies.mention import CompanyMention, How
from kennzahl.reading.mentions.companies.scan import Scan

NOBODY = Company(slug="", name="")
COUNTING = frozenset({"statistics", "association"})
"""Kinds of names that count what others do: "laut VDA wurden 5 Millionen Autos verkauft"."""
REACH = 8
"""A determiner stands at most so many words before its noun ("die heimische Metall- und Elektroindustrie")."""


def find(scan: Scan) -> Iterator[CompanyMention]:
    """All such bodies that a sentence speaks of as its subject, or as the owner of what stands right before."""
    for index in scan.bodies:
        if scan.taken[index] or (scan.gap(index) in (" ", "-") and scan.taken[index + 1 : index + 2] == b"\x01"):
            continue
        first = _phrase(scan, index)
        if _owns_what_is_before(scan, first, index):
            yield CompanyMention(scan.starts[first - 1], scan.ends[index], NOBODY, "outsider's", "outsider")
            continue
        how = _case(scan, first, index) or ("outsider's" if scan.starts[index] < scan.article.title_end else None)
        if how is not None:
            yield CompanyMention(scan.starts[first], scan.ends[index], NOBODY, how, "outsider")
    if not scan.lexicon.outsiders:
        return
    for index in scan.openers:
        length, kind = blocked(scan, index) if scan.barred[index] else (0, "")
        if kind in COUNTING and not scan.taken[index]:
            yield CompanyMention(scan.starts[index], scan.ends[index + length - 1], NOBODY, "source", "outsider")


def _phrase(scan: Scan, index: int) -> int:
    """The first word of the noun phrase that ends here: its determiner, or the noun itself where it has none."""
    cases = scan.lexicon.outsiders
    for first in range(index, max(-1, index - REACH - 1), -1):
        if scan.lowers[first] in cases["determiners"]:
            return first
        joined = scan.gap(first - 1) in (" ", "-", "- ") or _is_initial(scan, first - 1)
        before = scan.lower(first - 1)
        told = cases["verbs"] and before in scan.lexicon.speaks
        if first and (not joined or told or before in cases["prepositions"]):
            return first
        described = any(word in scan.lexicon.origins for word in scan.words[first : first + 2])  # "North | American"
        place = described or _is_initial(scan, first)
        if first < index and scan.capitalised(first) and "-" not in scan.gap(first) and not place:
            break
    return index


def _is_initial(scan: Scan, index: int) -> bool:
    """ "the | U. | S. | economy"?"""
    return index >= 0 and len(scan.words[index]) == 1 and scan.gap(index) in (".", ". ")


def _case(scan: Scan, first: int, last: int) -> How | None:
    """Does the phrase own what stands before it, is it the subject, or (None) something that the text says more of?"""
    cases, word, determiner = scan.lexicon.outsiders, scan.lowers[last], scan.lowers[first]
    if cases["verbs"]:
        return "source" if _is_subject(scan, first, last) else None  # which the next sentence does not go on with
    if word in cases["public"] and scan.lower(last - 1) not in cases["qualifiers"]:
        return None  # "der Dienst" of a company
    before = scan.lower(first - 1) if first not in scan.firsts else ""
    if word in cases["everywhere"]:
        return "source"
    if word in cases["parts"] or word.endswith(cases["shops"]):
        return None  # "der größte Markt ist Wien", "der Baumarkt"
    if before in cases["prepositions"]:
        return "source" if before in cases["according"] and word.endswith(cases["sources"]) else None
    masculine, bears = word.endswith(cases["masculine"]), determiner in cases["masculine_nominatives"]
    plural = word.endswith(cases["plurals"])
    behind_a_noun = bool(before) and scan.capitalised(first - 1) and scan.gap(first - 1) == " "
    if behind_a_noun:
        return "outsider's" if determiner in cases["genitives"] and not (masculine and bears) else None
    if determiner in cases["nominatives"] or (masculine and bears):
        return "outsider"
    if first == last and plural and first not in scan.firsts:
        return "outsider" if _is_plural(scan, first - 1) or _is_plural(scan, last + 1) else None
    return None


def _is_subject(scan: Scan, first: int, last: int) -> bool:
    """ "The toy industry | had sales of": where nouns have no capitals, only a verb behind it tells a subject."""
    cases = scan.lexicon.outsiders
    begins = first in scan.firsts or scan.lower(first - 1) in scan.lexicon.speaks  # "Jane Doe said | retailers are"
    alone = first == last and begins and scan.lowers[last] in cases["plurals"]
    behind = last + 1 + (scan.lower(last + 1) in cases["adverbs"])
    told = scan.owns(last) or (scan.gap(last) == " " and scan.lower(behind) in cases["verbs"])
    before = scan.lower(first - 1) if first not in scan.firsts else ""
    opens = before not in cases["prepositions"] or before in scan.lexicon.conjunctions
    if _is_scoped(scan, first, last):
        counted = scan.lower(first - 2) in cases["scopes"] and before in cases["among"]  # "A total of | 467 companies"
        return told and (opens or counted)
    known = scan.lowers[last] not in cases["many"]
    return known and told and opens and (alone or scan.lowers[first] in cases["nominatives"])


def _is_scoped(scan: Scan, first: int, last: int) -> bool:
    """ "the eight largest U.S. | carriers", "467 | companies", "U.S. stock | funds": more than those of the text?"""
    cases = scan.lexicon.outsiders
    if scan.lowers[last] not in cases["many"] and scan.lowers[last] not in cases["plurals"]:
        return False
    own = any(scan.taken[first:last]) or any(
        "'" in scan.gap(index) or "’" in scan.gap(index) for index in range(first, last)
    )
    words = range(first, last)
    told = any(
        scan.lowers[index] in cases["scopes"] or scan.words[index] in scan.lexicon.origins or _is_initial(scan, index)
        for index in words
    )
    return not own and (told or any(scan.words[index].isdigit() for index in words))


def _owns_what_is_before(scan: Scan, first: int, last: int) -> bool:
    """ "same-store sales | for the nine chains", "profits | at U.S. banks", "revenue | across the industry"."""
    cases = scan.lexicon.outsiders
    if not cases["verbs"] or first in scan.firsts or scan.lower(first - 1) not in cases["among"]:
        return False
    if scan.lower(first - 2) in cases["scopes"]:
        return False  # "a total of | 467 companies"
    whole = scan.lowers[last] in cases["trades"] and scan.lowers[first] in cases["nominatives"]
    return whole or _is_scoped(scan, first, last)


def _is_plural(scan: Scan, index: int) -> bool:
    """Is the word a verb of many ("sollten | Zulieferer | schaffen")?"""
    word = scan.words[index] if 0 <= index < len(scan.words) else ""
    cases = scan.lexicon.outsiders
    return word.islower() and word.endswith(cases["plural_verbs"]) and word not in cases["prepositions"]
