"""Keeps the README's data dictionary in step with the schema: ``python -m tasks.dictionary --write`` or ``--check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kennzahl.schema.dictionary import inserted


def main(argv: list[str] | None = None) -> int:
    """0 where the README is (now) current, 1 where ``--check`` finds that it is not."""
    parser = argparse.ArgumentParser(prog="python -m tasks.dictionary", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="exit with 1 where the dictionary is not current")
    what.add_argument("--write", action="store_true", help="write the dictionary between the README's markers")
    parser.add_argument("readme", nargs="?", type=Path, default=Path("README.md"))
    given = parser.parse_args(argv)
    is_current = refresh(given.readme, write=given.write)
    if not is_current and given.check:
        print(f"{given.readme}: the data dictionary is not current: run 'make dictionary'", file=sys.stderr)
        return 1
    return 0


def refresh(readme: Path, *, write: bool) -> bool:
    """Whether the README's dictionary was current; with ``write`` it is afterwards.

    Raises:
        ValueError: the README has no place for it.
    """
    text = readme.read_text(encoding="utf-8")
    wanted = inserted(text)
    if write and wanted != text:
        readme.write_text(wanted, encoding="utf-8")
    return wanted == text


if __name__ == "__main__":
    sys.exit(main())
