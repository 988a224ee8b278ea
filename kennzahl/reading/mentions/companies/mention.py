"""What the finders of this package give: a company at a place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kennzahl.facts import Company, Span

How = Literal[
    "name", "alias", "legal_form", "apposition", "headline", "ticker", "possessive", "reference", "demonym", "industry",
    "pronoun", "acronym", "outsider", "outsider's", "source",
]  # fmt: skip
Role = Literal["subject", "analyst", "agency", "other", "outsider"]
ZONE = 60
"""A company that is first named later than so many characters into a sentence does not become its topic."""
REFERENCES: frozenset[How] = frozenset(
    {"reference", "demonym", "industry", "pronoun", "outsider", "outsider's", "source"}
)


@dataclass(frozen=True, slots=True)
class CompanyMention:
    """``text[start:end]`` names a company or stands for it.

    ``role`` is what it does there: ``subject`` may own figures; ``analyst`` is a quoted house, ``agency`` a source,
    ``other`` the object of a deal, a rival, a customer, ``outsider`` who has figures and is no company (``outsiders``).
    """

    start: int
    end: int
    company: Company
    how: How
    role: Role = "subject"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_name(self) -> bool:
        return self.how not in REFERENCES
