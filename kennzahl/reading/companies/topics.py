"""What an article speaks of: the company that it is about, and the one that each of its sentences begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from kennzahl.facts import Article, Sentence
from kennzahl.reading.companies.wholes import as_whole, leads_back
from kennzahl.reading.mentions.companies.asides import OPENING, is_aside, is_object
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import ZONE, CompanyMention
from kennzahl.reading.mentions.companies.negatives import kinds_in
from kennzahl.reading.mentions.companies.rows import members, rows_in

HEADING = 90
"""A paragraph of at most so many characters without a full stop is a heading: its company is the topic below it."""
LIST_ITEM = re.compile(r"[-–•*] |[^:]{1,60}: ?[\d$€£(]")
LEAD = 3
"""Sentences, the headline among them, that say what an article is about."""
SHARE = 0.3
"""What an article is about has at least this share of the weight of all names in it."""
MANY = 3
"""A company that no headline names must be mentioned so often, twice by name, to be what the article is about."""


def main_of(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[CompanyMention]
) -> CompanyMention | None:
    """The company the article is about: weighed by headline, lead and number of mentions; None without a clear one."""
    names = [m for m in mentions if m.is_name and m.role == "subject"]
    names = names or [m for m in mentions if m.is_name and m.role == "other"]
    lead_end = sentences[min(LEAD, len(sentences)) - 1].end if sentences else 0
    weights: Counter[str] = Counter()
    for mention in names:
        weights[mention.company.slug] += 1 + 4 * (mention.start < article.title_end) + 2 * (mention.start < lead_end)
    if not weights:
        return None
    slug, weight = max(weights.items(), key=lambda pair: pair[1])
    own = [m for m in names if m.company.slug == slug]
    named_early = own[0].start < article.title_end or (len(weights) == 1 and own[0].start < lead_end)
    meant = [mention for mention in mentions if mention.company.slug == slug]
    told_late = len(weights) == 1 and meant[0].how == "industry"  # "die Volksbank", and later which one it is
    often = (told_late or len(own) > 1) and len(meant) >= MANY
    if weight < SHARE * sum(weights.values()):
        return None
    headline = [mention for mention in mentions if mention.start < article.title_end]
    outsiders = bool(headline) and all(mention.role == "outsider" for mention in headline)
    if own[0].start >= article.title_end and (outsiders or _is_market_report(article)):
        return None
    return own[0] if named_early or often else None


def _is_market_report(article: Article) -> bool:
    """Does the headline name an index or an exchange?"""
    return any(kind in ("index", "exchange") for kind in kinds_in(article.title or ""))


def topics_of(
    article: Article,
    sentences: Sequence[Sentence],
    own: dict[int, tuple[CompanyMention, ...]],
    main: CompanyMention | None,
) -> dict[int, CompanyMention]:
    """The topic when each sentence begins: what the sentences before it, its heading or the article speak of.

    Where a sentence leads back from a part to the whole company, its mentions in ``own`` stand for the whole.
    """
    topics: dict[int, CompanyMention] = {}
    section = topic = main
    paragraph: int | None = None
    outsider: CompanyMention | None = None
    rows = members(rows_in(article, [mention for sentence in sentences for mention in own[sentence.start]]))
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if sentence.paragraph != paragraph:
            begun = section is not main or main is None or main.start <= sentence.end or topic is None
            paragraph, topic, outsider = sentence.paragraph, section if begun else topic, None
        if topic is not None and main is not None and leads_back(article, sentence, topic, main):
            own[sentence.start] = as_whole(own[sentence.start], topic, main)
            topic = main
        names = own[sentence.start]
        if topic is not None:
            names = tuple(m for m in names if not _is_aside(article, sentence, m))
        leader = _leader(names)
        heading = _is_heading(article, sentence, leader)
        if heading and leader is None and following is not None and (ahead := _leader(own[following.start])):
            topic = ahead
        if (meant := outsider or topic) is not None:
            topics[sentence.start] = meant
        if (speaker := _speaker(article, own[sentence.start], main)) is not None:
            topic = speaker  # the sentence itself may go on with somebody else
        outsider = _outside_topic(own[sentence.start], sentence)
        if leader is None or (topic is not None and leader.start - sentence.start > ZONE):
            continue
        if not heading and topic is not None and _are_several(rows.get(leader.start), topic, main):
            continue
        section, topic = (leader, leader) if heading else (section, leader)
    return topics


def _leader(mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    for mention in mentions:
        if mention.role == "subject":
            return mention
    return None


def _outside_topic(mentions: Sequence[CompanyMention], sentence: Sentence) -> CompanyMention | None:
    """ "Die Branche sichert 450.000 Jobs. | Der Umsatz liegt bei ...": what the next sentence goes on with."""
    spoken_of = [mention for mention in mentions if mention.role == "subject" or mention.how == "outsider"]
    opens = bool(spoken_of) and spoken_of[0].start - sentence.start <= ZONE
    return spoken_of[0] if opens and all(mention.role == "outsider" for mention in spoken_of) else None


def _speaker(
    article: Article, mentions: Sequence[CompanyMention], main: CompanyMention | None
) -> CompanyMention | None:
    """ "..., | Muster | said.": the company of the article where it ends a sentence as the one who speaks."""
    last = next((mention for mention in reversed(mentions) if mention.role == "subject"), None)
    if last is None or main is None or last.company != main.company:
        return None
    said = lexicon(article.language).said
    return last if said is not None and said.match(article.text, last.end) else None


def _is_aside(article: Article, sentence: Sentence, mention: CompanyMention) -> bool:
    """Is it a company that the text does not go on with?"""
    where = (article.text, mention.start, sentence.start, article.language)
    return is_aside(*where) or (mention.is_name and is_object(*where))


def _are_several(row: frozenset[str] | None, topic: CompanyMention, main: CompanyMention | None) -> bool:
    """ "Muster earned 5 million. Sample and Example report on Monday. | The company ...": a text goes on with one."""
    return row is not None and (topic.company.slug in row or (main is not None and topic.company == main.company))


def _is_heading(article: Article, sentence: Sentence, leader: CompanyMention | None) -> bool:
    text = article.text[sentence.start : sentence.end].strip()
    if sentence.is_headline or len(text) > HEADING or text.endswith((".", "!", "?", ":", ",", ";")):
        return False
    if text.isupper() and leader is not None and leader.start - sentence.start > OPENING:
        return False  # "LOSING SHARE TO MUSTER" within a text about another
    return not LIST_ITEM.match(text)  # "- Hurtigruten: 31.000 Gäste"
