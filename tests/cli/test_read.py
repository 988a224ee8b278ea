"""``kennzahl read``: all formats, nothing held that need not be, and one sentence for what cannot be read."""

from __future__ import annotations

import contextlib
import gzip
import json
import os

import pytest

from tests.cli.running import process

HEADLINE = "Muster AG wächst"
BODY = "Die Muster AG hat ihren Umsatz 2024 um 9 Prozent auf 8,47 Milliarden Euro gesteigert."
TEXT = f"{HEADLINE}\n\n{BODY}\n"
RECORD = {"doc_id": "muster", "title": HEADLINE, "text": BODY, "published": "2025-02-01"}
HTML = (
    f"<html lang=de><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1><p>{BODY}</p>"
    "<p>Der Vorstand zeigte sich am Freitag in Musterstadt zufrieden mit dem Verlauf.</p></article></body></html>"
)


def values(line: str) -> list[object]:
    return [fact["value"] for fact in json.loads(line)["facts"]]


@pytest.mark.parametrize(
    ("name", "content", "doc_id"),
    [
        ("muster.txt", TEXT, "muster"),
        ("muster.html", HTML, "muster"),
        ("a.json", json.dumps(RECORD), "muster"),
        ("muster.json", json.dumps({"title": HEADLINE, "text": BODY}), "muster"),
        ("a.jsonl", json.dumps(RECORD) + "\n", "muster"),
        ("b.jsonl", json.dumps({"text": BODY}), "b#1"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_every_format_also_gzipped(kennzahl, tmp_path, name, content, doc_id, packed):
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(content.encode()) if packed else content.encode())
    said = kennzahl("read", path, "--json")
    assert (said.code, said.err) == (0, "")
    (line,) = said.out.splitlines()
    assert json.loads(line)["doc_id"] == doc_id
    assert values(line) == [8_470_000_000]


@pytest.mark.parametrize(
    ("content", "doc_ids"),
    [
        (TEXT, ["stdin"]),
        (HTML, ["stdin"]),
        (json.dumps(RECORD, indent=1), ["muster"]),
        (f"{json.dumps(RECORD)}\n\n{json.dumps({'text': BODY})}\n", ["muster", "stdin#3"]),
    ],
)
def test_standard_input_is_told_by_its_content(kennzahl, content, doc_ids):
    said = kennzahl("read", "-", "--json", stdin=content.encode())
    assert (said.code, said.err) == (0, "")
    assert [json.loads(line)["doc_id"] for line in said.out.splitlines()] == doc_ids


def test_what_was_repaired_stands_beside_the_facts(kennzahl, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Muster AG\n\nDie Muster AG steigerte den Umsatz um fünf Prozent.".encode("latin-1"))
    said = kennzahl("read", path, "--json")
    (note,) = json.loads(said.out)["notes"]
    assert note.startswith("a.txt")


def test_the_date_counts_where_the_article_has_none(kennzahl, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        f"{HEADLINE}\n\nDie Muster AG hat ihren Umsatz im vergangenen Jahr auf 8,47 Milliarden Euro gesteigert."
    )
    said = kennzahl("read", path, "--json", "--published", "2025-02-01")
    assert [fact["period"] for fact in json.loads(said.out)["facts"]] == ["2024"]


def test_what_is_said_beside_a_file_counts_as_in_the_inbox(kennzahl, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{HEADLINE}\n\nDie Muster AG hat im vergangenen Jahr 8,47 Milliarden Euro umgesetzt.")
    beside = tmp_path / "a.meta.json"
    beside.write_text('{"published_at": "2023-02-01", "source": "Blatt"}')
    said = kennzahl("read", path, "--published", "2025-02-01")
    assert "2023-02-01 00:00 UTC (given) · de · Blatt" in said.out
    beside.write_text("{broken")
    said = kennzahl("read", path)
    assert (said.code, "a.meta.json, is not usable: it is not JSON" in said.err) == (2, True)


def test_an_article_in_the_terminal_shows_text_facts_and_issues(kennzahl, tmp_path):
    path = tmp_path / "muster.txt"
    path.write_text(TEXT + "\nDie Aktie verteuerte sich um 3 Prozent auf 52,10 Euro.\n")
    said = kennzahl("read", path)
    assert (said.code, said.err) == (0, "")
    assert "8,47 Milliarden Euro[1]" in said.out
    assert "8.47 bn EUR" in said.out
    assert "+9 %" in said.out
    assert "\x1b" not in said.out, "no colours where no terminal is"


def test_a_terminal_gets_colours(tmp_path):
    path = tmp_path / "muster.txt"
    path.write_text(TEXT)
    leader, follower = os.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    with process("read", path, stdout=follower, env=environment) as running:
        os.close(follower)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while part := os.read(leader, 65536):
                shown += part
        assert running.wait(60) == 0
    os.close(leader)
    assert b"\x1b[1;32m8,47 Milliarden Euro\x1b[0m" in shown


def test_hostile_text_cannot_steer_the_terminal(kennzahl, tmp_path):
    path = tmp_path / "evil.txt"
    path.write_text(
        "Muster [bold]AG[/bold] \x1b[31m\n\nDie Muster AG setzte 2024 rund 5 Mrd. Euro um. [link=x]hier[/link]\u202e"
    )
    said = kennzahl("read", path)
    assert said.code == 0
    assert "\x1b" not in said.out and "\u202e" not in said.out
    assert "[bold]AG[/bold]" in said.out, "markup in a text is text"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "missing.txt could not be read: No such file or directory"),
        ("empty.txt", b"", "empty.txt is empty"),
        ("empty.jsonl", b"", "empty.jsonl is empty"),
        ("a.pdf", b"%PDF-1.7\n\x00\xff", "a.pdf"),
        ("torn.jsonl.gz", gzip.compress(b'{"text": "5 Euro"}' * 99)[:-12], "torn.jsonl.gz could not be read"),
        ("none.jsonl.gz", b"no gzip", "none.jsonl.gz could not be read"),
        ("torn.txt.gz", gzip.compress(TEXT.encode() * 9)[:-12], "torn.txt.gz"),
    ],
)
def test_an_unreadable_input_is_one_sentence_and_the_others_are_read(kennzahl, tmp_path, name, content, says):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(TEXT)
    said = kennzahl("read", tmp_path / name, tmp_path / "good.txt", "--json")
    assert said.code == 2
    assert says in said.err
    assert said.err.startswith("kennzahl read: ")
    assert len(said.err.splitlines()) == 1
    assert json.loads(said.out)["doc_id"] == "good"


def test_a_folder_is_no_article(kennzahl, tmp_path):
    said = kennzahl("read", tmp_path, "--json")
    assert said.code == 2
    assert "could not be read: Is a directory" in said.err


def test_a_broken_line_names_itself_and_stops_nothing(kennzahl, tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(f'{json.dumps(RECORD)}\n{{"text": \n[]\n{json.dumps({**RECORD, "doc_id": "last"})}\n')
    said = kennzahl("read", path, "--json")
    assert said.code == 2
    assert [json.loads(line)["doc_id"] for line in said.out.splitlines()] == ["muster", "last"]
    assert ["line 2" in said.err.splitlines()[0], "line 3" in said.err.splitlines()[1]] == [True, True]


def test_a_line_beyond_all_bounds_is_passed_over(kennzahl, tmp_path, monkeypatch):
    monkeypatch.setattr("cli.inputs.MAX_JSON_CHARS", 500)
    path = tmp_path / "news.jsonl"
    path.write_text(f"{json.dumps(RECORD)}\n{'x' * 2000}\n{json.dumps({**RECORD, 'doc_id': 'last'})}\n")
    said = kennzahl("read", path, "--json")
    assert said.code == 2
    assert "line 2 is larger than" in said.err
    assert [json.loads(line)["doc_id"] for line in said.out.splitlines()] == ["muster", "last"]


@pytest.mark.parametrize(
    ("option", "given", "says"),
    [
        ("--published", "gestern", "--published 'gestern' is no date: write it like 2025-01-30"),
        ("--published", "2025-02-30", "'2025-02-30' is no date"),
        ("--language", "xx", "--language xx: no such language, there is de, en"),
    ],
)
def test_impossible_options(kennzahl, option, given, says):
    said = kennzahl("read", "-", option, given)
    assert said.code == 2
    assert says in said.err


def test_lines_are_read_as_they_come():
    with process("read", "-", "--json") as running:
        assert running.stdin and running.stdout
        for _ in range(2):
            running.stdin.write(json.dumps(RECORD).encode() + b"\n")
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["doc_id"] == "muster", "while the input is still open"
        running.stdin.close()
        assert running.wait(60) == 0
