"""Checks across articles: computed at each publication from all that was read by then, and never written back.

Whatever order articles arrived in, the same articles have the same verdicts; a figure that a later article confirms or
refutes says so from the next publication on.
"""

from __future__ import annotations

from collections import Counter

import duckdb
import pyarrow as pa

from tasks.across import history, parts, reference, segments, sources, statements, wording
from tasks.paths import DataPaths
from tasks.query import connect

CHECKS = (history, sources, parts, segments, reference)
"""A check is a module with three queries: ``FOUND`` makes a table of what it found in ``said`` and ``statements``,
``NAMED`` lists the statements (by ``place``) that it speaks of, and ``VERDICTS`` says so in words."""

NAMES = ("history", "hindsight", "sources", "parts", "reference")

# Parts are looked at in two ways; of what is found twice about a fact the gravest counts.
_VERDICTS = """
create temp view verdicts_across as
select
    reading_id, md5(concat_ws(chr(31), fact_id, "check"))[:20] as check_id, fact_id, "check", outcome, words,
    case when isfinite(claimed_low) then claimed_low end as claimed_low,
    case when isfinite(claimed_high) then claimed_high end as claimed_high,
    case when isfinite(implied_low) then implied_low end as implied_low,
    case when isfinite(implied_high) then implied_high end as implied_high
from (
    from verdicts_found where "check" <> 'parts'
    union all
    from (
        from verdicts_found where "check" = 'parts'
        qualify row_number() over (
            partition by reading_id, fact_id
            order by array_position(['inconsistent', 'consistent', 'uninformative'], outcome), words
        ) = 1
    )
)
"""


def prepare(connection: duckdb.DuckDBPyConnection, filings: pa.Table | None = None) -> None:
    """Make the view ``verdicts_across``: the verdicts on the facts of ``read_facts`` whose reading is in ``articles``.

    Its columns are as in the ledger. ``read_verdicts`` holds the verdicts of the checks within each article,
    ``filings`` what companies filed (``tasks.filings.shelf.KEPT``).
    """
    statements.prepare(connection)
    reference.prepare(connection, filings)
    wording.prepare(connection)
    for check in CHECKS:
        connection.execute(check.FOUND)
    _view(connection, "named", [check.NAMED for check in CHECKS])
    wording.tell(connection)
    _view(connection, "verdicts_found", [check.VERDICTS for check in CHECKS])
    connection.execute(_VERDICTS)


def verdicts(connection: duckdb.DuckDBPyConnection, filings: pa.Table | None = None) -> pa.Table:
    """The same verdicts in memory."""
    prepare(connection, filings)
    return connection.table("verdicts_across").to_arrow_table()


def _view(connection: duckdb.DuckDBPyConnection, name: str, queries: list[str]) -> None:
    """All rows of some queries of the same columns."""
    connection.execute(f"create temp view {name} as " + " union all by name ".join(f"({query})" for query in queries))


def published(paths: DataPaths) -> Counter[tuple[str, str]]:
    """How many verdicts across articles the published tables hold, by (check, outcome)."""
    with connect(paths) as curated:
        rows = curated.execute(
            'select "check", outcome, count(*) from kpi_checks where list_contains(?, "check") group by all',
            [list(NAMES)],
        ).fetchall()
    return Counter({(check, outcome): number for check, outcome, number in rows})
