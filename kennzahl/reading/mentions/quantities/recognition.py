"""All quantities of a text: those of the news, and numbers of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeAlias

from kennzahl.facts import Quantity
from kennzahl.reading.mentions.lexicon import fold
from kennzahl.reading.mentions.quantities import neighbours, surroundings
from kennzahl.reading.mentions.quantities.characters import Plainly
from kennzahl.reading.mentions.quantities.currencies import resolve
from kennzahl.reading.mentions.quantities.drafts import Draft
from kennzahl.reading.mentions.quantities.grammar import Grammar, grammar, plain_grammar
from kennzahl.reading.mentions.quantities.scanning import drafts

How: TypeAlias = Literal["code", "word", "symbol", "assumed", "none"]


def find(text: str, language: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """All figures that lie within ``text[start:end]`` of a news text, in order, none overlapping another.

    The whole text is read (once, however often its parts are asked for): neighbours tell a bare number's unit, and
    the text tells which country's dollar it deals in. Offsets are those of ``text``.

    Raises:
        LookupError: no lexicon for that language.
    """
    found = _read(text, language)
    stop = len(text) if end is None else end
    return [quantity for quantity in found if start <= quantity.start and quantity.end <= stop]


def everything(text: str, language: str) -> list[Quantity]:
    """All quantities of any text, in order: also those that are no figures of news (``kennzahl.quantities``).

    Raises:
        LookupError: no lexicon for that language.
    """
    plainly = Plainly(text)
    return [plainly.printed(quantity) for quantity in _quantities(plainly.text, plain_grammar(language))]


def main_currency(text: str, language: str) -> str | None:
    """The currency that a text mostly deals in; None where it names none. A scaled number without a unit ("net 541 mln
    vs 247 mln") is an amount of it where the key figure is money.

    Raises:
        LookupError: no lexicon for that language.
    """
    codes = [quantity.unit for quantity in _read(text, language) if quantity.unit_how != "none"]
    return max(sorted(set(codes)), key=codes.count) if codes else None


@lru_cache(maxsize=4)
def _read(text: str, language: str) -> tuple[Quantity, ...]:
    return tuple(_quantities(text, grammar(language)))


def _quantities(text: str, rules: Grammar) -> Iterator[Quantity]:
    folded = fold(text)
    figures = list(drafts(text, folded, rules))
    surroundings.hedge(figures, folded, rules)
    figures = surroundings.quantities_only(figures, text, folded, rules)
    surroundings.name_counted(figures, text, rules)
    figures = neighbours.joined(figures, folded, rules)
    main = _main_money(figures)
    return (_quantity(figure, text, rules.language, main) for figure in figures)


def _main_money(figures: Sequence[Draft]) -> str | None:
    """The family of money that a text mostly deals in."""
    families = [figure.unit.money.family for figure in figures if figure.unit.money and not figure.unit.money.minor]
    return max(sorted(set(families)), key=families.count) if families else None


def _quantity(draft: Draft, text: str, language: str, main: str | None) -> Quantity:
    unit, how = _named(draft, text, language, main)
    value: Decimal | None = draft.worth(draft.number, draft.scale)
    step = draft.worth(draft.digit, max(draft.scale, draft.upper_scale))
    low = high = None
    if draft.upper is not None:
        low, high = sorted((draft.worth(draft.number, draft.scale), draft.worth(draft.upper, draft.upper_scale)))
        value = None
    return Quantity(
        start=draft.start,
        end=draft.end,
        printed=text[draft.start : draft.end],
        unit=unit,
        value=value,
        step=step,
        low=low,
        high=high,
        hedge=draft.hedge,
        hedge_word=draft.hedge_word,
        form=draft.form,
        unit_how=how,
        noun=draft.noun,
        scale=draft.worth(Decimal(1), max(draft.scale, draft.upper_scale)),
    )


def _named(draft: Draft, text: str, language: str, main: str | None) -> tuple[str, How]:
    if draft.unit.money:
        return resolve(draft.unit.money, text, language, main)
    return draft.unit.name, "none"
