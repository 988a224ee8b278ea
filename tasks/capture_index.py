"""What the captures hold, without reading them again: one small JSON file per WARC file, derived and replaceable."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tasks.paths import DataPaths
from tasks.warc import SUFFIX, Damaged, Stored, read_warc

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One captured document.

    ``role`` is ``article``, ``feed``, ``archive`` (a note that a web archive was gone through) or ``again`` (what was
    there already was seen once more; never read). ``addresses`` are those it was asked for by; ``etag`` and
    ``last_modified`` are what the server said of it; ``original`` is the record that has the bytes of a revisit,
    ``kept`` how many pages of an archive were worth keeping.
    """

    capture_id: str
    file: str
    role: str
    target: str
    digest: str
    moment: str
    addresses: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    original: str | None = None
    kept: int = 0

    @classmethod
    def of(cls, stored: Stored, file: str) -> Entry:
        """The entry of a record."""
        addresses = set() if stored.kind == "resource" else {stored.target, *stored.about.get("addresses", ())}
        return cls(
            stored.capture_id,
            file,
            str(stored.about.get("role", "article")),
            stored.target,
            stored.digest,
            stored.moment.isoformat(),
            tuple(sorted(addresses)),
            stored.headers.get("etag"),
            stored.headers.get("last-modified"),
            stored.original,
            int(stored.about.get("kept", 0)),
        )

    @property
    def at(self) -> datetime:
        """When it was captured."""
        return datetime.fromisoformat(self.moment)


@dataclass(slots=True)
class CaptureIndex:
    """All that was captured so far. ``newest`` is, by address, the newest capture with bytes of its own, ``seen`` when
    the address was last answered for, ``originals`` the first capture of an article's bytes by their digest."""

    entries: list[Entry] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    originals: dict[str, Entry] = field(default_factory=dict)
    newest: dict[str, Entry] = field(default_factory=dict)
    seen: dict[str, datetime] = field(default_factory=dict)
    archives: dict[str, int] = field(default_factory=dict)
    damaged: dict[str, int] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Take note of one more capture."""
        self.entries.append(entry)
        self.ids.add(entry.capture_id)
        if entry.role == "archive":
            self.archives[entry.target] = entry.kept
            return
        for address in entry.addresses:
            self.seen[address] = max(entry.at, self.seen.get(address, entry.at))
        if entry.original is None:
            if entry.role == "article":
                self.originals.setdefault(entry.digest, entry)
            self.newest.update(dict.fromkeys(entry.addresses, entry))


def warc_files(paths: DataPaths) -> list[Path]:
    """The finished WARC files, oldest first (their names begin with the time)."""
    return sorted(paths.captures.glob(f"*{SUFFIX}"))


def load_index(paths: DataPaths) -> CaptureIndex:
    """The index of all captures; what is missing or does not fit its file is read from the captures anew."""
    index = CaptureIndex()
    folder = paths.state / "captures"
    for file in warc_files(paths):
        part = folder / f"{file.name}.json"
        size = file.stat().st_size
        summary = _load(part, size)
        if summary is None:
            summary = _summarise(file, size)
            save_json(part, summary)
        for row in summary["entries"]:
            index.add(Entry(**{**row, "addresses": tuple(row["addresses"])}))
        if summary["damaged_after"] is not None:
            index.damaged[file.name] = summary["damaged_after"]
    return index


def _load(part: Path, size: int) -> dict[str, Any] | None:
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
        summary: dict[str, Any] = json.loads(part.read_bytes())
        if summary.get("format") == FORMAT and summary.get("size") == size:
            return summary
    return None


def _summarise(file: Path, size: int) -> dict[str, Any]:
    entries: list[Mapping[str, Any]] = []
    damaged_after = None
    try:
        for stored in read_warc(file):
            entries.append(asdict(Entry.of(stored, file.name)))
    except Damaged as damage:
        damaged_after = damage.records
    return {"format": FORMAT, "size": size, "damaged_after": damaged_after, "entries": entries}


def save_json(part: Path, content: Mapping[str, Any]) -> None:
    """Replace the file at once; a reader sees the old or the new one."""
    part.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=part.parent, suffix=".tmp")
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(content, stream)
    Path(name).replace(part)


def by_file(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of each WARC file."""
    files: dict[str, list[Entry]] = {}
    for entry in entries:
        files.setdefault(entry.file, []).append(entry)
    return files
