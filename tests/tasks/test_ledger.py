"""The ledger: nothing is lost, nothing is there twice, whoever dies or writes at the same time."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from kennzahl.facts import Verdict
from kennzahl.schema import LEDGER
from tasks import delta
from tasks.arrow import from_rows, schema_of
from tasks.gate import Gate
from tasks.ledger import Appended, BatchRefused, LeaseRanOut, Ledger, Run
from tests.tasks.dying import die
from tests.tasks.handmade import META, attempt, batch, key_of, revenue_reading


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


def append(ledger: Ledger, *attempts: object, version: str = "1") -> Appended:
    return ledger.append(list(attempts), run_id="run", engine_version=version)  # type: ignore[arg-type]


def stored(ledger: Ledger, table: str) -> int:
    """Rows on disk, seen or not."""
    return delta.dataset(ledger.root, LEDGER[table]).count_rows()


def seen(ledger: Ledger) -> dict[str, int]:
    return {table: len(ledger.current(table)) for table in LEDGER}


WHOLE = {"captures": 3, "articles": 3, "facts": 3, "verdicts": 3, "issues": 1, "clusters": 0, "runs": 0}


def test_an_empty_ledger_has_all_tables_without_rows(ledger: Ledger) -> None:
    assert seen(ledger) == dict.fromkeys(LEDGER, 0)
    assert ledger.handled() == set() and ledger.view().damage() == []


def test_a_batch_is_seen_once_it_is_committed(ledger: Ledger) -> None:
    assert append(ledger, *batch()) == Appended(captures=3, articles=3, facts=3, verdicts=3, issues=1)
    assert seen(ledger) == WHOLE
    assert ledger.handled() == {"two", "one", "none"}
    assert ledger.view().damage() == []


def test_a_batch_that_the_gate_refuses_is_not_written(ledger: Ledger) -> None:
    with pytest.raises(BatchRefused, match="lost"):
        ledger.append(batch(), run_id="run", engine_version="1", validate=lambda tables: [f"lost {len(tables)}"])
    assert seen(ledger) == dict.fromkeys(LEDGER, 0)
    assert ledger.handled() == set()


def test_what_the_engine_reads_passes_the_gate_and_an_altered_verdict_does_not(ledger: Ledger) -> None:
    reading = revenue_reading("8,5", "9")
    prior = replace(reading.facts[0], prior=replace(reading.facts[0].figure, value=Decimal("7.8e9")))
    altered = replace(reading, facts=(prior,), verdicts=(Verdict(0, "growth", "inconsistent", "8.5 after 7.8"),))
    gate = Gate()
    ledger.append(batch(), run_id="run", engine_version="1", validate=gate.batch)
    with pytest.raises(BatchRefused, match="every growth verdict follows from value, prior and change"):
        ledger.append([attempt("new", altered)], run_id="run", engine_version="1", validate=gate.batch)
    assert seen(ledger) == WHOLE


@pytest.mark.parametrize("table", LEDGER)
def test_rows_come_back_in_the_declared_types(ledger: Ledger, table: str) -> None:
    append(ledger, *batch())
    assert ledger.current(table).schema.equals(schema_of(f"ledger.{table}"))


def test_the_same_batch_again_writes_nothing(ledger: Ledger) -> None:
    append(ledger, *batch())
    before = {table: stored(ledger, table) for table in LEDGER}
    assert append(ledger, *batch()) == Appended()
    assert {table: stored(ledger, table) for table in LEDGER} == before


def test_a_new_engine_version_replaces_what_the_old_one_said_without_touching_it(ledger: Ledger) -> None:
    append(ledger, attempt("a", revenue_reading("8,5")), version="1")
    append(ledger, attempt("a", revenue_reading("8,5", verdicts=())), version="2")
    assert stored(ledger, "verdicts") == 1 and seen(ledger)["verdicts"] == 0
    assert ledger.current("articles")["engine_version"].to_pylist() == ["2"]
    assert ledger.handled("2") == {"a"} and ledger.handled("3") == set()


def test_half_a_replay_leaves_the_rest_as_the_old_version_read_it(ledger: Ledger) -> None:
    append(ledger, attempt("a", revenue_reading()), attempt("b", revenue_reading(company=META)), version="1")
    append(ledger, attempt("a", revenue_reading()), version="2")
    assert sorted(ledger.current("articles")["engine_version"].to_pylist()) == ["1", "2"]


def test_an_article_that_the_new_version_no_longer_finds_in_its_input_is_gone(ledger: Ledger) -> None:
    append(ledger, attempt("page", revenue_reading("8,5", before="Menü\n\n")), version="1")
    append(ledger, attempt("page", revenue_reading("8,5")), version="2")
    assert ledger.current("articles")["article_id"].to_pylist() == [key_of(revenue_reading("8,5"))]


def test_one_text_in_two_inputs_is_one_article(ledger: Ledger) -> None:
    append(ledger, attempt("a", revenue_reading()))
    append(ledger, attempt("b", revenue_reading()))
    assert seen(ledger)["articles"] == seen(ledger)["facts"] == 1 and seen(ledger)["captures"] == 2


def test_two_texts_of_one_address_are_two_revisions(ledger: Ledger) -> None:
    url = "https://news.example/sap"
    append(ledger, attempt("a", revenue_reading("8,5", url=url)), attempt("b", revenue_reading("8,6", url=url)))
    articles = ledger.current("articles")
    assert len(articles) == 2 and len(set(articles["article_id"].to_pylist())) == 1


def test_every_run_is_recorded_also_one_without_news(ledger: Ledger) -> None:
    started = datetime(2025, 1, 30, 4, 30, tzinfo=UTC)
    ledger.record_run(Run("r1", "nightly", "unchanged", started, "1", words="Nothing new."))
    row = ledger.current("runs").to_pylist()[0]
    assert (row["run_id"], row["outcome"], row["words"], row["started_at"]) == (
        "r1",
        "unchanged",
        "Nothing new.",
        started,
    )


def test_rows_that_vanished_after_their_commit_are_damage(ledger: Ledger) -> None:
    append(ledger, attempt("a", revenue_reading()))
    delta.delete(ledger.root, LEDGER["facts"], "true")
    assert [words.partition("with ")[2] for words in ledger.view().damage()] == [
        "1 rows in ledger table facts, which now has 0"
    ]


@pytest.mark.parametrize("step", [2, 4, 5])
def test_a_killed_writer_is_simply_run_again(ledger: Ledger, step: int) -> None:
    """Killed before its second table, its articles, its captures; what it left uncommitted is tidied later."""
    append(ledger, attempt("before", revenue_reading("1,1", None)))
    visible = seen(ledger)
    killed = die("append", ledger.root.parent, step)
    assert killed.returncode == -9, killed.stderr
    if step < 5:
        assert seen(ledger) == visible, "a reader sees nothing of it"
    append(ledger, *batch())
    assert seen(ledger) == {table: count + visible[table] for table, count in WHOLE.items()}
    facts = Counter(ledger.current("facts")["fact_id"].to_pylist())
    assert set(facts.values()) == {1}
    assert ledger.view().damage() == []
    left = {table: stored(ledger, table) - seen(ledger)[table] for table in ("facts", "verdicts", "issues")}
    assert ledger.tidy() == 0, "its lease still runs"
    later = Ledger(ledger.root, clock=lambda: datetime.now(UTC) + timedelta(days=1))
    assert later.tidy() == sum(left.values())
    assert seen(ledger) == {table: count + visible[table] for table, count in WHOLE.items()}


def test_a_writer_that_took_longer_than_its_lease_commits_nothing(tmp_path: Path) -> None:
    hours = iter(range(0, 240, 12))
    slow = Ledger(tmp_path, clock=lambda: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=next(hours)))
    with pytest.raises(LeaseRanOut, match="read these inputs again"):
        append(slow, *batch())
    assert seen(slow)["articles"] == 0 and slow.handled() == set()


def test_writers_and_a_tidier_at_the_same_time_lose_nothing(ledger: Ledger) -> None:
    def write(writer: int) -> None:
        own = Ledger(ledger.root)
        for number in range(4):
            amount = f"{writer + 1},{number}"
            own.append([attempt(f"{writer}-{number}", revenue_reading(amount))], run_id=f"{writer}", engine_version="1")

    def tidy() -> None:
        for _ in range(3):
            Ledger(ledger.root).tidy()

    with ThreadPoolExecutor(4) as pool:
        working = [*(pool.submit(write, writer) for writer in range(3)), pool.submit(tidy)]
        for each in working:
            each.result()
    assert seen(ledger) == {
        "captures": 12,
        "articles": 12,
        "facts": 12,
        "verdicts": 12,
        "issues": 0,
        "clusters": 0,
        "runs": 0,
    }
    assert ledger.view().damage() == []


def test_two_writers_of_the_same_input_give_one_article(ledger: Ledger) -> None:
    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(lambda: append(Ledger(ledger.root), *batch())) for _ in range(2)]:
            each.result()
    assert seen(ledger) == WHOLE


def test_a_table_of_an_older_version_gains_the_new_columns(ledger: Ledger) -> None:
    runs = LEDGER["runs"]
    older = replace(runs, columns=tuple(column for column in runs.columns if column.name != "words"))
    moment = datetime(2025, 1, 30, tzinfo=UTC)
    delta.append(ledger.root, older, _one_run(moment).drop_columns("words"))
    ledger.record_run(Run("new", "nightly", "published", moment, "2", words="after"))
    assert sorted(ledger.current("runs")["words"].to_pylist(), key=str) == [None, "after"]


def _one_run(moment: datetime) -> pa.Table:
    counts = dict.fromkeys(("capture_count", "article_count", "fact_count", "issue_count"), 0)
    named = {"run_id": "old", "flow": "nightly", "outcome": "published", "engine_version": "1"}
    return from_rows([counts | named | {"started_at": moment, "recorded_at": moment}], "ledger.runs")
