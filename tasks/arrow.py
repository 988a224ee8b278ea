"""The declared tables as Arrow: schemas with descriptions, and casts that prove a table has its shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from kennzahl import schema
from kennzahl.schema import Column, Table

_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "decimal": pa.decimal128(schema.MONEY_DIGITS, schema.MONEY_DECIMALS),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "binary": pa.binary(),
}


def schema_of(table: str | Table) -> pa.Schema:
    """The Arrow schema of a table: ``kpi_facts``, ``articles`` (curated), ``ledger.articles``.

    Each field carries its description in the metadata key ``description``.
    """
    declared = schema.table(table) if isinstance(table, str) else table
    return pa.schema([_field(column) for column in declared.columns], metadata={"description": declared.grain})


def conform(data: pa.Table, table: str | Table) -> pa.Table:
    """The same rows in the declared columns, order and types; columns that are not there are null.

    Raises:
        ValueError: a null where none may be, or a value that the declared type cannot hold.
    """
    wanted = schema_of(table)
    columns = [
        data.column(field.name).cast(field.type)
        if field.name in data.column_names
        else pa.chunked_array([pa.nulls(len(data), field.type)])
        for field in wanted
    ]
    for field, column in zip(wanted, columns, strict=True):
        if not field.nullable and column.null_count:
            raise ValueError(f"column {field.name!r} has {column.null_count} nulls and may have none")
    return pa.Table.from_arrays(columns, schema=wanted)


def from_rows(rows: Sequence[Mapping[str, Any]], table: str | Table) -> pa.Table:
    """Rows as dictionaries; a column that a row does not have is null. Lone surrogates become ``?``."""
    wanted = schema_of(table)
    arrays = [_array([row.get(field.name) for row in rows], field.type) for field in wanted]
    return pa.Table.from_arrays(arrays, schema=wanted)


def _array(values: list[Any], type_: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, type_)
    except UnicodeEncodeError:
        return pa.array([v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values], type_)


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES[column.type], column.nullable, {"description": column.description})
