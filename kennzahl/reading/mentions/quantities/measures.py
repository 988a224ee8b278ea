"""What stands at a number and belongs to it: sign and currency before, scale and unit behind."""

from __future__ import annotations

import re
from decimal import Decimal

from kennzahl.reading.mentions.quantities.currencies import Money
from kennzahl.reading.mentions.quantities.drafts import COUNT, PERCENT, Draft
from kennzahl.reading.mentions.quantities.grammar import LETTERS, Grammar, Unit
from kennzahl.reading.mentions.quantities.numbers import EXACT

_GAP = re.compile(r"-|[^\S\n\r]{0,3}(?:\r?\n[^\S\n\r]{0,8})?")
_MINUS = "-–−"
_SIGNS = _MINUS + "+"
_BEFORE_SIGN = "([/:;,\"'„“"
_DIGIT_BEHIND = re.compile(r"\s?\d|\(")
_CENTS_BEHIND = re.compile(r" \d\d(?![.,]?\d| ?[$€£¥%])")
_PARENTHESES = re.compile(r"\s?\((?=[^()\n]{0,40}\d)[^()\n]{1,40}\)")
_NUMBER_BEFORE = re.compile(r"\d\s{0,2}\([^()\d]{0,30}$")
_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_]+) $")
_SMALL = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?![.,]?\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO_DIGITS = re.compile(r"\d[.,]?\d$")
CURRENCY_SIGNS = frozenset("€$£¥")
_CAPITALS = frozenset("KMBT")
_COMPUTER = "PC"
_LETTERS = _CAPITALS | {"k"}


