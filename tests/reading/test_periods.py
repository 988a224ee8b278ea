"""Which period a figure has: small articles, a figure in them, and its period."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.facts import Article, Period, Span
from kennzahl.reading.periods import PeriodContext, period_for
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


def _assert_period(
    label: str | None,
    text: str,
    figure: str,
    language: str,
    published: str | None,
    metric: str | None,
    kind: str | None,
) -> None:
    """The figure is of the period with that label, or of none."""
    period, rule = _period(text, figure, language, published, metric, kind)
    assert (period.label if period else None) == label, rule


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
    ("de", "Muster AG\n\nDer Umsatz im Vorjahr kletterte um ein Viertel auf 771 Mio. Euro.", "771", "2023"),
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
    # a ratio of the balance sheet on its day
    (
        "de",
        QUARTER + "Zum 30. Juni lag die Kernkapitalquote bei 17 Prozent.",
        "17",
        "cet1_ratio",
        "actual",
        "2024-06-30",
    ),
    # a business year named by its number alone ends with the calendar's
    (
        "de",
        "Das Geschäftsjahr 2023 war gut. Die Bilanzsumme betrug 90 Mio. Euro.",
        "90",
        "total_assets",
        "actual",
        "2023-12-31",
    ),
    # what starts in a coming year is planned for it
    ("de", QUARTER + "Ab 2029 soll das 5 Mio. Euro einsparen.", "5", "cost_savings", "guidance", "2029"),
    # "now" in its own clause beats the quarter of the sentence
    (
        "de",
        "Im dritten Quartal kauften die Kunden – es sind inzwischen 5 Millionen – viel.",
        "5",
        "customers",
        "actual",
        "2024",
    ),
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
    (YEAR_END + "In the period ended December 31, it lost $5 million.", "5", "actual", "2023-Q4"),
    (YEAR_END + "It lost $5 million in the reporting period to December 31.", "5", "actual", "2023-Q4"),
    ("Sample\n\nIt earned $5 million in the October-to-December period.", "5", "actual", "2023-Q4"),
    ("Sample\n\nIn the April-through-June quarter, it earned $5 million.", "5", "actual", "2023-Q2"),
    (
        "SAMPLE CO 1ST QTR JAN 31 NET\n\nNet 5 mln vs 4 mln\nNOTE: Current year net includes gain of 9 mln",
        "9",
        None,
        "2024-Q1",
    ),
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
    _assert_period(label, text, figure, language, "2024-11-06", "revenue", "actual")


@pytest.mark.parametrize(("language", "text", "figure", "label"), GUIDANCE)
def test_plans(language: str, text: str, figure: str, label: str) -> None:
    _assert_period(label, text, figure, language, "2024-11-06", "revenue", "guidance")


@pytest.mark.parametrize(("language", "text", "figure", "metric", "kind", "label"), METRICS)
def test_metrics_with_periods_of_their_own(
    language: str, text: str, figure: str, metric: str, kind: str, label: str | None
) -> None:
    _assert_period(label, text, figure, language, "2024-11-06", metric, kind)


@pytest.mark.parametrize(("text", "figure", "kind", "label"), ENGLISH)
def test_english(text: str, figure: str, kind: str | None, label: str) -> None:
    _assert_period(label, text, figure, "en", "2024-02-14", "revenue", kind)


ARTICLES: list[tuple[str, str, str, str, str, str, str | None]] = [
    # language, day of publication, metric, kind, text, figure, period
    # analysts wait for the quarter to come, not for one that was reported long ago
    (
        "en",
        "2017-10-19",
        "eps",
        "consensus",
        "Sample sees Q4 profit of 89 cents\n\nAnalysts are looking for fourth-quarter profit of 92 cents per share.",
        "92",
        "2017-Q4",
    ),
    (
        "en",
        "2017-10-19",
        "eps",
        "consensus",
        "Sample grows\n\nAnalysts had been looking for third-quarter profit of 92 cents per share.",
        "92",
        "2017-Q3",
    ),
    (
        "de",
        "2024-10-21",
        "revenue",
        "actual",
        "Muster wird teurer\n\n"
        "Muster hat im dritten Quartal mehr verdient und traut sich für das Gesamtjahr mehr zu. "
        "Der Umsatz stieg gegenüber dem Vorjahreszeitraum auf 8 Mio. "
        "Euro.",
        "8 Mio",
        "2024-Q3",
    ),
    (
        "de",
        "2024-10-21",
        "revenue",
        "actual",
        QUARTER + "Das Gesamtjahr wird besser als das vorige.\n\nDer Gewinn lag bei 8 Mio. Euro, mehr als im Vorjahr.",
        "8 Mio",
        "2024-Q3",
    ),
    (
        "de",
        "2024-10-21",
        "revenue",
        "actual",
        QUARTER
        + "Das Gesamtjahr sehen Fachleute gut.\n\nDer Gewinn lag bei 8 Mio. Euro, ein Viertel mehr als ein Jahr zuvor.",
        "8 Mio",
        "2024-Q3",
    ),
    (
        "de",
        "2025-02-28",
        "revenue",
        "actual",
        "Muster\n\nDer Umsatz schrumpfte auf 68 Mio. Euro; 2023 hatte Muster noch 87 Mio. Euro erlöst.",
        "68",
        "2024",
    ),
    (
        "de",
        "2025-02-28",
        "revenue",
        "actual",
        "Muster\n\n"
        "Der Umsatz schrumpfte auf 68 Mio. "
        "Euro; 2023 waren es noch 87 Mio. "
        "Euro. "
        "Der Gewinn betrug 5 Mio. "
        "Euro.",
        "5 Mio",
        "2024",
    ),
    (
        "de",
        "2025-02-28",
        "revenue",
        "actual",
        "Muster hat 2024 gut verdient\n\n"
        "Der Gewinn stieg auf 9 Mio. "
        "Euro, nach 8 Mio. im Jahr 2023. Der Umsatz lag bei 70 Mio. "
        "Euro.",
        "70",
        "2024",
    ),
    (
        "de",
        "2025-02-28",
        "revenue",
        "actual",
        "Muster hat 2024 gut verdient\n\n"
        "Die Erlöse sanken auf 65 Mio. "
        "Euro, nachdem sie 2023 noch 67 Mio. "
        "Euro betragen hatten.",
        "65",
        "2024",
    ),
    (
        "de",
        "2025-02-28",
        "dividend_per_share",
        "guidance",
        "Muster verdient 2024 mehr\n\n"
        "Ende 2024 betrug das Vermögen 20 Mio. "
        "Euro.\n\n"
        "Die Dividende soll auf 3 Euro steigen.",
        "3",
        "2024",
    ),
    (
        "de",
        "2025-02-28",
        "revenue",
        "actual",
        "Muster verdient 2024 mehr\n\nEnde 2024 betrug das Vermögen 20 Mio. Euro. Der Umsatz stieg auf 30 Mio. Euro.",
        "30",
        "2024",
    ),
    (
        "de",
        "2024-11-14",
        "revenue",
        "guidance",
        "Muster schließt Geschäftsjahr ab\n\nIm laufenden Geschäftsjahr 2024/25 soll der Umsatz um 3 Prozent wachsen.",
        "3",
        "2024/25",
    ),
    (
        "de",
        "2024-11-14",
        "revenue",
        "actual",
        "Muster\n\nMuster hat im Geschäftsjahr 2023/24 (30. September) gut verdient. Der Umsatz lag bei 75 Mio. Euro.",
        "75",
        "2023/24",
    ),
    (
        "de",
        "2024-10-30",
        "employees",
        "actual",
        "Muster kauft Probe\n\nProbe setzte im vergangenen Jahr 600 Mio. Euro um und beschäftigt 3500 Mitarbeiter.",
        "3500",
        "2024",
    ),
    (
        "de",
        "2024-10-30",
        "employees",
        "actual",
        "Muster kauft Probe\n\nProbe setzte im vergangenen Jahr 600 Mio. Euro um und beschäftigte 3500 Mitarbeiter.",
        "3500",
        "2023",
    ),
    (
        "en",
        "2024-08-28",
        "revenue",
        "actual",
        "Sample dazzles\n\nIn the second quarter of fiscal 2025, which ended on July 28, sales rose to $30 million.",
        "30",
        "2025-Q2",
    ),
    (
        "en",
        "2024-08-28",
        "revenue",
        "actual",
        "Sample dazzles\n\n"
        "In the second quarter of fiscal 2025, which ended on July 28, sales rose to $30 million. "
        "Net income was $16 million, compared with $12 million a year earlier.",
        "16",
        "2025-Q2",
    ),
    (
        "en",
        "2024-08-28",
        "revenue",
        "guidance",
        "Sample dazzles\n\n"
        "In the second quarter of fiscal 2025, which ended on July 28, sales rose to $30 million. "
        "For the third quarter of fiscal 2025, it expects sales of $32 million.",
        "32",
        "2025-Q3",
    ),
    (
        "en",
        "2024-05-08",
        "revenue",
        "actual",
        "Sample\n\n"
        "Profit rose 96% to $5 million in the fiscal year 2023/24, which ended in March. "
        "Sales grew to $45 million.",
        "45",
        "2023/24",
    ),
    (
        "en",
        "2024-05-08",
        "revenue",
        "actual",
        "Sample\n\nProfit rose 96% to $5 million in the fiscal year 2023/24, which ended in March.",
        "5 mil",
        "2023/24",
    ),
    (
        "en",
        "2025-04-22",
        "revenue",
        "actual",
        "Sample's first-quarter profit falls\n\n"
        "It sold 300 cars in the first quarter of the year, 13% fewer than a year ago. "
        "Profit fell to $4 million.",
        "4 mil",
        "2025-Q1",
    ),
    (
        "en",
        "2024-10-31",
        "revenue",
        "guidance",
        "Sample profit jumps\n\n"
        "Sales rose in the third quarter.\n\n"
        "It forecast fourth-quarter sales of $18 million. "
        "It sees profit in the same period at $2 million.",
        "2 mil",
        "2024-Q4",
    ),
    (
        "en",
        "2024-02-14",
        "revenue",
        "actual",
        YEAR_END + "In the year-ago period it had a loss of $3 million. Sales were $5 million.",
        "5 mil",
        "2023-Q4",
    ),
    (
        "en",
        "2005-02-14",
        "revenue",
        "actual",
        "Sample\n\nSales rose to $2.6 million in 2004 from $2.4 million in 2003. Profit was $5 million.",
        "5 mil",
        "2004",
    ),
    (
        "en",
        "2005-02-14",
        "revenue",
        "actual",
        "Sample\n\nSales rose to $2.6 million, from $2.4 million in 2003. Profit was $5 million.",
        "5 mil",
        "2004",
    ),
    (
        "de",
        "2024-09-17",
        "job_cuts",
        "guidance",
        "Muster verschiebt\n\nWegen der Verluste kündigte Muster Anfang August an, weltweit 15000 Stellen abzubauen.",
        "15000",
        None,
    ),
    (
        "de",
        "2024-09-17",
        "job_cuts",
        "guidance",
        "Muster baut um\n\nMuster streicht 700 Stellen. Der Abbau soll bis Ende 2027 abgeschlossen sein.",
        "700",
        "2027",
    ),
    (
        "de",
        "2024-09-02",
        "costs",
        "guidance",
        "Muster spart\n\n"
        "Ein 2023 begonnenes Programm sollte die Wende bringen. "
        "Die Kosten sollen um 20 Prozent sinken.",
        "20",
        "2024",
    ),
    (
        "de",
        "2016-07-21",
        "revenue",
        "actual",
        "Muster wächst\n\n"
        "Im abgelaufenen Geschäftsjahr stieg der Umsatz auf 212 Mio. "
        "Euro. "
        "Im Jahr 2015/16 war er so hoch wie nie.",
        "212",
        "2015/16",
    ),
    (
        "de",
        "2024-12-05",
        "revenue",
        "actual",
        "Muster wächst\n\n"
        "Der Umsatz ist der höchste der letzten Jahre. "
        "Im dritten Quartal lag er bei 8 Mio. "
        "Euro.\n\n"
        "Der Gewinn betrug 3 Mio. "
        "Euro.",
        "3",
        "2024-Q3",
    ),
    (
        "en",
        "2013-08-20",
        "revenue",
        "actual",
        "Sample posts second-quarter profit\n\n"
        "Adjusted for an extra week in 2012, sales fell 4 percent. "
        "Profit was $5 million.",
        "4",
        "2013-Q2",
    ),
    (
        "en",
        "2013-08-20",
        "revenue",
        "actual",
        "Sample posts second-quarter profit\n\n"
        "Adjusted for an extra week in 2012, sales fell 4 percent. "
        "Profit was $5 million.",
        "5",
        "2013-Q2",
    ),
    (
        "en",
        "2012-02-16",
        "cet1_ratio",
        "actual",
        YEAR_END + "It met the rules six months early, with a core ratio of 9 percent.",
        "9",
        "2011-Q4",
    ),
    (
        "en",
        "2011-08-02",
        "revenue",
        "actual",
        "Sample posts second-quarter profit\n\nIt fears a weak second half. Sales fell 20 percent.",
        "20",
        "2011-Q2",
    ),
    (
        "en",
        "2007-04-12",
        "revenue",
        "actual",
        "Sample March sales rise\n\n"
        "Sales rose 6 percent. "
        "Year to date, sales were $38 million. "
        "Net sales for the month rose to $5 million.",
        "5",
        "2007-03",
    ),
    ("en", "2007-04-12", "revenue", "actual", "Sample March sales rise\n\nSales rose 6 percent.", "6", "2007-03"),
    # a fiscal quarter and its months in one sentence outweigh the quarters of others
    (
        "en",
        "2006-12-12",
        "revenue",
        "actual",
        "Sample earns more\n\nFiscal fourth-quarter sales hit $5 billion for the three months ended November 24. "
        "Its peers have to make up for a slow third quarter. Fees rose to $9 million.",
        "9",
        "2006-Q4",
    ),
    (
        "en",
        "2013-10-31",
        "revenue",
        "actual",
        "Sample posts third-quarter loss\n\nIt matched its dividend of the second quarter and bought back shares for "
        "$4 million in the three months ended September 30. Sales fell to $9 million.",
        "9",
        "2013-Q3",
    ),
    (
        "en",
        "2011-08-02",
        "costs",
        "actual",
        "Sample sells more\n\nIn July, carmakers raised spending by 8 percent, and Sample plans to keep its deals.",
        "8",
        "2011-07",
    ),
    ("en", "1987-04-07", "revenue", "actual", "SAMPLE CO YEAR FEB 28\n\nNet 13 mln dlrs vs 10 mln", "13", "1987"),
    (
        "en",
        "1987-03-26",
        "revenue",
        "actual",
        "SAMPLE TURNOVER UP\n\nTurnover rose to 394 mln marks in the first two 1987 months.",
        "394",
        "1987-2M",
    ),
    (
        "en",
        "2011-02-25",
        "dividend_per_share",
        "guidance",
        YEAR_END + "The dividend will be 7 cents per share.",
        "7",
        "2010",
    ),
    (
        "de",
        "2024-11-06",
        "revenue",
        "actual",
        QUARTER + "Der Gewinn brach im dritten Quartal im Jahresvergleich um 46 Prozent ein.",
        "46",
        "2024-Q3",
    ),
    (
        "en",
        "2007-07-19",
        "revenue",
        "actual",
        "Sample posts second-quarter profit\n\n"
        "Growth was 2 percent, against 30 percent in the first quarter and 21 percent in 2006. Profit was $5 million.",
        "5 mil",
        "2007-Q2",
    ),
    (
        "en",
        "2007-07-19",
        "revenue",
        "actual",
        "Sample posts second-quarter profit\n\n"
        "It lost 13 million dollars, which it paid after its price jumped from 36 to 60 dollars in early May.",
        "13",
        "2007-Q2",
    ),
    (
        "en",
        "2012-12-18",
        "revenue",
        "guidance",
        "Sample posts fourth-quarter profit\n\n"
        "It expects first-quarter sales of $9 million. "
        "It had forecast that sales would climb 5 percent.",
        "5",
        "2012-Q4",
    ),
    (
        "en",
        "2012-08-18",
        "job_cuts",
        "actual",
        "Sample posts second-quarter profit\n\nSample cut 800 jobs this year to save costs.",
        "800",
        "2012",
    ),
    (
        "en",
        "2007-04-26",
        "revenue",
        "guidance",
        "Sample posts first-quarter profit\n\nFor the full year it pegged profit at $5 million.",
        "5",
        "2007",
    ),
    (
        "en",
        "2008-06-05",
        "revenue",
        "actual",
        "Sample keeps its second-quarter forecast\n\n"
        "Total sales grew over the four weeks ended May 31, to $70 million.",
        "70",
        "2008-05",
    ),
    (
        "en",
        "2007-07-17",
        "costs",
        "actual",
        "Sample second-quarter profit up\n\nLooking at the full year we talk about 2 billion crowns, he said.",
        "2 b",
        "2007",
    ),
    (
        "en",
        "2008-01-30",
        "revenue",
        "actual",
        YEAR_END + "Its fund -- which it set up in 2005 under a star banker -- lost 150 million francs.",
        "150",
        "2007-Q4",
    ),
    (
        "en",
        "2008-09-04",
        "revenue",
        "consensus",
        "Sample August sales fall\n\n"
        "August is the busiest time of the year. "
        "Analysts had forecast a decline of 7 percent.",
        "7",
        "2008-08",
    ),
    (
        "en",
        "2008-07-09",
        "revenue",
        "actual",
        "Sample second-quarter profit up\n\n"
        "Profit of the second quarter to end-June rose from the January-March quarter. "
        "Sales were $4 million.",
        "4",
        "2008-Q2",
    ),
    (
        "en",
        "2012-01-25",
        "revenue",
        "actual",
        YEAR_END + "It kept the target it had set in May, which calls for growth of 6 percent.",
        "6",
        "2011-Q4",
    ),
    (
        "de",
        "2016-02-20",
        "net_income",
        "actual",
        "Muster schreibt Verlust\n\nDas Geschäft hat per Ende September 2015 einen Verlust von 41 Mio. Euro gebracht.",
        "41",
        "2015-9M",
    ),
    (
        "de",
        "2016-02-20",
        "customers",
        "actual",
        "Muster schreibt Verlust\n\nDas Geschäft hatte per Ende September 2015 rund 41000 Kunden.",
        "41",
        "2015-09-30",
    ),
    (
        "en",
        "2007-06-19",
        "eps",
        "consensus",
        "Sample second-quarter profit rises\n\n"
        "Analysts see $1.66 a share for the third quarter, and $3 a share for the year.",
        "3 a",
        "2007",
    ),
    (
        "en",
        "2007-07-30",
        "eps",
        "actual",
        "Sample second-quarter profit rises\n\nThe cost was 7 cents a share, a cent less than in the first quarter.",
        "7",
        "2007-Q2",
    ),
    (
        "en",
        "2007-07-30",
        "capex",
        "guidance",
        "Sample second-quarter profit rises\n\nSample in June said it expects to invest $18 million.",
        "18",
        "2007",
    ),
    (
        "en",
        "2007-07-30",
        "deal_value",
        "actual",
        "Sample second-quarter profit rises\n\nIn June, Sample agreed to buy a rival for $18 million.",
        "18",
        "2007-06",
    ),
    (
        "en",
        "2007-11-01",
        "revenue",
        "actual",
        "Sample third-quarter profit falls\n\n"
        "Sales rose until the end of the year's first quarter. "
        "They fell to $5 million.",
        "5",
        "2007-Q3",
    ),
    (
        "en",
        "2005-02-20",
        "revenue",
        "actual",
        "Sample buys Probe\n\n"
        "In July, Sample reported annual sales of 8 billion.\n\n"
        "In the year ending 31 December 2003, Probe had sales of 69 million.",
        "69",
        "2003",
    ),
    (
        "en",
        "2013-10-21",
        "revenue",
        "guidance",
        "Sample third-quarter profit rises\n\n"
        "Last month, Sample raised its targets, aiming for sales growth of 4 percent.",
        "4",
        "2013",
    ),
    (
        "en",
        "2004-12-20",
        "revenue",
        "actual",
        "Sample third-quarter profit falls\n\n"
        "Some days ago the firm said it had earned $10 million in the third quarter.",
        "10",
        "2004-Q3",
    ),
    (
        "en",
        "2012-10-31",
        "costs",
        "guidance",
        "Sample third-quarter profit rises\n\n"
        "Sample expects to cut 30 million dollars off its costs by the end of March.",
        "30",
        "2013-03",
    ),
    (
        "en",
        "2007-02-20",
        "units_sold",
        "guidance",
        "Sample sees more\n\nAfter a gain last year it is set to grow. It expects sales to fall to 675,000 units.",
        "675",
        "2007",
    ),
    (
        "en",
        "2007-08-03",
        "net_income",
        "guidance",
        "Sample sells unit\n\nIt plans to sell a unit as it met forecasts with first-half earnings up 22 percent.",
        "22",
        "2007-H1",
    ),
    (
        "en",
        "2007-01-10",
        "revenue",
        "actual",
        YEAR_END + "Sales came to 22 billion yen ($690 million) last month, down from 27 billion a year earlier.",
        "22",
        "2006-12",
    ),
    (
        "en",
        "2013-05-22",
        "revenue",
        "actual",
        "Sample profit beats on higher prices\n\n"
        "Orders grew by 36 percent to 1,800 homes in the second quarter.\n\n"
        "Net income rose to $24 million.",
        "24",
        "2013-Q2",
    ),
    (
        "en",
        "2008-01-10",
        "revenue",
        "actual",
        "Sample December sales fall\n\nSales fell 4 percent in the five weeks that ended January 5.",
        "4",
        "2007-12",
    ),
    (
        "en",
        "2007-11-27",
        "revenue",
        "actual",
        "Sample shares rise\n\n"
        "It sees a strong fourth quarter. "
        "Profit for the quarter ended on November 3 rose. "
        "Sales were $5 million.",
        "5",
        "2007-Q3",
    ),
    (
        "en",
        "2009-02-06",
        "net_income",
        "guidance",
        "Sample sees losses\n\nFor the year to March, Sample expects a loss of 5 million yen.",
        "5",
        "2009",
    ),
    (
        "en",
        "2013-01-23",
        "revenue",
        "actual",
        "Sample disappoints\n\n"
        "For its second fiscal quarter it expects more. "
        "Sales in the first quarter were $5 million.",
        "5",
        "2013-Q1",
    ),
    (
        "en",
        "2011-10-31",
        "revenue",
        "actual",
        "Sample ekes out Q2 profit growth, keeps forecast\n\n"
        "It had a profit of 76 million yen for July-September.\n\n"
        "Sales were 5 million yen.",
        "5",
        "2012-Q2",
    ),
]


@pytest.mark.parametrize(("language", "published", "metric", "kind", "text", "figure", "label"), ARTICLES)
def test_articles(
    language: str, published: str, metric: str, kind: str, text: str, figure: str, label: str | None
) -> None:
    _assert_period(label, text, figure, language, published, metric, kind)


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


def test_a_year_that_nothing_dates_is_unknown() -> None:
    plan = _period("Im Gesamtjahr soll der Umsatz 5 Mio. Euro betragen.", "5", "de", None, "revenue", "guidance")[0]
    staff = _period("Muster beschäftigt 700 Leute.", "700", "de", None, "employees", "actual")[0]
    assert [period.label if period else None for period in (plan, staff)] == ["????", "????"]


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


STANDING = [
    # language, published, text, figure, metric, kind, period
    # what is true today has the year in which it is printed, also where the article reports another
    ("en", "2024-02-14", YEAR_END + "Sample's backlog is now $7 million.", "7", "order_backlog", "actual", "2024"),
    ("de", "2024-03-05", "Muster\n\n2022 war gut. Muster betreibt 30 Werke.", "30", "other", "actual", "2024"),
    (
        "de",
        "2024-03-05",
        "Muster\n\nMit Farben macht Muster heute 8 Mio. Euro Umsatz.",
        "8",
        "revenue",
        "actual",
        "2024",
    ),
    ("en", "2024-02-14", YEAR_END + "Sample gets 40 percent of sales from Asia.", "40", "other", "actual", "2024"),
    ("en", "2024-02-14", YEAR_END + "Sales of paint were $7 million.", "7", "revenue", "actual", "2023-Q4"),
    ("en", "2024-02-14", YEAR_END + "It now expects sales of $7 million.", "7", "revenue", "guidance", "2024"),
    ("de", "2024-03-05", "Muster sucht Hilfe\n\nDie Schulden liegen bei 8 Mio. Euro.", "8", "debt", "actual", "2024"),
    # "hat 700 Mitarbeiter" is not of the period of the clause behind it
    (
        "de",
        "2024-03-05",
        "Muster\n\nMuster hat 700 Mitarbeiter und weist für 2022 einen Umsatz von 9 Mio. Euro aus.",
        "700",
        "employees",
        "actual",
        "2024",
    ),
    # without a day of publication it is the last year that the text names
    (
        "de",
        None,
        "Muster\n\nSeit Mai 2015 wird gebaut. Muster hat 700 Mitarbeiter.",
        "700",
        "employees",
        "actual",
        "2015",
    ),
    ("de", None, "Muster\n\n2015 machte Muster 9 Mio. Euro Umsatz.", "9", "revenue", "actual", "2015"),
    # a market value is of a day, never of a quarter or a year
    (
        "en",
        "2024-02-14",
        "Sample\n\nSample enters Q4 with a market cap of $49 million.",
        "49",
        "market_cap",
        "actual",
        "2024-02-14",
    ),
]


@pytest.mark.parametrize(("language", "published", "text", "figure", "metric", "kind", "label"), STANDING)
def test_what_stands_today(
    language: str, published: str | None, text: str, figure: str, metric: str, kind: str, label: str
) -> None:
    _assert_period(label, text, figure, language, published, metric, kind)


TOLD = [
    # a plan whose sentence names only what is over is none
    ("en", "It may sell the unit, which brought $5 million of sales last year.", "5", "revenue", "2023"),
    ("en", "After a good start, sales should reach $5 million.", "5", "revenue", "2024"),
    ("de", "Prüfer wollen im vergangenen Jahr Schulden von 5 Mio. Euro entdeckt haben.", "5", "debt", "2023"),
    ("de", "Anfang 2022 kündigte Muster 500 Leuten.", "500", "job_cuts", "2022"),
    # what is said to have been is no plan either
    ("de", "Muster soll 2023 rund 5 Mio. Euro verdient haben, den Etat 2024 der Stadt.", "5", "net_income", "2023"),
    ("de", "Bis 2027 will Muster die Kosten um 5 Mio. Euro gesenkt haben.", "5", "costs", "2027"),
    # what is compared with a year is of the next one
    ("en", "Profit is likely to rise to $9 million from $7 million in 2023.", "9", "net_income", "2024"),
    # a dividend of a quarter to come is that quarter's
    ("en", "It will pay 3 cents a share in the second quarter.", "3", "dividend_per_share", "2024-Q2"),
    # of a past quarter and a coming year a plan is of the year
    (
        "en",
        "The fourth-quarter margin was a step to at least 10 percent for fiscal 2026, it said.",
        "10",
        "ebit_margin",
        "2026",
    ),
    # the year of a deal is not that of its costs, but of its price
    ("en", "A charge of $5 million was related to its 2019 acquisition of Model.", "5", "impairment", "2024"),
]


@pytest.mark.parametrize(("language", "sentence", "figure", "metric", "label"), TOLD)
def test_plans_that_are_none(language: str, sentence: str, figure: str, metric: str, label: str) -> None:
    _assert_period(label, f"Sample\n\n{sentence}", figure, language, "2024-02-14", metric, "guidance")


PLACES = [
    # a label right before its figure
    ("de", "Muster im Mai\n\nMuster TV GmbH, Jahresüberschuss 2020: 2.418.305 Euro", "2.418", "actual", "2020"),
    # an example is not what a figure is compared with
    (
        "de",
        QUARTER + "Ein Plus von 60 Prozent, wie beispielsweise im ersten Quartal 2024, ist selten.",
        "60",
        "actual",
        "2024-Q1",
    ),
    # an entry of a chronicle holds until the next
    (
        "de",
        "Muster\n\n2023 war Schluss. Rückblick. 2021: Muster wächst. Der Umsatz beträgt 8 Mio. Euro. 2022: Ende.",
        "8",
        "actual",
        "2021",
    ),
    # a plan is not carried over a subheading, but over a paragraph
    (
        "de",
        "Muster\n\nFür 2027 plant Muster mehr.\n\nDas Ziel wankt\n\nDer Umsatz soll auf 5 Mio. Euro sinken.",
        "5",
        "guidance",
        "2024",
    ),
    (
        "de",
        "Muster\n\nFür 2027 plant Muster mehr.\n\nDer Umsatz soll auf 5 Mio. Euro steigen.",
        "5",
        "guidance",
        "2027",
    ),
    # what is expected for the current quarter is not of the last one
    (
        "en",
        "Sample posts first-quarter profit\n\nAnalysts expected $5 million for the current quarter.",
        "5",
        "consensus",
        "2024-Q2",
    ),
    # the month of a report to come is not that of its figures
    (
        "en",
        "Sample earned more in 2023\n\nModel will report profit of $9 million later this month.",
        "9",
        "consensus",
        "2023",
    ),
    # a figure that is a year old itself; one that is held against such a one is not
    (
        "en",
        "Sample posts first-quarter profit\n\nProfit fell, compared with a $3 million gain a year ago.",
        "3",
        "actual",
        "2023-Q1",
    ),
    (
        "en",
        "Sample posts first-quarter profit\n\nThe result leaves out a year-ago gain of $3 million.",
        "3",
        "actual",
        "2023-Q1",
    ),
    (
        "en",
        "Sample posts first-quarter profit\n\nSales rose from a year ago to $3 million.",
        "3",
        "actual",
        "2024-Q1",
    ),
    # the possessive of a period belongs to what stands behind it only
    (
        "en",
        "Sample reports\n\nOn last year's income of $2 million, it sees profit of $9 million.",
        "9",
        "guidance",
        "2024",
    ),
    (
        "en",
        "Sample reports for the first quarter\n\nSales grew 12 percent, less than 2022's 14 percent.",
        "12",
        "actual",
        "2024-Q1",
    ),
    # "write-downs in the remaining three quarters" are of the year
    (
        "en",
        "Sample cuts forecast\n\nIt sees $6 million of charges in the remaining three quarters.",
        "6",
        "guidance",
        "2024",
    ),
]


@pytest.mark.parametrize(("language", "text", "figure", "kind", "label"), PLACES)
def test_places_of_a_mention(language: str, text: str, figure: str, kind: str, label: str) -> None:
    _assert_period(label, text, figure, language, "2024-05-10", "revenue", kind)


COMPARED = [
    # published, sentence, figure, metric, period of a text that names none of its own
    # of the year after the one compared with
    ("2016-08-09", "Es flossen 74 Mio. Euro, 16 Prozent mehr als im ersten Halbjahr 2015.", "74", "revenue", "2016-H1"),
    ("2016-08-09", "Es waren 74 Mio. Euro (Q2 2015: 70 Mio. Euro).", "74", "revenue", "2016-Q2"),
    # of the day a year after
    ("2016-11-09", "Die Quote lag bei 30 % (30.09.2015: 31 %).", "30 %", "equity_ratio", "2016-09-30"),
    ("2016-08-09", "Der Leerstand lag bei 3 % (30. Juni 2015: 4 %).", "3 %", "other", "2016-06-30"),
    # of the latest quarter or half
    (
        "2016-08-09",
        "Der Umsatz stieg auf 74 Mio. Euro nach 70 Mio. Euro im Vorjahresquartal.",
        "74",
        "revenue",
        "2016-Q2",
    ),
    ("2016-08-09", "Der Umsatz stieg auf 74 Mio. Euro nach 70 Mio. im Vorjahressemester.", "74", "revenue", "2016-H1"),
]


@pytest.mark.parametrize(("published", "sentence", "figure", "metric", "label"), COMPARED)
def test_a_comparison_tells_the_period(published: str, sentence: str, figure: str, metric: str, label: str) -> None:
    _assert_period(label, f"Muster\n\n{sentence}", figure, "de", published, metric, "actual")


UP_TO = [
    # a deadline to come, though the sentence is told in the present
    ("2016-03-02", "In das Werk investiert Muster bis 2018 insgesamt 35 Mio. Euro.", "35", "capex", "2018"),
    ("2016-09-13", "Die Kette eröffnet bis Weihnachten 4 Filialen.", "4", "stores", "2016"),
    ("2016-03-02", "Nachdem 2015 schon 31 Läden schlossen, folgen bis Jahresende noch 25.", "25", "stores", "2016"),
    # figures that have run up to a day
    ("2016-10-13", "Bis Ende September setzte Muster 9 Mio. Euro um.", "9", "revenue", "2016-9M"),
    # a stock before a deadline is of today
    ("2016-03-02", "Von den 700 Stellen werden bis 2018 zehn Prozent gestrichen.", "700", "employees", "2016"),
    # a year that opens the sentence
    ("2016-03-15", "Für 2016 traut sich Muster ein Plus von 4 Prozent zu.", "4", "revenue", "2016"),
    # a deal of some years ago
    ("2006-11-09", "Ein Investor hatte die Kette vor zwei Jahren für 9 Mio. Euro gekauft.", "9", "deal_value", "2004"),
    # a calendar's year is not that of a company with years of its own
    (
        "2016-05-19",
        "Das Jahr 2015/16 (bis Ende März) war trüb. China schickte 2015 110 Tonnen. Der Umsatz fiel auf 8 Mio. Euro.",
        "8",
        "revenue",
        "2015/16",
    ),
]


@pytest.mark.parametrize(("published", "sentence", "figure", "metric", "label"), UP_TO)
def test_deadlines_and_other_years(published: str, sentence: str, figure: str, metric: str, label: str) -> None:
    _assert_period(label, f"Muster\n\n{sentence}", figure, "de", published, metric, "actual")


NAMED_BESIDE = [
    # a day that a figure is compared with is nearer than the part that the sentence tells of, unless another is between
    (
        "In den ersten neun Monaten stieg der Gewinn; die Quote liegt bei 31 % (31.12.2023: 33 %).",
        "31 %",
        "equity_ratio",
        "2024-09-30",
    ),
    (
        "In den ersten neun Monaten stieg der FFO auf 38 Mio. Euro; Quote 31 % (31.12.2023: 33 %).",
        "38",
        "other",
        "2024-9M",
    ),
    # what is told of today is of today, also beside a comparison
    ("Aktuell arbeiten 290 Menschen bei Muster, vor zwei Jahren 85.", "290", "employees", "2024"),
    ("Die Sparte umfasst 760 Schiffe.", "760", "other", "2024"),
    # sentence of a report of the third quarter of 2024, figure, metric, period
    ("Auf dem Höhepunkt 2021 hatte Muster noch 9 Mio. Euro umgesetzt.", "9", "revenue", "2021"),
    (
        "Ende Juni zählte Muster noch 577 Mitarbeiter, bis Jahresende sollen es 500 sein.",
        "577",
        "employees",
        "2024-06-30",
    ),
    (
        "Der Bestand stieg auf 88 Mio. Euro, mehr als Ende 2023; die Ziele 2024 gelten.",
        "88",
        "order_backlog",
        "2024-09-30",
    ),
    # a glance back does not go on
    ("2022 hatte Muster 5 Mio. Euro erlöst. Der Umsatz stieg auf 9 Mio. Euro.", "9", "revenue", "2024-Q3"),
    ("2011 wurde Muster verkauft. Muster machte damals 13 Mio. Euro Umsatz.", "13", "revenue", "2011"),
    ("Der Gründer besitzt 52 Prozent der Anteile.", "52", "stake", "2024"),
]


@pytest.mark.parametrize(("sentence", "figure", "metric", "label"), NAMED_BESIDE)
def test_other_times_of_a_report(sentence: str, figure: str, metric: str, label: str) -> None:
    _assert_period(label, QUARTER + sentence, figure, "de", "2024-11-06", metric, "actual")


OWN_YEARS = [
    # sentence of a report of nine months of 2023/24, figure, metric, kind, period
    ("Für das laufende Jahr plant Muster 9 Mio. Euro Umsatz.", "9", "revenue", "guidance", "2023/24"),
    ("Heuer sollen 9 Filialen öffnen.", "9", "stores", "guidance", "2024"),
    ("Zum Halbjahr hatte Muster noch 9 Filialen gezählt.", "9", "stores", "actual", "2024-03-31"),
]


@pytest.mark.parametrize(("sentence", "figure", "metric", "kind", "label"), OWN_YEARS)
def test_years_of_the_companys_own(sentence: str, figure: str, metric: str, kind: str, label: str) -> None:
    text = f"Muster legt Zahlen vor\n\nIn neun Monaten 2023/24 (bis Ende Juni) wuchs Muster. {sentence}"
    _assert_period(label, text, figure, "de", "2024-07-20", metric, kind)


def test_a_dividend_proposed_in_a_report_of_the_last_quarter_is_for_the_year() -> None:
    text = (
        "Muster steigert Gewinn im Schlussquartal\n\nDer Gewinn stieg im Schlussquartal. Die Dividende soll auf 2 Euro"
    )
    _assert_period("2023", f"{text} steigen.", "2 Euro", "de", "2024-02-15", "dividend_per_share", "guidance")


STOCKS = [
    # language, sentence of a report of the third quarter, period of the figure
    ("de", "In den 14 Häusern wohnten mehr Gäste.", "2024"),
    ("de", "Die 14 Häuser brachten mehr Umsatz.", "2024-Q3"),
    ("en", "It cut prices in its 14 hotels.", "2024"),
]


@pytest.mark.parametrize(("language", "sentence", "label"), STOCKS)
def test_what_is_counted_in_passing_is_of_today(language: str, sentence: str, label: str) -> None:
    title = {"de": "Muster steigert Umsatz im dritten Quartal", "en": "Sample posts third-quarter profit"}[language]
    article = _article(f"{title}\n\n{sentence}", language, "2024-11-06")
    sentences = split(article.text, language, article.title_end)
    start = article.text.index("14")
    context = PeriodContext.of(article, sentences)
    period, rule, _ = period_for(Span(start, start + 2), sentences[-1], context, "other", "actual", counted=True)
    assert (period.label if period else None) == label, rule


YEAR_ENDS = [
    # what is newer by the company's year is meant by it, unless the text says otherwise
    ("2023-10-17", 3, "second-quarter", "2024-Q2"),
    ("2023-10-17", 12, "second-quarter", "2023-Q2"),
    ("2024-08-28", 1, "second-quarter", "2025-Q2"),
    ("2023-07-25", 3, "second-quarter", "2023-Q2"),
    ("2023-10-17", 3, "third quarter ended September 30", "2023-Q3"),
]


@pytest.mark.parametrize(("published", "year_end", "words", "label"), YEAR_ENDS)
def test_known_ends_of_fiscal_years(published: str, year_end: int, words: str, label: str) -> None:
    article = _article(f"Sample grows\n\nIt posted {words} sales of $5 million.", "en", published)
    context = PeriodContext.of(article, split(article.text, "en", article.title_end), year_end)
    assert context.main is not None and context.main.label == label


def test_a_quarter_that_has_begun_is_no_older_one_of_a_fiscal_year() -> None:
    text = "Sample grows\n\nIt expects a strong third quarter. Hopes for the third quarter are high.\n\nSales in "
    text += "April-June were $5 million."
    article = _article(text, "en", "2009-08-10")
    sentences = split(text, "en", article.title_end)
    context = PeriodContext.of(article, sentences)
    period, rule, _ = period_for(Span(text.index("5"), text.index("5") + 1), sentences[-1], context, "revenue")
    assert (period.label if period else None) == "2009-Q2", rule


def test_a_half_year_named_by_the_calendar_is_no_fiscal_one() -> None:
    text = "Muster verliert\n\nIm ersten Halbjahr 2023 fiel der Gewinn. In den Monaten April bis Juni verdiente Muster "
    text += "5 Mio. Euro, weniger als in den ersten drei Monaten."
    _assert_period("2023-Q2", text, "5 Mio", "de", "2023-08-10", "net_income", "actual")


def test_the_year_of_a_purchase_is_not_that_of_what_follows() -> None:
    text = (
        "Muster im ersten Halbjahr\n\nMuster wuchs im ersten Halbjahr. Die im Vorjahr für 7 Mio. Euro erworbene Probe "
    )
    text += "ist integriert. Der Aufwand betrug 5 Mio. Euro."
    for figure, metric, label in (("5 Mio", "costs", "2023-H1"), ("7 Mio", "deal_value", "2022")):
        _assert_period(label, text, figure, "de", "2023-08-10", metric, "actual")


REPORTS = [
    # figures of a report of the half-year that are not of it: figure, metric, kind, period, sentence
    ("40 Prozent", "payout_ratio", "guidance", "2023", "Muster will 40 Prozent des Gewinns ausschütten."),
    ("40 Prozent", "stake", "actual", "2023", "Größter Aktionär ist mit 40 Prozent der Investor Probe."),
    ("40 Prozent", "stake", "actual", "2023", "Mit 40 Prozent ist Probe der größte Anteilseigner."),
    ("5 Mio", "deal_value", "actual", "2023-07", "Ende Juli kaufte Muster die Firma Probe für 5 Mio. Euro."),
    ("5 Mio", "ebit", "guidance", "2023", "Für 2023 plant Muster ein Ebit von 5 Mio. Euro; 2024 sollen es 6 sein."),
    (
        "5 Mio",
        "ebit",
        "consensus",
        "2023-H1",
        "Für 2023 ist er froh. Analysten hatten ein Ebit von 5 Mio. Euro erwartet.",
    ),
]


@pytest.mark.parametrize(("figure", "metric", "kind", "label", "sentence"), REPORTS)
def test_what_a_report_of_a_half_year_tells_beside_it(
    figure: str, metric: str, kind: str, label: str, sentence: str
) -> None:
    text = f"Muster im ersten Halbjahr\n\nMuster wuchs im ersten Halbjahr auf 9 Mio. Euro. {sentence}"
    _assert_period(label, text, figure, "de", "2023-08-10", metric, kind)


def test_a_balance_that_nothing_dates_is_of_the_end_of_the_latest_year() -> None:
    text = "Probe schließt Filialen\n\nDie Bilanzsumme stieg auf 5 Mio. Euro."
    _assert_period("2022-12-31", text, "5 Mio", "de", "2023-02-21", "total_assets", "actual")


def test_what_has_grown_in_a_report_of_a_year_is_of_that_year() -> None:
    text = "Muster legt Zahlen vor\n\nMuster setzte 2020 rund 9 Mio. Euro um. Die Zahl der Mitarbeiter"
    for verb, label in (("stieg auf 500", "2020"), ("liegt bei 500", "2021")):
        _assert_period(label, f"{text} {verb}.", "500", "de", "2021-03-24", "employees", "actual")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("It earned $7 million and expects a better third quarter.", "2010-07"),
        (
            "It earned $7 million, will report its second-quarter results next week and was pleased with July.",
            "2010-07",
        ),
        (
            "It fell in July, after a recall in July. In the second quarter it earned $7 million, more than in July.",
            "2010-Q2",
        ),
        (
            "In the second quarter it did well. It earned $7 million in the quarter, the second quarter of five.",
            "2010-Q2",
        ),
    ],
)
def test_a_text_is_about_the_month_that_it_mostly_speaks_of(words: str, label: str) -> None:
    text = f"Sample sells more cars\n\nSample sold 5 percent more cars in July. {words}"
    _assert_period(label, text, "7", "en", "2010-08-03", "net_income", "actual")


def test_a_plan_that_a_company_is_on_track_to_meet_dates_a_text() -> None:
    text = "Sample mines gold\n\nSample mined 5 tons in Q1 2025. Q1 profit was $7. It is on track to meet 2025 goals."
    _assert_period("2025-Q1", text, "7", "en", None, "net_income", "actual")


def test_what_is_planned_for_a_named_year_is_not_of_the_running_one() -> None:
    text = "Sample aims higher\n\nSample aims to increase annual sales to $7 million in 2015."
    _assert_period("2015", text, "$7", "en", "2013-02-07", "revenue", "guidance")


def test_the_news_of_a_headline_stand_apart() -> None:
    text = "Sample June sales up; raises earnings forecast\n\nSample did well. Sales were $7 million."
    _assert_period("2008-06", text, "$7", "en", "2008-07-10", "revenue", "actual")


def test_a_half_year_is_not_inherited_in_a_report_of_a_later_quarter() -> None:
    text = "Sample earns more in the third quarter\n\nDemand grew 5 percent in the first half. It earned $7 million."
    _assert_period("2012-Q3", text, "$7", "en", "2012-10-09", "net_income", "actual")


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "label"),
    [
        ("en", "It lost $7 million from 2005 through 2007.", "actual", "2007"),
        ("en", "It lost $7 million from 2005 through 2007, and more in the first half of 2008.", "actual", "2007"),
        ("en", "It will earn $7 million between 2012 and 2014.", "guidance", "2014"),
        ("de", "Muster verlor $7 Mio. zwischen 2005 und 2007.", "actual", "2007"),
        ("de", "Muster will von 2011 bis 2014 rund $7 Mio. verdienen.", "guidance", "2014"),
    ],
)
def test_what_runs_over_years_is_of_the_last(language: str, sentence: str, kind: str, label: str) -> None:
    _assert_period(label, f"Sample\n\n{sentence}", "$7", language, "2010-07-10", "net_income", kind)


def test_a_year_far_ahead_is_of_its_own_sentence_and_the_next_one() -> None:
    text = "Sample plans\n\nIt will double its output by 2020 and will sell more in 2020."
    plan = "It will spend $7 million."
    _assert_period("2020", f"{text} {plan}", "$7", "en", "2012-10-09", "costs", "guidance")
    _assert_period("2012", f"{text} It is not alone. {plan}", "$7", "en", "2012-10-09", "costs", "guidance")


@pytest.mark.parametrize(("year_end", "label"), [(12, "2013-Q3"), (None, "2014-Q2")])
def test_a_company_whose_year_is_the_calendars_has_no_other(year_end: int | None, label: str) -> None:
    text = "Sample matched the dividend of the second quarter. It earned $7 in the three months ended September 30."
    article = _article(f"Sample earns more\n\n{text}", "en", "2013-10-31")
    context = PeriodContext.of(article, split(article.text, "en", article.title_end), year_end)
    assert context.mentions[-1].period is not None
    assert context.mentions[-1].period.label == label


def test_an_annual_figure_of_an_undated_text_is_of_no_quarter() -> None:
    text = "Sample opens a club\n\nThe second-quarter report tells more. Sample has annual revenue of $7 million."
    _assert_period("????", text, "$7", "en", None, "revenue", "actual")


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("de", "Die 2008 gegründete Muster AG machte 5 Mio. Euro Umsatz.", "2020"),
        ("de", "Die Muster AG, 2008 in Wien gegründet, machte 5 Mio. Euro Umsatz.", "2020"),
        ("de", "Die 2014 an die Börse gegangene Muster AG machte 5 Mio. Euro Umsatz.", "2020"),
        ("de", "Die Muster AG machte 2014 dank neu gestarteter Werke 5 Mio. Euro Umsatz.", "2014"),
        ("en", "Muster, founded in 2008, made revenue of $5 million.", "2020"),
        ("en", "Muster, set up by two friends in 2008, made revenue of $5 million.", "2020"),
        ("en", "Muster made revenue of $5 million in 2008.", "2008"),
    ],
)
def test_no_figure_is_of_the_year_in_which_a_company_began(language: str, text: str, label: str) -> None:
    _assert_period(label, text, "5", language, "2021-09-02", "revenue", "actual")


def test_a_month_that_tells_no_figure_is_not_what_a_text_is_about() -> None:
    text = "Sample earns more\n\nSample did well despite a recall in July. In July it had said so. July is over."
    quarter = f"{text} Its profit for the second quarter rose. Sales rose to $7 million."
    _assert_period("2010-Q2", quarter, "$7", "en", "2010-08-03", "revenue", "actual")


@pytest.mark.parametrize(
    ("language", "sentence", "label"),
    [
        ("en", "Paint sales, which included those of a unit sold in May, rose to $7 million.", "2012-Q3"),
        ("en", "The unit, which lost money in the first half, earned $7 million.", "2012-Q3"),
        ("en", "The plant, where work was stopped in June 2011, had sales of $7 million.", "2012-Q3"),
        ("en", "Its boss, who joined in fiscal 2010, said sales were $7 million.", "2012-Q3"),
        ("de", "Die Sparte, die im ersten Halbjahr 2011 litt, setzte 7 Mio. Euro um.", "2012-Q3"),
        ("de", "Das Werk, dessen Bau im Juni begann, setzte 7 Mio. Euro um.", "2012-Q3"),
        ("en", "In the first half, which was weak, sales were $7 million.", "2012-H1"),
        ("en", "The unit, which earned $7 million in the first half, grew.", "2012-H1"),
        ("en", "The unit, which in the first half had sales of $7 million, grew.", "2012-H1"),
        ("de", "Im ersten Halbjahr, das schwach war, lag der Umsatz bei 7 Mio. Euro.", "2012-H1"),
    ],
)
def test_the_time_of_a_relative_clause_is_that_of_its_figures_only(language: str, sentence: str, label: str) -> None:
    head = "Sample posts third-quarter profit" if language == "en" else "Sample legt Zahlen zum dritten Quartal vor"
    _assert_period(label, f"{head}\n\n{sentence}", "7 ", language, "2012-10-30", "revenue", "actual")


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("For the first quarter as a separate company, Sample showed sales of $7 million.", "2012-Q3"),
        ("In its second quarter as a public company, Sample posted sales of $7 million.", "2012-Q3"),
        ("In the first quarter as an independent listed firm, sales were $7 million.", "2012-Q3"),
        ("In her first quarter as chief, sales were $7 million.", "2012-Q1"),
        ("In the first quarter as a weak dollar helped, sales were $7 million.", "2012-Q1"),
        ("In last year's third quarter Sample had sales of $7 million.", "2011-Q3"),
        ("In the prior year's third quarter it posted sales of $7 million.", "2011-Q3"),
        ("Sales rose from last year's third quarter to $7 million.", "2012-Q3"),
        ("Compared with last year's third quarter, sales rose to $7 million.", "2012-Q3"),
    ],
)
def test_quarters_that_are_counted_or_a_year_old(sentence: str, label: str) -> None:
    text = f"Sample posts third-quarter profit\n\n{sentence}"
    _assert_period(label, text, "$7", "en", "2012-10-30", "revenue", "actual")


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Costs fell from the second quarter to $7 million.", "2012-Q3"),
        ("Sales rose nearly a tenth from the second quarter to about $7 million.", "2012-Q3"),
        ("Sales fell from the preceding quarter to $7 million.", "2012-Q3"),
        ("Sales have grown since the second quarter to $7 million.", "2012-Q3"),
        ("Sales fell to $7 million.", "2012-9M"),
        ("Sales rose from $5 million to $7 million.", "2012-9M"),
        ("Sales rose in the second quarter to $7 million.", "2012-Q2"),
    ],
)
def test_what_a_figure_came_from_tells_its_period(sentence: str, label: str) -> None:
    text = f"Sample posts third-quarter profit\n\nIt did well in the first nine months. {sentence}"
    _assert_period(label, text, "$7", "en", "2012-10-30", "revenue", "actual")


@pytest.mark.parametrize(("figure", "label"), [("5", "1987"), ("4", "1986"), ("3", "1987-Q4")])
def test_a_year_is_the_companys_own_if_only_that_is_over(figure: str, label: str) -> None:
    text = "SAMPLE CORP 4TH QTR MARCH 31 NET\n\nNet 3 mln.\nNOTE: It excludes 5 mln dlrs in 1987 and 4 mln in 1986."
    _assert_period(label, text, figure, "en", "1987-06-02", "other", "actual")


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("March was hard, the worst month of the quarter. Sales fell $5 million.", "5", "2008-03"),
        ("Its first-quarter sales rose. Profit was $5 million.", "5", "2008-Q1"),
    ],
)
def test_a_quarter_that_is_only_mentioned_is_not_that_of_a_month_that_is_reported(
    text: str, figure: str, label: str
) -> None:
    _assert_period(label, f"Shops have dreary March\n\n{text}", figure, "en", "2008-04-10", "revenue", "actual")


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "It sees a charge of $16 million, of which $9 million in the third quarter.", "2024"),
        ("de", "Sie plant Kosten von 16 Mio. Euro, davon 9 Mio. Euro im dritten Quartal.", "2024"),
        ("en", "It sees a charge of $16 million in the third quarter, of which $9 million in China.", "2024-Q3"),
        ("en", "It sees a charge of $16 million, and more pain, in the third quarter.", "2024-Q3"),
    ],
)
def test_the_period_of_a_part_is_not_that_of_the_whole(language: str, text: str, label: str) -> None:
    _assert_period(label, f"Sample\n\n{text}", "16", language, "2024-06-14", "costs", "guidance")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It will cut 450 jobs. That will be done by 2026.", "2026"),
        ("It will cut 450 jobs. That will save $140 million by 2026.", None),
    ],
)
def test_the_deadline_of_another_figure_is_none(text: str, label: str | None) -> None:
    _assert_period(label, f"Sample\n\n{text}", "450", "en", "2024-06-14", "job_cuts", "guidance")


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        # up to the end of a month is the year so far
        ("Die Förderung sank bis September auf 7 Millionen Tonnen.", "2021-9M", "actual"),
        ("Bis Ende September wurden 7 Millionen Tonnen gefördert.", "2021-9M", "actual"),
        ("Bis September 2022 sollen 7 Millionen Tonnen gefördert werden.", "2022-09", "guidance"),
        # a month in a relative clause is only of what that clause tells
        ("Neun Monate: In Peru, das die Firma im Mai verließ, lag der Umsatz bei 7.", "2021-9M", "actual"),
        ("Die Sparte, mit der die Firma im Mai begann, brachte in den ersten neun Monaten 7 ein.", "2021-9M", "actual"),
        ("Die Sparte, die im Mai 7 Millionen umsetzte, wächst.", "2021-05", "actual"),
        # what another half of the sentence tells dates its own figure
        ("Das Ebitda soll auf 7 Millionen sinken; 2020 waren 9 Millionen angefallen.", "2021", "guidance"),
        ("Der Umsatz soll 2022 auf 7 Millionen steigen; 2020 waren es 9 Millionen.", "2022", "guidance"),
        # nothing but a day tells what is reported
        ("Der Umsatz lag per Ende September bei 9 Mio. Euro. Der Gewinn stieg auf 7 Mio.", "2021-9M", "actual"),
    ],
)  # fmt: skip
def test_months_and_days_that_figures_run_up_to(text: str, label: str, kind: str) -> None:
    _assert_period(label, f"Muster\n\n{text}", "7", "de", "2021-11-12", "revenue", kind)


def test_the_end_of_the_year_is_that_of_the_reported_one() -> None:
    text = "Muster\n\nMuster steigerte 2012 den Umsatz. Der Auftragsbestand erreichte zu Jahresende 7 Millionen Euro."
    _assert_period("2012-12-31", text, "7", "de", "2013-04-29", "order_backlog", "actual")


SO_FAR = [
    # sentence of a report of nine months of 2024, metric, period
    ("Der Umsatz wuchs bis September auf 7 Mio. Euro.", "revenue", "2024-9M"),
    ("Bis Juni verdiente Muster 7 Mio. Euro.", "net_income", "2024-H1"),
    ("Bis September streicht Muster 7 Stellen.", "job_cuts", "2024-09"),
    ("Heuer verdiente Muster operativ 7 Mio. Euro.", "ebit", "2024-9M"),
    ("In diesem Jahr setzte Muster 7 Mio. Euro um.", "revenue", "2024-9M"),
    ("Es entstehen 2000 neue Stellen, der Umsatz stieg auf 7 Mio. Euro.", "revenue", "2024-9M"),
    ("Heuer entließ Muster 7 Leute.", "job_cuts", "2024"),
    ("2024 setzte Muster 7 Mio. Euro um.", "revenue", "2024"),
]


@pytest.mark.parametrize(("sentence", "metric", "label"), SO_FAR)
def test_what_a_year_under_way_has_brought_so_far(sentence: str, metric: str, label: str) -> None:
    text = f"Muster legt Zahlen vor\n\nMuster hat in den ersten neun Monaten mehr Gewinn gemacht. {sentence}"
    _assert_period(label, text, "7", "de", "2024-11-06", metric, "actual")


STRETCHES = [
    ("de", "Von November 2023 bis Ende April 2024 setzte Muster 7 Mio. Euro um.", "2024-H1"),
    ("de", "Von Juli 2024 bis September 2024 setzte Muster 7 Mio. Euro um.", "2024-Q3"),
    ("de", "Im Zeitraum von Januar 2023 bis Dezember 2023 setzte Muster 7 Mio. Euro um.", "2023"),
    ("de", "Von Mai 2023 bis August 2024 setzte Muster 7 Mio. Euro um.", "2024-08"),
    ("de", "In der ersten Hälfte des Geschäftsjahres 2023/24 setzte Muster 7 Mio. Euro um.", "2023/24-H1"),
    ("de", "In der zweiten Hälfte des Jahres 2023 setzte Muster 7 Mio. Euro um.", "2023-H2"),
    ("en", "From July 2024 to September 2024 sales of Muster rose to $7 million.", "2024-Q3"),
    ("en", "From October to December 2023 sales of Muster rose to $7 million.", "2023-Q4"),
]


@pytest.mark.parametrize(("language", "text", "label"), STRETCHES)
def test_months_that_make_a_part_of_a_year(language: str, text: str, label: str) -> None:
    _assert_period(label, f"Muster\n\n{text}", "7", language, "2024-11-06", "revenue", "actual")


@pytest.mark.parametrize(
    ("language", "text", "metric", "label"),
    [
        ("en", "Sample, worth about $7 billion, closed at $42 on Friday.", "market_cap", "2012-10-26"),
        ("en", "On Monday, Sample had a market value of $7 billion.", "market_cap", "2012-10-29"),
        ("en", "Sample has a market value of $7 billion.", "market_cap", "2012-10-29"),
        ("de", "Die Anteile von Muster waren am Freitag noch $7 Mrd. wert.", "market_cap", "2012-10-26"),
        ("de", "Am Freitagabend war Muster $7 Mrd. wert.", "market_cap", "2012-10-26"),
        # What is no day's has no weekday.
        ("en", "Sample said on Friday that it employs $7 people.", "employees", "2012"),
        ("de", "Muster beschäftigt $7 Leute, wie es am Freitag hieß.", "employees", "2012"),
        # What happens on a day may be told of last week or month.
        ("en", "Sample agreed last week to sell its ports for $7 billion.", "deal_value", "2012-10"),
        ("en", "Sample sold its ports, including Foo and Bar, for $7 billion, last month.", "deal_value", "2012-09"),
        ("de", "Vorige Woche verkaufte Muster die Häfen für $7 Mrd.", "deal_value", "2012-10"),
        ("de", "In der vergangenen Woche nahm Muster $7 Mrd. auf.", "funding_raised", "2012-10"),
        ("en", "Sample said last week that it employs $7 people.", "employees", "2012"),
        ("en", "Sample, which reports this week, earned $7 billion in 2011.", "net_income", "2011"),
    ],
)
def test_days_and_weeks_that_are_not_dated(language: str, text: str, metric: str, label: str) -> None:
    _assert_period(label, text, "$7", language, "2012-10-29", metric, "actual")


@pytest.mark.parametrize(
    ("language", "text", "metric", "label"),
    [
        ("de", "Das Ergebnis von $7 Mio. lag auf dem Wert der Monate Januar bis März 2012.", "net_income", "2012-Q2"),
        ("en", "Sample made more than half of its total 2011 sales of $7 million there.", "revenue", "2011"),
        ("en", "Sample, which now gets $7 percent of sales there, slowed in January.", "other", "2012"),
        ("de", "Das macht mittlerweile $7 Prozent aus, 2020 sollen es 20 Prozent sein.", "other", "2012"),
    ],
)
def test_what_is_held_against_and_what_is_now(language: str, text: str, metric: str, label: str) -> None:
    title = "Muster im zweiten Quartal" if language == "de" else "Sample's second quarter"
    _assert_period(label, f"{title}\n\n{text}", "$7", language, "2012-07-29", metric, "actual")


def test_a_period_that_only_ends_is_the_one_that_was_told_of() -> None:
    text = "Sample slips to a fourth-quarter loss\n\nSample lost $7 million in the period ended December 31."
    _assert_period("2007-Q4", text, "$7", "en", "2008-03-05", "net_income", "actual")


@pytest.mark.parametrize(
    ("language", "text", "metric", "kind", "label"),
    [
        # Up to a month is from the start of its year; a stock stands at its end.
        ("de", "Der Umsatz wuchs bis September um 12 Prozent auf $7 Mio.", "revenue", "actual", "2015-9M"),
        ("en", "Sales rose 12 percent to $7 million through June.", "revenue", "actual", "2015-H1"),
        ("de", "Muster will bis Dezember $7 Mio. einsparen.", "cost_savings", "guidance", "2015-12"),
        ("de", "Die Belegschaft wuchs seit Jahresbeginn um 392 auf $7 Leute.", "employees", "actual", "2015-09-30"),
        ("de", "Der Umsatz wuchs seit Jahresbeginn auf $7 Mio.", "revenue", "actual", "2015-9M"),
        # What is planned was announced in a month.
        ("en", "Last month, Sample said it would pay $7 billion for Foo.", "deal_value", "guidance", "2015-10"),
        ("en", "Last month, Sample said it would cut $7 jobs.", "job_cuts", "guidance", None),
        # Behind a semicolon something else is told.
        ("de", "Das Ergebnis soll auf $7 Mio. fallen; 2014 waren es 9 Millionen.", "ebitda", "guidance", "2015"),
        # An order is of the year in which it is won, if the text reports no period.
        ("de", "Muster erhielt einen Auftrag über $7 Mio.", "order_intake", "actual", "2015"),
        # Counts of four digits are no years.
        ("de", "Muster plant: 2000 neue Jobs sollen entstehen, $7 Mio. Umsatz kommen.", "revenue", "guidance", "2015"),
        ("en", "Sample plans 2000 new jobs and sales of $7 million.", "revenue", "guidance", "2015"),
    ],
)
def test_up_to_a_month_and_what_is_announced(
    language: str, text: str, metric: str, kind: str, label: str | None
) -> None:
    _assert_period(label, text, "$7", language, "2015-11-20", metric, kind)


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("de", "Muster verdiente 2007 mehr. Allein im Schlussquartal kamen 5 Kunden. Es flossen $7 Mio.", "2007"),
        (
            "en",
            "Sample earned more in 2007. It won 5 clients in the fourth quarter alone. Sales were $7 million.",
            "2007",
        ),
        ("de", "Muster verdiente 2007 mehr. Im Schlussquartal kamen 5 Kunden. Es flossen $7 Mio.", "2007-Q4"),
    ],
)
def test_what_stands_alone_is_not_gone_on_with(language: str, text: str, label: str) -> None:
    _assert_period(label, f"Muster\n\n{text}", "$7", language, "2008-02-28", "revenue", "actual")


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Sales at the unit rose 4 percent to $7 million.", "2012-Q3"),
        ("At the unit, sales fell to $7 million from $9 million.", "2012-Q3"),
        ("Sales at the unit were $7 million.", "2011"),
    ],
)
def test_what_has_changed_in_the_report_of_a_quarter_is_of_no_year_before(sentence: str, label: str) -> None:
    text = f"Sample posts third-quarter profit\n\nRevenue in 2011 totaled $68 million. {sentence}"
    article = _article(text, "en", "2012-10-30")
    sentences = split(article.text, "en", article.title_end)
    context = PeriodContext.of(article, sentences)
    figure = Span(text.index("$7"), text.index("$7") + 2)
    change = "rose" in sentence or "fell" in sentence
    period, rule, _ = period_for(figure, sentences[-1], context, "revenue", "actual", change)
    assert period is not None and period.label == label, rule


def test_a_month_that_a_text_reports_is_not_a_fiscal_quarter_that_it_looks_ahead_to() -> None:
    text = (
        "Carmakers tell how they fared\n\nSales fell in September. It was the slowest September in years. Muster had "
        "its best September, as the industry heads into the final quarter of the year. Its sales rose to $5 million."
    )
    _assert_period("2013-09", text, "5", "en", "2013-10-01", "revenue", "actual")


@pytest.mark.parametrize(
    ("language", "words", "label"),
    [
        ("en", "For the second quarter in a row, sales fell to $5 million", "2013-Q1"),
        ("de", "Der Umsatz sank das zweite Quartal in Folge auf 5 Mio. Euro", "2013-Q1"),
        ("en", "In the second quarter, sales fell to $5 million", "2013-Q2"),
    ],
)
def test_quarters_that_are_only_counted(language: str, words: str, label: str) -> None:
    published = "2013-04-30" if label.endswith("Q1") else "2013-07-30"
    _assert_period(label, f"Muster\n\n{words}.", "5", language, published, "revenue", "actual")


@pytest.mark.parametrize(
    ("language", "sentence", "label"),
    [
        ("en", "It bought 7 percent of Foo.", "2012"),
        ("en", "The offering is expected to reduce its stake of 7 percent.", "2012"),
        ("de", "Muster übernimmt 7 Prozent an Foo.", "2012"),
        ("de", "Dafür sicherte sich Muster 7 Prozent von Foo.", "2012"),
        ("en", "Foo, in which it has a stake of 7 percent, grew.", "2012-Q3"),
        ("en", "It held 7 percent of Foo in the second quarter.", "2012-Q2"),
    ],
)
def test_a_stake_that_is_bought_is_of_today(language: str, sentence: str, label: str) -> None:
    head = "Sample posts third-quarter profit" if language == "en" else "Muster legt Zahlen zum dritten Quartal vor"
    _assert_period(label, f"{head}\n\n{sentence}", "7 ", language, "2012-10-30", "stake", "actual")


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("de", "Im 1. bis 4. Quartal stieg der Umsatz auf 7 Mio. Euro.", "2023"),
        ("en", "Q1-Q4 sales rose to $7 million.", "2023"),
    ],
)
def test_all_four_quarters_are_the_year(language: str, text: str, label: str) -> None:
    _assert_period(label, f"Muster\n\n{text}", "7", language, "2024-02-20", "revenue", "actual")


def test_an_assembly_line_is_no_monday() -> None:
    text = "Muster\n\nDer Börsenwert der Firma, die auf Montage spezialisiert ist, liegt bei 7 Mrd. Euro."
    _assert_period("2024-05-15", text, "7", "de", "2024-05-15", "market_cap", "actual")
    said = text.replace("liegt", "lag am Montagabend")
    _assert_period("2024-05-13", said, "7", "de", "2024-05-15", "market_cap", "actual")


@pytest.mark.parametrize("words", ["Im Berichtsjahr", "Im Geschäftsjahr", "Im gesamten Jahr"])
def test_a_report_of_a_year_that_ends_on_a_named_day_is_of_no_quarter(words: str) -> None:
    text = f"{words} sank der Gewinn um 7 Prozent. Die Bilanzsumme sank zum 31. Dezember 2021 auf 9 Mrd. Euro."
    _assert_period("2021", text, "7 Prozent", "de", None, "net_income", "actual")
