"""What holds of the quantities of any text."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from kennzahl.facts import Quantity


def assert_orderly(found: Sequence[Quantity], text: str) -> None:
    """They stand in order and as printed, each is one number or a range, and no range runs backwards."""
    assert all(text[quantity.start : quantity.end] == quantity.printed != "" for quantity in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    for quantity in found:
        assert (quantity.value is None) == quantity.is_range
        assert quantity.step > 0
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
