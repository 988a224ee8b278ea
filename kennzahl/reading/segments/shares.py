"""Parts by their share of a whole: "paint makes up | 6 percent of sales", "earns 75 percent of profit from Asia"."""

from __future__ import annotations

from collections.abc import Collection

from kennzahl.facts import Span
from kennzahl.reading.segments.phrases import Finder
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.tokens import printed_end
from kennzahl.reading.view import Figure

VERB = 5  # words from a verb of sharing to its figure
SOURCE = 8  # words from a figure to what its share comes from
LONGEST = 6  # words of a part
SHORT = 3  # letters of the first half of a compound, at least
QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "'"})
PART_ENDS = frozenset({",", ";", ":", "(", ")", ".", "–", '"'})


def share_of(finder: Finder, figure: Figure) -> Part | None:
    """The part whose share of a whole a figure is."""
    first, last = figure.first, figure.last
    return _where(finder, first) or _source(finder, last) or _subject(finder, first) or _portion(finder, first)


def _subject(finder: Finder, figure: int) -> Part | None:
    """ "Paint, which | accounts for 6 percent", "Farben | steuerten 48 Prozent bei"."""
    verb = next((cue for cue in reversed(finder.shares) if 0 < figure - cue.last <= VERB), None)
    if verb is None or any(finder.view.tokens[i].form in PART_ENDS for i in range(verb.last + 1, figure)):
        return None
    tokens, last = finder.view.tokens, verb.first - 1
    while last >= 0 and (tokens[last].form in finder.words.links or tokens[last].form == ","):
        last -= 1  # "paint, which | now"
    if last > 1 and tokens[last].form == ")":
        last = next((i - 1 for i in range(last, 0, -1) if tokens[i].form == "("), last)  # "consumer electronics (CE)"
    if last > 1 and tokens[last].form in QUOTES:
        last -= 1  # 'the "Cornflower" brand'
    while last > 0 and last in finder.metrics and tokens[last].form in finder.words.wholes:
        last -= 1  # "international | revenue, which accounts for"
    first = last + 1
    while first > 0 and last - first + 1 < LONGEST and _names(finder, first - 1):
        first -= 1
    return _part(finder, first, last)


def _where(finder: Finder, figure: int) -> Part | None:
    """ "Peru, where it gets | 5 percent of its sales", "Asia, a market where it still makes": what a relative
    clause of a place is about."""
    tokens, view = finder.view.tokens, finder.view
    place = next((i for i in range(figure - 1, max(figure - 2 * VERB, 0), -1) if view.has("where", i, i + 1)), None)
    if place is None:
        return None
    comma = next((i for i in range(place - 1, max(place - VERB, 0), -1) if tokens[i].form == ","), None)
    last = first = (comma if comma is not None else place) - 1
    while first > 0 and last - first < LONGEST and _names(finder, first - 1) and finder.is_capital(first - 1):
        first -= 1
    return _part(finder, first, last) if last >= 0 and _names(finder, last) and finder.is_capital(last) else None


def _portion(finder: Finder, figure: int) -> Part | None:
    """ "Der Anteil von | Farben | am Umsatz stieg auf 19 Prozent"."""
    tokens, words = finder.view.tokens, finder.words
    for index in range(figure - 1, max(figure - 3 * VERB, -1), -1):
        if (compound := _compound(finder, index)) is not None:
            return compound
        if tokens[index].form in words.portions:
            first = index + 1
            while first < figure and tokens[first].form in words.determiners | words.objects:
                first += 1
            last = first - 1
            while last + 1 < figure and last + 1 - first < LONGEST and _names(finder, last + 1, finder.metrics):
                last += 1
            return _part(finder, first, last)
    return None


def _compound(finder: Finder, index: int) -> Part | None:
    """ "Der | Online | -Anteil am Umsatz": the part in the word for a share itself."""
    token, words = finder.view.tokens[index], finder.words
    if not words.capitalised:
        return None
    for portion in words.portions:
        stem = token.form.removesuffix(portion).rstrip("-")
        whole = words.uninflected(stem) in words.wholes  # "Umsatzanteil"
        if whole or len(stem) < SHORT or stem == token.form or index in finder.taken:
            continue
        span = Span(token.start, printed_end(finder.view.text, token.start, stem))
        name = words.names.get(stem, finder.view.text[span.start : span.end])
        return (name, span) if name else None
    return None


def _source(finder: Finder, figure: int) -> Part | None:
    """ "a third of sales | from emerging markets", "90 Prozent der Erlöse kommen aus | dem Direktvertrieb"."""
    tokens, words = finder.view.tokens, finder.words
    behind = range(figure + 1, min(figure + 1 + SOURCE, len(tokens)))
    if not any(index in finder.metrics or tokens[index].form in words.wholes for index in behind):
        return None
    for index in behind:
        if tokens[index].form in PART_ENDS or index in finder.figures:
            return None
        if tokens[index].form in words.sources and index > figure + 1:
            beyond = next((i for i in (index, index + 1) if i < len(tokens) and tokens[i].form in words.beyond), None)
            first = finder.behind_determiners((index if beyond is None else beyond) + 1)
            last = first - 1
            while last + 1 < len(tokens) and last + 1 - first < LONGEST and _names(finder, last + 1):
                if not words.capitalised and _ends_clause(finder, last):
                    break
                last += 1
            start = first if beyond is None else beyond
            return _part(finder, start, last) if last >= first else None
    return None


def _ends_clause(finder: Finder, last: int) -> bool:
    """ "from | Japan | and exported the rest": does a name stand before what is joined to it in small letters?"""
    tokens = finder.view.tokens
    joined = last + 2 < len(tokens) and tokens[last + 1].form in finder.words.rows
    return joined and finder.is_capital(last) and not finder.is_capital(last + 2)


def _names(finder: Finder, index: int, free: Collection[int] = ()) -> bool:
    token = finder.view.tokens[index]
    stops = finder.words.determiners | finder.words.stops
    plain = token.form[0].isalnum() and token.form not in PART_ENDS
    barred = index in finder.figures or index in finder.barred or index in finder.moves
    return plain and token.form not in stops and (index in free or index in finder.goods or not barred)


def _part(finder: Finder, first: int, last: int) -> Part | None:
    while last > first and finder.view.tokens[last].form in finder.words.joins:
        last -= 1
    if first > last or all(finder.is_empty(i) for i in range(first, last + 1)):
        return None
    span = Span(finder.view.tokens[first].start, finder.view.tokens[last].end)
    return finder.view.text[span.start : span.end], span
