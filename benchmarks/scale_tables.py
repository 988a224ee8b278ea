"""Large synthetic tables: a ledger for the checks across articles, and a publication for the gate.

The ledger: quarterly figures of five metrics of many companies over twelve years, each in two stories. The publication:
a thousand honest facts with their verdicts, many times over.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks import honest
from kennzahl import schema
from kennzahl.checking import check
from tasks.arrow import from_rows
from tasks.rows import Row, rows_of
from tests.checking.printing import reading
from tests.expectations.tables import ROWS, row

METRICS = ("revenue", "ebit", "net_income", "order_intake", "free_cash_flow")
YEARS = 12
STORIES = 2
_PER_COMPANY = len(METRICS) * 4 * YEARS * STORIES

# Of a thousand facts in the unlabelled articles 586 are reported and dated; of these 264 state the figure before, 379 a
# change in percent, 626 compare with the year before.
_SHARES = """
create macro chance(a, b, c, d, e) as hash(a, b, c, d, e) % 1000;
create macro is_dated(a, b, c, d) as chance(a, b, c, d, 1) < 586;
create macro has_prior(a, b, c, d) as chance(a, b, c, d, 2) < 264;
create macro has_change(a, b, c, d) as chance(a, b, c, d, 3) < 379;
create macro is_yearly(a, b, c, d) as chance(a, b, c, d, 4) < 626;
"""

# 1 to 100 billion with growth and seasons of their own; quarters before the first are what it is compared with.
_TRUTH = """
create table truth as
select
    company, metric, quarter,
    1e9 * pow(10, chance(company, metric, 0, 0, 5) / 500)
        * pow(0.9 + chance(company, metric, 0, 0, 6) / 3000, quarter / 4)
        * (0.9 + chance(company, metric, quarter % 4, 0, 7) / 5000) as amount
from range({companies}) c(company), range({metrics}) m(metric), range(-4, {quarters}) q(quarter)
"""

_FIGURE = """
    {point}::{type} as {name},
    ({point} - {step} / 2)::{type} as {name}_low,
    ({point} + {step} / 2)::{type} as {name}_high,
    case when {point} is not null then false end as {name}_is_range,
    case when {point} is not null then {step}::double end as {name}_step,
    format('{{:.{decimals}f}}', {point} / {scale}) || '{words}' as {name}_printed,
    case when {point} is not null then '=' end as {name}_hedge
"""


def _figure(name: str, amount: str, type_: str, step: float, scale: float, decimals: int, words: str) -> str:
    point = f"(round(({amount}) / {step}) * {step})"
    return _FIGURE.format(name=name, point=point, type=type_, step=step, scale=scale, decimals=decimals, words=words)


_VALUE = _figure("value", "amount", "decimal(24, 4)", 1e7, 1e9, 2, " Mrd. Euro")
_BEFORE = "case when has_prior(company, metric, quarter, story) then before end"
_PRIOR = _figure("prior_value", _BEFORE, "decimal(24, 4)", 1e8, 1e9, 1, " Mrd. Euro")
_GROWTH = "case when has_change(company, metric, quarter, story) then 100 * (amount / before - 1) end"
_CHANGE = _figure("change_pct", _GROWTH, "double", 0.1, 1, 1, " Prozent")
_NO_CHANGE_ABS = _figure("change_abs", "null::double", "decimal(24, 4)", 1, 1, 0, "")

_FACTS = f"""
select
    concat_ws('-', company, quarter, story) as reading_id,
    md5(concat_ws('-', company, metric, quarter, story))[:20] as fact_id,
    concat('company-', company) as company_slug,
    {list(METRICS)}[metric + 1] as metric,
    null::varchar as segment,
    false as adjusted,
    case when is_dated(company, metric, quarter, story) then 'actual' else 'guidance' end as kind,
    case when is_yearly(company, metric, quarter, story) then 'yoy' end as basis,
    (date '2012-01-01' + to_months(3 * quarter::int))::date as period_start,
    (date '2012-01-01' + to_months(3 * quarter::int + 3))::date - 1 as period_end,
    'stated' as period_how,
    'EUR' as unit,
    case when has_prior(company, metric, quarter, story) then 'EUR' end as prior_unit,
    {_VALUE}, {_PRIOR}, {_CHANGE}, {_NO_CHANGE_ABS},
    null::varchar as change_abs_unit
