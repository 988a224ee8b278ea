"""What houses that judge others foretell of a company: "Muster Bank expects | Sample to earn $5 million"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kennzahl.facts import Company, Span
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import POSSESSIVE

HOUSES = frozenset({"bank", "finance", "asset_manager"})
"""Industries whose companies foretell what others will earn."""

OPENING = 20
"""Characters from the beginning of a sentence to the house whose words it tells."""


def is_foretold(statement: Statement, company: Company, named: Span | None, mentions: Sequence[CompanyMention]) -> bool:
    """Does a verb of a plan stand right before the company whose figure it is, with what that does behind, or a
    "forecast for", and another house before that? ``named`` is where the company is, ``mentions`` the sentence's."""
    view = statement.view
    if mentions and all(mention.role == "analyst" for mention in mentions):
        return mentions[0].start - view.sentence.start <= OPENING  # "Muster's Doe said he expects | 5 percent"
    if named is None or not view.sentence.start < named.start < statement.lead.quantity.start:
        return False
    starts = [token.start for token in view.tokens]
    first, behind = bisect_left(starts, named.start), bisect_left(starts, named.end)
    owns = any(view.has(group, behind, behind) for group in ("to", "shall"))
    owns = owns or view.tokens[behind - 1].form.endswith(POSSESSIVE)
    expects = owns and view.has("guidance", first - 1, first - 1)
    forecast = view.has("prior_guidance", first - 2, first - 2) and view.has("of_something", first - 1, first - 1)
    if not (expects or forecast) or view.has("contrast", behind, statement.lead.first):
        return False
    others = [mention for mention in mentions if mention.end <= named.start and mention.company != company]
    return any(mention.role == "analyst" or mention.company.industry in HOUSES for mention in others)
