"""Clusters: copies of one story are one, two reports of one event are two."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pytest

from tasks.arrow import schema_of
from tasks.clusters import clusters, signature

STORY = " ".join(
    f"Im {number}. Quartal lieferte das Werk {number * 37} Maschinen aus, und der Vorstand lobte Abteilung {number}."
    for number in range(1, 30)
)
OTHER = " ".join(
    f"Analysts at firm {number} expected {number * 53} shipments this summer, while unit {number} was being closed."
    for number in range(1, 30)
)


def articles(*texts: str) -> pa.Table:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    return pa.table(
        {
            "article_id": [f"a{number}" for number in range(len(texts))],
            "minhash": pa.array([signature(text) for text in texts], pa.binary()),
            "published_at": pa.array(
                [start + timedelta(hours=number) for number in range(len(texts))],
                schema_of("articles").field("published_at").type,
            ),
        }
    )


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
    table = articles(STORY, OTHER, STORY[:-400], OTHER[400:], STORY[300:])
    expected = labels(table)
    for seed in range(3):
        order = list(range(len(table)))
        random.Random(seed).shuffle(order)
        assert labels(table.take(order)) == expected


def test_articles_without_a_date_come_last() -> None:
    table = articles(STORY, STORY)
    undated = pa.array([None, table["published_at"][1].as_py()], table["published_at"].type)
    assert set(labels(table.set_column(2, "published_at", undated)).values()) == {"a1"}


def test_no_articles_no_clusters() -> None:
    assert len(clusters(articles())) == 0


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert len(signature("SAP")) == 512
    assert signature("SAP")[:4].hex() == "fab51bfc"


def test_a_thousand_copies_are_one_cluster() -> None:
    assert len(set(labels(articles(*[STORY] * 1000)).values())) == 1
