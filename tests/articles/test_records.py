"""JSON and JSON lines."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest

from kennzahl.articles import Given, read_bytes
from kennzahl.articles.reader import stem_of
from kennzahl.facts import Article

RECORD = {
    "doc_id": "mdw:17",
    "title": "Muster AG wächst",
    "text": "Die Muster AG hat den Umsatz um 5 Prozent gesteigert, sagte der Vorstand.",
    "published": "2025-01-30T07:00:00+01:00",
    "url": "https://blatt.example/17",
    "lang": "de",
    "facts": ["is not looked at"],
}


def articles(payload: bytes, name: str, known: Given | None = None) -> list[Article]:
    found = read_bytes(payload, name=name, given=known)
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "-", "ohne-endung"])
def test_one_object(name: str) -> None:
    [found] = articles(json.dumps(RECORD).encode(), name)
    assert found.doc_id == "mdw:17"
    assert found.title == "Muster AG wächst"
    assert found.url == "https://blatt.example/17"
    assert (found.published_at, found.published_how) == (datetime(2025, 1, 30, 6, tzinfo=UTC), "given")
    assert (found.language, found.language_how) == ("de", "given")


def test_a_list_a_file_of_lines_and_gzip_say_the_same() -> None:
    second = {"text": RECORD["text"]}
    lines = "\n".join(map(json.dumps, (RECORD, second))).encode()
    ways = [
        articles(json.dumps([RECORD, second], indent=1).encode(), "a.json"),
        articles(lines, "a.jsonl"),
        articles(lines, "a.json"),
        articles(gzip.compress(lines), "a.jsonl.gz"),
        articles(lines.replace(b"\n", b"\r\n\r\n"), "a.jsonl"),
    ]
    assert [[one.text for one in way] for way in ways] == [[ways[0][0].text, ways[0][1].text]] * len(ways)
    assert {way[1].doc_id.partition("#")[0] for way in ways} == {"a"}


def test_a_record_knows_its_own_day_better_than_the_whole_file() -> None:
    known = Given(published_at=datetime(2024, 5, 1, tzinfo=UTC))
    own, other = articles(json.dumps([RECORD, {"text": RECORD["text"]}]).encode(), "a.json", known)
    assert own.published_at == datetime(2025, 1, 30, 6, tzinfo=UTC)
    assert other.published_at == known.published_at


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.txt", "a"),
        ("b/c.html", "c"),
        ("a.jsonl.gz", "a"),
        ("bericht.v2", "bericht.v2"),
        ("2025.01.30.txt", "2025.01.30"),
    ],
)
def test_the_doc_id_of_a_file_is_its_stem(name: str, stem: str) -> None:
    assert stem_of(name) == stem
