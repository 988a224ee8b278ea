"""Clusters: copies of one story are one, two reports of one event are two."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from tasks.arrow import schema_of
from tasks.clusters import clusters, keep, signature
from tasks.current import Current

STORY = " ".join(
    f"Im {number}. Quartal lieferte das Werk {number * 37} Maschinen aus, und der Vorstand lobte Abteilung {number}."
    for number in range(1, 30)
)
OTHER = " ".join(
    f"Analysts at firm {number} expected {number * 53} shipments this summer, while unit {number} was being closed."
    for number in range(1, 30)
)


TIME = schema_of("articles").field("published_at").type
NEW_YEAR = datetime(2025, 1, 1, tzinfo=UTC)


def articles(*texts: str) -> pa.Table:
    """An article an hour."""
    return table([(text, NEW_YEAR + timedelta(hours=number), None) for number, text in enumerate(texts)])


def table(rows: Sequence[tuple[str, datetime | None, datetime | None]]) -> pa.Table:
    """Of texts, when they were published, and when fetched."""
    return pa.table(
        {
            "article_id": pa.array([f"a{number}" for number in range(len(rows))], pa.string()),
            "minhash": pa.array([signature(text) for text, _, _ in rows], pa.binary()),
            "published_at": pa.array([published for _, published, _ in rows], TIME),
            "fetched_at": pa.array([fetched for _, _, fetched in rows], TIME),
        }
    )


def on_days(*days: int) -> pa.Table:
    """The same text on several days."""
    return table([(STORY, NEW_YEAR + timedelta(days=day), None) for day in days])


def labels(table: pa.Table) -> dict[str, str]:
    found = clusters(table)
    return dict(zip(found["article_id"].to_pylist(), found["cluster_id"].to_pylist(), strict=True))


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        (STORY, True),
        (STORY.upper().replace(",", " –"), True),
        ("Eigene Schlagzeile der Zeitung\n\n" + STORY, True),
        (STORY[: len(STORY) * 3 // 4], True),
        (STORY.replace("lobte", "tadelte", 3), True),
        (OTHER, False),
        (STORY[: len(STORY) // 5] + OTHER, False),
        ("", False),
    ],
    ids=["same", "typeset anew", "own headline", "cut", "edited", "another", "a shared paragraph", "empty"],
)
def test_a_copy_is(copy: str, same: bool) -> None:
    assert (len(set(labels(articles(STORY, copy)).values())) == 1) is same


def test_the_earliest_is_canonical_and_gives_its_id() -> None:
    found = clusters(articles(STORY, OTHER, STORY, STORY)).sort_by("article_id").to_pydict()
    assert found["cluster_id"] == ["a0", "a1", "a0", "a0"]
    assert found["is_canonical"] == [True, True, False, False]
    assert found["cluster_size"] == [3, 1, 3, 3]


def test_the_order_of_reading_does_not_matter() -> None:
    for found in (articles(STORY, OTHER, STORY[:-400], OTHER[400:], STORY[300:]), on_days(0, 20, 35, 50, 80, 81)):
        expected = labels(found)
        for seed in range(3):
            order = list(range(len(found)))
            random.Random(seed).shuffle(order)
            assert labels(found.take(order)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((0, 30), ["a0", "a0"]),
        ((0, 31), ["a0", "a1"]),
        ((0, 91, 182), ["a0", "a1", "a2"]),
        ((0, 20, 40), ["a0", "a0", "a2"]),
        ((0, 20, 40, 60, 80), ["a0", "a0", "a2", "a2", "a4"]),
    ],
    ids=["the last day", "a day later", "quarterly boilerplate", "a chain", "a long chain"],
)
def test_a_story_reaches_thirty_days(days: tuple[int, ...], expected: list[str]) -> None:
    assert list(labels(on_days(*days)).values()) == expected


def test_articles_without_a_date_come_last() -> None:
    assert set(labels(table([(STORY, None, None), (STORY, NEW_YEAR, None)])).values()) == {"a1"}


def test_the_fetch_stands_in_for_a_publication_that_nobody_tells() -> None:
    fetched = NEW_YEAR + timedelta(days=3)
    assert set(labels(table([(STORY, None, fetched), (STORY, NEW_YEAR, None)])).values()) == {"a1"}
    much_later = NEW_YEAR + timedelta(days=300)
    assert len(set(labels(table([(STORY, None, much_later), (STORY, NEW_YEAR, None)])).values())) == 2


def test_no_articles_no_clusters() -> None:
    assert len(clusters(articles())) == 0


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert len(signature("SAP")) == 512
    assert signature("SAP")[:4].hex() == "fab51bfc"


def test_a_thousand_copies_are_one_cluster() -> None:
    assert len(set(labels(on_days(*[3] * 1000)).values())) == 1


def test_what_is_known_of_clusters_is_kept_and_only_what_is_new_is_added(tmp_path: Path) -> None:
    found = clusters(articles(STORY, OTHER, STORY))
    now = found.append_column("text_revision", pa.array(["r"] * 3))
    assert keep(tmp_path, now, "p1") == 3
    assert keep(tmp_path, now, "p2") == 0
    # an earlier copy comes in late: whoever is in its cluster gets another name
    assert keep(tmp_path, now.set_column(1, "cluster_id", pa.array(["b", "a1", "b"])), "p3") == 2
    kept = [row for row in Current(tmp_path).table("clusters").to_pylist() if row["publication_id"] == "p3"]
    assert sorted((row["article_id"], row["cluster_id"]) for row in kept) == [("a0", "b"), ("a2", "b")]
