"""The public function ``kennzahl.quantities`` on the forms in which amounts, shares and numbers are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kennzahl import quantities

ENGLISH: dict[str, list[tuple[object, str]]] = {
    # symbols and codes
    "$10": [("10", "USD")],
    "10$": [("10", "USD")],
    "$ 75 million": [("75000000", "USD")],
    "$20,000": [("20000", "USD")],
    "$1.23": [("1.23", "USD")],
    "$.50": [("0.50", "USD")],
    "$15,012,000.50": [("15012000.50", "USD")],
    "US$ 10 billion": [("10000000000", "USD")],
    "U.S.$5m": [("5000000", "USD")],
    "USD1.23": [("1.23", "USD")],
    "USD 4.5bn": [("4500000000", "USD")],
    "1.5 bln USD": [("1500000000", "USD")],
    "HK$800 million": [("800000000", "HKD")],
    "A$3.4bn": [("3400000000", "AUD")],
    "C$12.5 million": [("12500000", "CAD")],
    "S$200m": [("200000000", "SGD")],
    "NZ$7 million": [("7000000", "NZD")],
    "R$45 million": [("45000000", "BRL")],
    "20€": [("20", "EUR")],
    "€20": [("20", "EUR")],
    "€ 1.2 billion": [("1200000000", "EUR")],
    "EUR 20.1": [("20.1", "EUR")],
    "EUR20m": [("20000000", "EUR")],
    "20 euros": [("20", "EUR")],
    "£9": [("9", "GBP")],
    "GBP3.01": [("3.01", "GBP")],
    "£2.5k": [("2500", "GBP")],
    "¥100 billion": [("100000000000", "JPY")],
    "JPY 3 trillion": [("3000000000000", "JPY")],
    "CHF 5.5 million": [("5500000", "CHF")],
    "CNY 10 billion": [("10000000000", "CNY")],
    "RMB 3.2 bn": [("3200000000", "CNY")],
    "₹500 crore": [("5000000000", "INR")],
    "Rs. 20": [("20", "INR")],
    "Rs 1.5 lakh": [("150000", "INR")],
    "20 Rupees": [("20", "INR")],
    "INR33": [("33", "INR")],
    "₩5 trillion": [("5000000000000", "KRW")],
    "SEK 120 million": [("120000000", "SEK")],
    "DKK5bn": [("5000000000", "DKK")],
    "PLN 8m": [("8000000", "PLN")],
    # words
    "ten dollars": [("10", "USD")],
    "NOKIA lost 5 crowns": [("5", "SEK")],
    "one point five million euros": [("1500000", "EUR")],
    "zero point two percent": [("0.2", "%")],
    "the index lost one point. Five firms": [("1", "pt"), ("5", "count")],
    "nine pounds": [("9", "GBP")],
    "forty-two cents": [("0.42", "USD")],
    "100 cents": [("1", "USD")],
    "3 bucks": [("3", "USD")],
    "a million dollars": [("1000000", "USD")],
    "half a million euros": [("500000", "EUR")],
    "one and a half million dollars": [("1500000", "USD")],
    "two hundred thousand pounds": [("200000", "GBP")],
    "three and a half billion yen": [("3500000000", "JPY")],
    "seventy-five million US dollars": [("75000000", "USD")],
    "10 000 000 U.S. dollars": [("10000000", "USD")],
    "5 million Canadian dollars": [("5000000", "CAD")],
    "30 million Swiss francs": [("30000000", "CHF")],
    "200 million Swedish crowns": [("200000000", "SEK")],
    "12 million Australian dollars": [("12000000", "AUD")],
    "45 Kuwaiti dinars": [("45", "KWD")],
    "6.5 pence": [("0.065", "GBP")],
    "12.6p": [("0.126", "GBP")],
    "2 dollars and 23 cents": [("2.23", "USD")],
    "hundreds of millions of dollars": [],
    "15.3 billion of pounds": [("15300000000", "GBP")],
    "a 5-billion-dollar deal": [("5000000000", "USD")],
    "the $3.5-billion offer": [("3500000000", "USD")],
    # scales and grouping
    "1,234,567": [("1234567", "count")],
    "1,23,45,678 rupees": [("12345678", "INR")],
    "12.5 million": [("12500000", "count")],
    "3.23k": [("3230", "count")],
    "2.4 mln": [("2400000", "count")],
    "1.2 trn euros": [("1200000000000", "EUR")],
    "five hundred and three thousand": [("503000", "count")],
    "one hundred and twenty-three people": [("123", "count")],
    "two million three hundred thousand": [("2300000", "count")],
    "a dozen eggs": [("12", "count")],
    "three dozen planes": [("36", "count")],
    "2 1/2 million tonnes": [("2500000", "count")],
    "5½ million": [("5500000", "count")],
    # percent
    "5%": [("5", "%")],
    "-5%": [("-5", "%")],
    "−0.3 percent": [("-0.3", "%")],
    "+2.5%": [("2.5", "%")],
    "twenty percent": [("20", "%")],
    "five per cent": [("5", "%")],
    "12.5 pct": [("12.5", "%")],
    "a hundred percent": [("100", "%")],
    "minus 3 percent": [("-3", "%")],
    "half a percent": [("0.5", "%")],
    "one and a half percent": [("1.5", "%")],
    "25 basis points": [("0.25", "pp")],
    "150bps": [("1.5", "pp")],
    "1.5 percentage points": [("1.5", "pp")],
    "by two thirds": [("0.666666666667", "count")],
    "tenfold": [("900", "%")],
    # ranges and hedges
    "between 10 and 20 dollars": [(("10", "20"), "USD")],
    "$10-$20 million": [(("10000000", "20000000"), "USD")],
    "$10 to $20": [(("10", "20"), "USD")],
    "7% to 10%": [(("7", "10"), "%")],
    "7-10 percent": [(("7", "10"), "%")],
    "3.1 - 3.4 billion euros": [(("3100000000", "3400000000"), "EUR")],
    "less than 20 EUR": [("20", "EUR")],
    "under $15": [("15", "USD")],
    "around £5": [("5", "GBP")],
    # signs and brackets
    "a result of ($0.12)": [("-0.12", "USD")],
    "$(58.0) million": [("-58000000", "USD")],
    "-$5 million": [("-5000000", "USD")],
    "$-5 million": [("-5000000", "USD")],
    "a loss per share of ($1.05)": [("-1.05", "USD")],
    "worth 1.2 billion euros ($1.3)": [("1200000000", "EUR"), ("1.3", "USD")],
    "the gadget ($99.99)": [("99.99", "USD")],
    # what is none
    "in 2024": [],
    "Boeing 737": [],
    "on March 3, 2021": [],
    "at 10:30 a.m.": [],
    "iPhone 15": [],
    "the 21st century": [],
    "ALL 5 of us": [("5", "count")],
    "S&P 500": [],
    "Section 232": [],
}

GERMAN: dict[str, list[tuple[object, str]]] = {
    "10 €": [("10", "EUR")],
    "€10": [("10", "EUR")],
    "10,50 Euro": [("10.50", "EUR")],
    "10,- Euro": [("10", "EUR")],
    "EUR 1.234,56": [("1234.56", "EUR")],
    "1.234.567 Euro": [("1234567", "EUR")],
    "1 234 567 Euro": [("1234567", "EUR")],
    "1'234'567 Franken": [("1234567", "CHF")],
    "5 Mio. €": [("5000000", "EUR")],
    "5 Mio Euro": [("5000000", "EUR")],
    "5 Mill. Euro": [("5000000", "EUR")],
    "5,2 Mrd. Euro": [("5200000000", "EUR")],
    "5,2 Mrd €": [("5200000000", "EUR")],
    "12 MEUR": [("12000000", "EUR")],
    "350 TEUR": [("350000", "EUR")],
    "350 T€": [("350000", "EUR")],
    "7 Tsd. Euro": [("7000", "EUR")],
    "1,5 Billionen Euro": [("1500000000000", "EUR")],
    "3 Bio. Yen": [("3000000000000", "JPY")],
    "eine Million Euro": [("1000000", "EUR")],
    "eine halbe Million Euro": [("500000", "EUR")],
    "anderthalb Milliarden Euro": [("1500000000", "EUR")],
    "eins Komma fünf Millionen Euro": [("1500000", "EUR")],
    "drei Komma zwei fünf Prozent": [("3.25", "%")],
    "eineinhalb Millionen Dollar": [("1500000", "USD")],
    "zweieinhalb Prozent": [("2.5", "%")],
    "zwei Milliarden Dollar": [("2000000000", "USD")],
    "fünfundzwanzig Euro": [("25", "EUR")],
    "zweihundertdreißig Stellen": [("230", "count")],
    "dreitausend Mitarbeiter": [("3000", "count")],
    "ein Dutzend Filialen": [("12", "count")],
    "US-Dollar 5 Millionen": [("5000000", "USD")],
    "5 Millionen US-Dollar": [("5000000", "USD")],
    "5 Mio. USD": [("5000000", "USD")],
    "3,2 Milliarden Schweizer Franken": [("3200000000", "CHF")],
    "CHF 45 Mio.": [("45000000", "CHF")],
    "Fr. 5.50": [("5.50", "CHF")],
    "200 Millionen schwedische Kronen": [("200000000", "SEK")],
    "9 Mio. kanadische Dollar": [("9000000", "CAD")],
    "4 Pfund": [("4", "GBP")],
    "80 Cent": [("0.80", "EUR")],
    "12 Pence": [("0.12", "GBP")],
    "20 Rappen": [("0.20", "CHF")],
    "5 %": [("5", "%")],
    "5%": [("5", "%")],
    "5 Prozent": [("5", "%")],
    "5,5 v. H.": [("5.5", "%")],
    "3-prozentige": [("3", "%")],
    "minus 5 Prozent": [("-5", "%")],
    "-0,3 Prozent": [("-0.3", "%")],
    "+2,5 %": [("2.5", "%")],
    "fünf Prozent": [("5", "%")],
    "hundert Prozent": [("100", "%")],
    "1,5 Prozentpunkte": [("1.5", "pp")],
    "25 Basispunkte": [("0.25", "pp")],
    "5 Promille": [("0.5", "%")],
    "ein Drittel": [("0.333333333333", "count")],
    "verdoppelt": [("100", "%")],
    "halbiert": [("-50", "%")],
    "zehnmal so viel": [("900", "%")],
    "7 bis 10 Prozent": [(("7", "10"), "%")],
    "7-10 %": [(("7", "10"), "%")],
    "zwischen 3,3 und 3,5 Milliarden Euro": [(("3300000000", "3500000000"), "EUR")],
    "200 bis 300 Stellen": [(("200", "300"), "count")],
    "rund 60 Millionen Euro": [("60000000", "EUR")],
    "mehr als 2.000 Kunden": [("2000", "count")],
    "im Jahr 2024": [],
    "am 3. März 2021": [],
    "um 10:30 Uhr": [],
    "im 2. Quartal": [],
    "Boeing 737": [],
    "§ 15": [],
    "0 Prozent": [("0", "%")],
    "null Prozent": [("0", "%")],
}


def said(text: str, language: str) -> list[tuple[object, str]]:
    """Each quantity as value (or both ends) and unit."""
    return [
        ((q.low, q.high) if q.is_range else q.value, q.unit) for q in quantities(text, language)
    ]  # fmt: skip


def exact(expected: list[tuple[object, str]]) -> list[tuple[object, str]]:
    return [
        (tuple(map(Decimal, amount)) if isinstance(amount, tuple) else Decimal(str(amount)), unit)
        for amount, unit in expected
    ]


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items(), ids=list(ENGLISH))
def test_an_english_form(text: str, expected: list[tuple[object, str]]) -> None:
    assert said(text, "en") == exact(expected)


@pytest.mark.parametrize(("text", "expected"), GERMAN.items(), ids=list(GERMAN))
def test_a_german_form(text: str, expected: list[tuple[object, str]]) -> None:
    assert said(text, "de") == exact(expected)


@pytest.mark.parametrize(("language", "forms"), [("en", ENGLISH), ("de", GERMAN)])
def test_a_span_is_where_the_text_prints_it(language: str, forms: dict[str, object]) -> None:
    for text in forms:
        for quantity in quantities(f"Say {text}, please.", language):
            assert f"Say {text}, please."[quantity.start : quantity.end] == quantity.printed
