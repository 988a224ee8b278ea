"""Make a web archive like those of Common Crawl's CC-NEWS: requests and responses of many sites, few with key figures.

    python scripts/make_archive.py OUT.warc.gz [--pages N] [--share 0.05] [--broken N] [--seed N] [--others FOLDER]

The pages with figures are the project's own samples (``data/raw/samples``), each in the page of some newspaper; the
others are small talk in four languages, or the pages of a FOLDER (``*.html``, ``*.html.gz``). The same arguments make
the same archive. ``tests/data/archive.warc.gz`` is ``--pages 120 --share 0.1 --broken 6``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from uuid import UUID

from kennzahl.articles import Given, read_bytes
from kennzahl.facts import Article

SAMPLES = Path(__file__).parents[1] / "data" / "raw" / "samples"
START = datetime(2025, 3, 1, 6, tzinfo=UTC)

SENTENCES = {
    "de": [
        "Am Nachmittag zog ein Gewitter über die Altstadt, und die Händler räumten ihre Stände ein.",
        "Der Chor probt seit Wochen für das Fest im Sommer, das 12 Vereine gemeinsam vorbereiten.",
        "Die Feuerwehr rückte in der Nacht 3 Mal aus, verletzt wurde niemand.",
        "Im Tierpark ist ein kleiner Fischotter zur Welt gekommen, der auf den Namen Paul hört.",
        "Nach 90 Minuten stand es 2:1, und die Zuschauer sangen noch lange weiter.",
        "Der Radweg am Fluss bleibt bis Oktober gesperrt, weil die Brücke saniert wird.",
    ],
    "en": [
        "Rain kept the gardeners indoors for most of the week, and the roses had to wait.",
        "The village library will open on Sundays from May, said the 4 volunteers who run it.",
        "She scored twice in the second half and was cheered off the pitch by the home crowd.",
        "The museum has found a letter that the painter wrote to his sister in 1891.",
        "A road near the harbour stays closed until the old wall has been made safe.",
        "The bakers of the town met for the 20th time to choose the best loaf.",
    ],
    "fr": ["La fête du village commence samedi à 18 heures.", "Le musée rouvre ses portes après 2 ans de travaux."],
    "es": ["La biblioteca abre los domingos desde mayo.", "El equipo local ganó por 2 a 1 ante su público."],
}
TITLES = {"de": "Neues aus der Stadt", "en": "News from the town", "fr": "Nouvelles", "es": "Noticias"}


@dataclass(frozen=True)
class WebPage:
    """One page of one site."""

    url: str
    html: bytes
    has_figures: bool


def make(
    pages: int, share: float = 0.05, seed: int = 1, others: Sequence[bytes] = (), weight: int = 40_000
) -> Iterator[WebPage]:
    """``pages`` pages, of which ``share`` are samples with figures; ``weight`` bytes of furniture on each of ours."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    articles = samples()
    due = 0.0
    for number in range(pages):
        due += share
        host = f"blatt{dice.randrange(2_000)}.example"
        if due >= 1:
            due -= 1
            article = articles[number % len(articles)]
            html = newspaper(article.title or "", article.text[article.title_end :], article, dice, weight)
            yield WebPage(f"https://{host}/wirtschaft/{number}.html", html.encode(), True)
        elif others:
            html_bytes = others[number % len(others)] + f"<!-- {number} -->".encode()
            yield WebPage(f"https://{host}/{number}.html", html_bytes, False)
        else:
            language = dice.choices([*SENTENCES], [5, 5, 1, 1])[0]
            text = "\n\n".join(dice.choice(SENTENCES[language]) for _ in range(dice.randint(8, 25)))
            small_talk = Article(str(number), text, language=language, published_at=START)
            html = newspaper(f"{TITLES[language]} ({number})", text, small_talk, dice, weight)
            yield WebPage(f"https://{host}/{number}.html", html.encode(), False)


