"""Which engine read an article: a change of code or of knowledge is another version."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from kennzahl import __version__

_KNOWLEDGE = (".py", ".yaml", ".tsv")
_PACKAGE = Path(__file__).parent
COMPILED_FROM = "reading/compiled-from.txt"
"""In the package: the fingerprint of what its reader was compiled from (scripts/compile_engine.py)."""


class StaleEngine(RuntimeError):
    """The reader was compiled from other sources than those beside it."""


@cache
def engine_version() -> str:
    """Like ``0.1.0+3f2a91c0``: the version and a hash of all that the engine knows. A compiled one has the same."""
    return f"{__version__}+{fingerprint(_PACKAGE)}"


def fingerprint(folder: Path) -> str:
    """8 hex digits over the code and the data files below ``folder``."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _KNOWLEDGE):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return whole.hexdigest()[:8]


def compiled_modules(folder: Path) -> list[Path]:
    """The extension modules below ``folder``."""
    return [path for path in folder.rglob("*") if path.name.endswith(tuple(EXTENSION_SUFFIXES))]


def is_compiled(package: Path = _PACKAGE) -> bool:
    """Whether the reader is compiled, and from what lies beside it.

    Raises:
        StaleEngine: it was compiled from something else, or the compilation was broken off.
    """
    if not compiled_modules(package):
        return False
    record = package / COMPILED_FROM
    if not record.is_file() or record.read_text("utf-8").strip() != fingerprint(package):
        raise StaleEngine(
            f"{package.name}/ has changed since it was compiled, or that was broken off: run `make compile`, or "
            "`make interpreted` to go without"
        )
    return True


@cache
def refuse_stale() -> None:
    """What ``is_compiled`` raises, once in a process."""
    is_compiled()
