"""Names that one text makes of a full name: 'Thermo Fisher' of 'Thermo Fisher Scientific', 'VIG' of its initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kennzahl.catalog.companies import catalogue, words
from kennzahl.facts import Company
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.extent import tail
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.lexicon import Lexicon, lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention, How
from kennzahl.reading.mentions.companies.scan import Scan
from kennzahl.reading.mentions.companies.tickers import TICKER

SYMBOL = 3
"""Letters of a stock exchange symbol that a text may use as a name."""
IN_BRACKETS = re.compile(rf"[ \n]\(\s?[\"'„“]?(?P<short>[{HIGH}][{HIGH}{LOW}&]{{1,9}})[\"'“”]?\s?\)")


@dataclass(frozen=True, slots=True)
class Short:
    words: tuple[str, ...]
    company: Company
    how: How


def learn(scan: Scan, mentions: Iterable[CompanyMention]) -> list[Short]:
    """The short forms that a text may use of the names in it, without those that mean somebody else."""
    found: dict[tuple[str, ...], Short] = {}
    clashes: set[tuple[str, ...]] = set()
    for mention in mentions:
        printed = scan.article.text[mention.start : mention.end]
        behind = scan.ends[tail(scan, scan.index_before(mention.end))[0]]
        bracket = IN_BRACKETS.match(scan.article.text, max(behind, mention.end))
        shorts = [*_shorts(printed, mention.company.name, scan.article.language)]
        if (symbol := _symbol(scan.article.text, max(behind, mention.end))) is not None:
            shorts.append(((symbol,), "acronym"))
        if bracket is not None and bracket["short"][0].casefold() == printed[0].casefold():
            shorts.append(((bracket["short"],), "acronym"))
        for parts, how in shorts:
            known = found.get(parts)
            another = known is not None and known.company.slug != mention.company.slug and not _one_name(known, mention)
            # "Muster Trust", where it is only sold, leaves "Muster" to Muster Management.
            if another and mention.role == "subject":
                clashes.add(parts)
            found.setdefault(parts, Short(parts, mention.company, how))
    return [short for parts, short in found.items() if parts not in clashes and not _means_another(short)]


def _symbol(text: str, behind: int) -> str | None:
    """ "Muster Ventures Corp. (TSX: MUVE) ... MUVE produced": the symbol that a text prints behind a name, where it is
    long enough to be taken for no other word."""
    listed = TICKER.match(text, behind + (text[behind : behind + 1] == "."))
    symbol = listed["listed"] if listed is not None else None
    return symbol if symbol and len(symbol) >= SYMBOL and symbol.isalpha() else None


def _one_name(known: Short, mention: CompanyMention) -> bool:
    """ "Altair" in the headline and "Altair Engineering" in the text are one company, not two that clash."""
    one, other = (set(words(name.casefold())) for name in (known.company.name, mention.company.name))
    return one <= other or other <= one


@lru_cache(maxsize=10_000)
def _shorts(printed: str, name: str, language: str) -> tuple[tuple[tuple[str, ...], How], ...]:
    """What a text may call the company of this name that it has printed so."""
    return tuple(_shortened(printed, name, lexicon(language)))


def _shortened(printed: str, name: str, lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], How]]:
    forms = legal_forms().words
    for text in dict.fromkeys((printed, name)):
        parts = [part for part in words(text) if part.casefold() not in forms]
        if len(parts) < 2:
            if len(parts) == 1 and text == name and len(parts[0]) > 2:
                yield (parts[0],), "alias"
            continue
        if len(parts) > 2 and parts[1][0].isupper() and all(len(part) > 1 for part in parts[:2]):
            yield tuple(parts[:2]), "alias"
        first = parts[0]
        if first.casefold() not in lexicon.not_names:
            if len(first) > 3 and "." not in first and first[0].isupper() and lexicon.noun(first) is None:
                yield (first,), "alias"
            if len(first) == 3 and first.isupper() and first.casefold() not in lexicon.no_short_form:
                yield (first,), "acronym"
            elif len(first) == 3 and first.istitle() and not lexicon.compounds:
                yield (first,), "alias"
        for initialled in (parts, words(text)):
            letters = "".join(part[0] for part in initialled if part[0].isupper())
            if 3 <= len(letters) <= 5:
                yield (letters,), "acronym"
    yield tuple(words(name)), "name"


def _means_another(short: Short) -> bool:
    for name in catalogue().by_word.get(short.words[0].casefold(), ()):
        if len(name.words) == len(short.words) and name.words == tuple(word.casefold() for word in short.words):
            return name.entry.company.slug != short.company.slug and not name.ordinary
    return False


def find(scan: Scan, shorts: list[Short]) -> Iterator[tuple[int, int, Short]]:
    """Where the text uses them, at words that no other mention covers: first word, last word, which."""
    by_word: dict[str, list[Short]] = {}
    for short in sorted(shorts, key=lambda short: -len(short.words)):
        by_word.setdefault(short.words[0].casefold(), []).append(short)
    if not by_word:
        return
    for index in scan.capitals:
        lower = scan.lowers[index]
        if scan.taken[index]:
            continue
        forms = by_word.get(lower) or (by_word.get(lower[:-1]) if lower.endswith(scan.lexicon.genitive) else None) or ()
        for short in forms:
            last = index + len(short.words) - 1
            if (
                last < len(scan.words)
                and scan.free(index, last)
                and _same(scan, index, short)
                and _stands_alone(scan, index)
                and (short.how != "alias" or not _is_common(scan, short) or _speaks(scan, short.words[0]))
            ):
                scan.take(index, last)
                yield index, last, short
                break


def _same(scan: Scan, first: int, short: Short) -> bool:
    for position, word in enumerate(short.words):
        text = scan.words[first + position]
        final = position == len(short.words) - 1
        if short.how == "acronym":
            if text != word and not (final and text == word + "s"):
                return False
        elif text.casefold() != word.casefold() and not (
            final and text.casefold() in [word.casefold() + ending for ending in scan.lexicon.genitive]
        ):
            return False
        if not final and not scan.joins(first + position):
            return False
    return True


def _is_common(scan: Scan, short: Short) -> bool:
    """Is the form so short, or a word of so many names ("Jones", "Continental"), that it may mean anything?"""
    word = short.words[0]
    return len(short.words) == 1 and (len(word) <= 3 or word.casefold() in scan.lexicon.no_short_form)


def _speaks(scan: Scan, word: str) -> bool:
    """ "Lee, which publishes papers", "Lee said": does the text use a common word as a company's name?"""
    if ("speaks", word) not in scan.answers:
        scan.answers["speaks", word] = _is_told_to_speak(scan, word)
    return scan.answers["speaks", word]


def _is_told_to_speak(scan: Scan, word: str) -> bool:
    uses = [index for index in scan.capitals if scan.words[index] == word and not scan.taken[index]]
    if word.casefold() in scan.lexicon.no_short_form and not all(_stands_alone(scan, index) for index in uses):
        return False  # "Jane Jones, who runs the company, ... Jones said"
    told, text = scan.lexicon.relative, scan.article.text
    if any(scan.gap(index) == " " and scan.lower(index + 1) in scan.lexicon.speaks for index in uses):
        return True
    return told is not None and any(told.match(text, scan.ends[index]) for index in uses)


def _stands_alone(scan: Scan, first: int) -> bool:
    """Not part of a longer name: 'Barnes' is not the company in 'Harry Barnes'."""
    if first and scan.gap(first - 1) == " " and not scan.lexicon.compounds and first not in scan.firsts:
        before = scan.words[first - 1]
        if (
            before[0].isupper()
            and before.isalpha()
            and scan.lowers[first - 1] not in scan.lexicon.not_names
            and not scan.taken[first - 1]
        ):
            return before.isupper()
    return True
