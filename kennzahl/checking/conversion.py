"""Conversion: are the two amounts of "2.7 billion euros ($2.9 billion)" worth the same on that day?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kennzahl.catalog import load_catalog
from kennzahl.checking import rates, words
from kennzahl.checking.intervals import Interval
from kennzahl.checking.judging import Judgement, Read, judge
from kennzahl.facts import Conversion, Fact, Reading, Verdict

NAME = "conversion"

# Newsrooms convert at the rate of the hour, or of the evening before: within a day or two the large currencies move by
# up to 2 % against the reference rate, which is set once a day.
_WITHIN_THE_DAY = Interval(Decimal("0.98"), Decimal("1.02"))
_ONE = Interval.at(Decimal(1))


def check(reading: Reading) -> Iterator[Verdict]:
    """One verdict for every fact with an amount that the text converts; the gravest where it converts several."""
    published = reading.article.published
    if published is None:
        return
    judged: dict[int, Verdict] = {}
    for conversion in reading.conversions:
        verdict = _verdict(conversion, reading.facts[conversion.fact], published, reading.article.language)
        if conversion.fact not in judged or verdict.outcome == "inconsistent":
            judged[conversion.fact] = verdict
    yield from judged.values()


def _verdict(conversion: Conversion, fact: Fact, published: date, language: str) -> Verdict:
    amount, converted = conversion.amount, conversion.converted
    claim = f"the article says {words.amount(converted, language)}"
    known = rates.rate(amount.unit, converted.unit, published)
    if known is None:
        text = f"no reference rate of {amount.unit} in {converted.unit} around {words.day(published)}; {claim}"
        return Verdict(conversion.fact, NAME, "uninformative", text)
    judgement = _judge(conversion, _WITHIN_THE_DAY.times(known.worth), language)
    at = f"at {words.number(known.worth)} {converted.unit} ({_when(known, published)})"
    if judgement.outcome == "inconsistent" and (over := _of_period(conversion, fact, published)) is not None:
        # Reports convert what was earned over a period at the rates of that period.
        then = _judge(conversion, over, language)
        if then.outcome != "inconsistent":
            span = " to ".join(words.number(end) for end in (over.low, over.high) if end is not None)
            judgement, at = then, f"at {span} {converted.unit} (ECB, over the period)"
    if judgement.outcome == "inconsistent" and (other := _of_another_country(conversion, published, language)):
        text = f"{words.amount(amount, language)} {at} are something else, but {other}"
        return Verdict(conversion.fact, NAME, "uninformative", f"{text}; {claim}")
    scale, unit = words.scale_of(converted, language)
    worth = words.between(judgement.implied, scale, unit)
    if judgement.loosened:
        worth += " if its zeros are rounded"
    text = f"{words.amount(amount, language)} {at} are {worth} {converted.unit}; {claim}"
    return judgement.verdict(conversion.fact, NAME, text)


def _judge(conversion: Conversion, rate: Interval, language: str) -> Judgement:
    def arithmetic(read: Read) -> tuple[Interval, Interval]:
        return read(conversion.converted), read(conversion.amount) / (_ONE / rate)

    return judge(arithmetic, language)


def _of_period(conversion: Conversion, fact: Fact, published: date) -> Interval | None:
    """The rates over the period of a fact that is over or has begun; None where it is not known."""
    period = fact.period
    if period is None or period.how == "default" or period.first is None or period.last is None:
        return None
    units = conversion.amount.unit, conversion.converted.unit
    found = rates.rates(*units, period.first, min(period.last, published))
    return Interval(min(found), max(found)) if found else None


def _of_another_country(conversion: Conversion, published: date, language: str) -> str | None:
    """What would explain the amounts where a bare "crowns" or "$" may be another country's; None if nothing would."""
    pair = {"amount": conversion.amount, "converted": conversion.converted}
    families = {code: entry["family"] for code, entry in load_catalog("currencies")["currencies"].items()}
    for name, quantity in pair.items():
        if quantity.unit_how != "assumed":
            continue
        family = families.get(quantity.unit)
        for code in (code for code, its in families.items() if its == family and code != quantity.unit):
            units = {other: each.unit for other, each in pair.items()} | {name: code}
            known = rates.rate(units["amount"], units["converted"], published)
            if known is None:
                continue
            if _judge(conversion, _WITHIN_THE_DAY.times(known.worth), language).outcome != "inconsistent":
                return f'"{quantity.printed}" would fit in {code}'
    return None


def _when(known: rates.Rate, published: date) -> str:
    if known.day == published:
        return f"ECB, {words.day(known.day)}"
    return f"ECB, {words.day(known.day)}: there is no rate of {words.day(published)}"
