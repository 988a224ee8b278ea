"""The pieces of which a mention of time is made, as they stand in the text: "third quarter", "June 29", "2024".

Nothing is dated yet, and pieces that name one period together stand apart (``joins``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from kennzahl.languages import section
from kennzahl.reading.calendar import part_of
from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions.anchors import Anchored, lower

AtomKind = Literal["part", "stretch", "year", "relative", "month", "day", "season", "refer", "balance", "comparison"]

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
ELLIPSIS = 120
"""Characters from a quarter to the next one that goes without the word."""
PARTS = {"Q": 4, "H": 2}
"""How many of them a year has."""
SAME = 36
"""Characters before a piece in which "in the same quarter of" stands."""
WEEKS_A_MONTH = 4.35
DATED = re.compile(rf"[{HIGH}]|\d{{3}}|\.\s?\d")


@dataclass(slots=True)
class Atom:
    """One piece. ``part`` is as in labels, ``months`` the length of a stretch, ``year`` the one in which it ends;
    ``last`` (month, day or 0) is the day on which a stretch ends, ``last_year`` its year if named;
    ``forward``: it ends in the future ("the year ending next March"), ``ending``: it may;
    ``final``: it is the end of its year. A ``season`` has the ``month`` in which it ends.
    ``ongoing``: a year that is under way or has just ended, by the company's own count."""

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
    ongoing: bool = False


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
        self.seasons: dict[str, int] = {name.lower(): month for name, month in data["seasons"].items()}
        self.fiscal = re.compile(data["fiscal"], re.IGNORECASE)
        self.link = re.compile(fragment(data["link"]), re.IGNORECASE)
        self.ended = re.compile(rf"\s?{fragment(data['ended'])}\s", re.IGNORECASE)
        self.forward = re.compile(fragment(data["forward"]), re.IGNORECASE)
        self.ending = re.compile(fragment(data["ending"]), re.IGNORECASE)
        self.fiscal_before = re.compile(rf"\b(?:{data['fiscal']})[\s-]$", re.IGNORECASE)
        self.same_within = re.compile(rf"\b(?:{fragment(data['same'])})[\s-]", re.IGNORECASE)
        self.ongoing = re.compile(rf"\b(?:{data['ongoing']})", re.IGNORECASE)
        self.ago = re.compile(fragment(data["years_ago"]).replace("COUNT", r"(?:\w+)"), re.IGNORECASE)
        self.final = re.compile(rf"\b(?:{data['final']})[\s-]$", re.IGNORECASE)
        units = "|".join(fragment(words) for words in (data["quarter"], data["half"], data["month"], data["spell"]))
        unit = rf"(?:(?:{units})\s(?:{fragment(data['within'])}\s)?)?"  # "im gleichen | Quartal | 2011"
        self.same = re.compile(rf"\b(?:{fragment(data['same'])})[\s-]{{1,2}}{unit}$", re.IGNORECASE)
        self.relative = [
            (re.compile(fragment(words), re.IGNORECASE), unit, offset) for words, unit, offset in data["relative"]
        ]
        self.refer = {unit: re.compile(fragment(words), re.IGNORECASE) for unit, words in data["unnumbered"].items()}
        self.within = re.compile(rf"\s(?:{fragment(data['within'])})\s", re.IGNORECASE)
        self.idle = re.compile(rf"(?:{fragment(data['within'])})\s", re.IGNORECASE)  # "the best time of the year"
        self.until = re.compile(rf"\s?{fragment(data['range'])}\s", re.IGNORECASE)
        self.years = re.compile(rf"\s?(?:{fragment(data['range'])})\s?", re.IGNORECASE)
        self.and_ = re.compile(rf"\s(?:{data['and']})\s", re.IGNORECASE)
        self.begun = re.compile(rf"\b(?:{fragment(data['between'])})\s$", re.IGNORECASE)
        self.manner = re.compile(fragment(data["manner"]), re.IGNORECASE)
        self.half = re.compile(fragment(data["half"]), re.IGNORECASE)
        self.elliptical = re.compile(rf"\b(?:{fragment(data['elliptical'])})[\s-]$", re.IGNORECASE)
        self.in_a_row = re.compile(rf"\s(?:{fragment(data['in_a_row'])})(?!\w)", re.IGNORECASE)
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
        early, late = (rf"(?:(?:{fragment(words)})\s)?" for words in (data["early"], data["late"]))
        end, no_year = fragment(data["year_end"]), fragment(data["not_a_year"])
        year_words = "|".join(fragment(words) for words in data["year"])
        through = rf"\s?{fragment(data['range'])}\s?"
        branches = {
            "quarters": rf"(?:q1|1q){through}(?:q?[2-4]|[2-4]q)"
            rf"|(?:1\.|i\.){through}(?:[2-4]\.|iii?\.|iv\.)\s(?:{fragment(data['quarter'])})",
            "range": rf"(?:{month})[\s-]{{0,2}}{fragment(data['quarter'])}"
            rf"|(?:1\.\s)?(?:{month})\.?[\s-]?{fragment(data['range'])}[\s-]?(?:3[01]\.\s)?(?:{month})\b"
            rf"|(?:{data['between']})\s{early}(?:{month})\s(?:{and_})\s{late}(?:{month})\b"
            rf"|(?:{month}),\s(?:{month}),?\s(?:{and_})\s(?:{month})\b",
            "day": rf"{NUMERIC_DAY}|{number}(?:{nth})?\s?(?:{data['day_of']}\s)?(?:{month})\b\.?(?:,?\s{{1,2}}{YEAR})?"
            rf"|(?:{month})\.?\s{number}(?:{nth})?\b(?![.,]?\d|\s(?:{not_a_day}))(?:,?\s{{1,2}}{YEAR})?",
            "symbol": SYMBOLS.replace("MARKS", marks),
            "years": f"{fragment(data['years_ago'])}|{fragment(data['years_ahead'])}".replace("COUNT", f"(?:{count})"),
            "comparison": fragment(data["comparison"]),
            "relative": "|".join(fragment(words) for words, _, _ in data["relative"]),
            "balance": fragment(data["balance_day"]),
            "first": rf"(?:{fragment(data['first'])}[\s-])?(?:{count})[\s-](?:{YEAR}\s)?(?:{runs})",
            "weeks": weeks,
            "part": rf"(?:{ordinal})[\s-]{{1,2}}(?:{stretch})",
            "shared": rf"(?:{ordinal})(?=\s(?:{and_})\s(?:{ordinal})[\s-](?:{fragment(data['quarter'])}))",
            "elliptical": rf"(?:{ordinal})(?=[.,;:)](?!\d)|\s(?:{and_})\s|$)",
            "named": union(list(data["named"])),
            "month": rf"(?:(?:{end})[\s-])?(?:{month})\b",
            "season": union(list(self.seasons)),
            "year": rf"(?:(?:{end})\s)?(?:(?:{year_words})\s?)?{YEAR}(?:/(?:{YEAR}|\d\d))?"
            rf"(?!\d|[.,]\d|[-\s]?(?:{no_year}))|(?:{marks})\s?'?\d\d(?!\d)",
            "refer": "|".join(fragment(words) for words in data["unnumbered"].values()),
        }
        patterns = (rf"(?<![{NOT_AFTER}])(?P<{name}>{branch})(?!\w)" for name, branch in branches.items())
        self.scanner = Anchored(patterns)
        self.at_end = re.compile(rf"(?:{end})[\s-]", re.IGNORECASE)
        self.counted = re.compile(rf"\s(?:{data.get('not_a_year_as_printed') or '(?!)'})\b")


