"""Decisions of people: applied to the tables with each publication, never to the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml

from expectations import validate
from kennzahl.checking import check
from kennzahl.corrections import Correction, corrections_of
from kennzahl.facts import Article, Company, Issue, Period, Reading, Span, Verdict
from kennzahl.reading import read
from kennzahl.schema import LEDGER
from tasks.arrow import from_rows
from tasks.decisions import decide
from tasks.ledger import Ledger
from tasks.marts import Publication, publish
from tasks.paths import DataPaths
from tasks.query import connect
from tasks.rows import rows_of
from tests.tasks.handmade import META, Q3_2023, attempt, revenue_reading

Row = dict[str, Any]

OTHER_STORY = "Mehr Kunden und höhere Preise halfen dem Konzern im Sommer, sagt der Vorstand in Walldorf.\n\n"
REFUTED = (Verdict(0, "growth", "inconsistent", "8.5 after 7.8 allows 8 to 10 %; the article says 12 %"),)
QUOTE = "SAP setzt 8,5 Milliarden Euro um, ein Plus von 9 Prozent."
SIGNED = {"reason": "the press release says so", "author": "A. Muster", "date": date(2025, 1, 30)}
WORDS = "the press release says so (A. Muster, 2025-01-30)"


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return DataPaths(tmp_path / "data").create()


def add(paths: DataPaths, *readings: Reading, first: int = 0) -> None:
    attempts = [attempt(str(number), reading) for number, reading in enumerate(readings, first)]
    Ledger(paths.ledger).append(attempts, run_id="run", engine_version="1")


def ask(paths: DataPaths, sql: str) -> list[Row]:
    with connect(paths) as curated:
        found: list[Row] = curated.sql(sql).to_arrow_table().to_pylist()
    return found


def fact_id(paths: DataPaths, where: str = "true") -> str:
    publish(paths, "before", lambda _: [])
    [row] = ask(paths, f"select fact_id from kpi_facts where {where}")  # noqa: S608
    return str(row["fact_id"])


def decided(paths: DataPaths, *entries: Row) -> Publication:
    """Publish with these entries."""
    paths.corrections.write_text(yaml.safe_dump([{**SIGNED, **entry} for entry in entries]), encoding="utf-8")
    return publish(paths, "after", lambda _: [])


def entries(*said: Row) -> tuple[Correction, ...]:
    """Entries as they are read from a file."""
    text = yaml.safe_dump([{**SIGNED, **entry} for entry in said])
    return corrections_of(yaml.load(text, Loader=yaml.CBaseLoader), "corrections.yaml")  # noqa: S506


def ledger_of(*readings: Reading) -> dict[str, pa.Table]:
    """What the ledger holds of some readings, without a ledger."""
    rows: dict[str, list[Row]] = {"articles": [], "facts": [], "verdicts": [], "issues": []}
    for number, reading in enumerate(readings):
        said = rows_of(reading)
        for name, those in rows.items():
            new = [said.article] if name == "articles" else getattr(said, name)
            those += [row | {"reading_id": str(number), "recorded_at": datetime(2025, 1, 1, tzinfo=UTC)} for row in new]
    return {name: from_rows(those, LEDGER[name]) for name, those in rows.items()}


def facts(paths: DataPaths) -> list[Row]:
    return ask(paths, "from kpi_facts")


def test_a_wrong_fact_is_set_aside_and_listed(paths: DataPaths) -> None:
    add(paths, revenue_reading(verdicts=REFUTED), revenue_reading("9,1", None, company=META))
    wrong = fact_id(paths, "company = 'SAP'")
    decided(paths, {"kind": "set_aside", "id": wrong, "expect": {"quote": QUOTE}})
    assert [row["company"] for row in facts(paths)] == ["Meta"]
    assert [row["company"] for row in ask(paths, "from kpi_series")] == ["Meta"]
    [issue] = ask(paths, "from issues")
    assert (issue["kind"], issue["reason"], issue["printed"]) == ("set_aside", "fact_set_aside", "8,5 Milliarden Euro")
    assert issue["words"] == f"8,5 Milliarden Euro was set aside by hand: {WORDS}."
    assert issue["sentence"] == QUOTE and issue["doc_id"] == "sap" and issue["capture_id"]
    counts = ask(paths, "select fact_count, set_aside_count from articles order by title")
    assert [(row["fact_count"], row["set_aside_count"]) for row in counts] == [(1, 0), (0, 1)]


def test_an_unread_figure_is_set_aside(paths: DataPaths) -> None:
    reading = revenue_reading()
    unread = Issue("unread", "unread", "9 was not understood.", Span(3, 4), Span(0, 9), "9")
    add(paths, Reading(reading.article, reading.facts, (), (unread,), figures=3))
    publish(paths, "before", lambda _: [])
    [row] = ask(paths, "select issue_id from issues")
    decided(paths, {"kind": "set_aside", "id": row["issue_id"], "expect": {"printed": "9"}})
    [issue] = ask(paths, "select kind, reason, words from issues")
    assert issue == {
        "kind": "set_aside",
        "reason": "figure_set_aside",
        "words": f"9 is no figure of a company, by hand: {WORDS}.",
    }
    assert ask(paths, "select unread_count, set_aside_count, fact_count from articles") == [
        {"unread_count": 0, "set_aside_count": 1, "fact_count": 1}
    ]


CORRECTIONS = [
    ({"value": "5.2e9"}, {"value": Decimal(5_200_000_000), "value_low": Decimal(5_150_000_000), "value_double": 5.2e9}),
    (
        {"value": "5200000000"},
        {"value_high": Decimal("5200000000.5"), "value_step": 1.0, "value_printed": "5200000000"},
    ),
    ({"unit": "USD"}, {"unit": "USD", "currency": "USD", "value": Decimal(8_500_000_000)}),
    ({"change_pct": "-9"}, {"change_pct": -9.0, "change_pct_low": -9.5, "change_pct_hedge": "="}),
    ({"change_pct": "null", "basis": "null"}, {"change_pct": None, "change_pct_printed": None, "basis": None}),
    ({"prior_value": "7.8e9"}, {"prior_value": Decimal(7_800_000_000), "prior_unit": "EUR"}),
    ({"change_abs": "7e8"}, {"change_abs": Decimal(700_000_000), "change_abs_unit": "EUR"}),
    ({"metric": "order_intake"}, {"metric": "order_intake"}),
    ({"segment": "Cloud", "adjusted": "true"}, {"segment": "Cloud", "adjusted": True}),
    ({"kind": "guidance"}, {"kind": "guidance"}),
    ({"company": "Siemens"}, {"company": "Siemens", "company_slug": "siemens", "isin": "DE0007236101"}),
    ({"company": "Muster AG"}, {"company": "Muster AG", "company_slug": "muster-ag", "isin": None, "country": None}),
    (
        {"period_label": "2024-Q2"},
        {"period_label": "2024-Q2", "period_start": date(2024, 4, 1), "period_end": date(2024, 6, 30)},
    ),
    ({"period_label": "null"}, {"period_label": None, "period_start": None, "period_end": None}),
    (
        {"company": "Siemens", "period_label": "2024-Q2"},
        {"period_label": "2024-Q2", "period_start": date(2024, 1, 1), "period_how": "stated"},
    ),
    (
        {"period_start": "2024-02-01", "period_end": "2024-04-30"},
        {"period_label": "2024-Q3", "period_start": date(2024, 2, 1), "period_end": date(2024, 4, 30)},
    ),
]


@pytest.mark.parametrize(("change", "columns"), CORRECTIONS, ids=[" ".join(case[0]) for case in CORRECTIONS])
def test_an_attribute_is_corrected_with_all_that_follows_from_it(change: dict[str, str], columns: Row) -> None:
    tables = ledger_of(revenue_reading())
    [before] = tables["facts"].to_pylist()
    entry = {"kind": "correct", "id": before["fact_id"], "set": change, "expect": {"value": "8.5e9"}}
    after = decide(**tables, corrections=entries(entry))
    [fact] = after.facts.to_pylist()
    assert {name: fact[name] for name in columns} == columns
    assert fact["quote"] == QUOTE and fact["fact_id"] == before["fact_id"], "what the article says stays"
    assert fact["correction"].endswith(f": {WORDS}")
    assert not after.idle


def test_a_fact_says_what_was_corrected_and_why() -> None:
    tables = ledger_of(revenue_reading())
    [before] = tables["facts"].to_pylist()
    change = {"segment": "Cloud", "value": "5.2e9"}
    entry = {"kind": "correct", "id": before["fact_id"], "set": change, "expect": {"quote": QUOTE}}
    [fact] = decide(**tables, corrections=entries(entry)).facts.to_pylist()
    instead = "segment Cloud instead of none, value 5200000000 instead of 8500000000"
    assert fact["correction"] == f"{instead}: {WORDS}"


NETFLIX = (
    "Netflix grows\n\nSecond-quarter revenue rose 16% to $11.08 million from $9.56 billion a year ago, Netflix said. "
    "Net profit of Netflix came to $3.13 billion, versus $2.15 billion in the same period of 2024."
)
JUDGED = [
    (
        "as printed",
        {},
        {
            ("revenue", "growth", "inconsistent"),
            ("revenue", "magnitude", "inconsistent"),
            ("net_income", "magnitude", "inconsistent"),
        },
    ),
    ("the right figure", {"value": "11.08e9"}, {("revenue", "growth", "consistent")}),
    (
        "another metric",
        {"metric": "total_assets"},
        {("total_assets", "growth", "inconsistent"), ("total_assets", "magnitude", "inconsistent")},
    ),
    (
        "without a change",
        {"change_pct": "null"},
        {("revenue", "magnitude", "inconsistent"), ("net_income", "magnitude", "inconsistent")},
    ),
]


@pytest.mark.parametrize(("change", "judged"), [case[1:] for case in JUDGED], ids=[case[0] for case in JUDGED])
def test_an_article_is_judged_again_with_what_was_corrected(change: dict[str, str], judged: set[Any]) -> None:
    published = datetime(2025, 7, 17, 20, 15, tzinfo=UTC)
    reading = read(Article("netflix", NETFLIX, len("Netflix grows"), "en", published_at=published))
    tables = ledger_of(replace(reading, verdicts=check(reading)))
    revenue = next(row["fact_id"] for row in tables["facts"].to_pylist() if row["metric"] == "revenue")
    entry = {"kind": "correct", "id": revenue, "set": change, "expect": {"value": "11080000"}}
    after = decide(**tables, corrections=entries(entry) if change else ())
    metrics = {row["fact_id"]: row["metric"] for row in after.facts.to_pylist()}
    said = {(metrics[row["fact_id"]], row["check"], row["outcome"]) for row in after.verdicts.to_pylist()}
    assert said == judged


def test_an_article_is_judged_again_without_what_was_set_aside() -> None:
    published = datetime(2025, 7, 17, 20, 15, tzinfo=UTC)
    reading = read(Article("netflix", NETFLIX, len("Netflix grows"), "en", published_at=published))
    tables = ledger_of(replace(reading, verdicts=check(reading)))
    revenue = next(row["fact_id"] for row in tables["facts"].to_pylist() if row["metric"] == "revenue")
    entry = {"kind": "set_aside", "id": revenue, "expect": {"metric": "revenue"}}
    assert decide(**tables, corrections=entries(entry)).verdicts.num_rows == 0


def test_verdicts_on_what_was_corrected_are_void_where_today_it_would_be_read_otherwise() -> None:
    tables = ledger_of(revenue_reading(verdicts=REFUTED), revenue_reading("9,1", company=META))
    entry = {
        "kind": "correct",
        "id": tables["facts"]["fact_id"][0].as_py(),
        "set": {"value": "5.2e9"},
        "expect": {"quote": QUOTE},
    }
    after = decide(**tables, corrections=entries(entry))
    assert after.verdicts["reading_id"].to_pylist() == ["1"]


def test_checks_across_articles_and_series_see_the_corrected_figure(paths: DataPaths) -> None:
    add(paths, revenue_reading("85"), revenue_reading("8,5", before=OTHER_STORY))
    slip = fact_id(paths, "value > 1e10")
    decided(paths, {"kind": "correct", "id": slip, "set": {"value": "8.5e9"}, "expect": {"value": "8.5e10"}})
    checks = ask(paths, "select outcome from kpi_checks where \"check\" = 'sources'")
    assert checks == [{"outcome": "consistent"}] * 2
    assert ask(paths, "select value, source_count, is_conflict from kpi_series") == [
        {"value": Decimal(8_500_000_000), "source_count": 2, "is_conflict": False}
    ]


def test_a_printed_error_is_accepted(paths: DataPaths) -> None:
    add(paths, revenue_reading(verdicts=REFUTED), revenue_reading("8,45", before=OTHER_STORY, verdicts=()))
    slip = fact_id(paths, "verdict = 'inconsistent'")
    decided(paths, {"kind": "accept", "id": slip, "expect": {"verdict": "inconsistent", "quote": QUOTE}})
    [fact] = ask(paths, f"from kpi_facts where fact_id = '{slip}'")
    assert (fact["verdict"], fact["verdict_words"]) == ("accepted", REFUTED[0].words)
    assert fact["correction"] == f"accepted: {WORDS}"
    assert ask(paths, "from kpi_checks where outcome = 'inconsistent'"), "the arithmetic stays"
    assert ask(paths, "select value from kpi_series") == [{"value": Decimal(8_450_000_000)}], "and it is no best figure"


def test_two_names_of_one_company_are_merged(paths: DataPaths) -> None:
    other = Company("sap-group", "SAP Group")
    add(paths, revenue_reading("8,5"), revenue_reading("8,5", company=other, before=OTHER_STORY))
    merge = {"kind": "merge", "company": "sap-group", "into": "sap", "expect": {"company": "SAP Group"}}
    decided(paths, merge)
    assert {(row["company"], row["company_slug"], row["isin"]) for row in facts(paths)} == {
        ("SAP", "sap", "DE0007164600")
    }
    assert [row["company"] for row in ask(paths, "from companies")] == ["SAP"]
    assert [row["source_count"] for row in ask(paths, "from kpi_series")] == [2]
    assert {row["correction"] for row in facts(paths)} == {None, f"company sap instead of sap-group: {WORDS}"}


def test_a_chain_of_names_ends_at_the_last() -> None:
    a, b = Company("muster-a", "Muster A"), Company("muster-b", "Muster B")
    tables = ledger_of(revenue_reading("8,5", company=a), revenue_reading("9,1", company=b))
    chain = entries(
        {"kind": "merge", "company": "muster-a", "into": "muster-b", "expect": {"company": "Muster A"}},
        {"kind": "merge", "company": "muster-b", "into": "sap", "expect": {"company": "Muster B"}},
    )
    assert decide(**tables, corrections=chain).facts["company_slug"].to_pylist() == ["sap", "sap"]


def test_the_end_of_a_fiscal_year_is_pinned() -> None:
    muster = Company("muster", "Muster")
    tables = ledger_of(revenue_reading(company=muster, period=Period("2023/24-Q3")))
    pin = {"kind": "fiscal_year", "company": "muster", "year_end": 9, "expect": {"year_end": None}}
    [fact] = decide(**tables, corrections=entries(pin)).facts.to_pylist()
    days = (fact["period_start"], fact["period_end"])
    assert (fact["period_label"], *days) == ("2023/24-Q3", date(2024, 4, 1), date(2024, 6, 30))
    assert fact["correction"] == f"fiscal year ends in month 9: {WORDS}"


OUTDATED = [
    {"kind": "set_aside", "id": "FACT", "expect": {"quote": "SAP setzt 8,6 Milliarden Euro um."}},
    {"kind": "correct", "id": "FACT", "set": {"value": "5.2e9"}, "expect": {"value": "9.9e9"}},
    {"kind": "accept", "id": "gone", "expect": {"quote": QUOTE}},
    {"kind": "fiscal_year", "company": "siemens", "year_end": 6, "expect": {"year_end": 12}},
    {"kind": "merge", "company": "sap", "into": "meta", "expect": {"company": "SAP Group"}},
    {"kind": "merge", "company": "sap", "into": "nobody-knows-it", "expect": {"company": "SAP"}},
]


@pytest.mark.parametrize("entry", OUTDATED, ids=[f"{e['kind']} {min(e['expect'])}" for e in OUTDATED])
def test_a_decision_whose_source_says_something_else_is_not_applied(entry: Row) -> None:
    tables = ledger_of(revenue_reading())
    known = {"id": tables["facts"]["fact_id"][0].as_py()} if entry.get("id") == "FACT" else {}
    after = decide(**tables, corrections=entries({**entry, **known}))
    assert [one.place for one in after.idle] == ["corrections.yaml: entry 1"]
    assert after.facts.drop_columns("correction").to_pylist() == tables["facts"].to_pylist()


@pytest.mark.parametrize("entry", [{"id": "gone", "expect": {"quote": QUOTE}}, {"expect": {"verdict": "inconsistent"}}])
def test_a_decision_that_has_lost_its_object_is_an_issue(paths: DataPaths, entry: Row) -> None:
    add(paths, revenue_reading())
    decided(paths, {"kind": "accept", "id": fact_id(paths), **entry})
    [issue] = ask(paths, "from issues")
    assert (issue["kind"], issue["reason"]) == ("note", "correction_idle")
    assert issue["doc_id"] == f"{paths.corrections.name}: entry 1"
    assert f"{paths.corrections.name}: entry 1: accept" in issue["words"]
    assert "renew or remove the entry" in issue["words"]
    assert facts(paths)[0]["verdict"] == "consistent"


def test_such_an_issue_keeps_its_id_where_the_entry_moves(paths: DataPaths) -> None:
    add(paths, revenue_reading())
    lost = {"kind": "accept", "id": "gone", "expect": {"quote": QUOTE}}
    decided(paths, lost)
    [issue] = ask(paths, "from issues")
    decided(paths, {"kind": "accept", "id": fact_id(paths), "expect": {"quote": QUOTE}}, lost)
    [moved] = ask(paths, "from issues")
    assert (moved["issue_id"], moved["doc_id"]) == (issue["issue_id"], f"{paths.corrections.name}: entry 2")


def test_a_merge_into_nobody_says_whom_it_misses(paths: DataPaths) -> None:
    add(paths, revenue_reading())
    decided(paths, {"kind": "merge", "company": "sap", "into": "nobody", "expect": {"company": "SAP"}})
    [issue] = ask(paths, "from issues")
    assert "merge sap found nothing as it expects it (company SAP, into nobody)" in issue["words"]


def test_a_company_that_is_not_in_the_news_leaves_its_merge_alone() -> None:
    entry = {"kind": "merge", "company": "meta-platforms", "into": "meta", "expect": {"company": "x"}}
    assert not decide(**ledger_of(revenue_reading()), corrections=entries(entry)).idle


def test_the_same_statement_in_a_new_text_of_the_article_stays_corrected(paths: DataPaths) -> None:
    url = "https://news.example/sap"
    add(paths, revenue_reading(url=url))
    [lineage] = {row["lineage_id"] for row in facts(paths)} if fact_id(paths) else set()
    add(paths, revenue_reading(url=url, before="Neu: mit Stimmen.\n\n"), first=1)
    decided(paths, {"kind": "correct", "id": lineage, "set": {"value": "5.2e9"}, "expect": {"quote": QUOTE}})
    assert [row["value"] for row in facts(paths)] == [Decimal(5_200_000_000)]
    assert not ask(paths, "from issues")


def test_a_figure_of_a_former_text_is_lost(paths: DataPaths) -> None:
    unread = Issue("unread", "unread", "9 was not understood.", Span(3, 4), Span(0, 9), "9")
    former = revenue_reading(url="https://news.example/sap")
    add(paths, Reading(former.article, former.facts, (), (unread,), figures=3))
    publish(paths, "before", lambda _: [])
    [row] = ask(paths, "select issue_id from issues")
    add(paths, revenue_reading(url="https://news.example/sap", before="Neu: mit Stimmen.\n\n"), first=1)
    decided(paths, {"kind": "set_aside", "id": row["issue_id"], "expect": {"printed": "9"}})
    assert ask(paths, "select reason, doc_id from issues") == [
        {"reason": "correction_idle", "doc_id": "corrections.yaml: entry 1"}
    ]


def test_decisions_alone_are_a_reason_to_publish_and_can_be_taken_back(paths: DataPaths) -> None:
    add(paths, revenue_reading(verdicts=REFUTED))
    slip = fact_id(paths)
    entry = {"kind": "accept", "id": slip, "expect": {"quote": QUOTE}}
    assert decided(paths, entry).is_new and not decided(paths, entry).is_new
    assert facts(paths)[0]["verdict"] == "accepted"
    paths.corrections.unlink()
    assert publish(paths, "without", lambda _: []).is_new
    assert (facts(paths)[0]["verdict"], facts(paths)[0]["correction"]) == ("inconsistent", None)


def test_a_wrong_file_publishes_nothing(paths: DataPaths) -> None:
    add(paths, revenue_reading())
    fact_id(paths)
    paths.corrections.write_text("- kind: accept\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"corrections\.yaml: entry 1: id is missing"):
        publish(paths, "after", lambda _: [])
    assert {row["publication_id"] for row in facts(paths)} == {"before"}


def test_corrected_tables_pass_every_expectation(paths: DataPaths) -> None:
    before = {"period": Q3_2023, "published_at": datetime(2023, 11, 1, tzinfo=UTC)}
    muster = Company("muster", "Muster")
    readings = [revenue_reading("7,8", None, **before), revenue_reading(verdicts=REFUTED), revenue_reading("8,6", "10")]
    add(paths, *readings, revenue_reading("9,1", None, company=META), revenue_reading("1,1", None, company=muster))
    publish(paths, "before", lambda _: [])
    ids = {row["value_printed"]: row["fact_id"] for row in facts(paths)}
    signed = [{**SIGNED, "kind": "accept", "id": ids["8,5 Milliarden Euro"], "expect": {"verdict": "inconsistent"}}]
    signed += [{**SIGNED, "kind": "set_aside", "id": ids["9,1 Milliarden Euro"], "expect": {"company": "Meta"}}]
    three = {"value": "8.7e9", "prior_value": "7.9e9", "change_pct": "50"}
    signed += [{**SIGNED, "kind": "correct", "id": ids["8,6 Milliarden Euro"], "set": three, "expect": {"unit": "EUR"}}]
    signed += [{**SIGNED, "kind": "correct", "id": "gone", "set": three, "expect": {"unit": "EUR"}}]
    signed += [{**SIGNED, "kind": "merge", "company": "muster", "into": "meta", "expect": {"company": "Muster"}}]
    signed += [{**SIGNED, "kind": "fiscal_year", "company": "meta", "year_end": 9, "expect": {"year_end": 12}}]
    paths.corrections.write_text(yaml.safe_dump(signed), encoding="utf-8")
    publish(paths, "after", lambda tables: [result.words for result in validate(tables).critical_failures])
    assert len([row for row in facts(paths) if row["correction"]]) == 3 and len(ask(paths, "from issues")) == 2


def test_the_ledger_is_never_rewritten(paths: DataPaths) -> None:
    add(
        paths,
        revenue_reading(),
        revenue_reading("7,8", None, period=Q3_2023, published_at=datetime(2023, 11, 1, tzinfo=UTC)),
    )
    wrong = fact_id(paths, "value > 8e9")
    files = {path: path.read_bytes() for path in sorted(paths.ledger.rglob("*")) if path.is_file()}
    decided(paths, {"kind": "set_aside", "id": wrong, "expect": {"quote": QUOTE}})
    assert {path: path.read_bytes() for path in sorted(paths.ledger.rglob("*")) if path.is_file()} == files
