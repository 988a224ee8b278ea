"""The first run reads the samples, and only a first run with nothing else to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.paths import DataPaths
from tasks.samples import offer_samples


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    paths = DataPaths(tmp_path).create()
    paths.samples.mkdir()
    for name in ("a.txt", "a.meta.json", ".hidden"):
        (paths.samples / name).write_text(name, encoding="utf-8")
    (paths.inbox / ".gitkeep").touch()
    return paths


def inbox(paths: DataPaths) -> list[str]:
    return sorted(entry.name for entry in paths.inbox.iterdir() if not entry.name.startswith("."))


def test_a_first_run_gets_the_samples(paths: DataPaths) -> None:
    assert offer_samples(paths) == 2
    assert inbox(paths) == ["a.meta.json", "a.txt"]
    assert (paths.samples / "a.txt").exists()


def test_not_where_something_waits(paths: DataPaths) -> None:
    (paths.inbox / "mine.txt").touch()
    assert offer_samples(paths) == 0
    assert inbox(paths) == ["mine.txt"]


def test_not_where_something_was_captured(paths: DataPaths) -> None:
    (paths.captures / "2025.warc.gz").touch()
    assert offer_samples(paths) == 0


def test_not_where_there_are_none(tmp_path: Path) -> None:
    assert offer_samples(DataPaths(tmp_path / "new")) == 0
