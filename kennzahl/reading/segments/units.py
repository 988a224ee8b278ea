"""Phrases with a word for a part of a company: "the cloud business", "die Sparte Mobility", "Energiesparte"."""

from __future__ import annotations

from kennzahl.reading.segments.phrases import BEFORE, BEHIND, Finder
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.tokens import POSSESSIVE

ROWS = frozenset({",", "&"})
"""What the names in a row stand between, as they do between ``rows``."""
REASON = 6  # words from a cause to the part that it is
UNIT = 18  # words from the figure back to the word for a part


def genitive(finder: Finder, start: int, stop: int) -> Part | None:
    """ "Das Ergebnis | des industriellen Geschäfts | stieg", "Kosten der Fabrik in Linz": a unit or a site only."""
    tokens = finder.view.tokens
    if start >= stop or tokens[start].form not in finder.words.genitives:
        return None
    last = start + 1
    while last < min(stop, start + BEFORE) and tokens[last].form.isalpha() and not finder.is_capital(last):
        last += 1
    if last >= stop or not finder.is_content(last) or not finder.is_capital(last):
        return None
    form = finder.words.uninflected(tokens[last].form)
    unit = form in finder.words.units or form.endswith(finder.words.sites) or finder.words.ends_in_unit(form)
    if not unit:
        return None
    while last + 1 < stop and _follows(finder, last + 1 + (tokens[last + 1].form in finder.words.places)):
        last += 1 + (tokens[last + 1].form in finder.words.places)
    return finder.part(start + 1, last)


def unit_before(finder: Finder, stop: int) -> Part | None:
    """ "The specialty diagnostics business | rose 8 percent": the nearest word for a part, and its name."""
    for index in range(stop - 1, max(stop - UNIT, -1), -1):
        form = finder.view.tokens[index].form
        if form in (";", ".") or index in finder.figures:
            return None
        hyphenated = finder.words.ends_in_unit(form) and form not in finder.words.empty
        if form in finder.words.units or hyphenated:
            if index + 1 in finder.own or _is_aside(finder, index, stop):
                return None  # "the division Muster, which | earned 5 million": a company
            if _is_another_entry(finder, index, stop):
                return None
            if index + 1 < stop and finder.view.tokens[index + 1].form in finder.words.bearers:
                continue  # "its joint venture | partner", "business | customers"
            first = last = index
            while not hyphenated and first > 0 and index - first < BEFORE and _specifies(finder, first - 1, index):
                first -= 1
            if _is_cause(finder, first):
                return None  # "wegen des schwachen China-Geschäfts | 7 Prozent weniger"
            first = _listed(finder, first)
            if _describes_the_whole(finder, first):
                return None
            while finder.words.capitalised and last + 1 < stop and _follows(finder, _next_word(finder, last)):
                last = _next_word(finder, last)
            if finder.words.capitalised and first == last == index:
                last = dealt_in(finder, index, stop)
            if first < last or hyphenated:
                return finder.part(first, last)
            named = index + 1 in finder.metrics and not finder.words.capitalised  # "a segment result margin"
            if first > 0 and not named and finder.view.tokens[first - 1].form in finder.words.determiners:
                return finder.earlier(index)
    return None


def _next_word(finder: Finder, last: int) -> int:
    """ "Bereich Property & | Casualty": the next word of a name, over the sign that ties two."""
    return last + 1 + (finder.view.forms(last + 1, last + 1) == ["&"])


def _is_cause(finder: Finder, first: int) -> bool:
    """Is the part from a word on only the reason, or left out ("excluding results from its | card unit")?"""
    for index in range(first - 1, max(first - REASON, -1), -1):
        form = finder.view.tokens[index].form
        if form in finder.words.causes:
            return True
        if form in (",", ";"):
            return False
    return False


def _is_another_entry(finder: Finder, unit: int, stop: int) -> bool:
    """ "700 arbeiten für die Energiesparte und rund | 3.000 im Handel": is a part that of the figure before?"""
    behind = finder.view.forms(unit + 1, stop - 1)
    fillers = all(finder.is_empty(i) or finder.view.tokens[i].form in finder.words.joins for i in range(unit + 1, stop))
    joined = bool(behind) and behind[0] in finder.words.joins
    return finder.words.capitalised and joined and fillers and min(finder.figures, default=stop) < unit


