"""The inbox and the captures: durable before moved, never twice, and no death loses or doubles anything."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennzahl.articles import read_bytes
from kennzahl.articles.limits import MAX_FILE_BYTES
from kennzahl.facts import Article
from tasks import capture as capturing
from tasks.capture import capture_inbox, iter_captured
from tasks.capture_index import load_index, warc_files
from tasks.captured import CaptureResult
from tasks.paths import DataPaths
from tasks.warc import Damaged, Document, WarcWriter, read_warc, recover

TEXT = "Die Muster AG hat den Umsatz im Jahr 2024 um 5 Prozent auf 2,1 Milliarden Euro gesteigert."
NOON = datetime(2025, 1, 30, 12, tzinfo=UTC)


def drop(paths: DataPaths, name: str, content: str | bytes = TEXT) -> Path:
    """A file that was finished an hour ago."""
    file = paths.inbox / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    before = time.time() - 3600
    os.utime(file, (before, before))
    return file


def names(paths: DataPaths) -> list[str]:
    return [captured.name for captured in iter_captured(paths)]


def inbox_files(paths: DataPaths) -> set[str]:
    return {str(file.relative_to(paths.inbox)) for file in paths.inbox.rglob("*") if file.is_file()}


def reasons(result: CaptureResult) -> list[str]:
    return [found.reason for found in result.issues]


def test_dropped_files_are_captured_byte_for_byte_and_moved(paths: DataPaths) -> None:
    payload = b"\xff\xfe\0raw bytes \r\n of any kind"
    drop(paths, "a.txt")
    drop(paths, "agentur/b.txt", payload)
    result = capture_inbox(paths)
    assert len(result.captured) == 2
    assert {captured.name: captured.payload for captured in iter_captured(paths)} == {
        "a.txt": TEXT.encode(),
        "agentur/b.txt": payload,
    }
    assert [captured.capture_id for captured in iter_captured(paths)] == list(result.captured)
    assert inbox_files(paths) == {"done/a.txt", "done/agentur/b.txt"}


def test_an_empty_inbox_writes_nothing(paths: DataPaths) -> None:
    assert capture_inbox(paths) == CaptureResult()
    assert warc_files(paths) == []


def test_a_folder_that_is_not_there_is_said(paths: DataPaths) -> None:
    with pytest.raises(NotADirectoryError, match="nowhere"):
        capture_inbox(paths, paths.root / "nowhere")


def test_the_same_bytes_are_captured_once(paths: DataPaths) -> None:
    drop(paths, "a.txt")
    drop(paths, "kopie.txt")
    assert capture_inbox(paths).duplicates == ("kopie.txt",)
    drop(paths, "a.txt")
    assert capture_inbox(paths) == CaptureResult(duplicates=("a.txt",))
    assert names(paths) == ["a.txt"]
    assert len(inbox_files(paths)) == 3


def test_the_same_bytes_with_a_new_date_are_news(paths: DataPaths) -> None:
    drop(paths, "a.txt")
    capture_inbox(paths)
    drop(paths, "a.txt")
    assert len(capture_inbox(paths, published=NOON).captured) == 1
    drop(paths, "a.txt")
    assert capture_inbox(paths, published=NOON).captured == ()
    assert [captured.given.published_at for captured in iter_captured(paths)] == [None, NOON]


def test_what_is_said_beside_a_file_is_captured_with_it(paths: DataPaths) -> None:
    drop(paths, "a.txt")
    said = {"published_at": "2025-01-30T13:00:00+01:00", "url": "https://blatt.example/a", "source": "Blatt", "more": 1}
    drop(paths, "a.meta.json", json.dumps(said))
    drop(paths, "b.html", "<p>b</p>")
    drop(paths, "b.html.meta.json", json.dumps({"fetched_at": "2025-01-29T08:00:00Z"}))
    capture_inbox(paths, published=datetime(2020, 1, 1, tzinfo=UTC))
    first, second = (captured.given for captured in iter_captured(paths))
    assert (first.published_at, first.url, first.source) == (NOON, "https://blatt.example/a", "Blatt")
    assert second.fetched_at == datetime(2025, 1, 29, 8, tzinfo=UTC)
    assert inbox_files(paths) == {"done/a.txt", "done/a.meta.json", "done/b.html", "done/b.html.meta.json"}


@pytest.mark.parametrize("meta", ["{broken", "[]", '{"published_at": "gestern"}', '{"url": 5}', "[" * 50_000])
def test_a_wrong_meta_file_holds_its_article_back(meta: str, paths: DataPaths) -> None:
    drop(paths, "a.txt")
    drop(paths, "a.meta.json", meta)
    assert reasons(capture_inbox(paths)) == ["bad_meta"]
    assert inbox_files(paths) == {"a.txt", "a.meta.json"}


def test_what_a_meta_file_says_beyond_is_noted_and_the_article_read(paths: DataPaths) -> None:
    drop(paths, "a.txt", "A")
    drop(paths, "a.meta.json", json.dumps({"publishd_at": "2025-01-30", "url": "https://a.example/"}))
    result = capture_inbox(paths)
    assert (reasons(result), len(result.captured)) == (["unknown_meta"], 1)
    assert "a.meta.json, says 'publishd_at', which is not known" in result.issues[0].words


def test_a_meta_file_waits_for_its_article(paths: DataPaths) -> None:
    drop(paths, "a.meta.json", "{}")
    assert capture_inbox(paths).waiting == ("a.meta.json",)


@pytest.mark.parametrize("name", ["a.txt.part", "a.tmp", "b.crdownload", "c.txt~"])
def test_unfinished_files_wait(name: str, paths: DataPaths) -> None:
    drop(paths, name)
    assert capture_inbox(paths).waiting == (name,)
    assert inbox_files(paths) == {name}


def test_hidden_files_are_nobodys_business(paths: DataPaths) -> None:
    drop(paths, ".gitkeep", "")
    drop(paths, ".stfolder/x.txt")
    assert capture_inbox(paths) == CaptureResult()


def test_a_growing_file_waits(paths: DataPaths) -> None:
    growing = paths.inbox / "a.txt"
    growing.write_text("first ")
    stop = threading.Event()

    def grow() -> None:
        for _ in range(1000):
            with growing.open("a") as stream:
                stream.write("more ")
            if stop.wait(0.005):
                return

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        assert capture_inbox(paths, settle_seconds=0.1).waiting == ("a.txt",)
    finally:
        stop.set()
        thread.join()
    assert capture_inbox(paths, settle_seconds=0.01).captured


def test_a_file_dropped_this_very_moment_is_taken(paths: DataPaths) -> None:
    (paths.inbox / "a.txt").write_text(TEXT)
    assert len(capture_inbox(paths, settle_seconds=0.01).captured) == 1


def test_links_that_leave_the_inbox_are_not_followed(paths: DataPaths, tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text(TEXT)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.txt").write_text(TEXT)
    (paths.inbox / "link.txt").symlink_to(outside)
    (paths.inbox / "up.txt").symlink_to("../../../secret.txt")
    (paths.inbox / "folder").symlink_to(tmp_path / "folder")
    (paths.inbox / "dangling.txt").symlink_to(tmp_path / "nothing")
    (paths.inbox / "circle.txt").symlink_to("circle.txt")
    result = capture_inbox(paths)
    assert result.captured == ()
    assert sorted(reasons(result)) == ["dangling_link"] + ["outside_inbox"] * 3 + ["unreadable_file"]
    assert any("circle.txt could not be read: its links lead in a circle" in found.words for found in result.issues)
    assert outside.read_text() == TEXT


def test_a_pipe_does_not_stop_the_run(paths: DataPaths) -> None:
    os.mkfifo(paths.inbox / "pipe.txt")
    drop(paths, "a.txt")
    result = capture_inbox(paths, settle_seconds=0)
    assert reasons(result) == ["not_a_file"]
    assert names(paths) == ["a.txt"]


def test_every_empty_file_is_listed_and_read_once_it_is_filled(paths: DataPaths) -> None:
    for name in ("a.txt", "b.txt"):
        drop(paths, name, "")
    result = capture_inbox(paths)
    assert [found.words.partition(" ")[0] for found in result.issues] == ["a.txt", "b.txt"]
    assert (reasons(result), result.captured) == (["empty_file"] * 2, ())
    drop(paths, "b.txt")
    assert len(capture_inbox(paths).captured) == 1


def test_too_large_a_file_is_left_where_it_is(paths: DataPaths) -> None:
    huge = paths.inbox / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    os.utime(huge, (0, 0))
    assert reasons(capture_inbox(paths)) == ["too_large"]
    assert huge.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_listed(paths: DataPaths) -> None:
    drop(paths, "a.txt").chmod(0)
    assert reasons(capture_inbox(paths)) == ["unreadable_file"]


def test_a_file_that_disappears_meanwhile_is_listed(paths: DataPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(paths, "a.txt")
    vanishing = drop(paths, "b.txt", "b")
    collect = capturing.collect

    def meanwhile(*arguments: object) -> object:
        for found in collect(*arguments):  # type: ignore[arg-type]
            vanishing.unlink(missing_ok=True)
            yield found

    monkeypatch.setattr(capturing, "collect", meanwhile)
    result = capture_inbox(paths)
    assert (len(result.captured), reasons(result)) == (1, ["vanished_file"])


def test_names_that_are_no_text_are_listed(paths: DataPaths) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(paths.inbox) + b"/\xff.txt"))).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes valid names only")
    assert reasons(capture_inbox(paths, settle_seconds=0)) == ["bad_name"]


def test_nothing_in_done_is_overwritten(paths: DataPaths) -> None:
    for content in ("eins", "zwei", "drei"):
        drop(paths, "a.txt", content)
        capture_inbox(paths)
    assert {file.read_text() for file in (paths.inbox / "done").iterdir()} == {"eins", "zwei", "drei"}


def test_a_folder_of_others_is_left_as_it_is(paths: DataPaths, tmp_path: Path) -> None:
    folder = tmp_path / "agency"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    assert len(capture_inbox(paths, folder, keep=True, source="Agentur", settle_seconds=0).captured) == 1
    assert capture_inbox(paths, folder, keep=True, source="Agentur", settle_seconds=0).captured == ()
    [captured] = iter_captured(paths)
    assert captured.given.source == "Agentur"
    assert (folder / "a.txt").exists()


def test_ids_say_the_same_on_every_machine(tmp_path: Path) -> None:
    ids = []
    for machine in ("one", "two"):
        paths = DataPaths(tmp_path / machine).create()
        drop(paths, "a.txt")
        ids.append(capture_inbox(paths, published=NOON).captured)
    assert ids[0] == ids[1] != ()


def test_reading_skips_what_is_read_and_opens_no_file_for_nothing(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        drop(paths, name, name * 9)
        capture_inbox(paths)
    first, second = (captured.capture_id for captured in iter_captured(paths))
    opened = []

    def watched(path: Path) -> object:
        opened.append(path.name)
        return read_warc(path)

    monkeypatch.setattr(capturing, "read_warc", watched)
    assert [captured.capture_id for captured in iter_captured(paths, skip={first})] == [second]
    assert len(opened) == 1
    assert list(iter_captured(paths, skip={first, second})) == []
    assert len(opened) == 1


def test_the_index_can_be_rebuilt_from_the_captures(paths: DataPaths) -> None:
    drop(paths, "a.txt")
    capture_inbox(paths)
    before = load_index(paths)
    for part in (paths.state / "captures").iterdir():
        part.unlink()
    assert load_index(paths) == before


def test_what_was_captured_can_be_read(paths: DataPaths) -> None:
    drop(paths, "a.txt", f"Muster AG wächst\n\n7 hours ago\n\n{TEXT}")
    capture_inbox(paths)
    [captured] = iter_captured(paths)
    [article] = read_bytes(captured.payload, name=captured.name, media_type=captured.media_type, given=captured.given)
    assert isinstance(article, Article)
    assert (article.doc_id, article.published_how, article.fetched_at) == ("a", "relative", captured.fetched_at)


# --- deaths


def document(number: int) -> Document:
    payload = f"Umsatz {number}".encode() * 50
    return Document("resource", f"urn:sha256:{number}", payload, NOON, about={"name": f"{number}.txt"})


def written(folder: Path, count: int) -> bytes:
    """The bytes of a file with that many documents."""
    with WarcWriter(folder) as writer:
        for number in range(count):
            writer.add(document(number))
    assert writer.path is not None
    return writer.path.read_bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1))
def test_a_torn_file_is_cut_back_to_its_last_whole_record(share: float, tmp_path: Path) -> None:
    folder = tmp_path / f"{time.monotonic_ns()}"
    whole = written(folder, 5)
    next(folder.iterdir()).unlink()
    cut = round(len(whole) * share)
    (folder / "20250130T120000-x.warc.gz.open").write_bytes(whole[:cut])
    recovered = recover(folder)
    assert not list(folder.glob("*.open"))
    found = [stored for file in recovered for stored in read_warc(file)]
    assert [stored.payload for stored in found] == [document(number).payload for number in range(len(found))]
    assert all(stored.about == {"name": f"{number}.txt"} for number, stored in enumerate(found))
    assert len(found) == 5 or cut < len(whole)
    assert recover(folder) == []


def test_a_file_that_is_large_enough_is_followed_by_another(paths: DataPaths) -> None:
    with WarcWriter(paths.captures, max_bytes=1_000) as writer:
        for number in range(5):
            writer.add(document(number))
    assert len(warc_files(paths)) > 1
    assert [captured.name for captured in iter_captured(paths)] == [f"{number}.txt" for number in range(5)]


def test_a_file_that_somebody_is_writing_is_let_be(tmp_path: Path) -> None:
    with WarcWriter(tmp_path) as writer:
        writer.add(document(1))
        assert recover(tmp_path) == []
        writer.add(document(2))
    assert writer.path is not None
    assert len(list(read_warc(writer.path))) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0.2, 0.99), noise=st.binary(min_size=1, max_size=20))
def test_a_damaged_capture_gives_what_is_whole_and_never_raises(at: float, noise: bytes, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / f"{time.monotonic_ns()}").create()
    whole = written(paths.captures, 4)
    [file] = warc_files(paths)
    position = round(len(whole) * at)
    file.write_bytes(whole[:position] + noise + whole[position + len(noise) :])
    problems: list[object] = []
    found = list(iter_captured(paths, problems=problems))  # type: ignore[arg-type]
    assert [captured.payload for captured in found] == [document(number).payload for number in range(len(found))]


def test_a_capture_that_was_altered_is_noticed(tmp_path: Path) -> None:
    written(tmp_path, 1)
    [file] = tmp_path.iterdir()
    file.write_bytes(gzip.compress(gzip.decompress(file.read_bytes()).replace(b"Umsatz", b"umsatz")))
    with pytest.raises(Damaged):
        list(read_warc(file))


DYING = """
import os, sys
from pathlib import Path
from tasks import capture, inbox, warc
from tasks.paths import DataPaths

