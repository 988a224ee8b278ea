"""What articles say of each other's figures, as one table of intervals that all checks across articles join.

``said`` has a row for each reported figure (role ``value``) and for each one that an article compares with (role
``prior``): the company, segment and metric (``subject``) and the period that it speaks of, and its interval in both
readings of trailing zeros (``low`` to ``high``, and the wider ``loose_low`` to ``loose_high``). Ends are doubles, one
step outward; an open end is infinite. ``topic`` is one key for subject, unit and period. ``statements`` are those that
several stories speak of.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

from kennzahl.catalog.metrics import metrics

# In the loose reading the last digit that is not zero counts. Whether digits stand behind a decimal mark, so that there
# is one reading only, is told from the print; where that is unclear, the wider reading is taken.
_INTERVALS = """
create macro down(x) as nextafter(x, '-infinity'::double);
create macro up(x) as nextafter(x, 'infinity'::double);
create macro outward(x, side) as x + side * abs(x) * 1e-12;
create macro zeros(n) as length(n::varchar) - length(rtrim(n::varchar, '0'));
create macro has_decimals(printed) as regexp_matches(printed, '[0-9][.,](?:[0-9]{1,2}|[0-9]{4,})(?:[^0-9]|$)');
create macro loose_step(point, step, printed) as case
    when point is null or point = 0 or not step > 0 or abs(point) / step >= 1e15 or has_decimals(printed) then step
    else step * pow(10, zeros(round(abs(point) / step)::bigint))
end;
create macro reach(point, step, hedge, printed) as
    loose_step(point, step, printed) / case when hedge = '=' then 2 else 1 end;
create macro strict_low(low, step, is_range) as
    coalesce(down(low::double - case when is_range then step / 2 else 0 end), '-infinity'::double);
create macro strict_high(high, step, is_range) as
    coalesce(up(high::double + case when is_range then step / 2 else 0 end), 'infinity'::double);
create macro loosest_low(low, point, step, hedge, printed) as
    least(low, down(point - reach(point, step, hedge, printed)));
create macro loosest_high(high, point, step, hedge, printed) as
    greatest(high, up(point + reach(point, step, hedge, printed)));
create macro both_readings(strict, first, last, step, hedge, printed) as struct_pack(
    low := strict.low,
    high := strict.high,
    loose_low := loosest_low(strict.low, first::double, step, hedge, printed),
    loose_high := loosest_high(strict.high, last::double, step, hedge, printed)
);
create macro ends_of(point, low, high, step, is_range, hedge, printed) as case when point is not null or is_range then
    both_readings(
        struct_pack(low := strict_low(low, step, is_range), high := strict_high(high, step, is_range)),
        coalesce(point, low), coalesce(point, high), step, hedge, printed
    )
end;
"""

# Anything between zero and infinity is the quotient of two infinite ends, and the other corners say so already.
_ARITHMETIC = """
create macro quotient(x, y) as case when isnan(x / y) then 0 else x / y end;
create macro divided_low(low, high, by_low, by_high) as down(least(
    quotient(low, by_low), quotient(low, by_high), quotient(high, by_low), quotient(high, by_high)));
create macro divided_high(low, high, by_low, by_high) as up(greatest(
    quotient(low, by_low), quotient(low, by_high), quotient(high, by_low), quotient(high, by_high)));
create macro grown(change) as struct_pack(
    low := 1 + change.low / 100, high := 1 + change.high / 100,
    loose_low := 1 + change.loose_low / 100, loose_high := 1 + change.loose_high / 100
);
create macro before(value, growth) as struct_pack(
    low := divided_low(value.low, value.high, growth.low, growth.high),
    high := divided_high(value.low, value.high, growth.low, growth.high),
    loose_low := divided_low(value.loose_low, value.loose_high, growth.loose_low, growth.loose_high),
    loose_high := divided_high(value.loose_low, value.loose_high, growth.loose_low, growth.loose_high)
);
create macro less(value, difference) as struct_pack(
    low := down(value.low - difference.high), high := up(value.high - difference.low),
    loose_low := down(value.loose_low - difference.loose_high),
    loose_high := up(value.loose_high - difference.loose_low)
);
create macro first_other(voices, story) as list_filter(voices, lambda voice: voice.story <> story)[1].place;
create macro months(first, last) as case when day(first) = day(last + 1) then datediff('month', first, last + 1) end;
-- Zero, one step outward, is no loss.
create macro both_signs(low, high) as low < -1e-9 and high > 1e-9;
create macro overlap(low, high, other_low, other_high) as low <= other_high and other_low <= high;
create macro middle(low, high) as case when isinf(low) then high when isinf(high) then low else (low + high) / 2 end;
create macro apart(size, other) as greatest(size, other) / least(size, other);
"""

# Restatements, other accounting and slips of the pen move a figure by less than half. What is farther off is mostly the
# figure of a part, a region, a partner, unless it is a scale word too much.
_FAR = """
create macro far_by(times) as times > 1.5 and times not between 950 and 1050;
create macro far(low, high, other_low, other_high) as
    far_by(apart(abs(middle(low, high)), abs(middle(other_low, other_high))));
"""

# A fact that its own article refutes can be judged, but is no evidence. A guessed period is no period, and what is
# reported before its period is over is not final.
_FIGURES = """
create macro subject_of(company, metric, segment, adjusted) as
    hash(company, metric, coalesce(lower(trim(segment)), chr(30)), adjusted);
