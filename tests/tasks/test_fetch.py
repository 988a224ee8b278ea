"""Fetching: kind sites are read once, hostile ones leave an issue and nothing else."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from kennzahl import ids
from kennzahl.articles import read_bytes
from kennzahl.facts import Article
from tasks.capture import iter_captured
from tasks.capture_index import load_index, warc_files
from tasks.captured import FetchResult
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sources import Source
from tasks.warc import read_warc
from tasks.web import Limits
from tests.servers import Answer, Site, article_page, rss

NIMBLE = Limits(
    connect_seconds=2,
    silence_seconds=1,
    total_seconds=1.5,
    max_bytes=200_000,
    redirects=3,
    retries=1,
    backoff_seconds=0.01,
    longest_wait=0.2,
    pause_seconds=0,
)
TEXT = "Der Umsatz der Muster AG stieg im dritten Quartal um 5 Prozent auf 2,1 Milliarden Euro. Das teilte sie mit."


def page_source(url: str, **more: object) -> Source:
    return Source("blatt", "page", url=url, allow_private=True, **more)  # type: ignore[arg-type]


def feed_source(url: str, **more: object) -> Source:
    return Source("blatt", "feed", url=url, allow_private=True, **more)  # type: ignore[arg-type]


def fetch(paths: DataPaths, *sources: Source, refetch: bool = True) -> FetchResult:
    return fetch_sources(sources, paths, limits=NIMBLE, refetch=refetch)


def reasons(result: FetchResult) -> list[str]:
    return [found.reason for found in result.issues]


@pytest.fixture
def feed_of_five(site: Site) -> Source:
    entries = []
    for number in range(1, 6):
        title = f"Muster AG {number} steigert Umsatz"
        entries.append((site.put(f"/artikel/{number}.html?utm_source=rss", article_page(title, TEXT)), title))
    return feed_source(site.put("/feed.xml", rss(entries).replace("&", "&amp;"), "application/rss+xml", ETag='"one"'))


def test_a_feed_with_five_pages_is_captured_and_read(paths: DataPaths, site: Site, feed_of_five: Source) -> None:
    result = fetch(paths, feed_of_five)
    assert len(result.captured) == 5
    assert result.issues == ()
    articles = [
        article
        for captured in iter_captured(paths)
        for article in read_bytes(
            captured.payload, name=captured.name, media_type=captured.media_type, given=captured.given
        )
    ]
    assert all(isinstance(article, Article) for article in articles)
    assert {article.title for article in articles if isinstance(article, Article)} == {
        f"Muster AG {number} steigert Umsatz" for number in range(1, 6)
    }
    first = articles[0]
    assert isinstance(first, Article)
    assert first.published_at == datetime(2025, 1, 30, 6, tzinfo=UTC)
    assert first.source == "blatt"
    assert "Umsatz der Muster AG" in first.text
    assert "Impressum" not in first.text
    assert first.doc_id == first.url


def test_a_second_fetch_asks_for_the_feed_only(paths: DataPaths, site: Site, feed_of_five: Source) -> None:
    fetch(paths, feed_of_five)
    site.asked.clear()
    again = fetch(paths, feed_of_five)
    assert site.asked == ["/feed.xml"]
    assert (again.captured, again.sources[0].known) == ((), 5)
    assert len(list(iter_captured(paths))) == 5


def test_a_feed_that_answered_a_little_ago_is_not_asked_again(
    paths: DataPaths, site: Site, feed_of_five: Source
) -> None:
    missing = "/artikel/3.html?utm_source=rss"
    page = site.pages.pop(missing)
    fetch(paths, feed_of_five, refetch=False)
    site.asked.clear()
    site.pages[missing] = page
    again = fetch(paths, feed_of_five, refetch=False)
    assert site.asked == [missing]
    assert (len(again.captured), again.sources[0].known, again.sources[0].rested) == (1, 4, True)
    site.asked.clear()
    fetch(paths, replace(feed_of_five, refetch_hours=0), refetch=False)
    assert site.asked == ["/feed.xml"]


def test_what_was_fetched_is_seen_again_without_its_bytes(paths: DataPaths, site: Site, feed_of_five: Source) -> None:
    fetch(paths, feed_of_five)
    fetch(paths, feed_of_five)
    feeds = [entry for entry in load_index(paths).entries if entry.target.endswith("/feed.xml")]
    assert [(entry.role, entry.original) for entry in feeds] == [("feed", None), ("again", feeds[0].capture_id)]


def test_the_same_bytes_under_another_address_are_a_revisit(paths: DataPaths, site: Site) -> None:
    page = article_page("Zwilling", TEXT)
    sources = [replace(page_source(site.put(path, page)), name=path) for path in ("/eins", "/zwei")]
    first, second = fetch(paths, *sources).captured
    [file] = warc_files(paths)
    assert [stored.kind for stored in read_warc(file)] == ["response", "revisit"]
    one, other = iter_captured(paths)
    assert (one.capture_id, other.capture_id) == (first, second)
    assert (one.payload, one.media_type, one.given.doc_id) == (other.payload, other.media_type, site.url("/eins"))
    assert other.given.doc_id == site.url("/zwei")
    assert [captured.capture_id for captured in iter_captured(paths, skip={first})] == [second]


@pytest.mark.parametrize("how", ["Last_Modified", "ETag"])
def test_a_page_that_its_feed_calls_changed_is_asked_again_and_becomes_a_revision(
    how: str, paths: DataPaths, site: Site
) -> None:
    morning, noon, evening = (datetime.now(UTC) + timedelta(hours=hours) for hours in (-2, 1, 2))

    def publish(text: str, version: str, changed: datetime) -> Source:
        page = site.put("/a", article_page("Muster AG wächst", text), **{how: version})
        return feed_source(site.put("/feed", rss([(page, "A")], format_datetime(changed)), "text/xml"))

    def visit(source: Source, now: datetime) -> FetchResult:
        return fetch_sources([source], paths, limits=NIMBLE, refetch=True, now=now)

    assert len(visit(publish(TEXT, "eins", morning), noon).captured) == 1
    site.asked.clear()
    visit(publish(TEXT, "eins", morning), noon)
    assert "/a" not in site.asked
    assert visit(publish(TEXT, "eins", noon), evening).captured == ()
    assert site.asked.count("/a") == 1
    assert len(visit(publish(TEXT.replace("2,1", "2,2"), "zwei", evening), evening).captured) == 1
    articles = [
        read_bytes(captured.payload, name=captured.name, media_type=captured.media_type, given=captured.given)[0]
        for captured in iter_captured(paths)
    ]
    first, second = articles
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert ids.article_id(first) == ids.article_id(second)
    assert ids.text_revision(first) != ids.text_revision(second)


def test_an_unchanged_feed_still_gives_what_a_dead_run_left_out(paths: DataPaths, site: Site) -> None:
    missing = site.url("/spaet.html")
    feed = feed_source(site.put("/feed.xml", rss([(missing, "Spät")]), "application/rss+xml", ETag='"x"'))
    assert reasons(fetch(paths, feed)) == ["http_status"]
    site.put("/spaet.html", article_page("Spät", TEXT))
    assert len(fetch(paths, feed).captured) == 1


def test_the_state_can_be_lost(paths: DataPaths, site: Site, feed_of_five: Source) -> None:
    fetch(paths, feed_of_five)
    fetch(paths, feed_of_five)
    for part in (paths.state / "captures").iterdir():
        part.write_text("{broken")
    site.asked.clear()
    assert fetch(paths, feed_of_five).captured == ()
    assert site.asked == ["/feed.xml"]


def test_the_user_agent_is_honest(paths: DataPaths, site: Site) -> None:
    fetch(paths, page_source(site.put("/a", article_page("A", TEXT)), contact="https://example.org/bot"))
    assert [agent.partition("/")[0] for agent in site.agents] == ["Kennzahl"]
    assert all(agent.endswith("(+https://example.org/bot)") for agent in site.agents)


ROBOTS = """User-agent: *
Disallow: /geheim
User-agent: Kennzahl
Disallow: /nicht
Crawl-delay: 0.05
"""


def test_robots_are_heeded_and_asked_once_a_day(paths: DataPaths, site: Site) -> None:
    site.put("/robots.txt", ROBOTS, "text/plain")
    pages = [site.put(path, article_page(path, TEXT)) for path in ("/nicht/a", "/geheim/b", "/c")]
    feed = feed_source(site.put("/feed", rss([(page, "x") for page in pages]), "text/xml"))
    result = fetch(paths, feed)
    assert reasons(result) == ["robots_forbid"]
    assert site.asked == ["/feed", "/geheim/b", "/c"]
    fetch(paths, feed)
    assert site.robots == 1
    assert len(fetch(paths, replace(feed, robots=False)).captured) == 1


@pytest.mark.parametrize("where", ["/robots.txt", "/weiter"])
def test_robots_hold_for_the_end_of_a_redirect_too(where: str, paths: DataPaths, site: Site) -> None:
    site.pages["/robots.txt"] = (301, {"Location": "/weiter"}, b"")
    site.put(where, "User-agent: *\nDisallow: /nicht", "text/plain")
    site.pages["/a"] = (302, {"Location": "/nicht"}, b"")
    assert reasons(fetch(paths, page_source(site.url("/a")))) == ["robots_forbid"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((404, {}, b""), []),
        ((403, {}, b""), []),
        ((500, {}, b""), ["robots_unavailable"]),
        ((200, {}, b"\xff\x00" * 9_000), []),
        ((200, {}, b"x" * 300_000), ["robots_unavailable"]),
        ((302, {"Location": "/robots.txt"}, b""), []),
        ((200, {}, b"User-agent: *\nCrawl-delay: nan\nRequest-rate: 9/0\nDisallow: /%ZZ\n"), []),
        ((200, {}, b"User-agent: *\nDisallow: /" + b"*a" * 2_000 + b"$"), []),
    ],
)
def test_what_a_robots_answer_means(answer: Answer, expected: list[str], paths: DataPaths, site: Site) -> None:
    site.pages["/robots.txt"] = answer
    assert reasons(fetch(paths, page_source(site.put("/" + "a" * 1_000, article_page("A", TEXT))))) == expected


def test_pauses_lie_between_requests_and_a_source_takes_its_time_only(paths: DataPaths, site: Site) -> None:
    pages = [site.put(f"/{number}", article_page(f"Seite {number}", TEXT)) for number in range(4)]
    feed = feed_source(site.put("/feed", rss([(page, "x") for page in pages]), "text/xml"), pause_seconds=0.2)
    began = time.monotonic()
    result = fetch_sources([feed], paths, limits=replace(NIMBLE, source_seconds=0.5))
    assert time.monotonic() - began >= 0.4
    assert reasons(result) == ["left_for_next_run"]
    assert (result.sources[0].fetched, result.sources[0].left) == (2, 2)
    assert len(fetch(paths, feed).captured) == 2


TONIGHT = datetime.now(UTC)
NIGHTS = [TONIGHT + timedelta(days=night) for night in range(6)]


def test_a_host_that_wants_a_pause_longer_than_a_run_is_asked_for_one_thing_a_night(
    paths: DataPaths, site: Site
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7200", "text/plain")
    pages = [site.put(f"/{number}", article_page(f"Seite {number}", f"{TEXT} Werk {number}.")) for number in range(3)]
    feed = feed_source(site.put("/feed", rss([(page, "x") for page in pages]), "text/xml"), pause_seconds=None)
    for night in NIGHTS[:5]:
        result = fetch_sources([feed], paths, limits=NIMBLE, now=night)
        assert reasons(result) in (["left_for_next_run"], [])
    assert site.asked == ["/feed", "/0", "/1", "/2", "/feed"]


def test_so_is_the_host_of_an_index_of_sitemaps(paths: DataPaths, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7200", "text/plain")
    for inner in "ab":
        page = site.put(f"/{inner}/1", article_page(f"Seite {inner}", f"{TEXT} Werk {inner}."))
        site.put(f"/{inner}.xml", f"<urlset><url><loc>{page}</loc></url></urlset>", "text/xml")
    index = "".join(f"<sitemap><loc>{site.url(f'/{inner}.xml')}</loc></sitemap>" for inner in "ab")
    url = site.put("/index.xml", f"<sitemapindex>{index}</sitemapindex>", "text/xml")
    for night in NIGHTS:
        fetch_sources([Source("karte", "sitemap", url=url, allow_private=True)], paths, limits=NIMBLE, now=night)
    assert site.asked == ["/index.xml", "/a.xml", "/a/1", "/b.xml", "/b/1", "/index.xml"]


def test_a_pause_holds_for_the_next_run_too(paths: DataPaths, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7200", "text/plain")
    pages = [page_source(site.put(f"/{number}", article_page("Seite", TEXT)), pause_seconds=None) for number in "ab"]
    for page, minutes in zip([pages[0], pages[1], pages[1]], (0, 60, 121), strict=True):
        fetch_sources([page], paths, limits=NIMBLE, now=TONIGHT + timedelta(minutes=minutes))
    assert site.asked == ["/a", "/b"]
    assert len(list(iter_captured(paths))) == 2


def test_only_the_wanted_pages_of_a_feed_are_asked_for(paths: DataPaths, site: Site) -> None:
    pages = [site.put(path, article_page(path, TEXT)) for path in ("/sport/1", "/wirtschaft/2", "/wirtschaft/video/3")]
    feed = feed_source(site.put("/feed", rss([(page, "x") for page in pages]), "text/xml"))
    fetch(paths, replace(feed, include=("*/wirtschaft/*",), exclude=("*/video/*",)))
    assert site.asked == ["/feed", "/wirtschaft/2"]


def test_redirects_are_followed_and_remembered(paths: DataPaths, site: Site) -> None:
    site.put("/neu", article_page("Neu", TEXT))
    site.pages["/alt"] = (301, {"Location": "/neu"}, b"")
    assert len(fetch(paths, page_source(site.url("/alt"))).captured) == 1
    site.asked.clear()
    assert fetch(paths, page_source(site.url("/alt"))).captured == ()
    assert fetch(paths, page_source(site.url("/neu"))).captured == ()
    assert site.asked == []


def test_gzip_from_a_server_is_stored_plain(paths: DataPaths, site: Site) -> None:
    body = gzip.compress(article_page("Gepackt", TEXT).encode())
    fetch(paths, page_source(site.put("/gz", body, Content_Encoding="gzip")))
    [captured] = iter_captured(paths)
    assert b"Gepackt" in captured.payload


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_after_a_pause(paths: DataPaths, site: Site, status: int) -> None:
    page = article_page("Geduld", TEXT).encode()

    def busy(_: BaseHTTPRequestHandler) -> Answer:
        return (
            (status, {"Retry-After": "0"}, b"") if len(site.asked) == 1 else (200, {"Content-Type": "text/html"}, page)
        )

    site.pages["/busy"] = busy
    assert len(fetch(paths, page_source(site.url("/busy"))).captured) == 1
    assert len(site.asked) == 2


def test_a_server_that_wants_a_long_pause_is_left_for_next_time(paths: DataPaths, site: Site) -> None:
    site.pages["/later"] = (503, {"Retry-After": "3600"}, b"")
    assert reasons(fetch(paths, page_source(site.url("/later")))) == ["http_status"]
    assert len(site.asked) == 1


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, forever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        if STOP.wait(0.05):
            return


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    """The same before the first line is over."""
    for _ in range(200):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        if STOP.wait(0.05):
            return


def endless(handler: BaseHTTPRequestHandler) -> None:
    """As much as the line takes, without a length."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(100_000):
        handler.wfile.write(b"y" * 10_000)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Less than announced."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"half a page")


