"""The names of all the world's money, from CLDR: what ``kennzahl.quantities`` reads beyond the money of news."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from kennzahl.catalog import load_catalog
from kennzahl.languages import section
from kennzahl.reading.mentions.lexicon import Lexicon, fold
from kennzahl.reading.mentions.quantities.currencies import CENTS, Money, MoneyNames, families, names

_SPECIAL = re.compile(r"[(\d]")
"""In the names of money that is out of use, and of units of account."""


@cache
def world_names(language: str) -> MoneyNames:
    """The names of all money in one language, laid under those of ``currencies``.

    Raises:
        LookupError: no lexicon for that language.
    """
    told, known = load_catalog("world_money"), names(language)
    full, alone = _full_names(language), _nouns(language)
    chosen = {name: _money(code, "word") for name, code in told["nouns"].items()}
    coins = {name: Money(code, code, "word") for code, its in told["coins"].items() for name in its}
    printed = {symbol: _money(code, "symbol") for symbol, code in told["symbols"].items()}
    printed |= {coin: replace(money, how="symbol") for coin, money in coins.items() if not coin.isalpha()}
    printed |= {code: _money(code, "code") for code in (*_codes(language), *told["coins"])}
    printed |= {code.lower(): _money(code, "code") for code in told["small"]}
    printed |= dict(_dollar_signs({**known.printed.entries, **printed}))
    words = full | alone | coins | dict(known.words.entries) | chosen | _minor(language, known)
    known_before = dict(known.prefixes.entries)
    before = {name.lower(): money for name, money in known_before.items() if name.isalpha() and money.how == "word"}
    before |= {form: _money(code, "word") for code, forms in _codes(language).items() for form in _titled(forms)}
    before |= {name: money for name, money in printed.items() if name not in told["words"]}
    letters = {word for word, money in words.items() if len(word) == 1 and word.isalpha() and money.minor}
    return MoneyNames(
        printed=Lexicon(printed | dict(known.printed.entries)),
        words=Lexicon(words),
        prefixes=Lexicon(before | known_before | {"¢": words["¢"]}),
        minor_letters=known.minor_letters | letters,
    )


def _dollar_signs(printed: Mapping[str, Money]) -> Iterator[tuple[str, Money]]:
    """ "HK$" is also written "HK-$", "$HK" and "HK $", "MXN" also "MXN$"."""
    for sign, money in printed.items():
        country = sign.removesuffix("$")
        if country and country != sign:
            yield f"{country}-$", money
            yield f"${country}", money
            if len(country) > 1:  # but "A $10 bill"
                yield f"{country} $", money
        elif money.how == "code" and money.family in ("dollar", "peso"):
            yield f"{sign}$", money


def _money(code: str, how: Any) -> Money:
    catalogue = load_catalog("currencies")["currencies"]
    return Money(catalogue[code]["family"] if code in catalogue else code, code, how)


@cache
def _current() -> dict[str, list[str]]:
    """Each code that is legal tender today -> where."""
    from babel.core import get_global

    places: dict[str, list[str]] = defaultdict(list)
    for territory, rows in get_global("territory_currencies").items():
        for code, _, end, tender in rows:
            if tender and end is None:
                places[code].append(territory)
    return dict(places)


@cache
def _codes(language: str) -> dict[str, list[str]]:
    """Every code of money -> its names in CLDR, singular and plural; first money that is out of use."""
    from babel import Locale
    from babel.numbers import get_currency_name

    locale = Locale(language)
    found: dict[str, list[str]] = {}
    for code in sorted({*locale.currencies, *_current()}, key=lambda code: (code in _current(), code)):
        named = code in locale.currencies
        forms = sorted({get_currency_name(code, count, locale) for count in (None, 1, 5)}) if named else []
        if code in _current() or not (code.startswith("X") or any(_SPECIAL.search(form) for form in forms)):
            found[code] = forms
    return found


def _full_names(language: str) -> dict[str, Money]:
    """ "albanian lek", "albanische lek", "hongkong-dollar", "hongkong dollar" -> the money."""
    found: dict[str, Money] = {}
    chosen = load_catalog("world_money")["nouns"]
    seams = ("-", " ", "") if "" in section(language, "numbers")["joiners"] else ("-", " ")
    for code, forms in _codes(language).items():
        money = _money(code, "word")
        nouns = {noun for noun, whose in chosen.items() if whose == code}
        nouns |= {spelled for form in forms for spelled in _spellings(_parted(form)[-1])}
        for family, told in section(language, "money")["names"].items():
            if not nouns.isdisjoint(told.get("words", ())):
                nouns |= {*told["words"], *(sign.lower() for sign in families()[family]["symbols"])}
        for whose in _whose(code, forms, language):
            for noun in nouns:
                hyphened = whose.replace(" ", "-")  # "sierra-leonische", "costa-rica-"
                phrases = (f"{name}{seam}{noun}" for name in (whose, hyphened) for seam in seams)
                found |= dict.fromkeys(phrases, money)
        found |= {fold(form): money for form in forms if " " in form or "-" in form}
    return found


def _whose(code: str, forms: Iterable[str], language: str) -> Iterator[str]:
    """What stands before the noun and names the country: its adjective in every form, and its own name."""
    from babel import Locale

    endings = section(language, "money")["endings"]
    for form in forms:
        if adjectives := _parted(form)[:-1]:
            yield from _inflected(adjectives, endings, language)
    for stem in section(language, "plain")["countries"].get(code, ()):
        yield from (stem + ending for ending in endings)
    territories = Locale(language).territories
    for territory in _current().get(code, ()):
        if code.startswith(territory):  # not where another country's money is legal tender
            yield fold(territories.get(territory, territory))


def _nouns(language: str) -> dict[str, Money]:
    """ "lek", "leks": names that stand alone and mean one money only."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for code, forms in _codes(language).items():
        for form in forms:
            words = _parted(form)
            if code in _current() or len(words) == 2:  # not "unit of constant value"
                for spelled in _spellings(words[-1]):
                    bearers[spelled].add(code)
    unnamed = section(language, "plain")["unnamed"]
    nouns: dict[str, Money] = {}
    for noun, codes in bearers.items():
        current = {code for code in codes if code in _current()} or codes
        if len(current) == 1 and noun not in unnamed and noun[0].isalpha() and len(noun) > 2:
            nouns[noun] = _money(min(current), "word")
    return nouns


