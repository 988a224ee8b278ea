"""Reads at one place of a text the numbers that news figures never are: notations, fractions, shares, lone scales."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from kennzahl.reading.mentions.lexicon import word_before, word_behind
from kennzahl.reading.mentions.quantities import notation
from kennzahl.reading.mentions.quantities.composing import complete
from kennzahl.reading.mentions.quantities.drafts import Draft
from kennzahl.reading.mentions.quantities.grammar import Grammar
from kennzahl.reading.mentions.quantities.measures import Measures
from kennzahl.reading.mentions.quantities.numbers import SHARES, Number, decimal_sign
from kennzahl.reading.mentions.quantities.plain import Plain

_LONGEST_FRAME = 6
_HUNDRED = 100
_WHOLE = re.compile(r"\s{0,2}(\d{1,6})(?![\d.,/]\d|\d|\s?%)")


class PlainScanner:
    """Reads in one text; ``plain`` is the grammar's own."""

    def __init__(self, text: str, folded: str, grammar: Grammar, plain: Plain, measures: Measures) -> None:
        self.text, self.folded, self.grammar, self.plain, self.measures = text, folded, grammar, plain, measures

    def notation(self, start: int) -> Draft | None:
        """ "3/4", "1e5", "10^3"."""
        before = self.text[start - 1] if start else ""
        if before.isalnum() or (before and before in "/.,_@#^"):
            return None
        number = notation.at(self.text, start, decimal_sign(self.text, self.grammar.decimal))
        return self._measured(number, "digits") if number else None

    def words(self, start: int) -> Draft | None:
        """A fraction, a share ("jeder Fünfte", "einer von zehn") or a lone scale ("a million", "Dutzend")."""
        folded, plain = self.folded, self.plain
        if folded[start - 1 : start] == "-" and folded[start - 2 : start - 1].isalpha():
            return None  # "multi-million", "first-half"
        before = word_before(folded, start)
        if found := plain.every.at(folded, start):
            if word_behind(folded, found[0]) in plain.not_before:
                return None
            return self._measured(Number(start, *found, digit=Decimal("0.01")), "fraction")
        if (one := plain.one_of.at(folded, start)) and (whole := self._whole(one[0])):
            share = SHARES.divide(Decimal(1), whole.value)
            return Draft(start, whole.end, share, Decimal("0.01"), "fraction")
        if before not in self.grammar.size_not_after and (found_part := plain.fractions.at(folded, start)):
            end, part = found_part
            follows = self.measures.follows(end)
            if follows or (word_behind(folded, end) not in plain.not_before and self._can_end(end, part.doubtful)):
                return self._measured(Number(start + part.skip, end, part.value, Decimal("0.01")), "fraction")
        if plain.alone.at(folded, start) and before not in self.grammar.vague:
            return self._measured(Number(start, start, Decimal(1), Decimal(1)), "words")
        return None

    def ordinal_end(self, number: Number) -> int | None:
        """Where an ordinal ends that begins with a number in words: "three hundred | and fifth", "two | hundredth"."""
        position = self.measures.gap(number.end)
        joiner = self.grammar.and_.at(self.folded, position)
        found = self.plain.ordinals.at(self.folded, self.measures.gap(joiner[0]) if joiner else position)
        least = number.value if joiner else Decimal(found[1] if found else 0)
        return found[0] if found and least >= _HUNDRED else None

    def is_pronoun(self, start: int, end: int) -> bool:
        """Whether a number word only stands for a noun: "no one", "one of them"."""
        folded, plain = self.folded, self.plain
        if folded[start:end] not in plain.pronouns:
            return False
        behind = word_behind(folded, end)
        hyphened = folded[end : end + 1] == "-" and f"-{behind}-" not in plain.ratios
        if hyphened and behind and behind not in self.grammar.and_.entries:
            return True  # "one-time"
        return word_before(folded, start) in plain.pronouns_after or behind in plain.pronouns_before

    def complete(self, draft: Draft) -> None:
        """Adds to a number what follows of it; one that is all of a text, in brackets, is a loss."""
        complete(draft, self.measures, self.plain)
        if len(self.text) - (draft.end - draft.start) > _LONGEST_FRAME:
            return
        around = f"{self.text[: draft.start].strip()}{self.text[draft.end :].strip()}"
        if around == "()" and draft.number > 0 and self.text[draft.end - 1].isdigit():
            draft.number, draft.start, draft.end = -draft.number, draft.start - 1, draft.end + 1

    def _measured(self, number: Number, form: Literal["digits", "words", "fraction"]) -> Draft:
        draft = Draft(number.start, number.end, number.value, number.digit, form)
        part_of = self.plain.whole.at(self.folded, self.measures.gap(number.end))
        if part_of and number.value < 1 and self.measures.follows(part_of[0]):
            draft.end = part_of[0]
        self.measures.take(draft)
        if draft.form == "fraction" and not draft.unmeasured:
            draft.form = "words"
        return draft

    def _whole(self, position: int) -> Number | None:
        if match := _WHOLE.match(self.text, position):
            value = Decimal(match[1])
            return Number(match.start(1), match.end(), value, Decimal(1)) if value > 1 else None
        number = self.grammar.words.at(self.folded, self.measures.gap(position))
        return number if number and number.value > 1 else None

    def _can_end(self, end: int, doubtful: bool) -> bool:
        """Not where a hyphen goes on ("half-time"), nor where an ordinal would have its noun."""
        if doubtful:
            return self.plain.ends(self.folded, end, self.grammar.function_words)
        return self.folded[end : end + 1] != "-"
