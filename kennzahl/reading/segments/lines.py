"""Parts with no word for one: lines of business under a name of their own ("Digital Industries"), and goods that are
counted ("Exemplare seiner neuen Konsole Flip")."""

from __future__ import annotations

from collections.abc import Sequence

from kennzahl.reading.segments.phrases import BEFORE, Finder
from kennzahl.reading.segments.recalls import Part
from kennzahl.reading.statement import Statement
from kennzahl.reading.view import Figure

BESIDE = 2  # words behind a number in which it says what people they are
REACH = 12  # words from the figure back to the name of a line
ADJECTIVES = 6  # words between what is counted and the goods


def line_before(finder: Finder, stop: int) -> Part | None:
    """ "Asset Management | hielt sich mit 87,9 Millionen": a name of several words that ends like one of a line."""
    tokens, words = finder.view.tokens, finder.words
    for index in range(stop - 1, max(stop - REACH, 0), -1):
        if tokens[index].form in (";", ".", ":") or index in finder.figures:
            return None
        if tokens[index].form not in words.lines or index + 1 in finder.taken:
            continue
        if _opens(finder, index):
            return finder.part(0, index)
        if not _is_named(finder, index):
            continue
        first = index
        while first > 0 and index - first < BEFORE and _is_named(finder, first - 1):
            first -= 1
        if first < index and first - 1 not in finder.taken:
            return finder.part(first, index)
    return None


def _opens(finder: Finder, last: int) -> bool:
    """ "Consumer electronics | made 34 million": does the subject that opens a sentence end there?"""
    several = not finder.words.capitalised and 0 < last < BEFORE
    return several and last + 1 in finder.verbs and all(map(finder.is_content, range(last + 1)))


def _is_named(finder: Finder, index: int) -> bool:
    form, words = finder.view.tokens[index].form, finder.words
    tied = form in words.within | words.opens | words.determiners
    return finder.is_content(index) and (form == "&" or finder.is_capital(index)) and not tied


def goods_of(finder: Finder, last: int) -> Part | None:
    """ "7,6 Millionen Exemplare | seiner neuen Konsole Flip": what the pieces right behind the figure are of."""
    tokens, words = finder.view.tokens, finder.words
    start = finder.behind_nouns(last + 1)
    if start == last + 1 or start >= len(tokens) or tokens[start].form not in words.genitives | words.possessives:
        return None
    for first in range(start + 1, min(start + 1 + ADJECTIVES, len(tokens))):
        if first in finder.times:
            continue
        if tokens[first].form in (",", ";", ".") or first in finder.figures | finder.barred:
            return None
        if finder.is_capital(first) and finder.view.forms(first + 1, first + 1) != ["-"]:  # "Brot- und Buttermodelle"
            end = first
            while end + 1 < len(tokens) and end - first < BEFORE and _is_named(finder, end + 1):
                end += 1
            return finder.part(first, end)
    return None


def made_of(statement: Statement, finder: Finder) -> Part | None:
    """ "Der Absatz | von Elektroautos | wuchs": which goods are sold, where the words do not mean all of them."""
    view, tokens, stop = finder.view, finder.view.tokens, statement.figures[0].first
    told = [one for one in view.metrics_before(stop) if one.mention.metric == statement.metric]
    tie = next((one.last + 1 for one in reversed(told) if not one.mention.term.counted), stop)
    if not finder.words.capitalised or tie + 1 >= stop or not view.has("of", tie, tie):
        return None
    last = tie
    named = finder.own | finder.times | finder.references | finder.analysts
    while last + 1 < stop and finder.is_capital(last + 1) and last + 1 not in named:
        last += 1
    kind = last > tie and tokens[last].form not in finder.words.goods
    return finder.part(tie + 1, last) if kind else None


def brand_of(finder: Finder, last: int) -> Part | None:
    """ "shipped 17 million | iPads", "329,842 | Wuling-brand | vehicles": the name of what is counted, right behind the
    number, where nouns have no capitals."""
    tokens, text = finder.view.tokens, finder.view.text
    end = first = last + 1
    while not finder.words.capitalised and end < len(tokens) and end - first < BEFORE:
        named = any(map(str.isupper, text[tokens[end].start : tokens[end].end])) or tokens[end].form.isdigit()
        if not named or not finder.is_content(end) or tokens[end].form in finder.words.empty or end in finder.moves:
            break
        end += 1
    return finder.part(first, end - 1) if first < end else None


def staff_of(finder: Finder, figures: Sequence[Figure]) -> Part | None:
    """ "hires | 250 | engineers", "die Zahl der Entwickler soll auf | 150 steigen": which people are counted."""
    first, last, tokens = figures[0].first, figures[-1].last, finder.view.tokens
    own = {index for figure in figures for index in range(figure.first, figure.last + 1)}
    ends = tuple(finder.words.staff)
    behind = range(last + 1, min(last + 1 + BESIDE, len(tokens)))
    before = range(first - 1, max(first - REACH, -1), -1) if finder.words.capitalised else range(0)
    for words in (behind, before):
        for index in words:
            form = tokens[index].form
            if form in (",", ";", ".") or index in finder.figures - own:
                break
            if form in finder.words.staff or (finder.words.capitalised and form.endswith(ends)):
                return finder.part(index, index)
    return None


def written_down(statement: Statement, finder: Finder) -> Part | None:
    """ "a $650 million write-down | on its chip plant", "musste auf | die Werke | 30 Millionen abschreiben": what lost
    its value, behind the figure or the metric, else before them in their clause."""
    first, last = statement.figures[0].first, statement.figures[-1].last
    tokens, ties, named = finder.view.tokens, finder.words.upon, statement.named
    behind = finder.behind_nouns(last + 1)
    after = [behind] if named is None else [behind, named.last + 1]
    for index in after:
        if index < len(tokens) and tokens[index].form in ties and (found := _upon(finder, index)):
            return found
    if not finder.words.capitalised:
        return None
    for index in range(first - 1, max(first - REACH, -1), -1):
        if tokens[index].form in (",", ";", ":") or index in finder.figures:
            return None
        if tokens[index].form in ties:
            return _upon(finder, index)
    return None


def _upon(finder: Finder, tie: int) -> Part | None:
    """The phrase behind a tie, up to its last noun; the number of what is meant is left out ("two | coal mines")."""
    tokens = finder.view.tokens
    first = finder.behind_determiners(tie + 1)
    first += first in finder.figures and tokens[first].form.isalpha()
    last = first - 1
    while last + 1 < len(tokens) and last + 1 - first < BEFORE:
        joins = tokens[last + 1].form in finder.words.joins | finder.words.genitives and last >= first
        if last + 1 in finder.moves or not (finder.is_content(last + 1) or joins or last + 1 in finder.others):
            break
        last += 1
    while last >= first and finder.words.capitalised and not finder.is_capital(last):
        last -= 1
    return finder.part(first, last) if last >= first else None
