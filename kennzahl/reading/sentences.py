"""Text -> sentences, in linear time and without moving a character.

Real feeds break lines inside sentences, print one statement a line, and glue whole paragraphs together; all three are
told apart here, so that no later step has to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kennzahl.catalog.companies import lower_case_names
from kennzahl.facts import Sentence
from kennzahl.languages import section
from kennzahl.reading.letters import HIGH, LOW

MAX_LENGTH = 2000
"""No sentence is longer, in characters: a text without full stops is cut at a blank."""

WRAPPED = range(40, 101)
"""Line widths at which a text counts as wrapped by a machine."""

STOPS = '.!?…:;"”)'
"""With these a line may end its sentence, whatever blank is behind it."""
LINE = re.compile(r"[^\n]*\n?")
BULLET = re.compile(r"(?:[-–—*•·▪●◦‣►>]|\+{2,3})\s")
LEFT_OF_TOKEN = re.compile(r".*[^\w.'&/]", re.DOTALL)
WORD = re.compile(r"[^\W\d_]+")
ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}$")
INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
ROMAN = re.compile(r"[IVX]{1,4}")
OPENING = "\"'„“”‚‘«»([<*•+-–— "

# Begins with the characters that it is about, so that a search skips all others.
STOP = re.compile(
    rf"""[.!?…:](?:
      (?<=[.!?…])(?P<stop>[.!?…]{{0,4}}["'“”’«»)\]]{{0,3}})\s+      # a full stop and a blank
    | (?P<glued>(?<=[{LOW}%€$)\d][.!?])["“”)]?)(?=["„“(]?(?!Com\b|[{HIGH}]\s?\))[{HIGH}][{LOW} ])  # no ( X.N )
    | (?P<seam>(?<=[{LOW}]{{3}}[.!?]))(?=[{HIGH}]{{2,12}}[\s-])
    | (?P<colon>(?<=[{LOW}\d]:))(?=[{HIGH}][{LOW}]{{2}})
    )""",
    re.VERBOSE,
)
INLINE = re.compile(rf"\s(?=(?:[•▪●‣►]|\+\+\+|\*(?=\s[{HIGH}]))\s)")
"""The blank before a bullet within a line."""
BULLETS = ("•", "▪", "●", "‣", "►", "*", "+++")

CAPITALS = rf"[{HIGH}][{HIGH}'’&-]"
INLINE_HEADING = re.compile(
    rf"""[.!?"”)]\s
    (?P<heading>(?:(?={CAPITALS}{{2,}},?\s{CAPITALS}{{3,}}\s)|(?=(?:{CAPITALS}*,?\s){{3}}))
    (?:{CAPITALS}*,?\s){{1,9}}{CAPITALS}+[?!]?)
    (?=\s(?:["“]?(?:[{HIGH}]+[{LOW}]|[{HIGH}]\s)|[{HIGH}]{{2,5}}(?:['’]s|\s[{LOW}])))""",
    re.VERBOSE,
)
"""A heading that is glued between two sentences: two longer words, or three, all in capitals."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's section ``abbreviations``, ready to use; abbreviations are lower-case without their last stop."""

    inside: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    seams: tuple[re.Pattern[str], ...]
    counts_with_stop: bool

    @staticmethod
    @cache
    def of(language: str) -> Rules:
        data = section(language, "abbreviations")

        def plain(words: list[str]) -> frozenset[str]:
            return frozenset(word.rstrip(".").replace(" ", "").lower() for word in words)

        openers = sorted(word for word in data["openers"] if len(word) > 2)
        capitals = "".join(sorted({word[0] for word in openers}))
        glued = rf"(?:(?<=[{LOW}\d]{{2}}.)|(?<=[{HIGH}]{{3}}.))"
        seams = [rf"[{capitals}]{glued}(?<=(?=(?:{'|'.join(openers)})\s).)"]
        if data["ordinals"]:
            seams.append(rf"\d(?<=[{LOW}]{{2}}.)(?<=(?=\d{{1,2}}\.\s?(?:{'|'.join(data['ordinals'])})\b).)")
        return Rules(
            inside=plain(data["inside"]),
            either=plain(data["either"]),
            openers=frozenset(data["openers"]),
            seams=tuple(map(re.compile, seams)),
            counts_with_stop=bool(data["ordinals"]),
        )


def split(text: str, language: str, title_end: int = 0) -> list[Sentence]:
    """The sentences of a text, in order: they do not overlap and together hold every character that is no blank.

    Args:
        text: the article's text; offsets count its code points.
        language: a code for which there is a lexicon.
        title_end: the headline is ``text[:title_end]``; its sentences carry ``is_headline``.
    """
    rules = Rules.of(language)
    sentences: list[Sentence] = []
    paragraph = 0
    for start, end in (*_blocks(text, 0, title_end), *_blocks(text, title_end, len(text))):
        for first, last, glued in _sentences(text, start, end, rules):
            paragraph += glued
            sentences += [Sentence(*piece, paragraph, last <= title_end) for piece in _pieces(text, first, last)]
        paragraph += 1
    return sentences


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs: lines that belong together, whatever wrapped them."""
    lines = [match.span() for match in LINE.finditer(text, start, end) if match.group()]
    width = max((last - first for first, last in lines), default=0)
    hanging = any(_indent(text[first:last]) for first, last in lines[1:])
    block: tuple[int, int] | None = None
    previous = ""
    for first, last in lines:
        line = text[first:last]
        if not line.strip():
            if block:
                yield block
            block = None
        elif block and _continues(previous, line, width, hanging):
            block = block[0], last
        else:
            if block:
                yield block
            block = first, last
        previous = line
    if block:
        yield block


def _continues(previous: str, line: str, width: int, hanging: bool) -> bool:
    """Does a line go on with the sentence of the line before? It does where it starts in lower case or hangs below an
    indented one (where lines hang, each indented one is a statement), or where a machine broke the line because its
    first word did not fit any more."""
    before, after = previous.rstrip(), line.strip()
    if BULLET.match(after) or _indent(line) > _indent(previous) or (hanging and _indent(line)):
        return False
    if previous.rstrip("\r\n")[-1:] == " " and len(before) >= WRAPPED.start and before[-1] not in STOPS:
        return True  # the blank between two words of a sentence
    if after[0].islower() or _indent(line) < _indent(previous) or (hanging and not _indent(line)):
        return True
    return width in WRAPPED and len(before) + 1 + len(after.split(None, 1)[0]) >= width - 2


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0


def _sentences(text: str, start: int, end: int, rules: Rules) -> Iterator[tuple[int, int, bool]]:
    """The sentences of a block: first and last offset, and whether it was glued to the one before."""
    ends = [(match.start(), True) for seam in rules.seams for match in seam.finditer(text, start, end)]
    if any(text.find(bullet, start, end) >= 0 for bullet in BULLETS):
        ends += [(match.end(), False) for match in INLINE.finditer(text, start, end)]
    for match in STOP.finditer(text, start, end):
        kind = match.lastgroup or ""
        if kind in ("stop", "glued", "seam") and not _ends(text, match.start(), match.end(), end, rules):
            continue
        ends.append((match.end(), kind in ("glued", "seam", "colon")))
    for heading in INLINE_HEADING.finditer(text, max(start - 2, 0), end):  # behind a mark and a blank
        ends += [(offset, True) for offset in heading.span("heading")]
    position, glued = start, False
    for offset, is_glued in sorted(ends):
        if text[position:offset].strip():
            yield position, offset, glued
            position, glued = offset, is_glued
    if text[position:end].strip():
        yield position, end, glued


def _ends(text: str, stop: int, after: int, end: int, rules: Rules) -> bool:
    """Does the full stop at ``stop`` end a sentence, whose next one would begin at ``after``?"""
    following = text[after : min(after + 40, end)].lstrip(OPENING)
    word = WORD.match(following)
    small = following[:1].islower() and not following[1:2].isupper()
    if not following or (small and (word is None or word.group() not in lower_case_names())):
        return not following  # "adidas wächst"
    if text[stop] != ".":
        return True
    found = LEFT_OF_TOKEN.match(text, max(0, stop - 24), stop)
    token = text[found.end() if found else max(0, stop - 24) : stop]
    plain = token.lower()
    if plain in rules.inside:
        return False
    doubtful = (
        plain in rules.either
        or plain.rpartition(".")[2] in rules.either
        or INITIAL.fullmatch(token)
        or ROMAN.fullmatch(token)
        or (rules.counts_with_stop and ORDINAL.search(text, max(0, stop - 3), stop))
    )
    return not doubtful or (word is not None and word.group() in rules.openers)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the blanks around it; one that is too long in several pieces."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        cut = end
        if end - start > MAX_LENGTH:
            blank = max(text.rfind(mark, start + MAX_LENGTH // 2, start + MAX_LENGTH) for mark in ("; ", ", ", " "))
            cut = blank + 1 if blank > 0 else start + MAX_LENGTH
        last = cut
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield start, last
        start = cut
