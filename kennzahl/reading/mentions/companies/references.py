"""What stands for a company named elsewhere: 'der Konzern', 'die Wolfsburger', 'the chipmaker', 'it'."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kennzahl.catalog import load_catalog
from kennzahl.facts import Company
from kennzahl.reading.mentions.companies import pairs, parents
from kennzahl.reading.mentions.companies.asides import is_aside, is_object
from kennzahl.reading.mentions.companies.mention import ZONE, CompanyMention, How
from kennzahl.reading.mentions.companies.nouns import Noun, noun_ending_at
from kennzahl.reading.mentions.companies.outsiders import NOBODY
from kennzahl.reading.mentions.companies.rows import members, rows_in
from kennzahl.reading.mentions.companies.scan import Scan

REACH = 6
"""A determiner stands at most so many words before its noun."""
SURVEY = 3
"""So many companies make a text a survey, in which a noun may mean one that is not known."""
NEAR = 3
"""A pronoun means a company of so many sentences before."""
MEMORY = 30
"""A reference means one of so many companies before it."""
ENDS = (".", "!", "?", ":", ";", '"', "“", "”", "«", "»")
"""How a paragraph ends that is no heading."""


def find(scan: Scan, named: Sequence[CompanyMention], learned: dict[str, set[str]]) -> Iterator[CompanyMention]:
    """References, each resolved to a company of the text; ``learned`` are industries by slug, from appositions."""
    subjects = [mention for mention in named if mention.role == "subject"]
    if not subjects:
        return
    counts = Counter(mention.company.slug for mention in subjects)
    main = next(m.company for m in subjects if m.company.slug == max(counts, key=lambda slug: counts[slug]))
    upcoming = iter(sorted(subjects, key=lambda mention: mention.start))
    following = next(upcoming, None)
    recent: dict[str, Company] = {}
    topic = _Topic(scan, subjects[0].company == main, main, members(rows_in(scan.article, named)))
    for index in scan.referring:
        start = scan.starts[index]
        while following is not None and following.start <= start:
            company = following.company
            recent.pop(company.slug, None)
            recent[company.slug] = company
            topic.hear(company, following.start)
            following = next(upcoming, None)
        if scan.taken[index]:
            continue
        if parents.opens(scan, index):
            owner = parents.of(scan, index, topic.at(start) or main, named) or NOBODY
            if owner is NOBODY:
                yield CompanyMention(scan.starts[index - 1], scan.ends[index], NOBODY, "outsider", "outsider")
            else:
                yield CompanyMention(scan.starts[index - 1], scan.ends[index], owner, "reference")
            continue
        if (meant := pairs.meant(scan, index, named)) is not None:
            yield CompanyMention(scan.starts[index - 1], scan.ends[index], meant, "reference")
            continue
        reference = _at(scan, index)
        if reference is None:
            continue
        how, noun, places = reference
        if noun is not None and _is_combined(scan, noun):
            yield CompanyMention(scan.starts[noun.first], scan.ends[index], NOBODY, "outsider", "outsider")
            continue
        known = list(recent.values())[-MEMORY:] or [main]
        chosen = _resolve(known, topic.at(start) or main, how, noun, places, learned)
        if noun is not None and chosen is not None and _is_another(scan, noun, chosen, learned, len(recent)):
            first = _determiner(scan, noun.first)
            if first is not None and first in scan.firsts:  # an unknown company, whose sentence it is
                yield CompanyMention(scan.starts[first], scan.ends[index], NOBODY, "outsider", "outsider")
            continue
        if chosen is not None and not (how == "pronoun" and topic.is_far(chosen, start)):
            first = _determiner(scan, noun.first if noun else index) or index
            topic.hear(chosen, scan.starts[first])
            yield CompanyMention(scan.starts[first], scan.ends[index], chosen, how)


@dataclass(slots=True)
class _Topic:
    """The company that the text speaks of: the first that its latest sentence begins with.

    What a sentence names first is what the next one means by "the company" (Grosz, Joshi and Weinstein 1995,
    "Centering"); a company that it names far behind is only mentioned ("..., which sold its stake to Intel").
    """

    scan: Scan
    resumes: bool
    """Does a new paragraph come back to what its section is about? So it does where the text names that first."""
    main: Company
    rows: dict[int, frozenset[str]]
    """Of each name in a row, by where it begins, the companies of that."""
    company: Company | None = None
    section: Company | None = None
    """What the heading above names."""
    sentence: int = -1
    paragraph: int = -1
    heard: dict[str, int] = field(default_factory=dict)
    """By slug the sentence in which a company was last spoken of."""

    def is_far(self, company: Company, start: int) -> bool:
        """Is a company too far away for "she" or "it"?"""
        return self._place(start) - self.heard.get(company.slug, -1) > NEAR

    def at(self, start: int) -> Company | None:
        """The topic at a place of the text; None where it is what the text is about."""
        place = self._place(start)
        new = place >= 0 and self.scan.sentences[place].paragraph != self.paragraph
        return self.section if new and self.resumes else self.company

    def hear(self, company: Company, start: int) -> None:
        place = self.heard[company.slug] = self._place(start)
        if place >= 0 and self.scan.sentences[place].paragraph != self.paragraph:
            self.company = None if self.resumes else self.company
            self.paragraph = self.scan.sentences[place].paragraph
        opens = place < 0 or start - self.scan.sentence_starts[place] <= ZONE
        article, begins = self.scan.article, self.scan.sentence_starts[place] if place >= 0 else 0
        place_of = (article.text, start, begins, article.language)
        if self.company is not None and is_aside(*place_of):
            return
        if (self.company is not None or self.resumes) and is_object(*place_of):
            return
        row, spoken_of = self.rows.get(start), self.company or self.main
        if row is not None and place >= 0 and (spoken_of == self.main or spoken_of.slug in row):
            return  # "Muster earned 5 million. | Sample and Example report on Monday. The company ..."
        if self.company is None or (place != self.sentence and opens):
            self.company, self.sentence = company, place
            if place >= 0 and self._is_heading(place):
                self.section = company

    def _place(self, start: int) -> int:
        return bisect_right(self.scan.sentence_starts, start) - 1

    def _is_heading(self, place: int) -> bool:
        sentence = self.scan.sentences[place]
        return not self.scan.article.text[sentence.start : sentence.end].rstrip().endswith(ENDS)


def _at(scan: Scan, index: int) -> tuple[How, Noun | None, tuple[str, ...]] | None:
    lexicon, lower = scan.lexicon, scan.lowers[index]
    if lower in lexicon.subject and index in scan.firsts:
        expletive = f"{lower} {scan.lower(index + 1)}" in lexicon.expletives
        return None if expletive else ("pronoun", None, ())
    noun = noun_ending_at(scan, index)
    people = lexicon.people(scan.words[index]) if noun is None else ()
    if people and scan.lower(index - 1) in lexicon.demonym_articles and not _continues(scan, index):
        return "demonym", None, people
    if noun is None or (scan.gap(index) == "-" and index + 1 < len(scan.words)) or _names_follow(scan, index):
        return None
    if noun.first < noun.last and scan.taken[noun.last - 1] and noun_ending_at(scan, noun.last - 1) is None:
        return None  # "die | Muster-Gruppe": who is named
    first = _determiner(scan, noun.first)
    if first is None:
        return None
    determiner = scan.lower(first)
    if lexicon.compounds and determiner in lexicon.plural and not lexicon.is_feminine(noun.word):
        return None
    if (ending := lexicon.plural_endings.get(determiner)) and noun.word + ending == lower:
        return None  # "den Autobauern"
    places = tuple(place for n in range(first, noun.last) for place in lexicon.people(scan.words[n]))
    return ("industry" if noun.industry else "reference"), noun, places


def _is_combined(scan: Scan, noun: Noun) -> bool:
    """ "the combined | company | would": one that is still to be made of two."""
    cases = scan.lexicon.outsiders
    made = scan.lower(noun.first - 1) in cases.get("combined", ())
    return made and scan.lower(noun.last + 1) in cases["would"]


def _continues(scan: Scan, index: int) -> bool:
    """'die Münchner Rück', 'der US-Konzern': a noun follows, so that the word is an adjective or part of a compound."""
    return scan.gap(index) in (" ", "-") and index + 1 < len(scan.words) and scan.capitalised(index + 1)


def _names_follow(scan: Scan, index: int) -> bool:
    """'der Konzern Siemens', 'die größte Privatbank, die Deutsche Bank,': the noun belongs to the name behind it."""
    if scan.gap(index) == ", " and scan.lower(index + 1) in scan.lexicon.determiners and scan.gap(index + 1) == " ":
        return index + 2 < len(scan.words) and bool(scan.taken[index + 2])
    return scan.gap(index) in (" ", ", ", "") and index + 1 < len(scan.words) and bool(scan.taken[index + 1])


def _determiner(scan: Scan, first: int) -> int | None:
    """The determiner of the noun phrase whose noun begins at ``first``, with only describing words between."""
    for index in range(first - 1, max(-1, first - 1 - REACH), -1):
        if scan.gap(index) not in (" ", "-", "\n", "'"):
            return None
        if scan.lowers[index] in scan.lexicon.determiners:
            return index
        if scan.taken[index] or scan.lowers[index] in scan.lexicon.indefinite:
            return None
    return None


def _is_another(scan: Scan, noun: Noun, chosen: Company, learned: dict[str, set[str]], known: int) -> bool:
    """ "Es stiegen Muster Bank, ... Der Autobauer": is the noun in a survey of many companies one for none of them?"""
    if known < SURVEY or None in (noun.industry, chosen.industry) or noun.industry in learned.get(chosen.slug, ()):
        return False
    sectors = _sectors(chosen.industry or ""), _sectors(noun.industry or "")
    return all(sectors) and not _may_be(noun, chosen)


def _may_be(noun: Noun, company: Company) -> bool:
    """Is a company of a sector whose companies may be called so?"""
    return not _sectors(company.industry or "").isdisjoint(_sectors(noun.industry or ""))


@cache
def _sectors(industry: str) -> frozenset[str]:
    return frozenset(sector for sector, industries in load_catalog("sectors").items() if industry in industries)


def _resolve(
    recent: list[Company],
    topic: Company,
    how: How,
    noun: Noun | None,
    places: tuple[str, ...],
    learned: dict[str, set[str]],
) -> Company | None:
    latest = recent[::-1]
    if places:
        from_there = [company for company in latest if company.seat in places or company.country in places]
        if from_there:
            return from_there[0]
        if how == "demonym":
            return topic if len(recent) == 1 and topic.seat is None else None
    if noun is not None and noun.industry is not None:
        of_trade = [c for c in latest if noun.industry in learned.get(c.slug, ()) or c.industry == noun.industry]
        if of_trade:
            return topic if topic in of_trade else of_trade[0]
        near = [company for company in latest if _may_be(noun, company)]
        if near and topic not in near and topic.industry is not None:
            return near[0]
        unknown = [company for company in latest if company.industry is None and company.slug not in learned]
        return unknown[0] if unknown and topic.industry is not None else topic
    return topic
