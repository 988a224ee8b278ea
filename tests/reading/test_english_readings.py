"""How English news says of which period and company a figure is, who states it, and what it is compared with."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts(text: str, published: str = "2013-04-25") -> list[Fact]:
    day = datetime.fromisoformat(published).replace(tzinfo=UTC)
    found = read(Article("test", text, language="en", published_at=day)).facts
    return sorted(found, key=lambda fact: fact.span.start)


def labels(text: str, published: str = "2013-04-25") -> list[str | None]:
    return [fact.period.label if fact.period else None for fact in facts(text, published)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # A quarter without the word, behind one with it.
        ("Intel sees sales up 9 percent in the second quarter and up 5 percent in the third.", ["2013-Q2", "2013-Q3"]),
        ("Intel's sales rose 4 percent in the third quarter of 2012, 6 percent in the fourth.", ["2012-Q3", "2012-Q4"]),
        ("Intel's first-quarter profit rose 9 percent, its fourth. Sales fell 2 percent.", ["2013-Q1", "2013-Q1"]),
        (
            "Intel's first-quarter profit rose 9 percent. In the second, larger plant costs fell 3 percent.",
            ["2013-Q1"] * 2,
        ),
        # Three quarters are nine months, or a share.
        ("Intel's profit in the first three quarters of 2012 fell 5 percent to $4 billion.", ["2012-9M"]),
        ("Intel's first-quarter sales rose 5 percent. It gets three-quarters of revenue abroad.", ["2013-Q1", "2013"]),
        ("Intel's first-quarter sales rose 5 percent. Three quarters of sales are abroad.", ["2013-Q1", "2013-Q1"]),
        # What bears on the result of a year is of that year, what improves on it is of the next.
        ("Intel's $5 million of costs had no effect on the 2011 result.", ["2011"]),
        ("Intel earned $40 million, $3 million more, or an improvement of 8 percent on the 2011 result.", ["2012"]),
        ("Intel's volume grew 17 percent, year over year, in the third quarter of 2012.", ["2012-Q3"]),
        # A weekday in a clause of its own.
        ("Intel was fined $5 million in December, while Dell was fined $3 million on Monday.", ["2012-12", "2013"]),
        ("Intel said on Monday it was fined $5 million in December.", ["2012-12"]),
        # The month in which a plan was announced is none of the plan.
        ("Intel, which said in February that it would cut 3,000 jobs, had sales up 5 percent.", [None, "2012"]),
    ],
)
def test_periods(text: str, periods: list[str | None]) -> None:
    assert labels(text) == periods


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Behind what a result is held against, a clause returns to the result.
        ("Intel's sales were in line with expectations, up 4 percent to $6 billion.", ["actual"]),
        ("Intel's sales topped Wall Street forecasts, according to Thomson Reuters, up 4 percent.", ["actual"]),
        ("Intel's profit was $5 billion, in line with forecasts and up from $4 billion a year ago.", ["actual"]),
        ("Intel's profit was $5 billion, below analysts' estimates and down 9 percent.", ["actual"]),
        ("Intel earned $5 billion. Analysts expected profit of $6 billion, up 4 percent.", ["actual", "consensus"]),
        ("Intel earned $5 billion, beating analysts' estimates of $4 billion.", ["actual", "consensus"]),
        # What might be, what a company had forecast.
        ("Intel's second-quarter sales might be 2 percent lower.", ["guidance"]),
        ("Intel had forecast 2 percent growth in revenue for the year.", ["guidance"]),
        ("Intel had expected to lose money but earned $5 million in the first quarter.", ["actual"]),
        ("Intel's sales rose 5 percent, better than it had forecast.", ["actual"]),
        # A figure that comes close to a goal is none itself.
        ("Intel cut debt to $9 billion, close to a target of $8 billion.", ["actual", "guidance"]),
        ("Intel is close to its target of $5 billion in sales by 2015.", ["guidance"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [fact.kind for fact in facts(text)] == kinds


@pytest.mark.parametrize(
    ("text", "prior", "basis"),
    [
        ("Intel raised its 2013 sales target to $5 billion from its May forecast of $4 billion.", 4, "guidance"),
        ("Intel cut its 2013 sales target to $5 billion from a July estimate of $6 billion.", 6, "guidance"),
        ("Intel had sales of $5 billion, lower than the initial goal of $6 billion.", 6, "guidance"),
        ("Intel earned $5 billion. That compared with $6 billion last year, when it had a gain.", 6, "yoy"),
        ("Intel's sales were $5 billion. That compares with $6 billion a year ago, before it sold a unit.", 6, "yoy"),
        ("Intel earned $5 billion. That compares with a loss of $6 billion a year ago.", -6, "yoy"),
    ],
)
def test_comparisons(text: str, prior: int, basis: str) -> None:
    (fact,) = facts(text)
    assert fact.prior is not None
    assert (fact.prior.value, fact.basis) == (prior * 10**9, basis)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # Rows of names and figures, with or without "respectively".
        ("BMW and Audi earned 5 billion and 2 billion euros, respectively.", "BMW Audi"),
        ("Intel and Dell lost 14 cents and 20 cents a share.", "Intel Dell"),
        ("Sales at Toyota and Honda rose 37 percent and 36 percent.", "Toyota Honda"),
        ("Intel and Dell reported profit. Sales rose 5 percent and 3 percent in May and June.", "Intel Intel"),
        # Names that a sentence only mentions: who somebody worked for, what was bought, who is larger.
        ("Intel's sales rose. Jane Doe, who joined from Dell, left. Profit fell 5 percent to $3 million.", "Intel"),
        ("Intel's sales rose. Excluding the Dell gain, Intel earned 6 cents. Revenue rose 5 percent.", "Intel Intel"),
        ("Intel's profit, helped by the acquisition of U.S. computer firm Dell, rose 5 percent.", "Intel"),
        ("Intel, the No. 2 U.S. maker of chips after Dell, earned $5 million.", "Intel"),
        ("Intel's shares fell after Dell reported a loss of $5 million.", "Dell"),
        # A house by whose analyst a text speaks.
        (
            "Intel's sales rose 2 percent. Barclays analyst Jane Roe was pleased. Barclays's Roe said so. Profit rose.",
            "Intel",
        ),
        ("Barclays's Roe said profit rose 5 percent.", "Barclays"),
        # What somebody wants is another's.
        ("Intel's revenue rose 29 percent on brisk demand for hard-to-find Dell computers.", "Intel"),
        # Of whom no company is one.
        ("Intel earned $5 million. Jane Doe said retailers are expected to report a 2 percent drop in sales.", "Intel"),
        ("Intel earned $5 million. Most major automakers forecast sales of 13 million vehicles.", "Intel"),
        ("Intel said it sold retailers goods. It earned $5 million.", "Intel"),
    ],
)
def test_companies(text: str, owners: str) -> None:
    assert [fact.company.name for fact in facts(text)] == owners.split()


def test_both_figures_of_a_row_are_losses() -> None:
    found = facts("Intel and Dell lost 14 cents and 20 cents a share.")
    assert [str(fact.value.value) for fact in found if fact.value] == ["-0.14", "-0.20"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # What is told of a year ago.
        (
            "Intel earned $4 billion in the first quarter. A year ago, Dell had a loss of $6 billion.",
            "2013-Q1 2012-Q1",
        ),
        (
            "Intel's first-quarter sales rose 9 percent. In the year-ago quarter, sales fell 4 percent.",
            "2013-Q1 2012-Q1",
        ),
        (
            "Intel lost 3 clients in the first quarter, fewer than a year ago, when it lost 9 clients.",
            "2013-Q1 2012-Q1",
        ),
        ("Intel's first-quarter sales rose 9 percent. From a year ago, profit rose 5 percent.", "2013-Q1 2013-Q1"),
        ("Intel's first-quarter sales rose 9 percent. Year over year, profit rose 5 percent.", "2013-Q1 2013-Q1"),
        # The quarter that is under way.
        (
            "Intel earned $4 billion in the first quarter. Analysts see $5 billion in the current quarter.",
            "2013-Q1 2013-Q2",
        ),
        ("Intel earned $4 billion. Net sales for the current quarter were $9 billion.", "2012 2013-Q1"),
        # A plan in a relative clause is none of its sentence's.
        (
            "Intel, which plans to sell some of its plants in Iowa, said first-quarter net income rose to $5 million. "
            "Excluding gains, it earned $4 million.",
            "2013-Q1 2013-Q1",
        ),
        # Plans of investment are of the year.
        ("Intel sees third-quarter profit of $3 million. Capital spending will be $5 million.", "2013-Q3 2013"),
    ],
)
def test_what_is_told_of_another_time(text: str, periods: str) -> None:
    assert labels(text) == periods.split()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What a house or a person who judges others foretells is no plan of the company, nor one of the house.
        ("Barclays expects Intel to earn $5 million in 2013.", "consensus"),
        ("Barclays expects Intel's profit to rise 5 percent in 2013.", "consensus"),
        ("Barclays raised its 2013 earnings forecast for Intel to $4 a share.", "consensus"),
        ("Intel's chief executive Jane Roe said she expected the company to earn $5 million.", "guidance"),
        ("Barclays finance chief Jane Roe said she expected Barclays to earn $5 million.", "guidance"),
        (
            "Analyst Jane Roe forecast Intel would earn $5 million, while Dell would see a $3 million profit.",
            "consensus consensus",
        ),
        (
            "Intel's sales rose 4 percent. Barclays analyst Jane Roe was pleased. Barclays's Roe said she had been "
            "expecting sales to fall 1 percent.",
            "actual consensus",
        ),
        ("Barclays expects to earn $5 million in 2013.", "guidance"),
        ("Barclays raised its forecast for 2013 profit to $5 million.", "guidance"),
        # Estimates by other names; those behind a contrast are no source of the plan before it.
        ("Intel's profit was $5 million, but below the average expectation of $6 million.", "actual consensus"),
        ("Intel earned $5 million. The mean market estimate was $6 million.", "actual consensus"),
        ("Intel forecasts a profit of $5 million while analysts predict $6 million.", "guidance consensus"),
        (
            "Analysts see a Barclays profit of $7 million this year, up 14 percent from $6 million last year.",
            "consensus",
        ),
        # What was last year is not to come; what fell shy of a goal is none.
        ("India, after bringing Intel $5 million in profit last year, will continue to grow.", "actual"),
        ("Skype's revenue of $195 million fell shy of its $200 million goal.", "actual"),
        # A headline tells its news in parts.
        ("Intel profit up 24 pct, still sees growth\n\nIntel said profit rose.", "actual"),
        ("Intel profit up 24 pct, outlook weak\n\nIntel said profit rose.", "actual"),
        ("Intel sees profit of $5 million, forecast unchanged\n\nIntel said profit rose.", "guidance"),
        ("Intel profit seen up 5 percent, Intel forecast", "guidance"),
    ],
)
def test_who_foretells(text: str, kinds: str) -> None:
    title, blank, _ = text.partition("\n\n")
    found = read(Article("test", text, len(title) if blank else 0, "en")).facts
    assert [fact.kind for fact in sorted(found, key=lambda fact: fact.span.start)] == kinds.split()


def test_old_plans_of_a_quarter_and_of_the_year_are_two() -> None:
    text = "In January, Intel had forecast a profit of 8 cents a share for the first quarter and 40 cents for the year."
    assert labels(text) == ["2013-Q1", "2013"]


def test_what_is_earned_per_share_does_not_lead_away_from_a_comparison() -> None:
    text = (
        "Intel made $5 million, or 7 cents a share, in its first quarter, which ended March 30, up from $4 million, "
        "or 6 cents a share, a year before."
    )
    priors = [(fact.metric, str(fact.prior.value)) for fact in facts(text) if fact.prior]
    assert priors == [("net_income", "4000000"), ("eps", "0.06")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # The quarter whose last day is told is what is reported, whatever a headline looks ahead to.
        (
            "Intel set for strong third quarter\n\nIntel's sales grew 6 percent in its second quarter ended August 3. "
            "Revenue rose 7 percent.",
            ["2013-Q2", "2013-Q2"],
        ),
        ("Intel to report third quarter\n\nIntel sees sales up 6 percent in the third quarter.", ["2013-Q3"]),
        # A remark about a year is not what the next sentences are of; figures of the year are.
        (
            "Intel's second-quarter profit rose 5 percent. Dell overtook Intel last year. Revenue rose 7 percent.",
            ["2013-Q2", "2013-Q2"],
        ),
    ],
)
def test_what_a_text_reports(text: str, periods: list[str]) -> None:
    title, blank, _ = text.partition("\n\n")
    day = datetime(2013, 8, 28, tzinfo=UTC)
    found = read(Article("test", text, len(title) if blank else 0, "en", published_at=day)).facts
    assert [fact.period.label for fact in sorted(found, key=lambda fact: fact.span.start) if fact.period] == periods
