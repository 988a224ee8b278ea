"""Where sentences end: tables of texts, with ``|`` at each end that is expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.reading.sentences import MAX_LENGTH, split

GERMAN = [
    # abbreviations and numbers
    "Der Umsatz stieg auf 3,4 Mrd. Euro.| Der Gewinn lag bei 120 Mio. Euro (Vj. 98 Mio. Euro).",
    "Das Ergebnis lag bei 2 Mrd.| Die Dividende bleibt.",
    "Die Marge lag, z.B. in den USA, bzw. in Kanada, bei ca. 9 Prozent.| Das war mehr als zuvor.",
    "Dr. Anna Muster leitet die Muster Inc. Boston seit 2020.| Sie bleibt.",
    # ordinals
    "Im 3. Quartal wuchs der Umsatz.| Zum 30. September lag die Quote bei 12,5 Prozent.",
    "Im III. Quartal sank der Absatz.| Das II. Quartal war besser.",
    "Er wurde 12.| Der Rest ist bekannt.",
    "2023 stieg der Umsatz um 12.500.| Kunden kamen hinzu.",
    # quotes
    '"Das Jahr war gut."| Der Vorstand ist zufrieden.',
    '"Das Jahr war gut!", sagte er.| „Sehr gut.“| Mehr nicht.',
    # glued paragraphs
    "MünchenDer Konzern wächst.".replace("nD", "n|D"),
    "Der Gewinn stieg um 5 Prozent.|Der Umsatz blieb stabil.",
    "Der Konzern passt den Ausblick an|2. Quartal 2023:|Umsatz sinkt.",
    "Das Ergebnis lag bei 4 Mio. €.|Die Prognose bleibt.|",
    "Aufsteiger im DAX|Unter den Gewinnern war Muster.",
    # names keep their humps, addresses their stops
    "PayPal und LinkedIn In Berlin wuchsen.| YouTube auch.",
    "Mehr unter www.muster.de oder Muster.Com.",
    "Die Marge stieg auf 9.5 % und der Umsatz auf 1.200 Stück.",
    # lines
    "Umsatz steigt|\n- Gewinn sinkt|\n- Dividende bleibt",
    "Der Umsatz stieg\nauf drei Milliarden Euro.",
    "Erster Absatz ohne Punkt|\n\nZweiter Absatz",
]

ENGLISH = [
    "Muster Inc. reported a profit.| Sample Corp. In a statement, it said so.".replace("Corp. ", "Corp.| "),
    "Sales in the U.S. rose 5 percent.| The U.S. Treasury was silent.",
    "Mr. Smith and J. P. Sample of No. 3 retailer Sample Co. agreed.| They signed.",
    "Sample Motor ( 7999.T )| * Truck sales up 6 percent| * Sales down 5 * 2 percent",
    "Share 24 percent, says Sample Corp.| * Truck sales up 6 percent| • Cars down",  # whatever stands before a bullet
    "Sales rose.| RESULTS BEAT EXPECTATIONS| JPMuster said so.| JOB CUTS| Jane Sample agreed.",
    "Sales rose.| LOOKING FOR GROWTH| Sample said so.| THIN MARGINS| The rest is new.",
    "Sales rose.| SAMPLE, MUSTER CITE PROGRESS| SMP said so.| IN PARIS The firm grew.| NEW YORK (Wire) - It fell.",
    "Sample, which counts Muster Inc ( MUSa.N ) ( MUSb.N ) among its owners, rose.| It agreed.",
    "Revenue was $3.2 billion vs. $2.9 billion.| Net was 3.|\n4 stores closed.".replace("|\n", "| "),
    "The deal closed at 4 p.m. Eastern time.| Shares fell.",
    "Profit beat estimates by I/B/E/S.| Chief Executive Jane Sample was pleased.",
    '"We did well."| "Very well," she said.',
    "Income fell.|The company cut its outlook.",
    "BOSTON (Wire) - Sample Inc said eBay gained.| eBay agreed.",
    "Muster Motor Corp ( 7999.T ) sales fell 5 percent.| Sample Corp ( 6999.T ) agreed.",
    "Revenue rose to 7999.The company agreed.".replace("The", "|The"),
    # one statement a line; a wrapped line goes on
    "Shr 34 cts vs 28 cts|\n Net 1.2 mln vs 1.0 mln|\n Revs 10.3 mln vs 9.8 mln",
    " NOTE: Net includes gain of 1.2 mln dlrs or three\ncts per share from sale of a plant.|\n Assets 2.1 billion",
    # a line that keeps the blank between two words goes on, one that ends with a full stop does not
    "The shops of Sample said their sales were \n$2 billion in May. |\n$3 billion was expected by analysts.",
    "Sample said its turnover rose by a quarter in the last\nthree months, helped by Asia, and\nwill pay a dividend.",
]


def _split(marked: str, language: str) -> tuple[list[str], list[str]]:
    text = marked.replace("|", "")
    expected = [piece.strip() for piece in marked.split("|") if piece.strip()]
    return [text[sentence.start : sentence.end] for sentence in split(text, language)], expected


@pytest.mark.parametrize("marked", GERMAN)
def test_german_sentences(marked: str) -> None:
    found, expected = _split(marked, "de")
    assert found == expected


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences(marked: str) -> None:
    found, expected = _split(marked, "en")
    assert found == expected


def test_headline_and_paragraphs_are_told_apart() -> None:
    text = "Muster steigert Umsatz\n\nEin Satz. Noch ein Satz.\n\nEin dritter."
    sentences = split(text, "de", title_end=22)
    assert [sentence.is_headline for sentence in sentences] == [True, False, False, False]
    assert [sentence.paragraph for sentence in sentences] == [0, 1, 1, 2]


def test_a_glued_sentence_starts_a_paragraph() -> None:
    assert [s.paragraph for s in split("Der Gewinn stieg.Der Umsatz sank. Das war alles.", "de")] == [0, 1, 1]


def test_a_text_without_stops_is_cut_at_a_blank() -> None:
    text = "wort " * 2000
    sentences = split(text, "de")
    assert len(sentences) > 4
    assert all(s.end - s.start <= MAX_LENGTH and text[s.start : s.end].endswith("wort") for s in sentences)


TEXTS = st.text(st.sampled_from(list('aBÄß.!?:; \n\n\t-•"„“12%€+ ')) | st.characters(), max_size=300)


@given(TEXTS, st.sampled_from(["de", "en"]), st.integers(0, 40))
def test_sentences_cover_everything_once(text: str, language: str, title_end: int) -> None:
    title_end = min(title_end, len(text))
    sentences = split(text, language, title_end)
    covered = [i for s in sentences for i in range(s.start, s.end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)
    assert all(s.is_headline == (s.end <= title_end) for s in sentences)
    assert all(0 < s.end - s.start <= MAX_LENGTH for s in sentences)


@pytest.mark.parametrize("piece", ["a.", "A. ", "1. ", "\n ", ".", "„", "Wort ", "+++ ", "a:B"])
def test_long_monotonous_texts_are_read(piece: str) -> None:
    assert split(piece * 20_000 + "Ende", "de")
