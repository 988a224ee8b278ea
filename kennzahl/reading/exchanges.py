"""Percentages that tell of shares and indices, though a word for profit or a holding stands beside them."""

from __future__ import annotations

from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.grouping import Group
from kennzahl.reading.view import Named, View, size

EXCHANGES = frozenset({"share_price", "index"})
OF_SHARES = 10  # words from "shares" to "valued at"
LEVEL = 500  # points that an index has at least; no margin moves by so many


def is_of_shares(view: View, named: Named, metric: str, group: Group) -> bool:
    """ "mit Verlusten von 4 Prozent", "stand 0,5 Prozent im Minus bei 19.384 Punkten", "gehörte mit plus 9 Prozent".

    A profit is not so many percent, it grows by them; and nobody holds plus 9 percent.
    """
    if not all(figure.is_relative for figure in group.figures) or named.mention.direction:
        return False
    lead = group.first
    if metric == "stake":
        return len(group.figures) == 1 and lead.role == "change" and not lead.by
    if metric not in PROFITS:
        return False
    if tells_a_level(view):
        return True
    if lead.by or lead.quantity.form == "multiple":
        return False
    many = view.has("shares_move", named.first, named.last)
    return many and (lead.role in ("none", "value") or named.first > lead.last)


def tells_a_level(view: View) -> bool:
    """ "um 1,2 Prozent auf 25.508 Punkte": does a sentence say where an index stands?"""
    return any(f.quantity.unit in ("pp", "pt") and (f.quantity.value or 0) >= LEVEL for f in view.figures)


def is_multiple(group: Group) -> bool:
    """ "mit 13 günstiger bewertet": how many years' profits a share costs."""
    return group.first.is_bare and size(group.first) < LEVEL


def values_shares(view: View, named: Named) -> bool:
    """ "Shares in Muster, | valued at $5 billion": are they what is valued, in a phrase of its own?"""
    if view.forms(named.first - 1, named.first - 1) != [","]:
        return False
    spoken = next((other for other in reversed(view.metrics) if other.last < named.first), None)
    return spoken is not None and spoken.mention.aside == "share_price" and named.first - spoken.last <= OF_SHARES


def is_traded(view: View, named: Named) -> bool:
    """ "Die Anteile waren am Freitag noch 5 Millionen Euro | wert": worth what an exchange says?"""
    before = (other.mention for other in view.metrics if other.last < named.first)
    return any(other.metric in ("stake", "market_cap") or other.aside in EXCHANGES for other in before)
