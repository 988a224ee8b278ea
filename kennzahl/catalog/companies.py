"""The companies that everybody knows: ``listed.tsv`` completed by ``companies.yaml``, looked up by a name's words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kennzahl.catalog import load_catalog
from kennzahl.facts import Company

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W_]+")
UNTAKEN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A company with what helps to recognise it. ``year_end`` is the month in which its fiscal year ends, 1 to 12."""

    company: Company
    names: tuple[str, ...]
    year_end: int = 12
    parent: str | None = None
    known_as: frozenset[str] = frozenset()
    """Names that a text which uses no other would call the company by: former ones, such as Google for Alphabet."""
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


def _listed() -> dict[str, dict[str, str]]:
    header, *lines = (HERE / "listed.tsv").read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    rows = (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)
    return {row["name"]: row for row in rows}


@cache
def ordinary_names() -> frozenset[str]:
    """Names that are words, places or people's names as well."""
    return frozenset(load_catalog("companies")["ordinary"])


def _entries(known: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    listed = _listed()
    for name, facts in known.items():
        row = listed.pop(facts.get("listed", name), {})
        company = Company(
            slug=facts.get("slug") or slug(name),
            name=name,
            isin=row.get("isin") or None,
            ticker=row.get("ticker") or None,
            industry=facts.get("industry") or row.get("industry") or None,
            country=facts.get("country") or row.get("country") or None,
            seat=facts.get("seat") or row.get("seat") or None,
        )
        also = [*facts.get("also", ()), *facts.get("known_as", ()), *([facts["listed"]] if "listed" in facts else ())]
        yield Entry(
            company,
            (name, *dict.fromkeys(also)),
            facts.get("year_end", 12),
            facts.get("parent"),
            frozenset(facts.get("known_as", ())),
            frozenset(facts.get("brands", ())),
        )
    for name, row in listed.items():
        values = {column: row[column] or None for column in ("isin", "ticker", "industry", "country", "seat")}
        yield Entry(Company(slug=slug(name), name=name, **values), (name,))


@cache
def catalogue() -> Catalogue:
    """All companies, read once."""
    known = load_catalog("companies")
    ordinary, exact = ordinary_names(), frozenset(known["exact"])
    people = frozenset(known["people"])
    by_slug: dict[str, Entry] = {}
    by_word: dict[str, list[Name]] = defaultdict(list)
    by_ticker: dict[str, Entry] = {}
    taken: set[tuple[str, ...]] = set()
    for entry in _entries(known["companies"]):
        by_slug.setdefault(entry.company.slug, entry)
        if entry.company.ticker:
            by_ticker.setdefault(entry.company.ticker.split(".")[0], entry)
        for position, printed in enumerate(entry.names):
            parts = words(printed)
            key = tuple(part.casefold() for part in parts)
            spelling = tuple(parts) if printed in exact or (len(key) == 1 and len(printed) <= 3) else None
            if key and (spelling or key) not in taken:
                taken.add(spelling or key)
                by_word[key[0]].append(
                    Name(key, entry, position == 0, printed in ordinary, printed in people, spelling)
                )
    longest_first = {word: tuple(sorted(found, key=lambda n: -len(n.words))) for word, found in by_word.items()}
    return Catalogue(by_slug, longest_first, by_ticker)


@cache
def not_companies() -> dict[str, str]:
    """Names that look like companies', as printed -> what they are ("index", "agency", "central_bank" ...)."""
    return {name: kind for kind, names in load_catalog("not_companies").items() for name in names}
