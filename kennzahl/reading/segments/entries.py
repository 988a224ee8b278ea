"""Parts by where they stand among the figures of a sentence: between two of a statement, before or behind an entry of
a list, beside a counted noun."""

from __future__ import annotations

from itertools import pairwise

from kennzahl.reading.segments.compounds import in_compound
from kennzahl.reading.segments.openings import is_no_part
from kennzahl.reading.segments.phrases import BEFORE, LABEL, Finder
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.statement import Statement

SOLD = frozenset({"units_sold", "order_intake"})
"""Told by "sales" or "orders" and counted in pieces."""
TIES = 2  # words between two figures beside those of a part ("5 percent | in Asia | to | 3 million")
ENTRIES = frozenset({",", ";"})
"""What parts the entries of a row of parts."""
OPENS = ENTRIES | {"("}
LISTS = OPENS | {"-", "–", "•", "*"}
"""What an entry of a list stands behind."""


def listed(statement: Statement, finder: Finder, behind: int) -> Part | None:
    """ "rose 1 percent in property, | in health by 3 percent", "12 percent at the unit and | 13 percent at Muster": the
    phrase of an entry's own, between the figure before and its own, else behind it. What stands right behind the
    figure before is that one's ("3 percent | in the Americas |; in Asia they fell 2 percent")."""
    if statement.slots.keys() == {"change_pct"} and not finder.words.capitalised and (found := finder.moved(behind)):
        return found
    first = statement.figures[0].first
    before = max((i for i in finder.figures if i < first), default=first)
    ties = finder.words.within if finder.words.capitalised else finder.words.places
    start = before + 1
    if not finder.words.capitalised and start < first and finder.view.tokens[finder.behind_nouns(start)].form in ties:
        start = finder.behind_nouns(start) + 1
    phrases = (index for index in range(start, first) if finder.view.tokens[index].form in ties)
    found = next((found for index in phrases if (found := finder.behind(index, first))), None)
    return found or _entry(finder, first)


def labelled(finder: Finder, figure: int) -> Part | None:
    """ "(Premium: 3.7 billion, | Advertising | : 537 million)": the label of an entry in a list of parts."""
    tokens = finder.view.tokens
    if figure < 2 or tokens[figure - 1].form != ":":
        return None
    first = figure - 1
    while first > 0 and figure - first <= LABEL and finder.is_place(first - 1) and first - 1 not in finder.moves:
        first -= 1
    opens = first == 0 or tokens[first - 1].form in LISTS
    return finder.part(first, figure - 2) if opens and first < figure - 1 else None


def entered(finder: Finder, figure: int) -> Part | None:
    """ "Software 340 Millionen, | Beratung | 120 Millionen", "während die | Basischemie | 12 Prozent verlor": a noun
    between the border of its clause and its figure, where nouns are written with capitals."""
    tokens, words = finder.view.tokens, finder.words
    if not words.capitalised:
        return None
    last = _behind_verb(finder, figure - 1)
    if last < 1 or not finder.is_place(last) or is_no_part(finder, last):
        return None
    first = last
    while first > 0 and last - first < BEFORE and finder.is_place(first - 1):
        first -= 1
    edge = first - 1
    while edge > 0 and tokens[edge].form in words.determiners:
        edge -= 1
    goes_on = min(finder.figures, default=figure) < edge and (
        tokens[edge].form in ENTRIES | words.rows or finder.view.has("meanwhile", edge, edge)
    )
    return finder.part(first, last) if edge >= 0 and (goes_on or tokens[edge].form == ":") else None


def _behind_verb(finder: Finder, last: int) -> int:
    """The word before what may stand between a noun and its figure: a verb, "um", "auf", "bei", hedges."""
    view, words = finder.view, finder.words
    ties = words.upon | words.fronts
    while last > 0 and (view.tokens[last].form in ties or any(cue.group == "fillers" for cue in view.ending_at(last))):
        last -= 1
    return last - (last > 0 and (view.has("past", last, last) or view.tokens[last].form in words.earns))


def _entry(finder: Finder, figure: int) -> Part | None:
    """ "declined 2 percent, servers 4 percent and | printers | 10 percent": a noun and its figure, with no verb."""
    if finder.words.capitalised:
        return None
    first = figure
    while first > 0 and figure - first < BEFORE and finder.modifies(first - 1):
        first -= 1
    opens = first > 0 and finder.view.tokens[first - 1].form in OPENS | finder.words.rows
    return finder.part(first, figure - 1) if opens and first < figure else None


def between(statement: Statement, finder: Finder) -> Part | None:
    """ "rose 6 percent | in home lending | to $4 million": what stands between two figures of one statement."""
    named = statement.named
    if finder.words.capitalised:
        return None
    for one, other in pairwise(statement.figures):
        start = finder.behind_nouns(one.last + 1)
        if other.first - start <= TIES or (named is not None and start <= named.first < other.first):
            continue
        if (found := finder.behind(start, other.first, finder.words.places)) is not None:
            return found
    return None


def counted(statement: Statement, finder: Finder) -> Part | None:
    """ "its | U.S. | sales rose 20 percent to 207,145 vehicles": the part of the metric that tells what is counted."""
    named, first = statement.named, statement.figures[0].first
    if named is None or named.first < first or statement.metric not in SOLD:
        return None
    before = [one for one in finder.view.metrics if one.last < first and one.mention.metric is not None]
    if not before or before[-1].mention.term.verb:
        return None
    told = before[-1]
    borders = finder.words.joins | {",", ";"}
    apart = any(finder.view.tokens[i].form in borders or i in finder.figures for i in range(told.last + 1, first))
    if apart:
        return None
    if finder.words.capitalised:
        return in_compound(told, finder) if told.first not in finder.taken else None
    return finder.behind(told.last + 1, first) or finder.before(told.first)
