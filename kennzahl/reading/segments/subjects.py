"""Parts that are the subject of the verb that tells a figure: "while | Relaxan | fell 79 percent"."""

from __future__ import annotations

from kennzahl.reading.segments.phrases import BEFORE, Finder
from kennzahl.reading.segments.recalls import Part

SUBJECT = 8  # words from the figure back to the verb
LOOKED_UP = 50  # uses of a word, to see how a text writes it
WHERE = 10  # words from the figure back to "where"
ASIDE = 16  # words between two commas


def subject_of(finder: Finder, stop: int) -> Part | None:
    """The name right before the verb, or before what is thrown in between ("Western Europe, | its largest market,
    reported"), which is no company's."""
    tokens = finder.view.tokens
    if finder.words.capitalised:
        return None
    for index in range(stop - 1, max(stop - SUBJECT, 0), -1):
        if tokens[index].form in (";", ".", ",") or index in finder.figures:
            return None
        if index not in finder.verbs or index - 1 in finder.verbs:
            continue
        if index - 1 in finder.metrics or tokens[index - 1].form in finder.words.determiners:
            continue  # "saw a sales | increase | of 50 percent"
        aside = tokens[index - 1].form == ","
        last = _before_aside(finder, index - 1) if aside else index - 1
        first = last + 1
        while first > 0 and last + 1 - first < BEFORE and finder.is_place(first - 1):
            first -= 1
        if first == last == 0 and tokens[last].form not in finder.words.regions and not _is_name(finder, last):
            first += 1  # any word has a capital there
        if aside and first > 0 and tokens[first - 1].form not in finder.words.begins:
            return None
        free = first - 1 not in finder.taken and last not in finder.metrics and not _says_where(finder, first)
        if not finder.words.bearers.isdisjoint(finder.view.forms(max(first - 1, 0), last)):
            return None  # "Finance Director Muster | estimated", "chief executive | Jane Doe | expects"
        return finder.part(first, last) if first <= last and free else None
    return None


def _is_name(finder: Finder, index: int) -> bool:
    """Does the text write a word with a capital within its sentences, too ("sales of Relaxan fell")?"""
    text, token = finder.view.text, finder.view.tokens[index]
    name = " " + text[token.start : token.end]
    at = text.find(name)
    for _ in range(LOOKED_UP):
        if at < 0 or (text[at - 1].islower() and not text[at + len(name) : at + len(name) + 1].isalnum()):
            break
        at = text.find(name, at + 1)
    else:
        return False
    return at > 0


def _says_where(finder: Finder, first: int) -> bool:
    """Is a name where somebody is from ("Muster from | South Korea", "the insurer in the | United States")?"""
    while first > 0 and finder.view.tokens[first - 1].form in finder.words.determiners:
        first -= 1
    return first > 0 and finder.view.tokens[first - 1].form in finder.words.sources


def _before_aside(finder: Finder, closing: int) -> int:
    """The word before the comma that opens what a comma closes; the closing one itself if there is none."""
    tokens = finder.view.tokens
    opened = next((i for i in range(closing - 1, max(closing - ASIDE, 0), -1) if tokens[i].form == ","), closing)
    return opened - 1 if finder.figures.isdisjoint(range(opened, closing)) else closing


def where_of(finder: Finder, stop: int) -> Part | None:
    """ "its | drinks division |, where revenue fell 4 percent", "der neue | Falke |, von dem die Firma 5.000 Stück
    absetzte": the part or place that a relative clause is about."""
    tokens = finder.view.tokens
    if finder.words.capitalised:
        return _of_which(finder, stop)
    for index in range(stop - 1, max(stop - WHERE, 1), -1):
        if tokens[index].form in (";", ".") or index in finder.figures:
            return None
        if not finder.view.has("where", index, index) or tokens[index - 1].form != ",":
            continue
        first = last = index - 2
        unit = tokens[last].form in finder.words.units
        while first > 0 and last - first < BEFORE and (finder.modifies if unit else finder.is_place)(first - 1):
            first -= 1
        return finder.part(first, last) if unit or finder.is_place(last) else None
    return None


def _of_which(finder: Finder, stop: int) -> Part | None:
    """The noun before a comma that "von dem", "in denen" or "deren" begin a clause behind."""
    tokens, words = finder.view.tokens, finder.words
    for index in range(stop - 1, max(stop - WHERE, 0), -1):
        if tokens[index].form in (";", ".") or index in finder.figures:
            return None
        if tokens[index].form != ",":
            continue
        behind = finder.view.forms(index + 1, index + 2)
        tied = len(behind) > 1 and behind[0] in words.ties and behind[1] in words.relatives
        if not (tied or set(behind[:1]) & words.whose):
            return None
        first = index
        while first > 0 and index - first < BEFORE and finder.is_content(first - 1) and finder.is_capital(first - 1):
            if first - 1 in finder.barred - finder.goods:
                break
            first -= 1
        return finder.part(first, index - 1) if first < index and index - 1 not in finder.taken else None
    return None
