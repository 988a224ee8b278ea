"""Which language a text is in, by its most frequent words. Small on purpose: it only has to tell the languages that can
be read from each other and from all the rest."""

from __future__ import annotations

import re
from functools import cache

from kennzahl import languages
from kennzahl.catalog import load_catalog

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE_CHARS = 6_000
ENOUGH_WORDS = 12  # below, a headline like "Siemens: Umsatz 5 Mrd" says nothing
CLEAR_SHARE = 0.12  # business prose has 0.3 to 0.5 of its own language and below 0.1 of a foreign one


def detect(text: str, hint: str | None = None, asked: str | None = None) -> tuple[str | None, str]:
    """The language of a text and how it is known: ``detected``, ``hint`` (too short to tell) or ``default``.

    The language is None where the text is plainly in one that cannot be read. ``hint`` may be any tag ("de-AT").
    ``asked`` is a language that a person or a source asks for: one that only begins is used for nobody else.
    """
    readable = languages.detected() + ((asked,) if asked in languages.available() else ())
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE_CHARS])]
    scores = {code: sum(word in own for word in words) for code, own in _stop_words().items()}
    best = max(scores, key=lambda code: (scores[code], code in readable))
    total = len(words)
    if total >= ENOUGH_WORDS and scores[best] >= CLEAR_SHARE * total:
        return (best if best in readable else None), "detected"
    if total >= 4 * ENOUGH_WORDS and scores[best] < CLEAR_SHARE / 3 * total:
        return None, "detected"
    if _foreign_script(text):
        return None, "detected"
    hinted = (hint or "").lower().partition("-")[0].partition("_")[0]
    if hinted in readable:
        return hinted, "hint"
    likely = max(readable, key=lambda code: scores[code])
    return likely, "detected" if scores[likely] else "default"


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    own = {code: languages.section(code, "article")["stop_words"] for code in languages.available()}
    return {code: frozenset(map(str, words)) for code, words in {**load_catalog("foreign_words"), **own}.items()}


def _foreign_script(text: str) -> bool:
    """Whether most letters are not Latin ones (Latin ends below U+0250)."""
    letters = [character for character in text[:SAMPLE_CHARS] if character.isalpha()]
    return sum(character >= "\u0250" for character in letters) * 2 > len(letters)
