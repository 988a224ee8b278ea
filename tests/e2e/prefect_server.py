"""A real Prefect server and a real process worker, as children on loopback with a home of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parents[2]
PATIENCE = 420.0
"""Seconds until a test gives up waiting; a lot, since the machine may be busy with everything else."""


class Prefect:
    """One server with one worker, and what a person at its command line can do."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        self.url = f"http://127.0.0.1:{port}/api"
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        self.environment = clean | {
            "DO_NOT_TRACK": "1",
            "GX_ANALYTICS_ENABLED": "false",
            "NO_PROXY": "127.0.0.1",
            "PREFECT_API_URL": self.url,
            "PREFECT_CLI_COLORS": "false",
            "PREFECT_HOME": str(home),
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_WORKER_QUERY_SECONDS": "2",
            "PYTHONPATH": str(PROJECT),
        }

    def cli(self, *arguments: str) -> str:
        """Run ``prefect ARGUMENTS`` in the project; its output."""
        done = subprocess.run(
            [sys.executable, "-m", "prefect", "--no-prompt", *arguments],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        """GET, or POST ``body`` as JSON."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"})  # noqa: S310
        with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
            return json.load(response)

    def deploy(self, name: str, changes: dict[str, Any]) -> None:
        """``prefect deploy`` one deployment of the project's prefect.yaml, with some of its fields replaced."""
        declared = yaml.safe_load((PROJECT / "prefect.yaml").read_text(encoding="utf-8"))
        [deployment] = [one for one in declared["deployments"] if one["name"] == name]
        deployment.update(changes)
        declared["deployments"] = [deployment]
        file = self.home / f"{name}.yaml"
        file.write_text(yaml.safe_dump(declared), encoding="utf-8")
        self.cli("deploy", "--prefect-file", str(file), "--name", name)

    def runs(self, flow: str) -> list[dict[str, Any]]:
        """All runs of a flow, oldest first."""
        found = self.ask("/flow_runs/filter", {"flows": {"name": {"any_": [flow]}}, "sort": "START_TIME_ASC"})
        return list(found)


@contextmanager
def prefect_server(home: Path, port: int) -> Iterator[Prefect]:
    """A server and a worker of the pool ``kennzahl``; both are gone afterwards."""
    prefect = Prefect(home, port)
    server = _child(prefect, "server", "start", "--no-ui", "--port", str(port))
    try:
        wait_for(lambda: _is_healthy(prefect), "the server to start", server)
        prefect.cli("work-pool", "create", "kennzahl", "--type", "process")
        worker = _child(prefect, "worker", "start", "--pool", "kennzahl")
        try:
            yield prefect
        finally:
            _end(worker)
    finally:
        _end(server)


def wait_for(condition: Callable[[], Any], what: str, child: subprocess.Popen[bytes] | None = None) -> Any:
    """Ask until the answer is true; the answer."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answer := condition():
            return answer
        assert child is None or child.poll() is None, f"the process ended while waiting for {what}"
        time.sleep(0.5)
    raise AssertionError(f"waited {PATIENCE:.0f} seconds in vain for {what}")


def _is_healthy(prefect: Prefect) -> bool:
    try:
        return prefect.ask("/health") is True
    except (urllib.error.URLError, OSError):
        return False


def _child(prefect: Prefect, *arguments: str) -> subprocess.Popen[bytes]:
    with (prefect.home / f"{arguments[0]}.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "prefect", *arguments],
            cwd=PROJECT,
            env=prefect.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _end(child: subprocess.Popen[bytes]) -> None:
    """The child and what it has started: its session's process group, whose id is the child's pid."""
    try:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    except ProcessLookupError:
        child.wait()
