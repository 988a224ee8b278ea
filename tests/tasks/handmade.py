"""Readings made by hand: what the engine would say of texts that a test writes itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from kennzahl import ids
from kennzahl.facts import (
    Article,
    Company,
    Fact,
    Issue,
    Origin,
    Period,
    Quantity,
    Reading,
    Span,
    Verdict,
)
from tasks.ledger import Attempt

SAP = Company("sap", "SAP", isin="DE0007164600", ticker="SAP.DE", industry="Software", country="DE", seat="Walldorf")
META = Company("meta", "Meta", isin="US30303M1027", ticker="META", country="US")
Q3_2024 = Period("2024-Q3", date(2024, 7, 1), date(2024, 9, 30))
Q3_2023 = Period("2023-Q3", date(2023, 7, 1), date(2023, 9, 30))


@dataclass(frozen=True)
class Input:
    """An input as the ledger sees it."""

    capture_id: str
    target: str = "urn:sha256:00"
    name: str = "news.txt"
    digest: str = "00"
    file: str = "one.warc.gz"
    fetched_at: datetime = datetime(2024, 10, 22, 6, tzinfo=UTC)


def article(
    text: str = "SAP wächst\n\nSAP setzt 8,5 Milliarden Euro um, ein Plus von 9 Prozent.", **given: Any
) -> Article:
    """An article with the headline in its first line."""
    known: dict[str, Any] = {
        "doc_id": "sap",
        "title_end": text.find("\n") if "\n" in text else 0,
        "published_at": datetime(2024, 10, 21, 20, 5, tzinfo=UTC),
    }
    return Article(text=text, **(known | given))


def quantity(text: str, printed: str, value: str | Decimal | None, unit: str = "EUR", **given: Any) -> Quantity:
    """The quantity printed in ``text``; ``step`` is the worth of a tenth of a billion unless said."""
    start = text.index(printed)
    known: dict[str, Any] = {"step": Decimal("1e8") if unit == "EUR" else Decimal(1)}
    return Quantity(
        start, start + len(printed), printed, unit, None if value is None else Decimal(value), **(known | given)
    )


def fact(source: Article, **given: Any) -> Fact:
    """The revenue of the article's third quarter, evidence being all its text behind the headline."""
    body = Span(source.text.rindex("\n") + 1, len(source.text))
    known: dict[str, Any] = {
        "company": SAP,
        "metric": "revenue",
        "kind": "actual",
        "span": body,
        "sentence": body,
        "period": Q3_2024,
        "origins": (Origin("company", "named", Span(0, 3)), Origin("period", "article")),
    }
    return Fact(**(known | given))


def revenue_reading(amount: str = "8,5", growth: str | None = "9", company: Company = SAP, **given: Any) -> Reading:
    """A reading of one fact: revenue of ``amount`` billion euros, up ``growth`` percent, called consistent."""
    sentence = f"{company.name} setzt {amount} Milliarden Euro um" + (
        f", ein Plus von {growth} Prozent." if growth else "."
    )
    text = f"{company.name} legt Zahlen vor\n\n{sentence}"
    period = given.pop("period", Q3_2024)
    kind = given.pop("kind", "actual")
    verdicts = given.pop("verdicts", None)
    source = article(given.pop("before", "") + text, **given)
    value = quantity(source.text, f"{amount} Milliarden Euro", Decimal(amount.replace(",", ".")).scaleb(9))
    change = quantity(source.text, f"{growth} Prozent", growth, "%") if growth else None
    stated = fact(
        source,
        company=company,
        value=value,
        change_pct=change,
        basis="yoy" if growth else None,
        period=period,
        kind=kind,
    )
    if verdicts is None:
        verdicts = (Verdict(0, "growth", "consistent", "8.5 after 7.8 allows it", Decimal("8.5"), Decimal("9.5")),)
    return Reading(source, (stated,), verdicts, (), figures=2 if growth else 1)


def attempt(capture_id: str, *readings: Reading, issues: tuple[Issue, ...] = ()) -> Attempt:
    return Attempt(Input(capture_id), readings, issues)


def key_of(reading: Reading) -> str:
    return ids.article_id(reading.article)


def batch() -> list[Attempt]:
    """Three inputs: two articles in one, one in another, and none in the third."""
    unreadable = Issue("input", "empty_file", "empty.txt is empty.")
    return [
        attempt("two", revenue_reading("8,5", "9"), revenue_reading("9,1", None, company=META)),
        attempt("one", revenue_reading("7,8", None, period=Q3_2023)),
        attempt("none", issues=(unreadable,)),
    ]
