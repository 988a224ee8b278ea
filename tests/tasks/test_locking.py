"""One run per data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.errors import UsageError
from cli.running import data_folder, run_flow
from tasks.locking import Busy, one_run_at_a_time, one_server_at_a_time
from tasks.paths import DataPaths

HOLD = """
import sys
from pathlib import Path
from tasks.locking import one_run_at_a_time
from tasks.paths import DataPaths
with one_run_at_a_time(DataPaths(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_told_to_wait_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Busy, match="wait until it has ended"), one_run_at_a_time(paths):
            pass
        holder.kill()
        holder.wait()
    with one_run_at_a_time(paths, patience=30):
        pass
    with one_run_at_a_time(paths):
        pass


def test_two_runs_that_start_together_do_not_set_up_one_database_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = DataPaths(tmp_path).create()
    with one_server_at_a_time(paths):
        assert run_flow("run", paths, lambda: pytest.fail("started all the same")) == 1
    assert "wait until it has ended" in capsys.readouterr().err
    assert not (paths.state / "prefect").exists()


def test_a_data_folder_that_cannot_be_locked_is_said_to_be_so(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path).create()
    paths.lock.symlink_to(tmp_path / "nowhere" / "lock")
    with pytest.raises(UsageError, match="cannot be written to: No such file or directory"):
        data_folder(tmp_path)
