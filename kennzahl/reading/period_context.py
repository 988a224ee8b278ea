"""Which period a figure has: that of its own clause, else of its paragraph, else the one that the article is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from kennzahl.facts import Article, Period, Sentence, Span
from kennzahl.languages import section
from kennzahl.reading.calendar import Year, bounds, months_of
from kennzahl.reading.mentions import periods
from kennzahl.reading.mentions.periods import PeriodMention

RULES = Path(__file__).parents[1] / "catalog" / "period_rules.yaml"
NUMBER = re.compile(r"\d")
LABEL = re.compile(r"(\d{4})(/\d\d)?(?:-(Q[1-4]|H[12]|\d{1,2}M))?")
REACH = 3
"""Paragraphs back in which a sentence without a period finds one: real articles break the line at every thought."""

REMEMBERED = 60
"""Mentions back in which a figure's period is looked for."""

STALE = 200
"""Days before the end of the reported period at which a period without a year is more likely the next of its kind."""

LEAD = 3
"""Sentences of the body that, with the headline, say what an article is about."""

Found = tuple[Period | None, str, Span | None]


@cache
def _rules() -> dict[str, frozenset[str]]:
    with RULES.open("rb") as stream:
        return {name: frozenset(metrics) for name, metrics in yaml.load(stream, Loader=yaml.CSafeLoader).items()}


@cache
def _breaks(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:()–]|(?<=\s)(?:{section(language, 'periods')['breaks']})(?=\s)")


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What an article says about time.

    ``day`` is its publication, or the day that its years betray; ``year`` how the company's years run; ``main`` the
    period that it reports; ``headings`` the lines that only name a period; ``paragraphs`` where each one starts.
    """

    text: str
    language: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[PeriodMention, ...]
    starts: tuple[int, ...]
    day: date | None
    published: date | None
    year: Year
    main: Period | None
    headings: tuple[PeriodMention, ...]
    paragraphs: tuple[int, ...]

    @classmethod
    def of(
        cls, article: Article, sentences: Sequence[Sentence], mentions: Sequence[PeriodMention] | None = None
    ) -> PeriodContext:
        """The context of an article; ``mentions`` are found where they are not given."""
        found, day, year = periods.read(article.text, article.language, article.published)
        mentions = found if mentions is None else mentions
        context = cls(
            text=article.text,
            language=article.language,
            sentences=tuple(sentences),
            mentions=tuple(mentions),
            starts=tuple(mention.span.start for mention in mentions),
            day=day,
            published=article.published,
            year=year,
            main=None,
            headings=(),
            paragraphs=tuple(_paragraphs(sentences)),
        )
        headings = tuple(m for s in sentences for m in context.within(s) if _is_heading(article.text, s, m))
        context = replace(context, main=context._main(), headings=headings)
        return replace(context, mentions=tuple(context._not_stale(mention) for mention in mentions))

    def _not_stale(self, mention: PeriodMention) -> PeriodMention:
        """Beside a reported first quarter, "the second quarter" is the coming one, not that of last year."""
        own, main = (self._days(p) if p else None for p in (mention.period, self.main))
        part = mention.part if months_of(mention.part) else ""
        if not part or mention.stated or own is None or main is None:
            return mention
        return replace(mention, period=mention.ahead, plans=True) if (main[1] - own[1]).days > STALE else mention

    def within(self, span: Sentence | Span) -> tuple[PeriodMention, ...]:
        """The mentions in a stretch of text."""
        first = bisect_right(self.starts, span.start - 1)
        return self.mentions[first : bisect_right(self.starts, span.end - 1)]

    def _main(self) -> Period | None:
        """The reported period that the headline and the first sentences name, and the rest most often."""
        votes: Counter[str] = Counter()
        named: dict[str, Period] = {}
        body = 0
        for sentence in self.sentences:
            body += not sentence.is_headline
            weight = 16 if sentence.is_headline else 3 if body <= LEAD else 1
            for mention in self.within(sentence):
                period = mention.period
                if mention.role != "own" or period is None or mention.unit in ("month", "day"):
                    continue
                if not (mention.stated or mention.part == "" or self._recent(period)):
                    continue
                if not self.reported(period) or (mention.plans and not sentence.is_headline and mention.part == ""):
                    continue
                votes[period.label] += weight * (2 if mention.part and not sentence.is_headline else 1)
                named.setdefault(period.label, period)
        if not votes:
            months = [m for m in self.mentions if m.unit == "month" and m.role == "own" and m.period]
            if (
                months
                and self.sentences
                and months[0].span.start < self.sentences[min(LEAD, len(self.sentences) - 1)].end
            ):
                return months[0].period
        if votes:
            return named[max(votes, key=lambda label: votes[label])]
        units = [m.unit for m in self.mentions if m.role in ("refer", "balance") and m.unit]
        return (
            self.latest("half" if units and units[0] == "half" else "quarter") if units and units[0] != "year" else None
        )

    def reported(self, period: Period) -> bool:
        """Can figures of this period be known already?"""
        days = self._days(period)
        return self.day is None or days is None or (days[0] < self.day and (days[1] - self.day).days < 31)

    def _recent(self, period: Period) -> bool:
        """Has the period ended lately?"""
        days = self._days(period)
        return self.day is None or days is None or (self.day - days[1]).days <= STALE

    def _days(self, period: Period) -> tuple[date, date] | None:
        """First and last day, for a company's own years as good as they are known."""
        if period.first and period.last:
            return period.first, period.last
        match = LABEL.fullmatch(period.label)
        if period.fiscal and match:
            year = Year(6) if match[2] and self.year.end == 12 else self.year
            return year.days(int(match[1]) + bool(match[2]), match[3] or "")
        return bounds(period.label)

    def before_main(self, period: Period | None) -> bool:
        """Does the period end before the one that is reported?"""
        own, main = (self._days(p) if p else None for p in (period, self.main))
        return own is not None and main is not None and own[1] < main[1]

    def quarter_before(self, mention: PeriodMention) -> bool:
        """Is it an earlier quarter than the one that is reported? Such a one is not inherited."""
        part = self.main.label.partition("-")[2] if self.main else ""
        return part[:1] in ("Q", "H") and part[:1] == mention.part[:1] and self.before_main(mention.period)

    def outdated(self, period: Period | None) -> bool:
        """Is the period a year older than the one that is reported, so rather one to compare with?"""
        if period is None or self.main is None:
            return False
        own, main = self._days(period), self._days(self.main)
        return own is not None and main is not None and (main[1] - own[1]).days > 330

    def latest(self, unit: str) -> Period | None:
        """The latest quarter, half or year that has ended."""
        if self.day is None:
            return None
        parts = {"quarter": ("Q1", "Q2", "Q3", "Q4"), "half": ("H1", "H2"), "year": ("",)}[unit]
        day = self.day
        ended = [(self.year.days(y, part)[1], y, part) for part in parts for y in [self.year.latest(part, day)]]
        _, year, part = max(ended)
        return self.year.period(year, part)

    def current_year(self) -> Period | None:
        if self.day is None:
            return None
        return self.year.period(self.year.holding(self.day), "")


