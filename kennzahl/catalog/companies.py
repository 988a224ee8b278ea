"""The companies that everybody knows, looked up by a name's words.

``listed.tsv`` has the listed ones of today; ``known.tsv`` adds the unlisted, the bygone and short names; what more is
known of a company (its seat, its parent, its fiscal year) is in ``companies.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kennzahl.catalog import load_catalog
from kennzahl.facts import Company

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W_]+")
LONGEST_ABBREVIATION = 5
UNTAKEN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A company with what helps to recognise it.

    ``year_end`` is the month in which its fiscal year ends, 1 to 12; None where nobody knows. ``by_start``: the year is
    called by the calendar year in which it starts.
    """

    company: Company
    names: tuple[str, ...]
    year_end: int | None = None
    by_start: bool = False
    parent: str | None = None
    known_as: frozenset[str] = frozenset()
    """Names that a text which uses no other would call the company by: former ones, such as Google for Alphabet."""
    until: dict[str, int] = field(default_factory=dict)
    """Former names -> the last year in which the company bore them: up to then they mean it, and the new name a part of
    it ("EADS" and "Airbus" in 2010)."""
    brands: frozenset[str] = frozenset()
    """Canonical names of others that are parts of this company in a text that names both."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a company as words in lower case. ``forms`` are the words as written, where case matters."""

    words: tuple[str, ...]
    entry: Entry
    canonical: bool
    ordinary: bool
    person: bool
    exact: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``by_word`` leads from the first word of a name to the names that begin with it, the longest first."""

    by_slug: dict[str, Entry]
    by_word: dict[str, tuple[Name, ...]]
    by_ticker: dict[str, Entry]

    def entry(self, company: Company) -> Entry | None:
        return self.by_slug.get(company.slug)


def words(name: str) -> list[str]:
    """'J.P. Morgan' -> ['J', 'P', 'Morgan']."""
    return WORD.findall(name)


def slug(name: str) -> str:
    """'Nestlé' -> 'nestle', 'Münchener Rück' -> 'muenchener-rueck': the key of a company without a slug of its own."""
    text = "".join(UNTAKEN.get(letter, letter) for letter in unicodedata.normalize("NFC", name).casefold())
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^\w]+|_+", "-", plain.replace("&", " and ").replace("+", " and ")).strip("-") or "unnamed"


@cache
def _table(file: str) -> dict[str, dict[str, str]]:
    """The rows of a tab-separated file of this folder by their column ``name``."""
    header, *lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    rows = (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)
    return {row["name"]: row for row in rows}


def _parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@cache
def ordinary_names() -> frozenset[str]:
    """Names that are words, places or people's names as well."""
    flagged = (name for row in _table("known.tsv").values() for name in _parts(row["ordinary"]))
    return frozenset((*load_catalog("companies")["ordinary"], *flagged))


@cache
def lower_case_names() -> frozenset[str]:
    """Names that begin with no capital ("adidas")."""
    return frozenset(load_catalog("companies")["lower_case"])


def _entries(described: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    """All companies: first those of companies.yaml, so that a name in use by two is theirs."""
    listed, known = dict(_table("listed.tsv")), dict(_table("known.tsv"))
    ends = {name: month for month, names in load_catalog("companies")["year_ends"].items() for name in names}
    by_start = frozenset(load_catalog("companies")["by_start"])
    for name, facts in described.items():
        row = listed.pop(facts.get("listed", name), {})
        more = [*facts.get("also", ()), *facts.get("known_as", ()), *([facts["listed"]] if "listed" in facts else ())]
        more += _parts(known.pop(name, {}).get("also", ""))
        yield Entry(
            _company(name, facts.get("slug"), facts, row),
            (name, *dict.fromkeys(more)),
            facts.get("year_end", 12),
            name in by_start,
            facts.get("parent"),
            frozenset(facts.get("known_as", ())),
            facts.get("until", {}),
            frozenset(facts.get("brands", ())),
        )
    for name, row in listed.items():
        also = _parts(known.pop(name, {}).get("also", ""))
        yield Entry(
            _company(name, None, row), (name, *also), ends.get(name), name in by_start, known_as=frozenset(also)
        )
    for name, row in known.items():
        also = _parts(row["also"])
        yield Entry(_company(name, None, row), (name, *also), known_as=frozenset(also))


def _company(name: str, key: str | None, *sources: dict[str, Any]) -> Company:
    """A company with what the first source that knows it says of each attribute."""
    attributes = ("isin", "ticker", "industry", "country", "seat")
    values = {a: next((found for source in sources if (found := source.get(a))), None) for a in attributes}
    return Company(slug=key or slug(name), name=name, **values)


@cache
def catalogue() -> Catalogue:
    """All companies, read once."""
    described = load_catalog("companies")
    ordinary, exact = ordinary_names(), frozenset(described["exact"])
    people = frozenset(described["people"])
    by_slug: dict[str, Entry] = {}
    by_word: dict[str, list[Name]] = defaultdict(list)
    by_ticker: dict[str, Entry] = {}
    taken: set[tuple[str, ...]] = set()
    for entry in _entries(described["companies"]):
        by_slug.setdefault(entry.company.slug, entry)
        if entry.company.ticker:
            by_ticker.setdefault(entry.company.ticker.split(".")[0], entry)
        for position, printed in enumerate(entry.names):
            parts = words(printed)
            key = tuple(part.casefold() for part in parts)
            spelling = tuple(parts) if printed in exact or (len(key) == 1 and _is_short(printed)) else None
            if key and (spelling or key) not in taken:
                taken.add(spelling or key)
                by_word[key[0]].append(
                    Name(key, entry, position == 0, printed in ordinary, printed in people, spelling)
                )
    longest_first = {word: tuple(sorted(found, key=lambda n: -len(n.words))) for word, found in by_word.items()}
    return Catalogue(by_slug, longest_first, by_ticker)


@cache
def seats() -> frozenset[str]:
    """The cities that companies of the catalogue have their seat in, in lower case."""
    return frozenset(e.company.seat.casefold() for e in catalogue().by_slug.values() if e.company.seat)


def _is_short(printed: str) -> bool:
    """An abbreviation, which counts only as it is printed: "MOL" is a company, "Mol" is not."""
    return len(printed) <= 3 or (printed.isupper() and len(printed) <= LONGEST_ABBREVIATION)


@cache
def not_companies() -> dict[str, str]:
    """Names that look like companies', as printed -> what they are ("index", "agency", "central_bank" ...)."""
    return {name: kind for kind, names in load_catalog("not_companies").items() for name in names}
