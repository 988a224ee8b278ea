"""The gate of web archives: whether a page may hold a company's figures, from its raw bytes, in about a millisecond.

Most pages of the web have nothing for us, and reading one takes thirty times as long as this. A page passes with one
figure beside a word of the core ("revenue"), or several beside weaker ones ("costs"); both lists, and what makes a
number a figure, are data (``gate`` in the language files). What the gate refuses is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from kennzahl import languages
from kennzahl.articles.language import SAMPLE_CHARS, detect
from kennzahl.articles.limits import MAX_PAGE_BYTES

Refusal = Literal["language", "vocabulary", "size"]

WINDOW = 140  # bytes around a figure in which its word is looked for: a clause or two
ENOUGH_WEAK = 4  # figures beside weaker words
MAX_FIGURES = 200  # that are looked at
MILLION_DIGITS = 7
LEAST_TEXT = 400  # bytes of paragraphs; a page with less has marked its text up in some other way
LONGEST_PARAGRAPH = 20_000

_LANGUAGE = re.compile(rb"""<html(?=[\s>])[^>]{0,1000}?\slang\s*=\s*["']?([a-zA-Z]{2,3})""", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
_MEDIA_TYPE = re.compile(rb"^content-type:[ \t]*([\w.+-]+/[\w.+-]+)", re.IGNORECASE | re.MULTILINE)
_PARAGRAPH = re.compile(rb"<p[ >]")
_BEYOND_ASCII = "äöüÄÖÜ"
_TAG = re.compile(rb"<[^<>]*>")
_MONEY = (b"$", b"\xa3", b"\xe2\x82\xac", b"&euro;", b"&pound;", b"eur", b"usd", b"chf", b"gbp", b"rs", b"rs.")
_PAGES = {b"text/html", b"application/xhtml+xml"}


def refusal_of_head(head: bytes) -> Literal["status", "media_type", "language"] | None:
    """Why a record is not worth unpacking, by its first bytes: WARC headers, HTTP headers, the begin of the page."""
    http = head.find(b"\r\n\r\n") + 4
    end = head.find(b"\r\n\r\n", http)
    if http < 4 or end < 0:
        return None
    status = _STATUS.match(head, http)
    if status is not None and status[1] != b"200":
        return "status"
    media_type = _MEDIA_TYPE.search(head, http, end)
    if media_type is not None and media_type[1].lower() not in _PAGES:
        return "media_type"
    return "language" if _is_foreign(head[end:]) else None


def refusal(payload: bytes) -> Refusal | None:
    """Why a page need not be read; None where it may hold figures."""
    if len(payload) > MAX_PAGE_BYTES:
        return "size"
    if _is_foreign(payload[:4_096]):
        return "language"
    text = _text(payload)
    if not _has_figures(text):
        return "vocabulary"
    code, _ = detect(text[: 2 * SAMPLE_CHARS].decode("utf-8", "replace"))
    return "language" if code is None else None


def _is_foreign(head: bytes) -> bool:
    """Whether a page says that it is in a language that cannot be read."""
    said = _LANGUAGE.search(head)
    return said is not None and said[1].decode("ascii").lower() not in languages.detected()


def _text(payload: bytes) -> bytes:
    """The paragraphs of a page in lower case, without tags."""
    parts: list[bytes] = []
    behind = 0
    for opening in _PARAGRAPH.finditer(payload):
        start = opening.start()
        if start < behind:
            continue
        end = payload.find(b"</p", start, start + LONGEST_PARAGRAPH)
        behind = end if end >= 0 else start + LONGEST_PARAGRAPH
        parts.append(payload[start:behind])
    text = _TAG.sub(b" ", b"\n".join(parts)).lower()
    return text if len(text) >= LEAST_TEXT else _TAG.sub(b" ", _without_code(payload)).lower()


def _without_code(payload: bytes) -> bytes:
    """A page without its scripts and styles."""
    for opening, closing in ((b"<script", b"</script"), (b"<style", b"</style")):
        parts: list[bytes] = []
        position = 0
        while (start := payload.find(opening, position)) >= 0:
            parts.append(payload[position:start])
            position = payload.find(closing, start)
            if position < 0:
                position = len(payload)
        payload = b" ".join([*parts, payload[position:]])
    return payload


def _has_figures(text: bytes) -> bool:
    words = _words()
    weak = behind = looked_at = 0
    for match in words.figure.finditer(text):
        start, end = match.span()
        if start < behind:
            continue
        is_money = match["unit"] is None and (match["money"] or _is_money(text[max(0, start - 8) : start]))
        if match["unit"] is None and not is_money:
            continue
        looked_at += 1
        window = text[max(0, start - WINDOW) : end + WINDOW]
        is_small = is_money and sum(match[0].count(b"%d" % digit) for digit in range(10)) < MILLION_DIGITS
        if (words.small if is_small else words.core).search(window):
            return True
        weak += (words.core if is_small else words.weak).search(window) is not None
        if weak >= ENOUGH_WEAK:
            return True
        if looked_at > MAX_FIGURES:
            return False
        behind = end + 20  # "from 7 to 8 percent" is one statement
    return False


def _is_money(before: bytes) -> bool:
    return before.rstrip(b" \xa0\xc2").endswith(_MONEY)


class _Words(NamedTuple):
    figure: re.Pattern[bytes]
    core: re.Pattern[bytes]
    weak: re.Pattern[bytes]
    small: re.Pattern[bytes]


@cache
def _words() -> _Words:
    sections = [languages.section(code, "gate") for code in languages.detected()]
    units, money = (
        b"|".join(_pattern(str(unit), glued=True) for section in sections for unit in section[kind])
        for kind in ("units", "money")
    )
    blank = rb"(?:&nbsp;|\xc2\xa0|[ \xa0-]){0,2}"
    unit, coin = rb"(?P<unit>%|" + units + rb")", rb"(?P<money>\xe2\x82\xac|&euro;|" + money + rb")"
    figure = re.compile(rb"\d[\d.,]*+(?:" + blank + rb"(?:" + unit + rb"|" + coin + rb"))?")
    kinds = ("core", "weak", "small")
    return _Words(figure, *(_any(str(word) for section in sections for word in section[kind]) for kind in kinds))


def _any(words: Iterable[str]) -> re.Pattern[bytes]:
    return re.compile(b"|".join(map(_pattern, words)))


def _pattern(word: str, *, glued: bool = False) -> bytes:
    """A word of the lists: whole where it ends in a full stop, else anywhere. A letter beyond ASCII may come in any
    encoding, as an entity too. Each pattern begins with a letter, by which alone the engine then searches."""
    bare = word.removesuffix(".").lstrip(_BEYOND_ASCII)
    first, *rest = (re.escape(letter.encode()) if letter.isascii() else rb".{1,6}" for letter in bare)
    if not word.endswith("."):
        return first + b"".join(rest)
    # what is glued to a number ("5bn") ends as a word but does not begin as one
    begin = b"" if glued else rb"(?<=\b" + first + rb")"
    return first + begin + b"".join(rest) + rb"\b"
