"""The legal forms of companies ("Inc", "AG"), compiled once: the same in all languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kennzahl.catalog import load_catalog


@dataclass(frozen=True, slots=True)
class LegalForms:
    """``pattern`` finds a legal form; ``maybe`` are those that are ordinary words, as printed."""

    pattern: re.Pattern[str]
    sure: frozenset[str]
    apart: frozenset[str]
    maybe: frozenset[str]
    short: frozenset[str]
    """Those of ``maybe`` that are no part of the name a reader would use."""
    groups: frozenset[str]
    connectors: frozenset[str]
    """Little words that may stand inside a name, in lower case."""
    joiners: frozenset[str]
    """Those of them that may also part two names."""
    rests: frozenset[str]
    """Those that stand between two names of a list, as printed and without their last full stop: no part of a name."""
    abbreviated: frozenset[str]
    """Words of names behind which a full stop goes on with the name."""
    words: frozenset[str]
    """All single words of legal forms, in lower case: what a reader leaves out of a name."""


@cache
def legal_forms() -> LegalForms:
    data = load_catalog("legal_forms")
    sure, maybe = list(data["sure"]), list(data["maybe"])
    upper = [form.upper() for form in sure + maybe if form.upper() != form]
    forms = sorted({*sure, *maybe, *upper}, key=lambda form: (-len(form), form))
    bodies = [re.escape(form[1:]).replace(r"\.", r"\.?").replace(r"\ ", r"\s") for form in forms]
    by_first: dict[str, list[str]] = {}
    for form, body in zip(forms, bodies, strict=True):
        by_first.setdefault(form[0], []).append(body)
    # Literal first letters let a search skip to them.
    choices = [rf"{letter}(?<![\w.]{letter})(?:{'|'.join(found)})" for letter, found in by_first.items()]
    words = {re.sub(r"\W", "", word).casefold() for form in sure for word in form.split()} - {""}
    return LegalForms(
        re.compile(rf"(?:{'|'.join(choices)})(?!\w)"),
        frozenset(form.replace(".", "").casefold() for form in sure),
        frozenset(data["apart"]),
        frozenset(maybe),
        frozenset(data["short"]),
        frozenset(data["groups"]),
        frozenset(data["connectors"]),
        frozenset(data["joiners"]),
        frozenset(form.removesuffix(".") for form in (*sure, *data["short"], *data["groups"])),
        frozenset(data["abbreviated"]),
        frozenset(words),
    )
