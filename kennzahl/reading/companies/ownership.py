"""The company that owns a figure, by what the article says of companies before and beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kennzahl.catalog.companies import catalogue
from kennzahl.facts import Article, Company, Sentence, Span
from kennzahl.reading.companies.behind import announced, is_beyond, is_price_of, named_behind
from kennzahl.reading.companies.clauses import (
    DEALS,
    antecedent,
    behind_introduction,
    clause_of,
    possessor_behind,
    said_of_another,
)
from kennzahl.reading.companies.joined import TAIL, joined_on
from kennzahl.reading.companies.outsiders import is_union, outsider_of
from kennzahl.reading.companies.parts import parts_of
from kennzahl.reading.companies.topics import main_of, topics_of
from kennzahl.reading.investors import house, introduced
from kennzahl.reading.letters import HIGH, LOW
from kennzahl.reading.mentions.companies.asides import is_at, is_object
from kennzahl.reading.mentions.companies.holdings import holder_of, is_bought
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.rows import companies_of, rows_in

OUTSIDER = "an outsider's"
OWNS = re.compile(rf"(?: [{HIGH}]\w+\.?){{0,2}}['’]s? (?:[(<] ?[^()<>]{{1,20}}[)>] )?")
"""Between a name and the figure that it owns: "Muster's | $5 million", "Muster's ( MST.N ) | $5 million"."""
COLON = re.compile(rf": (?=[{HIGH}])")
ANNOUNCED = frozenset({"job_cuts", "hires", "employees", "revenue", "ebit", "net_income", "units_sold"})
"""What a company tells of itself behind the colon of a sentence on another ("Others cut too: Muster will cut")."""
BRACKET = re.compile(rf" \((?:[{LOW}]+ )?")
"""Between a name and the figure that opens a bracket: "Muster | (about | 5 million)"."""
THROWN_IN = re.compile(rf"(?: [{HIGH}]\w+\.?){{0,2}}['’]s? [^,.;:\d]{{3,60}}, (?=[{LOW}])")
"""What a company is to the one whose name stands before: "'s luxury unit in Britain, "."""
CLAUSE, OPENS, VERB = 40, 4, 3
"""Characters around a name, and words before and behind it, in which a conjunction and a verb make a clause of it."""


@dataclass(frozen=True, slots=True)
class CompanyContext:
    """Where each sentence stands: its own mentions, and the company that the text speaks of when it begins."""

    article: Article
    own: dict[int, tuple[CompanyMention, ...]]
    topics: dict[int, CompanyMention]
    main: CompanyMention | None
    parts: dict[str, CompanyMention] = field(default_factory=dict)
    """Owners of companies that are only parts of them in this article, by the part's slug."""

    @classmethod
    def of(cls, article: Article, sentences: Sequence[Sentence], mentions: Sequence[CompanyMention]) -> CompanyContext:
        starts = [mention.start for mention in mentions]
        own = {
            sentence.start: tuple(mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])
            for sentence in sentences
        }
        main = main_of(article, sentences, mentions)
        topics = topics_of(article, sentences, own, main)
        return cls(article, own, topics, main, parts_of(article, sentences, own, topics))

    def year_end(self) -> int | None:
        """The month in which the fiscal year of the article's company ends, where that is known."""
        entry = catalogue().entry(self.main.company) if self.main else None
        if entry is None or (entry.year_end == 1 and entry.company.industry in ("retail", "apparel")):
            return None  # shops whose year ends after Christmas name it by the calendar
        return entry.year_end


def company_for(
    figure: Span,
    sentence: Sentence,
    context: CompanyContext,
    named: Span | None = None,
    metric: str | None = None,
) -> tuple[Company | None, str, Span | None]:
    """The company that a figure (of that metric) belongs to, the rule that says so, and where the company was read.

    ``named`` is where the metric stands. (None, the reason, None) where the figure is no company's.
    """
    company, rule, span = _company_for(figure, sentence, context, named, metric)
    owner = context.parts.get(company.slug) if company is not None and metric not in DEALS else None
    return (owner.company, f"{rule}, part", span) if owner is not None else (company, rule, span)


