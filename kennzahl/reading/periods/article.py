"""What an article as a whole says about time: its mentions, its day, and the period that it reports."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kennzahl.facts import Article, Period, Sentence, Span
from kennzahl.reading.calendar import Year, at_its_end, bounds, is_day, late, months_of, until_month_end
from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions import periods
from kennzahl.reading.mentions.periods.mention import PeriodMention
from kennzahl.reading.periods.blocks import quarter_above
from kennzahl.reading.periods.headings import is_heading, paragraphs_of

HISTORY = 550
"""Days after its end from which a period is history, and no news is about it."""

FRESH = 45
"""Days after its end within which a month's figures are news."""

JUST_OVER = 75
"""Days after its end within which a quarter or half is what a text reports that tells its last day."""

QUARTER_LEFT, YEAR_LEFT = 46, 31
"""Days before its end at which figures of a period may be known: a company's quarter may end before the calendar's."""

GRACE = 7
"""Days before its end at which a quarter may be reported even where the sentence looks ahead."""

STALE = 200
"""Days before the end of the reported period at which a period without a year is more likely the next of its kind."""

STALE_HALF = 175
"""The same for halves: beside a first half, "the second half" is the coming one."""

LABEL = re.compile(r"(\d{4})(/\d\d)?(?:-(Q[1-4]|H[12]|\d{1,2}M))?")

OPENING = 2
"""Words before a mention that opens its sentence: "In the year 2012"."""

NEAR = 200
"""Characters around a mention that are read for its clause."""

CLAUSE_ENDS = re.compile(r"[,;:()–](?=\s|$)|\s--?\s")

HEADING, LOOK_BACK = 60, 12
"""Characters of a subheading at most, and sentences back in which one is looked for."""

SUBHEADING = re.compile(rf"[{HIGH}][^\d.:;!]*[^\W\d]\??")
"""A line without a full stop and without figures."""

UNKNOWN_YEAR = Period("????", how="relative")
"""The year of a text that nothing dates."""

HEADLINE = 16
"""Votes of a headline for the period that an article reports; the lead's have 3, others 1."""

MOSTLY = 2
"""Times that a text must speak of a month for each time that it names a quarter or half."""

