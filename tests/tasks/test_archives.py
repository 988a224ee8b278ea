"""Web archives: every usable page with figures is captured once, whatever state the archive is in."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter, zstd_train_dictionary_from_samples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scripts.make_archive import WebPage, make, write
from tasks import zstd_members
from tasks.archive_records import HEAD_BYTES, MAX_RECORD_BYTES, Progress, pages
from tasks.archives import capture_archives, matching
from tasks.capture import iter_captured
from tasks.capture_index import warc_files
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tasks.sources import Source
from tasks.zstd_members import FRAME

SHIPPED = Path(__file__).parents[1] / "data" / "archive.warc.gz"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Forty pages, eight of them with figures."""
    file = tmp_path / "small.warc.gz"
    write(make(40, share=0.2, weight=500), file)
    return file


def urls(paths: DataPaths) -> list[str]:
    return [captured.target for captured in iter_captured(paths)]


def urls_of(file: Path) -> list[str]:
    return [page.url for page in pages(file, Progress())]


def test_the_shipped_archive(paths: DataPaths) -> None:
    result = capture_archives(paths, [SHIPPED])
    [archive] = result.archives
    assert (archive.captured, archive.known, archive.passed_over["damaged"]) == (11, 0, 6)
    assert [issue.reason for issue in result.issues] == ["bad_records"]
    assert "6 damaged" in result.issues[0].words
    captured = list(iter_captured(paths))
    assert [one.capture_id for one in captured] == result.captured
    first = captured[0]
    assert first.fetched_at.year == 2025
    assert first.given.url == first.target
    assert b"<article>" in first.payload


def test_an_archive_is_gone_through_once(paths: DataPaths, archive: Path, tmp_path: Path) -> None:
    assert capture_archives(paths, [archive]).archives[0].captured == 8
    again = capture_archives(paths, [archive])
    assert (again.captured, again.archives[0].records, again.known) == ([], 0, 8)
    longer = tmp_path / "longer.warc.gz"
    write(make(60, share=0.2, weight=500), longer)
    grown = capture_archives(paths, [longer]).archives[0]
    assert (grown.captured, grown.known) == (4, 8)
    assert len(urls(paths)) == len(set(urls(paths))) == 12


def test_an_archive_that_is_not_packed(paths: DataPaths, archive: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(archive.read_bytes()))
    assert urls_of(plain) == urls_of(archive)
    assert capture_archives(paths, [plain]).archives[0].captured == 8


def test_an_archive_that_is_packed_in_one_piece_is_said(paths: DataPaths, archive: Path, tmp_path: Path) -> None:
    plain = gzip.decompress(archive.read_bytes())
    for name, packed in (("whole.warc.gz", gzip.compress(plain)), ("whole.warc.zst", zstd(plain))):
        whole = tmp_path / name
        whole.write_bytes(packed)
        [issue] = capture_archives(paths, [whole]).issues
        assert "in one piece" in issue.words


@pytest.mark.parametrize("dictionary", [None, "plain", "packed"])
def test_an_archive_packed_with_zstandard(
    dictionary: str | None, paths: DataPaths, archive: Path, tmp_path: Path
) -> None:
    file = tmp_path / "archive.warc.zst"
    file.write_bytes(in_frames(archive, dictionary))
    assert urls_of(file) == urls_of(archive)
    assert capture_archives(paths, [file]).archives[0].captured == 8


def test_a_damaged_dictionary_is_said(paths: DataPaths, archive: Path, tmp_path: Path) -> None:
    packed = in_frames(archive, "packed")
    for content in (packed[:30], packed[:4] + b"\xff\xff\xff\x7f" + packed[8:], packed[:14] + b"\0" * 9 + packed[23:]):
        file = tmp_path / "damaged.warc.zst"
        file.write_bytes(content)
        [issue] = capture_archives(paths, [file]).issues
        assert "its dictionary is damaged" in issue.words


def test_where_noise_ends_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    end = zstd_members._end
    monkeypatch.setattr(zstd_members, "_end", lambda content, start: asked.append(start) or end(content, start))
    file = tmp_path / "noise.warc.zst"
    file.write_bytes(FRAME + b"\x00\x58" + (b"\x20\x00\x00" + FRAME) * 500 + zstd(b"WARC/1.0\r\n\r\n"))
    assert list(pages(file, Progress())) == []
    assert len(asked) == 1


class Kept(BytesIO):
    """Bytes that outlive their writer."""

    def close(self) -> None:
        pass


def zstd(content: bytes, dictionary: bytes | None = None, *, packed: bool = False) -> bytes:
    """One frame, and the dictionary's own before it."""
    target = Kept()
    with ZstdWriter(target, dictionary=dictionary, compress_dictionary_frame=packed) as writer:
        writer.write(content)
    return target.getvalue()


