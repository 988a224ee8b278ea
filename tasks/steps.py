"""The steps as Prefect tasks: what is retried, and how it is called in the UI. The work is in the functions they wrap.

A task is a batch, a folder or a list of sources, never one article: a task costs as much as reading one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from tasks import archives, capture, fetch, marts, reading
from tasks.filings import bring

P = ParamSpec("P")
R = TypeVar("R")


def is_worth_retrying(_: Task[..., Any], __: TaskRun, state: State[Any]) -> bool:
    """Discs and networks may come back; a defect, a wrong file or a closed gate will not."""
    result = state.result(raise_on_failure=False)
    return isinstance(result, OSError)


def _step(function: Callable[P, R], name: str, tag: str) -> Task[P, R]:
    return task(
        name=name,
        tags=[tag],
        cache_policy=NO_CACHE,
        persist_result=False,
        retries=2,
        retry_delay_seconds=[2, 10],
        retry_condition_fn=is_worth_retrying,
    )(function)


fetch_sources = _step(fetch.fetch_sources, "fetch the sources", "network")
capture_inbox = _step(capture.capture_inbox, "capture the inbox", "disc")
capture_archives = _step(archives.capture_archives, "go through web archives", "disc")
read_batch = _step(reading.read_batch, "read a batch", "engine")
bring_filings = _step(bring.bring_filings, "bring in what was filed", "network")
record_trouble = _step(reading.record_trouble, "record trouble", "disc")
publish = _step(marts.publish, "check and publish the tables", "disc")
