"""Segments and whole: is a part of the company larger than the company, and do its parts add up?

Segments overlap (regions and divisions), sell to each other, and are seldom all named; a segment may lose money. So a
segment refutes only by being larger than what cannot be negative; a sum confirms where it meets the whole, and
otherwise says nothing.
"""

from __future__ import annotations

# As for the sums of quarters, known is what nobody disputes.
FOUND = """
create temp table found_segments as
with
wholes as (
    select
        whole, unit, first, last,
        unnest(min_by(
            struct_pack(low := low, high := high, loose_low := loose_low, loose_high := loose_high),
            struct_pack(doubt := not is_sound, width := high - low, fact_id := fact_id)
        ))
    from said
    where role = 'value' and segment is null and is_sum
    group by whole, unit, first, last
    having max(loose_low) <= min(loose_high) and bool_or(is_sound)
),
larger as (
    select
        s.reading_id, s.fact_id, s.unit, s.first, s.last, s.low, s.high, w.low as whole_low, w.high as whole_high,
        s.segment as named, far(s.low, s.high, w.low, w.high) as is_far
    from said s
    join wholes w using (whole, unit, first, last)
    where s.role = 'value' and s.segment is not null and s.is_sum and s.is_positive and s.loose_low > w.loose_high
),
-- A segment that an article names with two figures is two things.
parts as (
    select
        reading_id, whole, unit, first, last, segment, is_positive,
        min_by(struct_pack(low, high, loose_low, loose_high), struct_pack(width := high - low, fact_id)) as part
    from said
    where role = 'value' and segment is not null and is_sum
    group by all
    having max(loose_low) <= min(loose_high) and bool_and(is_sound)
),
sums as (
    select
        reading_id, whole, unit, first, last, is_positive, count(*) as part_count,
        sum(part.low) as low, sum(part.high) as high,
        sum(part.loose_low) as loose_low, sum(part.loose_high) as loose_high,
        string_agg(concat(between_words(part.low, part.high, unit), ' of ', segment), ', ' order by segment) as named
    from parts
    group by all
    having part_count > 1
),
added as (
    select
        w.reading_id, w.fact_id, w.unit, w.first, w.last, w.low, w.high,
        s.low - abs(s.low) * 1e-12 as whole_low, s.high + abs(s.high) * 1e-12 as whole_high, s.named,
        overlap(w.loose_low, w.loose_high, s.loose_low, s.loose_high) as agrees,
        agrees and s.low < 0 and s.high > 0 as is_wide
    from said w
    join sums s using (reading_id, whole, unit, first, last)
    where w.role = 'value' and w.segment is null and (agrees or w.is_positive and s.loose_low > w.loose_high)
)
select 'larger' as finding, *, null as agrees, null as is_wide from larger
union all by name
select 'added' as finding, *, null as is_far from added
"""

NAMED = "select 0 as place where false"

VERDICTS = """
select
    reading_id, fact_id, 'parts' as "check",
    case
        when finding = 'larger' then case when is_far then 'uninformative' else 'inconsistent' end
        when agrees and not is_wide then 'consistent'
        else 'uninformative'
    end as outcome,
    case finding
        when 'larger' then concat(
            'says ', between_words(low, high, unit), ' of ', named, ' for ', period_words(first, last),
            ', more than the ', between_words(whole_low, whole_high, unit), ' of the whole company',
            case when is_far then ', and so far off that it is hardly the same thing' else '' end
        )
        else concat(
            named, ' make ', between_words(whole_low, whole_high, unit),
            case when is_wide then ', which is too wide to tell' else '' end,
            '; the article says ', between_words(low, high, unit), ' for ', period_words(first, last),
            case when agrees then '' else ': the parts may overlap, or sell to each other' end
        )
    end as words,
    low as claimed_low, high as claimed_high, whole_low as implied_low, whole_high as implied_high
from found_segments
"""