@cache
def grammar(language: str) -> Grammar:
    return Grammar(language)


def scan(text: str, language: str, start: int, end: int) -> Iterator[Atom]:
    """The pieces of ``text[start:end]``, in order."""
    rules = grammar(language)
    named: Atom | None = None
    for match in rules.scanner.finditer(lower(text), start, end):
        atom = _elliptical(match, text, named, rules) if match.lastgroup == "elliptical" else _atom(match, text, rules)
        if atom:
            named = atom if atom.kind == "part" else named
            same = bool(rules.same.search(text, max(start, match.start() - SAME), match.start()))
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
    if kind == "quarters":
        number = 4 if "iv" in low else 3 if "iii" in low else 2 if "ii" in low else int(re.findall(r"[2-4]", low)[0])
        if number == 4:
            return Atom(first, last, "refer", unit="year", months=12)  # all four are the year
        return Atom(first, last, "part", part=part_of(3 * number))
    if kind == "relative":
        for pattern, unit, offset in rules.relative:
            if pattern.fullmatch(words):
                return Atom(
                    first, last, "relative", unit=unit, offset=offset, ongoing=bool(rules.ongoing.search(words))
                )
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
        if rules.quarter.search(low) and rules.in_a_row.match(text, last):
            return Atom(first, last, "refer", unit="quarter", months=3)  # "the second quarter in a row" is any
        if rules.half.search(low):
            return Atom(first, last, "part", part=f"H{number}") if number < 3 else None
        return Atom(first, last, "part", part=f"Q{number}") if rules.quarter.search(low) else None
    if kind == "named":
        return Atom(first, last, "part", part=rules.named[low])
    if kind == "range":
        names = [rules.months[name.lower()] for name in re.findall(rules.month_name, low)]
        if len(names) == 1:
            return Atom(first, last, "stretch", months=3, last=(names[0], 0))  # "the December quarter" ends with it
        months = (names[-1] - names[0]) % 12 + 1
        if months < len(names) or (len(names) == 3 and months != 3):
            return None  # "March, April and May" follow each other
        return Atom(first, last, "stretch", months=months, last=(names[-1], 0))
    if kind == "month":
        name = low.rpartition(" ")[2]
        if name in rules.short and not re.match(r"\.?\s\d{4}", text[last : last + 6]):
            return None  # "Jan" is a name, too
        return Atom(first, last, "month", month=rules.months[name], at_end=bool(rules.at_end.match(words)))
    if kind == "year" and rules.counted.match(text, last):
        return None  # "2022 Beschäftigte", but "2022 beschäftigte sie"
    if kind == "year":
        year, slash = _year(low)
        return Atom(first, last, "year", year=year, slash=slash, at_end=bool(rules.at_end.match(words)))
    if kind == "refer":
        found = ((unit, pattern.match(text, first)) for unit, pattern in rules.refer.items())
        unit = next((unit for unit, hit in found if hit and hit.end() == last), "period")
        if unit == "half":
            return Atom(first, last, "part", part="H1")
        return Atom(first, last, "refer", unit=unit, months={"quarter": 3, "year": 12}.get(unit, 0))
    if kind == "season":
        return Atom(first, last, "season", month=rules.seasons[low])
    if kind == "years":
        number = next(n for word, n in rules.counts.items() if word in low.split(" "))
        ago = rules.ago.fullmatch(words)
        return Atom(first, last, "relative", unit="years", offset=-number if ago else number)
    if kind == "balance":
        return Atom(first, last, "balance", part=_part_inside(low, rules))
    if kind == "comparison":
        unit = "half" if rules.half.search(low) else "quarter" if rules.quarter.search(low) else ""
        return Atom(first, last, "comparison", unit=unit)
    return None


def _elliptical(match: re.Match[str], text: str, named: Atom | None, rules: Grammar) -> Atom | None:
    """ "9 percent in the second quarter and 5 in the | fourth": a part like the one named before in its sentence."""
    first, number = match.start(), rules.ordinals.get(match[0].lower(), 0)
    if named is None or named.part[:1] not in PARTS or not rules.elliptical.search(text, max(0, first - SAME), first):
        return None
    between = text[named.end : first]
    if len(between) > ELLIPSIS or ". " in between or "\n\n" in between or number > PARTS[named.part[:1]]:
        return None
    part = f"{named.part[0]}{number}"
    return replace(named, start=first, end=match.end(), part=part, unit="ordinal", last=None, last_year=None)


def _part_inside(low: str, rules: Grammar) -> str:
    """The part of the year whose end is meant: "at the end of the third quarter"; none where it is the period's own."""
    number = next((rules.ordinals[word] for word in low.split(" ") if word in rules.ordinals), 0)
    if rules.half.search(low):
        return f"H{number or 1}" if number < 3 else ""
    return f"Q{number}" if number and rules.quarter.search(low) else ""


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
