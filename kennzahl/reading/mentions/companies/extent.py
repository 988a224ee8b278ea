"""How far a company's name reaches in a text, and how a reader would write it."""

from __future__ import annotations

from dataclasses import dataclass

from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.mention import How
from kennzahl.reading.mentions.companies.nouns import noun_ending_at
from kennzahl.reading.mentions.companies.persons import is_person
from kennzahl.reading.mentions.companies.scan import WORD, Scan
from kennzahl.reading.mentions.companies.tickers import TICKER

MAX_WORDS = 6
"""A name has at most so many words; a longer row of capitals is none."""
ABBREVIATION = 6
"""A name in capitals of fewer letters is an abbreviation ("THQ"), a longer one only shouts ("TEXACO")."""


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


def end_of_name(scan: Scan, last: int) -> int:
    """The last word of all that belongs to a known name at ``last``: longer name, legal forms, symbol."""
    return tail(scan, _longer_name(scan, last))[0]


def tail(scan: Scan, last: int) -> tuple[int, str | None]:
    """The last word of the legal forms and the symbol behind a name ("Motor Co ( F.N )"), and the symbol."""
    forms, text = legal_forms(), scan.article.text
    for _ in range(3):
        gap = scan.gap(last)
        if gap not in (" ", ", ", "\n", ". ", " \n"):
            break
        match = forms.pattern.match(text, scan.ends[last] + len(gap))
        if match is None or (match[0] in forms.maybe and match[0] not in forms.short):
            break
        last = scan.index_before(match.end())
    symbol = TICKER.match(text, scan.ends[last])
    if symbol is None:
        return last, None
    return scan.index_before(symbol.end()), symbol["listed"] or symbol["ric"] or symbol["bare"]


def _longer_name(scan: Scan, last: int) -> int:
    """The last word of the full name that begins with a known one ("Costco Wholesale Corp"), or ``last`` itself."""
    forms, text = legal_forms(), scan.article.text
    for index in range(last + 1, min(last + 4, len(scan.words))):
        word, lower, end = scan.words[index], scan.lowers[index], scan.ends[index]
        if scan.gap(index - 1) not in (" ", "\n") or not scan.capitalised(index) or word in forms.apart:
            break
        if TICKER.match(text, end) and lower not in forms.words:
            return index
        match = forms.pattern.match(text, end + 1)
        if match is not None and match[0] not in forms.maybe and lower not in forms.words:
            return index
    return last


def reader_name(scan: Scan, first: int, last: int) -> str:
    """The name as a reader would write it: on one line, and without the capitals of a telegram."""
    name = " ".join(scan.article.text[scan.starts[first] : scan.ends[last]].split())
    for declined, plain in scan.lexicon.nominatives.items():
        if last > first and scan.words[first].endswith(declined):
            name = name.replace(f"{declined} ", f"{plain} ", 1)  # "der Burgenländischen Landesholding"
    if not name.isupper() or (first == last and len(name) < ABBREVIATION):
        return name
    return WORD.sub(lambda word: word[0].capitalize() if len(word[0]) > 3 else word[0], name)


def walk_back(scan: Scan, last: int, *, lists: bool = True, sure: bool = False) -> int | None:
    """The first word of the name that ends at ``last``, or None where no name does; ``lists`` lets "and" into it.

    ``sure`` says that a name ends there, whatever its last word is ("Pergament Medien SE").
    """
    first: int | None = None
    index = last
    while index >= 0 and last - index < MAX_WORDS:
        word, lower = scan.words[index], scan.lowers[index]
        if scan.taken[index] or (index < last and not scan.joins(index)) or _ends_a_ticker(scan, index):
            break
        if first is not None and lower in scan.lexicon.part_of and is_person(scan, index - 1):
            break
        connects = lower in legal_forms().connectors and not word.istitle()
        if connects or (len(word) == 1 and word.islower()):
            if first is None or (lower in legal_forms().joiners and not lists) or _of_a_place(scan, index):
                break
        elif sure and index == last and scan.capitalised(index) and index and scan.joins(index - 1):
            first = index
        elif not (scan.capitalised(index) or word.isdigit()) or _begins_behind(scan, index, last):
            break
        else:
            first = index
        index -= 1
    while first is not None and first < last and scan.words[first].isdigit():
        first += 1
    if first is None or scan.words[first].isdigit():
        return None
    if index >= 0 and last - index >= MAX_WORDS and scan.joins(index) and scan.capitalised(index):
        return None  # a line of capitals is no name
    return first


