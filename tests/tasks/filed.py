"""Small company facts, as the SEC writes them."""

from __future__ import annotations

import json
from typing import Any

APPLE, MICROSOFT, COSTCO = 320193, 789019, 909832


def entry(value: float, last: str, first: str | None = None, **more: Any) -> dict[str, Any]:
    """One figure of one filing: of the day ``last``, or from ``first`` to it."""
    known = {"accn": "0000320193-24-000123", "fy": 2024, "fp": "FY", "form": "10-K", "filed": "2024-11-01"}
    return {"start": first, "end": last, "val": value, **known, **more} if first else {
        "end": last, "val": value, **known, **more}  # fmt: skip


def company_facts(cik: int = APPLE, unit: str = "USD", **concepts: list[Any]) -> bytes:
    """The file of a company."""
    stated = {
        name: {"label": name, "description": "A figure.", "units": {unit: entries}}
        for name, entries in concepts.items()
    }
    return json.dumps({"cik": cik, "entityName": "Company", "facts": {"dei": {}, "us-gaap": stated}}).encode()
