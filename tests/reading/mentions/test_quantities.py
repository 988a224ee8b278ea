"""What a surface form of a number means: tables of examples and counter-examples, and properties of every reading."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kennzahl
from kennzahl.facts import Quantity
from kennzahl.reading.mentions.quantities import find, main_currency
from kennzahl.reading.mentions.quantities.scanning import MAX_CANDIDATES
from tests.reading.mentions.orderly import assert_orderly

MILLION, BILLION, TRILLION = 10**6, 10**9, 10**12


def only(text: str, language: str) -> Quantity:
    found = find(text, language)
    assert len(found) == 1, [quantity.printed for quantity in found]
    return found[0]


GERMAN_AMOUNTS = [
    ("5 Euro", 5, "EUR"),
    ("fünfzehn Euro", 15, "EUR"),
    ("1.200,50 €", "1200.5", "EUR"),
    ("€ 4.99", "4.99", "EUR"),
    ("4,99€", "4.99", "EUR"),
    ("5 Mrd. Euro", 5 * BILLION, "EUR"),
    ("5 Mrd Euro", 5 * BILLION, "EUR"),
    ("17.305 Millionen €", 17_305 * MILLION, "EUR"),
    ("228,191 Mrd. Euro", "228191000000", "EUR"),
    ("48,4 Mia. Fr.", "48400000000", "CHF"),
    ("1'234 Franken", 1234, "CHF"),
    ("1’234’567.50 Franken", "1234567.5", "CHF"),
    ("CHF 1'000.-", 1000, "CHF"),
    ("5,-- Euro", 5, "EUR"),
    ("TEUR 500", 500_000, "EUR"),
    ("T€ 45", 45_000, "EUR"),
    ("3,4 MEUR", 3_400_000, "EUR"),
    ("EUR Mio. 12,3", 12_300_000, "EUR"),
    ("Mio. € 34,5", 34_500_000, "EUR"),
    ("300 Tsd. Euro", 300_000, "EUR"),
    ("2,5 Bio. Yen", "2500000000000", "JPY"),
    ("1,8 Billionen Dollar", "1800000000000", "USD"),
    ("HK$4.192 Millionen", 4192 * MILLION, "HKD"),
    ("20 US-Dollar", 20, "USD"),
    ("100.000 schwedische Kronen", 100_000, "SEK"),
    ("30 000 Mark", 30_000, "DEM"),
    ("10\u202f000 Euro", 10_000, "EUR"),
    ("60 Cent", "0.6", "EUR"),
    ("20 Rappen", "0.2", "CHF"),
    ("minus 387 Millionen Euro", -387 * MILLION, "EUR"),
    ("-5 Euro", -5, "EUR"),
    ("eine halbe Milliarde Euro", BILLION // 2, "EUR"),
    ("dreieinhalb Millionen Dollar", 3_500_000, "USD"),
    ("anderthalb Milliarden Euro", 1_500 * MILLION, "EUR"),
    ("eintausendzweihundert Euro", 1200, "EUR"),
    ("eine Million zweihunderttausend Euro", 1_200_000, "EUR"),
    ("$1,234", 1234, "USD"),
    ("11,82 DollarDer Umsatz", "11.82", "USD"),
    ("eine Viertelmilliarde Euro", BILLION // 4, "EUR"),
    ("12 m€", 12_000_000, "EUR"),
]

ENGLISH_AMOUNTS = [
    ("T$30 billion", 30_000 * MILLION, "TWD"),
    ("$10", 10, "USD"),
    ("$1,234.56", "1234.56", "USD"),
    ("4,500 USD", 4500, "USD"),
    ("€5bn", 5 * BILLION, "EUR"),
    ("EUR 5m", 5 * MILLION, "EUR"),
    ("C$4.5m", 4_500_000, "CAD"),
    ("A$30m", 30 * MILLION, "AUD"),
    ("$1.2T", "1200000000000", "USD"),
    ("Â£415m", 415 * MILLION, "GBP"),
    ("12.6p", "0.126", "GBP"),
    ("five pence", "0.05", "GBP"),
    ("76 cents", "0.76", "USD"),
    ("24 cts", "0.24", "USD"),
    ("12-1/2 cts", "0.125", "USD"),
    ("$.50", "0.5", "USD"),
    ("3.64 dlrs", "3.64", "USD"),
    ("518.6 mln marks", 518_600_000, "DEM"),
    ("100 bln won", 100 * BILLION, "KRW"),
    ("100,000 yen", 100_000, "JPY"),
    ("Rs. 5 lakh", 500_000, "INR"),
    ("Rs 1,50,000", 150_000, "INR"),
    ("5 lakh crore rupees", 5 * TRILLION, "INR"),
    ("601 million Swiss francs", 601 * MILLION, "CHF"),
    ("10 Canadian dollars", 10, "CAD"),
    ("30 Swedish kronor", 30, "SEK"),
    ("ten dollars", 10, "USD"),
    ("a hundred dollars", 100, "USD"),
    ("half a million dollars", 500_000, "USD"),
    ("a quarter of a million dollars", 250_000, "USD"),
    ("twenty-five dollars and 50 cents", "25.5", "USD"),
    ("two million three hundred thousand euros", 2_300_000, "EUR"),
    ("a 400-million-euro deal", 400 * MILLION, "EUR"),
    ("a $100-million loan", 100 * MILLION, "USD"),
    ("$(58.0)M", -58_000_000, "USD"),
    ("$(0.49)/share", "-0.49", "USD"),
    ("-$5 million", -5 * MILLION, "USD"),
    ("c$107 million", 107 * MILLION, "CAD"),
    ("20 usd", 20, "USD"),
    ("15.3 billions of pounds", 15_300 * MILLION, "GBP"),
    ("83\nmln dlrs", 83 * MILLION, "USD"),
    ("$12 million CAD", 12_000_000, "CAD"),
]

PERCENTAGES = [
    ("de", "12 Prozent", 12, "%"),
    ("de", "zehn Prozent", 10, "%"),
    ("de", "–0,3 Prozent", "-0.3", "%"),
    ("de", "(-15,7 %)", "-15.7", "%"),
    ("de", "(- 15,7 %)", "-15.7", "%"),
    ("de", "3 v.H.", 3, "%"),
    ("de", "zwölf vom Hundert", 12, "%"),
    ("de", "ein 3-prozentiges Plus", 3, "%"),
    ("de", "die 5-Prozent-Hürde", 5, "%"),
    ("de", "ein halber Prozentpunkt", "0.5", "pp"),
    ("de", "0,9 Prozentpunkte", "0.9", "pp"),
    ("de", "25 Basispunkte", "0.25", "pp"),
    ("de", "18.703 Punkte", 18703, "pt"),
    ("de", "7 Zähler", 7, "pt"),
    ("de", "eine zehnprozentige Steigerung", 10, "%"),
    ("de", "um einen Viertelprozentpunkt", "0.25", "pp"),
    ("en", "10 percent", 10, "%"),
    ("en", "5 per cent", 5, "%"),
    ("en", "7.2 pct", "7.2", "%"),
    ("en", "3/4 pct", "0.75", "%"),
    ("en", "(2.6)%", "-2.6", "%"),
    ("en", "half a percent", "0.5", "%"),
    ("en", "a 20-percent stake", 20, "%"),
    ("en", "2 1/2 percentage points", "2.5", "pp"),
    ("en", "70 basis points", "0.7", "pp"),
    ("en", "50bp", "0.5", "pp"),
    ("en", "4.7 points", "4.7", "pt"),
]

SIZES = [
    ("de", "um ein Drittel", "ein Drittel", "33.3333", "fraction"),
    ("de", "fast zwei Drittel", "zwei Drittel", "66.6667", "fraction"),
    ("de", "ein gutes Drittel der Erlöse", "Drittel", "33.3333", "fraction"),
    ("de", "um die Hälfte", "die Hälfte", 50, "fraction"),
    ("de", "jede achte Stelle", "jede achte", "12.5", "fraction"),
    ("de", "jeden zehnten Job", "jeden zehnten", 10, "fraction"),
    ("de", "jeder fünfte der Arbeitsplätze", "jeder fünfte", 20, "fraction"),
    ("en", "one in five jobs", "one in five", 20, "fraction"),
    ("en", "one out of eight employees", "one out of eight", "12.5", "fraction"),
    ("de", "drei Viertel der Kunden", "drei Viertel", 75, "fraction"),
    ("de", "hat sich verdoppelt", "verdoppelt", 100, "multiple"),
    ("de", "verdreifachte sich", "verdreifachte", 200, "multiple"),
    ("de", "wurde halbiert", "halbiert", -50, "multiple"),
    ("de", "um das Dreifache", "das Dreifache", 200, "multiple"),
    ("de", "doppelt so viel", "doppelt", 100, "multiple"),
    ("en", "two thirds", "two thirds", "66.6667", "fraction"),
    ("en", "by a quarter", "a quarter", 25, "fraction"),
    ("en", "about half the staff", "half", 50, "fraction"),
    ("en", "three-quarters of sales", "three-quarters", 75, "fraction"),
    ("en", "more than doubled", "doubled", 100, "multiple"),
    ("en", "hopes to double sales", "double", 100, "multiple"),
    ("en", "quadrupled", "quadrupled", 300, "multiple"),
    ("en", "a tenfold rise", "tenfold", 900, "multiple"),
    ("en", "10-fold", "10-fold", 900, "multiple"),
    ("en", "three times as much", "three times as", 200, "multiple"),
    ("en", "was halved", "halved", -50, "multiple"),
]

COUNTS = [
    ("de", "260 Stellen", 260, "Stellen"),
    ("de", "700 weitere befristete Arbeitsplätze", 700, "Arbeitsplätze"),
    ("de", "1,3 Millionen neue KI-Beschleuniger", 1_300_000, "KI-Beschleuniger"),
    ("de", "fünfundzwanzig Mitarbeiter", 25, "Mitarbeiter"),
    ("de", "2000 Stellen", 2000, "Stellen"),
    ("de", "kommen 2000 neue Stellen", 2000, "Stellen"),
    ("en", "creates 2000 new jobs", 2000, "new jobs"),
    ("de", "500 im Vorjahr", 500, None),
    ("de", "30 kg Stahl", 30, "kg"),
    ("en", "13,000 jobs as part of the plan", 13000, "jobs"),
    ("en", "3.4 million AI accelerators", 3_400_000, "AI accelerators"),
    ("en", "2.52 million barrels of oil", 2_520_000, "barrels"),
    ("en", "six Airbus A321 aircraft", 6, "Airbus A321 aircraft"),
    ("en", "one hundred and twenty five thousand people", 125_000, "people"),
    ("en", "a dozen plants", 12, "plants"),
    ("en", "500 pounds of copper", 500, "pounds"),
    ("en", "300+ employees", 300, "employees"),
    ("en", "a 500MW plant", 500, "MW"),
]

RANGES = [
    ("de", "zwischen 3,3 und 3,5 Milliarden Euro", "3300000000", "3500000000", "EUR"),
    ("de", "zwischen 73 Milliarden € und 76 Milliarden €", 73 * BILLION, 76 * BILLION, "EUR"),
    ("de", "7 bis 10 Prozent", 7, 10, "%"),
    ("de", "7–10 %", 7, 10, "%"),
    ("de", "5,5 % bis 6 %", "5.5", 6, "%"),
    ("de", "von 3 bis 5 Millionen Euro", 3 * MILLION, 5 * MILLION, "EUR"),
    ("de", "minus 3 bis minus 5 Prozent", -5, -3, "%"),
    ("de", "10.000 bis 12.000 Stellen", 10_000, 12_000, "count"),
    ("de", "ein bis zwei Prozent", 1, 2, "%"),
    ("de", "zwei- bis dreihundert Stellen", 200, 300, "count"),
    ("en", "five to six thousand jobs", 5000, 6000, "count"),
    ("en", "$3.13-$3.39 billion", "3130000000", "3390000000", "USD"),
    ("en", "earnings of $5.29 to $5.39 a share", "5.29", "5.39", "USD"),
    ("en", "between 6% and 7%", 6, 7, "%"),
    ("en", "20 to 25 million dollars", 20 * MILLION, 25 * MILLION, "USD"),
    ("en", "between £415m and £425m", 415 * MILLION, 425 * MILLION, "GBP"),
    ("en", "between $975 million and $1.005 billion", 975 * MILLION, 1_005 * MILLION, "USD"),
    ("en", "to grow 5% to 7%", 5, 7, "%"),
    ("en", "6-12 months late", 6, 12, "count"),
]

NO_RANGES = [
    ("de", "von 7 auf 8 Prozent", [7, 8]),
    ("en", "from $5 million to $6 million", [5 * MILLION, 6 * MILLION]),
    ("en", "rose 5 percent to $3 billion", [5, 3 * BILLION]),
    ("en", "rose 8% to 4.7 million", [8, 4_700_000]),
    ("en", "up by 400m euros to 2.5bn euros", [400 * MILLION, 2_500 * MILLION]),
    ("en", "margins rose 3% to 12%", [3, 12]),
]

BORROWED = [
    ("de", "von 440,5 Mio. auf 175,3 Mio. Euro", ["440500000", "175300000"], "EUR"),
    ("de", "von sieben auf acht Prozent", [7, 8], "%"),
    ("de", "um 0,25 oder 0,50 Prozentpunkte", ["0.25", "0.5"], "pp"),
    ("de", "auf 859,0 Mio CHF nach 388,6 im Vorjahr", [859 * MILLION, "388600000"], "CHF"),
    ("de", "auf 1,2 (Vorjahr: 1,1) Milliarden Euro", ["1200000000", "1100000000"], "EUR"),
    ("de", "um 3,8 (3,6) Prozent", ["3.8", "3.6"], "%"),
    ("de", "58,1 Mio. EUR (Q1 2015: 60,4 Mio. EUR)", ["58100000", "60400000"], "EUR"),
    ("de", "14,9 Mio. EUR (-3 Mio. EUR)", ["14900000", -3 * MILLION], "EUR"),
    ("de", "auf 2,1 von zuvor 2,6 Prozent", ["2.1", "2.6"], "%"),
    ("de", "210 statt 215 Millionen Menschen", [210 * MILLION, 215 * MILLION], "count"),
    ("en", "9 percentage points from deals and 3 points from prices", [9, 3], "pp"),
    ("en", "44 cents vs 32.3, making 62 vs 47", ["0.44", "0.323", "0.62", "0.47"], "USD"),
    ("en", "to 105.79 mln marks from 80.71 mln", ["105790000", "80710000"], "DEM"),
]

HEDGES = [
    ("de", "rund 60 Euro", "~", "rund"),
    ("de", "knapp ein Drittel", "~", "knapp"),
    ("de", "gut 5 Prozent", "~", "gut"),
    ("de", "ein knappes Viertel", "~", "knappes"),
    ("de", "mehr als 500 Stellen", ">", "mehr als"),
    ("de", "mindestens eine Verdoppelung", ">", "mindestens"),
    ("de", "bis zu 400 Mio. Euro", "<", "bis zu"),
    ("de", "knapp unter 5 Prozent", "<", "knapp unter"),
    ("de", "mindestens zur Hälfte", ">", "mindestens"),
    ("de", "um 57 % unter dem Wert", "=", None),
    ("en", "some 600 jobs", "~", "some"),
    ("en", "nearly $14 million", "~", "nearly"),
    ("en", "over 16,000 ounces", ">", "over"),
    ("en", "$5 million or more", ">", "or more"),
    ("en", "300+ employees", ">", "+"),
    ("en", "as much as 5 percent", "<", "as much as"),
    ("en", "a maximum 30 mln marks", "<", "a maximum"),
]

NOTHING = [
    ("de", "am 30. September 2024"),
    ("de", "im Jahr 2024 und 1987"),
    ("de", "im 2. Quartal 2023"),
    ("de", "am 5. und 6. Mai"),
    ("de", "2023/24"),
    ("de", "um 7:00 Uhr und 10 Uhr"),
    ("de", "§ 15 WpHG"),
    ("de", "der Airbus A380"),
    ("de", "ProSiebenSat.1 wächst"),
    ("de", "DAX 40 und EuroStoxx 50"),
    ("de", "WKN 716460, ISIN DE0007164600"),
    ("de", "Tel. +49 621-60-48002"),
    ("de", "ein Milliardenverlust"),
    ("de", "mehrere hundert Mitarbeiter"),
    ("de", "das obere Drittel"),
    ("de", "jede zweite Woche"),
    ("de", "die Aktie (ISIN DE 000 123 456 7)"),
    ("de", "jeder dritte Tag"),
    ("de", "ein 3:1 gegen Rumänien"),
    ("en", "Boeing 737 and S&P 500"),
    ("en", "Boeing 737-800 jets"),
    ("en", "787 deliveries and 737 orders"),
    ("en", "the A400M transporter"),
    ("en", "a marketplace known as 3P"),
    ("en", "the third quarter, Q3 2024, 1Q25"),
    ("en", "a third-quarter profit"),
    ("en", "the first half of 2024"),
    ("en", "June 30, 2004 at 10:30 am"),
    ("en", "on 12/31/2024 or 2024-12-31"),
    ("en", "call 888-902-4192"),
    ("en", "call (888) 902-4192"),
    ("en", "version v2.3"),
    ("en", "double-digit growth"),
    ("en", "the world's No. 2"),
    ("en", "the world's No.4 PC brand"),
    ("en", "Toyota (7203.T)"),
    ("en", "Nokia ( NOK1V.HE )"),
    ("en", "ALL of us"),
    ("en", "thousands of jobs"),
    ("en", "3M said"),
    ("en", "for more than half a century"),
    ("en", "Benefits\n1. Growth"),
]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [("de", *row) for row in GERMAN_AMOUNTS] + [("en", *row) for row in ENGLISH_AMOUNTS] + PERCENTAGES,
)
def test_an_amount_is_read_in_base_units(language: str, text: str, value: int | str, unit: str) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("language", "text", "printed", "value", "form"), SIZES)
def test_a_size_in_words_is_a_percentage(language: str, text: str, printed: str, value: int | str, form: str) -> None:
    quantity = only(text, language)
    assert (quantity.printed, quantity.value, quantity.unit, quantity.form) == (printed, Decimal(value), "%", form)


@pytest.mark.parametrize(("language", "text", "value", "noun"), COUNTS)
def test_a_count_has_its_noun(language: str, text: str, value: int, noun: str | None) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.unit, quantity.noun) == (Decimal(value), "count", noun)


@pytest.mark.parametrize(("language", "text", "low", "high", "unit"), RANGES)
def test_a_range_has_two_ends_and_one_unit(
    language: str, text: str, low: int | str, high: int | str, unit: str
) -> None:
    quantity = only(text, language)
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (None, Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize("link", [" from ", ", from ", ", down from ", ", up from "])
def test_what_a_range_is_compared_with_is_a_range(link: str) -> None:
    low, high = find(f"revenue of $4 million to $5 million{link}$3 million to $6 million", "en")
    assert (low.low, low.high) == (4 * MILLION, 5 * MILLION)
    assert (high.low, high.high) == (3 * MILLION, 6 * MILLION)


@pytest.mark.parametrize(("language", "text", "values"), NO_RANGES)
def test_from_and_to_are_two_figures(language: str, text: str, values: list[int]) -> None:
    assert [quantity.value for quantity in find(text, language)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(("language", "text", "values", "unit"), BORROWED)
def test_a_bare_figure_borrows_its_neighbours_unit(
    language: str, text: str, values: list[int | str], unit: str
) -> None:
    found = find(text, language)
    assert [quantity.value for quantity in found] == [Decimal(value) for value in values]
    assert {quantity.unit for quantity in found} == {unit}


@pytest.mark.parametrize(("language", "text", "hedge", "word"), HEDGES)
def test_a_hedge_belongs_to_the_figure_it_stands_at(language: str, text: str, hedge: str, word: str | None) -> None:
    quantity = only(text, language)
    assert (quantity.hedge, quantity.hedge_word) == (hedge, word)
    assert word is None or word not in quantity.printed


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_names_dates_and_labels_are_no_quantities(language: str, text: str) -> None:
    assert [quantity.printed for quantity in find(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        ("de", "48,4 Milliarden Euro", 100 * MILLION),
        ("de", "69,60 Euro", "0.01"),
        ("de", "12 Prozent", 1),
        ("de", "1.200 Stellen", 1),
        ("de", "eine halbe Milliarde Euro", 100 * MILLION),
        ("de", "zwölf Millionen Euro", MILLION),
        ("en", "76 cents", "0.01"),
        ("en", "70 basis points", "0.01"),
        ("en", "2 1/2 pct", "0.5"),
    ],
)
def test_the_step_is_the_worth_of_the_last_printed_digit(language: str, text: str, step: int | str) -> None:
    assert only(text, language).step == Decimal(step)


@pytest.mark.parametrize(
    ("language", "text", "unit", "how"),
    [
        ("en", "sales of $5", "USD", "assumed"),
        ("en", "sales of US$5 and a profit of $2", "USD", "symbol"),
        ("en", "sales of C$5 ($3.6)", "CAD", "symbol"),
        ("en", "Hong Kong dollars: sales of 5 dlrs", "HKD", "word"),
        ("de", "in Schweden 5 Kronen", "SEK", "assumed"),
        ("de", "5 dänische Kronen und 3 Kronen", "DKK", "word"),
        ("de", "5 EUR", "EUR", "code"),
        ("de", "5 Dollar Umsatz und 3 Dollar Gewinn, 20 Cent je Aktie", "USD", "assumed"),
        ("en", "5 euros of sales and 20 cents a share", "EUR", "word"),
    ],
)
def test_money_says_how_its_country_is_known(language: str, text: str, unit: str, how: str) -> None:
    found = find(text, language)
    assert (found[0].unit, found[0].unit_how) == (unit, how)
    assert found[-1].unit == ("USD" if "$3.6" in text else unit)


def test_a_text_that_only_writes_decimal_points_is_swiss() -> None:
    text = "Der Umsatz stieg auf 493.3 Mio. Franken, der Gewinn auf 21.5 Mio. Franken; ein Kurs von 1.234 Franken"
    assert [quantity.value for quantity in find(text, "de")] == [
        Decimal("493300000"),
        Decimal("21500000"),
        Decimal("1.234"),
    ]


def test_three_digits_behind_the_sign_are_read_as_the_language_writes_them() -> None:
    assert only("1.200 Euro", "de").value == 1200
    assert only("1.200 euros", "en").value == Decimal("1.2")


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("de", "Die Bestellungen lagen mit 455 Mio. EUR 5 % über dem Vorjahr", ["EUR", "%"]),
        ("de", "Die Bestellungen lagen mit 455 Mio. EUR 20 Prozent höher", ["EUR", "%"]),
        ("en", "sales in US dollars 5 percent higher", ["%"]),
        ("en", "between 455 million and EUR 5.5 million", ["EUR"]),
        ("en", "a loss of EUR 5 million", ["EUR"]),
    ],
)
def test_a_percentage_has_no_currency_before_it(language: str, text: str, units: list[str]) -> None:
    assert [quantity.unit for quantity in find(text, language)] == units


def test_a_figure_that_a_long_text_cuts_off_is_none() -> None:
    text = "Der Umsatz stieg um 5 Prozent. " + "Das teilte der Konzern mit. " * 12 + "Erwartet werden 280 bis 3"
    assert [quantity.printed for quantity in find(text, "de")] == ["5 Prozent"]


def test_a_figure_of_40_digits_is_exact_and_longer_runs_are_none() -> None:
    digits = "1234567890" * 4
    assert only(f"{digits} Mio. Euro", "de").value == int(digits) * MILLION
    assert find("7" * 500 + " Euro", "de") == []


def test_parts_of_a_text_are_read_with_the_whole_in_view() -> None:
    text = "Canadian dollars are meant. Sales were 5 dlrs."
    assert [quantity.unit for quantity in find(text, "en", 27)] == ["CAD"]
    assert find(text, "en", 0, 27) == []


def test_the_main_currency_of_a_text_is_the_one_it_names_most() -> None:
    assert main_currency("Net 541 mln vs 247 mln. Shr 3.64 dlrs vs 1.64 dlrs; 5 euros", "en") == "USD"
    assert main_currency("260 Stellen", "de") is None


def test_an_unknown_language_is_said() -> None:
    with pytest.raises(LookupError, match="no lexicon"):
        kennzahl.quantities("5 Euro", "xx")


@pytest.mark.parametrize("piece", ["1", "1 ", "1.", "5% ", "+1 2-3", "zwei ", "between 5 and ", "1 (2) ", "($", "1/2 "])
def test_a_flood_of_numbers_is_read_up_to_a_bound(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    for language in ("de", "en"):
        assert len(find(text, language)) <= MAX_CANDIDATES


# --- properties

WORDS = """5 12,5 1.200 1,234.56 zwei half a eine halbe Million million Mrd. bn m € $ EUR % Prozent pct bis to - – ( )
minus vs zwischen between und and rund about 2024 Q3 ½ 1/2 ' ’ Cent cents p k T ein Drittel third of verdoppelt"""
PIECES = st.lists(st.one_of(st.sampled_from([*WORDS.split(), " ", "\n", "\u00a0"]), st.text(max_size=4)), max_size=14)


