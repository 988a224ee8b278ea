"""Sentences that lead back from a part to the whole: "Sales at its unit Muster rose. | Total revenue fell ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kennzahl.catalog.companies import catalogue
from kennzahl.facts import Article, Sentence
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

OPENING = 4
"""Words in which a sentence says that it speaks of the whole."""
BEFORE = 40
"""Characters before the name of a part in which the word stands that makes it one."""


def leads_back(article: Article, sentence: Sentence, topic: CompanyMention, main: CompanyMention) -> bool:
    """Does a sentence go on with the article's company, after one about a company that is a part of it?"""
    if topic.company == main.company or not main.is_name:
        return False
    return _speaks_of_all(article, sentence) and _is_part(article, topic, main)


def as_whole(
    mentions: Sequence[CompanyMention], part: CompanyMention, whole: CompanyMention
) -> tuple[CompanyMention, ...]:
    """ "Insgesamt verdiente | der Konzern": what stood for the part stands for the whole."""
    return tuple(
        mention if mention.is_name or mention.company != part.company else replace(mention, company=whole.company)
        for mention in mentions
    )


def _speaks_of_all(article: Article, sentence: Sentence) -> bool:
    """ "Total revenue", "Overall,", "Der Konzernumsatz", "Insgesamt"?"""
    words = lexicon(article.language).wholes
    opening = article.text[sentence.start : sentence.end].casefold().split(maxsplit=OPENING)[:OPENING]
    forms = (word.strip(",:;") for word in opening)
    return any(form in words["words"] or form.startswith(words["beginnings"]) for form in forms)


def _is_part(article: Article, topic: CompanyMention, main: CompanyMention) -> bool:
    """Does the catalogue, or the word before its name, make a company a part of another ("its unit", "die Tochter")?"""
    entry = catalogue().entry(topic.company)
    if entry is not None and entry.parent == main.company.name:
        return True
    before = article.text[max(0, topic.start - BEFORE) : topic.start].casefold().split()
    return bool(before) and before[-1].endswith(lexicon(article.language).wholes["parts"])
