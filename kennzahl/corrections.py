"""Corrections: what people have decided about facts and companies, as data. ``catalog/corrections.yaml`` says what the
fields mean; here they are checked, every scalar being the text that the file holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, get_args

from kennzahl.catalog.metrics import metrics
from kennzahl.schema import LEDGER, MARTS, MONEY_DECIMALS, MONEY_DIGITS, shared

Kind = Literal["set_aside", "correct", "accept", "fiscal_year", "merge"]
Value = str | bool | date | Decimal | None

LONGEST_TEXT = 2000
MOST_CORRECTIONS = 10_000


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry. ``place`` is where it stands ("corrections.yaml: entry 3"); ``subject`` the id or the company's slug;
    ``expect`` what the source said, as text, by column; ``change`` what is to be instead, of its column's type."""

    kind: Kind
    place: str
    subject: str
    reason: str
    author: str
    date: date
    expect: Mapping[str, str | None]
    change: Mapping[str, Value] = field(default_factory=dict)
    year_end: int | None = None
    into: str | None = None

    @property
    def signed(self) -> str:
        """Why, who and when, in words."""
        return f"{self.reason} ({self.author}, {self.date})"


def says(found: object, expected: str | None) -> bool:
    """Is that what a column holds? Numbers are compared as numbers, texts without regard to their spaces.

    >>> says(Decimal("5200000000.0000"), "5.2e9"), says("a  b", "a b"), says(None, "0"), says(False, "false")
    (True, True, False, True)
    """
    if found is None or expected is None:
        return found is None and expected is None
    if isinstance(found, bool):
        return str(found).lower() == expected.lower()
    if isinstance(found, int | float | Decimal):
        try:
            return Decimal(str(found)) == Decimal(expected)
        except InvalidOperation:
            return False
    return str(found).split() == expected.split()


def corrections_of(loaded: object, file: str) -> tuple[Correction, ...]:
    """The entries of a file, which was loaded with every scalar as text; none of an empty one.

    Raises:
        ValueError: the file is wrong; the message names file, entry, field and what to do.
    """
    if loaded in (None, "", []):
        return ()
    if not isinstance(loaded, list):
        raise ValueError(f"{file}: must be a list of entries that begin with '- kind: ...'")
    if len(loaded) > MOST_CORRECTIONS:
        raise ValueError(f"{file}: more than {MOST_CORRECTIONS} entries; correct the source or the catalogue instead")
    found = tuple(_entry(entry, f"{file}: entry {at}") for at, entry in enumerate(loaded, start=1))
    check_merges(found)
    return found


def _entry(entry: object, place: str) -> Correction:
    if not isinstance(entry, dict):
        raise ValueError(f"{place}: must have fields like kind, reason, author, date and expect")
    kind = entry.get("kind")
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise ValueError(f"{place}: kind must be one of {', '.join(_FIELDS)}")
    fields = _FIELDS[kind] | _COMMON
    for name in entry:
        if name not in fields:
            raise ValueError(f"{place}: {_shown(name)} is no field of {kind}; there are {', '.join(fields)}")
    values: dict[str, Any] = {}
    for name, (target, parse) in fields.items():
        if entry.get(name) in (None, "", {}, []):
            raise ValueError(f"{place}: {name} is missing")
        try:
            values[target] = parse(entry[name])
        except ValueError as wrong:
            raise ValueError(f"{place}: {name} {wrong}") from None
    for name in values["expect"]:
        if name not in _GUARDS[kind]:
            raise ValueError(f"{place}: expect: {kind} knows no column {_shown(name)}; {_known(_GUARDS[kind])}")
    return Correction(place=place, **values)


def check_merges(found: Iterable[Correction]) -> None:
    """No company disappears twice, or into itself by any way.

    Raises:
        ValueError: one does; the message names the entry that closes the circle.
    """
    last: dict[str, str] = {}  # by company, one further on the way to the one that stays

    def stays(company: str) -> str:
        way = []
        while company in last:
            way.append(company)
            company = last[company]
        last.update(dict.fromkeys(way, company))
        return company

    for one in found:
        if one.kind != "merge" or one.into is None:
            continue
        if one.subject in last:
            raise ValueError(f"{one.place}: company {one.subject} is merged twice; keep one of the two entries")
        if stays(one.into) == one.subject:
            raise ValueError(f"{one.place}: into leads back to {one.subject}; name the company that stays")
        last[one.subject] = one.into


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
        raise ValueError(f"must be a text of up to {LONGEST_TEXT} characters")
    return " ".join(value.split())


def _optional(value: object) -> str | None:
    if isinstance(value, str) and value.strip().lower() in ("", "null", "~"):
        return None
    return _text(value)


def _day(value: object) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError("must be a day like 2025-01-30") from None


