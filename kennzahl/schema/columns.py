"""What a column and a table are: plain values that everything said about tables derives from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Type = Literal["string", "int32", "int64", "double", "decimal", "bool", "date", "timestamp", "binary"]
Layer = Literal["ledger", "curated"]

MONEY_DIGITS, MONEY_DECIMALS = 24, 4
"""``decimal`` is ``decimal(24, 4)``: up to 20 digits before the mark and 4 behind it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``description`` is for people and names the unit; ``references`` is ``table.column`` of its layer.

    ``timestamp`` is microseconds in UTC, ``date`` a day, ``decimal`` as above.
    """

    name: str
    type: Type
    description: str
    nullable: bool = True
    allowed: tuple[str, ...] = ()
    references: str | None = None

    @property
    def required(self) -> Column:
        """The same column without nulls."""
        return replace(self, nullable=False)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is (``grain``), its columns in order, and the columns that tell rows apart."""

    layer: Layer
    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def qualified(self) -> str:
        """``ledger.articles`` and ``curated.articles`` are two tables."""
        return f"{self.layer}.{self.name}"

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Raises LookupError for a name the table does not have."""
        for column in self.columns:
            if column.name == name:
                return column
        raise LookupError(f"table {self.qualified} has no column {name!r}")

    @property
    def not_null(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if not column.nullable)

    @property
    def allowed(self) -> dict[str, tuple[str, ...]]:
        """Columns with a closed list of values."""
        return {column.name: column.allowed for column in self.columns if column.allowed}

    @property
    def references(self) -> dict[str, tuple[str, str]]:
        """Columns that name a row of another table: ``{"metric": ("metrics", "metric")}``. Nulls refer to nothing."""
        pairs = {column.name: column.references.partition(".") for column in self.columns if column.references}
        return {name: (table, column) for name, (table, _, column) in pairs.items()}