def _describes_the_whole(finder: Finder, first: int) -> bool:
    """ "Muster Inc (M.N), the No. 1 U.S. drugstore chain, said": is a phrase what the company is, behind its name?"""
    tokens, words = finder.view.tokens, finder.words
    if words.capitalised:
        return False
    comma = next((i for i in range(first - 1, max(first - REASON, 0), -1) if tokens[i].form == ","), 0)
    if not comma or tokens[comma + 1].form not in words.apposed:
        return False
    return tokens[comma - 1].form == ")" or comma - 1 in finder.own


def _listed(finder: Finder, first: int) -> int:
    """ "its | refining, marketing and | transportation unit": the first word of a row of names before the last one."""
    tokens, words = finder.view.tokens, finder.words
    rows, index, start = ROWS | words.rows, first, first
    while (
        not words.capitalised and index > 1 and tokens[index - 1].form in rows and _specifies(finder, index - 2, index)
    ):
        index -= 2
        if tokens[index].form in words.units:
            break  # "the snowmobile division and | defence services unit"
        while index > 0 and tokens[index - 1].form not in rows and _specifies(finder, index - 1, index):
            index -= 1
        if tokens[index - 1].form in words.determiners or tokens[index - 1].form.endswith(POSSESSIVE):
            start = index
    return start


def dealt_in(finder: Finder, unit: int, stop: int) -> int:
    """ "Geschäft | mit Farben und Lacken": the last word of the goods behind a unit, else the unit itself."""
    tokens, words = finder.view.tokens, finder.words
    last, ties = unit, words.dealings
    while last + 2 < stop and tokens[last + 1].form in ties and _follows(finder, last + 2):
        last, ties = last + 2, words.joins | {"&"}
    return last


def _specifies(finder: Finder, index: int, unit: int) -> bool:
    """Right before a unit a metric's word names it, too ("its reinsurance unit")."""
    return finder.specifies(index) if index == unit - 1 else finder.modifies(index)


def _is_aside(finder: Finder, index: int, stop: int) -> bool:
    """ "The quarter, | the best of its travel business, | brought": is a word thrown in between two commas?"""
    tokens = finder.view.tokens
    closed = [i for i in range(index + 1, stop) if tokens[i].form == ","]
    if len(closed) != 1 or not any(tokens[i].form == "," for i in range(index)):
        return False
    return not any(i in finder.moves for i in range(index + 1, closed[0]))


def _follows(finder: Finder, index: int) -> bool:
    if index >= len(finder.view.tokens):
        return False
    return (
        finder.is_content(index)
        and finder.is_capital(index)
        and index not in finder.metrics
        and index not in finder.moves
    )


def unit_behind(finder: Finder, start: int) -> Part | None:
    """ "300 jobs go | at the paint-division": a part by its compound, close behind the figure."""
    for index in range(start, min(start + BEHIND, len(finder.view.tokens))):
        form = finder.view.tokens[index].form
        if not form[0].isalpha() or index in finder.figures:
            return None
        if finder.words.ends_in_unit(form) and form not in finder.words.empty:
            return finder.part(index, index)
        if form in finder.words.units and finder.view.tokens[index - 1].form in finder.words.these:
            return finder.earlier(index)  # "fallen | in dieser Sparte | weg"
    return None


def unit_that_cost(finder: Finder, start: int) -> Part | None:
    """ "a charge of $3 billion | for winding down its phone business": the unit that a burden comes from, behind it."""
    tokens, words = finder.view.tokens, finder.words
    if words.capitalised:
        return None
    for index in range(start, min(start + UNIT // 2, len(tokens))):
        if index in finder.figures or not tokens[index].form[0].isalpha() or finder.view.has("and", index, index):
            return None
        if tokens[index].form not in words.possessives:
            continue
        last = index
        while last + 1 < len(tokens) and last - index < BEFORE and finder.modifies(last + 1):
            last += 1
        return finder.part(index + 1, last) if tokens[last].form in words.units and last > index + 1 else None
    return None
