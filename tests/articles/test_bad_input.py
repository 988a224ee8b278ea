"""Every bad input is an issue that a person understands, or an article with a note; none raises."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from kennzahl.articles import Given, read_bytes
from kennzahl.articles.limits import MAX_ARTICLE_CHARS, MAX_FILE_BYTES
from kennzahl.facts import Article, Issue

GOOD = "Die Muster AG hat ihren Umsatz im Jahr 2024 um 5 Prozent auf 2,1 Milliarden Euro gesteigert und erwartet mehr."
NOW = datetime(2025, 2, 1, 12, tzinfo=UTC)


def read(payload: bytes | str, name: str = "a.txt", **known: object) -> list[Article | Issue]:
    content = payload.encode() if isinstance(payload, str) else payload
    return read_bytes(content, name=name, given=Given(fetched_at=NOW, **known))  # type: ignore[arg-type]


REFUSED: dict[str, tuple[str, bytes | str, str]] = {
    "empty file": ("a.txt", b"", "empty_file"),
    "blanks only": ("a.txt", "\ufeff \n\t\n", "empty_file"),
    "0-byte gzip": ("a.txt.gz", gzip.compress(b""), "empty_file"),
    "truncated gzip": ("a.txt.gz", gzip.compress(GOOD.encode() * 50)[:-9], "truncated_gzip"),
    "gzip with noise": ("a.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 60, "truncated_gzip"),
    "gzip bomb": ("a.txt.gz", gzip.compress(b"\0" * (MAX_FILE_BYTES + 10), 1), "gzip_bomb"),
    "too large": ("a.txt", b"x" * (MAX_FILE_BYTES + 1), "too_large"),
    "20 MB of one line": ("a.txt", b"Umsatz " * 3_000_000, "text_too_long"),
    "20 MB of one JSON line": ("a.jsonl", b'{"text": "' + b"Umsatz " * 3_000_000 + b'"}', "too_large"),
    "PDF": ("a.txt", b"%PDF-1.7 1 0 obj", "binary_file"),
    "picture": ("a.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary_file"),
    "web archive": ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n"), "binary_file"),
    "feed": ("a.xml", "<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "binary_file"),
    "noise": ("a.txt", bytes(range(256)) * 20, "binary_file"),
    "broken JSON": ("a.json", '{"text": "Umsatz', "broken_json"),
    "deep JSON": ("a.json", "[" * 100_000, "broken_json"),
    "number of 5,000 digits in JSON": ("a.json", '{"text": ' + "9" * 5_000 + "}", "broken_json"),
    "JSON of a number": ("a.json", "17", "json_shape"),
    "JSON of an empty list": ("a.json", "[]", "json_shape"),
    "JSON without text": ("a.json", '{"title": "Umsatz"}', "json_shape"),
    "JSON whose text is a list": ("a.json", '{"text": ["Umsatz"]}', "json_shape"),
    "JSON whose date is an object": ("a.json", '{"text": "Umsatz", "published": {}}', "json_shape"),
    "JSON whose id is true": ("a.json", '{"text": "Umsatz", "doc_id": true}', "json_shape"),
    "JSON with empty text": ("a.json", '{"text": " "}', "no_text"),
    "page without text": (
        "a.html",
        "<!doctype html><html><head><title>x</title></head><body></body></html>",
        "no_text",
    ),
    "page of scripts": ("a.html", "<html><body><script>var x = 5;</script></body></html>", "no_text"),
    "page that is no page": ("a.html", "<" * 5_000, "no_text"),
    "signs only": ("a.txt", "*** 17 ***", "no_text"),
    "French": (
        "a.txt",
        "Le chiffre d'affaires du groupe a progressé de 5 % en un an pour atteindre 2,1 milliards, selon la société.",
        "unknown_language",
    ),
    "Russian": ("a.txt", "Выручка компании выросла на 5 процентов до 2,1 миллиарда рублей.", "unknown_language"),
    "Japanese": ("a.txt", "売上高は前年同期比5%増の21億ユーロとなった。", "unknown_language"),
    "stated Spanish": ("a.json", json.dumps({"text": GOOD, "lang": "es"}), "unknown_language"),
}


@pytest.mark.parametrize(("name", "payload", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_is_refused_with_its_reason(name: str, payload: bytes | str, reason: str) -> None:
    [found] = read(payload, name)
    assert isinstance(found, Issue)
    assert (found.kind, found.reason) == ("input", reason)
    assert found.words.startswith(name)
    assert "{" not in found.words.replace("{}", "")


NOTED: dict[str, tuple[str, bytes | str, str]] = {
    "mojibake": ("a.txt", GOOD.replace("Milliarden", "Milliarden fÃ¼r Â£"), "mojibake"),
    "mojibake escaped in JSON": ("a.json", json.dumps({"text": GOOD + " fÃ¼r"}), "mojibake"),
    "NULs": ("a.txt", GOOD.replace(" ", "\0 "), "control_characters"),
    "right-to-left override": ("a.txt", GOOD.replace("2,1", "\u202e1,2\u202c"), "bidi_override"),
    "a text without any number": ("a.txt", "Die Muster AG ist mit dem Verlauf des Jahres zufrieden.", "no_figures"),
    "an impossible date": ("a.json", json.dumps({"text": GOOD, "published": "2025-02-30"}), "bad_date"),
    "a date of the year 2999": ("a.json", json.dumps({"text": GOOD, "published": "2999-01-01"}), "bad_date"),
    "a date of the year 99999": ("a.json", json.dumps({"text": GOOD, "published": "99999-01-01"}), "bad_date"),
    "a future date": ("a.json", json.dumps({"text": GOOD, "published": "2031-01-01"}), "future_date"),
    "broken bytes in UTF-8": ("a.txt", GOOD.encode() + "äöü".encode() * 30 + b"\xff", "undecodable"),
}


@pytest.mark.parametrize(("name", "payload", "reason"), NOTED.values(), ids=NOTED.keys())
def test_is_read_with_a_note(name: str, payload: bytes | str, reason: str) -> None:
    article, note = read(payload, name)
    assert isinstance(article, Article)
    assert isinstance(note, Issue)
    assert (note.kind, note.reason) == ("note", reason)
    assert article.notes == (reason,)
    assert article.published_at is None
    assert not set("\0\u202e\u202c") & set(article.text)
    assert "Ã" not in article.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = GOOD.replace("Muster", "Müßiggänger").replace("€", "Euro")
    [article] = read(text.encode(encoding))
    assert isinstance(article, Article)
    assert article.text == text


def test_the_euro_sign_of_windows_survives() -> None:
    [article] = read((GOOD + " Ergebnis: 5 € – „gut“.").encode("cp1252"))
    assert isinstance(article, Article)
    assert article.text.endswith("5 € – „gut“.")


@pytest.mark.parametrize("word", ["„Spaß“", "»Ä«", "„Ö“", "São Paulo", "Ângela", "Å“"])
def test_honest_letters_before_quotes_are_no_mojibake(word: str) -> None:
    [article] = read(f"{GOOD} {word}")
    assert isinstance(article, Article)
    assert article.text.endswith(word)


def test_a_broken_line_does_not_stop_the_others() -> None:
    lines = [json.dumps({"doc_id": "eins", "text": GOOD}), "{broken", "", json.dumps({"doc_id": 3, "text": GOOD})]
    first, broken, last = read("\n".join(lines), "b.jsonl")
    assert isinstance(first, Article)
    assert isinstance(broken, Issue)
    assert isinstance(last, Article)
    assert (first.doc_id, last.doc_id) == ("eins", "3")
    assert broken.words.startswith("b.jsonl, line 2: broken JSON")


def test_a_shape_issue_names_the_field() -> None:
    [found] = read('{"text": "Umsatz", "title": 5}', "a.json")
    assert isinstance(found, Issue)
    assert "the field 'title' must be a string, not a number" in found.words


def test_ten_thousand_figures_are_read() -> None:
    text = " ".join(f"Der Umsatz stieg um {number} Prozent." for number in range(10_000))
    assert len(text) < MAX_ARTICLE_CHARS
    [article] = read(text)
    assert isinstance(article, Article)


def test_a_hostile_file_name_stays_one_line() -> None:
    [found] = read("", "a\n\x1b[31m" + "x" * 5_000 + ".txt")
    assert isinstance(found, Issue)
    assert "\n" not in found.words
    assert "\x1b" not in found.words
    assert len(found.words) < 400


@settings(max_examples=150)
@for_all(st.binary(max_size=400), st.sampled_from(["a.txt", "a.json", "a.jsonl", "a.txt.gz", "a", "-"]))
def test_no_bytes_raise(payload: bytes, name: str) -> None:
    assert read(payload, name)


@settings(max_examples=40)
@for_all(st.text(alphabet="<>/ahtmlbodyp=\"'!-&;{}ä\0 ", max_size=300))
def test_no_markup_raises(markup: str) -> None:
    assert read(f"<html><body><p>{GOOD}</p>{markup}", "a.html")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "title", "doc_id", "lang", "published", "url"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@for_all(JSON_VALUES)
def test_no_json_raises(value: object) -> None:
    assert read(json.dumps(value), "a.json")
