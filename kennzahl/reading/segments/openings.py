"""Parts that a sentence opens with: "In der Unfallversicherung sank die Quote", "Auf die Sparte entfallen"."""

from __future__ import annotations

from kennzahl.reading.segments.phrases import BEFORE, VERB, Finder
from kennzahl.reading.segments.recalls import Part


def leading(finder: Finder, stop: int) -> Part | None:
    """ "In der Unfallversicherung | sank die Quote": the place or part that a sentence opens with."""
    view, words = finder.view, finder.words
    tokens = view.tokens
    allotted = tokens and tokens[0].form in words.upon and not words.allots.isdisjoint(view.forms(1, VERB))
    if not tokens or not (tokens[0].form in words.opens or allotted):
        return None
    first = finder.behind_determiners(1)
    last = first - 1
    while (
        last + 1 < stop and last + 1 - first < BEFORE and finder.is_content(last + 1) and last + 1 not in finder.moves
    ):
        if not finder.is_capital(last + 1) and tokens[last + 1].form not in words.joins:
            break
        last += 1
    return finder.part(first, last) if last >= first else None
