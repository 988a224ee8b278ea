"""``kennzahl run`` from a folder of news to the tables, and again, and disturbed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tasks.locking import one_run_at_a_time
from tasks.paths import DataPaths
from tests.e2e.bad_inputs import BAD_INPUTS
from tests.e2e.conftest import Command
from tests.e2e.prefect_server import PROJECT, wait_for
from tests.e2e.tables import fingerprint, rows

pytestmark = pytest.mark.e2e

GOOD = {
    "dornfeld": "Dornfeld SE legt zu\n\nDie Dornfeld SE hat 2024 ihren Umsatz um 12 Prozent auf 5,2 Milliarden Euro "
    "gesteigert, nach 4,9 Milliarden Euro im Vorjahr.\n",
    "elmwood": "Elmwood Inc. earns more\n\nElmwood Inc. said revenue rose 10 percent to 2.2 billion dollars in the "
    "third quarter of 2024, from 2.0 billion dollars a year earlier.\n",
}


@dataclass(frozen=True)
class Published:
    """A data folder after a first run over good and bad inputs."""

    paths: DataPaths
    run: subprocess.CompletedProcess[str]


def drop(inbox: Path) -> None:
    for name, text in GOOD.items():
        (inbox / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, payload, _ in BAD_INPUTS:
        (inbox / name).write_bytes(payload)
    (inbox / "outside.txt").symlink_to("/etc/passwd")
    (inbox / "gone.txt").symlink_to(inbox / "nowhere")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, kennzahl: Command) -> Published:
    paths = DataPaths(tmp_path_factory.mktemp("data")).create()
    drop(paths.inbox)
    return Published(paths, kennzahl("run", "--data", paths.root))


def test_the_tables_are_published(published: Published) -> None:
    assert published.run.returncode == 0, published.run.stderr
    found = {
        (row["doc_id"], row["value"], row["unit"], row["verdict"])
        for name in GOOD
        for row in rows(published.paths.root, "kpi_facts", doc_id=name, metric="revenue")
    }
    assert found == {
        ("dornfeld", 5_200_000_000, "EUR", "inconsistent"),
        ("elmwood", 2_200_000_000, "USD", "consistent"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "articles",
        "figures",
        "set aside",
        "unread",
        "facts",
        "inconsistent",
        "input: empty_file",
        "passed",
        "kpi_facts.parquet",
        "Examples",
        "kennzahl explain ",
        "4.0 to 8.2 %",
    ],
)
def test_the_summary_tells(published: Published, said: str) -> None:
    assert said in published.run.stdout


def test_the_terminal_shows_the_summary_and_nothing_else(published: Published) -> None:
    assert published.run.stderr == ""
    assert "prefect" not in published.run.stdout.lower()


@pytest.mark.parametrize(("name", "reason"), [(name, reason) for name, _, reason in BAD_INPUTS if reason])
def test_a_bad_input_leaves_its_reason(published: Published, name: str, reason: str) -> None:
    found = rows(published.paths.root, "issues", reason=reason)
    assert any(Path(name).name.split(".")[0] in (row["doc_id"] or "") + row["words"] for row in found), found
    assert all(row["words"].strip() for row in found)


@pytest.mark.parametrize(("name", "reason"), [("outside.txt", "outside_inbox"), ("gone.txt", "dangling_link")])
def test_a_link_that_leads_nowhere_good_leaves_its_reason(published: Published, name: str, reason: str) -> None:
    assert [row for row in rows(published.paths.root, "issues") if name in row["words"] and row["reason"] == reason]


def test_a_second_run_changes_nothing(published: Published, kennzahl: Command) -> None:
    before = fingerprint(published.paths.root)
    again = kennzahl("run", "--data", published.paths.root)
    assert again.returncode == 0, again.stderr
    assert "unchanged: nothing new" in again.stdout
    assert fingerprint(published.paths.root) == before


def test_a_run_that_cannot_publish_says_so_and_leaves_the_tables(published: Published, kennzahl: Command) -> None:
    before = fingerprint(published.paths.root)
    (published.paths.inbox / "nothing.json").write_bytes(b"{")
    blocked = kennzahl("run", "--data", published.paths.root)
    assert blocked.returncode == 1
    assert "not one article in 1 new inputs" in blocked.stdout
    assert fingerprint(published.paths.root) == before


def test_a_killed_run_is_simply_run_again(tmp_path: Path, published: Published, kennzahl: Command) -> None:
    paths = DataPaths(tmp_path / "data").create()
    drop(paths.inbox)
    child = subprocess.Popen(
        [sys.executable, "-m", "cli.main", "run", "--data", str(paths.root)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(lambda: any(paths.ledger.glob("facts/_delta_log/*.json")), "the first facts", child)
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert not rows(paths.root, "kpi_facts")

    again = kennzahl("run", "--data", paths.root)
    assert again.returncode == 0, again.stderr
    for table, key in (("kpi_facts", "fact_id"), ("kpi_checks", "check_id"), ("articles", "article_id")):
        undisturbed = {row[key] for row in rows(published.paths.root, table)}
        assert {row[key] for row in rows(paths.root, table)} == undisturbed, table


def test_an_empty_inbox_is_a_normal_end(tmp_path: Path, kennzahl: Command) -> None:
    done = kennzahl("run", "--data", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "nothing to read yet" in done.stdout
    assert not fingerprint(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--published", "yesterday"], "'yesterday' is no date"),
        (["--inbox", "/nowhere/at/all"], "--inbox /nowhere/at/all is no folder"),
        (["--sources", "/nowhere/sources.yaml"], "--sources /nowhere/sources.yaml is no file"),
        (["--colour"], "unrecognized arguments: --colour"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_done(
    tmp_path: Path, kennzahl: Command, arguments: list[str], said: str
) -> None:
    done = kennzahl("run", "--data", tmp_path / "data", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_second_run_at_once_is_told_to_wait(tmp_path: Path, kennzahl: Command) -> None:
    with one_run_at_a_time(DataPaths(tmp_path)):
        done = kennzahl("run", "--data", tmp_path)
    assert done.returncode == 1
    assert f"another run is working in {tmp_path}" in done.stderr
