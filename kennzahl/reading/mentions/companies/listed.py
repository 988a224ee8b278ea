"""Names of the catalogue in a text."""

from __future__ import annotations

from dataclasses import dataclass

from kennzahl.catalog.companies import Entry, Name, catalogue
from kennzahl.reading.mentions.companies.deeds import names
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.negatives import by_first_word
from kennzahl.reading.mentions.companies.scan import Scan
from kennzahl.reading.mentions.companies.tickers import TICKER

SOURCES = frozenset({"agency", "exchange", "rating_agency"})

OWNED = 4
"""Words behind a possessive in which the noun stands that it is of."""
OFFICE = 7
"""Words before a person's name in which the office stands: "der Vorstandschef der Sparkasse Oberwald, | Jan Muster"."""
ENTRY = frozenset({" - ", " – ", " — ", ": "})
"""Stands behind the name with which an entry of a column begins ..."""
APPOSITION = 5
"""... and so many words behind it say what the company is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name at words ``first`` to ``last``; ``source`` where it is a news source's or an exchange's as well."""

    first: int
    last: int
    entry: Entry
    canonical: bool
    possessive: bool
    ordinary: bool
    person: bool
    source: bool


def blocked(scan: Scan, index: int) -> tuple[int, str]:
    """How many words from here on are the name of something that is no company, and of what kind; (0, "") for none."""
    for name in by_first_word().get(scan.lowers[index], ()):
        last = index + len(name.lower) - 1
        if last >= len(scan.words) or not name.spelled(scan.words[index]):
            continue
        alike = all(scan.lowers[index + n] == word for n, word in enumerate(name.lower))
        if alike and all(scan.joins(n) for n in range(index, last)):
            return len(name.lower), name.kind
    return 0, ""


def find(scan: Scan) -> list[Found]:
    """All names, the longest at each word; ordinary words only where the text uses them as names."""
    by_word = catalogue().by_word
    found: list[Found] = []
    resume = 0
    for index in scan.openers:
        if index < resume:
            continue
        lower = scan.lowers[index]
        names = by_word.get(lower, ())
        if lower.endswith(scan.lexicon.genitive):
            names = (*names, *(n for n in by_word.get(lower[:-1], ()) if len(n.words) == 1))
        elif lower.endswith(scan.lexicon.declined_names):
            names = (*names, *(n for n in by_word.get(lower[:-1], ()) if len(n.words) > 1))
        match = next((hit for name in names if (hit := _match(scan, index, name)) is not None), None)
        length, kind = blocked(scan, index)
        if length and (match is None or length >= match.last - index + 1):
            if match is not None and length == match.last - index + 1 and kind in SOURCES:
                found.append(
                    Found(index, match.last, match.entry, match.canonical, match.possessive, False, False, True)
                )
            scan.barred[index : index + length] = b"\x01" * length
            resume = index + length
        elif match is not None:
            found.append(match)
            resume = match.last + 1
    return _without_ordinary_words(scan, found)


def _match(scan: Scan, index: int, name: Name) -> Found | None:
    last = index + len(name.words) - 1
    if last >= len(scan.words) or (last > index and not scan.lowers[index + 1].startswith(name.words[1])):
        return None
    possessive = False
    dotted = last > index and "." in scan.gaps[index:last] and _printed_alike(scan, index, last, name)
    for position, word in enumerate(name.words):
        here = index + position
        form, lower = scan.words[here], scan.lowers[here]
        if lower != word:
            if not scan.lexicon.compounds:
                return None
            if here == last and lower[: len(word)] == word and lower[len(word) :] in scan.lexicon.genitive:
                possessive = True
            elif here == last or not (lower[:-1] == word and lower.endswith(scan.lexicon.declined_names)):
                return None  # but the declined adjective that a name begins with ("der Gewinn der Deutschen Bank")
            form = form[:-1]
        if name.exact is not None and form != name.exact[position]:
            return None
        if position and not (
            form[:1].isupper() or form[:1].isdigit() or word in legal_forms().connectors or len(word) == 1
        ):
            return None
        if here < last and not scan.joins(here) and not (scan.gap(here) == "." and dotted):
            return None
    if len(name.words) > 1 and max(map(len, name.words)) < 3 and not _printed_alike(scan, index, last, name):
        return None
    if (
        "." in scan.gap(index - 1)
        and index
        and not scan.gap(index - 1).startswith((". ", ".\n"))
        and scan.gap(index - 1) == "."
    ):
        return None  # the middle of an address or an abbreviation: www.sap.com
    return Found(index, last, name.entry, name.canonical, possessive, name.ordinary, name.person, False)


