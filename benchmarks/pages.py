"""How well pages are read: title equal, publication time equal to the minute, and F1 of the words of the text.

    python -m benchmarks.pages FOLDER [--errors]

FOLDER holds gzipped HTML pages and ``expected.jsonl`` with ``page``, ``title``, ``published``, ``paragraphs`` a line.
Printed beside what trafilatura says with its defaults, and resiliparse where it is installed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from kennzahl.articles import read_bytes
from kennzahl.articles.dates import parse, zone_of
from kennzahl.articles.decoding import unpack
from kennzahl.facts import Article


@dataclass(frozen=True)
class PageRead:
    """What a reader made of one page."""

    title: str | None
    published: datetime | None
    text: str


def ours(payload: bytes, name: str) -> PageRead:
    """Kennzahl's reading of a page."""
    found = read_bytes(payload, name=name)[0]
    if not isinstance(found, Article):
        return PageRead(None, None, "")
    return PageRead(found.title, found.published_at, found.text[found.title_end :])


def trafilatura_defaults(payload: bytes, name: str) -> PageRead:
    """The same page by trafilatura as it comes; it knows days only."""
    from trafilatura import bare_extraction

    plain = unpack(payload, name)
    document = bare_extraction(plain if isinstance(plain, bytes) else b"", with_metadata=True)
    if document is None or isinstance(document, dict):
        return PageRead(None, None, "")
    return PageRead(document.title, parse(document.date), document.text or "")


def resiliparse(payload: bytes, name: str) -> PageRead:
    """The same page by resiliparse, which knows no times."""
    parse_html = import_module("resiliparse.parse.html").HTMLTree.parse_from_bytes
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    plain = unpack(payload, name)
    tree = parse_html(plain if isinstance(plain, bytes) else b"")
    return PageRead(tree.title, None, extract(tree, main_content=True))


def word_f1(found: str, expected: str) -> float:
    """F1 of two texts as multisets of words."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (found, expected))
    return 2 * (left & right).total() / ((left.total() + right.total()) or 1)


def same_minute(found: datetime | None, expected: str) -> bool:
    """Times without a zone in the expectation are compared as printed, in any of the zones that may be meant."""
    wanted = datetime.fromisoformat(expected)
    if found is None:
        return False
    zones = [UTC, zone_of("de")] if wanted.tzinfo is None else [UTC]
    moments = [wanted.replace(tzinfo=zone) if wanted.tzinfo is None else wanted for zone in zones]
    return any(abs((found - moment).total_seconds()) < 60 and found.minute == moment.minute for moment in moments)


def measure(folder: Path, reader: Callable[[bytes, str], PageRead], errors: bool) -> dict[str, float]:
    """Shares over all pages of the folder, and pages a second."""
    rows = [json.loads(line) for line in (folder / "expected.jsonl").read_text("utf-8").splitlines()]
    titles = times = 0
    total, start = 0.0, perf_counter()
    for row in rows:
        page = reader((folder / row["page"]).read_bytes(), row["page"])
        title_fits, time_fits = page.title == row["title"].strip(), same_minute(page.published, row["published"])
        f1 = word_f1(page.text, "\n".join(row["paragraphs"]))
        titles, times, total = titles + title_fits, times + time_fits, total + f1
        if errors and not (title_fits and time_fits and f1 > 0.9):
            print(f"{row['page']}: F1 {f1:.2f}; {page.title!r} for {row['title']!r};", page.published, row["published"])
    count = len(rows)
    speed = count / (perf_counter() - start)
    return {"title": titles / count, "published": times / count, "text_f1": total / count, "pages_per_s": speed}


def main() -> None:
    """Measure both readers and print one line each."""
    parser = argparse.ArgumentParser(description="How well pages are read")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the pages that differ")
    arguments = parser.parse_args()
    readers = {"kennzahl": ours, "trafilatura's defaults": trafilatura_defaults}
    if find_spec("resiliparse") is None:
        print("resiliparse is not installed; pip install resiliparse compares with it too")
    else:
        readers["resiliparse"] = resiliparse
    for name, reader in readers.items():
        shares = measure(arguments.folder, reader, arguments.errors and reader is ours)
        print(f"{name:24}", "  ".join(f"{key} {value:.3f}" for key, value in shares.items()))


if __name__ == "__main__":
    main()
