"""Which way a change went: by its printed sign, or by the nearest word of rising or falling."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kennzahl.reading.government import figure_behind, left_of_figure, metric_ending
from kennzahl.reading.view import SEMICOLON, Figure, View

JUDGED = 6  # words from "verschlechterte sich" to the change
MOVED = 3  # words from "flat to" to the change: "flat to slightly up | 2 percent"
GAINED = 5  # words from "gewann" over a time to the count
NEARBY = 40  # words; a verb farther away says nothing of a figure


def direction_of(view: View, figure: Figure) -> int:
    """The sign of a change: printed, or by the nearest word of rising or falling in its clause."""
    quantity = figure.quantity
    smallest = quantity.value if quantity.value is not None else quantity.low
    if smallest is not None and smallest < 0:
        return -1
    before = max(figure.first - 1, 0)
    if view.has("plus", before, before) or quantity.printed.startswith("+"):
        return 1
    if view.has("minus", before, before):
        return -1
    named = next((n for n in view.metrics if n.first == figure.last + 1 and n.mention.metric), None)
    if named is not None and (noun := _noun_at(view, named.last + 1)):
        return noun  # "rose, for its | 4 percent | profit drop was small"
    best, sign = NEARBY, 0
    edge, _ = left_of_figure(view, figure)
    hedge = range(edge + 1, figure.first)
    attributive = view.has("by", edge, edge) and view.has("articles", edge - 1, edge - 1)
    for group, direction in (("up", 1), ("nouns.up", 1), ("down", -1), ("nouns.down", -1)):
        for cue in view.cues.get(group, ()):
            if attributive and cue.first < figure.first:
                continue  # "unter dem Strich steht | ein um 9 Prozent | erhöhter Gewinn"
            if cue.first in hedge or (figure.role == "prior" and view.has("left.origin", cue.last + 1, cue.last + 1)):
                continue  # "down from | 7 percent" tells of what is compared with it
            distance = _distance(view, figure, cue.first, cue.last)
            if distance < best:
                best, sign = distance, direction
    for named in view.metrics:
        if named.mention.direction and (distance := _distance(view, figure, named.first, named.last)) < best:
            best, sign = distance, named.mention.direction
    if best < NEARBY and _of_a_burden(view, figure):
        sign = -sign
    return sign or (1 if figure.role == "change" else 0)


def from_standstill(view: View, figure: Figure) -> None:
    """ "flat to up | 3 percent", "unverändert bis minus | 3 Prozent", "down | 3 percent to flat": a change between
    none and this one."""
    number = figure.quantity.value
    if not figure.is_relative or figure.role not in ("change", "value", "none") or not number or number < 0:
        return
    ahead = any(0 < figure.first - cue.last <= MOVED for cue in view.cues.get("from_standstill", ()))
    if ahead or view.has("to_standstill", figure.last + 1, figure.last + 1 + MOVED):
        figure.quantity = replace(figure.quantity, value=None, low=Decimal(0), high=number)


def _of_a_burden(view: View, figure: Figure) -> bool:
    """ "Die Aufwandsquote verschlechterte sich um | 3 Punkte": what is better when it is lower rose."""
    judged = view.has("judged", figure.first - JUDGED, figure.last + JUDGED)
    return judged and view.has("burdens", 0, figure.first)


def gained_before(view: View, figure: Figure, edge: int, tied: bool) -> bool:
    """ "verlor | 900 Kunden", "gewann 2011 unter dem Strich | 900 Kunden": does a verb of gain or loss stand before a
    count, with only a time or manner between, and no word that the count is ``tied`` to?"""
    first = edge if tied or view.has("ties", edge, edge) else edge - GAINED
    for word in range(edge, max(first, 0) - 1, -1):
        if any(cue.group == "left.change_count" for cue in view.ending_at(word)):
            return True
        other = any(named.first <= word <= named.last and named.mention.metric for named in view.metrics)
        if other or not view.tokens[word].form[0].isalnum() or view.has("and", word, word):
            return False
        if any(one.first <= word <= one.last for one in view.figures):
            return False
    return False


def direction_behind(view: View, after: int) -> int:
    for word in range(after, min(after + 3, len(view.tokens))):
        groups = {cue.group for cue in view.beginning.get(word, ())}
        if groups & {"nouns.up", "up"}:
            return 1
        if groups & {"nouns.down", "down"}:
            return -1
    return 0


def moved_along(view: View, figure: Figure) -> int:
    """ "das sind 17 Millionen oder | 1,4 Prozent | weniger": +1 or -1 where the word behind the second is of both."""
    behind = figure.last + 1
    moved = any(cue.group == "right.change" for cue in view.beginning.get(behind, ()))
    return direction_behind(view, behind) if moved else 0


def so_many_more(view: View, figure: Figure, previous: Figure) -> int:
    """ "612.000 Tonnen Kupfer und damit 58.000 Tonnen | mehr als 2023": +1 or -1 behind the noun that is counted."""
    behind = figure.last + 2
    counts = figure.quantity.unit == previous.quantity.unit == "count" and figure.quantity.noun is not None
    groups = {cue.group for cue in view.beginning.get(behind, ())}
    return direction_behind(view, behind) if counts and "right.change" in groups else 0


def rises(view: View, edge: int) -> bool:
    """Does a verb of change end at this word?"""
    return any(cue.group == "left.change" for cue in view.ending_at(edge)) and not view.has("by", edge, edge)


def noun_before(view: View, edge: int) -> int:
    """+1 or -1 if a noun of change ends at this word ("ein Plus | von 5 Prozent"), else 0."""
    for cue in view.ending_at(edge):
        if cue.group == "nouns.up":
            return 1
        if cue.group == "nouns.down":
            return -1
    named = metric_ending(view, edge)
    if named is None and view.has("prior_guidance", edge, edge):
        return noun_before(view, edge - 1)  # "its traffic growth forecast | of 6 percent"
    if named is None or named.mention.direction:
        return named.mention.direction if named else 0
    before = named.first - 1
    if view.has("of_what", before, before):  # "ein Rückgang des Gewinns | von 5 Prozent"
        return noun_before(view, before - 1)
    return 0


def names_itself(view: View, figure: Figure) -> bool:
    """ "offset by | $83 million of derivative gains": the amount is not of a change but of what stands behind it."""
    behind = figure.last + 1
    named = any(n.first == behind and n.mention.metric for n in view.metrics)  # "a $5 million | gain from the sale"
    if not named and any(cue.group == "right.change" for cue in view.beginning.get(behind, ())):
        return False  # "| 600 Millionen Euro | weniger Jahresumsatz"
    if view.has("of", behind, behind):
        behind += 1
    if view.has("and", behind, behind):
        return False  # "cut expenses by | $3 million and costs by $9 million"
    return any(
        behind <= n.first <= behind + 1 and n.mention.metric and not n.mention.term.counted for n in view.metrics
    )


def _noun_at(view: View, word: int) -> int:
    groups = {cue.group for cue in view.beginning.get(word, ())}
    return ("nouns.up" in groups) - ("nouns.down" in groups)


def hedges_multiple(view: View, figure: Figure, after: int) -> bool:
    """ "auf 3 Prozent | mehr als halbierte": the words are those of the next figure."""
    following = figure_behind(view, figure)
    return following is not None and following.quantity.form == "multiple" and following.first - after <= 2


def moves_by_next(view: View, figure: Figure, after: int) -> bool:
    """ "tools | $35 billion | down 10 percent": the word behind an amount says by how much it moved."""
    following = figure_behind(view, figure)
    return following is not None and following.is_relative and not figure.is_relative and following.first == after + 1


def _distance(view: View, figure: Figure, first: int, last: int) -> int:
    low, high = (last + 1, figure.first - 1) if last < figure.first else (figure.last + 1, first - 1)
    commas = view.count(frozenset({",", "(", ")"}), low, high) + view.counted("and", low, high)
    breaks = sum(low <= cue.first <= high for cue in view.cues.get("contrast", ())) + view.count(SEMICOLON, low, high)
    return high - low + 1 + 6 * commas + 15 * breaks + (2 if first > figure.last else 0)