def _printed_alike(scan: Scan, first: int, last: int, name: Name) -> bool:
    """'AT&T', '1&1', 'E.ON', 'Sample.com': names of letters and digits, or with a full stop, need their own marks."""
    text = scan.article.text[scan.starts[first] : scan.ends[last]].replace(" ", "").casefold()
    return any(text == printed.replace(" ", "").casefold() for printed in name.entry.names)


def _without_ordinary_words(scan: Scan, found: list[Found]) -> list[Found]:
    sure = {hit.entry.company.slug for hit in found if not hit.ordinary or used_as_name(scan, hit.first, hit.last)}
    acting = names(scan) if any(hit.ordinary for hit in found) else frozenset()
    sure |= {hit.entry.company.slug for hit in found if hit.ordinary and scan.words[hit.first] in acting}
    people = {hit.entry.company.slug for hit in found if hit.ordinary and _part_of_another_name(scan, hit)}
    sure |= {hit.entry.company.slug for hit in found if _stands_out(scan, hit.first, hit.last)} - people
    persons = {scan.lowers[hit.first] for hit in found if _is_surname(scan, hit)}
    named = {
        hit.entry.company.slug for hit in found if scan.lowers[hit.last] not in persons or is_formal(scan, hit.last)
    }
    kept = []
    for hit in found:
        if scan.lowers[hit.last] in persons and hit.entry.company.slug not in named:
            continue  # "finance chief Michael Lehman ... | Lehman said"
        if (hit.person and _part_of_another_name(scan, hit)) or _is_short_for_a_noun(scan, hit):
            continue
        if hit.ordinary:
            if hit.entry.company.slug not in sure or _part_of_another_name(scan, hit):
                continue
            if hit.first in scan.firsts and _goes_on(scan, hit) and not used_as_name(scan, hit.first, hit.last):
                continue
        kept.append(hit)
    return kept


def _is_surname(scan: Scan, hit: Found) -> bool:
    """ "Michael | Lehman", "Chief Executive John | Williams": does the text name a person so?"""
    if hit.first != hit.last or is_formal(scan, hit.last):
        return False
    if scan.lexicon.compounds:
        return _has_first_name(scan, hit.first)
    if not _part_of_another_name(scan, hit):
        return False
    return hit.person or scan.lower(hit.first - 2) in scan.lexicon.officers


def _has_first_name(scan: Scan, last: int) -> bool:
    """ "Vorstandschefin Jana | Muster", "Dr. Jana | Muster": a name behind an office or a title, and one more."""
    lexicon, first = scan.lexicon, last - 1
    if (
        first < 1
        or scan.gap(first) != " "
        or not scan.words[first].istitle()
        or scan.lowers[first] in lexicon.not_names
    ):
        return False
    title = scan.lowers[first - 1]
    if lexicon.noun(scan.words[first]) is not None:
        return False
    if scan.gap(first - 1) == ", ":  # "der Vorstandschef der Sparkasse, Jan | Muster"
        return any(word.endswith(lexicon.officer_endings) for word in scan.lowers[max(0, first - OFFICE) : first])
    if scan.gap(first - 1) not in (" ", ". "):
        return False
    return title in lexicon.titles or (scan.words[first - 1][0].isupper() and title.endswith(lexicon.officer_endings))


def _part_of_another_name(scan: Scan, hit: Found) -> bool:
    """'Harrison Ford', 'Stephen Harper Gap': a capitalised word before it that is no noun for a company."""
    before = hit.first - 1
    if before < 0 or scan.gap(before) != " " or hit.first in scan.firsts or scan.lexicon.compounds:
        return False
    word = scan.words[before]
    return (
        word[0].isupper()
        and not word.isupper()
        and before not in scan.firsts
        and scan.lowers[before] not in scan.lexicon.not_names
        and scan.lexicon.noun(word) is None
        and not scan.taken[before]
        and not scan.barred[before]
    )


