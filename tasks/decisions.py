"""Corrections applied: at publication, to the ledger's current view in memory. The ledger itself is never rewritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from kennzahl import ids
from kennzahl.catalog.companies import catalogue
from kennzahl.catalog.reasons import issue
from kennzahl.corrections import Correction, Value, says
from kennzahl.fiscal import FiscalYear, fiscal_years
from tasks.arrow import from_rows
from tasks.corrected import COMPANY, FIGURES, company_columns, corrected, joined
from tasks.fiscal import date_periods
from tasks.rejudging import judged_again
from tasks.rows import Row

_MERGED = f"""
select f.* replace (
    {", ".join(f"case when m.old_slug is null then f.{name} else m.{name} end as {name}" for name in COMPANY)},
    nullif(concat_ws(' · ', f.correction, m.words), '') as correction
)
from facts f
left join merges m on m.old_slug = f.company_slug
"""  # noqa: S608 - declared names


@dataclass
class Decided:
    """What the ledger says once the decisions are applied.

    All are tables in the ledger's columns; ``facts`` have one more, ``correction``, which says what was decided.
    ``accepted`` are the facts of which nothing is to be done, with the entry; ``idle`` the entries that found nothing
    as they expected it.
    """

    facts: pa.Table
    verdicts: pa.Table
    issues: pa.Table
    accepted: dict[str, Correction] = field(default_factory=dict)
    idle: list[Correction] = field(default_factory=list)

    @property
    def accepted_facts(self) -> pa.Table:
        """The keys of ``accepted``: one column ``fact_id``."""
        return pa.table({"fact_id": pa.array([*self.accepted], pa.string())})


def decide(
    articles: pa.Table, facts: pa.Table, verdicts: pa.Table, issues: pa.Table, corrections: Sequence[Correction]
) -> Decided:
    """Apply all decisions to tables of the ledger's current view: on single facts first, then on companies.

    Also without any, periods get the days of fiscal years (``tasks.fiscal``).
    """
    decided = Decided(facts.append_column("correction", pa.nulls(len(facts), pa.string())), verdicts, issues)
    if single := [one for one in corrections if one.kind in ("set_aside", "correct", "accept")]:
        _decide_facts(decided, articles, single)
    if merges := [one for one in corrections if one.kind == "merge"]:
        _merge(decided, merges)
    _date(decided, [one for one in corrections if one.kind == "fiscal_year"])
    return decided


def notes(decided: Decided, kpi_facts: pa.Table) -> pa.Table:
    """The entries that have lost their object, as rows of the mart ``issues``. ``kpi_facts`` tells of verdicts."""
    wanted = pc.is_in(kpi_facts["fact_id"], pa.array([*decided.accepted], pa.string()))
    lost = list(decided.idle)
    for row in kpi_facts.filter(wanted).select(["fact_id", "verdict"]).to_pylist():
        one = decided.accepted[row["fact_id"]]
        verdict = "inconsistent" if row["verdict"] == "accepted" else row["verdict"]
        if "verdict" in one.expect and not says(verdict, one.expect["verdict"]):
            lost.append(one)
    rows = {row["issue_id"]: row for row in map(_note, lost)}
    return from_rows([*rows.values()], "issues").drop_columns("publication_id")


def _note(one: Correction) -> Row:
    wanted = (
        {**one.expect, "into": one.into} if one.into else one.expect
    )  # a merge needs the company that stays as well
    expected = ", ".join(f"{column} {value or 'null'}" for column, value in wanted.items())
    place = Path(one.place).name  # a published table names no folder of the machine that wrote it
    raised = issue("correction_idle", name=place, what=f"{one.kind} {one.subject}", expected=expected)
    return {
        "issue_id": ids.issue_id(ids.key(one.kind, one.subject, one.signed), raised),  # entries move, these stay
        "kind": raised.kind,
        "reason": raised.reason,
        "words": raised.words,
        "doc_id": place,
        "capture_id": ids.key("correction", place),
        "recorded_at": _moment(one),
    }


def _moment(one: Correction) -> datetime:
    return datetime.combine(one.date, time(), UTC)


def _decide_facts(decided: Decided, articles: pa.Table, corrections: Sequence[Correction]) -> None:
    subjects = pa.array({one.subject for one in corrections}, pa.string())
    facts, issues = decided.facts, decided.issues
    meant = pc.or_(pc.is_in(facts["fact_id"], subjects), pc.is_in(facts["lineage_id"], subjects))
    is_latest = pc.is_in(issues["reading_id"], pc.unique(articles["reading_id"]))  # not what a former text said
    of_figures = pc.and_(pc.is_in(issues["issue_id"], subjects), is_latest)
    as_read: list[Row] = facts.filter(meant).to_pylist()
    listed: list[Row] = issues.filter(of_figures).to_pylist()
    now = {row["fact_id"]: row for row in as_read}
    by_subject: defaultdict[str, list[Row]] = defaultdict(list)
    for row in as_read:
        for subject in {row["fact_id"], row["lineage_id"]}:
            by_subject[subject].append(row)
    places = {row["issue_id"]: at for at, row in enumerate(listed)}
    aside: list[Row] = []
    changes: dict[str, dict[str, Value]] = {}
    for one in corrections:
        found = [row for row in by_subject.get(one.subject, ()) if _meets(row, one)]
        at = places.get(one.subject) if one.kind == "set_aside" else None
        if at is not None and not _meets(listed[at], one):
            at = None
        if at is not None:
            listed[at] = listed[at] | _reason("figure_set_aside", listed[at]["printed"], one)
        for fact_id in (row["fact_id"] for row in found if row["fact_id"] in now):
            if one.kind == "set_aside":
                aside.append(_set_aside(now.pop(fact_id), one))
            elif one.kind == "accept":
                decided.accepted[fact_id] = one
                words = joined(now[fact_id]["correction"], f"accepted: {one.signed}")
                now[fact_id] = now[fact_id] | {"correction": words}
            else:
                now[fact_id] = corrected(now[fact_id], one)
                changes.setdefault(fact_id, {}).update(one.change)
        if not found and at is None:
            decided.idle.append(one)
    decided.facts = _replaced(facts, meant, list(now.values()))
    decided.issues = _replaced(issues, of_figures, [*listed, *aside])
    gone = {row["fact_id"] for row in as_read} - now.keys()
    decided.verdicts = _judged(decided.verdicts, articles, facts, decided.facts, changes, gone)


def _meets(row: Row, one: Correction) -> bool:
    """Does the source still say what the entry expects? A verdict is known later only (``notes``)."""
    return all(says(row.get(column), value) for column, value in one.expect.items() if column != "verdict")


def _replaced(table: pa.Table, meant: pa.ChunkedArray, rows: list[Row]) -> pa.Table:
    """The table with ``rows`` in place of those that are meant."""
    schema = pa.schema([column.with_nullable(True) for column in table.schema])
    return pa.concat_tables([table.filter(pc.invert(meant)).cast(schema), pa.Table.from_pylist(rows, schema)])


def _judged(
    verdicts: pa.Table,
    articles: pa.Table,
    before: pa.Table,
    after: pa.Table,
    changes: Mapping[str, Mapping[str, Value]],
    gone: Set[str],
) -> pa.Table:
    """The verdicts within articles on facts as they are now: those of an article of which a fact was corrected or set
    aside are given anew, and where that cannot be, those on the fact itself are void."""
    of_whom = pa.array({*changes, *gone}, pa.string())
    readings = pc.unique(before.filter(pc.is_in(before["fact_id"], of_whom))["reading_id"])
    before, after = (table.filter(pc.is_in(table["reading_id"], readings)) for table in (before, after))
    again: list[Row] = []
    done: list[str] = []
    for article in articles.filter(pc.is_in(articles["reading_id"], readings)).to_pylist():
        reading = article["reading_id"]
        as_read, now = ({row["fact_id"]: row for row in _of(table, reading)} for table in (before, after))
        given = judged_again(article, as_read, now, changes)
        if given is not None:
            done.append(reading)
            stamp = {"reading_id": reading, "recorded_at": article["recorded_at"]}
            again += [row | stamp for row in given]
    lost = pc.or_(pc.is_in(verdicts["reading_id"], pa.array(done, pa.string())), pc.is_in(verdicts["fact_id"], of_whom))
    return _replaced(verdicts, lost, again)


def _of(facts: pa.Table, reading: str) -> list[Row]:
    rows: list[Row] = facts.filter(pc.equal(facts["reading_id"], reading)).to_pylist()
    return rows


def _set_aside(row: Row, one: Correction) -> Row:
    """The row of ``issues`` that a fact becomes."""
    printed = next((row[f"{name}_printed"] for name in FIGURES if row[f"{name}_printed"]), row["quote"])
    kept = ("reading_id", "article_id", "text_revision", "sentence", "span_start", "span_end")
    return {name: row[name] for name in kept} | {
        "issue_id": ids.key("issue", row["fact_id"], "fact_set_aside"),
        "recorded_at": _moment(one),
        **_reason("fact_set_aside", printed, one),
    }


def _reason(reason: str, printed: str | None, one: Correction) -> Row:
    raised = issue(reason, printed=printed or "The figure", why=one.signed)
    return {"kind": raised.kind, "reason": reason, "words": raised.words, "printed": printed}


def _merge(decided: Decided, merges: Sequence[Correction]) -> None:
    into = {one.subject: one.into or "" for one in merges}
    slugs = pa.array({*into, *into.values()}, pa.string())
    said = decided.facts.filter(pc.is_in(decided.facts["company_slug"], slugs)).select(list(COMPANY))
    named: list[Row] = said.group_by(list(COMPANY)).aggregate([]).to_pylist()
    rows: list[Row] = []
    for one in merges:
        last = into[one.subject]
        while last in into:
            last = into[last]
        mine = [row for row in named if row["company_slug"] == one.subject]
        theirs = sorted((row for row in named if row["company_slug"] == last), key=str)
        target = company_columns(last) if last in catalogue().by_slug else next(iter(theirs), None)
        if mine and (target is None or not any(_meets(row, one) for row in mine)):
            decided.idle.append(one)
        elif mine and target is not None:
            words = f"company {last} instead of {one.subject}: {one.signed}"
            rows.append({**target, "old_slug": one.subject, "words": words})
    columns = pa.schema([(name, pa.string()) for name in ("old_slug", "words", *COMPANY)])
    with duckdb.connect() as connection:
        connection.register("facts", decided.facts)
        connection.register("merges", pa.Table.from_pylist(rows, columns))
        decided.facts = connection.sql(_MERGED).to_arrow_table()


def _date(decided: Decided, pins: Sequence[Correction]) -> None:
    years = dict(fiscal_years())
    words: dict[str, str] = {}
    for one in pins:
        known = fiscal_years().get(one.subject)
        if one.year_end is None or not says(known.end if known else None, one.expect["year_end"]):
            decided.idle.append(one)
            continue
        years[one.subject] = FiscalYear(one.year_end, known.by_start if known else False)
        words[one.subject] = f"fiscal year ends in month {one.year_end}: {one.signed}"
    decided.facts = date_periods(decided.facts, years, words)
