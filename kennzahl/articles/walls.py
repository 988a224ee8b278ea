"""Pages that stand in front of an article: the stub of what only subscribers may read, the question for consent, and
the one whether a robot asks.

Their few sentences are no article: read as one, a teaser's figures would come without what qualifies them.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from kennzahl import languages

Wall = Literal["paywall", "consent_wall", "robot_wall"]

STUB_WORDS = 150  # a teaser has 30 to 120; an article this short that is free is read
WALL_WORDS = 900  # the longest texts about cookies and partners
ENOUGH_PHRASES = 2  # of a wall of consent; one may stand in any article about data protection
END_CHARS = 600  # behind which the offer to subscribe stands
MAX_CHARS = 20_000


def wall(body: str, *, locked: bool, is_article: bool) -> Wall | None:
    """What stands in place of an article; None where the text may be one.

    Args:
        body: what a page reader took for the article; or all text of a page in which it found none.
        locked: the page says of itself that it is not free.
        is_article: the page says of itself that it is an article.
    """
    text = " ".join(body[:MAX_CHARS].split()).lower()
    words = text.count(" ") + 1
    if words < STUB_WORDS and (locked or any(phrase in text for phrase in _phrases("paywall"))):
        return "paywall"
    if words < STUB_WORDS * 2 and any(phrase in text[-END_CHARS:] for phrase in _phrases("paywall")):
        return "paywall"
    asked = sum(phrase in text for phrase in _phrases("consent"))
    if asked >= ENOUGH_PHRASES and words < WALL_WORDS and (not is_article or words < STUB_WORDS):
        return "consent_wall"
    if words < STUB_WORDS and not is_article and any(phrase in text for phrase in _phrases("robot")):
        return "robot_wall"
    return None


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    """Of all languages: a wall may speak another one than its site says."""
    return tuple(str(phrase) for code in languages.detected() for phrase in languages.section(code, "walls")[kind])
