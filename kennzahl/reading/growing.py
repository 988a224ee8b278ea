"""Growth that names no metric: a company or a part of it grows by what it turns over."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.clauses import opening
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.grouping import Group
from kennzahl.reading.view import Named, View, size

SMALLEST_SUM = 100_000  # units of currency: less is a private person's, or the price of one thing
VERB = 2  # words from "lag" to "das Plus"
NOUN = 4  # words from "growth" to its rate


def grows_organically(view: View, group: Group) -> bool:
    """ "Growth was | 6 percent in constant currencies": what grows so is what a company turns over."""
    lead = group.first
    if len(group.figures) > 1 or not lead.is_relative or not view.has("organic", 0, len(view.tokens)):
        return False
    return view.has("growth", lead.first - NOUN, lead.first - 1) and not view.metrics_before(len(view.tokens))


def is_growth(view: View, group: Group) -> bool:
    """ "Im Neugeschäft betrug das Wachstum | 5 Prozent", "Im Quartal lag das Plus bei | 5 Prozent": a rate that the
    noun before it says to be a change."""
    lead, first = group.first, max(group.first.first - NOUN, 0)
    if len(group.figures) > 1 or not lead.is_relative or lead.role not in ("none", "value") or view.metrics:
        return False
    nouns = [cue.last for cue in view.cues.get("growth", ()) if first <= cue.first and cue.last < lead.first]
    told = bool(nouns) and view.has("amounts", nouns[-1] - VERB, lead.first)
    of_others = any(view.has(name, 0, len(view.tokens)) for name in ("whole_market", "according"))
    return told and not of_others


def company_grows(view: View, group: Group) -> bool:
    """ "2025 will Muster um | 5 Prozent wachsen": a company grows by what it turns over."""
    lead, value = group.first, group.of("value")
    to = value is not None and is_money(value.quantity.unit) and size(value) >= SMALLEST_SUM
    if (
        not (view.named or view.refers)
        or view.metrics
        or len(view.figures) > len(group.figures)
        or not (to or len(group.figures) == 1)  # "um 5 Prozent auf 7 Milliarden Euro gewachsen"
        or not lead.is_relative
        or lead.consensus
    ):
        return False
    if view.has("whole_market", 0, lead.first):
        return False  # "Der Markt wuchs um | 5 Prozent, sagte Muster"
    said = view.has("according", 0, len(view.tokens))  # "nach Angaben von Muster": the company only says so
    return lead.by and lead.direction > 0 and not said and view.has("grows", 0, len(view.tokens))


def business_moves(view: View, group: Group) -> bool:
    """ "Das Batteriegeschäft legte um | 5 Prozent zu", "Business in China fell | 5 percent": a business, too, moves by
    what it turns over."""
    lead = group.first
    if len(group.figures) > 1 or not lead.is_relative or lead.role != "change" or not lead.direction or lead.consensus:
        return False
    start = opening(view, lead)
    if view.has("whole_market", start, lead.first) or any(start <= n.last < lead.first for n in view.metrics):
        return False
    named = [cue.first for cue in view.cues.get("businesses", ()) if start <= cue.first < lead.first]
    return any(not view.has("of", first - 1, first - 1) for first in named)  # "lines of | business"


def does_more(view: View, group: Group) -> Named | None:
    """ "| earned | about 5 percent | more than a year ago": a verb of a metric, and how much more or less of it
    there is; not "earned 5 percent more than Muster"."""
    lead, behind = group.first, group.first.last + 1
    if len(group.figures) > 1 or not lead.is_relative or not view.has("so_much_more", behind, behind):
        return None
    if view.has("than", behind + 1, behind + 1) and view.text[view.tokens[behind + 1].end + 1 :][:1].isupper():
        return None
    edge, _ = left_of_figure(view, lead)
    return next((named for named in view.metrics if named.last == edge and named.mention.term.verb), None)


def turns_over(view: View, group: Group) -> bool:
    """ "The printing business | grew 18 percent to $23 million": a part of a company grows by what it turns over."""
    change, value = group.of("change"), group.of("value")
    if change is None or value is None or not change.is_relative or not is_money(value.quantity.unit):
        return False
    subject = view.has("units", 0, group.first.first) and size(value) >= SMALLEST_SUM
    return subject and not any(named.last < group.first.first for named in view.metrics)
