"""A business that moves without a metric moves by its revenue; orders that add up to an amount have come in."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said

GERMAN = [
    ("Das Geschäft in Asien wuchs um 20 Prozent.", {"revenue change_pct 20 %"}),
    ("Das Batteriegeschäft legte um 20 Prozent zu.", {"revenue change_pct 20 %"}),
    ("In Asien brach das Geschäft um ein Fünftel ein.", {"revenue change_pct -20 %"}),
    ("Die Backwarensparte schrumpfte 2011 um 4 Prozent.", {"revenue change_pct -4 %"}),
    ("Das Inlandsgeschäft ging um 3 Prozent zurück.", {"revenue change_pct -3 %"}),
    ("Das Kreditgeschäft wuchs um 3 Prozent.", {"loans change_pct 3 %"}),
    ("Das Neugeschäft stieg um 5 Prozent.", {"order_intake change_pct 5 %"}),
    ("Im Geschäft mit Batterien sank der Gewinn um 5 Prozent.", {"net_income change_pct -5 %"}),
    ("Die Aufträge summierten sich auf 201 Millionen Euro.", {"order_intake value 201000000 EUR"}),
    ("Die Aufträge beliefen sich auf 201 Millionen Euro.", {"order_intake value 201000000 EUR"}),
]
ENGLISH = [
    ("The cargo business fell 10 percent.", {"revenue change_pct -10 %"}),
    ("Its paper division grew by 4 percent last year.", {"revenue change_pct 4 %"}),
    ("Business in Asia was up 6 percent.", {"revenue change_pct 6 %"}),
    ("The European unit shrank 5 percent.", {"revenue change_pct -5 %"}),
    ("Referrals between its lines of business rose 8 percent.", set()),
    ("Profit at the business fell 5 percent.", {"net_income change_pct -5 %"}),
    ("The business employs 5 percent of the town.", set()),
]


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [*(("de", *case) for case in GERMAN), *(("en", *case) for case in ENGLISH)],
    ids=[text for text, _ in (*GERMAN, *ENGLISH)],
)
def test_a_business_moves_by_its_revenue(language: str, text: str, facts: set[str]) -> None:
    assert said(text, language) == facts