LEAD = 3
"""Sentences of the body that, with the headline, say what an article is about."""


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
    def of(cls, article: Article, sentences: Sequence[Sentence], year_end: int | None = None) -> PeriodContext:
        """The context of an article; the only place where its text is searched for periods.

        ``year_end`` is the month in which the fiscal year of the company ends that the article is about, if known.
        """
        mentions, day, year = periods.read(
            article.text, article.language, article.published, sentences=sentences, year_end=year_end
        )
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
            paragraphs=tuple(paragraphs_of(sentences)),
        )
        headings = tuple(m for s in sentences for m in context.within(s) if is_heading(article.text, s, m))
        context = replace(context, headings=headings)
        above = quarter_above(article.text, context.paragraphs[0], context.mentions, headings, year, day)
        context = replace(context, main=above or context._main())
        return replace(context, mentions=tuple(context._not_stale(mention) for mention in mentions))

    def _not_stale(self, mention: PeriodMention) -> PeriodMention:
        """Beside a reported first quarter, "the second quarter" is the coming one, not that of last year."""
        own, main = (self._days(p) if p else None for p in (mention.period, self.main))
        part = mention.part if months_of(mention.part) else ""
        if not part or mention.stated or own is None or main is None:
            return mention
        age = (main[1] - own[1]).days + (STALE - STALE_HALF) * (part[0] == "H")
        return replace(mention, period=mention.ahead, plans=True) if age > STALE else mention

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
            weight = HEADLINE if sentence.is_headline else 3 if body <= LEAD else 1
            for mention in self.within(sentence):
                period = mention.period
                if mention.role not in ("own", "balance") or period is None or mention.unit in ("month", "day"):
                    continue
                if not self._recent(period, STALE if mention.part and not mention.stated else HISTORY):
                    continue
                later = mention.ahead if mention.ahead is not None and mention.part else period
                running = mention.plans and (mention.part == "" or not self.over(later, -GRACE))
                if not self.reported(period) or (running and not sentence.is_headline):
                    continue
                votes[period.label] += weight * (2 if mention.part and not sentence.is_headline else 1)
                named.setdefault(period.label, period)
        most = max(votes.values(), default=0)
        if (month := self._month()) is not None and most < HEADLINE:
            return month
        months = [m for m in self.mentions if m.unit == "month" and m.role == "own" and m.period]
        months = [m for m in months if not m.plans] or months
        if (
            months
            and months[0].period
            and self._recent(months[0].period, HISTORY)
            and most < HEADLINE
            and self.sentences
            and months[0].span.start < self.sentences[min(LEAD, len(self.sentences) - 1)].end
            and (not votes or self._mostly(months[0], months[0].period, max(named, key=lambda label: votes[label])))
        ):
            first = months[0].period
            return until_month_end(first) if is_day(first) else first  # "until the end of September" is nine months
        if votes:
            best = named[max(votes, key=lambda label: votes[label])]
            return best if self.over(best, -1) else self._just_over() or best
        ends = [m.period for m in self.mentions if m.unit == "month" and m.period and is_day(m.period)]
        if ends and self._recent(ends[0], FRESH) and self.reported(ends[0]):
            return until_month_end(ends[0])  # "stood at 5 million at the end of September"
        units = [m.unit for m in self.mentions if m.role in ("refer", "balance", "comparison") and m.unit]
        return (
            self.latest("half" if units and units[0] == "half" else "quarter") if units and units[0] != "year" else None
        )

    def _just_over(self) -> Period | None:
        """The quarter or half whose last day the text tells, if that is not long ago: what is reported, even where a
        headline looks ahead ("Muster poised for a strong third quarter")."""
        told = (m.period for m in self.mentions if m.role == "own" and m.stated and months_of(m.part))
        return next((p for p in told if p is not None and self.over(p, 0) and self._recent(p, JUST_OVER)), None)

    def _mostly(self, mention: PeriodMention, month: Period, other: str) -> bool:
        """Does the text speak of a month just over, and far more often than of any longer period?"""
        if mention.plans or not (self._recent(month, FRESH) and self.reported(month) and self.tells(mention)):
            return False
        labels = [mention.period.label for mention in self.mentions if mention.role == "own" and mention.period]
        return labels.count(month.label) >= MOSTLY * max(1, labels.count(other))

    def _month(self) -> Period | None:
        """The month whose figures the headline announces."""
        for mention in self.mentions:
            period = mention.period
            if period is None or not any(
                s.is_headline and mention.span in Span(s.start, s.end) for s in self.sentences[:3]
            ):
                return None
            if mention.unit == "month" and mention.role == "own" and not mention.plans and self._recent(period, FRESH):
                return period if self.reported(period) else None
        return None

    def reported(self, period: Period) -> bool:
        """Can figures of this period be known already?"""
        days = self._days(period)
        if self.day is None or days is None:
            return True
        if days[1] > self.day and self._behind_quarter(period):
            return False
        left = QUARTER_LEFT if (days[1] - days[0]).days < 100 else YEAR_LEFT
        return days[0] < self.day and (days[1] - self.day).days < left

    def _behind_quarter(self, period: Period) -> bool:
        """Is it a quarter behind the one that is reported?"""
        own, main = (self._days(p) if p and "-Q" in p.label else None for p in (period, self.main))
        return own is not None and main is not None and own[0] > main[1]

    def running(self, mention: PeriodMention) -> bool:
        """Is it the year that is under way, spoken of without a plan: "it sold 5 million this year"?"""
        return mention.unit == "year" and not mention.plans and mention.role == "own"

    def _recent(self, period: Period, limit: int) -> bool:
        """Has the period ended no more days ago?"""
        days = self._days(period)
        return self.day is None or days is None or (self.day - days[1]).days <= limit

    def _days(self, period: Period) -> tuple[date, date] | None:
        """First and last day, for a company's own years as good as they are known."""
        if period.first and period.last:
            return period.first, period.last
        match = LABEL.fullmatch(period.label)
        if period.fiscal and match:
            year = Year(6) if match[2] and self.year.end == 12 else self.year
            return year.days(int(match[1]) + bool(match[2]), match[3] or "")
        return bounds(period.label)

    def closing(self, period: Period) -> Period:
        """Its last day, where that is known: a business year by its number alone ends with the calendar's, unless the
        text says otherwise."""
        if period.last is None and self.year.end == 12 and (days := bounds(period.label)) is not None:
            period = replace(period, first=days[0], last=days[1])
        return at_its_end(period)

    def before_main(self, period: Period | None) -> bool:
        """Does the period end before the one that is reported?"""
        own, main = (self._days(p) if p else None for p in (period, self.main))
        return own is not None and main is not None and own[1] < main[1]

    def of_others(self, period: Period | None) -> bool:
        """Is it a calendar's year in a text that reports years of the company's own?"""
        plain = period is not None and not period.fiscal and period.label.isdigit()
        return plain and self.main is not None and "/" in self.main.label

    def tells(self, mention: PeriodMention) -> bool:
        """Does its clause tell figures, or does it open its sentence? Else it is a remark ("after a weak 2012")."""
        sentence = self.sentence_of(mention)
        before = self.text[max(sentence.start, mention.span.start - NEAR) : mention.span.start]
        behind = self.text[mention.span.end : min(sentence.end, mention.span.end + NEAR)]
        clause = CLAUSE_ENDS.split(before)[-1] + CLAUSE_ENDS.split(behind)[0]
        return self.opens(mention) or any(map(str.isdigit, clause))

    def opens(self, mention: PeriodMention) -> bool:
        """Does it open its sentence: "In the year 2012"?"""
        start = self.sentence_of(mention).start
        return mention.span.start - start < NEAR and self.text.count(" ", start, mention.span.start) <= OPENING

    def subheading(self, sentence: Sentence) -> int:
        """Where the nearest subheading above a sentence stands (0 without one): a plan is not carried over it."""
        at = bisect_right(self.sentences, sentence.start, key=lambda one: one.start) - 1
        for above in reversed(self.sentences[max(0, at - LOOK_BACK) : max(0, at)]):
            words = self.text[above.start : above.end].rstrip()
            if not above.is_headline and len(words) <= HEADING and SUBHEADING.fullmatch(words):
                return above.start
        return 0

    def sentence_of(self, mention: PeriodMention) -> Sentence:
        at = bisect_right(self.sentences, mention.span.start, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 else Sentence(0, len(self.text))

    def ahead(self, mention: PeriodMention) -> bool:
        """Is its end still to come: "by 2018"?"""
        period = mention.ahead if mention.plans or mention.unit == "season" else mention.period
        days = self._days(period) if period else None
        return self.day is not None and days is not None and days[1] > self.day

    def to_come(self, period: Period, rule: str) -> bool:
        """Is it a period, or a deadline, that the sentence names and that nobody can report yet?"""
        if self.published is None or not rule.startswith(("own", "deadline")):
            return False
        days = self._days(period)
        return days is not None and (days[0] > self.published or (rule.startswith("dead") and days[1] > self.published))

    def over(self, period: Period | None, days: int) -> bool:
        """Has the period ended more than so many days ago, so that no plan is made for it?"""
        own = self._days(period) if period else None
        return self.day is not None and own is not None and (self.day - own[1]).days > days

    def stale(self, mention: PeriodMention) -> bool:
        """Has the quarter or half-year ended so long ago that it was reported before, and the next one is meant?"""
        last = mention.period.last if mention.period is not None and not mention.stated else None
        return self.day is not None and last is not None and late(mention.part, (self.day - last).days)

    def quarter_before(self, mention: PeriodMention) -> bool:
        """Is it an earlier quarter or half than the one that is reported? Such a one is not inherited."""
        part = self.main.label.partition("-")[2] if self.main else ""
        alike = part[:1] == mention.part[:1] or (part[:1], mention.part[:1]) == ("Q", "H")
        return part[:1] in ("Q", "H") and alike and self.before_main(mention.period)

    def outdated(self, period: Period | None) -> bool:
        """Is the period a year older than the one that is reported, so rather one to compare with?"""
        if period is None or self.main is None:
            return False
        own, main = self._days(period), self._days(self.main)
        return own is not None and main is not None and (main[1] - own[1]).days > 330

    def reports_a_part(self) -> bool:
        """Is it a part of a year that is reported, and neither a year nor a day?"""
        return self.main is not None and "-" in self.main.label and not is_day(self.main)

    def under_way(self) -> bool:
        """Is a part reported whose year goes on? Then "the full year" is a plan."""
        part = self.main.label.partition("-")[2] if self.main else ""
        until = (0, int(part)) if part.isdigit() else months_of(part) if part else None
        return until is not None and until[1] < 12

    def monthly(self) -> bool:
        """Is it a month that is reported? Then "the quarter" is only mentioned."""
        return self.main is not None and self.main.label.partition("-")[2].isdigit()

    def latest(self, unit: str) -> Period | None:
        """The latest quarter, half or year that has ended."""
        if self.day is None:
            return None
        parts = {"quarter": ("Q1", "Q2", "Q3", "Q4"), "half": ("H1", "H2"), "year": ("",)}[unit]
        day = self.day
        ended = [(self.year.days(y, part)[1], y, part) for part in parts for y in [self.year.latest(part, day)]]
        _, year, part = max(ended)
        return self.year.period(year, part)

    def last_named(self, until: int) -> int:
        """The last year that the text names or speaks from ("this year"), up to that one, which it is without any."""
        named = (m.period for m in self.mentions if m.period and (m.stated or m.unit == "year"))
        years = (days[1].year for period in named if (days := self._days(period)))
        return max((year for year in years if year <= until), default=until)

    def current_year(self) -> Period:
        if self.day is None:
            return UNKNOWN_YEAR
        return self.year.period(self.year.holding(self.day), "")
