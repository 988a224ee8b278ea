"""The gate of web archives: what may hold figures passes, in any encoding; the rest is refused with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from kennzahl.articles.gate import refusal, refusal_of_head
from scripts.make_archive import samples

FIGURE = (
    "Die Muster AG steigerte den Umsatz um 5 Prozent auf 2,1 Milliarden Euro und bleibt für das Jahr zuversichtlich."
)
NO_FIGURE = "Der Fluss trat nach 3 Tagen Regen über die Ufer, und die Feuerwehr pumpte viele Keller aus."


def page(text: str, language: str = "de", element: str = "p") -> str:
    body = f"<{element} class='x'>{text}</{element}>"
    return f"<!doctype html><html lang='{language}'><head><script>var a='{FIGURE}';</script></head><body>{body}</body>"


@pytest.mark.parametrize("article", samples(), ids=lambda article: article.doc_id)
def test_our_own_articles_pass(article: object) -> None:
    text = article.text  # type: ignore[attr-defined]
    assert refusal(page("</p><p>".join(text.split("\n"))).encode()) is None


PASSED = {
    "in UTF-8": page(FIGURE).encode(),
    "in Latin-1": page(FIGURE.replace("Umsatz", "Überschuss")).encode("latin-1"),
    "with entities": page(FIGURE.replace("Umsatz", "&Uuml;berschuss").replace(" Pro", "&nbsp;Pro")).encode(),
    "with tags inside": page(FIGURE.replace("5", "<b>5</b>")).encode(),
    "without paragraphs": page(FIGURE, element="div").encode(),
    "in dollars": page("Example Inc. said revenue rose to $5.2bn, and that it was pleased with it.", "en").encode(),
    "with a language of many parts": page(FIGURE, "de-AT").encode(),
    "that does not say its language": page(FIGURE).replace("lang=", "data=").encode(),
    "many weak ones": page(" und noch ein Satz, der Platz macht. " * 6 + " ".join(
        f"Für Werk {n} stellt die Firma Kapital bereit, und zwar {n},5 Millionen Euro." + " Danach geht es weiter." * 8
        for n in range(1, 9))).encode(),
}  # fmt: skip
REFUSED = {
    "without a figure": (page(NO_FIGURE).encode(), "vocabulary"),
    "with figures of nothing": (
        page("Das Fest kostete 5 Euro Eintritt, es kamen 300 Gäste." * 20).encode(),
        "vocabulary",
    ),
    "that says it is French": (page(FIGURE, "fr-FR").encode(), "language"),
    "in French": (
        page(
            "Le groupe a vendu pour 5 millions d'euros de produits et ses sales sont en hausse de 3 % pour l'année. "
            * 9
        )
        .replace("lang='de'", "")
        .encode(),
        "language",
    ),
    "too large": (page(FIGURE).encode() + b" " * (9 << 20), "size"),
    "empty": (b"", "vocabulary"),
}


@pytest.mark.parametrize("payload", PASSED.values(), ids=PASSED.keys())
def test_a_page_with_figures_passes(payload: bytes) -> None:
    assert refusal(payload) is None


@pytest.mark.parametrize(("payload", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_page_is_refused(payload: bytes, reason: str) -> None:
    assert refusal(payload) == reason


@pytest.mark.parametrize(
    ("http", "html", "reason"),
    [
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8", page(FIGURE), None),
        ("HTTP/1.1 404 Not Found\r\nContent-Type: text/html", page(FIGURE), "status"),
        ("HTTP/1.1 200 OK\r\ncontent-type: image/png", "PNG", "media_type"),
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html", page(FIGURE, "ru"), "language"),
        ("HTTP/1.1 200 OK\r\nX: y", page(FIGURE), None),
        ("nonsense", page(FIGURE), None),
    ],
)
def test_a_head_says_enough_of_many(http: str, html: str, reason: str | None) -> None:
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n\r\n{http}\r\n\r\n{html}"
    assert refusal_of_head(head.encode()) == reason


@pytest.mark.parametrize(
    "mark", [b"<p>", b"<p ", b"<script", b"<", b"1", b"1.", b"1,1%", b"<html lang=", b"5 m umsatz "]
)
def test_a_page_made_to_be_slow_takes_its_time_and_no_more(mark: bytes) -> None:
    refusal(mark * (2_000_000 // len(mark)))


@settings(max_examples=200)
@for_all(st.binary(max_size=500))
def test_no_bytes_raise(payload: bytes) -> None:
    refusal(payload)
    refusal(b"<p>" + payload + FIGURE.encode() * 5)
    refusal_of_head(payload)


def test_the_shipped_archive_is_small() -> None:
    assert (Path(__file__).parents[1] / "data" / "archive.warc.gz").stat().st_size < 1 << 20
