"""Files of facts: one JSON object a line, ``{"doc_id": str, "facts": [...]}``, other keys passed over."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kennzahl.evaluation.same import DEFAULTS, JsonFact

MAX_TEXT = 200  # characters of a name, period or unit
ALLOWED: Mapping[str, frozenset[str | None]] = {
    "kind": frozenset({"actual", "guidance", "consensus", "other"}),
    "approx": frozenset({"=", "~", ">", "<", None}),
    "basis": frozenset({"yoy", "qoq", "guidance", "consensus", None}),
}


class Malformed(ValueError):
    """A file of facts that breaks the contract; the message names file, line, field and what is wrong."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document's facts, and where its text is: in the line itself or in a file of its own."""

    doc_id: str
    facts: tuple[JsonFact, ...]
    title: str | None = None
    text: str | None = None
    text_file: str | None = None
    published: str | None = None
    language: str | None = None


def read_documents(lines: Iterable[str], name: str) -> Iterator[Document]:
    """The documents of one file, in its order.

    Args:
        lines: the file's lines; empty ones are passed over.
        name: what to call the file in messages.

    Raises:
        Malformed: a line is no such object, a fact breaks the contract, or a document comes twice.
    """
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        document = _document(line, where)
        if document.doc_id in seen:
            raise Malformed(f"{where}: doc_id {document.doc_id!r} comes twice")
        seen.add(document.doc_id)
        yield document


def _document(line: str, where: str) -> Document:
    try:
        loaded = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"{where}: no JSON ({error})") from None
    if not isinstance(loaded, dict) or not isinstance(loaded.get("doc_id"), str):
        raise Malformed(f"{where}: expected an object with doc_id and facts")
    facts = loaded.get("facts")
    if not isinstance(facts, list):
        raise Malformed(f"{where}: {loaded['doc_id']}: facts is {_short(facts)}, not a list")
    for fact in facts:
        if why := fault(fact):
            raise Malformed(f"{where}: {loaded['doc_id']}: {why}")
    parts = {part: loaded.get(part) for part in ("title", "text", "text_file", "published")}
    for part, text in parts.items():
        if not (text is None or isinstance(text, str)):
            raise Malformed(f"{where}: {loaded['doc_id']}: {part} is {_short(text)}, not a string or null")
    language = loaded.get("lang")
    return Document(loaded["doc_id"], tuple(facts), **parts, language=language if isinstance(language, str) else None)


def fault(fact: object) -> str | None:
    """Why this is no fact by the contract, or None.

    >>> fault({"metric": "revenue", "value": "viel"})
    "value is 'viel', not a number, a pair of numbers or null"
    """
    if not isinstance(fact, Mapping):
        return f"a fact is {_short(fact)}, not an object"
    for name in ("value", "change_pct", "prior_value"):
        value = fact.get(name)
        is_pair = isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))
        if not (value is None or _is_number(value) or is_pair):
            return f"{name} is {_short(value)}, not a number, a pair of numbers or null"
    if not (fact.get("change_abs") is None or _is_number(fact["change_abs"])):
        return f"change_abs is {_short(fact['change_abs'])}, not a number or null"
    if not isinstance(fact.get("metric"), str):
        return "metric is missing"
    for name in ("company", "segment", "period", "unit"):
        value = fact.get(name)
        if not (value is None or (isinstance(value, str) and len(value) <= MAX_TEXT)):
            return f"{name} is {_short(value)}, not a short string or null"
    for name, allowed in ALLOWED.items():
        value = fact.get(name, DEFAULTS.get(name))
        if not (value is None or isinstance(value, str)) or value not in allowed:
            return f"{name} is {_short(value)}, not one of {', '.join(sorted(filter(None, allowed)))}"
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _short(value: object) -> str:
    return repr(value)[:60]
