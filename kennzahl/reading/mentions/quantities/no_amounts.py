"""Shapes with digits that measure nothing: dates, times, quarters, phone numbers, tickers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any


def no_amounts(told: Mapping[str, Any]) -> re.Pattern[str]:
    """What such shapes look like in a language; matched where a digit stands. ``told`` is its section of numbers."""
    months = "|".join(f"{month.title()}|{month.upper()}" for month in sorted(told["months"], key=len, reverse=True))
    clock = "|".join(f"{re.escape(word)}|{re.escape(word.upper())}|{re.escape(word.title())}" for word in told["clock"])
    ordinal = "|".join(f"{ending}|{ending.upper()}" for ending in map(re.escape, told["nth"]))
    until = "|".join(map(re.escape, (*told["range"]["join"], *told["range"]["and"])))
    day, month = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
    # "30.09." is a date only where a point is no decimal sign.
    bare_date = r"| (?!\d)" if told["decimal"] == "," else ""
    return re.compile(
        rf"""\d{{4}}-\d\d-\d\d (?: T[\d:.]{{4,15}}Z? )?
        | {day} [.] [ ]? {month} [.] (?: [ ]? (?:19|20)\d\d | \d\d (?![\d,]) {bare_date} )
        | \d{{1,2}} ([/-]) \d{{1,2}} \1 (?: \d{{4}} | \d\d ) (?!\d)
        | \d{{1,4}}:\d{{1,3}} (?: :\d\d )? (?!\d)
        | \d{{4,6}} \.[A-Z]{{1,2}} (?![^\W_])
        | \d{{3}} ([-.]) \d{{3}} \2 \d{{4}} (?!\d)
        | \d{{3}} \) [ ]? \d{{3}} [-. ] \d{{4}} (?!\d) | 0\d{{1,5}} \) [ ]? \d{{3,}}
        | (?:19|20)\d\d / (?: \d{{4}} | \d\d ) (?![\d,.]\d)
        | (?:19|20)\d\d [-–—] (?: (?:19|20)\d\d | \d\d ) (?! \d | [.,]\d | [ ]?[%€$] )
        | \d{{1,2}} \.? \s{{0,2}} (?: {months} ) (?![^\W_]) \.? (?: ,?\s{{0,2}} (?:19|20)\d\d (?![\d,.]\d) )?
        | \d{{1,2}} (?: [.:]\d\d )? (?: \s? (?: {until} ) \s? \d{{1,2}} (?: [.:]\d\d )? )? \s? (?: {clock} ) (?![^\W_])
        | \d+ (?: {ordinal} ) (?![^\W_])
        | [1-4] (?: Q|q ) (?: \s?'?\d\d (?:\d\d)? )? (?![^\W_])
        | [12]H (?: \d\d ){{0,2}} (?![^\W_])
        | (?:3|6|9|12)M (?= \s? (?:/|'?\d\d) )
        | (?! \d{{1,3}} (?: \.\d{{3}} ){{3}} ) \d{{1,3}} (?: \.\d{{1,3}} ){{3}} (?![\d.])
        | 0\d\d (?: [ ] \d{{1,3}} ){{2,4}} (?!\d) | 0\d{{2,4}} (?: [ ] \d{{2,8}} ){{1,4}} (?! \d | [.,]\d )
        | 0\d{{1,5}} \s? [/-] \s? \d[\d /-]* | \(0\)
        | \d+ (?: [-/] \d+ ){{3,20}} \d
        | \d+ [^\W\d_]+ \d \w*""",
        re.VERBOSE,
    )
