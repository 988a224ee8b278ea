"""Companies that no catalogue lists, found by how texts introduce them: legal form, ticker, apposition, headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kennzahl.reading.mentions.companies.lexicon import legal_forms
from kennzahl.reading.mentions.companies.listed import blocked
from kennzahl.reading.mentions.companies.mention import How
from kennzahl.reading.mentions.companies.nouns import noun_ending_at
from kennzahl.reading.mentions.companies.scan import CONNECTORS, WORD, Scan

MAX_WORDS = 6
SHORT_FORMS = frozenset({"SE", "SA", "AB", "KG", "AS", "Co", "Cos"})
"""Legal forms of ``maybe`` that are no part of the name a reader would use."""
GROUPS = frozenset({"Gruppe", "Holding", "Holdings"})
TIMES_OF_DAY = ("abend", "morgen", "nachmittag", "mittag", "nacht", "vormittag", "früh")
TICKER = re.compile(
    r"\s?[(<]\s?(?:(?:[A-Z][A-Za-z]{1,9}(?:[ -][A-Z]{2,6})?)\s?:\s?(?P<listed>[A-Z0-9.]{1,8})|(?P<ric>[A-Z0-9]{1,6}[.=][A-Z]{1,4}|(?<=<)[A-Z]{2,5}(?=>)))"
    r"(?:[,;][^)>\n]{0,60})?\s?[)>]|\s(?P<bare>[A-Z]{1,5}\.(?:N|O|A|L|PA|DE|F|T|HK|TO|AS|MI|MC|VX|S|ST|HE|CO|OL|BR|VI|AX|NS|BO|KS|OB|PK))\b(?!\.)"
)
OWN_HEADS = frozenset({"gruppe", "konzern", "konzerns", "aktie", "aktien"})
"""Words that make a company of the name before the hyphen: 'Belimo-Gruppe'."""
COMMON = ("ung", "ungen", "heit", "keit", "schaft", "schaften", "ismus", "schen", "leute", "tion", "tionen")
"""Endings of German nouns that are never a company's name behind another noun."""
NOT_TICKERS = frozenset({"USD", "EUR", "GBP", "CHF", "Reuters", "CEO", "CFO", "WKN", "ISIN"})
PREFIX = re.compile(
    r"(?:(?:UPDATE|WRAPUP|ROUNDUP|RPT|WDH|BRIEF|EXCLUSIVE|INSTANT VIEW|FOCUS|CORRECTED|DGAP[\w-]*|EQS[\w-]*|DJ|OTS|AKTIE IM FOKUS|KORREKTUR)[ \d/:-]*)+"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A company's name at words ``first`` to ``last``, without legal form; ``end`` is where its printed form ends."""

    first: int
    last: int
    end: int
    name: str
    how: How
    industry: str | None = None
    ticker: str | None = None


def find(scan: Scan) -> Iterator[Named]:
    """By falling certainty; a finder looks only at words that no other has taken."""
    for finder in (_by_legal_form, _by_ticker, _by_apposition, _by_group):
        for named in finder(scan):
            if scan.free(named.first, named.last):
                scan.take(named.first, scan.index_before(named.end))
                yield named


def end_of_legal_form(scan: Scan, last: int) -> int:
    """The last word of the legal forms that follow a name at ``last`` ("Motor Co Ltd"), or ``last`` itself."""
    forms, text = legal_forms(), scan.article.text
    last = _longer_name(scan, last)
    for _ in range(3):
        gap = scan.gap(last)
        if gap not in (" ", ", ", "\n", ". ", " \n"):
            break
        match = forms.pattern.match(text, scan.tokens[last].end + len(gap))
        if match is None or (match[0] in forms.maybe and match[0] not in SHORT_FORMS):
            break
        last = scan.index_before(match.end())
    return last


def _longer_name(scan: Scan, last: int) -> int:
    """The last word of the full name that begins with a known one ("Costco Wholesale Corp"), or ``last`` itself."""
    forms, text = legal_forms(), scan.article.text
    for index in range(last + 1, min(last + 4, len(scan.tokens))):
        word = scan.tokens[index]
        if scan.gap(index - 1) not in (" ", "\n") or not scan.capitalised(index) or word.text in forms.apart:
            break
        if TICKER.match(text, word.end) and word.lower not in forms.words:
            return index
        match = forms.pattern.match(text, word.end + 1)
        if match is not None and match[0] not in forms.maybe and word.lower not in forms.words:
            return index
    return last


def _name(scan: Scan, first: int, last: int) -> str:
    """The name as a reader would write it: on one line, and without the capitals of a telegram."""
    name = " ".join(scan.article.text[scan.tokens[first].start : scan.tokens[last].end].split())
    if not name.isupper() or (first == last and len(name) < 6):
        return name
    return WORD.sub(lambda word: word[0].capitalize() if len(word[0]) > 3 else word[0], name)


def _walk_back(scan: Scan, last: int, *, lists: bool = True) -> int | None:
    """The first word of the name that ends at ``last``, or None where no name does; ``lists`` lets "and" into it."""
    first: int | None = None
    index = last
    while index >= 0 and last - index < MAX_WORDS:
        token = scan.tokens[index]
        if scan.taken[index] or (index < last and not scan.joins(index)):
            break
        if token.lower in CONNECTORS or (len(token.text) == 1 and token.text.islower()):
            if first is None or (token.lower in ("and", "und") and not lists) or _of_a_place(scan, index):
                break
        elif not (scan.capitalised(index) or token.text.isdigit()) or _begins_behind(scan, index, last):
            break
        else:
            first = index
        index -= 1
    while first is not None and first < last and scan.tokens[first].text.isdigit():
        first += 1
    if first is None or scan.tokens[first].text.isdigit():
        return None
    if index >= 0 and last - index >= MAX_WORDS and scan.joins(index) and scan.capitalised(index):
        return None  # a line of capitals is no name
    return first


def _begins_behind(scan: Scan, index: int, last: int) -> bool:
    """Is the word one that stands before a name: 'Der', 'Umsatz', 'Autozulieferer', 'Builder'?"""
    token, lexicon = scan.tokens[index], scan.lexicon
    if not_a_name(scan, index):
        may_end = index == last and token.text.capitalize() in legal_forms().maybe
        return not (may_end or (index < last and token.lower in lexicon.may_begin))
    if lexicon.compounds:
        return index < last and noun_ending_at(scan, index) is not None
    opens = index in scan.firsts or scan.gap(index - 1).endswith(("- ", "– ", "— "))
    return index < last and opens and lexicon.noun(token.lower) is not None


def _of_a_place(scan: Scan, index: int) -> bool:
    """'Australia's Billabong': the s of a country is no part of the name behind it."""
    return (
        scan.tokens[index].text == "s"
        and index > 0
        and (scan.tokens[index - 1].lower in scan.lexicon.not_names or bool(scan.barred[index - 1]))
    )


def not_a_name(scan: Scan, index: int) -> bool:
    """'Umsatz', 'Österreichs', 'Mittwochabend': no name begins or ends with such a word."""
    lexicon, word = scan.lexicon, scan.tokens[index].lower
    if word in lexicon.not_names:
        return True
    if lexicon.compounds and (word[:-1] in lexicon.not_names or word.endswith(lexicon.not_name_endings)):
        return True
    return lexicon.compounds and word.endswith(TIMES_OF_DAY) and any(word.startswith(day) for day in lexicon.days)


def _by_legal_form(scan: Scan) -> Iterator[Named]:
    """'Gänseblümchen GmbH & Co. KG', 'Acme Holdings Inc'."""
    for match in legal_forms().pattern.finditer(scan.article.text):
        last = scan.index_before(match.start())
        if last < 0 or scan.taken[last] or not _belongs(scan, last, match):
            continue
        sure = _is_sure(match[0])
        first = _walk_back(scan, last, lists=sure)
        if first is None or _is_common(scan, first, last, match.end()):
            continue
        if not sure and not _is_form(scan, match[0]):
            if scan.lexicon.compounds or _could_be_anything(scan, first, last):
                continue
            last = scan.index_before(match.end())
        yield Named(first, last, match.end(), _name(scan, first, last), "legal_form")


def _is_sure(form: str) -> bool:
    return form.replace(".", "").casefold() in legal_forms().sure


def _is_form(scan: Scan, form: str) -> bool:
    """Is an ordinary word a legal form here, and not the last word of the name?"""
    return form in SHORT_FORMS or (scan.lexicon.compounds and form in GROUPS)


def _belongs(scan: Scan, last: int, form: re.Match[str]) -> bool:
    """Does a legal form belong to the word before it, by what stands between and how it is written?"""
    word, between = scan.tokens[last], scan.article.text[scan.tokens[last].end : form.start()]
    if between == "-":
        return form[0] in GROUPS
    if form[0] == "Gruppe" and word.lower.endswith(("e", "en", "er", "es")):
        return False  # "die kuriose Gruppe E"
    if not _is_sure(form[0]):
        return between == " " and not (form[0].isupper() and len(form[0]) > 2)
    return between in (" ", ", ", "\n", " \n") or (between in (". ", ".\n") and len(word.text) <= 3)


def _could_be_anything(scan: Scan, first: int, last: int) -> bool:
    """A single word that begins a sentence, a sentence of capitals, an office: no sign of a name."""
    opens = first in scan.firsts and first == last
    return opens or _title_case(scan, first) or blocked(scan, first)[0] > 0


def _is_common(scan: Scan, first: int, last: int, end: int) -> bool:
    """'die Schweizer Bank UBS': a description before a name, not a name."""
    following = scan.index_at(end)
    described = scan.lexicon.origins.get(scan.tokens[first].text) is not None and first == last
    named = following < len(scan.tokens) and scan.article.text[end : scan.tokens[following].start] == " "
    generic = all(_is_generic(scan, index) for index in range(first, last + 1))
    return described or generic or bool(named and scan.taken[following])


def _is_generic(scan: Scan, index: int) -> bool:
    """'Trust Co', 'Holdings Inc': nothing that could tell one company from another."""
    token = scan.tokens[index]
    return token.text.capitalize() in legal_forms().maybe or token.lower in scan.lexicon.no_short_form


def _title_case(scan: Scan, index: int) -> bool:
    """Is the sentence written with capitals throughout, so that a capital says nothing?"""
    sentence = next((s for s in scan.sentences if s.start <= scan.tokens[index].start < s.end), None)
    if sentence is None:
        return True
    words = [
        t
        for t in scan.tokens[scan.index_at(sentence.start) : scan.index_at(sentence.end)]
        if len(t.text) > 3 and t.text[0].isalpha()
    ]
    return len(words) < 4 or sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _by_ticker(scan: Scan) -> Iterator[Named]:
    """'Thermo Fisher ( TMO.N )', 'hVIVO PLC (AIM:HVO)', 'NYMEX Holdings NMX.N'."""
    for match in TICKER.finditer(scan.article.text):
        last = scan.index_before(match.start() + 1)
        ticker = match["listed"] or match["ric"] or match["bare"]
        while last > 0 and scan.tokens[last].lower in legal_forms().words:
            last -= 1
        if last < 0 or match.start() - scan.tokens[last].end > 12 or scan.taken[last] or ticker in NOT_TICKERS:
            continue
        first = _walk_back(scan, last)
        if first is not None and not (first == last and len(scan.tokens[last].text) < 3):
            yield Named(first, last, match.end(), _name(scan, first, last), "ticker", ticker=ticker)


def _by_apposition(scan: Scan) -> Iterator[Named]:
    """'der Autozulieferer Hella', 'chipmaker Broadcom'."""
    for index in range(len(scan.tokens) - 1):
        if scan.gap(index) != " " or not scan.capitalised(index + 1) or scan.taken[index + 1]:
            continue
        noun = noun_ending_at(scan, index)
        if noun is None or scan.gap(index + 1).startswith("."):
            continue
        last = _walk_on(scan, index + 1)
        if last is not None:
            yield Named(
                index + 1, last, scan.tokens[last].end, _name(scan, index + 1, last), "apposition", noun.industry
            )


def _walk_on(scan: Scan, first: int) -> int | None:
    """The last word of the name that begins behind a noun for a company, or None."""
    lexicon, last = scan.lexicon, None
    for index in range(first, min(first + 4, len(scan.tokens))):
        token = scan.tokens[index]
        name_like = (
            scan.capitalised(index)
            and token.lower not in lexicon.officers
            and token.lower.removesuffix("s") not in lexicon.officers
        )
        if (
            not name_like
            or scan.taken[index]
            or (not_a_name(scan, index) and not (index == first and token.lower in lexicon.may_begin))
        ):
            break
        if lexicon.compounds and (
            noun_ending_at(scan, index) is not None or token.lower.endswith(tuple(lexicon.officers))
        ):
            return None
        last = index
        if not scan.joins(index):
            break
    if last is None or (scan.lower(last + 1) in lexicon.officers and scan.gap(last) == " "):
        return None
    if last == first and (len(scan.tokens[first].text) < 2 or scan.tokens[first].lower in lexicon.may_begin):
        return None
    return last


def _by_group(scan: Scan) -> Iterator[Named]:
    """'die Belimo-Gruppe', 'Belimo-Konzern': only in a language of compounds."""
    if not scan.lexicon.compounds:
        return
    for index in range(1, len(scan.tokens)):
        if scan.tokens[index].lower in OWN_HEADS and scan.gap(index - 1) == "-" and not scan.taken[index - 1]:
            last = index - 1
            first = last
            while first and scan.gap(first - 1) == "-" and last - first < 3:
                first -= 1
            word = scan.tokens[first]
            name = _name(scan, first, last)
            ordinary = word.lower in scan.lexicon.not_names or not word.text[0].isupper() or len(name) < 4
            known = scan.lexicon.noun(f"{name}konzern")
            if (
                ordinary
                or (known and known[0])
                or name.casefold() in scan.lexicon.not_groups
                or name.casefold().endswith(("dax", "stoxx", "markt", "bereichs"))
            ):
                continue
            yield Named(first, last, scan.tokens[last].end, name, "legal_form")


def headline_subject(scan: Scan) -> Named | None:
    """The unknown subject of a headline ("Hella steigert Umsatz"), if the body speaks of it as of a company."""
    headline = next((s for s in scan.sentences if s.is_headline), None) or next(iter(scan.sentences), None)
    if headline is None:
        return None
    start = headline.start
    if (prefix := PREFIX.match(scan.article.text, start)) is not None:
        start = prefix.end()
    first = scan.index_at(start)
    for index in range(first, min(first + 6, len(scan.tokens))):
        if scan.gap(index).startswith(":") and scan.tokens[index].end < headline.end:
            first = index + 1
            break
    last = None
    for index in range(first, min(first + 4, len(scan.tokens))):
        if not scan.capitalised(index) or not scan.free(index, index) or scan.tokens[index].end > headline.end:
            break
        if scan.tokens[index].lower in scan.lexicon.not_names | scan.lexicon.reports:
            break
        last = index
        if not scan.joins(index):
            break
    if last is None or scan.lower(last + 1) not in scan.lexicon.reports or scan.gap(last) != " ":
        return None
    if len(scan.tokens[first].text) < 3 or not _confirmed(scan, first, headline.end):
        return None
    scan.take(first, last)
    return Named(first, last, scan.tokens[last].end, _name(scan, first, last), "headline")


def _confirmed(scan: Scan, first: int, title_end: int) -> bool:
    word, lexicon = scan.tokens[first], scan.lexicon
    for index in range(scan.index_at(title_end), min(len(scan.tokens), 1500)):
        token = scan.tokens[index]
        if token.lower != word.lower or not token.text[0].isupper() or scan.taken[index]:
            continue
        if noun_ending_at(scan, index - 1) is not None and scan.gap(index - 1) == " ":
            return True
        if scan.gap(index) == "-" and scan.lower(index + 1) in lexicon.heads["own"]:
            return True
        speaks = scan.gap(index) == " " and scan.lower(index + 1) in lexicon.speaks
        if speaks and index not in scan.firsts and _speaks_of_companies(scan):
            return True
        if scan.gap(index) in ("'", "’") and scan.lower(index + 1) == "s" and not lexicon.compounds:
            return True
    return False


def _speaks_of_companies(scan: Scan) -> bool:
    """Does the beginning of the text use a noun for a company, as texts on people and countries seldom do?"""
    return any(noun_ending_at(scan, index) is not None for index in range(min(len(scan.tokens), 400)))
