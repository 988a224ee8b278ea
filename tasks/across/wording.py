"""Figures in words, in SQL: "8.47 billion EUR", "about 320 million", "4.1 to 4.3 billion EUR", "2024-Q3"."""

from __future__ import annotations

import duckdb

_FIGURES = """
-- The power of a thousand that a number is printed in: 2 for millions. Thousands are written out.
create macro power_of(size) as case when size < 1e6 then 0 else least(4, floor(log10(size) / 3 + 1e-12)) end::int;
create macro unit_words(power, unit) as ['', '', ' million', ' billion', ' trillion'][power + 1]
    || case unit when 'count' then '' when '%' then ' %' when 'pp' then ' points' else ' ' || unit end;
-- As many decimals as the step needs: 8.47 billion is known to ten million.
create macro decimals(power, step) as
    case when step > 0 then least(6, greatest(0, ceil(3 * power - log10(step) - 1e-9))) else 0 end::int;
create macro scaled(x, power, decimals) as format('{:,.{}f}', x / pow(1000, power) + 0.0, decimals);
create macro hedge_words(hedge) as
    case hedge when '~' then 'about ' when '>' then 'more than ' when '<' then 'less than ' else '' end;
create macro ends_words(low, high, power, decimals, unit) as case
    when isinf(low) and isinf(high) then 'anything'
    else case when isinf(high) then 'at least ' when isinf(low) then 'at most ' else '' end
        || case when isinf(low) then '' else scaled(low, power, decimals) end
        || case when isinf(low) or isinf(high) then '' else ' to ' end
        || case when isinf(high) then '' else scaled(high, power, decimals) end
        || unit_words(power, unit)
end;
create macro size_of(x) as case when isinf(x) then 0 else abs(x) end;
create macro range_words(low, high, step, unit) as ends_words(
    low, high, power_of(greatest(size_of(low), size_of(high))),
    decimals(power_of(greatest(size_of(low), size_of(high))), step), unit);
-- One decimal more than it takes to tell the two ends apart.
create macro between_words(low, high, unit) as
    range_words(low, high, case when isinf(high - low) then middle(low, high) else high - low end / 10, unit);
-- What is filed is exact: as many decimals as it has.
create macro filed_words(x, unit) as scaled(x, power_of(abs(x)),
    case when abs(x) < 1e6 then 2 else decimals(power_of(abs(x)), pow(10, zeros(abs(x)::bigint))) end)
    || unit_words(power_of(abs(x)), unit);
create macro figure_words(x, low, high, is_range, step, hedge, unit) as hedge_words(hedge) || case
    when is_range then range_words(low::double, high::double, step, unit)
    else scaled(x::double, power_of(abs(x::double)), decimals(power_of(abs(x::double)), step))
        || unit_words(power_of(abs(x::double)), unit)
end;
"""

_NAMES = """
create macro period_words(first, last) as case
    when first = last then first::varchar
    when months(first, last) = 12 and month(first) = 1 then year(first)::varchar
    when months(first, last) = 9 and month(first) = 1 then year(first) || '-9M'
    when months(first, last) = 6 and month(first) in (1, 7) then year(first) || '-H' || (month(first) // 6 + 1)
    when months(first, last) = 3 and month(first) % 3 = 1 then year(first) || '-Q' || (month(first) // 3 + 1)
    else first::varchar || ' to ' || last::varchar
end;
create macro day_words(moment) as strftime(moment at time zone 'UTC', '%-d %B %Y');
create macro filed_period(first, last) as
    case when first is null then last::varchar else first::varchar || ' to ' || last::varchar end;
create macro article_words(doc_id, source, published_at) as
    left(doc_id, 80) || coalesce(' (' || nullif(concat_ws(', ', source, day_words(published_at)), '') || ')', '');
"""

# Words are made of those facts only that a verdict speaks of: as what they report, or as what they compare with.
_SAYINGS = """
create temp table sayings as
with
tellers as materialized (select reading_id, article_words(doc_id, source, published_at) as who from articles)
select
    n.place,
    case when n.role = 'value' then
        figure_words(value, value_low, value_high, value_is_range, value_step, value_hedge, f.unit)
    end as figure,
    case when n.role = 'prior' then coalesce(
        'takes ' || figure_words(prior_value, prior_value_low, prior_value_high, prior_value_is_range,
                                 prior_value_step, prior_value_hedge, prior_unit),
        'makes it ' || between_words(n.low, n.high, n.unit) || ' with '
        || figure_words(value, value_low, value_high, value_is_range, value_step, value_hedge, f.unit)
        || ' after a change of '
        || coalesce(
            figure_words(change_pct, change_pct_low, change_pct_high, change_pct_is_range, change_pct_step,
                         change_pct_hedge, '%'),
            figure_words(change_abs, change_abs_low, change_abs_high, change_abs_is_range, change_abs_step,
                         change_abs_hedge, change_abs_unit)
        )
    ) end as comparison,
    who
from read_facts f
join tellers using (reading_id)
join (from statements semi join named using (place)) n on (n.reading_id, n.fact_id) = (f.reading_id, f.fact_id)
"""


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the macros."""
    connection.execute(_FIGURES)
    connection.execute(_NAMES)


def tell(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``sayings`` of the statements whose ``place`` is in ``named``: a figure, a comparison, and who says so."""
    connection.execute(_SAYINGS)
