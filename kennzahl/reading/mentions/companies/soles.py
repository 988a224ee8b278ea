"""The one company of a text that names no other: the subject of its headline ("QXT verdient mehr ... Der Konzern")."""

from __future__ import annotations

from functools import cache

from kennzahl.catalog.companies import seats
from kennzahl.languages import section
from kennzahl.reading.mentions import metrics
from kennzahl.reading.mentions.companies.deeds import is_bare, not_behind
from kennzahl.reading.mentions.companies.extent import Named, reader_name
from kennzahl.reading.mentions.companies.introduced import DASHES
from kennzahl.reading.mentions.companies.namesakes import speaks_of_one
from kennzahl.reading.mentions.companies.scan import Scan

LONGEST = 3
"""Words of a name, the parts of a compound counted."""
SHORTEST = 4
"""Letters of a name that is no abbreviation."""
BODY = 20
"""A text of fewer words says too little to tell a name from a noun."""


def find(scan: Scan) -> Named | None:
    """The name, if the headline tells a key figure of it and the text, which names no company, speaks of one."""
    headline = next((sentence for sentence in scan.sentences if sentence.is_headline), None)
    if headline is None or not scan.lexicon.compounds or not (speaks_of_one(scan) or _has_organs(scan)):
        return None
    prefix = scan.lexicon.headline_prefix.match(scan.article.text, headline.start)
    first = scan.index_at(prefix.end() if prefix is not None else headline.start)
    last = _end(scan, first, headline.end)
    if last is None or not (_is_abbreviation(scan, first, last) or scan.ends[last] - scan.starts[first] >= SHORTEST):
        return None
    opens = scan.gap(last).startswith(":") or scan.gap(last) in DASHES
    acts = scan.gap(last) == " " and scan.lower(last + 1) in scan.lexicon.reports
    if not (opens or acts) or not _tells_a_figure(scan, scan.ends[last], headline.end):
        return None
    if not _is_used_as_a_name(scan, first, last, scan.index_at(headline.end)):
        return None
    scan.take(first, last)
    return Named(first, last, scan.ends[last], reader_name(scan, first, last), "headline")


@cache
def _organs(language: str) -> frozenset[str]:
    return frozenset(section(language, "companies").get("organs", ()))


def _has_organs(scan: Scan) -> bool:
    """ "prognostiziert der | Vorstand": who acts for one company."""
    organs, articles = _organs(scan.lexicon.language), scan.lexicon.subject_articles
    return any(scan.lower(index - 1) in articles for index, word in enumerate(scan.lowers) if word in organs)


def _end(scan: Scan, first: int, end: int) -> int | None:
    """The last word of the row of capitalised words that a headline begins with, or None where it names something
    else."""
    last = None
    for index in range(first, min(first + LONGEST, len(scan.words))):
        word = scan.words[index]
        named = scan.capitalised(index) or (word.isupper() and last is None)
        if not named or scan.ends[index] > end or not scan.free(index, index):
            break
        if not is_bare(scan, index, frozenset()) or word.casefold() in seats():
            return None
        last = index
        if not scan.joins(index):
            break
    return last


def _tells_a_figure(scan: Scan, start: int, end: int) -> bool:
    """ "| steigert Umsatz", "| streicht Stellen": what only a company has, and not what is merely counted."""
    found = metrics.find(scan.article.text, scan.lexicon.language, start, end)
    told = [mention for mention in found if mention.metric not in (None, "other")]
    return any(not mention.term.counted or mention.metric == "employees" for mention in told)


def _is_used_as_a_name(scan: Scan, first: int, last: int, body: int) -> bool:
    """Does the body say it, always without an article, or is it an abbreviation that it need not say?"""
    word = scan.words[first]
    uses = [index for index in range(body, len(scan.words)) if scan.words[index] == word]
    if len(scan.words) - body < BODY:
        return False
    bare = all(is_bare(scan, index, not_behind(scan.lexicon.language)) for index in uses)
    return bare and (bool(uses) or _is_abbreviation(scan, first, last))


def _is_abbreviation(scan: Scan, first: int, last: int) -> bool:
    return any(len(part) > 1 and part.isupper() for part in scan.words[first : last + 1])
