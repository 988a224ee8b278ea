"""Periods as the text names them, dated against the day of publication.

``find`` gives mentions, not bare periods: "im Vorjahr" names a period too, but no figure's own. A mention without a
year ("im dritten Quartal") is dated twice, for figures that are reported and for plans; who knows the kind of a figure
takes the one or the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from kennzahl.facts import Period, Span
from kennzahl.languages import section
from kennzahl.reading.calendar import (
    REPORTED_LATE,
    SLACK,
    USUAL_DELAY,
    Year,
    bounds,
    fiscal_year_end,
    late,
    month_end,
    months_of,
    nearest_month_end,
    part_of,
)
from kennzahl.reading.mentions.period_atoms import Atom, fragment, join, scan

Role = Literal["own", "comparison", "deadline", "start", "day", "refer", "balance"]

BORDER = re.compile(r"[.!?;]\s|\n\s+(?=\S)")
FRESH = 75
"""Days after its end within which a calendar quarter is news for most companies."""

DATELINE = 500
"""Characters at the start of a text within which a full date is that of its publication."""

SOON = 120
"""Days within which "the quarter ending October 31" is still to end; else it has ended long ago."""

WINDOW = 90
"""Characters before a mention in which a cue counts."""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One place where the text names a period.

    ``period`` is what it means for a reported figure, ``ahead`` for a plan; both None where the text only refers to a
    period named elsewhere ("im Quartal"), to a period that figures are compared with, or where nothing dates it.
    ``role``: ``own`` (a figure beside it may be of this period), ``comparison``, ``deadline`` ("bis Ende 2027"),
    ``start`` ("seit 2019"), ``day`` (a date that need not be a figure's), ``refer`` (``unit`` of the period that the
    text is about) and ``balance`` (its last day). ``part`` is the label without its year; ``stated`` tells a mention
    with its year. ``plans``: the sentence looks ahead.
    """

    span: Span
    role: Role
    period: Period | None = None
    ahead: Period | None = None
    part: str = ""
    unit: str = ""
    stated: bool = False
    plans: bool = False


class Cues:
    """The words around a mention that give it its role."""

    def __init__(self, language: str) -> None:
        data = section(language, "periods")
        cues = {name: fragment(words) for name, words in data["cues"].items()}
        article = r"(?:(?:the|dem|der|den|das|im|in|of|für|for|zum|early|late|mid)[\s-])?"

        def before(words: str, gap: str = "") -> re.Pattern[str]:
            return re.compile(rf"(?<!\w)(?:{words})\s{gap}{article}$", re.IGNORECASE)

        self.compared = before(cues["compared"], r"[^;:]{0,80}")
        self.compared_direct = before(cues["compared_direct"])
        self.compared_dated = before(cues["compared_dated"], r"[^;:\d]{0,25}")
        self.compared_origin = re.compile(
            rf"(?<!\w)(?:{cues['compared_origin']})\s[^;]{{0,50}}\d[^;]{{0,40}}$", re.IGNORECASE
        )
        self.target = re.compile(rf"\s(?:{cues['target']})\s", re.IGNORECASE)
        self.durations_behind = re.compile(rf"\s(?:{fragment(data['durations_behind'])})(?!\w)", re.IGNORECASE)
        self.compared_figure = re.compile(
            rf"(?<!\w)(?:{cues['compared_figure']})\s(?!(?:[^;]{{0,70}}\s)?(?:{cues['target']})\s)[^;]{{0,50}}\d[^;]{{0,40}}$",
            re.IGNORECASE,
        )
        # "386 Millionen im Vorjahr", "nach einem Verlust im Vorjahr"; but "der Umsatz im Vorjahr stieg" is its own
        self.compared_year = re.compile(
            rf"(?:\d[^;]*|(?<!\w)(?:{cues['compared_figure']})\s[^;]*)(?:{fragment(data['prior_year'])})$",
            re.IGNORECASE,
        )
        self.deadline = before(cues["deadline"])
        self.start = before(cues["start"])
        self.event = before(cues["event"])
        self.as_of = before(cues["as_of"])
        self.durations = re.compile(rf"(?<!\w)(?:{fragment(data['durations'])})\s$", re.IGNORECASE)
        self.outlook = re.compile(rf"(?<!\w)(?:{fragment(data['outlook'])})(?!\w)", re.IGNORECASE)


