"""What the ledger says now: the newest engine version's reading of each article and text, and nothing uncommitted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb
import pyarrow as pa

from kennzahl import ids
from kennzahl.schema import LEDGER
from tasks import delta
from tasks.arrow import conform

# An engine version is newer than those that were seen before it. A capture that a newer version has finished
# takes the articles with it that only older versions found there.
_LIVE_READINGS = """
with versions as (
    select engine_version, row_number() over (order by min(recorded_at), engine_version) as age
    from (select engine_version, recorded_at from articles union all select engine_version, recorded_at from captures)
    group by engine_version
),
finished as (
    select reading_id, capture_id, age,
           row_number() over (partition by capture_id order by age desc, recorded_at, reading_id) as choice
    from captures join versions using (engine_version)
),
read as (
    select a.reading_id,
           row_number() over (
               partition by a.article_id, a.text_revision order by v.age desc, a.recorded_at, a.reading_id
           ) as choice
    from articles a
    join versions v using (engine_version)
    left join finished f on f.capture_id = a.capture_id and f.choice = 1
    where v.age >= coalesce(f.age, 0)
)
select 'articles' as table_name, reading_id from read where choice = 1
union all
select 'captures' as table_name, reading_id from finished where choice = 1
order by all
"""

# The readings that the rows of a table may belong to.
_COMMITTED_BY = {
    "captures": ("captures",),
    "articles": ("articles",),
    "facts": ("articles",),
    "verdicts": ("articles",),
    "issues": ("articles", "captures"),
}
_COUNTS = """
with expected as (
    select reading_id, 'facts' as table_name, fact_count as rows from articles
    union all select reading_id, 'verdicts', verdict_count from articles
    union all select reading_id, 'issues', issue_count from articles
    union all select reading_id, 'issues', issue_count from captures
),
found as (
    select reading_id, 'facts' as table_name, count(*) as rows from facts group by reading_id
    union all select reading_id, 'verdicts', count(*) from verdicts group by reading_id
    union all select reading_id, 'issues', count(*) from issues group by reading_id
)
select e.reading_id, e.table_name, e.rows, coalesce(f.rows, 0)
from expected e
semi join live using (reading_id)
left join found f on f.reading_id = e.reading_id and f.table_name = e.table_name
where e.rows <> coalesce(f.rows, 0)
order by all
limit 20
"""


@dataclass(frozen=True)
class Current:
    """The current view of the ledger at ``root``, as of the moment its first table was asked for."""

    root: Path

    @cached_property
    def readings(self) -> pa.Table:
        """The live readings: ``table_name`` (``articles`` or ``captures``) and ``reading_id``."""
        with self._connection("articles", "captures") as connection:
            return connection.sql(_LIVE_READINGS).to_arrow_table()

    def table(self, name: str) -> pa.Table:
        """The live rows of ``captures``, ``articles``, ``facts``, ``verdicts`` or ``issues``; all rows of ``runs``."""
        if name not in _COMMITTED_BY:
            return conform(delta.dataset(self.root, LEDGER[name]).to_table(), LEDGER[name])
        committed = ", ".join(f"'{by}'" for by in _COMMITTED_BY[name])
        # The readings first: whatever they commit was written before them.
        live = self.readings
        with self._connection(name) as connection:
            connection.register("live", live)
            rows = connection.sql(
                f"from {name} semi join (from live where table_name in ({committed})) using (reading_id)"
            ).to_arrow_table()
        return conform(rows, LEDGER[name])

    def fingerprint(self) -> str:
        """Changes exactly when the current view does."""
        with duckdb.connect() as connection:
            connection.register("live", self.readings)
            rows = connection.sql("select count(*), bit_xor(md5_number(reading_id)) from live").fetchall()
        return ids.key(rows)

    def damage(self) -> list[str]:
        """A sentence for each live reading with other rows than were committed (at most 20)."""
        live = self.readings
        with self._connection("articles", "captures", "facts", "verdicts", "issues") as connection:
            connection.register("live", live)
            return [
                f"reading {reading} was committed with {wrote} rows in ledger table {table}, which now has {has}"
                for reading, table, wrote, has in connection.sql(_COUNTS).fetchall()
            ]

    def _connection(self, *tables: str) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect()
        for name in tables:
            connection.register(name, delta.dataset(self.root, LEDGER[name]))
        return connection