@given(PIECES, st.sampled_from(["", " "]), st.sampled_from(["de", "en"]))
@settings(max_examples=150)
def test_any_text_is_read_without_error_into_ordered_spans(pieces: list[str], glue: str, language: str) -> None:
    text = glue.join(pieces)
    found = find(text, language)
    assert found == find(text, language)
    assert_orderly(found, text)


GROUPINGS = {"de": [".", "\u202f", "\u00a0", "'", "’"], "en": [",", "\u2009", "'"]}


@given(
    st.integers(1, 10**12),
    st.integers(0, 99),
    st.sampled_from([(language, group) for language, groups in GROUPINGS.items() for group in groups]),
)
@settings(max_examples=100)
def test_a_number_printed_in_any_grouping_reads_back(whole: int, cents: int, style: tuple[str, str]) -> None:
    language, group = style
    sign = "," if language == "de" else "."
    printed = f"{whole:,}".replace(",", group) + f"{sign}{cents:02}"
    assert only(f"{printed} EUR", language).value == Decimal(f"{whole}.{cents:02}")


@given(st.integers(2, 999_999))
@settings(max_examples=60)
def test_a_german_number_word_reads_back(number: int) -> None:
    assert only(f"{german(number)} Euro", "de").value == number


@given(st.integers(2, 999_999))
@settings(max_examples=60)
def test_an_english_number_word_reads_back(number: int) -> None:
    assert only(f"{english(number)} euros", "en").value == number


_DE = re.findall(
    r"\w+",
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn",
)
_DE_TENS = re.findall(r"\w+", "null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_EN = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_EN_TENS = re.findall(r"\w+", "zero ten twenty thirty forty fifty sixty seventy eighty ninety")


def german(number: int) -> str:
    if number >= 1000:
        return german(number // 1000) + "tausend" + (german(number % 1000) if number % 1000 else "")
    if number >= 100:
        return _DE[number // 100] + "hundert" + (german(number % 100) if number % 100 else "")
    if number < 20:
        return _DE[number]
    return (_DE[number % 10] + "und" if number % 10 else "") + _DE_TENS[number // 10]


def english(number: int) -> str:
    if number >= 1000:
        return english(number // 1000) + " thousand" + (" " + english(number % 1000) if number % 1000 else "")
    if number >= 100:
        return _EN[number // 100] + " hundred" + (" and " + english(number % 100) if number % 100 else "")
    if number < 20:
        return _EN[number]
    return _EN_TENS[number // 10] + ("-" + _EN[number % 10] if number % 10 else "")
