"""Which companies file with the US Securities and Exchange Commission, from ``filers.yaml``."""

from __future__ import annotations

from functools import cache

from kennzahl.catalog import load_catalog


@cache
def ciks() -> dict[str, int]:
    """The commission's key (CIK) of each company, by our own."""
    return {slug: int(cik) for slug, cik in load_catalog("filers").items()}
