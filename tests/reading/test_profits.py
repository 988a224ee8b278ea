"""Which profit the bare word means."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read

BEFORE_TAX = "Sample Plc made a pre-tax profit of £75m in the third quarter of 2024. "


def metrics(text: str) -> dict[str, str]:
    """Amount as printed -> the metric that it is of."""
    facts = read(Article("test", text, 0, "en")).facts
    return {fact.value.printed: fact.metric for fact in facts if fact.value is not None}


@pytest.mark.parametrize(
    ("more", "metric"),
    [
        ("Sample's profits were better than the market's expectation of £59m.", "pretax_profit"),
        ("Sample's profit for the year was £59m.", "pretax_profit"),
        # another profit is named, or the word says which it is
        ("Sample's net profit was £41m. The profit for the year was £59m.", "net_income"),
        ("Sample's earnings for the year were £59m.", "net_income"),
        # another company's
        ("Rival Muster Plc posted a profit of £59m.", "net_income"),
    ],
)
def test_bare_profits_are_before_tax_where_only_those_are_named(more: str, metric: str) -> None:
    assert metrics(BEFORE_TAX + more)["£59m"] == metric


def test_a_bare_profit_alone_is_net() -> None:
    assert metrics("Sample Plc made a profit of £75m in 2024.") == {"£75m": "net_income"}
