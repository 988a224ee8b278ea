"""Finds the numbers of a text, digits and words, and leaves out dates, times and names at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kennzahl.reading.letters import LOW
from kennzahl.reading.mentions.lexicon import NEXT_WORD, word_before, word_behind
from kennzahl.reading.mentions.quantities.drafts import COUNT, PERCENT, Draft
from kennzahl.reading.mentions.quantities.grammar import Grammar
from kennzahl.reading.mentions.quantities.measures import CURRENCY_SIGNS, Measures
from kennzahl.reading.mentions.quantities.numbers import (
    AMBIGUOUS,
    DIGITS,
    MAX_DIGITS,
    Number,
    decimal_sign,
    read_digits,
)
from kennzahl.reading.mentions.quantities.plain_scanning import PlainScanner

MAX_CANDIDATES = 50_000
"""Where reading a text stops: no news has that many numbers."""

_LONGEST_UPPER_END = 40
_INTEGER = re.compile(r"\d*")
_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_MEASURE = re.compile(r"[^\W\d_]{1,40}[/²³]?[^\W\d_]{0,40}")
_PHONE = re.compile(r"\d{1,3}[ (/-]{1,2}\d[\d ()/–-]{5,20}\d")
_DASHED = re.compile(r"[.,](?:-{1,2}|–|—)(?!\d)")
_ENGLISH_PRICE = re.compile(r"[$€£¥]\d{1,3},\d{3}(?![\d.,]\d|\d)")
# What stands around a number that is but a year, or a part of a name; behind it comes a word, or a clause ends.
_BEHIND = r"(?=[.,;:]\s|[ -]([^\W\d_]{2,3})"
_YEAR = re.compile(rf"(?<=[{LOW}] )(?:19|20)\d\d" + _BEHIND + ")")
_NAME = re.compile(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][-/]))\d+" + _BEHIND + r"|[/_][^\W\d_])")
_BEFORE_COMMA = CURRENCY_SIGNS | {"", "-", "−", "–", "+", "("}
_NAME_SIGNS = "/@#=&_|"


def drafts(text: str, folded: str, grammar: Grammar) -> Iterator[Draft]:
    """All numbers of a text with sign, scale and unit, in order, without overlaps."""
    scanner = _Scanner(text, folded, grammar)
    beginnings = grammar.beginnings.of(folded)
    position = 0
    for _ in range(MAX_CANDIDATES):
        found = beginnings.next(position)
        if found is None:
            return
        start, is_digit = found
        draft = scanner.digits(start) if is_digit else scanner.words(start)
        position = max(start + 1, scanner.skip_to)
        if draft:
            if scanner.plain:
                scanner.plain.complete(draft)
            yield draft
            position = max(position, draft.end)
            scanner.measures.limit = draft.end


class _Scanner:
    """Reads at one place of one text. ``skip_to`` is the end of what has been found to be no number."""

    def __init__(self, text: str, folded: str, grammar: Grammar) -> None:
        self.text, self.folded, self.grammar = text, folded, grammar
        self.measures = Measures(text, folded, grammar)
        self.plain = PlainScanner(text, folded, grammar, grammar.plain, self.measures) if grammar.plain else None
        self.skip_to = 0

    def digits(self, start: int) -> Draft | None:
        """The figure whose digits begin at ``start``."""
        if self.plain and not self._is_name(start) and (notated := self.plain.notation(start)):
            return notated
        if self._is_bare(start) or self._is_name(start) or self._is_date(start):
            return None
        token = DIGITS.match(self.text, start)
        sign = self.grammar.decimal
        if token and AMBIGUOUS.fullmatch(token[0]):
            sign = decimal_sign(self.text, sign)
        read = read_digits(token[0], sign) if token else None
        if token is None or read is None:
            run = token if token and len(token[0]) > MAX_DIGITS else _RUN.match(self.text, start)
            self.skip_to = run.end() if run else start + 1
            return None
        draft = Draft(start, token.end(), *read)
        if self._is_leading_point(start) and token[0].isdecimal():
            draft.start, draft.number = start - 1, Decimal(f"0.{token[0]}")
            draft.digit = Decimal(1).scaleb(-len(token[0]))
        if dash := _DASHED.match(self.text, draft.end):
            draft.end = dash.end()
        self.measures.take(draft)
        if self.measures.multiply(draft):
            return draft
        if draft.scale == 1 and sign == "," and _ENGLISH_PRICE.match(self.text, max(0, start - 1)):
            draft.number, draft.digit = read_digits(token[0], ".") or read
        if self._is_part_of_name(draft, start):
            self.skip_to = max(self.skip_to, _INTEGER.match(self.text, start).end())  # type: ignore[union-attr]
            return None
        return draft

    def words(self, start: int) -> Draft | None:
        """The figure whose first word begins at ``start``."""
        if self._is_inside_word(start) or self._is_name(start):
            return None
        folded, grammar = self.folded, self.grammar
        number = grammar.words.at(folded, start)
        if number and grammar.range_between.before(folded, start - 1):
            number = self._lower_end(number)
        article = grammar.before_unit.at(folded, start)
        if article and folded[article[0] : article[0] + 1].strip(" -"):
            article = None  # "A$12"
        if article and (number is None or article[0] >= number.end) and self.measures.follows(article[0]):
            end, value = article
            draft = Draft(start, end, value, Decimal(1) if value == int(value) else Decimal("0.1"), "words")
            self.measures.take(draft)
            if not draft.unmeasured:
                return draft
        if self.plain and (plain := self.plain.words(start)) and (number is None or plain.end >= number.end):
            return plain
        if size := self._size(start):
            return size
        if number is None or (self.plain and self.plain.is_pronoun(start, number.end)):
            return None
        if self.plain and (ordinal := self.plain.ordinal_end(number)):
            self.skip_to = ordinal
            return None
        draft = Draft(start, number.end, number.value, number.digit, "words")
        self.measures.take(draft)
        article_like = folded[start : number.end] in grammar.never_alone
        if article_like and draft.start < start:
            return None  # "5 Mio. Euro | ein operatives Ergebnis": no amount of one
        if draft.unmeasured and article_like and not self._begins_range(draft.end):
            return None
        if draft.number in (100, 1000) and word_before(folded, start) in grammar.vague:
            return None
        self.measures.multiply(draft)
        return draft

    def _lower_end(self, number: Number) -> Number:
        """The first of the two that "and" would make one: "between two hundred | and five million"."""
        folded, ands = self.folded, self.grammar.range_and
        seams = [number.start + folded[number.start : number.end].rfind(f" {word} ") for word in ands]
        seam = max(seams, default=0)
        behind = folded[number.end : number.end + _LONGEST_UPPER_END].split()
        if seam < number.start or not ands.isdisjoint(behind):
            return number
        lower = self.grammar.words.at(folded[number.start : seam], 0)
        return replace(lower, start=number.start, end=number.start + lower.end) if lower else number

    def _begins_range(self, end: int) -> bool:
        """Whether a number follows that is the other end of a range: "ein | bis zwei Prozent"."""
        word = NEXT_WORD.match(self.folded, end)
        if word is None or word[1] not in self.grammar.range_join:
            return False
        behind = self.measures.gap(word.end())
        return self.text[behind : behind + 1].isdecimal() or self.grammar.words.at(self.folded, behind) is not None

    # --- sizes in words

    def _size(self, start: int) -> Draft | None:
        """A fraction or a multiple: "ein Drittel", "[half] of", "verdoppelt", "[twice] as"."""
        folded, grammar = self.folded, self.grammar
        if found := grammar.sizes.at(folded, start):
            end, size = found
            inner, outer = start + size.inside[0], start + size.inside[1]
            before = word_before(folded, start)
            fits = size.multiple or end != outer or word_behind(folded, end) not in grammar.hedged_not_before
            if size.hedged:
                hedged = grammar.hedges_before.before(folded, start - 1)
                fits = hedged is not None and word_behind(folded, end) not in grammar.hedged_not_before
            elif size.base:
                fits = before in grammar.base_after or self._precedes_function_word(end)
            elif size.part:
                fits = self._precedes_function_word(end)
            if fits and (size.multiple or before not in grammar.size_not_after):
                self.skip_to = end
                return Draft(inner, outer, size.percent, form="multiple" if size.multiple else "fraction", unit=PERCENT)
        verb = grammar.multiple_verbs.match(folded, start)
        if verb and not folded[verb.end() : verb.end() + 1].isalnum():
            percent = (grammar.multiple_stems[verb[1]] - 1) * 100
            return Draft(start, verb.end(), percent, form="multiple", unit=PERCENT)
        return None

    def _precedes_function_word(self, end: int) -> bool:
        """Whether a size can end there: not where it counts the next noun ("a third quarter", "a fifth-year")."""
        word = word_behind(self.folded, end)
        if self.grammar.fractions_count:
            return self.folded[end : end + 1] != "-" and (not word or word in self.grammar.function_words)
        return True

    # --- what is no quantity

    def _is_name(self, start: int) -> bool:
        found = self.grammar.name_phrases.at(self.folded, start)
        if found is None:
            return False
        end, cased = found
        priced = self.text[max(0, start - 1) : start] in CURRENCY_SIGNS
        small = self.plain or self.text[start].isdigit()  # but "the big four"
        if cased and (priced or (small and self.text[start:end].islower())):
            return False  # "2m to 3m", "$3M" are no company
        self.skip_to = end
        return True

    def _is_bare(self, start: int) -> bool:
        """Whether a number is a year in running text ("in 2024 the company") or a part of a name ("Q3", "F-16"), with
        nothing at it that would make it an amount: most numbers of most texts are, so it is told before all else."""
        text = self.text
        year = None if self.plain else _YEAR.match(text, start)
        found = year or _NAME.match(text, start)
        if found is None or start <= self.measures.limit + 1 or (found[1] or "").lower() in self.grammar.measures:
            return False
        edge = start - (not text[start - 1].isalnum())
        if self.grammar.prefixes.before(text, edge) or (year and self.grammar.minus.before(self.folded, edge)):
            return False
        self.skip_to = found.end()
        if year:
            self.measures.limit = found.end()
        return True

    def _is_date(self, start: int) -> bool:
        """Dates, times, quarters, phone numbers and tickers; a currency sign right before vouches for an amount."""
        sign = self.text[start - 1] if start > self.measures.limit else ""
        if sign in CURRENCY_SIGNS:
            return False
        shape = self.grammar.dead.match(self.text, start)
        if shape is None and sign == "+":
            shape = _PHONE.match(self.text, start)
            if shape and (whole := DIGITS.match(self.text, start)) and whole.end() >= shape.end():
                return False
        if shape:
            self.skip_to = shape.end()
        return shape is not None

    def _is_leading_point(self, start: int) -> bool:
        """ ".5 percent"."""
        before = self.text[max(0, start - 2) : start]
        if before[-1:] != self.grammar.decimal:
            return False
        if self.grammar.decimal == ",":
            return self.plain is not None and before[:-1].strip() in _BEFORE_COMMA
        return not (before[0].isalnum() or before == "..")

    def _is_inside_word(self, start: int) -> bool:
        before = self.folded[start - 1 : start]
        return before.isalnum() or before == "_"

    def _letters(self, start: int) -> str:
        letters = _MEASURE.match(self.text, start)
        return letters[0] if letters else ""

    def _is_part_of_name(self, draft: Draft, start: int) -> bool:
        """Whether letters or signs touch a number that no unit explains: "A380", "T-1000", "Sat.1", "user@5"."""
        text = self.text
        before = text[draft.start - 1] if draft.start > self.measures.limit else ""
        behind = text[draft.end : draft.end + 1]
        if start and text[start - 1] in "@#_":
            return True
        if draft.unit is COUNT and before.isalpha():
            self.skip_to = draft.end  # "A400M"
            return True
        if not draft.unmeasured:
            return False
        if behind.isalpha() and self._letters(draft.end) not in self.grammar.measure_nouns:
            return True
        if before and (before.isalnum() or (before in _NAME_SIGNS and not (self.plain and before == "="))):
            return True
        if before and before in "'’" and draft.end - draft.start == 2:
            return True
        single = before == "." and draft.end - draft.start == 1  # "ProSiebenSat.1"
        hyphenated = bool(before) and (before in "-–" or single) and draft.start > 1
        outer = text[draft.start - 2] if hyphenated else ""
        return outer.isalpha() or (outer.isdigit() and draft.start - 1 != self.measures.limit)
