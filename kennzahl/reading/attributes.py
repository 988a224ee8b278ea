"""Metrics that are not what a figure is of: they only say of what another metric is, why it moved, or what its verb
did to it before."""

from __future__ import annotations

from kennzahl.reading.view import Figure, Named, View

PHRASE = 3  # words from "provisions" to "for doubtful loans"
LISTED = 6  # ... where "and" joins them: "Investitionen in Sachanlagen und immaterielle Vermögenswerte"
REASON = 3  # words from "thanks to" to the metric ...
REASONS = 6  # ... where nothing but what is joined stands between: "wegen höherer Lohn- und Energiekosten"
GOVERNED = 3  # words from "unter" to "dem schwachen Umsatz"
EXPENSES = frozenset({"rd_expense", "personnel_expense", "impairment", "provisions", "tax", "capex"})
"""Costs that have a name of their own."""
TELLING = ("past", "copulas", "tells")


def qualifies(view: View, named: Named) -> bool:
    """ "Provisions for | loans fell", "Die Quote der | Stadtwerke stieg": does the word only say of what the metric
    before it is?"""
    heads = [n for n in view.metrics if n.last < named.first <= n.last + LISTED and n.mention.metric]
    if heads and heads[-1].mention.metric == "stake":
        return False
    return any(_is_head(view, head, named) for head in heads)


def _is_head(view: View, head: Named, named: Named) -> bool:
    if view.has("governs", head.first - GOVERNED, head.first - 1):
        return False  # "neben dem Umsatz | der Gewinn"
    if named.first > head.last + PHRASE and not _listed(view, head.last + 1, named.first - 1):
        return False
    if head.mention.metric == "costs" and named.mention.metric in EXPENSES:
        return False  # "spending on | research and development"
    owned = view.has("of_whose", head.last, head.last + 1) and not head.mention.term.counted
    if not (owned or view.has("of_something", head.last, head.last + 1)):
        return False
    return not any(head.last < f.first < named.first for f in view.figures)


def _listed(view: View, first: int, last: int) -> bool:
    """Do only nouns that "and" joins stand between two words, and no verb or mark?"""
    if not view.has("and", first, last) or any(not view.tokens[w].form[0].isalnum() for w in range(first, last + 1)):
        return False
    return not any(view.has(group, first, last) for group in TELLING)


def is_reason(view: View, named: Named) -> bool:
    """ "thanks to | acquisitions": does the text give it as a reason only?"""
    if "because" not in view.cues:
        return False
    if view.has("because", named.first - REASON, named.first - 1):
        return True
    since = next((c.last for c in reversed(view.cues.get("because", ())) if 0 < named.first - c.last <= REASONS), None)
    return since is not None and view.has("and", since + 1, named.first - 1) and _joined(view, since + 1, named.first)


def _joined(view: View, first: int, last: int) -> bool:
    """Do nouns, adjectives and "and" alone stand from one word to another?"""
    words = range(first, last)
    if any(first <= figure.first <= last for figure in view.figures):
        return False
    marks = any(not view.tokens[word].form[0].isalnum() and view.tokens[word].form != "-" for word in words)
    return not marks and not any(view.has(group, first, last - 1) for group in TELLING)


def is_peak(view: View, named: Named) -> bool:
    """ "Die Quote erreichte ein | Allzeithoch von 66 Prozent": a peak of what is named before, and of no share."""
    if not view.has("peaks", named.first, named.last):
        return False
    heads = [other for other in view.metrics if other.last < named.first]
    return bool(heads) and not any(other.mention.aside for other in heads)


def is_of_first_verb(view: View, named: Named, figure: Figure) -> bool:
    """ "Das Eigenkapital profitierte vom | Gewinn und stieg auf 5 Millionen": what the first of two verbs is about
    is not what the second tells; both have the subject before the first."""
    joins = [c for c in view.cues.get("and", ()) if named.last < c.first < figure.first and _is_verb(view, c.last + 1)]
    if not joins or not view.has("governs", named.first - GOVERNED, named.first - 1):
        return False
    first = next((c for g in TELLING for c in view.cues.get(g, ()) if c.last < named.first), None)
    if first is None or any(f.first < joins[0].first for f in view.figures):
        return False
    subjects = [n for n in view.metrics if n.last < first.first and not n.mention.aside]
    subject = any(not view.has("governs", n.first - GOVERNED, n.first - 1) for n in subjects)
    return subject and not any(token.form in (",", ";", ":") for token in view.tokens[: figure.first])


def _is_verb(view: View, word: int) -> bool:
    return any(cue.group in TELLING for cue in view.beginning.get(word, ()))
