"""Which period a figure has: small articles, a figure in them, and its period."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.facts import Article, Period, Span
from kennzahl.reading.period_context import PeriodContext, period_for
from kennzahl.reading.sentences import split


def _article(text: str, language: str, published: str | None) -> Article:
    title, blank, _ = text.partition("\n\n")
    day = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return Article("sample", text, len(title) if blank else 0, language, published_at=day)


def _period(
    text: str, figure: str, language: str, published: str | None, metric: str | None, kind: str | None
) -> tuple[Period | None, str]:
    article = _article(text, language, published)
    sentences = split(article.text, language, article.title_end)
    context = PeriodContext.of(article, sentences)
    start = text.rindex(figure)
    sentence = next(s for s in sentences if s.start <= start < s.end)
    period, rule, span = period_for(Span(start, start + len(figure)), sentence, context, metric, kind)
    assert span is None or 0 <= span.start < span.end <= len(text)
    return period, rule


QUARTER = "Muster AG steigert Umsatz im dritten Quartal\n\n"
YEAR_END = "Sample posts fourth-quarter profit\n\n"

CASES = [
    # its own clause, before or behind the figure; a comparison is never its own
    ("de", QUARTER + "Im dritten Quartal lag der Umsatz bei 7 Mio. Euro, in neun Monaten zuvor.", "7", "2024-Q3"),
    (
        "de",
        QUARTER + "Von Januar bis September stieg der Umsatz auf 19 Mio. Euro, im Quartal auf 7 Mio.",
        "19",
        "2024-9M",
    ),
    (
        "de",
        QUARTER + "Von Januar bis September stieg der Umsatz auf 19 Mio. Euro, im Quartal auf 7 Mio.",
        "7",
        "2024-Q3",
    ),
    ("de", QUARTER + "Der Gewinn stieg auf 3 Mio. Euro (3. Quartal 2023: 2 Mio. Euro).", "3 Mio", "2024-Q3"),
    ("de", QUARTER + "Der Gewinn stieg auf 3 Mio. Euro nach 2 Mio. Euro im Vorjahr.", "3", "2024-Q3"),
    ("de", "Muster AG\n\nDer Umsatz im Vorjahr kletterte um 28 Prozent auf 771 Mio. Euro.", "771", "2023"),
    # the paragraph, else what the article is about
    ("de", QUARTER + "Im Jahr 2023 war es anders. Der Umsatz lag bei 26 Mio. Euro.", "26", "2023"),
    ("de", QUARTER + "Die Lage ist gut.\n\nDer Gewinn betrug 3 Mio. Euro.", "3", "2024-Q3"),
    ("de", "Muster legt Quartalszahlen vor\n\nDer Gewinn betrug 3 Mio. Euro.", "3", "2024-Q3"),
    ("de", QUARTER + "Im zweiten Quartal war es 1 Mio. Euro gewesen. Der Gewinn betrug 3 Mio. Euro.", "3", "2024-Q3"),
]

GUIDANCE = [
    ("de", QUARTER + "Der Umsatz soll auf 30 Mio. Euro steigen.", "30", "2024"),
    ("de", QUARTER + "Im kommenden Jahr soll der Umsatz auf 33 Mio. Euro steigen.", "33", "2025"),
    ("de", QUARTER + "Im vierten Quartal soll der Umsatz bei 8 Mio. Euro liegen.", "8", "2024-Q4"),
    ("de", QUARTER + "Bis Ende 2027 sollen die Kosten um 9 Mio. Euro sinken.", "9", "2027"),
    ("de", "Nach dem Quartal\n\nFür 2025 plant Muster mehr. Der Umsatz soll auf 33 Mio. Euro steigen.", "33", "2025"),
]

METRICS = [
    # stocks on their day, or in the year in which they are printed
    ("de", QUARTER + "Am 30. September hatte Muster 700 Mitarbeiter.", "700", "employees", "actual", "2024-09-30"),
    ("de", QUARTER + "Muster hat 700 Mitarbeiter.", "700", "employees", "actual", "2024"),
    ("de", QUARTER + "Ende 2023 lag die Zahl der Kunden bei 5 Millionen.", "5", "customers", "actual", "2023-12-31"),
    ("de", QUARTER + "Die Bilanzsumme betrug 90 Mio. Euro.", "90", "total_assets", "actual", "2024-09-30"),
    ("de", QUARTER + "An der Börse ist Muster 4 Mrd. Euro wert.", "4", "market_cap", "actual", "2024-11-06"),
    # deals and jobs have no quarter, planned job cuts nothing without a deadline
    ("de", QUARTER + "Muster streicht 260 Stellen.", "260", "job_cuts", "guidance", None),
    ("de", QUARTER + "Muster streicht bis 2026 rund 260 Stellen.", "260", "job_cuts", "guidance", "2026"),
    (
        "de",
        QUARTER + "Im dritten Quartal kaufte Muster eine Firma für 8 Mio. Euro.",
        "8",
        "deal_value",
        "actual",
        "2024",
    ),
    # a proposed dividend is that of the year reported
    ("de", "Muster 2023\n\nMuster will 3 Euro Dividende zahlen.", "3", "dividend_per_share", "guidance", "2023"),
]

ENGLISH = [
    (YEAR_END + "Sales rose to $5 million from $4 million in the fourth quarter of 2022.", "5", None, "2023-Q4"),
    (YEAR_END + "For the full year, profit was $9 million.", "9", "actual", "2023"),
    (YEAR_END + "It forecast full-year profit of $9 million.", "9", "guidance", "2024"),
    (YEAR_END + "Profit was $2 million. It sees a first-quarter profit of $1 million.", "1", "guidance", "2024-Q1"),
    (YEAR_END + "It sees a first-quarter profit of $1 million. Sales were $5 million.", "5", "actual", "2023-Q4"),
    (YEAR_END + "In the quarter, sales rose to $5 million.", "5", "actual", "2023-Q4"),
    (YEAR_END + "In the year-ago quarter sales fell. Net was $5 million.", "5", "actual", "2023-Q4"),
    (
        "SAMPLE CO 3RD QTR NET\n\nShr 3 cts vs 2 cts\n Net 5 mln vs 4 mln\n Nine mths\n Shr 9 cts vs 7 cts",
        "9",
        "actual",
        "2023-9M",
    ),
    (
        "SAMPLE CO 4TH QTR NET\n\nShr 3 cts vs 2 cts\n Net 5 mln vs 4 mln\n Year\n Shr 9 cts vs 7 cts",
        "9",
        "actual",
        "2023",
    ),
]


@pytest.mark.parametrize(("language", "text", "figure", "label"), CASES)
def test_reported_figures(language: str, text: str, figure: str, label: str) -> None:
    period, rule = _period(text, figure, language, "2024-11-06", "revenue", "actual")
    assert (period.label if period else None) == label, rule


@pytest.mark.parametrize(("language", "text", "figure", "label"), GUIDANCE)
def test_plans(language: str, text: str, figure: str, label: str) -> None:
    period, rule = _period(text, figure, language, "2024-11-06", "revenue", "guidance")
    assert (period.label if period else None) == label, rule


@pytest.mark.parametrize(("language", "text", "figure", "metric", "kind", "label"), METRICS)
def test_metrics_with_periods_of_their_own(
    language: str, text: str, figure: str, metric: str, kind: str, label: str | None
) -> None:
    period, rule = _period(text, figure, language, "2024-11-06", metric, kind)
    assert (period.label if period else None) == label, rule


@pytest.mark.parametrize(("text", "figure", "kind", "label"), ENGLISH)
def test_english(text: str, figure: str, kind: str | None, label: str) -> None:
    period, rule = _period(text, figure, "en", "2024-02-14", "revenue", kind)
    assert (period.label if period else None) == label, rule


HOW = [
    ("Im Jahr 2023 betrug der Umsatz 5 Mio. Euro.", "actual", "stated"),
    ("Im vergangenen Jahr betrug der Umsatz 5 Mio. Euro.", "actual", "relative"),
    ("Das Jahr 2023 war gut. Der Umsatz betrug 5 Mio. Euro.", "actual", "inherited"),
    ("Der Umsatz betrug 5 Mio. Euro.", "actual", "default"),
    ("Der Umsatz soll 5 Mio. Euro betragen.", "guidance", "default"),
]


@pytest.mark.parametrize(("text", "kind", "how"), HOW)
def test_how_it_was_known(text: str, kind: str, how: str) -> None:
    period, _ = _period(text, "5", "de", "2024-11-06", "revenue", kind)
    assert period is not None
    assert period.how == how


def test_nothing_is_guessed_without_a_date() -> None:
    assert _period("Der Umsatz betrug 5 Mio. Euro.", "5", "de", None, "revenue", "actual")[0] is None


PIECES = [
    "Im dritten Quartal ",
    "2023 ",
    "soll ",
    "5 Mio. Euro ",
    "Vorjahr ",
    ". ",
    "\n\n",
    "\n ",
    "im Quartal ",
    "bis 2030 ",
]
KINDS = st.sampled_from([None, "actual", "guidance", "consensus", "other"])
METRIC = st.sampled_from([None, "revenue", "cash", "job_cuts", "market_cap", "dividend_per_share", "no_metric"])


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), KINDS, METRIC, st.none() | st.datetimes())
def test_no_figure_raises(text: str, kind: str | None, metric: str | None, published: datetime | None) -> None:
    article = Article("sample", text, published_at=published)
    sentences = split(text, "de")
    context = PeriodContext.of(article, sentences)
    for sentence in sentences:
        figure = Span(sentence.start, sentence.start + 1)
        period, rule, _ = period_for(figure, sentence, context, metric, kind)
        assert rule
        assert period is None or period.label
        assert (period, rule) == period_for(figure, sentence, context, metric, kind)[:2]
