"""The article that the project was asked for: read in full, and its one slip found. Skips where it is missing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kennzahl.articles import Given, read_bytes
from kennzahl.checking import check
from kennzahl.contract import to_contract
from kennzahl.evaluation import evaluate, read_documents
from kennzahl.facts import Article
from kennzahl.reading import read

SHARED = Path(__file__).parents[2] / "shared"
SEED = SHARED / "seeds" / "000_ef786aaf572d66f3.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed article is not part of the project")


@pytest.fixture(scope="module")
def article() -> Article:
    given = Given(published_at=datetime(2025, 1, 30, tzinfo=UTC))
    (first, *_) = read_bytes(SEED.read_bytes(), name=SEED.name, given=given)
    assert isinstance(first, Article)
    return first


def test_all_its_facts_are_read_and_nothing_else(article: Article) -> None:
    gold = SHARED / "gold" / "seed.gold.jsonl"
    with gold.open("rb") as lines:
        facts = {document.doc_id: document.facts for document in read_documents(lines, gold.name)}
    found = {article.doc_id: [to_contract(fact, article) for fact in read(article).facts]}
    result = evaluate(facts, found)
    assert not result.differences
    assert result.levels["row"].f1 == 1


def test_only_the_plan_for_a_year_that_is_over_is_inconsistent(article: Article) -> None:
    reading = read(article)
    alarms = [(one.check, reading.facts[one.fact].metric) for one in check(reading) if one.outcome == "inconsistent"]
    assert alarms == [("timing", "other")]
