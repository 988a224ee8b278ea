"""From readings to rows: what the dataclasses of ``kennzahl.facts`` look like as columns.

A number that its column cannot hold, or a period that ends before it starts, takes its fact out of the tables and into
``issues`` (kind ``quarantined``). Nothing is rounded but the ends of intervals, and those outward.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from kennzahl import ids
from kennzahl.catalog.reasons import issue
from kennzahl.checking.intervals import interval_of
from kennzahl.facts import Article, Fact, Issue, Quantity, Reading, Span, Verdict
from kennzahl.schema import MONEY_DECIMALS, MONEY_DIGITS

Row = dict[str, Any]

LONGEST_EVIDENCE = 2000
"""Code points of a quote or sentence that a row keeps: a "sentence" of a hostile text may be megabytes long."""

_QUANTUM = Decimal(1).scaleb(-MONEY_DECIMALS)
_LIMIT = Decimal(10) ** (MONEY_DIGITS - MONEY_DECIMALS)
_EXACT = Context(prec=MONEY_DIGITS + 8)
_NOT_MONEY = ("%", "pp", "count")


class DoesNotFit(ValueError):
    """A value that its column cannot hold exactly. ``reason`` is a key of the catalogue of reasons."""

    def __init__(self, reason: str, printed: str) -> None:
        super().__init__(f"{reason}: {printed}")
        self.reason = reason
        self.printed = printed


@dataclass(frozen=True, slots=True)
class ReadingRows:
    """The rows of one reading, without the columns that the ledger adds (``reading_id``, ``recorded_at`` ...)."""

    article: Row
    facts: list[Row]
    verdicts: list[Row]
    issues: list[Row]


def rows_of(reading: Reading) -> ReadingRows:
    """All rows of one reading; facts that do not fit their columns are among the issues."""
    article = reading.article
    unique = Numbered()
    facts: dict[int, Row] = {}
    issues = list(reading.issues)
    for index, fact in enumerate(reading.facts):
        try:
            facts[index] = _fact(article, fact, unique)
        except DoesNotFit as error:
            span = Span(fact.figure.start, fact.figure.end)
            printed = _shortened(error.printed)
            issues.append(issue(error.reason, span=span, sentence=fact.sentence, printed=printed))
    verdicts = [
        verdict_row(verdict, facts[verdict.fact]["fact_id"], unique)
        for verdict in reading.verdicts
        if verdict.fact in facts
    ]
    owner = f"{ids.article_id(article)}/{ids.text_revision(article)}"
    raised = [_issue(each, owner, unique, article) for each in issues]
    return ReadingRows(_article(reading), list(facts.values()), verdicts, raised)


class Numbered:
    """Hands out ids; a second thing of the same id gets a number into its hash."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def __call__(self, make: Callable[[int], str]) -> str:
        first = make(0)
        self._seen[first] += 1
        return first if self._seen[first] == 1 else make(self._seen[first] - 1)


def issue_rows_of_input(issues: tuple[Issue, ...], capture_id: str) -> list[Row]:
    """Rows of issues that an input has as a whole: no article came of it."""
    unique = Numbered()
    return [_issue(each, capture_id, unique) for each in issues]


def _issue(raised: Issue, owner: str, unique: Numbered, article: Article | None = None) -> Row:
    row: Row = {
        "issue_id": unique(lambda occurrence: ids.issue_id(owner, raised, occurrence)),
        "kind": raised.kind,
        "reason": raised.reason,
        "words": raised.words,
        "printed": _clipped(raised.printed),
        "span_start": raised.span.start if raised.span else None,
        "span_end": raised.span.end if raised.span else None,
    }
    if article is not None:
        row["article_id"] = ids.article_id(article)
        row["text_revision"] = ids.text_revision(article)
        if raised.sentence is not None:
            row["sentence"] = _sentence(article.text, raised.sentence, raised.span or raised.sentence)
    return row


def _article(reading: Reading) -> Row:
    article = reading.article
    return {
        "article_id": ids.article_id(article),
        "text_revision": ids.text_revision(article),
        "doc_id": article.doc_id,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "source": article.source,
        "title": article.title,
        "text": article.text,
        "text_sha256": ids.text_sha256(article.text),
        "language": article.language,
        "language_how": article.language_how,
        "published_at": _utc(article.published_at),
        "published_how": article.published_how,
        "modified_at": _utc(article.modified_at),
        "fetched_at": _utc(article.fetched_at),
        "notes": "\n".join((*article.notes, *reading.notes)) or None,
        "figure_count": reading.figures,
    }


def _fact(article: Article, fact: Fact, unique: Numbered) -> Row:
    company, period, language = fact.company, fact.period, article.language
    if period and period.first and period.last and period.first > period.last:
        raise DoesNotFit("impossible_period", f"{period.first} to {period.last}")
    unit = _unit(fact.value)
    row: Row = {
        "lineage_id": ids.lineage_id(article, fact),
        "article_id": ids.article_id(article),
        "text_revision": ids.text_revision(article),
        "company": company.name,
        "company_slug": company.slug,
        "isin": company.isin,
        "ticker": company.ticker,
        "lei": company.lei,
        "industry": company.industry,
        "country": company.country,
        "seat": company.seat,
        "segment": fact.segment,
        "metric": fact.metric,
        "adjusted": fact.adjusted,
        "kind": fact.kind,
        "basis": fact.basis,
        "period_label": period.label if period else None,
        "period_start": period.first if period else None,
        "period_end": period.last if period else None,
        "period_how": period.how if period else None,
        "unit": unit,
        "currency": _currency(fact),
        **figure("value", fact.value, language, money),
        "value_double": None if fact.value is None or fact.value.value is None else float(fact.value.value),
        **figure("prior_value", fact.prior, language, money),
        "prior_unit": _unit(fact.prior),
        **figure("change_pct", fact.change_pct, language, finite),
        **figure("change_abs", fact.change_abs, language, money),
        "change_abs_unit": fact.change_abs.unit if fact.change_abs else None,
        "approx": fact.approx,
        "confidence": fact.confidence,
        "quote": article.text[fact.span.start : min(fact.span.end, fact.span.start + LONGEST_EVIDENCE)],
        "sentence": _sentence(article.text, fact.sentence, fact.span),
        "span_start": fact.span.start,
        "span_end": fact.span.end,
        "origins": _origins(fact),
        "published_at": _utc(article.published_at),
    }
    # Last, so that a fact that does not fit takes no id from another.
    row["fact_id"] = unique(lambda occurrence: ids.fact_id(article, fact, occurrence))
    return row