def _company_for(
    figure: Span, sentence: Sentence, context: CompanyContext, named: Span | None, metric: str | None
) -> tuple[Company | None, str, Span | None]:
    mentions = context.own.get(sentence.start, ())
    outsider = outsider_of(figure, named, sentence, context.article, mentions)
    if outsider is not None and not (metric == "job_cuts" and is_union(outsider, context.article)):
        return None, OUTSIDER, None
    subjects = [m for m in mentions if m.role == "subject"]
    topic = context.topics.get(sentence.start)
    if (since := introduced(figure, metric, sentence, context.article)) is not None:
        investor = house(figure, since, context.article, mentions)
        return _said(investor, "house") if investor is not None else (None, OUTSIDER, None)
    if (teller := announced(figure, context.article, mentions)) is not None:
        return _said(teller, "announced by")
    if metric not in DEALS and (before_bracket := _in_its_bracket(figure, article=context.article, mentions=mentions)):
        return _said(before_bracket, "bracket")
    if (possessor := possessor_behind(figure, context.article, mentions, metric)) is not None:
        return _said(possessor, "possessor behind")
    if metric == "stake" and (holder := holder_of(figure, sentence, context.article, mentions)) is not None:
        return _said(holder, "holder")
    if (described := antecedent(figure, sentence, context.article, mentions, metric)) is not None:
        return _said(described, "relative clause")
    if (ending := named_behind(figure, context.article, mentions, metric)) is not None:
        return _said(ending, "at")
    if topic is not None:
        subjects = [m for m in subjects if m.company == topic.company or not _is_object(context.article, sentence, m)]
    if subjects:
        first, last = clause_of(figure, sentence, context.article, lexicon(context.article.language).whereas)
        if metric in ANNOUNCED:
            colon = COLON.search(context.article.text, first, figure.start)
            first = colon.end() if colon is not None else first
        subjects = _outside_of_asides(context.article, sentence, figure, subjects)
        before = [m for m in subjects if first <= m.start < figure.start]
        behind = [m for m in subjects if figure.end <= m.start < last]
        if topic is not None:
            behind = [m for m in behind if not _is_another(context.article, figure, m, metric)]
        if before:
            return _said(_owner(before, figure, sentence, context, metric), "clause")
        if behind and (topic is None or not any(m.start < figure.start for m in subjects)):
            return _said(behind[0], "clause, behind")
        earlier = [m for m in subjects if m.start < figure.start]
        if earlier:
            return _said(_owner(earlier, figure, sentence, context, metric), "sentence")
        if topic is None:
            return _said(subjects[0], "sentence")
    if topic is not None:
        return _said(topic, "topic") if topic.role != "outsider" else (None, OUTSIDER, None)
    return None, "no company", None


def row_of(company: Company, before: int, sentence: Sentence, context: CompanyContext) -> list[Company]:
    """The other names of the row in which a company stands before a place: "BMW and Audi | earned 5 billion each"."""
    ahead = [m for m in context.own.get(sentence.start, ()) if m.end <= before]
    rows = [companies_of(row) for row in rows_in(context.article, ahead)]
    return next(([other for other in row if other != company] for row in rows if company in row), [])


def respective(
    place: int, size: int, figure: Span, sentence: Sentence, context: CompanyContext
) -> CompanyMention | None:
    """ "BMW and Audi reported revenue of 5 billion and | 2 billion, respectively": the company at the same place of its
    own row, where both are of one size."""
    rows = rows_in(context.article, context.own.get(sentence.start, ()), ("subject", "other"))
    fitting = [row for row in rows if len(companies_of(row)) == size]
    before = [row for row in fitting if row[-1].end <= figure.start]
    if not fitting:
        return None
    row = (before[-1:] or fitting[:1])[0]
    company = companies_of(row)[place]
    return next(mention for mention in row if mention.company == company)