def _paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """Where each paragraph starts, by its number; the headline counts as the start of the body."""
    starts = [0] * (sentences[-1].paragraph + 1 if sentences else 1)
    for sentence in reversed(sentences):
        starts[sentence.paragraph] = sentence.start
    body = next((s.start for s in sentences if not s.is_headline), 0)
    return [max(start, body) for start in starts]


def _is_heading(text: str, sentence: Sentence, mention: PeriodMention) -> bool:
    rest = text[sentence.start : mention.span.start] + text[mention.span.end : sentence.end]
    return not sentence.is_headline and len(rest.strip(" .:-–*•\n")) < 3 and mention.role in ("own", "refer")


def period_for(
    figure: Span, sentence: Sentence, context: PeriodContext, metric: str | None = None, kind: str | None = None
) -> Found:
    """The period of the figure at a place, the rule that gave it, and the words it was read from.

    ``metric`` and ``kind`` are those of the contract; without them the figure is taken for a reported flow.
    """
    rules = {name for name, metrics in _rules().items() if metric in metrics}
    chosen = _nearest(figure, sentence, context, rules, kind)
    if kind == "guidance" and "annual" in rules and (chosen is None or chosen.role != "deadline"):
        kind = "actual"
        chosen = _nearest(figure, sentence, context, rules, kind)
    if chosen is not None:
        found = _resolve(chosen, context, kind, rules)
        if found[0] is not None:
            return found
    if "undated" in rules and kind == "guidance":
        return None, "none", None
    if rules & {"current", "daily"}:
        return _current(context, "daily" in rules)
    for mention in _earlier(figure, sentence, context, kind):
        period, _, span = _resolve(mention, context, kind, rules)
        if period is not None:
            period = _last_day(period) if "balance" in rules else period
            return replace(period, how="inherited"), "paragraph", span
    return _article(context, kind, rules)


def _nearest(
    figure: Span, sentence: Sentence, context: PeriodContext, rules: set[str], kind: str | None
) -> PeriodMention | None:
    """The mention of the sentence that the figure belongs to: the one with fewest clause borders and figures between;
    a mention before its figure wins over one behind."""
    options: list[tuple[float, PeriodMention]] = []
    plan = kind == "guidance"
    for mention in context.within(sentence):
        if mention.role in ("comparison", "start") or (mention.role == "deadline" and not plan):
            continue
        if mention.role == "day" and (plan or "stocks" not in rules):
            continue
        if "events" in rules and (mention.role in ("refer", "balance") or mention.part[:1] in ("Q", "H")):
            continue
        period = mention.ahead if plan else mention.period
        if kind == "actual" and period is not None and not context.reported(period):
            continue
        if mention.span.end <= figure.start:
            between, cost = context.text[mention.span.end : figure.start], 0.0
        else:
            between, cost = context.text[figure.end : mention.span.start], 1.5
        breaks = len(_breaks(context.language).findall(between))
        if mention.span.start >= figure.end and breaks > 1 and kind != "guidance" and mention.plans:
            continue
        cost += breaks + 0.7 * len(NUMBER.findall(between)) ** 0.5 + len(between) / 150
        cost += 2.5 * context.outdated(period) + 1.5 * (mention.unit == "month")
        options.append((cost, mention))
    return min(options, key=lambda option: option[0])[1] if options else None


