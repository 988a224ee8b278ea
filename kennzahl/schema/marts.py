"""The curated tables: a star of facts and dimensions that BI tools open as it is."""

from __future__ import annotations

from dataclasses import replace

from kennzahl.schema import shared
from kennzahl.schema.columns import Column, Table

_ARTICLE = replace(shared.ARTICLE_ID, references="articles.article_id")
_CLUSTER = (
    shared.CLUSTER_ID,
    Column("is_canonical", "bool", "Whether the article is the earliest of its cluster", nullable=False),
)
_DIMENSION_OF = {"company_slug": "companies.company_slug", "metric": "metrics.metric"}
_COMPANY_AND_STATEMENT = tuple(
    replace(column, references=_DIMENSION_OF.get(column.name)) for column in (*shared.COMPANY, *shared.STATEMENT)
)
_AFTER_METRIC = next(i for i, column in enumerate(_COMPANY_AND_STATEMENT) if column.name == "metric") + 1

KPI_FACTS = Table(
    "curated",
    "kpi_facts",
    "One statement of one figure in one article, latest reading",
    (
        shared.FACT_ID.required,
        Column("lineage_id", "string", "The same statement through all revisions of the text", nullable=False),
        _ARTICLE.required,
        shared.DOC_ID.required,
        shared.TEXT_REVISION.required,
        shared.READING_ID.required,
        *_COMPANY_AND_STATEMENT[:_AFTER_METRIC],
        Column("metric_de", "string", "Metric in German", nullable=False),
        Column("metric_en", "string", "Metric in English", nullable=False),
        *_COMPANY_AND_STATEMENT[_AFTER_METRIC:],
        Column(
            "verdict", "string", "What all checks say; accepted is inconsistent, by decision", False, shared.VERDICTS
        ),
        Column("verdict_words", "string", "The arithmetic of that verdict in words"),
        Column("correction", "string", "What people corrected or accepted, why, who and when; null where nothing"),
        *_CLUSTER,
        shared.LANGUAGE.required,
        shared.URL,
        shared.SOURCE,
        shared.PUBLISHED_AT,
        shared.RECORDED_AT,
        shared.ENGINE_VERSION.required,
        shared.PUBLICATION_ID,
    ),
    ("fact_id",),
)

KPI_SERIES = Table(
    "curated",
    "kpi_series",
    "One company, segment, metric, adjusted or not, period and kind: its best figure",
    (
        Column("series_id", "string", "Key of the row", nullable=False),
        Column("company_slug", "string", "Key of the company", False, references="companies.company_slug"),
        Column("company", "string", "Company by the name a reader would use", nullable=False),
        Column("segment", "string", "Part of the company as written; null is the whole company"),
        Column("metric", "string", "Key of the metric", False, references="metrics.metric"),
        Column("metric_de", "string", "Metric in German", nullable=False),
        Column("metric_en", "string", "Metric in English", nullable=False),
        Column("adjusted", "bool", "Whether it is adjusted, underlying, excluding items", nullable=False),
        Column("kind", "string", "Reported, outlook, expectation of analysts, or other", False, shared.KINDS),
        Column("period_start", "date", "First day of the period", nullable=False),
        Column("period_end", "date", "Last day of the period", nullable=False),
        Column("period_label", "string", "Period as the best fact writes it", nullable=False),
        Column("unit", "string", "Of the value: ISO 4217 code, `%` or `count`"),
        Column("value", "decimal", "Best figure in base units of `unit`; null for a range and where none is stated"),
        Column("value_double", "double", "The same value for tools that cannot take decimals"),
        Column("value_low", "decimal", "Lower end of the best figure's interval; null is unbounded"),
        Column("value_high", "decimal", "Upper end of the best figure's interval; null is unbounded"),
        Column("fact_id", "string", "The fact that the best figure is from", False, references="kpi_facts.fact_id"),
        Column("verdict", "string", "What all checks together say of the best figure", False, shared.VERDICTS),
        Column("fact_count", "int32", "Facts that state it", nullable=False),
        Column("source_count", "int32", "Independent sources that state it: clusters, not copies", nullable=False),
        Column("is_conflict", "bool", "Whether two independent sources exclude each other (reported figures only)"),
        Column("growth_stated_pct", "double", "Change on the year before as an article states it, in percent"),
        Column("growth_computed_pct", "double", "Change on the same period a year before in this table, in percent"),
        Column("first_published_at", "timestamp", "When the first of its articles was published (UTC)"),
        Column("last_published_at", "timestamp", "When the last of its articles was published (UTC)"),
        shared.PUBLICATION_ID,
    ),
    ("series_id",),
)

KPI_CHECKS = Table(
    "curated",
    "kpi_checks",
    "One verdict of one check on one fact, with its arithmetic",
    (
        Column("check_id", "string", "Verdict: fact and check", nullable=False),
        Column("fact_id", "string", "The fact", False, references="kpi_facts.fact_id"),
        *shared.VERDICT,
        shared.PUBLICATION_ID,
    ),
    ("check_id",),
)