create temp table figures as
with refuted as (select distinct reading_id, fact_id from read_verdicts where outcome = 'inconsistent')
select
    f.reading_id, f.fact_id, hash(a.cluster_id) as story, a.published_at, r.fact_id is null as is_sound,
    subject_of(f.company_slug, f.metric, f.segment, f.adjusted) as subject, t.is_sum,
    subject_of(f.company_slug, f.metric, null, f.adjusted) as whole, lower(trim(f.segment)) as segment, t.is_positive,
    f.basis, f.period_start as first, f.period_end as last, f.unit, f.prior_unit,
    ends_of(value, value_low, value_high, value_step, value_is_range, value_hedge, value_printed) as value,
    ends_of(prior_value, prior_value_low, prior_value_high, prior_value_step, prior_value_is_range, prior_value_hedge,
             prior_value_printed) as prior,
    ends_of(change_pct, change_pct_low, change_pct_high, change_pct_step, change_pct_is_range, change_pct_hedge,
             change_pct_printed) as change,
    case when change_abs_unit = case f.unit when '%' then 'pp' else f.unit end then
        ends_of(change_abs, change_abs_low, change_abs_high, change_abs_step, change_abs_is_range, change_abs_hedge,
                change_abs_printed)
    end as difference
from read_facts f
join articles a using (reading_id)
join totals t using (metric)
left join refuted r on (r.reading_id, r.fact_id) = (f.reading_id, f.fact_id)
where f.kind = 'actual' and f.period_start is not null and f.period_end is not null and f.period_how <> 'default'
    and coalesce(f.period_end <= a.published_at::date + 1, true)
"""

_SAID = """
create temp table said as
with
priors as (
    select
        *,
        case when prior is not null then prior_unit else unit end as their_unit,
        coalesce(
            prior,
            case when change.loose_low > -100 and unit <> '%' then before(value, grown(change)) end,
            case when value.low > 0 then less(value, difference) end
        ) as theirs,
        case
            when basis = 'yoy' then (first - interval 1 year)::date
            when basis = 'qoq' and months(first, last) = 3 then (first - interval 3 month)::date
        end as their_first,
        case
            when basis = 'yoy' then (last + 1 - interval 1 year)::date - 1
            when basis = 'qoq' and months(first, last) = 3 then first - 1
        end as their_last
    from figures
),
spoken as (
    select 'value' as role, reading_id, fact_id, story, published_at, is_sound, subject, is_sum,
           whole, segment, is_positive, unit, first, last, value as said
    from figures
    union all by name
    select 'prior' as role, reading_id, fact_id, story, published_at, is_sound, subject, is_sum,
           whole, segment, is_positive, their_unit as unit, their_first as first, their_last as last, theirs as said
    from priors
    where their_first is not null
)
select * exclude (said), hash(subject, unit, first, last) as topic, unnest(said) from spoken where said.low is not null
"""

# A story that names several figures for one thing speaks of several things (``is_clear`` is false): it may confirm
# others, but refutes nobody and is refuted by nobody. All other stories have one voice, their most precise statement.
# ``place`` is the order of publication; statements from ``place_first`` to ``place_last`` appeared at the same moment.
_STATEMENTS = """
create temp table statements as
with
shared as (
    select topic from said group by topic having min(story) <> max(story)
),
moments as (
    select published_at, sum(count(*)) over (order by published_at nulls last)::bigint as place_last, count(*) as size
    from said
    semi join shared using (topic)
    group by published_at
),
placed as (
    select
        s.*, m.place_last, m.place_last - m.size + 1 as place_first,
        place_first - 1 + row_number() over (partition by m.place_last order by fact_id, role) as place
    from said s
    semi join shared using (topic)
    join moments m on m.published_at is not distinct from s.published_at
),
-- Few stories say a thing twice; those that do are grouped, since windows over all of them would take far longer.
repeated as (
    select
        role, topic, story,
        max(loose_low) <= min(loose_high) as agree,
        bool_or(is_sound) as any_sound,
        min_by(fact_id, struct_pack(doubt := not is_sound, width := high - low, fact_id := fact_id)) as best
    from placed
    group by role, topic, story
    having count(*) > 1
)
select
    p.*,
    coalesce(r.agree, true) as is_clear,
    is_sound and (not is_clear or coalesce(r.best = fact_id, true)) as is_voice,
    is_clear and coalesce(r.any_sound, is_sound) as has_voice
from placed p
left join repeated r using (role, topic, story)
"""


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``said`` and ``statements`` of the tables ``read_facts``, ``read_verdicts`` and ``articles``."""
    connection.register("totals", _totals())
    for sql in (_INTERVALS, _ARITHMETIC, _FAR, _FIGURES, _SAID, "drop table figures", _STATEMENTS):
        connection.execute(sql)


def _totals() -> pa.Table:
    """The metrics of which a company has one true figure a period, whether those of parts add up to the whole's, and
    whether none can be below zero."""
    once = [metric for metric in metrics().values() if metric.once]
    sums = [metric.time == "flow" and metric.measure in ("money", "count", "any") for metric in once]
    positive = [metric.sign == "positive" for metric in once]
    return pa.table({"metric": [metric.id for metric in once], "is_sum": sums, "is_positive": positive})
