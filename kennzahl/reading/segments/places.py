"""Places in the clause of a figure: "will cut 5,000 jobs | in Germany", "Dort arbeiten 350 Leute"."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.facts import Span
from kennzahl.reading.segments.phrases import Finder
from kennzahl.reading.segments.recalls import EARLIER, Part
from kennzahl.reading.segments.words import SegmentWords
from kennzahl.reading.tokens import Token, tokenise
from kennzahl.reading.view import Figure

SITED = frozenset({
    "employees", "job_cuts", "hires", "stores", "capex", "production", "customers", "market_share", "cost_savings",
    "revenue", "organic_growth", "units_sold", "passengers", "order_intake", "subscribers",
})  # fmt: skip
"""What a company has, does or sells somewhere."""
PLACE_ENDS = frozenset({",", ";", ":", "(", ")", ".", "–", "-"})
REACH = 14  # words around a figure in which its clause is looked at
WORDS = 4  # of the name of a place
RANK = 5  # words from "the largest" to the place where a company is the largest


def place_of(finder: Finder, figures: Sequence[Figure], spent: bool = False) -> Part | None:
    """The place that the clause of the figures of a statement names, the nearest one before them, else
    the nearest one behind; where the clause says "there", the last one before. What is ``spent`` is spent on what
    stands behind it or its metric ("invests 5 million in data centres"), if that is no site ("in a plant in Ohio")."""
    view, text, words = finder.view, finder.view.text, finder.words
    first, last = figures[0].first, figures[-1].last
    own = {index for figure in figures for index in range(figure.first, figure.last + 1)}
    tokens = view.tokens
    before, behind = _clause(finder, first, -1), _clause(finder, last, 1)
    if any(tokens[index].form in words.speech for index in (*before, *behind)):
        return None  # "said in London"
    if tokens[0].form in words.sited and not finder.figures - own & set(range(first)):
        behind.append(0)  # "Am Standort Linz, so heißt es, fallen | 50 Stellen weg"
    for index in (*before, *behind):
        if tokens[index].form in words.there:
            return _before(text, tokens[index].start, words)
        if (found := _at(tokens, index, text, words)) is not None:
            start, end = found
            bought = spent and (index - 1 in finder.metrics or index > last)
            known = tokens[end].form in words.regions or any(_is_site(tokens[i], words) for i in (index - 1, start))
            if bought and not known:
                continue
            if any(tokens[i].form in words.causes for i in before if i < index):
                continue  # "wegen der Übernahme in den | USA | auf 700 Mitarbeiter"
            ranked = any(token.form.endswith(words.ranks) for token in tokens[max(index - RANK, 0) : index])
            if words.goes_on(view.forms(end + 1, end + 2)):
                continue  # "in Germany and other countries"
            names = {i for i in range(start, end + 1) if not _is_site(tokens[i], words)}  # "Standorten" is counted, too
            if not ranked and not finder.barred & names:
                span = Span(tokens[start].start, tokens[end].end)
                return text[span.start : span.end], span
    return None


def adverb(finder: Finder, index: int) -> Part | None:
    """ "rose 19 percent | internationally": where something is, in one word."""
    token = finder.view.tokens[index] if index < len(finder.view.tokens) else None
    if token is None or token.form not in finder.words.adverbs:
        return None
    return finder.view.text[token.start : token.end], Span(token.start, token.end)


def _clause(finder: Finder, figure: int, step: int) -> list[int]:
    """The words of a clause on one side of a figure, up to a border or another figure, nearest first."""
    tokens, found = finder.view.tokens, []
    for index in range(figure + step, figure + step * REACH, step):
        if not 0 <= index < len(tokens) or tokens[index].form in PLACE_ENDS or index in finder.figures:
            break
        if _joins_clauses(finder, index, step):
            break
        found.append(index)
    return found


def _joins_clauses(finder: Finder, index: int, step: int) -> bool:
    """ "sells in Asia | and has | 200 people", "200 people | and | shops in Berlin": what stands beyond is said of
    something else, but for a row of places ("in Rome and in Milan")."""
    tokens, words = finder.view.tokens, finder.words
    referred = step < 0 < index and tokens[index - 1].form in words.there  # "grows there and sells | 200 cars"
    if referred or tokens[index].form not in words.joins - words.objects:
        return False
    behind = tokens[index + 1 : index + 2]
    known = words.places | words.sited | words.determiners
    row = behind and (behind[0].form in known or (step < 0 and finder.is_capital(index + 1)))
    return not row


def _at(tokens: Sequence[Token], index: int, text: str, words: SegmentWords) -> tuple[int, int] | None:
    """First and last word of the place that a preposition is followed by: a name without an article ("in Korea"), or
    with one the noun for a site and its name ("in der Region Köln", "am Standort Linz", "in den USA")."""
    form = tokens[index].form
    sited = form in words.sited
    if form not in words.places and not sited:
        return None
    first = index + 1
    while first < len(tokens) and tokens[first].form in words.determiners:
        first, sited = first + 1, True
    if sited and tokens[first : first + 1] and tokens[first].form.endswith(words.origins):
        return (first, first + 1) if tokens[first + 1 : first + 2] and _is_site(tokens[first + 1], words) else None
    if first >= len(tokens) or not _is_name(tokens[first], text, words):
        return None
    if sited and tokens[first].form.endswith(words.towns) and tokens[first + 1 : first + 2]:
        return (first, first + 1) if _is_site(tokens[first + 1], words) else None
    if sited and words.capitalised and not _is_site(tokens[first], words):
        return None
    last = first
    while last + 1 < len(tokens) and last + 1 - first < WORDS:
        joined = tokens[last + 1].form in words.joins and last + 2 < len(tokens)
        if not _is_name(tokens[last + 1 + joined], text, words):
            break
        last += 1 + joined
    return first, last


def _is_site(token: Token, words: SegmentWords) -> bool:
    return token.form.endswith(words.sites) or words.uninflected(token.form).endswith(words.sites)


def _is_name(token: Token, text: str, words: SegmentWords) -> bool:
    return text[token.start].isupper() and token.form not in words.empty and not token.form[-1].isdigit()


def _before(text: str, start: int, words: SegmentWords) -> Part | None:
    """The last place that the sentences before name."""
    tokens = tokenise(text, max(start - EARLIER, 0), start)
    for index in range(len(tokens) - 1, -1, -1):
        if (found := _at(tokens, index, text, words)) is not None:
            span = Span(tokens[found[0]].start, tokens[found[1]].end)
            return text[span.start : span.end], span
    return None
