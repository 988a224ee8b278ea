"""Issues are raised by the id of their reason; what a person reads is written once, in ``reasons.yaml``."""

from __future__ import annotations

from typing import Any

from kennzahl.catalog import load_catalog
from kennzahl.facts import Issue, Span

LONGEST_VALUE = 200  # a hostile file name or URL must not become a page of text


def issue(
    reason: str, *, span: Span | None = None, sentence: Span | None = None, printed: str | None = None, **values: object
) -> Issue:
    """The issue of that reason, its sentence filled with ``values``.

    Raises:
        LookupError: the reason, or a value that its sentence asks for, is missing (an error of the caller).
    """
    entry: dict[str, Any] = load_catalog("reasons")[reason]
    words: str = entry["words"].format(**{key: _shown(value) for key, value in {**values, "printed": printed}.items()})
    if todo := entry.get("do"):
        words = f"{words} {todo}"
    return Issue(entry["kind"], reason, words, span, sentence, printed)


def _shown(value: object) -> object:
    if not isinstance(value, str) or (len(value) <= LONGEST_VALUE and value.isprintable()):
        return value
    printable = "".join(character if character.isprintable() else "�" for character in value[: LONGEST_VALUE + 1])
    return printable if len(printable) <= LONGEST_VALUE else printable[:LONGEST_VALUE] + "…"
