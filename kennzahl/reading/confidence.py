"""How sure the engine is of a fact: the share of facts like it that were right in articles that people have read.

A fact is described by features, most of them 0 or 1; ``catalog/confidence.yaml`` has what each weighs, learned by
``scripts/learn_confidence.py``. A feature without a weight weighs nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kennzahl.catalog import load_catalog
from kennzahl.catalog.metrics import metrics
from kennzahl.checking.intervals import interval_of, relative_change
from kennzahl.facts import Article, Fact

FAR = 10.0
"""A cost of attachment beyond this says no more."""
FAR_AWAY = 3000
"""Characters from a figure to its period; more say no more."""
CROWD = 8
"""More facts in one sentence, or figures around one, say no more."""
LONG = 400
"""Characters of a long sentence."""
COMMAS = 6
"""More commas in a sentence say no more."""
QUOTES = frozenset('"“”„«»')
SLOTS = ("value", "prior", "change_pct", "change_abs")


def rate(facts: Sequence[Fact], article: Article, figures: int) -> tuple[Fact, ...]:
    """The facts of an article with their confidence; ``figures`` are all figures of the article."""
    described = describe(facts, article, figures)
    return tuple(
        replace(fact, confidence=confidence(features)) for fact, features in zip(facts, described, strict=True)
    )


def confidence(features: dict[str, float]) -> float:
    """The confidence of a fact with these features, between 0 and 1."""
    weights = _weights()
    logit = weights["bias"] + sum([size * weights.get(name, 0.0) for name, size in features.items()])
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 3)


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in load_catalog("confidence")["weights"].items()}


def describe(facts: Sequence[Fact], article: Article, figures: int) -> list[dict[str, float]]:
    """The features of each fact of an article."""
    beside = Counter(fact.sentence.start for fact in facts)
    companies = Counter(fact.company.slug for fact in facts)
    labels = Counter(_label(fact) for fact in facts)
    alike = Counter(_key(fact) for fact in facts)
    whole = {
        "article: in English": float(article.language == "en"),
        "article: without a date": float(article.published is None),
        "article: of one company": float(len(companies) == 1),
        "article: share of its figures in facts": min(1.0, sum(len(f.figures) for f in facts) / max(figures, 1)),
    }
    return [
        whole
        | _statement(fact, article)
        | _sentence(article.text[fact.sentence.start : fact.sentence.end])
        | _origins(fact)
        | {
            "sentence: other facts": min(beside[fact.sentence.start] - 1, CROWD) / CROWD,
            "company: share of the article's facts": companies[fact.company.slug] / len(facts),
            "period: share of the article's facts": labels[_label(fact)] / len(facts),
            "states: other than facts that are alike": min(alike[_key(fact)] - 1, CROWD) / CROWD,
        }
        for fact in facts
    ]


def _statement(fact: Fact, article: Article) -> dict[str, float]:
    figure, period = fact.figure, fact.period
    metric = metrics()[fact.metric]
    filled = {slot for slot in SLOTS if getattr(fact, slot) is not None}
    return {
        "figure: cost of its metric": min(fact.cost, FAR) / FAR,
        "figure: right beside its metric": float(fact.cost < 1),
        f"figure: {figure.form}": 1.0,
        f"figure: unit by {figure.unit_how}": 1.0,
        "figure: hedged": float(figure.hedge != "="),
        "figure: range": float(figure.is_range),
        "figure: its noun": float(figure.noun is not None),
        f"states: {' and '.join(slot for slot in SLOTS if slot in filled)}": 1.0,
        f"states: growth that {_growth(fact, article.language)}": 1.0,
        "states: more than once": float(fact.repeated > 1),
        "states: in the headline": float(fact.sentence.start < article.title_end),
        "states: later in the text": min(1.0, fact.sentence.start / 5000),
        f"metric: of {metric.measure}": 1.0,
        f"metric: {fact.metric}": 1.0,
        "metric: adjusted": float(fact.adjusted),
        "segment: named": float(fact.segment is not None),
        f"kind: {fact.kind}": 1.0,
        "company: listed": float(fact.company.isin is not None),
        f"period: {period.how if period else 'none'}": 1.0,
        f"period: {period.how if period else 'none'} of a {metric.time}": 1.0,
        "period: fiscal": float(period is not None and period.fiscal),
        f"period: {_length(period.label) if period else 'none'} of a {fact.kind}": 1.0,
    }


def _sentence(text: str) -> dict[str, float]:
    return {
        "sentence: long": float(len(text) > LONG),
        "sentence: commas": min(text.count(","), COMMAS) / COMMAS,
        "sentence: quotes somebody": float(not QUOTES.isdisjoint(text)),
    }


def _origins(fact: Fact) -> dict[str, float]:
    """Which rule gave each part, and how far from the figure its period is named."""
    rules = {f"{origin.part} by rule: {origin.rule}": 1.0 for origin in fact.origins}
    named = next((origin.span for origin in fact.origins if origin.part == "period" and origin.span), None)
    if named is None:
        return rules
    distance = min(1.0, math.log1p(abs(fact.span.start - named.end)) / math.log1p(FAR_AWAY))
    inside = fact.sentence.start <= named.start < fact.sentence.end
    return rules | {"period: in the sentence": float(inside), "period: distance": distance}


def _label(fact: Fact) -> str | None:
    return fact.period.label if fact.period else None


def _key(fact: Fact) -> tuple[str | None, ...]:
    """What only one figure can be stated of, where all is read rightly."""
    return fact.company.slug, fact.segment, fact.metric, fact.kind, _label(fact)


def _growth(fact: Fact, language: str) -> str:
    value, prior, change = fact.value, fact.prior, fact.change_pct
    if value is None or prior is None or change is None or value.unit != prior.unit:
        return "cannot be told"
    implied = relative_change(interval_of(value, language), interval_of(prior, language))
    return "agrees" if implied.overlaps(interval_of(change, language)) else "disagrees"


def _length(label: str) -> str:
    part = label.partition("-")[2]
    return "day" if part.count("-") else {"Q": "quarter", "H": "half"}.get(part[:1], "part" if part else "year")
