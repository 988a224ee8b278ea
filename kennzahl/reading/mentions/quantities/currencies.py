"""Names of money: codes, symbols and words -> ISO 4217, and what a text says about a "$" that could be anybody's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Literal

from kennzahl.catalog import load_catalog
from kennzahl.languages import section
from kennzahl.reading.mentions.lexicon import Lexicon, fold

CENTS = "cents"
"""The family of hundredths that dollars and euros share."""


@dataclass(frozen=True, slots=True)
class Money:
    """A name of money. ``code`` is None where the family ("dollar") leaves the country open; ``minor`` money is a
    ``part`` of it."""

    family: str
    code: str | None
    how: Literal["code", "word", "symbol"]
    minor: bool = False
    part: Decimal = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class MoneyNames:
    """The names of one language: ``printed`` are matched to the letter, ``words`` folded; ``prefixes`` stand before."""

    printed: Lexicon[Money]
    words: Lexicon[Money]
    prefixes: Lexicon[Money]
    minor_letters: frozenset[str]


@cache
def families() -> dict[str, Any]:
    loaded: dict[str, Any] = load_catalog("currencies")["families"]
    return loaded


@cache
def codes() -> dict[str, str]:
    """Every ISO code -> its family."""
    return {code: entry["family"] for code, entry in load_catalog("currencies")["currencies"].items()}


@cache
def names(language: str) -> MoneyNames:
    """All names of money of one language."""
    told = section(language, "money")
    printed: dict[str, Money] = {}
    words: dict[str, Money] = {}
    letters: set[str] = set()
    for name, family in families().items():
        only = family["default"] if name in told["only"] else None
        printed |= {symbol: Money(name, only, "symbol") for symbol in family["symbols"]}
        words |= {word: Money(name, only, "word") for word in _forms(name, "words", language)}
        for word in _forms(name, "minor", language):
            words[word] = Money(name, only, "word", minor=True)
            if len(word) == 1 and word.isalpha():
                letters.add(word)
    for code, entry in load_catalog("currencies")["currencies"].items():
        name = entry["family"]
        printed |= {form: Money(name, code, "code") for form in _cases(code)}
        for symbol in entry.get("symbols", ()):
            printed |= {symbol: Money(name, code, "symbol"), symbol.lower(): Money(name, code, "symbol")}
        for adjective in _adjectives(code, language):
            for kind in ("words", "minor"):
                for word in _forms(name, kind, language):
                    money = Money(name, code, "word", minor=kind == "minor")
                    words |= {f"{adjective} {word}": money, f"{adjective}-{word}": money}
    words |= {word: Money(CENTS, None, "word", minor=True) for word in told["cents"]["words"]}
    prefixes = {word: words[word.lower()] for name in families() for word in _forms(name, "before", language)}
    return MoneyNames(Lexicon(printed), Lexicon(words), Lexicon(prefixes | printed), frozenset(letters))


def _cases(code: str) -> tuple[str, ...]:
    return (code, code.lower(), code.title()) if code in load_catalog("currencies")["small"] else (code,)


def _forms(family: str, kind: str, language: str) -> Iterable[str]:
    forms: Iterable[str] = section(language, "money")["names"].get(family, {}).get(kind, ())
    return forms


def _adjectives(code: str, language: str) -> list[str]:
    told = section(language, "money")
    return [stem + ending for stem in told["countries"].get(code, ()) for ending in told["endings"]]


@lru_cache(maxsize=64)
def evidence(text: str, language: str, family: str) -> str | None:
    """The one country's money of a family that a text names in full ("HK$"); None where it names none or several."""
    words, adjectives = _full_names(language, family)
    signs, codes_of = _full_signs(family)
    folded = fold(text)
    whole = [rf"{re.escape(word)}(?!\w)" for word in words if word in folded]
    places = {match.start() for pattern in whole for match in re.finditer(pattern, folded)}
    named = {found[1] for place in places if (found := adjectives.before(folded, place))}
    named |= {codes_of[sign] for sign in signs.findall(text)}
    return named.pop() if len(named) == 1 else None


@cache
def _full_signs(family: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """What names the money of a family in full, the code itself and signs of its own ("HK$"), with its code. A sign
    stands alone, and not within a word ("NOK1V.HE" is a share)."""
    printed = load_catalog("currencies")["currencies"]
    own = [code for code, its in codes().items() if its == family]
    signs = {sign: code for code in own for sign in printed[code].get("symbols", ()) if not sign.isalpha()}
    signs |= {code: code for code in own}
    longest_first = sorted(signs, key=len, reverse=True)  # "US$" is not Singapore's "S$"
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![A-Z0-9]*[A-Z])"), signs


@cache
def _full_names(language: str, family: str) -> tuple[tuple[str, ...], Lexicon[str]]:
    """The words of a family behind another (" dollar"), and the adjectives of countries before one."""
    members = load_catalog("currencies")["currencies"]
    adjectives = {
        adjective: code
        for code, entry in members.items()
        if entry["family"] == family
        for adjective in _adjectives(code, language)
    }
    words = [word for kind in ("words", "minor") for word in _forms(family, kind, language) if len(word) > 2]
    return tuple(gap + word for word in words for gap in " -") if adjectives else (), Lexicon(adjectives)


def resolve(
    money: Money, text: str, language: str, main: str | None
) -> tuple[str, Literal["code", "word", "symbol", "assumed"]]:
    """The ISO code of a name of money in its text; ``assumed`` where nothing says which country's it is.

    ``main`` is the family that the text mostly deals in: a "Cent" is a hundredth of that.
    """
    if money.code is not None:
        return money.code, money.how
    family = money.family
    if family == CENTS:
        family = str(
            main if main in load_catalog("currencies")["cents"] else section(language, "money")["cents"]["family"]
        )
    default: str = families()[family]["default"]
    if family in section(language, "money")["only"]:
        return default, money.how
    named = evidence(text, language, family)
    if named is None:
        return default, "assumed"
    # Whoever writes both "C$" and "$" tells them apart: a bare "$" is not the Canadian one.
    return (default, "assumed") if money.how == "symbol" and named != default else (named, money.how)
