"""JSON and JSON lines: one article an object, its fields checked by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kennzahl.articles.draft import Draft
from kennzahl.articles.given import Given
from kennzahl.articles.limits import MAX_JSON_CHARS, MAX_RECORDS, in_words
from kennzahl.articles.text import normalise
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue

FIELDS: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "title": (str, type(None)),
    "doc_id": (str, int, type(None)),
    "published": (str, int, float, type(None)),
    "modified": (str, int, float, type(None)),
    "url": (str, type(None)),
    "source": (str, type(None)),
    "lang": (str, type(None)),
    "language": (str, type(None)),
}
KINDS = {str: "a string", dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}
MAX_DOC_ID = 500


def read_json(text: str, name: str, stem: str, given: Given) -> Iterator[Draft | Issue]:
    """One object or a list of them; a file of JSON lines under a wrong name is read as that."""
    if len(text) > MAX_JSON_CHARS:
        yield issue("too_large", name=name, limit=in_words(MAX_JSON_CHARS))
        return
    document = _parse(text, name)
    if isinstance(document, Issue):
        first = text.lstrip().partition("\n")[0]
        if first.rstrip().endswith("}") and not isinstance(_parse(first, name), Issue):
            yield from read_jsonl(text, name, stem, given)
        else:
            yield document
        return
    records = document if isinstance(document, list) else [document]
    if not records:
        yield issue("json_shape", name=name, error="the list is empty")
    for number, record in enumerate(records[:MAX_RECORDS], start=1):
        several = len(records) > 1
        yield _draft(
            record, f"{name}, article {number}" if several else name, f"{stem}#{number}" if several else stem, given
        )
    if len(records) > MAX_RECORDS:
        yield issue("too_many_records", name=name, limit=MAX_RECORDS)


def read_jsonl(text: str, name: str, stem: str, given: Given) -> Iterator[Draft | Issue]:
    """One object a line; empty lines are skipped, a broken one does not stop the others."""
    read = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if read == MAX_RECORDS:
            yield issue("too_many_records", name=name, limit=MAX_RECORDS)
            return
        read += 1
        where = f"{name}, line {number}"
        if len(line) > MAX_JSON_CHARS:
            yield issue("too_large", name=where, limit=in_words(MAX_JSON_CHARS))
            continue
        record = _parse(line, where)
        yield record if isinstance(record, Issue) else _draft(record, where, f"{stem}#{number}", given)


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        return issue("broken_json", name=name, error="it is nested too deeply")
    except json.JSONDecodeError as error:
        return issue("broken_json", name=name, error=f"{error.msg} at line {error.lineno}, column {error.colno}")
    except ValueError:
        return issue("broken_json", name=name, error="it holds a number of thousands of digits")


def _draft(record: Any, name: str, stem: str, given: Given) -> Draft | Issue:
    if not isinstance(record, dict):
        return issue("json_shape", name=name, error=f"an article must be an object, not {_kind(record)}")
    if "text" not in record:
        return issue("json_shape", name=name, error="the field 'text' is missing")
    for key, kinds in FIELDS.items():
        value = record.get(key)
        if key in record and (not isinstance(value, kinds) or isinstance(value, bool)):
            expected = " or ".join(KINDS[kind] for kind in kinds if kind in KINDS and kind is not int)
            return issue("json_shape", name=name, error=f"the field {key!r} must be {expected}, not {_kind(value)}")
    if not record["text"].strip() and not (record.get("title") or "").strip():
        return issue("no_text", name=name)
    doc_id = str(record.get("doc_id") or "") or given.doc_id or stem
    return Draft(
        name,
        normalise(doc_id).text[:MAX_DOC_ID] or stem,
        record["text"],
        record.get("title"),
        published=[("given", record.get("published")), ("given", given.published_at)],
        modified=[("given", record.get("modified"))],
        url=record.get("url") or None,
        stated_language=record.get("lang") or record.get("language"),
        source=record.get("source") or None,
    )


def _kind(value: object) -> str:
    return "nothing" if value is None else KINDS.get(type(value), "something else")
