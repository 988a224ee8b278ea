"""Fixtures of the command line's tests."""

from __future__ import annotations

import pytest

from tests.cli.running import Command


@pytest.fixture
def kennzahl(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line."""
    return Command(monkeypatch, capsys)
