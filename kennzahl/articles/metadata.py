"""What a page says of itself: JSON-LD first, then OpenGraph and other meta elements, then what it shows.

Candidates are kept in the order of trust; which keys and types count is data below.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# schema.org types that are the article of a page
LIVE_BLOG = "LiveBlogPosting"
ARTICLE_TYPES = {
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "TechArticle",
    "OpinionNewsArticle", "ReviewNewsArticle", "BlogPosting", "Report", "AdvertiserContentArticle", LIVE_BLOG,
}  # fmt: skip
PAGE_TYPES = {"WebPage", "ItemPage"}
TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
PUBLISHED_KEYS = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publication_date", "article.published", "sailthru.date", "date",
    "cxenseparse:recs:publishtime", "last-published", "date_published", "iso-8601-publish-date",
    "originalpublicationdate",
)  # fmt: skip
MODIFIED_KEYS = (
    "article:modified_time", "og:updated_time", "og:modified_time", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "datemodified", "date_modified",
)  # fmt: skip
LANGUAGE_KEYS = ("og:locale", "content-language", "language", "dc.language", "dcterms.language")
MAX_NODES = 20_000  # of all JSON-LD of one page
MAX_SCRIPT_CHARS = 2_000_000
LEAD_CHARS = 600

_SPACES = re.compile(r"\s+")
_SITE_MARK = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{2,40}$")
_CDATA = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")


@dataclass(slots=True)
class Metadata:
    """Candidates, best first: ``(how, value)`` for titles and times, plain values for the rest.

    ``lead`` is what the page shows behind its heading, where many print the time for people only. ``is_article`` and
    ``is_locked`` (for subscribers only) are what the page says of itself.
    """

    titles: list[tuple[str, str]] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    modified: list[tuple[str, str]] = field(default_factory=list)
    canonical_url: str | None = None
    language: str | None = None
    lead: str = ""
    is_article: bool = False
    is_locked: bool = False

    def title(self, trusted: Sequence[str] = ()) -> str | None:
        """The best headline: the first candidate, without the site's mark, or a later one that only completes it.

        ``trusted`` names the origins to be asked first, where a publisher's rule says so.
        """
        titles = sorted(self.titles, key=lambda title: title[0] not in trusted)
        if not titles:
            return None
        first = titles[0][1]
        bare = _SITE_MARK.sub("", first)
        if bare != first and any(other == bare for how, other in titles if how != "title"):
            return bare
        stem = first.rstrip(" .…")
        for _, other in titles[1:]:
            completes = len(other) > len(first) and other.startswith(stem)
            if completes and (first != stem or not any(map(str.isalnum, other[len(stem) :]))):
                return other
        return first


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """All that a parsed page says of itself."""
    found = Metadata()
    _from_json_ld(tree, found)
    _from_meta(tree, found)
    _from_view(tree, found)
    found.canonical_url = _canonical(tree, url)
    return found


def clean(value: object) -> str:
    """A title as text: entities resolved (twice-escaped ones too), white space single."""
    return _SPACES.sub(" ", html.unescape(html.unescape(value))).strip() if isinstance(value, str) else ""


def _from_json_ld(tree: HtmlElement, found: Metadata) -> None:
    nodes = [node for script in tree.iterfind(".//script[@type]") for node in _nodes(script)]
    articles = [node for node in nodes if _types(node) & ARTICLE_TYPES]
    for node in articles[:1]:
        found.is_article = True
        found.is_locked = any(_says_no(value) for value in _free(node))
        # a live blog's own headline changes by the hour
        if (title := clean(node.get("headline") or node.get("name"))) and LIVE_BLOG not in _types(node):
            found.titles.append(("json-ld", title))
    for node in articles[:1] + [node for node in nodes if _types(node) & PAGE_TYPES][:1]:
        for key, times in (("datePublished", found.published), ("dateModified", found.modified)):
            if isinstance(value := node.get(key), str):
                times.append(("json-ld", value))
        if isinstance(language := node.get("inLanguage"), str):
            found.language = found.language or language


def _nodes(script: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of one JSON-LD script, outer before inner. Broken scripts are as good as none."""
    if "ld+json" not in (script.get("type") or "").lower():
        return
    source = (script.text or "")[: MAX_SCRIPT_CHARS + 1]
    if len(source) > MAX_SCRIPT_CHARS:
        return
    try:
        # strict=False: raw line breaks inside strings are common
        start = json.loads(_CDATA.sub("", _CDATA.sub("", source)), strict=False)
    except (ValueError, RecursionError):
        return
    queue: deque[Any] = deque([start])
    for _ in range(MAX_NODES):
        if not queue:
            return
        node = queue.popleft()
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            queue.extend(value for value in node if isinstance(value, dict | list))


