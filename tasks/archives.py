"""Web archives into the captures: what may hold a company's figures is kept, everything else is counted."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kennzahl.articles.gate import refusal, refusal_of_head
from kennzahl.catalog.reasons import issue
from tasks.addresses import normalised, problem_of
from tasks.archive_records import ArchivedPage, Progress, pages
from tasks.capture_index import CaptureIndex, Entry, load_index
from tasks.captured import ArchiveResult, ArchivesResult
from tasks.paths import DataPaths
from tasks.warc import Document, WarcWriter, recover

PAGE_TYPES = {"", "text/html", "application/xhtml+xml"}

logger = logging.getLogger(__name__)


def matching(pattern: Path | None) -> list[Path]:
    """The files that a pattern names, in the order of their names."""
    if pattern is None:
        return []
    found = Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))
    return sorted(path for path in found if path.is_file())


def capture_archives(
    paths: DataPaths, files: Sequence[Path], *, source: str | None = None, language: str | None = None
) -> ArchivesResult:
    """Capture what may hold figures in web archives. An archive that was gone through is not opened again; one that was
    left in the middle begins anew, and what is captured already stays as it is."""
    recover(paths.captures)
    index = load_index(paths)
    result = ArchivesResult()
    for file in files:
        try:
            result.archives.append(_capture(paths, file, index, source, language, result))
        except (OSError, ValueError) as error:
            result.issues.append(
                issue("unreadable_file", name=file.name, error=getattr(error, "strerror", None) or error)
            )
    return result


def _capture(
    paths: DataPaths, file: Path, index: CaptureIndex, source: str | None, language: str | None, result: ArchivesResult
) -> ArchiveResult:
    mark = _mark(file)
    if mark in index.archives:
        return ArchiveResult(file.name, known=index.archives[mark])
    progress = Progress()
    passed_over: Counter[str] = Counter()
    captured = known = 0

    def head_is_wanted(head: bytes) -> bool:
        reason = refusal_of_head(head)
        passed_over.update([reason] if reason else [])
        return reason is None

    with WarcWriter(paths.captures) as writer:
        for page in pages(file, progress, head_is_wanted):
            if reason := _passed_over(page):
                passed_over[reason] += 1
                continue
            document = _document(page, file.name, source, language)
            if document.capture_id in index.ids or document.digest in index.originals:
                known += 1
                continue
            result.captured.append(writer.add(document))
            index.add(_entry(document))
            captured += 1
        passed_over.update(progress.problems)
        note = {"role": "archive", "name": file.name, "kept": captured + known}
        words = f"{file.name}: {progress.records} records, {captured + known} kept"
        document = Document("resource", mark, words.encode(), datetime.now(UTC), about=note, media_type="text/plain")
        writer.add(document)
    index.archives[mark] = captured + known
    if bad := progress.problems.total():
        reasons = ", ".join(f"{count} {problem}" for problem, count in sorted(progress.problems.items()))
        result.issues.append(issue("bad_records", name=file.name, count=bad, reasons=reasons))
    if not progress.records:
        result.issues.append(issue("no_archive", name=file.name))
    logger.info("%s: %d records, %d captured, %d known, %s", file.name, progress.records, captured, known, passed_over)
    return ArchiveResult(file.name, progress.records, captured, known, passed_over)


def _passed_over(page: ArchivedPage) -> str | None:
    """Why a page is not worth reading; None where it may be."""
    if page.status != 200:
        return "status"
    if page.media_type not in PAGE_TYPES:
        return "media_type"
    if problem_of(page.url):
        return "address"
    return refusal(page.payload)


def _document(page: ArchivedPage, archive: str, source: str | None, language: str | None) -> Document:
    known = {"name": page.url, "url": page.url, "doc_id": page.url, "archive": archive}
    known |= {key: value for key, value in (("source", source), ("language", language)) if value}
    return Document(
        "response",
        page.url,
        page.payload,
        page.moment,
        about={**known, "addresses": [normalised(page.url)]},
        headers=tuple((name, value) for name, value in page.headers.items() if name != "content-length"),
    )


def _entry(document: Document) -> Entry:
    moment = document.moment.isoformat()
    addresses: Iterable[str] = document.about["addresses"]
    return Entry(
        document.capture_id, "", "article", document.target, document.digest, moment, addresses=tuple(addresses)
    )


def _mark(file: Path) -> str:
    """By what an archive is known: its size, and its first and last bytes, so that a copy is the same archive."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        digest = hashlib.sha256(stream.read(1 << 16))
        stream.seek(max(0, size - (1 << 16)))
        digest.update(stream.read(1 << 16))
    return f"urn:kennzahl:archive:{size}-{digest.hexdigest()[:32]}"
