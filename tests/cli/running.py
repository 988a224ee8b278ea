"""Runs the command line: in this process, or in one of its own where signals, pipes or imports matter."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.main import main

ROOT = Path(__file__).resolve().parents[2]


class Said:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


class Command:
    """``kennzahl`` within the test process; ``stdin`` are the bytes on standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Said:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        return Said(code, *self._capsys.readouterr())


def process(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    """``kennzahl`` as a process of its own, all three streams being pipes unless said otherwise."""
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-m", "cli.main", *map(str, arguments)]
    # Tests that run in the background of a shell inherit a SIGINT that is ignored; a person's terminal has it.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, cwd=ROOT, **{**streams, **options})
    finally:
        signal.signal(signal.SIGINT, heard)
