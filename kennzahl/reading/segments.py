"""Which part of the company a figure is about: "Sales at the aerospace unit", "North America sales", "Cloudumsatz".

Only what the grammar ties to the metric or its figure counts; names of companies, periods and empty adjectives are no
segments. The words are those of the language's ``segments`` section.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from kennzahl.facts import Span
from kennzahl.reading.segment_words import SegmentWords, words
from kennzahl.reading.statement import Statement
from kennzahl.reading.tokens import Token, tokenise
from kennzahl.reading.view import View

EARLIER = 600  # characters before a sentence in which its part may have been named
OBJECT = 8  # words from a deal to the company that is bought
RELATIVE = 9  # words from "in which" to the stake
LABEL = 3  # words of an entry's label
LISTS = frozenset({"(", ",", ";", "-", "–", "•", "*"})
"""What an entry of a list stands behind."""
NOUNS = 3  # words of what is counted
UNIT = 18  # words from the figure back to the word for a part
SUBJECT = 8  # words from the figure back to the verb
BEFORE, BEHIND = 4, 7  # words of a modifier before its metric, and of a phrase behind it
SEGMENTED = frozenset({
    "revenue", "organic_growth", "ebit", "ebitda", "net_income", "pretax_profit", "units_sold", "order_intake",
    "order_backlog", "premiums", "costs", "production", "customers", "users", "subscribers", "gross_profit",
    "ebit_margin", "stores", "passengers", "free_cash_flow", "operating_cash_flow", "capex", "combined_ratio",
    "job_cuts", "employees", "loans", "deposits", "net_interest_income", "fee_income", "rd_expense",
    "personnel_expense",
})  # fmt: skip
OBJECTS = frozenset({"stake", "deal_value"})
"""Their segment is the company that is held or bought."""
SPENDING = frozenset({"capex"})
"""What stands behind them is what the money buys ("investments in data centres"), no part of the company."""
PLACED = frozenset({
    "other", "market_share", "impairment", "hires", "valuation", "cost_savings", "ebitda_margin", "net_margin",
    "assets_under_management", "transactions",
})  # fmt: skip
"""Only a part that is called one, or a place, is their segment: what stands before them says what they are."""
VERBS = frozenset({"up", "down", "past", "guidance"})
MOVES = frozenset({"up", "down", "past", "guidance", "copulas", "left.change", "links"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What stands in a sentence and is no part of the company: its own names, periods, and words that stand for it
    ("the planemaker"). Other companies' names are parts only where the grammar says so ("sales at ...")."""

    own: Sequence[Span] = ()
    times: Sequence[Span] = ()
    references: Sequence[Span] = ()
    others: Sequence[Span] = ()


def segment_of(statement: Statement, language: str, taken: Taken) -> tuple[str, Span] | None:
    """The segment of a statement as written, with its span, or None for the whole company."""
    finder = _Finder(statement.view, words(language), taken)
    named = statement.named
    if statement.metric in OBJECTS and named is not None:
        last, verb = statement.figures[-1].last, named.mention.term.verb or named.first < statement.lead.first - 1
        return (
            finder.object_of(named.last + 1, tied=not verb)
            or finder.object_of(last + 1, tied=True)
            or finder.object_before(min(statement.lead.first, named.first))
        )
    if statement.metric not in SEGMENTED | PLACED:
        return None
    if named is not None and named.mention.segment and statement.metric in SEGMENTED:
        start = named.mention.start
        name = finder.words.names.get(named.mention.segment.casefold(), named.mention.segment)
        if named.first in finder.taken:
            return None  # "Bank-Austria-Mitarbeiter"
        return (name, Span(start, start + len(named.mention.segment))) if name else None
    first = statement.figures[0].first
    if statement.metric in SPENDING:
        return finder.unit_before(first)
    last = statement.figures[-1].last
    if statement.metric in SEGMENTED and (found := finder.labelled(first)):
        return found
    if found := finder.place_behind(finder.behind_nouns(last + 1), finder.words.places):
        return found
    apart = named is not None and bool(finder.figures & set(range(named.last + 1, first)))
    if apart and (found := finder.subject(first)):
        return found
    if named is not None and named.last < statement.lead.first and statement.metric not in PLACED:
        found = finder.behind(named.last + 1, statement.lead.first)
    if named is not None and not found and _modified(statement, finder.words):
        found = finder.before(named.first)
    if named is not None and not found and named.first > last:
        found = finder.place_behind(named.last + 1, finder.words.within)
    return (
        found
        or finder.unit_before(first)
        or finder.place_before(first)
        or finder.leading(named.first if named is not None else first)
        or finder.subject(first)
        or finder.unit_behind(last + 1)
    )


