"""Makes ``kennzahl/catalog/listed.tsv``, the compact catalogue of listed companies, from ``pytickersymbols``.

    python scripts/build_companies.py

Loading the package takes as long as a whole reading of an article, so the engine reads this file instead: one line a
company with the name that a reader would use, ISIN, ticker, country (ISO 3166), seat and industry (an id of
``industries.yaml``). The result depends on the pinned package alone; a test holds the file against it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

CATALOG = Path(__file__).resolve().parents[1] / "kennzahl" / "catalog"
TARGET = CATALOG / "listed.tsv"
HEADER = ("name", "isin", "ticker", "country", "seat", "industry")

COUNTRIES = {
    "Germany": "DE", "United States": "US", "United Kingdom": "GB", "Japan": "JP", "France": "FR", "Spain": "ES",
    "Netherlands": "NL", "Finland": "FI", "Sweden": "SE", "Switzerland": "CH", "Belgium": "BE", "Ireland": "IE",
    "Luxembourg": "LU", "Italy": "IT", "Austria": "AT", "Canada": "CA", "Bermuda": "BM", "Denmark": "DK",
    "Norway": "NO", "Portugal": "PT", "Poland": "PL", "China": "CN", "Israel": "IL", "Singapore": "SG",
    "Australia": "AU", "South Africa": "ZA", "Greece": "GR", "Jersey": "JE", "Guernsey": "GG", "Isle of Man": "IM",
    "Puerto Rico": "PR", "Chile": "CL", "Mexico": "MX", "Uruguay": "UY", "Liechtenstein": "LI", "U.S.": "US",
    "USA": "US", "UK": "GB", "U.K.": "GB", "England": "GB", "Scotland": "GB", "The Netherlands": "NL",
}  # fmt: skip
LEGAL_FORM = re.compile(
    r",? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Co\.?(?:,? Ltd\.?)?|Company(?: Ltd\.?)?|Companies|plc|AG|SE"
    r"|S\.?A\.?|SCA|S\.A\.F\.|N\.?V\.?|AB|Ltd\.?|Limited|KGaA|Oyj|ASA|LLC|L\.P\.|N\.A\.|& Co\.?|Holding AG"
    r"|Corporation & plc|Parent, Inc\.)$"
)
KEEPS_ITS_FORM = frozenset({"The Travelers Companies", "Rubis SCA", "3M Company"})
NO_PLACE = re.compile(
    r"\d|\b(?:Campus|Building|Cent(?:er|re)|Square|Street|Road|House|Park|Plaza|Tower|Formerly|Avenue|District)\b|-ku\b|-chō\b"
)


def reader_name(name: str) -> str:
    """'NVIDIA Corp (Class A)' -> 'NVIDIA': without legal forms, share classes and what an encyclopaedia adds."""
    name = re.sub(r"\s*\([^)]*\)", "", name).replace("’", "'").replace("–", "-").strip()
    if name in KEEPS_ITS_FORM:
        return name
    while (shorter := LEGAL_FORM.sub("", name)) != name and shorter:
        name = shorter
    name = re.sub(r" (?:&|and)$", "", name)
    return re.sub(r"^The (?=.{4})", "", name)


def seat_of(headquarters: str | None) -> str:
    """'Wolfsburg , Lower Saxony , Germany' -> 'Wolfsburg'; '' where it cannot be told from an address."""
    parts = [part.strip() for part in re.split(r"[,;]|\band\b", headquarters or "")]
    for part in parts[:-1]:
        if part and not NO_PLACE.search(part) and len(part) < 30:
            return re.sub(r" City$", "", part) if part != "New York City" else "New York"
    return ""


def country_of(stock: dict[str, Any], isin: str) -> str:
    country = stock.get("country") or ""
    if country in COUNTRIES:
        return COUNTRIES[country]
    if "," in country:
        return COUNTRIES.get(country.rsplit(", ", 1)[-1], "US")
    return isin[:2]


def industry_of(trades: list[str], words: dict[str, list[str]]) -> str:
    """The industry that most trades name; every trade counts for the first industry with a word in it."""
    votes: Counter[str] = Counter()
    for trade in sorted(trades):
        for industry, needles in words.items():
            if any(re.search(rf"\b{re.escape(needle)}", trade.casefold()) for needle in needles):
                votes[industry] += 1
                break
    order = list(words)
    return min(votes, key=lambda industry: (-votes[industry], order.index(industry)), default="")


def rows() -> list[tuple[str, ...]]:
    """One row a company, sorted by name; of two share classes the one with an ISIN."""
    from pytickersymbols import PyTickerSymbols

    with (CATALOG / "industries.yaml").open("rb") as stream:
        words = yaml.safe_load(stream)
    found: dict[str, tuple[str, ...]] = {}
    stocks = PyTickerSymbols().get_all_stocks()
    for stock in sorted(stocks, key=lambda stock: (stock["name"], str(stock.get("symbol")))):
        isin = min(stock.get("isins") or [""])
        metadata = stock.get("metadata") or {}
        name = reader_name(stock["name"])
        row = (
            name,
            isin,
            str(stock.get("symbol") or ""),
            country_of(stock, isin),
            seat_of(metadata.get("headquarters")),
            industry_of(stock.get("industries") or [], words),
        )
        if name not in found or (isin and not found[name][1]):
            found[name] = row
    return sorted(found.values())


def render() -> str:
    return "".join("\t".join(row) + "\n" for row in [HEADER, *rows()])


def main() -> int:
    TARGET.write_text(render(), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.read_text(encoding='utf-8').count(chr(10)) - 1} companies")
    return 0


if __name__ == "__main__":
    sys.exit(main())
