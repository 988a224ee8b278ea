"""What figures in brackets say: a conversion, a change, or what the label before the colon says."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.borrowing import scaled
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.tokens import is_year
from kennzahl.reading.view import SEMICOLON, Figure, View
from kennzahl.reading.wholes import whole_of

OPEN, CLOSE = frozenset("([„"), frozenset(")]")
MINUS = frozenset("-–−")
LEVEL = 4  # words from "das Niveau" to the bracket


def in_brackets(view: View, figure: Figure, index: int) -> bool:
    """Figures in brackets: a conversion, a change, or what the label before the colon says."""
    opening = next(
        (i for i in range(figure.first - 1, max(figure.first - 20, -1), -1) if view.tokens[i].form in OPEN), None
    )
    if opening is None or index == 0 or any(t.form in CLOSE for t in view.tokens[opening : figure.first]):
        return False
    before = next((one for one in reversed(view.figures[:index]) if not (one.is_bare and one.first > opening)), None)
    if before is None:
        return False
    if before.first > opening and not view.count(SEMICOLON, before.last, figure.first):
        return False
    marks = [word for word in range(opening, figure.first) if view.tokens[word].form in (";", ",")]
    opening = max(marks, default=opening)
    label = range(opening + 1, figure.first)
    unit, other = figure.quantity.unit, before.quantity.unit
    money = is_money(unit) and is_money(other)
    same = any(one.quantity.unit == unit or figure.is_bare for one in view.figures[:index])
    if money and unit != other and _beside(view, before.last + 1, opening - 1):
        figure.role, figure.rule, figure.partner = "conversion", "brackets", before
        return True
    if view.has("consensus_label", opening + 1, figure.first - 1) or _is_source_label(view, opening, figure):
        figure.role, figure.rule, figure.consensus = "value", "label", True
        return True
    named = view.has("left.prior", opening + 1, figure.first - 1) or _labelled_period(view, label)
    if named or (same and _is_year_ago_label(view, label)):
        figure.role, figure.rule = "prior", "label"
        figure.guidance_prior = view.has("prior_guidance", opening + 1, figure.first - 1)
        return True
    compared = view.has("yoy", max(opening - 4, 0), opening) or _shares_unit(view, before, figure)
    compared = compared or (is_year(view.tokens[opening - 1].form) and view.has("levels", opening - LEVEL, opening))
    if compared and (same or (before.role == "change" and before.is_relative)) and not len(label):
        figure.role, figure.rule = "prior", "brackets"
        return True
    if not len(label) and _is_signed_change(view, before, figure):
        figure.role, figure.rule, figure.partner = "change", "brackets", before
        if figure.is_bare and before.quantity.unit == "count":
            figure.quantity = scaled(figure.quantity, before.quantity.scale)
        return True
    if figure.is_relative and _is_of_revenue(view, figure):
        figure.role, figure.rule, figure.partner = "share", "brackets", before
        return True
    if figure.is_relative and len(label) <= 2 and _is_part(view, before, figure):
        figure.role, figure.rule = "share", "brackets"
        return True
    if figure.is_relative and len(label) <= 2:
        figure.role, figure.rule = "change", "brackets"
        return True
    return False


def _is_part(view: View, before: Figure, figure: Figure) -> bool:
    """ "4.095 Mitarbeiter (55 Prozent)": behind a count that does not move, a percentage without a sign is a part."""
    counted = any(n.first == before.last + 1 and n.mention.metric == "employees" for n in view.metrics)
    if not counted or before.quantity.unit != "count" or _sign(view, figure) != 0:
        return False
    return not any(view.has(group, 0, len(view.tokens)) for group in ("up", "down", "nouns.up", "nouns.down"))


def _is_of_revenue(view: View, figure: Figure) -> bool:
    """ "ein Ebit von 15 Mio. Euro (7,7 Prozent | des Umsatzes)": so much of what a company turns over."""
    whole = whole_of(view, figure)
    if whole is None or whole.mention.metric != "revenue" or whole.mention.direction:
        return False
    return not view.count(CLOSE, figure.last, whole.first)


def _is_signed_change(view: View, before: Figure, figure: Figure) -> bool:
    """ "auf 21,5 Mio. Euro (+3,4 Mio. Euro)", "auf 700 Tonnen (minus 18)": a sign makes a change of an amount.

    A profit may be followed by the loss of the year before ("ein Ebit von 5 (-2) Millionen").
    """
    sign = _sign(view, figure)
    if sign == 0 or before.is_relative or before.is_bare or not view.metrics_before(figure.first):
        return False
    if not (figure.is_bare or figure.quantity.unit == before.quantity.unit):
        return False
    return sign > 0 or not any(named.mention.metric in PROFITS for named in view.metrics_before(figure.first))


def _sign(view: View, figure: Figure) -> int:
    """The sign that a figure is printed with, in words too: +1, -1, or 0 for none."""
    sign = view.tokens[figure.first].form
    if sign == "+" or view.book.is_word(sign, "plus"):
        return 1
    return -1 if sign in MINUS or view.book.is_word(sign, "minus") else 0


def _beside(view: View, first: int, last: int) -> bool:
    """ "3bn yuan (", "3bn yuan in 2004 (": nothing between, or a year."""
    return first > last or (last - first < 2 and view.tokens[last].form.isdigit())


def _shares_unit(view: View, before: Figure, figure: Figure) -> bool:
    """ "auf 1,06 (1,16) Milliarden Euro": the unit stands behind the brackets, for both."""
    bare = before.quantity.printed[-1].isdigit() and figure.quantity.printed[-1].isdigit()
    adjacent = before.last == figure.first - 2 and view.tokens[min(figure.last + 1, len(view.tokens) - 1)].form in CLOSE
    return bare and adjacent and not before.is_bare


def _labelled_period(view: View, label: range) -> bool:
    """ "(2. Quartal 2022: ...)": a bare period and a colon name what the figure is compared with."""
    forms = [view.tokens[i].form for i in label]
    return bool(forms) and forms[-1] == ":" and any(form[-4:].isdigit() and len(form) >= 4 for form in forms)


def _is_year_ago_label(view: View, label: range) -> bool:
    """ "(previous year: ...)": a time before and a colon do the same."""
    return bool(label) and view.tokens[label[-1]].form == ":" and view.has("yoy", label[0], label[-1])


def _is_source_label(view: View, opening: int, figure: Figure) -> bool:
    """ "(Vara: 19.355 Millionen)" after a sentence of what analysts expect."""
    forms = view.forms(opening + 1, figure.first - 1)
    return len(forms) == 2 and forms[1] == ":" and forms[0].isalpha() and view.has("consensus", 0, opening)
