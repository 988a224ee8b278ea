"""Which amounts are those of one share."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.clauses import opening
from kennzahl.reading.view import SMALLEST_AMOUNT, Figure, View, in_cents, size

LINK = 3  # words to the next figure in "1,10 statt 1,20 Euro"


def is_per_share(view: View, figure: Figure, index: int) -> bool:
    """ "1,20 Euro je Aktie"; "je Aktie verdiente der Konzern 1,20 Euro", before any other figure of the clause."""
    shared = [named for named in view.metrics if named.mention.term.per_share]
    if not shared:
        return False
    reach = 1 if view.forms(figure.last + 1, figure.last + 1) == [","] else 2  # "5 Millionen, je Aktie 1,10"
    if any(0 <= named.first - figure.last <= reach for named in shared):
        return True
    following = view.figures[index + 1] if index + 1 < len(view.figures) else None
    if following is not None and figure.quantity.printed[-1].isdigit() and following.first - figure.last <= LINK:
        # "27,50 statt 25 Euro je Aktie": both, as one names the unit for both
        return figure.quantity.unit == following.quantity.unit and is_per_share(view, following, index + 1)
    if size(figure) >= SMALLEST_AMOUNT:
        return False  # "sold a unit for | $5 million"
    start = opening(view, figure)
    ahead = [named for named in shared if start <= named.first < figure.first]
    return bool(ahead) and not any(start <= other.first for other in view.figures[:index])


def is_per_unit(view: View, figure: Figure) -> bool:
    """ "earns $2 million | an hour", "50 Euro | je Kunde": what comes in in a time, or by one customer or piece."""
    behind = figure.last + 1
    if any(cue.group == "per_unit" for cue in view.beginning.get(behind, ())):
        return True
    return view.has("per", behind, behind) and not view.has("of_a_year_or_share", behind + 1, behind + 1)


def is_of_a_share(figure: Figure, previous: Figure) -> bool:
    """ "a profit of $144.8 million, or | 65 cents": so little is earned by one share."""
    return is_small_money(figure) and size(figure) < SMALLEST_AMOUNT <= size(previous) and not previous.is_relative


def is_small_money(figure: Figure) -> bool:
    return is_money(figure.quantity.unit) and in_cents(figure) and not figure.is_bare


def either(view: View, figure: Figure, previous: Figure, edge: int) -> bool:
    """ "$5 million, or 8 cents a share", "$5 million, 8 cents a share": the same statement in other units."""
    beside = figure.per_share and not previous.per_share and is_money(previous.quantity.unit)
    if beside and edge == previous.last + 1 and view.forms(edge, edge) == [","]:
        return True
    return edge - previous.last <= 8 and any(cue.group == "either" for cue in view.ending_at(edge))
