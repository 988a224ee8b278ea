"""Every language file fits ``schema.yaml``, says above each section what it is, and knows the keys of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kennzahl.catalog import load_catalog
from kennzahl.catalog.metrics import metrics
from kennzahl.languages import HERE, available, load

LANGUAGES = available()
OPTIONAL = {"roles", "hedges", "metrics"}
"""Sections in which a language has the words that it has."""


KNOWLEDGE = sorted(HERE.parent.rglob("*.yaml"))
"""All that the engine knows: languages and catalogue."""


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / "schema.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_fits_the_schema(language: str) -> None:
    rules = schema()
    jsonschema.Draft202012Validator.check_schema(rules)
    checker = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())
    numbers = load(language)["numbers"]
    scales = {str(worth): words for worth, words in numbers["scales"].items()}  # JSON has no numbers as keys
    keyed = {**load(language), "numbers": {**numbers, "scales": scales}}
    assert [f"{'.'.join(map(str, wrong.path))}: {wrong.message[:120]}" for wrong in checker.iter_errors(keyed)] == []
    assert keyed["language"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_says_what_each_section_is(language: str) -> None:
    lines = (HERE / f"{language}.yaml").read_text(encoding="utf-8").splitlines()
    comments = [re.sub(r"^[# -]+", "", line) for line in lines if line.startswith("#")]
    described = {name for line in comments for name in re.findall(r"(\w+):", line)}
    assert [section for section in load(language) if section not in described | {"language"}] == []


def test_the_schema_says_what_each_section_is() -> None:
    assert [name for name, section in schema()["properties"].items() if len(section.get("description", "")) < 20] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_keys_that_the_others_share(language: str) -> None:
    others = [load(other) for other in LANGUAGES if other != language]
    for name, section in load(language).items():
        if isinstance(section, dict) and name not in OPTIONAL:
            shared = set.intersection(*(set(other.get(name, ())) for other in others))
            assert shared - set(section) == set(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_name_metrics_and_reasons_that_exist(language: str) -> None:
    terms = load(language)["metrics"]["terms"]
    assert {term["metric"] for term in terms if "metric" in term} - set(metrics()) == set()
    assert {term["aside"] for term in terms if "aside" in term} - set(load_catalog("reasons")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_names_one_thing(language: str) -> None:
    terms = load(language)["metrics"]["terms"]
    claims = Counter(phrase.casefold() for term in terms for phrase in term["say"])
    assert [phrase for phrase, times in claims.items() if times > 1] == [], "the first to claim a phrase keeps it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_every_word_once(language: str) -> None:
    repeated = {path: [word for word, times in Counter(words).items() if times > 1] for path, words in lists(language)}
    assert {path: words for path, words in repeated.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_cues_has_no_word_that_another_covers(language: str) -> None:
    roles = load(language)["roles"]
    found = {path: covered(words) for path, words in inside({**roles, "endings": {}})}
    assert {path: words for path, words in found.items() if words} == {}


def covered(words: list[str]) -> list[str]:
    """Words that a beginning, of as many words, stands for: "stieg" beside "stieg*"."""
    cues = [word.casefold() for word in words if " ... " not in word and not word.startswith("*")]
    begins = [cue[:-1] for cue in cues if cue.endswith("*")]
    return [
        cue
        for cue in cues
        if any(cue != f"{begin}*" and cue.startswith(begin) and " " not in cue[len(begin) :] for begin in begins)
    ]


def test_a_word_that_another_covers_is_found() -> None:
    assert covered(["stieg*", "stieg", "stiegen*", "stieg auf", "auf ein*", "auf einen", "gut"]) == [
        "stieg", "stiegen*", "auf einen",
    ]  # fmt: skip


def lists(language: str) -> Iterator[tuple[str, list[str]]]:
    """All lists of words of a language, each with its place in the file."""
    return inside(load(language))


def inside(section: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """All lists of words of a section, each with its place in it."""
    waiting: list[tuple[str, Any]] = [("", section)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}", inner) for key, inner in value.items()]
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield path, value
        elif isinstance(value, list):
            waiting += [(f"{path}.{index}", inner) for index, inner in enumerate(value)]


@pytest.mark.parametrize("path", KNOWLEDGE, ids=lambda path: path.name)
def test_no_key_stands_twice(path: Path) -> None:
    assert list(doubled(yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader))) == []


def doubled(node: yaml.Node) -> Iterator[str]:
    """The keys that one mapping has twice: the loader would silently take the last."""
    if isinstance(node, yaml.MappingNode):
        keys = Counter(str(key.value) for key, _ in node.value)
        yield from (f"{key} ({node.start_mark.line + 1})" for key, count in keys.items() if count > 1)
    for child in node.value if isinstance(node.value, list) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from doubled(part)


def test_a_key_that_stands_twice_is_found() -> None:
    assert list(doubled(yaml.compose("a: {b: 1, c: [{d: 1, d: 2}], b: 3}"))) == ["b (1)", "d (1)"]
