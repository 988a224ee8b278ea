"""Planted faults are found, between articles too, and nothing that is honest is called inconsistent."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks import checks, corpus, faults, honest, ledger_faults
from benchmarks.faults import Found
from kennzahl.reading import read
from tests.checking.printing import fact, percent, quantity
from tests.gold.samples import FINDINGS

OWN = [one for language in corpus.LANGUAGES for one in corpus.samples(language)]
NOWHERE = Path("no such folder")


@pytest.fixture(scope="module", params=["annotated", "as read"])
def found(request: pytest.FixtureRequest) -> Found:
    if request.param == "annotated":
        return faults.plant(stated for one in OWN for stated in faults.in_gold(one))
    return faults.plant(stated for one in OWN for stated in faults.in_reading(read(one.article)))


def test_planted_faults_are_found(found: Found) -> None:
    assert checks.below_floor(found) == []
    assert all(found.counts(kind).total() >= 8 for kind in faults.KINDS)


def test_alarms_on_what_was_left_as_it_is_are_the_samples_own_faults(found: Found) -> None:
    known = {
        (fault["doc_id"], alarm["check"]) for fault in FINDINGS["faults"] for alarm in (fault, *fault.get("also", ()))
    }
    assert {(alarm.stated.reading.article.doc_id, alarm.verdict.check) for alarm in found.alarms} <= known


def test_a_kind_that_is_missed_is_below_the_floor(found: Found) -> None:
    number = 19 * found.counts("sign")["found"]
    found.outcomes["sign", True, "missed"] += number
    assert checks.below_floor(found) == ["sign: 5.0% found, the floor is 95%"]
    del found.outcomes["sign", True, "missed"]


def test_what_is_planted() -> None:
    honest_fact = fact(
        value=quantity("521 Mio.", "521e6", "1e6"),
        prior=quantity("4,9 Mrd.", "4.9e9", "1e8"),
        change_pct=percent("-89"),
    )

    def planted(kind: str) -> set[tuple[str, ...]]:
        made = faults.KINDS[kind](honest_fact, random.Random(1))
        return {tuple(f"{float(figure.value):g}" for figure in each.figures if figure.value) for each in made}

    assert planted("sign") == {("5.21e+08", "4.9e+09", "89")}
    assert planted("exchange") == {("4.9e+09", "5.21e+08", "-89")}
    assert planted("scale") == {
        ("5.21e+11", "4.9e+09", "-89"),
        ("521000", "4.9e+09", "-89"),
        ("5.21e+08", "4.9e+12", "-89"),
        ("5.21e+08", "4.9e+06", "-89"),
    }
    assert planted("digits") == {
        ("2.51e+08", "4.9e+09", "-89"),
        ("5.21e+08", "9.4e+09", "-89"),
        ("5.21e+08", "4.9e+09", "-98"),
    }


def test_faults_between_articles_are_found_and_honest_companies_raise_no_alarm(tmp_path: Path) -> None:
    across = ledger_faults.measure(tmp_path, companies=4)
    assert across.outcomes[ledger_faults.HONEST, "missed"] == 4
    for kind in ledger_faults.KINDS:
        if kind != ledger_faults.HONEST:
            assert across.outcomes[kind, "found"] >= 3, kind


def test_honest_triples_are_never_inconsistent() -> None:
    assert honest.refuted(honest.triples(500, seed=7)) == []


def test_without_the_annotated_and_unlabelled_articles_the_own_samples_are_measured() -> None:
    assert [name for name, _ in checks.within(NOWHERE, NOWHERE)] == ["own samples, annotated", "own samples, as read"]
