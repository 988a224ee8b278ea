"""A sentence about a part, and one that leads back to the whole."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


def owners(language: str, title: str, text: str) -> list[tuple[str, str | None]]:
    article = Article("test", f"{title}\n\n{text}", title_end=len(title), language=language)
    return [(fact.company.name, fact.segment) for fact in read(article).facts]


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        (
            "en",
            "AOL sees ad gains",
            "AOL's Brand Group had revenue of $120 million. Total revenue fell 3 percent to $570 million.",
            [("AOL", "Brand Group"), ("AOL", None)],
        ),
        (
            "de",
            "Swisscom stabil",
            "Die italienische Tochter Fastweb steigerte den Umsatz um 3 Prozent. Der Konzernumsatz sank um 2 Prozent.",
            [("Fastweb", None), ("Swisscom", None)],
        ),
        (
            "de",
            "Volkswagen hat Sorgen",
            "Audi verdiente 500 Millionen Euro. Insgesamt verdiente der Konzern 2 Milliarden Euro.",
            [("Audi", None), ("Volkswagen", None)],
        ),
        (
            "de",
            "Volkswagen hat Sorgen",
            "Audi verdiente 500 Millionen Euro. Konzernweit legte der Umsatz um 2 Prozent zu.",
            [("Audi", None), ("Volkswagen", None)],
        ),
        # Not from a company of its own, nor without a word for the whole.
        (
            "en",
            "Microsoft has a good quarter",
            "Intel grew sales by 20 percent to $30 billion. Overall, profit rose 3 percent to $9 billion.",
            [("Intel", None), ("Intel", None)],
        ),
        (
            "de",
            "Volkswagen hat Sorgen",
            "BMW verdiente 500 Millionen Euro. Insgesamt sank der Umsatz um 2 Prozent.",
            [("BMW", None), ("BMW", None)],
        ),
        (
            "de",
            "Volkswagen hat Sorgen",
            "Audi verdiente 500 Millionen Euro. Der Umsatz sank um 2 Prozent.",
            [("Audi", None), ("Audi", None)],
        ),
    ],
)
def test_whose_figures_they_are(language: str, title: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert owners(language, title, text) == expected
