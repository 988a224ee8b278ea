"""The SEC's XBRL files: what one company filed (``CIK##########.json``), and which companies have which ticker."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from kennzahl import ids
from kennzahl.catalog.metrics import metrics

UNITS = ("USD", "USD/shares", "pure")
LONGEST = 200  # characters of a form or an accession number; real ones have 20
FILED = pa.schema([
    pa.field("concept", pa.string(), metadata={"description": "US-GAAP concept"}),
    pa.field("unit", pa.string(), metadata={"description": "USD, USD/shares or pure"}),
    pa.field("first", pa.date32(), metadata={"description": "First day; null of what is true on a day"}),
    pa.field("last", pa.date32(), metadata={"description": "Last day, or the day itself"}),
    pa.field("value", pa.float64(), metadata={"description": "In base units"}),
    pa.field("form", pa.string(), metadata={"description": "10-K, 10-Q, 10-K/A ..."}),
    pa.field("accession", pa.string(), metadata={"description": "Number of the filing"}),
    pa.field("filed", pa.date32(), metadata={"description": "Day of the filing"}),
])  # fmt: skip
"""One figure of one filing; the same figure stands in several filings."""


@cache
def concepts() -> frozenset[str]:
    """The concepts that say what a metric of ours says."""
    return frozenset(concept for metric in metrics().values() for concept in metric.xbrl)


@cache
def fingerprint() -> str:
    """Changes when other concepts are taken out of a file."""
    return ids.key(*sorted(concepts()))


def read_company_facts(payload: bytes, cik: int) -> pa.Table:
    """The figures of a company in our concepts, in the columns of ``FILED``. An entry that is not whole is left out:
    nothing can be held against it.

    Raises:
        ValueError: these are not the company facts of that company.
    """
    loaded = _json(payload)
    if not isinstance(loaded, dict) or not isinstance(loaded.get("facts"), dict):
        raise ValueError("it has no facts")
    if _cik(loaded.get("cik")) != cik:
        raise ValueError(f"it is of the company {str(loaded.get('cik'))[:20]}, not of {cik}")
    stated = loaded["facts"].get("us-gaap", {})
    if not isinstance(stated, dict):
        raise ValueError("its us-gaap is not an object")
    return pa.Table.from_pylist([row for concept in sorted(concepts()) for row in _rows(concept, stated)], FILED)


def read_tickers(payload: bytes) -> dict[str, tuple[int, str]]:
    """Of ``company_tickers.json``: CIK and name by ticker.

    Raises:
        ValueError: it is no such list.
    """
    loaded = _json(payload)
    if not isinstance(loaded, dict):
        raise ValueError("it is no list of tickers")
    found: dict[str, tuple[int, str]] = {}
    for entry in loaded.values():
        if not isinstance(entry, dict):
            raise ValueError("it is no list of tickers")
        cik, ticker, title = _cik(entry.get("cik_str")), entry.get("ticker"), entry.get("title")
        if cik is not None and isinstance(ticker, str) and isinstance(title, str):
            found.setdefault(ticker, (cik, title))
    return found


def _json(payload: bytes) -> Any:
    try:
        return json.loads(payload)
    except RecursionError:
        raise ValueError("its JSON is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"broken JSON: {str(error)[:100]}") from None


def _rows(concept: str, stated: dict[str, Any]) -> Iterator[dict[str, Any]]:
    told = stated.get(concept)
    units = told.get("units") if isinstance(told, dict) else None
    if not isinstance(units, dict):
        return
    for unit in UNITS:
        entries = units.get(unit)
        for entry in entries if isinstance(entries, list) else ():
            row = _row(entry) if isinstance(entry, dict) else None
            if row is not None:
                yield {"concept": concept, "unit": unit, **row}


def _row(entry: dict[str, Any]) -> dict[str, Any] | None:
    value, form, accession = entry.get("val"), entry.get("form"), entry.get("accn")
    last, filed = _day(entry.get("end")), _day(entry.get("filed"))
    first = _day(entry.get("start"))
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e18 or math.isnan(value):
        return None
    if last is None or filed is None or (first is None) is not (entry.get("start") is None):
        return None
    if not all(isinstance(text, str) and len(text) <= LONGEST and text.isprintable() for text in (form, accession)):
        return None
    return {
        "first": first, "last": last, "value": float(value), "form": form, "accession": accession, "filed": filed,
    }  # fmt: skip


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _cik(given: Any) -> int | None:
    """A company's key, a number of up to ten digits; the SEC's files write it in either way."""
    written = str(given) if isinstance(given, int | str) and not isinstance(given, bool) else ""
    return int(written) if re.fullmatch(r"[0-9]{1,10}", written) else None
