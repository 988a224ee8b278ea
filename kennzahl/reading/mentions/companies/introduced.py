"""Companies by how a text introduces them: apposition, a compound with "-Gruppe", the subject of the headline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kennzahl.catalog.companies import seats
from kennzahl.reading.mentions import metrics
from kennzahl.reading.mentions.companies.extent import Named, not_a_name, reader_name, walk_on
from kennzahl.reading.mentions.companies.negatives import kinds_in
from kennzahl.reading.mentions.companies.nouns import Noun, noun_ending_at
from kennzahl.reading.mentions.companies.objects import is_object, is_used
from kennzahl.reading.mentions.companies.scan import Scan

CONFIRMING = 1500
"""Words of the body in which an unknown subject of the headline must show itself as a company."""
BEGINNING = 400
REPEATED = 3
"""A name before "-Chef" is a company's if the text uses it so often."""
SHORTEST = 4
INITIAL = 3
"""Letters at most of what is abbreviated by a full stop ("St. Jude"), and does not end a sentence."""
LONGEST_NAME = 3
"""A name has at most so many words before its trade."""
DASHES = frozenset({" - ", " – ", " — "})


def by_apposition(scan: Scan) -> Iterator[Named]:
    """'der Autozulieferer Hella', 'chipmaker Broadcom', and 'Volksbank Oberwald', whose noun belongs to the name."""
    for index in scan.referring:
        if scan.gap(index) != " " or scan.taken[index + 1] or not scan.capitalised(index + 1):
            continue
        noun = noun_ending_at(scan, index) or _relation(scan, index)
        initial = scan.gap(index + 1).startswith(".") and len(scan.words[index + 1]) <= INITIAL
        if noun is None or initial or scan.taken[index]:
            continue
        last = walk_on(scan, index + 1)
        whole = scan.lower(noun.first) in scan.lexicon.part_of_name and noun.first == index
        if last is None or (_is_plural(scan, noun) and not (whole or _is_list(scan, last))):
            continue  # "die Stadtwerke Muster" are one company
        if _one_of_many(scan, noun) or (last == index + 1 and is_object(scan, noun, last)):
            continue
        if last == index + 1 and index in scan.firsts and (_is_short(scan, last) or _is_counted(scan, last)):
            continue
        first = noun.first if whole else index + 1
        yield Named(first, last, scan.ends[last], reader_name(scan, first, last), "apposition", noun.industry)


def by_region(scan: Scan) -> Iterator[Named]:
    """'die Glarner Kantonalbank', 'der Hannoverschen Volksbank': the adjective of a place before a noun that is part of
    names, where no name stands behind it."""
    lexicon = scan.lexicon
    nouns = [index for index in scan.referring if scan.lowers[index] in lexicon.part_of_name]
    named = {scan.lowers[index] for index in nouns if _goes_on(scan, index)}  # "der Zürcher Brauerei | Feldschlösschen"
    for index in nouns:
        noun, before = noun_ending_at(scan, index), index - 1
        if noun is None or noun.first != index or scan.lowers[index] in named or before < 0:
            continue
        regional = scan.capitalised(before) and scan.lowers[before].endswith(lexicon.regional_endings)
        common = scan.lowers[before] in lexicon.determiners or not_a_name(scan, before) or before in scan.firsts
        if not regional or common or scan.gap(before) != " " or noun_ending_at(scan, before) is not None:
            continue
        if scan.lower(before - 1) in lexicon.indefinite:
            continue  # "eine Schweizer Brauerei"
        yield Named(before, index, scan.ends[index], reader_name(scan, before, index), "apposition", noun.industry)


def _is_short(scan: Scan, index: int) -> bool:
    """ "Miner | Muster grows ... Muster American": is the word elsewhere a part of a name that the text has in full?"""
    word = scan.words[index]
    if ("short", word) not in scan.answers:
        uses = (other for other in scan.capitals if scan.words[other] == word)
        scan.answers["short", word] = any(scan.taken[other] for other in uses)
    return scan.answers["short", word]


def _is_counted(scan: Scan, index: int) -> bool:
    """ "Airline | Passengers rose": does the word name a key figure, and no company?"""
    return bool(metrics.find(scan.article.text, scan.lexicon.language, scan.starts[index], scan.ends[index]))


