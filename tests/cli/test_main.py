"""The command line as a whole: help, exit codes, pipes, signals, and how little it needs to start."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from cli.main import COMMANDS
from kennzahl import __version__
from tests.cli.running import ROOT, process

NAMES = [module.__name__.rpartition(".")[2] for module in COMMANDS]
HEAVY = ("prefect", "great_expectations", "pandas", "pyarrow", "deltalake", "duckdb", "rich", "requests", "trafilatura")


def test_the_help_lists_all_commands_and_exit_codes(kennzahl):
    said = kennzahl("--help")
    assert said.code == 0
    for name in NAMES:
        assert f"    {name}" in said.out
    assert "exit codes:" in said.out
    assert "examples:" in said.out


@pytest.mark.parametrize("name", NAMES)
def test_each_command_explains_itself(kennzahl, name):
    said = kennzahl(name, "--help")
    assert said.code == 0
    assert f"usage: kennzahl {name}" in said.out
    assert "exit codes:" in said.out.lower()
    assert max(map(len, said.out.splitlines())) <= 160


def test_the_version(kennzahl):
    assert kennzahl("--version").out == f"kennzahl {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [(), ("fly",), ("read",), ("read", "a", "--fast"), ("query", "a", "b"), ("evaluate",)]
)
def test_wrong_usage_exits_with_2_and_says_how(kennzahl, arguments):
    said = kennzahl(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert "usage: kennzahl" in said.err


def test_reading_needs_nothing_heavy():
    code = (
        "import sys; from cli.main import main; code = main(['read', '-', '--json']);"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    text = "SAP wächst\n\nDer Umsatz von SAP stieg um 9 Prozent auf 8,47 Milliarden Euro.".encode()
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stderr.decode().strip()) == (0, "[]")
    assert done.stdout.startswith(b'{"doc_id": "stdin", "facts": [')


def test_a_closed_pipe_ends_it_quietly():
    lines = b'{"text": "Der Umsatz stieg um 9 Prozent auf 8,47 Milliarden Euro."}\n' * 50
    with process("read", "-", "--json") as running:
        assert running.stdout and running.stdin and running.stderr
        running.stdout.close()
        try:
            running.stdin.write(lines)
            running.stdin.close()
        except BrokenPipeError:
            pass
        assert running.stderr.read() == b""
        assert running.wait(60) == 141


def test_an_interrupt_ends_it_with_one_sentence():
    with process("read", "-", "--json") as running:
        assert running.stdout and running.stdin and running.stderr
        running.stdin.write(b'{"text": "Der Umsatz stieg um 9 Prozent."}\n' * 2)
        running.stdin.flush()
        running.stdout.readline()  # it is at work: the first article is out, the input still open
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert running.stderr.read() == b"kennzahl read: interrupted\n"
