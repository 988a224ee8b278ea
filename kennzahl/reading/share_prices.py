"""Figures of shares, which are none of the company: what one costs, how it moved, how many somebody sold."""

from __future__ import annotations

from kennzahl.reading.government import figure_before, left_of_figure
from kennzahl.reading.per_share import is_small_money
from kennzahl.reading.view import Figure, Named, View

OF_SHARE = 6  # words from "59 Euro" to "je Aktie an die Börse"
AT = 2  # words from "1.1 percent" to "at $80.90"
MOVED = 3  # words from "lost" to "around 1 percent"
NEAR = 4  # words from the number of shares to what is done with them


def is_price_move(view: View, figure: Figure) -> bool:
    """Where a company itself goes up or down, and nothing of it, its shares do: "Barling rose | 15p to 590", "Barling
    is up | 42 percent for the year", "Barling lost | 3 percent on disappointing sales", which only say why."""
    if any(named.last < figure.first and not view.inserted(named.first, figure.first) for named in view.metrics):
        return False
    if not figure.is_relative:
        moved = figure.role == "change" and is_small_money(figure)
        return moved and view.has("share_moves", figure.first - MOVED, figure.first - 1)
    if not view.named or any(cue.group == "is_up" for cue in view.ending_at(figure.first - 1)):
        return view.named
    moves = view.cues.get("share_moves", ())
    verb = next((cue.first for cue in moves if 0 < figure.first - cue.first <= MOVED), 0)
    reasons = [named.first for named in view.metrics if named.first > figure.last]
    if verb == 0 or not reasons or not view.has("why", figure.last + 1, reasons[-1] - 1):
        return False
    return view.text[view.tokens[verb - 1].start].isupper()


def is_price_of_share(view: View, figure: Figure) -> bool:
    """ "went public at | $59 | a share", "Anleger zahlten | 59 Euro je Aktie": what a share costs, and nothing that it
    earns."""
    start = max((other.last + 1 for other in view.figures if other.last < figure.first), default=0)
    if view.has("share_values", start, figure.first):
        return True  # "Breakup values exceed | $59 | a share"
    if figure.consensus or figure.role == "change":
        return False
    return view.has("share_prices", start, figure.last + OF_SHARE)


def is_what_was_bought(view: View, figure: Figure, named: Named) -> bool:
    """ "The bonds that he bought have rallied | 10 percent": is it what was bought that goes up or down?"""
    if not figure.is_relative or named.mention.term.share is None:
        return False
    below = view.has("discounts", figure.last + 1, figure.last + 1)  # "for a | 67 percent | discount"
    return below or view.has("share_moves", max(figure.first - MOVED, named.last), figure.first - 1)


def sells_shares(view: View, figure: Figure, named: Named) -> bool:
    """ "Muster bought 1.9 million shares and Beispiel sold about | 1.35 million": a number without a noun goes on
    counting the shares of the one before."""
    if named.mention.metric == "units_sold" and view.has("traded", figure.first, figure.last + NEAR):
        return True  # "Am Tag wurden | 50.000 Stück | gehandelt"
    if named.mention.metric not in ("units_sold", "deal_value") or figure.quantity.noun or not figure.is_bare:
        return False
    before = [other for other in view.figures if other.last < figure.first and other.quantity.unit == "count"]
    if not before:
        return False
    counted = range(before[-1].last + 1, before[-1].last + NEAR)
    return before[-1].shares or any(n.first in counted and n.mention.aside == "share_price" for n in view.metrics)


def quotes_price(view: View, figure: Figure) -> bool:
    """ "Shares turned lower to post a | loss of | 1.1 percent", "... 1.1 percent at | $80.90 | a share": how far shares
    moved, and where to."""
    traded = any(named.mention.aside == "share_price" and named.last < figure.first for named in view.metrics)
    if not traded:
        return False
    edge, left = left_of_figure(view, figure)
    if figure.is_relative:
        of = left is not None and view.has("of", left.first, left.last)
        return of and any(n.last == edge - 1 and n.mention.metric == "net_income" for n in view.metrics)
    before = figure_before(view, figure)
    beside = before is not None and before.is_relative and figure.first - before.last == AT
    return beside and figure.per_share and view.has("at_what", figure.first - 1, figure.first - 1)
