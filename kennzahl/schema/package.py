"""``datapackage.json`` (Frictionless): what is in the curated tables, for tools."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennzahl.schema import MARTS
from kennzahl.schema.columns import Column, Table

_TYPES = {
    "string": {"type": "string"},
    "int32": {"type": "integer"},
    "int64": {"type": "integer"},
    "double": {"type": "number"},
    "decimal": {"type": "number"},
    "bool": {"type": "boolean"},
    "date": {"type": "date"},
    "timestamp": {"type": "datetime"},
    "binary": {"type": "string", "format": "binary"},
}


def datapackage(paths: Mapping[str, str], extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The package of the curated tables. ``paths`` gives each table's file, relative to the package; ``extra`` are
    properties of our own, kept under ``kennzahl``."""
    return {
        "name": "kennzahl",
        "title": "Company key figures from business news",
        "description": "Every figure with the sentence it came from, its printed precision and a verdict.",
        "profile": "data-package",
        "kennzahl": dict(extra or {}),
        "resources": [_resource(table, paths[name]) for name, table in MARTS.items() if name in paths],
    }


def _resource(table: Table, path: str) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": path,
        "description": table.grain,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "fields": [_field(column, table) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": name, "reference": {"resource": other, "fields": column}}
                for name, (other, column) in table.references.items()
            ],
        },
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    described = {"name": column.name, **_TYPES[column.type], "description": column.description}
    return {**described, "constraints": constraints} if constraints else described
