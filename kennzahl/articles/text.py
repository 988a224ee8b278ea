"""The one normalisation of text. All offsets of the engine count code points in what comes out of here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
# a terminal's escape sequence goes as a whole: what is left of a colour would be read as digits
_CONTROLS = re.compile("(?:\x1b\\[|\x9b)[0-?]{0,32}[ -/]{0,8}[@-~]|[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# soft hyphens, zero-width spaces and joiners, byte order marks, tags: they only split words that are one
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DECOMPOSED = re.compile("[A-Za-z][\u0300-\u0304\u0306-\u030c\u0327\u0328]")  # one mark only, so that it stays linear
# a no-break space groups digits ("1 234"); elsewhere it is a space
_BLANKS = re.compile("(?<![0-9])[\u00a0\u2000-\u200a\u202f\u3000]|[\u00a0\u2000-\u200a\u202f\u3000](?![0-9])|\t")
_RUNS = re.compile(" {2,}")
_GAPS = re.compile(" ?\n(?: ?\n)+ ?")


@dataclass(frozen=True, slots=True)
class Normalised:
    """Clean text and how many characters had to go: ``controls`` and ``bidi`` (changes of the writing direction)."""

    text: str
    controls: int = 0
    bidi: int = 0


def normalise(text: str) -> Normalised:
    r"""Bring text into the form that is stored and read; applying it twice changes nothing.

    Line ends become ``\n``, blank lines are at most one, spaces are single (a no-break space stays between digits),
    letters are composed, and controls, invisible characters and changes of direction are gone. A space at either end
    of a line stays: an indented line begins a paragraph, and one that ends in a space was broken by a machine.
    """
    text = _NEWLINES.sub("\n", text)
    text, bidi = _BIDI.subn("", text)
    text, controls = _CONTROLS.subn("", text)
    text = _INVISIBLE.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _DECOMPOSED.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
    text = _RUNS.sub(" ", _BLANKS.sub(" ", text))
    text = _GAPS.sub("\n\n", text)
    return Normalised(text.strip(), controls, bidi)


def compose(title: str | None, body: str) -> tuple[str, int]:
    """Headline, blank line, body, all normalised; and the end of the headline (0 without one).

    A body that begins with the headline does not repeat it, also where both were glued ("um 5 ProzentDer ...").
    A body whose first sentence merely starts with the same words keeps them.
    """
    if not title:
        return body, 0
    rest = body
    if body.startswith(title):
        behind = body[len(title) :]
        if not behind or behind[0] == "\n" or (len(title.split()) > 3 and _glued(title[-1], behind[0])):
            rest = behind.lstrip("\n ")
    return (f"{title}\n\n{rest}" if rest else title), len(title)


def _glued(last: str, first: str) -> bool:
    return (first.isupper() or first.isdigit()) and not last.isspace() and not (last.isdigit() and first.isdigit())
