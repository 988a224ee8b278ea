"""What a comparison tells of the period of the figure that is compared: "16 percent more than in the first half of
2015" is of the first half of 2016, and "after 26 percent in the year-ago quarter" of a quarter."""

from __future__ import annotations

import re
from dataclasses import replace

from kennzahl.facts import Period, Sentence, Span
from kennzahl.reading.calendar import bounds, is_day
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.periods.article import PeriodContext
from kennzahl.reading.periods.defaults import Found
from kennzahl.reading.periods.words import words_of

COMMA = re.compile(", ")
NUMBER = re.compile(r"\d")
YEAR = re.compile(r"(?:19|20)\d\d")
LABEL = re.compile(r"(\d{4})(?:/(\d\d))?(?:-(.+))?")

LATE = 120
"""Days after its end for which a period that is named by a comparison may still be planned."""

REACH = 120
"""Characters between a figure and the comparison behind it."""

BESIDE = 60
"""Characters between a figure and the words that say that it is a year old."""

WORD = 15
"""Characters before those words in which what they are held against stands ("from a year ago")."""


def year_after(period: Period) -> Period | None:
    """The same part of the next year."""
    return _years_on(period, 1)


def _years_on(period: Period, years: int) -> Period | None:
    match = LABEL.fullmatch(period.label)
    if match is None:
        return None
    year, two, part = int(match[1]) + years, match[2], match[3]
    label = f"{year}/{(year + 1) % 100:02d}" if two else f"{year}"
    label += f"-{part}" if part else ""
    days = bounds(label) if not period.fiscal else None
    return replace(period, label=label, first=days[0] if days else None, last=days[1] if days else None, how="relative")


def year_ago(figure: Span, sentence: Sentence, context: PeriodContext, change: bool = False) -> Found | None:
    """ "a 3 million gain a year ago", "the year-ago charge of 5 million", "above the year before, when it made 5", "A
    year ago, it made 5": a figure that is a year old itself, and none that is held against one. A ``change`` is so only
    where it is told of that time ("a year ago, when it lost 5 customers")."""
    if context.main is None:
        return None
    text, words = context.text, words_of(context.language)
    if (then := _same_time(sentence, context)) is not None and then[2] is not None and then[2].end <= figure.start:
        return then
    for mention in context.within(sentence):
        if mention.role != "comparison" or not words.year_ago.fullmatch(text, mention.span.start, mention.span.end):
            continue
        behind = mention.span.start >= figure.end
        between = text[figure.end : mention.span.start] if behind else text[mention.span.end : figure.start]
        told = None if behind else words.back_then.match(between)
        if told is None and not behind and _opens(mention, sentence, context):
            told = COMMA.match(between)
        if change and told is None:
            continue
        between = between[told.end() :] if told is not None else between
        if len(between) > BESIDE or NUMBER.search(between) or words.breaks.search(between):
            continue
        before = text[max(sentence.start, mention.span.start - WORD) : mention.span.start]
        held = told is None and words.held_against.search(between[-WORD:] if behind else before)
        if not held and (behind or between.count(" ") > 1):
            period = _years_on(context.main, -1)
            return (period, "a year ago", mention.span) if period else None
    return None


def _opens(mention: PeriodMention, sentence: Sentence, context: PeriodContext) -> bool:
    """ "A year ago, it made 5 million": does a sentence begin with it, and not compare ("Against a year ago, ...")?"""
    opening = context.text[sentence.start : mention.span.start]
    return opening.count(" ") <= 2 and not words_of(context.language).held_against.search(opening)


