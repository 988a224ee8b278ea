"""How to behave on other people's hosts: robots.txt, and a pause between two requests."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tasks.capture_index import save_json
from tasks.sources import Source

if TYPE_CHECKING:
    from protego import Protego

    from tasks.web import Client, Limits

ROBOT = "Kennzahl"
VALID = timedelta(hours=24)  # how long a robots.txt may be kept, says RFC 9309
MAX_CHARS = 500_000  # more than the half MB that a crawler must read
MAX_KEPT = 2_000  # origins


@dataclass(frozen=True, slots=True)
class Rules:
    """The robots.txt of one origin as it answered at ``moment``: its text, or the status that stands for it (0 where it
    could not be had at all, with the problem's ``reason`` and ``values``)."""

    moment: datetime
    text: str = ""
    reason: str | None = None
    values: tuple[tuple[str, Any], ...] = ()


@dataclass(slots=True)
class Manners:
    """Shared by all threads of a fetch. What hosts said, and when they may be asked again, is kept in ``file`` for a
    day; losing it does no harm."""

    file: Path
    limits: Limits
    now: datetime
    _kept: dict[str, Rules] = field(default_factory=dict)
    _parsed: dict[str, Protego] = field(default_factory=dict)
    _free_at: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            said = json.loads(self.file.read_bytes())
            for origin, kept in said["robots"].items():
                moment = datetime.fromisoformat(kept["moment"])
                if timedelta() <= self.now - moment < VALID:
                    self._kept[str(origin)] = Rules(moment, str(kept["text"]))
            for host, free_at in said["free_at"].items():
                wait = datetime.fromisoformat(free_at) - self.now
                if timedelta() < wait <= VALID:
                    self._free_at[str(host)] = self._began + wait.total_seconds()

    def save(self) -> None:
        """Keep what was learned."""
        kept = [(origin, rules) for origin, rules in self._kept.items() if rules.reason is None][-MAX_KEPT:]
        waits = {host: free_at - self._began for host, free_at in self._free_at.items() if free_at > time.monotonic()}
        said = {
            "robots": {o: {"moment": rules.moment.isoformat(), "text": rules.text} for o, rules in kept},
            "free_at": {host: (self.now + timedelta(seconds=wait)).isoformat() for host, wait in waits.items()},
        }
        with suppress(OSError):
            save_json(self.file, said)

    def ask_first(self, client: Client, source: Source, deadline: float) -> Callable[[str], None]:
        """What a client of this source calls before each request: it waits for its turn.

        The callable raises ``FetchError`` where the host forbids the page, or the turn comes after ``deadline``
        (``time.monotonic``).
        """

        def first(url: str) -> None:
            self._wait(url, self.pause(client, source, url), deadline)

        return first

    def pause(self, client: Client, source: Source, url: str) -> float:
        """Seconds between two requests: what the host asks for, or the source if that is more; never above a day.

        Raises:
            FetchError: the page is forbidden, or nobody knows.
        """
        own = self.limits.pause_seconds if source.pause_seconds is None else source.pause_seconds
        return min(VALID.total_seconds(), max(own, self._allowed(client, url)) if source.robots else own)

    def _allowed(self, client: Client, url: str) -> float:
        """The pause that the host asks for.

        Raises:
            FetchError: the page is forbidden, or nobody knows.
        """
        from tasks.web import FetchError

        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = self._rules(client, origin)
        if rules.reason is not None:
            raise FetchError(rules.reason, **dict(rules.values))
        parsed = self._protego(origin, rules)
        try:
            if not parsed.can_fetch(url, ROBOT):
                raise FetchError("robots_forbid")
            rate = parsed.request_rate(ROBOT)
            return max(float(parsed.crawl_delay(ROBOT) or 0), rate.seconds / max(1, rate.requests) if rate else 0)
        except (ValueError, OverflowError, RecursionError):  # a stranger's file: what cannot be read forbids nothing
            return 0.0

    def _rules(self, client: Client, origin: str) -> Rules:
        from tasks.web import FetchError

        with self._lock:
            known = self._kept.get(origin)
        if known is not None:
            return known
        rules = Rules(self.now)
        try:
            page = client.get(f"{origin}/robots.txt", {"Accept": "text/plain"}, polite=False)
            rules = Rules(self.now, page.body.decode("utf-8", "replace")[:MAX_CHARS])
        except FetchError as error:
            status = error.values.get("status")
            if (isinstance(status, int) and status >= 500) or error.reason in {"response_too_large", "too_slow"}:
                rules = Rules(self.now, reason="robots_unavailable")
            elif error.reason in {"unreachable", "refused_address"}:  # and so is the page
                rules = Rules(self.now, reason=error.reason, values=tuple(error.values.items()))
        with self._lock:
            return self._kept.setdefault(origin, rules)

    def _protego(self, origin: str, rules: Rules) -> Protego:
        from protego import Protego

        with self._lock:
            if origin not in self._parsed:
                try:
                    self._parsed[origin] = Protego.parse(rules.text)
                except Exception:  # noqa: BLE001 - somebody else's parser on a stranger's file: as good as none
                    self._parsed[origin] = Protego.parse("")
            return self._parsed[origin]

    def _wait(self, url: str, pause: float, deadline: float) -> None:
        from tasks.web import FetchError

        host = urlsplit(url).hostname or ""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._free_at.get(host, now))
            if turn > deadline:
                raise FetchError("left_for_next_run")
            self._free_at[host] = turn + pause
        time.sleep(max(0.0, turn - now))


def is_recent(moment: datetime | None, hours: float, now: datetime) -> bool:
    """Whether something was done less than ``hours`` ago; clocks may have been set back."""
    return moment is not None and timedelta() <= now.astimezone(UTC) - moment < timedelta(hours=hours)
