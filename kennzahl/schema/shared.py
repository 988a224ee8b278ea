"""Columns that several tables carry."""

from __future__ import annotations

from kennzahl.schema.columns import Column, Type

OUTCOMES = ("inconsistent", "consistent", "uninformative")
VERDICTS = (*OUTCOMES, "unchecked", "accepted")
KINDS = ("actual", "guidance", "consensus", "other")
BASES = ("yoy", "qoq", "guidance", "consensus")
HEDGES = ("=", "~", ">", "<")
PERIOD_HOWS = ("stated", "relative", "inherited", "article", "default")
ISSUE_KINDS = ("set_aside", "unread", "quarantined", "input", "note")

ARTICLE_ID = Column("article_id", "string", "Article: hash of its canonical URL, or of its text where it has none")
DOC_ID = Column("doc_id", "string", "Name the input gave the article: the stem of a file, `doc_id` of a JSON line")
TEXT_REVISION = Column("text_revision", "string", "Which text of the article: first 16 hex digits of its SHA-256")
READING_ID = Column("reading_id", "string", "The attempt at reading that this row comes from")
FACT_ID = Column("fact_id", "string", "Fact: article, text revision, span of its figure, metric, segment and period")
CAPTURE_ID = Column("capture_id", "string", "The WARC record that the input lies in")
PUBLISHED_AT = Column("published_at", "timestamp", "When the article was published (UTC); null where nobody says")
RECORDED_AT = Column("recorded_at", "timestamp", "When Kennzahl wrote the row to the ledger (UTC)", nullable=False)
ENGINE_VERSION = Column("engine_version", "string", "Version of the engine that read the article")
URL = Column("url", "string", "Address of the article as it was fetched or given")
SOURCE = Column("source", "string", "Where the article came from: name of the feed, site or folder")
LANGUAGE = Column("language", "string", "Language of the text, ISO 639-1")
CLUSTER_ID = Column(
    "cluster_id", "string", "Copies of the same story share it: its earliest article's id", nullable=False
)
PUBLICATION_ID = Column("publication_id", "string", "The publication that wrote this table", nullable=False)


def figure(name: str, what: str, type_: Type, *, unit: str) -> tuple[Column, ...]:
    """A printed figure: the number, its interval, and how it was printed. Money is decimal, percentages are doubles."""
    return (
        Column(name, type_, f"{what}, {unit}; null for a range"),
        Column(f"{name}_low", type_, f"Lower end of what the printed figure may stand for, {unit}; null is unbounded"),
        Column(f"{name}_high", type_, f"Upper end of what the printed figure may stand for, {unit}; null is unbounded"),
        Column(f"{name}_is_range", "bool", "Whether the text prints a range: low and high are then its printed ends"),
        Column(f"{name}_step", "double", f"Worth of the last printed digit, {unit}: the printed precision"),
        Column(f"{name}_printed", "string", "The figure to the letter"),
        Column(f"{name}_hedge", "string", "Words such as about, more than, up to: `=` `~` `>` `<`", allowed=HEDGES),
    )


_VALUE_UNIT = "in base units of `unit`"

COMPANY = (
    Column("company", "string", "Company by the name a reader would use", nullable=False),
    Column("company_slug", "string", "Key of the company", nullable=False),
    Column("isin", "string", "ISIN of the share, where the company is listed"),
    Column("ticker", "string", "Ticker symbol, where the company is listed"),
    Column("industry", "string", "Industry, where it is known"),
    Column("country", "string", "Country of the seat, where it is known"),
)

STATEMENT = (
    Column("segment", "string", "Part of the company as written; null is the whole company"),
    Column("metric", "string", "Key of the metric", nullable=False),
    Column("adjusted", "bool", "Whether the text calls it adjusted, underlying, excluding items", nullable=False),
    Column("kind", "string", "Reported, outlook of the company, expectation of analysts, or other", False, KINDS),
    Column("basis", "string", "What the change and the prior value compare with", allowed=BASES),
    Column("period_label", "string", "Period as the contract writes it: 2024-Q3, 2023/24, ????-Q3"),
    Column("period_start", "date", "First day of the period; null where the year is not known"),
    Column("period_end", "date", "Last day of the period; null where the year is not known"),
    Column("period_how", "string", "Where the period was read", allowed=PERIOD_HOWS),
    Column("unit", "string", "Of the value: ISO 4217 code, `%` or `count`; null without value"),
    Column("currency", "string", "ISO 4217 code of the fact's money; null where there is none"),
    *figure("value", "The figure", "decimal", unit=_VALUE_UNIT),
    Column("value_double", "double", f"The same value for tools that cannot take decimals, {_VALUE_UNIT}"),
    *figure("prior_value", "The stated comparison value", "decimal", unit="in base units of `prior_unit`"),
    Column("prior_unit", "string", "Of the prior value: ISO 4217 code, `%` or `count`"),
    *figure("change_pct", "The stated relative change", "double", unit="in percent"),
    *figure("change_abs", "The stated absolute change", "decimal", unit="in base units of `change_abs_unit`"),
    Column("change_abs_unit", "string", "Of the absolute change: ISO 4217 code, `pp` (points) or `count`"),
    Column("approx", "string", "Hedge of the value, or of the change where there is no value", False, HEDGES),
    Column("confidence", "double", "How sure the engine is, 0 to 1", nullable=False),
    Column("quote", "string", "The shortest piece of the text that states it, to the letter", nullable=False),
    Column("sentence", "string", "The sentence around the quote", nullable=False),
    Column("span_start", "int32", "Where the quote starts in the text, in code points", nullable=False),
    Column("span_end", "int32", "Where the quote ends in the text, in code points", nullable=False),
    Column("origins", "string", "Where each part was read, as JSON: part, rule, start, end", nullable=False),
)

INTERVALS = (
    Column("claimed_low", "double", "Lower end of what the text claims; null is unbounded"),
    Column("claimed_high", "double", "Upper end of what the text claims; null is unbounded"),
    Column("implied_low", "double", "Lower end of what the other figures imply; null is unbounded"),
    Column("implied_high", "double", "Upper end of what the other figures imply; null is unbounded"),
)

VERDICT = (
    Column("check", "string", "Name of the check", nullable=False),
    Column("outcome", "string", "What the check says", False, OUTCOMES),
    Column("words", "string", "The arithmetic in words", nullable=False),
    *INTERVALS,
)
"""What a check says, and its arithmetic: in the ledger and in the mart."""

ISSUE = (
    Column("kind", "string", "What became of it", False, ISSUE_KINDS),
    Column("reason", "string", "Stable key of the reason", nullable=False),
    Column("words", "string", "The reason for a person", nullable=False),
    Column("printed", "string", "The figure to the letter"),
    Column("sentence", "string", "The sentence around the figure"),
    Column("span_start", "int32", "Where the figure starts in the text, in code points"),
    Column("span_end", "int32", "Where the figure ends in the text, in code points"),
)
"""What became of a figure or input that is no fact: in the ledger and in the mart."""
