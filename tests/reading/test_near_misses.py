"""Sentences with a word for something else in them, whose figures are the company's all the same."""

from __future__ import annotations

from time import process_time

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read
from tests.reading.test_statements import said

SENTENCES = [
    ("en", "Toyota sold 300,000 cars in March despite recalls.", {"units_sold value 300000 count"}),
    ("en", "After a recall, Toyota sold 300,000 cars.", {"units_sold value 300000 count"}),
    ("en", "Toyota recalled 5 million cars.", {"other value 5000000 count"}),
    ("en", "A recall of 5 million cars hurt Toyota.", {"other value 5000000 count"}),
    ("de", "Toyota verkaufte nach dem Rückruf 300.000 Autos.", {"units_sold value 300000 count"}),
    ("de", "Toyota muss 300.000 Autos zurückrufen.", {"other value 300000 count"}),
    ("de", "Toyota ruft 300.000 Autos zurück.", {"other value 300000 count"}),
    ("en", "Intel ran the plant until sales hit $9 million.", {"revenue value 9000000 USD"}),
    ("de", "Siemens zahlte, solange der Umsatz über 5 Millionen Euro lag.", {"revenue value 5000000 EUR"}),
    ("en", "Intel will pay more if sales exceed $5 million.", set()),
    ("en", "Intel's sales rose 15 percent, more than in Europe.", {"revenue change_pct 15 %"}),
    ("en", "Intel's sales were 15 percent higher than in Christmas 2010.", {"revenue change_pct 15 %"}),
    ("en", "Costs there are 70 percent lower than in Albania.", set()),
    ("en", "BP produced 3 million barrels a day despite a leak.", {"production value 3000000 count"}),
    ("en", "Exxon sold 3 million barrels after the spill.", {"units_sold value 3000000 count"}),
    ("en", "About 3,000 barrels of oil leaked from the pipe.", set()),
    ("en", "Intel after repaying loans has $5 billion of debt.", {"debt value 5000000000 USD"}),
    ("en", "Intel paid down $98 million in debt.", {"other value 98000000 USD"}),
    ("en", "The airline, which serves airports, carried 120 million passengers.", {"passengers value 120000000 count"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "facts"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_what_is_near_a_figure_is_not_always_what_it_is_of(language: str, text: str, facts: set[str]) -> None:
    assert said(text, language) == facts


def test_of_the_quarter_of_another_year_is_no_sequence() -> None:
    text = "Intel's sales fell 5 percent compared with the first quarter of the prior fiscal year."
    assert [fact.basis for fact in read(Article("test", text, language="en")).facts] == ["yoy"]


def test_a_row_tells_of_each_company_where_it_is_named() -> None:
    text = "Intel and Dell reported revenue of $9 billion and $15 billion, respectively."
    facts = read(Article("test", text, language="en")).facts
    spans = [next(o.span for o in fact.origins if o.part == "company") for fact in facts]
    assert [span and text[span.start : span.end] for span in spans] == ["Intel", "Dell"]


def test_a_dashed_rule_behind_a_figure_takes_no_longer_than_words() -> None:
    def cost(between: str) -> float:
        article = Article("test", f"Sales rose 5 percent {between} Intel said on Monday.", language="en")
        start = process_time()
        read(article)
        return process_time() - start

    cost("in the shops")
    assert cost("-" * 56) < 100 * max(cost("in all the shops of the town, and more, as"), 0.001)
