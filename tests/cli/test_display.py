"""An article on the terminal: every figure marked once, with what became of it."""

from __future__ import annotations

from decimal import Decimal

from cli.display import Mark, marked, marks, verdict_of
from kennzahl.facts import Issue, Reading, Span, Verdict
from tests.tasks.handmade import article, fact, quantity

SOURCE = article(
    "SAP wächst\n\nSAP setzt 8,5 Milliarden Euro um, ein Plus von 9 Prozent. Die Aktie kostet 200 Euro. Dazu 7 Euro."
)
VALUE = quantity(SOURCE.text, "8,5 Milliarden Euro", "8500000000")
GROWTH = quantity(SOURCE.text, "9 Prozent", "9", "%", step=Decimal(1))


def span(words: str) -> Span:
    start = SOURCE.text.index(words)
    return Span(start, start + len(words))


def issue(kind: str, words: str) -> Issue:
    return Issue(kind, "share_price", "", span(words), None, words)  # type: ignore[arg-type]


def test_every_figure_is_marked_with_its_fact_or_its_fate():
    reading = Reading(
        SOURCE,
        (fact(SOURCE, value=VALUE, change_pct=GROWTH),),
        issues=(issue("set_aside", "200 Euro"), issue("unread", "7 Euro"), Issue("note", "mojibake", "repaired")),
    )
    assert marked(SOURCE.text, list(marks(reading))).plain == (
        "SAP wächst\n\nSAP setzt 8,5 Milliarden Euro[1] um, ein Plus von 9 Prozent[1]. "
        "Die Aktie kostet 200 Euro[-]. Dazu 7 Euro[?]."
    )


def test_a_figure_of_two_facts_names_both():
    reading = Reading(SOURCE, (fact(SOURCE, value=VALUE), fact(SOURCE, value=VALUE, metric="ebit")))
    assert "8,5 Milliarden Euro[1,2]" in marked(SOURCE.text, list(marks(reading))).plain


def test_overlapping_marks_do_not_double_the_text():
    text = marked("zwischen 3 und 4 Euro", [Mark(Span(9, 21), "fact", "[1]"), Mark(Span(15, 21), "unread", "[?]")])
    assert text.plain == "zwischen 3 und 4 Euro[1]"


def test_the_worst_verdict_counts():
    said = {outcome: Verdict(0, "growth", outcome, "") for outcome in ("consistent", "inconsistent", "uninformative")}
    assert verdict_of([]) == "unchecked"
    assert verdict_of([said["uninformative"], said["consistent"]]) == "consistent"
    assert verdict_of(list(said.values())) == "inconsistent"
