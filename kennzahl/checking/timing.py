"""Timing: results of a time to come, and plans whose printed deadline has passed when the article appears.

Like ``magnitude`` it speaks only where something is wrong, and only of periods that are printed with their year: what
was inherited, defaulted or worked out from "this quarter" is our reading, not the text's. Exempt are fiscal years (they
may have begun; that a company has its own, the catalogue knows too), dividends (proposed for a year that is over), and
outlooks of old that an article merely recalls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from kennzahl import languages
from kennzahl.checking import words
from kennzahl.facts import Fact, Period, Reading, Verdict
from kennzahl.fiscal import fiscal_years

NAME = "timing"

_DIVIDENDS = frozenset({"dividend_per_share", "dividend_total", "payout_ratio"})
# ``published`` is a day in UTC; where the article appeared, the next day may have begun.
_TIME_ZONES = timedelta(days=1)
_REACH = 24  # characters before a period in which the preposition of its deadline stands


def check(reading: Reading) -> Iterator[Verdict]:
    """A verdict for every fact that cannot have been true on the day of its article."""
    published = reading.article.published
    if published is None:
        return
    for index, fact in enumerate(reading.facts):
        period = fact.period
        if period is None or period.how != "stated" or period.fiscal or fact.metric in _DIVIDENDS:
            continue
        if fact.kind == "actual" and _to_come(period, published) and not _has_own_years(fact):
            text = f"a result for {period.label}, which begins on {words.day(_first(period))}"
        elif fact.kind == "guidance" and _expired(fact, period, reading, published):
            text = f"a plan for {period.label}, which ended on {words.day(_last(period))}"
        else:
            continue
        yield Verdict(index, NAME, "inconsistent", f"{text}; the article is of {words.day(published)}")


def _to_come(period: Period, published: date) -> bool:
    return period.first is not None and period.first > published + _TIME_ZONES


def _has_own_years(fact: Fact) -> bool:
    years = fiscal_years().get(fact.company.slug)
    return years is not None and not years.is_calendar


def _expired(fact: Fact, period: Period, reading: Reading, published: date) -> bool:
    """Whether a plan still to be fulfilled has a printed deadline before the publication."""
    if period.last is None or period.last >= published:
        return False
    if period.span is None or period.span not in fact.sentence:
        return False
    text, language = reading.article.text, reading.article.language
    deadline = text[max(fact.sentence.start, period.span.start - _REACH) : period.span.end]
    sentence = text[fact.sentence.start : fact.sentence.end]
    return bool(
        _pattern(language, "deadline").search(deadline)
        and _pattern(language, "ahead").search(sentence)
        and not _pattern(language, "recalled").search(sentence)
    )


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    """Any word of that kind in the language's ``plans``; a pattern that never matches where there is none."""
    listed = languages.load(language).get("plans", {}) if language in languages.available() else {}
    choices = "|".join(re.escape(word) for word in listed.get(kind, ()))
    return re.compile(rf"\b(?:{choices})\b" if choices else r"(?!)", re.IGNORECASE)


def _first(period: Period) -> date:
    assert period.first is not None  # noqa: S101 - known of every period that is compared
    return period.first


def _last(period: Period) -> date:
    assert period.last is not None  # noqa: S101 - known of every period that is compared
    return period.last
