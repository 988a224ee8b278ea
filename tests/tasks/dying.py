"""A process of its own that writes or publishes, and is killed (SIGKILL) right before its nth step.

``python -m tests.tasks.dying append|publish DATA_FOLDER N``: the steps of ``append`` are the commits of its tables,
those of ``publish`` the flushes of its files. With N too high it lives and prints "alive".
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tasks.ledger
import tasks.publication
from tasks.ledger import Ledger
from tasks.marts import publish
from tasks.paths import DataPaths
from tests.tasks.handmade import batch


def deadly(step: Callable[..., Any], last: int) -> Callable[..., Any]:
    done = 0

    def stepping(*given: Any, **named: Any) -> Any:
        nonlocal done
        done += 1
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*given, **named)

    return stepping


def main(what: str, folder: str, last: str) -> None:
    paths = DataPaths(Path(folder))
    if what == "append":
        tasks.ledger.delta.append = deadly(tasks.ledger.delta.append, int(last))  # type: ignore[assignment]
        Ledger(paths.ledger).append(batch(), run_id="killed", engine_version="1")
    else:
        tasks.publication._flush = deadly(tasks.publication._flush, int(last))  # type: ignore[assignment]
        publish(paths, "second", lambda _: [])
    print("alive")


def die(what: str, folder: Path, step: int) -> subprocess.CompletedProcess[str]:
    """Run it and wait for its end: ``returncode`` is -9."""
    command = [sys.executable, "-m", "tests.tasks.dying", what, str(folder), str(step)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
