"""Companies in a text: named, introduced, abbreviated and referred to, each with its role.

``find`` goes from what is certain to what is inferred: names of the catalogue; names that a legal form, a ticker or a
noun for a company introduces; short forms of these; the headline's subject; words that stand for one of them.
"""

from __future__ import annotations

from kennzahl.reading.mentions.companies.mention import CompanyMention
from kennzahl.reading.mentions.companies.recognition import find

__all__ = ["CompanyMention", "find"]
