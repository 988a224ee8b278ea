"""The curated tables as one star, built from the ledger's current view in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from kennzahl.corrections import Correction
from kennzahl.schema import MARTS
from tasks import across, dimensions
from tasks.arrow import conform
from tasks.clusters import clusters
from tasks.current import Current
from tasks.decisions import decide, notes
from tasks.series import series

# Of an article with several texts the one that was fetched last; of one fetch that was read twice, the later reading.
_LATEST = """
from read_articles
qualify row_number() over (
    partition by article_id order by fetched_at desc nulls last, recorded_at desc, text_revision
) = 1
"""

# Decisions are about what an article says now, not about its former texts.
_FACTS = "from all_facts semi join latest using (reading_id)"

_ARTICLES = """
with
figures as (
    select
        reading_id,
        count(*) filter (where reason = 'fact_set_aside') as no_fact_count,
        count(*) filter (where kind = 'set_aside') as set_aside_count,
        count(*) filter (where kind = 'unread') as unread_count
    from read_issues
    group by reading_id
)
select
    a.* replace (a.fact_count - coalesce(f.no_fact_count, 0) as fact_count),
    c.cluster_id, c.is_canonical, c.cluster_size,
    length(a.text) as text_length,
    coalesce(f.set_aside_count, 0) as set_aside_count,
    coalesce(f.unread_count, 0) as unread_count,
    coalesce(f.unread_count, 0) / nullif(a.figure_count, 0) as unread_share
from latest a
join clusters c using (article_id)
left join figures f using (reading_id)
order by published_at nulls last, article_id
"""

_KPI_FACTS = """
with
outcomes as (
    select
        reading_id, fact_id,
        case
            when bool_or(outcome = 'inconsistent') then 'inconsistent'
            when bool_or(outcome = 'consistent') then 'consistent'
            else 'uninformative'
        end as verdict
    from verdicts
    group by all
),
joined as (
    select
        o.reading_id, o.fact_id,
        any_value(o.verdict) as verdict,
        string_agg(v.words, ' · ' order by v.check_id) as words
    from outcomes o
    join verdicts v on (v.reading_id, v.fact_id, v.outcome) = (o.reading_id, o.fact_id, o.verdict)
    group by o.reading_id, o.fact_id
)
select
    f.* exclude (published_at, recorded_at),
    m.metric_de, m.metric_en,
    case
        when v.verdict = 'inconsistent' and c.fact_id is not null then 'accepted'
        else coalesce(v.verdict, 'unchecked')
    end as verdict,
    v.words as verdict_words,
    a.doc_id, a.cluster_id, a.is_canonical, a.language, a.url, a.source, a.published_at, a.recorded_at, a.engine_version
from read_facts f
join articles a using (reading_id)
join metrics m using (metric)
left join joined v on (v.reading_id, v.fact_id) = (f.reading_id, f.fact_id)
left join accepted c on c.fact_id = f.fact_id
order by f.company_slug, f.metric, f.period_start nulls last, a.published_at nulls last, f.fact_id
"""

# What each article says of itself, and what the others say of it.
_VERDICTS = "from read_verdicts union all by name from across"

_KPI_CHECKS = """
select v.* from verdicts v semi join articles using (reading_id) order by fact_id, "check", check_id
"""

# An input without an article is known by its capture alone; a decision that has lost its object by its place.
_ISSUES = """
select i.* exclude (article_id, capture_id, recorded_at),
       a.article_id, a.capture_id, a.doc_id, a.url, a.source, a.published_at, i.recorded_at
from read_issues i
join articles a using (reading_id)
union all by name
select i.* exclude (article_id, recorded_at), null as article_id, coalesce(c.name, c.target) as doc_id, null as url,
       null as source, null as published_at, i.recorded_at
from read_issues i
join read_captures c using (reading_id)
union all by name
from notes
order by published_at nulls last, article_id nulls last, span_start nulls first, issue_id
"""

_COMPANIES = """
with
stated as (select f.*, a.published_at as said_at from read_facts f join articles a using (reading_id)),
named as (
    from stated
    qualify row_number() over (
        partition by company_slug order by isin is null, said_at desc nulls last, fact_id
    ) = 1
)
select
    n.*, c.fact_count, c.article_count, c.first_published_at, c.last_published_at
from named n
join (
    select
        company_slug,
        count(*) as fact_count,
        count(distinct article_id) as article_count,
        min(said_at) as first_published_at,
        max(said_at) as last_published_at
    from stated
    group by company_slug
) c using (company_slug)
order by company_slug
"""


def build(
    view: Current, publication_id: str, filings: pa.Table | None = None, corrections: Sequence[Correction] = ()
) -> dict[str, pa.Table]:
    """All curated tables by name, in the order of their declaration, each conforming to its schema.

    ``filings`` is what companies filed, in the columns of the shelf (``tasks.filings.shelf.KEPT``); ``corrections`` are
    applied to what the ledger says before anything is made of it.

    Raises:
        ValueError: a row does not conform.
    """
    made: dict[str, pa.Table] = {}

    def keep(name: str, table: pa.Table) -> pa.Table:
        if "publication_id" in table.column_names:
            table = table.drop_columns("publication_id")
        ids = pa.repeat(pa.scalar(publication_id), len(table))
        made[name] = conform(table.append_column("publication_id", ids), name)
        return made[name]

    with duckdb.connect() as connection:

        def run(sql: str) -> pa.Table:
            return connection.sql(sql).to_arrow_table()

        for name in ("articles", "captures"):
            connection.register(f"read_{name}", view.table(name))
        latest = run(_LATEST)
        connection.register("latest", latest)
        connection.register("all_facts", view.table("facts"))
        decided = decide(latest, run(_FACTS), view.table("verdicts"), view.table("issues"), corrections)
        for name in ("facts", "verdicts", "issues"):
            connection.register(f"read_{name}", getattr(decided, name))
        connection.register("accepted", decided.accepted_facts)
        connection.register("clusters", clusters(latest))
        connection.register("articles", keep("articles", run(_ARTICLES)))
        used = run("select distinct metric from read_facts")["metric"].to_pylist()
        connection.register("metrics", keep("metrics", dimensions.metrics(used)))
        others_say = across.verdicts(connection, filings)
        connection.register("across", others_say)
        connection.execute(f"create view verdicts as {_VERDICTS}")
        facts = keep("kpi_facts", run(_KPI_FACTS))
        keep("kpi_series", series(facts, others_say))
        keep("kpi_checks", run(_KPI_CHECKS))
        connection.register("notes", notes(decided, facts))
        keep("issues", run(_ISSUES))
        keep("companies", run(_COMPANIES))
    keep("calendar", dimensions.calendar(_ends(made["articles"], facts)))
    return {name: made[name] for name in MARTS}


def _ends(articles: pa.Table, facts: pa.Table) -> list[date | None]:
    """The first and the last day that articles and facts name; None where there is none."""
    columns = (articles["published_at"].cast(pa.date32()), facts["period_start"], facts["period_end"])
    first, last = pa.scalar(dimensions.FIRST_DAY), pa.scalar(dimensions.LAST_DAY)
    sane = [column.filter(pc.and_(pc.greater_equal(column, first), pc.less_equal(column, last))) for column in columns]
    return [pc.min_max(column).as_py()[end] for column in sane for end in ("min", "max")]
