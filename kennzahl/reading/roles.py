"""What a figure is to its metric: its value, what it is compared with, or its change. By grammar, not by distance.

German *um X* is a change, *auf X* a value, *von X auf Y* first the comparison and then the value, *nach X* a
comparison; English *by*, *to*, *from*, *versus* likewise. The words are those of the language's ``roles`` section.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

from kennzahl.facts import is_money
from kennzahl.reading.balances import balance_of, in_the_red, moves_a_volume
from kennzahl.reading.borrowing import remainder
from kennzahl.reading.brackets import CLOSE, in_brackets
from kennzahl.reading.clauses import BORDERS
from kennzahl.reading.columns import line_up
from kennzahl.reading.compared import compare_rates, compared_metric
from kennzahl.reading.cues import Cue
from kennzahl.reading.directions import (
    direction_behind,
    direction_of,
    from_standstill,
    gained_before,
    hedges_multiple,
    moved_along,
    moves_by_next,
    names_itself,
    noun_before,
    rises,
    so_many_more,
)
from kennzahl.reading.distances import is_distance
from kennzahl.reading.fitting import DIVIDENDS
from kennzahl.reading.government import left_of, left_of_figure, metric_ending, moves_plan, parts_a_whole
from kennzahl.reading.per_share import either, is_of_a_share, is_per_share, is_small_money
from kennzahl.reading.recalls import (
    EARNINGS,
    SIGNS,
    after_profit,
    along,
    beyond,
    compared_with_nothing,
    foreseen,
    from_old_plan,
    had_forecast,
    held_against,
    is_part,
    is_recalled,
    multiplied,
    opens_prior,
    planned_before,
    profit_then,
    quarter_beside_year,
    reaches,
    recalls,
    speaks_of_another,
    was_before,
    year_ago_behind,
    year_before,
)
from kennzahl.reading.signs import loss_behind, own_profit
from kennzahl.reading.view import Figure, Named, Role, View, is_ratio

Found = Literal["value", "prior", "change", "change?", "origin", "share", "conversion", "none"]
LEFT: dict[str, Found] = {
    "left.change": "change",
    "left.origin": "origin",
    "left.prior": "prior",
    "left.value": "value",
}
BASIS_MARKS = frozenset(",()-")
LARGEST_RATE = 1000  # percent; a larger bare number is a count
MOVED = 5  # words from "boosted" to "dividend"
RED = 5  # words in which "into the red" stands behind a figure
PARTICLE = 1  # word between an amount and the comma
GAINS = 4  # "gewann 777.000 Kunden hinzu"


def assign(view: View) -> None:
    """Give every figure of a sentence its role, and every change its direction."""
    for index, figure in enumerate(view.figures):
        _describe(view, figure, index, view.figures[index - 1] if index else None)
    for previous, figure in pairwise(view.figures):
        compare_rates(view, figure, previous)
    for previous, figure in pairwise(view.figures):
        if year_before(view, figure, previous):
            figure.role, previous.role, previous.rule = "prior", "none", "second comparison"
        if (other := quarter_beside_year(view, figure, previous)) is not None:
            figure.role, other.role, other.rule = "prior", "none", "second comparison"
    compared_with_nothing(view)
    line_up(view)
    for figure in view.figures:
        if figure.is_relative or (figure.role == "change" and not figure.direction):
            figure.direction = figure.direction or direction_of(view, figure)
        from_standstill(view, figure)


def _describe(view: View, figure: Figure, index: int, previous: Figure | None) -> None:
    figure.per_share = is_per_share(view, figure, index)
    if view.has("into_red", figure.last + 1, figure.last + RED):
        figure.loss = True
    edge, left = left_of_figure(view, figure)
    named = metric_ending(view, edge)
    if left is None and named is not None and named.mention.metric in EARNINGS:
        # "vs loss 28 cts", "nach Verlust 3 Mio": the comparison stands before the loss
        figure.loss = named.mention.term.loss
        _, before = left_of(view, named.first - 1)
        if before is not None and before.group == "left.prior":
            left, named.consumed = before, True
    role = "change" if figure.quantity.form == "multiple" else _by_left(view, figure, index, left, edge, previous)
    if in_brackets(view, figure, index):
        if figure.role == "prior":
            own_profit(view, figure)
        return
    if is_distance(view, figure, previous):
        return
    reached = left is not None and view.has("to", left.first, left.last)
    likened = left is not None and view.has("represents", left.first - 1, left.last)  # "equivalent to | a third"
    if figure.quantity.form == "fraction" and reached and not likened:
        figure.quantity = remainder(figure.quantity)  # "sank auf ein Drittel" is a fall by two thirds
        figure.role, figure.rule, figure.direction = "change", "fraction left", -1
        return
    if role == "none" and previous is not None and either(view, figure, previous, edge):
        closed = view.count(CLOSE, previous.last + 1, figure.first)
        if index > 1 and previous.role == "prior" and previous.rule in ("brackets", "label") and closed:
            previous = view.figures[index - 2]  # "299 (281) Millionen oder | 2,20 (2,06) Euro je Aktie"
        figure.role, figure.rule, figure.partner = previous.role, "coordinated", previous
        figure.guidance_prior, figure.consensus = previous.guidance_prior, previous.consensus
        figure.loss = previous.loss
        figure.per_share = figure.per_share or is_of_a_share(figure, previous)
        if previous.role == "none" and (way := moved_along(view, figure)):
            figure.role = previous.role = "change"
            figure.direction = previous.direction = way
        if previous.role in ("none", "value") and year_ago_behind(view, figure):
            figure.role = previous.role = "prior"
            previous.recalled = index == 1
            own_profit(view, previous)
            figure.loss = previous.loss
        return
    if role == "none" and named is not None and _is_moved(view, named):
        paid = named.mention.metric in DIVIDENDS and is_small_money(figure)  # "raised its dividend | 1 cent"
        role = "change" if figure.is_relative or paid else role
    moved = role == "none" and moves_plan(view, figure, edge)
    role = "change" if moved else role
    if figure.quantity.unit == "pt" and (_of_a_ratio(view, figure) or (previous is not None and previous.is_relative)):
        figure.quantity = replace(figure.quantity, unit="pp")  # "81 Prozent, das waren | 2 Punkte mehr"
    role = _by_right(view, figure, role, reached=left is not None and view.has("to", left.first, left.last))
    if role in ("none", "value") and parts_a_whole(view, figure, left):
        role = "share"
    if previous is not None and role in ("none", "value") and (sign := so_many_more(view, figure, previous)):
        role, figure.direction = "change", sign
    unsaid = role in ("none", "value")
    if unsaid and (then := after_profit(view, figure, previous)) is not None:
        role, figure.loss, then.consumed = "prior", then.mention.term.loss, True
        unsaid = False
    if unsaid and (
        opens_prior(view, figure)
        or planned_before(view, figure)
        or had_forecast(view, figure)
        or from_old_plan(view, figure)
        or foreseen(view, figure, previous)
    ):
        role, figure.guidance_prior = "prior", True
    elif unsaid and (
        recalls(view, figure, previous)
        or was_before(view, figure, index)
        or multiplied(view, figure, previous)
        or beyond(view, figure, previous)
        or along(view, figure, previous)
    ):
        role = "prior"
        if (then := profit_then(view, figure)) is not None:
            figure.loss, then.consumed = then.mention.term.loss, True
    elif role == "change" and figure.is_relative and previous is not None and from_old_plan(view, figure):
        role, figure.guidance_prior = "prior", True  # "down 3 percent, against its prior view of a rise of | 2 percent"
    elif role in ("origin", "value") and left is not None and previous is not None and held_against(view, left):
        role, figure.guidance_prior = "prior", True
    if role == "change" and is_money(figure.quantity.unit) and names_itself(view, figure):
        role = "value"
    if role in ("none", "value") and is_part(view, figure):
        role = "share"
    if role == "prior":
        own_profit(view, figure)
        figure.recalled = is_recalled(view, figure, previous)
    elif role in ("none", "value") and figure.loss is None:
        figure.loss = loss_behind(view, figure)
    figure.role, figure.rule = role, (left.group if left is not None else "bare")
    figure.by = role == "change" and (moved or (left is not None and view.has("by", left.last, left.last)))
    if role == "prior" and left is not None:
        start = max(left.first - 3, 0)
        apart = (
            word for word in range(start, left.first) if view.has("and", word, word) or view.forms(word, word) == [","]
        )
        start = max((word + 1 for word in apart), default=start)
        dated = view.has("yoy", start, figure.first) or view.has("earlier", start, figure.first)
        planned = view.has("prior_guidance", start, figure.first) and not dated
        figure.guidance_prior = figure.guidance_prior or planned


def _by_left(view: View, figure: Figure, index: int, left: Cue | None, edge: int, previous: Figure | None) -> Found:
    if balance_of(view, figure) is not None:
        figure.loss = in_the_red(view, figure)
        return "value"
    ending = {cue.group for cue in view.ending_at(edge)}
    if figure.quantity.unit == "count" and gained_before(view, figure, edge, tied=left is not None):
        return "change"
    if left is None:
        percent_verb = "left.change_percent" in ending
        if percent_verb and figure.is_relative and not view.has("nouns.up", edge, edge):
            return "change?"
        if figure.quantity.form == "multiple":
            return "change"
        return "none"
    role = LEFT[left.group]
    if role == "value" and figure.quantity.is_range and figure.is_relative and rises(view, left.first - 1):
        return "change"  # "to increase between | 5 and 8 percent"
    if not figure.is_relative and view.has("red", left.first - 1, left.first - 1):
        beside = previous is not None and _in_apposition(view, figure, previous, left.first - 1)
        if beside or moves_a_volume(view, left.first - 1):
            figure.direction = -1
            return "change"
        figure.loss = True  # "ein Minus von 5 Millionen"
        return "value"
    if role == "origin" and _origin(view, figure, index) == "prior":
        compared_metric(view, figure, left)
        return "prior"
    direction = noun_before(view, left.first - 1) if view.has("of", left.first, left.last) else 0
    moved = any(cue.group == "right.change" for cue in view.beginning.get(figure.last + 1, ()))
    noun = metric_ending(view, left.first - 1)
    reached = left.first == left.last and view.has("to", left.first, left.last)
    if noun is not None and noun.mention.direction and not figure.is_relative and not reached:
        figure.direction = noun.mention.direction
        return "change"  # "ein Umsatzrückgang von 5 Millionen", "das Umsatzplus betrug 5 Millionen"
    if direction and (figure.is_relative or moved or noun is None):
        if moved and noun is not None:
            noun.consumed = True  # "a gain of 279 million from the year-ago quarter"
        figure.direction = direction
        return "change"
    if role in ("value", "origin") and compared_metric(view, figure, left):
        return "prior"
    if role == "origin":
        return "value"
    if role == "change" and not figure.is_relative and view.tokens[left.last].form in SIGNS:
        return "none"
    return role


def _in_apposition(view: View, figure: Figure, previous: Figure, noun: int) -> bool:
    """ "2,4 Millionen Euro – ein Minus | von 1,1 Millionen": behind an amount the noun says how it changed."""
    mark = noun - 2 if view.forms(noun - 1, noun - 1) != [","] else noun - 1
    apart = view.tokens[max(mark, 0)].form in BORDERS | SIGNS
    alike = previous.quantity.unit == figure.quantity.unit or figure.is_bare
    return apart and 0 <= mark - 1 - previous.last <= PARTICLE and alike  # "gaben 21 Euro | aus, ein Minus von 90 Cent"


def _origin(view: View, figure: Figure, index: int) -> Role:
    """ "von X auf Y", "from X to Y": the origin is what is compared with; a lone "von X" is the value."""
    edge, _ = left_of_figure(view, figure)
    if any(cue.group == "of_so_much" for cue in view.ending_at(edge)):
        return "value"  # "sank wegen Kosten in Höhe von | 7 Millionen auf 2"
    if index + 1 < len(view.figures):
        following = view.figures[index + 1]
        if figure.is_relative and not following.is_relative and not _may_be_percent(following):
            return "value"
        _, cue = left_of_figure(view, following)
        own = figure.last + 1  # "von 2 Millionen | Geräten auf 3"
        between = any(own <= named.first < following.first and _is_another(named, own) for named in view.metrics)
        if cue is not None and view.has("to", cue.last, cue.last) and not between and reaches(view, figure, following):
            figure.partner = following
            return "prior"
    one = view.figures[index - 1].quantity.noun if index else None
    if one is not None and figure.quantity.noun is not None and one != figure.quantity.noun:
        return "value"  # "serves 21 million customers from | 770 shops"
    return "prior" if view.has("lone_origin", edge, edge) else "value"


def _is_another(named: Named, behind: int) -> bool:
    """Does a word between two figures name a metric, and not just what the first counts?"""
    return named.mention.metric is not None and not (named.mention.term.counted and named.first == behind)


def _may_be_percent(figure: Figure) -> bool:
    """ "von 7 Prozent | auf 8", but not "ein Plus von 7 Prozent | auf 568.000"."""
    return figure.is_bare and (figure.quantity.value is None or abs(figure.quantity.value) < LARGEST_RATE)


def _is_moved(view: View, named: Named) -> bool:
    """ "boosted its quarterly dividend | 21 percent": does a verb say that it was moved?"""
    return any(
        cue.group == "left.change_percent"
        and (view.has("effects", cue.first, cue.last) or view.has("revises", cue.first, cue.last))
        for word in range(named.first - MOVED, named.first)
        for cue in view.ending_at(word)
    )


def _by_right(view: View, figure: Figure, role: Found, reached: bool) -> Role:
    after = figure.last + 1
    while after < len(view.tokens) and (view.tokens[after].form in BASIS_MARKS or view.has("basis", after, after)):
        after += 1
    groups = {cue.group for cue in view.beginning.get(after, ())}
    apart = reached or _opens_clause(view, figure, after) or speaks_of_another(view, figure)
    if "right.prior" in groups and role in ("none", "value") and not apart:
        return "prior"
    part = figure.is_relative or figure.quantity.unit == "pp"
    signed = figure.quantity.printed[0] in SIGNS
    if part and not signed and "right.share" in groups and role in ("none", "value", "change?"):
        return "share"
    hedged = figure.first - view.has("fillers", figure.first - 1, figure.first - 1)
    if role == "value" and view.has("is", hedged - 1, hedged - 1):
        role = "none"  # "das waren | 5 Millionen mehr"
    beside = role in ("none", "value", "change?") and figure.last + 1 == after and "right.change" in groups
    if figure.last + 1 == after and is_small_money(figure) and view.has("beats", after, after + 1):
        figure.direction = direction_behind(view, after)
        return "change"  # "was 2 cents above estimates"
    if figure.last + 1 == after and not part and view.has("exceeds", after, after + 1):
        figure.direction = direction_behind(view, after)
        return "change"  # "a charge that was $270 million higher than planned"
    beside = beside and not hedges_multiple(view, figure, after) and not moves_by_next(view, figure, after)
    beside = beside and (figure.is_relative or not view.has("further", after, after + 1))
    if beside and (part or role != "value"):
        figure.direction = direction_behind(view, after)
        if figure.is_relative or figure.direction:
            return "change"
    if (
        figure.quantity.unit == "count"
        and role in ("none", "value")
        and view.has("gains", figure.last, figure.last + GAINS)
    ):
        figure.direction = 1
        return "change"
    return "change" if role == "change?" else "value" if role == "origin" else role


def _of_a_ratio(view: View, figure: Figure) -> bool:
    """ "The combined ratio improved | 3.4 points": does the last metric before it name a percentage?"""
    before = [named for named in view.metrics if named.last < figure.first]
    return bool(before) and is_ratio(before[-1])


def _opens_clause(view: View, figure: Figure, after: int) -> bool:
    """ "32 Milliarden, | ein Jahr zuvor waren es 34": the words behind the comma belong to what follows."""
    if after == figure.last + 1:
        return False
    last = max((cue.last for cue in view.beginning.get(after, ()) if cue.group == "right.prior"), default=after)
    labels = view.forms(last + 1, last + 1) == [":"] or any(other.first == last + 1 for other in view.figures)
    return labels or view.has("copulas", last + 1, last + 1) or view.has("left.value", last + 1, last + 1)
