"""Of which period a figure is: what only looks like a period, what dates a text that has no date, tables in blocks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts_of(text: str, published: str | None = None, language: str = "en") -> list[Fact]:
    title, blank, _ = text.partition("\n\n")
    day = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return list(read(Article("test", text, len(title) if blank else 0, language, published_at=day)).facts)


def periods_of(text: str, published: str | None = None, language: str = "en") -> list[str | None]:
    return [fact.period.label if fact.period else None for fact in facts_of(text, published, language)]


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        # A year that is only a length of time.
        ("en", "Intel's October sales at shops open at least one full fiscal year rose 4 percent.", "2006-10"),
        ("en", "Intel's third-quarter profit rose. Sales at stores open a full year fell 3 percent.", "2006-Q3"),
        ("en", "Intel's third-quarter profit rose. Sales of stores of two fiscal years fell 3 percent.", "2006-Q3"),
        ("en", "In the third quarter, Intel's sales at shops run for another full year grew 3 percent.", "2006-Q3"),
        ("de", "Im dritten Quartal wuchs Siemens' Umsatz in ein volles Jahr alten Läden um 3 Prozent.", "2006-Q3"),
        # ... and one that is reported.
        ("en", "Intel's third-quarter profit rose. For the full fiscal year, it sees sales of $9 billion.", "2006"),
        ("en", "Intel posted a full-year profit of $5 billion in 2005.", "2005"),
        ("de", "Siemens rechnet im vollen Geschäftsjahr mit 3 Mrd. Euro Umsatz.", "2006"),
        # What comes on top of something is no comparison with it.
        ("en", "Intel had costs in 2006. They came on top of a first-quarter 2005 charge of $65 million.", "2005-Q1"),
        # What a company did the year before is no month's news.
        (
            "en",
            "Intel up\n\nIntel's sales rose 7 percent in October, as annual sales had. AMD sold 5,000 cars, up 8%.",
            "2006-10",
        ),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_period(language: str, text: str, period: str) -> None:
    assert periods_of(text, "2006-11-02", language)[-1] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Intel will pay an extra dividend of 3 cents in the second quarter.", "2011-Q2"),
        ("Intel will pay shareholders a dividend of 16 cents in the second quarter.", "2011-Q2"),
        ("Intel paid a dividend of 16 cents a share in the fourth quarter.", "2010-Q4"),
        ("Intel declared a dividend of 16 cents a share for the fourth quarter.", "2010-Q4"),
    ],
)
def test_a_declared_dividend_may_be_of_a_quarter_to_come(text: str, period: str) -> None:
    (fact,) = facts_of(text, "2011-03-18")
    assert (fact.kind, fact.period and fact.period.label) == ("actual", period)


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "Intel was founded in 1998. Profit rose to $240 million in the third quarter.", "????-Q3"),
        ("en", "Founded in 1998, Intel plans more. Profit rose to $240 million in the third quarter.", "????-Q3"),
        ("en", "Intel has had a rival since 2001. It made a profit of $20 million in the first half.", "????-H1"),
        ("en", "Intel bought AMD in 1999. It made a profit of $20 million in the first half.", "????-H1"),
        ("en", "After its 1999 merger, Intel made a profit of $20 million in the first half.", "????-H1"),
        ("en", "Intel hopes to lead by 2030. It made a profit of $20 million in the third quarter.", "????-Q3"),
        ("de", "Siemens wurde 1998 gegründet. Im dritten Quartal verdiente der Konzern 5 Mio. Euro.", "????-Q3"),
        # What was reported, compared or planned dates a text.
        ("en", "Intel made a profit of $90 million in 2004. In the fourth quarter, it earned $20 million.", "2004-Q4"),
        ("en", "Intel earned $20 million in the quarter, up from $15 million in the third quarter of 2003.", "2004-Q3"),
        ("de", "Siemens hat 2013 gut verdient. Im vierten Quartal waren es 5 Mio. Euro Gewinn.", "2013-Q4"),
    ],
)  # fmt: skip
def test_what_dates_a_text_without_a_date(language: str, text: str, period: str) -> None:
    assert periods_of(text, None, language)[-1] == period


BLOCK, LONGER = "Shr 9 cts vs 7 cts\n Net 676,000 vs 509,000", "Shr 20 cts vs 17 cts\n Net 1,276,000 vs 909,000"


@pytest.mark.parametrize(
    ("published", "heading", "above", "below"),
    [
        ("1987-08-04", "1st half", "1987-Q2", "1987-H1"),
        ("1987-08-04", "Six mths", "1987-Q2", "1987-H1"),
        ("1987-11-10", "Nine mths", "1987-Q3", "1987-9M"),
        ("1987-02-24", "Year", "1986-Q4", "1986"),
        ("1987-03-24", "1st half", "1987-Q2", "1987-H1"),  # of a fiscal year that ends in July
    ],
)
def test_the_block_above_a_longer_period_is_of_its_last_quarter(
    published: str, heading: str, above: str, below: str
) -> None:
    labels = periods_of(f"HARDWICK LABORATORIES INC <HDWK>\n\n{BLOCK}\n {heading}\n {LONGER}", published)
    assert labels == [above, above, below, below]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"INTEL CORP <INTC> 3RD QTR\n\n{BLOCK}\n Nine mths\n {LONGER}", ["1987-Q3"] * 2 + ["1987-9M"] * 2),
        (f"INTEL CORP <INTC> SIX MTHS\n\n{BLOCK}", ["1987-H1"] * 2),
        (f"INTEL CORP <INTC>\n\nNine mths\n {BLOCK}", ["1987-9M"] * 2),
    ],
)  # fmt: skip
def test_a_block_that_is_named_is_of_that_period(text: str, labels: list[str]) -> None:
    assert periods_of(text, "1987-11-04") == labels


@pytest.mark.parametrize(
    ("language", "text", "prior"),
    [
        ("en", "Intel earned $42 million in Q1. In the comparable 2011 quarter, it lost $7 million.", -7),
        ("en", "Intel earned $42 million in Q1. For the same quarter of 2011, it posted a profit of $7 million.", 7),
        ("en", "Intel earned $42 million in Q1. In the same 2011 period, its profit was $7 million.", 7),
        ("en", "Intel earned $42 million in Q1. In the corresponding quarter of last year, it lost $7 million.", -7),
        ("en", "Intel earned $42 million in Q1. In last year's first quarter, it had a profit of $7 million.", 7),
        ("en", "Intel earned $42 million in Q1. It had lost $7 million in the first quarter of 2011.", -7),
        ("en", "Intel's Q1 sales were $42 million, better than the year before, when it had sales of $7 million.", 7),
        ("en", "Intel's Q1 sales of $42 million were above the year-ago quarter, when it had sales of $7 million.", 7),
        ("de", "Siemens verdiente in Q1 42 Mio. Euro. Im gleichen Quartal 2011 betrug der Gewinn 7 Mio. Euro.", 7),
        ("de", "Siemens verdiente in Q1 42 Mio. Euro, mehr als ein Jahr zuvor, als der Gewinn bei 7 Mio. Euro lag.", 7),
    ],
)  # fmt: skip
def test_the_same_time_a_year_before_is_what_a_figure_is_compared_with(language: str, text: str, prior: int) -> None:
    (fact,) = facts_of(text, "2012-05-09", language)
    assert fact.prior is not None
    assert (fact.prior.value, fact.basis) == (prior * 1_000_000, "yoy")
    assert fact.period is not None
    assert fact.period.label == "2012-Q1"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # The same time of this year, another metric, a charge of the year before.
        ("Intel earned $42 million in Q1. In the same period, revenue was $7 billion.", ["2012-Q1"] * 2),
        ("Intel earned $42 million in Q1. In the same quarter of 2011, sales were $7 billion.", ["2012-Q1", "2011-Q1"]),
        ("Intel earned $4 mln in Q1. It beat the year-ago period, when costs of $7 mln hurt.", ["2012-Q1", "2011-Q1"]),
    ],
)  # fmt: skip
def test_what_is_no_comparison_is_a_fact_of_its_time(text: str, periods: list[str]) -> None:
    assert periods_of(text, "2012-05-09") == periods
