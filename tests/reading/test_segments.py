"""Which part of the company a figure is of: as written, and none where a phrase names no part."""

from __future__ import annotations

import pytest

from kennzahl.facts import Article
from kennzahl.reading import read


@pytest.mark.parametrize(
    ("language", "text", "segment"),
    [
        ("de", "Siemens steigerte den Umsatz in der Sparte Mobility um 5 Prozent auf 2,8 Mrd. €.", "Sparte Mobility"),
        ("de", "Der Cloudumsatz von SAP stieg auf 4,4 Milliarden Euro.", "Cloud"),
        ("en", "Revenue at its cloud unit rose 12 percent to $4.4 billion, Microsoft said.", "cloud unit"),
        # What the money buys is no part of the company.
        ("de", "Microsoft plant Investitionen in Rechenzentren von 80 Milliarden Dollar.", None),
        ("de", "BASF will rund 2 Milliarden Euro in erneuerbare Energien investieren.", None),
        ("en", "Microsoft plans capital expenditure on data centers of $80 billion.", None),
        # The whole is no part either.
        ("de", "Der Umsatz des Konzerns SAP stieg auf 9,4 Milliarden Euro.", None),
    ],
)
def test_segments(language: str, text: str, segment: str | None) -> None:
    facts = read(Article("test", text, language=language)).facts
    assert [fact.segment for fact in facts] == [segment]
