"""How far a word that tells the kind of a figure is from it: the words of another clause govern other figures."""

from __future__ import annotations

from kennzahl.reading.cues import Cue
from kennzahl.reading.insertions import brackets
from kennzahl.reading.view import CLOSED, COMMA, OPENED, SEMICOLON, Figure, View

FAR = 1000.0
"""The distance of what does not govern a figure."""
REACH = 32  # a modal farther away governs another clause


def reach(view: View, cue: Cue, figure: Figure) -> float:
    """How far a cue's word is from a figure, clause borders counted heavily."""
    low, high = (cue.last + 1, figure.first - 1) if cue.last < figure.first else (figure.last + 1, cue.first - 1)
    breaks = sum(low <= other.first <= high for other in view.cues.get("contrast", ()))
    opened, closed = view.count(OPENED, low, high), view.count(CLOSED, low, high)
    listed = view.count(OPENED, cue.last + 1, cue.last + 2) == 1  # "die Jahresziele (Umsatz 5 Millionen)"
    breaks += view.count(SEMICOLON, low, high)
    if opened != closed and not (listed and closed == 0):
        return FAR
    behind = cue.first > figure.last
    breaks += not behind and _tells_why(view, figure, low, high)
    breaks += behind and view.has("restricts", cue.first - 1, cue.first - 1)
    breaks += _is_thrown_in(view, cue, figure)
    breaks += _opens_clause(view, low, high, "which") or (behind and _opens_clause(view, low, high, "relatives"))
    breaks += behind and (_closes_clause(view, figure, low, high) or view.has("new_clause", low, cue.last))
    breaks += behind and _has_moved(view, low, high)
    breaks += behind and _dated_before(view, low, high)
    breaks += 2 * (behind and _introduced(view, low, high))
    commas = view.count(COMMA, low, high) + view.counted("and", low, high)
    # "expects sales of 5 million (before: 6 million) and a profit of | 1 million": words that only a bracket adds
    aside = 0 if behind or not opened else sum(last - first + 1 for first, last in brackets(view, low, high))
    distance = high - low + 1 - aside + 4.0 * commas + 30.0 * breaks
    return distance if distance < REACH else FAR


def _has_moved(view: View, low: int, high: int) -> bool:
    """ "sei um 5 Prozent | gesunken und | der Winter werde hart": is the figure's verb over before "and"?"""
    ends = (cue.first for cue in view.cues.get("and", ()) if low < cue.first < high)
    return any(view.has("down", word - 1, word - 1) or view.has("up", word - 1, word - 1) for word in ends)


def _dated_before(view: View, low: int, high: int) -> bool:
    """ "India, after bringing in | $5 million last year, will grow": does its own clause say that it is a year old?"""
    comma = next((word for word in range(low, high + 1) if view.tokens[word].form == ","), low)
    return view.has("yoy", low, comma - 1) and not view.has("left.prior", low, comma - 1)


def _is_thrown_in(view: View, cue: Cue, figure: Figure) -> bool:
    """ "Muster, on track to grow, saw sales drop | 5 percent": a word in an insertion that the figure is outside of."""
    return any(
        low < cue.first < high and not low < figure.first < high and not _has_subject(view, low + 1)
        for low, high in view.insertions
    )


def _has_subject(view: View, word: int) -> bool:
    """ "Overall, | it plans to grow, helped by": does a clause begin with who does something?"""
    return view.has("speakers", word, word + 1) or view.text[view.tokens[word].start].isupper()


def _opens_clause(view: View, low: int, high: int, group: str) -> bool:
    """ "It plans to sell a unit, which contributed | 5 million", "5 million, | which it will invest": a relative clause
    of which only one of the two is a part."""
    commas = [word for word in range(low, high + 1) if view.tokens[word].form == ","]
    if not commas or view.has("complements", commas[-1] + 1, commas[-1] + 1):
        return False
    return view.has(group, commas[-1] + 1, commas[-1] + 2)


def _tells_why(view: View, figure: Figure, low: int, high: int) -> bool:
    """ "would sell the unit as its loss | more than tripled": a reason that tells what was."""
    begun = [cue.last for cue in view.cues.get("reasons", ()) if low <= cue.first <= high]
    if not begun:
        return False
    past = any(begun[-1] < cue.first < figure.first for cue in view.cues.get("past", ()))
    return past or figure.quantity.form == "multiple"


def _introduced(view: View, low: int, high: int) -> bool:
    """ "Using an income of 5 million, | the unit could be worth": a phrase before the subject of the sentence."""
    return view.has("introduces", 0, 1) and view.count(COMMA, low, high) > 0


def _closes_clause(view: View, figure: Figure, low: int, high: int) -> bool:
    """ "The group, which has | a fifth of its sales abroad, expects": the figure's own clause is over before."""
    before = [word for word in range(figure.first) if view.tokens[word].form == ","]
    which = bool(before) and view.has("which", before[-1] + 1, before[-1] + 2)
    return which and view.count(COMMA, low, high) > 0
