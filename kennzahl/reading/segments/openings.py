"""Parts that a sentence opens with: "In der Unfallversicherung sank die Quote", "Auf die Sparte entfallen"."""

from __future__ import annotations

from kennzahl.reading.segments.phrases import BEFORE, VERB, Finder
from kennzahl.reading.segments.recalls import Part

CHANGES = ("up", "down", "copulas")
ADJECTIVES = 2  # words between an article and its noun


def leading(finder: Finder, stop: int) -> Part | None:
    """ "In der Unfallversicherung | sank die Quote": the place or part that a sentence opens with."""
    view, words = finder.view, finder.words
    tokens = view.tokens
    allotted = tokens and tokens[0].form in words.upon and not words.allots.isdisjoint(view.forms(1, VERB))
    begun = _begun(finder)
    if begun >= len(tokens) or not (tokens[begun].form in words.opens or allotted):
        return None
    first = finder.behind_determiners(begun + 1)
    last = first - 1
    while (
        last + 1 < stop and last + 1 - first < BEFORE and finder.is_content(last + 1) and last + 1 not in finder.moves
    ):
        if not finder.is_capital(last + 1) and tokens[last + 1].form not in words.joins:
            break
        last += 1
    return finder.part(first, last) if last >= first else None


def _begun(finder: Finder) -> int:
    """The first word of a sentence behind one that singles out what follows ("Allein | in China brach ...")."""
    return int(bool(finder.view.tokens) and finder.view.tokens[0].form in finder.words.focus)


def fronted(finder: Finder, stop: int) -> Part | None:
    """ "Bei Druckern | sank der Absatz", "In den eigenen Läden stieg der Umsatz", "Mit rezeptfreien Mitteln setzte man
    5 Millionen um": what stands in front of the verb of a clause, behind a preposition, is where it all happened."""
    view, words = finder.view, finder.words
    begun = _begun(finder)
    if not words.capitalised or begun >= len(view.tokens) or view.tokens[begun].form not in words.fronts:
        return None
    first = finder.behind_determiners(begun + 1)
    last = _noun_phrase(finder, first, stop)
    if last < first or last + 1 >= len(view.tokens) or _is_nobody(finder, last):
        return None
    if first > begun + 1 and _is_agent(finder, last):
        return None  # "bei den Münchnern"
    moves = any(view.has(group, last + 1, last + 1) for group in CHANGES) or last + 1 in finder.figures  # "halbierte"
    return finder.part(first, last) if moves or view.tokens[last + 1].form in words.earns else None


def subject(finder: Finder, stop: int) -> Part | None:
    """ "Der Online-Shop | kam auf 26 Millionen", "Die Baumaschinen hingegen | erlösten weniger": who earns, where it is
    no company and nobody who works, buys or competes."""
    view, words = finder.view, finder.words
    if not words.capitalised:
        return None
    first = finder.behind_determiners(0)
    last = _noun_phrase(finder, first, stop)
    verb = last + 1
    while verb < stop and view.tokens[verb].form in words.contrasts:
        verb += 1
    if last < first or verb >= stop or view.tokens[verb].form not in words.earns:
        return None
    if first > 0 and first == last and view.tokens[last].form in words.units:
        return finder.earlier(last)  # "Die Sparte | erwirtschaftete mit 900 Beschäftigten 50 Millionen"
    named = first > 0 or last > first or view.tokens[last].form in words.regions  # any word has a capital there
    return finder.part(first, last) if named and not is_no_part(finder, last) else None


def is_no_part(finder: Finder, noun: int) -> bool:
    """Who works, buys or competes, or an empty word."""
    return _is_nobody(finder, noun) or _is_agent(finder, noun)


def _is_agent(finder: Finder, noun: int) -> bool:
    return finder.view.tokens[noun].form.endswith(finder.words.agents)


def accompanied(finder: Finder, stop: int) -> Part | None:
    """ "Bestseller bleibt der | Falke | mit 45.137 Stück", "nur Asien, mit 5.000 Autos": who has the figure."""
    view, words = finder.view, finder.words
    tie = stop - 1
    while tie > 0 and (finder.is_empty(tie) or any(cue.group == "fillers" for cue in view.ending_at(tie))):
        tie -= 1
    if not words.capitalised or tie < 2 or view.tokens[tie].form not in words.dealings:
        return None
    last = tie - 1 - (view.tokens[tie - 1].form == ",")
    free = finder.is_place(last) and last not in finder.taken | finder.references
    if not free or is_no_part(finder, last):
        return None
    first = last
    while first > 0 and last - first < BEFORE and finder.is_place(first - 1) and first - 1 not in finder.taken:
        first -= 1
    return finder.part(first, last)


def _is_nobody(finder: Finder, noun: int) -> bool:
    form, words = finder.view.tokens[noun].form, finder.words
    other = form.endswith(words.nobody) and form not in words.sites
    return other or finder.is_empty(noun) or noun in finder.references


def _noun_phrase(finder: Finder, first: int, stop: int) -> int:
    """The last word of a noun and the adjectives before it, "first - 1" if there is none."""
    tokens, words = finder.view.tokens, finder.words
    noun = first
    while noun < stop and noun - first < ADJECTIVES and not finder.is_capital(noun) and finder.is_content(noun):
        noun += 1
    last = noun - 1
    while last + 1 < stop and last - first < BEFORE:
        joined = tokens[last + 1].form in words.joins and last >= noun and last + 2 < stop
        at = last + 1 + joined
        named = finder.is_content(at) or _is_line_of(finder, at)
        if not (named and finder.is_capital(at)) or at in finder.measured or at in finder.references:
            break
        last = at
    return last if last >= noun else first - 1


def _is_line_of(finder: Finder, index: int) -> bool:
    """ "Muster | Trucks": the name of the company, with the line of business behind it."""
    return index in finder.own and not finder.words.lines.isdisjoint(finder.view.forms(index, index + 1))