def _free(node: dict[str, Any]) -> Iterator[object]:
    """What is said of an article's being free, and of its parts: of one for subscribers, often only the text is not."""
    parts = node.get("hasPart")
    for said in (node, *(parts if isinstance(parts, list) else [parts])):
        value = said.get("isAccessibleForFree") if isinstance(said, dict) else None
        yield from value if isinstance(value, list) else [value]


def _says_no(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower().rpartition("/")[2] == "false")


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {
        kind.rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    }


def _from_meta(tree: HtmlElement, found: Metadata) -> None:
    metas: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if key := element.get(attribute):
                metas.setdefault(key.strip().lower(), element.get("content") or "")
    for keys, how_of, values in (
        (TITLE_KEYS, "opengraph", found.titles),
        (PUBLISHED_KEYS, "opengraph", found.published),
        (MODIFIED_KEYS, "opengraph", found.modified),
    ):
        for key in keys:
            if value := clean(metas.get(key)):
                values.append((how_of if key.startswith(("og:", "article:")) else "meta", value))
    found.is_article |= metas.get("og:type", "").strip().lower() == "article"
    found.is_locked |= metas.get("article:content_tier", "").strip().lower() == "locked"
    found.language = found.language or next((metas[key] for key in LANGUAGE_KEYS if metas.get(key)), None)


def _from_view(tree: HtmlElement, found: Metadata) -> None:
    """What the page shows: its main heading, its title without the site's mark, its time elements."""
    headings = list(tree.iter("h1", "h2", "h3"))
    main = [heading for heading in headings if heading.tag == "h1"]
    found.titles += [("heading", title) for title in [clean(heading.text_content()) for heading in main[:1]] if title]
    if title := clean(tree.findtext(".//title")):
        found.titles.append(("title", _SITE_MARK.sub("", title)))
    for element in tree.iterfind(".//*[@itemprop]"):
        key = {"datePublished": found.published, "dateModified": found.modified}.get(element.get("itemprop") or "")
        value = element.get("datetime") or element.get("content")
        if key is not None and value:
            key.append(("microdata", value))
    times = [element.get("datetime") for element in tree.iterfind(".//time[@datetime]")]
    found.published += [("time", value) for value in times[:1] if value]
    found.language = tree.get("lang") or found.language
    known = {title for _, title in found.titles}
    anchors = [heading for heading in headings if any(map(clean(heading.text_content()).endswith, known))] or main
    if anchors:
        found.lead = _text_behind(anchors[0])


def _text_behind(heading: HtmlElement) -> str:
    """The first ``LEAD_CHARS`` characters of text that follow a heading in the document."""
    parts: list[str] = []
    room = LEAD_CHARS
    for text in islice(heading.xpath("following::text()[normalize-space()]"), LEAD_CHARS):
        parts.append(_SPACES.sub(" ", text).strip())
        room -= len(parts[-1])
        if room < 0:
            break
    return " \n".join(parts)[:LEAD_CHARS]


def _canonical(tree: HtmlElement, url: str | None) -> str | None:
    """The page's canonical address, if it is one (http, absolute after joining)."""
    hrefs = [
        link.get("href") for link in tree.iterfind(".//link[@href]") if (link.get("rel") or "").lower() == "canonical"
    ]
    hrefs += [meta.get("content") for meta in tree.iterfind(".//meta[@property='og:url']")]
    for href in hrefs:
        try:
            joined = urljoin(url or "", (href or "").strip())
            parts = urlsplit(joined)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc and len(joined) < 2_000:
            return str(joined)
    return None
