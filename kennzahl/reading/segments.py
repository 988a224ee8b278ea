"""Which part of the company a figure is about: "Sales at the aerospace unit", "North America sales", "Cloudumsatz".

Only what the grammar ties to the metric or its figure counts; names of companies, periods and empty adjectives are no
segments. The words are those of the language's ``segments`` section.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kennzahl import languages
from kennzahl.facts import Span
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import View

RELATIVE = 9  # words from "in which" to the stake
BEFORE, BEHIND = 4, 7  # words of a modifier before its metric, and of a phrase behind it
SEGMENTED = frozenset({
    "revenue", "organic_growth", "ebit", "ebitda", "net_income", "pretax_profit", "units_sold", "order_intake",
    "order_backlog", "premiums", "costs", "production", "customers", "users", "subscribers", "gross_profit",
    "ebit_margin", "stores", "passengers", "free_cash_flow", "operating_cash_flow", "capex", "combined_ratio",
    "job_cuts", "employees", "loans", "deposits",
})  # fmt: skip
OBJECTS = frozenset({"stake", "deal_value"})
"""Their segment is the company that is held or bought."""
SPENDING = frozenset({"capex"})
"""What stands behind them is what the money buys ("investments in data centres"), no part of the company."""
SETS = ("units", "empty", "within", "places", "opens", "objects", "joins", "determiners")
MOVES = frozenset({"up", "down", "past", "guidance", "copulas", "left.change", "links"})


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """``units`` name a part of a company, ``empty`` say nothing of it, ``within`` tie a part to a metric before it,
    ``places`` a place to a figure before it, ``opens`` a sentence with one, ``objects`` a company to the deal or stake
    before it; ``joins`` go on with a name, ``determiners`` begin one; ``names`` are parts of compounds by their name.
    """

    units: frozenset[str]
    empty: frozenset[str]
    within: frozenset[str]
    places: frozenset[str]
    opens: frozenset[str]
    objects: frozenset[str]
    joins: frozenset[str]
    determiners: frozenset[str]
    names: dict[str, str]
    capitalised: bool
    """Nouns are written with a capital: a modifier before the metric is no segment (German compounds are)."""
    endings: tuple[str, ...]
    """The units once more, for a quick look."""

    def ends_in_unit(self, form: str) -> bool:
        """ "Cloud-Sparte", and in a language of compounds "Halbleitersparte"."""
        if not form.endswith(self.endings):
            return False
        return any(
            form.endswith("-" + unit) or (self.capitalised and len(form) > len(unit) + 2 and form.endswith(unit))
            for unit in self.units
        )


@cache
def words(language: str) -> SegmentWords:
    """The segment words of a language."""
    data = dict(languages.section(language, "segments"))
    sets = {key: frozenset(data[key]) for key in SETS}
    return SegmentWords(**sets, names=data["names"], capitalised=data["capitalised"], endings=tuple(data["units"]))


def segment_of(statement: Statement, language: str, taken: Sequence[Span]) -> tuple[str, Span] | None:
    """The segment of a statement as written, with its span; ``taken`` are the names of companies and periods nearby."""
    finder = _Finder(statement.view, words(language), taken)
    named = statement.named
    if statement.metric in OBJECTS and named is not None:
        return finder.object_of(named.last) or finder.object_before(min(statement.lead.first, named.first))
    if statement.metric not in SEGMENTED:
        return None
    if named is not None and named.mention.segment:
        start = named.mention.start
        name = finder.words.names.get(named.mention.segment.casefold(), named.mention.segment)
        if named.first in finder.taken:
            return None  # "Bank-Austria-Mitarbeiter"
        return (name, Span(start, start + len(named.mention.segment))) if name else None
    first = statement.figures[0].first
    if statement.metric in SPENDING:
        return finder.unit_before(first)
    found = None
    lead = statement.lead
    if named is not None and named.last < lead.first:
        found = finder.behind(named.last + 1, lead.first) or (
            finder.before(named.first) if not finder.words.capitalised else None
        )
    elif named is not None and not finder.words.capitalised and not named.mention.term.counted:
        found = finder.before(named.first)
    return (
        found
        or finder.unit_before(first)
        or finder.place_behind(statement.figures[-1].last + 1)
        or finder.leading(named.first if named is not None else first)
    )


class _Finder:
    def __init__(self, view: View, words_: SegmentWords, taken: Sequence[Span]) -> None:
        self.view, self.words = view, words_
        starts = [token.start for token in view.tokens]
        spans = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in taken]
        self.taken = {index for first, behind in spans for index in range(first, behind)}
        self.moves = {i for group in MOVES for cue in view.cues.get(group, ()) for i in range(cue.first, cue.last + 1)}
        self.metrics = {i for named in view.metrics for i in range(named.first, named.last + 1)}
        self.figures = {i for figure in view.figures for i in range(figure.first, figure.last + 1)}

    def _content(self, index: int) -> bool:
        form = self.view.tokens[index].form
        plain = form[0].isalpha() or form == "&"
        return plain and index not in self.taken and index not in self.figures and form not in self.words.empty

    def _slice(self, first: int, last: int) -> tuple[str, Span] | None:
        if all(token.form in self.words.units | self.words.determiners for token in self.view.tokens[first : last + 1]):
            return None  # "the group", "its business": the whole
        while first <= last and self.view.tokens[first].form in self.words.determiners:
            first += 1
        if first > last:
            return None
        span = Span(self.view.tokens[first].start, self.view.tokens[last].end)
        return self.view.text[span.start : span.end], span

    def before(self, metric: int) -> tuple[str, Span] | None:
        """ "North America | sales": the words right before the metric, up to a determiner, a name or a verb."""
        first = metric
        while first > 0 and metric - first < BEFORE and self._modifies(first - 1):
            first -= 1
        return self._slice(first, metric - 1) if first < metric else None

    def _modifies(self, index: int) -> bool:
        form = self.view.tokens[index].form
        stops = self.words.determiners | self.words.within
        return self._content(index) and form not in stops and index not in self.moves and index not in self.metrics

    def behind(self, start: int, stop: int) -> tuple[str, Span] | None:
        """ "Sales | at the aerospace unit | rose": a phrase behind the metric, up to its verb."""
        if start >= stop or self.view.tokens[start].form not in self.words.within:
            return None
        last = start
        while last + 1 < min(stop, start + 1 + BEHIND):
            form = self.view.tokens[last + 1].form
            joins = form in self.words.determiners | self.words.joins
            if not (self._content(last + 1) or joins) or (last + 1 in self.moves and form not in self.words.joins):
                break
            last += 1
        if last == start or any(index in self.taken for index in range(start + 1, last + 2) if index == start + 1):
            return None
        while last > start and self.view.tokens[last].form in self.words.joins:
            last -= 1
        return self._slice(start + 1, last)

    def object_of(self, metric: int) -> tuple[str, Span] | None:
        """ "acquisition of genetic testing company | Life Technologies": the first name behind the metric."""
        tokens, text = self.view.tokens, self.view.text
        ties = {token.form for token in tokens[metric : metric + 2]}
        if not ties & self.words.objects:
            return None
        first = metric + 1
        while first < min(metric + 8, len(tokens)) and not text[tokens[first].start].isupper():
            first += 1
        last = first
        while last + 1 < len(tokens) and last - first < BEFORE and text[tokens[last + 1].start].isupper():
            last += 1
        if first >= min(metric + 8, len(tokens)) or tokens[first].form in self.words.empty:
            return None
        return self._slice(first, last)

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
        for index in range(stop - 1, max(stop - 14, -1), -1):
            form = self.view.tokens[index].form
            if form in (";", ".") or index in self.figures:
                return None
            hyphenated = self.words.ends_in_unit(form)
            if form in self.words.units or hyphenated:
                first = index
                while not hyphenated and first > 0 and index - first < BEFORE and self._modifies(first - 1):
                    first -= 1
                return self._slice(first, index) if first < index or hyphenated else None
        return None

    def place_behind(self, start: int) -> tuple[str, Span] | None:
        """ "fell 10% | in Asia-Pacific": a capitalised place right behind the figure."""
        tokens = self.view.tokens
        if start + 1 >= len(tokens) or tokens[start].form not in self.words.places:
            return None
        first = start + 1
        while first < len(tokens) and tokens[first].form in self.words.determiners:
            first += 1
        last = first - 1
        while last + 1 < len(tokens) and last + 1 - first < BEFORE and self._content(last + 1):
            if not self.view.text[tokens[last + 1].start].isupper() or last + 1 in self.metrics:
                break
            last += 1
        return self._slice(first, last) if last >= first else None
