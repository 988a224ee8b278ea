"""On which day a text counts from, and how the years of its company run, where it does not say so outright."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from kennzahl.reading.calendar import (
    REPORTED_LATE,
    SLACK,
    USUAL_DELAY,
    Year,
    fiscal_year_end,
    late,
    month_end,
    months_of,
    nearest_month_end,
)
from kennzahl.reading.mentions.periods.atoms import Atom
from kennzahl.reading.mentions.periods.cues import Cues, Surroundings

Manner = Literal["deadline", "compared", "planned", "ahead", "partly", "slash", "plain"]

PREVIOUS = {"Q2": "Q1", "Q3": "Q2", "Q4": "Q3", "Q1": "Q4", "H2": "H1", "H1": "H2"}
EARLIEST, PROMPT = 10, 45
"""Days after the end of a quarter between which most companies report."""

FRESH = 75
"""Days after its end within which a calendar quarter is news for most companies."""

DATELINE = 1_000
"""Characters at the start of a text within which a full date is that of its publication."""

NEAR_BY = 700
"""Characters between a quarter of the company's own year and the months of which it consists."""

MIDYEAR = (6, 0)
"""Month and day by which a year over two calendar years has mostly ended."""

MONTHLY = 3
"""Times that a text names a month for each quarter, if that is what it reports."""

CALENDAR = 12
"""The month in which the calendar's year ends."""

SOON = 120
"""Days within which "the quarter ending October 31" is still to end; else it has ended long ago."""

AGREEMENT: dict[Manner, tuple[int, int, int, int, int]] = {
    #            later  same  1 before  2 before  older
    "deadline": (5, 5, -4, -4, -4),
    "compared": (-6, 0, 5, 6, 4),
    "planned": (4, 8, -2, -2, -2),
    "ahead": (3, 5, 2, 2, 2),
    "partly": (-6, 6, 6, 5, 4),
    "slash": (3, 6, 5, 5, 4),
    "plain": (-6, 2, 6, 5, 4),
}
"""How well a year that is named in a manner agrees with a year of publication: a reported year is most likely the one
before, one that is compared with two before, and no plan is made for a year that is over."""


def dated(
    atoms: Sequence[Atom],
    around: Sequence[Surroundings],
    plans: Sequence[bool],
    cues: Cues,
    published: date | None,
    start: int,
    year_end: int | None,
    text: str,
) -> tuple[date | None, Year]:
    """The day from which the text counts (of publication, of its dateline, else as its years say), and the year."""
    known = published or _dateline(atoms, around, cues, start)
    day = known or _day_from_years(atoms, around, plans, cues)
    return day, fiscal_year(atoms, plans, day, known is not None, year_end, text)


def _dateline(atoms: Sequence[Atom], around: Sequence[Surroundings], cues: Cues, start: int) -> date | None:
    """The full date at the head of a text: that of its publication, if it is no figure's ("zum 31. Dezember 2014")."""
    for atom, words in zip(atoms, around, strict=True):
        if _beside(words) or cues.as_of.search(words.before):
            continue
        if atom.kind == "day" and atom.year and 1950 <= atom.year < 2100 and atom.start < start + DATELINE:
            return day_in(atom.year, atom.month, atom.day)
    return None


