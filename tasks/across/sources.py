"""Sources: do independent stories print the same figure?"""

from __future__ import annotations

# Distinct figures meet each other, however many stories print them: ``votes`` says how many. A figure with more stories
# against it than for it, its own among them, is refuted; of two that stand one against one, both are.
FOUND = """
create temp table found_sources as
with
voices as (
    select topic, low, high, loose_low, loose_high, is_clear,
           count(*) filter (is_clear) as votes, min(struct_pack(place, story), 3) as voices
    from statements
    where role = 'value' and is_voice
    group by all
),
met as (
    select
        s.place, s.is_clear, s.has_voice, v.votes, first_other(v.voices, s.story) as other,
        overlap(s.loose_low, s.loose_high, v.loose_low, v.loose_high) as agrees,
        not agrees and not far(s.low, s.high, v.low, v.high) as differs
    from statements s
    join voices v using (topic)
    where s.role = 'value' and (agrees or v.is_clear)
),
counted as (
    select
        place,
        coalesce(sum(votes) filter (agrees), 0) - has_voice::int as confirming,
        coalesce(sum(votes) filter (differs), 0) as refuting,
        min(other) filter (agrees) as confirmed_by,
        min(other) filter (differs) as refuted_by,
        min(other) filter (not agrees and not differs) as far_from,
        refuting > 0 and refuting >= confirming + has_voice::int and is_clear as is_refuted,
        confirmed_by is not null and (refuting = 0 or refuting < confirming + has_voice::int) as is_confirmed,
        confirmed_by is null and refuting = 0 and far_from is not null and is_clear as is_far
    from met
    group by place, is_clear, has_voice
)
select *, case when is_refuted then refuted_by when is_far then far_from else confirmed_by end as other
from counted
where is_refuted or is_confirmed or is_far
"""

NAMED = """
select place from found_sources
union all select other from found_sources
union all select refuted_by from found_sources where refuted_by is not null
"""

VERDICTS = """
select
    s.reading_id, s.fact_id, 'sources' as "check",
    case when is_refuted then 'inconsistent' when is_far then 'uninformative' else 'consistent' end as outcome,
    concat(
        'says ', mine.figure, ' for ', period_words(s.first, s.last), '; ', theirs.who, ' says ', theirs.figure,
        case when is_refuted then '' when is_far then ', so far off that it is hardly the same thing' else ' too' end,
        case when not is_refuted and refuting > 0 then concat(', but ', against.who, ' ', against.figure) else '' end,
        case
            when confirming > 0 and refuting > 0
                then concat('; ', confirming + 1, ' independent sources against ', refuting)
            when confirming + refuting > 1 then concat('; ', confirming + refuting + 1, ' independent sources in all')
            else ''
        end
    ) as words,
    s.low as claimed_low, s.high as claimed_high, o.low as implied_low, o.high as implied_high
from found_sources f
join statements s using (place)
join statements o on o.place = f.other
join sayings mine on mine.place = f.place
join sayings theirs on theirs.place = f.other
left join sayings against on against.place = f.refuted_by
"""
