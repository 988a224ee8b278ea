"""Ranges between a loss and a profit."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


@pytest.mark.parametrize(
    ("language", "text", "metric", "ends"),
    [
        (
            "en",
            "Intel expects results between a loss of 3 cents and a profit of 2 cents a share.",
            "eps",
            (-0.03, 0.02),
        ),
        ("en", "Intel sees a range of a loss of $5 million to a profit of $3 million.", "net_income", (-5e6, 3e6)),
        ("en", "Intel sees anything from a $4 million loss to a $3 million profit.", "net_income", (-4e6, 3e6)),
        (
            "en",
            "Intel expects operating income between a $4 million loss and a $3 million profit.",
            "ebit",
            (-4e6, 3e6),
        ),
        ("en", "Intel expects an operating result between minus 5 and plus 3 million dollars.", "ebit", (-5e6, 3e6)),
        (
            "de",
            "Siemens sieht ein Ergebnis zwischen einem Verlust von 3 Millionen und einem Gewinn von 2 Millionen Euro.",
            "net_income",
            (-3e6, 2e6),
        ),
        (
            "de",
            "Siemens peilt ein Betriebsergebnis zwischen 3 Millionen Euro Verlust und 2 Millionen Euro Gewinn an.",
            "ebit",
            (-3e6, 2e6),
        ),
        (
            "en",
            "Intel sees organic growth between a decrease of 2 percent and an increase of 3 percent.",
            "organic_growth",
            (-2, 3),
        ),
        (
            "en",
            "Intel sees organic growth between a decline of 2 percent, to a rise of 3 percent.",
            "organic_growth",
            (-2, 3),
        ),
        ("de", "Das Ebit von Siemens soll zwischen minus 5 und plus 3 Millionen Euro liegen.", "ebit", (-5e6, 3e6)),
    ],
)
def test_a_range_has_the_signs_of_its_words(language: str, text: str, metric: str, ends: tuple[float, float]) -> None:
    (fact,) = read(Article("test", text, language=language)).facts
    assert fact.value is not None
    assert (fact.metric, float(fact.value.low or 0), float(fact.value.high or 0)) == (metric, *ends)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Intel improved from a loss of $5 million to a profit of $3 million."),
        ("en", "Intel swung to a profit of $3 million from a loss of $5 million."),
        ("de", "Siemens machte nach einem Verlust von 3 Millionen Euro einen Gewinn von 2 Millionen Euro."),
    ],
)
def test_a_turn_is_no_range(language: str, text: str) -> None:
    (fact,) = read(Article("test", text, language=language)).facts
    assert fact.value is not None and fact.value.low is None
    assert fact.prior is not None
