"""Entries of corrections.yaml: what they may say, and what is said when they are wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kennzahl.corrections import corrections_of, says

SIGNED = {"reason": "the press release says so", "author": "A. Muster", "date": "2025-01-30"}
ENTRIES: dict[str, dict[str, Any]] = {
    "set_aside": {"id": "vq2h", "expect": {"quote": "8,5 Milliarden Euro"}},
    "correct": {"id": "vq2h", "set": {"value": "5.2e9"}, "expect": {"value": "5200000"}},
    "accept": {"id": "vq2h", "expect": {"verdict": "inconsistent"}},
    "fiscal_year": {"company": "muster", "year_end": "9", "expect": {"year_end": "null"}},
    "merge": {"company": "muster-ag", "into": "muster", "expect": {"company": "Muster AG"}},
}


def entry(kind: str, **other: Any) -> dict[str, Any]:
    return {"kind": kind, **ENTRIES[kind], **SIGNED, **other}


def without(kind: str, name: str) -> dict[str, Any]:
    return {key: value for key, value in entry(kind).items() if key != name}


def change(**values: str) -> dict[str, Any]:
    return entry("correct", set=values)


@pytest.mark.parametrize("kind", ENTRIES)
def test_every_kind_of_entry(kind: str) -> None:
    [one] = corrections_of([entry(kind)], "corrections.yaml")
    assert (one.kind, one.place) == (kind, "corrections.yaml: entry 1")
    assert one.subject in ("vq2h", "muster", "muster-ag")
    assert (one.author, one.date) == ("A. Muster", date(2025, 1, 30))
    assert one.signed == "the press release says so (A. Muster, 2025-01-30)"


@pytest.mark.parametrize("loaded", [None, "", []])
def test_no_entries(loaded: object) -> None:
    assert corrections_of(loaded, "corrections.yaml") == ()


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("value", "5.2e9", Decimal("5.2e9")),
        ("value", "-12.5", Decimal("-12.5")),
        ("prior_value", "null", None),
        ("adjusted", "true", True),
        ("segment", "~", None),
        ("segment", "Cloud", "Cloud"),
        ("period_label", "2023/24-Q3", "2023/24-Q3"),
        ("basis", "qoq", "qoq"),
    ],
)
def test_what_is_set_has_the_type_of_its_column(column: str, text: str, value: object) -> None:
    [one] = corrections_of([change(**{column: text})], "corrections.yaml")
    assert one.change == {column: value}


WRONG = [
    ({"kind": "accept"}, "must be a list of entries"),
    (["accept"], "entry 1: must have fields like kind"),
    ([{}], "entry 1: kind must be one of set_aside, correct, accept, fiscal_year, merge"),
    ([{"kind": ["accept"]}], "entry 1: kind must be one of"),
    ([entry("accept"), without("accept", "reason")], "entry 2: reason is missing"),
    ([without("merge", "expect")], "entry 1: expect is missing"),
    ([entry("accept", expect={})], "entry 1: expect is missing"),
    ([entry("accept", note="x")], "'note' is no field of accept; there are id, kind, reason, author, date, expect"),
    ([entry("accept", date="30.1.2025")], "entry 1: date must be a day like 2025-01-30"),
    ([entry("accept", reason=["x"])], "entry 1: reason must be a text"),
    ([entry("accept", author="x" * 3000)], "entry 1: author must be a text of up to 2000 characters"),
    ([entry("accept", expect=["quote"])], "entry 1: expect must name columns and their values"),
    (
        [entry("accept", expect={"colour": "red"})],
        "expect: accept knows no column 'colour'; take those of kpi_facts, like value, unit or quote",
    ),
    ([entry("correct", expect={"verdict": "x"})], "expect: correct knows no column 'verdict'"),
    ([entry("merge", expect={"value": "1"})], "merge knows no column 'value'; there are company_slug, company, isin"),
    ([entry("fiscal_year", year_end="13")], "entry 1: year_end must be a month from 1 to 12"),
    ([change(value="5.2 billion")], "entry 1: set value must be a number like 5.2e9"),
    ([change(value="null")], "set value must be a number"),
    ([change(value="NaN")], "set value must be a number with at most 4 decimals"),
    ([change(value="1e30")], "set value must be a number with at most 4 decimals that its column can hold"),
    ([change(value="0.00001")], "set value must be a number with at most 4 decimals"),
    ([change(metric="turnover")], "set metric must be one of revenue"),
    ([change(unit="Euro")], "set unit must be like EUR, % or count"),
    ([change(adjusted="maybe")], "set adjusted must be true or false"),
    ([change(period_label="third quarter")], "set period_label must be like 2024"),
    ([change(confidence="1")], "set knows no column 'confidence'; there are company"),
    ([change(period_start="2024-01-01")], "period_start and period_end must be given together"),
    ([change(period_start="2024-02-01", period_end="2024-01-01")], "the earlier day first"),
    ([entry("merge"), entry("merge", into="x")], "entry 2: company muster-ag is merged twice"),
    ([entry("merge", into="muster-ag")], "entry 1: into leads back to muster-ag"),
    ([entry("merge", company=a, into=b) for a, b in ("ab", "bc", "ca")], "entry 3: into leads back to c"),
]


@pytest.mark.parametrize(("loaded", "words"), WRONG, ids=[words for _, words in WRONG])
def test_what_is_wrong_is_said(loaded: object, words: str) -> None:
    with pytest.raises(ValueError, match=r"^corrections\.yaml: ") as error:
        corrections_of(loaded, "corrections.yaml")
    assert words in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        (Decimal("5200000000.0000"), "5.2e9", True),
        (Decimal("5200000000"), "5.2e6", False),
        (Decimal(5), "five", False),
        (9.0, "9", True),
        ("SAP setzt\n8,5 um", "SAP setzt 8,5  um", True),
        ("SAP", "sap", False),
        (False, "false", True),
        (None, None, True),
        (None, "0", False),
        ("x", None, False),
        (date(2024, 9, 30), "2024-09-30", True),
    ],
)
def test_what_a_source_says_is_compared_by_meaning(found: object, expected: str | None, same: bool) -> None:
    assert says(found, expected) is same