from (
    select t.company, t.metric, t.quarter, t.amount, b.amount as before
    from truth t
    join truth b on (b.company, b.metric, b.quarter) = (t.company, t.metric, t.quarter - 4)
), range({STORIES}) s(story)
"""

_ARTICLES = """
select
    reading_id, reading_id as doc_id, 'Blatt' as source, reading_id as cluster_id,
    (any_value(period_end) + 20)::timestamp at time zone 'UTC' + to_seconds(chance(reading_id, 0, 0, 0, 8)::int * 600)
        as published_at
from read_facts
group by reading_id
"""


def write_ledger(folder: Path, facts: int) -> None:
    """Write what the checks across articles take of a ledger of about so many facts, a Parquet file a table."""
    companies = max(1, round(facts / _PER_COMPANY))
    config: dict[str, Any] = {"threads": 2, "temp_directory": str(folder)}
    with duckdb.connect(config=config) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(_SHARES)
        connection.execute(_TRUTH.format(companies=companies, metrics=len(METRICS), quarters=4 * YEARS))
        connection.execute(f"create view read_facts as {_FACTS}")
        refuted = "select reading_id, fact_id, 'inconsistent' as outcome from read_facts where hash(fact_id) % 100 = 0"
        for name, query in {"read_facts": "from read_facts", "articles": _ARTICLES, "read_verdicts": refuted}.items():
            connection.execute(f"copy ({query}) to '{folder}/{name}.parquet'")


DIFFERENT = 1000
PER_ARTICLE = 10
_KEYS = ("article_id", "fact_id", "check_id", "series_id", "issue_id", "company_slug")


def write_publication(folder: Path, facts: int) -> None:
    """Write the curated tables of about so many facts, ten of them an article, with a series and an issue for each."""
    said = reading(*honest.triples(DIFFERENT))
    rows = rows_of(replace(said, verdicts=check(said)))
    one = {name: listed[0] for name, listed in ROWS.items()}
    year = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    stated = [
        row("kpi_facts", **each | year | {"article_id": f"article{number // PER_ARTICLE}"})
        for number, each in enumerate(_declared("kpi_facts", rows.facts))
    ]
    made = {
        "articles": [
            one["articles"] | {"article_id": f"article{number}", "fact_count": PER_ARTICLE, "figure_count": 50}
            for number in range(DIFFERENT // PER_ARTICLE)
        ],
        "kpi_facts": stated,
        "kpi_checks": [row("kpi_checks", **each) for each in _declared("kpi_checks", rows.verdicts)],
        "kpi_series": [one["kpi_series"] | _named(number, each) for number, each in enumerate(stated)],
        "issues": [one["issues"] | _named(number, each) for number, each in enumerate(stated)],
        "companies": [one["companies"] | {"company_slug": stated[0]["company_slug"]}],
    }
    times = max(1, facts // DIFFERENT)
    metrics = from_rows([one["metrics"] | {"metric": "net_income"}], "metrics")
    pq.write_table(metrics, folder / "metrics.parquet")
    for name, listed in made.items():
        pq.write_table(_repeated(from_rows(listed, name), times), folder / f"{name}.parquet")


def _declared(table: str, rows: list[Row]) -> list[Row]:
    """Only the columns that the curated table has."""
    names = schema.table(table).names
    return [{name: value for name, value in each.items() if name in names} for each in rows]


def _named(number: int, stated: Row) -> Row:
    keys = {name: stated[name] for name in ("article_id", "fact_id", "company_slug", "metric")}
    return {**keys, "series_id": f"series{number}", "issue_id": f"issue{number}"}


def _repeated(table: pa.Table, times: int) -> pa.Table:
    """The rows so many times over, each time with keys of their own."""
    rows = table.take(pa.array(np.tile(np.arange(len(table)), times)))
    copies = pa.array(np.repeat(np.arange(times), len(table)).astype(str))
    for number, field in enumerate(table.schema):
        if field.name in _KEYS:
            rows = rows.set_column(number, field, pc.binary_join_element_wise(rows[field.name], copies, "-"))
    return rows
