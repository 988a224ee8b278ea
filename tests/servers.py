"""Real servers on loopback for tests: kind ones and hostile ones. Each has a free port and stops with its test."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, Mapping[str, str], bytes]
Handler = Callable[[BaseHTTPRequestHandler], "Answer | None"]


@dataclass
class Site:
    """A web site: ``pages`` maps paths to fixed answers or to functions; ``asked`` lists the requested paths in order.

    A function may answer by itself (drip, break off) and return None. Requests for robots.txt are counted in
    ``robots``, not listed.
    """

    base: str = ""
    pages: dict[str, Answer | Handler] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    robots: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        """The address of a path of this site."""
        return f"{self.base}{path}"

    def put(self, path: str, body: bytes | str, media_type: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Serve a body under a path; returns its address."""
        content = body.encode() if isinstance(body, str) else body
        said = {"Content-Type": media_type, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.pages[path] = (200, said, content)
        return self.url(path)


@contextmanager
def serving() -> Iterator[Site]:
    """A running site on a free port of 127.0.0.1."""
    site = Site()

    class Handling(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        timeout = 10

        def do_GET(self) -> None:
            if self.path == "/robots.txt":
                site.robots += 1
            else:
                site.asked.append(self.path)
            site.agents.add(self.headers.get("User-Agent", ""))
            found = site.pages.get(self.path, (404, {}, b"nothing here"))
            answer = found(self) if callable(found) else found
            if answer is None:
                self.close_connection = True
                return
            status, headers, body = answer
            etag = headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            since = headers.get("Last-Modified")
            if since and self.headers.get("If-Modified-Since") == since:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:  # the client hung up, as it should on a hostile page
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handling)
    server.daemon_threads = True
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def article_page(title: str, text: str, published: str = "2025-01-30T07:00:00+01:00") -> str:
    """A page as a newspaper makes it: headline, JSON-LD, navigation, paragraphs."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    said = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": published})
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title} | Blatt</title>
<meta property="og:title" content="{title}">
<script type="application/ld+json">{said}</script>
</head><body><nav><a href="/">Start</a> <a href="/w">Wirtschaft</a></nav><article><h1>{title}</h1>{paragraphs}</article>
<footer>Impressum</footer></body></html>"""


def rss(entries: list[tuple[str, str]], published: str = "Thu, 30 Jan 2025 06:00:00 GMT") -> str:
    """A feed of ``(address, title)``."""
    items = "".join(
        f"<item><title>{title}</title><link>{url}</link><pubDate>{published}</pubDate></item>" for url, title in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Blatt</title>{items}</channel></rss>'
