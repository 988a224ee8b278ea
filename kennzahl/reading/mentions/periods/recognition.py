"""All mentions of periods in a text, each with its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kennzahl.facts import Sentence
from kennzahl.reading.calendar import Year
from kennzahl.reading.mentions.anchors import lower
from kennzahl.reading.mentions.periods.atoms import Atom, scan
from kennzahl.reading.mentions.periods.cues import Cues, cues_of, looks_ahead, surroundings
from kennzahl.reading.mentions.periods.dater import Dater
from kennzahl.reading.mentions.periods.dating import dated, over_two_years
from kennzahl.reading.mentions.periods.joins import join
from kennzahl.reading.mentions.periods.mention import PeriodMention, Role
from kennzahl.reading.sentences import split

POSSESSIVE_ENDS = ("'s", "’s")
"""The end of a time whose event stands behind it: "a gain from last month's | offering"."""

NINE = 9
"""Months that a figure runs over which is of no quarter, half or year."""

WINDOW = 90
"""Characters before a mention in which a cue counts."""


def find(
    text: str, language: str, published: date | None, start: int = 0, end: int | None = None
) -> list[PeriodMention]:
    """All mentions of time in ``text[start:end]``, in order; offsets count from the start of ``text``.

    Where ``published`` is unknown, the years that the text names date the others; where it names none, a period has
    the year ``????``.
    """
    return read(text, language, published, start, end)[0]


def read(
    text: str,
    language: str,
    published: date | None,
    start: int = 0,
    end: int | None = None,
    sentences: Sequence[Sentence] | None = None,
    year_end: int | None = None,
) -> tuple[list[PeriodMention], date | None, Year]:
    """The mentions of ``find``, the day from which they count, and how the years of the text's company run.

    ``sentences`` are those of the stretch, where they are known already; ``year_end`` is the month in which the fiscal
    year of the text's company is known to end, which counts where the text itself does not say.
    """
    if published and not 1900 <= published.year < 2200:
        published = None
    stop = len(text) if end is None else end
    atoms = join(list(scan(text, language, start, stop)), text, language)
    cues = cues_of(language)
    if not sentences:
        parts = split(text[start:stop], language)
        sentences = [replace(part, start=start + part.start, end=start + part.end) for part in parts]
    lowered = lower(text)
    around = surroundings(lowered, atoms, sentences, start, cues)
    plans = [looks_ahead(words, cues) for words in around]
    day, year = dated(atoms, around, plans, cues, published, start, year_end, text)
    own = over_two_years(atoms, plans, day) if day and year.slash and year.end == 12 else year
    dater = Dater(day, year, own, _is_monthly(atoms, day))
    mentions: list[PeriodMention] = []
    for index, (atom, words) in enumerate(zip(atoms, around, strict=True)):
        since = atoms[index - 1].end if index else start
        before = words.before[-min(WINDOW, atom.start - since) :] if atom.start > since else ""
        mention = dater.date(atom, plans[index])
        chained = mentions and mentions[-1].role == "comparison" and index and cues.chain.fullmatch(before)
        role = "comparison" if chained and mention.role == "own" else _role(mention, atom, before, text, lowered, cues)
        if role != mention.role:
            mention = replace(mention, role=role)
        if not (_is_length(mention, atom, before, lowered, cues) or _is_any_year(atom, before, lowered, cues)):
            mentions.append(mention)
    return mentions, day, year


def _is_length(mention: PeriodMention, atom: Atom, before: str, lowered: str, cues: Cues) -> bool:
    """Is "six months" only a length of time ("within six months", "six months ago")?"""
    if atom.kind != "stretch" or mention.role not in ("own", "refer"):
        return False
    if mention.period is None and mention.role == "own":
        return True
    undated = atom.last is None and atom.year is None
    if undated and atom.months == NINE and not mention.plans and cues.running.search(before):
        return False  # "in neun Monaten", "über drei Quartale": so long no other figure runs
    return undated and bool(cues.durations.search(before) or cues.durations_behind.match(lowered, atom.end))


def _is_any_year(atom: Atom, before: str, lowered: str, cues: Cues) -> bool:
    """Is it a year's length, and none that is reported ("stores open at least one full fiscal year")?"""
    return (
        atom.kind == "refer"
        and atom.unit == "year"
        and bool(cues.one_year.search(before + lowered[atom.start : atom.end]))
    )


def _is_monthly(atoms: Sequence[Atom], day: date | None) -> bool:
    """Is it the month just over that the text reports ("BMW verkauft im Mai mehr Autos"), and no quarter?"""
    if day is None or any(atom.kind in ("part", "stretch") for atom in atoms):
        return False
    return any(atom.kind == "month" and atom.year is None and atom.month == (day.month - 2) % 12 + 1 for atom in atoms)


def _role(mention: PeriodMention, atom: Atom, before: str, text: str, lowered: str, cues: Cues) -> Role:
    dated = mention.stated or (atom.kind == "relative" and atom.offset == -1)
    if before.endswith("(") and text[atom.end : atom.end + 1] == ":" and dated:
        return "comparison"
    if atom.unit == "years":
        return mention.role
    if atom.kind == "season":
        return "deadline" if cues.deadline.search(before) else "day"
    if atom.kind == "day":
        return "deadline" if cues.deadline.search(before) else "own" if cues.as_of.search(before) else "day"
    if mention.role == "balance" and cues.target.match(lowered, atom.end) and cues.compared_origin.search(before):
        return "comparison"  # "wuchs von 5 Millionen zum Jahresende 2023 | auf 6"
    if mention.role in ("refer", "balance", "comparison"):
        return "comparison" if atom.same and atom.unit != "period" and atom.kind != "comparison" else mention.role
    if atom.kind == "year" and (cues.founded.search(before) or cues.founded_behind.match(lowered, atom.end)):
        return "start"  # "founded in 2008": no figure is of that year
    if atom.unit in ("event", "week") or (atom.kind == "year" and cues.event_noun.match(lowered, atom.end)):
        return "day"
    if atom.kind in ("year", "relative") and cues.event_deal.match(lowered, atom.end):
        return "day"
    if cues.deadline.search(before) or (atom.kind == "year" and cues.before_year.search(before)):
        return "deadline"
    if cues.into.search(text, atom.start - len(before), atom.start + 4):
        return "day"
    possessive = text.startswith(POSSESSIVE_ENDS, atom.end - 2)
    if cues.start.search(before) and not possessive and not (atom.kind == "stretch" and atom.last):
        return "start"  # not "from July to September"
    if dated and atom.kind in ("year", "relative") and cues.origin.search(before):
        return "comparison"
    if atom.same or cues.compared.search(before) or cues.compared_direct.search(before):
        return "comparison"
    if dated and atom.kind != "stretch" and cues.compared_dated.search(before):
        return "comparison"
    if (dated or atom.kind == "part") and cues.compared_figure.search(before):
        return "comparison"
    if cues.target.match(lowered, atom.end) and cues.compared_origin.search(before):
        return "comparison"
    if (dated or atom.kind in ("part", "month")) and cues.compared_behind.match(lowered, atom.end):
        return "former"
    if (
        atom.kind == "relative"
        and atom.offset == -1
        and cues.compared_year.search(before + lowered[atom.start : atom.end])
    ):
        return "comparison"
    if mention.unit == "month" and (cues.event.search(before) or cues.event_behind.match(lowered, atom.end)):
        return "day"
    return "own"