def _month(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"0?[1-9]|1[0-2]", value):
        raise ValueError("must be a month from 1 to 12")
    return int(value)


def _number(value: object) -> Decimal:
    try:
        number = Decimal(_text(value))
    except (InvalidOperation, ValueError):
        raise ValueError("must be a number like 5.2e9 or 5200000000") from None
    exponent = number.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= -MONEY_DECIMALS and number.adjusted() < MONEY_DIGITS - 5
    if not fits:
        raise ValueError(f"must be a number with at most {MONEY_DECIMALS} decimals that its column can hold")
    return number


def _optional_number(value: object) -> Decimal | None:
    return None if _optional(value) is None else _number(value)


def _yes_no(value: object) -> bool:
    if not isinstance(value, str) or value.lower() not in ("true", "false"):
        raise ValueError("must be true or false")
    return value.lower() == "true"


def _one_of(*allowed: str) -> Callable[[object], str]:
    def parse(value: object) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return str(value)

    return parse


def _matching(pattern: str, like: str) -> Callable[[object], str]:
    def parse(value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise ValueError(f"must be like {like}")
        return value

    return parse


def _metric(value: object) -> str:
    return _one_of(*metrics())(value)


def _label(value: object) -> str | None:
    if _optional(value) is None:
        return None
    return _matching(
        r"\d{4}(?:/\d\d)?(?:-(?:Q[1-4]|H[12]|\d{1,2}M|\d\d|\d\d-\d\d))?",
        "2024, 2023/24, 2024-Q3, 2024-09 or 2024-09-30",
    )(value)


SETTABLE: dict[str, Callable[[object], Value]] = {
    "company": _text,
    "segment": _optional,
    "metric": _metric,
    "adjusted": _yes_no,
    "kind": _one_of(*shared.KINDS),
    "basis": lambda value: None if _optional(value) is None else _one_of(*shared.BASES)(value),
    "period_label": _label,
    "period_start": _day,
    "period_end": _day,
    "value": _number,
    "unit": _matching(r"[A-Z]{3}|%|count", "EUR, % or count"),
    "prior_value": _optional_number,
    "change_pct": _optional_number,
    "change_abs": _optional_number,
}
"""The columns of a fact that can be corrected, and how each is read from its text."""


def changes_of(value: object) -> dict[str, Value]:
    """The columns to set, each of its type.

    Raises:
        ValueError: a column that cannot be corrected, or a value that it cannot hold.
    """
    changes: dict[str, Value] = {}
    for name, text in _mapping(value).items():
        if name not in SETTABLE:
            raise ValueError(f"knows no column {_shown(name)}; there are {', '.join(SETTABLE)}")
        try:
            changes[name] = SETTABLE[name](text)
        except ValueError as wrong:
            raise ValueError(f"{name} {wrong}") from None
    first, last = changes.get("period_start"), changes.get("period_end")
    if (first is None) != (last is None) or (first and last and first > last):  # type: ignore[operator]
        raise ValueError("period_start and period_end must be given together, the earlier day first")
    return changes


def _expected(value: object) -> dict[str, str | None]:
    return {name: _optional(text) for name, text in _mapping(value).items()}


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise ValueError("must name columns and their values, like {value: 5.2e9}")
    return value


def _known(columns: tuple[str, ...]) -> str:
    few = ", ".join(columns)
    return f"there are {few}" if len(columns) < 12 else "take those of kpi_facts, like value, unit or quote"


def _shown(name: object) -> str:
    return repr(str(name)[:60])


_COMMON: dict[str, tuple[str, Callable[[object], object]]] = {
    "kind": ("kind", _one_of(*get_args(Kind))),
    "reason": ("reason", _text),
    "author": ("author", _text),
    "date": ("date", _day),
    "expect": ("expect", _expected),
}
_FIELDS: dict[str, dict[str, tuple[str, Callable[[object], object]]]] = {
    "set_aside": {"id": ("subject", _text)},
    "correct": {"id": ("subject", _text), "set": ("change", changes_of)},
    "accept": {"id": ("subject", _text)},
    "fiscal_year": {"company": ("subject", _text), "year_end": ("year_end", _month)},
    "merge": {"company": ("subject", _text), "into": ("into", _text)},
}
_OF_FACTS = tuple(c.name for c in LEDGER["facts"].columns if c.type != "timestamp" and c.name != "reading_id")
_GUARDS: dict[str, tuple[str, ...]] = {
    "set_aside": (*_OF_FACTS, "printed", "reason"),
    "correct": _OF_FACTS,
    "accept": (*_OF_FACTS, "verdict"),
    "fiscal_year": ("year_end",),
    "merge": tuple(c.name for c in MARTS["companies"].columns if c.name in _OF_FACTS),
}
"""What an entry of each kind may expect."""