ISSUES = Table(
    "curated",
    "issues",
    "One figure or input that was set aside, unread or quarantined",
    (
        Column("issue_id", "string", "Issue: article or input, place and reason", nullable=False),
        *shared.ISSUE,
        _ARTICLE,
        replace(shared.DOC_ID, description="Name of the article, or of the input where it gave none"),
        shared.CAPTURE_ID.required,
        shared.URL,
        shared.SOURCE,
        shared.PUBLISHED_AT,
        shared.RECORDED_AT,
        shared.PUBLICATION_ID,
    ),
    ("issue_id",),
)

ARTICLES = Table(
    "curated",
    "articles",
    "One article, its latest text",
    (
        shared.ARTICLE_ID.required,
        shared.DOC_ID.required,
        shared.TEXT_REVISION.required,
        shared.READING_ID.required,
        shared.CAPTURE_ID.required,
        Column("title", "string", "Headline"),
        shared.URL,
        Column("canonical_url", "string", "Address that the page calls its own"),
        shared.SOURCE,
        shared.LANGUAGE.required,
        Column("language_how", "string", "How the language was known", nullable=False),
        shared.PUBLISHED_AT,
        Column("published_how", "string", "How the time of publication was known"),
        Column("modified_at", "timestamp", "When the article was last changed (UTC)"),
        Column("fetched_at", "timestamp", "When it was fetched or dropped (UTC)"),
        Column("text_length", "int32", "Length of the text in code points", nullable=False),
        Column("text_sha256", "string", "SHA-256 of the text, hex", nullable=False),
        Column("notes", "string", "What was repaired while reading, one per line"),
        *_CLUSTER,
        Column("cluster_size", "int32", "Articles in the cluster", nullable=False),
        Column("figure_count", "int32", "Figures found in the text", nullable=False),
        Column("fact_count", "int32", "Facts found in the text", nullable=False),
        Column("set_aside_count", "int32", "Figures set aside with a reason", nullable=False),
        Column("unread_count", "int32", "Figures that nobody could place", nullable=False),
        Column("unread_share", "double", "Unread among all figures, 0 to 1; null without figures"),
        shared.RECORDED_AT,
        shared.ENGINE_VERSION.required,
        shared.PUBLICATION_ID,
    ),
    ("article_id",),
)

COMPANIES = Table(
    "curated",
    "companies",
    "One company that the news named with a figure",
    (
        Column("company_slug", "string", "Key of the company", nullable=False),
        Column("company", "string", "Company by the name a reader would use", nullable=False),
        Column("isin", "string", "ISIN of the share, where the company is listed"),
        Column("ticker", "string", "Ticker symbol, where the company is listed"),
        Column("lei", "string", "Legal entity identifier, where it is known"),
        Column("industry", "string", "Industry, where it is known"),
        Column("country", "string", "Country of the seat, where it is known"),
        Column("seat", "string", "City of the seat, where it is known"),
        Column("fact_count", "int32", "Facts about it", nullable=False),
        Column("article_count", "int32", "Articles with facts about it", nullable=False),
        Column("first_published_at", "timestamp", "When the first of them was published (UTC)"),
        Column("last_published_at", "timestamp", "When the last of them was published (UTC)"),
        shared.PUBLICATION_ID,
    ),
    ("company_slug",),
)

METRICS = Table(
    "curated",
    "metrics",
    "One metric of the catalogue",
    (
        Column("metric", "string", "Key of the metric", nullable=False),
        Column("metric_de", "string", "Name in German", nullable=False),
        Column("metric_en", "string", "Name in English", nullable=False),
        Column("measure", "string", "What it counts in", False, ("money", "per_share", "ratio", "count", "any")),
        Column("time", "string", "Over a period, or on a day", False, ("flow", "stock")),
        Column("sign", "string", "Signed (a loss is negative) or always positive", False, ("signed", "positive")),
        Column("xbrl", "string", "US-GAAP concepts that state the same, best first, separated by spaces"),
        shared.PUBLICATION_ID,
    ),
    ("metric",),
)

CALENDAR = Table(
    "curated",
    "calendar",
    "One day, from the first to the last day that any table names",
    (
        Column("date", "date", "The day", nullable=False),
        Column("year", "int32", "Calendar year", nullable=False),
        Column("quarter", "int32", "Quarter, 1 to 4", nullable=False),
        Column("month", "int32", "Month, 1 to 12", nullable=False),
        Column("day", "int32", "Day of the month", nullable=False),
        Column("iso_year", "int32", "Year that the ISO week belongs to", nullable=False),
        Column("iso_week", "int32", "ISO week, 1 to 53", nullable=False),
        Column("weekday", "int32", "ISO day of the week, 1 is Monday", nullable=False),
        Column("year_quarter", "string", "Like 2024-Q3", nullable=False),
        Column("year_month", "string", "Like 2024-03", nullable=False),
        Column("month_de", "string", "Month in German", nullable=False),
        Column("month_en", "string", "Month in English", nullable=False),
        Column("weekday_de", "string", "Day of the week in German", nullable=False),
        Column("weekday_en", "string", "Day of the week in English", nullable=False),
        shared.PUBLICATION_ID,
    ),
    ("date",),
)

TABLES = (KPI_FACTS, KPI_SERIES, KPI_CHECKS, ISSUES, ARTICLES, COMPANIES, METRICS, CALENDAR)