name, calls = sys.argv[2], int(sys.argv[3])
module = {"fsync": os, "move_to_done": capture, "read_warc": capture}.get(name, os)
real = getattr(module, name)

def dying(*arguments, **named):
    global calls
    calls -= 1
    if calls < 0:
        os._exit(9)
    return real(*arguments, **named)

setattr(module, name, dying)
if name == "write":
    class Writer(warc.WarcWriter):
        def add(self, document):
            global calls
            calls -= 1
            key = super().add(document)
            if calls < 0:
                os._exit(9)
            return key
    capture.WarcWriter = Writer
    setattr(module, name, real)
capture.capture_inbox(DataPaths(Path(sys.argv[1])), settle_seconds=0)
"""


@pytest.mark.parametrize(
    ("where", "after"), [("write", 1), ("fsync", 0), ("fsync", 1), ("move_to_done", 0), ("move_to_done", 2)]
)
def test_death_at_any_moment_loses_and_doubles_nothing(where: str, after: int, paths: DataPaths) -> None:
    texts = {f"{number}.txt": f"Umsatz {number}" * 20 for number in range(4)}
    for name, text in texts.items():
        drop(paths, name, text)
    died = subprocess.run(
        [sys.executable, "-c", DYING, str(paths.root), where, str(after)],
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
    )
    assert died.returncode == 9
    capture_inbox(paths)
    assert sorted((captured.name, captured.payload.decode()) for captured in iter_captured(paths)) == sorted(
        texts.items()
    )
    assert inbox_files(paths) == {f"done/{name}" for name in texts}
    assert not list(paths.captures.glob("*.open"))
