"""What the engine knows of each language: one YAML file per language, read once, checked against ``schema.yaml``.

Each mention finder compiles its own section (``section("de", "periods")``); a new language is a new file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def available() -> tuple[str, ...]:
    """The codes of the languages that can be read, e.g. ``("de", "en")``."""
    return tuple(sorted(path.stem for path in HERE.glob("??.yaml")))


@cache
def detected() -> tuple[str, ...]:
    """Those of them that texts are told to be in by their words; a mere beginning is used where it is asked for."""
    return tuple(code for code in available() if section(code, "article").get("detected", True))


@cache
def load(language: str) -> dict[str, Any]:
    """The whole lexicon of a language. Callers must not change it.

    Raises:
        LookupError: no file for that language.
    """
    path = HERE / f"{language}.yaml"
    if language not in available():
        raise LookupError(f"no lexicon for language {language!r}: there is {', '.join(available())}")
    with path.open("rb") as stream:
        loaded: dict[str, Any] = yaml.load(stream, Loader=yaml.CSafeLoader)
    return loaded


def section(language: str, name: str) -> Any:
    """One section of a language's lexicon, e.g. ``section("de", "months")``."""
    return load(language)[name]