def _day_from_years(
    atoms: Sequence[Atom], around: Sequence[Surroundings], plans: Sequence[bool], cues: Cues
) -> date | None:
    """When was it written? In the year that agrees best with the years it names, after the latest quarter that it
    reports of that year."""
    named: Counter[tuple[int, Manner]] = Counter()
    parts: set[tuple[int, str]] = set()
    compared: set[tuple[int, str]] = set()
    ends: list[date] = []
    for atom, words, ahead in zip(atoms, around, plans, strict=True):
        year = atom.year or atom.last_year
        if year is None or not 1950 <= year < 2100 or _is_history(atom, words, ahead, cues):
            continue
        manner = "compared" if _beside(words) else _manner(atom, words.before, ahead, cues)
        named[year, manner] += 1
        if manner == "compared":
            compared.add((year + 1, atom.part))
        if not ahead and not atom.slash:
            parts.add((year, atom.part))
        elif manner == "slash" and atom.year and not atom.part:
            ends.append(day_in(atom.year, *(atom.last or MIDYEAR)))  # "the year 2015/16, which ended in March"
    votes: Counter[int] = Counter()
    for guess in {year + more for year, _ in named for more in (0, 1)}:
        for (year, manner), times in named.items():
            votes[guess] += times * AGREEMENT[manner][min(3, max(-1, guess - year)) + 1]
    if all(manner == "deadline" for _, manner in named):
        return None  # "by 2030" says nothing of today
    partly = {year for year, part in parts if months_of(part) and part}
    best = max(votes, key=lambda guess: (votes[guess], guess in partly, guess))
    told = any(year == best and part for year, part in parts)
    ends = [end for end in ends if end.year == best]
    ends += [
        Year().days(year, part)[1]
        for year, part in (parts if told else parts | compared)
        if year == best and months_of(part) and part
    ]
    return max([date(best, 2, 20), *(end + timedelta(days=USUAL_DELAY) for end in ends if end.month < 12)])


def _is_history(atom: Atom, words: Surroundings, ahead: bool, cues: Cues) -> bool:
    """ "founded in 1998", "since 2003", "its 1999 acquisition": a year that tells how old a company is, not a text."""
    if atom.kind != "year":
        return False
    before = (cues.founded, cues.event) if ahead else (cues.founded, cues.event, cues.start, cues.origin)
    behind = (cues.founded_behind, cues.event_noun)
    return any(cue.search(words.before) for cue in before) or any(cue.match(words.behind) for cue in behind)


def _beside(words: Surroundings) -> bool:
    """Is it the year of a comparison: "5 million (9M 2014: 4 million)"?"""
    return words.before.endswith("(") and words.behind.startswith(":")


def _manner(atom: Atom, before: str, ahead: bool, cues: Cues) -> Manner:
    if cues.deadline.search(before) or (atom.kind == "year" and cues.before_year.search(before)):
        return "deadline"
    if atom.same or any(cue.search(before) for cue in cues.comparisons):
        return "compared"
    if cues.outlook.search(before[-60:]):
        return "planned"
    if ahead:
        return "ahead"
    partly = atom.kind in ("month", "day") or atom.part[:2] in ("Q1", "Q2", "Q3", "H1", "9M")
    return "partly" if partly else "slash" if atom.slash else "plain"


def fiscal_year(
    atoms: Sequence[Atom], plans: Sequence[bool], published: date | None, exact: bool, year_end: int | None, text: str
) -> Year:
    """How the years run in this text: by the calendar, unless a quarter's last day or a late report says otherwise.

    ``exact`` tells a day of publication that is known from one that was judged by the years in the text; ``year_end``
    is the month in which the year of the text's company is known to end.
    """
    slash = any(atom.slash for atom in atoms)
    fiscal = any(atom.fiscal or atom.slash for atom in atoms)
    for atom in atoms:
        if atom.last is None or atom.last[0] == 0:
            continue
        last = last_day(atom, published)
        first, until = (months_of(atom.part) if atom.kind == "part" else None) or (0, atom.months)
        if last is None or until not in (3, 6, 9, 12):
            continue
        calendar = Year().nearest(until - first, last)
        month = nearest_month_end(last).month
        crosses = calendar is not None and calendar[0] < last.year  # a fourth quarter to January
        if atom.kind == "part" and (atom.fiscal or calendar is None or calendar[1] != atom.part or crosses):
            return Year(fiscal_year_end(until, last), slash)
        if atom.kind == "part":
            return Year(slash=slash)
        if atom.kind in ("stretch", "year") and (
            (until > 6 and calendar is None) or (until == 6 and month not in (6, 12))
        ):
            return Year(fiscal_year_end(until, last), slash)
    told = _told_by_months(atoms, text)
    if slash and (end := told or (year_end if year_end != CALENDAR else None)):
        return Year(end, slash)
    if told is not None:
        return Year(told)
    if published is None or not exact:
        return Year(slash=slash)
    if year_end == CALENDAR and not fiscal:
        return Year(slash=slash)
    if year_end not in (None, CALENDAR) and _fresher(Year(year_end), atoms, plans, published):
        return Year(year_end, slash, known=False)
    return _guessed(atoms, plans, published, fiscal, slash)


