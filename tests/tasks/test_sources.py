"""sources.yaml: what is wrong is said with row and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.sources import Source, load_sources

PROJECT = Path(__file__).parents[2]
MERGED = "a0: &a0 {k: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 60))


def load(tmp_path: Path, text: str) -> list[Source]:
    file = tmp_path / "sources.yaml"
    file.write_text(text)
    return load_sources(file)


def test_every_kind_of_source(tmp_path: Path) -> None:
    text = """
contact: https://example.org/bot
feeds:
  - {name: blatt, url: "https://blatt.example/feed", language: de, region: DE, freshness_hours: 24}
pages:
  - {name: seite, url: "http://10.0.0.1/a", allow_private: true}
folders:
  - {name: ordner, path: drop}
sitemaps:
  - {name: karte, url: "https://blatt.example/news.xml", pause_seconds: 0, refetch_hours: 0, exclude: ["*/sport/*"]}
archives:
  - {name: archiv, path: "warc/*.warc.gz"}
filings:
  - {name: sec, url: "https://filings.example/facts", tickers: "https://filings.example/tickers.json"}
  - {name: mine, path: companyfacts.zip}
"""
    feed, sitemap, page, folder, archive, sec, mine = load(tmp_path, text)
    assert (sec.kind, sec.tickers) == ("filings", "https://filings.example/tickers.json")
    assert (mine.kind, mine.path) == ("filings", tmp_path / "companyfacts.zip")
    assert (sitemap.kind, sitemap.pause_seconds, sitemap.refetch_hours, archive.kind) == ("sitemap", 0, 0, "archive")
    assert sitemap.wants("https://blatt.example/a") is not sitemap.wants("https://blatt.example/sport/a")
    assert archive.path == tmp_path / "warc" / "*.warc.gz"
    assert (feed.kind, feed.language, feed.freshness_hours, feed.contact) == (
        "feed",
        "de",
        24,
        "https://example.org/bot",
    )
    assert (page.kind, page.allow_private) == ("page", True)
    assert (folder.kind, folder.path) == ("folder", tmp_path / "drop")


def test_no_file_and_no_rows_are_no_sources(tmp_path: Path) -> None:
    assert load_sources(tmp_path / "none.yaml") == []
    assert load(tmp_path, "") == []
    assert load(tmp_path, "feeds:\npages: []\n") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("feeds: [", "not valid YAML"),
        (MERGED, "more than 8 aliases like *name; write out what they stand for"),
        ("feeds: []\nfeeds: []\n", "line 2: not valid YAML (the key 'feeds' stands twice); keep one of the two"),
        ("feeds: [{name: a, name: b}]", "the key 'name' stands twice"),
        ("- a", "must be a mapping"),
        ("feed: []", "'feed' is not known"),
        ("feeds: yes", "must be a list"),
        ("feeds: [blatt]", "feeds, row 1: must have fields"),
        ("feeds: [{name: a}]", "feeds, row 1: url is missing"),
        ("feeds: [{url: 'http://a/'}]", "feeds, row 1: name is missing"),
        (
            "pages: [{name: a, url: 'http://a/'}, {name: b, url: 'file:///etc'}]",
            "pages, row 2: url 'file:///etc' is not usable",
        ),
        ("feeds: [{name: a, url: 'http://me:pw@a/'}]", "user name or password"),
        ("feeds: [{name: a, url: 'http://a/', lang: de}]", "'lang' is not known"),
        ("feeds: [{name: a, url: 'http://a/', language: xx}]", "language must be one of de, en"),
        ("feeds: [{name: a, url: 'http://a/', allow_private: maybe}]", "allow_private must be true or false"),
        ("feeds: [{name: a, url: 'http://a/', freshness_hours: -1}]", "freshness_hours must be a number"),
        ("feeds: [{name: a, url: 'http://a/'}]\npages: [{name: a, url: 'http://b/'}]", "'a' is given twice"),
        ("folders: [{name: a, url: 'http://a/'}]", "'url' is not known; there are"),
        ("feeds: [{name: a, url: 'http://a/', pause_seconds: -1}]", "pause_seconds must be a number of seconds"),
        ("feeds: [{name: a, url: 'http://a/', robots: 1}]", "robots must be true or false"),
        ("feeds: [{name: a, url: 'http://a/', include: x}]", "include must be a list of up to 50 patterns"),
        ("archives: [{name: a}]", "archives, row 1: path is missing"),
        ('contact: "a\\nb"', "contact must be"),
        ("filings: [{name: a, url: 'http://a/'}]", "filings, row 1: the SEC wants to know who asks"),
        ("filings: [{name: a}]", "filings, row 1: url is missing"),
        ("filings: [{name: a, path: b, url: 'http://a/'}]", "'url' is not known"),
        ("contact: me\nfilings: [{name: a, url: 'http://a/', tickers: b}]", "tickers 'b' is not usable"),
    ],
)
def test_what_is_wrong_is_said(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"sources\.yaml") as error:
        load(tmp_path, text)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_the_shipped_examples_are_right_when_taken_in(tmp_path: Path) -> None:
    text = (PROJECT / "sources.yaml").read_text("utf-8")
    assert load(tmp_path, text) == []
    sources = load(tmp_path, text.replace("\n#  - ", "\n  - ").replace("\ncontact:", "\ncontact: me@example.org"))
    assert sum(source.kind == "feed" for source in sources) >= 12
    assert {source.language for source in sources if source.kind == "feed"} == {"de", "en"}
