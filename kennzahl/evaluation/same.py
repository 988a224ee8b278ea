"""When two facts say the same: four levels, each asking more than the one before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

JsonFact: TypeAlias = Mapping[str, Any]
Same: TypeAlias = Callable[[JsonFact, JsonFact], bool]

ATTRIBUTES = (
    "company",
    "period",
    "kind",
    "segment",
    "adjusted",
    "approx",
    "change_pct",
    "change_abs",
    "prior_value",
    "basis",
)
# What a fact has that does not say otherwise.
DEFAULTS: Mapping[str, Any] = {
    "segment": None,
    "adjusted": False,
    "approx": "=",
    "change_pct": None,
    "change_abs": None,
    "prior_value": None,
    "basis": None,
}
VALUE_TOLERANCE = 0.001  # relative: a value is copied, not computed
CHANGE_TOLERANCE = 0.006  # "ein Drittel" is 33 or 33.3
LONGEST_EXTRA_WORDS = 3  # "Meta" is "Meta Platforms Technologies", but no word of a whole sentence

# Words that a company's name can do without.
_LEGAL = """
    ag se inc corp corporation co company plc ltd limited gmbh kgaa sa spa nv ab oyj asa group gruppe holding holdings
    konzern the und and llc kg as platforms
"""
LEGAL_WORDS = frozenset(_LEGAL.split())


def attribute(fact: JsonFact, name: str) -> Any:
    """One attribute of a fact, or what it is when the fact does not state it."""
    return fact.get(name, DEFAULTS.get(name))


def same_attribute(name: str, gold: JsonFact, predicted: JsonFact) -> bool:
    """Whether one of ``ATTRIBUTES`` is right, judged against the gold fact."""
    wanted, got = attribute(gold, name), attribute(predicted, name)
    match name:
        case "company":
            return same_company(wanted, got)
        case "period":
            return same_period(wanted, got)
        case "segment":
            return same_segment(wanted, got)
        case "change_pct" | "change_abs" | "prior_value":
            return same_number(wanted, got, CHANGE_TOLERANCE)
        case "basis" if wanted is None:
            # A comparison that is none of the known ones has no basis in the gold, and any may be given.
            return got is None or all(gold.get(part) is None for part in ("change_pct", "change_abs", "prior_value"))
    return bool(wanted == got)


def same_figure(gold: JsonFact, predicted: JsonFact) -> bool:
    """Value and unit are right; the changes, where only a change is stated."""
    if gold.get("value") is None:
        return predicted.get("value") is None and all(
            same_number(gold.get(name), predicted.get(name), CHANGE_TOLERANCE) for name in ("change_pct", "change_abs")
        )
    return same_number(gold["value"], predicted.get("value")) and gold.get("unit") == predicted.get("unit")


def same_core(gold: JsonFact, predicted: JsonFact) -> bool:
    """The figure is right, and what it measures."""
    return bool(gold["metric"] == predicted.get("metric")) and same_figure(gold, predicted)


def same_fact(gold: JsonFact, predicted: JsonFact) -> bool:
    """The core is right, and company, period and kind: a row that an analyst can use."""
    return same_core(gold, predicted) and _all_same(("company", "period", "kind"), gold, predicted)


def same_row(gold: JsonFact, predicted: JsonFact) -> bool:
    """Everything that the text says of the figure is right."""
    rest = ("segment", "adjusted", "change_pct", "change_abs", "prior_value")
    return same_fact(gold, predicted) and _all_same(rest, gold, predicted)


def _all_same(names: tuple[str, ...], gold: JsonFact, predicted: JsonFact) -> bool:
    return all(same_attribute(name, gold, predicted) for name in names)


def same_number(a: Any, b: Any, tolerance: float = VALUE_TOLERANCE) -> bool:
    """Numbers within a relative tolerance; pairs end by end; None only with None."""
    if a is None or b is None:
        return a is None and b is None
    if isinstance(a, list) or isinstance(b, list):
        if not (isinstance(a, list) and isinstance(b, list) and len(a) == len(b)):
            return False
        return all(same_number(x, y, tolerance) for x, y in zip(a, b, strict=True))
    return bool(abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-9))


def same_period(gold: str | None, predicted: str | None) -> bool:
    """2023/24-Q3 is also right as 2024-Q3; any year is right for ????-Q3; where the gold has none, nothing is asked."""
    if gold is None:
        return True
    if predicted is None:
        return False
    if gold.startswith("????"):
        return re.sub(r"^(\?{4}|\d{4})(/\d\d)?", "", predicted) == gold[4:]
    return _by_end(gold) == _by_end(predicted)


def _by_end(period: str) -> str:
    return re.sub(r"^(\d{4})/\d\d", lambda match: str(int(match[1]) + 1), period)


def same_company(a: str | None, b: str | None) -> bool:
    """One name within the other, legal forms aside, or the initials of the other."""
    short, long = sorted((_core_words(a), _core_words(b)), key=len)
    if not short:
        return not long and a == b
    if len(long) - len(short) <= LONGEST_EXTRA_WORDS and (set(short) <= set(long) or set(long) <= set(short)):
        return True
    return "".join(short) == "".join(long) or _are_initials(a, b) or _are_initials(b, a)


def same_segment(a: str | None, b: str | None) -> bool:
    """Both the whole company, or names that share a word or lie within each other."""
    if not a or not b:
        return not a and not b
    one, other = _words(a), _words(b)
    joined, other_joined = "".join(one), "".join(other)
    return bool(set(one) & set(other)) or joined in other_joined or other_joined in joined


def _are_initials(short: str | None, long: str | None) -> bool:
    letters = "".join(_words(short))
    names = (words for words in (_words(long), _core_words(long)) if len(words) > 1)
    return len(letters) > 1 and letters in {"".join(word[0] for word in words) for words in names}


@cache
def _words(name: str | None) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKD", name or "").casefold()
    return tuple(re.findall(r"\w+", "".join(char for char in folded if not unicodedata.combining(char))))


@cache
def _core_words(name: str | None) -> tuple[str, ...]:
    return tuple(word for word in _words(name) if word not in LEGAL_WORDS) or _words(name)
