"""Percentages of shares and indices are nobody's profit and nobody's holding."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said


@pytest.mark.parametrize(
    "text",
    [
        "Er weitete seine Verluste aus und stand 0,46 Prozent im Minus bei 19.384 Punkten.",
        "Nach Verlusten von 4 Prozent am Vortag steht das Papier im Plus.",
        "Sie erholten sich mit plus 2,5 Prozent von ihren Verlusten.",
        "Die Firma gehörte mit plus 9 Prozent zur Spitze.",
        "Mit einem Jahresgewinn von 57 Prozent gehören sie zu den attraktivsten Werten.",
        "Der Index ist mit 13 günstiger bewertet als sonst.",
        "Gestern brachen die Anteile der Firma um 13 Prozent ein.",
        "Zu den Tagesgewinnern zählen die Titel der Firma mit 24,30 Euro.",
    ],
)
def test_what_tells_of_shares_is_no_figure_of_the_company(text: str) -> None:
    assert said(text, "de") == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Die Verluste stiegen um 4 Prozent.", {"net_income change_pct 4 %"}),
        (
            "Der Gewinn fiel um 5 Prozent auf 9 Millionen Euro.",
            {"net_income change_pct -5 %", "net_income value 9000000 EUR"},
        ),
        ("Die Familie hält 9 Prozent an der Firma.", {"stake value 9 %"}),
        ("Die Firma gehört zu 60 Prozent der Familie.", {"stake value 60 %"}),
        ("Die Firma wird mit 70 Millionen Euro bewertet.", {"valuation value 70000000 EUR"}),
    ],
)
def test_profits_and_holdings_stay_what_they_are(text: str, facts: set[str]) -> None:
    assert said(text, "de") == facts
