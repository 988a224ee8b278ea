"""Companies that no catalogue lists, by their legal form or their ticker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kennzahl.reading.mentions.companies.extent import Named, reader_name, tail, walk_back
from kennzahl.reading.mentions.companies.introduced import by_apposition, by_group, by_region, by_telegram, by_trade
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.listed import blocked
from kennzahl.reading.mentions.companies.scan import Scan
from kennzahl.reading.mentions.companies.tickers import NOT_TICKERS, TICKER

NEAR = 12
"""A ticker stands at most so many characters behind the name: a legal form fits between."""


def find(scan: Scan) -> Iterator[Named]:
    """By falling certainty; a finder looks only at words that no other has taken."""
    for finder in (_by_legal_form, _by_ticker, by_apposition, by_region, by_trade, by_group, by_telegram):
        for named in finder(scan):
            if scan.free(named.first, named.last):
                last, ticker = tail(scan, scan.index_before(named.end))
                scan.take(named.first, last)
                yield replace(named, ticker=named.ticker or ticker)


def _by_legal_form(scan: Scan) -> Iterator[Named]:
    """'Gänseblümchen GmbH & Co. KG', 'Acme Holdings Inc'."""
    for match in legal_forms().pattern.finditer(scan.article.text):
        last = scan.index_before(match.start())
        if last < 0 or scan.taken[last] or scan.lowers[last] in legal_forms().words or not _belongs(scan, last, match):
            continue
        sure = _is_sure(match[0])
        first = walk_back(scan, last, lists=sure, sure=sure)
        if first is None or _is_common(scan, first, last, match.end()):
            continue
        if first and scan.taken[first - 1] and scan.gap(first - 1) == " ":
            continue  # "Muster | Automobile Holdings Ltd": the rest of a name
        if not sure and first > 1 and scan.owns(first - 2):
            continue  # "Muster's | Brand Group": a part of it
        if not sure and not _is_form(scan, match[0]):
            if scan.lexicon.compounds or _could_be_anything(scan, first, last, match.end()):
                continue
            last = scan.index_before(match.end())
        yield Named(first, last, match.end(), reader_name(scan, first, last), "legal_form")


def _is_sure(form: str) -> bool:
    return form.replace(".", "").casefold() in legal_forms().sure


def _is_form(scan: Scan, form: str) -> bool:
    """Is an ordinary word a legal form here, and not the last word of the name?"""
    return form in legal_forms().short or (scan.lexicon.compounds and form in legal_forms().groups)


def _belongs(scan: Scan, last: int, form: re.Match[str]) -> bool:
    """Does a legal form belong to the word before it, by what stands between and how it is written?"""
    word, between = scan.words[last], scan.article.text[scan.ends[last] : form.start()]
    if form[0] == "Co" and scan.article.text[form.end() : form.end() + 1] == "-":
        return False  # "Neuer Co-Vorstandschef"
    if between == "-":
        return form[0] in legal_forms().groups and form[0].casefold() not in scan.lexicon.group_heads
    if scan.lowers[last].endswith(scan.lexicon.adjectives.get(form[0], ())) and not _stands_alone(scan, last):
        return False  # "die kuriose Gruppe E"
    if word.isupper() and form[0].isupper() and form[0].casefold() in scan.lexicon.not_names:
        return False  # "2008 SEEN AS DIFFICULT"
    if not _is_sure(form[0]):
        return between == " " and not (form[0].isupper() and len(form[0]) > 2)
    return between in (" ", ", ", "\n", " \n") or (between in (". ", ".\n") and len(word) <= 3)


def _stands_alone(scan: Scan, word: int) -> bool:
    """Does the text use the word by itself, as no adjective is ("die Gerlinger Gruppe ... rechnet Gerlinger damit")?"""
    printed = scan.words[word]
    alike = (index for index, text in enumerate(scan.words[:-1]) if text == printed and index != word)
    return any(scan.gap(index) == " " and not scan.capitalised(index + 1) for index in alike)


def _could_be_anything(scan: Scan, first: int, last: int, end: int) -> bool:
    """A single word that begins a sentence, a sentence of capitals, an office: no sign of a name."""
    opens = first in scan.firsts and first == last and not _speaks(scan, first, end)
    return opens or _title_case(scan, first) or blocked(scan, first)[0] > 0


def _speaks(scan: Scan, first: int, end: int) -> bool:
    """ "Lakeside Bank | said", not "Central Bank said", "Focus Group said", "Chip Industries said", nor "Lakeside Bank
    fell"?"""
    word, behind = scan.lowers[first], scan.index_at(end)
    common = word in scan.lexicon.no_short_form or word in scan.lexicon.not_groups or word in scan.words
    if common or scan.lexicon.noun(word) is not None:
        return False
    return scan.gap(behind - 1) == " " and scan.lower(behind) in scan.lexicon.speaks


def _is_common(scan: Scan, first: int, last: int, end: int) -> bool:
    """'die Schweizer Bank UBS': a description before a name, not a name."""
    following = scan.index_at(end)
    described = scan.lexicon.origins.get(scan.words[first]) is not None and first == last
    named = following < len(scan.words) and scan.article.text[end : scan.starts[following]] == " "
    generic = all(_is_generic(scan, index) for index in range(first, last + 1))
    return described or generic or bool(named and scan.taken[following])


def _is_generic(scan: Scan, index: int) -> bool:
    """'Trust Co', 'Holdings Inc': nothing that could tell one company from another."""
    return scan.words[index].capitalize() in legal_forms().maybe or scan.lowers[index] in scan.lexicon.no_short_form


def _title_case(scan: Scan, index: int) -> bool:
    """Is the sentence written with capitals throughout, so that a capital says nothing?"""
    sentence = scan.sentence_of(index)
    if sentence is None:
        return True
    inside = scan.words[scan.index_at(sentence.start) : scan.index_at(sentence.end)]
    words = [word for word in inside if len(word) > 3 and word[0].isalpha()]
    return len(words) < 4 or sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _by_ticker(scan: Scan) -> Iterator[Named]:
    """'Thermo Fisher ( TMO.N )', 'hVIVO PLC (AIM:HVO)', 'NYMEX Holdings NMX.N'."""
    until = -1
    for match in TICKER.finditer(scan.article.text):
        follows, until = match.start() == until, match.end()
        if follows:
            continue  # "(TSX: OAK) (OTC: OAKF)": the second symbol of the same
        last = scan.index_before(match.start() + 1)
        ticker = match["listed"] or match["ric"] or match["bare"]
        while last > 0 and scan.lowers[last] in legal_forms().words:
            last -= 1
        if last < 0 or match.start() - scan.ends[last] > NEAR or scan.taken[last] or ticker in NOT_TICKERS:
            continue
        first = walk_back(scan, last)
        if first is not None and not (first == last and len(scan.words[last]) < 3):
            yield Named(first, last, match.end(), reader_name(scan, first, last), "ticker", ticker=ticker)
