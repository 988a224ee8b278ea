"""What was captured is read again by a newer engine, once."""

from __future__ import annotations

import pytest

from kennzahl.version import engine_version
from tasks.capture import capture_inbox, iter_captured
from tasks.ledger import Ledger
from tasks.paths import DataPaths
from tasks.reading import attempt
from tests.e2e.conftest import Command
from tests.e2e.tables import rows

pytestmark = pytest.mark.e2e

NEWS = "Ahornbau AG wächst\n\nDie Ahornbau AG hat 2024 ihren Umsatz um 4 Prozent auf 2,6 Milliarden Euro gesteigert.\n"


def test_a_replay_reads_what_only_older_versions_have_read(paths: DataPaths, kennzahl: Command) -> None:
    paths.create()
    (paths.inbox / "ahorn.txt").write_text(NEWS, encoding="utf-8")
    capture_inbox(paths)
    ledger = Ledger(paths.ledger)
    ledger.append([attempt(one) for one in iter_captured(paths)], run_id="then", engine_version="older")
    first = kennzahl("replay", "--data", paths.root)
    assert first.returncode == 0, first.stderr
    assert "1 articles read" in first.stdout
    [article] = rows(paths.root, "articles")
    assert article["engine_version"] == engine_version()
    assert ledger.handled("older") == ledger.handled(engine_version())
    again = kennzahl("replay", "--data", paths.root)
    assert "nothing new" in again.stdout
