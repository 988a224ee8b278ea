"""The files of corrections: those that come with Kennzahl, and the user's own beside the data folder."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from kennzahl import catalog
from kennzahl.corrections import Correction, check_merges, corrections_of
from tasks.paths import DataPaths
from tasks.yaml_file import load_yaml, parse_yaml

SHIPPED = catalog.HERE / "corrections.yaml"
HEADER = """\
# What we have decided about single facts and companies; each entry counts from the next `kennzahl run` on.
# kennzahl/catalog/corrections.yaml says what the fields mean, and `kennzahl review` writes entries.
"""
_WIDTH = 120
_FIRST_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)
_NO_ENTRY = re.compile(r"^\[ *\]\s*\Z", re.MULTILINE)


def load_corrections(paths: DataPaths) -> tuple[Correction, ...]:
    """All decisions, in the order in which they are applied.

    Raises:
        ValueError: a file is wrong; the message names file, entry, field and what to do.
    """
    found = (*corrections_in(SHIPPED), *corrections_in(paths.corrections))
    check_merges(found)  # together they may go in a circle that neither file has
    return found


def corrections_in(file: Path) -> tuple[Correction, ...]:
    """The decisions of one file; none where it does not exist.

    Raises:
        ValueError: as above.
    """
    return corrections_of(load_yaml(file, as_text=True), str(file))


def add_correction(file: Path, entry: Mapping[str, Any]) -> str:
    """Write one more entry at the end of a file, which is made where it does not exist; all that stands there stays.

    Returns:
        The entry as it was written.

    Raises:
        ValueError: the entry, or what the file already holds, is wrong; nothing is written.
    """
    before = corrections_in(file)
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    kept = _NO_ENTRY.sub("", written) if written.strip() else HEADER
    kept += "" if kept.endswith("\n") or not kept else "\n"
    added = yaml.safe_dump([dict(entry)], allow_unicode=True, sort_keys=False, width=_WIDTH)
    indent = match[1] if (match := _FIRST_ENTRY.search(kept)) else ""
    whole = kept + textwrap.indent(added, indent)
    after = corrections_of(parse_yaml(whole.encode(), file, as_text=True), str(file))
    if after[:-1] != before:
        raise ValueError(f"{file}: an entry cannot be added at its end; write the entries as a list in block style")
    if any((one.kind, one.subject) == (after[-1].kind, after[-1].subject) for one in before):
        raise ValueError(f"{file}: there is an entry already to {after[-1].kind} {after[-1].subject}; change that one")
    new = file.with_name(f".{file.name}.new")
    new.write_text(whole, encoding="utf-8")
    new.replace(file)
    return added
