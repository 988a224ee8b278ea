"""What was planned before: no plan of its own, but a fact beside the result; and on what basis changes are told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.facts import Article, Fact
from kennzahl.reading import read


def facts_of(text: str, language: str = "en") -> list[Fact]:
    return list(read(Article("test", text, language=language, published_at=datetime(2009, 11, 2, tzinfo=UTC))).facts)


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("en", "Intel sees sales falling 3 percent, compared with its prior view of a rise of 2 percent.", -3),
        ("en", "Intel expects sales to fall 3 percent, against its earlier forecast of growth of 2 percent.", -3),
        ("en", "Intel now expects a 3 percent rise in sales, instead of a previously forecast drop of 2 percent.", 3),
        ("en", "Intel said sales would rise 3 percent, up from its original forecast of a 1 percent increase.", 3),
        ("de", "Siemens rechnet mit einem Umsatzplus von 3 Prozent statt bisher mit einem Anstieg um 5 Prozent.", 3),
        ("de", "Siemens erwartet nur noch 3 Prozent Umsatzwachstum, statt wie bisher ein Plus von 5 Prozent.", 3),
    ],
)  # fmt: skip
def test_an_old_plan_is_no_plan_of_its_own(language: str, text: str, change: float) -> None:
    (fact,) = facts_of(text, language)
    assert fact.change_pct is not None
    assert (fact.kind, fact.change_pct.value) == ("guidance", change)


@pytest.mark.parametrize(
    "text",
    [
        "Intel posted third-quarter earnings of 41 cents a share. It had forecast 35 cents to 40 cents a share.",
        "Intel's third-quarter revenue was $41 million. It had originally projected $45 million.",
        "Intel's revenue rose to $41 million in the third quarter. The company had planned revenue of $45 million.",
    ],
)
def test_a_plan_that_was_stands_beside_the_result(text: str) -> None:
    result, plan = facts_of(text)
    assert (result.kind, plan.kind) == ("actual", "guidance")
    assert plan.period is not None
    assert plan.period.label == "2009-Q3"


def test_a_plan_that_was_is_what_a_new_one_is_compared_with() -> None:
    (fact,) = facts_of("Intel sees third-quarter revenue of $41 million. It had originally projected $45 million.")
    assert fact.prior is not None
    assert (fact.prior.value, fact.basis) == (45_000_000, "guidance")


@pytest.mark.parametrize(
    ("text", "prior"),
    [
        ("Intel's organic growth was 5 percent, down from 7 percent a year ago.", 7),
        ("Intel expects organic growth of 5 percent, down from a previous forecast of 7 percent.", 7),
        ("Intel's same-store sales growth slowed to 5 percent, down from 7 percent.", 7),
        ("Intel's same-store sales growth was 5 percent, up from 3 percent a year ago.", 3),
    ],
)
def test_down_from_tells_of_what_stands_before_it(text: str, prior: float) -> None:
    (fact,) = facts_of(text)
    assert fact.prior is not None
    assert fact.prior.value == prior


@pytest.mark.parametrize(
    ("language", "text", "basis"),
    [
        # Over several years nothing is measured against the year before.
        ("en", "Intel's revenue grew by 45 percent between 2005 and 2008.", None),
        ("en", "Intel's revenue grew by 45 percent from 2005 to 2008.", None),
        ("en", "Intel expects its profit to grow by 45 percent between 2009 and 2012.", None),
        ("en", "Intel's sales have tripled in the last five years.", None),
        ("en", "Intel's revenue rose 30 percent in three years.", None),
        ("de", "Der Umsatz von Siemens wuchs zwischen 2005 und 2008 um 45 Prozent.", None),
        ("de", "Der Umsatz von Siemens wuchs von 2005 bis 2008 um 45 Prozent.", None),
        ("en", "Intel's revenue grew by 5 percent between 2007 and 2008.", "yoy"),
        ("en", "Intel's profit grew 12 percent over the past year.", "yoy"),
        ("de", "Der Gewinn von Siemens stieg von 2007 bis 2008 um 5 Prozent.", "yoy"),
        # A quarter of this year is the one before, one of another year is not.
        ("en", "Compared with the second quarter, Intel's revenue fell 4 percent.", "qoq"),
        ("en", "Intel's third-quarter profit fell 10 percent versus the second quarter.", "qoq"),
        ("en", "Compared with the third quarter of 2008, Intel's expenses rose 7 percent.", "yoy"),
        # An estimate between two commas is no plan.
        ("en", "Intel's revenue rose to $5 billion, matching analysts' estimates, from $4 billion.", "yoy"),
    ],
)  # fmt: skip
def test_what_a_change_is_measured_against(language: str, text: str, basis: str | None) -> None:
    assert facts_of(text, language)[0].basis == basis


@pytest.mark.parametrize(
    ("language", "text", "metric", "amount"),
    [
        ("en", "Intel's profit was hurt by special charges totaling $30 million.", "costs", 30e6),
        ("en", "Intel's profit was hurt by a restructuring charge amounting to $30 million.", "costs", 30e6),
        ("de", "Siemens schrieb wegen Abschreibungen in Höhe von 30 Millionen Euro rote Zahlen.", "impairment", 30e6),
        ("de", "Der Gewinn von Siemens sank wegen Abschreibungen im Umfang von 30 Millionen Euro.", "impairment", 30e6),
    ],
)
def test_what_weighed_on_a_profit_is_not_the_profit(language: str, text: str, metric: str, amount: float) -> None:
    (fact,) = facts_of(text, language)
    assert fact.value is not None
    assert (fact.metric, abs(float(fact.value.value or 0))) == (metric, amount)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analyst Jane Roe said Intel's profit had fallen 10 percent.", "actual"),
        ("Analyst Jane Roe said growth was offset by costs, such as a 33 percent jump in Intel's research.", "actual"),
        ("Excluding items, which analysts measure, Intel's profit was 43 cents a share.", "actual"),
        ("On the basis analysts typically compare, Intel earned 43 cents a share.", "actual"),
        ("Analyst Jane Roe said Intel's profit was seen falling 10 percent.", "consensus"),
        ("Analysts said they were looking for an Intel profit of 43 cents a share.", "consensus"),
    ],
)  # fmt: skip
def test_what_an_analyst_tells_of_what_was_is_no_estimate(text: str, kind: str) -> None:
    assert facts_of(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Intel said it would pay $4 billion to buy Kestrel Insurance Co.", "actual"),
        ("Intel will acquire Fulmar Ltd for $4 billion in cash.", "actual"),
        ("Intel said it will sell its paper unit to Fulmar Ltd for $4 billion.", "actual"),
        ("Intel announced a deal to buy Fulmar Ltd for $4 billion.", "actual"),
        ("Intel shares fell after agreeing to sell its half of Fulmar Ltd for $4 billion.", "actual"),
        ("Intel may buy Fulmar Ltd for $4 billion.", "guidance"),
        ("Intel plans to buy Fulmar Ltd for $4 billion.", "guidance"),
        ("Under its proposal, Intel would buy Fulmar Ltd for $4 billion.", "guidance"),
        ("If shareholders agree, Intel would buy Fulmar Ltd for $4 billion.", "guidance"),
        ("Intel wants a deal to buy Fulmar Ltd for $4 billion.", "guidance"),
    ],
)
def test_a_deal_that_is_announced_is_made(text: str, kind: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.metric, fact.kind) == ("deal_value", kind)
