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
    USUAL_DELAY,
    Year,
    bounds,
    fiscal_year_end,
    late,
    month_end,
    months_of,
    nearest_month_end,
)
from kennzahl.reading.mentions.period_atoms import Atom, fragment, join, scan

Role = Literal["own", "comparison", "deadline", "start", "day", "refer", "balance"]

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
        self.compared_dated = before(cues["compared_dated"], r"[^;:]{0,25}")
        self.compared_figure = re.compile(
            rf"(?<!\w)(?:{cues['compared_figure']})\s(?!(?:[^;]{{0,70}}\s)?(?:{cues['target']})\s)[^;]{{0,50}}\d[^;]{{0,40}}$",
            re.IGNORECASE,
        )
        self.deadline = before(cues["deadline"])
        self.start = before(cues["start"])
        self.as_of = before(cues["as_of"])
        self.durations = before(fragment(data["durations"]), r"(?:the\s|den\s)?(?:past\s|last\s|next\s)?")
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
    day = published or _day_from_years(atoms, plans, text, cues, start)
    year = fiscal_year(atoms, published)
    dater = Dater(day, year)
    mentions = []
    for index, atom in enumerate(atoms):
        before = text[max(start, atom.start - WINDOW, atoms[index - 1].end if index else 0) : atom.start]
        before = re.split(r"[.!?;]\s|\n\s*\n", before)[-1]
        mention = dater.date(atom)
        role = _role(mention, atom, before, text, cues)
        mention = replace(mention, role=role, plans=plans[index])
        length = atom.kind == "stretch" and atom.last is None and mention.role == "own"
        if length and (mention.period is None or cues.durations.search(before)):
            continue
        mentions.append(mention)
    return mentions


def dating(text: str, language: str, published: date | None) -> tuple[date | None, Year]:
    """The day from which the text counts (of publication, else as its years say), and how its company's years run."""
    atoms = join(list(scan(text, language, 0, len(text))), text, language)
    cues = _cues(language)
    plans = [_plans(text, atom, 0, cues) for atom in atoms]
    return published or _day_from_years(atoms, plans, text, cues, 0), fiscal_year(atoms, published)


def _role(mention: PeriodMention, atom: Atom, before: str, text: str, cues: Cues) -> Role:
    dated = mention.stated or (atom.kind == "relative" and atom.offset == -1)
    if mention.role in ("refer", "balance", "comparison"):
        return "comparison" if atom.same and atom.unit != "period" and atom.kind != "comparison" else mention.role
    if atom.same or cues.compared.search(before) or (dated and cues.compared_dated.search(before)):
        return "comparison"
    if (dated or atom.kind == "part") and cues.compared_figure.search(before):
        return "comparison"
    if before.endswith("(") and text[atom.end : atom.end + 1] == ":" and dated:
        return "comparison"
    if (
        atom.kind == "relative"
        and text[atom.start : atom.end].lower().startswith("vorjahr")
        and re.search(r"\d", before)
    ):
        return "comparison"
    if cues.deadline.search(before):
        return "deadline"
    if cues.start.search(before):
        return "start"
    if atom.kind == "day" or (atom.at_end and atom.kind in ("year", "month")):
        return "own" if cues.as_of.search(before) or atom.at_end else "day"
    return "own"


def _plans(text: str, atom: Atom, start: int, cues: Cues) -> bool:
    """Does the sentence look ahead at this place?"""
    before = re.split(r"[.!?]\s|\n\s*\n", text[max(start, atom.start - 120) : atom.start])[-1]
    after = re.split(r"[.!?;]\s|\n\s*\n", text[atom.end : atom.end + 60], maxsplit=1)[0]
    return bool(cues.outlook.search(before) or cues.outlook.search(after))


def _day_from_years(atoms: Sequence[Atom], plans: Sequence[bool], text: str, cues: Cues, start: int) -> date | None:
    """When was it written, judged by the years it names? In the year of its plans, else in the year after the latest
    one that it reports."""
    reported: list[int] = []
    planned: list[int] = []
    for atom, ahead in zip(atoms, plans, strict=True):
        year = atom.year or atom.last_year
        if year is None or atom.kind == "day":
            continue
        if cues.deadline.search(text[max(start, atom.start - 30) : atom.start]):
            continue
        (planned if ahead else reported).append(year)
    latest = max(reported, default=None)
    coming = [year for year in planned if latest is None or year > latest]
    if coming:
        return date(min(coming), 2, 20)
    return date(latest + 1, 2, 20) if latest is not None and latest < 9000 else None


def fiscal_year(atoms: Sequence[Atom], published: date | None) -> Year:
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
    if published is None:
        return Year(slash=slash)
    parts = Counter(atom.part for atom in atoms if atom.kind == "part" and _bare(atom) and months_of(atom.part))
    marked = next((a.part for a in atoms if a.kind == "part" and a.fiscal and a.part and a.year is None), None)
    if marked is None and parts:
        best = Year()
        ages = {part: (published - best.days(best.latest(part, published), part)[1]).days for part in parts}
        if (fiscal or len(parts) == 1) and all(late(part, age) for part, age in ages.items()):
            marked = parts.most_common(1)[0][0]
    if marked is None:
        return Year(slash=slash)
    return Year(fiscal_year_end(marked, nearest_month_end(published - timedelta(days=USUAL_DELAY))), slash, known=False)


def _bare(atom: Atom) -> bool:
    return atom.year is None and atom.offset is None and atom.last is None and not atom.same


def _last_day(atom: Atom, day: date | None) -> date | None:
    """The day on which "three months to June 29" end: with its own year, else the latest before publication."""
    if atom.last is None:
        return None
    month, number = atom.last
    year = atom.last_year or atom.year
    if year is None:
        if day is None:
            return None
        year = day.year if _day_in(day.year, month, number) <= day + timedelta(days=10) else day.year - 1
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
        if atom.year is not None:
            return self._of_year(mention, atom, atom.year)
        if atom.offset is not None and self.day is not None:
            return self._of_year(mention, atom, self.year.holding(self.day) + atom.offset, "relative")
        if atom.kind == "stretch" and atom.months not in (9, 6):
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
        offset = atom.offset or 0
        if self.day is None:
            return _both(mention, Period("????", how="relative")) if atom.unit == "year" else mention
        if atom.unit in ("year", "year_to_date"):
            years = self.year if atom.fiscal else Year()
            return _both(replace(mention, unit="year"), years.period(years.holding(self.day) + offset, ""))
        if atom.unit == "month":
            last = month_end(self.day.year, self.day.month + offset + 12)
            last = last.replace(year=last.year - 1, day=min(last.day, 28))
            last = month_end(last.year, last.month)
            return _both(mention, Period(f"{last.year}-{last.month:02d}", last.replace(day=1), last, "relative"))
        parts = ("Q1", "Q2", "Q3", "Q4") if atom.unit == "quarter" else ("H1", "H2")
        ended = sorted((self.year.days(year, part)[1], year, part) for part in parts for year in self._near())
        current = next(i for i, (last, _, _) in enumerate(ended) if last >= self.day)
        _, year, part = ended[current + offset]
        return _both(replace(mention, part=part), self.year.period(year, part))

    def _near(self) -> range:
        middle = self.day.year if self.day else 2000
        return range(middle - 2, middle + 4)


def _both(mention: PeriodMention, period: Period, stated: bool = False) -> PeriodMention:
    """Past and plan alike."""
    period = replace(period, span=mention.span)
    return replace(mention, period=period, ahead=period, stated=stated)
