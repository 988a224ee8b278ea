"""Companies by the grammar of a figure's own words: the antecedent of its relative clause, the possessor behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kennzahl.facts import Article, Sentence, Span
from kennzahl.reading.cues import cue_book
from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions.companies.lexicon import Lexicon, lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.roles import introductions
from kennzahl.reading.tokens import tokenise

REST = re.compile(rf"(?:['’]s?)?(?: [{HIGH}]\w*\.?){{0,2}}(?: ?[(<][^()<>]{{1,20}}[)>]| [A-Z]+\.[A-Z]{{1,2}})?")
"""What stands between the name of a company and the relative pronoun: what it owns, the rest of it, its ticker."""
CLAUSE = 120
"""Characters from a relative pronoun to a figure in its clause."""
POSSESSOR = 12
"""Characters before a name in which "jener von" stands."""
DEALS = frozenset({"stake", "deal_value"})
"""Their possessor is what is bought or sold, if there is a buyer."""


def clause_of(figure: Span, sentence: Sentence, article: Article, marks: re.Pattern[str]) -> tuple[int, int]:
    """Where the clause of a figure begins and ends in the text: between the nearest marks around it."""
    first, last = sentence.start, sentence.end
    for mark in marks.finditer(article.text, sentence.start, sentence.end):
        if mark.end() <= figure.start:
            first = mark.end()
        elif mark.start() >= figure.end:
            return first, mark.start()
    return first, last


def antecedent(
    figure: Span, sentence: Sentence, article: Article, mentions: Sequence[CompanyMention], metric: str | None
) -> CompanyMention | None:
    """ "Muster, which | has cut 500 jobs": the company that the relative clause of a figure is about."""
    start, relatives = max(sentence.start, figure.start - CLAUSE), lexicon(article.language).relative
    if relatives is None:
        return None
    begun = next(reversed([*relatives.finditer(article.text, start, figure.start)]), None)
    if begun is None or ", " in article.text[begun.end() : figure.start]:
        return None
    inside = [m for m in mentions if m.role == "subject" and begun.end() <= m.start < figure.start]
    if any(mention.how != "possessive" or metric not in DEALS for mention in inside):
        return None  # "Muster, of which Beispiel | owns a fifth", but "Muster, which bought | Beispiel's works"
    before = [mention for mention in mentions if mention.end <= begun.start()]
    if not before or not before[-1].is_name or before[-1].role not in ("subject", "other"):
        return None
    return before[-1] if REST.fullmatch(article.text, before[-1].end, begun.start()) else None


def said_of_another(article: Article, mention: CompanyMention) -> bool:
    """ "Musters Umsatz wuchs um 5 Prozent, | jener von | Beispiel um 3": has a company what was said of another?"""
    before = tokenise(article.text, max(0, mention.start - POSSESSOR), mention.start)
    cues = cue_book(article.language).find(before)
    return any(cue.group == "that_of" and cue.last == len(before) - 1 for cue in cues)


def possessor_behind(
    figure: Span, article: Article, mentions: Sequence[CompanyMention], metric: str | None
) -> CompanyMention | None:
    """ "12 percent of | Muster's sales": who has what a share is of."""
    behind = next((mention for mention in mentions if mention.start >= figure.end), None)
    if behind is None or behind.how != "possessive" or metric in DEALS:
        return None
    return behind if article.text[figure.end : behind.start].strip() in lexicon(article.language).part_of else None


def behind_introduction(
    sentence: Sentence, article: Article, before: Sequence[CompanyMention]
) -> CompanyMention | None:
    """ "Helped by a drug that it shares with Muster, | Sample said profit doubled": where a sentence begins with a
    phrase, its subject stands behind the comma; in German behind the verb ("Während Muster wuchs, verlor | Sample")."""
    text, words = article.text, lexicon(article.language)
    opening = text[sentence.start : sentence.end].split(" ", 1)[0]
    if len(before) < 2 or opening not in introductions(article.language):
        return None
    if words.compounds:
        return next((mention for mention in before[1:] if _behind_verb(text, before[0].end, mention, words)), None)
    comma = text.find(", ", before[0].end, before[-1].end)
    return next((mention for mention in before[1:] if mention.start == comma + 2), None)


def _behind_verb(text: str, since: int, mention: CompanyMention, words: Lexicon) -> bool:
    """Does a verb stand right behind the last comma before a company?"""
    comma = text.rfind(", ", since, mention.start)
    verb = text[comma + 2 : mention.start].split(" ", 1)[0]
    return comma >= 0 and (verb in words.speaks or verb in words.reports or verb in words.tells)