def _in_its_bracket(figure: Span, article: Article, mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    """ "more than Muster | ( | 5 million) and Sample ( | 4 million)": whose name the bracket of a figure follows."""
    before = next((mention for mention in reversed(mentions) if mention.end <= figure.start), None)
    if before is None or not before.is_name or before.role not in ("subject", "other"):
        return None
    return before if BRACKET.fullmatch(article.text, before.end, figure.start) else None


def _said(mention: CompanyMention, rule: str) -> tuple[Company | None, str, Span | None]:
    return mention.company, rule, mention.span


def _is_another(article: Article, figure: Span, behind: CompanyMention, metric: str | None) -> bool:
    """Is a name in a clause of its own ("... 5 Millionen Euro, | wozu Muster nichts beiträgt"), or that of a company
    bought for the figure ("die für 5 Millionen Euro erworbene Muster")?"""
    subordinates, to_do = lexicon(article.language).subordinates, lexicon(article.language).to_do
    between = article.text[figure.end : behind.start].split()
    if any(word in to_do and verb.isalpha() and verb.islower() for word, verb in pairwise(between)):
        return not any(word.endswith(",") for word in between)  # "$5 million | to buy part of Muster"
    if metric in DEALS and is_price_of(figure, article, behind):
        return True
    if is_beyond(article, behind) and not (metric in DEALS and lexicon(article.language).compounds):
        return True  # "für 5 Millionen Euro an | Muster verkauft": who buys
    if is_bought(article.text, behind.start, article.language):
        return True
    return subordinates is not None and subordinates.search(article.text, figure.end, behind.start) is not None


def _outside_of_asides(
    article: Article, sentence: Sentence, figure: Span, subjects: list[CompanyMention]
) -> list[CompanyMention]:
    """Without those of a relative clause that the figure is not in: 'CNA - in which Loews has 90 pct - fell'."""
    for aside in lexicon(article.language).asides.finditer(article.text, sentence.start, sentence.end):
        inside = aside.start() <= figure.start < aside.end()
        kept = [m for m in subjects if (aside.start() <= m.start < aside.end()) == inside]
        subjects = kept or subjects
    return subjects


def _owner(
    before: list[CompanyMention], figure: Span, sentence: Sentence, context: CompanyContext, metric: str | None
) -> CompanyMention:
    """Of the companies before a figure: the last possessor (of a deal, the buyer named before it), else the one that it
    is said to be at ("bei VW brach der Gewinn um 14 Prozent ein, bei Daimler um 16"), else the subject, which is the
    first."""
    if metric not in DEALS and len(before) > 1 and _tells_itself(context.article, before[-1]):
        return before[-1]
    if len(before) > 1 and _is_expected(context.article, before[-1]):
        return before[-1]
    if (related := _related(before, context.article)) is not None:
        return related
    if (subject := behind_introduction(sentence, context.article, before)) is not None:
        return subject
    if OWNS.fullmatch(context.article.text, before[-1].end, figure.start):
        behind = context.article.text[figure.end : figure.end + CLAUSE].split(maxsplit=1)[:1]
        if metric not in DEALS or not lexicon(context.article.language).own_deals.isdisjoint(behind):
            return before[-1]
    if len(before) > 1 and _is_foretold(context.article, before[-1]):
        return before[-1]
    before = _without_thrown_in(context.article, before)
    owners = [m for m in before if m.how == "possessive"]
    if owners and not (metric in DEALS and before[0].how != "possessive"):
        return owners[-1]
    at = is_at(context.article.text, before[-1].start, context.article.language)
    if at or (len(before) > 1 and said_of_another(context.article, before[-1])):
        return before[-1]
    if metric in DEALS:
        return before[0]
    return next(
        (mention for mention in reversed(before[1:]) if joined_on(context.article, mention, before[0])), before[0]
    )


def _related(before: list[CompanyMention], article: Article) -> CompanyMention | None:
    """ "Muster's smaller rival, | Sample, posted a profit": who is named by what it is to another."""
    related = lexicon(article.language).related
    for possessor, mention in pairwise(before):
        between = related and possessor.how in ("possessive", "pronoun") and mention.how != "possessive"
        if between and related is not None and related.fullmatch(article.text, possessor.end, mention.start):
            return mention
    return None


def _is_foretold(article: Article, mention: CompanyMention) -> bool:
    """ "Sample Securities cut its forecast for | Muster to 5 million": does the word before say whom it is of?"""
    foretold = lexicon(article.language).foretold
    before = article.text[max(0, mention.start - CLAUSE) : mention.start].casefold()
    return foretold is not None and foretold.search(before) is not None


def _without_thrown_in(article: Article, before: list[CompanyMention]) -> list[CompanyMention]:
    """ "Sample Cars, | Muster's luxury unit, | sold": without possessors that only say what the name before is."""
    text, kept, until = article.text, before[:1], 0
    for mention in before[1:]:
        tail = TAIL.match(text, kept[-1].end)
        beside = tail is not None and text[tail.end() : mention.start] == ", "
        if beside and (thrown_in := THROWN_IN.match(text, mention.end)) is not None:
            until = thrown_in.end()
        if mention.start >= until:
            kept.append(mention)
    return kept


def _tells_itself(article: Article, mention: CompanyMention) -> bool:
    """ "Muster's results came a day after rival | Sample posted a profit": the subject of a clause that a conjunction
    begins."""
    words = lexicon(article.language)
    before = article.text[max(0, mention.start - CLAUSE) : mention.start].casefold().split()
    behind = article.text[mention.end : mention.end + CLAUSE].split()
    return not words.conjunctions.isdisjoint(before[-OPENS:]) and not words.tells.isdisjoint(behind[:VERB])


def _is_expected(article: Article, mention: CompanyMention) -> bool:
    """ "Sample Securities expects | Muster to earn 5 million": the subject of what another says that it will do."""
    words, text = lexicon(article.language), article.text
    before = text[max(0, mention.start - CLAUSE) : mention.start].casefold().split()
    behind = text[mention.end : mention.end + CLAUSE].split()
    if not before or before[-1] in words.gives:
        return bool(before)  # "giving | Muster a value of 5 million"
    return before[-1] in words.expects and not words.to_do.isdisjoint(behind[:VERB])


def _is_object(article: Article, sentence: Sentence, mention: CompanyMention) -> bool:
    return mention.is_name and is_object(article.text, mention.start, sentence.start, article.language)
