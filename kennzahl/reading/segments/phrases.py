"""The phrases of a sentence that can name a part of a company: words before and behind a metric, places, names.

What counts is grammar and capitals; which phrase a figure takes is said in ``segments``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from kennzahl.facts import Span
from kennzahl.reading.segments.recalls import Part, recalled
from kennzahl.reading.segments.words import SegmentWords
from kennzahl.reading.tokens import POSSESSIVE
from kennzahl.reading.view import View

ACRONYM = 2  # letters of one that looks like a little word
LABEL = 3  # words of an entry's label
NOUNS = 3  # words of what is counted
SHOUTED = 6  # letters of an acronym; more of them in capitals are a heading
LINE = 8  # characters before a reference in which "in der" stands
VERB = 8  # words from what opens a sentence to its verb
CUT = frozenset(".'’")
BARE_TICKER_END = re.compile(r"\.[A-Z]\b")
BEFORE, BEHIND = 4, 7  # words of a modifier before its metric, and of a phrase behind it
MOVING = frozenset({"up", "down", "past", "guidance"})
NO_NAMES = frozenset({"up", "down", "past", "guidance", "copulas", "left.change", "links"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What stands in a sentence and is no part of the company: its own names, periods, and words that stand for it
    ("the planemaker"). Other companies' names are parts only where the grammar says so ("sales at ...")."""

    own: Sequence[Span] = ()
    times: Sequence[Span] = ()
    references: Sequence[Span] = ()
    others: Sequence[Span] = ()
    name: str = ""
    """The company's."""
    held: Span | None = None
    """The name of the company that the article is about, where a figure is another's."""