def silent(_: BaseHTTPRequestHandler) -> None:
    """Not a word."""
    STOP.wait(5)


def gibberish(handler: BaseHTTPRequestHandler) -> None:
    """No HTTP at all."""
    handler.wfile.write(b"\x00\xff" * 500 + b"\r\n\r\n")


BOMB = zlib.compressobj(9, wbits=31)
BOMB_BYTES = BOMB.compress(b"\0" * 50_000_000) + BOMB.flush()

HOSTILE = {
    "drips forever": (drip, "too_slow"),
    "drips its headers": (drip_headers, "too_slow"),
    "never ends": (endless, "response_too_large"),
    "breaks off": (broken_off, "unreachable"),
    "says nothing": (silent, "unreachable"),
    "speaks no HTTP": (gibberish, "unreachable"),
    "sends a gzip bomb": (
        (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, BOMB_BYTES),
        "response_too_large",
    ),
    "sends damaged gzip": (
        (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"\x1f\x8bxxxx"),
        "unreachable",
    ),
    "packs as nobody asked": ((200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"xx"), "unreachable"),
    "announces too much": ((200, {"Content-Type": "text/html"}, b"z" * 300_000), "response_too_large"),
    "sends a film": ((200, {"Content-Type": "video/mp4"}, b"film"), "wrong_content_type"),
    "has nothing": ((404, {}, b""), "http_status"),
    "fails": ((500, {}, b""), "http_status"),
    "redirects in a circle": ((302, {"Location": "/x"}, b""), "too_many_redirects"),
    "redirects to a file": ((302, {"Location": "file:///etc/passwd"}, b""), "bad_url"),
    "redirects with a password": ((302, {"Location": "http://me:secret@127.0.0.1/"}, b""), "bad_url"),
    "redirects to nonsense": ((302, {"Location": "http://[::1"}, b""), "bad_url"),
    "redirects to the cloud's secrets": ((302, {"Location": "http://169.254.169.254/latest"}, b""), "refused_address"),
}