def by_trade(scan: Scan) -> Iterator[Named]:
    """'Die Alpenrose Versicherung', 'bei der Alpenrose Logistik': a word that is no noun known before the trade that it
    is in, where a sentence begins or behind "bei": no object can stand there beside a subject."""
    told = scan.lexicon.trades
    if 1 in scan.taken:
        return  # beside a company that is known it may be one of its parts ("Bei Cloud Software stieg ...")
    for index in scan.capitals if told else ():
        if scan.lowers[index] not in told["words"] or scan.taken[index]:
            continue
        first = index
        while first > max(index - LONGEST_NAME, 0) and _is_proper(scan, first - 1):
            first -= 1
        before = first - 1 if scan.lower(first - 1) in told["articles"] else first
        governed = scan.gap(before - 1) == " " and scan.lower(before - 1) in told["behind"]
        if first < index and (before in scan.firsts or governed):
            noun = noun_ending_at(scan, index)
            industry = noun.industry if noun is not None else None
            yield Named(first, index, scan.ends[index], reader_name(scan, first, index), "apposition", industry)


def _is_proper(scan: Scan, index: int) -> bool:
    """Can a word stand before a trade in a name: neither a noun nor an adjective that is known?"""
    lexicon, lower = scan.lexicon, scan.lowers[index]
    known = not_a_name(scan, index) or lower in lexicon.determiners or noun_ending_at(scan, index) is not None
    adjective = lower.endswith(lexicon.regional_endings) or scan.words[index] in lexicon.origins
    common = lower.endswith(lexicon.common_endings) or lower in lexicon.trades["parts"] or adjective or known
    return scan.capitalised(index) and scan.gap(index) == " " and not scan.taken[index] and not common


def _goes_on(scan: Scan, index: int) -> bool:
    """Does a name go on behind a noun ("Volksbank | Oberwald", which the text also calls "Oberwälder Volksbank")?"""
    return scan.gap(index) == " " and index + 1 < len(scan.words) and scan.capitalised(index + 1)


def _one_of_many(scan: Scan, noun: Noun) -> bool:
    """ "a chain | Muster called its best": behind an indefinite noun no name stands beside it, but a clause begins."""
    return scan.gap(noun.first - 1) == " " and scan.lower(noun.first - 1) in scan.lexicon.indefinite


def _relation(scan: Scan, index: int) -> Noun | None:
    """ "der Siemens-Rivale | Bolzenfix", "ihre Tochter | Bolzenfix": what a company is to another."""
    declined = scan.lowers[index] in scan.lexicon.relations_declined
    if not declined and scan.lowers[index] not in scan.lexicon.relations:
        return None
    if declined and not (is_used(scan, index + 1) and scan.lower(index - 1).endswith(scan.lexicon.declined)):
        return None  # "den Konkurrenten | Marktanteile abnehmen"
    return Noun(index - (scan.gap(index - 1) == "-"), index, None, scan.lowers[index])


def _is_plural(scan: Scan, noun: Noun) -> bool:
    """ "decken die Versicherer | Fonds-Klagen": many are no apposition to one name."""
    many = scan.lexicon.compounds and scan.lower(noun.first - 1) in scan.lexicon.plural
    return many and not scan.lexicon.is_feminine(noun.word)


def _is_list(scan: Scan, last: int) -> bool:
    """ "die Zulieferer Brose | und Hella", "die Ketten Apollo, Fielmann ..."."""
    return scan.gap(last) == ", " or scan.lower(last + 1) in scan.lexicon.list_joins


def by_group(scan: Scan) -> Iterator[Named]:
    """'die Belimo-Gruppe', 'Belimo-Aktie', and 'Belimo-Chef' of a name that the text repeats."""
    if not scan.lexicon.compounds:
        return
    for index in scan.hyphenated:
        head = scan.lowers[index]
        group, officer = head in scan.lexicon.group_heads, head in scan.lexicon.officers
        if head in scan.lexicon.nouns and not group:
            continue  # "der Frischhaltedosen-Spezialist": what it makes
        if not (group or officer) or scan.gap(index - 1) != "-" or scan.taken[index - 1]:
            continue
        first = last = index - 1
        while first and scan.gap(first - 1) == "-" and last - first < 3:
            first -= 1
        name = reader_name(scan, first, last)
        known = scan.words.count(scan.words[first]) >= REPEATED and _speaks_of_companies(scan)
        if (group or known) and not _is_common(scan, first, name):
            yield Named(first, last, scan.ends[last], name, "legal_form" if group else "apposition")


def by_telegram(scan: Scan) -> Iterator[Named]:
    """'BAYWATER PUMPEN - Der Hersteller ...': the names in capitals that the paragraphs of a survey begin with."""
    found: list[Named] = []
    begun: set[int] = set()
    for sentence in scan.sentences:
        if sentence.paragraph in begun or sentence.is_headline:
            continue
        begun.add(sentence.paragraph)
        first = last = scan.index_at(sentence.start)
        while last + 1 < len(scan.words) and scan.gap(last) == " " and _is_shouted(scan, last + 1):
            last += 1
        if not _is_shouted(scan, first) or last - first >= SHORTEST or scan.gap(last) not in DASHES:
            continue
        name = " ".join(_spoken(scan.words[index]) for index in range(first, last + 1))
        if name.casefold() in seats():
            continue  # a dateline
        if scan.free(first, last) and not _is_common(scan, first, name):
            found.append(Named(first, last, scan.ends[last], name, "apposition"))
    if len(found) > 1:  # one alone is the place of a dateline
        yield from found


