"""Five hundred broken inputs, always the same ones; `make fuzz` tries ten thousand others."""

from __future__ import annotations

import pytest

from tests.fuzzing import TARGETS, inputs, run

COUNT, SEED = 504, 1


@pytest.mark.parametrize("kind", TARGETS)
def test_broken_inputs_raise_nothing_and_hang_nowhere(kind: str) -> None:
    for _, _, payload in inputs(COUNT // len(TARGETS), SEED, kind):
        run(kind, payload)
