"""What houses and people who judge others foretell of a company: "Muster Bank expects | Sample to earn $5 million"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kennzahl.facts import Span
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import POSSESSIVE

HOUSES = frozenset({"bank", "finance", "asset_manager"})
"""Industries whose companies foretell what others will earn."""


def is_foretold(statement: Statement, company: Span | None, mentions: Sequence[CompanyMention]) -> bool:
    """Does a verb of a plan stand right before the company whose figure it is, with what that does behind, or a
    "forecast for", and a house or a person before that? ``mentions`` are those of the sentence."""
    view = statement.view
    if company is None or not view.sentence.start < company.start < statement.lead.quantity.start:
        return False
    starts = [token.start for token in view.tokens]
    first, behind = bisect_left(starts, company.start), bisect_left(starts, company.end)
    owns = any(view.has(group, behind, behind) for group in ("to", "shall"))
    owns = owns or view.tokens[behind - 1].form.endswith(POSSESSIVE)
    expects = owns and view.has("guidance", first - 1, first - 1)
    forecast = view.has("prior_guidance", first - 2, first - 2) and view.has("of_something", first - 1, first - 1)
    if not (expects or forecast) or view.has("contrast", behind, statement.lead.first):
        return False
    before = [mention for mention in mentions if mention.end <= company.start]
    if any(mention.role == "analyst" or mention.company.industry in HOUSES for mention in before):
        return True
    return not before and any(view.has(group, 0, first - 2) for group in ("persons", "consensus"))
