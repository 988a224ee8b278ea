"""Publication loses nothing: the tables give back what the engine read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kennzahl.articles import Given, read_bytes
from kennzahl.contract import to_contract
from kennzahl.facts import Article, Reading
from kennzahl.reading import read
from tasks.export import published
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tests.tasks.handmade import attempt

SAMPLES = Path(__file__).parents[2] / "data" / "raw" / "samples"


def exact(number: Any) -> Any:
    """A third and its like are kept to four decimals."""
    return [exact(each) for each in number] if isinstance(number, list) else number and round(number, 4)


def readings() -> list[Reading]:
    files = [path for path in sorted(SAMPLES.iterdir()) if not path.name.endswith(".meta.json") and path.is_file()]
    found = [read_bytes(file.read_bytes(), name=file.name, given=Given()) for file in files]
    return [read(item) for items in found for item in items if isinstance(item, Article)]


def test_the_tables_say_what_the_engine_read(tmp_path: Path) -> None:
    read_now = readings()
    paths = DataPaths(tmp_path).create()
    Ledger(paths.ledger).append(
        [attempt(str(number), reading) for number, reading in enumerate(read_now)], run_id="run", engine_version="1"
    )
    publish(paths, "first", lambda _: [])
    expected: dict[str, list[dict[str, Any]]] = {}
    for reading in read_now:
        facts = expected.setdefault(reading.article.doc_id, [])
        facts += [to_contract(fact, reading.article) for fact in reading.facts]
    said = {document["doc_id"]: document["facts"] for document in published(paths)}
    assert said.keys() == expected.keys()
    assert sum(map(len, said.values())) > 30
    for doc_id, facts in expected.items():
        assert sorted(map(_comparable, said[doc_id])) == sorted(map(_comparable, facts)), doc_id


def _comparable(fact: dict[str, Any]) -> str:
    numbers = ("value", "prior_value", "change_pct", "change_abs")
    return repr(sorted((fact | {name: exact(fact[name]) for name in numbers}).items()))


def test_nothing_is_exported_before_it_is_published(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(published(DataPaths(tmp_path)))
