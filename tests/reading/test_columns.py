"""Tables that a text prints as one line."""

from __future__ import annotations

import pytest

from tests.reading.test_statements import said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Gross loans 261,101 223,440 Deposits 276,264 258,001 Total assets 315,847 295,475 Net income 3,093 2,873",
            {
                "loans value 261101 EUR",
                "loans prior 223440 EUR",
                "deposits value 276264 EUR",
                "deposits prior 258001 EUR",
                "total_assets value 315847 EUR",
                "total_assets prior 295475 EUR",
                "net_income value 3093 EUR",
                "net_income prior 2873 EUR",
            },
        ),
        (
            "Gross loans 261,101 223,440 210,000 Deposits 276,264 258,001 250,000",
            {
                "loans value 261101 EUR",
                "loans prior 223440 EUR",
                "deposits value 276264 EUR",
                "deposits prior 258001 EUR",
            },
        ),
    ],
)
def test_the_second_column_is_what_the_first_is_compared_with(text: str, says: set[str]) -> None:
    assert said(text, "en") == says
