"""Segments and whole: do the parts of a company add up to it, and is none larger than it?

Segments overlap (regions and divisions), sell to each other, and are seldom all named: a sum confirms where it meets
the whole, and where it misses says nothing. A segment larger than the whole is wrong, or the whole is: what an article
says without a segment is often that of a part which its sentence names otherwise. So only a whole that independent
stories agree on refutes, and only of what cannot be negative.
"""

from __future__ import annotations

FOUND = """
create temp table found_segments as
with
wholes as (
    select
        whole, unit, first, last,
        unnest(min_by(
            struct_pack(low := low, high := high, loose_low := loose_low, loose_high := loose_high),
            struct_pack(doubt := not is_sound, width := high - low, fact_id := fact_id)
        )),
        count(distinct story) as stories
    from said
    where role = 'value' and segment is null and is_sum and is_positive
    group by whole, unit, first, last
    having max(loose_low) <= min(loose_high) and bool_or(is_sound)
),
larger as (
    select
        s.reading_id, s.fact_id, s.unit, s.first, s.last, s.low, s.high, w.low as implied_low, w.high as implied_high,
        s.segment as named, far(s.low, s.high, w.low, w.high) as is_far, w.stories > 1 as is_known
    from said s
    join wholes w using (whole, unit, first, last)
    where s.role = 'value' and s.segment is not null and s.loose_low > w.loose_high
),
-- A segment to which an article gives two figures is two things.
parts as (
    select
        reading_id, whole, unit, first, last, segment,
        min_by(struct_pack(low, high, loose_low, loose_high), struct_pack(width := high - low, fact_id)) as part
    from said
    where role = 'value' and segment is not null and is_sum
    group by all
    having max(loose_low) <= min(loose_high) and bool_and(is_sound)
),
sums as (
    select
        reading_id, whole, unit, first, last,
        outward(sum(part.low), -1) as implied_low, outward(sum(part.high), 1) as implied_high,
        outward(sum(part.loose_low), -1) as loose_low, outward(sum(part.loose_high), 1) as loose_high,
        string_agg(concat(between_words(part.low, part.high, unit), ' of ', segment), ', ' order by segment) as named
    from parts
    group by all
    having count(*) > 1
),
added as (
    select w.reading_id, w.fact_id, w.unit, w.first, w.last, w.low, w.high, s.implied_low, s.implied_high, s.named,
           both_signs(s.implied_low, s.implied_high) as is_wide
    from said w
    join sums s using (reading_id, whole, unit, first, last)
    where w.role = 'value' and w.segment is null
        and overlap(w.loose_low, w.loose_high, s.loose_low, s.loose_high)
)
select * from larger
union all by name
select * from added
"""

NAMED = "select 0 as place where false"

VERDICTS = """
select
    reading_id, fact_id, 'parts' as "check",
    case
        when is_wide is null then case when is_known and not is_far then 'inconsistent' else 'uninformative' end
        when is_wide then 'uninformative'
        else 'consistent'
    end as outcome,
    case
        when is_wide is null then concat(
            'says ', between_words(low, high, unit), ' of ', left(named, 80), ' for ', period_words(first, last),
            ', more than the ', between_words(implied_low, implied_high, unit), ' of the whole company',
            case
                when is_far then ', so far off that it is hardly the same thing'
                when is_known then ', of which independent sources speak'
                else ', which may be that of a part'
            end
        )
        else concat(
            named, ' make ', between_words(implied_low, implied_high, unit),
            case when is_wide then ', which is too wide to tell' else '' end,
            '; the article says ', between_words(low, high, unit), ' for ', period_words(first, last)
        )
    end as words,
    low as claimed_low, high as claimed_high, implied_low, implied_high
from found_segments
"""
