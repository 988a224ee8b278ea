"""Which periods of earlier sentences may hold for a figure whose own sentence names none."""

from __future__ import annotations

from bisect import bisect_left

from kennzahl.facts import Sentence, Span
from kennzahl.reading.calendar import is_day
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.periods.article import PeriodContext
from kennzahl.reading.periods.headings import ENTRY
from kennzahl.reading.periods.words import words_of

REACH = 3
"""Paragraphs back in which a sentence without a period finds one: real articles break the line at every thought."""

REMEMBERED = 60
"""Mentions back in which a figure's period is looked for."""

PLANNED, LATE = 45, 120
"""Days after its end for which a period may still be planned or expected; the second where it is named in full."""

BESIDE = 11
"""Characters around a mention in which a word says that it stands alone."""

FAR_AHEAD, NEXT = 1500, 3
"""Days ahead from which the end of a year is far, and characters between a sentence and the next one."""


def earlier_mentions(
    figure: Span, sentence: Sentence, context: PeriodContext, kind: str | None, rules: set[str], change: bool
) -> list[PeriodMention]:
    """Mentions before the figure's sentence that may hold for it too, nearest first: of its paragraph and those just
    before; else the heading above. What has changed in the report of a quarter is of no period before."""
    reported = context.main.label if context.main is not None else ""
    news = change and ("-Q" in reported or context.monthly())
    plan = kind == "guidance"
    first = context.paragraphs[max(0, min(sentence.paragraph, len(context.paragraphs)) - REACH)]
    if plan:
        first = max(first, context.subheading(sentence))
    chosen = [
        mention
        for mention in reversed(context.within(Span(first, max(first, sentence.start)))[-REMEMBERED:])
        if mention.role in ("own", "refer")
        and mention.unit not in ("month", "day", "period", "ordinal")
        and not (mention.period is not None and is_day(mention.period) and "closing" not in rules)
        and not (mention.role == "refer" and mention.unit == "year" and kind == "actual" and context.under_way())
        and not (mention.role == "refer" and mention.unit == "quarter" and kind == "actual" and context.monthly())
        and (mention.plans == plan or kind == "consensus" or (plan and _is_whole_year(mention, context)))
        and (plan or kind == "consensus" or mention.period is None or context.reported(mention.period))
        and (plan or not (context.outdated(mention.period) or context.quarter_before(mention)))
        and (plan or not context.before_main(mention.period) or (_goes_on(mention, context) and not news))
        and (plan or not context.of_others(mention.period))
        and (plan or mention.part or mention.stated or not context.reports_a_part() or context.tells(mention))
        and not (kind == "actual" and _is_prior_year(mention, context))
        and not (plan and (too_late(mention, context) or _too_far(mention, sentence, context)))
        and not (_is_alone(mention, context) or _is_possessive(mention, context))
    ]
    above = bisect_left(context.headings, figure.start, key=lambda heading: heading.span.end)
    for heading in context.headings[max(0, above - 1) : above]:
        entry = bool(ENTRY.match(context.text, heading.span.end))
        if entry and heading.span.start >= context.paragraphs[sentence.paragraph] and kind == "actual":
            return [heading]
        if not entry:
            chosen.append(heading)
    return chosen


def _is_whole_year(mention: PeriodMention, context: PeriodContext) -> bool:
    """Is it "the full year" in a report of a part of it?"""
    whole = words_of(context.language).whole.search(context.text, mention.span.start, mention.span.end)
    return mention.role == "refer" and mention.unit == "year" and whole is not None and context.under_way()


def _is_prior_year(mention: PeriodMention, context: PeriodContext) -> bool:
    """Is it "the year before", of which a report of a part of a year only tells what its own sentence does?"""
    prior = words_of(context.language).prior_year.fullmatch(context.text, mention.span.start, mention.span.end)
    return prior is not None and context.reports_a_part()


def _is_alone(mention: PeriodMention, context: PeriodContext) -> bool:
    """Is only its own figure of that time ("in the fourth quarter alone", "allein im Schlussquartal")?"""
    alone, text, span = words_of(context.language).alone, context.text, mention.span
    return bool(
        alone.search(text, max(0, span.start - BESIDE), span.start) or alone.search(text, span.end, span.end + BESIDE)
    )


def _is_possessive(mention: PeriodMention, context: PeriodContext) -> bool:
    """ "last year's rise in prices": is only what stands behind of that year?"""
    possessive = words_of(context.language).possessive.match(context.text, mention.span.end - 2)
    return mention.unit == "year" and not mention.stated and possessive is not None


def _too_far(mention: PeriodMention, sentence: Sentence, context: PeriodContext) -> bool:
    """Is it a year far ahead, of which only its own sentence and the next one speak ("demand will double by 2030")?"""
    far = context.day is not None and mention.ahead is not None and not context.over(mention.ahead, -FAR_AHEAD)
    return far and context.sentence_of(mention).end < sentence.start - NEXT


def _goes_on(mention: PeriodMention, context: PeriodContext) -> bool:
    """Does a text go on to tell of a period before the reported one? Not in a glance back: "in 2015 it had earned"."""
    return context.tells(mention) and not looks_back(mention, context)


def looks_back(mention: PeriodMention, context: PeriodContext) -> bool:
    """Does its sentence tell what had been?"""
    sentence = context.sentence_of(mention)
    return words_of(context.language).glance.search(context.text, sentence.start, sentence.end) is not None


def too_late(mention: PeriodMention, context: PeriodContext) -> bool:
    """Is the period over, so that nothing is planned for it? "Last year" is, and so is "Last month, Muster raised"."""
    told = (mention.unit == "year" and not mention.stated) or (mention.unit == "month" and context.opens(mention))
    return context.over(mention.ahead, 0 if told else LATE if mention.stated else PLANNED)