def in_frames(archive: Path, dictionary: str | None) -> bytes:
    """The records of a gzipped archive, a frame each."""
    records = [b"WARC/1." + record for record in gzip.decompress(archive.read_bytes()).split(b"WARC/1.")[1:]]
    if dictionary is None:
        return b"".join(map(zstd, records))
    learned = zstd_train_dictionary_from_samples(records * 4, 2_000)
    first, *others = (zstd(record, learned, packed=dictionary == "packed") for record in records)
    return first + b"".join(frame[8 + int.from_bytes(frame[4:8], "little") :] for frame in others)


BROKEN = {
    "empty": b"",
    "noise": b"\x1f\x8b\x08" * 1_000 + bytes(range(256)) * 50,
    "text": b"no archive at all",
    "gzip of text": gzip.compress(b"no archive at all"),
    "a bomb": gzip.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n" + b"0" * (2 * MAX_RECORD_BYTES), 1
    ),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_archive_costs_only_itself(content: bytes, paths: DataPaths, archive: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(content)
    result = capture_archives(paths, [broken, tmp_path / "missing.warc.gz", archive])
    assert len(result.captured) == 8
    assert {issue.reason for issue in result.issues} >= {"unreadable_file"}
    assert any(issue.words.startswith("broken.warc.gz") for issue in result.issues)
    broken.write_bytes(content + archive.read_bytes())
    assert capture_archives(paths, [broken]).known == 8


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1), noise=st.binary(min_size=1, max_size=60), is_zstd=st.booleans())
@example(share=0.45109887430422824, noise=b"\x00" * 9, is_zstd=False)
def test_damage_costs_the_records_it_touches(
    share: float, noise: bytes, is_zstd: bool, archive: Path, tmp_path: Path
) -> None:
    whole = in_frames(archive, None) if is_zstd else archive.read_bytes()
    at = round((len(whole) - len(noise)) * share)
    file = tmp_path / "damaged.warc"
    file.write_bytes(whole[:at] + noise + whole[at + len(noise) :])
    assert len(set(urls_of(archive)) - set(urls_of(file))) <= 2


def test_only_heads_of_unwanted_records_are_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "large.warc.gz"
    write(iter([WebPage("https://a.example/", b"<html lang=ru>" + b"x" * 5_000_000, False)] * 3), file)
    heads = []

    def unwanted(head: bytes) -> bool:
        heads.append(len(head))
        return False

    assert list(pages(file, Progress(), unwanted)) == []
    assert heads == [HEAD_BYTES] * 3


def test_packed_bodies_are_unpacked_within_bounds(tmp_path: Path) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = packer.compress(b"0" * (2 * MAX_RECORD_BYTES)) + packer.flush()
    file = tmp_path / "packed.warc"
    bodies = [gzip.compress(b"<html>packed</html>"), bomb]
    records = b""
    for body in bodies:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
        records += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
            b"WARC-Date: 2025-03-01T06:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n" % len(http)
        ) + http + b"\r\n\r\n"  # fmt: skip
    file.write_bytes(records)
    progress = Progress()
    assert [page.payload for page in pages(file, progress)] == [b"<html>packed</html>"]
    assert progress.problems == {"too_large": 1}


def test_archives_are_sources_too(paths: DataPaths, archive: Path) -> None:
    source = Source("history", "archive", path=archive.parent / "*.warc.gz")
    result = fetch_sources([source], paths)
    assert (result.sources[0].fetched, len(result.captured)) == (8, 8)
    assert {captured.given.source for captured in iter_captured(paths)} == {"history"}
    assert fetch_sources([source], paths).sources[0].known == 8
    missing = Source("none", "archive", path=archive.parent / "*.arc")
    assert [issue.reason for issue in fetch_sources([missing], paths).issues] == ["unreadable_file"]
    assert matching(SHIPPED.parent / "*.warc.gz") == [SHIPPED]


DYING = """
import os, sys
from pathlib import Path
from tasks import archives, warc
from tasks.paths import DataPaths

calls = int(sys.argv[3])
add = warc.WarcWriter.add

def dying(self, document):
    global calls
    calls -= 1
    if calls < 0:
        os._exit(9)
    return add(self, document)

warc.WarcWriter.add = dying
archives.capture_archives(DataPaths(Path(sys.argv[1])), [Path(sys.argv[2])])
"""


@pytest.mark.parametrize("after", [0, 1, 5, 8])
def test_death_at_any_moment_loses_and_doubles_nothing(after: int, paths: DataPaths, archive: Path) -> None:
    command = [sys.executable, "-c", DYING, str(paths.root), str(archive), str(after)]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], timeout=60, check=False).returncode == 9
    capture_archives(paths, [archive])
    found = urls(paths)
    assert len(found) == len(set(found)) == 8
    assert not list(islice(paths.captures.glob("*.open"), 1))
    assert warc_files(paths)
