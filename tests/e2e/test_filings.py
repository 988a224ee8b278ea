"""Filings on loopback: the check is on with a row in sources.yaml, and off without."""

from __future__ import annotations

import pytest

from tasks.paths import DataPaths
from tests.e2e.conftest import Command
from tests.e2e.tables import rows
from tests.servers import Site
from tests.tasks.filed import APPLE, company_facts, entry

pytestmark = pytest.mark.e2e

NEWS = """Apple reports record sales

Apple reported revenue of $96.2 billion for the quarter ended September 30, 2024. The company said it was pleased with
the demand for its new telephones and thanked its people all over the world.
"""


def test_a_reported_figure_is_held_against_the_filing(paths: DataPaths, site: Site, kennzahl: Command) -> None:
    (paths.inbox / "apple.txt").write_text(NEWS, encoding="utf-8")
    sources = paths.root / "sources.yaml"
    command = ("run", "--data", paths.root, "--sources", sources)
    filed = company_facts(APPLE, Revenues=[entry(94_930_000_000, "2024-09-28", "2024-06-30")])
    site.put(f"/facts/CIK{APPLE:010d}.json", filed, "application/json")
    sources.write_text(
        f"contact: me@example.org\nfilings:\n  - {{name: sec, url: '{site.base}/facts', allow_private: true}}\n",
        encoding="utf-8",
    )
    done = kennzahl(*command, "--published", "2024-11-01")
    assert done.returncode == 0, done.stderr
    assert "1 fetched, 0 known, 0 failed" in done.stdout
    [found] = rows(paths.root, "kpi_facts", metric="revenue")
    assert found["verdict"] == "inconsistent"
    assert "says 96.2 billion USD for 2024-Q3; the 10-K of 1 November 2024" in str(found["verdict_words"])
    assert site.agents and all("me@example.org" in agent for agent in site.agents)

    sources.write_text("filings: []\n", encoding="utf-8")
    assert kennzahl(*command).returncode == 0
    assert [row["verdict"] for row in rows(paths.root, "kpi_facts", metric="revenue")] == ["unchecked"]
