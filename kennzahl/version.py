"""Which engine read an article: a change of code or of knowledge is another version."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kennzahl import __version__

_KNOWLEDGE = (".py", ".yaml", ".tsv")


@cache
def engine_version() -> str:
    """Like ``0.1.0+3f2a91c0``: the version and a hash of all that the engine knows."""
    return f"{__version__}+{fingerprint(Path(__file__).parent)}"


def fingerprint(folder: Path) -> str:
    """8 hex digits over the code and the data files below ``folder``."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _KNOWLEDGE):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return whole.hexdigest()[:8]
