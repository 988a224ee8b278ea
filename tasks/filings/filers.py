"""Which companies of the ledger file with the SEC, and under which key (CIK)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from kennzahl.catalog.companies import words
from kennzahl.catalog.filers import ciks
from kennzahl.schema import LEDGER
from tasks import delta
from tasks.paths import DataPaths

# Those with reported figures of their own in dollars: what the law has them file.
_REPORTING = """
select company_slug, any_value(company), any_value(ticker), any_value(isin)
from facts
where kind = 'actual' and unit = 'USD' and segment is null and not adjusted
group by company_slug
order by company_slug
"""


@dataclass(frozen=True, slots=True)
class Reporting:
    """A company that news report dollars of."""

    slug: str
    name: str
    ticker: str | None
    isin: str | None


def reporting(paths: DataPaths) -> list[Reporting]:
    """All such companies of the ledger."""
    with duckdb.connect() as connection:
        connection.register("facts", delta.dataset(paths.ledger, LEDGER["facts"]))
        return [Reporting(*row) for row in connection.sql(_REPORTING).fetchall()]


def are_known(companies: Sequence[Reporting]) -> bool:
    """Whether the SEC's list of tickers could add nothing to our own."""
    return all(company.slug in ciks() or not company.ticker for company in companies)


def filers(companies: Sequence[Reporting], tickers: Mapping[str, tuple[int, str]]) -> dict[str, int]:
    """The CIK of each company that has one: by our own list, or by its ticker where the SEC means the same name by it.

    ``tickers`` are CIK and name by ticker. No two companies have one CIK.
    """
    known = {company.slug: ciks()[company.slug] for company in companies if company.slug in ciks()}
    taken = {*ciks().values()}
    for company in companies:
        cik, title = tickers.get(company.ticker, (0, "")) if company.ticker else (0, "")
        is_american = (company.isin or "US").startswith("US")
        if company.slug not in known and cik and cik not in taken and is_american and _same_name(company.name, title):
            known[company.slug] = cik
            taken.add(cik)
    return known


def _same_name(name: str, title: str) -> bool:
    """A ticker goes from one company to another, but hardly to one whose name begins alike."""
    ours, theirs = ([word.casefold() for word in words(each)[:1]] for each in (name, title))
    return bool(ours) and ours == theirs
