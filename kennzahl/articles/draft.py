"""From what a reader of one format found to an ``Article``: the same last steps for all formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kennzahl import languages
from kennzahl.articles import dates, plain
from kennzahl.articles.decoding import repair
from kennzahl.articles.given import Given
from kennzahl.articles.language import detect
from kennzahl.articles.limits import MAX_ARTICLE_CHARS, MAX_TITLE_CHARS
from kennzahl.articles.published import choose
from kennzahl.articles.text import compose, normalise
from kennzahl.catalog.reasons import issue
from kennzahl.facts import Article, Issue


@dataclass(slots=True)
class Draft:
    """One article as its format gave it.

    ``published`` and ``modified`` are ``(how, value)``, best first; ``lead`` is text that may print the time for
    people; ``stated_language`` is the record's word, ``language`` only a hint.
    """

    name: str
    doc_id: str
    body: str
    title: str | None = None
    published: Sequence[tuple[str, object]] = ()
    modified: Sequence[tuple[str, object]] = ()
    lead: str = ""
    url: str | None = None
    canonical_url: str | None = None
    stated_language: str | None = None
    language: str | None = None
    source: str | None = None
    lost: int = 0
    encoding: str = "utf-8"
    issues: list[Issue] = field(default_factory=list)


def finish(draft: Draft, given: Given) -> list[Article | Issue]:
    """The article of a draft with its notes behind it, or the one issue that says why there is none."""
    name = draft.name
    if len(draft.body) > MAX_ARTICLE_CHARS:
        return [issue("text_too_long", name=name, length=len(draft.body), limit=MAX_ARTICLE_CHARS)]
    body, repaired_body = repair(draft.body)
    title, repaired_title = repair(draft.title or "")
    clean_body, clean_title = normalise(body), normalise(title[:MAX_TITLE_CHARS])
    headline = " ".join(clean_title.text.split()) or None
    code, how = _language(draft, f"{headline or ''}\n{clean_body.text}", given)
    if code is None:
        return [issue("unknown_language", name=name, languages=", ".join(languages.detected()))]
    shaped = plain.shape(clean_body.text, code, headline, given.fetched_at)
    text, title_end = compose(shaped.title, shaped.body)
    if not any(map(str.isalpha, text)):
        return [issue("no_text", name=name)]
    notes = list(draft.issues)
    zone = dates.zone_of(code)
    url = draft.url or given.url
    published, published_how, problem = choose(
        [
            *draft.published,
            ("feed", given.feed_published_at),
            ("relative", shaped.relative),
            ("text", shaped.printed or (dates.printed(draft.lead, code) if draft.lead else None)),
            ("url", dates.in_url(url or draft.canonical_url or "")),
        ],
        name=name,
        zone=zone,
        fetched_at=given.fetched_at,
    )
    notes += [problem] if problem else []
    modified, _, _ = choose(draft.modified, name=name, zone=zone, fetched_at=given.fetched_at)
    for reason, count in (
        ("mojibake", repaired_body + repaired_title),
        ("control_characters", clean_body.controls + clean_title.controls),
        ("bidi_override", clean_body.bidi + clean_title.bidi),
    ):
        notes += [issue(reason, name=name, count=count)] if count else []
    if draft.lost:
        notes.append(issue("undecodable", name=name, count=draft.lost, encoding=draft.encoding))
    if not any(map(str.isdecimal, text)):
        notes.append(issue("no_figures", name=name))
    article = Article(
        doc_id=draft.doc_id,
        text=text,
        title_end=title_end,
        language=code,
        url=url,
        canonical_url=_own(draft.canonical_url, url),
        published_at=published,
        modified_at=modified,
        fetched_at=given.fetched_at,
        source=draft.source or given.source,
        language_how=how,
        published_how=published_how,
        notes=tuple(dict.fromkeys(note.reason for note in notes)),
    )
    return [article, *notes]


def _language(draft: Draft, text: str, given: Given) -> tuple[str | None, str]:
    stated = (draft.stated_language or "").lower().partition("-")[0].partition("_")[0]
    if stated:
        return (stated if stated in languages.available() else None), "given"
    return detect(text, draft.language or given.language, given.language)


def _own(canonical: str | None, url: str | None) -> str | None:
    """A page may name its address on its own site; a stranger's word about another site's article is not taken."""
    if canonical is None or url is None:
        return canonical
    try:
        hosts = [(urlsplit(address).hostname or "").split(".")[-2:] for address in (canonical, url)]
    except ValueError:
        return None
    return canonical if hosts[0] == hosts[1] else None
