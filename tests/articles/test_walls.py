"""Walls: what stands in front of an article is listed as such, and no article is taken for one."""

from __future__ import annotations

import json

import pytest

from kennzahl.articles import Given, read_bytes
from kennzahl.facts import Article, Issue

TEASER = "Die Muster AG hat ihren Umsatz 2024 auf 2,1 Milliarden Euro gesteigert. Was das heißt und wo es noch hakt."
STORY = [
    f"Die Muster AG hat ihren Umsatz in der Region {region} um 5 Prozent auf 2,1 Milliarden Euro gesteigert. Sie "
    f"nannte die Entwicklung erfreulich und verwies auf Kunden, die in {region} vor allem Pumpen bestellten."
    for region in ("Asien", "Afrika", "Nord", "Süd", "Ost", "West", "Mitte", "Polen", "Chile", "Peru", "Kenia", "Wien")
]  # fmt: skip
CONSENT = (
    "Wir und unsere Partner speichern Informationen auf Ihrem Gerät und brauchen dafür Ihre Zustimmung. Mit Werbung "
    "weiterlesen: Sie sehen dann personalisierte Werbung, für die wir Daten verarbeiten. Oder Sie nehmen das Pur-Abo."
)


def page(
    *paragraphs: str, head: str = "", free: object = None, part: object = None, kind: str = "NewsArticle"
) -> bytes:
    said = {"@type": kind, "headline": "Muster AG wächst", "isAccessibleForFree": free, "hasPart": part}
    said = {key: value for key, value in said.items() if value is not None}
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    main = f"<main><article><h1>Muster AG wächst</h1>{body}</article></main>"
    return f"<!doctype html><html lang=de><head>{head}{script}</head><body>{main}</body></html>".encode()


WALLS = {
    "a teaser that is not free": (page(TEASER, free=False), "paywall"),
    "not free, in words": (page(TEASER, free="False"), "paywall"),
    "not free, in schema's words": (page(TEASER, free="https://schema.org/False"), "paywall"),
    "not free, in a list": (page(TEASER, free=["False"]), "paywall"),
    "a part that is not free": (
        page(TEASER, free=True, part=[5, {"@type": "WebPageElement", "isAccessibleForFree": False}]),
        "paywall",
    ),
    "a locked tier": (page(TEASER, head='<meta property="article:content_tier" content="locked">'), "paywall"),
    "an offer behind the teaser": (page(TEASER, "Jetzt weiterlesen und 4 Wochen kostenlos lesen."), "paywall"),
    "the same in English": (page(TEASER, "Already a subscriber? Sign in."), "paywall"),
    "a longer beginning": (page(*STORY[:3], "Sie möchten weiterlesen? Bereits Abonnent? Hier anmelden."), "paywall"),
    "a question for consent": (page(CONSENT, kind="WebPage"), "consent_wall"),
    "a long question": (
        page(*[f"{CONSENT} Das ist Zweck {n} von 8." for n in range(8)], kind="WebPage"),
        "consent_wall",
    ),
    "a question in buttons": (
        f"<!doctype html><html><body><div>{CONSENT}</div><button>Alle akzeptieren</button></body></html>".encode(),
        "consent_wall",
    ),
    "in English": (
        page("We value your privacy. We and our partners store and/or access information on a device.", kind="WebPage"),
        "consent_wall",
    ),
    "a choice between advertising and a subscription": (
        page(
            "Besuchen Sie uns wie gewohnt mit Werbung und Tracking, oder mit contentpass für 3,99 Euro.", kind="WebPage"
        ),
        "consent_wall",
    ),
    "partners without end": (
        page("Your privacy choices. We and our 842 partners process personal data. Show purposes.", kind="WebPage"),
        "consent_wall",
    ),
    "a question for robots": (
        b"<!doctype html><html><body><p>Checking your browser before accessing blatt.example. Enable JavaScript and "
        b"cookies to continue.</p></body></html>",
        "robot_wall",
    ),
    "the same in German": (
        page("Bitte bestätigen Sie, dass Sie kein Roboter sind, um 1 Seite weiterzugehen.", kind="WebPage"),
        "robot_wall",
    ),
}
ARTICLES = {
    "a short one that is free": page(TEASER, free=True),
    "a short one that says nothing": page(TEASER),
    "a whole one that is not free": page(*STORY[:8], free=False),
    "a whole one with an offer behind it": page(*STORY, "Schon Abonnent? Jetzt weiterlesen im Archiv."),
    "one about robots": page(TEASER, "Das Feld, ich bin kein Roboter, kostet Firmen 5 Prozent der Kunden."),
    "one whose podcast is free": page(TEASER, part={"@type": "AudioObject", "isAccessibleForFree": True}),
    "one about cookies": page(*STORY[:8], "Für personalisierte Werbung braucht es Ihre Einwilligung, so das Gericht."),
    "one with a banner beside it": page(*STORY[:4]).replace(
        b"<main>", f"<div class=cookie-banner>{CONSENT}</div><main>".encode()
    ),
}


@pytest.mark.parametrize(("payload", "reason"), WALLS.values(), ids=WALLS.keys())
def test_a_wall_is_listed(payload: bytes, reason: str) -> None:
    [found] = read_bytes(payload, name="seite.html", given=Given(url="https://blatt.example/a"))
    assert isinstance(found, Issue), found
    assert (found.kind, found.reason) == ("input", reason)


@pytest.mark.parametrize("payload", ARTICLES.values(), ids=ARTICLES.keys())
def test_an_article_is_read(payload: bytes) -> None:
    found = read_bytes(payload, name="seite.html")[0]
    assert isinstance(found, Article), found
    assert "2,1 Milliarden" in found.text
