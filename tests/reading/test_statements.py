"""Roles and statements: sentences and what they say. A statement is written metric: slot=figure as printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennzahl.reading.layout import lay_out
from kennzahl.reading.mentions import quantities
from kennzahl.reading.sentences import split
from kennzahl.reading.statement import quantities_of
from kennzahl.reading.statements import Spoken, speak


def spoken(text: str, language: str) -> Spoken:
    (sentence, *more) = split(text, language)
    assert not more, "one sentence, please"
    return speak(lay_out(text, sentence, quantities.find(text, language), language), None, "EUR")


def said(text: str, language: str) -> set[str]:
    made = set()
    for statement in spoken(text, language).statements:
        for slot, quantity in quantities_of(statement):
            number = quantity.value if quantity.value is not None else f"{quantity.low:f}..{quantity.high:f}"
            number = f"{number.normalize():f}" if not isinstance(number, str) else number
            made.add(f"{statement.metric} {slot} {number} {quantity.unit}{' consensus' if statement.consensus else ''}")
    return made


GERMAN = [
    (
        "Der Umsatz stieg um 12 Prozent auf 60 Milliarden Euro.",
        {"revenue change_pct 12 %", "revenue value 60000000000 EUR"},
    ),
    ("Der Umsatz sank von 5 auf 4 Milliarden Euro.", {"revenue prior 5000000000 EUR", "revenue value 4000000000 EUR"}),
    (
        "Der Umsatz legte um 3 Prozent zu, der Gewinn um zehn auf 24 Millionen Euro.",
        {"revenue change_pct 3 %", "net_income change_pct 10 %", "net_income value 24000000 EUR"},
    ),
    (
        "Unter dem Strich stand ein Verlust von 12 Millionen Euro nach einem Gewinn von 3 Millionen Euro im Vorjahr.",
        {"net_income value -12000000 EUR", "net_income prior 3000000 EUR"},
    ),
    (
        "Die EBIT-Marge verbesserte sich um 0,9 Prozentpunkte auf 11,7 Prozent.",
        {"ebit_margin change_abs 0.9 pp", "ebit_margin value 11.7 %"},
    ),
    ("Der Gewinn je Aktie betrug 1,20 Euro (Vorjahr: 1,10 Euro).", {"eps value 1.2 EUR", "eps prior 1.1 EUR"}),
    (
        "Bei Erlösen von 1,8 Milliarden Euro (plus 1,5 Prozent) blieb ein Gewinn von 90 Millionen Euro.",
        {"revenue value 1800000000 EUR", "revenue change_pct 1.5 %", "net_income value 90000000 EUR"},
    ),
    ("Der Konzern will 260 Stellen streichen.", {"job_cuts value 260 count"}),
    ("Das Unternehmen beschäftigt 700 Mitarbeiter.", {"employees value 700 count"}),
    (
        "Das Unternehmen machte 87 Millionen Euro Umsatz und 39 Millionen Euro Verlust.",
        {"revenue value 87000000 EUR", "net_income value -39000000 EUR"},
    ),
    ("Für 2026 soll der Umsatz um 7 bis 10 Prozent wachsen.", {"revenue change_pct 7..10 %"}),
    (
        "Der Auftragseingang verdoppelte sich auf 3 Milliarden Euro.",
        {"order_intake change_pct 100 %", "order_intake value 3000000000 EUR"},
    ),
    ("Analysten hatten einen Umsatz von 4 Milliarden Euro erwartet.", {"revenue value 4000000000 EUR consensus"}),
    (
        "Der Überschuss lag bei 2,7 Milliarden Euro, nach 2,1 Milliarden Euro im Vorquartal.",
        {"net_income value 2700000000 EUR", "net_income prior 2100000000 EUR"},
    ),
    (
        "Der Umsatz ging um 25 % auf 17,3 Mrd. € zurück (2. Quartal 2022: 22,9 Mrd. €).",
        {"revenue change_pct -25 %", "revenue value 17300000000 EUR", "revenue prior 22900000000 EUR"},
    ),
    (
        "Er kaufte die Firma für 5 Milliarden Dollar (umgerechnet 4,6 Milliarden Euro).",
        {"deal_value value 5000000000 USD"},
    ),
]

ENGLISH = [
    (
        "Revenue rose to 314 million dollars, with gains of 9 percent in Asia.",
        {"revenue value 314000000 USD", "revenue change_pct 9 %"},
    ),
    ("The profit margin was 51 percent, based on EBITDA.", {"ebitda_margin value 51 %"}),
    ("The profit margin was 51 percent.", {"net_margin value 51 %"}),
    (
        "It expects earnings of 53 cents a share, compared with its previous forecast of 51 cents "
        "and year-ago earnings of 43 cents.",
        {"eps value 0.53 USD", "eps prior 0.43 USD"},
    ),
    (
        "It raised its forecast to earnings of $9 per share, excluding items, for the full year, from its earlier "
        "expectation of $8.50.",
        {"eps value 9 USD", "eps prior 8.5 USD"},
    ),
    (
        "It made an operating profit of $21 million on 16 percent lower fourth-quarter revenues of $4 billion.",
        {"ebit value 21000000 USD", "revenue change_pct -16 %", "revenue value 4000000000 USD"},
    ),
    # What contradicts a statement is not of it; a misprint is closer to what is right.
    (
        "It added 310,000 subscribers, and ended the period with a total of 13.4 million, up from 12.3 million.",
        {"subscribers change_abs 310000 count", "subscribers value 13400000 count", "subscribers prior 12300000 count"},
    ),
    (
        "It expects earnings per share of $5.70, 16 cents more than its previous forecast and up from $5.65 in 2012.",
        {"eps value 5.7 USD", "eps prior 5.65 USD"},
    ),
    (
        "Volumes rose 5 percent to 90,000, while plants had a negative 380 score.",
        {"units_sold change_pct 5 %", "units_sold value 90000 count"},
    ),
    (
        "Profit climbed to 8bn yuan in 2006 ($975m; £520m), from 6.5bn yuan in 2005.",
        {"net_income value 8000000000 CNY", "net_income prior 6500000000 CNY"},
    ),
    ("Core earnings climbed 27 percent to $14 billion.", {"ebitda change_pct 27 %", "ebitda value 14000000000 USD"}),
    ("Adjusted earnings before interest and tax fell 9 percent.", {"ebit change_pct -9 %"}),
    ("Excluding restructuring charges, profit fell 5 percent.", {"net_income change_pct -5 %"}),
    ("Earnings before one-time items dropped 25 percent.", {"net_income change_pct -25 %"}),
    ("Profit excluded restructuring charges of $5 million.", {"costs value 5000000 USD"}),
    (
        "Sales climbed to $7.15 billion, matching analysts' estimates, from $7.02 billion.",
        {"revenue value 7150000000 USD", "revenue prior 7020000000 USD"},
    ),
    (
        "It raised its revenue forecast to $8 billion from its earlier expectation of $7 billion.",
        {"revenue value 8000000000 USD", "revenue prior 7000000000 USD"},
    ),
    (
        "The maker lost 5 million dollars on a 6 percent rise in sales.",
        {"net_income value -5000000 USD", "revenue change_pct 6 %"},
    ),
    (
        "Revenue rose 4 percent to $3.2 billion from $3.1 billion a year earlier.",
        {"revenue change_pct 4 %", "revenue value 3200000000 USD", "revenue prior 3100000000 USD"},
    ),
    (
        "Net profit rose to $27 million, or 76 cents per share, from $23 million, or 63 cents per share, a year ago.",
        {"net_income value 27000000 USD", "net_income prior 23000000 USD", "eps value 0.76 USD", "eps prior 0.63 USD"},
    ),
    (
        "It lost $56 million, compared with a profit of $12 million.",
        {"net_income value -56000000 USD", "net_income prior 12000000 USD"},
    ),
    ("Shr profit 34 cts vs loss 28 cts", {"eps value 0.34 USD", "eps prior -0.28 USD"}),
    ("Analysts on average expected $1.30 per share.", {"eps value 1.3 USD consensus"}),
    (
        "Gross margin improved 70 basis points to 48.2%.",
        {"gross_margin change_abs 0.7 pp", "gross_margin value 48.2 %"},
    ),
    ("Same-store sales fell 0.4 percent.", {"organic_growth value -0.4 %"}),
    (
        "Sales at the engines unit, which makes turbines, rose 34 percent to $105 million.",
        {"revenue change_pct 34 %", "revenue value 105000000 USD"},
    ),
    ("The company said it would cut 290 jobs.", {"job_cuts value 290 count"}),
    ("Its full-year earnings forecast is now $5.29 to $5.39 per share.", {"eps value 5.29..5.39 USD"}),
    ("The bank holds a 39 percent stake in the insurer.", {"stake value 39 %"}),
    ("Operating profit more than doubled to 68 million pounds.", {"ebit change_pct 100 %", "ebit value 68000000 GBP"}),
    ("Revenue was $5 million, up 8 percent.", {"revenue value 5000000 USD", "revenue change_pct 8 %"}),
    (
        "A 16% rise in revenue to £56 million pleased investors.",
        {"revenue change_pct 16 %", "revenue value 56000000 GBP"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), GERMAN, ids=[text[:50] for text, _ in GERMAN])
def test_german(text: str, facts: set[str]) -> None:
    assert said(text, "de") == facts


@pytest.mark.parametrize(("text", "facts"), ENGLISH, ids=[text[:50] for text, _ in ENGLISH])
def test_english(text: str, facts: set[str]) -> None:
    assert said(text, "en") == facts


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Die Aktie verlor 3 Prozent auf 41 Euro.", "de", "share_price"),
        ("Der Dax gab um 0,7 Prozent nach.", "de", "index"),
        ("Die Inflation lag bei 2,4 Prozent.", "de", "macro"),
        ("Das Kursziel wurde auf 114 Euro gesenkt.", "de", "price_target"),
        ("Shares fell 5.8 percent to $44.96.", "en", "share_price"),
        ("The unemployment rate was 4 percent.", "en", "macro"),
        ("Crude rose 2 percent to $70 a barrel.", "en", "commodity_price"),
        ("The annualized rate of sales was about 16.1 million cars.", "en", "market"),
        ("The maker raised its profit forecast by 2 million euros.", "en", "comparison"),
    ],
)
def test_figures_of_no_company(text: str, language: str, reason: str) -> None:
    made = spoken(text, language)
    assert not made.statements
    assert {why for _, why in made.asides} == {reason}


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Umsatz",
                "Gewinn",
                "Verlust",
                "stieg",
                "sank",
                "um",
                "auf",
                "von",
                "nach",
                "5",
                "Prozent",
                "3,2",
                "Milliarden",
                "Euro",
                "(",
                ")",
                ",",
                ";",
                "und",
                "Aktie",
                "je",
                "Analysten",
                "soll",
            ]
        ),
        max_size=40,
    )
)
def test_any_order_of_words_is_read_the_same_way_twice(words: list[str]) -> None:
    text = " ".join(words)
    found = quantities.find(text, "de")
    for sentence in split(text, "de"):
        inside = [q for q in found if sentence.start <= q.start < sentence.end]
        once, twice = (speak(lay_out(text, sentence, inside, "de"), None, "EUR") for _ in range(2))
        assert [s.metric for s in once.statements] == [s.metric for s in twice.statements]
        for statement in once.statements:
            assert all(text[q.start : q.end] == q.printed for _, q in quantities_of(statement))
