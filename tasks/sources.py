"""``sources.yaml``: where news comes from. Checked row by row, with messages that name row and field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from kennzahl import languages
from tasks.addresses import problem_of
from tasks.yaml_file import load_yaml

Kind = Literal["feed", "sitemap", "page", "folder", "archive", "filings"]
SECTIONS: dict[str, Kind] = {
    "feeds": "feed", "sitemaps": "sitemap", "pages": "page", "folders": "folder", "archives": "archive",
    "filings": "filings",
}  # fmt: skip
LOCAL = {"folder", "archive"}
MAX_PATTERNS = 50


@dataclass(frozen=True, slots=True)
class Source:
    """One row of ``sources.yaml``.

    ``url`` is a feed, a news sitemap or a page; ``path`` a folder whose files are captured where they lie, or a pattern
    of web archives (``cc-news/*.warc.gz``). ``language`` is a hint for texts too short to tell, ``region`` a country
    code for people. ``allow_private`` permits addresses of one's own network. ``freshness_hours``: a feed whose newest
    entry is older is reported. ``contact`` goes into the User-Agent. A feed that answered less than ``refetch_hours``
    ago is not asked again. ``pause_seconds`` lie between two requests, more if the host asks for more; ``robots`` says
    whether its robots.txt is heeded. Of its pages, those that fit one of ``include`` (if any) and none of ``exclude``
    are fetched; both are patterns of whole addresses (``*/business/*``). ``filings`` are no news: the SEC's company
    facts, at a ``url`` with the ``tickers`` of companies at another, or downloaded to a ``path``.
    """

    name: str
    kind: Kind
    url: str | None = None
    path: Path | None = None
    language: str | None = None
    region: str | None = None
    allow_private: bool = False
    freshness_hours: float | None = None
    contact: str | None = None
    refetch_hours: float = 12.0
    pause_seconds: float | None = None
    robots: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tickers: str | None = None

    def wants(self, url: str) -> bool:
        """Whether a page that the source names is to be fetched."""
        if any(fnmatchcase(url, pattern) for pattern in self.exclude):
            return False
        return not self.include or any(fnmatchcase(url, pattern) for pattern in self.include)


def load_sources(path: Path) -> list[Source]:
    """The sources of a file; none where the file does not exist or names none.

    Raises:
        ValueError: the file is wrong; the message names file, row, field and what to do.
    """
    return _check(load_yaml(path) or {}, path)


def _check(loaded: Any, path: Path) -> list[Source]:
    if not isinstance(loaded, dict):
        raise ValueError(f"{path}: must be a mapping with {', '.join(SECTIONS)} and contact")
    unknown = [str(key) for key in loaded if key not in {*SECTIONS, "contact"}]
    if unknown:
        raise ValueError(f"{path}: {unknown[0]!r} is not known; there are {', '.join(SECTIONS)} and contact")
    contact = loaded.get("contact")
    if contact is not None and not (isinstance(contact, str) and contact.isascii() and contact.isprintable()):
        raise ValueError(f"{path}: contact must be an address or a mailbox in plain letters")
    sources: list[Source] = []
    for section, kind in SECTIONS.items():
        rows = loaded.get(section) or []
        if not isinstance(rows, list):
            raise ValueError(f"{path}: {section} must be a list of rows that begin with '- name: ...'")
        sources += [
            _row(row, kind, f"{path}: {section}, row {at}", path, contact) for at, row in enumerate(rows, start=1)
        ]
    names = [source.name for source in sources]
    if double := next((name for name in names if names.count(name) > 1), None):
        raise ValueError(f"{path}: the name {double!r} is given twice; give every source its own")
    return sources


def _row(row: Any, kind: Kind, where: str, path: Path, contact: str | None) -> Source:
    if not isinstance(row, dict):
        raise ValueError(f"{where}: must have fields like name and {'path' if kind in LOCAL else 'url'}")
    is_local = kind in LOCAL or (kind == "filings" and "path" in row)
    place = "path" if is_local else "url"
    fields = {**(_OF_FILINGS if kind == "filings" else FIELDS), place: _PLACES[place]}
    if unknown := [str(key) for key in row if key not in fields]:
        raise ValueError(f"{where}: {unknown[0]!r} is not known; there are {', '.join(fields)}")
    for field in ("name", place):
        if row.get(field) is None:
            raise ValueError(f"{where}: {field} is missing")
    for field, value in row.items():
        if value is not None and (wrong := fields[field](value)):
            raise ValueError(f"{where}: {field} {wrong}")
    if kind == "filings" and not is_local and contact is None:
        raise ValueError(f"{where}: the SEC wants to know who asks; say so under contact, at the top of the file")
    values = {field: value for field, value in row.items() if value is not None}
    if is_local:
        values["path"] = path.parent / values["path"]
    values |= {field: tuple(values[field]) for field in ("include", "exclude") if field in values}
    return Source(kind=kind, contact=contact, **values)


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be a text"


def _address(value: Any) -> str | None:
    if not isinstance(value, str):
        return "must be a text"
    problem = problem_of(value)
    return f"{value[:200]!r} is not usable: {problem}" if problem else None


def _language(value: Any) -> str | None:
    known = languages.available()
    return None if value in known else f"must be one of {', '.join(known)}"


def _yes_no(value: Any) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _hours(value: Any) -> str | None:
    fine = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 100_000
    return None if fine else "must be a number of hours above 0"


def _pause(value: Any) -> str | None:
    fine = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 3600
    return None if fine else "must be a number of seconds from 0 to 3600"


def _again(value: Any) -> str | None:
    return None if value == 0 and not isinstance(value, bool) else _hours(value)


def _patterns(value: Any) -> str | None:
    fine = isinstance(value, list) and len(value) <= MAX_PATTERNS and all(isinstance(one, str) and one for one in value)
    return None if fine else f"must be a list of up to {MAX_PATTERNS} patterns like '*/business/*'"


FIELDS: dict[str, Callable[[Any], str | None]] = {
    "name": _text,
    "language": _language,
    "region": _text,
    "allow_private": _yes_no,
    "freshness_hours": _hours,
    "refetch_hours": _again,
    "pause_seconds": _pause,
    "robots": _yes_no,
    "include": _patterns,
    "exclude": _patterns,
}
_OF_FILINGS: dict[str, Callable[[Any], str | None]] = {
    **{field: FIELDS[field] for field in ("name", "allow_private", "refetch_hours", "pause_seconds")},
    "tickers": _address,
}
_PLACES: dict[str, Callable[[Any], str | None]] = {"url": _address, "path": _text}
