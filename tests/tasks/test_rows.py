"""Rows: every column of a reading, exact or not at all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.checking.intervals import interval_of
from kennzahl.facts import Article, Issue, Period, Quantity, Reading, Span, Verdict
from tasks.arrow import conform, from_rows, schema_of
from tasks.rows import LONGEST_EVIDENCE, Row, rows_of
from tests.tasks.handmade import META, SAP, article, fact, quantity, revenue_reading


def reading_of(printed: str, value: str | Decimal | None, unit: str = "EUR", **more: Any) -> Reading:
    source = article(f"SAP\n\nSAP meldet {printed}.")
    stated = fact(source, value=quantity(source.text, printed, value, unit, **more))
    return Reading(source, (stated,), (Verdict(0, "growth", "consistent", "fits"),), figures=1)


def fact_row(reading: Reading) -> Row:
    return rows_of(reading).facts[0]


def test_a_fact_keeps_all_that_the_contract_says_of_it() -> None:
    reading = revenue_reading()
    row, text = fact_row(reading), reading.article.text
    assert row["company"] == "SAP" and row["isin"] == SAP.isin and row["metric"] == "revenue"
    assert row["value"] == Decimal("8500000000.0000") and row["value_double"] == 8.5e9
    assert (row["value_low"], row["value_high"]) == (Decimal("8450000000"), Decimal("8550000000"))
    assert (row["unit"], row["currency"], row["value_printed"]) == ("EUR", "EUR", "8,5 Milliarden Euro")
    assert (row["change_pct"], row["change_pct_low"], row["change_pct_high"]) == (9.0, 8.5, 9.5)
    assert row["basis"] == "yoy" and row["period_label"] == "2024-Q3" and row["period_how"] == "stated"
    assert text[row["span_start"] : row["span_end"]] == row["quote"] == row["sentence"]
    assert json.loads(row["origins"])[0] == {"part": "company", "rule": "named", "start": 0, "end": 3}


def test_a_range_is_its_printed_ends_without_a_value() -> None:
    row = fact_row(reading_of("8 bis 9 Milliarden Euro", None, low=Decimal("8e9"), high=Decimal("9e9")))
    assert row["value"] is None and row["value_double"] is None and row["value_is_range"] is True
    assert (row["value_low"], row["value_high"]) == (Decimal("8e9"), Decimal("9e9"))


def test_the_ends_of_a_range_are_in_order_also_of_losses() -> None:
    row = fact_row(reading_of("3 bis 5 Millionen Euro Verlust", None, low=Decimal("-3e6"), high=Decimal("-5e6")))
    assert (row["value_low"], row["value_high"]) == (Decimal("-5e6"), Decimal("-3e6"))


def test_a_period_that_ends_before_it_starts_is_quarantined() -> None:
    reading = revenue_reading(period=Period("2024-Q3", date(2024, 9, 30), date(2024, 7, 1)))
    rows = rows_of(reading)
    assert rows.facts == [] and [issue["reason"] for issue in rows.issues] == ["impossible_period"]


def test_an_open_hedge_leaves_its_side_null() -> None:
    row = fact_row(reading_of("mehr als 8 Milliarden Euro", "8e9", hedge=">", hedge_word="mehr als"))
    assert row["value_low"] is not None and row["value_high"] is None
    assert row["approx"] == row["value_hedge"] == ">"


def test_points_are_percent_as_a_value_and_points_as_a_change() -> None:
    source = article("SAP\n\nDie Marge steigt um 2 Punkte auf 24 Prozent.")
    value, change = quantity(source.text, "24 Prozent", "24", "%"), quantity(source.text, "2 Punkte", "2", "pp")
    row = fact_row(Reading(source, (fact(source, metric="ebit_margin", value=value, change_abs=change),)))
    assert (row["unit"], row["currency"], row["change_abs_unit"]) == ("%", None, "pp")


@pytest.mark.parametrize(
    ("printed", "value", "more", "reason"),
    [
        ("1" * 40, Decimal("1" * 40), {}, "too_many_digits"),
        ("100000000000000000000 Euro", Decimal("1e20"), {}, "too_many_digits"),
        ("unendlich viele Euro", Decimal("Infinity"), {}, "too_many_digits"),
        ("0,12345 Euro", Decimal("0.12345"), {"step": Decimal("0.00001")}, "too_many_decimals"),
    ],
)
def test_a_number_that_does_not_fit_is_quarantined_with_its_verdicts(
    printed: str, value: Decimal, more: dict[str, Any], reason: str
) -> None:
    rows = rows_of(reading_of(printed, value, **more))
    assert rows.facts == [] and rows.verdicts == []
    assert [(issue["kind"], issue["reason"]) for issue in rows.issues] == [("quarantined", reason)]
    assert rows.issues[0]["sentence"].endswith(f"SAP meldet {printed}.") and len(rows.issues[0]["words"]) < 200


@pytest.mark.parametrize(
    ("printed", "value", "form", "kept"),
    [
        ("99999999999999999999 Euro", "99999999999999999999", "digits", "99999999999999999999"),
        ("0,1234 Euro", "0.1234", "digits", "0.1234"),
        ("ein Drittel", Decimal(100) / 3, "fraction", "33.3333"),
    ],
)
def test_a_number_that_fits_is_kept_exactly(printed: str, value: str | Decimal, form: str, kept: str) -> None:
    assert fact_row(reading_of(printed, value, form=form))["value"] == Decimal(kept)


@given(st.decimals(Decimal("-1e18"), Decimal("1e18"), places=4), st.integers(-6, 9), st.sampled_from("=~<>"))
def test_an_interval_in_a_row_holds_the_exact_one(value: Decimal, exponent: int, hedge: Any) -> None:
    figure = Quantity(0, 1, "8", "EUR", value, Decimal(1).scaleb(exponent), hedge=hedge)
    exact = interval_of(figure, "de")
    stated = fact(article(), span=Span(0, 1), sentence=Span(0, 1), value=figure, change_pct=replace(figure, unit="%"))
    row = fact_row(Reading(article(), (stated,)))
    for name in ("value", "change_pct"):
        low, high = row[f"{name}_low"], row[f"{name}_high"]
        assert low is None if exact.low is None else Decimal(low) <= exact.low
        assert high is None if exact.high is None else Decimal(high) >= exact.high


def test_two_companies_with_one_figure_are_two_facts() -> None:
    reading = revenue_reading()
    both = replace(reading, facts=(reading.facts[0], replace(reading.facts[0], company=META)))
    one, other = rows_of(both).facts
    assert one["fact_id"] == fact_row(reading)["fact_id"] != other["fact_id"]


def test_a_quarantined_fact_does_not_shift_the_others_verdicts() -> None:
    source = article("SAP\n\nErst 0,00001 Euro, dann 5 Euro.")
    figures = (
        quantity(source.text, "0,00001 Euro", "0.00001", step=Decimal("0.00001")),
        quantity(source.text, "5 Euro", "5", step=Decimal(1)),
    )
    facts = tuple(fact(source, value=figure) for figure in figures)
    verdicts = tuple(Verdict(index, "growth", "consistent", f"of {index}") for index in range(2))
    rows = rows_of(Reading(source, facts, verdicts))
    assert [verdict["words"] for verdict in rows.verdicts] == ["of 1"]
    assert rows.verdicts[0]["fact_id"] == rows.facts[0]["fact_id"]


def test_times_are_utc_whatever_their_zone() -> None:
    berlin = timezone(timedelta(hours=2))
    row = rows_of(Reading(article(published_at=datetime(2024, 10, 21, 22, 5, tzinfo=berlin)))).article
    assert row["published_at"] == datetime(2024, 10, 21, 20, 5, tzinfo=UTC) and row["published_at"].tzinfo is UTC


def test_a_sentence_without_end_is_cut_around_its_figure() -> None:
    source = article("SAP\n\n" + "Wort " * 100_000 + "8,5 Milliarden Euro " + "Wort " * 100_000)
    figure = quantity(source.text, "8,5 Milliarden Euro", "8.5e9")
    whole, span = Span(5, len(source.text)), Span(figure.start, figure.end)
    issue = Issue("unread", "unread", "not understood", span, whole, figure.printed)
    rows = rows_of(Reading(source, (fact(source, sentence=whole, span=span, value=figure),), issues=(issue,)))
    for row in (rows.facts[0], rows.issues[0]):
        assert len(row["sentence"]) == LONGEST_EVIDENCE and "8,5 Milliarden Euro" in row["sentence"]


def test_half_a_surrogate_from_a_hostile_page_is_replaced() -> None:
    rows = rows_of(Reading(Article("\ud800", "Text mit \udfff drin")))
    table = from_rows([rows.article], "ledger.articles")
    assert table["doc_id"].to_pylist() == ["?"] and table["text"].to_pylist() == ["Text mit ? drin"]


def test_rows_have_only_declared_columns() -> None:
    rows = rows_of(revenue_reading())
    for name, row in (("articles", rows.article), ("facts", rows.facts[0]), ("verdicts", rows.verdicts[0])):
        assert set(row) <= set(schema_of(f"ledger.{name}").names)


def test_a_null_where_none_may_be_is_refused_by_name() -> None:
    table = from_rows([{"fact_id": "f"}], "ledger.facts")
    with pytest.raises(ValueError, match="column 'reading_id' has 1 nulls"):
        conform(table, "ledger.facts")
