"""The data dictionary of the README: one table of columns per curated table, in Markdown between two markers."""

from __future__ import annotations

from kennzahl.schema import MARTS, MONEY_DECIMALS, MONEY_DIGITS
from kennzahl.schema.columns import Column, Table

BEGIN = "<!-- data dictionary: begin (make dictionary) -->"
END = "<!-- data dictionary: end -->"

_TYPES = {"decimal": f"decimal({MONEY_DIGITS},{MONEY_DECIMALS})", "timestamp": "timestamp (µs, UTC)"}


def markdown() -> str:
    """The dictionary, without the markers."""
    return "\n\n".join(_section(table) for table in MARTS.values())


def inserted(readme: str) -> str:
    """The README with the dictionary between its markers.

    Raises:
        ValueError: the markers are missing.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README lacks the lines {BEGIN!r} and {END!r}, between which the data dictionary goes")
    return f"{before}{BEGIN}\n\n{markdown()}\n\n{END}{after}"


def _section(table: Table) -> str:
    lines = [f"#### `{table.name}`", "", f"{table.grain}.", "", "| column | type | meaning |", "|---|---|---|"]
    return "\n".join([*lines, *(_line(column, table) for column in table.columns)])


def _line(column: Column, table: Table) -> str:
    type_ = _TYPES.get(column.type, column.type)
    meaning = column.description
    if column.allowed:
        meaning += ". One of " + ", ".join(f"`{value}`" for value in column.allowed)
    if column.references:
        meaning += f". → `{column.references}`"
    if column.name in table.key:
        meaning += ". **Key**"
    return f"| `{column.name}` | {type_}{'' if column.nullable else ', never null'} | {meaning} |"
