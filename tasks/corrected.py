"""One fact with other attributes: the row of a fact as a person has corrected it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kennzahl.catalog.companies import catalogue, slug
from kennzahl.corrections import Correction, Value
from kennzahl.facts import Quantity
from kennzahl.fiscal import fiscal_years
from kennzahl.reading.calendar import bounds
from tasks.rows import Row, figure, finite, money

FIGURES = ("value", "prior_value", "change_pct", "change_abs")
UNITS = {"value": "unit", "prior_value": "prior_unit", "change_abs": "change_abs_unit"}
COMPANY = ("company", "company_slug", "isin", "ticker", "lei", "industry", "country", "seat")
_NOT_MONEY = ("%", "pp", "count")


def joined(*words: str | None) -> str:
    """What was decided first, and what next."""
    return " · ".join(each for each in words if each)


def corrected(row: Row, one: Correction) -> Row:
    """The row of a fact (the ledger's columns and ``correction``) with what an entry sets, and what follows from it."""
    now = dict(row)
    for column, value in one.change.items():
        if column == "company":
            now |= company_columns(str(value))
        elif column == "period_label":
            now |= _period(value, str(now["company_slug"]))
        elif column not in FIGURES and column != "unit":
            now[column] = value
    if one.change.keys() & {"period_label", "period_start"}:
        now["period_how"] = "stated"
    if (unit := one.change.get("unit")) is not None:
        # The same slip stands at every figure of a fact: pounds for dollars.
        now |= {name: unit for name in UNITS.values() if row[name] == row["unit"] and row[name] is not None}
        now["unit"] = unit
    for name in FIGURES:
        if name in one.change:
            now |= _figure(name, one.change[name], now)
    if isinstance(value := one.change.get("value"), Decimal):
        now |= {"value_double": float(value), "approx": "="}
    units = (now[name] for name in UNITS.values())
    now["currency"] = next((unit for unit in units if unit is not None and unit not in _NOT_MONEY), None)
    instead = ", ".join(
        f"{column} {_words(value)} instead of {_words(row[column])}" for column, value in one.change.items()
    )
    return now | {"correction": joined(row["correction"], f"{instead}: {one.signed}")}


def company_columns(name: str) -> Row:
    """What the tables say of a company, by its name or slug; one that nobody knows has a name and nothing else."""
    entry = catalogue().by_slug.get(slug(name))
    if entry is None:
        return dict.fromkeys(COMPANY) | {"company": name, "company_slug": slug(name)}
    known = entry.company
    return {"company": known.name, "company_slug": known.slug} | {
        column: getattr(known, column) for column in COMPANY if column not in ("company", "company_slug")
    }


def _period(label: Value, company: str) -> Row:
    """A label with its days; a year of the company's own, or a part of it, gets them from ``tasks.fiscal``."""
    years = fiscal_years().get(company)
    own = years is not None and not years.is_calendar and years.days(str(label)) is not None
    first, last = (None, None) if label is None or own else bounds(str(label)) or (None, None)
    return {"period_label": label, "period_start": first, "period_end": last}


def _figure(name: str, value: Value, row: Row) -> Row:
    """The columns of a figure, as exact as its digits; no value leaves all of them null."""
    units = UNITS.get(name)
    if not isinstance(value, Decimal):
        parts = ("", "_low", "_high", "_is_range", "_step", "_printed", "_hedge")
        return dict.fromkeys([*(f"{name}{part}" for part in parts), *([units] if units else [])])
    default = row["unit"] or row["currency"] or "count"
    unit = "%" if units is None else row[units] or ("pp" if (name, default) == ("change_abs", "%") else default)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    printed = str(value)
    quantity = Quantity(0, len(printed), printed, unit, value, step)
    columns = figure(name, quantity, "en", finite if name == "change_pct" else money)
    return columns | ({units: unit} if units else {})


def _words(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
