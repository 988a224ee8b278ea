"""What articles say of each other's figures: the words of each check, where it is silent, and that order is nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl.facts import Article, Company, Fact, Period, Quantity, Reading, Verdict
from kennzahl.schema import LEDGER
from tasks import across
from tasks.arrow import from_rows, schema_of
from tasks.rows import rows_of
from tests.checking.printing import fact, percent, quantity

Said = tuple[str, str, str, str]
"""Article, check, outcome, words."""

YEARS = {year: Period(str(year), date(year, 1, 1), date(year, 12, 31)) for year in (2021, 2022, 2023, 2024)}
QUARTERS = {
    n: Period(f"2023-Q{n}", date(2023, 3 * n - 2, 1), date(2023, 3 * n, 31 if n in (1, 4) else 30))
    for n in (1, 2, 3, 4)
}
HALVES = {
    1: Period("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
    2: Period("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
}
NINE_MONTHS = Period("2023-9M", date(2023, 1, 1), date(2023, 9, 30))
LATER, EARLIER = datetime(2025, 2, 28, 7, tzinfo=UTC), datetime(2024, 2, 23, 7, tzinfo=UTC)
REFUTED = (Verdict(0, "growth", "inconsistent", "8.5 after 7.8 allows 8 to 10 %"),)


@dataclass(frozen=True)
class Story:
    """An article with its facts; copies share ``tells``."""

    name: str
    published: datetime | None
    facts: tuple[Fact, ...]
    verdicts: tuple[Verdict, ...] = ()
    tells: str | None = None


def billion(amount: str, **more: Any) -> Quantity:
    """An amount of euros, printed as it is given."""
    step = Decimal(1).scaleb(9 + int(Decimal(amount).as_tuple().exponent))
    return quantity(f"{amount.replace('.', ',')} Mrd. Euro", str(Decimal(amount).scaleb(9)), str(step), **more)


def reported(amount: str, period: Period = YEARS[2023], **more: Any) -> Fact:
    """The revenue of a period."""
    return fact(**{"value": billion(amount), "period": period, **more})


def compared(before: str | None, **more: Any) -> Fact:
    """The revenue of 2024, 65.3 billion, after what is taken for that of 2023."""
    known: dict[str, Any] = {"value": billion("65.3"), "period": YEARS[2024], "basis": "yoy"}
    return fact(**{"prior": None if before is None else billion(before), **known, **more})


def story(name: str, published: datetime | None, *facts: Fact, **more: Any) -> Story:
    return Story(name, published, facts, **more)


def told(*stories: Story) -> list[Said]:
    """All verdicts across these articles."""
    facts, verdicts, articles = [], [], []
    for each in stories:
        article = Article(each.name, f"{each.name}: " + "x" * 200, published_at=each.published, source="Blatt")
        rows = rows_of(Reading(article, each.facts, each.verdicts))
        given_ = {"reading_id": each.name, "recorded_at": LATER}
        facts += [row | given_ for row in rows.facts]
        verdicts += [row | given_ for row in rows.verdicts]
        articles.append(
            {key: rows.article[key] for key in ("article_id", "doc_id", "source", "published_at")}
            | {"reading_id": each.name, "cluster_id": each.tells or each.name}
        )
    with duckdb.connect() as connection:
        connection.register("read_facts", from_rows(facts, LEDGER["facts"]))
        connection.register("read_verdicts", from_rows(verdicts, LEDGER["verdicts"]))
        time = schema_of("articles").field("published_at").type
        typed = [(key, time if key == "published_at" else pa.string()) for key in articles[0]]
        connection.register("articles", pa.Table.from_pylist(articles, pa.schema(typed)))
        found = across.verdicts(connection).to_pylist()
    assert len({row["check_id"] for row in found}) == len(found)
    return sorted((row["reading_id"], row["check"], row["outcome"], row["words"]) for row in found)


def brief(*stories: Story) -> set[tuple[str, str, str]]:
    return {said[:3] for said in told(*stories)}


BEFORE = story("before", EARLIER, reported("68.9"))

HISTORY = [
    (
        compared("67.8"),
        "inconsistent",
        "for 2023 takes 67.8 billion EUR; before (Blatt, 23 February 2024) said 68.9 billion EUR: "
        "it was restated, or one of the two is wrong",
        "says 68.9 billion EUR for 2023; after (Blatt, 28 February 2025) takes 67.8 billion EUR: "
        "it was restated, or one of the two is wrong",
    ),
    (
        compared("69"),
        "consistent",
        "for 2023 takes 69 billion EUR; before (Blatt, 23 February 2024) said 68.9 billion EUR",
        "says 68.9 billion EUR for 2023; after (Blatt, 28 February 2025) takes 69 billion EUR",
    ),
    (
        compared(None, change_pct=percent("-5")),
        "consistent",
        "for 2023 makes it 68.32 to 69.15 billion EUR with 65.3 billion EUR after a change of -5 %; "
        "before (Blatt, 23 February 2024) said 68.9 billion EUR",
        "says 68.9 billion EUR for 2023; after (Blatt, 28 February 2025) makes it 68.32 to 69.15 billion EUR with "
        "65.3 billion EUR after a change of -5 %",
    ),
    (
        compared(None, change_pct=percent("-8")),
        "inconsistent",
        "for 2023 makes it 70.54 to 71.42 billion EUR with 65.3 billion EUR after a change of -8 %; "
        "before (Blatt, 23 February 2024) said 68.9 billion EUR: it was restated, or one of the two is wrong",
        "says 68.9 billion EUR for 2023; after (Blatt, 28 February 2025) makes it 70.54 to 71.42 billion EUR with "
        "65.3 billion EUR after a change of -8 %: it was restated, or one of the two is wrong",
    ),
    (
        compared(None, change_abs=billion("-3.6")),
        "consistent",
        "for 2023 makes it 68.80 to 69.00 billion EUR with 65.3 billion EUR after a change of -3.6 billion EUR; "
        "before (Blatt, 23 February 2024) said 68.9 billion EUR",
        "says 68.9 billion EUR for 2023; after (Blatt, 28 February 2025) makes it 68.80 to 69.00 billion EUR with "
        "65.3 billion EUR after a change of -3.6 billion EUR",
    ),
    (
        compared("12.4"),
        "uninformative",
        "for 2023 takes 12.4 billion EUR; before (Blatt, 23 February 2024) said 68.9 billion EUR, "
        "so far off that it is hardly the same thing",
        "says 68.9 billion EUR for 2023; after (Blatt, 28 February 2025) takes 12.4 billion EUR, "
        "so far off that it is hardly the same thing",
    ),
]


@pytest.mark.parametrize(
    ("later", "outcome", "looking_back", "looking_ahead"), HISTORY, ids=[row[2] for row in HISTORY]
)
def test_a_comparison_and_what_was_printed_before_speak_of_each_other(
    later: Fact, outcome: str, looking_back: str, looking_ahead: str
) -> None:
    assert told(BEFORE, story("after", LATER, later)) == [
        ("after", "history", outcome, looking_back),
        ("before", "hindsight", outcome, looking_ahead),
    ]


def test_a_margin_and_its_points_are_compared_with_the_margin_before() -> None:
    points = quantity("0,9 Punkte", "0.9", "0.1", "pp")
    now = compared(None, metric="ebit_margin", value=percent("8.2"), change_abs=points)
    before = story("before", EARLIER, reported("1", metric="ebit_margin", value=percent("7.7")))
    assert told(before, story("after", LATER, now))[0] == (
        "after",
        "history",
        "inconsistent",
        "for 2023 makes it 7.20 to 7.40 % with 8.2 % after a change of 0.9 points; "
        "before (Blatt, 23 February 2024) said 7.7 %: it was restated, or one of the two is wrong",
    )


def test_more_than_doubled_allows_anything_up_to_the_half() -> None:
    doubled = quantity("mehr als verdoppelt", "100", "100", "%", form="multiple", hedge=">", hedge_word="mehr als")
    after = story("after", LATER, compared(None, change_pct=doubled))
    assert ("after", "history", "consistent") in brief(story("before", EARLIER, reported("30.1")), after)
    assert ("after", "history", "consistent") not in brief(story("before", EARLIER, reported("66.2")), after)


def test_a_difference_of_losses_says_nothing_of_the_loss_before() -> None:
    """ "The loss grew by 3 million": whether that is +3 or -3 depends on who speaks of it."""
    now = compared(None, metric="net_income", value=billion("-8.1"), change_abs=billion("3.0"))
    assert told(story("before", EARLIER, reported("-5.1", metric="net_income")), story("after", LATER, now)) == []


def test_a_figure_off_by_a_scale_word_is_no_other_thing() -> None:
    slipped = compared(None, prior=quantity("68,9 Mio.", "68.9e6", "1e5"))
    assert ("after", "history", "inconsistent") in brief(BEFORE, story("after", LATER, slipped))


SILENT = {
    "what appeared at the same time": (EARLIER, compared("67.8")),
    "what appeared later": (datetime(2024, 1, 5, tzinfo=UTC), compared("67.8", period=YEARS[2024])),
    "an article without a date": (None, compared("67.8")),
    "another company": (LATER, replace(compared("67.8"), company=Company("andere", "Andere AG"))),
    "a part of the company": (LATER, compared("67.8", segment="Cloud")),
    "adjusted": (LATER, compared("67.8", adjusted=True)),
    "another metric": (LATER, compared("67.8", metric="net_income")),
    "an outlook": (LATER, compared("67.8", kind="guidance")),
    "another currency": (LATER, compared(None, prior=replace(billion("67.8"), unit="USD"))),
    "a comparison with the quarter before": (LATER, compared("67.8", basis="qoq")),
    "a comparison with the outlook": (LATER, compared("67.8", basis="guidance")),
    "a guessed period": (LATER, compared("67.8", period=replace(YEARS[2024], how="default"))),
    "no period": (LATER, compared("67.8", period=None)),
    "one of several deals": (LATER, compared("67.8", metric="deal_value")),
    "a change that says nothing of the size before": (LATER, compared(None, change_pct=percent("-100"))),
}


@pytest.mark.parametrize(("published", "later"), SILENT.values(), ids=SILENT)
def test_history_is_silent_of(published: datetime | None, later: Fact) -> None:
    earlier = replace(
        BEFORE, facts=(reported("68.9", metric=later.metric if later.metric == "deal_value" else "revenue"),)
    )
    assert [
        said for said in told(earlier, story("after", published, later)) if said[1] in ("history", "hindsight")
    ] == []


def test_two_copies_of_one_story_are_no_evidence() -> None:
    assert told(replace(BEFORE, tells="one"), story("after", LATER, compared("67.8"), tells="one")) == []


def test_a_figure_that_its_own_article_refutes_is_judged_but_is_no_evidence() -> None:
    assert told(replace(BEFORE, verdicts=REFUTED), story("after", LATER, compared("67.8"))) == [
        ("before", "hindsight", "inconsistent", HISTORY[0][3])
    ]


def test_zeros_that_may_be_rounded_refute_nothing() -> None:
    round_ = story("before", EARLIER, reported("100"))
    assert ("after", "history", "consistent") in brief(round_, story("after", LATER, compared("98")))
    exact = story("before", EARLIER, reported("100.0"))
    assert ("after", "history", "inconsistent") in brief(exact, story("after", LATER, compared("98")))


def test_quarters_are_compared_with_the_quarter_before() -> None:
    now = fact(value=billion("5.2"), prior=billion("4.9"), period=QUARTERS[3], basis="qoq")
    assert brief(story("before", EARLIER, reported("4.7", QUARTERS[2])), story("after", LATER, now)) == {
        ("after", "history", "inconsistent"),
        ("before", "hindsight", "inconsistent"),
    }


def test_one_of_several_earlier_reports_is_enough() -> None:
    other = story("other", datetime(2024, 3, 1, tzinfo=UTC), reported("67.8"))
    said = {
        (name, check): outcome
        for name, check, outcome, _ in told(BEFORE, other, story("after", LATER, compared("67.8")))
    }
    assert said["after", "history"] == said["other", "hindsight"] == "consistent"
    assert said["before", "hindsight"] == "inconsistent"


def test_the_verdict_of_an_earlier_figure_follows_from_what_is_printed_later() -> None:
    assert told(BEFORE) == []
    assert brief(BEFORE, story("after", LATER, compared("68.9"))) >= {("before", "hindsight", "consistent")}
    assert brief(BEFORE, story("after", LATER, compared("67.8"))) >= {("before", "hindsight", "inconsistent")}


def at(day: int) -> datetime:
    return datetime(2024, 10, day, tzinfo=UTC)


SOURCES: list[tuple[dict[str, str], dict[str, tuple[str, str]]]] = [
    (
        {"one": "5.98", "two": "5.68"},
        {
            "one": (
                "inconsistent",
                "says 5.98 billion EUR for 2023; two (Blatt, 2 October 2024) says 5.68 billion EUR",
            ),
            "two": (
                "inconsistent",
                "says 5.68 billion EUR for 2023; one (Blatt, 1 October 2024) says 5.98 billion EUR",
            ),
        },
    ),
    (
        {"one": "5.98", "two": "6.0"},
        {
            "one": (
                "consistent",
                "says 5.98 billion EUR for 2023; two (Blatt, 2 October 2024) says 6.0 billion EUR too",
            ),
            "two": (
                "consistent",
                "says 6.0 billion EUR for 2023; one (Blatt, 1 October 2024) says 5.98 billion EUR too",
            ),
        },
    ),
    (
        {"one": "5.98", "two": "5.98", "three": "5.68"},
        {
            "one": (
                "consistent",
                "says 5.98 billion EUR for 2023; two (Blatt, 2 October 2024) says 5.98 billion EUR too, "
                "but three (Blatt, 3 October 2024) 5.68 billion EUR; 2 independent sources against 1",
            ),
            "two": (
                "consistent",
                "says 5.98 billion EUR for 2023; one (Blatt, 1 October 2024) says 5.98 billion EUR too, "
                "but three (Blatt, 3 October 2024) 5.68 billion EUR; 2 independent sources against 1",
            ),
            "three": (
                "inconsistent",
                "says 5.68 billion EUR for 2023; one (Blatt, 1 October 2024) says 5.98 billion EUR; "
                "3 independent sources in all",
            ),
        },
    ),
    (
        {"one": "5.98", "two": "1.2"},
        {
            "one": (
                "uninformative",
                "says 5.98 billion EUR for 2023; two (Blatt, 2 October 2024) says 1.2 billion EUR, "
                "so far off that it is hardly the same thing",
            ),
            "two": (
                "uninformative",
                "says 1.2 billion EUR for 2023; one (Blatt, 1 October 2024) says 5.98 billion EUR, "
                "so far off that it is hardly the same thing",
            ),
        },
    ),
]


@pytest.mark.parametrize(("printed", "expected"), SOURCES, ids=["conflict", "agreement", "two to one", "far off"])
def test_independent_sources(printed: dict[str, str], expected: dict[str, tuple[str, str]]) -> None:
    stories = [story(name, at(day), reported(amount)) for day, (name, amount) in enumerate(printed.items(), 1)]
    assert {name: (outcome, words) for name, check, outcome, words in told(*stories) if check == "sources"} == expected


def test_an_article_with_two_figures_for_one_thing_confirms_but_refutes_nobody() -> None:
    several = story("several", at(1), reported("5.98"), reported("4.35"))
    assert brief(several, story("one", at(2), reported("5.98"))) == {
        ("several", "sources", "consistent"),
        ("one", "sources", "consistent"),
    }
    assert told(several, story("one", at(2), reported("5.68"))) == []


def test_copies_agree_with_nobody_and_outlooks_may_differ() -> None:
    assert (
        told(story("one", at(1), reported("5.98"), tells="a"), story("two", at(2), reported("5.68"), tells="a")) == []
    )
    outlooks = [story(name, at(1), reported(amount, kind="guidance")) for name, amount in (("one", "5"), ("two", "6"))]
    assert told(*outlooks) == []


def test_what_is_reported_before_the_end_of_its_period_is_not_final() -> None:
    early = story("early", datetime(2023, 9, 1, tzinfo=UTC), reported("5.68"))
    assert told(early, story("one", at(1), reported("5.98"))) == []


PARTS = [
    (
        [("8.1", QUARTERS[1]), ("8.3", QUARTERS[2]), ("8.2", QUARTERS[3]), ("8.6", QUARTERS[4])],
        ("33.2", YEARS[2023]),
        "consistent",
        "8.05 to 8.15 billion EUR of 2023-Q1, 8.25 to 8.35 billion EUR of 2023-Q2, 8.15 to 8.25 billion EUR of "
        "2023-Q3, 8.55 to 8.65 billion EUR of 2023-Q4 make 33.00 to 33.40 billion EUR; "
        "the article says 33.15 to 33.25 billion EUR for 2023",
    ),
    (
        [("16.4", HALVES[1]), ("16.8", HALVES[2])],
        ("35.2", YEARS[2023]),
        "inconsistent",
        "16.35 to 16.45 billion EUR of 2023-H1, 16.75 to 16.85 billion EUR of 2023-H2 make 33.10 to 33.30 "
        "billion EUR; the article says 35.15 to 35.25 billion EUR for 2023",
    ),
    (
        [("8.1", QUARTERS[1]), ("8.3", QUARTERS[2])],
        ("16.4", HALVES[1]),
        "consistent",
        "8.05 to 8.15 billion EUR of 2023-Q1, 8.25 to 8.35 billion EUR of 2023-Q2 make 16.30 to 16.50 "
        "billion EUR; the article says 16.35 to 16.45 billion EUR for 2023-H1",
    ),
    (
        [("16.4", HALVES[1]), ("8.2", QUARTERS[3])],
        ("25.1", NINE_MONTHS),
        "inconsistent",
        "16.35 to 16.45 billion EUR of 2023-H1, 8.15 to 8.25 billion EUR of 2023-Q3 make 24.50 to 24.70 "
        "billion EUR; the article says 25.05 to 25.15 billion EUR for 2023-9M",
    ),
    (
        [("24.6", NINE_MONTHS), ("8.6", QUARTERS[4])],
        ("2.1", YEARS[2023]),
        "uninformative",
        "24.55 to 24.65 billion EUR of 2023-9M, 8.55 to 8.65 billion EUR of 2023-Q4 make 33.10 to 33.30 "
        "billion EUR; the article says 2.05 to 2.15 billion EUR for 2023, so far off that it is hardly the same thing",
    ),
]


@pytest.mark.parametrize(("parts", "whole", "outcome", "words"), PARTS, ids=[row[3][:40] for row in PARTS])
def test_parts_and_whole(parts: list[tuple[str, Period]], whole: tuple[str, Period], outcome: str, words: str) -> None:
    stories = [story(period.label, LATER, reported(amount, period)) for amount, period in (*parts, whole)]
    assert told(*stories) == [(whole[1].label, "parts", outcome, words)]


def test_a_sum_needs_all_its_parts_undisputed_and_of_a_kind() -> None:
    first, second, year = reported("16.4", HALVES[1]), reported("16.8", HALVES[2]), reported("35.2")

    def sums(*facts: Fact) -> set[tuple[str, str, str]]:
        stories = [story(str(number), LATER, each) for number, each in enumerate(facts)]
        return {said for said in brief(*stories) if said[1] == "parts"}

    assert sums(first, second, year) == {("2", "parts", "inconsistent")}
    assert sums(first, year) == set()
    assert sums(first, second, year, reported("17.1", HALVES[2])) == set()
    assert sums(first, replace(second, segment="Cloud"), year) == set()
    assert sums(*(replace(each, metric="employees") for each in (first, second, year))) == set()


def part(amount: str, segment: str, **more: Any) -> Fact:
    """The revenue of a segment in 2023."""
    return reported(amount, segment=segment, **more)


SEGMENTS: dict[str, tuple[list[Fact], list[tuple[str, str]]]] = {
    "they add up": (
        [part("8.1", "Cloud"), part("3.2", "Devices"), reported("11.3")],
        [
            (
                "consistent",
                "8.05 to 8.15 billion EUR of cloud, 3.15 to 3.25 billion EUR of devices make 11.20 to 11.40 billion "
                "EUR; the article says 11.25 to 11.35 billion EUR for 2023",
            )
        ],
    ),
    "not all are named": ([part("8.1", "Cloud"), part("1.2", "Devices"), reported("11.3")], []),
    "they overlap, or sell to each other": ([part("8.1", "Cloud"), part("7.9", "Europe"), reported("11.3")], []),
    "one with two figures": (
        [part("8.1", "Cloud"), part("9.1", "cloud"), part("3.2", "Devices"), reported("11.3")],
        [],
    ),
    "an adjusted one": ([part("8.1", "Cloud"), part("3.2", "Devices", adjusted=True), reported("11.3")], []),
    "one of another year": (
        [part("8.1", "Cloud"), replace(part("3.2", "Devices"), period=YEARS[2022]), reported("11.3")],
        [],
    ),
    "one that loses money": (
        [
            part("8.1", "Cloud", metric="ebit"),
            part("-1.8", "Devices", metric="ebit"),
            reported("6.3", metric="ebit"),
        ],
        [
            (
                "consistent",
                "8.05 to 8.15 billion EUR of cloud, -1.85 to -1.75 billion EUR of devices make 6.20 to 6.40 billion "
                "EUR; the article says 6.25 to 6.35 billion EUR for 2023",
            )
        ],
    ),
    "a profit beside losses, larger than the whole": (
        [part("8.1", "Cloud", metric="ebit"), reported("6.3", metric="ebit")],
        [],
    ),
    "a profit and a loss that may cancel each other out": (
        [part("2", "Cloud", metric="ebit"), part("-2", "Devices", metric="ebit"), reported("0.4", metric="ebit")],
        [
            (
                "uninformative",
                "1.5 to 2.5 billion EUR of cloud, -2.5 to -1.5 billion EUR of devices make -1.0 to 1.0 billion EUR, "
                "which is too wide to tell; the article says 350 to 450 million EUR for 2023",
            )
        ],
    ),
    "one is larger than the whole": (
        [part("12.1", "Cloud"), reported("11.3")],
        [
            (
                "uninformative",
                "says 12.05 to 12.15 billion EUR of cloud for 2023, more than the 11.25 to 11.35 billion EUR of the "
                "whole company, which may be that of a part",
            )
        ],
    ),
    "one is far larger than the whole": (
        [part("31.1", "Cloud"), reported("11.3")],
        [
            (
                "uninformative",
                "says 31.05 to 31.15 billion EUR of cloud for 2023, more than the 11.25 to 11.35 billion EUR of the "
                "whole company, so far off that it is hardly the same thing",
            )
        ],
    ),
}


@pytest.mark.parametrize(("facts", "expected"), SEGMENTS.values(), ids=SEGMENTS)
def test_segments_of_one_article_and_the_whole(facts: list[Fact], expected: list[tuple[str, str]]) -> None:
    assert [said[2:] for said in told(story("one", LATER, *facts)) if said[1] == "parts"] == expected


def test_a_segment_larger_than_a_whole_that_independent_sources_agree_on_is_wrong() -> None:
    wholes = story("one", at(1), reported("11.3")), story("two", at(2), reported("11.28"))
    [found] = [said for said in told(*wholes, story("three", at(3), part("12.1", "Cloud"))) if said[1] == "parts"]
    assert found == (
        "three",
        "parts",
        "inconsistent",
        "says 12.05 to 12.15 billion EUR of cloud for 2023, more than the 11.275 to 11.285 billion EUR of the whole "
        "company, of which independent sources speak",
    )
    disputed = (*wholes, story("four", at(4), reported("12.5")))
    assert not [said for said in told(*disputed, story("three", at(3), part("12.1", "Cloud"))) if said[1] == "parts"]
    copies = story("one", at(1), reported("11.3"), tells="a"), story("two", at(2), reported("11.3"), tells="a")
    assert ("three", "parts", "uninformative") in brief(*copies, story("three", at(3), part("12.1", "Cloud")))


def test_of_two_findings_of_one_check_the_gravest_counts() -> None:
    """The year of a segment is less than its halves, and more than the company's."""
    halves = [replace(part(amount, "Cloud"), period=HALVES[half]) for half, amount in ((1, "5.0"), (2, "5.1"))]
    facts = [*halves, part("12.1", "Cloud"), reported("11.3")]
    stories = [story(str(number), at(number + 1), each) for number, each in enumerate(facts)]
    assert [said[2] for said in told(*stories) if said[:2] == ("2", "parts")] == ["inconsistent"]


