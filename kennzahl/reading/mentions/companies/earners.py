"""Companies that a text introduces by nothing but figures of their own: "Muster Tools reported revenue of", "Muster's
net profit"; only in a language that writes no noun with a capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kennzahl.catalog.companies import seats, words
from kennzahl.languages import section
from kennzahl.reading.mentions import metrics
from kennzahl.reading.mentions.companies.extent import Named, not_a_name, reader_name, walk_back, walk_on
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.scan import Scan

OWN = frozenset({
    "revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "net_debt", "free_cash_flow",
    "operating_cash_flow", "ebit_margin", "order_intake", "employees",
})  # fmt: skip
"""Key figures that nothing but a company has."""
REACH = 5
"""A key figure is named within so many words behind the verb or the possessor."""


@cache
def _earners(language: str) -> dict[str, frozenset[str]]:
    """``verbs`` with which a company has figures, ``prepositions`` between a figure and whose it is, ``common``: what
    products and persons have, too, ``bodies``: the last words of the names of what is no company, ``places``:
    whole names of it; {} if none."""
    told = section(language, "companies").get("earners", {})
    return {kind: frozenset(word.casefold() for word in words) for kind, words in told.items()}


def find(scan: Scan, mentions: Sequence[CompanyMention]) -> Iterator[Named]:
    """Names before a verb or an s of the genitive with a key figure of a company behind, which are not short for those
    of ``mentions``."""
    told = _earners(scan.lexicon.language)
    if not told:
        return
    if any(mention.role == "subject" for mention in mentions):
        return  # beside a known company a name with figures is one of its segments or brands
    known = names_of(mentions)
    for index, lower in enumerate(scan.lowers):
        possessor = lower == "s" and index > 0 and scan.owns(index - 1)
        if not possessor and lower not in told["verbs"]:
            continue
        last = index - 1
        if not (possessor or scan.gap(last) == " ") or (first := first_word(scan, last, known)) is None:
            continue
        if _has_a_figure(scan, index, told["common"] if possessor else frozenset()):
            yield taken(scan, first, last)
    yield from _behind(scan, told, known)


def _behind(
    scan: Scan, told: dict[str, frozenset[str]], known: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Named]:
    """ "Revenue at | Muster Tools rose": names of several words behind a key figure and its preposition."""
    for index, lower in enumerate(scan.lowers):
        if lower not in told["prepositions"] or not index or scan.gap(index) != " " or scan.gap(index - 1) != " ":
            continue
        first = index + 1
        if scan.taken[first] or not scan.capitalised(first):
            continue
        last = walk_on(scan, first)
        if last is None or last == first or not _is_unknown(scan, first, last, known):
            continue
        if _is_figure(scan, index, told["common"]):
            yield taken(scan, first, last)


def _is_figure(scan: Scan, preposition: int, common: frozenset[str]) -> bool:
    """Does a key figure, by another word than a ``common`` one, stand right before a preposition ("revenue | at")?"""
    sentence = scan.sentence_of(preposition)
    if sentence is None:
        return False
    begun, text = max(scan.starts[max(preposition - 2, 0)], sentence.start), scan.article.text
    found = metrics.find(text, scan.lexicon.language, begun, scan.ends[preposition - 1])
    if not found or found[-1].end != scan.ends[preposition - 1] or found[-1].term.metric not in OWN:
        return False
    named = text[found[-1].start : found[-1].end].casefold()
    return named not in common


def _has_a_figure(scan: Scan, index: int, common: frozenset[str]) -> bool:
    """Does the word at ``index`` stand right before a key figure, named by another word than a ``common`` one?"""
    sentence = scan.sentence_of(index)
    until = min(index + REACH, len(scan.words) - 1)
    if sentence is None or scan.gap(index) != " ":
        return False
    text, end = scan.article.text, min(scan.ends[until], sentence.end)
    found = metrics.find(text, scan.lexicon.language, scan.ends[index], end)
    if not found or found[0].term.metric not in OWN or found[0].term.verb:
        return False
    if text[found[0].start : found[0].end].casefold() in common:
        return False
    expects = scan.lexicon.expects  # "Doe had | forecast a loss"
    return not any(scan.taken[i] or scan.lowers[i] in expects for i in range(index + 1, scan.index_at(found[0].start)))


def first_word(scan: Scan, last: int, known: tuple[frozenset[str], frozenset[str]]) -> int | None:
    """Where the name begins that ends at a word, if it can be one and is none of those ``known`` (``names_of``)."""
    if last < 0 or scan.taken[last] or not scan.capitalised(last):
        return None
    first = walk_back(scan, last, lists=False)
    return first if first is not None and _is_unknown(scan, first, last, known) else None


def taken(scan: Scan, first: int, last: int, industry: str | None = None) -> Named:
    """The name of these words, which no other finder takes any more."""
    scan.take(first, last)
    return Named(first, last, scan.ends[last], reader_name(scan, first, last), "apposition", industry)


def _is_unknown(scan: Scan, first: int, last: int, known: tuple[frozenset[str], frozenset[str]]) -> bool:
    """A name that nobody has taken, and no part of one that the text knows?"""
    return scan.free(first, last) and _is_a_name(scan, first, last) and not _is_part_of(scan, first, last, known)


def _is_a_name(scan: Scan, first: int, last: int) -> bool:
    """Neither a person, a place, a title, nor a common noun that its sentence begins with?"""
    lexicon, before = scan.lexicon, scan.lower(first - 1)
    if scan.gap(first - 1) == " " and first not in scan.firsts:
        named = scan.capitalised(first - 1) and not not_a_name(scan, first - 1)
        joined = before in lexicon.list_joins and scan.capitalised(first - 2)
        if named or joined or before in lexicon.determiners or before in lexicon.indefinite:
            return False
    since = first - (scan.gap(first - 1) == " ")
    officers = not lexicon.officers.isdisjoint(scan.lowers[since : last + 1])
    if officers or (scan.gap(first - 1) == " " and (before in lexicon.speaks or before in lexicon.part_of)):
        return False  # "said | Jane Doe", "the Ministry of | Defence"
    if "\n" in scan.article.text[scan.starts[first] : scan.ends[last]]:
        return False
    told, name = _earners(lexicon.language), " ".join(scan.lowers[first : last + 1])
    if scan.lowers[last] in told["bodies"] or name in told["places"] or name in seats():
        return False
    if lexicon.noun(scan.lowers[last]) is not None and first == last:
        return False
    return first < last or _is_used_inside(scan, first)


def names_of(mentions: Sequence[CompanyMention]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the names that a text is known to print, and the first word of each, in lower case."""
    parts = [words(mention.company.name.casefold()) for mention in mentions]
    return frozenset(word for name in parts for word in name), frozenset(name[0] for name in parts if name)


def _is_part_of(scan: Scan, first: int, last: int, known: tuple[frozenset[str], frozenset[str]]) -> bool:
    """ "Muster posted" in a text on Muster Airlines, "Old Muster's profit" in one on Muster?"""
    named, begun = known
    generic = scan.lexicon.no_short_form
    inside = not begun.isdisjoint(scan.lowers[first : last + 1])
    return inside or (scan.lowers[first] in named and (first == last or scan.lowers[first] not in generic))


def _is_used_inside(scan: Scan, index: int) -> bool:
    """Does the text use a single word where nothing but a name has a capital, never with an article, nor as a noun?"""
    word, lexicon = scan.words[index], scan.lexicon
    if ("inside", word) not in scan.answers:
        uses = [other for other in scan.capitals if scan.words[other] == word]
        inside = any(other not in scan.firsts for other in uses) and scan.lowers[index] not in scan.words
        before = {scan.lower(other - 1) for other in uses if scan.gap(other - 1) == " "}
        articles = lexicon.determiners | lexicon.indefinite
        scan.answers["inside", word] = inside and articles.isdisjoint(before)
    return scan.answers["inside", word]
