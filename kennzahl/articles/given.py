"""What is known of an article beside its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Given:
    """What the user, the fetch or the feed said of one input. All times carry a zone.

    ``published_at``, ``url``, ``source`` and ``doc_id`` are the user's word (``--published``, ``NAME.meta.json``) and
    win over what the bytes say. ``fetched_at`` is the moment that "7 hours ago" counts from and that no publication can
    be after; without it neither is judged. ``feed_*`` is what the feed's entry said: asked only where the page is
    silent. ``language`` is the source's language, a hint for texts too short to tell.
    """

    published_at: datetime | None = None
    url: str | None = None
    fetched_at: datetime | None = None
    source: str | None = None
    doc_id: str | None = None
    language: str | None = None
    feed_title: str | None = None
    feed_published_at: datetime | None = None