@cache
def _cues(language: str) -> Cues:
    return Cues(language)


def find(
    text: str, language: str, published: date | None, start: int = 0, end: int | None = None
) -> list[PeriodMention]:
    """All mentions of time in ``text[start:end]``, in order; offsets count from the start of ``text``.

    Where ``published`` is unknown, the years that the text names date the others; where it names none, a period has
    the year ``????``.
    """
    stop = len(text) if end is None else end
    atoms = join(list(scan(text, language, start, stop)), text, language)
    cues = _cues(language)
    plans = [_plans(text, atom, start, cues) for atom in atoms]
    day, year = _dated(atoms, plans, text, cues, published, start)
    dater = Dater(day, year)
    mentions = []
    for index, atom in enumerate(atoms):
        before = text[max(start, atom.start - WINDOW, atoms[index - 1].end if index else 0) : atom.start]
        before = BORDER.split(before)[-1]
        mention = dater.date(atom)
        role = _role(mention, atom, before, text, cues)
        mention = replace(mention, role=role, plans=plans[index])
        length = atom.kind == "stretch" and atom.last is None and atom.year is None and mention.role == "own"
        if atom.kind == "stretch" and mention.role == "own" and mention.period is None:
            continue
        lasts = cues.durations.search(before) or cues.durations_behind.match(text, atom.end)
        if length and lasts:
            continue
        mentions.append(mention)
    return mentions


def dating(text: str, language: str, published: date | None) -> tuple[date | None, Year]:
    """The day from which the text counts (of publication, else as its years say), and how its company's years run."""
    atoms = join(list(scan(text, language, 0, len(text))), text, language)
    cues = _cues(language)
    plans = [_plans(text, atom, 0, cues) for atom in atoms]
    return _dated(atoms, plans, text, cues, published, 0)


def _dated(
    atoms: Sequence[Atom], plans: Sequence[bool], text: str, cues: Cues, published: date | None, start: int
) -> tuple[date | None, Year]:
    known = published or _dateline(atoms, start)
    day = known or _day_from_years(atoms, plans, text, cues, start)
    return day, fiscal_year(atoms, plans, day, known is not None)


def _dateline(atoms: Sequence[Atom], start: int) -> date | None:
    """The full date at the head of a text: that of its publication."""
    for atom in atoms:
        if atom.kind == "day" and atom.year and 1950 <= atom.year < 2100 and atom.start < start + DATELINE:
            return _day_in(atom.year, atom.month, atom.day)
    return None


def _role(mention: PeriodMention, atom: Atom, before: str, text: str, cues: Cues) -> Role:
    dated = mention.stated or (atom.kind == "relative" and atom.offset == -1)
    if atom.kind == "day":
        return "deadline" if cues.deadline.search(before) else "own" if cues.as_of.search(before) else "day"
    if mention.role in ("refer", "balance", "comparison"):
        return "comparison" if atom.same and atom.unit != "period" and atom.kind != "comparison" else mention.role
    if cues.deadline.search(before):
        return "deadline"
    if cues.start.search(before):
        return "start"
    if atom.same or cues.compared.search(before) or cues.compared_direct.search(before):
        return "comparison"
    if dated and cues.compared_dated.search(before):
        return "comparison"
    if (dated or atom.kind == "part") and cues.compared_figure.search(before):
        return "comparison"
    if cues.target.match(text, atom.end) and cues.compared_origin.search(before):
        return "comparison"
    if before.endswith("(") and text[atom.end : atom.end + 1] == ":" and dated:
        return "comparison"
    if (
        atom.kind == "relative"
        and atom.offset == -1
        and cues.compared_year.search(before + text[atom.start : atom.end])
    ):
        return "comparison"
    if atom.kind == "month" and cues.event.search(before):
        return "day"
    return "own"


def _plans(text: str, atom: Atom, start: int, cues: Cues) -> bool:
    """Does the sentence look ahead at this place?"""
    before = BORDER.split(text[max(start, atom.start - 120) : atom.start])[-1]
    after = BORDER.split(text[atom.end : atom.end + 60], maxsplit=1)[0]
    return bool(cues.outlook.search(before) or cues.outlook.search(after))


