"""Which figures are no company's, because a whole industry, the state or another outsider has them.

Subjects are looked for clause by clause, from the figure to the left: "Die Branche schrumpfte um 5 Prozent, | während
der Konzern um 3 Prozent wuchs".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kennzahl.facts import Article, Sentence, Span
from kennzahl.reading.companies.clauses import clause_of
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

PARTS = re.compile(r"[;:–—(]| - |,(?!\d)")


def outsider_of(
    figure: Span, named: Span | None, sentence: Sentence, article: Article, mentions: Sequence[CompanyMention]
) -> CompanyMention | None:
    """The outsider that has a figure; ``mentions`` are those of its sentence, ``named`` is where its metric stands."""
    outsiders = [mention for mention in mentions if mention.role == "outsider"]
    if not outsiders:
        return None
    for mention in outsiders:
        if mention.how == "outsider's" and _right_behind(article, figure, named, mention):
            return mention
    counted = outsiders[-1].how == "source" and all(m.role in ("outsider", "agency") for m in mentions)
    if named is not None and (counted or all(m.how == "source" or m.role == "agency" for m in mentions)):
        return outsiders[0]  # "Vehicle sales rose 5 percent, according to Muster": of the market that it counts
    subjects = [m for m in mentions if m.role == "subject" or m.how in ("outsider", "source")]
    first, last = clause_of(figure, sentence, article, PARTS)
    before = [m for m in subjects if m.start < figure.start]
    inside = [m for m in subjects if first <= m.start < last]
    here = [m for m in inside if m.start < figure.start] or inside
    if not here:
        while first > sentence.start and before and _goes_on(article, first, figure):
            last, (first, _) = first, clause_of(Span(first - 1, first - 1), sentence, article, PARTS)
            here = [m for m in before if first <= m.start < last]
            if here:
                break
    return here[0] if here and all(m.role == "outsider" for m in here) else None


def is_union(mention: CompanyMention, article: Article) -> bool:
    """ "The union fears the loss of | 400 jobs": those of the company that the text speaks of."""
    return article.text[mention.start : mention.end].casefold().endswith(lexicon(article.language).unions)


def _goes_on(article: Article, first: int, figure: Span) -> bool:
    """Has a clause no subject of its own ("Die Branche, ..., | setzte ... um")? German writes nouns with capitals."""
    return article.text[first : figure.start].lstrip()[:1].islower()


def _right_behind(article: Article, figure: Span, named: Span | None, mention: CompanyMention) -> bool:
    """ "der Umsatz | der Branche", "3,9 Millionen Beschäftigte | der Metallindustrie"?"""
    ends = (figure.end, named.end) if named is not None else (figure.end,)
    return any(end < mention.start and article.text[end : mention.start].isspace() for end in ends)
