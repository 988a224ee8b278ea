"""What waits for a decision of a person, the most valuable first, and the entry of corrections.yaml that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kennzahl.catalog import load_catalog
from kennzahl.catalog.companies import catalogue
from kennzahl.fiscal import fiscal_years
from kennzahl.schema import LEDGER
from tasks import across
from tasks.paths import DataPaths
from tasks.rows import Row

if TYPE_CHECKING:
    import duckdb

# ``weights`` is the catalogue "review": what an item is worth, and why.
_WAITING = """
with
weights as (select unnest([$weights], max_depth := 2)),
stories as (select company_slug, count(distinct cluster_id) as stories from kpi_facts group by all),
disputed as (
    select distinct fact_id from kpi_checks where outcome = 'inconsistent' and list_contains($across, "check")
),
facts as (
    select
        f.fact_id as id,
        case
            when f.verdict = 'inconsistent' then case when d.fact_id is null then 'inconsistent' else 'conflicting' end
            when f.confidence < w.doubt and f.correction is null then 'doubtful'
        end as waits,
        if(list_contains(w.headlines, f.metric), w.headline, 1) * (1 + log2(s.stories)) as reach,
        f.is_canonical, f.company, f.segment, f.metric, f.metric_en, f.period_label, f.kind,
        coalesce(f.value_printed, f.change_pct_printed, f.change_abs_printed) as printed,
        case when f.verdict = 'inconsistent' then f.verdict_words
             else format('the engine is not sure of it: confidence {:.2f}', f.confidence) end as words,
        f.sentence, f.doc_id, f.source, f.url, f.published_at
    from kpi_facts f
    cross join weights w
    join stories s using (company_slug)
    left join disputed d using (fact_id)
),
figures as (
    select
        i.issue_id as id, 'unread' as waits, 1 as reach, a.is_canonical, i.printed, i.words, i.sentence, i.doc_id,
        i.source, i.url, i.published_at
    from issues i
    join articles a using (article_id)
    where i.kind = 'unread'
),
waiting as (from facts where waits is not null union all by name from figures)
select
    v.id, v.waits,
    round(w.worths[list_position(w.waits, v.waits)] * v.reach * if(v.is_canonical, 1, w.copy), 2) as worth,
    v.* exclude (id, waits, reach, is_canonical)
from waiting v
cross join weights w
order by worth desc, published_at desc nulls last, id
"""


def waiting(curated: duckdb.DuckDBPyConnection) -> list[Row]:
    """All that waits, the most valuable first: ``id`` (a fact's or an issue's), why it ``waits`` (other articles
    contradict it, its own does, the engine is doubtful, it is unread), ``worth``, ``words``, and where it stands."""
    known = load_catalog("review")
    weights = {
        "waits": [*known["waits"]],
        "worths": [float(worth) for worth in known["waits"].values()],
        "headline": float(known["headlines"]["factor"]),
        "headlines": known["headlines"]["metrics"],
        "copy": float(known["copy"]),
        "doubt": float(known["doubt"]),
    }
    answer = curated.execute(_WAITING, {"weights": weights, "across": list(across.NAMES)})
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def meant(curated: duckdb.DuckDBPyConnection, beginning: str, *, also_issues: bool) -> tuple[str, Row]:
    """The table (``kpi_facts`` or ``issues``) and row of the figure whose id begins so.

    Raises:
        LookupError: no figure, or more than one; the message says so.
    """
    found: list[tuple[str, Row]] = []
    for table, key in (("kpi_facts", "fact_id"), ("issues", "issue_id"))[: 1 + also_issues]:
        answer = curated.execute(f"from {table} where starts_with({key}, ?) order by {key} limit 2", [beginning])
        names = [column[0] for column in answer.description or ()]
        found += [(table, dict(zip(names, row, strict=True))) for row in answer.fetchall()]
    exact = [one for one in found if beginning in (one[1].get("fact_id"), one[1].get("issue_id"))]
    if not found:
        raise LookupError(f"there is no figure {beginning!r}; `kennzahl review` lists what waits for a decision")
    if len(found) > 1 and not exact:
        raise LookupError(f"several figures begin with {beginning!r}; give more of the id")
    return (exact or found)[0]


def entry_on_figure(
    curated: duckdb.DuckDBPyConnection, paths: DataPaths, kind: str, beginning: str, change: Mapping[str, str]
) -> Row:
    """The entry that sets aside, corrects or accepts a figure, without its signature; it expects what was read.

    Raises:
        LookupError: as above.
    """
    table, row = meant(curated, beginning, also_issues=kind == "set_aside")
    if table == "issues":
        return {
            "kind": kind,
            "id": row["issue_id"],
            "expect": {name: _text(row[name]) for name in ("printed", "reason")},
        }
    [(same,)] = curated.execute("select count(*) from kpi_facts where lineage_id = ?", [row["lineage_id"]]).fetchall()
    expect = {"quote": row["quote"]}
    if kind == "accept" and row["verdict"] == "inconsistent":
        expect["verdict"] = row["verdict"]
    as_read = _as_read(paths, row)
    expect |= {name: _text(as_read[name]) for name in change if name in as_read}
    entry: Row = {"kind": kind, "id": row["lineage_id"] if same == 1 else row["fact_id"]}
    return entry | ({"set": dict(change)} if change else {}) | {"expect": expect}


def entry_on_year(curated: duckdb.DuckDBPyConnection, company: str, month: str) -> Row:
    """The entry that pins the end of a company's fiscal year; it expects what the catalogue says today.

    Raises:
        LookupError: neither the tables nor the catalogue know the company.
    """
    known = fiscal_years().get(_slug(curated, company))
    expect = {"year_end": str(known.end) if known else None}
    return {"kind": "fiscal_year", "company": company, "year_end": month, "expect": expect}


def entry_on_merge(curated: duckdb.DuckDBPyConnection, company: str, into: str) -> Row:
    """The entry that makes one company of two.

    Raises:
        LookupError: the first is not in the tables, or the second neither there nor in the catalogue.
    """
    name = _name(curated, company)
    if name is None:
        raise _unknown(company)
    expect = {"company": name}
    return {"kind": "merge", "company": company, "into": _slug(curated, into), "expect": expect}


def _slug(curated: duckdb.DuckDBPyConnection, company: str) -> str:
    """The slug itself, if there is such a company."""
    if company not in catalogue().by_slug and _name(curated, company) is None:
        raise _unknown(company)
    return company


def _name(curated: duckdb.DuckDBPyConnection, company: str) -> str | None:
    """What the tables call a company; None where they do not know it."""
    named = curated.execute("select company from companies where company_slug = ?", [company]).fetchone()
    return named[0] if named else None


def _unknown(company: str) -> LookupError:
    words = f"there is no company {company!r}; `kennzahl query 'from companies'` lists their company_slug"
    return LookupError(words)


def _as_read(paths: DataPaths, row: Row) -> Row:
    """The fact without corrections, which only the ledger holds; as published where there is no ledger."""
    import pyarrow.dataset as pads

    from tasks.delta import dataset

    this = (pads.field("reading_id") == row["reading_id"]) & (pads.field("fact_id") == row["fact_id"])
    found: list[Row] = dataset(paths.ledger, LEDGER["facts"]).to_table(filter=this).to_pylist()
    return found[0] if found else row


def _text(value: Any) -> str | None:
    """A value as corrections.yaml writes it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)
