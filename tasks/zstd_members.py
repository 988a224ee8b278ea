"""Members of archives packed with Zstandard (``.warc.zst``): one frame a record (RFC 8878), and where a dictionary was
used, it lies in a frame of its own in front of all others (IIPC, "WARC-Zstd" 1.0)."""

from __future__ import annotations

import mmap
from io import BytesIO

from tasks.members import RECORD, Member

FRAME = b"\x28\xb5\x2f\xfd"
DICTIONARY = b"\x5d\x2a\x4d\x18"
MAX_DICTIONARY = 16 * 2**20
MAX_PACKED = 18 * 2**20  # of one frame that is looked at: the largest record, and what packing may add to it
MAX_BLOCKS = 100_000  # of one frame; one of a gigabyte has 8,000

_CHUNK = 1 << 16
_RESERVED = 1 << 3  # a bit of the descriptor that no frame has set
_ID_BYTES = (0, 1, 2, 4)
_SIZE_BYTES = (0, 2, 4, 8)


class Zstd:
    """The frames of one archive. ``problem`` is what is wrong with their dictionary, in words."""

    advice = "unpack it (zstd -d), plain archives are read too"

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self.problem: str | None = None
        try:
            self._dictionary = _dictionary(content)
        except ValueError as error:
            self._dictionary, self.problem = None, str(error)

    def next(self, start: int) -> int:
        """Where the next frame begins that holds a record; -1 where none does."""
        at = self._content.find(FRAME, start)
        while at >= 0:
            is_frame = at + 4 < len(self._content) and not self._content[at + 4] & _RESERVED
            if is_frame and _begins_record(self._content, at, self._dictionary):
                return at
            at = self._content.find(FRAME, at + 1)
        return at

    def member(self, at: int) -> Member:
        """The frame that begins there."""
        return _Frame(self._content, at, self._dictionary)


class _Frame:
    def __init__(self, content: mmap.mmap, start: int, dictionary: bytes | None) -> None:
        from fastwarc.stream_io import ZstdReader

        end = _end(content, start)
        self.is_broken = end is None
        self.position = start if end is None else end
        stop = min(end or len(content), start + MAX_PACKED)
        self._reader = ZstdReader(_Part(content, start, stop), dictionary=dictionary)

    def unpack(self, limit: int) -> bytes:
        parts: list[bytes] = []
        try:
            while limit > 0 and (part := self._reader.read(min(limit, _CHUNK))):
                parts.append(part)
                limit -= len(part)
        except OSError:
            self.is_broken = True
        return b"".join(parts)


def _begins_record(content: mmap.mmap, start: int, dictionary: bytes | None) -> bool:
    """Whether a record is packed there. Where its frame ends is not asked: in noise that would be asked for ever."""
    from fastwarc.stream_io import ZstdReader

    try:
        part = _Part(content, start, min(len(content), start + MAX_PACKED))
        return bool(ZstdReader(part, dictionary=dictionary).read(len(RECORD)) == RECORD)
    except OSError:
        return False


class _Part:
    """A part of a file as a stream, so that only what is asked for is copied."""

    def __init__(self, content: mmap.mmap, start: int, stop: int) -> None:
        self._content, self._at, self._stop = content, start, stop

    def read(self, size: int = -1) -> bytes:
        end = self._stop if size < 0 else min(self._stop, self._at + size)
        part = self._content[self._at : end]
        self._at = end
        return part

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = (0, self._at, self._stop)[whence] + offset
        return self._at

    def close(self) -> None:
        pass


def _dictionary(content: mmap.mmap) -> bytes | None:
    """What the frames were packed with; None where it was nothing.

    Raises:
        ValueError: the dictionary is damaged, and with it everything.
    """
    if content[:4] != DICTIONARY:
        return None
    size = int.from_bytes(content[4:8], "little")
    if size > MAX_DICTIONARY or 8 + size > len(content):
        raise ValueError("its dictionary is damaged; get it again")
    dictionary = content[8 : 8 + size]
    if not dictionary.startswith(FRAME):
        return dictionary
    from fastwarc.stream_io import ZstdReader

    try:
        dictionary = ZstdReader(BytesIO(dictionary)).read(MAX_DICTIONARY)
    except OSError as error:
        raise ValueError("its dictionary is damaged; get it again") from error
    return dictionary


def _end(content: mmap.mmap, start: int) -> int | None:
    """Where a frame ends, by the sizes of its blocks; None where it breaks off or is damaged."""
    descriptor = content[start + 4] if start + 4 < len(content) else 0
    is_one_segment = descriptor >> 5 & 1
    sizes = _SIZE_BYTES[descriptor >> 6] or is_one_segment
    at = start + 5 + (1 - is_one_segment) + _ID_BYTES[descriptor & 3] + sizes
    for _ in range(MAX_BLOCKS):
        if at + 3 > len(content):
            return None
        block = int.from_bytes(content[at : at + 3], "little")
        kind = block >> 1 & 3
        at += 3 + (1 if kind == 1 else block >> 3)  # a repeated byte is written once
        if kind == 3:
            return None
        if block & 1:
            end = at + 4 * (descriptor >> 2 & 1)  # a checksum
            return end if end <= len(content) else None
    return None
