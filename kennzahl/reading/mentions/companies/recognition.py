"""All mentions of companies in an article, from what is certain to what is inferred."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.catalog.companies import slug
from kennzahl.facts import Article, Company, Sentence
from kennzahl.languages import available
from kennzahl.reading.mentions.companies import (
    deeds,
    described,
    earners,
    introduced,
    listed,
    namesakes,
    outsiders,
    references,
    shortforms,
    soles,
    unlisted,
)
from kennzahl.reading.mentions.companies.extent import Named, end_of_name, tail
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention, How, Role
from kennzahl.reading.mentions.companies.naming import names_of_the_text
from kennzahl.reading.mentions.companies.nouns import noun_ending_at
from kennzahl.reading.mentions.companies.roles import role_of, with_lists
from kennzahl.reading.mentions.companies.scan import Scan

APOSTROPHES = ("'", "’", ".'", ".’")


def find(article: Article, sentences: Sequence[Sentence]) -> list[CompanyMention]:
    """All mentions of companies, sorted, without overlaps; [] where the language has no lexicon."""
    if article.language not in available():
        return []
    scan = Scan(article, sentences, lexicon(article.language))
    learned: dict[str, set[str]] = {}
    mentions = [*_listed(scan, learned), *_unlisted(scan, learned)]
    mentions += _short_forms(scan, mentions)
    if (subject := introduced.headline_subject(scan)) is not None:
        mentions += _made(scan, [subject], learned)
        mentions += _short_forms(scan, mentions[-1:])
    unknown = [*described.find(scan, mentions), *earners.find(scan, mentions)]
    if told := _made(scan, unknown, learned):
        mentions += [*told, *_short_forms(scan, told)]
    if not any(mention.role == "subject" for mention in mentions) and (owner := namesakes.find(scan)) is not None:
        mentions += _made(scan, [owner], learned)
        mentions += _short_forms(scan, mentions[-1:])
    if not mentions and (sole := soles.find(scan)) is not None:
        mentions += _made(scan, [sole], learned)
        mentions += _short_forms(scan, mentions[-1:])
    mentions = names_of_the_text(scan, with_lists(scan, sorted(mentions, key=lambda mention: mention.start)))
    mentions += [*references.find(scan, mentions, learned), *outsiders.find(scan)]
    return sorted(mentions, key=lambda mention: mention.start)


def _listed(scan: Scan, learned: dict[str, set[str]]) -> list[CompanyMention]:
    mentions = []
    hits = list(listed.find(scan))
    firms = {hit.entry.company.slug for hit in hits if not hit.source}
    for hit in hits:
        end = end_of_name(scan, hit.last)
        scan.take(hit.first, end)
        company = hit.entry.company
        noun = noun_ending_at(scan, hit.first - 1) if scan.gap(hit.first - 1) in (" ", "\n", "") else None
        if noun is not None and noun.industry is not None:
            learned.setdefault(company.slug, set()).add(noun.industry)
        owns = hit.possessive or _genitive(scan, hit.last) or _genitive(scan, end)  # "Muster Motor Corp's sales"
        how: How = "possessive" if owns else "name" if hit.canonical else "alias"
        reports = hit.entry.company.slug not in firms or scan.lower(hit.last + 1) in scan.lexicon.speaks
        role: Role = "agency" if hit.source and reports else role_of(scan, hit.first, hit.last, listed=True)
        mentions.append(CompanyMention(scan.starts[hit.first], scan.ends[hit.last], company, how, role))
    return mentions


def _genitive(scan: Scan, last: int) -> bool:
    """ "Muster's", "Muster Corp's", "Muster Co.'s"."""
    return any(scan.gap(end) in APOSTROPHES and scan.lower(end + 1) == "s" for end in (last, tail(scan, last)[0]))


def _unlisted(scan: Scan, learned: dict[str, set[str]]) -> list[CompanyMention]:
    return _made(scan, [*unlisted.find(scan), *deeds.find(scan)], learned)


def _made(scan: Scan, found: list[Named], learned: dict[str, set[str]]) -> list[CompanyMention]:
    mentions = []
    for named in found:
        company = Company(slug=slug(named.name), name=named.name, ticker=named.ticker, industry=named.industry)
        if named.industry is not None:
            learned.setdefault(company.slug, set()).add(named.industry)
        role = role_of(scan, named.first, named.last)
        how: How = "possessive" if _genitive(scan, named.last) else named.how
        mentions.append(CompanyMention(scan.starts[named.first], scan.ends[named.last], company, how, role))
    return mentions


def _short_forms(scan: Scan, mentions: Sequence[CompanyMention]) -> list[CompanyMention]:
    found = []
    for first, last, short in shortforms.find(scan, shortforms.learn(scan, mentions)):
        how: How = "possessive" if _genitive(scan, last) else short.how
        role = role_of(scan, first, last)
        found.append(CompanyMention(scan.starts[first], scan.ends[last], short.company, how, role))
    return found
