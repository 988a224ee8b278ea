"""A feed with five pages, on loopback: their figures are in the tables, and a second run fetches nothing anew."""

from __future__ import annotations

import re

import pytest

from tasks.paths import DataPaths
from tests.e2e.conftest import Command
from tests.e2e.tables import fingerprint, rows
from tests.servers import Site, article_page, rss

pytestmark = pytest.mark.e2e

COMPANIES = {"Ahornbau": 1_100, "Buchenholm": 1_200, "Distelkamp": 1_300, "Eschenau": 1_400, "Fichtenroth": 1_500}
TEXT = """Die {name} AG hat im Geschäftsjahr 2024 ihren Umsatz um 10 Prozent auf {revenue} Millionen Euro gesteigert.

Der Vorstand sprach bei der Vorlage der Zahlen von einem guten Jahr und dankte den Beschäftigten für ihren Einsatz.

Auch im laufenden Jahr soll das Geschäft weiter wachsen, wie das Unternehmen am Donnerstag mitteilte."""


def test_five_pages_of_a_feed(paths: DataPaths, site: Site, kennzahl: Command) -> None:
    entries = []
    for number, (name, revenue) in enumerate(COMPANIES.items(), 1):
        title = f"{name} AG steigert Umsatz"
        page = article_page(title, TEXT.format(name=name, revenue=revenue))
        entries.append((site.put(f"/{number}.html", page), title))
    feed = site.put("/feed.xml", rss(entries), "application/rss+xml")
    sources = paths.root / "sources.yaml"
    sources.write_text(
        f"feeds:\n  - {{name: blatt, url: '{feed}', allow_private: true, pause_seconds: 0}}\n", encoding="utf-8"
    )

    first = kennzahl("run", "--data", paths.root, "--sources", sources)
    assert first.returncode == 0, first.stderr
    assert "5 fetched, 0 known, 0 failed" in first.stdout
    found = {row["company"]: row["value"] for row in rows(paths.root, "kpi_facts", metric="revenue", source="blatt")}
    assert found == {name: revenue * 1_000_000 for name, revenue in COMPANIES.items()}

    before, asked = fingerprint(paths.root), len(site.asked)
    second = kennzahl("run", "--data", paths.root, "--sources", sources)
    assert second.returncode == 0, second.stderr
    assert "0 fetched, 5 known, 0 failed" in second.stdout
    assert "unchanged: nothing new" in second.stdout
    assert fingerprint(paths.root) == before
    assert not [path for path in site.asked[asked:] if re.fullmatch(r"/\d\.html", path)]
