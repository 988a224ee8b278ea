"""The ledger: append-only and bitemporal.

A row of ``articles`` (or, for an input, ``captures``) commits a reading; rows of ``facts``, ``verdicts`` and ``issues``
without it do not exist.
"""

from __future__ import annotations

from kennzahl.schema import shared
from kennzahl.schema.columns import Column, Table

_READING = shared.READING_ID.required

CAPTURES = Table(
    "ledger",
    "captures",
    "One finished attempt at one input: all its articles are committed",
    (
        _READING,
        shared.CAPTURE_ID.required,
        Column("target", "string", "Address or urn of the input", nullable=False),
        Column("name", "string", "Name of the dropped file, or last part of the address"),
        Column("digest", "string", "SHA-256 of the input's bytes, hex"),
        Column("file", "string", "WARC file with the record, below the captures folder"),
        Column("fetched_at", "timestamp", "When the input was fetched or dropped (UTC)"),
        Column("article_count", "int32", "Articles found in the input", nullable=False),
        Column("issue_count", "int32", "Issues of the input as a whole", nullable=False),
        shared.ENGINE_VERSION.required,
        Column("run_id", "string", "The run that read it", nullable=False),
        shared.RECORDED_AT,
    ),
    ("reading_id",),
)

ARTICLES = Table(
    "ledger",
    "articles",
    "One committed reading of one text of one article",
    (
        _READING,
        shared.ARTICLE_ID.required,
        shared.TEXT_REVISION.required,
        shared.CAPTURE_ID.required,
        shared.DOC_ID.required,
        shared.URL,
        Column("canonical_url", "string", "Address that the page calls its own"),
        shared.SOURCE,
        Column("title", "string", "Headline"),
        Column("text", "string", "Headline, blank line, body: what all offsets count in", nullable=False),
        Column("text_sha256", "string", "SHA-256 of the text, hex", nullable=False),
        Column("minhash", "binary", "MinHash of the text, for finding copies of the same story", nullable=False),
        shared.LANGUAGE.required,
        Column("language_how", "string", "How the language was known", nullable=False),
        shared.PUBLISHED_AT,
        Column("published_how", "string", "How the time of publication was known"),
        Column("modified_at", "timestamp", "When the article was last changed (UTC)"),
        Column("fetched_at", "timestamp", "When it was fetched or dropped (UTC)"),
        Column("notes", "string", "What was repaired while reading, one per line"),
        Column("figure_count", "int32", "Figures found in the text", nullable=False),
        Column("fact_count", "int32", "Rows in facts", nullable=False),
        Column("verdict_count", "int32", "Rows in verdicts", nullable=False),
        Column("issue_count", "int32", "Rows in issues", nullable=False),
        shared.ENGINE_VERSION.required,
        Column("run_id", "string", "The run that read it", nullable=False),
        shared.RECORDED_AT,
    ),
    ("reading_id",),
)

FACTS = Table(
    "ledger",
    "facts",
    "One fact of one reading",
    (
        _READING,
        shared.FACT_ID.required,
        Column("lineage_id", "string", "The same statement through all revisions of the text", nullable=False),
        shared.ARTICLE_ID.required,
        shared.TEXT_REVISION.required,
        *shared.COMPANY,
        Column("lei", "string", "Legal entity identifier, where it is known"),
        Column("seat", "string", "City of the seat, where it is known"),
        *shared.STATEMENT,
        shared.PUBLISHED_AT,
        shared.RECORDED_AT,
    ),
    ("reading_id", "fact_id"),
)

VERDICTS = Table(
    "ledger",
    "verdicts",
    "What one check within the article says of one fact",
    (
        _READING,
        Column("check_id", "string", "Verdict: fact and check", nullable=False),
        shared.FACT_ID.required,
        *shared.VERDICT,
        shared.RECORDED_AT,
    ),
    ("reading_id", "check_id"),
)

ISSUES = Table(
    "ledger",
    "issues",
    "One figure or input that did not become a fact",
    (
        _READING,
        Column("issue_id", "string", "Issue: article or input, place and reason", nullable=False),
        shared.CAPTURE_ID.required,
        shared.ARTICLE_ID,
        shared.TEXT_REVISION,
        *shared.ISSUE,
        shared.RECORDED_AT,
    ),
    ("reading_id", "issue_id"),
)

CLUSTERS = Table(
    "ledger",
    "clusters",
    "The story that an article tells, as a publication found it; a row where it is another than before",
    (
        shared.ARTICLE_ID.required,
        shared.TEXT_REVISION.required,
        shared.CLUSTER_ID,
        shared.PUBLICATION_ID,
        shared.RECORDED_AT,
    ),
    ("article_id", "publication_id"),
)

RUNS = Table(
    "ledger",
    "runs",
    "One run, also one that found nothing new",
    (
        Column("run_id", "string", "The run", nullable=False),
        Column("flow", "string", "Name of the flow", nullable=False),
        Column("outcome", "string", "How it ended", False, ("published", "unchanged", "blocked", "failed")),
        Column("words", "string", "How it ended, for a person"),
        Column("capture_count", "int32", "Inputs read", nullable=False),
        Column("article_count", "int32", "Articles read", nullable=False),
        Column("fact_count", "int32", "Facts found", nullable=False),
        Column("issue_count", "int32", "Issues found", nullable=False),
        shared.ENGINE_VERSION.required,
        Column("publication_id", "string", "The publication it made; null where it made none"),
        Column("started_at", "timestamp", "When it started (UTC)", nullable=False),
        shared.RECORDED_AT,
    ),
    ("run_id",),
)

TABLES = (CAPTURES, ARTICLES, FACTS, VERDICTS, ISSUES, CLUSTERS, RUNS)
