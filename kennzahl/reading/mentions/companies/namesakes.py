"""A family's business, which a text calls by its owner's name: "Bäckermeister Karl Muster ... Im Mai hat Muster"."""

from __future__ import annotations

from collections import Counter
from functools import cache

from kennzahl.languages import section
from kennzahl.reading.mentions.companies.extent import Named, not_a_name, reader_name
from kennzahl.reading.mentions.companies.nouns import noun_ending_at
from kennzahl.reading.mentions.companies.scan import Scan

REPEATED = 3
"""So often at least a text uses the name."""
BEFORE = 2
"""A verb stands at most so many words before its subject ("lässt sich Muster")."""


@cache
def _namesakes(language: str) -> dict[str, frozenset[str]]:
    """``owners``, what the family is called, and ``verbs``, which stand beside one person or company; {} if none."""
    told = section(language, "companies").get("namesakes", {})
    return {kind: frozenset(words) for kind, words in told.items()}


def find(scan: Scan) -> Named | None:
    """The first use of the owner's name in a text that names no other company and speaks of "the family business"."""
    words = _namesakes(scan.lexicon.language)
    if not words or words["owners"].isdisjoint(scan.lowers) or not speaks_of_one(scan):
        return None
    uses = Counter(scan.words[index] for index in scan.capitals if _is_bare(scan, index))
    told = {scan.words[index] for index in scan.capitals if _acts(scan, index, words["verbs"])}
    told &= {scan.words[index] for index in scan.capitals if _has_first_name(scan, index)}
    name = next((word for word, count in uses.most_common() if count >= REPEATED and word in told), None)
    if name is None:
        return None
    first = next(i for i in scan.capitals if scan.words[i] == name and scan.free(i, i))
    scan.take(first, first)
    return Named(first, first, scan.ends[first], reader_name(scan, first, first), "apposition")


def speaks_of_one(scan: Scan) -> bool:
    """ "der Familienbetrieb", "die Firma": does it mean one company by a noun?"""
    lexicon = scan.lexicon
    return any(
        scan.lower(index - 1) in lexicon.subject_articles
        and not (scan.lower(index - 1) in lexicon.plural and not lexicon.is_feminine(noun.word))
        for index in scan.referring
        if (noun := noun_ending_at(scan, index)) is not None
    )


def _is_bare(scan: Scan, index: int) -> bool:
    """Is it a name by what stands before: no article, no adjective?"""
    lexicon = scan.lexicon
    common = not_a_name(scan, index) or scan.lowers[index].endswith(lexicon.common_endings)
    if common or scan.taken[index] or noun_ending_at(scan, index) is not None or scan.words[index] in lexicon.origins:
        return False
    return scan.lower(index - 1) not in lexicon.determiners


def _has_first_name(scan: Scan, index: int) -> bool:
    """ "Karl | Muster": does another name stand before it?"""
    before = index - 1
    return scan.gap(before) == " " and scan.capitalised(before) and _is_bare(scan, index) and _is_bare(scan, before)


def _acts(scan: Scan, index: int, verbs: frozenset[str]) -> bool:
    """ "hat Muster im Mai": behind a verb in the singular, and before no other noun ("hat Kunden")?"""
    near = range(max(index - BEFORE, 0), index)
    gaps = all(scan.gap(word) == " " for word in near)
    follows = scan.gap(index) == " " and scan.words[min(index + 1, len(scan.words) - 1)].islower()
    return gaps and follows and _is_bare(scan, index) and any(scan.lowers[word] in verbs for word in near)