def _day_from_years(atoms: Sequence[Atom], plans: Sequence[bool], text: str, cues: Cues, start: int) -> date | None:
    """When was it written? In the year that agrees best with the years it reports (most likely the year before) and
    plans (that year or later), after the latest quarter that it reports."""
    votes: Counter[int] = Counter()
    named = [
        (year, ahead, atom)
        for atom, ahead in zip(atoms, plans, strict=True)
        if (year := atom.year or atom.last_year) is not None and 1950 <= year < 2100
    ]
    for guess in {year + more for year, _, _ in named for more in (0, 1)}:
        for year, ahead, atom in named:
            before = BORDER.split(text[max(start, atom.start - 120) : atom.start])[-1]
            partly = atom.kind in ("month", "day") or atom.part[:2] in ("Q1", "Q2", "Q3", "H1", "9M")
            if cues.deadline.search(before):
                votes[guess] += 5 if year >= guess else -4
            elif cues.compared_dated.search(before):
                votes[guess] += {0: 0, 1: 5, 2: 6}.get(guess - year, 4 if year < guess else -6)
            elif cues.outlook.search(before[-60:]):
                votes[guess] += 8 if year == guess else 4 if year > guess else -2
            elif ahead:
                votes[guess] += 5 if year == guess else 3 if year > guess else 2
            else:
                votes[guess] += {0: 6 if partly else 2, 1: 6, 2: 5}.get(guess - year, 4 if year < guess else -6)
    if not votes:
        return None
    best = max(votes, key=lambda guess: (votes[guess], guess))
    ends = [Year().days(best, atom.part)[1] for year, ahead, atom in named if year == best and atom.part and not ahead]
    return max([date(best, 2, 20), *(end + timedelta(days=USUAL_DELAY) for end in ends if end.month < 12)])


def fiscal_year(atoms: Sequence[Atom], plans: Sequence[bool], published: date | None, exact: bool) -> Year:
    """How the years run in this text: by the calendar, unless a quarter's last day or a late report says otherwise."""
    slash = any(atom.slash for atom in atoms)
    fiscal = any(atom.fiscal or atom.slash for atom in atoms)
    for atom in atoms:
        if atom.last is None or atom.last[0] == 0:
            continue
        last = _last_day(atom, published)
        months = months_of(atom.part) if atom.kind == "part" else (0, atom.months)
        if last is None or months is None or months[1] not in (3, 6, 9, 12):
            continue
        calendar = Year().nearest(
            months[1] - months[0] if atom.kind == "part" and atom.part[0] != "9" else months[1], last
        )
        if atom.kind == "part" and (atom.fiscal or calendar is None or calendar[1] != atom.part):
            return Year(fiscal_year_end(atom.part, last), slash)
        if atom.kind == "stretch" and (atom.months in (9, 12) and calendar is None):
            return Year((nearest_month_end(last).month + 12 - atom.months - 1) % 12 + 1, slash)
        if atom.kind == "stretch" and atom.months == 6 and nearest_month_end(last).month not in (6, 12):
            return Year((nearest_month_end(last).month + 5) % 12 + 1, slash)
    return _guessed(atoms, plans, published, fiscal, slash) if published and exact else Year(slash=slash)


def _guessed(atoms: Sequence[Atom], plans: Sequence[bool], published: date, fiscal: bool, slash: bool) -> Year:
    """The company's year by what is news today: a fourth quarter reported in June has just ended."""
    parts = Counter(
        atom.part
        for atom, ahead in zip(atoms, plans, strict=True)
        if atom.kind == "part" and _bare(atom) and not ahead and months_of(atom.part)
    )
    latest = {part: Year().days(Year().latest(part, published), part)[1] for part in parts}
    ends = [last for a in atoms if a.kind == "stretch" and a.months in (0, 3) and (last := _last_day(a, published))]
    recent = [last for last in ends if 0 <= (published - last).days <= REPORTED_LATE["Q"]]
    end = max(recent, default=published - timedelta(days=USUAL_DELAY))
    fresh = sum(number for part, number in parts.items() if (published - latest[part]).days <= FRESH)
    marked = next((a.part for a in atoms if a.kind == "part" and a.fiscal and a.part and a.year is None), "")
    if marked and fresh > parts[marked]:
        marked = ""
    stale = all(
        late(part, (published - last).days) and not _under_way(part, published) for part, last in latest.items()
    )
    if not marked and parts and stale and (fiscal or len(parts) == 1):
        marked = parts.most_common(1)[0][0]
    quarters = [part for part, _ in parts.most_common() if part[0] == "Q"]
    if not marked and recent and quarters and not any(_near(part, end) for part in quarters):
        marked = quarters[0]  # "third quarter" and "three months to December"
    if not marked:
        return Year(slash=slash)
    return Year(fiscal_year_end(marked, nearest_month_end(end)), slash, known=bool(recent))


