"""What companies filed: brought in from the SEC, a folder or its zip, by its rules, and kept; problems are issues."""

from __future__ import annotations

import gzip
import json
import time
import zipfile
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from kennzahl.catalog.companies import catalogue
from kennzahl.catalog.filers import ciks
from kennzahl.facts import Company, Reading
from tasks.filings import origins
from tasks.filings.bring import BroughtFilings, bring_filings
from tasks.filings.companyfacts import read_company_facts, read_tickers
from tasks.filings.filers import Reporting, filers
from tasks.filings.shelf import Shelf
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tasks.query import connect
from tasks.source_check import check_sources
from tasks.sources import Source
from tests.servers import Answer, Site
from tests.tasks.filed import APPLE, MICROSOFT, company_facts, entry
from tests.tasks.handmade import Q3_2024, article, attempt, fact, quantity
from tests.tasks.test_fetch import NIMBLE

NOW = datetime(2024, 11, 5, 3, 30, tzinfo=UTC)
SALES = entry(94_930_000_000, "2024-09-28", "2024-06-30")
FILED = company_facts(APPLE, Revenues=[SALES])
PALM = Company("palm-garden", "Palm Garden", isin="US0000000001", ticker="PALM", country="US")


def news_of(paths: DataPaths, *companies: Company, amount: str = "94.9") -> None:
    """Put a report of each company's sales into the ledger."""
    attempts = []
    for company in companies:
        text = article(
            f"{company.name} reports\n\n{company.name} sold goods for ${amount} billion.", doc_id=company.slug
        )
        value = quantity(text.text, f"${amount} billion", f"{amount}e9", "USD", step=10**8)
        stated = fact(text, company=company, value=value, period=Q3_2024)
        attempts.append(attempt(company.slug, Reading(text, (stated,), (), (), figures=1)))
    Ledger(paths.ledger).append(attempts, run_id="run", engine_version="1")


def known(slug: str) -> Company:
    return catalogue().by_slug[slug].company


def sec(site: Site, **more: Any) -> Source:
    return Source("sec", "filings", url=f"{site.base}/facts", contact="me@example.org", allow_private=True, **more)


def name_of(cik: int) -> str:
    return f"/facts/{origins.file_name(cik)}"


def bring(paths: DataPaths, *sources: Source, now: datetime = NOW, **more: Any) -> BroughtFilings:
    return bring_filings(sources, paths, limits=NIMBLE, now=now, **more)


def reasons(brought: BroughtFilings) -> list[str]:
    return [found.reason for found in brought.issues]


def on_shelf(paths: DataPaths) -> dict[str, float]:
    return {row["company_slug"]: row["value"] for row in Shelf.of(paths).table().to_pylist()}


def the_sec(facts: bytes) -> Any:
    """A server as the SEC's: who does not say who he is gets nothing."""

    def answer(request: BaseHTTPRequestHandler) -> Answer:
        if "me@example.org" not in request.headers.get("User-Agent", ""):
            return 403, {}, b"declare your traffic"
        assert "gzip" in request.headers["Accept-Encoding"]
        return (
            200,
            {"Content-Type": "application/json", "Content-Encoding": "gzip", "ETag": '"1"'},
            gzip.compress(facts),
        )

    return answer


def test_what_was_filed_is_brought_in_once_and_asked_for_again_when_it_may_have_changed(
    paths: DataPaths, site: Site
) -> None:
    news_of(paths, known("apple"))
    site.pages[name_of(APPLE)] = the_sec(FILED)
    first = bring(paths, sec(site))
    assert (first.issues, first.sources[0].fetched, on_shelf(paths)) == ((), 1, {"apple": 94.93e9})
    seen = Shelf.of(paths).fingerprint()
    soon = bring(paths, sec(site), now=NOW + timedelta(hours=11))
    assert (soon.sources[0].fetched, soon.sources[0].known, len(site.asked)) == (0, 1, 1)
    later = bring(paths, sec(site), now=NOW + timedelta(hours=13))  # 304: not modified
    assert (later.sources[0].fetched, later.sources[0].known, len(site.asked)) == (0, 1, 2)
    assert Shelf.of(paths).fingerprint() == seen and on_shelf(paths) == {"apple": 94.93e9}
    bring(paths, sec(site), now=NOW + timedelta(hours=14), refetch=True)
    assert len(site.asked) == 3


