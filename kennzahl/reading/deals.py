"""Which deals are agreed: a price that is told of a definite deal ("its 5 million purchase of Muster") is settled."""

from __future__ import annotations

from kennzahl.reading.statement import Statement

BESIDE = 3  # words between a price and the noun of its deal
NEAR = 4  # words around in which the deal is called planned or offered


def is_agreed(statement: Statement) -> bool:
    """ "its $5 million purchase of Muster": neither "a $5 million takeover" nor "its proposed $5 million purchase"."""
    view, lead, named = statement.view, statement.lead, statement.named
    if statement.metric != "deal_value" or named is None or named.mention.term.verb:
        return False
    if not 0 < named.first - lead.last <= BESIDE:
        return False
    before = lead.first - 1
    definite = view.has("definite", before, before) or any(form.endswith("'s") for form in view.forms(before, before))
    return definite and not view.has("unsettled", before - NEAR, named.last + 1)