def _near(part: str, day: date) -> bool:
    """Does the calendar's quarter end at about that day?"""
    return any(abs((Year().days(year, part)[1] - day).days) <= SLACK for year in (day.year - 1, day.year))


def _under_way(part: str, day: date) -> bool:
    """Has more than half of the calendar's quarter or half-year passed? Then news of it looks ahead."""
    first, last = Year().days(Year().holding(day), part)
    return first <= day <= last and (day - first) * 2 > last - first


def _bare(atom: Atom) -> bool:
    return atom.year is None and atom.offset is None and atom.last is None and not atom.same


def _last_day(atom: Atom, day: date | None) -> date | None:
    """The day on which "three months to June 29" end: with its own year, else the latest before publication, or the
    next one where the text says so."""
    if atom.last is None:
        return None
    month, number = atom.last
    year = atom.last_year or atom.year
    if year is None:
        if day is None:
            return None
        passed = _day_in(day.year, month, number) <= day + timedelta(days=10)
        coming = _day_in(day.year + passed, month, number)
        forward = atom.forward or (atom.ending and (coming - day).days < SOON)
        year = day.year + forward - (not passed)
    return _day_in(year, month, number)


def _day_in(year: int, month: int, number: int) -> date:
    last = month_end(year, month)
    return last.replace(day=min(number, last.day)) if number else last


