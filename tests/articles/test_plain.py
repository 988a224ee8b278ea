"""The shape of plain text files: headline, slug, time, paragraphs, furniture."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kennzahl.articles import Given, read_bytes
from kennzahl.articles.plain import shape
from kennzahl.facts import Article

FETCHED = datetime(2025, 1, 30, 12, tzinfo=UTC)
BODY = "Die Muster AG hat im dritten Quartal 2,1 Milliarden Euro umgesetzt. Das war mehr als im Jahr zuvor."
SEED_SHAPE = f"""Muster AG steigert den Umsatz

muster-ag-steigert-den-umsatz
7 hours ago

{BODY}

Ausblick bleibt stehen

Der Vorstand rechnet weiter mit einem Plus von 5 Prozent.

nicht verpassen"""


def article(text: str, **known: object) -> Article:
    found = read_bytes(text.encode(), name="ordner/stück.txt", given=Given(**known))[0]  # type: ignore[arg-type]
    assert isinstance(found, Article)
    return found


def test_the_shape_of_a_copied_page() -> None:
    found = article(SEED_SHAPE, fetched_at=FETCHED)
    assert found.doc_id == "stück"
    assert found.title == "Muster AG steigert den Umsatz"
    assert found.text == (
        f"Muster AG steigert den Umsatz\n\n{BODY}\n\nAusblick bleibt stehen\n\n"
        "Der Vorstand rechnet weiter mit einem Plus von 5 Prozent."
    )
    assert (found.published_at, found.published_how) == (datetime(2025, 1, 30, 5, tzinfo=UTC), "relative")
    assert found.language == "de"


def test_the_users_word_wins_over_the_clock() -> None:
    day = datetime(2025, 1, 29, tzinfo=UTC)
    found = article(SEED_SHAPE, fetched_at=FETCHED, published_at=day)
    assert (found.published_at, found.published_how) == (day, "given")


def test_without_a_fetch_hours_ago_says_nothing() -> None:
    assert article(SEED_SHAPE).published_at is None


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("vor 7 Stunden", datetime(2025, 1, 30, 5, tzinfo=UTC)),
        ("vor einer Stunde", datetime(2025, 1, 30, 11, tzinfo=UTC)),
        ("an hour ago", datetime(2025, 1, 30, 11, tzinfo=UTC)),
        ("2 days ago", datetime(2025, 1, 28, 12, tzinfo=UTC)),
        ("2h ago", datetime(2025, 1, 30, 10, tzinfo=UTC)),
        ("3d ago", datetime(2025, 1, 27, 12, tzinfo=UTC)),
        ("vor 2 h", datetime(2025, 1, 30, 10, tzinfo=UTC)),
        ("29.01.2025", datetime(2025, 1, 29, tzinfo=UTC)),
        ("29.01.2025 - 07:30", datetime(2025, 1, 29, 6, 30, tzinfo=UTC)),
        ("29. Januar 2025, 14:00 Uhr", datetime(2025, 1, 29, 13, tzinfo=UTC)),
    ],
)
def test_a_time_line_behind_the_headline(line: str, moment: datetime) -> None:
    found = article(f"Muster AG steigert den Umsatz\n{line}\n{BODY}", fetched_at=FETCHED)
    assert found.published_at == moment
    assert found.text == f"Muster AG steigert den Umsatz\n\n{BODY}"


@pytest.mark.parametrize(
    ("lead", "moment"),
    [
        ("Musterstadt – 12. Juli 2023 – ", datetime(2023, 7, 12, tzinfo=UTC)),
        ("MUSTERSTADT, 12.07.2023 (mdw) - ", datetime(2023, 7, 12, tzinfo=UTC)),
        ("Musterstadt (mdw) - ", None),
        ("Am 12. Juli 2023 war alles besser, sagte er: ", None),
    ],
)
def test_a_dateline_in_front_of_the_first_sentence(lead: str, moment: datetime | None) -> None:
    assert article(lead + BODY).published_at == moment


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Umsatz der Muster AG steigt\n\n{BODY}", "Umsatz der Muster AG steigt"),
        (f"Umsatz der Muster AG steigt – Aktie auch\n{BODY}", "Umsatz der Muster AG steigt – Aktie auch"),
        (f"{BODY}\n\n{BODY}", None),
        ("Die Muster AG in Musterstadt\nhat mehr umgesetzt als im Jahr zuvor.", None),
        (f"Musterstadt (mdw) - Der Konzern Muster\n{BODY}", None),
        (f"Muster:\n{BODY}", None),
        (f"Kurz notiert\n{BODY}", None),
        ("Nur eine Zeile ohne Ende", None),
    ],
)
def test_what_is_a_headline(text: str, title: str | None) -> None:
    assert shape(text, "de").title == title


def test_furniture_goes_from_both_ends_and_not_from_the_middle() -> None:
    shaped = shape(
        f"vorlesen\nUmsatz der Muster AG steigt\n\n{BODY}\n\nAnzeige\n\n{BODY}\n\nMehr zum Thema:\n***", "de"
    )
    assert shaped.title == "Umsatz der Muster AG steigt"
    assert shaped.body == f"{BODY}\n\nAnzeige\n\n{BODY}"
