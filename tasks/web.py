"""HTTP for strangers' servers: bounded in time and size, and never into a private network.

The address that was checked is the address that is connected to (``Guard``), at the first request and after every
redirect, so a name that resolves differently the second time gains nothing.
"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from weakref import WeakSet

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies, requote_uri
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from kennzahl import __version__
from kennzahl.articles.limits import in_words
from tasks.addresses import is_allowed, problem_of

REDIRECTS = frozenset({301, 302, 303, 307, 308})
RETRIED = frozenset({429, 500, 502, 503, 504})
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost.

    ``total_seconds`` counts over all redirects of one try; ``retries`` come on top, after ``backoff_seconds``, doubled
    each time. A server that asks for a pause above ``longest_wait`` is left for the next run. ``pause_seconds`` lie
    between two requests to one host, unless it or the source asks for others; after ``source_seconds`` the rest of a
    source is left for the next run.
    """

    connect_seconds: float = 10.0
    silence_seconds: float = 15.0
    total_seconds: float = 60.0
    max_bytes: int = 8 * 2**20
    redirects: int = 5
    retries: int = 2
    backoff_seconds: float = 1.0
    longest_wait: float = 30.0
    pause_seconds: float = 1.0
    source_seconds: float = 1200.0


class FetchError(Exception):
    """A page that could not be had: the id of its reason in the catalogue, and the values of its sentence."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


@dataclass(frozen=True, slots=True)
class Page:
    """A response: ``body`` decoded and whole, ``url`` where it came from in the end, ``hops`` all addresses asked."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    hops: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        """The type alone, in lower case; empty where the server said none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Guard(HTTPAdapter):
    """Connects to addresses that may be asked, and can hang up on a server that drips."""

    def __init__(self, allow_private: bool) -> None:
        self.allow_private = allow_private
        self._opening: list[socket.socket] = []
        self._lines: WeakSet[socket.socket] = WeakSet()
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Use connections that ask this guard."""
        super().init_poolmanager(*args, **kwargs)
        guard = self

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return guard.open_line(self.host, self.port, self.timeout)

            def connect(self) -> None:
                with guard.opening(self):
                    super().connect()

        class Encrypted(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return guard.open_line(self.host, self.port, self.timeout)

            def connect(self) -> None:
                with guard.opening(self):
                    super().connect()

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class EncryptedPool(HTTPSConnectionPool):
            ConnectionCls = Encrypted

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": EncryptedPool}

    @contextmanager
    def opening(self, connection: HTTPConnection) -> Iterator[None]:
        """While a connection is made its socket has a second handle, for a handshake takes the first away."""
        try:
            yield
        finally:
            while self._opening:
                self._opening.pop().close()
        if connection.sock is not None:
            self._lines.add(connection.sock)

    def open_line(self, host: str, port: int, timeout: Any) -> socket.socket:
        """A connection to the first address of a host that answers; none if any of them is forbidden.

        Raises:
            FetchError: a forbidden address.
            OSError: no such host, or nobody answers.
        """
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        self.check([str(address[0]) for *_, address in found])
        failure: OSError = OSError("no address")
        for family, kind, protocol, _, address in found:
            line = socket.socket(family, kind, protocol)
            try:
                line.settimeout(timeout if isinstance(timeout, int | float) else None)
                line.connect(address)
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                line.close()
                failure = error
                continue
            self._opening.append(line.dup())
            return line
        raise failure

    def check(self, addresses: list[str]) -> None:
        """Refuse a host of which any address is forbidden."""
        for address in addresses:
            if not is_allowed(address, allow_private=self.allow_private):
                raise FetchError("refused_address", address=address)

    def hang_up(self) -> None:
        """End all connections at once, whatever waits on them."""
        for line in (*self._opening, *self._lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


@dataclass(slots=True)
class Client:
    """Fetches pages one after the other, from servers that may or may not be in one's own network. Use as a context.

    ``ask_first`` is called with every address before it is asked for, also after redirects; it may wait, or raise.
    """

    contact: str | None = None
    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)
    ask_first: Callable[[str], None] | None = None
    _guard: Guard = field(init=False)
    _session: requests.Session = field(init=False)

    def __post_init__(self) -> None:
        self._guard = Guard(self.allow_private)
        self._session = requests.Session()
        self._session.trust_env = False  # no passwords from .netrc; proxies are asked for below
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._guard)
        agent = f"Kennzahl/{__version__}" + (f" (+{self.contact})" if self.contact else "")
        self._session.headers.update({"User-Agent": agent, "Accept-Encoding": "gzip"})

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, polite: bool = True) -> Page:
        """The page behind an address after redirects and retries: status 200, or 304 where ``headers`` ask for it.

        What is not ``polite`` asks without ``ask_first``: the rules themselves have to be had somehow.

        Raises:
            FetchError: it cannot be had.
        """
        wait = 0.0
        for attempt in range(self.limits.retries + 1):
            time.sleep(wait)
            last = attempt == self.limits.retries
            try:
                page = self._follow(url, headers or {}, self.ask_first if polite else None)
            except FetchError as error:
                if last or error.reason != "unreachable":
                    raise
                wait = self._pause(attempt, None)
                continue
            if page.status in {200, 304}:
                return page
            wait = self._pause(attempt, page.headers.get("retry-after"))
            if last or page.status not in RETRIED or wait > self.limits.longest_wait:
                raise FetchError("http_status", status=page.status)
        raise AssertionError("unreachable")

    def _pause(self, attempt: int, asked: str | None) -> float:
        """Seconds until the next try: what the server asked for, or longer each time with some jitter."""
        jitter = random.uniform(1.0, 1.3)  # noqa: S311 - no secret
        own: float = self.limits.backoff_seconds * 2**attempt * jitter
        if asked is None:
            return min(own, self.limits.longest_wait)
        if asked.strip().isdecimal():
            return max(own, float(asked.strip()[:9]))
        try:
            return max(own, parsedate_to_datetime(asked).timestamp() - time.time())
        except (ValueError, TypeError, OverflowError, IndexError):
            return min(own, self.limits.longest_wait)

    def _follow(self, url: str, headers: Mapping[str, str], ask_first: Callable[[str], None] | None) -> Page:
        deadline = time.monotonic() + self.limits.total_seconds
        hops = [url]
        while True:
            if problem := problem_of(hops[-1]):
                raise FetchError("bad_url", error=problem)
            if ask_first is not None:
                began = time.monotonic()
                ask_first(hops[-1])
                deadline += time.monotonic() - began
            page = self._ask(hops[-1], headers, deadline)
            target = page.headers.get("location")
            if page.status not in REDIRECTS or not target:
                return Page(page.url, page.status, page.headers, page.body, tuple(hops))
            if len(hops) > self.limits.redirects:
                raise FetchError("too_many_redirects", limit=self.limits.redirects)
            hops.append(_next(hops[-1], target))

    def _ask(self, url: str, headers: Mapping[str, str], deadline: float) -> Page:
        """One request without redirects."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise FetchError("too_slow", limit=self.limits.total_seconds)
        proxies = get_environ_proxies(url)
        if proxies.get(urlsplit(url).scheme) or proxies.get("all"):
            self._check_before_proxy(url)
        alarm = threading.Timer(left, self._guard.hang_up)
        alarm.daemon = True
        alarm.start()
        try:
            request = self._session.prepare_request(requests.Request("GET", url, headers=dict(headers)))
            silence = min(self.limits.silence_seconds, left)
            # the adapter itself, for a session would read the whole body of a redirect
            with self._guard.send(
                request,
                stream=True,
                timeout=(min(self.limits.connect_seconds, left), silence),
                verify=os.environ.get("REQUESTS_CA_BUNDLE") or True,
                proxies=proxies,
            ) as response:
                received = {name.lower(): value for name, value in response.headers.items()}
                body = b"" if response.status_code in REDIRECTS else self._body(response, received, deadline)
                return Page(url, response.status_code, received, body)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            if time.monotonic() >= deadline:
                raise FetchError("too_slow", limit=self.limits.total_seconds) from error
            raise FetchError("unreachable", error=_words(error)) from error
        finally:
            alarm.cancel()

    def _body(self, response: requests.Response, headers: Mapping[str, str], deadline: float) -> bytes:
        limit = self.limits.max_bytes
        too_large = FetchError("response_too_large", limit=in_words(limit))
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding not in {"", "identity", "gzip", "x-gzip"}:
            raise FetchError("unreachable", error=f"it is packed as {encoding[:20]!r}, which was not asked for")
        unpacker = zlib.decompressobj(wbits=31) if encoding.endswith("gzip") else None
        parts: list[bytes] = []
        received = size = 0
        while chunk := response.raw.read1(CHUNK, decode_content=False):
            received += len(chunk)
            try:
                part = unpacker.decompress(chunk, limit - size + 1) if unpacker else chunk
            except zlib.error as error:
                raise FetchError("unreachable", error="its gzip is damaged") from error
            size += len(part)
            parts.append(part)
            if size > limit or received > limit:
                raise too_large
            if time.monotonic() >= deadline:
                raise FetchError("too_slow", limit=self.limits.total_seconds)
        if time.monotonic() >= deadline:
            raise FetchError("too_slow", limit=self.limits.total_seconds)
        announced = headers.get("content-length", "").strip()
        broken_off = announced.isdecimal() and received < int(announced[:12])
        if broken_off or (unpacker is not None and received and not unpacker.eof):
            raise FetchError("unreachable", error="it breaks off")
        return b"".join(parts)

    def _check_before_proxy(self, url: str) -> None:
        """Behind a proxy the name is resolved elsewhere; what can be told here is refused here."""
        host = urlsplit(url).hostname or ""
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except OSError:
            return
        self._guard.check([str(address[0]) for *_, address in found])


def _next(url: str, target: str) -> str:
    try:
        # headers are Latin-1 to http.client, UTF-8 to the web
        return requote_uri(urljoin(url, target.encode("latin-1").decode("utf-8")))
    except ValueError:
        raise FetchError("bad_url", error="it redirects to something malformed") from None


def _words(error: BaseException) -> str:
    """The kind of failure, without the innards of the libraries."""
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not valid"
    if isinstance(error, requests.exceptions.Timeout | TimeoutError):
        return "it does not answer in time"
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return "there is no such host"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, requests.exceptions.ConnectionError | ConnectionError):
        return "the connection failed"
    return "the answer is not proper HTTP"