@pytest.fixture
def _stopping(site: Site) -> None:
    global STOP
    STOP = site.stopping


@pytest.mark.usefixtures("_stopping")
@pytest.mark.parametrize(("answer", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_server_that(answer: object, reason: str, paths: DataPaths, site: Site) -> None:
    site.pages["/x"] = answer  # type: ignore[assignment]
    result = fetch(paths, page_source(site.url("/x")))
    assert reasons(result) == [reason]
    assert result.captured == ()
    assert list(iter_captured(paths)) == []


@pytest.mark.parametrize(
    "where", ["http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://[::ffff:127.0.0.1]:{port}/"]
)
def test_private_addresses_are_refused_unless_allowed(where: str, paths: DataPaths, site: Site) -> None:
    url = where.format(port=site.base.rpartition(":")[2])
    site.put("/", article_page("Intranet", TEXT))
    assert reasons(fetch(paths, Source("blatt", "page", url=url))) == ["refused_address"]
    assert site.asked == []


def test_a_name_that_changes_its_address_is_asked_once(
    paths: DataPaths, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rebinding: harmless when checked, private when connected to. There is no second look-up, so nothing to change."""
    looked_up = []
    answers = ["192.0.2.1", "127.0.0.1"]  # the first one is documentation only: nobody answers there

    def rebinding(host: str, port: int, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        address = answers[min(len(looked_up), 2) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    port = site.base.rpartition(":")[2]
    assert reasons(fetch(paths, Source("blatt", "page", url=f"http://rebind.example:{port}/"))) == ["refused_address"]
    assert looked_up == ["rebind.example"]
    assert site.asked == []


def test_a_redirect_into_the_private_network_is_refused(
    paths: DataPaths, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host counts as public here; the one it points to does not."""
    import tasks.web

    port = site.base.rpartition(":")[2]
    site.pages["/"] = (302, {"Location": f"http://localhost:{port}/secret"}, b"")
    site.put("/secret", "secret")
    allowed = tasks.web.is_allowed
    calls = []

    def first_only(address: str, *, allow_private: bool) -> bool:
        calls.append(address)
        return len(calls) == 1 or allowed(address, allow_private=allow_private)

    monkeypatch.setattr(tasks.web, "is_allowed", first_only)
    result = fetch(paths, Source("blatt", "page", url=site.url("/")))
    assert reasons(result) == ["refused_address"]
    assert "/secret" not in site.asked


LAUGHS = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
FEEDS = {
    "billion laughs": f"<?xml version='1.0'?><!DOCTYPE rss [{LAUGHS}]><rss version='2.0'><channel>&c;</channel></rss>",
    "a file of this machine": (
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><title>&x;</title>"
        "<link>http://127.0.0.1/</link></item></channel></rss>"
    ),
    "laughs in a broken document": f"<!DOCTYPE rss [{LAUGHS}]><rss version='2.0'><channel><item></channel></rss>",
    "a tower": "<rss version='2.0'>" + "<a>" * 5_000,
    "a page": article_page("Kein Feed", TEXT),
    "nothing": "",
    "noise": "\x00\x01\x02<<<<>>>>" * 50,
}


@pytest.mark.parametrize("body", FEEDS.values(), ids=FEEDS.keys())
def test_what_is_no_honest_feed_is_an_issue(body: str, paths: DataPaths, site: Site) -> None:
    result = fetch(paths, feed_source(site.put("/feed", body, "application/rss+xml")))
    assert reasons(result) == ["bad_feed"]
    assert site.asked == ["/feed"]


def test_entries_that_lead_elsewhere_are_checked_like_all_addresses(paths: DataPaths, site: Site) -> None:
    good = site.put("/gut", article_page("Gut", TEXT))
    links = ["javascript:alert(1)", "file:///etc/passwd", "http://user:pw@127.0.0.1/", "http://169.254.169.254/", good]
    feed = feed_source(site.put("/feed", rss([(link, "x") for link in links]), "text/xml"))
    result = fetch(paths, feed)
    assert reasons(result) == ["bad_url", "bad_url", "bad_url", "refused_address"]
    assert len(result.captured) == 1


def test_a_feed_that_fell_silent_is_noted(paths: DataPaths, site: Site) -> None:
    page = site.put("/a", article_page("A", TEXT))
    feed = feed_source(site.put("/feed", rss([(page, "A")]), "text/xml"), freshness_hours=24)
    result = fetch_sources([feed], paths, limits=NIMBLE, now=datetime(2025, 2, 3, tzinfo=UTC))
    assert reasons(result) == ["stale_source"]
    assert result.sources[0].stale
    assert not fetch_sources([feed], paths, limits=NIMBLE, now=datetime(2025, 1, 30, 12, tzinfo=UTC)).sources[0].stale


def test_a_broken_source_does_not_stop_the_others(paths: DataPaths, site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    result = fetch_sources(
        [
            Source("weg", "page", url="http://no-such-host.invalid/", allow_private=True),
            page_source(site.put("/a", article_page("A", TEXT))),
            Source("ordner", "folder", path=folder),
            Source("fehlt", "folder", path=tmp_path / "nowhere"),
        ],
        paths,
        limits=NIMBLE,
    )
    assert [one.name for one in result.sources] == ["weg", "blatt", "ordner", "fehlt"]
    assert [one.fetched for one in result.sources] == [0, 1, 1, 0]
    assert reasons(result) == ["unreachable", "unreadable_file"]
    assert (folder / "a.txt").exists()
