"""The number section of a language's lexicon, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any

from kennzahl.facts import Hedge
from kennzahl.languages import section
from kennzahl.reading.mentions.beginnings import Beginnings
from kennzahl.reading.mentions.lexicon import Lexicon, phrase_set
from kennzahl.reading.mentions.quantities.currencies import Money, MoneyNames, names
from kennzahl.reading.mentions.quantities.no_amounts import no_amounts
from kennzahl.reading.mentions.quantities.numbers import Words
from kennzahl.reading.mentions.quantities.plain import Plain, compiled, laid_over, section_of
from kennzahl.reading.mentions.quantities.world_money import world_names

MILLION = 1_000_000
LETTERS = re.compile(r"[^\W\d_]{1,3}")
"""The first letters of a word, by which ``Grammar.measures`` knows it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number measures: ``name`` is ``%``, ``pp``, ``pt``, ``count`` or ``money``. ``factor`` converts what was
    printed to it (a basis point is 0.01 pp, "TEUR" 1000 EUR)."""

    name: str
    factor: Decimal = Decimal(1)
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """A size or change in words: "ein Drittel", "by [half]", "verdoppelt".

    ``percent`` is what it says, ``inside`` where it stands in its phrase. ``hedged`` ones count only behind a hedge
    ("about half"), a ``base`` only where it cannot be an adjective ("to double"), a ``part`` only where it cannot be an
    ordinal ("a third of").
    """

    percent: Decimal
    inside: tuple[int, int]
    multiple: bool = False
    hedged: bool = False
    base: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that reading quantities needs of one language."""

    language: str
    decimal: str
    words: Words
    beginnings: Beginnings
    never_alone: frozenset[str]
    before_unit: Lexicon[Decimal]
    scales: Lexicon[Decimal]
    glued_scales: Mapping[str, Decimal]
    glued_needs_money: frozenset[str]
    units: Lexicon[Unit]
    percent_suffixes: Lexicon[Unit]
    money: MoneyNames
    prefixes: Lexicon[Unit]
    combined: Lexicon[Unit]
    sizes: Lexicon[Size]
    size_not_after: frozenset[str]
    fractions_count: bool
    hedged_not_before: frozenset[str]
    base_after: frozenset[str]
    vague: frozenset[str]
    multiple_verbs: re.Pattern[str]
    multiple_stems: Mapping[str, Decimal]
    multiple_suffixes: Lexicon[bool]
    minus: Lexicon[bool]
    plus: Lexicon[bool]
    range_join: frozenset[str]
    range_between: Lexicon[bool]
    range_and: frozenset[str]
    range_never_after: frozenset[str]
    range_apiece: tuple[str, ...]
    range_not_after: frozenset[str]
    range_rates: frozenset[str]
    links: frozenset[str]
    onward: frozenset[str]
    comparison: re.Pattern[str]
    dead: re.Pattern[str]
    months: Lexicon[bool]
    ordinal_nouns: frozenset[str]
    ordinal_leads: frozenset[str]
    name_phrases: Lexicon[bool]
    named_before: Lexicon[bool]
    hedges_before: Lexicon[tuple[str, Hedge]]
    hedges_after: Lexicon[tuple[str, Hedge]]
    hedge_fillers: Lexicon[bool]
    not_hedges: Lexicon[bool]
    function_words: frozenset[str]
    people: frozenset[str]
    measure_nouns: frozenset[str]
    nouns_are_capitalised: bool
    plural: re.Pattern[str]
    of_money: Lexicon[bool]
    and_: Lexicon[bool]
    not_prices: Lexicon[bool]
    measures: frozenset[str]
    """The first letters (three, or as many as there are) of all words that say what a number before them measures."""
    plain: Plain | None = None
    """What any text's numbers are read with besides; None for the figures of news."""


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of the figures of news in a language.

    Raises:
        LookupError: no lexicon for that language.
    """
    return _compiled(language, section(language, "numbers"), section(language, "hedges"), names(language))


@cache
def plain_grammar(language: str) -> Grammar:
    """The grammar of all quantities of any text; that of news where the language has no more.

    Raises:
        LookupError: no lexicon for that language.
    """
    if (more := section_of(language)) is None:
        return grammar(language)
    numbers, hedges = (laid_over(section(language, name), more[name]) for name in ("numbers", "hedges"))
    return _compiled(language, numbers, hedges, world_names(language), is_plain=True)


def _compiled(
    language: str, told: Mapping[str, Any], hedging: Mapping[str, Any], money: MoneyNames, is_plain: bool = False
) -> Grammar:
    scales = _by_word(told["scales"])
    large = {word: worth for word, worth in scales.items() if worth >= MILLION and len(word) > 6}
    behind = (*told["percent_suffix"], *large)
    words = Words(told["words"], told["joiners"], told["point"], behind, large, is_plain)
    more = compiled(language, words.values) if is_plain else None
    sizes = _sizes(told, words)
    if more:
        sizes = {phrase: size for phrase, size in sizes.items() if size.multiple}
    times = {str(stem): Decimal(str(factor)) for stem, factor in told["multiples"]["times"].items()}
    before_unit = {str(word): Decimal(str(value)) for word, value in told["before_unit"].items()}
    phrases = [name.lower() for name in told["names"]["phrases"]]
    verbs = told["multiples"]["pattern"].replace("{times}", f"({_any(times)})")
    verb_starts = _verb_starts(told["multiples"]["pattern"], times)
    hedges = {
        bool(after): {
            str(word).lower(): (str(word), entry["approx"])
            for word, entry in hedging.items()
            if bool(entry.get("after")) is after
        }
        for after in (False, True)
    }
    combined = _combined(told["code_scales"], money)
    units = _units(told)
    measures = (*scales, *units, *told["percent_suffix"], *combined, *money.printed.entries, *money.words.entries)
    measures += (*told["glued_scales"], *told["multiples"]["suffixes"], *told["people"])
    return Grammar(
        language=language,
        decimal=told["decimal"],
        words=words,
        beginnings=_beginnings(words, [*before_unit, *sizes, *phrases], verb_starts, scales, more),
        never_alone=frozenset(map(str, told["never_alone"])),
        before_unit=Lexicon(before_unit),
        scales=Lexicon(scales),
        glued_scales={str(word): Decimal(worth) for word, worth in told["glued_scales"].items()},
        glued_needs_money=frozenset(told["glued_needs_money"]),
        units=Lexicon(units),
        percent_suffixes=Lexicon({word.lower(): Unit("%") for word in told["percent_suffix"]}),
        money=money,
        prefixes=Lexicon({name: Unit("money", money=its) for name, its in money.prefixes.entries.items()} | combined),
        combined=Lexicon(combined),
        sizes=Lexicon(sizes),
        size_not_after=frozenset(told["fractions"]["not_after"]),
        fractions_count=bool(told["fractions"]["parts_are_ordinals"]),
        hedged_not_before=frozenset(told["fractions"]["hedged_not_before"]),
        base_after=frozenset(told["multiples"]["base_after"]),
        vague=frozenset(told["vague"]),
        multiple_verbs=re.compile(verbs),
        multiple_stems=times,
        multiple_suffixes=phrase_set(told["multiples"]["suffixes"]),
        minus=phrase_set(told["minus"]),
        plus=phrase_set(told["plus"]),
        range_join=frozenset(told["range"]["join"]),
        range_between=phrase_set(told["range"]["between"]),
        range_and=frozenset(told["range"]["and"]),
        range_never_after=frozenset(told["range"]["never_after"]),
        range_apiece=tuple(told["range"].get("apiece", ())),
        range_not_after=frozenset(told["range"]["not_after"]),
        range_rates=frozenset(told["range"].get("rates", ())),
        links=frozenset(told["links"]),
        onward=frozenset(told["onward"]),
        comparison=re.compile(rf"[,(]? ?(?:{_any(told['comparison'])}):?(?: [^\W\d_]+){{0,2}}"),
        dead=no_amounts(told),
        months=phrase_set(told["months"]),
        ordinal_nouns=frozenset([*told["ordinal_nouns"], *told["months"]]),
        ordinal_leads=frozenset(told["ordinal_leads"]),
        name_phrases=Lexicon({name.lower(): name != name.lower() for name in told["names"]["phrases"]}),
        named_before=phrase_set(told["names"]["before"]),
        hedges_before=Lexicon(hedges[False]),
        hedges_after=Lexicon(hedges[True]),
        hedge_fillers=phrase_set(told["hedge_fillers"]),
        not_hedges=phrase_set(told.get("not_hedges", [])),
        function_words=frozenset(told["function_words"]),
        people=frozenset(told["people"]),
        measure_nouns=frozenset(told["measure_nouns"]),
        plural=re.compile(told["plural"]),
        of_money=phrase_set(told["of_money"]),
        and_=phrase_set(told["and"]),
        not_prices=phrase_set(told["not_prices"]),
        nouns_are_capitalised=told["nouns_are_capitalised"],
        plain=more,
        measures=frozenset(letters[0] for word in measures if (letters := LETTERS.match(word.strip(" -").lower()))),
    )


def _beginnings(
    words: Words, phrases: Iterable[str], stems: Iterable[str], scales: Iterable[str], more: Plain | None
) -> Beginnings:
    """Where a number can begin, or a name with one in it; words are stems where they are glued to each other. Words of
    one or two letters ("a") are so frequent that they have to stand before a scale in news ("a million", but not "1.40
    dollars a euro")."""
    whole = {*phrases, *(() if words.glued else words.values), *((words.point, *more.beginnings) if more else ())}
    whole = {phrase for phrase in whole if not phrase[0].isdigit()}
    short = {phrase for phrase in whole if len(phrase) < 3 and not more}
    scaled = (f"{word} {scale}" for word in short for scale in scales if len(scale) > 3)
    return Beginnings([*(whole - short), *scaled], [*stems, *(words.values if words.glued else ())])


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def _by_word(worths: Mapping[int, Iterable[str]]) -> dict[str, Decimal]:
    return {word: Decimal(worth) for worth, words in worths.items() for word in words}


def _units(told: Mapping[str, Any]) -> dict[str, Unit]:
    kinds = (
        ("points", "pt", 1),
        ("percent", "%", 1),
        ("permille", "%", "0.1"),
        ("basis_points", "pp", "0.01"),
        ("percent_points", "pp", 1),
        ("quarter_percent", "%", "0.25"),
        ("quarter_points", "pp", "0.25"),
        ("tenth_percent", "%", "0.1"),
        ("tenth_points", "pp", "0.1"),
    )
    return {word.lower(): Unit(name, Decimal(factor)) for key, name, factor in kinds for word in told.get(key, ())}


def _combined(scales: Mapping[str, int], money: MoneyNames) -> dict[str, Unit]:
    """ "TEUR", "M€", "Mio. EUR", "EUR Mio."."""
    units: dict[str, Unit] = {}
    for name, its in money.printed.entries.items():
        for scale, worth in scales.items():
            unit = Unit("money", Decimal(worth), its)
            units |= {f"{scale}{name}": unit, f"{name}{scale}": unit}
            if len(scale) > 1:
                units |= {f"{scale} {name}": unit, f"{name} {scale}": unit}
    return {name: unit for name, unit in units.items() if name not in money.printed.entries}  # "T$" is Taiwan's dollar


def _sizes(told: Mapping[str, Any], words: Words) -> dict[str, Size]:
    fractions, multiples = told["fractions"], told["multiples"]
    sizes: dict[str, Size] = {}
    for phrase, percent in fractions["hedged"].items():
        sizes[phrase] = Size(Decimal(percent), (0, len(phrase)), hedged=True)
    for phrase, percent in fractions["phrases"].items():
        sizes |= _bracketed(phrase, Size(Decimal(percent), (0, 0)))
    counts = {word: value for word, value in words.values.items() if 2 <= value <= 9 and value == int(value)}
    for part, parts in fractions["parts"].items():
        for word, count in ({one: Decimal(1) for one in fractions["ones"]} | counts).items():
            if count < parts:
                size = Size(_percent(count, parts), (0, len(word) + 1 + len(part)), part=True)
                sizes |= {f"{word} {part}": size, f"{word}-{part}": size}
        for word in fractions.get("qualified", ()):
            sizes |= _bracketed(f"{word} [{part}]", Size(_percent(Decimal(1), parts), (0, 0), part=True))
    for (nth, parts), every in product(fractions.get("nth", {}).items(), fractions.get("every", ())):
        said, size = f"{every} {nth}", Size(_percent(Decimal(1), parts), (0, len(every) + 1 + len(nth)), part=True)
        sizes |= {f"{said} {noun}": size for noun in fractions["every_of"]}
    for phrase, factor in multiples["nouns"].items():
        sizes |= _bracketed(phrase, Size(_change(factor), (0, 0), multiple=True))
    for phrase, factor in multiples["bases"].items():
        sizes[phrase] = Size(_change(factor), (0, len(phrase)), multiple=True, base=True)
    return sizes


def _percent(count: Decimal, parts: int) -> Decimal:
    share = count * 100 / parts
    return Decimal(int(share)) if share == int(share) else share.quantize(Decimal("1.0000"))


def _change(factor: object) -> Decimal:
    """The change in percent that multiplies by ``factor``."""
    return Decimal(int((Decimal(str(factor)) - 1) * 100))


def _bracketed(phrase: str, size: Size) -> dict[str, Size]:
    """A phrase whose size stands in brackets ("by [half]"), or is the whole of it."""
    plain = phrase.replace("[", "").replace("]", "")
    start = max(phrase.find("["), 0)
    end = phrase.find("]") - 1 if "]" in phrase else len(plain)
    return {plain: replace(size, inside=(start, end))}


def _verb_starts(pattern: str, times: Mapping[str, Decimal]) -> Iterable[str]:
    head = pattern.partition("{times}")[0]
    return [head + stem for stem in times]
