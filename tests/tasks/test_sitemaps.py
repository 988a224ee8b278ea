"""News sitemaps: what a site published of late, also through an index; hostile ones leave an issue."""

from __future__ import annotations

import gzip

import pytest

from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sitemaps import MAX_UNPACKED, read_sitemap
from tasks.sources import Source
from tests.servers import Site, article_page
from tests.tasks.test_fetch import LAUGHS, NIMBLE, TEXT, reasons

HOME = "https://blatt.example/sitemap.xml"


def sitemap(*pages: tuple[str, str, str]) -> str:
    """A news sitemap of ``(address, title, published)``."""
    rows = "".join(
        f"<url><loc>{url}</loc><news:news><news:publication><news:name>Blatt</news:name></news:publication>"
        f"<news:publication_date>{day}</news:publication_date><news:title>{title}</news:title></news:news></url>"
        for url, title, day in pages
    )
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'
    )


def index(*urls: str) -> str:
    rows = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'


def test_the_newest_pages_come_first() -> None:
    text = sitemap(("/alt", "Alt", "2025-01-29"), ("/neu", "Neu &amp; gut", "2025-01-30T07:00:00+01:00"))
    new, old = read_sitemap(text.encode(), HOME, 10).pages
    assert (new.url, new.title, old.title) == ("https://blatt.example/neu", "Neu & gut", "Alt")
    assert new.published_at is not None
    assert new.published_at.isoformat() == "2025-01-30T06:00:00+00:00"
    assert [page.title for page in read_sitemap(gzip.compress(text.encode()), HOME, 1).pages] == ["Neu & gut"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<urlset>",
        b"<rss version='2.0'/>",
        b"<html><body>404</body></html>",
        f"<!DOCTYPE urlset [{LAUGHS}]><urlset><url><loc>&c;</loc></url></urlset>".encode(),
        b"<urlset>" * 5_000,
        gzip.compress(b" " * (MAX_UNPACKED + 1), 1),
        gzip.compress(b"<urlset/>")[:-5],
    ],
)
def test_what_is_no_honest_sitemap_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="it"):
        read_sitemap(body, HOME, 10)


def test_a_site_is_fetched_by_its_index(paths: DataPaths, site: Site) -> None:
    pages = [site.put(f"/{name}", article_page(name, TEXT)) for name in ("eins", "zwei")]
    first = site.put("/1.xml", sitemap((pages[0], "Eins", "2025-01-30")), "application/xml")
    second = site.put(
        "/2.xml.gz", gzip.compress(sitemap((pages[1], "Zwei", "2025-01-30")).encode()), "application/gzip"
    )
    start = site.put("/sitemap.xml", index(first, second, site.url("/fehlt.xml"), "file:///etc/passwd"), "text/xml")
    source = Source("blatt", "sitemap", url=start, allow_private=True)
    result = fetch_sources([source], paths, limits=NIMBLE)
    assert len(result.captured) == 2
    assert reasons(result) == ["http_status", "bad_url"]
    site.asked.clear()
    assert fetch_sources([source], paths, limits=NIMBLE).sources[0].known == 2
    assert site.asked == ["/fehlt.xml"]


def test_an_index_of_itself_ends(paths: DataPaths, site: Site) -> None:
    start = site.url("/sitemap.xml")
    site.put("/sitemap.xml", index(*[start] * 100), "text/xml")
    result = fetch_sources([Source("blatt", "sitemap", url=start, allow_private=True)], paths, limits=NIMBLE)
    assert result.captured == ()
    assert len(site.asked) <= 21


def test_a_page_is_no_sitemap(paths: DataPaths, site: Site) -> None:
    start = site.put("/sitemap.xml", article_page("A", TEXT))
    source = Source("blatt", "sitemap", url=start, allow_private=True)
    assert reasons(fetch_sources([source], paths, limits=NIMBLE)) == ["bad_sitemap"]
