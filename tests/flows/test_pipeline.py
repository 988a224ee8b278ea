"""What a run does when things around it fail."""

from __future__ import annotations

import logging
import socket
from dataclasses import replace

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from expectations.results import ExpectationResult, GateReport
from flows.pipeline import _Pipeline
from tasks.paths import DataPaths
from tests.tasks.test_report import NOTHING


@pytest.mark.filterwarnings("ignore:Artifact creation outside")
def test_a_server_that_does_not_answer_makes_a_finished_run_no_failure(
    paths: DataPaths, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    gate = GateReport((ExpectationResult("kpi_facts", "count", "critical", True, "1", "kpi_facts has rows"),))
    with temporary_settings({PREFECT_API_URL: f"http://127.0.0.1:{port}/api"}), caplog.at_level(logging.WARNING):
        _Pipeline("nightly", paths, again=False)._show(replace(NOTHING, gate=gate))
    shown = [record.getMessage() for record in caplog.records if record.name == "flows.pipeline"]
    assert shown == ["the summary could not be handed to Prefect", "the gate could not be handed to Prefect"]
