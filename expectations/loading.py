"""Great Expectations in about half its usual time, without telemetry, progress bars, or files.

Of the 6 seconds that its import takes, nearly half goes into altair (charts of one expectation) and scipy.stats
(three statistical tests), none of which any of our suites uses. While it is imported, both are stand-ins that load the
real module on first use; afterwards they are gone from ``sys.modules``.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_NOT_NEEDED = ("altair", "scipy.stats")


@cache
def library() -> Any:
    """The module ``great_expectations``, loaded the quick way."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    with _deferred(*_NOT_NEEDED):
        module = importlib.import_module("great_expectations")
        engine: Any = importlib.import_module("great_expectations.execution_engine.pandas_execution_engine")
    # A fingerprint of every frame takes half of the time on a million rows; nobody keeps it.
    engine.HASH_THRESHOLD = 0
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    return module


@cache
def context() -> Any:
    """A context in memory: nothing is written to disk, nothing sent anywhere."""
    made = library().get_context(mode="ephemeral")
    made.variables.progress_bars = {"globally": False, "metric_calculations": False}
    return made


@contextmanager
def _deferred(*names: str) -> Iterator[None]:
    """Stand-ins for modules that are not imported yet, for as long as the block runs."""
    placed = [name for name in names if name not in sys.modules and find_spec(name) is not None]
    for name in placed:
        stand_in = _Deferred(name)
        stand_in.__spec__ = find_spec(name)
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        for name in placed:
            if isinstance(sys.modules.get(name), _Deferred):
                del sys.modules[name]


class _Deferred(ModuleType):
    """A module that loads the real one when anything of it is asked for."""

    def __getattr__(self, attribute: str) -> Any:
        if isinstance(sys.modules.get(self.__name__), _Deferred):
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)