def _told_by_months(atoms: Sequence[Atom], text: str) -> int | None:
    """The month in which the years end where a paragraph names a quarter by its number and then by its months: "the
    third quarter of 2024/25 ... from October to December"; or a sentence: "fiscal fourth-quarter profit rose in
    the three months ended November 24"."""
    quarters = [atom for atom in atoms if atom.kind == "part" and atom.part[:1] == "Q" and not atom.same]
    for atom in atoms:
        if atom.kind == "stretch" and atom.months == 3 and atom.last and not atom.same:
            near = [quarter for quarter in quarters if 0 < atom.start - quarter.end < NEAR_BY]
            between = text[near[-1].end : atom.start] if near else "\n"
            if "\n" not in between and (near[-1].slash or (near[-1].fiscal and ". " not in between)):
                return fiscal_year_end((months_of(near[-1].part) or (0, 12))[1], day_in(2000, atom.last[0], 0))
    return None


def _fresher(year: Year, atoms: Sequence[Atom], plans: Sequence[bool], published: date) -> bool:
    """Is the quarter or half that the text reports newer by the company's year than by the calendar?"""
    bare = [(ahead, atom.part) for atom, ahead in zip(atoms, plans, strict=True) if atom.kind == "part" and _bare(atom)]
    if not bare:
        return False
    _, part = min(bare, key=lambda one: one[0])  # the first that is reported, else the first that is planned
    own, calendar = (years.days(years.latest(part, published), part)[1] for years in (year, Year()))
    return own > calendar


def _guessed(atoms: Sequence[Atom], plans: Sequence[bool], published: date, fiscal: bool, slash: bool) -> Year:
    """The company's year by what is news today: a fourth quarter reported in June has just ended."""
    parts: Counter[str] = Counter(
        atom.part
        for atom, ahead in zip(atoms, plans, strict=True)
        if atom.kind == "part" and _bare(atom) and not ahead and months_of(atom.part)
    )
    latest = {part: Year().days(Year().latest(part, published), part)[1] for part in parts}
    ends = [last for a in atoms if a.kind == "stretch" and a.months in (0, 3) and (last := last_day(a, published))]
    recent = [last for last in ends if 0 <= (published - last).days <= REPORTED_LATE["Q"]]
    end = max(recent, default=_usual_end(published))
    fresh = sum(number for part, number in parts.items() if (published - latest[part]).days <= FRESH)
    reported = [a.part for a, ahead in zip(atoms, plans, strict=True) if _own(a) and not ahead]
    planned = [
        PREVIOUS[a.part] for a, ahead in zip(atoms, plans, strict=True) if _own(a) and ahead and a.part in PREVIOUS
    ]
    marked = next(iter(reported + planned), "")
    if marked and fresh > parts[marked]:
        marked = ""
    stale = all(late(part, (published - last).days) and not under_way(part, published) for part, last in latest.items())
    if (
        not marked
        and parts
        and stale
        and (fiscal or (_end_together(parts) and not _tells_of_a_month(atoms, parts, published)))
    ):
        marked = parts.most_common(1)[0][0]
    firsts = {a.part: ahead for a, ahead in reversed(list(zip(atoms, plans, strict=True))) if a.kind == "part"}
    begun = {part for part, ahead in firsts.items() if ahead and _runs(part, published)}
    quarters = [part for part, _ in parts.most_common() if part[:1] == "Q" and part not in begun]
    if not marked and recent and quarters and not any(_near(part, end) for part in quarters):
        marked = quarters[0]  # "third quarter" and "three months to December"
    if not marked or _by_calendar(atoms, plans, published):
        return Year(slash=slash)
    return Year(fiscal_year_end((months_of(marked) or (0, 12))[1], end), slash, known=bool(recent))


