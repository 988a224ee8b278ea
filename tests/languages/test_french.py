"""A third language is a file: ten French sentences and their facts, read by the engine as it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from kennzahl.articles.language import detect
from kennzahl.contract import to_contract
from kennzahl.facts import Article
from kennzahl.languages import available, detected
from kennzahl.reading import read

ABSENT = {
    "segment": None, "adjusted": False, "approx": "=", "change_pct": None,
    "change_abs": None, "prior_value": None, "basis": None,
}  # fmt: skip

SENTENCES: dict[str, dict[str, Any]] = {
    "Danone a réalisé en 2024 un chiffre d'affaires de 27,4 milliards d'euros, en hausse de 4,3 %.": {
        "company": "Danone", "metric": "revenue", "kind": "actual", "period": "2024",
        "value": 27_400_000_000, "unit": "EUR", "change_pct": 4.3, "basis": "yoy",
    },
    "Le bénéfice net de Renault a reculé de 12 % à 1,8 milliard d'euros au premier semestre 2024.": {
        "company": "Renault", "metric": "net_income", "kind": "actual", "period": "2024-H1",
        "value": 1_800_000_000, "unit": "EUR", "change_pct": -12, "basis": "yoy",
    },
    "Au troisième trimestre 2024, les ventes de Carrefour ont atteint 23,6 milliards d'euros, contre 22,9 milliards "
    "un an plus tôt.": {
        "company": "Carrefour", "metric": "revenue", "kind": "actual", "period": "2024-Q3",
        "value": 23_600_000_000, "unit": "EUR", "prior_value": 22_900_000_000, "basis": "yoy",
    },
    "Airbus prévoit de livrer 820 avions en 2025.": {
        "company": "Airbus", "metric": "units_sold", "kind": "guidance", "period": "2025",
        "value": 820, "unit": "count",
    },
    "Michelin va supprimer environ 1 250 postes d'ici fin 2026.": {
        "company": "Michelin", "metric": "job_cuts", "kind": "guidance", "period": "2026",
        "value": 1250, "unit": "count", "approx": "~",
    },
    "Alstom a enregistré une perte nette de 340 millions d'euros en 2023.": {
        "company": "Alstom", "metric": "net_income", "kind": "actual", "period": "2023",
        "value": -340_000_000, "unit": "EUR",
    },
    "Sanofi propose un dividende de 3,92 euros par action pour 2024.": {
        "company": "Sanofi", "metric": "dividend_per_share", "kind": "guidance", "period": "2024",
        "value": 3.92, "unit": "EUR",
    },
    "La marge opérationnelle de Legrand est passée de 20,1 % à 20,5 % en 2024.": {
        "company": "Legrand", "metric": "ebit_margin", "kind": "actual", "period": "2024",
        "value": 20.5, "unit": "%", "prior_value": 20.1, "basis": "yoy",
    },
    "Le bénéfice d'exploitation de Soitec a doublé à 112 millions d'euros en 2023.": {
        "company": "Soitec", "metric": "ebit", "kind": "actual", "period": "2023",
        "value": 112_000_000, "unit": "EUR", "change_pct": 100, "basis": "yoy",
    },
    "Pour 2025, Schneider Electric vise une croissance de son chiffre d'affaires de 7 à 10 %.": {
        "company": "Schneider Electric", "metric": "revenue", "kind": "guidance", "period": "2025",
        "value": None, "unit": None, "change_pct": [7, 10], "basis": "yoy",
    },
    "L'Ebitda ajusté de Veolia s'est établi à 1,7 milliard d'euros au quatrième trimestre 2024.": {
        "company": "Veolia", "metric": "ebitda", "adjusted": True, "kind": "actual", "period": "2024-Q4",
        "value": 1_700_000_000, "unit": "EUR",
    },
    "Capgemini emploie plus de 340 000 personnes.": {
        "company": "Capgemini", "metric": "employees", "kind": "actual", "period": "2025",
        "value": 340_000, "unit": "count", "approx": ">",
    },
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=[s.split(",")[0][:40] for s in SENTENCES])
def test_a_french_sentence_gives_its_fact(sentence: str, expected: dict[str, Any]) -> None:
    article = Article("fr", sentence, language="fr", published_at=datetime(2025, 3, 3, tzinfo=UTC))
    facts = [to_contract(fact, article) for fact in read(article).facts]
    quotes = [fact.pop("quote") for fact in facts]
    assert facts == [ABSENT | expected]
    assert quotes[0] in sentence


def test_a_language_that_only_begins_is_read_where_it_is_asked_for() -> None:
    text = " ".join(SENTENCES)
    assert "fr" in available()
    assert "fr" not in detected()
    assert detect(text, "fr-FR") == (None, "detected")
    assert detect(text, asked="fr") == ("fr", "detected")
