"""Goals that name no metric: they are of what was told before, where they are of about its size."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read

TOLD = {
    "de": "Der Maschinenbauer Siemens hat seinen Umsatz 2023 um 5 Prozent auf 620 Millionen Euro gesteigert. ",
    "en": "Siemens raised its 2023 revenue by 5 percent to 620 million euros. ",
}


def goals_in(sentence: str, language: str) -> list[Fact]:
    article = Article(
        "test", TOLD[language] + sentence, language=language, published_at=datetime(2024, 3, 5, tzinfo=UTC)
    )
    return [fact for fact in read(article).facts if fact.span.start >= len(TOLD[language])]


@pytest.mark.parametrize(
    ("language", "sentence", "period"),
    [
        ("de", "Für 2025 stellt der Vorstand 700 Millionen Euro in Aussicht.", "2025"),
        ("de", "Für das laufende Jahr peilt die Chefin 700 Millionen an.", "2024"),
        ("de", "Im laufenden Jahr traut sich das Unternehmen 700 Millionen Euro zu.", "2024"),
        ("de", "Bis 2026 will der Konzern auf 700 Millionen Euro kommen.", "2026"),
        ("de", "Für 2024 rechnet das Unternehmen mit 700 Millionen Euro.", "2024"),
        ("en", "For 2024, it is targeting 700 million euros.", "2024"),
        ("en", "It expects to reach 700 million euros this year.", "2024"),
        ("en", "The company forecasts 650 million to 700 million euros for 2025.", "2025"),
        ("en", "By 2026, the group hopes to hit 700 million.", "2026"),
        ("en", "This year the company is looking for 700 million euros.", "2024"),
    ],
)
def test_a_goal_is_one_of_what_was_told_before(language: str, sentence: str, period: str) -> None:
    (goal,) = goals_in(sentence, language)
    assert (goal.metric, goal.kind, goal.period and goal.period.label) == ("revenue", "guidance", period)
    assert goal.value is not None and 700_000_000 in (goal.value.value, goal.value.high)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Für 2025 stellt der Vorstand 12 Millionen Euro in Aussicht."),
        ("de", "Für 2024 rechnet das Unternehmen mit 700 Besuchern."),
        ("de", "Die Stadt hält für das Stadion 700 Millionen Euro bereit."),
        ("en", "For 2024, it is targeting 5 million euros."),
        ("en", "It expects to reach 700 villages this year."),
        ("en", "The city will spend 700 million euros on the arena."),
        ("en", "Analysts are looking for a dividend of 700 million euros."),
    ],
)
def test_what_is_of_another_size_or_kind_is_no_goal_of_it(language: str, sentence: str) -> None:
    assert [goal for goal in goals_in(sentence, language) if goal.metric == "revenue"] == []
