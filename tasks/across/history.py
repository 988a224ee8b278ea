"""History: is the figure that an article compares with what was printed before?

``history`` looks back: an article's comparison, stated or implied by value and change, against what earlier stories
reported for that period. ``hindsight`` looks ahead: a reported figure against what later stories took it for.
"""

from __future__ import annotations

# Looking ahead is looking back with time reversed: places are negative then. Only what every other story contradicts is
# refuted; a comparison that may be a profit or a loss says nothing.
FOUND = """
create temp table found_history as
with
seen as (
    select 'history' as looks, role = 'prior' as asks, place, place_first as start, * exclude (place) from statements
    union all by name
    select 'hindsight' as looks, role = 'value' as asks, -place as place, -place_last as start, * exclude (place)
    from statements
),
voices as (
    select looks, topic, low, high, loose_low, loose_high, is_clear,
           min(struct_pack(place, story), 3) as voices
    from seen
    where not asks and is_voice and published_at is not null
    group by all
),
met as (
    select
        s.*,
        first_other(v.voices, s.story) as other,
        overlap(s.loose_low, s.loose_high, v.loose_low, v.loose_high) as agrees,
        not agrees and not far(s.low, s.high, v.low, v.high) as differs
    from seen s
    join voices v using (looks, topic)
    where s.asks and s.published_at is not null and (agrees or v.is_clear)
)
select
    looks, abs(place) as place,
    min(other) filter (agrees) as confirmed_by,
    min(other) filter (differs) as refuted_by,
    abs(coalesce(confirmed_by, refuted_by, min(other))) as other
from met
where other < start
group by looks, place, is_clear
having confirmed_by is not null or is_clear
"""

NAMED = "select place from found_history union all select other from found_history"

VERDICTS = """
with told as (
    select
        s.*, f.looks, o.low as other_low, o.high as other_high,
        confirmed_by is null and refuted_by is not null as is_refuted,
        confirmed_by is null and refuted_by is null as is_far,
        confirmed_by is not null and (both_signs(s.low, s.high) or both_signs(o.low, o.high)) as is_wide,
        period_words(s.first, s.last) as period,
        case looks
            when 'history' then concat('for ', period, ' ', mine.comparison, '; ', theirs.who, ' said ', theirs.figure)
            else concat('says ', mine.figure, ' for ', period, '; ', theirs.who, ' ', theirs.comparison)
        end as compared
    from found_history f
    join statements s using (place)
    join statements o on o.place = f.other
    join sayings mine on mine.place = f.place
    join sayings theirs on theirs.place = f.other
)
select
    reading_id, fact_id, looks as "check",
    case
        when is_refuted then 'inconsistent'
        when is_wide or is_far then 'uninformative'
        else 'consistent'
    end as outcome,
    compared || case
        when is_refuted then ': it was restated, or one of the two is wrong'
        when is_wide then ', which is too wide to tell'
        when is_far then ', so far off that it is hardly the same thing'
        else ''
    end as words,
    low as claimed_low, high as claimed_high, other_low as implied_low, other_high as implied_high
from told
"""
