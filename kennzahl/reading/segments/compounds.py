"""Parts in the word for the metric itself: "Softwareerlöse", "Festnetzkunden", "Cloud- und Softwareerlöse"."""

from __future__ import annotations

from kennzahl.facts import Span
from kennzahl.reading.segments.phrases import Finder
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.view import Named


def _clients(named: Named, finder: Finder) -> str:
    """ "Festnetz | kunden": which customers are counted, by the first half of their name."""
    token = finder.view.tokens[named.last]
    word = finder.view.text[token.start : token.end]
    ends = (end for end in finder.words.clients if token.form.endswith(end))
    return word[: -len(next(ends, word))].rstrip("-") if named.first == named.last else ""


def in_compound(named: Named, finder: Finder) -> Part | None:
    """ "Softwareerlöse", and with its other half "Cloud- und Softwareerlöse": the part in the metric's own word."""
    view, start = finder.view, named.mention.start
    segment = named.mention.segment or _clients(named, finder)
    name = finder.words.names.get(segment.casefold(), segment)
    if not name:
        return None
    end = start + len(segment)
    before = view.forms(named.first - 2, named.first - 1)
    if len(before) > 1 and before[1] in finder.words.joins and before[0].endswith("-"):
        start = view.tokens[max(named.first - 2 - (before[0] == "-"), 0)].start
        name = view.text[start:end]
    return name, Span(start, end)