def _is_shouted(scan: Scan, index: int) -> bool:
    text = scan.words[index] if index < len(scan.words) else ""
    return text.isupper() and text.isalpha() and len(text) > 1


def _spoken(word: str) -> str:
    """A name as it is written elsewhere: 'Baywater', but 'BMW'."""
    return word if len(word) < SHORTEST else word.capitalize()


def _is_common(scan: Scan, first: int, name: str) -> bool:
    """'Technologie-Aktie', 'DAX-Konzern', 'Vize-Chef': no name stands before the hyphen."""
    word, lexicon = scan.words[first], scan.lexicon
    trade = lexicon.noun(name + lexicon.generic)
    return (
        len(name) < SHORTEST
        or not word[0].isupper()
        or scan.lowers[first] in lexicon.not_names
        or name.casefold() in lexicon.not_groups
        or bool(trade and trade[0])
        or noun_ending_at(scan, first) is not None
        or any(kinds_in(name))
    )


def headline_subject(scan: Scan) -> Named | None:
    """The unknown subject of a headline ("Hella steigert Umsatz"), if the body speaks of it as of a company."""
    headline = next((s for s in scan.sentences if s.is_headline), None) or next(iter(scan.sentences), None)
    if headline is None:
        return None
    start = headline.start
    if (prefix := scan.lexicon.headline_prefix.match(scan.article.text, start)) is not None:
        start = prefix.end()
    first = scan.index_at(start)
    for index in range(first, min(first + 6, len(scan.words))):
        if scan.gap(index).startswith(":") and scan.ends[index] < headline.end:
            first = index + 1
            break
    last = None
    for index in range(first, min(first + 4, len(scan.words))):
        if not scan.capitalised(index) or not scan.free(index, index) or scan.ends[index] > headline.end:
            break
        if scan.lowers[index] in scan.lexicon.not_names | scan.lexicon.reports:
            break
        last = index
        if not scan.joins(index):
            break
    if last is None or scan.lower(last + 1) not in scan.lexicon.reports or scan.gap(last) != " ":
        return None
    if len(scan.words[first]) < 3 or not _confirmed(scan, first, last, headline.end):
        return None
    scan.take(first, last)
    return Named(first, last, scan.ends[last], reader_name(scan, first, last), "headline")


def _confirmed(scan: Scan, first: int, last: int, title_end: int) -> bool:
    """Does the body use the headline's words, or their first one, as a company's name?"""
    lower, lexicon = scan.lowers[first], scan.lexicon
    name = scan.lowers[first : last + 1]
    for index in range(scan.index_at(title_end), min(len(scan.words), CONFIRMING)):
        if scan.lowers[index] != lower or not scan.words[index][0].isupper() or scan.taken[index]:
            continue
        if noun_ending_at(scan, index - 1) is not None and scan.gap(index - 1) == " ":
            return True
        whole = scan.lowers[index : index + len(name)] == name
        behind = index + len(name) - 1 if whole else index
        if scan.gap(behind) == "-" and scan.lower(behind + 1) in lexicon.heads["own"]:
            return True
        if lexicon.compounds and scan.gap(behind) == " " and noun_ending_at(scan, behind + 1) is not None:
            return True  # "die | Muster Braumanufaktur"
        if whole and len(name) > 1 and _of_its_home(scan, index):
            return True
        verb = scan.lower(behind + 1) if scan.gap(behind) == " " else ""
        speaks = verb in lexicon.speaks or (len(name) > 1 and whole and verb in lexicon.reports)
        sure = (
            index not in scan.firsts or behind > index
        )  # "Sales said" opens a sentence, "Krispy Kreme said" does, too
        if speaks and sure and _speaks_of_companies(scan):
            return True
        if scan.owns(behind) and not lexicon.compounds:
            return True
    return False


def _of_its_home(scan: Scan, index: int) -> bool:
    """ "Die Schweizer | Muster Rail": does the text say where it is at home?"""
    lexicon = scan.lexicon
    if not index or scan.gap(index - 1) != " " or not lexicon.people(scan.words[index - 1]):
        return False
    return scan.lower(index - 2) in lexicon.demonym_articles


def _speaks_of_companies(scan: Scan) -> bool:
    """Does the beginning of the text use a noun for a company, as texts on people and countries seldom do?"""
    beginning = scan.referring[: bisect_left(scan.referring, BEGINNING)]
    return any(noun_ending_at(scan, index) is not None for index in beginning)
