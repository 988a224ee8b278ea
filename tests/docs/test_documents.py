"""README and CONTRIBUTING: their commands exist, and run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import build_parser
from tasks.corrections import corrections_in
from tasks.sources import load_sources

PROJECT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md")


def blocks(language: str) -> list[str]:
    """The fenced blocks of that language in all documents."""
    text = "\n".join((PROJECT / name).read_text(encoding="utf-8") for name in DOCUMENTS)
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(program: str) -> list[str]:
    """The lines of all shell blocks that call ``program``."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.split(maxsplit=1)[:1] == [program]]


def targets() -> set[str]:
    shown = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^  make (\S+)", shown, re.MULTILINE))


@pytest.mark.parametrize("line", commands("make"))
def test_the_target_exists(line: str) -> None:
    assert {*shlex.split(line)[1:]} <= targets()


def test_make_help_lists_every_target() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets() == {*phony.split()}


@pytest.mark.parametrize("line", commands("kennzahl"))
def test_the_command_is_understood(line: str) -> None:
    arguments = shlex.split(line)[1:]
    if arguments != ["--help"]:
        build_parser().parse_args(arguments)


@pytest.mark.parametrize(
    "command", ["run", "backfill", "replay", "read", "explain", "query", "review", "evaluate", "captures", "sources"]
)
def test_every_command_has_help_with_examples_and_exit_codes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        build_parser().parse_args([command, "--help"])
    shown = capsys.readouterr().out
    assert end.value.code == 0
    assert f"kennzahl {command} " in shown.partition("examples:")[2]
    assert "exit codes: 0 " in shown


@pytest.mark.parametrize("block", blocks("yaml"))
def test_the_file_is_usable(block: str, tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(block, encoding="utf-8")
    assert corrections_in(file) if block.startswith("- kind:") else load_sources(file)


def test_links_lead_somewhere() -> None:
    for name in DOCUMENTS:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", (PROJECT / name).read_text(encoding="utf-8")):
            assert (PROJECT / link).exists(), f"{name}: {link}"


@pytest.fixture(scope="module")
def quick_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the project's after its first run."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "data" / "raw" / "samples", folder / "data" / "raw" / "samples")
    done = run(folder, "kennzahl run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sample files copied" in done.stdout
    return folder


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A line of a shell, with the ``kennzahl`` of this checkout."""
    return subprocess.run(
        ["bash", "-c", f'kennzahl() {{ "{sys.executable}" -m cli.main "$@"; }}; {line}'],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=420,
        check=False,
    )


@pytest.mark.e2e
@pytest.mark.parametrize("line", [line for line in commands("kennzahl") if not line.startswith("kennzahl run")])
def test_the_command_runs(line: str, quick_start: Path) -> None:
    done = run(quick_start, line)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.e2e
@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_runs(block: str, quick_start: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=quick_start, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "BMW" in done.stdout


@pytest.mark.e2e
@pytest.mark.parametrize("block", blocks("sql"))
def test_the_sql_runs(block: str, quick_start: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    monkeypatch.chdir(quick_start)
    assert duckdb.sql(block).fetchall()
