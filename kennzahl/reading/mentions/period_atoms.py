"""The pieces of which a mention of time is made, as they stand in the text: "third quarter", "June 29", "2024".

``scan`` finds the pieces, ``join`` puts together those that name one period. Nothing is dated yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from kennzahl.languages import section
from kennzahl.reading.calendar import part_of
from kennzahl.reading.mentions.anchors import Anchored, lower

AtomKind = Literal["part", "stretch", "year", "relative", "month", "day", "refer", "balance", "comparison"]

NOT_AFTER = r"\w.,$€£/-"
YEAR = r"(?:19[5-9]\d|20\d\d)"
SYMBOLS = (
    rf"(?:Q[1-4]|[1-4]Q|H[12]|[12]H|[69]M)"
    rf"(?:\d\d(?!\d)"
    rf"|[ /'’-]{{0,2}}(?:(?:MARKS) ?)?(?:{YEAR}(?:/\d\d)?|(?<=['’/Y])\d\d)(?!\d)| \d\d(?=[ ]?(?:\n|[.,;:)]\s|$)))?"
)
"""A quarter, half or number of months as a sign, and its year; MARKS are those of fiscal years."""
NUMERIC_DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.\s?(?:19|20)?\d\d(?!\d)"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
)
WEEKS_A_MONTH = 4.35
DATED = re.compile(r"[A-ZÀ-ÖØ-Þ]|\d{3}|\.\s?\d")


@dataclass(slots=True)
class Atom:
    """One piece. ``part`` is as in labels, ``months`` the length of a stretch, ``year`` the one in which it ends;
    ``last`` (month, day or 0) is the day on which a stretch ends, ``last_year`` its year if named;
    ``forward``: it ends in the future ("the year ending next March"), ``ending``: it may;
    ``final``: it is the end of its year."""

    start: int
    end: int
    kind: AtomKind
    part: str = ""
    months: int = 0
    year: int | None = None
    slash: bool = False
    fiscal: bool = False
    month: int = 0
    day: int = 0
    at_end: bool = False
    unit: str = ""
    offset: int | None = None
    last: tuple[int, int] | None = None
    last_year: int | None = None
    same: bool = False
    forward: bool = False
    ending: bool = False
    final: bool = False


def fragment(words: str) -> str:
    """A regular expression of the lexicon, with blanks that stand for blanks or a hyphen."""
    return words.strip().replace(" ?", r"[\s-]{0,2}").replace(" ", r"[\s-]{1,3}")


def union(words: dict[str, int] | list[str]) -> str:
    return "|".join(fragment(re.escape(word).replace(r"\ ", " ")) for word in sorted(words, key=len, reverse=True))


class Grammar:
    """The section ``periods`` of a language, compiled."""

    def __init__(self, language: str) -> None:
        data: dict[str, Any] = section(language, "periods")
        self.months = {
            name.rstrip("."): number for number, names in enumerate(section(language, "months"), 1) for name in names
        }
        self.short = {name for names in section(language, "months") for name in names[1:] if len(name) < 5}
        self.ordinals: dict[str, int] = data["ordinals"] | {f"{n}.": n for n in range(1, 5)}
        self.counts: dict[str, int] = data["counts"] | {str(n): n for n in range(2, 13)}
        self.named: dict[str, str] = {name.lower(): part for name, part in data["named"].items()}
        self.fiscal = re.compile(data["fiscal"], re.IGNORECASE)
        self.link = re.compile(fragment(data["link"]), re.IGNORECASE)
        self.ended = re.compile(rf"\s?{fragment(data['ended'])}\s", re.IGNORECASE)
        self.forward = re.compile(fragment(data["forward"]), re.IGNORECASE)
        self.ending = re.compile(fragment(data["ending"]), re.IGNORECASE)
        self.fiscal_before = re.compile(rf"\b(?:{data['fiscal']})[\s-]$", re.IGNORECASE)
        self.same_within = re.compile(rf"\b(?:{fragment(data['same'])})[\s-]", re.IGNORECASE)
        self.final = re.compile(rf"\b(?:{data['final']})[\s-]$", re.IGNORECASE)
        self.same = re.compile(rf"\b(?:{fragment(data['same'])})[\s-]{{1,2}}$", re.IGNORECASE)
        self.relative = [
            (re.compile(fragment(words), re.IGNORECASE), unit, offset) for words, unit, offset in data["relative"]
        ]
        self.refer = {unit: re.compile(fragment(words), re.IGNORECASE) for unit, words in data["unnumbered"].items()}
        self.within = re.compile(rf"\s(?:{fragment(data['within'])})\s", re.IGNORECASE)
        self.idle = re.compile(rf"(?:{fragment(data['within'])})\s", re.IGNORECASE)  # "the best time of the year"
        self.manner = re.compile(fragment(data["manner"]), re.IGNORECASE)
        self.half = re.compile(fragment(data["half"]), re.IGNORECASE)
        self.quarter = re.compile(fragment(data["quarter"]), re.IGNORECASE)
        self.month_name = union(list(self.months))
        self.joined = re.compile(rf"(?:\s|,|&|/|{data['and']}|{data['range']}){{1,4}}", re.IGNORECASE)
        self.months_capitalised = bool(data["months_capitalised"])
        self.marks = tuple(mark.lower() for mark in data["marks"])
        marks, and_ = "|".join(data["marks"]), data["and"]
        nth, not_a_day = data["nth"], fragment(data["not_a_day"])
        month, number = self.month_name, r"(?:3[01]|[12]\d|0?[1-9])"
        count, ordinal = union(self.counts), union(self.ordinals)
        stretch = f"{fragment(data['quarter'])}|{fragment(data['half'])}|{fragment(data['month'])}"
        runs = f"{fragment(data['quarter'])}|{fragment(data['month'])}"
        weeks = rf"(?:{count}|1[34]|26|27|39|40|5[23])[\s-]{fragment(data['weeks'])}"
        end, no_year = fragment(data["year_end"]), fragment(data["not_a_year"])
        year_words = "|".join(fragment(words) for words in data["year"])
        branches = {
            "range": rf"(?:{month})[\s-]{{0,2}}{fragment(data['quarter'])}"
            rf"|(?:1\.\s)?(?:{month})\.?\s?{fragment(data['range'])}\s?(?:3[01]\.\s)?(?:{month})\b"
            rf"|(?:{data['between']})\s(?:{month})\s(?:{and_})\s(?:{month})\b",
            "day": rf"{NUMERIC_DAY}|{number}(?:{nth})?\s?(?:{data['day_of']}\s)?(?:{month})\b\.?(?:,?\s{{1,2}}{YEAR})?"
            rf"|(?:{month})\.?\s{number}(?:{nth})?\b(?!\.?\d|\s(?:{not_a_day}))(?:,?\s{{1,2}}{YEAR})?",
            "symbol": SYMBOLS.replace("MARKS", marks),
            "comparison": fragment(data["comparison"]),
            "relative": "|".join(fragment(words) for words, _, _ in data["relative"]),
            "balance": fragment(data["balance_day"]),
            "first": rf"(?:{fragment(data['first'])}[\s-])?(?:{count})[\s-](?:{YEAR}\s)?(?:{runs})",
            "weeks": weeks,
            "part": rf"(?:{ordinal})[\s-]{{1,2}}(?:{stretch})",
            "shared": rf"(?:{ordinal})(?=\s(?:{and_})\s(?:{ordinal})[\s-](?:{fragment(data['quarter'])}))",
            "named": union(list(data["named"])),
            "month": rf"(?:(?:{end})[\s-])?(?:{month})\b",
            "year": rf"(?:(?:{end})\s)?(?:(?:{year_words})\s?)?{YEAR}(?:/(?:{YEAR}|\d\d))?"
            rf"(?!\d|[.,]\d|[-\s]?(?:{no_year}))|(?:{marks})\s?'?\d\d(?!\d)",
            "refer": "|".join(fragment(words) for words in data["unnumbered"].values()),
        }
        patterns = (rf"(?<![{NOT_AFTER}])(?P<{name}>{branch})(?!\w)" for name, branch in branches.items())
        self.scanner = Anchored(patterns)
        self.at_end = re.compile(rf"(?:{end})[\s-]", re.IGNORECASE)


@cache
def grammar(language: str) -> Grammar:
    return Grammar(language)


def scan(text: str, language: str, start: int, end: int) -> Iterator[Atom]:
    """The pieces of ``text[start:end]``, in order."""
    rules = grammar(language)
    for match in rules.scanner.finditer(lower(text), start, end):
        atom = _atom(match, text, rules)
        if atom:
            same = bool(rules.same.search(text, max(start, match.start() - 24), match.start()))
            before = text[max(start, atom.start - 12) : atom.start]
            if atom.kind == "stretch" and atom.months in (3, 6) and rules.final.search(before):
                atom = replace(atom, part="Q4" if atom.months == 3 else "H2", final=True)
            marked = rules.fiscal.search(text, match.start(), match.end()) or rules.fiscal_before.search(before)
            yield replace(atom, same=same, fiscal=atom.fiscal or bool(marked)) if same or marked else atom


def _atom(match: re.Match[str], text: str, rules: Grammar) -> Atom | None:
    first, last, kind = match.start(), match.end(), match.lastgroup
    words = text[first:last]
    if rules.months_capitalised and kind in ("month", "day", "range") and not DATED.search(words):
        return None  # "may" is no month
    low = re.sub(r"[\s-]+", " ", words.lower())
    if kind == "day":
        return _day(first, last, low, rules)
    if kind == "symbol":
        letters = re.match(r"(?:q([1-4])|([1-4])q|h([12])|([12])h|(\d)m)", low)
        if not letters:
            return None
        quarter, half, months = letters[1] or letters[2], letters[3] or letters[4], letters[5]
        part = f"Q{quarter}" if quarter else f"H{half}" if half else part_of(int(months))
        year, slash = _year(low[letters.end() :])
        return Atom(
            first, last, "part", part=part, year=year, slash=slash, fiscal=any(mark in low for mark in rules.marks)
        )
    if kind == "relative":
        for pattern, unit, offset in rules.relative:
            if pattern.fullmatch(words):
                return Atom(first, last, "relative", unit=unit, offset=offset)
        return None
    if kind == "first":
        number = next((n for word, n in rules.counts.items() if re.search(rf"(?:^|\s){re.escape(word)}\s", low)), 0)
        months = number * 3 if rules.quarter.search(low) else number
        if months > 12:
            return None
        from_start = low.split(" ", 1)[0] not in rules.counts
        named = re.search(rf"\b{YEAR}\b", low)
        return Atom(
            first, last, "part" if from_start else "stretch", part=part_of(months), months=months,
            year=int(named[0]) if named else None,
        )  # fmt: skip
    if kind == "weeks":
        number = rules.counts.get(low.split(" ", 1)[0]) or int(re.findall(r"\d+", low)[0])
        return Atom(first, last, "stretch", months=round(number / WEEKS_A_MONTH), unit="weeks")
    if kind == "shared":
        return Atom(first, last, "part", part=f"Q{rules.ordinals[low]}") if low in rules.ordinals else None
    if kind == "part":
        number = rules.ordinals.get(low.split(" ", 1)[0], 0)
        if rules.half.search(low):
            return Atom(first, last, "part", part=f"H{number}") if number < 3 else None
        return Atom(first, last, "part", part=f"Q{number}") if rules.quarter.search(low) else None
    if kind == "named":
        return Atom(first, last, "part", part=rules.named[low])
    if kind == "range":
        names = [rules.months[name.lower()] for name in re.findall(rules.month_name, low)]
        if len(names) == 1:
            return Atom(first, last, "stretch", months=3, last=(names[0], 0))  # "the December quarter" ends with it
        if len(names) != 2:
            return None
        return Atom(first, last, "stretch", months=(names[1] - names[0]) % 12 + 1, last=(names[1], 0))
    if kind == "month":
        name = low.rpartition(" ")[2]
        if name in rules.short and not re.match(r"\.?\s\d{4}", text[last : last + 6]):
            return None  # "Jan" is a name, too
        return Atom(first, last, "month", month=rules.months[name], at_end=bool(rules.at_end.match(words)))
    if kind == "year":
        year, slash = _year(low)
        return Atom(first, last, "year", year=year, slash=slash, at_end=bool(rules.at_end.match(words)))
    if kind == "refer":
        found = ((unit, pattern.match(text, first)) for unit, pattern in rules.refer.items())
        unit = next((unit for unit, hit in found if hit and hit.end() == last), "period")
        if unit == "half":
            return Atom(first, last, "part", part="H1")
        return Atom(first, last, "refer", unit=unit, months={"quarter": 3, "year": 12}.get(unit, 0))
    if kind in ("balance", "comparison"):
        return Atom(first, last, kind)  # type: ignore[arg-type]
    return None


def _year(words: str) -> tuple[int | None, bool]:
    """The year in which "2023/24", "2023/2024", "2024", "FY25" or "'24" ends, and whether it has two calendar years."""
    match = re.search(r"(\d{4})(?:/(\d{4}|\d\d))?$|(\d\d)$", words)
    if not match:
        return None, False
    if match[3]:
        return 2000 + int(match[3]), False
    year = int(match[1])
    if match[2]:
        after = year + 1
        return (after, True) if int(match[2]) in (after, after % 100) else (year, False)
    return year, False


def _day(first: int, last: int, low: str, rules: Grammar) -> Atom | None:
    names = re.findall(rf"(?:{rules.month_name})(?!\w)", low)
    numbers = [int(number) for number in re.findall(r"\d+", low)]
    if names:
        month, day = rules.months[names[0].lower()], numbers[0]
        year = numbers[1] if len(numbers) > 1 else None
    elif len(numbers) == 3 and numbers[0] > 31:
        year, month, day = numbers
    elif len(numbers) == 3:
        day, month, year = numbers
        year += 0 if year > 99 else 2000 if year < 70 else 1900
    else:
        return None
    return Atom(first, last, "day", month=month, day=day, year=year)


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
    if (ended := _ended(whole, left, right, gap, rules)) is not None:
        return ended
    number = right.kind != "year" or text[right.start].isdigit()
    if not rules.link.fullmatch(gap) or ("," in gap and not number):
        return None
    if (dated := _dated(whole, left, right, text, rules)) is not None:
        return dated
    past = (right.kind == "comparison" and not rules.manner.fullmatch(text, right.start, right.end)) or (
        right.kind == "relative" and (right.offset or 0) < 0 and left.kind == "refer"
    )
    if past and left.kind in ("part", "refer") and left.year is None:
        return replace(whole, kind="comparison") if left.kind == "refer" else replace(whole, same=True)
    return None


def _ended(whole: Atom, left: Atom, right: Atom, gap: str, rules: Grammar) -> Atom | None:
    """A stretch, a part or a company's own year and its last day."""
    ended = bool(gap.strip() and rules.ended.fullmatch(gap))
    if left.kind == "day" and (ended if right.kind in ("part", "refer") else _is_past_year(right) and gap == " "):
        whole = replace(right, start=left.start)  # "am 30. Juni beendetes Quartal", "zum 30. Juni abgelaufenes Jahr"
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
        if left.kind == "month" or (left.kind in ("part", "stretch") and left.last is None):
            return replace(whole, year=right.year, slash=right.slash)
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