def samples() -> list[Article]:
    """The project's own articles."""
    found: list[Article] = []
    for file in sorted(SAMPLES.iterdir()):
        if file.name.endswith(".meta.json") or file.name.startswith("."):
            continue
        beside = file.with_name(f"{file.stem}.meta.json")
        known = json.loads(beside.read_text("utf-8")) if beside.is_file() else {}
        published = known.get("published_at")
        given = Given(published_at=datetime.fromisoformat(published) if published else None)
        found += [one for one in read_bytes(file.read_bytes(), name=file.name, given=given) if isinstance(one, Article)]
    return found


def newspaper(title: str, text: str, article: Article, dice: random.Random, weight: int) -> str:
    """A page as publishers make them: a head full of scripts, navigation, the article, teasers, a footer."""
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n") if line.strip())
    published = (article.published_at or START).isoformat()
    said = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": published})
    links = "".join(f'<li><a href="/{dice.randrange(10**6)}">{dice.choice("ABCDEFGH") * 5}</a></li>' for _ in range(60))
    code = "".join(f"window.q{n}={dice.random()};" for n in range(weight // 60))
    style = "".join(f".c{n}{{width:{n % 100}%;margin:{n}px}}" for n in range(weight // 80))
    return f"""<!doctype html><html lang="{article.language}"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta property="og:title" content="{escape(title)}"><script type="application/ld+json">{said}</script>
<style>{style}</style><script>{code}</script></head><body><header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{escape(title)}</h1>
{paragraphs}</article><aside><ul>{links}</ul></aside></main><footer>Impressum</footer></body></html>"""


def write(pages: Iterator[WebPage], target: Path, broken: int = 0, seed: int = 1) -> int:
    """Write pages as requests and responses; ``broken`` of the members are damaged. Returns the number of pages."""
    members: list[bytes] = []
    for number, page in enumerate(pages):
        members += _members(page, number, START + timedelta(seconds=number))
    dice = random.Random(seed)  # noqa: S311 - no secret
    for at in dice.sample(range(1, len(members), 2), broken):
        harm = bytearray(members[at])
        middle = len(harm) // 2
        harm[middle : middle + 40] = dice.randbytes(40)
        members[at] = bytes(harm)
    with target.open("wb") as stream:
        stream.write(_warcinfo(target.name))
        stream.writelines(members)
    return len(members) // 2


def _members(page: WebPage, number: int, moment: datetime) -> list[bytes]:
    _, _, host, path = page.url.split("/", 3)
    request = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    said = f"Content-Type: text/html; charset=utf-8\r\nContent-Length: {len(page.html)}"
    response = f"HTTP/1.1 200 OK\r\n{said}\r\n\r\n".encode() + page.html
    address = f"WARC-Target-URI: {page.url}\r\nContent-Type: application/http; msgtype="
    return [
        _member("request", 2 * number, moment, f"{address}request", request),
        _member("response", 2 * number + 1, moment, f"{address}response", response),
    ]


def _member(kind: str, number: int, moment: datetime, more: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{UUID(int=number)}>\r\n"
        f"WARC-Date: {moment:%Y-%m-%dT%H:%M:%SZ}\r\n{more}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


def _warcinfo(name: str) -> bytes:
    said = f"software: make_archive\r\nisPartOf: {name}\r\n".encode()
    return _member("warcinfo", 2**100, START, "Content-Type: application/warc-fields", said)


def pages_of(folder: Path) -> list[bytes]:
    """The HTML pages of a folder."""
    return [
        gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for file in sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")])
    ]


def main(argv: Sequence[str] | None = None) -> None:
    """Make one archive."""
    parser = argparse.ArgumentParser(description="Make a web archive like those of CC-NEWS")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--share", type=float, default=0.05, help="of the pages, those with figures (0.05)")
    parser.add_argument("--broken", type=int, default=0, help="records to be damaged")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weight", type=int, default=40_000, help="bytes of furniture on each page (40000)")
    parser.add_argument("--others", type=Path, metavar="FOLDER", help="take the pages without figures from here")
    arguments = parser.parse_args(argv)
    others = pages_of(arguments.others) if arguments.others else []
    pages = make(arguments.pages, arguments.share, arguments.seed, others, arguments.weight)
    count = write(pages, arguments.out, arguments.broken, arguments.seed)
    print(f"{arguments.out}: {count} pages, {arguments.out.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()
