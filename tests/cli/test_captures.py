"""``kennzahl captures`` lists what came in, and exports what an inbox takes again."""

from __future__ import annotations

import json

import pytest

from cli.main import main
from tasks.capture import capture_inbox, iter_captured
from tasks.fetch import fetch_sources
from tasks.paths import DataPaths
from tests.servers import Site, article_page
from tests.tasks.test_fetch import NIMBLE, TEXT, page_source


@pytest.fixture
def filled(paths: DataPaths, site: Site) -> DataPaths:
    """A dropped file and a page."""
    (paths.inbox / "a.txt").write_text(TEXT)
    (paths.inbox / "a.meta.json").write_text('{"published_at": "2025-01-30", "source": "Blatt"}')
    capture_inbox(paths, settle_seconds=0)
    fetch_sources([page_source(site.put("/x", article_page("A", TEXT)))], paths, limits=NIMBLE)
    return paths


def test_the_list(filled: DataPaths, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["captures", "--data", str(filled.root)]) == 0
    shown = capsys.readouterr().out
    assert site.base in shown
    assert "2 captures" in shown
    assert main(["captures", "urn:*", "--json", "--data", str(filled.root)]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["target"].startswith("urn:sha256:")


def test_nothing_was_captured_yet(paths: DataPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["captures", "--data", str(paths.root)]) == 0
    assert "0 captures" in capsys.readouterr().out


def test_what_is_exported_can_be_dropped_again(filled: DataPaths, capsys: pytest.CaptureFixture[str]) -> None:
    folder = filled.root / "exported"
    assert main(["captures", "--export", str(folder), "--data", str(filled.root)]) == 0
    assert "2 documents" in capsys.readouterr().out
    assert sorted(file.suffix for file in folder.iterdir()) == [".html", ".json", ".json", ".txt"]
    again = DataPaths(filled.root / "again").create()
    assert len(capture_inbox(again, folder, settle_seconds=0).captured) == 2
    before, after = ({one.payload: one.given for one in iter_captured(place)} for place in (filled, again))
    assert {payload: given.published_at for payload, given in before.items()} == {
        payload: given.published_at for payload, given in after.items()
    }
    assert {given.url for given in before.values()} == {given.url for given in after.values()}


def test_a_folder_that_cannot_be_made(filled: DataPaths, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = filled.root / "file"
    blocked.write_text("x")
    assert main(["captures", "--export", str(blocked), "--data", str(filled.root)]) == 2
    assert "cannot be written to" in capsys.readouterr().err
