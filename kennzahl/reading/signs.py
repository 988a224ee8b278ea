"""Whether the figure of a profit is a loss: what the words that stand nearest to it say."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.clauses import opening
from kennzahl.reading.government import left_of_figure, metric_ending
from kennzahl.reading.recalls import EARNINGS, says_which
from kennzahl.reading.view import Figure, Named, View

LOST = 2  # words from an amount to "lost"
RED = 2  # words from "nach einem Minus" to the amount


def own_profit(view: View, figure: Figure) -> None:
    """ "besser als die 18 Cent Verlust", "nach einem Minus von 3 Millionen", "im Vorjahr war ein Verlust von 3
    angefallen", "nachdem er 3 verloren hatte": the word beside a comparison says whether it was a profit or a loss."""
    start = opening(view, figure)
    earned = any(named.first < figure.first and named.mention.metric in EARNINGS for named in view.metrics)
    lost = view.has("lost", figure.last + 1, figure.last + LOST) or view.has(
        "red", figure.first - RED, figure.first - 1
    )
    if earned and is_money(figure.quantity.unit) and lost:
        figure.loss = True
    if (then := _profit_of(view, figure)) is not None:
        figure.loss, then.consumed = then.mention.term.loss, True
    for named in view.metrics:
        behind = 0 < named.first - figure.last <= 1 and named.mention.metric in EARNINGS
        if behind or (start <= named.first < figure.first and says_which(view, named, start)):
            figure.loss, named.consumed = named.mention.term.loss, True


def _profit_of(view: View, figure: Figure) -> Named | None:
    """ "a loss of $5 million after a | profit of | $3 million a year earlier": the noun of a comparison with the same
    profit, which may have been a loss."""
    _, left = left_of_figure(view, figure)
    if left is None or not view.has("of", left.first, left.last):
        return None
    then = metric_ending(view, left.first - 1)
    if then is None or then.mention.metric not in EARNINGS:
        return None
    before = [named.mention.metric for named in view.metrics if named.last < then.first and named.mention.metric]
    if not before or EARNINGS.isdisjoint(before):
        return None
    return then if then.mention.metric == "net_income" or then.mention.metric == before[-1] else None


def loss_behind(view: View, figure: Figure) -> bool | None:
    """ "from a $3.3 million loss to a | $0.4 million profit": what the word right behind says it was, unless a
    noun before does ("einen Verlust von | 5 Millionen eingefahren")."""
    if any(n.mention.metric in EARNINGS and n.last in (figure.first - 2, figure.first - 1) for n in view.metrics):
        return None
    behind = (n.mention for n in view.metrics if n.first == figure.last + 1 and n.mention.metric in EARNINGS)
    return next((mention.term.loss for mention in behind), None)
