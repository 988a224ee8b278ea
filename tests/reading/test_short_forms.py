"""What a text calls a company once it has named it in full, and what it does not mean by that."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


def owners(text: str) -> list[str]:
    article = Article(doc_id="short", text=text, title_end=0, language="en")
    return [fact.company.name for fact in read(article).facts]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Jones Apparel Group Inc said it would sell its stores to Istithmar. Istithmar has not raised its bid. "
            "Jones said on Monday that it had waited. Jones posted a net loss of $47 million.",
            ["Jones Apparel"],
            id="a common first word, where the company speaks by it",
        ),
        pytest.param(
            "Murvale Stores Inc said Bob Jones would leave. Jones said he was proud. Revenue was $50 million.",
            ["Murvale Stores"],
            id="the same word, where it is a person's",
        ),
        pytest.param(
            "AGF Management Ltd posted a loss of $13 million after the sale of AGF Trust to Laurentian Bank. "
            "AGF reported earnings per share of 11 cents.",
            ["AGF Management", "AGF Management"],
            id="a word of two names, of which one company only is sold",
        ),
        pytest.param(
            "General Dynamics Corp was optimistic, its chief said at a Citigroup investor conference. "
            "He repeated the company's forecast for 2007 revenue of $26 billion.",
            ["General Dynamics"],
            id="the host of a conference is not who speaks",
        ),
    ],
)
def test_whom_the_text_means(text: str, names: list[str]) -> None:
    assert owners(text) == names
