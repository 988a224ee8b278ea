"""One number with what stands around it: sign, currency, scale and unit, before neighbours are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kennzahl.facts import Hedge
from kennzahl.reading.mentions.currencies import Money
from kennzahl.reading.mentions.grammar import Grammar, Unit
from kennzahl.reading.mentions.numbers import DIGITS, EXACT, Number, decimal_sign, read_digits

COUNT = Unit("count")

_TOKEN = re.compile(r"\d|[½¼¾⅓⅔⅛⅜⅝⅞]|[^\W\d_]+")
_GAP = re.compile(r"-|[^\S\n\r]{0,3}(?:\r?\n[^\S\n\r]{0,8})?")
_SIGNS = "-–−"
_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_LETTERS_BEFORE = re.compile(r"[\w/@#=&]|[\w][-–]")


@dataclass(slots=True)
class Draft:
    """A figure in the making, ``text[start:end]``. ``lead`` is where its hedge begins (its start without one)."""

    start: int
    end: int
    number: Decimal
    digit: Decimal
    form: Literal["digits", "words", "fraction", "multiple"]
    unit: Unit = COUNT
    scale: Decimal = Decimal(1)
    lead: int = 0
    hedge: Hedge = "="
    hedge_word: str | None = None
    upper: Decimal | None = None
    upper_scale: Decimal = Decimal(1)
    noun: str | None = None
    grouped: bool = False
    glued: bool = False
    """Letters or signs touch it that belong to no unit: a part of a name, unless it has a unit."""

    @property
    def bare(self) -> bool:
        return self.unit.name == "count" and self.noun is None

    @property
    def plain(self) -> bool:
        """Digits and nothing else."""
        return self.unit is COUNT and self.scale == 1 and self.form == "digits"

    def worth(self, number: Decimal, scale: Decimal) -> Decimal:
        minor = Decimal("0.01") if self.unit.money and self.unit.money.minor else Decimal(1)
        return EXACT.multiply(EXACT.multiply(number, EXACT.multiply(scale, self.unit.factor)), minor)


def drafts(text: str, folded: str, grammar: Grammar) -> Iterator[Draft]:
    """All numbers of a text with their signs and units, in order, without overlaps; dates and names are left out."""
    sign = decimal_sign(text, grammar.decimal)
    reader = _Reader(text, folded, grammar, sign)
    position = 0
    starters = grammar.starters
    while token := _TOKEN.search(text, position):
        start, position = token.span()
        if text[start].isalpha():
            if folded[start : start + 3] not in starters or (start and text[start - 1].isalnum()):
                continue
            draft = reader.words(start)
        else:
            draft = reader.digits(start)
        position = max(position, reader.skip_to)
        if draft:
            yield draft
            position = max(position, draft.end)
            reader.limit = draft.end


class _Reader:
    """Reads at one place of one text; ``limit`` is the end of the figure before, ``skip_to`` that of what is no figure."""

    def __init__(self, text: str, folded: str, grammar: Grammar, sign: str) -> None:
        self.text, self.folded, self.grammar, self.sign = text, folded, grammar, sign
        self.limit = self.skip_to = 0

    def digits(self, start: int) -> Draft | None:
        text, grammar = self.text, self.grammar
        if found := grammar.name_phrases.at(self.folded, start):
            self.skip_to = found[0]
            return None
        if dead := grammar.dead.match(text, start):
            self.skip_to = dead.end()
            return None
        token = DIGITS.match(text, start)
        assert token is not None
        read = read_digits(token[0], self.sign)
        if read is None:
            run = _RUN.match(text, start)
            self.skip_to = run.end() if run else token.end()
            return None
        number = Number(start, token.end(), *read)
        draft = self._with_unit(number)
        draft.grouped = not token[0].isdigit()
        self._glue(draft, start)
        if self._is_multiple(draft):
            return draft
        return None if draft.glued and (draft.unit is COUNT or self.text[start - 1] in "@#=_") else draft

    def words(self, start: int) -> Draft | None:
        folded, grammar = self.folded, self.grammar
        if found := grammar.name_phrases.at(folded, start):
            self.skip_to = found[0]
            return None
        if size := grammar.sizes.at(folded, start):
            end, its = size
            if its.multiple or self._ends_size(end):
                return Draft(
                    start,
                    end,
                    its.percent,
                    Decimal(1),
                    "multiple" if its.multiple else "fraction",
                    Unit("%"),
                    lead=start,
                )
        if verb := grammar.multiple_verbs.match(folded, start):
            if not folded[verb.end() : verb.end() + 1].isalnum():
                percent = (grammar.multiple_stems[verb[1]] - 1) * 100
                return Draft(start, verb.end(), percent, Decimal(1), "multiple", Unit("%"), lead=start)
            return None
        number = grammar.words.at(folded, start)
        one = grammar.before_unit.at(folded, start)
        if one and (number is None or one[0] >= number.end):
            end, value = one
            digit = Decimal(1) if value == int(value) else Decimal("0.1")
            draft = self._with_unit(Number(start, end, value, digit, words=True))
            if draft.scale != 1 or draft.unit is not COUNT:
                return draft
        if number is None:
            return None
        draft = self._with_unit(number)
        if draft.unit is COUNT and draft.scale == 1 and folded[number.start : number.end] in grammar.never_alone:
            return None
        self._is_multiple(draft)
        return draft

    def _ends_size(self, end: int) -> bool:
        """Whether "a third" is a size: not where it counts the next noun ("a third quarter")."""
        following = re.compile(r"\s*([^\W\d_]*)").match(self.folded, end)
        word = following[1] if following else ""
        return self.grammar.language == "de" or not word or word in self.grammar.function_words

    def _with_unit(self, number: Number) -> Draft:
        draft = Draft(number.start, number.end, number.value, number.digit, "words" if number.words else "digits")
        parenthesis = self._before(draft)
        self._scale(draft)
        self._unit(draft)
        if number.words and draft.scale != 1 and draft.unit is COUNT:
            self._more_words(draft)
        if parenthesis and (draft.scale != 1 or draft.unit is not COUNT):
            draft.number = -draft.number
        draft.lead = draft.start
        return draft

    # --- before the number

    def _before(self, draft: Draft) -> bool:
        """Takes sign and currency before the number; says whether the number stands in accounting parentheses."""
        text, start = self.text, draft.start
        parenthesis = start > self.limit and text[start - 1] == "(" and text[draft.end : draft.end + 1] == ")"
        if parenthesis:
            start -= 1
        signed = start > self.limit and text[start - 1] in _SIGNS + "+"
        at = start - 1 if signed else start
        gap = at
        while gap > self.limit and at - gap < 2 and text[gap - 1].isspace():
            gap -= 1
        prefix = self.grammar.prefixes.before(text, gap, self.limit) or (
            self.grammar.prefixes.before(text, gap - 1, self.limit)
            if gap > self.limit and text[gap - 1] in "-"
            else None
        )
        if prefix and not (at < gap and prefix[1].money is None):
            draft.start, draft.unit = prefix
            if signed and text[start - 1] in _SIGNS:
                draft.number = -draft.number
            self._sign(draft)
            if parenthesis:
                draft.end += 1
            return parenthesis
        if parenthesis and self._follows_glued(draft.end + 1):
            draft.start, draft.end = start, draft.end + 1
            return True
        self._sign(draft)
        return False

    def _follows_glued(self, position: int) -> bool:
        """Whether a percent sign or a scale stands behind the closing parenthesis of "(2.6)%", "(1.2) million"."""
        gap = _GAP.match(self.text, position)
        end = gap.end() if gap else position
        return bool(self.grammar.units.at(self.folded, end) or self.grammar.scales.at(self.folded, end))

    def _sign(self, draft: Draft) -> None:
        text, start = self.text, draft.start
        before = text[start - 1] if start > self.limit else ""
        if before and before in _SIGNS + "+±":
            outer = text[start - 2] if start > 1 else " "
            if (outer.isspace() and start - 1 > self.limit) or start == 1 or outer in "([/:;,\"'„“":
                if before == "±":
                    return
                draft.start -= 1
                if before in _SIGNS:
                    draft.number = -draft.number
        elif start - 1 > self.limit and text[start - 1].isspace():
            if minus := self.grammar.minus.before(self.folded, start - 1, self.limit):
                draft.start, draft.number = minus[0], -draft.number

    # --- behind the number

    def _scale(self, draft: Draft) -> None:
        grammar = self.grammar
        money = draft.unit.money is not None
        if letters := self._glued_scale(draft.end, money):
            draft.end, draft.scale = letters
            return
        for _ in range(2):
            gap = self._gap(draft.end)
            found = grammar.scales.at(self.folded, gap)
            if found is None and money and gap == draft.end + 1:
                found = self._glued_scale(gap, money)
            if found is None:
                return
            draft.end, worth = found
            draft.scale = EXACT.multiply(draft.scale, worth)

    def _glued_scale(self, position: int, money: bool) -> tuple[int, Decimal] | None:
        found = self.grammar.glued_scales.at(self.folded, position)
        if found is None:
            # "€5m" has its scale at its end; "5m€" and "5mEUR" have the currency behind that.
            for length in (2, 1):
                worth = self.grammar.glued_scales.entries.get(self.folded[position : position + length])
                if worth is not None and self.grammar.money.printed.at(self.text, position + length):
                    return position + length, worth
            return None
        end, worth = found
        letters = self.folded[position:end]
        if not money and (letters in self.grammar.glued_needs_money or self.text[position:end] in "KBT"):
            behind = self._gap(end)
            if not (
                self.grammar.money.printed.at(self.text, behind) or self.grammar.money.words.at(self.folded, behind)
            ):
                return (
                    None
                    if letters in self.grammar.glued_needs_money or "." not in self.text[position - 3 : position]
                    else found
                )
        return found

    def _unit(self, draft: Draft) -> None:
        grammar, text, folded = self.grammar, self.text, self.folded
        if draft.unit is not COUNT:
            return
        if suffix := grammar.unit_suffixes.at(folded, self._gap(draft.end)):
            draft.end, draft.unit = suffix
            return
        gap = self._gap(draft.end)
        found = grammar.units.at(folded, gap) if draft.scale == 1 or draft.form == "words" else None
        found = found or grammar.combined.at(text, gap)
        if found is None and (money := grammar.money.printed.at(text, gap) or grammar.money.words.at(folded, gap)):
            if self._is_money(draft, gap, *money):
                found = money[0], Unit("money", money=money[1])
        if found:
            draft.end, draft.unit = found

    def _is_money(self, draft: Draft, gap: int, end: int, money: Money) -> bool:
        """Whether a name of money behind the number belongs to it: not "5 pounds of sugar", nor "in 2004 $5"."""
        name = self.folded[gap:end]
        if name in self.grammar.money.minor_letters and gap != draft.end:
            return False
        if money.how == "symbol" and gap > draft.end and re.match(r"\s?[\d(]", self.text[end : end + 2]):
            return False
        if money.how == "code" and gap > draft.end and re.match(r"\s?\d", self.text[end : end + 2]):
            return False
        return not (name in ("pound", "pounds") and self.folded.startswith(" of ", end))

    def _more_words(self, draft: Draft) -> None:
        """ "one million two hundred thousand": what a smaller number adds."""
        position = self._gap(draft.end)
        if self.folded.startswith("and ", position):
            position += 4
        if not self.text[position : position + 1].isalpha():
            return
        more = self.grammar.words.at(self.folded, position)
        if more is None or self.folded[more.start : more.end] in self.grammar.never_alone:
            return
        gap = self._gap(more.end)
        scale = self.grammar.scales.at(self.folded, gap)
        end, worth = scale or (more.end, Decimal(1))
        if more.value * worth < draft.scale:
            draft.number = EXACT.add(EXACT.multiply(draft.number, draft.scale), EXACT.multiply(more.value, worth))
            draft.digit, draft.scale, draft.end = more.digit * worth, Decimal(1), end
            self._unit(draft)

    def _gap(self, position: int) -> int:
        gap = _GAP.match(self.text, position)
        return gap.end() if gap else position

    def _glue(self, draft: Draft, start: int) -> None:
        text = self.text
        before = text[draft.start - 1] if draft.start > 0 else ""
        behind = text[draft.end : draft.end + 1]
        hyphen = (
            before in "-–"
            and before
            and draft.start > 1
            and text[draft.start - 2].isalpha()
            and draft.start - 1 > self.limit
        )
        draft.glued = bool(before) and (
            before.isalnum() and draft.start != self.limit or before in "/@#=&_" or bool(hyphen)
        )
        draft.glued = draft.glued or (behind.isalnum() and bool(behind))

    def _is_multiple(self, draft: Draft) -> bool:
        """ "10-fold", "dreimal so": turns a plain number into a change in percent."""
        if draft.unit is not COUNT or draft.scale != 1:
            return False
        for position in (draft.end, self._gap(draft.end)):
            if suffix := self.grammar.multiple_suffixes.at(self.folded, position):
                draft.end, draft.form, draft.unit = suffix[0], "multiple", Unit("%")
                draft.number = (draft.number - 1) * 100
                return True
        return False
