"""The shape of plain text: headline, slug, time, paragraphs, and the furniture of the site it was copied from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from kennzahl import languages
from kennzahl.articles import dates

_SLUG = re.compile(r"[a-z0-9ß-öø-ÿ]+(?:-[a-z0-9ß-öø-ÿ]+){2,}")
_SENTENCE_END = re.compile(r"[.!;:,]$|\.\.\.$|…$")
_AGENCY = re.compile(r"^\(|\([a-zA-Z][\w/ -]{1,30}\) ?[-–—]")
_DASH = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?(?:[-–—]|/[\w ]{1,30}/)")
HEAD_LINES = 6  # lines behind the headline that may be slug, time or furniture
LONGEST_HEADLINE = 160
LEAD_CHARS = 120  # where a dateline with the day of publication stands


@dataclass(frozen=True, slots=True)
class Shaped:
    """Headline and body, without what is neither.

    ``relative`` and ``printed`` are what the time lines behind the headline or a dateline say; ``has_relative`` is true
    where "7 hours ago" stands there, even if nobody knows when that was.
    """

    title: str | None
    body: str
    relative: datetime | None = None
    has_relative: bool = False
    printed: datetime | None = None


def shape(text: str, language: str, title: str | None = None, fetched_at: datetime | None = None) -> Shaped:
    """Take normalised text apart. With ``title`` given, only the body is looked at."""
    lines = _without_furniture(text.split("\n"))
    if title is None and (found := _headline(lines)):
        title, lines = found, lines[1:]
    elif title is not None and lines and lines[0].strip() == title:
        lines = lines[1:]
    relative, has_relative, printed = None, False, None
    while lines and title:
        line = lines[0].strip()
        is_relative, moment = dates.ago(line, fetched_at)
        has_relative, relative = has_relative or is_relative, relative or moment
        on_line = dates.printed(line, language) if len(line) < 40 else None
        printed = printed or on_line
        if not (is_relative or on_line or line == title or _SLUG.fullmatch(line) or _is_furniture(line)):
            break
        lines = lines[1:]
    body = "\n".join(lines).strip()
    return Shaped(title, body, relative, has_relative, printed or _dateline(body, language))


def _without_furniture(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while end > start and _is_furniture(lines[end - 1]):
        end -= 1
    while start < min(end, HEAD_LINES) and _is_furniture(lines[start]):
        start += 1
    return lines[start:end]


def _headline(lines: list[str]) -> str | None:
    """The first line, where it looks like a headline and something follows."""
    if len(lines) < 2 or not any(line.strip() for line in lines[1:]):
        return None
    first, second = lines[0].strip(), lines[1].strip()
    if len(first) > LONGEST_HEADLINE or len(first.split()) < 3 or _SENTENCE_END.search(first) or _AGENCY.search(first):
        return None
    # a line that goes on in lower case was broken inside a sentence
    broken = second[:1].islower() and not _SLUG.fullmatch(second) and not dates.ago(second, None)[0]
    return None if broken else first


def _dateline(body: str, language: str) -> datetime | None:
    """The day in front of the first sentence: "HAMBURG, March 3, 2024 (agency) - ...". A dash must follow it."""
    head = body[:LEAD_CHARS].partition("\n")[0]
    found = dates.find(head, language)
    return found[0] if found and _DASH.match(head, found[1]) else None


def _is_furniture(line: str) -> bool:
    """A line of the site, or one without a word (a rule, a bullet, nothing)."""
    words = line.strip(" .:!…»>|*_=-–—").lower()
    return not words or words in _furniture()


@cache
def _furniture() -> frozenset[str]:
    return frozenset(
        str(line) for code in languages.available() for line in languages.section(code, "article")["furniture"]
    )
