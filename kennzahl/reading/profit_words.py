"""Which profit or margin a word means in its sentence: what stands beside it says so."""

from __future__ import annotations

from kennzahl.facts import is_money
from kennzahl.reading.fitting import PROFITS
from kennzahl.reading.grouping import Group
from kennzahl.reading.people import AROUND
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import SMALLEST_AMOUNT, Named, View, in_cents, size

MARGINS = {"ebit": "ebit_margin", "ebitda": "ebitda_margin", "gross_profit": "gross_margin", "net_income": "net_margin"}
EARNS = 4  # words from "before tax" to "earned"
LARGEST_EPS = 30  # units of currency that a share may earn, but no company
ABBREVIATED = 12  # words from a profit to the abbreviation in brackets that says which it is
MANNER = 8  # words from "profit" to "basis"
BASED = 3  # words from "based on" to the profit


def profit_of(view: View, named: Named, group: Group) -> str:
    """The metric of a word for profit that does not say which."""
    if _on_something(view, named, group):
        return "other"  # "a loss on securities" is not the year's
    if is_small_profit(group):
        return "eps"  # "earnings were 52 cents"
    exact = _exact_profit(view, named, group)
    if exact is None and _is_operating(view, named, group):
        return "ebit"
    return exact or bracketed(view, named) or "net_income"


def is_small_profit(group: Group) -> bool:
    """Is the amount one that a share earns ("earnings were 52 cents", "was expected to earn $2")?"""
    lead = group.of("value") or group.of("prior") or group.of("change")
    if lead is None or lead.is_bare or not is_money(lead.quantity.unit):
        return False
    return size(lead) < LARGEST_EPS or (in_cents(lead) and size(lead) < SMALLEST_AMOUNT)


def bracketed(view: View, named: Named) -> str | None:
    """ "operating income (EBITDA)": the abbreviation behind a metric says which profit it is."""
    for other in view.metrics:
        if other.mention.metric in PROFITS and 2 <= other.first - named.last <= ABBREVIATED:
            between = range(named.last + 1, other.first)
            marks = [view.tokens[word].form for word in between if not view.tokens[word].form[0].isalnum()]
            if (
                marks == ["("]
                and view.tokens[between[-1]].form == "("
                and view.forms(other.last + 1, other.last + 1) == [")"]
            ):
                return other.mention.metric
    return None


def margin_of(view: View, named: Named, before: Statement | None) -> str | None:
    """ "Das Ebitda stieg auf 9 Millionen, | die Marge auf 32 Prozent": the margin of what was spoken of just before."""
    before_it = view.metrics_before(named.first)
    spoken = [other.mention.metric for other in before_it if not view.has("earns", other.first, other.last)]
    last = spoken[-1] if spoken else before.metric if before is not None else None
    return MARGINS.get(last or "")


def margin_before(view: View, named: Named) -> str | None:
    """ "die Marge | beim Ergebnis vor Zinsen, Steuern und Abschreibungen", "die operative Marge (| Ebitda)"."""
    for other in view.metrics:
        near = 0 < other.first - named.last <= 2 and view.has("of_what", named.last + 1, other.first - 1)
        bracketed = other.first - named.last == 2 and view.tokens[named.last + 1].form == "("
        if (near or bracketed) and other.mention.metric in MARGINS:
            return MARGINS[other.mention.metric]
    return None


def of_ebitda(view: View) -> bool:
    """ "The margin, based on profit before interest and tax": it says of what."""
    return any(
        n.mention.metric == "ebitda" and view.has("based_on", n.first - BASED, n.first - 1) for n in view.metrics
    )


def _is_operating(view: View, named: Named, group: Group) -> bool:
    """ "Operativ wurden daraus 5 Millionen Euro | Gewinn", "auf operativer Ebene stieg das | Ergebnis": does an adverb
    before say so, with no other figure or contrast between?"""
    lead = min(named.first, group.first.first)
    cue = next((cue for cue in reversed(view.cues.get("operating", ())) if cue.last < lead), None)
    if cue is None or lead - cue.last > AROUND or view.has("contrast", cue.last, lead):
        return False
    apart = [word for word in range(cue.last, lead) if view.tokens[word].form in (",", ";")]
    return not apart and not any(cue.last < figure.first < lead for figure in view.figures)


def _exact_profit(view: View, named: Named, group: Group) -> str | None:
    """ "Vor Steuern verdienten die Münchner 838 Millionen", "Operativ (Ebitda) blieben 5 Millionen hängen", "earned
    $5 million | before interest and taxes": the verb's profit is what the words right behind its figure say, or the
    nearest before it."""
    if not view.has("earns", named.first, named.last):
        return None
    last = group.first.last
    last += view.has("of_what", last + 1, last + 1)  # "earned $5 million | in pretax income"
    behind = next((other for other in view.metrics if other.first == last + 1), None)
    if behind is not None and behind.mention.metric in ("pretax_profit", "ebit", "ebitda"):
        return behind.mention.metric
    if behind is not None and behind.mention.metric == "other" and behind.mention.term.loss:
        return "other"  # "lost $5 million | in subprime-related losses"
    reach = AROUND if named.mention.term.final else EARNS  # "Vor Zinsen und Steuern blieben 19 Mio. Euro hängen"
    for other in reversed(view.metrics):
        lead = min(named.first, group.first.first) if other.last < group.first.first else named.first
        near = 0 <= lead - other.last <= reach and not view.has("contrast", other.last, named.first)
        if near and other.mention.metric in ("pretax_profit", "ebit", "ebitda"):
            return other.mention.metric
    return None


def _on_something(view: View, named: Named, group: Group) -> bool:
    """Is it the profit or loss on one thing ("loss on Agency securities", "gain from the sale of", "losses of $3 bn
    | from exposure to mortgages")?"""
    bare = named.first == named.last and view.has("any_loss", named.first, named.last)
    if bare and named.last < group.first.first:
        since = next(figure.last for figure in view.figures if figure.first > named.last)
        behind = (cue for last in (since, group.last.last) for cue in view.beginning.get(last + 1, ()))
        if any(cue.group == "of_a_bet" for cue in behind):
            return True
    follows = view.has("of_one_thing", named.last + 1, named.last + 2)
    manner = view.has("manner", named.last + 1, named.last + MANNER)  # "profit on a current cost of supply basis"
    return follows and not manner and not view.has("of_the_whole", named.last + 1, named.last + 3)
