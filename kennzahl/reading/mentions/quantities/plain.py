"""Plain numbers: what ``kennzahl.quantities`` reads in any text beyond the figures of business news.

A news text's "one", "half" or "three in ten" is hardly ever a key figure; here each is a number. The section ``plain``
of a language says what is read besides, and is laid over the sections that news are read with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kennzahl.languages import load
from kennzahl.reading.mentions.lexicon import Lexicon, phrase_set, word_behind
from kennzahl.reading.mentions.quantities.numbers import SHARES

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A fraction in words; a ``doubtful`` one may be an ordinal ("a third"). ``skip`` letters before it belong to its
    hedge ("ein gutes | Drittel")."""

    value: Decimal
    doubtful: bool = False
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Plain:
    """Everything that plain numbers need of one language; described in the language files."""

    fractions: Lexicon[Part]
    parts: Lexicon[Decimal]
    ordinals: Lexicon[int]
    whole: Lexicon[bool]
    not_before: frozenset[str]
    alone: Lexicon[bool]
    pronouns: frozenset[str]
    pronouns_after: frozenset[str]
    pronouns_before: frozenset[str]
    ratios: frozenset[str]
    one_of: Lexicon[bool]
    every: Lexicon[Decimal]
    years: frozenset[str]
    amounts: frozenset[str]
    sums: frozenset[str]

    def ends(self, folded: str, end: int, function_words: frozenset[str]) -> bool:
        """Whether a fraction that may be an ordinal can end there: not before a noun ("a third attempt")."""
        word = word_behind(folded, end)
        return folded[end : end + 1] != "-" and (not word or word in function_words)

    @property
    def beginnings(self) -> Iterable[str]:
        """Everything that one of these numbers can begin with, words that are no numbers by themselves."""
        return (*self.fractions.entries, *self.alone.entries, *self.one_of.entries, *self.every.entries)


def section_of(language: str) -> dict[str, Any] | None:
    """The section ``plain`` of a language, if it has one."""
    section: dict[str, Any] | None = load(language).get("plain")
    return section


def compiled(language: str, cardinals: Mapping[str, Decimal]) -> Plain | None:
    """The compiled section; ``cardinals`` are the language's number words."""
    if (own := section_of(language)) is None:
        return None
    fractions, pronouns, every = own["fractions"], own["pronouns"], own["every"]
    news = load(language)["numbers"]["fractions"]
    are_glued = "" in load(language)["numbers"]["joiners"]
    parts: dict[str, int] = fractions["parts"]
    parts = parts | dict(_compounds(parts, cardinals, fractions["joint"], unit_first=are_glued))
    ordinals = {**(fractions["parts"] if news["parts_are_ordinals"] else {}), **every["ordinals"]}
    return Plain(
        fractions=Lexicon(_fractions(fractions, cardinals, news)),
        parts=Lexicon(
            {
                form: Decimal(nth)
                for part, nth in parts.items()
                for form in _forms(part, fractions)[news["parts_are_ordinals"] :]
            }
        ),
        ordinals=Lexicon(ordinals if news["parts_are_ordinals"] else {}),
        whole=phrase_set(fractions["whole"]),
        not_before=frozenset(fractions["not_before"]),
        alone=phrase_set(own["alone"]),
        pronouns=frozenset(pronouns["words"]),
        pronouns_after=frozenset(pronouns["after"]),
        pronouns_before=frozenset(pronouns["before"]),
        ratios=frozenset(own["ratios"]),
        one_of=phrase_set(own["one_of"]),
        every=Lexicon(
            {
                f"{word} {ordinal}{ending}": SHARES.divide(Decimal(1), Decimal(nth))
                for word in every["words"]
                for ordinal, nth in ordinals.items()
                for ending in ("", *every.get("endings", ()))
            }
        ),
        years=frozenset(own["years"]),
        amounts=frozenset(own["amounts"]),
        sums=frozenset(own["sums"]),
    )


def laid_over(below: Mapping[Any, Any], above: Mapping[Any, Any]) -> dict[Any, Any]:
    """A section of a language with another over it: lists are longer, mappings wider. ``never_alone`` is replaced."""
    merged = dict(below)
    for key, value in above.items():
        if isinstance(value, Mapping):
            merged[key] = laid_over(merged.get(key, {}), value)
        elif isinstance(value, list) and key != "never_alone":
            merged[key] = [*merged.get(key, ()), *value]
        else:
            merged[key] = value
    return merged


def _fractions(
    fractions: Mapping[str, Any], cardinals: Mapping[str, Decimal], news: Mapping[str, Any]
) -> dict[str, Part]:
    """ "a third", "two thirds", "two-thirds", "zweidrittel"."""
    found: dict[str, Part] = {}
    for phrase, worth in fractions["phrases"].items():
        part_of_phrase = Part(Decimal(str(worth)), skip=max(phrase.find("["), 0))
        said = phrase.replace("[", "").replace("]", "")
        found |= {said: part_of_phrase, said.replace(" ", "-"): part_of_phrase}
    are_ordinals = bool(news["parts_are_ordinals"])
    counts = {word: value for word, value in cardinals.items() if 1 <= value < 20 and value == int(value)}
    counts |= dict.fromkeys(fractions["ones"], Decimal(1))
    seams = (" ", "-") if are_ordinals else (" ", "-", "")
    for word in news.get("qualified", ()):
        for part, parts in fractions["parts"].items():
            found[f"{word} {part}"] = Part(SHARES.divide(Decimal(1), Decimal(parts)), skip=len(word) + 1)
    ones = {word: value for word, value in counts.items() if value == 1}
    compounds = dict(_compounds(fractions["parts"], cardinals, fractions["joint"], unit_first="" in seams))
    for part, parts in (fractions["parts"] | compounds).items():
        for form in _forms(part, fractions):
            doubtful = are_ordinals and form == part
            for word, count in (ones if part in compounds else counts).items():
                value = SHARES.divide(count, Decimal(parts))
                is_ordinal = doubtful and count > 1 and parts >= _HUNDRED  # "the two hundredth"
                if value < 1 and not is_ordinal:
                    found |= {f"{word}{seam}{form}": Part(value, doubtful and seam == " ") for seam in seams}
    return found


def _compounds(
    parts: Mapping[str, int], cardinals: Mapping[str, Decimal], joint: str, unit_first: bool
) -> Iterable[tuple[str, int]]:
    """ "twenty-fifth", "fünfundzwanzigstel"."""
    tens, units = range(20, 100, 10), range(1, 10)
    for word, value in cardinals.items():
        for part, nth in parts.items():
            joined = (value in units and 20 <= nth < 100) if unit_first else (value in tens and nth < 10)
            if joined:
                yield f"{word}{joint}{part}", int(value) + nth
            elif value == 1 and nth >= _HUNDRED and not unit_first:
                yield f"{word}{joint}{part}", nth  # "two one-hundredths"


def _forms(part: str, fractions: Mapping[str, Any]) -> list[str]:
    return [part, *(part + ending for ending in fractions["plural"])]
