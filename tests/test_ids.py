"""Ids: the same for the same thing on every machine, different for different things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl import ids
from kennzahl.facts import Issue, Span
from tests.tasks.handmade import META, Q3_2023, article, fact, quantity, revenue_reading


def test_an_id_is_short_and_never_changes() -> None:
    assert ids.key("fact", "a", 1) == "ugmliv7hodi5g7rk6fhq"
    assert ids.text_revision(article("SAP")) == ids.text_sha256("SAP")[:16]


@given(*[st.lists(st.text(max_size=3) | st.none(), max_size=3)] * 2)
def test_other_parts_give_another_key(one: list[str | None], other: list[str | None]) -> None:
    assert (ids.key(*one) == ids.key(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"canonical_url": "https://a.example/1"}, {"canonical_url": "https://a.example/1", "url": "https://x"}, True),
        ({"url": "https://a.example/1"}, {"canonical_url": "https://a.example/1"}, True),
        ({"url": "https://a.example/1"}, {"url": "https://a.example/2"}, False),
        ({"doc_id": "one"}, {"doc_id": "two"}, True),
        ({"text": "one"}, {"text": "two"}, False),
        ({"text": "one", "url": "https://a.example/1"}, {"text": "two", "url": "https://a.example/1"}, True),
    ],
)
def test_an_article_is_its_address_or_else_its_text(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert (ids.article_id(article(**one)) == ids.article_id(article(**other))) is same


def test_a_fact_is_its_figure_metric_segment_and_period() -> None:
    reading = revenue_reading()
    stated = reading.facts[0]
    own = ids.fact_id(reading.article, stated)
    assert ids.fact_id(reading.article, replace(stated, company=META, kind="other", adjusted=True)) == own
    for other in (
        replace(stated, metric="order_intake"),
        replace(stated, segment="Cloud"),
        replace(stated, period=Q3_2023),
        replace(stated, period=None),
        replace(stated, value=None),
    ):
        assert ids.fact_id(reading.article, other) != own
    assert ids.fact_id(replace(reading.article, text=reading.article.text + " Neu."), stated) != own
    assert ids.fact_id(reading.article, stated, occurrence=1) != own


def test_a_lineage_survives_a_new_text_around_its_sentence() -> None:
    before = article("SAP wächst\n\nDer Umsatz steigt auf 8,5 Milliarden Euro.", url="https://a.example/1")
    after = article("SAP wächst weiter\n\nDer Umsatz  steigt auf 8,5 Milliarden Euro!", url="https://a.example/1")
    facts = [fact(each, value=quantity(each.text, "8,5 Milliarden Euro", "8.5e9")) for each in (before, after)]
    assert ids.lineage_id(before, facts[0]) == ids.lineage_id(after, facts[1])
    assert ids.lineage_id(after, replace(facts[1], metric="ebit")) != ids.lineage_id(after, facts[1])


def test_an_issue_is_its_place_and_reason() -> None:
    raised = Issue("unread", "unread", "8,5 was not understood.", Span(3, 6))
    assert ids.issue_id("a", raised) == ids.issue_id("a", replace(raised, words="other words"))
    assert ids.issue_id("a", raised) != ids.issue_id("a", replace(raised, span=Span(4, 6)))
    assert ids.issue_id("a", raised) != ids.issue_id("b", raised)
