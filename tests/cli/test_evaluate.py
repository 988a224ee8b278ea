"""``kennzahl evaluate``: the measure on the terminal."""

from __future__ import annotations

import json
import re

import pytest

BODY = "Die Muster AG hat ihren Umsatz 2024 um 9 Prozent auf 8,47 Milliarden Euro gesteigert."
FACT = {
    "company": "Muster", "metric": "revenue", "kind": "actual", "period": "2024",
    "value": 8_470_000_000, "unit": "EUR", "change_pct": 9, "basis": "yoy",
}  # fmt: skip
OTHER = {**FACT, "metric": "ebit", "value": 5}


def write(path, *documents):
    path.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents), "utf-8")
    return path


def levels(out: str) -> dict[str, list[str]]:
    return {name: rest.split() for name, rest in re.findall(r"^(figure|core|fact|row) +(.*)$", out, re.M)}


def test_it_reads_the_texts_of_the_gold_file(kennzahl, tmp_path):
    gold = write(
        tmp_path / "gold.jsonl", {"doc_id": "a", "text": BODY, "published": "2025-02-01", "facts": [FACT, OTHER]}
    )
    said = kennzahl("evaluate", gold)
    assert (said.code, said.err) == (0, "")
    assert levels(said.out)["row"] == ["1.000", "0.500", "0.667", "1", "2", "1"]


def test_it_finds_text_files_in_folders_above(kennzahl, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(f"Muster wächst\n\n{BODY}\n", "utf-8")
    (tmp_path / "gold").mkdir()
    gold = write(tmp_path / "gold" / "gold.jsonl", {"doc_id": "x", "text_file": "texts/a.txt", "facts": [FACT]})
    assert levels(kennzahl("evaluate", gold).out)["fact"][2] == "1.000"


def test_it_measures_what_others_predicted(kennzahl, tmp_path):
    gold = write(tmp_path / "gold.jsonl", {"doc_id": "a", "facts": [FACT]}, {"doc_id": "b", "facts": [OTHER]})
    predicted = write(tmp_path / "predicted.jsonl", {"doc_id": "a", "facts": [FACT, {**OTHER, "value": 7}]})
    said = kennzahl("evaluate", gold, "--predicted", predicted, "--errors", 5, "--by", "document")
    assert levels(said.out)["fact"] == ["0.500", "0.500", "0.500", "1", "2", "2"]
    assert re.search(r"^a +0\.500 +1\.000", said.out, re.M)
    assert re.search(r"^missed +b  \{.*\"ebit\"", said.out, re.M)
    assert re.search(r"^spurious +a  \{.*\"value\": 7", said.out, re.M)


def test_by_metric(kennzahl, tmp_path):
    gold = write(tmp_path / "gold.jsonl", {"doc_id": "a", "facts": [FACT, OTHER]})
    said = kennzahl("evaluate", gold, "--predicted", gold, "--by", "metric")
    assert re.search(r"^revenue +1\.000", said.out, re.M)
    assert re.search(r"^ebit +1\.000", said.out, re.M)


@pytest.mark.parametrize(
    ("documents", "predicted", "says"),
    [
        ([{"doc_id": "a", "facts": [FACT]}], None, "a has neither text nor text_file; give --predicted"),
        ([{"doc_id": "a", "text_file": "no.txt", "facts": []}], None, "text_file no.txt is neither beside it nor"),
        ([{"doc_id": "a", "text": "", "facts": []}], None, "gold.jsonl: a"),
        ([{"doc_id": "a", "facts": 5}], None, "gold.jsonl, line 1: a: facts is 5, not a list"),
        ([{"doc_id": "a", "facts": []}], [{"doc_id": "b", "facts": []}], "doc_id 'b' is not in"),
        ([{"doc_id": "a", "facts": []}], [{"doc_id": "a", "facts": [{}]}], "metric is missing"),
    ],
)
def test_a_file_that_breaks_the_contract_is_refused_in_one_line(kennzahl, tmp_path, documents, predicted, says):
    arguments = [write(tmp_path / "gold.jsonl", *documents)]
    if predicted is not None:
        arguments += ["--predicted", write(tmp_path / "predicted.jsonl", *predicted)]
    said = kennzahl("evaluate", *arguments)
    assert said.code == 2
    assert says in said.err
    assert len(said.err.splitlines()) == 1


def test_files_that_cannot_be_read(kennzahl, tmp_path):
    missing = kennzahl("evaluate", tmp_path / "gold.jsonl")
    assert (missing.code, "could not be read: No such file" in missing.err) == (2, True)
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe\x00")
    binary = kennzahl("evaluate", tmp_path / "gold.jsonl")
    assert (binary.code, "is no UTF-8 text" in binary.err) == (2, True)
    assert kennzahl("evaluate", tmp_path / "gold.jsonl", "--errors", "-1").code == 2
