"""Faults between articles, planted into a ledger made for it, and what a publication says of them.

Each company reports its revenue for twelve quarters in two independent stories each, and for three years; every story
rounds in its own way and compares with the year before. Each fault is one story of one company; some companies have
none.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from kennzahl.facts import Article, Company, Fact, Period, Reading
from tasks import across
from tasks.ledger import Attempt, Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tests.checking.printing import fact, printed
from tests.tasks.handmade import Input

HONEST = "none"
FIRST_YEAR, LAST_YEAR = 2021, 2023

Amounts: TypeAlias = Mapping[tuple[int, int], Decimal]
"""The true revenue of each quarter, by year and quarter; of the whole year as its quarter 0."""


@dataclass(frozen=True, slots=True)
class Story:
    """One article with one fact: the revenue of a quarter, or of a year (``quarter`` is 0)."""

    source: str
    year: int
    quarter: int
    fact: Fact


@dataclass(slots=True)
class FoundAcross:
    """``outcomes`` counts the companies by (kind of their fault, ``found``, ``uninformative`` or ``missed``)."""

    articles: int
    outcomes: Counter[tuple[str, str]]


def measure(folder: Path, companies: int, seed: int = 1) -> FoundAcross:
    """Write a ledger below ``folder`` with so many companies for each kind of fault, publish it, and look."""
    paths = DataPaths(folder).create()
    kinds = {f"{kind.replace(' ', '-')}-{number}": kind for kind in KINDS for number in range(companies)}
    attempts = [attempt for slug, kind in kinds.items() for attempt in _attempts(slug, kind, seed)]
    Ledger(paths.ledger).append(attempts, run_id="benchmark", engine_version="1")
    publish(paths, "benchmark", lambda _: [])
    with connect(paths) as connection:
        outcomes = connection.execute(
            """
            select company_slug, bool_or(outcome = 'inconsistent'), bool_or(outcome = 'uninformative')
            from kpi_checks join kpi_facts using (fact_id)
            where list_contains(?, "check")
            group by company_slug
            """,
            [list(across.NAMES)],
        ).fetchall()
    said = {slug: "found" if refuted else "uninformative" if vague else "missed" for slug, refuted, vague in outcomes}
    return FoundAcross(len(attempts), Counter((kind, said.get(slug, "missed")) for slug, kind in kinds.items()))


def _attempts(slug: str, kind: str, seed: int) -> Iterator[Attempt]:
    """The stories of one company as readings, one of them with a fault of that kind."""
    chance = random.Random(f"{seed} {slug}")
    amounts = _amounts(chance)
    stories = list(_stories(Company(slug, slug), amounts, chance))
    faulty = chance.choice([n for n, one in enumerate(stories) if one.year == LAST_YEAR - 1 and one.quarter > 1])
    stories[faulty] = replace(stories[faulty], fact=KINDS[kind](stories[faulty], amounts, chance))
    for one in stories:
        name = f"{slug}-{one.year}-{one.quarter}-{one.source}"
        day = _period(one.year, one.quarter).last or date.max
        appeared = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(
            days=20, minutes=chance.randrange(9999)
        )
        # Words of its own, so that no two stories are taken for copies.
        text = " ".join(f"{chance.randrange(36**6):x}" for _ in range(30))
        article = Article(name, text, published_at=appeared, source=one.source)
        yield Attempt(Input(name), (Reading(article, (one.fact,), figures=len(one.fact.figures)),))


def _amounts(chance: random.Random) -> Amounts:
    """Revenue of 1 to 100 billion a quarter, with growth and seasons."""
    level = Decimal(10) ** 9 * Decimal(str(100 ** chance.random()))
    growth = Decimal(str(chance.uniform(0.85, 1.25)))
    seasons = [Decimal(str(chance.uniform(0.85, 1.15))) for _ in range(4)]
    amounts = {
        (year, quarter): level
        * growth ** (year - FIRST_YEAR)
        * seasons[quarter - 1]
        * Decimal(str(chance.uniform(0.97, 1.03)))
        for year in range(FIRST_YEAR - 1, LAST_YEAR + 1)
        for quarter in range(1, 5)
    }
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
        amounts[year, 0] = sum((amounts[year, quarter] for quarter in range(1, 5)), Decimal(0))
    return amounts


def _stories(company: Company, amounts: Amounts, chance: random.Random) -> Iterator[Story]:
    for year, quarter in amounts:
        if year >= FIRST_YEAR:
            for source in ("Blatt", "Bote") if quarter else ("Blatt",):
                value, before = amounts[year, quarter], amounts[year - 1, quarter]
                decimals = chance.choice([1, 2])
                known: dict[str, Any] = {"value": printed(value, decimals=decimals)}
                if chance.random() < 0.6:
                    known["prior"] = printed(before, decimals=decimals)
                else:
                    known["change_pct"] = printed((value / before - 1) * 100, "", 1, unit="%")
                said = fact(period=_period(year, quarter), basis="yoy", **known)
                yield Story(source, year, quarter, replace(said, company=company))


def _period(year: int, quarter: int) -> Period:
    if not quarter:
        return Period(str(year), date(year, 1, 1), date(year, 12, 31))
    first = date(year, 3 * quarter - 2, 1)
    after = date(year + quarter // 4, 3 * quarter % 12 + 1, 1)
    return Period(f"{year}-Q{quarter}", first, after - timedelta(days=1))


# ---- the faults: what the story says instead


def _honest(story: Story, _: Amounts, __: random.Random) -> Fact:
    return story.fact


def _wrong_quarter(story: Story, _: Amounts, __: random.Random) -> Fact:
    """The figures of a quarter for those of the one before."""
    return replace(story.fact, period=_period(story.year, story.quarter - 1))


def _wrong_year(story: Story, _: Amounts, __: random.Random) -> Fact:
    """The figures of this year for those of the year before."""
    return replace(story.fact, period=_period(story.year - 1, story.quarter))


def _restated_prior(story: Story, amounts: Amounts, chance: random.Random) -> Fact:
    """A comparison with another figure than was reported a year ago."""
    prior = printed(amounts[story.year - 1, story.quarter] * _off(chance), decimals=2)
    return replace(story.fact, prior=prior, change_pct=None)


def _conflicting_source(story: Story, amounts: Amounts, chance: random.Random) -> Fact:
    """Another figure than the other story has."""
    value = printed(amounts[story.year, story.quarter] * _off(chance), decimals=2)
    return replace(story.fact, value=value, prior=None, change_pct=None, basis=None)


def _off(chance: random.Random) -> Decimal:
    """A factor: 3 to 12 % more or less, which no rounding of figures of a billion to a tenth explains away."""
    return 1 + chance.choice([1, -1]) * Decimal(str(chance.uniform(0.03, 0.12)))


KINDS: Mapping[str, Callable[[Story, Amounts, random.Random], Fact]] = {
    HONEST: _honest,
    "wrong quarter": _wrong_quarter,
    "wrong year": _wrong_year,
    "restated prior": _restated_prior,
    "conflicting source": _conflicting_source,
}