def _end_together(parts: Counter[str]) -> bool:
    """Is it one report, of a quarter and of the half or the nine months that end with it?"""
    return len({(months_of(part) or (0, 12))[1] for part in parts}) == 1


def _tells_of_a_month(atoms: Sequence[Atom], parts: Counter[str], published: date) -> bool:
    """Does the text report the month just over, and only mention a quarter ("heads into the final quarter")?"""
    months = sum(
        atom.kind == "month" and not atom.year and atom.month == (published.month - 2) % 12 + 1 for atom in atoms
    )
    return months >= MONTHLY * sum(parts.values())


def _by_calendar(atoms: Sequence[Atom], plans: Sequence[bool], published: date) -> bool:
    """Does the text report the half-year just over by the number of its calendar year ("the first half of 2023")?"""
    named = [
        (atom.year, atom.part)
        for atom, ahead in zip(atoms, plans, strict=True)
        if atom.kind == "part" and atom.part and atom.year and not (ahead or atom.slash or atom.fiscal or atom.same)
    ]
    return any(0 <= (published - Year().days(year, part)[1]).days <= FRESH for year, part in named)


def over_two_years(atoms: Sequence[Atom], plans: Sequence[bool], day: date) -> Year:
    """Years named like 2023/24 end in March, June or September: as agrees best with what is reported and planned."""
    named = [(atom.year, ahead) for atom, ahead in zip(atoms, plans, strict=True) if atom.slash and atom.year]

    def agreement(year: Year) -> int:
        ages = [(day - year.days(number, "")[1]).days if not ahead else None for number, ahead in named]
        running = sum(ahead and year.holding(day) == number for number, ahead in named)
        return running + sum(age is not None and 0 <= age <= REPORTED_LATE["M"] for age in ages)

    return max((Year(end, True, known=False) for end in (9, 6, 3)), key=agreement)


def _own(atom: Atom) -> bool:
    """Does the text call the quarter or half the company's own ("fiscal")?"""
    return atom.kind == "part" and atom.fiscal and bool(atom.part) and atom.year is None


def _usual_end(published: date) -> date:
    """When a quarter that is news on that day most likely ended: with the calendar's, if that is not long ago."""
    calendar = max(Year().days(Year().latest(part, published), part)[1] for part in ("Q1", "Q2", "Q3", "Q4"))
    return calendar if EARLIEST <= (published - calendar).days <= PROMPT else published - timedelta(days=USUAL_DELAY)


def _near(part: str, day: date) -> bool:
    """Does the calendar's quarter end at about that day?"""
    return any(abs((Year().days(year, part)[1] - day).days) <= SLACK for year in (day.year - 1, day.year))


def under_way(part: str, day: date) -> bool:
    """Has more than half of the calendar's quarter or half-year passed? Then news of it looks ahead."""
    first, last = Year().days(Year().holding(day), part)
    return first <= day <= last and (day - first) * 2 > last - first


def _runs(part: str, day: date) -> bool:
    """Does the calendar's quarter or half-year hold that day?"""
    first, last = Year().days(Year().holding(day), part)
    return first <= day <= last


def _bare(atom: Atom) -> bool:
    return atom.year is None and atom.offset is None and atom.last is None and not atom.same


def last_day(atom: Atom, day: date | None) -> date | None:
    """The day on which "three months to June 29" end: with its own year, else the latest before publication, or the
    next one where the text says so."""
    if atom.last is None:
        return None
    month, number = atom.last
    year = atom.last_year or (None if atom.fiscal or atom.slash else atom.year)
    if year is None:
        if day is None:
            return None
        passed = day_in(day.year, month, number) <= day + timedelta(days=10)
        coming = day_in(day.year + passed, month, number)
        forward = atom.forward or (atom.ending and (coming - day).days < SOON)
        year = day.year + forward - (not passed)
    return day_in(year, month, number)


def day_in(year: int, month: int, number: int) -> date:
    last = month_end(year, month)
    return last.replace(day=min(number, last.day)) if number else last
