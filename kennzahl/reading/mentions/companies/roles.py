"""What a named company does in its sentence: own figures, be quoted, or be somebody's deal, rival or customer."""

from __future__ import annotations

from kennzahl.reading.mentions.companies.mention import Role
from kennzahl.reading.mentions.companies.scan import Scan

REACH = 90


def role_of(scan: Scan, first: int, last: int) -> Role:
    """The role of the name at words ``first`` to ``last``, by the words around it."""
    lexicon, text = scan.lexicon, scan.article.text
    gap, following = scan.gap(last), scan.lower(last + 1)
    if gap in ("-", "‑"):
        head = following
        for kind in ("analyst", "other"):
            if head in lexicon.heads[kind]:
                return "analyst" if kind == "analyst" else "other"
    if gap in ("'", "’") and following == "s":
        gap, following = scan.gap(last + 1), scan.lower(last + 2)
    if gap == " " and following in lexicon.after["analyst"]:
        return "analyst"
    if gap == " " and following in lexicon.after["other"]:
        return "other"
    start = scan.tokens[first].start
    left = text[max(0, start - REACH) : start].replace("\n", " ")
    for pattern, kind in lexicon.before:
        cut = max(left.rfind(mark) for mark in (", ", "; ", ": ", "(", '"', ". "))
        if pattern.search(left[cut + 1 :].casefold()):
            return "analyst" if kind == "analyst" else "other"
    return "subject"
