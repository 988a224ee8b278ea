"""What news say against what was filed: the words, the tolerance of periods, restatements, and where it is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa

from kennzahl.facts import Article, Company, Fact, Period, Quantity, Reading
from kennzahl.schema import LEDGER
from tasks import across
from tasks.arrow import from_rows, schema_of
from tasks.filings.companyfacts import read_company_facts
from tasks.filings.shelf import KEPT
from tasks.rows import rows_of
from tests.checking.printing import fact, percent, quantity
from tests.tasks.filed import APPLE, company_facts, entry

OURS = Company("apple", "Apple")
YEAR = Period("2024", date(2023, 10, 1), date(2024, 9, 30))
QUARTER = Period("2024-Q3", date(2024, 7, 1), date(2024, 9, 30))
DAY = Period("2024-09-30", date(2024, 9, 30), date(2024, 9, 30))
Q3_FILED = ("2024-09-28", "2024-06-30")
YEAR_FILED = ("2024-09-28", "2023-10-01")
NINE_MONTHS_FILED = ("2024-06-29", "2023-10-01")
SALES = "RevenueFromContractWithCustomerExcludingAssessedTax"


def dollars(amount: str, **more: Any) -> Quantity:
    """Billions of dollars, printed as given."""
    step = Decimal(1).scaleb(9 + int(Decimal(amount).as_tuple().exponent))
    return quantity(f"${amount} billion", str(Decimal(amount).scaleb(9)), str(step), "USD", **more)


def stated(amount: str = "94.9", period: Period = QUARTER, **more: Any) -> Fact:
    return replace(fact(**{"value": dollars(amount), "period": period, **more}), company=OURS)


def filed(unit: str = "USD", **concepts: list[Any]) -> pa.Table:
    """What Apple filed."""
    return read_company_facts(company_facts(APPLE, unit, **concepts), APPLE)


def judged(
    cases: Mapping[str, tuple[Fact, pa.Table]], published: datetime = datetime(2024, 11, 1, tzinfo=UTC)
) -> dict[str, list[tuple[str, str]]]:
    """Outcomes and words of the check, all cases in one publication: each has a company of its own."""
    facts, articles, filings = [], [], [KEPT.empty_table()]
    for name, (said, table) in cases.items():
        company = replace(said.company, slug=f"{said.company.slug} of {name}")
        rows = rows_of(
            Reading(Article(name, f"{name}: " + "x" * 200, published_at=published), (replace(said, company=company),))
        )
        facts += [row | {"reading_id": name, "recorded_at": published} for row in rows.facts]
        about = {key: rows.article[key] for key in ("article_id", "doc_id", "source", "published_at")}
        articles.append({**about, "reading_id": name, "cluster_id": name})
        slugs = pa.repeat(f"{OURS.slug} of {name}", len(table))
        filings.append(table.append_column("company_slug", slugs).cast(KEPT))
    time = schema_of("articles").field("published_at").type
    schema = pa.schema([(key, time if key == "published_at" else pa.string()) for key in articles[0]])
    with duckdb.connect() as connection:
        connection.register("read_facts", from_rows(facts, LEDGER["facts"]))
        connection.register("read_verdicts", from_rows([], LEDGER["verdicts"]))
        connection.register("articles", pa.Table.from_pylist(articles, schema))
        found = across.verdicts(connection, pa.concat_tables(filings)).to_pylist()
    said_of: dict[str, list[tuple[str, str]]] = {name: [] for name in cases}
    for row in found:
        if row["check"] == "reference":
            said_of[row["reading_id"]].append((row["outcome"], row["words"]))
    return said_of


QUARTERLY = entry(94_930_000_000, *Q3_FILED)
SAID: dict[str, tuple[Fact, pa.Table, str, str]] = {
    "the filed figure, rounded": (
        stated("94.9"),
        filed(Revenues=[QUARTERLY]),
        "consistent",
        "says 94.9 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "94.93 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28)",
    ),
    "another one": (
        stated("95.9"),
        filed(Revenues=[QUARTERLY]),
        "inconsistent",
        "says 95.9 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "94.93 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28): it was adjusted, or one of the two is wrong",
    ),
    "one of several concepts": (
        stated("94.9"),
        filed(**{SALES: [entry(89_100_000_000, *Q3_FILED)], "Revenues": [QUARTERLY]}),
        "consistent",
        "says 94.9 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "94.93 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28)",
    ),
    "far off": (
        stated("12.4"),
        filed(Revenues=[QUARTERLY]),
        "uninformative",
        "says 12.4 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "94.93 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28), so far off that it is hardly the same thing",
    ),
    "a scale word too small": (
        stated(value=quantity("$94.9 million", "94.9e6", "1e5", "USD")),
        filed(Revenues=[QUARTERLY]),
        "inconsistent",
        "says 94.9 million USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "94.93 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28): it was adjusted, or one of the two is wrong",
    ),
    "a loss": (
        stated("-1.2", metric="net_income"),
        filed(NetIncomeLoss=[entry(1_210_000_000, *Q3_FILED)]),
        "inconsistent",
        "says -1.2 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "1.21 billion USD (us-gaap NetIncomeLoss, 2024-06-30 to 2024-09-28): "
        "it was adjusted, or one of the two is wrong",
    ),
    "as restated later": (
        stated("94.9"),
        filed(Revenues=[QUARTERLY, entry(91_700_000_000, *Q3_FILED, filed="2025-10-31", accn="0000320193-25-000101")]),
        "consistent",
        "says 94.9 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "94.93 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28), later restated to 91.7 billion USD",
    ),
    "the restated one": (
        stated("91.7"),
        filed(Revenues=[QUARTERLY, entry(91_700_000_000, *Q3_FILED, filed="2025-10-31", accn="0000320193-25-000101")]),
        "consistent",
        "says 91.7 billion USD for 2024-Q3; the 10-K of 31 October 2025 (0000320193-25-000101) states "
        "91.7 billion USD (us-gaap Revenues, 2024-06-30 to 2024-09-28), restated by then",
    ),
    "a last quarter, which nobody files": (
        stated("95.4"),
        filed(Revenues=[
            entry(391_035_000_000, *YEAR_FILED),
            entry(296_105_000_000, *NINE_MONTHS_FILED, form="10-Q", filed="2024-08-02"),
        ]),
        "inconsistent",
        "says 95.4 billion USD for 2024-Q3; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "391.035 billion USD (us-gaap Revenues), which less 296.105 billion USD of the 10-Q leaves 94.93 billion USD "
        "for 2024-06-30 to 2024-09-28: it was adjusted, or one of the two is wrong",
    ),
    "a day": (
        stated("365.0", DAY, metric="total_assets"),
        filed(Assets=[entry(364_980_000_000, "2024-09-28")]),
        "consistent",
        "says 365.0 billion USD for 2024-09-30; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "364.98 billion USD (us-gaap Assets, 2024-09-28)",
    ),
    "a word for many things": (
        stated("65.2", DAY, metric="cash"),
        filed(CashCashEquivalentsAndShortTermInvestments=[entry(64_100_000_000, "2024-09-28")]),
        "uninformative",
        "says 65.2 billion USD for 2024-09-30; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "64.1 billion USD (us-gaap CashCashEquivalentsAndShortTermInvestments, 2024-09-28), "
        "which need not be the same thing",
    ),
    "a figure per share": (
        stated(metric="eps", value=quantity("$6.08", "6.08", "0.01", "USD"), period=YEAR),
        filed("USD/shares", EarningsPerShareDiluted=[entry(6.08, *YEAR_FILED)]),
        "consistent",
        "says 6.08 USD for 2023-10-01 to 2024-09-30; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "6.08 USD (us-gaap EarningsPerShareDiluted, 2023-10-01 to 2024-09-28)",
    ),
    "a rate": (
        stated(metric="tax_rate", value=percent("24.1"), period=YEAR),
        filed("pure", EffectiveIncomeTaxRateContinuingOperations=[entry(0.241, *YEAR_FILED)]),
        "consistent",
        "says 24.1 % for 2023-10-01 to 2024-09-30; the 10-K of 1 November 2024 (0000320193-24-000123) states "
        "24.10 % (us-gaap EffectiveIncomeTaxRateContinuingOperations, 2023-10-01 to 2024-09-28)",
    ),
}  # fmt: skip


def test_a_figure_is_held_against_the_filing() -> None:
    found = judged({name: (said, filings) for name, (said, filings, _, _) in SAID.items()})
    assert found == {name: [(outcome, words)] for name, (_, _, outcome, words) in SAID.items()}


def test_news_come_before_the_filing() -> None:
    early = judged({"early": (stated("95.9"), filed(Revenues=[QUARTERLY]))}, datetime(2024, 10, 1, tzinfo=UTC))
    assert [outcome for outcome, _ in early["early"]] == ["inconsistent"]


SILENT: dict[str, Fact] = {
    "adjusted": stated("95.9", adjusted=True),
    "a part of the company": stated("95.9", segment="Services"),
    "an outlook": stated("95.9", kind="guidance"),
    "another currency": stated(value=replace(dollars("95.9"), unit="EUR")),
    "a guessed period": stated("95.9", replace(QUARTER, how="default")),
    "another quarter": stated("95.9", Period("2024-Q2", date(2024, 4, 1), date(2024, 6, 30))),
    "a longer period that ends alike": stated("95.9", YEAR),
    "another metric": stated("95.9", metric="gross_profit"),
    "another company": replace(stated("95.9"), company=Company("pear", "Pear")),
    "one of several true figures": stated("95.9", metric="capex"),
}


def test_where_it_is_silent() -> None:
    purchases = [entry(12_000_000_000, *Q3_FILED)]
    filings = filed(Revenues=[QUARTERLY], PaymentsToAcquirePropertyPlantAndEquipment=purchases)
    assert judged({name: (said, filings) for name, said in SILENT.items()}) == {name: [] for name in SILENT}


def test_it_is_off_unless_something_was_filed() -> None:
    assert judged({"nothing": (stated(), filed())}) == {"nothing": []}


# Years of 52 and 53 weeks begin and end up to a week from the month that news speak of.
PERIODS = [
    ("2024-09-30", "2024-07-01", True),
    ("2024-09-24", "2024-06-26", True),
    ("2024-10-06", "2024-07-06", True),
    ("2024-09-22", "2024-06-30", False),
    ("2024-10-08", "2024-07-01", False),
    ("2024-09-28", "2024-06-20", False),
]


def test_periods_of_whole_weeks_are_near_enough() -> None:
    cases = {
        f"{first} to {last}": (stated(), filed(Revenues=[entry(94_930_000_000, last, first)]))
        for last, first, _ in PERIODS
    }
    assert [bool(found) for found in judged(cases).values()] == [is_same for _, _, is_same in PERIODS]


def test_what_is_left_of_rounded_figures_is_rounded_itself() -> None:
    """10.0504 less 7.5496 are 2.5008 billion, but their filed millions leave 2.500."""
    rest = filed(Revenues=[entry(10_050_000_000, *YEAR_FILED), entry(7_550_000_000, *NINE_MONTHS_FILED)])
    found = judged({amount: (stated(amount), rest) for amount in ("2.501", "2.504")})
    assert [outcome for [(outcome, _)] in found.values()] == ["consistent", "inconsistent"]