def _is_short_for_a_noun(scan: Scan, hit: Found) -> bool:
    """ "die Schuldpapiere ( | SAP)": letters in brackets behind a noun that is none for a company, and no name."""
    alone = hit.first == hit.last and scan.gap(hit.first - 1) == " (" and scan.gap(hit.last).startswith(")")
    if not (alone and scan.lexicon.compounds and scan.words[hit.first].isupper()):
        return False
    before = hit.first - 1
    plain = scan.capitalised(before) and not scan.taken[before] and not scan.barred[before]
    return plain and scan.lexicon.noun(scan.words[before]) is None and scan.words[before][0] == scan.words[hit.first][0]


def _goes_on(scan: Scan, hit: Found) -> bool:
    """A sentence that begins with a word like 'Next' or 'Total' and goes on with a plain word."""
    return not scan.lexicon.compounds and scan.gap(hit.last) == " " and scan.words[hit.last + 1].islower()


def _stands_out(scan: Scan, first: int, last: int) -> bool:
    """ "Profits at Shell halved": in a language that writes nouns small, a capital amid a sentence tells a name.

    Not behind an article ("the Gap between"), nor beside another capital, which may be the rest of another name.
    """
    before = first - 1
    if scan.lexicon.compounds or first in scan.firsts or before < 0 or scan.gap(before) != " ":
        return False
    sentence = scan.sentence_of(first)
    if sentence is None or sentence.is_headline or not scan.words[before].islower():
        return False
    if scan.lowers[before] in scan.lexicon.determiners or (scan.gap(last) == " " and scan.capitalised(last + 1)):
        return False
    return scan.words[first][0].isupper() and not scan.words[first].isupper()


def _introduces(scan: Scan, last: int) -> bool:
    """ "SAMPLE - Der Stahlkonzern ...": does the entry of a column go on with what the company is?"""
    return any(scan.lexicon.noun(word) is not None for word in scan.words[last + 1 : last + 1 + APPOSITION])


def used_as_name(scan: Scan, first: int, last: int) -> bool:
    """Does the text use these words as a company's name: legal form, ticker, compound, possessive, apposition, verb?"""
    lexicon = scan.lexicon
    gap, following = scan.gap(last), scan.lower(last + 1)
    if is_formal(scan, last):
        return True
    if gap in ("-", "‑") and following in lexicon.heads["own"]:
        return True
    if first == 0 and gap.startswith(":") and scan.sentences[0].is_headline:
        return True  # "Muster: Halbjahr ohne Gewinn"
    if first in scan.firsts and gap in ENTRY and _introduces(scan, last):
        return True
    if first and scan.gap(first - 1) in (" ", "\n") and lexicon.noun(scan.words[first - 1]) is not None:
        return True
    if gap in ("'", "’") and following == "s":
        return _owns(scan, last + 2)
    if lexicon.compounds and first and scan.gap(first - 1) == " " and scan.capitalised(first - 1):
        return False  # "Theaster | Gates will ..."
    return following in lexicon.speaks and (first not in scan.firsts or not scan.lexicon.compounds or last > first)


def _owns(scan: Scan, first: int) -> bool:
    """ "Target's | March same-store sales": do the words behind a possessive end in what a company has or does?"""
    for index in range(first, min(first + OWNED, len(scan.words))):
        word = scan.lowers[index]
        if word in scan.lexicon.heads["own"] or (index == first and word in scan.lexicon.reports):
            return True
        if scan.gap(index) not in (" ", "-"):
            return False
    return False


def is_formal(scan: Scan, last: int) -> bool:
    """Does a legal form or a ticker stand behind the name that ends here?"""
    end = scan.ends[last]
    form = legal_forms().pattern.match(scan.article.text, end + 1)
    if form is not None and scan.gap(last)[:1] in " ,\n" and form[0] != "AS":
        return True
    return TICKER.match(scan.article.text, end) is not None
