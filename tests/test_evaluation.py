"""Measuring facts against gold: what counts as the same, and what a file must look like."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.evaluation import LEVELS, Malformed, evaluate, read_documents
from kennzahl.evaluation.same import same_company, same_number, same_period, same_segment

SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold"


def fact(**parts: object) -> dict[str, object]:
    plain = {"company": "Muster", "metric": "revenue", "kind": "actual", "period": "2024", "value": 100, "unit": "EUR"}
    return {**plain, **parts}


def hits(gold: list, predicted: list) -> list[int]:
    result = evaluate({"a": gold}, {"a": predicted})
    return [result.levels[level].hits for level in LEVELS]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, [1, 1, 1, 1]),
        ({"value": 101}, [0, 0, 0, 0]),
        ({"unit": "USD"}, [0, 0, 0, 0]),
        ({"metric": "ebit"}, [1, 0, 0, 0]),
        ({"company": "Probe"}, [1, 1, 0, 0]),
        ({"period": "2023"}, [1, 1, 0, 0]),
        ({"kind": "guidance"}, [1, 1, 0, 0]),
        ({"segment": "Cloud"}, [1, 1, 1, 0]),
        ({"adjusted": True}, [1, 1, 1, 0]),
        ({"prior_value": 90}, [1, 1, 1, 0]),
        ({"approx": "~"}, [1, 1, 1, 1]),
    ],
)
def test_each_level_asks_for_more(parts, expected):
    assert hits([fact()], [fact(**parts)]) == expected


def test_facts_pair_one_to_one_and_the_most_alike_first():
    gold = [fact(segment="Cloud"), fact(segment="Lizenzen")]
    assert hits(gold, gold[::-1]) == [2, 2, 2, 2]
    assert hits(gold, [gold[0]]) == [1, 1, 1, 1]


def test_a_change_is_the_figure_where_there_is_no_value():
    only_change = fact(value=None, unit=None, change_pct=-5)
    assert hits([only_change], [only_change]) == [1, 1, 1, 1]
    assert hits([only_change], [{**only_change, "change_pct": 5}]) == [0, 0, 0, 0]
    assert hits([only_change], [fact(change_pct=-5)]) == [0, 0, 0, 0]


def test_a_restated_comparison_value_is_neither_right_nor_wrong_but_once():
    gold, restated = [fact(prior_value=90)], fact(value=90, period="2023")
    assert evaluate({"a": gold}, {"a": [*gold, restated]}).levels["fact"].f1 == 1
    assert evaluate({"a": gold}, {"a": [*gold, restated, restated]}).levels["fact"].precision == 0.5


def test_a_document_that_is_not_predicted_is_empty():
    result = evaluate({"a": [fact()], "b": []}, {})
    assert (result.documents, result.levels["fact"].recall, result.levels["fact"].precision) == (2, 0, 0)
    assert [(d.doc_id, d.what) for d in result.differences] == [("a", "missed")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Meta", "Meta Platforms Inc."),
        ("Vienna Insurance Group", "VIG"),
        ("Nestlé", "Nestle SA"),
        ("T Mobile", "TMobile"),
    ],
)
def test_one_company_under_two_names(a, b):
    assert same_company(a, b)
    assert same_company(b, a)


@pytest.mark.parametrize(("a", "b"), [("BMW", "BASF"), ("Siemens", ""), ("AG", "SE")])
def test_two_companies(a, b):
    assert not same_company(a, b)


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("2024-Q3", "2024-Q3", True),
        ("2024-Q3", "2024-Q2", False),
        ("2023/24-Q3", "2024-Q3", True),
        ("1999/00", "2000", True),
        ("????-Q3", "2017-Q3", True),
        ("????-Q3", "2016/17-Q3", True),
        ("????-Q3", "2017", False),
        (None, "2024", True),
        ("2024", None, False),
    ],
)
def test_periods(gold, predicted, same):
    assert same_period(gold, predicted) is same


def test_numbers_and_segments():
    assert same_number([1, 2], [1, 2.0001])
    assert not same_number([1, 2], 1)
    assert not same_number([1, 2], [1, 2, 3])
    assert same_segment("Cloud", "Cloud-Geschäft")
    assert same_segment("", None)
    assert not same_segment("Cloud", None)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 1: no JSON"),
        ("[]", "expected an object with doc_id and facts"),
        ('{"doc_id": "a"}', "facts is None, not a list"),
        ('{"doc_id": "a", "facts": [1]}', "a fact is 1, not an object"),
        ('{"doc_id": "a", "facts": [{"value": 1}]}', "metric is missing"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "value": "1"}]}', "value is '1'"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "value": true}]}', "value is True"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "value": NaN}]}', "value is nan"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "value": [1]}]}', "value is [1]"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "change_abs": [1, 2]}]}', "change_abs is [1, 2]"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "kind": "rumour"}]}', "kind is 'rumour', not one of actual"),
        ('{"doc_id": "a", "facts": [{"metric": "revenue", "kind": []}]}', "kind is []"),
        ('{"doc_id": "a", "facts": [], "text": 5}', "text is 5, not a string or null"),
        ('{"doc_id": "a", "facts": []}\n\n{"doc_id": "a", "facts": []}', "line 3: doc_id 'a' comes twice"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(line, says):
    with pytest.raises(Malformed) as refused:
        list(read_documents(line.split("\n"), "gold.jsonl"))
    assert "gold.jsonl, line" in str(refused.value)
    assert says in str(refused.value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_json_is_read_or_refused(anything):
    for line in (
        anything,
        {"doc_id": "a", "facts": [anything]},
        {"doc_id": "a", "facts": [{"metric": "x", "value": anything}]},
    ):
        try:
            documents = list(read_documents([json.dumps(line)], "gold.jsonl"))
        except Malformed:
            continue
        evaluate({d.doc_id: d.facts for d in documents}, {d.doc_id: d.facts for d in documents})


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the reference scorer is not here")
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_it_measures_like_the_reference(language, seed):
    spec = importlib.util.spec_from_file_location("reference_score", SHARED / "score.py")
    assert spec and spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    path = SHARED / f"dev.{language}.jsonl"
    gold = {d.doc_id: list(d.facts) for d in read_documents(path.read_text("utf-8").splitlines(), path.name)}
    predicted = spoiled(gold, random.Random(seed))
    expected, errors = reference.score(gold, predicted)
    ours = evaluate(gold, predicted)
    for level, tally in ours.levels.items():
        assert {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
            "hits": tally.hits,
            "gold": tally.gold,
            "predicted": tally.predicted,
        } == expected[level]
    assert {k: {"right": round(t.recall, 4), "of": t.gold} for k, t in ours.attributes.items()} == expected[
        "attributes"
    ]
    counted = {k: {"hits": t.hits, "gold": t.gold, "predicted": t.predicted} for k, t in ours.by_metric.items()}
    assert counted == expected["metrics"]
    assert [(d.doc_id, d.what, d.fact) for d in ours.differences] == errors


def spoiled(gold: dict[str, list], chance: random.Random) -> dict[str, list]:
    """The gold with facts dropped, altered, doubled and their comparison values restated."""
    result = {}
    everything = [fact for facts in gold.values() for fact in facts]
    for doc_id, facts in gold.items():
        kept = [dict(fact) for fact in facts if chance.random() > 0.15]
        for item in kept:
            for name in item:
                if chance.random() < 0.06:
                    item[name] = chance.choice(everything)[name]
            if item["metric"] is not None and item["prior_value"] is not None and chance.random() < 0.5:
                kept.append({**item, "value": item["prior_value"], "prior_value": None})
        chance.shuffle(kept)
        if chance.random() > 0.05:
            result[doc_id] = kept
    return result
