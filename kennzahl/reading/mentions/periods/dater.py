"""From a piece of time, as it stands in the text, to the period that it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from kennzahl.facts import Period, Span
from kennzahl.reading.calendar import Year, bounds, late, month_end, months_of, nearest_month_end, part_of
from kennzahl.reading.mentions.periods.atoms import Atom
from kennzahl.reading.mentions.periods.dating import day_in, last_day, under_way
from kennzahl.reading.mentions.periods.mention import PeriodMention, Role

FRESH = 75
"""Days after its end within which a month is rather that of the news than the next of its name."""


@dataclass(frozen=True, slots=True)
class Dater:
    """Turns pieces into periods: ``day`` is the day of publication, ``year`` how the company's years run, ``own`` how
    those run that it calls its own ("im laufenden Geschäftsjahr"); ``monthly``: the text reports a month."""

    day: date | None
    year: Year
    own: Year
    monthly: bool = False

    def date(self, atom: Atom, plans: bool) -> PeriodMention:
        """The mention of one piece; its role is only a first guess."""
        mention = PeriodMention(Span(atom.start, atom.end), "own", part=atom.part, unit=atom.unit, plans=plans)
        if atom.kind == "balance" and (atom.part or atom.year):
            dated = self._of_year(mention, atom, atom.year) if atom.year else self._bare(mention)
            return replace(dated, role="balance")
        if atom.kind in ("comparison", "refer", "balance"):
            return replace(mention, role=atom.kind)
        if atom.kind == "season":
            return self._season(mention, atom)
        if atom.kind == "day":
            return self._day(mention, atom)
        if atom.kind == "month":
            return self._month(mention, atom)
        if atom.kind == "relative":
            return self._relative(mention, atom)
        if atom.kind == "year" and atom.year is not None:
            return self._of_year(mention, atom, atom.year)
        if atom.kind == "part" and atom.year is not None:
            return self._of_year(mention, atom, atom.year)
        if atom.last is not None:
            return self._ending(mention, atom)
        if atom.kind == "stretch" and not atom.final and atom.months == 3 and atom.unit != "weeks":
            return replace(mention, role="refer", unit="quarter", part="")
        if atom.year is not None:
            return self._of_year(mention, atom, atom.year)
        if atom.offset is not None and self.day is not None:
            return self._of_year(mention, atom, self.year.holding(self.day) + atom.offset, "relative")
        if atom.kind == "stretch" and (atom.months not in (9, 6) or atom.final or atom.unit == "weeks"):
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
        if not mention.part and self._is_over(year):
            days = self.year.days(year, "")
        first, last = days or (None, None)
        fiscal = atom.slash or atom.fiscal
        period = Period(label, first, last, "stated" if how == "stated" else "relative", fiscal)
        return _both(mention, period, stated=how == "stated")

    def _is_over(self, year: int) -> bool:
        """Is the company's own year over whose calendar year is not? Then it is its own that is reported."""
        if self.day is None or self.year.end == 12 or not self.year.known or self.year.slash:
            return False
        return self.year.days(year, "")[1] <= self.day < date(year, 12, 1)

    def _bare(self, mention: PeriodMention) -> PeriodMention:
        if self.day is None:
            return _both(mention, Period(f"????-{mention.part}", how="relative"))
        past = self.year.period(self.year.latest(mention.part, self.day), mention.part)
        own, calendar = (self._stale(year, mention.part) for year in (self.year, Year()))
        if self.year.end != 12 and own and not calendar and not mention.plans:
            past = Year().period(Year().latest(mention.part, self.day), mention.part)  # of another company
        if self.year.end == 12 and under_way(mention.part, self.day):
            past = self.year.period(self.day.year, mention.part)
        ahead = self.year.period(self.year.coming(mention.part, self.day), mention.part)
        return replace(mention, period=past, ahead=ahead)

    def _stale(self, year: Year, part: str) -> bool:
        return self.day is None or late(part, (self.day - year.days(year.latest(part, self.day), part)[1]).days)

    def _ending(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        if atom.unit == "period" and not atom.months:
            return replace(mention, role="refer", part="")  # "the period ended June 30": the one that is reported
        last = last_day(atom, self.day)
        if last is None:
            return self._bare(mention) if atom.part and atom.kind == "part" else mention
        if atom.kind == "part":
            months = months_of(atom.part) or (0, 12)
            calendar = Year().nearest(months[1] - months[0], last)
            aligned = calendar is not None and calendar[1] == atom.part and self.year.end == 12
            year = calendar[0] if calendar and aligned else self.year.holding(nearest_month_end(last))
            return _both(mention, self.year.period(year, atom.part, "stated"), stated=True)
        if atom.months == 1:
            end = nearest_month_end(last)
            period = Period(f"{end.year}-{end.month:02d}", end.replace(day=1), end, "stated")
            return _both(replace(mention, unit="month", part=f"{end.month:02d}"), period, stated=True)
        found = self.year.nearest(atom.months, last)
        if found is None:
            return mention
        mention = _both(replace(mention, part=found[1]), self.year.period(*found, "stated"), stated=True)
        named = atom.last_year or atom.year or atom.offset is not None
        if named or self.day is None or (self.day - last).days <= FRESH:
            return mention
        return replace(mention, ahead=self.year.period(found[0] + 1, found[1], "stated"))  # "for the year to March"

    def _month(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        mention = replace(mention, part=f"{atom.month:02d}", unit="month")
        year = atom.year
        if atom.offset is not None and self.day is not None:
            year = self.day.year + atom.offset
        if year is None:
            if self.day is None:
                last = f"-{month_end(2001, atom.month).day}" if atom.at_end else ""
                return _both(mention, Period(f"????-{mention.part}{last}", how="relative"))
            ended = month_end(self.day.year, atom.month) <= self.day + timedelta(days=31)
            past = self._month_of(self.day.year if ended else self.day.year - 1, atom)
            coming = month_end(self.day.year, atom.month) >= self.day
            fresh = past.last is not None and -31 <= (self.day - past.last).days < FRESH  # last month is no plan's
            ahead = past if fresh else self._month_of(self.day.year + (not coming), atom)
            return replace(mention, period=past, ahead=ahead)
        return _both(mention, self._month_of(year, atom, "stated"), stated=True)

    def _month_of(self, year: int, atom: Atom, how: Literal["stated", "relative"] = "relative") -> Period:
        last = month_end(year, atom.month)
        if atom.at_end:
            return Period(last.isoformat(), last, last, how)
        return Period(f"{year}-{atom.month:02d}", last.replace(day=1), last, how)

    def _season(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        """A season or a feast: what matters is the year in which it was last, or will be next."""
        mention = replace(mention, role="day", unit="season", part="")
        if self.day is None:
            return mention
        over = self.day.month > atom.month
        past, ahead = (Year().period(year, "") for year in (self.day.year - (not over), self.day.year + over))
        return replace(mention, period=past, ahead=ahead)

    def _day(self, mention: PeriodMention, atom: Atom) -> PeriodMention:
        mention = replace(mention, unit="day", part=f"{atom.month:02d}-{atom.day:02d}")
        year = atom.year
        if year is None:
            if self.day is None:
                return _both(mention, Period(f"????-{mention.part}", how="relative"), stated=True)
            year = self.day.year
            if day_in(year, atom.month, min(atom.day, 28)) > self.day + timedelta(days=10):
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
        if atom.unit == "year_to_date" and self.monthly and self.year.end == 12 and day.month > 1:
            part = part_of(day.month - 1)
            return _both(replace(mention, part=part), self.year.period(day.year, part))
        if atom.unit == "year_to_date":
            last = max(("Q1", "Q2", "Q3", "Q4"), key=lambda part: self.year.days(self.year.latest(part, day), part))
            part = part_of((months_of(last) or (0, 12))[1])
            return _both(replace(mention, part=part), self.year.period(self.year.latest(last, day), part))
        if atom.unit == "year":
            years = self.own if atom.fiscal or (atom.ongoing and self.own.slash) else Year()
            return _both(replace(mention, unit="year"), years.period(years.holding(day) + offset, ""))
        if atom.unit == "event":
            return mention
        if atom.unit == "years":
            role: Role = "day" if offset < 0 else "deadline"
            return _both(
                replace(mention, role=role, plans=offset > 0), Year().period(day.year + offset, ""), stated=True
            )
        if atom.unit in ("month", "week"):
            then = day + timedelta(days=7 * offset)
            end = month_end(then.year, then.month) if atom.unit == "week" else month_end(day.year, day.month + offset)
            return _both(mention, Period(f"{end.year}-{end.month:02d}", end.replace(day=1), end, "relative"))
        parts = ("Q1", "Q2", "Q3", "Q4") if atom.unit == "quarter" else ("H1", "H2")
        ended = sorted((self.year.days(year, part)[1], year, part) for part in parts for year in self._near())
        current = next(i for i, (until, _, _) in enumerate(ended) if until >= day)
        _, year, part = ended[current + offset]
        mention = _both(replace(mention, part=part), self.year.period(year, part))
        if offset:
            return mention
        mention = replace(mention, plans=mention.plans or atom.ongoing)  # "expectations for the current quarter"
        _, year, part = ended[current - 1]  # "this quarter's sales rose" looks back
        return replace(mention, part=part, period=replace(self.year.period(year, part), span=mention.span))

    def _near(self) -> range:
        middle = self.day.year if self.day else 2000
        return range(middle - 2, middle + 4)


def _both(mention: PeriodMention, period: Period, stated: bool = False) -> PeriodMention:
    """Past and plan alike."""
    period = replace(period, span=mention.span)
    return replace(mention, period=period, ahead=period, stated=stated)
