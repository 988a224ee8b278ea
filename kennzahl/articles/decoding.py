"""Bytes to text: gzip, byte order marks, encodings, mojibake."""

from __future__ import annotations

import codecs
import re
import zlib
from dataclasses import dataclass

from kennzahl.articles.limits import MAX_FILE_BYTES, in_words
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue

GZIP = b"\x1f\x8b"
# what a person calls a file that begins so
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an Office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"BZh": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\xfd7zXZ": "an xz archive",
    b"(\xb5/\xfd": "a zstd archive",
    b"PAR1": "a Parquet file",
    b"WARC/": "a web archive",
    b"SQLite format 3": "a database",
}
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\x0b\x0c\x1b")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# the byte behind each character that cp1252, or Latin-1 with its control characters, makes of 0x80 to 0xBF
_BYTES = {chr(code): code for code in range(0x80, 0xC0)}
_BYTES |= {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0xA0)}
_CONTINUATION = "".join(map(re.escape, _BYTES))
_LETTERLIKE = "".join(re.escape(character) for character in _BYTES if character not in "‚„…‹“”–—›«»· \xa0")
# UTF-8 that was read as cp1252: the leads of Western letters and signs (never ß, which stands before many a closing
# quote; Ä and Å not before one), then typographic signs, the byte order mark, emoji
_MOJIBAKE = re.compile(f"[ÂÃ][{_CONTINUATION}]|[ÄÅ][{_LETTERLIKE}]|â[{_CONTINUATION}]{{2}}|ï»¿|ð[{_CONTINUATION}]{{3}}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and how many characters were ``lost`` (read as U+FFFD)."""

    text: str
    encoding: str
    lost: int = 0


def unpack(payload: bytes, name: str, limit: int = MAX_FILE_BYTES) -> bytes | Issue:
    """The bytes themselves, or what a gzip file holds (several members too), never more than ``limit`` of them."""
    if not payload.startswith(GZIP):
        return payload if len(payload) <= limit else issue("too_large", name=name, limit=in_words(limit))
    parts: list[bytes] = []
    room = limit
    rest = payload
    while rest.startswith(GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            part = unpacker.decompress(rest, room + 1)
        except zlib.error:
            return issue("truncated_gzip", name=name)
        room -= len(part)
        if room < 0:
            return issue("gzip_bomb", name=name, limit=in_words(limit))
        if not unpacker.eof:
            return issue("truncated_gzip", name=name)
        parts.append(part)
        rest = unpacker.unused_data
    return b"".join(parts)


def decode(payload: bytes, name: str, charset: str | None = None) -> Decoded | Issue:
    """Text of unknown encoding.

    A byte order mark decides, then UTF-16 by its zero bytes, UTF-8 where it fits, ``charset`` (as a server or page
    declares it), and last cp1252, a superset of Latin-1 that fits all of Western Europe.
    """
    for magic, what in _MAGIC.items():
        if payload.startswith(magic):
            return issue("binary_file", name=name, what=what)
    for bom, encoding in _BOMS:
        if payload.startswith(bom):
            return _finish(payload[len(bom) :].decode(encoding, "replace"), encoding)
    if sixteen := _utf16_by_zeros(payload):
        return _finish(payload.decode(sixteen, "replace"), sixteen)
    if _looks_binary(payload):
        return issue("binary_file", name=name, what="unknown bytes")
    try:
        return _finish(payload.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # a long UTF-8 text with a few broken bytes is still UTF-8
        broken = payload.decode("utf-8", "replace")
        lost = broken.count("\ufffd")
        if error.start > 0 and lost * 20 < sum(byte > 0x7F for byte in payload):
            return _finish(broken, "utf-8")
    encoding = _known(charset) or "cp1252"
    return _finish(payload.decode(encoding, "replace"), encoding)


def repair(text: str) -> tuple[str, int]:
    """UTF-8 that somebody read as cp1252 ("Â£", "Ã¤", "â€ž"), back to what it was; and how many characters that were.

    Only sequences that are valid UTF-8 are touched, so a genuine "Â" or "Ã" followed by a letter stays.
    """
    repaired = 0

    def back(match: re.Match[str]) -> str:
        nonlocal repaired
        garbled = match.group()
        raw = bytes([ord(garbled[0]), *(_BYTES[character] for character in garbled[1:])])
        try:
            character = raw.decode("utf-8")
        except UnicodeDecodeError:
            return match.group()
        repaired += 1
        return character

    return _MOJIBAKE.sub(back, text), repaired


def _finish(text: str, encoding: str) -> Decoded:
    return Decoded(text, encoding, text.count("\ufffd"))


def _known(charset: str | None) -> str | None:
    """The name of an encoding that Python knows and that makes text of bytes; what the web calls Latin-1 is cp1252."""
    try:
        name = codecs.lookup(charset or "").name
        b"x".decode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _utf16_by_zeros(payload: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    head = payload[:4096]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _looks_binary(payload: bytes) -> bool:
    """Text may hold stray NULs: a third of control bytes makes it something else, a tenth if it is not UTF-8."""
    head = payload[:8192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 10 <= len(head):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return True
    return controls * 3 > len(head)
