"""One of two companies named just before: "Muster and Sample grew. | The latter | sold 5 million cars"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kennzahl.facts import Company
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.scan import Scan


def meant(scan: Scan, index: int, named: Sequence[CompanyMention]) -> Company | None:
    """The company that "former" or "latter" at a word stands for: of the last two that its sentence, or the one before,
    names before it; ``named`` are sorted."""
    of_two = scan.lexicon.of_two
    if scan.lowers[index] not in of_two or not _stands_alone(scan, index):
        return None
    place = bisect_right(scan.sentence_starts, scan.starts[index]) - 1
    until = bisect_left(named, scan.starts[index], key=lambda mention: mention.start)
    for begun in (place, place - 1):
        if begun < 0:
            return None
        since = bisect_left(named, scan.sentence_starts[begun], key=lambda mention: mention.start)
        spoken_of = [mention.company for mention in named[since:until] if mention.role in ("subject", "other")]
        both = list(dict.fromkeys(spoken_of))[-len(of_two) :]
        if len(both) == len(of_two):
            return both[of_two.index(scan.lowers[index])]
    return None


def _stands_alone(scan: Scan, index: int) -> bool:
    """ "the former | carried", "the latter | 's", "the latter | 90 million", but not "the former | partner"?"""
    lexicon, behind = scan.lexicon, scan.lower(index + 1)
    if not index or scan.lower(index - 1) not in lexicon.determiners or scan.gap(index - 1) != " ":
        return False
    verbs = (lexicon.speaks, lexicon.tells, lexicon.moves)
    return scan.owns(index) or behind[:1].isdigit() or any(behind in some for some in verbs)
