"""Parts and whole: do the quarters add up to the half-year, the nine months, the year?"""

from __future__ import annotations

# Known is what nobody disputes: all statements of it overlap, and the most precise one counts. Sums follow each other
# without a gap, up to a year; of several ways to make a whole the narrowest counts.
FOUND = """
create temp table found_parts as
with recursive
known as (
    select
        subject, unit, first, last, months(first, last) as months,
        unnest(min_by(
            struct_pack(low := low, high := high, loose_low := loose_low, loose_high := loose_high),
            struct_pack(doubt := not is_sound, width := high - low, fact_id := fact_id)
        ))
    from said
    where role = 'value' and is_sum and months(first, last) in (3, 6, 9)
    group by subject, unit, first, last
    having max(loose_low) <= min(loose_high) and bool_or(is_sound)
),
parts as (
    select *, concat(between_words(low, high, unit), ' of ', period_words(first, last)) as named
    from known
    semi join (select subject, unit from known group by all having count(*) > 1) using (subject, unit)
),
sums as (
    select subject, unit, first, last, months, low, high, loose_low, loose_high, named from parts
    union all
    select
        s.subject, s.unit, s.first, p.last, s.months + p.months as months,
        down(s.low + p.low) as low, up(s.high + p.high) as high,
        down(s.loose_low + p.loose_low) as loose_low, up(s.loose_high + p.loose_high) as loose_high,
        concat(s.named, ', ', p.named) as named
    from sums s
    join parts p on p.subject = s.subject and p.unit = s.unit and p.first = s.last + 1
    where s.months + p.months <= 12
)
select
    w.reading_id, w.fact_id, w.unit, w.first, w.last, w.low, w.high, s.low as sum_low, s.high as sum_high, s.named,
    overlap(w.loose_low, w.loose_high, s.loose_low, s.loose_high) as agrees,
    agrees and both_signs(s.low, s.high) as is_wide,
    not agrees and far(w.low, w.high, s.low, s.high) as is_far
from said w
join sums s using (subject, unit, first, last)
where w.role = 'value' and s.named like '%, %'
qualify row_number() over (partition by w.reading_id, w.fact_id order by s.high - s.low, s.named) = 1
"""

NAMED = "select 0 as place where false"

VERDICTS = """
select
    reading_id, fact_id, 'parts' as "check",
    case when is_wide or is_far then 'uninformative' when agrees then 'consistent' else 'inconsistent' end as outcome,
    concat(
        named, ' make ', between_words(sum_low, sum_high, unit),
        case when is_wide then ', which is too wide to tell' else '' end,
        '; the article says ', between_words(low, high, unit), ' for ', period_words(first, last),
        case when is_far then ', so far off that it is hardly the same thing' else '' end
    ) as words,
    low as claimed_low, high as claimed_high, sum_low as implied_low, sum_high as implied_high
from found_parts
"""
