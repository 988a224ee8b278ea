"""Prefect's own server beside one run: for `kennzahl run`, where nobody has set up a server.

The server is a child process that listens on a free loopback port and lives exactly as long as its standard input:
when the run ends, or dies, the pipe closes and the server goes. The port is bound here and handed over, so that
requests made while the server still starts simply wait for it, and the two start side by side.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

SETTINGS = {
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_API_REQUEST_TIMEOUT": "300",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_SERVER_DATABASE_CONNECTION_TIMEOUT": "300",
    "PREFECT_SERVER_DATABASE_TIMEOUT": "300",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_UI_ENABLED": "false",
}
"""No telemetry, no UI. A machine that is busy with other things may take minutes for what Prefect gives seconds (to
make its database, to get a lock of it), and the run would fail of that."""

_STOP_SECONDS = 10.0
_KEPT_SECONDS = 86_400
_LOG_BYTES = 5_000_000


class JsonLines(logging.Formatter):
    """One JSON object per record."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "flow_run": getattr(record, "flow_run_name", None),
            "task_run": getattr(record, "task_run_name", None),
            "error": self.formatException(record.exc_info) if record.exc_info else None,
        }
        return json.dumps({key: value for key, value in line.items() if value is not None}, ensure_ascii=False)


@contextmanager
def embedded_server(home: Path, log: Path) -> Iterator[None]:
    """Run the body's flows against a server of its own, with its database in ``home`` and all logs in ``log``.

    Changes this process's environment for good, so it must come before the first import of Prefect: settings and
    profiles of the user are set aside.
    """
    home.mkdir(parents=True, exist_ok=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        del os.environ[name]
    os.environ.update(SETTINGS, PREFECT_HOME=str(home.resolve()))
    # A proxy for the outside world must not be asked for this machine.
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = ",".join(
        filter(None, (os.environ.get("NO_PROXY") or os.environ.get("no_proxy"), "127.0.0.1"))
    )
    with (
        socket.create_server(("127.0.0.1", 0), backlog=128) as listener,
        log.with_name("server.log").open("ab") as out,
    ):
        os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", __file__, str(listener.fileno())],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
            pass_fds=[listener.fileno()],
            start_new_session=True,  # Ctrl-C is for the run, which then stops the server
        )
    try:
        _log_to(log)
        yield
    finally:
        assert server.stdin is not None  # noqa: S101
        server.stdin.close()
        try:
            server.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _log_to(path: Path) -> None:
    """Everything into the file, nothing on the terminal: what a person should know is in the summary."""
    import prefect  # noqa: F401  # configures logging

    handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8")
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    for other in root.handlers:
        other.setLevel(logging.CRITICAL + 1)
    root.addHandler(handler)
    for name in ("kennzahl", "tasks", "flows", "expectations"):
        logging.getLogger(name).setLevel(logging.INFO)


def serve(descriptor: int) -> None:
    """The child: Prefect's API on the listening socket ``descriptor``, until standard input ends."""
    import threading

    import uvicorn
    from prefect.server.api.server import create_app

    app = create_app(ephemeral=True, final=True)
    # A connection that the server closes at the moment it is used again fails a request: here none needs closing.
    config = uvicorn.Config(app, fd=descriptor, log_level="error", lifespan="on", timeout_keep_alive=_KEPT_SECONDS)
    server = uvicorn.Server(config)

    def watch() -> None:
        with suppress(OSError):
            sys.stdin.buffer.read()
        server.should_exit = True

    threading.Thread(target=watch, daemon=True).start()
    server.run()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
