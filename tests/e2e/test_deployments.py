"""The deployments of prefect.yaml on a real server with a real worker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tasks.ledger import Ledger
from tasks.paths import DataPaths
from tests.e2e.prefect_server import PROJECT, Prefect, wait_for
from tests.e2e.tables import rows

pytestmark = pytest.mark.e2e

NIGHTLY = """Adlerwerk AG verkauft mehr

Die Adlerwerk AG hat im dritten Quartal 2024 ihren Umsatz um 10 Prozent auf 5,5 Milliarden Euro gesteigert.
"""
ON_DEMAND = """Birkenau Maschinen AG earns more

Birkenau Maschinen AG said revenue rose 8 percent to 1.2 billion euros in the third quarter of 2024.
"""
ENDED = {"COMPLETED", "FAILED", "CRASHED"}


def ended(prefect: Prefect, flow: str) -> list[dict[str, Any]]:
    return [run for run in prefect.runs(flow) if run["state_type"] in ENDED]


def test_the_scheduler_starts_the_nightly_run(prefect: Prefect, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data").create()
    (paths.inbox / "adler.txt").write_text(NIGHTLY, encoding="utf-8")
    prefect.deploy(
        "nightly",
        {
            "schedules": [{"interval": 10}],
            "parameters": {
                "data": str(paths.root),
                "sources": str(tmp_path / "none.yaml"),
                "published": "2024-10-22",
            },
        },
    )
    run = wait_for(lambda: ended(prefect, "nightly"), "a scheduled run to end")[0]
    assert run["state_type"] == "COMPLETED", run["state"]
    assert run["auto_scheduled"]
    assert run["created_by"]["type"] == "SCHEDULE"
    [fact] = rows(paths.root, "kpi_facts", doc_id="adler", metric="revenue")
    assert (fact["value"], fact["unit"], fact["change_pct"]) == (5_500_000_000, "EUR", 10)
    shown = {one["key"]: one["data"] for one in prefect.ask("/artifacts/filter", {})}
    assert "Adlerwerk" in shown["nightly-summary"]
    assert "expectations passed; the gate is open" in shown["nightly-gate"]


def test_anybody_can_trigger_the_on_demand_run(prefect: Prefect, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data").create()
    article = tmp_path / "birke.txt"
    article.write_text(ON_DEMAND, encoding="utf-8")
    prefect.deploy("on-demand", {"parameters": {"data": str(paths.root)}})
    parameters = {"files": [str(article)], "texts": [NIGHTLY], "published": "2024-10-22"}
    prefect.cli("deployment", "run", "on-demand/on-demand", "--params", json.dumps(parameters))
    [run] = wait_for(lambda: ended(prefect, "on-demand"), "the triggered run to end")
    assert run["state_type"] == "COMPLETED", run["state"]
    assert [fact["value"] for fact in rows(paths.root, "kpi_facts", doc_id="birke")] == [1_200_000_000]
    assert {fact["company"] for fact in rows(paths.root, "kpi_facts")} == {"Adlerwerk", "Birkenau Maschinen"}
    assert article.exists()


def test_a_worker_goes_through_an_archive_and_reads_it_again_when_asked(prefect: Prefect, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data").create()
    archive = PROJECT / "tests" / "data" / "archive.warc.gz"
    for flow, parameters in (("backfill", {"archives": [str(archive)]}), ("replay", {})):
        prefect.deploy(flow, {"parameters": {"data": str(paths.root)}})
        prefect.cli("deployment", "run", f"{flow}/{flow}", "--params", json.dumps(parameters))
        [run] = wait_for(lambda flow=flow: ended(prefect, flow), f"the {flow} to end")
        assert run["state_type"] == "COMPLETED", run["state"]
    assert len(rows(paths.root, "articles")) == 11
    assert {run["flow"]: run["outcome"] for run in Ledger(paths.ledger).current("runs").to_pylist()} == {
        "backfill": "published",
        "replay": "unchanged",
    }


def test_every_flow_has_a_deployment_of_its_own_name() -> None:
    declared = yaml.safe_load((PROJECT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    flows = {path.stem for path in (PROJECT / "flows").glob("*.py") if "@flow(" in path.read_text(encoding="utf-8")}
    assert {Path(one["entrypoint"].partition(":")[0]).stem for one in declared} == flows
    assert all(one["entrypoint"].endswith(f":{one['name'].replace('-', '_')}") for one in declared)


def test_no_nightly_run_is_due_while_the_clocks_change() -> None:
    declared = yaml.safe_load((PROJECT / "prefect.yaml").read_text(encoding="utf-8"))
    [nightly] = [one for one in declared["deployments"] if one["name"] == "nightly"]
    [schedule] = nightly["schedules"]
    hour = schedule["cron"].split()[1]
    assert schedule["timezone"] == "Europe/Berlin"
    assert hour.isdigit()
    assert int(hour) != 2
    assert nightly["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