def _titled(names: Iterable[str]) -> Iterator[str]:
    """Names of several words as they stand before a number, and at the head of a column: "US dollars", "US Dollars"."""
    for name in names:
        if " " in name or "-" in name:
            yield name
            yield " ".join(word[:1].upper() + word[1:] for word in name.split())


def _parted(name: str) -> list[str]:
    """The words of a name; a German compound is parted before its last member ("Hongkong-Dollar")."""
    return re.split(r"[ -]", fold(name))


def _spellings(noun: str) -> Iterator[str]:
    """A noun with and without its accents, in the singular and with a plain plural."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", noun) if not unicodedata.combining(char))
    for spelled in {noun, noun.replace("ʻ", "'"), noun.replace("ʻ", "’"), plain.replace("ʻ", "'")}:
        yield spelled
        if not spelled.endswith("s"):
            yield f"{spelled}s"
        if spelled.endswith(("l", "n", "r")):
            yield f"{spelled}es"


def _inflected(adjectives: list[str], endings: list[str], language: str) -> Iterable[str]:
    inflected = re.compile(f"(?:{'|'.join(filter(None, endings)) or '(?!)'})$")
    if not inflected.search(adjectives[0]):
        conjunctions = ("&", *section(language, "numbers")["and"])
        return {" ".join(adjectives).replace("&", conjunction) for conjunction in conjunctions}
    return [" ".join(inflected.sub(ending, adjective) for adjective in adjectives) for ending in endings]


def _minor(language: str, known: MoneyNames) -> dict[str, Money]:
    """Parts of money with what they are worth: ``plain.minor`` of the language, by family or code."""
    found: dict[str, Money] = {}
    for name, parts in section(language, "plain")["minor"].items():
        code = name if name not in families() else families()[name]["default"]
        family = CENTS if name == CENTS else _money(code, "word").family
        for word, worth in parts.items():
            base = known.words.entries.get(word)
            if base is None:
                base = Money(family, None if family == CENTS else code, "word")
            found[word] = replace(base, minor=True, part=Decimal(str(worth)))
    for word in section(language, "plain")["shared"]:
        base = found.get(word) or known.words.entries.get(word)
        if base is not None:
            found[word] = replace(base, family=CENTS, code=base.code or families()[base.family]["default"])
    return found
