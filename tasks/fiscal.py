"""The days of fiscal years: what a text calls the third quarter of a company whose year ends in September."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from kennzahl.fiscal import FiscalYear

_NEEDED = [
    "company_slug", "kind", "period_label", "period_start", "period_end", "period_how", "published_at", "correction",
]  # fmt: skip

_LABELS = """
select distinct y.year_end, y.by_start, f.period_label as label
from facts f
join years y using (company_slug)
where f.period_label is not null
"""

# A text that says "fiscal" leaves its periods without days; one that does not has them by the calendar. What was
# reported has ended, give or take a week for early reporters, so "Apple's first quarter of 2025" is its own in January
# 2025; what is planned has not, give or take the four months until it is reported. A label of which the company's year
# makes no such sense is left alone (in Japan, many call a year by its start and others by its end).
_DATED = """
with
known as (
    select
        f.row, d.first, d.last, y.words,
        case f.kind
            when 'actual' then coalesce(d.last <= f.published_at::date + 7, true)
            when 'guidance' then coalesce(d.last > f.published_at::date - 120, true)
            else true
        end as is_possible,
        f.kind = 'actual' and y.year_end <> 12 and f.period_how in ('stated', 'inherited', 'article')
            and f.period_label like '%-%' and f.period_end > f.published_at::date as is_to_come,
        f.period_start is null as is_undated
    from facts f
    join years y using (company_slug)
    join days d on (d.year_end, d.by_start, d.label) = (y.year_end, y.by_start, f.period_label)
),
dated as (from known where is_possible and (is_undated or is_to_come))
select
    coalesce(d.first, f.period_start) as period_start,
    coalesce(d.last, f.period_end) as period_end,
    nullif(concat_ws(' · ', f.correction, d.words), '') as correction
from facts f
left join dated d using (row)
order by f.row
"""


def date_periods(facts: pa.Table, years: Mapping[str, FiscalYear], words: Mapping[str, str]) -> pa.Table:
    """Facts (the ledger's columns and ``correction``) whose periods have the days of their company's fiscal year where
    the label alone did not tell them; the label stays as printed.

    ``years`` are by company slug; so are the ``words`` that say why, where people have decided on a company's year.
    """
    needed = facts.select(_NEEDED).append_column("row", pa.array(range(len(facts)), pa.int64()))
    with duckdb.connect() as connection:
        connection.register("facts", needed)
        connection.register("years", _years(years, words))
        labels = connection.sql(_LABELS).fetchall()
        connection.register("days", _days(labels))
        dated = connection.sql(_DATED).to_arrow_table()
    for name in dated.column_names:
        at = facts.schema.get_field_index(name)
        facts = facts.set_column(at, facts.schema.field(at), dated[name])
    return facts


def _years(years: Mapping[str, FiscalYear], words: Mapping[str, str]) -> pa.Table:
    columns = [
        pa.array([*years], pa.string()),
        pa.array([year.end for year in years.values()], pa.int32()),
        pa.array([year.by_start for year in years.values()], pa.bool_()),
        pa.array([words.get(slug) for slug in years], pa.string()),
    ]
    return pa.table(columns, names=["company_slug", "year_end", "by_start", "words"])


def _days(labels: list[tuple[int, bool, str]]) -> pa.Table:
    rows = [(*key, *days) for key in labels if (days := FiscalYear(*key[:2]).days(key[2])) is not None]
    names = ["year_end", "by_start", "label", "first", "last"]
    types = [pa.int32(), pa.bool_(), pa.string(), pa.date32(), pa.date32()]
    columns = [pa.array([row[at] for row in rows], type_) for at, type_ in enumerate(types)]
    return pa.table(columns, names=names)
