"""The project's own articles and their gold facts, as data for the tests."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from kennzahl.articles import Given, read_bytes
from kennzahl.evaluation import Document, read_documents
from kennzahl.facts import Article

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "raw" / "samples"
LANGUAGES = ("de", "en")
FINDINGS = yaml.safe_load((Path(__file__).parent / "findings.yaml").read_text("utf-8"))


@cache
def documents(language: str) -> tuple[Document, ...]:
    """The gold of one language."""
    path = Path(__file__).parent / f"samples.{language}.jsonl"
    return tuple(read_documents(path.read_text("utf-8").splitlines(), path.name))


@cache
def all_documents() -> dict[str, Document]:
    """The gold of all languages by doc_id."""
    return {document.doc_id: document for language in LANGUAGES for document in documents(language)}


@cache
def article(doc_id: str) -> Article:
    """A sample as the inbox would read it: with what its ``.meta.json`` says."""
    path = ROOT / str(all_documents()[doc_id].text_file)
    beside = path.with_name(f"{path.stem}.meta.json")
    meta = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    given = Given(**{key: datetime.fromisoformat(said) if key.endswith("_at") else said for key, said in meta.items()})
    (found,) = read_bytes(path.read_bytes(), name=path.name, given=given)
    assert isinstance(found, Article), found
    return found