def _ends_a_ticker(scan: Scan, index: int) -> bool:
    """ "Muster CORP.UL": what stands behind the full stop of a ticker that no brackets part from the text."""
    word, before = scan.words[index], scan.words[index - 1] if index else ""
    return scan.gap(index - 1) == "." and word.isupper() and len(word) <= 2 < 1 + len(before) and before.isupper()


def _begins_behind(scan: Scan, index: int, last: int) -> bool:
    """Is the word one that stands before a name: 'Der', 'Umsatz', 'Autozulieferer', 'Builder'?"""
    lower, lexicon = scan.lowers[index], scan.lexicon
    if not_a_name(scan, index):
        may_end = index == last and scan.words[index].capitalize() in legal_forms().maybe
        return not (may_end or (index < last and lower in lexicon.may_begin))
    if lexicon.compounds:
        described = lower in lexicon.relations or noun_ending_at(scan, index) is not None
        return index < last and lower not in lexicon.part_of_name and described
    if scan.article.text.startswith("<", scan.starts[index] - 1):
        return False  # "<GIANT MUSTER LTD>": a telegram brackets the whole name
    opens = index in scan.firsts or scan.gap(index - 1).endswith(("- ", "– ", "— "))
    return index < last and opens and lexicon.noun(lower) is not None


def _of_a_place(scan: Scan, index: int) -> bool:
    """'Australia's Billabong': the s of a country is no part of the name behind it."""
    return (
        scan.words[index] == "s"
        and index > 0
        and (scan.lowers[index - 1] in scan.lexicon.not_names or bool(scan.barred[index - 1]))
    )


def not_a_name(scan: Scan, index: int) -> bool:
    """'Umsatz', 'Österreichs', 'Mittwochabend': no name begins or ends with such a word."""
    lexicon, word = scan.lexicon, scan.lowers[index]
    if word in lexicon.not_names:
        return True
    if lexicon.compounds and (word[:-1] in lexicon.not_names or word.endswith(lexicon.not_name_endings)):
        return True
    return (
        lexicon.compounds and word.endswith(lexicon.times_of_day) and any(word.startswith(day) for day in lexicon.days)
    )


def _may_follow(scan: Scan, index: int) -> bool:
    """ "Medienhaus Steirerpresse": right behind a noun for a company, also a word that ends like no name is one."""
    lexicon, word = scan.lexicon, scan.lower(index)
    return word in lexicon.may_begin or not (
        word in lexicon.not_names or word[:-1] in lexicon.not_names or word.endswith(lexicon.times_of_day)
    )


def walk_on(scan: Scan, first: int) -> int | None:
    """The last word of the name that begins behind a noun for a company, or None."""
    lexicon, last = scan.lexicon, None
    for index in range(first, min(first + 4, len(scan.words))):
        lower = scan.lowers[index]
        name_like = (
            scan.capitalised(index)
            and lower not in lexicon.officers
            and lower.removesuffix("s") not in lexicon.officers
        )
        if (
            not name_like
            or scan.taken[index]
            or (not_a_name(scan, index) and not (index == first and _may_follow(scan, index)))
        ):
            break
        if lexicon.compounds and (noun_ending_at(scan, index) is not None or lower.endswith(lexicon.officer_endings)):
            return None
        last = index
        if not scan.joins(index):
            break
    if last is None or (scan.lower(last + 1) in lexicon.officers and scan.gap(last) == " "):
        return None
    if last == first and (len(scan.words[first]) < 2 or scan.lowers[first] in lexicon.may_begin):
        return None
    return last
