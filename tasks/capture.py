"""The door: dropped files become WARC records before anybody reads them, and everything is read from there."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from kennzahl.articles import Given
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue
from tasks.capture_index import CaptureIndex, Entry, by_file, load_index
from tasks.captured import Captured, CaptureResult
from tasks.inbox import Dropped, collect, move_to_done
from tasks.paths import DataPaths
from tasks.warc import Damaged, Document, Stored, WarcWriter, read_warc, recover

TIMES = ("published_at", "fetched_at", "feed_published_at")


def capture_inbox(
    paths: DataPaths,
    inbox: Path | None = None,
    published: datetime | None = None,
    *,
    source: str | None = None,
    language: str | None = None,
    keep: bool = False,
    settle_seconds: float = 0.3,
) -> CaptureResult:
    """Capture every finished file of a folder and move it to ``done/`` below it once its capture is durable.

    Args:
        inbox: the folder, subfolders included; ``paths.inbox`` where None.
        published: the publication time of all its articles that do not say one themselves in a ``.meta.json``.
        source, language: what a folder of ``sources.yaml`` says of its files.
        keep: leave the files where they are (folders of others); identical bytes are not captured twice anyway.
        settle_seconds: how long files written this very moment are watched for growing.

    Raises:
        NotADirectoryError: there is no such folder.
    """
    folder = paths.inbox if inbox is None else inbox
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder: create it, or name another one with --inbox")
    recover(paths.captures)
    index = load_index(paths)
    captured, duplicates, waiting, issues, done = [], [], [], list[Issue](), list[Dropped]()
    about = {key: value for key, value in (("source", source), ("language", language)) if value}
    with WarcWriter(paths.captures) as writer:
        for found in collect(folder, settle_seconds):
            if isinstance(found, Issue):
                issues.append(found)
            elif isinstance(found, str):
                waiting.append(found)
            else:
                issues += found.notes
                document = _document(found, published, about)
                if _is_known(document, index):
                    duplicates.append(found.name)
                else:
                    captured.append(writer.add(document))
                    index.add(_entry(document))
                done.append(found.without_payload())
    if not keep:
        issues += [problem for dropped in done if (problem := move_to_done(folder, dropped)) is not None]
    return CaptureResult(writer.path, tuple(captured), tuple(duplicates), tuple(waiting), tuple(issues))


def iter_captured(
    paths: DataPaths, skip: Collection[str] = frozenset(), *, problems: list[Issue] | None = None
) -> Iterator[Captured]:
    """Every captured document whose ``capture_id`` is not in ``skip``, oldest first; feeds are none.

    Files in which nothing new is left are not opened. A damaged file gives what it holds before the damage; that is
    added to ``problems``.
    """
    index = load_index(paths)
    seen = set(skip)
    for file, entries in by_file(index.entries).items():
        wanted = {entry.capture_id for entry in entries if entry.role == "article"} - seen
        if not wanted:
            continue
        seen |= wanted
        copies: list[Stored] = []
        with contextlib.suppress(Damaged):
            for stored in read_warc(paths.captures / file):
                if stored.capture_id in wanted:
                    wanted.discard(stored.capture_id)
                    if stored.kind == "revisit":
                        copies.append(stored)
                    else:
                        yield _captured(stored, file)
        yield from _revisits(paths, index, copies, file)
    if problems is not None:
        problems += [issue("torn_capture", name=name, records=count) for name, count in index.damaged.items()]


def _revisits(paths: DataPaths, index: CaptureIndex, copies: Sequence[Stored], file: str) -> Iterator[Captured]:
    """Revisits with the bytes of their originals, which are read once per file; those that are lost are left out."""
    wanted: dict[str, dict[str, list[Stored]]] = {}
    for copy in copies:
        if original := index.originals.get(copy.digest):
            wanted.setdefault(original.file, {}).setdefault(original.capture_id, []).append(copy)
    for original_file, by_id in wanted.items():
        with contextlib.suppress(Damaged):
            for stored in read_warc(paths.captures / original_file):
                for copy in by_id.pop(stored.capture_id, ()):
                    yield _captured(replace(copy, payload=stored.payload, media_type=stored.media_type), file)


def _document(dropped: Dropped, published: datetime | None, about: dict[str, str]) -> Document:
    """The record of a dropped file. Its own ``.meta.json`` is nearer to it than what was said of the whole folder."""
    given = {**({"published_at": published} if published else {}), **dropped.meta}
    return Document(
        "resource",
        f"urn:sha256:{sha256(dropped.payload).hexdigest()}",
        dropped.payload,
        datetime.now(UTC),
        given={key: value.isoformat() if isinstance(value, datetime) else value for key, value in given.items()},
        about={"name": dropped.name, **about},
        media_type=dropped.media_type,
    )


def _is_known(document: Document, index: CaptureIndex) -> bool:
    """The same bytes with nothing new said about them."""
    return document.capture_id in index.ids or (not document.given and document.digest in index.originals)


def _entry(document: Document) -> Entry:
    moment = document.moment.isoformat()
    return Entry(document.capture_id, "", "article", document.target, document.digest, moment)


def _captured(stored: Stored, file: str) -> Captured:
    known = {**stored.about, **stored.given}
    times = {key: datetime.fromisoformat(known[key]) for key in TIMES if known.get(key)}
    given = Given(
        published_at=times.get("published_at"),
        url=known.get("url"),
        fetched_at=times.get("fetched_at", stored.moment),
        source=known.get("source"),
        doc_id=known.get("doc_id"),
        language=known.get("language"),
        feed_title=known.get("feed_title"),
        feed_published_at=times.get("feed_published_at"),
    )
    return Captured(
        capture_id=stored.capture_id,
        kind="resource" if stored.kind == "resource" else "response",
        target=stored.target,
        payload=stored.payload,
        name=str(known.get("name") or stored.target),
        media_type=None if stored.kind == "resource" else stored.media_type,
        given=given,
        fetched_at=stored.moment,
        digest=stored.digest,
        file=file,
    )
