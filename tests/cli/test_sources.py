"""``kennzahl sources check`` says what is wrong with the file and with each source, and captures nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.main import main
from tests.servers import Site, article_page, rss

TEXT = "Der Umsatz der Muster AG stieg im dritten Quartal um 5 Prozent auf 2,1 Milliarden Euro. Das teilte sie mit."


def check(tmp_path: Path, text: str, *options: str) -> int:
    file = tmp_path / "sources.yaml"
    file.write_text(text, encoding="utf-8")
    return main(["sources", "check", str(file), *options])


def row(name: str, url: str, more: str = "") -> str:
    return f"  - {{name: {name}, url: '{url}', allow_private: true, pause_seconds: 0{more}}}\n"


def test_good_sources(tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    page = site.put("/a.html", article_page("Muster AG wächst", TEXT))
    feed = site.put("/feed", rss([(page, "A"), (site.url("/sport"), "B")]), "application/rss+xml")
    more = ", include: ['*.html']"
    folders = f"folders:\n  - {{name: ordner, path: {tmp_path}}}\n"
    assert check(tmp_path, f"feeds:\n{row('blatt', feed, more)}pages:\n{row('seite', page)}{folders}") == 0
    shown = capsys.readouterr().out
    assert "3 sources, nothing wrong with the file" in shown
    assert "blatt: 1 of 2 entries wanted, the newest of 2025-01-30 06:00; read 'Muster AG wächst' (de," in shown
    assert "ordner: 1 files" in shown
    assert list(tmp_path.iterdir()) == [tmp_path / "sources.yaml"]


def test_every_problem_is_said_and_none_hides_another(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /geheim", "text/plain")
    empty = site.put("/leer", "<html><body></body></html>")
    old = site.put("/alt.xml", rss([(empty, "A")]), "text/xml")
    feeds = [
        row("fort", site.url("/fort")),
        row("kein_feed", site.put("/seite", article_page("A", TEXT))),
        row("alt", old, ", freshness_hours: 24"),
        row("leer", site.put("/leer.xml", rss([]), "text/xml")),
        row("stumm", site.put("/stumm.xml", rss([(empty, "A")]), "text/xml")),
        row("geheim", site.put("/geheim.xml", rss([(empty, "A")]), "text/xml")),
    ]
    rest = "folders:\n  - {name: ordner, path: gibt/es/nicht}\narchives:\n  - {name: archiv, path: x/*.warc}\n"
    assert check(tmp_path, f"feeds:\n{''.join(feeds)}{rest}") == 1
    problems = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  PROBLEM")]
    words = ["status 404", "neither RSS nor Atom", "newest entry is of 2025-01-30", "none of its 0 entries"]
    words += ["cannot be read", "robots.txt", "there is no folder", "no web archive fits"]
    assert [word in problem for word, problem in zip(words, problems, strict=True)] == [True] * len(words)


def test_a_wrong_file_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, "feeds: [{name: a}]") == 2
    assert "feeds, row 1: url is missing" in capsys.readouterr().err
    assert main(["sources", "check", str(tmp_path / "none.yaml")]) == 2


def test_offline_asks_nobody(tmp_path: Path, site: Site) -> None:
    assert check(tmp_path, f"feeds:\n{row('fort', site.url('/fort'))}", "--offline") == 0
    assert (site.asked, site.robots) == ([], 0)
