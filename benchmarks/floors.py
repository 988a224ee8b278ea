"""Floors under the accuracy that has been reached, pinned with the fingerprint of the corpus (``floors.yaml``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from kennzahl.evaluation import Evaluation

FILE = Path(__file__).with_name("floors.yaml")


def load() -> dict[str, Any]:
    """The pinned floors as they are written."""
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return loaded


def missed(floors: Mapping[str, Mapping[str, float]], result: Evaluation) -> Iterator[str]:
    """What lies below its floor, in words; ``floors`` are the F1 of one corpus and language by level."""
    for level, floor in floors.items():
        reached = result.levels[level].f1
        if reached < floor["f1"]:
            yield f"{level} F1 is {reached:.3f}, below its floor of {floor['f1']:.3f}"


def lowered(floors: Mapping[str, Any], changelog: str) -> Iterator[str]:
    """Floors below one that they had before, without a reason (``lowered_because``) that the changelog gives too."""
    for corpus in ("dev", "samples"):
        for language, levels in floors[corpus].items():
            for level, floor in levels.items():
                reason = floor.get("lowered_because")
                if floor["f1"] < max(floor.get("was", [0.0])) and not (reason and reason in changelog):
                    yield f"{corpus} {language} {level}: {floor['f1']} was {max(floor['was'])}"
