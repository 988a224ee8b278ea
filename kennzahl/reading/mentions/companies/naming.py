"""Which name a company bears in one text: the catalogue's, a former one, or that of the company it is a part of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kennzahl.catalog.companies import catalogue, ordinary_names, slug
from kennzahl.facts import Company
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.scan import Scan


def names_of_the_text(scan: Scan, mentions: Sequence[CompanyMention]) -> list[CompanyMention]:
    """A company that the text calls only by a former name bears it; brands of a company become the company."""
    companies = {mention.company.slug: mention.company for mention in mentions}
    names: dict[str, Counter[str]] = {key: Counter() for key in companies}
    for mention in mentions:
        names[mention.company.slug][_printed(scan, mention)] += 1
    changed: dict[str, Company] = {}
    for key, company in companies.items():
        entry = catalogue().by_slug.get(key)
        if entry is None:
            continue
        for brand in entry.brands:
            if slug(brand) in companies and slug(brand) != key:
                changed[slug(brand)] = company
        printed = names[key]
        if entry.known_as and all(name in entry.known_as for name in printed):
            changed[key] = replace(company, name=printed.most_common(1)[0][0])
    renamed = [replace(m, company=changed.get(m.company.slug, m.company)) for m in mentions] if changed else mentions
    return _namesakes(scan, [_as_of_then(scan, mention, names) for mention in renamed])


def _as_of_then(scan: Scan, mention: CompanyMention, names: Mapping[str, Counter[str]]) -> CompanyMention:
    """'EADS' in 2010 is EADS, also where its text speaks of Airbus, whose name it took later; but 'Mercedes' was only a
    brand of what was Daimler then. ``names`` are all that the text prints, by slug."""
    entry, published = catalogue().by_slug.get(mention.company.slug), scan.article.published_at
    if entry is None or not entry.until or published is None:
        return mention
    printed = _printed(scan, mention)
    of_then = [name for name in names.get(mention.company.slug, ()) if published.year <= entry.until.get(name, 0)]
    if printed in of_then:
        return replace(mention, company=replace(mention.company, name=printed))
    if of_then and entry.company.name in entry.brands:
        return replace(mention, company=replace(mention.company, name=of_then[0]))
    return mention


def _namesakes(scan: Scan, mentions: Sequence[CompanyMention]) -> list[CompanyMention]:
    """'Merck' is Merck & Co in a text that prints this name in full, unless it prints another full name of Merck."""
    printed: dict[str, set[str]] = {}
    for mention in mentions:
        printed.setdefault(mention.company.slug, set()).add(_printed(scan, mention))
    longer = {" ".join(full.split()[:1]): company for company, full in _full_names(scan, mentions)}
    meant: dict[str, Company] = {}
    for key, names in printed.items():
        entry = catalogue().by_slug.get(key)
        if len(names) != 1 or entry is None:
            continue
        (name,) = names
        if name == entry.company.name and name not in ordinary_names():
            continue
        if (other := longer.get(name)) is not None and other.slug != key:
            meant[key] = other
    return [replace(m, company=meant[m.company.slug]) if m.company.slug in meant else m for m in mentions]


def _printed(scan: Scan, mention: CompanyMention) -> str:
    text = " ".join(scan.article.text[mention.start : mention.end].split())
    return text[:-1] if mention.how == "possessive" and text.endswith(scan.lexicon.genitive) else text


def _full_names(scan: Scan, mentions: Sequence[CompanyMention]) -> Iterator[tuple[Company, str]]:
    for mention in mentions:
        full = _printed(scan, mention)
        if " " in full:
            yield mention.company, full
