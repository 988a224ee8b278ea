"""Figures in a row: "write-downs of $5 million for loans, $3 million for bonds", "5, 3 and 2 million, respectively"."""

from __future__ import annotations

from itertools import pairwise

from kennzahl.facts import is_money
from kennzahl.reading.fitting import fits
from kennzahl.reading.grouping import Group
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, Figure, Named, View

BETWEEN = 3  # words between two figures of a row: ", and about"
LEAST = 3  # entries of two rows that match without a word for it, if more than "and" stands between them
JOIN = 2  # words of "and almost"
PAIR = 2  # words from one metric to the other of a pair: "Umsatz und der Gewinn"
NAMES = 5  # words between two metrics of a row: "net income to common, and diluted EPS"
ROW = 25  # words from one entry of a list to the next
BREAKS = ("past", "contrast", "because")


def respective(view: View, figure: Figure) -> Named | None:
    """ "revenue, net income and EPS of $386 million, $21 million and | $0.43, respectively": the metric at the same
    place of its own row, where both rows are of one length."""
    row = row_of_figures(view, figure)
    if row is None:
        return _in_rows(view, figure)
    named = [n for n in view.metrics if n.last < row[0].first and n.mention.metric and not n.mention.term.per_share]
    if figure not in row or len(row) < 2 or len(named) != len(row) or any(one.is_bare for one in row):
        return None
    return named[row.index(figure)]


def shared_with(view: View, named: Named, group: Group) -> Named | None:
    """ "Umsatz und | Gewinn | stiegen um 5 Prozent": the metric that "and" joins to the one of a change, which is of
    both."""
    lead = group.first
    if len(view.figures) > 1 or not lead.is_relative or lead.role != "change" or named.first > lead.first:
        return None
    before = next((other for other in reversed(view.metrics) if other.last < named.first), None)
    if before is None or before.mention.metric in (None, named.mention.metric) or named.first - before.last > 1 + PAIR:
        return None
    plain = not any(term.counted or term.verb or term.final for term in (before.mention.term, named.mention.term))
    joined = view.has("and", before.last + 1, before.last + 1)
    return before if plain and joined and fits(before, lead) else None


def one_of_two(view: View, figure: Figure) -> Named | None:
    """ "Umsatz und Gewinn stiegen um 5 beziehungsweise | 3 Prozent": two metrics, and a word that parts the figures."""
    cue = next(iter(view.cues.get("one_each", ())), None)
    if cue is None:
        return None
    ahead = [other for other in view.figures if other.last < cue.first]
    behind = [other for other in view.figures if other.first > cue.last]
    if not ahead or len(ahead) != len(behind) or not (ahead[-1].is_bare or _alike(ahead[-1], behind[-1])):
        return None
    named = [n for n in view.metrics_before(ahead[0].first) if not n.mention.term.per_share]
    if len(named) != 2 or named[1].first - named[0].last > BETWEEN or not _joined(view, *named):
        return None
    return named[0] if figure in ahead else named[1]


def _alike(one: Figure, other: Figure) -> bool:
    return one.quantity.unit == other.quantity.unit


def row_of_figures(view: View, figure: Figure) -> list[Figure] | None:
    """The row of figures before a "respectively" behind a figure; None where the sentence has no such word."""
    cue = next((c for c in view.cues.get("respectively", ()) if c.first > figure.last), None)
    if cue is None:
        return None
    ahead = [other for other in view.figures if other.last < cue.first]
    row = ahead[-1:]
    for before, behind in reversed(list(pairwise(ahead))):
        if behind.first - before.last - 1 > BETWEEN:
            break
        row.insert(0, before)
    return row


def plain_row(view: View, figure: Figure) -> list[Figure]:
    """ "Muster and Sample earned $5 million and | $3 million": figures of one unit with nothing but "and" between."""
    at = view.figures.index(figure)
    row = [figure]
    for other in reversed(view.figures[:at]):
        if not _side_by_side(view, other, row[0]):
            break
        row.insert(0, other)
    for other in view.figures[at + 1 :]:
        if not _side_by_side(view, row[-1], other):
            break
        row.append(other)
    return row


def _side_by_side(view: View, left: Figure, right: Figure) -> bool:
    joins = view.forms(left.last + 1, left.last + 1) == [","] or view.has("and", left.last + 1, left.last + 1)
    return joins and right.first - left.last - 1 <= JOIN and left.quantity.unit == right.quantity.unit


def goes_on_row(view: View, figure: Figure, homes: dict[Figure, Statement]) -> Statement | None:
    """ "Muster and Sample earned 5 million and | 3 million, respectively": the statement that the row begins with."""
    row = row_of_figures(view, figure) or []
    home = homes.get(row[0]) if figure in row[1:] else None
    if home is None or row[0].quantity.unit != figure.quantity.unit:
        return None
    if figure.role == "none":
        figure.role, figure.direction = row[0].role, row[0].direction
    return home


def _in_rows(view: View, figure: Figure) -> Named | None:
    """ "revenue, net income and EPS of $386 million, $21 million and | $0.43": two rows of three and more side by side
    need no word for it."""
    if len(view.figures) < 2 or len(view.metrics) < 2:
        return None
    at = view.figures.index(figure)
    row = [figure]
    for other in reversed(view.figures[:at]):
        if row[0].first - other.last - 1 > BETWEEN or _named_between(view, other, row[0]):
            break
        row.insert(0, other)
    for other in view.figures[at + 1 :]:
        if other.first - row[-1].last - 1 > BETWEEN or _named_between(view, row[-1], other):
            break
        row.append(other)
    named = [n for n in view.metrics if n.last < row[0].first and n.mention.metric and not n.mention.term.per_share]
    named = named[-len(row) :]
    if len(row) < 2 or len(named) != len(row) or any(one.is_bare or one.is_relative for one in row):
        return None
    most = NAMES if len(row) >= LEAST else 1
    apart = any(b.first - a.last - 1 > most or not _joined(view, a, b) for a, b in pairwise(named))
    apart = apart or (len(row) < LEAST and row[1].first - row[0].last - 1 > 1)
    return None if apart or row[0].first - named[-1].last - 1 > BETWEEN else named[row.index(figure)]


def _named_between(view: View, left: Figure, right: Figure) -> bool:
    return any(left.last < named.first < right.first and named.mention.metric for named in view.metrics)


def _joined(view: View, left: Named, right: Named) -> bool:
    """Do commas or an "and" stand between two metrics, and no figure?"""
    return view.count(COMMA, left.last, right.first) > 0 or view.has("and", left.last, right.first)


def listed_after(view: View, group: Group, homes: dict[Figure, Statement]) -> Statement | None:
    """ "write-downs of $521 million tied to offices, | $339 million for houses": the statement whose list goes on."""
    lead = group.first
    marked = view.forms(lead.first - 1, lead.first - 1) in ([","], ["and"])
    if not marked or lead.role not in ("none", "value") or not view.has("for_what", lead.last + 1, lead.last + 2):
        return None
    before = next((other for other in reversed(view.figures) if other.last < lead.first), None)
    home = homes.get(before) if before is not None else None
    if before is None or home is None or not is_money(lead.quantity.unit) or lead.first - before.last > ROW:
        return None
    goes_on = before.quantity.unit == lead.quantity.unit and before.role in ("none", "value")
    broken = any(view.has(group_, before.last + 1, lead.first - 1) for group_ in BREAKS)
    return home if goes_on and not broken else None
