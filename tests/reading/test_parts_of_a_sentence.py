"""Several companies, parts and bodies in one sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts(language: str, text: str) -> list[Fact]:
    return list(read(Article("test", text, language=language, published_at=datetime(2012, 10, 30, tzinfo=UTC))).facts)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        # A clause of its own behind a comma has a company of its own.
        (
            "de",
            "Der Umsatz von AMD wuchs um 10 Prozent auf 6 Milliarden Dollar, Intel erlöste 15 Milliarden Dollar.",
            [("AMD", "revenue"), ("Intel", "revenue")],
        ),
        (
            "en",
            "AMD posted sales of $6 billion, Intel reported revenue of $15 billion.",
            [("AMD", "revenue"), ("Intel", "revenue")],
        ),
        ("en", "AMD, Intel said, lost $6 billion.", [("AMD", "net_income")]),
        # What a union fears for the company's jobs is of the company; what it says of an industry is not.
        (
            "de",
            "Siemens baut um. Die Gewerkschaft Verdi befürchtet den Wegfall von 1000 Stellen.",
            [("Siemens", "job_cuts")],
        ),
        ("de", "Siemens baut um. Laut VDA fallen in der Branche 1000 Stellen weg.", []),
        # Orders that move are the intake; orders by themselves need not be.
        (
            "de",
            "Die Aufträge von Siemens schrumpften um 13 Prozent auf 18 Milliarden Euro.",
            [("Siemens", "order_intake")],
        ),
        # The company may be only referred to.
        (
            "de",
            "Siemens freut sich. 2014 will der Konzern um vier Prozent wachsen.",
            [("Siemens", "revenue")],
        ),
        (
            "de",
            "Das Ebit von Siemens stieg auf 620 Millionen Euro. Die Medizintechnik kam auf 244 Millionen.",
            [("Siemens", "ebit"), ("Siemens", "ebit")],
        ),
        ("de", "Das Ebit von Siemens stieg auf 620 Millionen Euro. Die Aktie kam auf 244 Euro.", [("Siemens", "ebit")]),
    ],
)
def test_whose_figures_they_are(language: str, text: str, told: list[tuple[str, str]]) -> None:
    assert [(fact.company.name, fact.metric) for fact in facts(language, text)] == told


def test_a_growth_of_another_part_is_no_second_comparison() -> None:
    text = (
        "Operating profit at Disney's parks unit gained 21 percent to $630 million, and at cable networks it increased "
        "2 percent."
    )
    assert [(fact.segment, fact.change_pct and fact.change_pct.value) for fact in facts("en", text)] == [
        ("parks unit", 21),
        ("cable networks", 2),
    ]


def test_a_second_growth_of_the_same_is_dropped() -> None:
    text = "Intel's sales rose 3 percent to $1.35 billion, but were down 7 percent from May."
    assert [fact.change_pct and fact.change_pct.value for fact in facts("en", text)] == [3]


def test_an_estimate_counts_no_analysts() -> None:
    (_, estimate) = facts("en", "Comcast added 331,000 subscribers, more than the 202,000 analysts had expected.")
    assert (estimate.metric, estimate.kind) == ("subscribers", "consensus")


@pytest.mark.parametrize(
    ("language", "text", "segments"),
    [
        # A division of a bank that is called a bank; one that may be the whole is one only beside it.
        ("en", "Citigroup earned $5 billion. The investment bank lost $2 billion.", [None, "investment bank"]),
        ("en", "Net income at Citigroup's consumer bank fell 14 percent to $450 million.", ["consumer bank"]),
        ("en", "JPMorgan earned $5 billion. The private bank earned $1 billion.", [None, "private bank"]),
        ("de", "Die Commerzbank ist froh. Die Mittelstandsbank verdiente 434 Millionen Euro.", ["Mittelstandsbank"]),
        (
            "de",
            "Die Deutsche Bank verdiente 747 Millionen Euro. Die Investmentbank verdiente 500 Millionen Euro.",
            [None, "Investmentbank"],
        ),
        ("en", "The investment bank Goldman Sachs earned $5 billion.", [None]),
        ("en", "Goldman Sachs rejoices. The investment bank earned $5 billion.", [None]),
        ("de", "Siemens verdiente 747 Millionen Euro, wie die Investmentbank mitteilte.", [None]),
        # A research house is none.
        ("en", "Research firm Gartling expects Intel to ship 12 million tablets.", [None]),
    ],
)
def test_which_part_it_is(language: str, text: str, segments: list[str | None]) -> None:
    assert [fact.segment for fact in facts(language, text)] == segments


@pytest.mark.parametrize(
    ("language", "text", "periods"),
    [
        (
            "en",
            "Intel's revenue growth slowed to 12 percent in the third quarter from 18 percent in the second quarter.",
            ["2012-Q3", "2012-Q2"],
        ),
        (
            "en",
            "Intel's revenue growth was 12 percent in the third quarter, down from the second quarter's 18 percent.",
            ["2012-Q3", "2012-Q2"],
        ),
        (
            "en",
            "Intel's revenue growth slowed to 12 percent in the third quarter from 18 percent in the second.",
            ["2012-Q3", "2012-Q2"],
        ),
    ],
)
def test_growth_that_growth_is_compared_with_has_its_own_period(language: str, text: str, periods: list[str]) -> None:
    assert [fact.period.label for fact in facts(language, text) if fact.period] == periods


def test_what_a_part_contributes_is_no_figure_of_the_next_clause() -> None:
    text = (
        "Die Commerzbank hat 275 Millionen Euro verdient. Die Privatkundensparte steuerte 36 Millionen Euro bei, die "
        "Mittelstandsbank kam auf einen operativen Gewinn von 434 Millionen Euro."
    )
    assert [(fact.metric, fact.segment) for fact in facts("de", text)] == [
        ("net_income", None),
        ("net_income", "Privatkundensparte"),
        ("ebit", "Mittelstandsbank"),
    ]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Die Telekom verlor 186.000 Vertragskunden.", -186_000),
        ("Die Telekom hat im Quartal 186.000 Kunden verloren.", -186_000),
        ("Die Telekom hat 186.000 Kunden.", None),
        ("Die Telekom verlor einen Prozess, hat aber 186.000 Kunden.", None),
    ],
)
def test_customers_that_are_lost(text: str, change: int | None) -> None:
    (fact,) = facts("de", text)
    assert (fact.change_abs.value if fact.change_abs is not None else None) == change
