"""What the article as a whole knows of its companies and periods, asked of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kennzahl.facts import Article, Company, Sentence, Span
from kennzahl.reading.companies import CompanyContext
from kennzahl.reading.mentions.companies.legal import legal_forms
from kennzahl.reading.mentions.companies.lexicon import lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.periods import PeriodContext
from kennzahl.reading.segments.phrases import Taken

BESIDE = 20  # characters between a rate of growth and its period


def _whole(article: Article, mention: CompanyMention) -> Span:
    """Where a name stands with its legal form, which is no part of the company ("Muster | GmbH, deren Umsatz")."""
    text, forms = article.text, legal_forms()
    if not lexicon(article.language).compounds or text[mention.end : mention.end + 1] != " ":
        return mention.span
    form = forms.pattern.match(text, mention.end + 1)
    return mention.span if form is None or form[0] in forms.maybe - forms.short else Span(mention.start, form.end())


@dataclass(frozen=True, slots=True)
class Contexts:
    """What the article as a whole knows: its companies and its periods."""

    article: Article
    companies: CompanyContext
    periods: PeriodContext

    def taken(self, sentence: Sentence, company: Company) -> Taken:
        """What stands in a sentence and is no segment of a company."""
        own: list[Span] = []
        others: list[Span] = []
        references: list[Span] = []
        for mention in self.companies.own.get(sentence.start, ()):
            kind = references if not mention.is_name else own if mention.company == company else others
            kind.append(_whole(self.article, mention) if kind is own else mention.span)
        main = self.companies.main
        held = main.span if main is not None and main.company != company and main.is_name else None
        times = [mention.span for mention in self.periods.within(sentence)]
        return Taken(own, times, references, others, company.name, held)

    def compared(self, figure: Span, sentence: Sentence) -> PeriodMention | None:
        """ "down from 2006's | 147 percent", "from 61 percent | in the first half of 2009": the period beside a rate
        of growth that another is compared with."""
        text = self.article.text
        mentions = [mention for mention in self.periods.within(sentence) if mention.period is not None]
        for mention in mentions:
            between = text[figure.end : mention.span.start]
            near = figure.end <= mention.span.start and len(between) <= BESIDE
            if near and not any(c in ",;0123456789" for c in between):
                return mention
        for mention in mentions:
            between = text[mention.span.end : figure.start].replace("’", "'").removeprefix("'s")
            if mention.span.end <= figure.start and len(between) <= BESIDE and not any(map(str.isalnum, between)):
                return mention
        return None
