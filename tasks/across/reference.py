"""Reference: is the figure what the company filed with the US Securities and Exchange Commission for that period?

News come before the filing, so the day of the filing is no matter. A figure that fits what was filed, first or as
restated later, under any of the concepts that state the same, is confirmed; one that fits none of it is refuted.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

from kennzahl.catalog.metrics import Metric, metrics
from tasks.filings.shelf import KEPT

_UNITS = {"money": "USD", "any": "USD", "per_share": "USD/shares", "ratio": "pure"}

# A year of 52 or 53 weeks ends on a certain weekday near the end of a month, at most six days from it, and the next
# one begins a day later. What is filed for a year and for its first nine months makes its last quarter (12 to 15
# weeks), which nobody files; both are rounded, mostly to millions.
FOUND = """
create macro is_near(day, other) as coalesce(abs(day - other) <= 7, true);
create macro worth(x) as least(1e6, pow(10, zeros(abs(x)::hugeint)));
create temp table stated as
with
filed_first as (
    select
        subject_of(company_slug, metric, null, false) as subject, c.unit, is_sum, refutes, rank, concept, first, last,
        value * factor as value, min(struct_pack(filed, accession, form)) as filing
    from filings
    join concepts c using (concept)
    where filings.unit = filed_unit and (first is null) = is_stock
    group by all
),
versions as (
    select
        * exclude (filing), unnest(filing),
        row_number() over by_day = 1 as is_first,
        last_value(value) over (by_day rows between unbounded preceding and unbounded following) as latest
    from filed_first
    window by_day as (partition by subject, unit, concept, first, last order by filing)
),
rests as (
    select
        y.* replace (n.last + 1 as first, y.value - n.value as value, null as latest),
        y.value as total, n.value as less, n.form as less_form, worth(y.value) + worth(n.value) as reach
    from versions y
    join versions n using (subject, unit, concept, first)
    where y.is_first and n.is_first and y.is_sum and y.last - n.last between 80 and 107
)
select *, down(value - coalesce(reach, 0)) as low, up(value + coalesce(reach, 0)) as high
from (from versions union all by name from rests);
create temp table found_reference as
select
    s.reading_id, s.fact_id, s.first as asked_first, s.last as asked_last, s.low as claimed_low, s.high as claimed_high,
    f.*,
    overlap(s.loose_low, s.loose_high, f.low, f.high) as agrees,
    not agrees and far(s.low, s.high, f.low, f.high) as is_far
from said s
join stated f using (subject, unit)
where s.role = 'value' and is_near(s.first, f.first) and is_near(s.last, f.last)
qualify row_number() over (
    partition by s.reading_id, s.fact_id
    order by agrees desc, is_far, is_first desc, reach is not null, rank, abs(s.last - f.last), filed, accession
) = 1
"""

NAMED = "select 0 as place where false"

VERDICTS = """
select
    reading_id, fact_id, 'reference' as "check",
    case when agrees then 'consistent' when is_far or not refutes then 'uninformative' else 'inconsistent' end
        as outcome,
    concat(
        'says ',
        figure_words(f.value, value_low, value_high, value_is_range, value_step, value_hedge, f.unit),
        ' for ', period_words(asked_first, asked_last), '; the ', form, ' of ', strftime(filed, '%-d %B %Y'),
        ' (', accession, ') states ', filed_words(coalesce(r.total, r.value), r.unit), ' (us-gaap ', concept,
        case when r.reach is null then concat(', ', filed_period(r.first, r.last)) else '' end, ')',
        case when r.reach is not null then concat(
            ', which less ', filed_words(r.less, r.unit), ' of the ', less_form, ' leaves ',
            filed_words(r.value, r.unit), ' for ', filed_period(r.first, r.last)) else '' end,
        case
            when not is_first then ', restated by then'
            when latest <> r.value then concat(', later restated to ', filed_words(latest, r.unit))
            else ''
        end,
        case
            when agrees then ''
            when is_far then ', so far off that it is hardly the same thing'
            when refutes then ': it was adjusted, or one of the two is wrong'
            else ', which need not be the same thing'
        end
    ) as words,
    claimed_low, claimed_high, r.low as implied_low, r.high as implied_high
from found_reference r
join read_facts f using (reading_id, fact_id)
"""


def prepare(connection: duckdb.DuckDBPyConnection, filings: pa.Table | None) -> None:
    """Make ``filings``, what companies filed (columns as on the shelf; None is nothing), and ``concepts``."""
    connection.register("filings", KEPT.empty_table() if filings is None else filings)
    rows = [row for metric in metrics().values() for row in _concepts(metric)]
    connection.register("concepts", pa.Table.from_pylist(rows))


def _concepts(metric: Metric) -> list[dict[str, object]]:
    unit = _UNITS.get(metric.measure)
    return [
        {
            "metric": metric.id,
            "concept": concept,
            "rank": rank,
            "refutes": metric.filed_as_printed,
            "is_stock": metric.time == "stock",
            "is_sum": metric.time == "flow" and unit == "USD",
            "filed_unit": unit,
            "unit": "%" if unit == "pure" else "USD",
            "factor": 100.0 if unit == "pure" else 1.0,
        }
        for rank, concept in enumerate(metric.xbrl)
    ]