def _resolve(mention: PeriodMention, context: PeriodContext, kind: str | None, rules: set[str]) -> Found:
    """The period that a mention means for a figure of that kind."""
    ahead = mention.plans and not mention.stated and context.before_main(mention.period)
    plan = kind == "guidance" or (kind != "actual" and ahead)
    if mention.role == "refer":
        return _referred(mention, context, kind), f"refers to {mention.unit}", mention.span
    if mention.role == "balance":
        main = context.main or context.latest("quarter")
        return (_last_day(main) if main and "closing" in rules else main), "balance day", mention.span
    period = mention.ahead if plan else mention.period
    if period is None:
        return None, "none", None
    if mention.role == "deadline":
        period = _without_day(period, mention.unit)
    return replace(period, span=mention.span), f"{mention.role} sentence", mention.span


def _referred(mention: PeriodMention, context: PeriodContext, kind: str | None) -> Period | None:
    if mention.unit == "year":
        if kind == "guidance" or mention.plans:
            return context.current_year()
        if context.main and context.main.label[4:] == "" and not context.main.fiscal:
            return context.main
        return context.latest("year") if kind == "actual" else context.current_year()
    until = bisect_left(context.starts, mention.span.start)
    for earlier in reversed(context.mentions[max(0, until - REMEMBERED) : until]):
        if earlier.role != "own" or earlier.period is None or _unit(earlier.part) != mention.unit:
            continue
        if kind == "guidance" or not (earlier.plans or context.quarter_before(earlier)):
            return earlier.ahead if mention.plans and kind != "actual" else earlier.period
    if context.main and mention.unit == "period":
        return context.main
    if context.main and _unit(context.main.label.partition("-")[2]) == mention.unit:
        return context.main
    return context.latest(mention.unit) if mention.unit in ("quarter", "half") else context.main


def _unit(part: str) -> str:
    return {"Q": "quarter", "H": "half"}.get(part[:1], "")


def _earlier(figure: Span, sentence: Sentence, context: PeriodContext, kind: str | None) -> list[PeriodMention]:
    """Mentions before the figure's sentence that may hold for it too, nearest first: of its paragraph and those just
    before; else the heading above."""
    plan = kind == "guidance"
    first = context.paragraphs[max(0, min(sentence.paragraph, len(context.paragraphs)) - REACH)]
    chosen = [
        mention
        for mention in reversed(context.within(Span(first, max(first, sentence.start)))[-REMEMBERED:])
        if mention.role in ("own", "refer")
        and mention.unit not in ("month", "day", "period")
        and (mention.plans == plan or kind == "consensus")
        and (plan or kind == "consensus" or mention.period is None or context.reported(mention.period))
        and (plan or not (context.outdated(mention.period) or context.quarter_before(mention)))
    ]
    above = bisect_left(context.headings, figure.start, key=lambda heading: heading.span.end)
    return chosen + list(context.headings[max(0, above - 1) : above])


def _article(context: PeriodContext, kind: str | None, rules: set[str]) -> Found:
    if kind == "guidance":
        current = context.current_year()
        return (replace(current, how="default") if current else None), "default: the year of a plan", None
    main = context.main
    if main is not None:
        main = _last_day(main) if "balance" in rules else main
        return replace(main, how="article", span=main.span), "article", main.span
    latest = context.latest("year")
    return (replace(latest, how="default") if latest else None), "default: the latest year", None


def _current(context: PeriodContext, daily: bool) -> Found:
    if context.published is None:
        known = context.main or context.latest("year")
        return (replace(known, how="default") if known else None), "default: the reported period", None
    day = context.published
    if daily:
        return Period(day.isoformat(), day, day, "default"), "default: the day of publication", None
    return replace(Year().period(day.year, ""), how="default"), "default: the year of publication", None


def _last_day(period: Period) -> Period:
    if period.last is None:
        return period
    return replace(period, label=period.last.isoformat(), first=period.last)


def _without_day(period: Period, unit: str) -> Period:
    """A deadline by its year or month: "by the end of 2011" is 2011."""
    if len(period.label) != 10 or unit == "day":
        return period
    return (
        replace(Year().period(int(period.label[:4]), ""), how=period.how)
        if unit != "month"
        else replace(period, label=period.label[:7])
    )
