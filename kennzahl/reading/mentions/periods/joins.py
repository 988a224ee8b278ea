"""Pieces of mentions of time that name one period together: a quarter and its year, a stretch and its last day."""

from __future__ import annotations

from dataclasses import replace

from kennzahl.reading.mentions.periods.atoms import Atom, AtomKind, Grammar, grammar

MOST_YEARS = 30
"""Years over which a figure may run."""
QUARTERS = (3, 6, 9, 12)
"""Months that make a quarter, a half, three quarters or a year."""
BEGUN = 12
"""Characters before the first year in which "between" stands."""


def join(atoms: list[Atom], text: str, language: str) -> list[Atom]:
    """Pieces that name one period together become one: a quarter and its year, a stretch and its last day."""
    rules = grammar(language)
    joined: list[Atom] = []
    for atom in atoms:
        while joined and (both := _both(joined[-1], atom, text, rules)):
            joined.pop()
            atom = both
        joined.append(atom)
    for i in range(len(joined) - 2, -1, -1):
        left, right = joined[i], joined[i + 1]
        shares = left.kind == right.kind == "part" and left.year is None and left.offset is None and not left.last
        if shares and right.part != left.part and rules.joined.fullmatch(text[left.end : right.start]):
            fiscal = left.fiscal or right.fiscal
            joined[i] = replace(left, year=right.year, slash=right.slash, offset=right.offset, fiscal=fiscal)
    idle = [atom.kind == "refer" and bool(rules.idle.match(text, atom.start, atom.end)) for atom in joined]
    return [atom for atom, without_part in zip(joined, idle, strict=True) if not without_part]


def _both(left: Atom, right: Atom, text: str, rules: Grammar) -> Atom | None:
    """The one piece that two neighbours are, or None."""
    gap = text[left.end : right.start]
    if len(gap) > 40 or "\n\n" in gap:
        return None
    whole = replace(left, end=right.end, fiscal=left.fiscal or right.fiscal)
    if (ended := _ended(whole, left, right, gap, text, rules)) is not None:
        closed = "(" in gap and text.startswith(")", ended.end)
        return replace(ended, end=ended.end + 1) if closed else ended
    if (last := _last_of_years(left, right, gap, text, rules)) is not None:
        return last
    number = right.kind != "year" or text[right.start].isdigit()
    if not rules.link.fullmatch(gap) or ("," in gap and not number):
        return None
    if (dated := _dated(whole, left, right, text, rules)) is not None:
        return dated
    if left.kind == "comparison" and not rules.manner.fullmatch(text, left.start, left.end):
        before = right.kind == "relative" and right.unit == "year" and (right.offset or 0) < 0
        if before or (right.kind == "year" and not right.at_end):
            return whole  # "im Vergleichszeitraum des Vorjahres"
    past = (right.kind == "comparison" and not rules.manner.fullmatch(text, right.start, right.end)) or (
        right.kind == "relative" and (right.offset or 0) < 0 and left.kind == "refer"
    )
    if past and left.kind in ("part", "refer") and left.year is None:
        return replace(whole, kind="comparison") if left.kind == "refer" else replace(whole, same=True)
    return None


def _last_of_years(left: Atom, right: Atom, gap: str, text: str, rules: Grammar) -> Atom | None:
    """ "from 2007 through 2010", "between 2007 and 2010", "2007-2010": what runs over years is of the last of them."""
    plain = left.kind == right.kind == "year" and not (left.slash or right.slash or left.at_end or right.at_end)
    if not plain or left.year is None or right.year is None or not 0 < right.year - left.year < MOST_YEARS:
        return None
    begun = rules.begun.search(text, max(0, left.start - BEGUN), left.start)
    if not rules.years.fullmatch(gap) and not (begun and rules.and_.fullmatch(gap)):
        return None
    return replace(right, start=begun.start() if begun else left.start)


