"""Pages: what they say of themselves, in the order of trust."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from kennzahl.articles import Given, read_bytes
from kennzahl.facts import Article, Issue

TEXT = (
    "<p>Die Muster AG hat im dritten Quartal 2,1 Milliarden Euro umgesetzt, nach zwei Milliarden im Jahr zuvor.</p>" * 2
)
URL = "https://www.blatt.example/wirtschaft/muster.html"


def page(head: str = "", body: str = TEXT, lang: str = "de") -> bytes:
    main = f"<body><main><article>{body}</article></main></body>"
    return f"<!doctype html><html lang={lang}><head>{head}</head>{main}</html>".encode()


def read(payload: bytes, **known: object) -> Article:
    found = read_bytes(payload, name="seite.html", given=Given(**{"url": URL, **known}))[0]  # type: ignore[arg-type]
    assert isinstance(found, Article), found
    return found


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


OG = og("Aus OpenGraph") + '<meta property="article:published_time" content="2025-01-29T08:00:00Z">'
GRAPH = [{"@type": "WebSite", "name": "Blatt"}, {"@type": ["Thing", "Article"], "headline": "Aus dem Graphen"}]
TITLES = {
    "JSON-LD first": (ld(headline="Aus JSON-LD") + OG + "<title>Aus dem Titel</title>", "Aus JSON-LD"),
    "then OpenGraph": (OG + "<title>Aus dem Titel</title>", "Aus OpenGraph"),
    "then the title without the site": ("<title>Aus dem Titel | Blatt</title>", "Aus dem Titel"),
    "inside a graph": (ld(**{"@type": None, "@graph": GRAPH}), "Aus dem Graphen"),
    "escaped twice": (ld(headline="Müller &amp;amp; Söhne"), "Müller & Söhne"),
    "completed": (ld(headline="Umsatz steigt …") + og("Umsatz steigt um 5 Prozent"), "Umsatz steigt um 5 Prozent"),
    "with its own end": (ld(headline="Umsatz steigt") + og("Umsatz steigt!"), "Umsatz steigt!"),
    "not a longer one": (ld(headline="Umsatz steigt") + og("Umsatz steigt - und nun?"), "Umsatz steigt"),
    "without the section": (ld(headline="Umsatz steigt | Wirtschaft") + og("Umsatz steigt"), "Umsatz steigt"),
    "broken JSON-LD": ('<script type="application/ld+json">{"headline": </script>' + OG, "Aus OpenGraph"),
    "JSON-LD of a picture": (ld(**{"@type": "ImageObject", "headline": "Bild"}) + OG, "Aus OpenGraph"),
    "a live blog": (ld(**{"@type": "LiveBlogPosting", "headline": "+++ live +++"}) + OG, "Aus OpenGraph"),
}


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES.keys())
def test_the_headline(head: str, title: str) -> None:
    assert read(page(head)).title == title


TIMES = {
    "JSON-LD first": (ld(datePublished="2025-01-30T07:15:00+01:00") + OG, "", (2025, 1, 30, 6, 15), "json-ld"),
    "then OpenGraph": (OG, "", (2025, 1, 29, 8), "opengraph"),
    "other meta elements": ('<meta name="date" content="2025-01-28">', "", (2025, 1, 28), "meta"),
    "a time without a zone is local": (ld(datePublished="2025-07-01 09:00:00"), "", (2025, 7, 1, 7), "json-ld"),
    "junk is passed over": (ld(datePublished="gestern") + OG, "", (2025, 1, 29, 8), "opengraph"),
    "time elements": ("", '<time datetime="2025-01-27T10:00:00Z">Montag</time>', (2025, 1, 27, 10), "time"),
    "microdata": (
        "",
        '<i itemprop="datePublished" content="2025-01-26T10:00:00Z"></i>',
        (2025, 1, 26, 10),
        "microdata",
    ),
    "printed under the headline": ("", "<h1>Plus</h1><p>Mo 27.01.25 | 14:07 Uhr</p>", (2025, 1, 27, 13, 7), "text"),
}


@pytest.mark.parametrize(("head", "body", "moment", "how"), TIMES.values(), ids=TIMES.keys())
def test_the_time(head: str, body: str, moment: tuple[int, ...], how: str) -> None:
    found = read(page(head, body + TEXT))
    assert (found.published_at, found.published_how) == (datetime(*moment, tzinfo=UTC), how)  # type: ignore[arg-type, misc]


def test_the_feed_is_asked_where_the_page_is_silent() -> None:
    moment = datetime(2025, 1, 20, 5, tzinfo=UTC)
    assert read(page(), feed_published_at=moment).published_how == "feed"
    assert read(page(OG), feed_published_at=moment).published_how == "opengraph"
    assert read(page(), feed_title="Aus dem Feed").title == "Aus dem Feed"


def test_the_day_in_the_address_is_the_last_resort() -> None:
    found = read(page(), url="https://blatt.example/2025/01/30/muster.html")
    assert (found.published_at, found.published_how) == (datetime(2025, 1, 30, tzinfo=UTC), "url")


def test_a_page_of_the_future_has_no_date() -> None:
    found = read_bytes(page(OG), name="a.html", given=Given(fetched_at=datetime(2024, 1, 1, tzinfo=UTC)))
    assert isinstance(found[0], Article)
    assert found[0].published_at is None
    assert isinstance(found[1], Issue)
    assert found[1].reason == "future_date"


@pytest.mark.parametrize(
    ("href", "canonical"),
    [
        ("/w/muster", "https://www.blatt.example/w/muster"),
        ("https://m.blatt.example/muster", "https://m.blatt.example/muster"),
        ("https://evil.test/muster", None),
        ("javascript:alert(1)", None),
        ("http://[::1", None),
    ],
)
def test_a_page_names_its_address_on_its_own_site_only(href: str, canonical: str | None) -> None:
    assert read(page(f'<link rel="canonical" href="{href}">')).canonical_url == canonical


def test_navigation_and_footers_stay_outside() -> None:
    payload = (
        page(OG)
        .replace(b"<main>", b"<nav><a href=/>Start</a></nav><main>")
        .replace(b"</main>", b"</main><footer>Impressum</footer>")
    )
    text = read(payload).text
    assert text.startswith("Aus OpenGraph\n\nDie Muster AG")
    assert "Impressum" not in text
    assert "Start" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_declared_encoding_counts(encoding: str) -> None:
    body = TEXT.replace("Muster", "Müßig")
    head = f'<head><meta charset="{encoding}"><title>Größe</title></head>'
    html = f"<!doctype html><html>{head}<body><article>{body}</article></body></html>"
    assert "Müßig AG" in read(html.encode(encoding)).text


def test_a_page_saved_as_text_is_still_a_page() -> None:
    [found] = read_bytes(page(OG), name="gespeichert.txt")
    assert isinstance(found, Article)
    assert found.title == "Aus OpenGraph"


def test_a_publishers_rule_is_data() -> None:
    head = ld(headline="Für Maschinen") + '<meta property="og:title" content="Für Menschen">'
    assert read(page(head)).title == "Für Maschinen"
    assert read(page(head), url="https://www.merkur.de/wirtschaft/muster.html").title == "Für Menschen"
