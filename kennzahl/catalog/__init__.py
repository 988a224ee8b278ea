"""Catalogues: what the engine knows of the world, one YAML file each, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def load_catalog(name: str) -> Any:
    """The content of ``<name>.yaml`` in this folder, e.g. ``load_catalog("metrics")``. Callers must not change it.

    Raises:
        LookupError: no such catalogue.
    """
    path = HERE / f"{name}.yaml"
    if not path.is_file():
        raise LookupError(f"no catalogue {name!r}: there is {', '.join(sorted(p.stem for p in HERE.glob('*.yaml')))}")
    with path.open("rb") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)