def figure(name: str, quantity: Quantity | None, language: str, number: Callable[[Quantity, Decimal], Any]) -> Row:
    """The columns of one printed figure; ``number`` (``money`` or ``finite``) is what its column can hold.

    Raises:
        DoesNotFit: the column cannot hold it.
    """
    if quantity is None:
        return {}
    value = None if quantity.value is None or quantity.is_range else number(quantity, quantity.value)
    if quantity.low is not None and quantity.high is not None:
        low, high = sorted((number(quantity, quantity.low), number(quantity, quantity.high)))
    else:
        interval = interval_of(quantity, language)
        outward = _money_end if number is money else _double_end
        low, high = outward(interval.low, ROUND_FLOOR), outward(interval.high, ROUND_CEILING)
    return {
        name: value,
        f"{name}_low": low,
        f"{name}_high": high,
        f"{name}_is_range": quantity.is_range,
        f"{name}_step": finite(quantity, quantity.step),
        f"{name}_printed": _clipped(quantity.printed),
        f"{name}_hedge": quantity.hedge,
    }


def money(quantity: Quantity, number: Decimal) -> Decimal:
    """The number in four decimals, exactly. Only "a third" and its like, which print no digits, are rounded to them.

    Raises:
        DoesNotFit: more than 20 digits before the mark, or more than 4 behind it.
    """
    if not number.is_finite() or abs(number) >= _LIMIT:
        raise DoesNotFit("too_many_digits", quantity.printed)
    rounded = number.quantize(_QUANTUM, ROUND_HALF_EVEN, _EXACT)
    if rounded != number and quantity.form not in ("fraction", "multiple"):
        raise DoesNotFit("too_many_decimals", quantity.printed)
    return rounded


def finite(quantity: Quantity, number: Decimal) -> float:
    """The number as a double.

    Raises:
        DoesNotFit: it is too large for one.
    """
    double = float(number)
    if not math.isfinite(double):
        raise DoesNotFit("too_many_digits", quantity.printed)
    return double


def _money_end(end: Decimal | None, rounding: str) -> Decimal | None:
    """An end of an interval in four decimals, rounded outward; unbounded where it is too large for its column."""
    if end is None or not end.is_finite() or abs(end) >= _LIMIT - 1:
        return None
    return end.quantize(_QUANTUM, rounding, _EXACT)


def _double_end(end: Decimal | None, rounding: str) -> float | None:
    """An end of an interval as a double, one step outward where the double would cut something off."""
    if end is None:
        return None
    double = float(end)
    if not math.isfinite(double):
        return None
    if rounding == ROUND_FLOOR:
        return math.nextafter(double, -math.inf) if Decimal(double) > end else double
    return math.nextafter(double, math.inf) if Decimal(double) < end else double


def verdict_row(verdict: Verdict, fact_id: str, unique: Numbered) -> Row:
    """The row of a verdict on that fact."""
    return {
        "check_id": unique(lambda occurrence: ids.check_id(fact_id, verdict.check, occurrence)),
        "fact_id": fact_id,
        "check": verdict.check,
        "outcome": verdict.outcome,
        "words": verdict.words,
        "claimed_low": _double_end(verdict.claimed_low, ROUND_FLOOR),
        "claimed_high": _double_end(verdict.claimed_high, ROUND_CEILING),
        "implied_low": _double_end(verdict.implied_low, ROUND_FLOOR),
        "implied_high": _double_end(verdict.implied_high, ROUND_CEILING),
    }


def _unit(quantity: Quantity | None) -> str | None:
    if quantity is None:
        return None
    return "%" if quantity.unit == "pp" else quantity.unit


def _currency(fact: Fact) -> str | None:
    money_of = (fact.value, fact.prior, fact.change_abs)
    return next((each.unit for each in money_of if each is not None and each.unit not in _NOT_MONEY), None)


def _sentence(text: str, sentence: Span, inside: Span) -> str:
    """The sentence, or where it is longer than a row keeps, the part around ``inside``."""
    if sentence.end - sentence.start <= LONGEST_EVIDENCE:
        return text[sentence.start : sentence.end]
    start = max(sentence.start, min(inside.start - LONGEST_EVIDENCE // 2, sentence.end - LONGEST_EVIDENCE))
    return text[start : start + LONGEST_EVIDENCE]


def _origins(fact: Fact) -> str:
    origins = [
        {
            "part": origin.part,
            "rule": origin.rule,
            "start": origin.span.start if origin.span else None,
            "end": origin.span.end if origin.span else None,
        }
        for origin in fact.origins
    ]
    return json.dumps(origins, ensure_ascii=False, separators=(",", ":"))


def _utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _clipped(printed: str | None) -> str | None:
    return printed if printed is None else printed[:LONGEST_EVIDENCE]


def _shortened(printed: str, longest: int = 40) -> str:
    return printed if len(printed) <= longest else printed[: longest - 1] + "…"
