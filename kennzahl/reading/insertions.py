"""Clauses thrown in between commas or brackets, behind which a sentence goes on."""

from __future__ import annotations

from itertools import pairwise

from kennzahl.reading.view import View

GOES_ON = frozenset({"up", "down", "past", "left.change"})
LONGEST_INSERTION = 30  # words between its marks


def insertions(view: View) -> list[tuple[int, int]]:
    """ "Sales at the unit, which makes engines, rose 5 percent": commas behind the second of which the verb comes."""
    found = brackets(view, 0, len(view.tokens) - 1)
    commas = [word for word, token in enumerate(view.tokens) if token.form in (",", "-", "–")]
    for left, right in pairwise(commas):
        follows = [cue for word in (right + 1, right + 2) for cue in view.beginning.get(word, ())]
        verb = any(cue.group in GOES_ON for cue in follows) and not any(cue.group == "conjoin" for cue in follows)
        verb = verb and not _is_adverb(view, right + 1)
        amounts = view.has("of", right + 1, right + 1) and any(figure.first == right + 2 for figure in view.figures)
        verb = verb or (amounts and view.has("article", left + 1, left + 1))  # "Net, a gauge of profit, of $5 million"
        if verb and 1 < right - left <= LONGEST_INSERTION and left > 0:
            found.append((left, right))
    return found


def brackets(view: View, low: int, high: int) -> list[tuple[int, int]]:
    """First and last word of what stands in brackets between two words, the brackets with it."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for word in range(low, high + 1):
        form = view.tokens[word].form
        if form == "(":
            opened = word
        elif form == ")" and opened is not None:
            found.append((opened, word))
            opened = None
    return found


def _is_adverb(view: View, word: int) -> bool:
    """ ", | up from 5 percent", ", | not up": no verb, as "was up" is one."""
    if any(cue.group in ("past", "stays") for cue in view.beginning.get(word, ())):
        return False
    noun = any(cue.group in ("nouns.up", "nouns.down") for cue in view.beginning.get(word, ()))  # ", rise 6 percent"
    return not noun and any(c.group == "right.change" for at in (word, word + 1) for c in view.beginning.get(at, ()))
