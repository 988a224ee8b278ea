"""The engine on the project's own articles: every fact, every planted fault, and no false alarm."""

from __future__ import annotations

import json
from functools import cache

import pytest

from kennzahl.checking import check
from kennzahl.checking.registry import CHECKS
from kennzahl.contract import to_contract
from kennzahl.evaluation import evaluate
from kennzahl.evaluation.same import JsonFact
from kennzahl.facts import Reading, Verdict
from kennzahl.reading import read
from tests.gold.samples import FINDINGS, all_documents, article

WITHIN = [fault for fault in FINDINGS["faults"] if fault["check"] in CHECKS]


@cache
def reading(doc_id: str) -> Reading:
    return read(article(doc_id))


def alarms(doc_id: str) -> list[tuple[str, str, object, Verdict]]:
    """Check, metric, value and verdict of all that is inconsistent in one sample."""
    found = reading(doc_id)
    facts = [to_contract(fact, found.article) for fact in found.facts]
    return [
        (verdict.check, str(facts[verdict.fact]["metric"]), facts[verdict.fact]["value"], verdict)
        for verdict in check(found)
        if verdict.outcome == "inconsistent"
    ]


def brief(fact: JsonFact) -> str:
    return json.dumps({key: said for key, said in fact.items() if said not in (None, False, "=")}, ensure_ascii=False)


@pytest.mark.parametrize("doc_id", all_documents())
def test_all_facts_are_read_and_nothing_else(doc_id):
    found = reading(doc_id)
    got = [to_contract(fact, found.article) for fact in found.facts]
    result = evaluate({doc_id: all_documents()[doc_id].facts}, {doc_id: got})
    assert not result.differences, "".join(f"\n{one.what}: {brief(one.fact)}" for one in result.differences)


@pytest.mark.parametrize("fault", WITHIN, ids=lambda fault: fault["check"])
def test_a_planted_fault_is_found(fault):
    found = {(name, metric, value) for name, metric, value, _ in alarms(fault["doc_id"])}
    assert (fault["check"], fault["metric"], fault["value"]) in found


@pytest.mark.parametrize("doc_id", all_documents())
def test_nothing_else_is_inconsistent(doc_id):
    planted = {
        (alarm["check"], alarm["metric"], alarm["value"])
        for fault in WITHIN
        if fault["doc_id"] == doc_id
        for alarm in (fault, *fault.get("also", ()))
    }
    assert [verdict.words for *found, verdict in alarms(doc_id) if tuple(found) not in planted] == []
