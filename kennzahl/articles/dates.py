"""Times as the web prints them: ISO, RFC 2822, epochs, "23. Februar 2016, 14:00 Uhr", "7 hours ago", /2016/02/23/.

Everything comes out in UTC. A time without a zone is meant in the language's zone; a day, or a midnight without a zone,
is that day's midnight in UTC, so that the day stays what was printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from kennzahl import languages

EARLIEST, LATEST = 1800, 2200  # years outside are slips of a program, not of a newspaper
LONGEST = 100  # characters of a time stamp
FORMS = range(1, 6)  # of a printed day, see _grammar

_EPOCH = re.compile(r"\d{10}|\d{13}")
_GLUED_ZONE = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$)|\s+(?=Z$)")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def zone_of(language: str) -> tzinfo:
    """Where a time printed without a zone is meant."""
    return ZoneInfo(languages.section(language, "article")["zone"])


def parse(value: object, zone: tzinfo = UTC) -> datetime | None:
    """A time in any of the machine-readable forms, in UTC; None where it is none (never raises)."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return None
    if isinstance(value, datetime):
        return _settle(value, zone)
    if isinstance(value, date):
        return _settle(datetime(value.year, value.month, value.day), zone)
    text = str(value).strip()
    if len(text) > LONGEST:
        return None
    try:
        if _EPOCH.fullmatch(text):
            return _settle(datetime.fromtimestamp(int(text[:10]), UTC), zone)
        try:
            return _settle(datetime.fromisoformat(_GLUED_ZONE.sub("", text)), zone)
        except ValueError:
            return _settle(parsedate_to_datetime(text), zone)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def printed(text: str, language: str) -> datetime | None:
    """The first date that stands written in a text, with its time where that follows ("21.03.2016 - 07:00")."""
    found = find(text, language)
    return found[0] if found else None


def find(text: str, language: str) -> tuple[datetime, int] | None:
    """The same, and where it ends."""
    grammar = _grammar(language)
    for match in grammar.day.finditer(text):
        parts = match.groupdict()
        day, month, year = (next(parts[f"{part}{form}"] for form in FORMS if parts[f"d{form}"]) for part in "dmy")
        month = grammar.months.get(month.lower(), month)
        year = f"20{year}" if len(year) == 2 else year
        try:
            moment = datetime(int(year), int(month), int(day), int(parts["hour"] or 0), int(parts["minute"] or 0))
        except ValueError:
            continue
        settled = _settle(moment, zone_of(language))
        return (settled, match.end()) if settled else None
    return None


def in_url(url: str) -> datetime | None:
    """The day that a news address often carries: ``/2016/02/23/`` or ``-20160223-``."""
    match = _URL_DAY.search(url[:2_000])
    if match is None:
        return None
    try:
        return datetime(int(match[1]), int(match[3]), int(match[4]), tzinfo=UTC)
    except ValueError:
        return None


def ago(line: str, fetched_at: datetime | None) -> tuple[bool, datetime | None]:
    """Whether a whole line is a relative time in any language ("vor 7 Stunden"), and the moment it means."""
    for language in languages.available():
        grammar = _grammar(language)
        match = grammar.ago.fullmatch(line.strip())
        if match is None:
            continue
        if fetched_at is None:
            return True, None
        count = grammar.numbers.get(match["n"].lower()) or int(match["n"])
        try:
            return True, fetched_at.astimezone(UTC) - timedelta(seconds=count * grammar.units[match["unit"].lower()])
        except OverflowError:
            return True, None
    return False, None


@dataclass(frozen=True, slots=True)
class _Grammar:
    day: re.Pattern[str]
    ago: re.Pattern[str]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, int]


@cache
def _grammar(language: str) -> _Grammar:
    months = {
        form: number
        for number, forms in enumerate(languages.section(language, "months"), start=1)
        for form in map(str, forms)
    }
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    relative = languages.section(language, "article")["ago"]
    numbers = {str(word): int(value) for word, value in relative["numbers"].items()}
    units = {str(word): int(value) for word, value in relative["units"].items()}
    at = "|".join(map(re.escape, languages.section(language, "article")["at"]))
    nth = "|".join(map(re.escape, languages.section(language, "numbers")["nth"]))
    day = re.compile(
        rf"""(?<![\w.,])(?:
            (?P<d1>\d{{1,2}})\.\ ?(?P<m1>\d{{1,2}})\.\ ?(?P<y1>(?:19|20)\d\d)
          | (?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?P<y5>\d\d)(?=\ [|–-]\ \d{{1,2}}:|,?\ \d{{1,2}}:)
          | (?P<d2>\d{{1,2}})\.?\ (?P<m2>{month})\.?,?\ (?P<y2>(?:19|20)\d\d)
          | (?P<m3>{month})\.?\ (?P<d3>\d{{1,2}})(?:{nth})?,?\ (?P<y3>(?:19|20)\d\d)
          | (?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)
        )(?!\d)
        (?:(?:,\ |\ -\ |\ [–|]\ |\ (?:{at})\ |\ |T)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d))?""",
        re.VERBOSE | re.IGNORECASE,
    )
    before, behind = (f"{re.escape(str(word))}" for word in (relative["before"], relative["behind"]))
    count = "|".join([r"\d{1,4}", *map(re.escape, numbers)])
    unit = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    pattern = rf"{before} ?(?P<n>{count}) ?(?P<unit>{unit})\.? ?{behind}\.?"
    return _Grammar(day, re.compile(pattern, re.IGNORECASE), months, numbers, units)


def _settle(moment: datetime, zone: tzinfo) -> datetime | None:
    if not EARLIEST <= moment.year <= LATEST:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC if (moment.hour, moment.minute, moment.second) == (0, 0, 0) else zone)
    return moment.astimezone(UTC)
