"""The one entry from bytes to articles: unpack, decode, tell the format, read, finish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Literal

from kennzahl.articles.decoding import Decoded, decode, unpack
from kennzahl.articles.draft import Draft, finish
from kennzahl.articles.given import Given
from kennzahl.articles.page import declared_charset, looks_like_html, read_page
from kennzahl.articles.records import read_json, read_jsonl
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Article, Issue

Format = Literal["html", "json", "jsonl", "text"]

SUFFIXES: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".txt": "text", ".text": "text", ".md": "text",
}  # fmt: skip
MEDIA_TYPES: dict[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html",
    "application/json": "json", "application/jsonl": "jsonl", "application/x-ndjson": "jsonl",
}  # fmt: skip


def read_bytes(
    payload: bytes, *, name: str, media_type: str | None = None, given: Given | None = None
) -> list[Article | Issue]:
    """Read one dropped file or fetched page.

    Args:
        payload: the bytes as they came; more than ``limits.MAX_FILE_BYTES`` (unpacked) are refused.
        name: the file's name; its stem is the ``doc_id`` unless ``given`` or the record itself has one.
        media_type: as the server said it ("text/html; charset=utf-8"); without it name and content decide.
        given: what is known beside the bytes.

    Returns:
        The articles in the order of the input. What could not be read is an ``Issue`` of kind ``input``; what was read
        but repaired or doubted is an ``Issue`` of kind ``note`` behind its article. Never empty, never raises.
    """
    given = given or Given()
    result: list[Article | Issue] = []
    for draft in _drafts(payload, name, media_type, given):
        result += [draft] if isinstance(draft, Issue) else finish(draft, given)
    return result or [issue("no_text", name=name)]


def _drafts(payload: bytes, name: str, media_type: str | None, given: Given) -> Iterator[Draft | Issue]:
    unpacked = unpack(payload, name) if payload else issue("empty_file", name=name)
    if isinstance(unpacked, Issue):
        yield unpacked
        return
    kind, charset = _media(media_type)
    decoded = decode(unpacked, name, charset or declared_charset(unpacked))
    if isinstance(decoded, Issue):
        yield decoded
        return
    if not decoded.text.strip("\ufeff\x00 \t\r\n"):
        yield issue("empty_file", name=name)
        return
    stem = given.doc_id or stem_of(name)
    format_ = _format(decoded.text, name, kind)
    if format_ == "text" and decoded.text.lstrip().startswith(("<?xml", "<rss", "<feed")):
        yield issue("binary_file", name=name, what="XML")
        return
    if format_ in {"json", "jsonl"}:
        yield from (read_json if format_ == "json" else read_jsonl)(decoded.text, name, stem, given)
        return
    draft = read_page(decoded.text, name, stem, given) if format_ == "html" else _read_text(decoded, name, stem, given)
    if isinstance(draft, Draft):
        draft.lost, draft.encoding = decoded.lost, decoded.encoding
    yield draft


def stem_of(name: str) -> str:
    """The ``doc_id`` of a file: its name without folders, ``.gz`` and the suffix of a known format."""
    path = PurePosixPath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.stem if path.suffix.lower() in SUFFIXES else path.name or name


def _read_text(decoded: Decoded, name: str, stem: str, given: Given) -> Draft:
    return Draft(name, stem, decoded.text, given.feed_title, published=[("given", given.published_at)])


def _media(media_type: str | None) -> tuple[Format | None, str | None]:
    kind, _, parameters = (media_type or "").lower().partition(";")
    charset = parameters.partition("charset=")[2].strip(" \"'").partition(";")[0].strip(" \"'")
    return MEDIA_TYPES.get(kind.strip()), charset or None


def _format(text: str, name: str, kind: Format | None) -> Format:
    """What the server said, then the name, then the content; a page saved as txt is still a page."""
    path = PurePosixPath(name.lower())
    suffix = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    known = kind or SUFFIXES.get(suffix)
    if known in {None, "text"}:
        if looks_like_html(text):
            return "html"
        if known is None and text.lstrip()[:1] in {"{", "["}:
            return "json"
    return known or "text"
