"""The gate before publication: every table against its expectations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from expectations import ExpectationResult


class Gate:
    """Validates the tables of a publication (``tasks.marts.Validate``) and keeps all results for the summary."""

    def __init__(self) -> None:
        self.results: list[ExpectationResult] = []

    def __call__(self, tables: Mapping[str, pa.Table]) -> list[str]:
        """One sentence for every critical failure; warnings are only kept."""
        import pandas as pd

        from expectations import (
            validate,
        )  # Great Expectations takes seconds to import: only when something is published

        self.results = [
            result
            for name, table in tables.items()
            for result in validate(name, table.to_pandas(types_mapper=pd.ArrowDtype))
        ]
        return [result.words for result in self.results if result.severity == "critical" and not result.success]
