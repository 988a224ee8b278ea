"""The period of a figure whose sentence tells none: the deadline nearby, today, or what the article is about."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta

from kennzahl.facts import Period, Sentence, Span
from kennzahl.reading.calendar import Year, is_day, without_day
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.periods.article import UNKNOWN_YEAR, PeriodContext
from kennzahl.reading.periods.words import words_of

AROUND = 2
"""Sentences before and behind in which the deadline of a plan is looked for."""

LAST_PARTS = ("-Q4", "-H2")
"""Parts with which a year ends: a dividend beside them is that of the year."""

Found = tuple[Period | None, str, Span | None]
"""A period, the rule that gave it, and the words it was read from."""


def deadline_nearby(sentence: Sentence, context: PeriodContext) -> Found:
    """The deadline that the sentences around name: "Muster cuts 700 jobs. It shall be done by 2027." """
    at = bisect_left(context.sentences, sentence.start, key=lambda one: one.start)
    around = context.sentences[max(0, at - AROUND) : at + AROUND + 1]
    if not around:
        return None, "none", None
    for mention in context.within(Span(around[0].start, around[-1].end)):
        if _has_figure(mention, sentence, context):
            continue
        if mention.role == "deadline" and mention.plans and mention.ahead and not context.over(mention.ahead, 0):
            period = replace(without_day(mention.ahead, mention.unit), how="inherited")
            return period, "deadline nearby", mention.span
    return None, "none", None


def _has_figure(mention: PeriodMention, sentence: Sentence, context: PeriodContext) -> bool:
    """ "It cuts 450 jobs. That saves $140 million | by 2015": is the deadline that of another figure?"""
    own = context.sentence_of(mention)
    if own.start == sentence.start:
        return False
    return any(map(str.isdigit, context.text[own.start : mention.span.start]))


def of_article(context: PeriodContext, kind: str | None, rules: set[str]) -> Found:
    if kind == "guidance":
        year = Year() if rules & {"current", "events"} else context.year  # shops are closed by the calendar
        current = replace(year.period(year.holding(context.day), ""), how="default") if context.day else None
        return current, "default: the year of a plan", None
    main = context.main
    if main is not None and not ("orders" in rules and is_day(main)):
        main = context.closing(main) if "balance" in rules else main
        main = context.latest("year") or main if "annual" in rules and main.label[4:] in LAST_PARTS else main
        return replace(main, how="article", span=main.span), "article", main.span
    if "orders" in rules:
        return of_today(context, daily=False, now=False)  # "it won an order for 700 trains"
    latest = context.latest("year")
    latest = context.closing(latest) if latest and "balance" in rules else latest
    return (replace(latest, how="default") if latest else None), "default: the latest year", None


def weekday(sentence: Sentence, context: PeriodContext) -> Found | None:
    """ "Its shares were worth 5 million on Friday": the last day of that name."""
    words = words_of(context.language)
    named = words.weekdays.search(context.text, sentence.start, sentence.end)
    if named is None or context.published is None:
        return None
    day = context.published - timedelta(days=(context.published.weekday() - words.days[named[1].lower()]) % 7)
    return Period(day.isoformat(), day, day, "relative"), "own weekday", Span(named.start(), named.end())


def of_today(context: PeriodContext, daily: bool, now: bool) -> Found:
    day = context.day
    if day is None:
        return UNKNOWN_YEAR, "none", None
    if context.published is None and not now:
        return (
            replace(Year().period(context.last_named(day.year), ""), how="default"),
            "default: the last year named",
            None,
        )
    if daily:
        return Period(day.isoformat(), day, day, "default"), "default: the day of publication", None
    return replace(Year().period(day.year, ""), how="default"), "default: the year of publication", None