def _ended(whole: Atom, left: Atom, right: Atom, gap: str, text: str, rules: Grammar) -> Atom | None:
    """A stretch, a part or a company's own year and its last day."""
    beside = gap == " (" and not rules.until.match(text, right.end)
    ended = bool(gap.strip() and (beside or rules.ended.fullmatch(gap)))
    if right.kind == "stretch" and right.last and gap == " (" and left.kind in ("part", "refer") and not left.last:
        return replace(whole, last=right.last, last_year=right.last_year)  # "first half (October 1 to March 31)"
    if left.kind == right.kind == "month" and (left.month, right.month) == (1, 2) and rules.joined.fullmatch(gap):
        last = (2, 0)  # "in January and February" is the first two months
        return replace(whole, kind="stretch", months=2, month=0, last=last, last_year=right.year, unit="")
    if left.kind == right.kind == "month" and left.year and right.year and rules.until.fullmatch(gap):
        months = 12 * (right.year - left.year) + right.month - left.month + 1
        if months in QUARTERS:  # "von November 2014 bis Ende April 2015"
            last = (right.month, 0)
            return replace(
                whole, kind="stretch", months=months, month=0, last=last, last_year=right.year, unit="", year=None
            )
    if left.kind == right.kind == "day" and rules.until.fullmatch(gap):
        months = (right.month - left.month) % 12 + (right.day > left.day)
        if months == 0 or months > 2:
            return replace(
                whole, kind="stretch", months=months or 12, last=(right.month, right.day), last_year=right.year
            )
    named = right.kind in ("part", "refer") and ended and left.kind in ("day", "month")
    if named or (left.kind == "day" and _is_past_year(right) and gap == " "):
        whole = replace(right, start=left.start)  # "im Juni beendetes Quartal", "zum 30. Juni abgelaufenes Jahr"
        left, right = right, left
        ended = True
    if right.kind not in ("day", "month") or left.last is not None:
        return None
    wire = (left.kind == "part" or left.unit == "year") and left.year is None and right.kind == "day" and gap == " "
    last, year = (right.month, right.day), right.year
    runs = left.kind in ("part", "stretch") or (left.kind == "refer" and left.unit != "half")
    if left.kind == "relative" and left.unit == "year" and left.fiscal and ended:
        forward = left.offset is not None and left.offset >= 0
        return replace(
            whole, kind="stretch", months=12, unit="", offset=None, last=last, last_year=year, forward=forward
        )
    if runs and left.unit == "period" and ended:
        return whole  # "the period ended December 31": how long it is was said before
    if runs and (wire or ended):
        kind: AtomKind = "part" if left.kind == "part" else "stretch"
        forward, ending = bool(rules.forward.search(gap)), bool(rules.ending.search(gap))
        return replace(whole, kind=kind, last=last, last_year=year, forward=forward, ending=ending)
    if left.kind == "year" and (left.slash or left.fiscal) and ended:
        return replace(whole, months=12, last=last, last_year=year)
    return None


def _is_past_year(atom: Atom) -> bool:
    return atom.kind == "relative" and atom.unit == "year" and atom.offset == -1


def _dated(whole: Atom, left: Atom, right: Atom, text: str, rules: Grammar) -> Atom | None:
    """A part, a month or "the year" and the number of its year, on either side."""
    gap, fiscal = text[left.end : right.start], whole.fiscal
    undated = left.year is None and left.offset is None
    if right.kind == "year" and undated and not right.at_end:
        if left.kind in ("month", "balance") or (left.kind in ("part", "stretch") and left.last is None):
            return replace(whole, year=right.year, slash=right.slash)
        if left.kind == "season":
            return replace(right, start=left.start)
        if left.last is not None and left.last_year is None:
            return replace(whole, last_year=right.year)
        if left.kind == "refer" and rules.same_within.search(text, left.start, left.end):
            return replace(whole, kind="comparison")
    of_year = right.kind == "refer" and right.unit == "year" and rules.within.match(text, left.end, right.end)
    if of_year and undated and left.kind == "part" and left.last is None:
        return whole
    named = left.unit == "year" and left.kind in ("refer", "relative") and right.kind == "year" and not right.at_end
    if named and gap == " ":
        return replace(right, start=left.start, fiscal=fiscal)
    if left.kind == "year" and right.kind == "refer" and right.unit == "year" and gap in (" ", "-"):
        return replace(whole, at_end=False)  # "2007 full-year profit"
    if right.kind == "relative" and right.unit == "year" and undated and left.kind in ("part", "month"):
        return replace(whole, offset=right.offset)
    if right.kind == "part" and right.year is None and right.last is None and gap.strip() in ("", "-"):
        if left.kind == "year" and not left.at_end:
            return replace(right, start=left.start, year=left.year, slash=left.slash, fiscal=fiscal)
        if left.kind == "relative" and left.unit == "year":
            return replace(right, start=left.start, offset=left.offset, fiscal=fiscal)
    return None