def test_articles_in_any_order_get_the_same_verdicts() -> None:
    stories = [
        BEFORE,
        story("after", LATER, compared("67.8")),
        story("other", at(3), reported("68.2")),
        story("third", at(4), reported("68.9"), reported("12.0", HALVES[1])),
        story("fourth", None, reported("56.9", HALVES[2])),
    ]
    expected = told(*stories)
    assert {check for _, check, _, _ in expected} == {"history", "hindsight", "sources", "parts"}
    for seed in range(4):
        assert told(*random.Random(seed).sample(stories, len(stories))) == expected


@settings(max_examples=25)
@given(
    amounts=st.lists(st.decimals("0.5", "99", places=3), min_size=8, max_size=8),
    decimals=st.lists(st.integers(0, 2), min_size=8, max_size=8),
)
def test_honest_rounding_is_never_refuted(amounts: list[Decimal], decimals: list[int]) -> None:
    """Eight companies, each of whose revenue is printed once as reported and once as a comparison, however coarsely."""
    stories = []
    for number, (amount, places) in enumerate(zip(amounts, decimals, strict=True)):
        company = Company(f"company {number}", f"Company {number}")
        fine, coarse = (f"{amount:.2f}", f"{amount:.{places}f}")
        growth = (Decimal("65.3") / amount - 1) * 100
        change = percent(f"{growth:.1f}")
        stories += [
            story(f"a{number}", EARLIER, replace(reported(fine), company=company)),
            story(f"b{number}", at(1), replace(reported(coarse), company=company)),
            story(f"c{number}", LATER, replace(compared(None, change_pct=change), company=company)),
        ]
    assert [said for said in told(*stories) if said[2] == "inconsistent"] == []
