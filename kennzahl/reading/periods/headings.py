"""The paragraphs of a text, and its lines that only name a period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kennzahl.facts import Sentence
from kennzahl.reading.letters import HIGH
from kennzahl.reading.mentions.periods.mention import PeriodMention

ENTRY = re.compile(rf":\s+(?=[{HIGH}])")
"""Behind the year with which an entry of a chronicle begins: "2021: Muster grows"."""


def paragraphs_of(sentences: Sequence[Sentence]) -> list[int]:
    """Where each paragraph starts, by its number; the headline counts as the start of the body."""
    starts = [0] * (sentences[-1].paragraph + 1 if sentences else 1)
    for sentence in reversed(sentences):
        starts[sentence.paragraph] = sentence.start
    body = next((s.start for s in sentences if not s.is_headline), 0)
    return [max(start, body) for start in starts]


def is_heading(text: str, sentence: Sentence, mention: PeriodMention) -> bool:
    if mention.span.start == sentence.start and mention.stated and ENTRY.match(text, mention.span.end):
        return mention.role == "own" and not sentence.is_headline
    rest = text[sentence.start : mention.span.start] + text[mention.span.end : sentence.end]
    return not sentence.is_headline and len(rest.strip(" .:-–*•\n")) < 3 and mention.role in ("own", "refer")
