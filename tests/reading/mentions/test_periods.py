"""How texts name periods: tables of words, day of publication, and what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from kennzahl.languages import section
from kennzahl.reading.mentions.periods import find, read
from kennzahl.reading.mentions.periods.mention import PeriodMention

NOVEMBER = date(2024, 11, 6)

GERMAN = [
    # quarters, halves, months: with their year
    ("im dritten Quartal 2023", "2023-Q3"),
    ("im 3. Quartal 2023", "2023-Q3"),
    ("im III. Quartal 2023", "2023-Q3"),
    ("in Q3 2023", "2023-Q3"),
    ("in Q3/23", "2023-Q3"),
    ("in 3Q24", "2024-Q3"),
    ("im zweiten Halbjahr 2023", "2023-H2"),
    ("in den ersten neun Monaten 2023", "2023-9M"),
    ("in den ersten drei Quartalen 2023", "2023-9M"),
    ("in den ersten zwei Monaten 2023", "2023-2M"),
    ("im 1.-3. Quartal 2023", "2023-9M"),
    ("vom 1. bis 2. Quartal 2023", "2023-H1"),
    ("Umsatz Q1-Q3 2023", "2023-9M"),
    ("im I.-III. Quartal 2023", "2023-9M"),
    ("in der ersten Hälfte des Geschäftsjahres 2023", "2023-H1"),
    ("im Mai 2023", "2023-05"),
    ("zum 30. Juni 2023", "2023-06-30"),
    ("Stand 30.06.2023", "2023-06-30"),
    ("Ende 2023", "2023-12-31"),
    ("im Geschäftsjahr 2023/24", "2023/24"),
    ("im laufenden Geschäftsjahr 2024/25", "2024/25"),
    ("im Geschäftsjahr 2022/2023", "2022/23"),
    ("im vierten Quartal 2022/23", "2022/23-Q4"),
    ("im Gesamtjahr 2023", "2023"),
    ("von Juli bis September 2023", "2023-Q3"),
    ("zwischen Juli und September 2023", "2023-Q3"),
    ("in dem am 30. September 2023 beendeten dritten Quartal", "2023-Q3"),
    ("zwischen Anfang Juli und Ende September 2023", "2023-Q3"),
    ("in den Monaten Juli, August und September 2023", "2023-Q3"),
    # without a year: the latest that has ended
    ("im dritten Quartal", "2024-Q3"),
    ("in dem im September zu Ende gegangenen Quartal", "2024-Q3"),
    ("in dem im Juni beendeten Quartal", "2024-Q2"),
    ("in den Monaten Juli bis September", "2024-Q3"),
    ("zwischen Juli und September", "2024-Q3"),
    ("im Oktober", "2024-10"),
    ("im Dezember", "2023-12"),
    # relative words
    ("im vergangenen Jahr", "2023"),
    ("in diesem Jahr", "2024"),
    ("im laufenden Geschäftsjahr", "2024"),
    ("heuer", "2024"),
    ("im kommenden Jahr", "2025"),
    ("im vergangenen Quartal", "2024-Q3"),
    ("im vergangenen Monat", "2024-10"),
    # other words for halves and for years of a company's own
    ("im ersten Semester 2024", "2024-H1"),
    ("in der ersten Jahreshälfte 2023", "2023-H1"),
    ("im Wirtschaftsjahr 2022/23", "2022/23"),
    ("im dritten Quartal des Wirtschaftsjahres 2022/23", "2022/23-Q3"),
    # the end of a part of the year, with its number or by a name of its own
    ("zum Ende des dritten Quartals 2023", "2023-Q3"),
    ("zum Ende des dritten Quartals", "2024-Q3"),
    ("zur Jahresmitte", "2024-H1"),
    # years counted from today
    ("vor zwei Jahren", "2022"),
    ("im Januar und Februar", "2024-2M"),
    ("im Januar und Februar 2023", "2023-2M"),
    ("in den kommenden drei Jahren", "2027"),
    ("bis Weihnachten", "2023"),
]

ENGLISH = [
    ("2023 full-year profit", "2023"),
    ("in the December quarter of 2023", "2023-Q4"),
    ("in the June quarter", "2024-Q2"),
    ("year to March 31, 2024", "2024"),
    ("in the third quarter of 2023", "2023-Q3"),
    ("between July and September 2023", "2023-Q3"),
    ("in the July-to-September period", "2024-Q3"),
    ("from October 2023 to December 2023", "2023-Q4"),
    ("Q1 to Q3 2023 sales", "2023-9M"),
    ("2023 third-quarter profit", "2023-Q3"),
    ("in Q3 2023", "2023-Q3"),
    ("in 1Q24", "2024-Q1"),
    ("in the second half of 2023", "2023-H2"),
    ("in the nine months ended September 30, 2023", "2023-9M"),
    ("in the quarter ended June 29, 2024", "2024-Q2"),
    ("for the three months to December 2023", "2023-Q4"),
    ("in the final three months of 2023", "2023-Q4"),
    ("in the first two months of 2024", "2024-2M"),
    ("in the first two 2024 months", "2024-2M"),
    ("in the first nine months of the year", "2024-9M"),
    ("in the four weeks ended June 1, 2024", "2024-05"),
    ("in the 13 weeks ended June 29, 2024", "2024-Q2"),
    ("in the 52 weeks to December 28, 2023", "2023"),
    ("in the fiscal year 2023/24", "2023/24"),
    ("in fiscal 2023/24, which ended in March,", "2023/24"),
    ("as of June 30, 2024", "2024-06-30"),
    ("as of 30 June 2024", "2024-06-30"),
    ("fiscal 2025", "2025"),
    ("in FY24", "2024"),
    ("Q3 fiscal 2025", "2025-Q3"),
    ("in the third quarter", "2024-Q3"),
    ("third-quarter revenue", "2024-Q3"),
    ("in October", "2024-10"),
    ("last year", "2023"),
    ("this year", "2024"),
    ("next year", "2025"),
    ("last month", "2024-10"),
    ("last quarter", "2024-Q3"),
    ("year to date", "2024-9M"),
]

# Years of the company's own: "fiscal", a last day that is no calendar quarter's, or a report that comes too late.
FISCAL = [
    # where only months are given, a year has the name of that in which it ends
    ("en", date(1987, 3, 11), "4th qtr Jan 31", "1987-Q4"),
    ("de", date(2024, 8, 28), "im zweiten Geschäftsquartal (bis Juli)", "2025-Q2"),
    ("en", date(2008, 12, 23), "the fiscal first quarter ended December 4", "2009-Q1"),
    ("en", date(2025, 8, 8), "fiscal first-quarter revenue", "2026-Q1"),
    ("en", date(2007, 10, 1), "the fourth quarter ended August 31", "2007-Q4"),
    ("en", date(2010, 11, 15), "for the full year ending next March 31", "2011"),
    ("en", date(2024, 6, 28), "fourth-quarter profit", "2024-Q4"),
    ("en", date(2007, 8, 21), "the second quarter ended August 4", "2007-Q2"),
    ("de", NOVEMBER, "im Schlussquartal", "2024-Q4"),
    ("de", date(2024, 2, 20), "im Schlussquartal", "2023-Q4"),
    ("de", date(2024, 8, 20), "im ersten Halbjahr", "2024-H1"),
    ("en", date(2005, 2, 4), "for the year to March 2004", "2004"),
    ("de", date(2008, 11, 6), "im laufenden Geschäftsjahr, das am 31. März 2009 endet,", "2009"),
    ("de", date(2025, 5, 14), "zum Jahresauftakt", "2025-Q1"),
    ("de", date(2024, 11, 21), "im abgelaufenen Geschäftsjahr (bis 30. September)", "2024"),
    ("de", date(2016, 1, 20), "im zum 30. September abgelaufenen Geschäftsjahr", "2015"),
    ("de", date(2015, 7, 20), "im Wirtschaftsjahr (per 31. Mai)", "2015"),
    ("de", date(2015, 11, 20), "im Geschäftsjahr 2014/2015 (30. Juni)", "2014/15"),
    ("de", date(2016, 5, 12), "im ersten Halbjahr 2015/16 (1. Oktober 2015 bis 31. März 2016)", "2015/16-H1"),
    ("de", date(2015, 11, 20), "im Geschäftsjahr 2014/2015, das am 31. Oktober zu Ende ging,", "2014/15"),
]

# The same words in a plan mean the coming period.
AHEAD = [
    ("de", date(2025, 1, 29), "im ersten Quartal", "2025-Q1"),
    ("de", NOVEMBER, "im vierten Quartal", "2024-Q4"),
    ("en", date(2007, 11, 7), "in the fourth quarter", "2007-Q4"),
    ("en", date(2008, 1, 10), "in the fourth quarter", "2007-Q4"),
    ("en", NOVEMBER, "in May", "2025-05"),
    ("de", date(2016, 4, 28), "in den drei Monaten bis Ende Juni", "2016-Q2"),
    ("de", NOVEMBER, "bis Weihnachten", "2024"),
    ("de", NOVEMBER, "im Frühjahr", "2025"),
]

ROLES = [
    ("de", "Der Umsatz stieg auf 5 Mio. Euro nach 4 Mio. Euro im Vorjahr.", "Vorjahr", "comparison"),
    ("de", "Der Umsatz im Vorjahr stieg um 5 Prozent.", "Vorjahr", "own"),
    ("de", "Das ist mehr als im Vorjahresquartal.", "Vorjahresquartal", "comparison"),
    ("de", "Der Umsatz fiel auf 17 Mio. (2. Quartal 2022: 22 Mio.).", "2. Quartal 2022", "comparison"),
    ("de", "Ein Minus von 3 Prozent gegenüber 2022.", "2022", "comparison"),
    ("de", "Der Gewinn fiel von 8 Euro im dritten Quartal 2023 auf 4 Euro.", "dritten Quartal 2023", "comparison"),
    ("de", "Ein Umsatz von 8 Mio. Euro im dritten Quartal 2024 wurde erzielt.", "dritten Quartal 2024", "own"),
    ("de", "Bis Ende 2027 sollen 700 Stellen wegfallen.", "Ende 2027", "deadline"),
    ("de", "Seit 2019 wächst die Firma.", "2019", "start"),
    ("de", "Seit der Gründung 2016 wächst die Firma.", "2016", "start"),
    ("de", "Bis Jahresende sollen 700 Stellen wegfallen.", "Jahresende", "deadline"),
    ("de", "Die Quote lag bei 29,7 % (31.12.2022: 30,4 %).", "31.12.2022", "comparison"),
    ("de", "Die Schuld, die Ende März noch 3 Mio. Euro betrug, stieg.", "Ende März", "former"),
    ("de", "Nach neun Monaten beträgt der Umsatz 5 Mio. Euro.", "neun Monaten", "own"),
    ("de", "Ende Juni waren es noch 5 Mio. Euro.", "Ende Juni", "former"),
    ("de", "Im ersten Halbjahr waren es nur noch 5 Mio. Euro.", "ersten Halbjahr", "own"),
    ("de", "Im Jahr 2023 wuchs es doch noch um 5 Prozent.", "Jahr 2023", "own"),
    ("de", "Wie die Muster AG mitteilt, stieg der Umsatz im Jahr 2023.", "Jahr 2023", "own"),
    ("de", "Er war so hoch wie im Jahr 2023.", "Jahr 2023", "comparison"),
    ("de", "Aufträge wurden in das kommende Jahr verschoben.", "das kommende Jahr", "day"),
    ("de", "Muster ist gut ins Jahr 2024 gestartet.", "Jahr 2024", "day"),
    ("de", "Der Ausblick auf das kommende Jahr ist gut.", "das kommende Jahr", "own"),
    ("de", "Bis ins Jahr 2027 wird gebaut.", "Jahr 2027", "deadline"),
    ("de", "Der Börsenneuling aus dem Jahr 2018 wächst.", "Jahr 2018", "comparison"),
    ("de", "Nicht vor 2028 wird Muster das ändern.", "2028", "deadline"),
    ("de", "Die 2018 gegründete Muster AG wächst.", "2018", "start"),
    ("de", "Das 2012 zugekaufte Werk steht still.", "2012", "day"),
    ("de", "Muster wurde vor zwei Jahren verkauft.", "vor zwei Jahren", "day"),
    ("de", "Im Herbst öffnet ein Werk.", "Herbst", "day"),
    ("de", "Bis zum Jahresende werden 5 Werke gebaut.", "Jahresende", "deadline"),
    ("de", "Zum Jahresende waren es 5 Werke.", "Zum Jahresende", "balance"),
    ("en", "Orders slipped into next year.", "next year", "day"),
    ("en", "It will spend $5 million over the next two years.", "next two years", "deadline"),
    ("en", "It was bought two years ago.", "two years ago", "day"),
    ("de", "Am 28. Juli 2023 kommt der Bericht.", "28. Juli 2023", "day"),
    ("de", "Im Quartal sank der Gewinn.", "Im Quartal", "refer"),
    ("en", "Sales rose to $5 million from $4 million in 2022.", "2022", "comparison"),
    ("en", "It earned $1, against $2 a year earlier.", "a year earlier", "comparison"),
    ("en", "Sales were $5 million in the same quarter last year.", "the same quarter last year", "comparison"),
    ("en", "Sales rose in the same period of 2022.", "same period of 2022", "comparison"),
    ("en", "Output was more than 40 in 2022.", "2022", "own"),
    ("en", "It will save $3 million by the end of 2026.", "the end of 2026", "deadline"),
    ("en", "In the year-ago quarter sales rose.", "the year-ago quarter", "comparison"),
    ("en", "Sales rose in the quarter.", "the quarter", "refer"),
]

NO_PERIODS = [
    ("de", "Die Firma hat 2000 Mitarbeiter und 2010 Euro."),
    ("de", "Der Kurs lag bei 2.024,50 Punkten."),
    ("de", "Vor sechs Monaten begann der Umbau."),
    ("de", "Vor drei Monaten war das anders."),
    ("en", "It may march on; the board may second the motion."),
    ("en", "3M said it employs 2012 people and paid $2020."),
    ("en", "It was the third warning in nine months."),
    ("en", "A quarter of its staff left within six months."),
    ("en", "It met the rules six months early, in the best week of the year."),
    ("de", "Es war der höchste Stand der letzten Jahre."),
    ("en", "Edited by Jan Sample and Mar Example."),
]


def _labels(text: str, language: str, published: date | None) -> list[str | None]:
    return [mention.period.label if mention.period else None for mention in find(text, language, published)]


@pytest.mark.parametrize(("words", "label"), GERMAN)
def test_german(words: str, label: str) -> None:
    assert _labels(f"Der Umsatz lag {words} bei fünf.", "de", NOVEMBER) == [label]


@pytest.mark.parametrize(("words", "label"), ENGLISH)
def test_english(words: str, label: str) -> None:
    assert _labels(f"The company said {words} rose.", "en", NOVEMBER) == [label]


@pytest.mark.parametrize(("language", "published", "words", "label"), FISCAL)
def test_years_of_the_companys_own(language: str, published: date, words: str, label: str) -> None:
    assert _labels(f"Sample: {words} x.", language, published) == [label]


@pytest.mark.parametrize(("language", "published", "words", "label"), AHEAD)
def test_a_plan_means_the_coming_one(language: str, published: date, words: str, label: str) -> None:
    (mention,) = find(f"Sample: {words} x.", language, published)
    assert mention.ahead is not None
    assert mention.ahead.label == label


@pytest.mark.parametrize(("language", "text", "words", "role"), ROLES)
def test_roles(language: str, text: str, words: str, role: str) -> None:
    found = {text[m.span.start : m.span.end]: m.role for m in find(text, language, NOVEMBER)}
    assert found.get(words) == role, found


@pytest.mark.parametrize(("language", "text"), NO_PERIODS)
def test_what_is_no_period(language: str, text: str) -> None:
    assert find(text, language, NOVEMBER) == []


def test_days_are_known_by_the_calendar_and_unknown_where_the_year_is_guessed() -> None:
    (calendar,) = find("im dritten Quartal 2023", "de", None)
    assert calendar.period is not None
    assert (calendar.period.first, calendar.period.last) == (date(2023, 7, 1), date(2023, 9, 30))
    (guessed,) = find("fiscal first-quarter revenue", "en", date(2025, 8, 8))
    assert guessed.period is not None
    assert guessed.period.fiscal
    assert guessed.period.first is None


def test_a_running_quarter_that_has_been_reported_is_the_one_that_has_just_ended() -> None:
    text = (
        "First-quarter profit fell at Sample Bank. Muster Bank is expected to report first-quarter results soon. "
        "Net income fell in the quarter ended February 28. Assets were sold in the fourth quarter."
    )
    (ended,) = [
        mention
        for mention in find(text, "en", date(2014, 3, 18))
        if "ended" in text[mention.span.start : mention.span.end]
    ]
    assert ended.period is not None
    assert ended.period.label == "2014-Q1"


MONTHS_OF_QUARTERS = [
    # a quarter by its number and its months: the months are named like the quarter, in its paragraph
    (12, "Im dritten Quartal 2024/25 lief es schlecht. Von Oktober bis Dezember sank der Umsatz.", "2024/25-Q3"),
    (12, "Im dritten Quartal 2024/25 lief es schlecht.\n\nVon Oktober bis Dezember sank er.", "2024-Q4"),
    (9, "Das zweite Quartal 2024/25 war gut.\n\nVon Januar bis März stieg der Umsatz.", "2024/25-Q2"),
]


@pytest.mark.parametrize(("year_end", "text", "label"), MONTHS_OF_QUARTERS)
def test_months_are_a_quarter_of_the_companys_year(year_end: int, text: str, label: str) -> None:
    mentions = read(text, "de", date(2025, 5, 15), year_end=year_end)[0]
    assert mentions[-1].period and mentions[-1].period.label == label


def test_the_end_of_a_month_is_its_last_day_also_without_a_year() -> None:
    (mention,) = find("Ende Juni waren es 5 Filialen.", "de", None)
    assert mention.period and mention.period.label == "????-06-30"


def test_without_any_year_the_year_is_unknown() -> None:
    assert _labels("Im dritten Quartal stieg der Umsatz, im Vorjahr nicht.", "de", None) == ["????-Q3", "????"]


DATED_BY_THEMSELVES = [
    # a year of the company's own is reported when it is over, and what is compared with a part after it has come again
    ("Im Geschäftsjahr 2015/16 (bis Ende März) stieg der Umsatz.", date(2016, 5, 10)),
    ("Der Umsatz stieg um 16 Prozent gegenüber dem ersten Halbjahr 2015.", date(2016, 8, 9)),
    ("Berlin, 12. März 2021 - Der Umsatz stieg 2020.", date(2021, 3, 12)),
    ("Der Umsatz stieg 2020 nach einem schwachen 2019. Die Firma erwartet für 2021 ein Plus.", date(2021, 2, 20)),
    ("Der Umsatz stieg 2020. Bis 2030 sollen Filialen schließen.", date(2021, 2, 20)),
    ("Der Umsatz stieg.", None),
    # the day of a figure, and the year of a comparison, are not those of publication
    ("Die Quote betrug 30 % (31.12.2020: 29 %). Berlin, 12. November 2021.", date(2021, 11, 12)),
    ("Der Umsatz stieg in den ersten neun Monaten 2021.", date(2021, 11, 9)),
]


@pytest.mark.parametrize(("text", "day"), DATED_BY_THEMSELVES)
def test_a_text_without_date_is_dated_by_its_years(text: str, day: date | None) -> None:
    assert read(text, "de", None)[1] == day


@pytest.mark.parametrize("language", ["de", "en"])
def test_months_are_those_of_cldr(language: str) -> None:
    wide = Locale(language).months["format"]["wide"]
    assert [names[0] for names in section(language, "months")] == [wide[number].lower() for number in range(1, 13)]


PIECES = [
    "im ",
    "3. Quartal ",
    "2023",
    "Q3 ",
    "/24",
    "Juli ",
    "30. ",
    "bis ",
    "Vorjahr ",
    "(",
    ")",
    ": ",
    "nach 5 ",
    "Ende ",
]
PIECES += [
    "the quarter ended ",
    "June 31, ",
    "first ",
    "nine months ",
    "last year ",
    "9999 ",
    "\n ",
    ". ",
    "FY",
    "0.0.2024 ",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)
DAYS = st.none() | st.dates()


@given(TEXTS, st.sampled_from(["de", "en"]), DAYS)
def test_mentions_are_in_order_and_inside(text: str, language: str, published: date | None) -> None:
    mentions: list[PeriodMention] = find(text, language, published)
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        ends.append(mention.span.end)


@given(TEXTS, st.sampled_from(["de", "en"]), st.integers(0, 20))
def test_a_stretch_is_read_by_itself(text: str, language: str, start: int) -> None:
    mentions = find(text, language, NOVEMBER, start=min(start, len(text)))
    assert all(mention.span.start >= min(start, len(text)) for mention in mentions)


@pytest.mark.parametrize(
    "piece", ["Q3 ", "in ", "from 5 ", "Ende ", "the quarter ", "Juli bis ", "(Vorjahr: ", "20", "vs 5 in "]
)
def test_long_monotonous_texts_are_read(piece: str) -> None:
    find(piece * 3_000, "de", NOVEMBER)
    find(piece * 3_000, "en", None)


def test_what_a_month_adds_to_runs_up_to_that_month() -> None:
    june = date(2014, 6, 11)
    monthly = "Im Mai wurden 188 Autos verkauft. Seit Jahresbeginn waren es 878."
    assert [m.period and m.period.label for m in find(monthly, "de", june)] == ["2014-05", "2014-5M"]
    quarterly = "Im ersten Quartal wurden 188 Autos verkauft. Seit Jahresbeginn waren es 878."
    assert [m.period and m.period.label for m in find(quarterly, "de", june)] == ["2014-Q1", "2014-Q1"]


def test_a_month_before_a_decimal_number_is_no_day() -> None:
    assert [m.period and m.period.label for m in find("im Mai 8,0 Millionen", "de", date(2014, 6, 11))] == ["2014-05"]
