"""Companies that a text introduces by nothing but their deeds: "In Ulm baut Muster ein Werk ... nun liefert Muster"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from kennzahl.catalog.companies import seats
from kennzahl.languages import section
from kennzahl.reading.mentions.companies.extent import Named, not_a_name, reader_name
from kennzahl.reading.mentions.companies.nouns import noun_ending_at
from kennzahl.reading.mentions.companies.scan import Scan

REPEATED = 2
"""So many deeds at least tell a company from a person, and a name from a noun that stands without its article."""
SHORTEST = 4


@cache
def _deeds(language: str) -> dict[str, frozenset[str]]:
    """``verbs`` for what companies do, ``not_behind``: words behind which no company's name stands; {} if none."""
    told = section(language, "companies").get("deeds", {})
    return {kind: frozenset(word.casefold() for word in words) for kind, words in told.items()}


def not_behind(language: str) -> frozenset[str]:
    """Words behind which no company's name stands."""
    return _deeds(language).get("not_behind", frozenset())


def names(scan: Scan) -> frozenset[str]:
    """The words that do something at least twice, and that the text uses as a name wherever they stand."""
    deeds = _deeds(scan.lexicon.language)
    if not deeds:
        return frozenset()
    done = Counter(scan.words[index] for index in _subjects(scan, deeds["verbs"]))
    often = {word for word, count in done.items() if count >= REPEATED and word.casefold() not in seats()}
    if not often:
        return frozenset()
    spoilt = {
        scan.words[index]
        for index in scan.capitals
        if scan.words[index] in often and not is_bare(scan, index, deeds["not_behind"])
    }
    return frozenset(often - spoilt)


def find(scan: Scan) -> Iterator[Named]:
    """The first use of each such name that no other finder has taken."""
    known = names(scan)
    if not known:
        return
    for index in scan.capitals:
        word = scan.words[index]
        if word in known and scan.free(index, index):
            known -= {word}
            scan.take(index, index)
            yield Named(index, index, scan.ends[index], reader_name(scan, index, index), "apposition")


def _subjects(scan: Scan, verbs: frozenset[str]) -> Iterator[int]:
    """ "Muster | baut" at the beginning of a sentence, "nun baut | Muster ein Werk" behind the verb."""
    for index, lower in enumerate(scan.lowers):
        if lower not in verbs:
            continue
        before, behind = index - 1, index + 1
        if before in scan.firsts and scan.gap(before) == " " and _may_be_a_name(scan, before):
            yield before
        if (
            behind + 1 < len(scan.words)
            and scan.gap(index) == " "
            and scan.gap(behind) == " "
            and _may_be_a_name(scan, behind)
            and not scan.words[behind + 1][0].isupper()
        ):
            yield behind


def _may_be_a_name(scan: Scan, index: int) -> bool:
    word = scan.words[index]
    return scan.capitalised(index) and len(word) >= SHORTEST and word.isalpha() and not word.isupper()


def is_bare(scan: Scan, index: int, not_behind: frozenset[str]) -> bool:
    """No noun, and behind no article, no first name and nothing that counts or joins nouns?"""
    lexicon = scan.lexicon
    if not_a_name(scan, index) or scan.lowers[index].endswith(lexicon.common_endings):
        return False
    if noun_ending_at(scan, index) is not None or scan.words[index] in lexicon.origins:
        return False
    if not index or scan.gap(index - 1) != " ":
        return True
    before = scan.lowers[index - 1]
    return not (before in lexicon.determiners or before in not_behind or scan.capitalised(index - 1))
