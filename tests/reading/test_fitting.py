"""Which figures a metric can have, by their unit."""

from __future__ import annotations

import pytest

from kennzahl.reading.fitting import ONCE, fits_metric
from kennzahl.reading.mentions.quantities import find
from kennzahl.reading.view import Figure


def figure(printed: str, partner: Figure | None = None) -> Figure:
    (quantity,) = find(printed, "en")
    return Figure(quantity, 0, 0, partner=partner)


@pytest.mark.parametrize("metric", sorted(ONCE))
@pytest.mark.parametrize(
    ("printed", "partner", "fits"),
    [
        ("20", None, False),  # "buys one of every | 20 | that it looks at"
        ("20", "30", False),
        ("20", "$30 billion", True),  # "raised its bid from | 20 | to $30 billion"
        ("20", "3,000", True),
        ("3,000", None, True),
        ("$30", None, True),
        ("30 percent", "$30 billion", False),
    ],
)
def test_a_bare_number_has_the_unit_of_its_partner(metric: str, printed: str, partner: str | None, fits: bool) -> None:
    lender = figure(partner) if partner is not None else None
    assert fits_metric(metric, figure(printed, lender)) is fits
