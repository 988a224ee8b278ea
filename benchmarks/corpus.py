"""The texts that are measured on: annotated articles, the project's own samples, and unlabelled articles.

The first and the last lie in a folder beside the project and are no part of it: ``gold/dev.{de,en}.jsonl`` and
``corpus/unlabelled.{de,en}.jsonl.gz``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kennzahl.articles import Given, read_bytes
from kennzahl.evaluation import Document, read_documents
from kennzahl.facts import Article

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD, UNLABELLED = SHARED / "gold", SHARED / "corpus"
SAMPLES = ROOT / "tests" / "gold"
LANGUAGES = ("de", "en")
EVERY = 3
"""Each third line of a gold file is for validation: its scores are read, its errors never."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the facts that people found in it."""

    document: Document
    article: Article
    validation: bool = False


def dev(folder: Path, language: str) -> list[Labelled]:
    """The annotated articles of one language, in the order of their file."""
    path = dev_file(folder, language)
    lines = path.read_text("utf-8").splitlines()
    found = []
    for number, line in enumerate(lines, 1):
        for document in read_documents([line], path.name):
            found.append(labelled(document, path.name, validation=number % EVERY == 0))
    return found


def labelled(document: Document, name: str, *, validation: bool = False) -> Labelled:
    """An annotated article whose text stands in its file's own line."""
    article = _only(read_bytes(_record(document), name=name, media_type="application/json"))
    return Labelled(document, article, validation)


def dev_file(folder: Path, language: str) -> Path:
    return folder / f"dev.{language}.jsonl"


def samples(language: str) -> list[Labelled]:
    """The project's own articles of one language, read as the inbox would."""
    path = SAMPLES / f"samples.{language}.jsonl"
    documents = read_documents(path.read_text("utf-8").splitlines(), path.name)
    return [Labelled(document, _sample(ROOT / str(document.text_file))) for document in documents]


def unlabelled(folder: Path) -> Iterator[Article]:
    """All articles of the unlabelled files, German ones first."""
    for language in LANGUAGES:
        path = folder / f"unlabelled.{language}.jsonl.gz"
        yield from (found for found in read_bytes(path.read_bytes(), name=path.name) if isinstance(found, Article))


def sealed(folder: Path) -> set[str]:
    """The ids of the articles that are kept for validation: among unlabelled ones they are left out."""
    if not folder.is_dir():
        return set()
    return {one.document.doc_id for language in LANGUAGES for one in dev(folder, language) if one.validation}


def fingerprint(folder: Path) -> str:
    """SHA-256 over the gold files: floors hold for the corpus they were measured on."""
    digest = hashlib.sha256()
    for language in LANGUAGES:
        digest.update(dev_file(folder, language).read_bytes())
    return digest.hexdigest()


def _record(document: Document) -> bytes:
    record = {"title": document.title, "text": document.text, "published": document.published}
    return json.dumps(record | {"doc_id": document.doc_id, "lang": document.language}).encode()


def _sample(path: Path) -> Article:
    beside = path.with_name(f"{path.stem}.meta.json")
    meta = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    given: dict[str, Any] = {
        key: datetime.fromisoformat(said) if key.endswith("_at") else said for key, said in meta.items()
    }
    return _only(read_bytes(path.read_bytes(), name=path.name, given=Given(**given)))


def _only(found: Sequence[object]) -> Article:
    (article,) = (one for one in found if isinstance(one, Article))
    return article
