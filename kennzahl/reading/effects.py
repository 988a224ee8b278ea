"""What moved sales or profit, and by how much: a currency, a strike, a special item. Such a figure is no level of them,
and no growth, but a figure of its own."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.government import left_of_figure
from kennzahl.reading.grouping import Group
from kennzahl.reading.per_share import is_small_money
from kennzahl.reading.view import COMMA, Figure, Named, View

EFFECTS = PROFITS | {"revenue"}
"""What something adds to."""
EFFECT = 3  # words from "lowered" to "revenue"
FORCE = 6  # words from "currency" to "lowered"
NEAR = 4  # words from "add" to the amount
ONE_OFF = 5  # words from the amount to "benefit" in "a 3 cents per share tax benefit"


def adds_to(view: View, figure: Figure) -> Named | None:
    """ "would add | 7 cents a share | to earnings", "an impact of | $7 million | on profits": the metric that a figure
    is only an effect on."""
    if not is_money(figure.quantity.unit):
        return None
    added = adds(view, figure)
    hit = view.has("impacts", 0, figure.first - 1) and view.has("along", figure.last + 1, figure.last + 1)
    to = next((cue.last for cue in view.cues.get("to", ()) if 0 < cue.first - figure.last <= NEAR), None)
    to = figure.last + 1 if hit else to if added else None
    if to is None:
        return None
    behind = (named for named in view.metrics if 0 < named.first - to <= NEAR)
    return next((named for named in behind if named.mention.metric in EFFECTS), None)


def adds(view: View, figure: Figure) -> bool:
    """ "will contribute | $7 million": does a verb right before an amount say that it is added to something?"""
    return view.has("adds", figure.first - NEAR, figure.first - 1)


def is_part_added(view: View, named: Named, figure: Figure) -> bool:
    """ "Profit rose, with cuts adding | $7 million", "The profit included | $7 million | from a sale": what came in on
    top of it, or is in it."""
    if named.first > figure.first or figure.role not in ("none", "value") or not is_money(figure.quantity.unit):
        return False
    edge, _ = left_of_figure(view, figure)
    included = named.mention.metric in PROFITS and view.has("includes", edge, edge)
    return included or view.has("adds", edge, edge)


def is_effect(view: View, named: Named, group: Group) -> bool:
    """ "The strong dollar | lowered | reported revenue by $5 million", "Storms | dented | sales by 2 percent":
    what took a part of sales or profit away, or added it."""
    lead = group.first
    if lead.role != "change" or not (lead.by or (lead.is_relative and group.of("value") is None)):
        return False
    if view.has("prior_guidance", named.last + 1, named.last + 1):
        return False  # "cut its profit forecast by 5 million"
    if view.has("to", lead.last + 1, lead.last + 1):
        return False  # "boosted revenue by 5 million to 9 million"
    verbs = [c for word in range(named.first - EFFECT, named.first) for c in view.ending_at(word)]
    if is_money(lead.quantity.unit):
        return any(cue.group == "effects" for cue in verbs)
    return any(_is_force(view, cue.first) for cue in verbs if cue.group == "effects")


def _is_force(view: View, verb: int) -> bool:
    """ "| Currency moves | reduced", "| Die Streiks | schmälerten": is it nobody's deed?"""
    force = next((cue for cue in reversed(view.cues.get("forces", ())) if cue.last < verb), None)
    return force is not None and verb - force.last <= FORCE and not view.count(COMMA, force.last, verb)


def is_one_off(view: View, figure: Figure) -> bool:
    """ "excluding a | 3-cent-per-share | benefit", "a benefit of | 3 cents a share": what a share owes to one thing is
    not what it earns."""
    if not is_small_money(figure) or figure.role == "prior":
        return False
    before = figure.first - 1
    if view.has("article", before, before):
        return view.has("one_offs", figure.last + 1, figure.last + ONE_OFF)
    named = any(named.last == before - 1 for named in view.metrics)
    if view.has("bare_items", before - 1, before - 1) and _leaves_out_items(view, before - 1):
        return False  # "profit excluding special items of | 48 cents": the profit
    return not named and view.has("of", before, before) and view.has("one_offs", before - 1, before - 1)


def _leaves_out_items(view: View, items: int) -> bool:
    """ "a profit | excluding special items": do the words say of which profit the amount behind them is?"""
    cue = next((cue for cue in reversed(view.cues.get("adjusted", ())) if cue.first < items), None)
    if cue is None or items - cue.last > NEAR:
        return False
    return any(named.last == cue.first - 1 and named.mention.metric in PROFITS for named in view.metrics)
