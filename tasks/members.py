"""Packed web archives are one packed member a record. Members are found and unpacked one by one, so that a damaged one
costs itself alone: the next is found by its first bytes."""

from __future__ import annotations

import mmap
import zlib
from typing import Protocol

HEAD_BYTES = 16_384  # in which everything stands that decides whether the rest of a record is unpacked
RECORD = b"WARC/"  # how every record begins

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b\x08"


class Member(Protocol):
    """One member, unpacked piece by piece; ``position`` is how far the file was read for it."""

    position: int
    is_broken: bool

    def unpack(self, limit: int) -> bytes:
        """The next ``limit`` bytes; fewer only where the member ends."""


class Packing(Protocol):
    """How the members of one archive are packed."""

    advice: str
    """What to do with an archive that is packed in one piece."""

    def next(self, start: int) -> int:
        """Where the next member begins that holds a record; -1 where none does."""

    def member(self, at: int) -> Member:
        """The member that begins there."""


class Gzip:
    """Members of gzip (RFC 1952)."""

    advice = "pack it record by record (warcio recompress)"

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content

    def next(self, start: int) -> int:
        """Where the next member begins that holds a record; -1 where none does."""
        at = self._content.find(_GZIP, start)
        while at >= 0:
            try:
                if zlib.decompressobj(wbits=31).decompress(self._content[at : at + 512], len(RECORD)) == RECORD:
                    return at
            except zlib.error:
                pass
            at = self._content.find(_GZIP, at + 1)
        return at

    def member(self, at: int) -> Member:
        """The member that begins there."""
        return _GzipMember(self._content, at)


class _GzipMember:
    def __init__(self, content: mmap.mmap, start: int) -> None:
        self._content = content
        self._unpacker = zlib.decompressobj(wbits=31)
        self._read = start
        self.position = start
        self.is_broken = False

    def unpack(self, limit: int) -> bytes:
        parts: list[bytes] = []
        pending = self._unpacker.unconsumed_tail
        while limit > 0 and not self._unpacker.eof:
            if not pending:
                # the first bytes of many members are enough to pass them over
                pending = self._content[self._read : self._read + (_CHUNK if parts else HEAD_BYTES)]
                self._read += len(pending)
                if not pending:
                    self.is_broken = True
                    break
            try:
                parts.append(self._unpacker.decompress(pending, limit))
            except zlib.error:
                self.is_broken = True
                break
            limit -= len(parts[-1])
            pending = self._unpacker.unconsumed_tail
        self.position = self._read - len(self._unpacker.unused_data) - len(self._unpacker.unconsumed_tail)
        return b"".join(parts)
