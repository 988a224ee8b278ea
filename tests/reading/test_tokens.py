"""Words, compounds and phrases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.reading.tokens import Phrases, tokenise


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Der EBIT-Marge half's.", ["der", "ebit-marge", "half's", "."]),
        ("U.S. sales of $0.76/share", ["u.s.", "sales", "of", "$", "0.76", "/", "share"]),
        ("1.060,7 Mio. Euro", ["1.060,7", "mio", ".", "euro"]),
        ("3-prozentig", ["3", "-", "prozentig"]),
        ("F&E und Meta’s", ["f&e", "und", "meta's"]),
    ],
)
def test_words(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokenise(text)] == forms


@given(st.text())
def test_tokens_are_pieces_of_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[t.start : t.end].casefold().replace("’", "'") == t.form for t in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))


def lexicon(*phrases: str) -> Phrases[str]:
    made: Phrases[str] = Phrases(["e", "s", "n"])
    for phrase in phrases:
        made.add(phrase, phrase)
    return made


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["~gewinn*"], "der Quartalsgewinn", [("~gewinn*", "quartals")]),
        (["~gewinn*"], "die Gewinne", [("~gewinn*", "")]),
        (["gewinn"], "der Quartalsgewinn", []),
        (["gewinn", "gewinn je aktie"], "Gewinn je Aktie", [("gewinn je aktie", "")]),
        (["gewinn je|pro aktie"], "Gewinn pro Aktie", [("gewinn je|pro aktie", "")]),
        (["net? income"], "income and net income", [("net? income", ""), ("net? income", "")]),
        (["~gewinn"], "agewinn", []),  # one letter is no first part of a compound
    ],
)
def test_phrases(phrases: list[str], text: str, found: list[tuple[str, str]]) -> None:
    assert [(m.payload, m.prefix) for m in lexicon(*phrases).find(tokenise(text))] == found


def test_the_first_to_claim_a_phrase_keeps_it() -> None:
    made: Phrases[int] = Phrases()
    made.add("net profit", 1)
    made.add("net profit", 2)
    assert [m.payload for m in made.find(tokenise("net profit"))] == [1]
