"""``kpi_series``: for each company, segment, metric, adjusted, period and kind the best figure and what supports it."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from tasks.arrow import conform

# The best figure: stated at all, not refuted, not hedged, printed most precisely, latest. An outlook or an expectation
# lives by being the latest.
_SERIES = """
with
stated as (
    select
        *,
        md5(concat_ws(chr(31), company_slug, coalesce(lower(trim(segment)), chr(30)), metric, adjusted, kind,
                      period_start, period_end))[:20] as series_id,
        value is not null or value_is_range is true as has_value,
        basis = 'yoy' and change_pct is not null as has_growth
    from kpi_facts
    where period_start is not null and period_end is not null
),
ranked as (
    select
        *,
        row_number() over (
            partition by series_id
            order by has_value desc, verdict in ('inconsistent', 'accepted'),
                     case when kind <> 'actual' then published_at end desc nulls last,
                     approx <> '=', value_is_range,
                     (value_high - value_low)::double / nullif(abs(value_double), 0) nulls last,
                     published_at desc nulls last, fact_id
        ) as choice,
        row_number() over (
            partition by series_id
            order by has_growth desc, verdict in ('inconsistent', 'accepted'), change_pct_hedge <> '=', change_pct_step,
                     published_at desc nulls last, fact_id
        ) as growth_choice
    from stated
    where has_value or has_growth
),
best as (from ranked where choice = 1),
growth as (select series_id, change_pct from ranked where growth_choice = 1 and has_growth),
support as (
    select
        series_id,
        count(*) as fact_count,
        count(distinct cluster_id) as source_count,
        min(published_at) as first_published_at,
        max(published_at) as last_published_at
    from ranked
    group by series_id
),
conflicts as (
    select series_id, bool_or(v.outcome = 'inconsistent') is true as is_conflict
    from ranked r
    left join sources v using (fact_id)
    where kind = 'actual'
    group by series_id
),
year_before as (
    select b.series_id, (b.value_double / p.value_double - 1) * 100 as growth
    from best b
    join best p
        on p.company_slug = b.company_slug
        and lower(trim(p.segment)) is not distinct from lower(trim(b.segment))
        and p.metric = b.metric
        and p.adjusted = b.adjusted
        and p.kind = 'actual'
        and p.unit = b.unit
        and p.period_start = b.period_start - interval 1 year
        and p.period_end + 1 = b.period_end + 1 - interval 1 year
    where b.unit <> '%' and p.value_double <> 0 and b.value_double / p.value_double >= 0
)
select b.* exclude (value_high, value_low),
       b.value_low, b.value_high,
       s.fact_count, s.source_count, s.first_published_at, s.last_published_at,
       c.is_conflict,
       g.change_pct as growth_stated_pct,
       y.growth as growth_computed_pct
from best b
join support s using (series_id)
left join conflicts c using (series_id)
left join growth g using (series_id)
left join year_before y using (series_id)
order by company_slug, metric, segment nulls first, adjusted, period_start, period_end, kind, series_id
"""


def series(kpi_facts: pa.Table, verdicts: pa.Table) -> pa.Table:
    """The series of all facts whose period has days. ``verdicts`` has those of the check ``sources``, which tells of
    conflicts."""
    with duckdb.connect() as connection:
        connection.register("kpi_facts", kpi_facts)
        connection.register("sources", verdicts.filter(pc.field("check") == "sources"))
        return conform(connection.sql(_SERIES).to_arrow_table(), "kpi_series")
