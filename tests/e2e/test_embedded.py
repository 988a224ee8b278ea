"""The Prefect server beside a run: nobody's but the run's, and never left behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.e2e.prefect_server import PROJECT, wait_for

pytestmark = pytest.mark.e2e

RUN = """
import os, sys
from pathlib import Path
from flows.embedded import embedded_server

with embedded_server(Path(sys.argv[1]) / "home", Path(sys.argv[1]) / "logs" / "run.log"):
    from prefect import flow

    @flow(name="probe")
    def probe():
        print(os.environ["PREFECT_API_URL"], flush=True)
        sys.stdin.read()

    probe()
    print("done", flush=True)
"""


def start(folder: Path) -> subprocess.Popen[str]:
    """A run in the middle of its flow, started by a user with Prefect settings of their own."""
    foreign = {"PREFECT_PROFILE": "work", "PREFECT_API_URL": "http://192.0.2.1:4200/api", "PREFECT_HOME": "/nowhere"}
    return subprocess.Popen(
        [sys.executable, "-c", RUN, str(folder)],
        cwd=PROJECT,
        env=os.environ | foreign | {"PYTHONPATH": str(PROJECT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def is_listening(url: str) -> bool:
    parts = urlsplit(url)
    with socket.socket() as client:
        client.settimeout(2)
        return client.connect_ex((parts.hostname, parts.port)) == 0


def test_the_server_lives_as_long_as_its_run(tmp_path: Path) -> None:
    with start(tmp_path) as child:
        assert child.stdout is not None
        url = child.stdout.readline().strip()
        assert urlsplit(url).hostname == "127.0.0.1"
        assert is_listening(url)
        out, errors = child.communicate("", timeout=120)
    assert (child.returncode, out, errors) == (0, "done\n", "")
    assert not is_listening(url)
    assert "Beginning flow run" in (tmp_path / "logs" / "run.log").read_text(encoding="utf-8")


def test_a_killed_run_takes_its_server_along(tmp_path: Path) -> None:
    with start(tmp_path) as child:
        assert child.stdout is not None
        url = child.stdout.readline().strip()
        assert is_listening(url)
        child.send_signal(signal.SIGKILL)
        child.wait()
        wait_for(lambda: not is_listening(url), "the server to end")
