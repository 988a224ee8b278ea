"""A web archive by the command line: its figures are in the tables."""

from __future__ import annotations

import pytest

from tasks.paths import DataPaths
from tests.e2e.conftest import Command
from tests.e2e.prefect_server import PROJECT
from tests.e2e.tables import rows

pytestmark = pytest.mark.e2e

ARCHIVE = PROJECT / "tests" / "data" / "archive.warc.gz"


def test_the_history_of_an_archive(paths: DataPaths, kennzahl: Command) -> None:
    first = kennzahl("backfill", ARCHIVE, "--data", paths.root)
    assert first.returncode == 0, first.stderr
    assert "11 kept, 0 known" in first.stdout
    assert "6 damaged" in first.stdout
    articles = rows(paths.root, "articles")
    assert len(articles) == 11
    assert all(article["url"].startswith("https://blatt") for article in articles)
    assert rows(paths.root, "kpi_facts")


def test_what_is_no_archive_is_said(paths: DataPaths, kennzahl: Command) -> None:
    missing = kennzahl("backfill", paths.root / "none.warc.gz", "--data", paths.root)
    assert missing.returncode == 2
    assert "there is no file" in missing.stderr
