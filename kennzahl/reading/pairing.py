"""Figures in a row that are those of companies in a row, each of the one at its place."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.facts import Span
from kennzahl.reading.companies import CompanyContext, respective
from kennzahl.reading.listings import plain_row, row_of_figures
from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.statement import Statement

RESPECTIVELY = "respectively"
"""The rule of a company that is named at the same place of its row."""


def owner_in_row(
    statement: Statement, siblings: Sequence[Statement], companies: CompanyContext
) -> CompanyMention | None:
    """ "BMW and Audi earned 5 billion and | 2 billion, respectively", or without the word: whose figure it is."""
    view, lead = statement.view, statement.lead
    said = row_of_figures(view, lead)
    row = said if said is not None else plain_row(view, lead)
    if lead not in row or len(row) < 2:
        return None
    if said is None and any(other.metric != statement.metric for other in siblings if other.lead in row):
        return None
    span = Span(lead.quantity.start, lead.quantity.end)
    paired = respective(row.index(lead), len(row), span, view.sentence, companies)
    subject = paired is not None and paired.role == "subject" and paired.end <= row[0].quantity.start
    return paired if said is not None or subject else None
