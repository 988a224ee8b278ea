"""Companies that a text introduces by what it says behind their name: "Muster Robotics, a start-up that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kennzahl.languages import section
from kennzahl.reading.mentions.companies.earners import first_word, names_of, taken
from kennzahl.reading.mentions.companies.extent import Named
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.nouns import noun_ending_at
from kennzahl.reading.mentions.companies.scan import Scan

REACH = 6
"""The article of an apposition stands at most so many words before its noun."""


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    """``determiners`` and ``definite``: articles of an apposition; ``people``: nouns that are persons', too;
    ``behind``: what goes on behind the noun; ``places``: before a place, which is no company; ``which`` and ``does``: a
    relative clause of what is no person, and what companies do; {} if none."""
    return {kind: frozenset(words) for kind, words in section(language, "companies").get("described", {}).items()}


def find(scan: Scan, mentions: Sequence[CompanyMention]) -> Iterator[Named]:
    """Names that no other finder knows, before a comma and the noun for a company."""
    words = _words(scan.lexicon.language)
    if not words:
        return
    known = names_of(mentions)
    for index in scan.referring:
        noun = noun_ending_at(scan, index)
        if noun is None or noun.word in words["people"] or scan.owns(index) or not _ends(scan, index, words["behind"]):
            continue
        article = _article(scan, noun.first, words)
        if article is None:
            continue
        first = first_word(scan, article - 1, known)
        if first is None or scan.lower(first - 1) in words["places"]:
            continue
        alone = scan.lowers[article] in words["definite"]
        if alone and (first not in scan.firsts or noun.first == article + 1):
            continue  # "In its report on Muster, | the company said"
        yield taken(scan, first, article - 1, noun.industry)
    if not any(mention.role == "subject" for mention in mentions):
        yield from _by_relative_clause(scan, words, known)  # beside a known company it may be a plant or a product


def _by_relative_clause(
    scan: Scan, words: dict[str, frozenset[str]], known: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Named]:
    """ "Muster Shipping, which operates 14 vessels": what is no person and does what companies do."""
    for index, lower in enumerate(scan.lowers):
        if lower not in words["which"] or scan.lower(index + 1) not in words["does"] or scan.gap(index - 1) != ", ":
            continue
        first = first_word(scan, index - 1, known)
        if first is not None and scan.lower(first - 1) not in words["places"]:
            yield taken(scan, first, index - 1)


def _ends(scan: Scan, index: int, behind: frozenset[str]) -> bool:
    """Does the noun end its phrase, or a word follow that goes on with it ("a maker | of screws")?"""
    gap = scan.gap(index)
    return gap.startswith((",", ".", ")", ";", " –", " -")) or (gap == " " and scan.lower(index + 1) in behind)


def _article(scan: Scan, noun: int, words: dict[str, frozenset[str]]) -> int | None:
    """The article of the apposition whose noun begins at a word, if it stands behind a comma."""
    for index in range(noun - 1, max(noun - 1 - REACH, 0), -1):
        if scan.gap(index) not in (" ", "-", "'", "’"):
            return None
        if scan.lowers[index] in words["determiners"] or scan.lowers[index] in words["definite"]:
            return index if scan.gap(index - 1) == ", " else None
        if scan.lowers[index] in words["behind"] and scan.gap(index - 1) != "-":
            return None  # "a manager | of the company"
    return None
