"""Captures become committed readings, and nothing in one of them stops the others."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kennzahl.articles import Given
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Article, Reading
from tasks import reading
from tasks.captured import Captured
from tasks.ledger import Ledger
from tasks.reading import (
    BATCH_BYTES,
    BATCH_CAPTURES,
    attempt,
    batches,
    prove_engine,
    read_batch,
    record_trouble,
    settle_memory,
)

NOW = datetime(2025, 1, 30, tzinfo=UTC)
NEWS = (
    b"Adlerwerk waechst\n\nDie Adlerwerk AG hat 2024 ihren Umsatz um 10 Prozent auf 5,5 Milliarden Euro gesteigert.\n"
)


def captured(name: str, payload: bytes = NEWS) -> Captured:
    return Captured(name, "resource", f"urn:{name}", payload, f"{name}.txt", None, Given(), NOW, "00", "one.warc.gz")


@dataclass(frozen=True)
class Sized:
    """A payload that only has a length."""

    size: int

    def __len__(self) -> int:
        return self.size


@pytest.mark.parametrize(
    ("sizes", "cut"),
    [
        ([], []),
        ([1], [1]),
        ([1] * (BATCH_CAPTURES + 1), [BATCH_CAPTURES, 1]),
        ([BATCH_BYTES, 1, 1], [1, 2]),
        ([1, BATCH_BYTES, 1], [2, 1]),
    ],
)
def test_batches_are_bounded_by_number_and_by_bytes(sizes: list[int], cut: list[int]) -> None:
    small = captured("a")
    items = [replace(small, payload=Sized(size)) for size in sizes]  # type: ignore[arg-type]
    assert [len(batch) for batch in batches(items)] == cut


def test_an_article_is_read_checked_and_committed(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    tally = read_batch(ledger, [captured("a"), captured("empty", b"")], "run-1")
    assert (tally.captures, tally.articles) == (2, 1)
    assert tally.count("input") == 1
    assert ledger.handled() == {"a", "empty"}
    assert ledger.current("articles")["doc_id"].to_pylist() == ["a"]
    assert len(ledger.current("issues")) == tally.reasons.total()


def test_a_defect_in_one_article_is_an_issue_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = reading.read

    def read(article: Article) -> Reading:
        if article.doc_id == "poison":
            raise RecursionError("too deep")
        return honest(article)

    monkeypatch.setattr(reading, "read", read)
    poisoned, healthy = attempt(captured("poison")), attempt(captured("good"))
    assert [one.reason for one in poisoned.issues] == ["reading_failed"]
    assert "too deep" in poisoned.issues[0].words
    assert not poisoned.readings
    assert len(healthy.readings) == 1


def test_a_note_on_an_article_stays_with_it() -> None:
    garbled = NEWS.decode().replace("waechst", "w\u00c3\u00a4chst").encode()
    [only] = attempt(captured("garbled", garbled)).readings
    assert "mojibake" in {one.reason for one in only.issues}


def test_broken_knowledge_fails_the_run_before_it_costs_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article) -> Reading:
        raise KeyError("months")

    prove_engine()
    monkeypatch.setattr(reading, "read", broken)
    with pytest.raises(KeyError):
        prove_engine()


def test_only_what_was_there_at_first_is_left_out_of_the_search_for_garbage() -> None:
    settle_memory()
    later = [[number] for number in range(1000)]
    settle_memory()
    assert any(one is later for one in gc.get_objects())


def test_the_same_trouble_is_recorded_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    trouble = [issue("vanished_file", name="gone.txt"), issue("vanished_file", name="lost.txt")]
    for run in ("first", "second"):
        tally = record_trouble(ledger, trouble, run, ledger.handled())
        assert tally.count("input") == 2
    assert len(ledger.current("issues")) == 2
