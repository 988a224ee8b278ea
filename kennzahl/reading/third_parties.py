"""What others than the company and its analysts reckon: research houses, unions, associations, rating agencies."""

from __future__ import annotations

from kennzahl.reading.statement import Statement
from kennzahl.reading.view import COMMA, View

ARTICLE = 3
"""Words before a third party: a preposition, its article, an adjective."""
BESIDE = 5
"""Words between a third party and its verb: its name, an adverb."""


def reckoned_by_others(statement: Statement) -> bool:
    """ "Research firm Muster expects Beispiel to ship | 12 million phones", "Die Gewerkschaft rechnet mit dem Abbau von
    | 400 Stellen", "..., according to estimates of the pilots' association"?"""
    view, lead = statement.view, statement.lead
    if statement.consensus:
        return False
    for party in view.cues.get("third_parties", ()):
        if _is_addressed(view, party.first):
            continue
        for verb in view.cues.get("reckons", ()):
            first, last = min(party.last, verb.last) + 1, max(party.first, verb.first) - 1
            if not 0 <= last - first + 1 <= BESIDE or _parted(view, first, last):
                continue
            if verb.first < lead.first:
                return not view.has("contrast", max(party.last, verb.last), lead.first)
            if lead.last < party.first < verb.first and view.count(COMMA, party.first - ARTICLE, party.first - 1):
                return True  # "..., research firm Muster | estimated"
    return False


def _is_addressed(view: View, party: int) -> bool:
    """ "after talks | with the union", "mit der | Gewerkschaft": does somebody else do something with it?"""
    return view.has("with_whom", party - ARTICLE, party - 1)


def _parted(view: View, first: int, last: int) -> bool:
    """Does a figure or the border of a clause stand between?"""
    return view.count(COMMA, first, last) > 0 or any(first <= figure.first <= last for figure in view.figures)