@dataclass(frozen=True, slots=True)
class Dater:
    """Turns pieces into periods: ``day`` is the day of publication, ``year`` how the company's years run."""

    day: date | None
    year: Year

    def date(self, atom: Atom) -> PeriodMention:
        """The mention of one piece; its role is only a first guess."""
        mention = PeriodMention(Span(atom.start, atom.end), "own", part=atom.part, unit=atom.unit)
        if atom.kind in ("comparison", "refer", "balance"):
            return replace(mention, role=atom.kind)
        if atom.kind == "day":
            return self._day(mention, atom)
        if atom.kind == "month":
            return self._month(mention, atom)
        if atom.kind == "relative":
            return self._relative(mention, atom)
        if atom.kind == "year" and atom.year is not None:
            return self._of_year(mention, atom, atom.year)
        if atom.last is not None:
            return self._ending(mention, atom)
        if atom.kind == "stretch" and not atom.final and atom.months == 3:
            return replace(mention, role="refer", unit="quarter", part="")
        if atom.year is not None:
            return self._of_year(mention, atom, atom.year)
        if atom.offset is not None and self.day is not None:
            return self._of_year(mention, atom, self.year.holding(self.day) + atom.offset, "relative")
        if atom.kind == "stretch" and (atom.months not in (9, 6) or atom.final):
            return mention
        return self._bare(mention)

    def _of_year(self, mention: PeriodMention, atom: Atom, year: int, how: str = "stated") -> PeriodMention:
        if atom.at_end:
            day = date(year, 12, 31)
            return _both(mention, Period(day.isoformat(), day, day), stated=True)
        label = f"{year - 1}/{year % 100:02d}" if atom.slash else f"{year}"
        label += f"-{mention.part}" if mention.part else ""
        days = bounds(label) if not atom.fiscal and (self.year.end == 12 or not mention.part) else None
        if days is None and self.year.end != 12 and self.year.known:
            days = self.year.days(year, mention.part)
        first, last = days or (None, None)
        fiscal = atom.slash or atom.fiscal
        period = Period(label, first, last, "stated" if how == "stated" else "relative", fiscal)
        return _both(mention, period, stated=how == "stated")

    def _bare(self, mention: PeriodMention) -> PeriodMention:
        if self.day is None:
            return _both(mention, Period(f"????-{mention.part}", how="relative"))
        past = self.year.period(self.year.latest(mention.part, self.day), mention.part)
        if self.year.end == 12 and _under_way(mention.part, self.day):
            past = self.year.period(self.day.year, mention.part)
        ahead = self.year.period(self.year.coming(mention.part, self.day), mention.part)
        return replace(mention, period=past, ahead=ahead)

    def _ending(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        last = _last_day(atom, self.day)
        if last is None:
            return self._bare(mention) if atom.part and atom.kind == "part" else mention
        if atom.kind == "part":
            months = months_of(atom.part) or (0, 12)
            calendar = Year().nearest(months[1] - months[0], last)
            aligned = calendar is not None and calendar[1] == atom.part and self.year.end == 12
            year = calendar[0] if calendar and aligned else self.year.holding(nearest_month_end(last))
            return _both(mention, self.year.period(year, atom.part, "stated"), stated=True)
        found = self.year.nearest(atom.months, last)
        if found is None:
            return mention
        return _both(replace(mention, part=found[1]), self.year.period(*found, "stated"), stated=True)

    def _month(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        mention = replace(mention, part=f"{atom.month:02d}", unit="month")
        year = atom.year
        if atom.offset is not None and self.day is not None:
            year = self.day.year + atom.offset
        if year is None:
            if self.day is None:
                return _both(mention, Period(f"????-{mention.part}", how="relative"))
            ended = month_end(self.day.year, atom.month) <= self.day + timedelta(days=31)
            past = self._month_of(self.day.year if ended else self.day.year - 1, atom)
            coming = month_end(self.day.year, atom.month) >= self.day
            return replace(mention, period=past, ahead=self._month_of(self.day.year + (not coming), atom))
        return _both(mention, self._month_of(year, atom, "stated"), stated=True)

    def _month_of(self, year: int, atom: Atom, how: Literal["stated", "relative"] = "relative") -> Period:
        last = month_end(year, atom.month)
        if atom.at_end:
            return Period(last.isoformat(), last, last, how)
        return Period(f"{year}-{atom.month:02d}", last.replace(day=1), last, how)

    def _day(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        mention = replace(mention, unit="day", part=f"{atom.month:02d}-{atom.day:02d}")
        year = atom.year
        if year is None:
            if self.day is None:
                return mention
            year = self.day.year
            if _day_in(year, atom.month, min(atom.day, 28)) > self.day + timedelta(days=10):
                year -= 1
        try:
            day = date(year, atom.month, atom.day)
        except ValueError:
            return mention
        return _both(mention, Period(day.isoformat(), day, day, "stated" if atom.year else "relative"), stated=True)

    def _relative(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        offset, day = atom.offset or 0, self.day
        if day is None:
            return _both(mention, Period("????", how="relative")) if atom.unit == "year" else mention
        if atom.unit == "year_to_date":
            last = max(("Q1", "Q2", "Q3", "Q4"), key=lambda part: self.year.days(self.year.latest(part, day), part))
            part = part_of((months_of(last) or (0, 12))[1])
            return _both(replace(mention, part=part), self.year.period(self.year.latest(last, day), part))
        if atom.unit == "year":
            years = self.year if atom.fiscal else Year()
            return _both(replace(mention, unit="year"), years.period(years.holding(day) + offset, ""))
        if atom.unit == "month":
            end = month_end(day.year, day.month + offset)
            return _both(mention, Period(f"{end.year}-{end.month:02d}", end.replace(day=1), end, "relative"))
        parts = ("Q1", "Q2", "Q3", "Q4") if atom.unit == "quarter" else ("H1", "H2")
        ended = sorted((self.year.days(year, part)[1], year, part) for part in parts for year in self._near())
        current = next(i for i, (until, _, _) in enumerate(ended) if until >= day)
        _, year, part = ended[current + offset]
        mention = _both(replace(mention, part=part), self.year.period(year, part))
        if offset:
            return mention
        _, year, part = ended[current - 1]  # "this quarter's sales rose" looks back
        return replace(mention, part=part, period=replace(self.year.period(year, part), span=mention.span))

    def _near(self) -> range:
        middle = self.day.year if self.day else 2000
        return range(middle - 2, middle + 4)


def _both(mention: PeriodMention, period: Period, stated: bool = False) -> PeriodMention:
    """Past and plan alike."""
    period = replace(period, span=mention.span)
    return replace(mention, period=period, ahead=period, stated=stated)
