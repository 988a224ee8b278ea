"""How many customers, users or subscribers come and go."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.reading.clauses import opening
from kennzahl.reading.government import figure_before, left_of_figure
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, Figure, Named, View

CLIENTELE = frozenset({"customers", "users", "subscribers"})
LOSES = 3  # words from "46.000" to "Kunden verloren"


def come_or_go(view: View, figure: Figure) -> int:
    """+1 for "1,1 Millionen Neukunden" and "net additions of 5,000 subscribers", -1 for "46.000 Versicherte haben ihr
    den Rücken gekehrt", "hat 46.000 Kunden verloren" and "a loss of 46,000 users", else 0."""
    if view.has("newcomers", figure.last + 1, figure.last + 3) or _is_growth(view, figure):
        return 1
    if figure.role in ("none", "value") and view.has("loses_some", figure.last + 1, figure.last + LOSES):
        return -1
    if (joined := _and_so_many(view, figure)) is not None:
        return joined.direction or 1
    if view.has("goings", figure.first - LOSES, figure.first - 1):
        return -1
    return -1 if view.has("leaves", figure.last + 1, len(view.tokens)) and len(view.figures) == 1 else 0


def lost_again(named: Named, figure: Figure, before: Statement) -> bool:
    """ "It lost 36,000 subscribers. Analysts expected | losses of | 31,000": those who went, behind others who did."""
    gone = before.slots.get("change_abs")
    alike = before.metric in CLIENTELE and gone is not None and gone.direction < 0
    counted = figure.consensus or figure.quantity.scale == 1  # "it also posted a loss of 31 million"
    if not (alike and named.mention.term.loss and figure.is_bare and counted):
        return False
    figure.role, figure.direction = "change", -1
    return True


def _is_growth(view: View, figure: Figure) -> bool:
    """ "The net additions came to | 5,000 subscribers": does a word for those who come stand before, with no figure
    between?"""
    start = max((other.last for other in view.figures if other.last < figure.first), default=-1)
    return view.has("comings", max(start, opening(view, figure)), figure.first)


def _and_so_many(view: View, figure: Figure) -> Figure | None:
    """ "added 173,000 lines and | 135,000 customers": the number before, which "and" joins and which came or went."""
    before = figure_before(view, figure)
    if before is None or before.quantity.unit != "count" or before.role != "change" or before.by:
        return None
    edge, _ = left_of_figure(view, figure)
    joined = edge > before.last and view.has("and", edge, edge)
    return before if joined and not view.count(COMMA, before.last + 1, edge) else None


def added(figure: Figure, spoken: Sequence[Statement]) -> Figure | None:
    """ "added 330,000 subscribers, more than the | 200,000 | that analysts had expected": what an estimate of how many
    come or go is held against."""
    before = next((one for one in reversed(spoken) if one.metric in CLIENTELE), None)
    if not figure.consensus or before is None or set(before.slots) != {"change_abs"} or before.consensus:
        return None
    return before.slots["change_abs"]
