"""Numbers alone: digits in every grouping, and number words. What they measure is not looked at here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache
from types import MappingProxyType

EXACT = Context(prec=200)
"""Wide enough for every figure that is read: no product or sum is ever rounded."""

_ZERO, _ONE = Decimal(0), Decimal(1)
_FOUR_PLACES = Context(prec=6)
SHARES = Context(prec=12)
"""For what has no end: a third."""

MAX_DIGITS = 64
"""A longer run of digits is no figure but a key, a hash or an attack."""

VULGAR = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

_VULGAR = f"[{''.join(VULGAR)}]"

# Groups parted by spaces need groups of three; by apostrophes, points and commas they are looked at afterwards.
DIGITS = re.compile(
    r"""\d{1,2} / (?: 2|3|4|5|6|8|10|16|32|64 ) (?! [\d/] )
        | (?: (?<![\w.,'’]) \d{1,3} (?: [ \u00a0\u2007\u2009\u202f] \d{3} ){1,12} (?![\d%]) (?: [.,] \d{1,20} )?
                (?! \d | [.'’]\d )
        | \d+ (?: [.,'’´] \d+ )* )
        (?: """
    + _VULGAR
    + r"""
          | (?<![.,]\d) (?<![.,]\d\d) [ -]? (?<!\d) \d{1,2} / (?: 2|3|4|5|6|8|10|16|32|64 ) (?! [\d/] ) )?
        | """
    + _VULGAR,
    re.VERBOSE,
)

_PLAIN = re.compile(r"[\d.,]+")
_SPACES = re.compile(r"[ \u00a0\u2007\u2009\u202f]")
_FRACTION = re.compile(r"(?:([\d.,'’]+)[ -]?)?(?<!\d)(\d{1,2})/(\d{1,2})")
AMBIGUOUS = re.compile(r"\d{1,3}[.,]\d{3}")
"""Grouped thousands or three decimals: what decides is the decimal sign of the text."""

# They begin with a digit, to which a search skips.
_COMMA_DECIMALS = re.compile(r"\d(?<![\d.,].)\d{0,2},\d{1,2}(?![\d,.]\d|\d)")
_POINT_DECIMALS = re.compile(r"\d(?<![\d.,].)\d{0,2}\.\d{1,2}(?![\d,.]\d|\d|\. ?\d|\.\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at ``text[start:end]``; ``digit`` is the worth of its last digit."""

    start: int
    end: int
    value: Decimal
    digit: Decimal
    words: bool = False


@lru_cache(maxsize=8)
def decimal_sign(text: str, usual: str) -> str:
    """The decimal sign of a text: the language's usual one, unless the text itself only ever shows the other."""
    sample = text[:20_000]
    commas, points = len(_COMMA_DECIMALS.findall(sample)), len(_POINT_DECIMALS.findall(sample))
    if usual == "," and points >= 2 and not commas:
        return "."
    if usual == "." and commas >= 2 and not points:
        return ","
    return usual


def read_digits(token: str, sign: str) -> tuple[Decimal, Decimal] | None:
    """Value and worth of the last digit of a run of digits and separators; None if it is no number.

    ``sign`` decides where the grouping does not: "1.200" is 1200 where the decimal sign is a comma.
    """
    if len(token) > MAX_DIGITS:
        return None
    if token.isdecimal():
        return Decimal(token), _ONE
    if token[-1] in VULGAR:
        return _mixed(token[:-1], *VULGAR[token[-1]], sign)
    if "/" in token and (fraction := _FRACTION.fullmatch(token)):
        return _mixed(fraction[1] or "", int(fraction[2]), int(fraction[3]), sign)
    plain = token if _PLAIN.fullmatch(token) else _without_apostrophes(_SPACES.sub("", token))
    if plain is None:
        return None
    whole, point, rest = _decimal_part(plain, sign)
    if whole is None:
        return None
    value = Decimal(f"{whole}.{rest}") if point else Decimal(whole)
    return value, Decimal(1).scaleb(-len(rest))


def _mixed(whole: str, numerator: int, denominator: int, sign: str) -> tuple[Decimal, Decimal] | None:
    """ "2 1/2": a whole number and a fraction of one."""
    base = read_digits(whole.strip(" -"), sign) if whole else (Decimal(0), _ONE)
    if base is None or numerator >= denominator:
        return None
    digit = _FOUR_PLACES.divide(_ONE, Decimal(denominator))
    return EXACT.add(base[0], _FOUR_PLACES.divide(Decimal(numerator), Decimal(denominator))), digit


def _without_apostrophes(token: str) -> str | None:
    head, *groups = re.split(r"['’´]", token)
    if not groups:
        return token
    *middle, last = groups
    valid = len(head) <= 3 and all(len(group) == 3 for group in middle) and re.fullmatch(r"\d{3}(?:[.,]\d+)?", last)
    return head + "".join(groups) if valid else None


def _decimal_part(token: str, sign: str) -> tuple[str | None, bool, str]:
    """A token of digits, points and commas -> (digits before, whether there is a decimal sign, digits behind)."""
    groups = re.split(r"[.,]", token)
    signs = [char for char in token if char in ".,"]
    if not signs:
        return token, False, ""
    last = signs[-1]
    if len(set(signs)) == 1 and len(signs) > 1:
        return ("".join(groups), False, "") if _grouped(groups, last) else (None, False, "")
    if len(set(signs)) == 2:
        fits = signs.count(last) == 1 and _grouped(groups[:-1], signs[0])
        return ("".join(groups[:-1]), True, groups[-1]) if fits else (None, False, "")
    head, tail = groups
    if len(tail) != 3 or len(head) > 3 or head.startswith("0") or last == sign:
        return head, True, tail
    return head + tail, False, ""


def _grouped(groups: Sequence[str], sign: str) -> bool:
    """Whether groups of digits are thousands (1.234.567) or the Indian lakhs and crores (1,23,45,678)."""
    head, *rest = groups
    if not 1 <= len(head) <= 3 or not rest or len(rest[-1]) != 3:
        return not rest
    return all(len(group) == 3 for group in rest) or (
        sign == "," and len(head) <= 2 and all(len(group) == 2 for group in rest[:-1])
    )


class Words:
    """The number words of one language: atoms ("zwei", "zwanzig"), joined by ``joiners`` ("und"); ``point`` is how the
    decimal sign is spoken ("one point five"), ``bare`` whether it may begin a number ("point five"). Where words are
    glued, one of ``behind`` may be glued to a number ("zehn|prozentig"), and of bare ones one of ``large`` may stand
    inside ("zwei|millionen|dreihundert")."""

    def __init__(
        self,
        atoms: Mapping[str, object],
        joiners: Sequence[str],
        point: str,
        behind: Iterable[str] = (),
        large: Mapping[str, Decimal] = MappingProxyType({}),
        bare: bool = False,
    ) -> None:
        self.values = {str(word): Decimal(str(value)) for word, value in atoms.items()}
        self.glued = "" in joiners
        if bare and not self.glued:
            self.values |= _in_one_word(self.values)
        self._large = large if bare else {}
        self.point = point
        one = _choice(self.values)
        joins = (re.escape(join).replace(r"\ ", " {1,2}") for join in sorted(joiners, key=len, reverse=True) if join)
        join = "(?:" + "|".join(joins) + ")"
        join += "?" if self.glued else ""
        glued_behind = "|".join(map(re.escape, behind)) or "(?!)"
        large_atom = _choice(self._large)
        self._sequence = re.compile(
            rf"{one}(?:{join}{one}){{0,24}}+(?:{large_atom}{one}(?:{join}{one}){{0,24}}+){{0,4}}+"
            rf"(?:(?![^\W_])|(?={point}|{glued_behind}))"
            if self.glued
            else rf"{one}(?![^\W_])(?:{join}{one}(?![^\W_])){{0,24}}+"
        )
        ends = rf"(?={join}{one}|{large_atom}|{point}|{glued_behind}|(?![^\W_]))" if self.glued else ""
        self._first = re.compile(f"()({one}){ends}")  # not "einem|illionzweihunderttausend"
        self._atom = re.compile(f"({join})({one}|{large_atom})")
        digit = _choice(word for word, value in self.values.items() if value < 10 and value == int(value))
        digit += r"(?![^\W_])"
        gap = r"[ \-]?" if self.glued else r"[ \-]"
        self._point = re.compile(f"{gap}{point}{gap}(?=[^\\W\\d_])")
        self._bare_point = re.compile(rf"{point}{gap}") if bare else None
        self._digits = re.compile(rf"{digit}(?:[ \-]{digit}){{0,11}}")

    def at(self, folded: str, start: int) -> Number | None:
        """The number word (or words) that begins at ``start`` of a folded text."""
        match = self._sequence.match(folded, start)
        if match is None:
            point = self._bare_point.match(folded, start) if self._bare_point else None
            nothing = Number(start, start, Decimal(0), _ONE, words=True)
            return self._with_decimals(nothing, folded, point.end()) if point else None
        number = self._sum(folded, start, match.end())
        point = self._point.match(folded, number.end) if number else None
        return (self._with_decimals(number, folded, point.end()) if number and point else None) or number

    def _with_decimals(self, number: Number, folded: str, start: int) -> Number | None:
        """ "one point | five" and "one point | twenty-five": the words behind the point are its digits."""
        if match := self._digits.match(folded, start):
            said, end = "".join(str(self.values[word]) for word in re.split(r"[ \-]", match[0])), match.end()
        else:
            sequence = self._sequence.match(folded, start)
            behind = self._sum(folded, start, sequence.end()) if sequence else None
            if behind is None or not 10 <= behind.value < 100 or behind.value != int(behind.value):
                return None
            said, end = str(behind.value), behind.end
        value = number.value + Decimal(f"0.{said}")
        return Number(number.start, end, value, Decimal(1).scaleb(-len(said)), words=True)

    def _sum(self, folded: str, start: int, stop: int) -> Number | None:
        atoms: list[tuple[str, str, int]] = []
        position = start
        while position < stop and (more := (self._atom if atoms else self._first).match(folded, position, stop)):
            position = more.end()
            atoms.append((more[1], more[2], position))
        total = group = Decimal(0)
        highest = Decimal("Infinity")
        end, digit = start, _ONE
        multiplied = total, group, end, digit
        for join, word, word_end in atoms:
            value = self.values.get(word) or self._large.get(word, _ZERO)
            link = join.strip(" -")
            if link and not self.glued and value >= 1 and total == 0 and group < 100:
                break  # "two and three"
            if 1000 <= value < highest:
                total, group, highest, digit = total + max(group, _ONE) * value, Decimal(0), value, value
            elif value == 100 and group < 100:
                group, digit = max(group, _ONE) * 100, value
            elif value < 100 and (end == start or _fits(group, value, reverse=self.glued and link != "")):
                group, digit = group + value, _ONE if value == int(value) else Decimal("0.1")
            else:
                if value >= 100 and multiplied[2] > start:
                    total, group, end, digit = multiplied  # "two hundred | and three hundred"
                break
            end = word_end
            if value >= 100:
                multiplied = total, group, end, digit
        if end == start or (self.glued and end < stop):
            return None
        return Number(start, end, total + group, digit, words=True)


def _choice(words: Iterable[str]) -> str:
    return "(?:" + ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)") + ")"


def _in_one_word(values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """ "twentyfive"."""
    tens = {word: value for word, value in values.items() if value in range(20, 100, 10)}
    units = {word: value for word, value in values.items() if value in range(1, 10)}
    return {f"{ten}{unit}": tens[ten] + units[unit] for ten in tens for unit in units}


def _fits(group: Decimal, value: Decimal, reverse: bool) -> bool:
    """Whether a value below 100 can follow: "twenty|five", "five hundred|twelve", "two|a half", "five|and|twenty"."""
    if value < 1:
        return value > 0 and group == int(group)
    open_tens = group % 100
    if open_tens == 0:
        return True
    if reverse and open_tens < 10:
        return value >= 20 and value % 10 == 0
    return open_tens >= 20 and open_tens % 10 == 0 and value < 10
