"""Stable keys: short hashes of what makes a thing itself, so that every run and every machine names it alike."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b32encode
from functools import lru_cache

from kennzahl.facts import Article, Fact, Issue

_BITS = 100
_LONGEST_SENTENCE = 2000  # a "sentence" of a hostile text may be megabytes long, and hold ten thousand facts


def key(*parts: object) -> str:
    """20 characters of lower-case base32 (100 bits) over the parts; None and "" are different parts."""
    written = json.dumps([None if part is None else str(part) for part in parts])
    return b32encode(hashlib.sha256(written.encode("ascii")).digest()[:15]).decode("ascii")[: _BITS // 5].lower()


# Every id in an article asks for it again, and a text may be a megabyte with ten thousand figures.
@lru_cache(maxsize=4)
def text_sha256(text: str) -> str:
    """The SHA-256 of a text in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_revision(article: Article) -> str:
    """Which text of an article: the first 16 hex digits of its SHA-256."""
    return text_sha256(article.text)[:16]


def article_id(article: Article) -> str:
    """By canonical URL, else by the URL it came from, else by its text."""
    address = article.canonical_url or article.url
    return key("url", address) if address else key("text", text_sha256(article.text))


def fact_id(article: Article, fact: Fact, occurrence: int = 0) -> str:
    """By article, text revision, span of its figure, metric, segment and period.

    ``occurrence`` tells apart facts that share all of these ("BMW and Audi earned 5 billion each"), in reading order.
    """
    figure = fact.figure
    period = fact.period.label if fact.period else None
    parts = (article_id(article), text_revision(article), figure.start, figure.end, fact.metric, fact.segment, period)
    return key("fact", *parts, *([occurrence] if occurrence else []))


def lineage_id(article: Article, fact: Fact) -> str:
    """By article, normalised sentence and metric: it survives revisions of the text around the sentence."""
    start, end = fact.sentence.start, fact.sentence.end
    sentence = article.text[start : min(end, start + _LONGEST_SENTENCE)]
    return key("lineage", article_id(article), normalised(sentence), fact.metric)


def check_id(fact: str, check: str, occurrence: int = 0) -> str:
    """By fact and check."""
    return key("check", fact, check, *([occurrence] if occurrence else []))


def issue_id(owner: str, issue: Issue, occurrence: int = 0) -> str:
    """By ``owner`` (an article and text revision, or a capture), place, kind and reason."""
    place = (issue.span.start, issue.span.end) if issue.span else (None, None)
    return key("issue", owner, issue.kind, issue.reason, *place, *([occurrence] if occurrence else []))


def normalised(sentence: str) -> str:
    """A sentence without what typesetting changes: case, spaces, signs."""
    return " ".join(re.findall(r"\w+", sentence.casefold()))