def _modified(statement: Statement, words_: SegmentWords) -> bool:
    """Does a word before the metric name a part ("cloud revenue")? Not before verbs and what is counted."""
    named = statement.named
    if named is None or words_.capitalised or named.mention.term.verb or statement.metric in PLACED:
        return False
    return named.last < statement.lead.first or not named.mention.term.counted


class _Finder:
    def __init__(self, view: View, words_: SegmentWords, taken: Taken) -> None:
        self.view, self.words = view, words_
        self.others = self._words_of(taken.others)
        self.references = self._words_of(taken.references)
        self.own = self._words_of(taken.own)
        self.taken = self._words_of(taken.times) | self.own | self.others
        self.figures = {i for figure in view.figures for i in range(figure.first, figure.last + 1)}

    @cached_property
    def verbs(self) -> set[int]:
        return self._cued(VERBS)

    @cached_property
    def moves(self) -> set[int]:
        return self._cued(MOVES)

    @cached_property
    def analysts(self) -> set[int]:
        return self._cued({"consensus"})

    @cached_property
    def metrics(self) -> set[int]:
        return {i for named in self.view.metrics for i in range(named.first, named.last + 1)}

    def _cued(self, groups: Collection[str]) -> set[int]:
        cues = self.view.cues
        return {i for group in groups for cue in cues.get(group, ()) for i in range(cue.first, cue.last + 1)}

    def _words_of(self, spans: Sequence[Span]) -> set[int]:
        if not spans:
            return set()
        starts = [token.start for token in self.view.tokens]
        ranges = ((bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)
        return {index for first, behind in ranges for index in range(first, behind)}

    def _content(self, index: int) -> bool:
        form = self.view.tokens[index].form
        plain = form[0].isalpha() or form == "&"
        free = index not in self.taken and index not in self.figures
        return plain and free and form not in self.words.empty and not self._hollow(index)

    def _hollow(self, index: int) -> bool:
        """A verb or an adjective by its ending ("showed", "biggest"); names are written with a capital."""
        form = self.view.tokens[index].form
        small = index == 0 or not self._capital(index) or "'" in form or "-" in form
        return small and form.endswith(self.words.hollow) and form.rpartition("-")[2] not in self.words.kept

    def _capital(self, index: int) -> bool:
        return self.view.text[self.view.tokens[index].start].isupper()

    def _slice(self, first: int, last: int) -> tuple[str, Span] | None:
        if all(token.form in self.words.units | self.words.determiners for token in self.view.tokens[first : last + 1]):
            return None  # "the group", "its business": the whole
        while first <= last and self.view.tokens[first].form in self.words.determiners:
            first += 1
        while last > first and self.view.tokens[last].form in self.words.joins | self.words.determiners:
            last -= 1
        if first > 0 and self.view.tokens[first - 1].form.endswith(self.words.ranks):
            return None  # "Europe's largest | aerospace group"
        if first > last or (last in self.references and self.view.tokens[last].form not in self.words.units):
            return None
        span = Span(self.view.tokens[first].start, self.view.tokens[last].end)
        return self.view.text[span.start : span.end], span

    def before(self, metric: int) -> tuple[str, Span] | None:
        """ "North America | sales": the words right before the metric, up to a determiner, a name or a verb."""
        first = metric
        while first > 0 and metric - first < BEFORE and self._modifies(first - 1):
            first -= 1
        if first > 0 and self.view.tokens[first - 1].form in self.words.infinitives and not self._capital(first):
            first += 1  # "expected to post | sales"
        if first < metric and self.view.tokens[first].form in self.words.units and not self._capital(first):
            return None  # "segment result"
        return self._slice(first, metric - 1) if first < metric else None

    def _modifies(self, index: int) -> bool:
        form = self.view.tokens[index].form
        stops = self.words.determiners | self.words.within
        return self._content(index) and form not in stops and index not in self.moves and index not in self.metrics

    def behind(self, start: int, stop: int) -> tuple[str, Span] | None:
        """ "Sales | at the aerospace unit | rose": a phrase behind the metric, up to its verb."""
        if start >= stop or self.view.tokens[start].form not in self.words.within:
            return None
        while start + 1 < stop and start + 1 in self.own:
            start += 1  # "sales at Sears' | Kmart"
        last = start
        while last + 1 < min(stop, start + 1 + BEHIND):
            form = self.view.tokens[last + 1].form
            joins = form in self.words.determiners | self.words.joins
            other = last + 1 in self.others and self._capital(last + 1)
            moved = last + 1 in self.moves and form not in self.words.joins
            if moved or not (self._content(last + 1) or joins or other):
                break
            last += 1
        if last == start:
            return None
        while last > start and self.view.tokens[last].form in self.words.joins:
            last -= 1
        lone = self.view.tokens[last].form in self.words.units and last == self._behind_determiners(start + 1)
        first = start if self.view.tokens[start].form in self.words.beyond else start + 1
        return self.earlier(last) if lone else self._slice(first, last)

    def object_of(self, start: int, tied: bool) -> tuple[str, Span] | None:
        """ "acquisition of genetic testing company | Life Technologies": the first name behind the metric or figure."""
        tokens, end = self.view.tokens, min(start + OBJECT, len(self.view.tokens))
        if tied and not {token.form for token in tokens[start : start + 2]} & self.words.objects:
            return None
        first = start
        while first < end and not (self._capital(first) and tokens[first].form[0].isalpha()):
            if tokens[first].form in self.words.objects | self.words.determiners or not self._ends(first):
                first += 1
            else:
                return None
        last = first
        while last + 1 < len(tokens) and last - first < BEFORE and self._capital(last + 1):
            last += 1
        if first >= end or tokens[first].form in self.words.empty or first in self.own | self.figures:
            return None
        return self._slice(first, last)

    def _ends(self, index: int) -> bool:
        return index in self.figures or self.view.tokens[index].form in (",", ";", ".", "(")

    def leading(self, stop: int) -> tuple[str, Span] | None:
        """ "In der Unfallversicherung | sank die Quote": the place or part that a sentence opens with."""
        tokens = self.view.tokens
        if not tokens or tokens[0].form not in self.words.opens:
            return None
        first = 1
        while first < stop and tokens[first].form in self.words.determiners:
            first += 1
        last = first - 1
        while last + 1 < stop and last + 1 - first < BEFORE and self._content(last + 1) and last + 1 not in self.moves:
            if not self.view.text[tokens[last + 1].start].isupper() and tokens[last + 1].form not in self.words.joins:
                break
            last += 1
        return self._slice(first, last) if last >= first else None

    def labelled(self, figure: int) -> tuple[str, Span] | None:
        """ "(Premium: 3.7 billion, | Advertising | : 537 million)": the label of an entry in a list of parts."""
        tokens = self.view.tokens
        if figure < 2 or tokens[figure - 1].form != ":":
            return None
        first = figure - 1
        while first > 0 and figure - first <= LABEL and self._place(first - 1) and first - 1 not in self.moves:
            first -= 1
        opens = first == 0 or tokens[first - 1].form in LISTS
        return self._slice(first, figure - 2) if opens and first < figure - 1 else None

    def object_before(self, stop: int) -> tuple[str, Span] | None:
        """ "Diamond Offshore, in which | it has a 50 percent stake": the name that the relative clause is about."""
        for index in range(stop - 1, max(stop - 1 - RELATIVE, 0), -1):
            if self.view.has("in_which", index, index + 1):
                last = next((word for word in range(index - 1, max(index - 8, -1), -1) if word in self.taken), None)
                if last is None:
                    return None
                first = last
                while first - 1 in self.taken:
                    first -= 1
                return self._slice(first, last)
        return None

    def unit_before(self, stop: int) -> tuple[str, Span] | None:
        """ "The specialty diagnostics business | rose 8 percent": the nearest word for a part, and its name."""
        for index in range(stop - 1, max(stop - UNIT, -1), -1):
            form = self.view.tokens[index].form
            if form in (";", ".") or index in self.figures:
                return None
            hyphenated = self.words.ends_in_unit(form) and form not in self.words.empty
            if form in self.words.units or hyphenated:
                first = index
                while not hyphenated and first > 0 and index - first < BEFORE and self._modifies(first - 1):
                    first -= 1
                if first < index or hyphenated:
                    return self._slice(first, index)
                if first > 0 and self.view.tokens[first - 1].form in self.words.determiners:
                    return self.earlier(index)
        return None

    def unit_behind(self, start: int) -> tuple[str, Span] | None:
        """ "300 jobs go | at the paint-division": a part by its compound, close behind the figure."""
        for index in range(start, min(start + BEHIND, len(self.view.tokens))):
            form = self.view.tokens[index].form
            if not form[0].isalpha() or index in self.figures:
                return None
            if self.words.ends_in_unit(form) and form not in self.words.empty:
                return self._slice(index, index)
        return None

    def earlier(self, index: int) -> tuple[str, Span] | None:
        """ "the unit": the part of that kind that the sentences before named ("the aerospace unit")."""
        text, start, form = self.view.text, self.view.sentence.start, self.view.tokens[index].form
        before = tokenise(text, max(start - EARLIER, 0), start) if form != self.words.whole else []
        for last in range(len(before) - 1, 0, -1):
            if before[last].form != form:
                continue
            first = last
            while first > 0 and last - first < BEFORE and self._names(before[first - 1]):
                first -= 1
            if first < last:
                return text[before[first].start : before[last].end], Span(before[first].start, before[last].end)
        return None

    def _names(self, token: Token) -> bool:
        form = token.form
        if form in self.words.kept:
            return True
        stops = self.words.empty | self.words.determiners | self.words.within
        return form[0].isalpha() and form not in stops and not form.endswith(self.words.hollow)

    def place_behind(self, start: int, ties: frozenset[str]) -> tuple[str, Span] | None:
        """ "fell 10% | in Asia-Pacific": a capitalised place, or a part that is called one, right behind the figure."""
        tokens = self.view.tokens
        if start + 1 >= len(tokens) or tokens[start].form not in ties:
            return None
        first = self._behind_determiners(start + 1)
        last = first - 1
        while last + 1 < len(tokens) and last + 1 - first < BEFORE and self._place(last + 1):
            last += 1
        if last >= first:
            return self._slice(start if tokens[start].form in self.words.beyond else first, last)
        for index in range(first, min(first + BEFORE, len(tokens))):
            if tokens[index].form in self.words.units:
                return self._slice(first, index) if index > first else self.earlier(index)
            if not self._modifies(index):
                if index > first or tokens[index].form not in self.words.empty:
                    return None
                first = index + 1  # "in its | global | enterprise business"
        return None

    def behind_nouns(self, index: int) -> int:
        """The word behind what is counted and the noun of the change ("a 4 percent decline | at")."""
        words = range(index, min(index + NOUNS, len(self.view.tokens)))
        return next((word for word in words if word not in self.metrics and word not in self.verbs), index)

    def _behind_determiners(self, index: int) -> int:
        while index < len(self.view.tokens) and self.view.tokens[index].form in self.words.determiners:
            index += 1
        return index

    def _place(self, index: int) -> bool:
        free = self._content(index) or index in self.others
        return free and self._capital(index) and index not in self.metrics and index not in self.analysts

    def place_before(self, stop: int) -> tuple[str, Span] | None:
        """ "will cut | in Germany | 5,000 jobs": a place right before the figure."""
        while stop > 0 and any(cue.group in ("fillers", "links") for cue in self.view.ending.get(stop - 1, ())):
            stop -= 1
        first = stop
        while first > 0 and stop - first < BEFORE and self._place(first - 1):
            first -= 1
        behind = first
        while first > 0 and self.view.tokens[first - 1].form in self.words.determiners:
            first -= 1
        tied = first > 0 and self.view.tokens[first - 1].form in self.words.places
        return self._slice(behind, stop - 1) if tied and behind < stop else None

    def subject(self, stop: int) -> tuple[str, Span] | None:
        """ "while | Relaxan | fell 79 percent": the name right before the verb, which is no company's."""
        for index in range(stop - 1, max(stop - SUBJECT, 0), -1) if not self.words.capitalised else ():
            if self.view.tokens[index].form in (";", ".", ",") or index in self.figures:
                return None
            if index not in self.verbs or index - 1 in self.verbs:
                continue
            first = index
            while first > 1 and index - first < BEFORE and self._place(first - 1):
                first -= 1
            if first < index and first - 1 not in self.taken and index - 1 not in self.metrics:
                return self._slice(first, index - 1)
            return None
        return None
