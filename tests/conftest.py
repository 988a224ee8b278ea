"""Fixtures that many tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tasks.paths import DataPaths
from tests.servers import Site, serving

# A busy machine is no error: an example may take as long as it does.
settings.register_profile("kennzahl", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kennzahl")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on loopback that no proxy of the machine stands in front of."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as running:
        yield running


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    """An empty data folder."""
    return DataPaths(tmp_path / "data").create()