class Finder:
    """Finds the phrases of one sentence that can name a part; words are counted from its start."""

    def __init__(self, view: View, words_: SegmentWords, taken: Taken) -> None:
        self.view, self.words, self.held = view, words_, taken.held
        self.others = self._words_of(taken.others)
        self.references = self._words_of([span for span in taken.references if not self._is_line(span)])
        self.own = self._words_of(taken.own)
        self.times = self._words_of(taken.times)
        self.taken = self.times | self.own | self.others
        self.shares = view.cues.get("shares_of", ())
        self.figures = {i for figure in view.figures for i in range(figure.first, figure.last + 1)}

    @cached_property
    def verbs(self) -> set[int]:
        return self._cued(MOVING)

    @cached_property
    def moves(self) -> set[int]:
        return self._cued(NO_NAMES)

    @cached_property
    def analysts(self) -> set[int]:
        return self._cued({"consensus"})

    @cached_property
    def metrics(self) -> set[int]:
        return {i for named in self.view.metrics for i in range(named.first, named.last + 1)}

    @cached_property
    def measured(self) -> set[int]:
        """The words of metrics that name no part: "its | chips | division" has a noun of what is counted."""
        return self.metrics - self.goods

    @cached_property
    def goods(self) -> set[int]:
        return {one.first for one in self.view.metrics if one.mention.metric and one.mention.term.counted}

    @cached_property
    def barred(self) -> set[int]:
        named = [one for one in self.view.metrics if one.mention.metric]
        counted = {i for one in named for i in range(one.first, one.last + 1)}
        return self.own | self.times | self.references | counted | self.analysts

    def _cued(self, groups: Collection[str]) -> set[int]:
        cues = self.view.cues
        return {i for group in groups for cue in cues.get(group, ()) for i in range(cue.first, cue.last + 1)}

    def _is_line(self, reference: Span) -> bool:
        """ "in der Rückversicherung": a line of business, no insurer; "an der Neckarwerft": what is held."""
        before = self.view.text[max(reference.start - LINE, 0) : reference.start].casefold().split()
        return self.words.capitalised and not (self.words.opens | self.words.objects).isdisjoint(before)

    def _words_of(self, spans: Sequence[Span]) -> set[int]:
        if not spans:
            return set()
        starts = [token.start for token in self.view.tokens]
        ranges = ((bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)
        return {index for first, behind in ranges for index in range(first, behind)}

    def is_content(self, index: int) -> bool:
        form = self.view.tokens[index].form
        plain = form[0].isalpha() or form == "&"
        free = index not in self.taken and index not in self.figures
        return plain and free and not self.is_empty(index) and not self._hollow(index)

    def is_empty(self, index: int) -> bool:
        """Does a word say nothing of a part? "IT" and "US" are no pronouns."""
        token = self.view.tokens[index]
        acronym = len(token.form) == ACRONYM and self.view.text[token.start : token.end].isupper()
        return token.form in self.words.empty and not acronym and not self._is_field(index)

    def _is_field(self, index: int) -> bool:
        """ "corporate | banking", "retail and wholesale units": does a word for a field stand before what it is of?"""
        tokens, fields = self.view.tokens, self.words.fields
        if tokens[index].form not in fields:
            return False
        behind = index + 1
        while behind < len(tokens) and tokens[behind].form in fields | self.words.joins and behind - index < BEFORE:
            behind += 1
        return behind < len(tokens) and tokens[behind].form in self.words.lines | self.words.units

    def _hollow(self, index: int) -> bool:
        """A verb or an adjective by its ending ("showed", "biggest"); names are written with a capital."""
        form = self.view.tokens[index].form
        small = index == 0 or not self.is_capital(index) or "'" in form or "-" in form
        return small and form.endswith(self.words.hollow) and form.rpartition("-")[2] not in self.words.kept

    def is_capital(self, index: int) -> bool:
        return self.view.text[self.view.tokens[index].start].isupper()

    def part(self, first: int, last: int) -> Part | None:
        named = last > first > 0 and all(self.is_capital(index) for index in range(first, last + 1))  # "Brand Group"
        if not named and all(map(self._is_nameless, range(first, last + 1))):
            return None  # "the group", "its business", "its stores": the whole
        while first <= last and self.view.tokens[first].form in self.words.determiners | self.words.joins:
            first += 1
        while last > first and self.view.tokens[last].form in self.words.joins | self.words.determiners:
            last -= 1
        if last >= first and BARE_TICKER_END.match(self.view.text, self.view.tokens[last].end):
            last -= 1  # "Muster Group | MG.N"
        if first > 0 and self.view.tokens[first - 1].form.endswith(self.words.ranks):
            return None  # "Europe's largest | aerospace group"
        if any(cue.last == first - 1 for cue in self.view.cues.get("third_parties", ())):
            return None  # "Research firm | Muster | expects"
        named = self.is_capital(last) and last + 1 in self.references  # "the company's | Muster | chain"
        refers = last in self.references and not named
        if first > last or (refers and self.view.tokens[last].form.removesuffix(POSSESSIVE) not in self.words.units):
            return None
        start = self.view.tokens[first].start
        while self.is_capital(last) and start > 0 and self.view.text[start - 1].isdigit():
            start -= 1  # "19|th Century Films"
        span = Span(start, self.view.tokens[last].end)
        name = self.view.text[span.start : span.end]
        heading = name.isupper() and sum(map(str.isalpha, name)) > SHOUTED
        if heading or self.view.text[span.start - 1 : span.start] in CUT:
            return None  # a heading that runs into its text, a ticker, the s of "Shop 1's"
        return name, span

    def _is_nameless(self, index: int) -> bool:
        form, words = self.view.tokens[index].form, self.words
        site = not words.capitalised and words.uninflected(form) in words.sites
        return site or form in words.units - words.kept or form in words.determiners

    def before(self, metric: int) -> Part | None:
        """ "North America | sales": the words right before the metric, up to a determiner, a name or a verb."""
        first = metric
        while first > 0 and metric - first < BEFORE and (self.specifies(first - 1) or self._is_brand(first - 1)):
            first -= 1
            if first > 1 and self.view.has("and", first - 1, first - 1) and self.modifies(first - 2):
                first -= 2  # "refining and | marketing | earnings"
        if self.view.tokens[first].form in self.words.regions and first > 0 and self.is_place(first - 1):
            first -= 1  # "| North | America and Latin America revenue"
        if first > 0 and self.view.tokens[first - 1].form in self.words.infinitives and not self.is_capital(first):
            first += 1  # "expected to post | sales"
        if (
            first < metric
            and self.view.tokens[first].form in self.words.units - self.words.kept
            and not self.is_capital(first)
        ):
            return None  # "segment result"
        return self.part(first, metric - 1) if first < metric else None

    def specifies(self, index: int) -> bool:
        """Another metric's noun right before says of what this one is, too ("bond | trading revenue")."""
        named = index in self.metrics and index not in self.moves
        return self.modifies(index) or (named and self.is_content(index))

    def _is_brand(self, index: int) -> bool:
        """ "its Muster unit did badly: | Muster | sales fell": another company's name that owns nothing itself."""
        return index in self.others and self.is_capital(index) and "'" not in self.view.tokens[index].form

    def modifies(self, index: int) -> bool:
        form = self.view.tokens[index].form
        stops = self.words.determiners | self.words.within
        return self.is_content(index) and form not in stops and index not in self.moves and index not in self.measured

    def behind(self, start: int, stop: int, ties: frozenset[str] | None = None) -> Part | None:
        """ "Sales | at the aerospace unit | rose": a phrase behind the metric, up to its verb."""
        if start >= stop or self.view.tokens[start].form not in (self.words.within if ties is None else ties):
            return None
        while start + 1 < stop and start + 1 in self.own:
            start += 1  # "sales at Sears' | Kmart"
        made = self.view.forms(start + 1, min(start + 2, stop - 1))
        if made and made[0] in self.words.makes and made[-1] not in self.words.lines:
            start += 1  # "profits from producing | ethanol", but "mining products"
        last = start
        while last + 1 < min(stop, start + 1 + BEHIND):
            form = self.view.tokens[last + 1].form
            opens = last == start or self.view.tokens[last].form in self.words.joins | self.words.determiners
            joins = form in self.words.joins or (opens and form in self.words.determiners)
            other = last + 1 in self.others and self.is_capital(last + 1)
            moved = last + 1 in self.moves and form not in self.words.joins
            if moved or not (self.is_content(last + 1) or joins or other):
                break
            last += 1
        if last == start or self._is_seat(last):
            return None
        while last > start and (
            self.view.tokens[last].form in self.words.joins or (self.words.capitalised and not self.is_capital(last))
        ):
            last -= 1
        if self.view.tokens[last].form in self.words.describes - self.words.units:
            return None  # "profit at the US media giant"
        lone = self.view.tokens[last].form in self.words.units and last == self.behind_determiners(start + 1)
        first = start if self.view.tokens[start].form in self.words.beyond else start + 1
        return self.earlier(last) if lone else self.part(first, last)

    def sold(self, start: int) -> Part | None:
        """ "a 50 percent decline in sales | of mining trucks": what is sold, behind a word of ``sold``."""
        return self.behind(start, len(self.view.tokens), self.words.sold)

    def earlier(self, index: int) -> Part | None:
        """ "the unit": the part that the sentences before named."""
        sentence, form = self.view.sentence, self.view.tokens[index].form
        return None if form == self.words.whole else recalled(self.view.text, sentence.start, form, self.words)

    def place_behind(self, start: int, ties: frozenset[str]) -> Part | None:
        """ "fell 10% | in Asia-Pacific": a capitalised place, or a part that is called one, right behind the figure."""
        tokens = self.view.tokens
        if start + 1 >= len(tokens) or tokens[start].form not in ties:
            return None
        first = self.behind_determiners(self._behind_owner(start) + 1)
        while first + 1 < len(tokens) and first in self.own and self.is_capital(first + 1):
            first += 1  # "at Sears' | Kmart"
        if first + 1 < len(tokens) and self.is_empty(first) and not self.words.capitalised and self.is_place(first + 1):
            first += 1  # "in the key | North American region"
        last = first - 1
        while last + 1 < len(tokens) and last + 1 - first < BEFORE and self.is_place(last + 1):
            last += 1
        if self.words.goes_on(self.view.forms(last + 1, last + 2)):
            return None  # "in Germany and other countries"
        if first <= last < len(tokens) - 1 and tokens[last + 1].form in self.words.units:
            last += 1
        if last >= first and not self._is_seat(last):
            return self.part(start if tokens[start].form in self.words.beyond else first, last)
        for index in range(first, min(first + BEFORE, len(tokens))):
            if tokens[index].form in self.words.units | self.words.lines and not self.words.capitalised:
                unit = tokens[index].form in self.words.units
                return self.part(first, index) if index > first else self.earlier(index) if unit else None
            if tokens[index].form in self.words.units:
                return self.part(first, index) if index > first else self.earlier(index)
            if not self.modifies(index):
                if index > first or tokens[index].form not in self.words.empty:
                    return None
                first = index + 1  # "in its | global | enterprise business"
        return None

    def _behind_owner(self, start: int) -> int:
        """ "at the Springfield, Illinois-based company's | aerospace arm": the last word of whose part it is."""
        words = range(start + 1, min(start + 1 + BEHIND, len(self.view.tokens)))
        owners = {form for form in self.words.determiners if form.endswith(POSSESSIVE)}
        return next((index for index in words if self.view.tokens[index].form in owners), start)

    def _is_seat(self, last: int) -> bool:
        """ "at the Springfield, | Illinois-based | company's aerospace arm": is a place that of the company?"""
        behind = self.view.forms(last + 1, last + 1 + NOUNS)
        return any(form.endswith(seat) for form in behind for seat in self.words.seats)

    def moved(self, start: int) -> Part | None:
        """ "a 10 percent rise | in international flights": what a change is of, right behind its noun."""
        tokens = self.view.tokens
        if start >= len(tokens) or tokens[start].form not in self.words.within:
            return None
        first = self.behind_determiners(start + 1)
        last = first - 1
        while last + 1 < len(tokens) and last + 1 - first < BEFORE and self._moves_on(last + 1):
            last += 1
        return self.part(first, last) if last >= first and not self._is_seat(last) else None

    def _moves_on(self, index: int) -> bool:
        form, words = self.view.tokens[index].form, self.words
        if form in words.joins and self.modifies(index - 1) and index + 1 < len(self.view.tokens):
            return index + 1 not in self.figures and self._moves_on(index + 1)  # "asset | and | wealth management"
        gerund = self._hollow(index) or form in words.determiners
        return self.is_content(index) and not gerund and index not in self.moves and index not in self.barred

    def behind_nouns(self, index: int) -> int:
        """The word behind what is counted and the noun of the change ("a 4 percent decline | at")."""
        words = range(index, min(index + NOUNS, len(self.view.tokens)))
        return next((word for word in words if word not in self.metrics and word not in self.verbs), index)

    def behind_brackets(self, index: int) -> int:
        """The word behind what a bracket adds there ("EBITA (earnings before ...) | in Latin America")."""
        tokens = self.view.tokens
        if index < len(tokens) and tokens[index].form == "(":
            index = next((i + 1 for i in range(index, len(tokens)) if tokens[i].form == ")"), index)
        return index

    def behind_determiners(self, index: int) -> int:
        """The first word from there on that is no determiner."""
        while index < len(self.view.tokens) and self.view.tokens[index].form in self.words.determiners:
            index += 1
        return index

    def is_place(self, index: int) -> bool:
        free = self.is_content(index) or index in self.others
        return free and self.is_capital(index) and index not in self.metrics and index not in self.analysts

    def place_before(self, stop: int) -> Part | None:
        """ "will cut | in Germany | 5,000 jobs", "grew | in Asia | (up 5 percent)": a place right before the figure."""
        stop = next((i for i in range(stop - 1, max(stop - LABEL, 0), -1) if self.view.tokens[i].form == "("), stop)
        while stop > 0 and any(cue.group in ("fillers", "links") for cue in self.view.ending_at(stop - 1)):
            stop -= 1
        first = stop
        while first > 0 and stop - first < BEFORE and self.is_place(first - 1):
            first -= 1
        behind = first
        while first > 0 and self.view.tokens[first - 1].form in self.words.determiners:
            first -= 1
        before = self.view.forms(first - 2, first - 1)
        region = stop > 0 and self.view.tokens[stop - 1].form in self.words.regions
        tied = before[-1:] and (
            before[-1] in (self.words.places | self.words.sited if region else self.words.places)
            or (before[0] == ")" and before[-1] in self.words.joins)
        )
        return self.part(behind, stop - 1) if tied and behind < stop else None