class Measures:
    """Reads what belongs to the numbers of one text. ``limit`` is the end of the figure before."""

    def __init__(self, text: str, folded: str, grammar: Grammar) -> None:
        self.text, self.folded, self.grammar = text, folded, grammar
        self.limit = 0

    def take(self, draft: Draft) -> None:
        """Completes a draft that is only a number so far."""
        loss = self._before(draft)
        self._scale(draft)
        self._unit(draft)
        if draft.form == "words" and draft.scale != 1 and draft.unit is COUNT and not self.grammar.plain:
            self._add_words(draft)
        if draft.unmeasured and draft.form == "digits":
            self._unit_behind_parentheses(draft)
        if loss:
            draft.number = -draft.number
        draft.lead = draft.start

    def scale_and_unit(self, draft: Draft) -> None:
        """Takes what stands behind a number that has grown."""
        if draft.scale == 1:
            self._scale(draft)
        self._unit(draft)

    def follows(self, position: int) -> bool:
        """Whether a scale or a unit stands behind ``position``."""
        gap, folded = self.gap(position), self.folded
        word = LETTERS.match(folded, gap)
        if word and word[0] not in self.grammar.measures:
            return False
        return bool(self.grammar.scales.at(folded, gap) or self.grammar.units.at(folded, gap) or self._money_at(gap))

    def multiply(self, draft: Draft) -> bool:
        """Makes "10-fold" and "dreimal so" a change in percent; says whether it did."""
        for position in (draft.end, self.gap(draft.end)):
            if draft.unmeasured and (suffix := self.grammar.multiple_suffixes.at(self.folded, position)):
                draft.end, draft.form, draft.unit = suffix[0], "multiple", PERCENT
                draft.number = (draft.number - 1) * 100
                return True
        return False

    def gap(self, position: int) -> int:
        """Where the next word begins, over a hyphen, a few spaces or one line break."""
        gap = _GAP.match(self.text, position)
        return gap.end() if gap else position

    # --- before the number

    def _before(self, draft: Draft) -> bool:
        """Takes sign and currency; says whether parentheses make it a loss: "$(58.0)M", "(2.6)%"."""
        text, start = self.text, draft.start
        enclosed = start > self.limit and text[start - 1] == "(" and text[draft.end : draft.end + 1] == ")"
        edge = start - 1 if enclosed else start
        inner = edge - 1 if edge > self.limit and text[edge - 1] in _SIGNS else edge
        prefix = self._prefix(inner)
        if prefix and prefix[1].money and prefix[1].money.how == "word" and _YEAR.fullmatch(text, start, draft.end):
            prefix = None  # "Euro 2024" is a tournament
        if prefix and prefix[1].money and prefix[1].money.how == "word" and text[start - 1] == "-" != text[start - 2]:
            prefix = None if text[start - 2].isalpha() else prefix  # "Euro-6-Norm"
        if prefix and self._is_symbol(prefix, inner, draft.end):
            prefix = None
        if prefix and text[inner - 1].isspace() and self._is_part(inner):
            prefix = None  # "455 million EUR | 5 percent", "in US dollars | 5%"
        if prefix:
            draft.start, draft.unit = prefix
            if inner < edge and text[inner] in _MINUS:
                draft.number = -draft.number
            draft.end += enclosed
            if self._is_bracketed_loss(draft):
                draft.start, draft.end = draft.start - 1, draft.end + 1
                return True
            self._sign(draft)
            return enclosed
        if enclosed and self._is_loss(start, draft.end + 1):
            draft.start, draft.end = edge, draft.end + 1
            return True
        self._sign(draft)
        return False

    def _is_symbol(self, prefix: tuple[int, Unit], edge: int, end: int) -> bool:
        """Whether the code at a number begins a ticker, which goes on behind: "NOK1V", but not "NOK5m"."""
        money, behind = prefix[1].money, self.text[end : end + 1]
        glued = money is not None and money.how == "code" and self.text[edge - 1].isalpha()
        return glued and behind.isupper() and self._glued_scale(end, priced=True) is None

    def _prefix(self, edge: int) -> tuple[int, Unit] | None:
        """The currency that ends at ``edge``, or a gap or hyphen before it ("US-$-5")."""
        gap = edge
        while gap > self.limit and edge - gap < 2 and self.text[gap - 1].isspace():
            gap -= 1
        found = self.grammar.prefixes.before(self.text, gap, self.limit)
        if found is None and gap > self.limit and self.text[gap - 1] == "-":
            found = self.grammar.prefixes.before(self.text, gap - 1, self.limit)
        return found

    def _is_loss(self, start: int, behind: int) -> bool:
        """Whether parentheses make a figure negative: a unit stands right behind them, and no figure right before."""
        if _NUMBER_BEFORE.search(self.text, max(0, start - 40), start):
            return False
        return self.follows(behind)

    def _is_bracketed_loss(self, draft: Draft) -> bool:
        """ "earnings of ($0.12)", as accountants write; but "the gadget ($99.99)" has a price."""
        text, opening = self.text, draft.start - 1
        if opening < self.limit or text[opening] != "(" or text[draft.end : draft.end + 1] != ")":
            return False
        word = _LAST_WORD.search(self.folded, max(0, opening - 12), opening)
        tied = word is not None and word[1] in self.grammar.function_words
        return tied and not _NUMBER_BEFORE.search(text, max(0, opening - 40), opening + 1)

    def _sign(self, draft: Draft) -> None:
        text, start, plain = self.text, draft.start, self.grammar.plain
        if start <= self.limit:
            return
        sign, outer = text[start - 1], text[start - 2] if start > 1 else " "
        if sign in _SIGNS:
            if self._is_hedged(start, start - 1):
                return  # "+/-5"
            if start == 1 or outer in _BEFORE_SIGN or (outer.isspace() and start - 1 > self.limit):
                self._signed(draft, start - 1, negative=sign in _MINUS)
        elif sign.isspace() and start - 1 > self.limit:
            if outer in _SIGNS and start > 2 and text[start - 3] == "(":
                self._signed(draft, start - 2, negative=outer in _MINUS)
            elif minus := self.grammar.minus.before(self.folded, start - 1, self.limit):
                if not self._is_hedged(start - 1, minus[0]):  # "plus or minus 5"
                    self._signed(draft, minus[0], negative=True)
            elif plain and outer in _SIGNS and start == 2:
                self._signed(draft, 0, negative=outer in _MINUS)  # "- 3"
            elif (plus := self.grammar.plus.before(self.folded, start - 1, self.limit)) and self._is_sign(plus[0]):
                draft.start = plus[0]

    def _is_hedged(self, end: int, sign: int) -> bool:
        """Whether a sign is the end of a hedge."""
        hedge = self.grammar.hedges_before.before(self.folded, end, self.limit)
        return hedge is not None and hedge[0] < sign

    def _is_sign(self, plus: int) -> bool:
        """ "von plus 2 auf minus 5": elsewhere in news the word says that something grew by so much."""
        word = _LAST_WORD.search(self.folded, max(0, plus - 12), plus)
        return self.grammar.plain is not None or (word is not None and word[1] in self.grammar.onward)

    @staticmethod
    def _signed(draft: Draft, start: int, negative: bool) -> None:
        draft.start = start
        if negative:
            draft.number = -draft.number

    # --- behind the number

    def _scale(self, draft: Draft) -> None:
        priced = draft.unit.money is not None
        if glued := self._glued_scale(draft.end, priced):
            draft.end, draft.scale = glued
            return
        for _ in range(2):  # "5 lakh crore"
            gap = self.gap(draft.end)
            found = self.grammar.scales.at(self.folded, gap, self.text)
            spaced = priced or (self.grammar.plain is not None and self.text[gap : gap + 1] in _LETTERS)  # "3.5 M"
            if found is None and spaced and gap == draft.end + 1:
                found = self._glued_scale(gap, priced)
            if found is None:
                return
            draft.end, draft.scale = found[0], EXACT.multiply(draft.scale, found[1])

    def _glued_scale(self, position: int, priced: bool) -> tuple[int, Decimal] | None:
        """The letters of "5m", "1.2bn", "5m€"; without a currency capitals need two digits ("3M" is a company)."""
        grammar = self.grammar
        for length in (2, 1):
            end = position + length
            letters = self.folded[position:end]
            worth = grammar.glued_scales.get(letters)
            if worth is None or len(letters) < length:
                continue
            if self.text[end : end + 1].isalnum() or self.text[end : end + 1] in CURRENCY_SIGNS:
                # "5m€", "5mEUR": the letters end where a currency begins.
                if grammar.money.printed.at(self.text, end):
                    return end, worth
                continue
            if priced or self._money_at(self.gap(end)):
                return end, worth
            figure = _TWO_DIGITS.search(self.text, max(0, position - 3), position)
            capital = self.text[position] in _CAPITALS
            if grammar.plain and self.text[position:end].isupper():
                return end, worth
            if letters not in grammar.glued_needs_money and (figure or not capital):
                return end, worth
        return None

    def _unit(self, draft: Draft) -> None:
        if draft.unit is not COUNT:
            self._country(draft)
            return
        grammar, gap = self.grammar, self.gap(draft.end)
        found = grammar.percent_suffixes.at(self.folded, gap)
        if found is None and (draft.scale == 1 or draft.form == "words" or grammar.plain):
            found = grammar.units.at(self.folded, gap, self.text)
            if found and draft.scale != 1 and draft.form != "words" and found[1].name != "%":
                found = None
        found = found or grammar.combined.at(self.text, gap)
        if found and found[1].name == "%" and self.text[gap : found[0]] == _COMPUTER:
            found = None  # "the No. 3 | PC maker"
        if draft.scale != 1 and (of := grammar.of_money.at(self.folded, gap)):
            gap = self.gap(of[0])  # "15.3 billions of pounds"
        if found is None and (money := self._money_at(gap)) and self._is_price(draft, gap, *money):
            found = money[0], Unit("money", money=money[1])
        if found:
            draft.end, draft.unit = found

    def _country(self, draft: Draft) -> None:
        """ "$12 CAD": the code behind says whose dollars they are."""
        if (money := draft.unit.money) is None or money.code is not None:
            return
        found = self.grammar.money.printed.at(self.text, self.gap(draft.end))
        if found and found[1].how == "code" and found[1].family == money.family:
            draft.end, draft.unit = found[0], Unit("money", money=found[1])

    def _money_at(self, position: int) -> tuple[int, Money] | None:
        money = self.grammar.money
        printed = money.printed.at(self.text, position, self.text)
        word = money.words.at(self.folded, position, self.text)
        return word if word and (printed is None or word[0] > printed[0]) else printed

    def _is_price(self, draft: Draft, gap: int, end: int, money: Money) -> bool:
        """Whether a name of money behind a number belongs to it: not in "500 pounds of sugar", nor in "by 2004 $5"."""
        name = self.folded[gap:end]
        if name in self.grammar.money.minor_letters:
            return gap == draft.end and self.text[gap] == name  # "3P" is no price
        begins = money.how != "word" and gap > draft.end and _DIGIT_BEHIND.match(self.text, end)
        if begins and not self._is_part(self.gap(end)):
            # "by 2004 $5", but "5 € 30"
            return self.grammar.plain is not None and bool(_CENTS_BEHIND.match(self.text, end))
        return self.grammar.not_prices.at(self.folded, gap) is None

    def _is_part(self, start: int) -> bool:
        """Whether a percentage stands at a place, which has no currency ("455 million EUR | 5 % more")."""
        number = _SMALL.match(self.text, start)
        unit = self.grammar.units.at(self.folded, self.gap(number.end())) if number else None
        return unit is not None and unit[1].name == "%"

    def _add_words(self, draft: Draft) -> None:
        """ "one million two hundred thousand": adds the smaller number behind."""
        position = self.gap(draft.end)
        if joiner := self.grammar.and_.at(self.folded, position):
            position = self.gap(joiner[0])
        more = self.grammar.words.at(self.folded, position)
        if more is None or self.folded[more.start : more.end] in self.grammar.never_alone:
            return
        end, worth = self.grammar.scales.at(self.folded, self.gap(more.end)) or (more.end, Decimal(1))
        if EXACT.multiply(more.value, worth) < draft.scale:
            draft.number = EXACT.fma(draft.number, draft.scale, EXACT.multiply(more.value, worth))
            draft.digit, draft.scale, draft.end = EXACT.multiply(more.digit, worth), Decimal(1), end
            self._unit(draft)

    def _unit_behind_parentheses(self, draft: Draft) -> None:
        """ "auf 1,2 (Vorjahr: 1,1) Milliarden Euro": both figures have what stands behind the parentheses."""
        if draft.end < len(self.text) and self.text[draft.end] == ")":
            if not _NUMBER_BEFORE.search(self.text, max(0, draft.start - 40), draft.start):
                return
            position = draft.end + 1
        elif match := _PARENTHESES.match(self.text, draft.end):
            position = match.end()
        else:
            return
        probe = Draft(position, position, draft.number)
        self._scale(probe)
        self._unit(probe)
        draft.scale, draft.unit = probe.scale, probe.unit
