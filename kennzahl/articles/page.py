"""HTML pages. The page reader is imported inside: plain text must not pay for it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kennzahl.articles.draft import Draft
from kennzahl.articles.given import Given
from kennzahl.articles.limits import MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS, in_words
from kennzahl.articles.markup import is_slow
from kennzahl.articles.walls import wall
from kennzahl.catalog import load_catalog
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Issue

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_TEXTS = 2_000  # pieces of text of a page that are looked at for a wall
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def looks_like_html(text: str) -> bool:
    """Whether a text begins as a page does."""
    return _HTML.match(text[:4_000]) is not None


def declared_charset(payload: bytes) -> str | None:
    """The encoding that a page declares in its head."""
    match = _CHARSET.search(payload[:4_096])
    return match[1].decode("ascii", "ignore") if match else None


def read_page(html: str, name: str, doc_id: str, given: Given) -> Draft | Issue:
    """The article of a page, or why there is none."""
    if len(html) > MAX_PAGE_BYTES:
        return issue("too_large", name=name, limit=in_words(MAX_PAGE_BYTES))
    if is_slow(html):
        return issue("page_too_complex", name=name, limit=MAX_PAGE_ELEMENTS)
    from kennzahl.articles.metadata import Metadata, read_metadata

    try:
        from lxml.html import HTMLParser, document_fromstring
        from trafilatura import bare_extraction

        # an encoding declared inside would contradict the text, which is decoded already
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
        if sum(1 for _ in islice(tree.iter(), MAX_PAGE_ELEMENTS + 1)) > MAX_PAGE_ELEMENTS:
            return issue("page_too_complex", name=name, limit=MAX_PAGE_ELEMENTS)
        found: Metadata = read_metadata(tree, given.url)
        document = bare_extraction(tree, include_comments=False, favor_precision=True, with_metadata=False)
    except Exception:  # noqa: BLE001 - two large parsers on hostile input: whatever they raise, it is no article
        return issue("no_text", name=name)
    body = (getattr(document, "text", None) or "") if document is not None else ""
    shown = body if body.strip() else _all_text(tree)
    if standing := wall(shown, locked=found.is_locked, is_article=found.is_article):
        return issue(standing, name=name)
    if not body.strip():
        return issue("no_text", name=name)
    title = found.title(_trusted_titles(given.url or found.canonical_url))
    return Draft(
        name,
        doc_id,
        body.replace("\n", "\n\n"),
        title or given.feed_title,
        published=[("given", given.published_at), *found.published],
        modified=found.modified,
        lead=found.lead,
        canonical_url=found.canonical_url,
        language=found.language,
    )


def _all_text(tree: HtmlElement) -> str:
    """What a page without an article shows, scripts and styles left out."""
    texts = tree.xpath("//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]")
    return " ".join(islice((text.strip() for text in texts if text.strip()), MAX_TEXTS))


def _trusted_titles(url: str | None) -> tuple[str, ...]:
    """Where a host's headlines are best taken from, if not in the usual order (catalog/pages.yaml)."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ()
    rules: dict[str, dict[str, list[str]]] = load_catalog("pages")
    fitting = [rule for site, rule in rules.items() if host == site or host.endswith(f".{site}")]
    return tuple(fitting[0].get("titles", ())) if fitting else ()
