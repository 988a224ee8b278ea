"""The samples hold what they are for, and their gold is right: to the letter, and by its own arithmetic."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

import pytest

from kennzahl.catalog import load_catalog
from kennzahl.evaluation.same import JsonFact
from kennzahl.reading.sentences import split
from tests.gold.samples import FINDINGS, FOLDER, LANGUAGES, all_documents, article, documents

FIELDS = {
    "company", "segment", "metric", "adjusted", "kind", "period", "value", "unit", "approx",
    "change_pct", "change_abs", "prior_value", "basis", "quote",
}  # fmt: skip
PERIOD = re.compile(r"\d{4}(/\d\d)?(-(Q[1-4]|H[12]|9M))?|\d{4}-\d\d(-\d\d)?")
FAULTS = {(fault["doc_id"], fault["metric"], fault["value"]): fault for fault in FINDINGS["faults"]}


def facts() -> Iterator[tuple[str, JsonFact]]:
    for doc_id, document in all_documents().items():
        for fact in document.facts:
            yield doc_id, fact


ALL_FACTS = list(facts())


def some(**wanted: Any) -> list[tuple[str, JsonFact]]:
    return [(doc_id, fact) for doc_id, fact in ALL_FACTS if all(fact[name] == value for name, value in wanted.items())]


def test_there_are_enough_of_them():
    assert len(documents("de")) >= 15
    assert len(documents("en")) >= 11
    assert len({fact["company"] for _, fact in ALL_FACTS}) >= 10
    quarters = {fact["period"] for _, fact in ALL_FACTS if re.fullmatch(r"\d{4}-Q\d", fact["period"] or "")}
    assert len(quarters) >= 4


def test_each_sample_has_its_facts_and_each_gold_its_sample():
    stems = Counter(path.stem for path in FOLDER.iterdir() if not path.name.endswith(".meta.json"))
    assert stems == Counter(all_documents().keys())
    described = (FOLDER.parents[2] / "tests" / "gold" / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([\w-]+)` \|", described, re.M)) == set(stems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_sees_language_day_headline_address_and_source(language):
    for document in documents(language):
        read = article(document.doc_id)
        assert read.doc_id == document.doc_id
        assert read.language == document.language == language
        assert str(read.published) == document.published, document.doc_id
        assert read.title and read.url and read.source, document.doc_id


@pytest.mark.parametrize("doc_id", all_documents())
def test_quotes_stand_in_one_sentence_to_the_letter(doc_id):
    read = article(doc_id)
    sentences = split(read.text, read.language, read.title_end)
    for fact in all_documents()[doc_id].facts:
        start = read.text.find(fact["quote"])
        assert start >= 0, fact["quote"]
        assert any(s.start <= start and start + len(fact["quote"]) <= s.end for s in sentences), fact["quote"]


@pytest.mark.parametrize(("doc_id", "fact"), ALL_FACTS)
def test_facts_follow_the_contract(doc_id, fact):
    assert set(fact) == FIELDS
    assert fact["metric"] in load_catalog("metrics")
    assert fact["kind"] in {"actual", "guidance", "consensus", "other"}
    assert fact["period"] is None or PERIOD.fullmatch(fact["period"])
    assert (fact["value"] is None) == (fact["unit"] is None)
    assert fact["value"] is not None or fact["change_pct"] is not None or fact["change_abs"] is not None
    compares = any(fact[name] is not None for name in ("change_pct", "change_abs", "prior_value"))
    assert compares == (fact["basis"] is not None)
    assert fact["basis"] != "guidance" or fact["kind"] == "guidance"
    measure = load_catalog("metrics")[fact["metric"]]["measure"]
    allowed = {"ratio": {"%"}, "count": {"count"}}.get(measure, {"EUR", "USD", "CHF", "JPY"})
    assert fact["unit"] is None or fact["unit"] in allowed


@pytest.mark.parametrize(("doc_id", "fact"), ALL_FACTS)
def test_values_are_printed_in_their_quotes(doc_id, fact):
    scales = (1, 0.01, 1e3, 1e6, 1e9, 1e12)
    words = {"ein": 1, "eine": 1, "zwei": 2, "drei": 3, "sechs": 6, "sieben": 7, "neun": 9, "zehn": 10, "acht": 8}
    printed = {words[word] for word in re.findall(r"\w+", fact["quote"]) if word in words}
    for token in re.findall(r"\d[\d.,]*", fact["quote"]):
        token = token.rstrip(".,")
        grouped = re.fullmatch(r"\d{1,3}([.,]\d{3})+", token)
        printed.add(float(re.sub("[.,]", "", token) if grouped else token.replace(",", ".")))
    ends = fact["value"] if isinstance(fact["value"], list) else [fact["value"]] if fact["value"] is not None else []
    for end in ends:
        assert any(abs(abs(end) - number * scale) < 1e-6 * abs(end) for number in printed for scale in scales), end


@pytest.mark.parametrize(("doc_id", "fact"), ALL_FACTS)
def test_the_arithmetic_is_honest_but_for_the_planted_faults(doc_id, fact):
    value, prior, stated = fact["value"], fact["prior_value"], fact["change_pct"]
    if not all(isinstance(number, (int, float)) for number in (value, prior, stated)):
        return
    quotients = [v / p for v in ends_of(value) for p in ends_of(prior)]
    low, high = (100 * (quotient - 1) for quotient in (min(quotients), max(quotients)))
    claimed_low, claimed_high = ends_of(stated)
    is_lower_bound = "more than doubled" in fact["quote"]
    agrees = low <= (high if is_lower_bound else claimed_high) and high >= claimed_low
    is_planted = FAULTS.get((doc_id, fact["metric"], value), {}).get("check") in {"growth", "magnitude"}
    assert agrees != is_planted, (low, high, stated)


def ends_of(number: float) -> tuple[float, float]:
    """What a number may stand for, going by its last digit that is not zero."""
    exponent = Decimal(str(number)).normalize().as_tuple().exponent
    half = float(Decimal(10) ** int(exponent) / 2)
    return number - half, number + half


def test_they_show_all_kinds_of_periods():
    for shape in (
        r"\d{4}-Q\d",
        r"\d{4}-H1",
        r"\d{4}-9M",
        r"\d{4}/\d\d",
        r"\d{4}",
        r"\d{4}-\d\d-\d\d",
        r"\d{4}/\d\d-Q1",
    ):
        assert any(re.fullmatch(shape, fact["period"] or "") for _, fact in ALL_FACTS), shape


def test_they_show_guidance_raised_and_cut():
    revisions = [fact for _, fact in some(basis="guidance") if isinstance(fact["value"], (int, float))]
    ranges = [fact for _, fact in some(basis="guidance") if isinstance(fact["value"], list)]
    assert any(
        fact["value"] < fact["prior_value"] for fact in revisions if isinstance(fact["prior_value"], (int, float))
    )
    assert any(
        fact["value"] > fact["prior_value"] for fact in revisions if isinstance(fact["prior_value"], (int, float))
    )
    assert any(fact["value"] > fact["prior_value"] for fact in ranges if isinstance(fact["prior_value"], list))


def test_they_show_losses_dividends_jobs_orders_takeovers_and_adjusted_figures():
    assert any(isinstance(fact["value"], float | int) and fact["value"] < 0 for _, fact in some(metric="net_income"))
    for metric in ("dividend_per_share", "job_cuts", "employees", "order_intake", "order_backlog", "deal_value"):
        assert some(metric=metric), metric
    assert some(adjusted=True, kind="actual")
    assert some(kind="consensus")


def test_they_show_a_conversion_a_roundup_market_reports_and_a_copy():
    assert any("umgerechnet" in fact["quote"] for _, fact in some(metric="deal_value"))
    roundup = {fact["company"] for fact in all_documents()["alphabet-microsoft"].facts}
    assert roundup == {"Alphabet", "Microsoft"}
    assert all(any(not document.facts for document in documents(language)) for language in LANGUAGES)
    for first, second in FINDINGS["copies"]:
        one, other = article(first), article(second)
        assert SequenceMatcher(None, one.text, other.text, autojunk=False).ratio() > 0.9
        assert one.source != other.source


def test_the_planted_faults_are_in_the_gold():
    assert {fault["check"] for fault in FINDINGS["faults"]} == {
        "growth", "magnitude", "timing", "history", "sources", "conversion",
    }  # fmt: skip
    for fault in FINDINGS["faults"]:
        assert some(metric=fault["metric"], value=fault["value"]), fault["doc_id"]


def test_the_faults_between_articles_contradict_what_the_other_one_prints():
    by_check = {fault["check"]: fault for fault in FINDINGS["faults"]}
    history, sources = by_check["history"], by_check["sources"]
    (later,) = some(metric=history["metric"], value=history["value"])
    earlier = [fact for doc_id, fact in some(metric=history["metric"]) if doc_id == history["against"]]
    assert later[1]["prior_value"] not in [fact["value"] for fact in earlier]
    contradicted = [
        fact for doc_id, fact in some(metric="ebit", company="Adidas", period="2024-Q3", kind="actual")
        if doc_id == sources["against"]
    ]  # fmt: skip
    assert [fact["value"] for fact in contradicted] not in ([], [sources["value"]])


def test_a_comparison_value_is_what_an_earlier_sample_reported():
    for agreement in FINDINGS["agreements"]:
        later, earlier = article(agreement["doc_id"]), article(agreement["confirmed_by"])
        assert later.published_at and earlier.published_at and earlier.published_at < later.published_at
        assert some(metric=agreement["metric"], prior_value=agreement["prior_value"])
        assert some(metric=agreement["metric"], value=agreement["prior_value"])


def test_a_target_lies_before_its_article():
    (fault,) = [fault for fault in FINDINGS["faults"] if fault["check"] == "timing"]
    (planted,) = some(metric=fault["metric"], value=fault["value"])
    published = all_documents()[fault["doc_id"]].published
    assert published and planted[1]["period"] < published[:4]


def test_gold_files_are_tidy():
    for language in LANGUAGES:
        lines = (FOLDER.parents[2] / "tests" / "gold" / f"samples.{language}.jsonl").read_text("utf-8").splitlines()
        names = [json.loads(line)["doc_id"] for line in lines]
        assert names == sorted(names)
