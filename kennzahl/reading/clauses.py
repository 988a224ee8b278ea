"""The clause of a figure: a verb tells, plans or does something for the figures of its own clause only."""

from __future__ import annotations

from collections.abc import Iterable

from kennzahl.reading.cues import Cue
from kennzahl.reading.tokens import is_year
from kennzahl.reading.view import Figure, View

BORDERS = frozenset(",;:()–")
MARKS = BORDERS | {"-"}
"""A hyphen ends a clause for its verb: written so where a dash was meant."""
ATTRIBUTE = 4  # words of an attribute before its participle
FRAGMENTS = 4  # stretches between marks without a verb of their own
FINITE = ("tells", "acts", "guidance", "perfect")


def clause_of(view: View, figure: Figure, joins: Iterable[int] = ()) -> tuple[int, int]:
    """First and last word between the marks around a figure, and the words in ``joins`` ("und"); clauses thrown in
    between are no border."""
    marks = [word for word, token in enumerate(view.tokens) if token.form in MARKS and not _aside(view, word, figure)]
    borders = (*marks, *joins)
    first = max((word for word in borders if word < figure.first), default=-1) + 1
    last = min((word for word in borders if word > figure.last), default=len(view.tokens)) - 1
    return first, last


def opening(view: View, figure: Figure) -> int:
    """The first word behind the last mark before a figure."""
    words = range(figure.first - 1, -1, -1)
    return next((i for i in words if view.tokens[i].form in BORDERS and not _in_date(view, i)), -1) + 1


def _in_date(view: View, comma: int) -> bool:
    """ "the quarter ended May 28 | , | 2007": does a comma only part a day from its year?"""
    if not 0 < comma < len(view.tokens) - 1:
        return False
    day, year = view.tokens[comma - 1].form, view.tokens[comma + 1].form
    return day.isdigit() and is_year(year)


def ending(view: View, figure: Figure) -> int:
    """The first mark behind a figure."""
    words = range(figure.last + 1, len(view.tokens))
    return next((i for i in words if view.tokens[i].form in BORDERS), len(view.tokens))


def _aside(view: View, word: int, figure: Figure) -> bool:
    """Is a mark one of an insertion that the figure is outside of?"""
    return any(low <= word <= high and not low < figure.first < high for low, high in view.insertions)


def tells_itself(view: View, cue: Cue, figure: Figure) -> bool:
    """ "Der Umsatz lag bei | 5 Millionen, 2017 soll er steigen": does a clause without the word tell something itself?
    Not if it says what is planned ("erwartet, dass der Umsatz bei 5 Millionen liegt")."""
    low, high = min(cue.first, figure.first), max(cue.first, figure.first)
    first, last = clause_of(view, figure, [word for word in _joins(view, cue) if low < word < high])
    if first <= cue.first <= last:
        return False
    if told(view, first, last):
        return True
    return view.has("tells", first, last) and not view.has("complements", first, first)


def _joins(view: View, cue: Cue) -> list[int]:
    """The words that join the clause of a cue to another: it has a verb of its own ("und soll"), and they stand between
    no nouns ("für Maschinen und Hallen")."""
    return [
        join.first for join in view.cues.get("and", ()) if not in_list(view, join) and _has_verb(view, join.first, cue)
    ]


def in_list(view: View, join: Cue) -> bool:
    """Does "und" stand between two nouns?"""
    return _is_noun(view, join.first - 1) and _is_noun(view, join.last + 1)


def _has_verb(view: View, join: int, cue: Cue) -> bool:
    """Is there a finite verb on the cue's side of "und"?"""
    marks = [word for word, token in enumerate(view.tokens) if token.form in MARKS]
    if cue.first > join:
        span = (join + 1, min((word for word in marks if word > cue.last), default=len(view.tokens)))
    else:
        span = (max((word for word in marks if word < cue.first), default=-1) + 1, join - 1)
    return told(view, *span) or any(view.has(group, *span) for group in ("modals", "tells", "perfect"))


def _is_noun(view: View, word: int) -> bool:
    """By its capital letter, as German writes them."""
    return 0 <= word < len(view.tokens) and view.text[view.tokens[word].start].isupper()


def told(view: View, first: int, last: int) -> bool:
    """Does a verb between two words tell what was?"""
    return any(first <= cue.first <= last and finite(view, cue) for cue in past_verbs(view))


def past_verbs(view: View) -> list[Cue]:
    """The words that tell what was; none where a language has none that do it by themselves."""
    return [*view.cues.get("past", ()), *view.cues.get("told", ())] if view.tenses else []


def finite(view: View, cue: Cue) -> bool:
    """Is it the verb of a clause? Behind an article or number it is an adjective ("8 Millionen | verkaufte Autos")."""
    before, behind = cue.first - 1, view.forms(cue.last + 1, cue.last + 1)
    for word in range(max(before - ATTRIBUTE, 0), before):
        if view.has("articles", word, word) and view.has("left_of_attribute", word + 1, word + 1):
            return False  # "den im Startmonat | verkauften 2 Millionen Geräten"
    qualifies = view.has("articles", before, before) or any(figure.last == before for figure in view.figures)
    return not (qualifies and behind and behind[0].isalpha())


def does(view: View, figure: Figure) -> bool:
    """ "eröffnet heuer 20 Läden, davon | 5 in Wien": does the figure's clause, or the one that it belongs to, say what
    is being done now?"""
    first, last = clause_of(view, figure)
    for _ in range(FRAGMENTS):
        if first < 2 or told(view, first, last) or any(view.has(group, first, last) for group in FINITE):
            break
        first, last = clause_of(view, Figure(figure.quantity, first - 2, first - 2))
    return view.has("acts", first, last) and not view.has("perfect", first, last) and not told(view, first, last)