def test_who_does_not_say_who_he_is_is_shut_out_and_asks_no_further(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"), known("microsoft"))
    site.pages |= {name_of(cik): the_sec(FILED) for cik in (APPLE, MICROSOFT)}
    stranger = Source("sec", "filings", url=f"{site.base}/facts", allow_private=True)
    brought = bring(paths, stranger)
    assert reasons(brought) == ["http_status", "left_for_next_run"]
    assert "status 403" in brought.issues[0].words
    assert len(site.asked) == 1 and on_shelf(paths) == {}


def test_a_busy_server_is_asked_again_when_it_says(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"))
    busy: list[Answer] = [(429, {"Retry-After": "0"}, b""), (200, {}, FILED)]
    site.pages[name_of(APPLE)] = lambda _: busy.pop(0)
    assert bring(paths, sec(site)).issues == ()
    assert on_shelf(paths) == {"apple": 94.93e9}


def test_a_server_that_wants_a_long_pause_is_left_for_the_next_run(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"), known("microsoft"))
    site.pages |= {name_of(cik): (429, {"Retry-After": "600"}, b"") for cik in (APPLE, MICROSOFT)}
    brought = bring(paths, sec(site))
    assert reasons(brought) == ["http_status", "left_for_next_run"]
    assert (brought.sources[0].left, len(site.asked)) == (2, 1)


BROKEN = {
    "broken JSON": (b'{"cik": 320193, "facts": {', "broken JSON"),
    "no JSON": (b"<html>Request Rate Threshold Exceeded</html>", "broken JSON"),
    "nested without end": (b"[" * 100_000, "JSON"),
    "a list": (b"[]", "it has no facts"),
    "another company": (company_facts(MICROSOFT), "it is of the company 789019"),
    "odd facts": (b'{"cik": 320193, "facts": {"us-gaap": []}}', "us-gaap is not an object"),
    "nothing": (b"", "broken JSON"),
    "no text": (b"\xff\xfe\x00", "broken JSON"),
    "a number without end": (b'{"cik": ' + b"9" * 5000 + b"}", "broken JSON"),
}


@pytest.mark.parametrize(("body", "words"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_company_facts_is_an_issue_and_the_others_go_on(
    body: bytes, words: str, paths: DataPaths, site: Site
) -> None:
    news_of(paths, known("apple"), known("microsoft"))
    site.pages[name_of(APPLE)] = (200, {}, body)
    site.pages[name_of(MICROSOFT)] = (200, {}, company_facts(MICROSOFT, Revenues=[SALES]))
    brought = bring(paths, sec(site))
    assert reasons(brought) == ["bad_filings"] and words in brought.issues[0].words
    assert on_shelf(paths) == {"microsoft": 94.93e9}


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_an_answer_without_end_is_not_read(
    pack: Any, paths: DataPaths, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "MAX_BYTES", 100_000)
    news_of(paths, known("apple"))
    headers = {"Content-Encoding": "gzip"} if pack is gzip.compress else {}
    site.pages[name_of(APPLE)] = (200, headers, pack(b" " * 1_000_000 + FILED))
    assert reasons(bring(paths, sec(site))) == ["response_too_large"]


def test_entries_that_are_not_whole_are_left_out() -> None:
    odd: list[Any] = [
        None, 7, {}, {**SALES, "val": "94"}, {**SALES, "val": None}, {**SALES, "val": True}, {**SALES, "val": 1e300},
        {**SALES, "end": "2024-13-01"}, {**SALES, "start": "soon"}, {**SALES, "filed": None}, {**SALES, "accn": 5},
        {**SALES, "form": "10\n-K"}, {**SALES, "form": "x" * 300}, {**SALES, "val": float("nan")},
    ]  # fmt: skip
    found = read_company_facts(company_facts(APPLE, Revenues=[*odd, SALES], Unheard=[SALES]), APPLE)
    assert [row["value"] for row in found.to_pylist()] == [94.93e9]
    assert len(read_company_facts(company_facts(APPLE, "EUR", Revenues=[SALES]), APPLE)) == 0


def test_a_company_that_files_nothing_is_not_asked_for_every_night(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"))
    for _ in range(2):
        assert bring(paths, sec(site)).issues == ()
    assert len(site.asked) == 1 and on_shelf(paths) == {}


def test_requests_keep_their_distance(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"), known("microsoft"), known("costco"))
    began = time.monotonic()
    bring(paths, sec(site, pause_seconds=0))
    assert len(site.asked) == 3
    assert time.monotonic() - began >= 2 * origins.SHORTEST_PAUSE


def test_the_secs_list_tells_the_key_of_companies_that_ours_does_not_have(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"), PALM)
    listed = {"0": {"cik_str": 4711, "ticker": "PALM", "title": "PALM GARDEN INC"}}
    site.put("/tickers.json", json.dumps(listed), "application/json")
    site.pages[name_of(4711)] = (200, {}, company_facts(4711, Revenues=[SALES]))
    assert bring(paths, sec(site, tickers=site.url("/tickers.json"))).issues == ()
    assert on_shelf(paths) == {"palm-garden": 94.93e9}
    site.put("/tickers.json", "[]", "application/json")
    assert reasons(bring(paths, sec(site, tickers=site.url("/tickers.json")), refetch=True)) == ["bad_filings"]


def test_a_ticker_alone_is_no_proof() -> None:
    listed = {"PALM": (4711, "PALM GARDEN INC"), "MRK": (310158, "Merck & Co., Inc."), "OAK": (12, "Elm Inc")}
    palm = Reporting("palm", "Palm Garden", "PALM", None)
    assert filers([palm], listed) == {"palm": 4711}
    assert filers([Reporting("palm", "Palm Garden", None, None)], {"": (4711, "Palm Garden")}) == {}
    for other in (
        Reporting("palm", "Date Garden", "PALM", None),
        Reporting("palm", "Palm Garden", "PALM", "DE0000000001"),
        Reporting("merck-kgaa", "Merck KGaA", "MRK", None),
        Reporting("palm", "Palm Garden", None, None),
    ):
        assert filers([other], listed) == {}
    assert filers([palm, Reporting("palm-2", "Palm Two", "PALM", None)], listed) == {"palm": 4711}


@pytest.mark.parametrize("payload", [b"[]", b'{"0": 1}', b"{"])
def test_what_is_no_list_of_tickers(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r"list of tickers|broken JSON"):
        read_tickers(payload)


def test_the_catalogue_of_filers_names_companies_of_ours_once() -> None:
    assert set(ciks()) <= set(catalogue().by_slug)
    assert len(set(ciks().values())) == len(ciks())
    assert ciks()["apple"] == APPLE


def downloaded(paths: DataPaths, kind: str, packing: int = zipfile.ZIP_DEFLATED) -> Source:
    """A source of downloaded files with Apple's."""
    name = origins.file_name(APPLE)
    folder = paths.root / "downloaded"
    folder.mkdir(exist_ok=True)
    if kind == "folder":
        (folder / name).write_bytes(FILED)
        return Source("mine", "filings", path=folder)
    with zipfile.ZipFile(folder / "companyfacts.zip", "w", packing) as archive:
        archive.writestr(name, FILED)
    return Source("mine", "filings", path=folder / "companyfacts.zip")


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_downloaded_files_need_no_network(kind: str, paths: DataPaths) -> None:
    news_of(paths, known("apple"), known("microsoft"))
    source = downloaded(paths, kind)
    brought = bring(paths, source)
    assert (brought.issues, brought.sources[0].fetched, on_shelf(paths)) == ((), 1, {"apple": 94.93e9})
    assert bring(paths, source).sources[0].fetched == 0
    [checked] = check_sources([source])
    assert (checked.is_fine, checked.words) == (True, "1 figures of apple")


@pytest.mark.parametrize("name", ["missing", "no.zip"])
def test_what_cannot_be_opened_is_an_issue(name: str, paths: DataPaths) -> None:
    news_of(paths, known("apple"))
    (paths.root / "no.zip").write_bytes(b"PK no zip")
    source = Source("mine", "filings", path=paths.root / name)
    assert reasons(bring(paths, source)) == ["unreadable_file"]
    assert [checked.is_fine for checked in check_sources([source])] == [False]


PACKINGS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_damaged_member_of_the_zip_is_an_issue(packing: int, paths: DataPaths) -> None:
    news_of(paths, known("apple"))
    source = downloaded(paths, "zip", packing)
    assert source.path is not None
    body = bytearray(source.path.read_bytes())
    body[60:80] = bytes(20)
    source.path.write_bytes(body)
    assert reasons(bring(paths, source)) == ["bad_filings"]


@pytest.mark.parametrize(("offset", "byte"), [(6, 200), (46, 0xFF)], ids=["a version to come", "a name in no script"])
def test_a_damaged_list_of_the_zip_is_an_issue(offset: int, byte: int, paths: DataPaths) -> None:
    news_of(paths, known("apple"))
    source = downloaded(paths, "zip")
    assert source.path is not None
    body = bytearray(source.path.read_bytes())
    listed = body.index(b"PK\x01\x02")
    body[listed + 9] |= 0x08  # names are in UTF-8
    body[listed + offset] = byte
    source.path.write_bytes(body)
    assert reasons(bring(paths, source)) == ["unreadable_file"]
    assert [checked.is_fine for checked in check_sources([source])] == [False]


def test_the_first_source_that_has_a_company_counts(paths: DataPaths, site: Site) -> None:
    news_of(paths, known("apple"), known("microsoft"))
    site.pages[name_of(MICROSOFT)] = (200, {}, company_facts(MICROSOFT, Revenues=[SALES]))
    brought = bring(paths, downloaded(paths, "folder"), sec(site))
    assert [source.fetched for source in brought.sources] == [1, 1]
    assert set(on_shelf(paths)) == {"apple", "microsoft"}
    assert site.asked == [name_of(MICROSOFT)]


def test_what_is_no_longer_listed_is_taken_off_the_shelf(paths: DataPaths) -> None:
    news_of(paths, known("apple"))
    bring(paths, downloaded(paths, "folder"))
    assert on_shelf(paths)
    bring(paths)
    assert on_shelf(paths) == {}


def test_a_torn_file_on_the_shelf_is_as_none(paths: DataPaths) -> None:
    news_of(paths, known("apple"))
    source = downloaded(paths, "folder")
    bring(paths, source)
    [file] = Shelf.of(paths).folder.glob("*.parquet")
    whole = file.read_bytes()
    for torn in (whole[:50], whole[:4] + bytes(200) + whole[204:]):
        file.write_bytes(torn)
        assert on_shelf(paths) == {}
        for _ in range(2):
            bring(paths, source)
        assert on_shelf(paths) == {"apple": 94.93e9}


def test_a_publication_says_what_was_filed_and_is_made_anew_when_that_changes(paths: DataPaths) -> None:
    news_of(paths, known("apple"), amount="91.2")
    source = downloaded(paths, "folder")
    assert publish(paths, "without", lambda _: []).is_new
    assert _verdict(paths) == ("unchecked", None)
    bring(paths, source)
    assert publish(paths, "with", lambda _: []).is_new
    outcome, words = _verdict(paths)
    assert outcome == "inconsistent" and words is not None and "states 94.93 billion USD" in words
    bring(paths, source, now=NOW + timedelta(days=1))
    assert not publish(paths, "again", lambda _: []).is_new
    assert isinstance(source.path, Path)
    (source.path / origins.file_name(APPLE)).write_bytes(
        company_facts(APPLE, Revenues=[entry(91_200_000_000, "2024-09-28", "2024-06-30")])
    )
    bring(paths, source)
    assert publish(paths, "corrected", lambda _: []).is_new
    assert _verdict(paths)[0] == "consistent"


def _verdict(paths: DataPaths) -> tuple[str, str | None]:
    with connect(paths) as connection:
        [row] = connection.sql("select verdict, verdict_words from kpi_facts").fetchall()
    return row[0], row[1]
