"""Pieces that are counted: sold, ordered, made, called back."""

from __future__ import annotations

from kennzahl.reading.attachment import COMMAS, STOPS
from kennzahl.reading.fitting import MANY
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.grouping import Group
from kennzahl.reading.people import surroundings
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import Figure, Named, View, size

COUNTED = frozenset({"order_intake", "order_backlog", "production", "other"})
"""What a sentence may speak of whose pieces it counts."""
BESIDE = 2  # words from "sales" to the amount in "sales of 10 million"
MANY_MACHINES = 10_000
"""More of a thing than one company buys at a time."""
CALLED_BACK = 3  # words from "recalled" to the cars, or back


def volume_of_pieces(view: View, named: Named, group: Group) -> str:
    """ "The backlog | of Airbus comprises 8,600 planes": the pieces are what the clause speaks of, otherwise sold."""
    spoken = [n for n in view.metrics if n.last < group.first.first and not n.mention.term.counted]
    if spoken and spoken[-1].mention.metric in COUNTED:
        between = range(spoken[-1].last + 1, group.first.first)
        if not any(view.tokens[word].form in COMMAS | STOPS for word in between):
            return str(spoken[-1].mention.metric)
    if view.has("handles", *surroundings(view, named)) or view.has("capacity", 0, group.first.first):
        return "other"  # freight, and what could be made
    if _are_bought(view, named, group.first):
        clients = any(n.mention.metric == "customers" and n.last < group.first.first for n in view.metrics)
        return "order_intake" if clients else "other"
    if _is_called_back(view, named, group.first):
        return "other"  # cars that go back to the workshop
    if view.has("in_stock", 0, named.last) or view.has("fleets", group.first.first - 1, group.first.first - 1):
        return "other"  # cars that nobody has bought yet, "mit ihren | 12 Bussen"
    return "production" if view.has("produced", *surroundings(view, named)) else "units_sold"


def _are_bought(view: View, named: Named, figure: Figure) -> bool:
    """ "ordered | 10 jets", "has agreed to buy up to | 60 trucks", "hat 25 Züge | bestellt": what somebody gets from a
    maker. Where the verb stands last, customers of the company may be the ones who do it."""
    if size(figure) >= MANY_MACHINES:
        return False  # "people bought | 5 million phones" from whom the text is about
    edge, _ = left_of_figure(view, figure)
    around = surroundings(view, named)
    return view.has("orders_some", edge, edge) or (view.has("acquires", *around) and not view.has("acquirers", *around))


def _is_called_back(view: View, named: Named, figure: Figure) -> bool:
    """ "a recall | of | 5,000 cars", "rief 5,000 Autos in die | Werkstatt", but not "verkaufte nach dem Rückruf | 5.000
    Autos"?"""
    edge, _ = left_of_figure(view, figure)
    for cue in view.cues.get("called_back", ()):
        of = view.has("of", cue.last + 1, cue.last + 1)
        verb = view.text[view.tokens[cue.first].start].islower()
        if 0 < figure.first - cue.last <= CALLED_BACK and (of or (verb and cue.last == edge)):
            return True
        if 0 < cue.first - named.last <= CALLED_BACK:
            return True
    return False


def counts_pieces(view: View, named: Named, group: Group, before: Statement | None) -> bool:
    """ "sales fell 12 percent to | 243,610": a whole number without money counts pieces, and so do the next sales."""
    if named.first != named.last or not view.has("sales", named.first, named.last):
        return False
    value = group.of("value")
    if value is None or value.is_relative:
        counted = before is not None and before.metric == "units_sold" and "sales" in before.view.cues
        return counted and group.first.is_relative
    counted = before is not None and before.metric == "units_sold"
    if counted and value.is_bare and value.partner is None and value.quantity.step >= MANY:
        return True  # "It shipped 26 million phones. Sales of the tablet were | 14 million"
    thing = view.has("of_its", named.last + 1, named.last + 2) and value.first - named.last > BESIDE
    if thing and value.is_bare and value.partner is None and value.quantity.step >= MANY and not value.consensus:
        return True  # "expects sales of its new phone to top | 10 million"
    whole = value.quantity.step == 1 and size(value) >= MANY and value.rule == "left.value"
    return whole and value.is_bare and value.partner is None
