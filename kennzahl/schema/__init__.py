"""Every table's columns, declared once.

Arrow schemas (``tasks.arrow``), ``datapackage.json``, the data dictionary and the structural checks derive from here.
"""

from __future__ import annotations

from kennzahl.schema import ledger, marts
from kennzahl.schema.columns import MONEY_DECIMALS, MONEY_DIGITS, Column, Layer, Table, Type

LEDGER: dict[str, Table] = {declared.name: declared for declared in ledger.TABLES}
MARTS: dict[str, Table] = {declared.name: declared for declared in marts.TABLES}

__all__ = ["LEDGER", "MARTS", "MONEY_DECIMALS", "MONEY_DIGITS", "Column", "Layer", "Table", "Type", "table"]


def table(name: str) -> Table:
    """A table by name: ``kpi_facts`` or ``curated.articles`` of the curated ones, ``ledger.articles`` of the ledger.

    Raises:
        LookupError: no such table.
    """
    layer, _, bare = name.rpartition(".")
    tables = {"": MARTS, "curated": MARTS, "ledger": LEDGER}.get(layer, {})
    if bare not in tables:
        known = ", ".join([*MARTS, *(f"ledger.{other}" for other in LEDGER)])
        raise LookupError(f"no table {name!r}: there is {known}")
    return tables[bare]
