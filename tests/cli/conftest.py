"""Fixtures of the command line's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tests.cli.running import Command
from tests.tasks.handmade import batch


@pytest.fixture
def kennzahl(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line."""
    return Command(monkeypatch, capsys)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with published tables: three articles of handmade facts."""
    root = tmp_path_factory.mktemp("published")
    paths = DataPaths(root).create()
    Ledger(paths.ledger).append(batch(), run_id="run", engine_version="1")
    publish(paths, "publication", lambda tables: [])
    return root
