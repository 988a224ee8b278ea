"""Parts that own what is told of them: "the television division's sales", "the unit's operating profit"."""

from __future__ import annotations

from kennzahl.facts import Span
from kennzahl.reading.segments.phrases import BEFORE, Finder
from kennzahl.reading.segments.recalls import Part, recalled
from kennzahl.reading.tokens import POSSESSIVE

ADJECTIVES = 4  # words between an owner and the metric ("the unit's adjusted second-quarter profit")


def possessor(finder: Finder, metric: int) -> Part | None:
    """The part whose metric it is: a unit in the possessive before it, and the words that say which."""
    view, words = finder.view, finder.words
    for index in range(metric - 1, max(metric - 1 - ADJECTIVES, -1), -1):
        form = view.tokens[index].form
        if index in finder.figures or index in finder.moves or not form[0].isalpha():
            return None
        if not form.endswith(POSSESSIVE):
            continue
        unit = form.removesuffix(POSSESSIVE)
        if unit not in words.units:
            return None
        first = index
        while first > 0 and index - first < BEFORE and finder.specifies(first - 1):
            first -= 1
        if first < index:
            part = finder.part(first, index)
            return _owner(part) if part is not None else None
        referred = first > 0 and view.tokens[first - 1].form in words.determiners and index not in finder.references
        return recalled(view.text, view.sentence.start, unit, words) if referred and unit != words.whole else None
    return None


def ellipsis(finder: Finder, figure: int) -> Part | None:
    """ "volume fell 1 percent and | Frito-Lay's | rose 1 percent": whose metric it is that was named before."""
    tokens = finder.view.tokens
    for index in range(figure - 1, max(figure - 1 - ADJECTIVES, 0), -1):
        if index in finder.figures or not tokens[index].form[0].isalpha():
            return None
        if tokens[index].form.endswith(POSSESSIVE) and finder.is_capital(index) and index + 1 in finder.moves:
            first = index
            while first > 0 and index - first < BEFORE and finder.is_capital(first - 1) and finder.modifies(first - 1):
                first -= 1
            part = finder.part(first, index) if finder.taken.isdisjoint(range(first - 1, index + 1)) else None
            return _owner(part) if part is not None else None
    return None


def named_aside(finder: Finder, start: int, stop: int) -> Part | None:
    """ "Revenue at Muster Inc, | its magazine unit, | fell": the unit that a name behind a metric is said to be."""
    tokens, words = finder.view.tokens, finder.words
    if words.capitalised or start >= stop or tokens[start].form not in words.within:
        return None
    for index in range(start, stop - 1):
        if tokens[index].form != "," or tokens[index + 1].form not in words.possessives:
            continue
        unit = next((i for i in range(index + 2, stop) if tokens[i].form in words.units), None)
        closed = unit is not None and unit + 1 < stop and tokens[unit + 1].form == ","
        return finder.part(index + 2, unit) if closed and unit is not None else None
    return None


def _owner(part: Part) -> Part:
    """The part without its ending."""
    name, span = part
    return name[: -len(POSSESSIVE)], Span(span.start, span.end - len(POSSESSIVE))
