"""What was captured, for people: listed, and taken out again as files that an inbox takes."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from tasks.capture import iter_captured
from tasks.capture_index import Entry, load_index
from tasks.captured import Captured
from tasks.paths import DataPaths

SUFFIX = ".html"  # of what the web sent without a usable type


def listed(paths: DataPaths, pattern: str = "*") -> list[Entry]:
    """Captures whose address (or ``urn:sha256:`` of a dropped file) fits a pattern, oldest first."""
    return [entry for entry in load_index(paths).entries if fnmatchcase(entry.target, pattern)]


def export(paths: DataPaths, folder: Path, pattern: str = "*") -> Iterator[Path]:
    """Write the documents that fit into a folder, each with a ``.meta.json`` that says what was known beside it.

    Files are named by the capture's id: no name from the web reaches the file system. What is there already stays.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    fitting = {entry.capture_id for entry in listed(paths, pattern)}
    for captured in iter_captured(paths):
        if captured.capture_id in fitting:
            file = folder / f"{captured.capture_id}{_suffix(captured)}"
            if not file.exists():
                file.write_bytes(captured.payload)
                meta = json.dumps(_meta(captured), ensure_ascii=False, indent=1)
                file.with_name(f"{file.name}.meta.json").write_text(meta + "\n", encoding="utf-8")
            yield file


def _suffix(captured: Captured) -> str:
    if captured.kind == "resource":
        suffixes = "".join(Path(captured.name).suffixes[-2:])
        return suffixes if suffixes.replace(".", "").isalnum() and len(suffixes) < 12 else ".txt"
    kind = (captured.media_type or "").partition(";")[0].strip().lower()
    return mimetypes.guess_extension(kind) or SUFFIX


def _meta(captured: Captured) -> dict[str, str]:
    given = captured.given
    known = {
        "url": given.url,
        "published_at": given.published_at.isoformat() if given.published_at else None,
        "fetched_at": (given.fetched_at or captured.fetched_at).isoformat(),
        "source": given.source,
        "language": given.language,
        "doc_id": given.doc_id,
    }
    return {key: value for key, value in known.items() if value}