def _same_time(sentence: Sentence, context: PeriodContext) -> Found | None:
    """ "For the same quarter of 2011, it reported 3 million": the period of a sentence that opens with it."""
    words = words_of(context.language)
    main = LABEL.fullmatch(context.main.label) if context.main is not None else None
    if context.main is None or main is None:
        return None
    for mention in context.within(sentence):
        opening = context.text[sentence.start : mention.span.end]
        if len(opening) > BESIDE or "," in opening or words.held_against.search(opening):
            return None
        named = YEAR.search(context.text, mention.span.start, mention.span.end)
        year = named[0] if named else mention.period.label[:4] if mention.period and mention.unit == "year" else ""
        years = int(year) - int(main[1]) if year.isdigit() else 0
        if years < 0 and words.same.search(opening) and (period := _years_on(context.main, years)) is not None:
            return period, "a year ago", mention.span
    return None


def by_comparison(
    figure: Span,
    sentence: Sentence,
    context: PeriodContext,
    kind: str | None,
    rules: set[str],
    chosen: PeriodMention | None = None,
) -> Found | None:
    """What the comparison behind a figure tells of its period. Against a ``chosen`` mention of the sentence it counts
    only if it is nearer, or of a day where that is not."""
    mention = _beside(figure, sentence, context)
    if mention is None or "annual" in rules:
        return None
    if chosen is not None and chosen.span.start < mention.span.end and (chosen.unit == "day" or mention.unit != "day"):
        return None
    if kind == "actual":
        period = _day_after(mention, context) if "closing" in rules else None
        if period is not None or "current" in rules:
            return (period, "day compared with", mention.span) if period else None
    elif "stocks" in rules:
        return None
    if (period := _after_compared(mention, context, kind)) is not None and not is_day(period):
        return period, "after what is compared", mention.span
    if kind == "actual" and (period := _of_unit(mention, context)) is not None:
        return (context.closing(period) if "balance" in rules else period), "unit compared with", mention.span
    return None


def _beside(figure: Span, sentence: Sentence, context: PeriodContext) -> PeriodMention | None:
    """The first period behind a figure, within its sentence, if it is one that figures are compared with; or the one
    that it comes from ("fell from the second quarter to | 5 million")."""
    mentions, reached = context.within(sentence), words_of(context.language).reached
    for mention in mentions:
        come_from = mention.role in ("comparison", "former", "start")
        if come_from and reached.fullmatch(context.text, mention.span.end, figure.start):
            return mention
    behind = next((m for m in mentions if figure.end <= m.span.start < figure.end + REACH), None)
    if behind is None or behind.role not in ("comparison", "former"):
        return None
    return behind if ";" not in context.text[figure.end : behind.span.start] else None


def _after_compared(mention: PeriodMention, context: PeriodContext, kind: str | None) -> Period | None:
    """The period of a figure that is compared with one that is named with its year."""
    if not mention.stated or mention.period is None:
        return None
    period = year_after(mention.period)
    if period is None or context.before_main(period):
        return None
    if kind == "actual":
        return period if context.reported(period) else None
    return None if context.over(period, LATE) else period


def _of_unit(mention: PeriodMention, context: PeriodContext) -> Period | None:
    """The reported quarter or half of a figure that is compared with "the year-ago quarter" or "the second"."""
    unit = mention.unit or {"Q": "quarter", "H": "half"}.get(mention.part[:1], "")
    if unit not in ("quarter", "half"):
        return None
    letter = {"quarter": "-Q", "half": "-H"}[unit]
    if context.main is not None and letter in context.main.label:
        return context.main
    told = [m for m in context.mentions if m.role == "own" and m.span.start < mention.span.start and m.period]
    same = [m.period for m in told if m.period and letter in m.period.label and context.reported(m.period)]
    return same[-1] if same else context.latest(unit)


def _day_after(mention: PeriodMention, context: PeriodContext) -> Period | None:
    """The day of a figure that is compared with one of a day: the next year's, else the last of the reported period."""
    if mention.period is None or not mention.stated or not is_day(mention.period):
        return None
    day = year_after(mention.period)
    if day is not None and context.reported(day) and not context.before_main(day):
        return day
    return context.closing(context.main) if context.main is not None else None
