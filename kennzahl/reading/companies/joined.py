"""Companies that a sentence goes on with in a clause of its own: "Muster's sales rose 5 percent, rival | Sample 3"."""

from __future__ import annotations

import re

from kennzahl.facts import Article
from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions.companies.asides import AT
from kennzahl.reading.mentions.companies.lexicon import Lexicon, lexicon
from kennzahl.reading.mentions.companies.mention import CompanyMention

TAIL = re.compile(rf"(?: [{HIGH}]\w+\.?){{0,2}}(?: ?[(<][^()<>]{{1,24}}[)>]){{0,2}}")
"""The rest of a name, and its ticker."""
AMOUNT = re.compile(r"[$€£]?\d")
BEHIND = 40
"""Characters behind a name in which its verb or its figure stands."""
DESCRIPTION = 4
"""Words from the last comma to a name that say what the company is ("die kleinere Schwester | Muster")."""


def joined_on(article: Article, mention: CompanyMention, first: CompanyMention) -> bool:
    """ "Muster's sales rose 5 percent and | Sample's fell": a clause of its own behind one that has figures already."""
    text, words = article.text, lexicon(article.language)
    joined = words.joined.search(text, max(first.end, mention.start - AT), mention.start)
    if joined is not None:
        return any(map(str.isdigit, text[first.end : joined.start()]))
    begun = _beginning(text, first.end, mention.start, words)
    if begun is None or not any(map(str.isdigit, text[first.end : begun])):
        return False
    tail = TAIL.match(text, mention.end)
    last = tail.end() if tail is not None else mention.end
    behind = text[last : last + BEHIND].split(maxsplit=2)
    told = (words.speaks, words.tells, words.moves, words.heads["own"])
    opens, following = "".join(behind[:1]), "".join(behind[1:2])
    gapped = opens in words.gapped and AMOUNT.match(following) is not None  # "..., Konkurrent | Beispiel um 4"
    return gapped or any(opens in some for some in told) or AMOUNT.match(opens) is not None  # "..., | Intel $5"


def _beginning(text: str, since: int, start: int, words: Lexicon) -> int | None:
    """Where the clause begins that a name opens, with what the company is before it ("..., | die Tochter | Muster"), at
    the last comma before the name; None where it does not open one."""
    comma = max(text.rfind(", ", since, start), text.rfind("; ", since, start))
    if comma < 0:
        return None
    described = text[comma + 2 : start].split()
    if not described:
        return comma
    noun = described[-1].casefold()
    known = noun in words.relations or words.noun(described[-1]) is not None
    return comma if known and len(described) <= DESCRIPTION and not any(map(str.isdigit, text[comma:start])) else None
